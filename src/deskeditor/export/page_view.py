"""What a page template may see of an article: published text alone, escaped or ready as markup."""

from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup, escape

from deskeditor.article.article import Access, Article, Related
from deskeditor.article.body import Body, Embed, Figure, Paragraph
from deskeditor.article.embeds import frame_of
from deskeditor.article.line import HARD_BREAK, Line, MarkKind, join_lines, map_marks, plain_line
from deskeditor.article.published import published
from deskeditor.export.addresses import web_address, with_encoded_addresses
from deskeditor.export.media_urls import MediaUrl
from deskeditor.export.page_head import PageHead, page_head
from deskeditor.export.times import shown_time
from deskeditor.language.direction import is_right_to_left
from deskeditor.markup.html_writer import embed_card, write_html, write_html_line
from deskeditor.media import MediaReader
from deskeditor.profile import PageWords, Profile

_NOT_IN_LINES: Final = frozenset({MarkKind.FOOTNOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture: where it is, what it shows, and its true size where known."""

    url: str
    alt: str
    width: int | None
    height: int | None
    caption: Markup
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """The organisation a piece comes from; `line` and `about_heading` are ready to show."""

    name: str
    url: str
    about: tuple[str, ...]
    line: Markup
    about_heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """All that the templates get. Nothing internal is in it, so no template can let it out.

    Attributes of type `Markup` are HTML; all others are text that the template escapes.
    """

    language: str
    direction: str
    label_attributes: Markup
    outlet_attributes: Markup
    words: PageWords
    head: PageHead
    accent: str
    accent_dark: str
    outlet: str
    home: str
    section: str
    premium: bool
    headline: Markup
    standfirst: Markup
    byline: Markup
    times: tuple[Markup, ...]
    lead_image: PictureView | None
    editors_note: Markup
    summary: tuple[Markup, ...]
    body: Markup
    frame_sources: Markup
    tags: tuple[str, ...]
    credit: CreditView | None
    related: tuple[Related, ...]


def page_view(article: Article, profile: Profile, media: MediaReader, media_url: MediaUrl) -> PageView:
    """Return the article as the templates see it; `media_url` says where each picture is to be found."""
    words = profile.words_for(article.language)
    return PageView(
        language=article.language,
        direction=_direction(article.language),
        label_attributes=_language_attributes(words.language, article.language),
        outlet_attributes=_language_attributes(profile.language, article.language),
        words=words,
        head=page_head(article, profile),
        accent=profile.accent,
        accent_dark=profile.accent_dark,
        outlet=profile.outlet,
        home=profile.base_url,
        section=article.section.strip(),
        premium=article.access is Access.PREMIUM,
        headline=_line(article.headline),
        standfirst=_line(article.standfirst),
        byline=_byline(article, words),
        times=_times(article, profile, words),
        lead_image=_picture(article.lead_image, media, media_url) if article.lead_image else None,
        editors_note=_line(article.editors_note),
        summary=tuple(filter(None, (_line(bullet.line) for bullet in article.summary))),
        body=_body(article, profile, words, media_url),
        frame_sources=_frame_sources(article.body, profile),
        tags=tuple(tag.label for tag in article.tags),
        credit=_credit(article, words),
        related=tuple(_safe_related(read) for read in article.related if read.title.strip()),
    )


def _direction(language: str) -> str:
    return "rtl" if is_right_to_left(language) else "ltr"


def _language_attributes(own: str, around: str) -> Markup:
    """Return what marks words in the language `own` amid others in `around`; nothing where it is the same."""
    if own.split("-")[0].lower() == around.split("-")[0].lower():
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(own, _direction(own))


def _line(line: Line) -> Markup:
    # The writer publishes what it is given: notes and claims stay behind.
    return Markup(with_encoded_addresses(write_html_line(map_marks(line, _NOT_IN_LINES))))


def _byline(article: Article, words: PageWords) -> Markup:
    names = [Markup('<span class="person">{}</span>').format(person.name) for person in article.byline if person.name]
    if not names:
        return Markup("")
    last = escape(words.list_and).join(names[-2:])
    return _filled(words.by, names=Markup(", ").join((*names[:-2], last)))


def _filled(pattern: str, **values: Markup) -> Markup:
    """Return the profile's pattern, itself escaped, with ready markup in its gaps."""
    return escape(pattern).format(**values)


def _times(article: Article, profile: Profile, words: PageWords) -> tuple[Markup, ...]:
    if article.publication is None:
        moments = [(words.intended, article.embargo)] if article.embargo else []
    else:
        moments = [(words.published, article.publication.at)]
        went_out = shown_time(article.publication.at, profile.tzinfo, words)
        # A reader who sees the same minute twice learns nothing of it.
        if (
            article.modified > article.publication.at
            and shown_time(article.modified, profile.tzinfo, words).shown != went_out.shown
        ):
            moments.append((words.updated, article.modified))
    shown: list[Markup] = []
    for pattern, at in moments:
        time = shown_time(at, profile.tzinfo, words)
        element = Markup('<time datetime="{}">{}</time>').format(time.encoded, time.shown)
        shown.append(_filled(pattern, time=element))
    return tuple(shown)


def _picture(figure: Figure, media: MediaReader, media_url: MediaUrl) -> PictureView:
    size = media.size(figure.media) if media.has(figure.media) else None
    return PictureView(
        url=media_url(figure.media),
        alt=figure.alt,
        width=size.width if size else None,
        height=size.height if size else None,
        caption=_line(figure.caption),
        credit=figure.credit,
    )


def _frame_sources(body: Body, profile: Profile) -> Markup:
    """Return the origins that the page lets into frames, as its security policy writes them."""
    frames = (frame_of(leaf.url, profile.frames) for leaf in body if isinstance(leaf, Embed))
    return Markup(" ").join(sorted({frame.origin for frame in frames if frame})) or Markup("'none'")


def _embed(embed: Embed, profile: Profile) -> str:
    """Return the player of a site that the profile lets in, with the link below it; else the link card."""
    frame = frame_of(embed.url, profile.frames)
    if frame is None:
        return embed_card(embed)
    title = embed.title or frame.provider.value.capitalize()
    # Its scripts run in its own origin and reach nothing of the page.
    player = Markup(
        '<iframe src="{}" title="{}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin"'
        ' sandbox="allow-scripts allow-same-origin allow-popups allow-presentation" allow="fullscreen"></iframe>'
    ).format(frame.address, title)
    link = Markup('<figcaption><a href="{}">{}</a></figcaption>').format(embed.url, embed.title or embed.url)
    return f'<figure class="frame {"film" if frame.is_film else "sound"}">\n{player}\n{link}\n</figure>'


def _body(article: Article, profile: Profile, words: PageWords, media_url: MediaUrl) -> Markup:
    html = with_encoded_addresses(
        write_html(
            with_dateline(article.body, article.dateline, words),
            media_url=media_url,
            write_embed=lambda embed: _embed(embed, profile),
        )
    )
    # Only the writer's own tags hold a bare "<". A wide table scrolls in a box of its own, code in
    # its own, and keys reach both; the footnotes, without a heading, are no section of the outline.
    box = Markup('<div class="table" role="region" aria-label="{}" tabindex="0"><table').format(words.table)
    html = html.replace("<table", box).replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')
    notes = '<div class="footnotes" role="doc-endnotes">'
    return Markup(html.replace('<section class="footnotes">', notes).replace("</section>", "</div>"))


def with_dateline(body: Body, dateline: str, words: PageWords) -> Body:
    """Return the body with the dateline before the words of its first published paragraph, where it has one."""
    place = dateline.strip()
    if not place:
        return body
    outward = published(body)
    first = outward.leaves[0] if outward else None
    if not isinstance(first, Paragraph) or first.quoted or first.line.text.startswith(place):
        return body
    opening = plain_line(words.dateline.format(dateline=place))
    return Body((replace(first, line=join_lines((opening, first.line))), *outward.leaves[1:]))


def _credit(article: Article, words: PageWords) -> CreditView | None:
    if not article.credit:
        return None
    url = web_address(article.credit.url)
    name = article.credit.name.strip() or url
    shown = Markup('<a href="{}">{}</a>').format(url, name) if url else escape(name)
    about = tuple(part.strip() for part in article.credit.about.replace(HARD_BREAK, "\n").split("\n") if part.strip())
    return CreditView(
        name=name,
        url=url,
        about=about,
        line=_filled(words.credit, name=shown) if name else Markup(""),
        about_heading=words.about.format(name=name) if name else "",
    )


def _safe_related(read: Related) -> Related:
    return Related(title=read.title.strip(), url=web_address(read.url))
