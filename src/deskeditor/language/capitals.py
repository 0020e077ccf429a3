"""Giving a word the capitals of the one whose place it takes."""


def with_capitals_of(words: str, instead: str) -> str:
    """Return `instead` with the capitals of `words`: none, of the first letter, of each word, or all.

    One with capitals of its own is meant as it is.
    """
    cased = [sign for sign in words if sign.lower() != sign.upper()]
    if not cased or instead != instead.lower():
        return instead
    if len(cased) > 1 and all(sign.isupper() for sign in cased):
        return instead.upper()
    starts = [word[0] for word in words.split()]
    if len(starts) > 1 and all(start.isupper() for start in starts):
        return " ".join(map(_begun, instead.split(" ")))
    return _begun(instead) if cased[0].isupper() else instead


def _begun(text: str) -> str:
    """The text with a capital at its first letter, which may follow a quotation mark."""
    at = next((at for at, sign in enumerate(text) if sign.isalpha()), None)
    return text if at is None else text[:at] + text[at].title() + text[at + 1 :]
