"""The shape of a check, and the texts that most of them walk through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from deskeditor.article.article import Article
from deskeditor.article.body import leaf_text
from deskeditor.article.finding import Severity
from deskeditor.article.place import Field, Place
from deskeditor.media import MediaReader
from deskeditor.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a check may look at. `now` is an aware instant; without `media` no picture is looked up."""

    article: Article
    profile: Profile
    now: datetime
    media: MediaReader | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check has to say, and of which place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check under a code that never changes, with the severity it has unless the profile sets another."""

    code: str
    severity: Severity
    find: Callable[[Circumstances], Iterator[Remark]]


def at(field: Field) -> Place:
    """The place of a whole field."""
    return Place(field=field)


def published_texts(article: Article) -> Iterator[tuple[str, Place]]:
    """Yield every text that readers may see, leaf by leaf, with the place its code points count from."""
    yield article.headline.text, at(Field.HEADLINE)
    yield article.standfirst.text, at(Field.STANDFIRST)
    for bullet in article.summary:
        yield bullet.line.text, Place(field=Field.SUMMARY, bullet=bullet.id)
    if article.lead_image:
        yield article.lead_image.caption.text, at(Field.LEAD_IMAGE)
    for number, leaf in enumerate(article.body):
        yield leaf_text(leaf), Place(field=Field.BODY, leaf=number)
    yield article.search_headline, at(Field.SEARCH_HEADLINE)
    yield article.social_headline, at(Field.SOCIAL_HEADLINE)
    yield article.description, at(Field.DESCRIPTION)
    yield article.credit.about, at(Field.CREDIT)
    yield article.editors_note.text, at(Field.EDITORS_NOTE)
