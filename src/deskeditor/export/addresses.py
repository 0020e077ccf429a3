"""Addresses as a page may carry them: safe, absolute where they lead out, and well-formed."""

import re
from html import escape, unescape
from typing import Final
from urllib.parse import urlsplit

from deskeditor.article.links import safe_href

_HREF: Final = re.compile(r'href="([^"]*)"')
_HOST: Final = re.compile(r"(?:[a-z][a-z0-9+.\-]*:)?//[^/?#]*", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r"""[\x00-\x20"<>\\^`{|}\[\]\x7f]|%(?![0-9A-Fa-f]{2})""")


def web_address(address: str) -> str:
    """Return the address if a page may link to it from anywhere: of the web, with a host; else an empty text."""
    safe = safe_href(address) or ""
    try:
        parts = urlsplit(safe)
    except ValueError:
        return ""
    return encoded(safe) if parts.scheme in ("http", "https") and parts.hostname else ""


def encoded(address: str) -> str:
    """Return the address with what none may hold percent-encoded, as browsers do on their own."""
    host = _HOST.match(address)
    start = host.end() if host else 0
    # Brackets belong to a host that is a number.
    return address[:start] + _FORBIDDEN.sub(lambda found: f"%{ord(found.group()):02X}", address[start:])


def with_encoded_addresses(html: str) -> str:
    """Return the writer's HTML with all its links encoded; only its own tags hold a bare quotation mark."""
    return _HREF.sub(lambda found: f'href="{escape(encoded(unescape(found.group(1))))}"', html)
