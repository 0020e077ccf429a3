"""Real wire messages: what of each becomes which field."""

import re
from pathlib import Path

import pytest

from deskeditor.ingest.files import read_file
from deskeditor.ingest.sorting import Slot
from deskeditor.ingest.wire_text import announced_words, looks_like_wire, sort_wire

CORE = "superdesk+superdesk-core/tests/io/fixtures"
BELGA = "superdesk+superdesk-belga/server/tests/io/fixtures"

# File, headline, slugline, dateline, credit, byline, paragraphs, opening, close, takes, announced words.
PINNED = [
    (
        f"{CORE}/IPTC7901.txt",
        "Germany Social Democrats: Coalition talks with Merkel could fail",
        "Germany-politics",
        ("Berlin", "dpa", ()),
        (5, "Negotiations between German conservatives headed by Chancellor", "a third term before Christmas."),
        (),
        211,
    ),
    (
        f"{CORE}/dpa_two_line.txt",
        "Peace talks on Yemen to take place in Sweden next month, Mattis says",
        "Yemen/conflict",
        ("Washington", "dpa", ()),
        (4, "US Defence Secretary Jim Mattis says he expects the warring", "it has decreased considerably."),
        ("EXTRA",),
        93,
    ),
    (
        f"{CORE}/dpa_four_line.txt",
        "Switzerland joins list of countries resisting UN migration pact",
        "Switzerland/migration/UN",
        ("Geneva", "dpa", ()),
        (15, "Switzerland is joining a growing number of countries that", "Israel, Poland and the United States."),
        ("REFILE", "1ST LEAD", "By dpa correspondents"),
        380,
    ),
    (
        f"{CORE}/dpa_copyright.txt",
        "Impressum",
        "Impressum",
        ("", "dpa", ()),
        (1, "ryryryry copyright by dpa ryryryry", "in english dpa dpa dpa dpa"),
        ("(Achtung)",),
        46,
    ),
    (
        f"{BELGA}/dpa.txt",
        "Top EU court: Britain can unilaterally reverse Brexit decision",
        "politics/Britain/EU/Brexit/justice",
        ("Luxembourg", "dpa", ("By Helen Maguire, dpa",)),
        (18, "Britain could unilaterally decide not to leave the European", "say it goes too far."),
        ("2ND LEAD", "3RD NET"),
        510,
    ),
    (
        f"{BELGA}/kyodo.txt",
        "Soccer: Urawa Reds claim 7th Emperor's Cup by beating Vegalta Sendai",
        "Soccer-Emperor's-Cup",
        ("SAITAMA, Japan, Dec. 9", "Kyodo", ()),
        (11, "Urawa Reds claimed their seventh Emperor's Cup on Sunday after", "when they sustained injuries."),
        (),
        344,
    ),
    (
        f"{BELGA}/ats.txt",
        "Gilets jaunes: une «catastrophe pour notre économie» (Le Maire)",
        "France",
        ("Paris", "ats afp", ()),
        (3, "Les violences liées aux manifestations des «gilets jaunes» sont", "leur impact sur le pouvoir d'achat."),
        ("Situation", "France:"),
        121,
    ),
]


@pytest.mark.parametrize(
    ("name", "headline", "slugline", "origin", "body", "takes", "announced"), PINNED, ids=[case[0] for case in PINNED]
)
def test_the_fields_of_a_real_message(
    samples: Path,
    name: str,
    headline: str,
    slugline: str,
    origin: tuple[str, str, tuple[str, ...]],
    body: tuple[int, str, str],
    takes: tuple[str, ...],
    announced: int,
) -> None:
    text = read_file(samples / "wire" / name).text
    assert looks_like_wire(text)
    assert announced_words(text) == announced
    sorting = sort_wire(text)
    assert sorting.texts(Slot.HEADLINE) == (headline,)
    assert sorting.texts(Slot.SLUGLINE) == (slugline,)
    dateline, credit, byline = origin
    assert sorting.texts(Slot.DATELINE) == ((dateline,) if dateline else ())
    assert sorting.texts(Slot.CREDIT) == (credit,)
    assert sorting.texts(Slot.BYLINE) == byline
    paragraphs = sorting.texts(Slot.BODY)
    count, opening, close = body
    assert len(paragraphs) == count
    assert paragraphs[0].startswith(opening)
    assert paragraphs[-1].endswith(close)
    assert sorting.texts(Slot.DESK_NOTE)[1 : 1 + len(takes)] == takes


@pytest.mark.parametrize("name", [case[0] for case in PINNED])
def test_nothing_for_desks_stands_in_the_body(samples: Path, name: str) -> None:
    body = "\n".join(sort_wire(read_file(samples / "wire" / name).text).texts(Slot.BODY))
    assert not re.search(
        r"Notebook|Reporting by|Editing by|dpaq\.de|@dpa|not (intended )?for publication|GMT|[\x00-\x09\x0b-\x1f\x7f]",
        body,
        re.IGNORECASE,
    )


def test_no_page_and_no_markdown_file_is_taken_for_a_wire(samples: Path) -> None:
    texts = [*(samples / "page-copy").rglob("*.txt"), *(samples / "languages").rglob("*.md")]
    assert len(texts) > 89
    assert [path.name for path in texts if looks_like_wire(read_file(path).text)] == []
