"""Where the body of a page lies, and how well it is found on real pages."""

import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._pages import agreement, our_body, pages
from deskeditor.ingest.page_copy_body import best_stretch, find_body
from deskeditor.ingest.page_copy_facts import has_columns, line_facts
from deskeditor.ingest.page_copy_features import FEATURES, features
from deskeditor.ingest.page_copy_lines import page_lines, words_in
from deskeditor.ingest.page_copy_vocabulary import furniture, is_dated
from deskeditor.ingest.page_copy_weights import WEIGHTS


def test_every_feature_has_its_weight() -> None:
    assert tuple(name for name, _, _ in WEIGHTS) == FEATURES


@given(st.lists(st.sampled_from([-2.0, -0.3, 0.1, 0.5, 2.0]), max_size=7))
def test_no_choice_of_lines_beats_the_stretch(scores: list[float]) -> None:
    def worth(taken: tuple[bool, ...]) -> float:
        inside = [at for at, is_in in enumerate(taken) if is_in]
        borders = sum(taken[at] != taken[at + 1] for at in range(inside[0], inside[-1])) if inside else 0
        return sum(scores[at] for at in inside) - 0.2 * borders

    best = max(worth(taken) for taken in product((False, True), repeat=len(scores)))
    assert worth(tuple(best_stretch(scores))) == pytest.approx(best)


@given(st.lists(st.text(max_size=50), max_size=20).map("\n".join))
def test_each_line_has_one_row_of_numbers(text: str) -> None:
    lines = page_lines(text)
    rows = features(lines, line_facts(lines))
    assert len(rows) == len(lines) == len(find_body(lines).inside)
    assert all(len(row) == len(FEATURES) for row in rows)


def test_words_are_counted_in_scripts_without_spaces() -> None:
    assert words_in("four words are here") == 4
    assert words_in("市議会は決めた") == 4


def test_columns_need_indents() -> None:
    assert not has_columns(page_lines("a\nb\n c"))
    assert has_columns(page_lines("a\n b\n  c"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Share on Facebook", "share"),
        ("Sign up for our newsletter", "newsletter"),
        ("Leave a comment", "comments"),
        ("12 comments", "comments"),
        ("Related articles", "related"),
        ("Advertisement", "advert"),
        ("© 2021 Mirror. All rights reserved.", "rights"),
        ("We use cookies to improve our site", "cookies"),
        ("A boat (Image: Archive)", "picture"),
        ("Back to\u00a0homepage", "navigation"),
        ("Trading Vol.6M", "market"),
    ],
)
def test_furniture(text: str, name: str) -> None:
    kind = furniture(text, words_in(text))
    assert kind is not None
    assert kind.name == name


@pytest.mark.parametrize("text", ["She shared the prize with her brother and thanked the judges.", "The board met."])
def test_running_text_is_no_furniture(text: str) -> None:
    assert furniture(text, words_in(text)) is None


@pytest.mark.parametrize("text", ["3 May 2021", "Published 11:05, Tue, Nov 19, 2019", "2 hours ago", "2019-11-18"])
def test_dates(text: str) -> None:
    assert is_dated(text, words_in(text))


def test_a_sentence_with_a_date_is_no_date() -> None:
    text = "The board met on 3 May 2021 and agreed to buy the boats"
    assert not is_dated(text, words_in(text))


@pytest.mark.usefixtures("samples")
def test_bodies_of_real_pages() -> None:
    found = pages()
    assert len(found) == 89
    assert agreement(lambda page: our_body(page.text), found)[2] >= 0.94
    flat = pages(flat=True)
    assert agreement(lambda page: our_body(page.text), flat)[2] >= 0.92


def test_the_measure_itself(samples: Path) -> None:
    truth = json.loads((samples / "html-pages/scrapinghub/ground-truth.json").read_text(encoding="utf-8"))
    assert len(truth) >= 89
    assert agreement(lambda page: page.body, pages()) == (1.0, 1.0, pytest.approx(1.0))
    assert agreement(lambda page: page.text, pages())[2] == pytest.approx(0.691, abs=0.0005)
