"""The queries of a piece as a plain-text list for its reporter, and the reporter's reply read under its numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import OUT, Checked

REPORTER: Final = "Reporter"
"""Who answers, where the byline does not say so."""

_INDENT: Final = "    "
_SUGGESTED: Final = "Suggested: "
_FOLDED: Final = str.maketrans({**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'"), "\u00a0": " "})
_QUOTE_MARKS: Final = re.compile(r"^[ \t]{0,3}((?:>[ \t]?)+)")
_NUMBERED: Final = re.compile(
    r"""^\s?[(\[#]?\s*(?P<word>(?:no|nr|num|number|query|q|№)\.?\s*)?[#]?(?P<number>\d{1,5})
    (?:\s*[.):\]]+(?=\s|$)|\s+[-–—](?=\s|$)|(?=\s*$))\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_WRAPPED: Final = 40
"""Characters from which on the beginning of our own line counts as such: a mail program broke it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a reply says: the answer to each claim by its number, in order, and all else."""

    by_number: tuple[tuple[int, str], ...]
    rest: str = ""


def queries_out(found: Iterable[Checked]) -> tuple[Checked, ...]:
    """The claims of which something is asked, by number."""
    return tuple(
        sorted((one for one in found if one.progress in OUT and one.claim.query), key=lambda one: one.claim.number)
    )


def query_letter(article: Article, found: Iterable[Checked]) -> str:
    """The queries that are out, numbered: words, question and suggested wording of each; "" where there is none."""
    asked = queries_out(found)
    if not asked:
        return ""
    head = f"Queries on “{_one_line(article.headline.text) or 'Untitled'}”"
    told = ["\n".join(_own_lines(one)) for one in asked]
    return "\n\n".join((f"{head}\nPlease answer under each number.", *told)) + "\n"


def answering(article: Article) -> str:
    """Whose the answers are: the one person of the byline, else the reporter."""
    names = [name.name for name in article.byline if name.name.strip()]
    return names[0] if len(names) == 1 else REPORTER


def read_answers(text: str, found: Sequence[Checked]) -> Answers:
    """Read a reply to `query_letter`: what stands under the number of a claim is its answer, our own words left out.

    Lines of a quoted mail say whose number follows, and are no answer, unless all of the reply is quoted.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if not any(line and not _QUOTE_MARKS.match(line) for line in lines):
        lines = [_QUOTE_MARKS.sub("", line) for line in lines]
    reader = _Reader(found)
    for number, line in enumerate(lines):
        follows = next((later for later in lines[number + 1 :] if later), "")
        reader.read(line, introduces_quote=line.endswith(":") and bool(_QUOTE_MARKS.match(follows)))
    return reader.answers()


class _Reader:
    """Goes through a reply line by line."""

    def __init__(self, found: Sequence[Checked]) -> None:
        self._own = {one.claim.number: _own_lines(one) if one.claim.query else [] for one in found}
        self._left: list[str] = []
        self._heads = {_folded("Please answer under each number.")}
        self._current: int | None = None
        self._said: dict[int, list[str]] = {}
        self._rest: list[str] = []

    def read(self, line: str, *, introduces_quote: bool) -> None:
        """Take one line."""
        quoted = _QUOTE_MARKS.match(line)
        if quoted is not None:
            line = line[quoted.end() :]
            numbered = self._numbered(line)
            if numbered is not None:
                self._turn_to(numbered[0])
                line = numbered[1]
            # What of ours was quoted is not looked for in the answer.
            self._without_own(line)
            return
        if introduces_quote or line in ("--", "-- "):
            # "On Tuesday, X wrote:", or a signature: said to nobody's question.
            self._current = None if not introduces_quote else self._current
            self._rest.append(line)
            return
        numbered = self._numbered(line)
        if numbered is not None:
            self._turn_to(numbered[0])
            line = numbered[1]
        self._say(self._without_own(line))

    def answers(self) -> Answers:
        """What was read."""
        said = [(number, "\n".join(lines).strip()) for number, lines in self._said.items()]
        rest = re.sub(r"\n{3,}", "\n\n", "\n".join(self._rest)).strip()
        return Answers(by_number=tuple((number, _unindented(text)) for number, text in said if text), rest=rest)

    def _numbered(self, line: str) -> tuple[int, str] | None:
        match = _NUMBERED.match(line)
        if match is None or int(match["number"]) not in self._own:
            return None
        return int(match["number"]), line[match.end() :]

    def _turn_to(self, number: int) -> None:
        self._current = number
        self._left = [_folded(own) for own in self._own[number]]
        if self._left:
            first = _NUMBERED.match(self._left[0])
            self._left[0] = self._left[0][first.end() :] if first is not None else self._left[0]

    def _say(self, line: str) -> None:
        if self._current is None:
            if not self._is_head(line):
                self._rest.append(line)
        else:
            self._said.setdefault(self._current, []).append(line)

    def _is_head(self, line: str) -> bool:
        folded = _folded(line)
        return folded in self._heads or (folded.startswith('Queries on "') and folded.endswith('"'))

    def _without_own(self, line: str) -> str:
        """The line without what we had written under the number ourselves."""
        folded = _folded(line)
        if not folded:
            return line
        for number, own in enumerate(self._left):
            if folded == own:
                del self._left[: number + 1]
                return ""
            if len(folded) >= _WRAPPED and own.startswith(folded):
                self._left[: number + 1] = [own[len(folded) :].lstrip()]
                return ""
            if folded.startswith(own) and folded[len(own) : len(own) + 1] == " ":
                del self._left[: number + 1]
                return self._without_own(_one_line(line)[len(own) :].lstrip(" -–—→=>:"))
        return line


def _own_lines(one: Checked) -> list[str]:
    query, words = one.claim.query, one.words if one.words is not None else one.claim.anchor.quote
    lines = [f"{one.claim.number}. “{_one_line(words)}”"]
    if query is not None and query.question.strip():
        lines += [f"{_INDENT}{_one_line(line)}" for line in query.question.splitlines() if line.strip()]
    if query is not None and query.wording.strip():
        lines.append(f"{_INDENT}{_SUGGESTED}“{_one_line(query.wording)}”")
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.replace("\ufffc", "").split())


def _folded(text: str) -> str:
    """A line as it is compared: programs straighten quotation marks and change spaces. As long as `_one_line`."""
    return _one_line(text).translate(_FOLDED)


def _unindented(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n")))
