"""Selected words sent to a field of the article: how each field takes them."""

from collections.abc import Callable
from enum import StrEnum

from deskeditor.article.article import BylineName, Credit
from deskeditor.article.change import Change
from deskeditor.article.line import HARD_BREAK, Line, join_lines
from deskeditor.article.tags import Tag
from deskeditor.ingest.byline import read_byline
from deskeditor.workspace.open_article import OpenArticle


class Target(StrEnum):
    """The fields that words can be sent to; the value is said in the undo step's name."""

    HEADLINE = "the headline"
    STANDFIRST = "the standfirst"
    BULLET = "the summary"
    TAGS = "the tags"
    BYLINE = "the byline"
    CREDIT = "the credit"
    DESK_NOTE = "the desk note"


def send_line(open_article: OpenArticle, line: Line, target: Target, *, tag_labelled: Callable[[str], Tag]) -> None:
    """Add words to a field: behind what stands there, or as a further name, tag or bullet."""
    article = open_article.article
    text = " ".join(line.text.replace(HARD_BREAK, " ").split())
    match target:
        case Target.HEADLINE:
            open_article.set_line(Change.HEADLINE, _behind(article.headline, line))
        case Target.STANDFIRST:
            open_article.set_line(Change.STANDFIRST, _behind(article.standfirst, line))
        case Target.BULLET:
            open_article.add_bullet(line)
        case Target.TAGS:
            for label in filter(None, (part.strip() for part in text.split(","))):
                open_article.add_tag(tag_labelled(label))
        case Target.BYLINE:
            read = read_byline(text)
            names = dict.fromkeys((*(person.name for person in article.byline), *(read.names or (text,))))
            open_article.set_field(Change.BYLINE, tuple(BylineName(name=name) for name in names))
            if read.credit and not article.credit.name:
                open_article.set_field(
                    Change.CREDIT, Credit(name=read.credit, url=article.credit.url, about=article.credit.about)
                )
        case Target.CREDIT:
            name = f"{article.credit.name} {text}".strip()
            open_article.set_field(Change.CREDIT, Credit(name=name, url=article.credit.url, about=article.credit.about))
        case Target.DESK_NOTE:
            open_article.set_field(Change.DESK_NOTE, "\n".join(filter(None, (article.desk_note, text))))


def _behind(present: Line, words: Line) -> Line:
    return join_lines([present, words], " ") if present else words
