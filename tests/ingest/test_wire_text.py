"""Wire copy sorted into fields, with nothing meant for desks in the body."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.sorting import Slot, Sorting
from deskeditor.ingest.wire_text import EMBARGO, KILL, announced_words, looks_like_wire, sort_wire
from tests.ingest.wire_twins import FRAMED, FRENCH, GERMAN, INDENTED, MARKED, TERMINAL

TWINS = (FRAMED, INDENTED, FRENCH, TERMINAL, MARKED, GERMAN)


def test_a_framed_message() -> None:
    sorting = sort_wire(FRAMED)
    assert sorting.format == "wire"
    assert sorting.texts(Slot.HEADLINE) == ("Harbour council votes to rebuild the old lighthouse",)
    assert sorting.texts(Slot.SLUGLINE) == ("Harbour/council",)
    assert sorting.texts(Slot.BYLINE) == ("By Ada Brandt, dpa",)
    assert sorting.texts(Slot.DATELINE) == ("Kiel",)
    assert sorting.texts(Slot.CREDIT) == ("dpa",)
    assert sorting.texts(Slot.BODY) == (
        "The harbour council voted on Tuesday to rebuild the old lighthouse, which a storm had damaged in the winter, "
        "and to pay for it out of the port's own well-earned reserves.",
        '"We owe it to the fishermen," the chairwoman said after a debate that went on for more than four hours.',
    )
    assert sorting.texts(Slot.DESK_NOTE) == (
        "Wire: xqa0412, dpa 0188, priority 3, category i, 57 words",
        "EXTRA",
        "2ND LEAD",
        "# Notebook",
        "## Internet links",
        "- [The council](http://harbour.example/vote)",
        "The following information is not intended for publication",
        "## Editorial contacts",
        "- Reporting by: Ada Brandt in Kiel, Bo Lund in Flensburg",
        "- Editing by: Cai Holm, +49 000 1234, <desk@agency.example>",
        "dpa ab bl ch",
        "041530 GMT Mar 25",
    )
    assert sorting.dropped == ("* * * *",)


def test_paragraphs_told_by_indentation_alone() -> None:
    sorting = sort_wire(INDENTED)
    assert sorting.texts(Slot.HEADLINE) == ("Rowing: Otsu eight win lake cup for 3rd time",)
    assert sorting.texts(Slot.SLUGLINE) == ("Rowing-Lake-Cup",)
    assert sorting.texts(Slot.DATELINE) == ("OTSU, Japan, March 4",)
    assert sorting.texts(Slot.CREDIT) == ("Kyodo",)
    assert sorting.texts(Slot.BODY) == (
        "The Otsu eight won the lake cup on Sunday for the third time, finishing two lengths ahead of the crew "
        "from Hikone.",
        "The Otsu boat -- with four newcomers aboard -- led from the first stroke and was never in danger, their "
        "coach said.",
    )
    assert sorting.texts(Slot.DESK_NOTE) == (
        "Wire: a0217, KYODO xxyy-, priority u, category s, 61 words, 04-03, BC-Rowing-Lake-Cup",
        "==Kyodo",
        "KWS-18:02-04-03-25",
    )


def test_a_french_message() -> None:
    sorting = sort_wire(FRENCH)
    assert sorting.texts(Slot.HEADLINE) == ("Le lac gèle: les pêcheurs «patientent»",)
    assert sorting.texts(Slot.SLUGLINE) == ("Suisse",)
    assert sorting.texts(Slot.DATELINE) == ("Neuchâtel",)
    assert sorting.texts(Slot.CREDIT) == ("ats afp",)
    assert sorting.texts(Slot.BODY) == (
        "La glace retient les pêcheurs au port depuis lundi, a indiqué la commune. Elle compte sur un redoux «dans la "
        "semaine».",
        "«On attend», a dit un pêcheur.",
    )
    assert sorting.texts(Slot.DESK_NOTE)[1:] == ("Situation", "Suisse:", "(SDA\\/xy)", "031015 mar 25")


def test_a_terminal_s_text_with_points_above_the_copy() -> None:
    sorting = sort_wire(TERMINAL)
    assert sorting.texts(Slot.HEADLINE) == ("Dune Republic's voters back new water law",)
    assert sorting.texts(Slot.BULLET) == ("* Law passes with 61 percent", "* Farmers to pay by the cubic metre")
    assert sorting.texts(Slot.BYLINE) == ("By Eva Stone and Femi Hale",)
    assert sorting.texts(Slot.DATELINE) == ("PORT DUNE, March 4",)
    assert sorting.texts(Slot.CREDIT) == ("Reuters",)
    assert sorting.texts(Slot.BODY)[0].startswith("Voters in the Dune Republic")
    assert sorting.texts(Slot.BODY)[1:] == ("The law takes effect next year.",)
    assert sorting.texts(Slot.DESK_NOTE) == (
        "(Adds quote from minister, background)",
        "UPDATE 2",
        "(Reporting by Eva Stone and Femi Hale; Editing by Gus Reed)",
        "((eva.stone@agency.example; +00 1 234; ))",
    )


def test_marked_lines_of_an_american_wire() -> None:
    sorting = sort_wire(MARKED)
    assert sorting.texts(Slot.HEADLINE) == ("Storm-hit lighthouse to be rebuilt, harbour says",)
    assert sorting.texts(Slot.SLUGLINE) == ("DN--Lighthouse",)
    assert sorting.texts(Slot.BYLINE) == ("By ADA BRANDT",)
    assert sorting.texts(Slot.DATELINE) == ("KIEL, Germany",)
    assert sorting.texts(Slot.CREDIT) == ("AP",)
    assert sorting.texts(Slot.BODY) == (
        "The harbour council voted Tuesday to rebuild the lighthouse that a storm had damaged.",
        "Work begins in May.",
    )
    assert "Eds: UPDATES with vote. Links photos." in sorting.texts(Slot.DESK_NOTE)
    assert "(MORE)" in sorting.texts(Slot.DESK_NOTE)


def test_a_german_message_with_an_embargo() -> None:
    sorting = sort_wire(GERMAN)
    assert sorting.texts(Slot.HEADLINE) == ("Hafenrat beschließt den Wiederaufbau des Leuchtturms",)
    assert sorting.texts(Slot.BODY)[1] == "Die Ein- und Ausfahrt bleibt gesperrt."
    assert [line.text for line in sorting.lines if line.why == EMBARGO] == ["Sperrfrist: 5. März 2025, 06:00 MEZ"]
    assert sorting.texts(Slot.DESK_NOTE)[-1] == "dpa ab yyzz n1 ch"


def test_a_withdrawal_says_so() -> None:
    sorting = sort_wire(FRAMED.replace("EXTRA", "KILL"))
    assert [line.text for line in sorting.lines if line.why == KILL] == ["KILL"]


@pytest.mark.parametrize("twin", TWINS)
def test_every_twin_is_taken_for_a_wire(twin: str) -> None:
    assert looks_like_wire(twin)


@pytest.mark.parametrize("twin", TWINS)
def test_a_wire_survives_other_line_ends_and_lost_controls(twin: str) -> None:
    bare = "".join(character for character in twin if character >= " " or character in "\n")
    plain = sort_wire(bare)
    assert plain.texts(Slot.BODY) == sort_wire(twin).texts(Slot.BODY)
    assert looks_like_wire(bare)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A headline\n\nA paragraph, and nothing else.",
        "---\ntitle: A file\n---\n\nLONDON (Reuters) - quoted in Markdown.\n",
        "# Heading\n\nSome text = more text =\n",
        "Menu\nHome\nNews\nSport\nWorld\nBusiness\nTech\nSign in\nSearch\nOpinion\n"
        "LONDON (AP) - A page has its menus above the copy.\n\nMore\n(Reporting by A. Person)\n",
        "Minutes\n\nThe committee agreed that its minutes were not for publication, and the chair said so.\n",
    ],
)
def test_ordinary_text_is_no_wire(text: str) -> None:
    assert not looks_like_wire(text)


def test_the_announced_count() -> None:
    assert announced_words(FRAMED) == 57
    assert announced_words(TERMINAL) is None


def words(text: str) -> list[str]:
    """The words of a text as a multiset, hyphens and controls set aside."""
    return sorted(re.findall(r"[^\W_]+", re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|(?<=\w)-\s+(?=\w)", " ", text)))


def kept(sorting: Sorting) -> list[str]:
    return words("\n".join(line.text for line in sorting.lines))


@pytest.mark.parametrize("twin", TWINS[:-1])
def test_no_word_of_a_twin_is_lost(twin: str) -> None:
    held = kept(sort_wire(twin))
    missing = [word for word in set(words(twin)) if word not in held]
    # Figures of the header are told as numbers, and what stood glued together apart.
    assert [word for word in missing if word.isalpha()] == []


WIRE_ISH = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            "EXTRA|1ST LEAD|xqa0412 3 i 57  dpa 0188|Harbour/council/|A headline =|By Ada Brandt =|"
            "Kiel (dpa) - Words of the copy|   indented words|* point|- item|not for publication|# Notebook|"
            "a0217KYODO|u s BC-Lake-Cup   04-03 0061|(MORE)|Sperrfrist: 5. März 2025|\x02|\x03|\x01|ends in a hy-|"
            "phen and goes on|(Reporting by A; Editing by B)|041530 GMT Mar 25|=|^|+|==|<|^=|a0001|0|".split("|")
        ),
    ),
    max_size=25,
).map("\n".join)


@given(WIRE_ISH)
def test_any_text_is_sorted_and_no_letter_lost(text: str) -> None:
    sorting = sort_wire(text)
    looks_like_wire(text)
    given_letters = set(re.findall(r"[^\W_]", text))
    held = set(re.findall(r"[^\W_]", "".join(line.text for line in sorting.lines)))
    assert given_letters <= held


@given(WIRE_ISH)
def test_no_words_after_a_notebook_reach_the_body(text: str) -> None:
    sorting = sort_wire(f"{FRAMED.split('# Notebook')[0]}# Notebook\n{text.replace(chr(2), '')}")
    assert sorting.texts(Slot.BODY) == sort_wire(FRAMED).texts(Slot.BODY)
