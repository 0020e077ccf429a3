"""Code points, which the article counts in, and UTF-16 units, which Qt counts in: converted here only."""

from typing import Final

_BYTE_ORDER_MARK: Final = "\ufeff"


def utf16_length(text: str) -> int:
    """The UTF-16 units that `text` takes in a document."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, code_point: int) -> int:
    """The UTF-16 offset of the code point at `code_point` in `text`."""
    return utf16_length(text[:code_point])


def to_code_point(text: str, utf16: int) -> int:
    """The code point that begins at the UTF-16 offset `utf16`; inside a pair, the one it lies in."""
    if text.isascii():
        return min(max(utf16, 0), len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: max(utf16, 0) * 2].decode("utf-16-le", "ignore"))


def for_qt(text: str) -> str:
    """`text` as Qt must be given it: the first of two byte order marks is eaten on the way, a single one would be."""
    return _BYTE_ORDER_MARK + text if text.startswith(_BYTE_ORDER_MARK) else text
