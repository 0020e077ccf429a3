"""Which addresses a link may carry."""

import re

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")


def safe_href(address: str) -> str | None:
    """Return `address` as a link may carry it, or None where it must not become a link.

    Browsers drop control characters and white space from an address before they look at its
    scheme, so `java\\tscript:` is judged as they would read it. Addresses without a scheme
    (relative ones, fragments) are harmless and kept.
    """
    trimmed = address.strip()
    bare = _IGNORED_BY_BROWSERS.sub("", trimmed)
    if not bare or bare != trimmed.replace(" ", ""):
        return None
    scheme = _SCHEME.match(bare)
    if scheme and scheme.group()[:-1].lower() not in SAFE_SCHEMES:
        return None
    return trimmed.replace(" ", "%20")
