import pytest

from deskeditor.article.body import Code, Heading, ListItem, ListKind, ListLevel, Paragraph, body_of
from deskeditor.article.line import plain_line
from deskeditor.language.words import body_words, count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one", 1),
        ("Peace talks lean West", 4),
        ("a state-of-the-art U.S. plan", 4),
        ("talks — at last", 3),
        ("talks—at last", 3),
        ("don’t stop", 2),
        ("100 % of €4.5m", 3),
        ("京都の春", 4),
        ("NBSP\u00a0counts", 2),
        ("line\u2028break", 2),
        ("Привет, мир", 2),
        ("* * *", 0),
    ],
)
def test_counts(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_body_counts_what_is_read() -> None:
    item = ListItem(line=plain_line("third item"), path=(ListLevel(kind=ListKind.BULLET),))
    body = body_of(
        [
            Heading(level=2, line=plain_line("A head")),
            Paragraph(line=plain_line("Two words")),
            item,
            Code(text="not these"),
        ]
    )
    assert body_words(body) == 6


def test_reading_time_rounds_up() -> None:
    assert reading_minutes(0, "en") == 0
    assert reading_minutes(1, "en") == 1
    assert reading_minutes(457, "en-GB") == 3
    assert reading_minutes(255, "zh-Hans") == 1
    assert reading_minutes(191, "xx") == 2
