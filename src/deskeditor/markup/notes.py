"""The footnotes of a body being written: their numbers, and how often each was referred to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deskeditor.article.body import Footnote, Leaf


@dataclass(slots=True)
class Notes:
    """Numbers by label, counted from 1 in the order of the notes."""

    numbers: dict[str, int] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)

    def refer(self, label: str) -> int:
        """Count one more reference to the note; return how many there are now."""
        count = self.references.get(label, 0) + 1
        self.references[label] = count
        return count


def notes_of(leaves: Iterable[Leaf]) -> Notes:
    """The notes among `leaves`, none referred to yet."""
    labels = [leaf.label for leaf in leaves if isinstance(leaf, Footnote)]
    return Notes(numbers={label: number for number, label in enumerate(labels, start=1)})
