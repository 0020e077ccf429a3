"""What a reader of plain text says of each line, and how the sorted lines become an article."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from deskeditor.article.article import Access, Article, BylineName, Credit, Related, SummaryBullet
from deskeditor.article.line import clean_text, plain_line
from deskeditor.article.tags import Tag, with_tag
from deskeditor.ingest.body_lines import body_from_lines, without_sign, without_signs
from deskeditor.ingest.byline import read_byline, without_label
from deskeditor.ingest.language_guess import guess_language
from deskeditor.ingest.tag_line import split_tags


class Slot(StrEnum):
    """Where a line of the source goes."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BULLET = "bullet"
    TAGS = "tags"
    BYLINE = "byline"
    CREDIT = "credit"
    CREDIT_ABOUT = "credit_about"
    SECTION = "section"
    DATELINE = "dateline"
    SLUGLINE = "slugline"
    ACCESS = "access"
    RELATED = "related"
    HEADING = "heading"
    BODY = "body"
    DESK_NOTE = "desk_note"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedLine:
    """A piece of the source, as it came but for white space at its ends, and where it goes.

    `text` may hold several source lines with newlines between them where they are one paragraph,
    and one source line may be cut into several pieces. `why` is a reason in an editor's words,
    `sure` is False where the reader guessed.
    """

    text: str
    slot: Slot
    why: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """All the lines of a source in their order; `format` names what the source was taken for."""

    lines: tuple[SortedLine, ...]
    format: str

    def texts(self, slot: Slot) -> tuple[str, ...]:
        """The texts of the lines that go to `slot`, in order."""
        return tuple(line.text for line in self.lines if line.slot is slot)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The lines whose words stand nowhere in the article: left out, or made into its access."""
        return tuple(line.text for line in self.lines if line.slot in (Slot.DROPPED, Slot.ACCESS))


MOVED_BY_HAND: Final = "moved by hand"


def move_line(sorting: Sorting, index: int, slot: Slot) -> Sorting:
    """Return the sorting with line `index` sent to `slot`: a person said so, hence it is sure.

    Raises IndexError where there is no such line.
    """
    if not 0 <= index < len(sorting.lines):
        raise IndexError(f"line {index} of {len(sorting.lines)}")
    moved = replace(sorting.lines[index], slot=slot, why=MOVED_BY_HAND, sure=True)
    return replace(sorting, lines=(*sorting.lines[:index], moved, *sorting.lines[index + 1 :]))


def assemble(
    sorting: Sorting,
    *,
    base: Article,
    tag_named: Callable[[str], Tag],
    new_id: Callable[[], UUID],
    known_tags: Sequence[str] = (),
) -> Article:
    """Return `base` with the fields that the sorting fills; what it says nothing of stays as it is.

    `tag_named` finds or makes the desk's tag of a label, `new_id` gives each bullet its id,
    `known_tags` are the labels at which a line of tags may be split.
    """
    article = _with_lines(base, sorting, new_id)
    article = _with_credits(article, sorting)
    article = _with_tags(article, sorting, tag_named, known_tags)
    article = _with_details(article, sorting)
    body_lines = [line for line in sorting.lines if line.slot in (Slot.BODY, Slot.HEADING)]
    if body_lines:
        body = body_from_lines((line.text, line.slot is Slot.HEADING) for line in body_lines)
        article = replace(article, body=body, language=guess_language(_running_text(sorting)) or base.language)
    return article


def _with_lines(article: Article, sorting: Sorting, new_id: Callable[[], UUID]) -> Article:
    if headline := plain_line(_one_line(sorting.texts(Slot.HEADLINE))):
        article = replace(article, headline=headline)
    if standfirst := plain_line(_one_line(sorting.texts(Slot.STANDFIRST))):
        article = replace(article, standfirst=standfirst)
    bullets = [plain_line(text) for text in without_signs([_flat(text) for text in sorting.texts(Slot.BULLET)])]
    if any(bullets):
        summary = tuple(SummaryBullet(id=new_id(), line=line) for line in bullets if line)
        article = replace(article, summary=summary)
    return article


def _with_credits(article: Article, sorting: Sorting) -> Article:
    bylines = [read_byline(_flat(text)) for text in sorting.texts(Slot.BYLINE)]
    names = dict.fromkeys(name for byline in bylines for name in byline.names)
    if names:
        article = replace(article, byline=tuple(BylineName(name=name) for name in names))
    name = _one_line(without_label(_flat(text)).strip(" ()[]–—-") for text in sorting.texts(Slot.CREDIT))
    name = name or next((byline.credit for byline in bylines if byline.credit), "")
    about = _one_line(sorting.texts(Slot.CREDIT_ABOUT))
    if name or about:
        credit = article.credit
        article = replace(article, credit=Credit(name=name or credit.name, url=credit.url, about=about or credit.about))
    return article


def _with_tags(
    article: Article, sorting: Sorting, tag_named: Callable[[str], Tag], known_tags: Sequence[str]
) -> Article:
    tags = article.tags
    for text in sorting.texts(Slot.TAGS):
        for chip in split_tags(text, known_tags=known_tags, running_text=_running_text(sorting)):
            tags = with_tag(tags, replace(tag_named(chip.label), unsure=not chip.sure))
    return replace(article, tags=tags)


def _with_details(article: Article, sorting: Sorting) -> Article:
    if section := _one_line(without_label(_flat(text)) for text in sorting.texts(Slot.SECTION)):
        article = replace(article, section=section)
    if dateline := _one_line(sorting.texts(Slot.DATELINE)).rstrip(" -–—:"):
        article = replace(article, dateline=dateline)
    if slugline := _one_line(sorting.texts(Slot.SLUGLINE)):
        article = replace(article, slugline=slugline)
    if access := sorting.texts(Slot.ACCESS):
        is_free = "free" in access[-1].casefold()
        article = replace(article, access=Access.FREE if is_free else Access.PREMIUM)
    related = [without_sign(without_label(_flat(text))) for text in sorting.texts(Slot.RELATED)]
    if any(related):
        article = replace(article, related=tuple(Related(title=title) for title in related if title))
    if notes := sorting.texts(Slot.DESK_NOTE):
        article = replace(article, desk_note="\n".join(filter(None, (article.desk_note, *notes))))
    return article


def _running_text(sorting: Sorting) -> str:
    spoken = (Slot.HEADLINE, Slot.HEADING, Slot.BODY)
    return "\n".join(_flat(line.text) for line in sorting.lines if line.slot in spoken)


def _flat(text: str) -> str:
    return clean_text(" ".join(part.strip() for part in text.split("\n"))).strip()


def _one_line(texts: Iterable[str]) -> str:
    return " ".join(filter(None, map(_flat, texts)))
