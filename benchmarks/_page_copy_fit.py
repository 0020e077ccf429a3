"""Fits the weights by which page copy is read: `python -m benchmarks._page_copy_fit` prints them and what they score.

Logistic regression by Newton's method on the pages of the samples, once with the indents of the paste
and once without. Nothing in it is random. The honest figure is the cross-validated one: each page is
read by weights that no page of its site had a part in.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Final

from benchmarks._pages import Page, agreement, our_body, pages, words
from deskeditor.ingest import page_copy_weights
from deskeditor.ingest.page_copy_facts import line_facts
from deskeditor.ingest.page_copy_features import FEATURES, features
from deskeditor.ingest.page_copy_lines import PageLine, page_lines

_PENALTY: Final = 0.001
_ROUNDS: Final = 12
_FOLDS: Final = 10
_HEAD: Final = '''"""How much each feature of a line speaks for being body, as `benchmarks._page_copy_fit` found."""

from typing import Final

WEIGHTS: Final = (
'''
_TAIL: Final = ''')
"""Feature, its weight in log odds on pages with indents and on flat ones, in the order of `FEATURES`."""
'''

Sparse = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line: its features that are not zero, whether it is body, and how much it counts."""

    row: Sparse
    body: bool
    weight: float


def cases(page: Page) -> list[Case]:
    """The lines of a page as cases; long lines count more, and each page about as much as another."""
    lines = page_lines(page.text)
    rows = features(lines, line_facts(lines))
    whole = len(words(page.body)) + 60
    return [
        Case(
            row=tuple((at, value) for at, value in enumerate(row) if value),
            body=is_body,
            weight=(min(len(words(line.text)), 60) + 2.5) / whole,
        )
        for line, row, is_body in zip(lines, rows, body_lines(lines, page.body), strict=True)
    ]


def body_lines(lines: Sequence[PageLine], body: str) -> list[bool]:
    """Which lines stand in the true body: by most of their four-word stretches, short ones as a line of it."""
    spoken = words(body)
    stretches = Counter(tuple(spoken[at : at + 4]) for at in range(len(spoken) - 3))
    whole_lines = {" ".join(words(line)) for line in body.split("\n")}
    found: list[bool] = []
    for line in lines:
        own = words(line.text)
        if len(own) < 4:
            found.append(" ".join(own) in whole_lines)
        else:
            parts = [tuple(own[at : at + 4]) for at in range(len(own) - 3)]
            found.append(2 * sum(part in stretches for part in parts) > len(parts))
    sized = [at for at, is_body in enumerate(found) if is_body and lines[at].size >= 12]
    if sized:
        # A menu's "Video" is not the body's "Video": short lines count only near the body's long ones.
        first, last = sized[0] - 4, sized[-1] + 6
        found = [is_body and (first <= at <= last or lines[at].size >= 8) for at, is_body in enumerate(found)]
    return found


def fit(given: Sequence[Case]) -> list[float]:
    """The weights that make the cases likeliest, large weights held down."""
    size = len(FEATURES)
    total = sum(case.weight for case in given)
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        slope = [_PENALTY * weight for weight in weights]
        curve = [[_PENALTY if row == column else 0.0 for column in range(size)] for row in range(size)]
        for case in given:
            odds = sum(weights[at] * value for at, value in case.row)
            chance = 1 / (1 + exp(-max(min(odds, 30.0), -30.0)))
            share = case.weight / total
            miss = share * (chance - case.body)
            bend = max(share * chance * (1 - chance), 1e-9)
            for at, value in case.row:
                slope[at] += miss * value
                line = curve[at]
                for other, beside in case.row:
                    line[other] += bend * value * beside
        step = solved(curve, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
    return weights


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a set of linear equations, by elimination with row exchange."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            if factor := rows[below][at] / rows[at][at]:
                rows[below] = [value - factor * above for value, above in zip(rows[below], rows[at], strict=True)]
    solution = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][other] * solution[other] for other in range(at + 1, size))
        solution[at] = (rows[at][size] - known) / rows[at][at]
    return solution


def cross_validated(among: Sequence[Page]) -> tuple[float, float, float]:
    """Precision, recall and F1 where each page is read by weights fitted without its site."""
    sites = sorted({page.site for page in among})
    fold = {site: at % _FOLDS for at, site in enumerate(sites)}
    known = [(page, cases(page)) for page in among]
    fitted = [
        fit([case for page, own in known if fold[page.site] != number for case in own]) for number in range(_FOLDS)
    ]
    return agreement(lambda page: our_body(page.text, fitted[fold[page.site]]), among)


def main(asked: Sequence[str]) -> None:
    """Print what freshly fitted weights score; `--write` puts them in their module, `--quick` skips the folds."""
    columns: list[list[float]] = []
    for name, among in (("with indents", pages()), ("flat", pages(flat=True))):
        weights = [round(weight, 2) for weight in fit([case for page in among for case in cases(page)])]
        columns.append(weights)
        told = agreement(lambda page, weights=weights: our_body(page.text, weights), among)  # type: ignore[misc]
        print(f"{name}: in sample P {told[0]:.4f} R {told[1]:.4f} F1 {told[2]:.4f} n {len(among)}", flush=True)
        if "--quick" not in asked:
            told = cross_validated(among)
            print(f"{name}: by folds  P {told[0]:.4f} R {told[1]:.4f} F1 {told[2]:.4f} n {len(among)}", flush=True)
    rows = zip(FEATURES, *columns, strict=True)
    table = "".join(f'    ("{name}", {indented}, {flat}),\n' for name, indented, flat in rows)
    if "--write" in asked:
        Path(page_copy_weights.__file__).write_text(_HEAD + table + _TAIL, encoding="utf-8")
    else:
        print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
