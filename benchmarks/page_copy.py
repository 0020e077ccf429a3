"""How well the body of a page is found in its pasted text, beside three simple rules."""

from benchmarks._clean_copy import clean_copies, kept_share
from benchmarks._pages import Page, agreement, our_body, pages, words
from benchmarks.measure import Measurement, seconds
from deskeditor.ingest.page_copy import sort_page_copy

_LONG_LINE = 20
_BLOCK_LINE = 12
_BLOCK_COST = 8


def run() -> list[Measurement]:
    """F1 of the body over the pages, with and without the paste's indents, what is kept of clean copy, and the time."""
    found = pages()
    flat = pages(flat=True)
    ours = agreement(lambda page: our_body(page.text), found)
    bare = agreement(lambda page: our_body(page.text), flat)
    rules = (("keep everything", keep_all), ("lines of 20+ words", long_lines), ("best block", best_block))
    measurements = [
        Measurement(
            name="body F1",
            value=ours[2],
            unit="F1",
            reference=name,
            reference_value=agreement(lambda page, rule=rule: rule(page), found)[2],  # type: ignore[misc]
            n=len(found),
        )
        for name, rule in rules
    ]
    copies = clean_copies()
    shares = [kept_share(copy) for copy in copies]
    whole = seconds(lambda: [sort_page_copy(page.text) for page in found], repeats=3)
    return [
        *measurements,
        Measurement(name="body precision", value=ours[0], unit="share", n=len(found)),
        Measurement(name="body recall", value=ours[1], unit="share", n=len(found)),
        Measurement(
            name="body F1, indents removed",
            value=bare[2],
            unit="F1",
            reference="best block",
            reference_value=agreement(best_block, flat)[2],
            n=len(flat),
        ),
        Measurement(name="words kept of clean copy", value=sum(shares) / len(shares), unit="share", n=len(copies)),
        Measurement(
            name="clean copies that lose a word", value=sum(share < 1 for share in shares), unit="texts", n=len(copies)
        ),
        Measurement(name="sorting a page", value=1000 * whole / len(found), unit="ms", n=len(found)),
    ]


def keep_all(page: Page) -> str:
    """Every line."""
    return page.text


def long_lines(page: Page) -> str:
    """The lines of 20 words and more."""
    return "\n".join(line for line in page.text.split("\n") if len(words(line)) >= _LONG_LINE)


def best_block(page: Page) -> str:
    """The stretch of lines in which the words of longer lines most outweigh the count of shorter ones."""
    lines = page.text.split("\n")
    best, run, start = (0, 0, 0), 0, 0
    for at, line in enumerate(lines):
        size = len(words(line))
        if run <= 0:
            run, start = 0, at
        run += size if size >= _BLOCK_LINE else -_BLOCK_COST if size else 0
        if run > best[0]:
            best = (run, start, at)
    return "\n".join(lines[best[1] : best[2] + 1])
