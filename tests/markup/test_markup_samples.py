"""Real material, where it is at hand: CommonMark's cases and feedparser's hostile ones."""

import json
import os
import re
import xml.etree.ElementTree as ET
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from deskeditor.markup.html_reader import read_html
from deskeditor.markup.html_writer import write_html
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.markup.markdown_writer import write_markdown
from deskeditor.markup.plain_text import body_text
from tests.markup.test_hostile_markup import assert_harmless

SAMPLES = os.environ.get("DESKEDITOR_SAMPLES", "")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="DESKEDITOR_SAMPLES is not set")


def visible_words(html: str) -> Counter[str]:
    shown = re.sub(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Z].*?>|<style.*", "", html, flags=re.DOTALL)
    shown = re.sub(r'<img [^>]*alt="([^"]*)"[^>]*>', r" \1 ", shown)
    return Counter(re.findall(r"\w+", unescape(re.sub(r"<[^<>]*>", "", shown))))


def test_commonmark_cases_keep_their_words_and_come_back() -> None:
    cases = json.loads((Path(SAMPLES) / "markdown" / "commonmark-spec.json").read_text("utf-8"))
    losing = 0
    for case in cases:
        body = read_markdown(case["markdown"]).body
        losing += bool(visible_words(case["html"]) - Counter(re.findall(r"\w+", body_text(body))))
        assert read_markdown(write_markdown(body)).body == body
        assert read_html(write_html(body)).body == body
    # The rest are links and tags that Python-Markdown reads differently: their addresses are not shown.
    assert losing <= 40
    assert len(cases) > 600


def test_nothing_executable_survives_from_feeds() -> None:
    files = sorted((Path(SAMPLES) / "feeds").rglob("*sanitize*/*.xml"))
    assert len(files) > 100
    for file in files:
        text = file.read_text("utf-8", "replace")
        sources = [text]
        for element in ET.fromstring(text).iter():
            sources.append(ET.tostring(element, encoding="unicode", method="html"))
            sources.append(element.text or "")
        for source in sources:
            assert_harmless(write_html(read_html(source).body))
