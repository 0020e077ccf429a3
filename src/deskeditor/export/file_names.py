"""File names and URL slugs made from headlines."""

import re
from typing import Final

from deskeditor.article.article import Article
from deskeditor.language.folding import fold

_LONGEST: Final = 80
# Names that Windows keeps for devices, whatever the extension.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def slug_of(text: str, *, longest: int = _LONGEST) -> str:
    """Return `text` as lower-case words joined by hyphens, at most `longest` characters; empty where nothing is left.

    Letters of any script stay; accents, apostrophes and signs go.
    """
    words = re.sub(r"[\W_]+", "-", fold(text).replace("'", "")).strip("-")
    if len(words) > longest:
        cut = words[: longest + 1]
        words = cut.rsplit("-", 1)[0] if "-" in cut else words[:longest]
    return words.strip("-")


def file_stem(article: Article) -> str:
    """Return the article's file name without extension: its URL slug, else one made of its headline, else its id."""
    stem = slug_of(article.url_slug) or slug_of(article.headline.text) or str(article.id)
    return f"{stem}-page" if _RESERVED.fullmatch(stem) else stem
