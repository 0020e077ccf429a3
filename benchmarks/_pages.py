"""Pages as pasted text with their true bodies, and how far two texts agree."""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from benchmarks.measure import samples
from deskeditor.ingest.page_copy import sort_page_copy
from deskeditor.ingest.sorting import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's text as pasted, its true body, and the site it came from."""

    text: str
    body: str
    site: str


def pages(*, flat: bool = False) -> tuple[Page, ...]:
    """The published pages among the samples; `flat` takes the white space off the start of each line.

    Raises CannotMeasureError where they are missing.
    """
    truth = json.loads((samples("html-pages", "scrapinghub") / "ground-truth.json").read_text(encoding="utf-8"))
    found: list[Page] = []
    for path in sorted(samples("page-copy", "scrapinghub").glob("*.txt")):
        if path.stem in truth:
            text = path.read_text(encoding="utf-8")
            if flat:
                text = "\n".join(line.strip() for line in text.split("\n"))
            known = truth[path.stem]
            found.append(Page(text=text, body=known["articleBody"], site=urlsplit(known["url"]).netloc))
    return tuple(found)


def our_body(text: str, weights: Sequence[float] | None = None) -> str:
    """What the importer takes for the body; `weights` as `find_body` takes them."""
    sorting = sort_page_copy(text, weights=weights)
    return "\n".join(line.text for line in sorting.lines if line.slot in (Slot.BODY, Slot.HEADING))


def words(text: str) -> list[str]:
    """The words of a text, as the measure counts them."""
    return re.findall(r"\w+", text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The stretches of four words, with how often each stands in the text."""
    spoken = words(text)
    return Counter(tuple(spoken[at : at + 4]) for at in range(max(1, len(spoken) - 3))) if spoken else Counter()


def agreement(body_of: Callable[[Page], str], among: Sequence[Page]) -> tuple[float, float, float]:
    """Precision, recall and F1 of four-word stretches, precision and recall averaged over the pages."""
    precision = recall = 0.0
    for page in among:
        given, true = shingles(body_of(page)), shingles(page.body)
        shared = sum((given & true).values())
        precision += shared / max(sum(given.values()), 1)
        recall += shared / max(sum(true.values()), 1)
    precision, recall = precision / len(among), recall / len(among)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)
