"""Which addresses a link may carry."""

import re
from typing import Final

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

# Browsers leave these out of an address before they look at its scheme.
_IGNORED_BY_BROWSERS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
# Half characters and non-characters: no file can carry them.
_UNWRITABLE: Final = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")


def safe_href(address: str) -> str | None:
    """Return `address` as a link may carry it, or None where it must not become a link.

    Browsers drop control characters and white space from an address before they look at its
    scheme, so `java\\tscript:` is judged as they would read it. Addresses without a scheme
    (relative ones, fragments) are harmless and kept.
    """
    trimmed = address.strip()
    bare = _IGNORED_BY_BROWSERS.sub("", trimmed)
    if not bare or bare != trimmed.replace(" ", "") or _UNWRITABLE.search(bare):
        return None
    scheme = _SCHEME.match(bare)
    if scheme and scheme.group()[:-1].lower() not in SAFE_SCHEMES:
        return None
    return trimmed.replace(" ", "%20")
