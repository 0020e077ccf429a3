"""Checks of the fields around the body: there, and of a length that is not cut off elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.finding import Severity
from deskeditor.article.place import Field, Place
from deskeditor.preflight.check import Check, Circumstances, Remark, at


def _missing_headline(seen: Circumstances) -> Iterator[Remark]:
    if not seen.article.headline.text.strip():
        yield Remark(text="The headline is missing.", place=at(Field.HEADLINE))


def _missing_standfirst(seen: Circumstances) -> Iterator[Remark]:
    if not seen.article.standfirst.text.strip():
        label = seen.profile.field_label("standfirst").lower()
        yield Remark(text=f"There is no {label}.", place=at(Field.STANDFIRST))


def _missing_byline(seen: Circumstances) -> Iterator[Remark]:
    if not seen.article.byline and not seen.article.credit.name.strip():
        yield Remark(text="Neither a byline nor a credit says whose piece this is.", place=at(Field.BYLINE))


def _missing_tags(seen: Circumstances) -> Iterator[Remark]:
    if not seen.article.tags:
        yield Remark(text="The piece has no tag.", place=at(Field.TAGS))


def _unsure_tags(seen: Circumstances) -> Iterator[Remark]:
    for tag in seen.article.tags:
        if tag.unsure:
            yield Remark(text=f"The import was not sure of the tag “{tag.label}”.", place=at(Field.TAGS))


def _missing_section(seen: Circumstances) -> Iterator[Remark]:
    if not seen.article.section.strip():
        yield Remark(text="The piece has no section.", place=at(Field.SECTION))


def _unknown_section(seen: Circumstances) -> Iterator[Remark]:
    section = seen.article.section.strip()
    known = {name.casefold() for name in seen.profile.sections}
    if section and known and section.casefold() not in known:
        yield Remark(text=f"“{section}” is not one of the publication's sections.", place=at(Field.SECTION))


def _missing_bullets(seen: Circumstances) -> Iterator[Remark]:
    if not any(bullet.line.text.strip() for bullet in seen.article.summary):
        yield Remark(text="The summary has no bullet.", place=at(Field.SUMMARY))


def _number_of_bullets(seen: Circumstances) -> Iterator[Remark]:
    count = sum(1 for bullet in seen.article.summary if bullet.line.text.strip())
    advice = seen.profile.summary
    if 0 < count < advice.min:
        yield Remark(
            text=f"The summary has {_bullets(count)}; {advice.min} at least is usual.", place=at(Field.SUMMARY)
        )
    elif count > advice.max:
        yield Remark(text=f"The summary has {_bullets(count)}; {advice.max} at most is usual.", place=at(Field.SUMMARY))


def _bullets(count: int) -> str:
    return "1 bullet" if count == 1 else f"{count} bullets"


def _long_bullets(seen: Circumstances) -> Iterator[Remark]:
    longest = seen.profile.summary.max_length
    for bullet in seen.article.summary:
        length = len(bullet.line.text)
        if length > longest:
            yield Remark(
                text=f"A summary bullet has {length} characters; up to {longest} is usual.",
                place=Place(field=Field.SUMMARY, bullet=bullet.id, start=longest, end=length),
            )


def _empty_bullets(seen: Circumstances) -> Iterator[Remark]:
    for bullet in seen.article.summary:
        if not bullet.line.text.strip():
            yield Remark(
                text="A summary bullet is empty: it will be left out.",
                place=Place(field=Field.SUMMARY, bullet=bullet.id),
            )


_LENGTHS: Final[tuple[tuple[Field, Callable[[Article], str]], ...]] = (
    (Field.HEADLINE, lambda article: article.headline.text),
    (Field.STANDFIRST, lambda article: article.standfirst.text),
    (Field.SEARCH_HEADLINE, lambda article: article.search_headline),
    (Field.SOCIAL_HEADLINE, lambda article: article.social_headline),
    (Field.DESCRIPTION, lambda article: article.description),
)


def _long_fields(seen: Circumstances) -> Iterator[Remark]:
    for field, text_of in _LENGTHS:
        length, longest = len(text_of(seen.article)), getattr(seen.profile.lengths, field.value)
        if length > longest:
            label = seen.profile.field_label(field.value).lower()
            yield Remark(
                text=f"The {label} has {length} characters; beyond {longest} it is cut off in places.",
                place=replace(at(field), start=longest, end=length),
            )


def _usage_terms(seen: Circumstances) -> Iterator[Remark]:
    terms = seen.article.usage_terms.strip()
    if terms:
        yield Remark(text=f"The piece comes with terms of use: {terms}", place=at(Field.USAGE_TERMS))


FIELD_CHECKS: Final = (
    Check(code="headline.missing", severity=Severity.BLOCKING, find=_missing_headline),
    Check(code="standfirst.missing", severity=Severity.ADVICE, find=_missing_standfirst),
    Check(code="byline.missing", severity=Severity.WARNING, find=_missing_byline),
    Check(code="tags.missing", severity=Severity.WARNING, find=_missing_tags),
    Check(code="tags.unsure", severity=Severity.WARNING, find=_unsure_tags),
    Check(code="section.missing", severity=Severity.ADVICE, find=_missing_section),
    Check(code="section.unknown", severity=Severity.ADVICE, find=_unknown_section),
    Check(code="summary.missing", severity=Severity.WARNING, find=_missing_bullets),
    Check(code="summary.count", severity=Severity.ADVICE, find=_number_of_bullets),
    Check(code="summary.too-long", severity=Severity.ADVICE, find=_long_bullets),
    Check(code="summary.empty", severity=Severity.WARNING, find=_empty_bullets),
    Check(code="length.too-long", severity=Severity.ADVICE, find=_long_fields),
    Check(code="usage-terms.present", severity=Severity.ADVICE, find=_usage_terms),
)
