"""The sample article that a first start offers: an invented piece that shows what the editor can do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article, BylineName, Credit, Related, SummaryBullet, new_article
from deskeditor.article.body import (
    Attribution,
    Body,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    body_of,
)
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.tags import Tag

_STRONG: Final = frozenset({Mark(MarkKind.STRONG)})
_EMPHASIS: Final = frozenset({Mark(MarkKind.EMPHASIS)})
_TIMETABLE: Final = frozenset({Mark(MarkKind.LINK, "https://example.org/marlow-sound/timetable")})

_HEADLINE: Final = "Night ferry returns to Marlow Sound after eleven years"
_STANDFIRST: Final = (
    "The late boat will run again from Friday, with a battery instead of a diesel engine and a fare that islanders "
    "voted for themselves."
)
_SUMMARY: Final = (
    "The first night crossing since 2014 leaves Osk on Friday at 23:40.",
    "A battery ferry for 60 passengers replaces the diesel boat that was sold for scrap.",
    "The island council expects to cover its costs with 41 passengers a night.",
)
_TAGS: Final = ("Ferries", "Marlow Sound", "Public transport")


def sample_article(
    *, new_id: Callable[[], UUID], at: datetime, tag_named: Callable[[str], Tag], language: str = "en"
) -> Article:
    """Return the sample as a new draft. `at` is an aware instant, `tag_named` gives the desk's tag of a label."""
    return replace(
        new_article(new_id(), at, language=language),
        headline=plain_line(_HEADLINE),
        standfirst=plain_line(_STANDFIRST),
        summary=tuple(SummaryBullet(id=new_id(), line=plain_line(text)) for text in _SUMMARY),
        body=_body(),
        tags=tuple(map(tag_named, _TAGS)),
        byline=(BylineName(name="Ines Okoro"),),
        credit=Credit(
            name="Sound News Service",
            url="https://example.org/sound-news",
            about="Sound News Service reports from the islands for newspapers on the mainland. It is as invented as "
            "the islands are.",
        ),
        section="Local",
        dateline="OSK HARBOUR",
        slugline="FERRY-NIGHT",
        related=(Related(title="How the islands lost their late boat"),),
        social_headline="The night ferry is back",
        description="After eleven years a night ferry crosses Marlow Sound again, on batteries and on a fare that "
        "islanders chose.",
        desk_note="This piece is invented. Change it, break it, spike it: nothing depends on it.",
    )


def _body() -> Body:
    leaves: list[Leaf] = [
        _paragraph(
            "For eleven years the last way home to the islands left at ten past eight. Whoever missed it slept on a "
            "friend’s sofa, or on the benches of the waiting room. From Friday there will be a boat at 23:40 again."
        ),
        Paragraph(
            line=line_of(
                [
                    Run(text="The "),
                    Run(text="Petrel", marks=_EMPHASIS),
                    Run(text=" carries 60 passengers and eight bicycles over Marlow Sound, and makes the crossing in "),
                    Run(text="34 minutes", marks=_STRONG),
                    Run(text=". Her batteries are charged on the quay from two wind turbines above the harbour; the "),
                    Run(text="new timetable", marks=_TIMETABLE),
                    Run(text=" leaves her an hour for it between crossings."),
                ]
            )
        ),
        _paragraph(
            "Tickets cost 6.50 crowns, a third more than by day. The islanders chose that price themselves: in a vote "
            "last spring, 71 percent preferred a dearer boat to none."
        ),
        _heading("A boat that had to go"),
        _paragraph(
            "The old night ferry was taken out of service when her engine failed twice in one winter. The county "
            "offered a replacement on weekends only, and the island council declined."
        ),
        _quoted(
            "People did not move away because of one boat. But each family that left told us about an evening when "
            "they could not get home."
        ),
        Attribution(line=plain_line("Runa Halder, chair of the island council")),
        _paragraph(
            "Between 2014 and last year the number of children at the island school fell from 48 to 29. The council "
            "does not claim that the ferry alone is to blame."
        ),
        _heading("What passengers need to know"),
        _item("The boat leaves Osk at 23:40 and the islands at 00:30, every night but Sunday."),
        _item("Seats can be reserved until six in the evening; ten are kept for those who just turn up."),
        _item("In winds above force eight the crossing is cancelled, and a taxi to the mainland hotel is paid for."),
        _heading("Forty-one a night"),
        _paragraph(
            "The sums are tight. With 41 passengers on an average night the council covers its costs; in a trial week "
            "in March there were 44. A regional fund pays for the boat herself, on condition that she sails for at "
            "least six years."
        ),
        _paragraph(
            "“We have built the budget on a wet Tuesday in November, not on a summer night,” said Tomas Breck, who "
            "runs the harbour. “If the students come home at weekends, we will be fine.”"
        ),
        _paragraph(
            "The first crossing is free. The harbour café, which has closed at nine ever since the late boat stopped, "
            "will stay open until she has left."
        ),
    ]
    return body_of(leaves)


def _paragraph(text: str) -> Paragraph:
    return Paragraph(line=plain_line(text))


def _quoted(text: str) -> Paragraph:
    return Paragraph(line=plain_line(text), quoted=True)


def _heading(text: str) -> Heading:
    return Heading(level=2, line=plain_line(text))


def _item(text: str) -> ListItem:
    return ListItem(line=plain_line(text), path=(ListLevel(kind=ListKind.BULLET),))
