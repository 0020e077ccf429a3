"""What makes a pasted text a page, and what is furniture in clean copy too."""

import pytest

from deskeditor.ingest.page_copy_evidence import calls_of_a_page, is_page
from deskeditor.ingest.page_copy_facts import line_facts
from deskeditor.ingest.page_copy_letter import letter_around
from deskeditor.ingest.page_copy_lines import page_lines

SENTENCE = "The harbour board met on Monday and agreed to buy three boats for the winter."


def seems_a_page(text: str) -> bool:
    return is_page(line_facts(page_lines(text)))


def calls(text: str) -> list[str]:
    lines = page_lines(text)
    return [lines[at].text for at in sorted(calls_of_a_page(lines, line_facts(lines)))]


def test_several_kinds_of_furniture_make_a_page() -> None:
    assert seems_a_page(f"Home\nShare\nA title\n{SENTENCE}\nRelated stories\nLeave a comment\n© 2024 Mirror")


@pytest.mark.parametrize(
    "text",
    [
        "",
        SENTENCE,
        "\n".join(["A title", *[SENTENCE] * 5]),
        "\n".join(["cars", "boats", "dogs"] * 30),
        "\n".join(["Photo: A. Berg", SENTENCE, "Image: The quay"] * 10),
        "\n".join([*["http://harbour.example", "a row"] * 40, SENTENCE]),
        "\n".join(["Share", *[SENTENCE] * 30, "Comments", "Home"]),
    ],
)
def test_little_furniture_makes_none(text: str) -> None:
    assert not seems_a_page(text)


def test_a_long_list_of_links_with_some_furniture_is_a_page() -> None:
    assert seems_a_page("\n".join(["Share", "Tweet", *["A row of links"] * 60, SENTENCE]))


def test_furniture_beside_furniture_goes_with_it() -> None:
    assert calls(f"{SENTENCE}\nShare this story\nFacebook\nTwitter\n{SENTENCE}\nVideo\n{SENTENCE}") == [
        "Share this story",
        "Facebook",
        "Twitter",
    ]


@pytest.mark.parametrize(
    "text", ["Share", "• Follow us on Friday", "Comments came in by the hundred.", "Read more books"]
)
def test_a_word_of_furniture_alone_is_none(text: str) -> None:
    assert calls(f"{SENTENCE}\n{text}\n{SENTENCE}") == []


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("Hi Anna,\nThe text.\nBest,\nInes", [0, 2, 3]),
        ("Liebe Anna,\nanbei der Text:\nEin Satz.\nViele Grüße\nInes", [0, 1, 3, 4]),
        ("Here is the piece:\nThe text.", [0]),
        ("From: Ines\nTo: Anna\nThe text.", [0, 1]),
        ("To: a friend\nThe text.", []),
        ("The text.\nThanks", []),
        ("Hi Anna,", []),
        ("Dear old boat\nThe text.", []),
    ],
)
def test_a_letter(text: str, around: list[int]) -> None:
    assert sorted(letter_around(page_lines(text))) == around
