"""The formats an article leaves in, behind one function."""

from dataclasses import dataclass
from enum import StrEnum

from deskeditor.article.article import Article
from deskeditor.article.body import Figure
from deskeditor.export.file_names import file_stem
from deskeditor.export.markdown_file import write_markdown_file
from deskeditor.export.media_urls import FOLDER
from deskeditor.export.page import render_fragment, render_page
from deskeditor.media import MediaReader, NoMedia, without_private_data
from deskeditor.profile import Profile


class Format(StrEnum):
    """A format; the value is the word the command line takes."""

    HTML = "html"
    FRAGMENT = "fragment"
    MARKDOWN = "markdown"

    @property
    def suffix(self) -> str:
        """What a file of this format ends in."""
        return {Format.HTML: ".html", Format.FRAGMENT: ".fragment.html", Format.MARKDOWN: ".md"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraFile:
    """A file that goes beside the main one; `path` is relative to it, with forward slashes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A file to write: its name, its bytes, and the files beside it."""

    name: str
    data: bytes
    files: tuple[ExtraFile, ...] = ()


def render(article: Article, fmt: Format, profile: Profile, *, media: MediaReader | None = None) -> Rendered:
    """Return the article in the format asked for. Pure: equal arguments give equal bytes.

    A page carries its pictures inside; the other formats name them in `files`, missing ones left out.
    Raises DeskError for a faulty template.
    """
    pictures = media or NoMedia()
    name = file_stem(article) + fmt.suffix
    match fmt:
        case Format.HTML:
            return Rendered(name=name, data=render_page(article, profile, pictures))
        case Format.FRAGMENT:
            return Rendered(
                name=name, data=render_fragment(article, profile, pictures), files=_files(article, pictures)
            )
        case Format.MARKDOWN:
            return Rendered(name=name, data=write_markdown_file(article), files=_files(article, pictures))


def _files(article: Article, media: MediaReader) -> tuple[ExtraFile, ...]:
    leaves = [leaf.media for leaf in article.body if isinstance(leaf, Figure)]
    lead = [article.lead_image.media] if article.lead_image else []
    names = dict.fromkeys((*lead, *leaves))
    return tuple(
        ExtraFile(path=FOLDER + name, data=without_private_data(media.read(name))) for name in names if media.has(name)
    )
