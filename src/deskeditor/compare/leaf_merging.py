"""Three states of a body made one, leaf by leaf."""

from dataclasses import replace

from deskeditor.article.body import (
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Leaf,
    Rule,
    Table,
    body_of,
    leaf_lines,
    leaf_text,
    with_lines,
)
from deskeditor.article.line import EMPTY_LINE, NO_MARKS, Line, Mark, MarkKind, remarked, renamed
from deskeditor.compare.leaves import leaf_pairs, same_copy
from deskeditor.compare.naming import Naming, with_mark
from deskeditor.compare.runs import Clash, Marked, merged_marks
from deskeditor.compare.sequences import Side, Ways, merged_sequence


def merged_body(base: Body, mine: Body, theirs: Body, naming: Naming) -> Body:
    """Return my body with what the other side changed; clashes go to `naming`, marked on the words that stayed."""
    if theirs == base or mine == theirs:
        return mine
    if mine == base:
        return theirs
    theirs = _with_own_footnotes(base, mine, theirs)
    whole: list[tuple[int, Leaf, str]] = []

    def merge(number: int, was: Leaf, ours: Leaf, other: Leaf) -> Leaf:
        return _merged_leaf(number, was, ours, other, naming, whole)

    ways = Ways(same=same_copy, twins=same_copy, merge=merge, both_new=_with_marks_of)
    final, dropped = merged_sequence(
        base.leaves,
        Side(items=mine.leaves, pairs=leaf_pairs(base.leaves, mine.leaves), is_mine=True),
        Side(items=theirs.leaves, pairs=leaf_pairs(base.leaves, theirs.leaves), is_mine=False),
        ways,
    )
    leaves = [put.item for put in final]
    for at, put in enumerate(final):
        if put.left_out and leaf_text(put.item).strip():
            claim = naming.named(f"body left out {leaf_text(put.item)}")
            if claim is not None:
                leaves[at] = _marked_whole(put.item, claim)
                naming.clashes.append(Clash(claim=claim, wording=""))
    for one in dropped:
        _tell_beside(naming, f"body {one.base} dropped", _words_of(one.item), leaves, one.after)
    for number, leaf, words in whole:
        at = next((n for n, one in enumerate(leaves) if one is leaf), len(leaves) - 1)
        _tell_beside(naming, f"body {number} whole", words, leaves, at)
    return body_of(leaves)


def _merged_leaf(
    number: int, was: Leaf, ours: Leaf, other: Leaf, naming: Naming, whole: list[tuple[int, Leaf, str]]
) -> Leaf:
    if other in (was, ours):
        return ours
    if ours == was:
        return other
    lines = leaf_lines(was), leaf_lines(ours), leaf_lines(other)
    forms = _form(was), _form(ours), _form(other)
    chosen = ours if forms[1] != forms[0] or forms[2] == forms[0] else other
    if len(lines[0]) == len(lines[1]) == len(lines[2]) and _can_hold(chosen, was, ours, other):
        made = with_lines(
            chosen,
            tuple(naming.merge(f"body {number} {at}", *three) for at, three in enumerate(zip(*lines, strict=True))),
        )
    else:
        made = ours
        if leaf_text(other) != leaf_text(was):
            whole.append((number, made, leaf_text(other)))
    if forms[1] != forms[0] and forms[2] not in (forms[0], forms[1]) and (words := _said_in_form(other, was)):
        whole.append((number, made, words))
    return made


def _can_hold(*leaves: Leaf) -> bool:
    """Whether the lines of one of the leaves can be those of another: tables of one shape, or one line each."""
    if any(isinstance(leaf, Table) for leaf in leaves):
        return len({(type(leaf), len(getattr(leaf, "alignments", ()))) for leaf in leaves}) == 1
    if any(isinstance(leaf, Code | Embed | Rule) for leaf in leaves):
        return len({type(leaf) for leaf in leaves}) == 1
    return True


def _form(leaf: Leaf) -> Leaf:
    """The leaf without its words."""
    return with_lines(leaf, tuple(EMPTY_LINE for _ in leaf_lines(leaf)))


def _said_in_form(leaf: Leaf, was: Leaf) -> str:
    """The words of a leaf that are no line of it, where they are not those it had."""
    said, before = _form_words(leaf), _form_words(was)
    return " ".join(word for word in said if word and word not in before)


def _form_words(leaf: Leaf) -> tuple[str, ...]:
    match leaf:
        case Code():
            return (leaf.text,)
        case Embed():
            return (leaf.title, leaf.url)
        case Figure():
            return (leaf.alt, leaf.credit)
        case _:
            return ()


def _words_of(leaf: Leaf) -> str:
    return " ".join(filter(None, dict.fromkeys((leaf_text(leaf), *_form_words(leaf)))))


def _with_marks_of(ours: Leaf, other: Leaf) -> Leaf:
    """What both sides added alike, with the marks of both."""
    lines = leaf_lines(ours), leaf_lines(other)
    joined = tuple(_union(one, another) for one, another in zip(*lines, strict=True))
    return with_lines(ours, joined)


def _union(one: Line, other: Line) -> Line:
    first, second = Marked.of(one), Marked.of(other)
    if first.text != second.text:
        return one
    return Marked(
        first.text, [merged_marks(NO_MARKS, *both) for both in zip(first.marks, second.marks, strict=True)]
    ).line()


def _tell_beside(naming: Naming, place: str, words: str, leaves: list[Leaf], after: int) -> None:
    """Lay a claim on the word nearest to where words would stand that found no place."""
    told = words.replace("\n", " ").replace("\t", " ")
    claim = naming.named(f"{place} {told}") if told.strip() else None
    if claim is None:
        return
    for at in (*range(min(after, len(leaves) - 1), -1, -1), *range(after + 1, len(leaves))):
        lines = leaf_lines(leaves[at])
        number = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].text.strip(" \ufffc\u2028")), None)
        if number is None:
            continue
        line, wording = with_mark(lines[number], claim, told)
        leaves[at] = with_lines(leaves[at], (*lines[:number], line, *lines[number + 1 :]))
        naming.clashes.append(Clash(claim=claim, wording=wording))
        return
    naming.clashes.append(Clash(claim=claim, wording=told.strip()))


def _marked_whole(leaf: Leaf, claim: str) -> Leaf:
    mark = frozenset({Mark(MarkKind.CLAIM, claim)})
    return with_lines(leaf, tuple(remarked(line, lambda marks: marks | mark) for line in leaf_lines(leaf)))


def _with_own_footnotes(base: Body, mine: Body, theirs: Body) -> Body:
    """The other side's body, its new footnotes under labels that mine gives to none of its own."""
    before = {leaf.label for leaf in base if isinstance(leaf, Footnote)}
    ours = {leaf.label: leaf for leaf in mine if isinstance(leaf, Footnote)}
    others = {leaf.label: leaf for leaf in theirs if isinstance(leaf, Footnote)}
    taken = {*before, *ours, *others}
    names: dict[str, str] = {}
    for label, leaf in others.items():
        if label in before or label not in ours or ours[label] == leaf:
            continue
        number = 2
        while f"{label}-{number}" in taken:
            number += 1
        names[label] = f"{label}-{number}"
        taken.add(names[label])
    if not names:
        return theirs

    def with_names(leaf: Leaf) -> Leaf:
        lines = tuple(remarked(line, lambda m: renamed(m, MarkKind.FOOTNOTE, names)) for line in leaf_lines(leaf))
        leaf = with_lines(leaf, lines)
        return replace(leaf, label=names.get(leaf.label, leaf.label)) if isinstance(leaf, Footnote) else leaf

    return Body(tuple(map(with_names, theirs)))
