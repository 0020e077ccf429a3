"""What comes of reading a file or a pasted text: the article, and all that an editor should be told of it."""

from dataclasses import dataclass

from deskeditor.article.article import Article
from deskeditor.ingest.sorting import Sorting


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The article; `format` names what the text was taken for, `warnings` are sentences.

    `dropped` holds the words or things left out, `missing_images` the addresses of pictures that the
    desk has no file of. `sorting` is there where lines were sorted and can be moved by hand.
    """

    article: Article
    format: str
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    missing_images: tuple[str, ...] = ()
    sorting: Sorting | None = None
