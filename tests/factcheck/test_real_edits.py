"""Real edits: none of the sentences that exact search loses is put where a person says that it does not stand.

The sentences are others', and not copied here: `real_edits.txt` names them by place and hash.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from benchmarks._real_edits import Edit, edits
from deskeditor.article.claim_words import anchor_at, claimed_words, text_at
from deskeditor.article.claims import Claim, ClaimKind, Standing
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.placing import with_claims_placed
from tests.factcheck.anchored import claim_on, piece

LABELS: Final = Path(__file__).parent / "real_edits.txt"
FOUND_AT_LEAST: Final = 62
"""Of 81 that are there, how many are to be found for certain."""


@dataclass(frozen=True)
class Label:
    edit: str
    before: Place
    digest: str
    after: Place | None


def labels() -> Iterator[Label]:
    edit = ""
    for row in LABELS.read_text(encoding="utf-8").splitlines():
        if row.startswith("  "):
            before, after = row.strip().split(" -> ")
            *place, digest = before.split()
            yield Label(edit, _place(place), digest, None if after == "gone" else _place(after.split()))
        elif not row.startswith("#"):
            edit = row


def _place(words: list[str]) -> Place:
    leaf, start, end = map(int, words)
    return Place(field=Field.BODY, leaf=leaf, start=start, end=end)


def test_there_are_a_hundred_labels() -> None:
    assert len(list(labels())) >= 100


@pytest.fixture(scope="module")
def read(samples: Path) -> dict[str, Edit]:
    wanted = {label.edit for label in labels()}
    return {edit.key: edit for edit in edits(samples / "anchoring" / "real-edit-pairs.jsonl") if edit.key in wanted}


def test_none_is_put_in_a_wrong_place(read: dict[str, Edit]) -> None:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for key in read:
        laid = with_claims_placed(read[key].after, read[key].claims)
        where = {claim.anchor.place: claim for claim in laid.claims}
        lying = claimed_words(laid)
        for label in (one for one in labels() if one.edit == key):
            claim = where[label.before]
            assert sha256(claim.anchor.quote.encode()).hexdigest().startswith(label.digest), label
            if claim.standing is Standing.PLACED and not _meets(lying[claim.id].places[0], label.after):
                wrong.append(f"{key}: {claim.anchor.quote!r} -> {lying[claim.id].words!r}")
            counts["there" if label.after is not None else "gone", claim.standing.value] += 1
    assert wrong == []
    assert counts["there", "placed"] >= FOUND_AT_LEAST, counts
    assert counts["gone", "placed"] == 0, counts


def _meets(place: Place, label: Place | None) -> bool:
    if label is None or place.leaf != label.leaf:
        return False
    shared = min(place.end, label.end) - max(place.start, label.start)
    return shared >= 0.5 * min(place.end - place.start, label.end - label.start)


# The same kinds of edit in words of our own

OURS: Final = (
    ("Each crossing takes 40 minutes (see the table).", "Each crossing takes 45 minutes."),
    ("As a pilot on the sound, I have seen the harbour silt up.", "We have seen the harbour silt up."),
    ("The report names 130 cases of “overload.”", 'The report names 130 cases of "overload."'),
    ("2. The register of ships is open to all.", "2. The register of ships is open to all"),
    ("About the quayVolunteers of the club run the night ferry.", "Volunteers of the club run the night ferry."),
    ("Read our weekly letter about ships and tides.", "Read our fortnightly letter about ships and tides."),
    ("Chief Pilot Mira Aldous and I explain the tide table.", "Director Mira Aldous and I explain the tide table."),
    (
        "We follow the rules of the guild in laying a deck out.",
        "We follow the rules of the guild in laying out a deck.",
    ),
)
GONE: Final = ("Picture: a ship with two masts before the lighthouse.", "1776", "Archive notice")
KEPT: Final = "Nothing else in this piece was touched by anybody."


def test_edits_of_our_own() -> None:
    before = piece("Ferries", *(text for old, _ in OURS for text in (old, KEPT)), *GONE)
    after = piece("Ferries", "Something new stands on top.", *(text for _, new in OURS for text in (KEPT, new)))
    claims: list[Claim] = []
    for leaf in range(len(before.body)):
        place = Place(field=Field.BODY, leaf=leaf, end=9999)
        place = replace(place, end=len(text_at(before, place)))
        claims.append(claim_on(before, place, leaf + 1))
    laid = with_claims_placed(after, claims)
    lying = claimed_words(laid)
    for number, (_, new) in enumerate(OURS):
        claim = laid.claims[2 * number]
        assert claim.standing is Standing.PLACED, claim.anchor.quote
        assert lying[claim.id].words == new
    for claim in laid.claims[-len(GONE) :]:
        assert claim.standing is Standing.LOST
        assert claim.id not in lying


def test_a_claim_in_a_sentence_that_was_parted_lies_on_the_larger_half() -> None:
    before = piece("Ferries", "About the quay The night ferry is run by volunteers of the lifeboat club.")
    place = Place(field=Field.BODY, end=len(text_at(before, Place(field=Field.BODY, end=999))))
    claim = Claim(id="c", number=1, kind=ClaimKind.BACKGROUND, anchor=anchor_at(before, place))
    after = piece("Ferries", "About the quay", "The night ferry is run by volunteers of the lifeboat club.")
    (one,) = claimed_words(with_claims_placed(after, [claim])).values()
    assert one.words == "The night ferry is run by volunteers of the lifeboat club."
