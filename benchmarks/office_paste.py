"""Real clipboard pages of Word and Google Docs, read beside what another editor's makers expect of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks.measure import CannotMeasureError, Measurement, samples, seconds
from deskeditor.article.body import Body, Heading, ListItem, leaf_lines
from deskeditor.article.line import HARD_BREAK, Line, MarkKind
from deskeditor.markup.html_reader import read_html

_SPACE: Final = re.compile(r"[\s\u00a0\u200b]+")
_MODEL_TEXT: Final = re.compile(r"<\$text([^>]*)>(.*?)</\$text>", re.DOTALL)
_MODEL_TAG: Final = re.compile(r"<(/?)(paragraph|table|tableRow|tableCell)\b[^>]*>")
_MODEL_NAMES: Final = MappingProxyType({"paragraph": "p", "table": "table", "tableRow": "tr", "tableCell": "td"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A clipboard page and the plain HTML that it stands for."""

    name: str
    given: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What of a page is compared: its words, and which of them stand in what list, heading, link or mark."""

    text: str
    lists: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    bold: str
    italic: str


def cases(folder: Path) -> Iterator[Case]:
    """The pages of a folder that an expected one stands beside: `input.X.html` and `normalized.X.html`.

    Where there is none but `model.X.html`, the makers' own notation of what they read, that is the expected one.
    """
    for path in sorted(folder.rglob("input*.html")):
        kind = path.name.removeprefix("input")
        names = [f"{what}{kind.removeprefix(less)}" for what in ("normalized", "model") for less in ("", ".safari")]
        found = next((file for name in names if (file := path.parent / name).is_file()), None)
        if found is not None:
            name = path.relative_to(folder).as_posix().removesuffix(".html").replace("/input", " ").replace(" .", " ")
            expected = found.read_text(encoding="utf-8")
            if found.name.startswith("model"):
                expected = html_of_model(expected)
            yield Case(name=name.strip(), given=path.read_text(encoding="utf-8"), expected=expected)


def html_of_model(model: str) -> str:
    """The makers' notation of paragraphs, tables and marked words as HTML; bookmarks are left as they are."""

    def words(found: re.Match[str]) -> str:
        names = [tag for tag, attribute in (("b", 'bold="true"'), ("i", 'italic="true"')) if attribute in found[1]]
        link = re.search(r'linkHref="([^"]*)"', found[1])
        text = f'<a href="{link[1]}">{found[2]}</a>' if link else found[2]
        return "".join(f"<{name}>" for name in names) + text + "".join(f"</{name}>" for name in reversed(names))

    marked = _MODEL_TEXT.sub(words, model.replace("<imageInline", "<img"))
    return _MODEL_TAG.sub(lambda found: f"<{found[1]}{_MODEL_NAMES[found[2]]}>", marked)


def said(html: str) -> Said:
    """What is compared of a page, once it is read."""
    body = read_html(html).body
    return Said(
        text=_squeezed(" ".join(line.text for _, line in _lines(body))),
        lists=tuple(
            ("".join(step.kind.value[0] for step in leaf.path), _squeezed(leaf.line.text.split(HARD_BREAK)[0]))
            for leaf in body
            if isinstance(leaf, ListItem) and _squeezed(leaf.line.text)
        ),
        headings=tuple(_squeezed(leaf.line.text) for leaf in body if isinstance(leaf, Heading)),
        links=tuple(_links(body)),
        bold=_squeezed(_marked(body, MarkKind.STRONG)),
        italic=_squeezed(_marked(body, MarkKind.EMPHASIS)),
    )


def differences(case: Case) -> tuple[str, ...]:
    """The names of the parts of `Said` in which the page as read differs from the one expected."""
    ours, theirs = said(case.given), said(case.expected)
    return tuple(name for name in Said.__dataclass_fields__ if getattr(ours, name) != getattr(theirs, name))


def _lines(body: Body) -> Iterator[tuple[int, Line]]:
    return ((number, line) for number, leaf in enumerate(body) for line in leaf_lines(leaf))


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def _links(body: Body) -> Iterator[tuple[str, str]]:
    for _, line in _lines(body):
        for run in line:
            if run.has(MarkKind.LINK):
                yield run.value(MarkKind.LINK), _squeezed(run.text)


def _marked(body: Body, kind: MarkKind) -> str:
    return "".join(run.text for _, line in _lines(body) for run in line if run.has(kind))


def long_page() -> str:
    """A page of 10,000 words as Word copies it: paragraphs and list items by turns, fonts named everywhere."""
    words = (
        "The harbour <b>froze</b> on <span style='font-family:\"Arial\",sans-serif;color:#1F3864'>Tuesday</span>. " * 8
    )
    sign = "<span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span>"
    pair = (
        f"<p class=MsoNormal style='line-height:150%'>{words}<o:p></o:p></p>"
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>{sign}{words}<o:p></o:p></p>"
    )
    return f"<html><body>{pair * 125}</body></html>"


def run() -> tuple[Measurement, ...]:
    """Count the pages that say the same as expected, and time the reading beside that of the expected pages."""
    found = tuple(cases(samples("office-paste", "ckeditor5")))
    if not found:
        raise CannotMeasureError("finds no clipboard page")
    wrong = {case.name: parts for case in found if (parts := differences(case))}
    for name, parts in wrong.items():
        print(f"  differs: {name}: {', '.join(parts)}")
    text = sum("text" not in parts for parts in (wrong.get(case.name, ()) for case in found))
    took = seconds(lambda: [read_html(case.given) for case in found], repeats=1)
    plain = seconds(lambda: [read_html(case.expected) for case in found], repeats=1)
    page = long_page()
    plain_page = re.sub(r" (?:style|class)=(?:'[^']*'|\w+)", "", page)
    return (
        Measurement(name="pages whose words are as expected", value=text, unit="pages", n=len(found)),
        Measurement(name="pages alike in all", value=len(found) - len(wrong), unit="pages", n=len(found)),
        Measurement(
            name="reading",
            value=took,
            unit="s",
            reference="the expected pages, without dress",
            reference_value=plain,
            n=len(found),
        ),
        Measurement(
            name="reading 10,000 words of Word",
            value=seconds(lambda: read_html(page), repeats=5),
            unit="s",
            reference="the same, without dress",
            reference_value=seconds(lambda: read_html(plain_page), repeats=5),
            n=5,
        ),
    )
