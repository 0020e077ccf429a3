"""Real clipboard pages beside what another editor's makers expect of them."""

import os
import re
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from benchmarks.office_paste import Case, cases, differences
from deskeditor.article.body import leaf_lines
from deskeditor.markup.html_reader import read_html

GIVEN = os.environ.get("DESKEDITOR_SAMPLES")
pytestmark = pytest.mark.skipif(not GIVEN, reason="DESKEDITOR_SAMPLES is not set")
FOLDER: Final = Path(GIVEN or "") / "office-paste"

EXPECTED: Final = {
    # The expected one was written down by an editor that had neither lists nor links: with us both are kept.
    "bookmark/other word": ("lists", "links"),
    # Both paragraphs are of Word's level 6: with us two items of one level are neighbours.
    "list/multi-skip-level-deep word": ("lists",),
    # A paragraph in Word's style Title is a heading with us.
    "list/resume-template safari.word2016": ("headings",),
    "list/resume-template word2016": ("headings",),
}


def _cases() -> list[Case]:
    return list(cases(FOLDER / "ckeditor5")) if GIVEN else []


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_a_clipboard_page_says_what_its_makers_expect(case: Case) -> None:
    assert differences(case) == EXPECTED.get(case.name, ())


def test_there_is_a_page_for_each_reason() -> None:
    assert set(EXPECTED) <= {case.name for case in _cases()}


def test_no_word_of_a_messy_page_is_lost() -> None:
    pages = sorted((FOLDER / "plate").rglob("*.html"))
    assert pages
    for path in pages:
        html = path.read_text(encoding="utf-8")
        inside = re.sub(
            r"(?s)<!--.*?-->|<(style|script|head|xml)\b.*?</\1>|<span[^>]*mso-list:\s*Ignore.*?</span>", "", html
        )
        joined = re.sub(r"(?s)</?(?:a|b|em|font|i|span|strong|su[bp]|u)\b[^>]*>", "", inside)
        words = set(re.findall(r"\w{2,}", unescape(re.sub(r"(?s)<[^>]*>", " ", joined))))
        read = " ".join(line.text for leaf in read_html(html).body for line in leaf_lines(leaf))
        assert words <= set(re.findall(r"\w{2,}", read)), path.name
