"""The page as bytes: what is exported, and what the preview shows."""

from typing import Final

from deskeditor.article.article import Article
from deskeditor.export.media_urls import beside_the_page, inside_the_page
from deskeditor.export.page_view import page_view
from deskeditor.export.templates import render_template
from deskeditor.media import MediaReader, NoMedia
from deskeditor.profile import Profile

_PAGE: Final = "page.html.j2"
_FRAGMENT: Final = "fragment.html.j2"


def render_page(article: Article, profile: Profile, media: MediaReader | None = None, *, inline: bool = True) -> bytes:
    """Return the article's page, a whole HTML5 document in UTF-8; equal articles give equal bytes.

    With `inline` its pictures are inside it, otherwise in the folder `media/` beside it; nothing
    else differs. Raises DeskError for a faulty template.
    """
    return _rendered(_PAGE, article, profile, media or NoMedia(), inline=inline)


def render_fragment(
    article: Article, profile: Profile, media: MediaReader | None = None, *, inline: bool = False
) -> bytes:
    """Return the page's `<article>` alone, for a system that has pages of its own."""
    return _rendered(_FRAGMENT, article, profile, media or NoMedia(), inline=inline)


def _rendered(template: str, article: Article, profile: Profile, media: MediaReader, *, inline: bool) -> bytes:
    media_url = inside_the_page(media) if inline else beside_the_page
    view = page_view(article, profile, media, media_url)
    return render_template(profile.templates, template, {"page": view}).encode("utf-8")
