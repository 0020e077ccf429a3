"""Which known labels are offered for what was typed: infix, folded, best first."""

from collections.abc import Collection, Iterable

from deskeditor.language.folding import fold


def suggestions(typed: str, known: Iterable[str], *, without: Collection[str] = (), most: int = 8) -> tuple[str, ...]:
    """Return the labels of `known` that hold `typed` anywhere, case and accents aside.

    Those that begin with it come first, then those of which a word does, then the rest; shorter
    ones first among equals. Labels in `without` are left out. Nothing typed, nothing offered.
    """
    wanted = fold(typed.strip())
    if not wanted:
        return ()
    left_out = {fold(label) for label in without}
    found: list[tuple[int, int, str]] = []
    for label in dict.fromkeys(known):
        folded = fold(label)
        at = folded.find(wanted)
        if at < 0 or folded in left_out:
            continue
        rank = 0 if at == 0 else 1 if f" {wanted}" in folded else 2
        found.append((rank, len(folded), label))
    return tuple(label for _, _, label in sorted(found)[:most])
