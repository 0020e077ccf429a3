"""Clean copy, a reporter's own text without a page around it: every word goes somewhere, nearly all into the body."""

import re
from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.byline import Byline, begins_as_byline, is_name, is_office, read_byline
from deskeditor.ingest.page_copy_dateline import without_dateline
from deskeditor.ingest.page_copy_evidence import calls_of_a_page
from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_headings import HEADING, TERMINAL, headings
from deskeditor.ingest.page_copy_letter import letter_around
from deskeditor.ingest.page_copy_lines import BULLET_SIGNS, PageLine
from deskeditor.ingest.page_copy_related import RELATED_WITH_TITLE, is_title
from deskeditor.ingest.page_copy_tag_row import is_row_of_names
from deskeditor.ingest.page_copy_vocabulary import AGENCY, PREMIUM, furniture
from deskeditor.ingest.sorting import Slot, SortedLine
from deskeditor.ingest.tag_line import LABEL as TAG_LABEL

_LONGEST_TITLE: Final = 28
_LEAD: Final = 5
_TITLES: Final = 3
_LONGEST_LABEL: Final = 2
_SENTENCE: Final = 8
_MOST_BULLETS: Final = 8
_SMALLEST_BULLET: Final = 2
_LONGEST_BULLET: Final = 60
_STANDFIRST: Final = range(5, 71)
_LONGEST_OVER_BULLETS: Final = 35
_NAME: Final = range(2, 4)
_LONGEST_BYLINE: Final = 25
_LONGEST_STOPPED_BYLINE: Final = 5
_HEAD: Final = 12
_TAIL: Final = 3
_DESK_CREDITS: Final = re.compile(
    r"\W?(?:\w+ )?(?:reporting|editing|writing|compiled|edited|reported) by\b", re.IGNORECASE
)
_SPEAKER: Final = re.compile(r"[—–]|(?:q|a|f|q&a|question|answer|frage|antwort)\s*[:.]\s", re.IGNORECASE)
_LINE_SIGNS: Final = frozenset("-–*")
_SHAKY_SIGNS: Final = frozenset("–")


def sort_clean_copy(
    lines: Sequence[PageLine], facts: Sequence[LineFacts], known_tags: Sequence[str] = ()
) -> tuple[SortedLine, ...]:
    """Give each line of clean copy its slot."""
    return _CleanSorter(lines, facts, known_tags).sorted_lines()


class _CleanSorter:
    """The lines of one text, and what was found of them so far; what nothing else takes is body."""

    def __init__(self, lines: Sequence[PageLine], facts: Sequence[LineFacts], known_tags: Sequence[str]) -> None:
        self._lines = lines
        self._facts = facts
        self._known_tags = known_tags
        self._given: dict[int, tuple[Slot, str, bool]] = {}

    def sorted_lines(self) -> tuple[SortedLine, ...]:
        """The lines in their order, each with its slot and the reason."""
        self._set_letter_apart()
        self._drop_calls()
        headline = self._take_headline()
        self._take_head(headline)
        self._take_tail()
        self._take_related()
        for at, sure in list(headings(self._lines, self._facts, self._rest(), clean=True)):
            self._given[at] = (Slot.HEADING, HEADING, sure)
        first = next(iter(self._rest()), None)
        found: list[SortedLine] = []
        for at, line in enumerate(self._lines):
            slot, why, sure = self._given.get(at, (Slot.BODY, "running text", not self._facts[at].kind))
            sorted_line = SortedLine(text=line.text, slot=slot, why=why, sure=sure)
            found.extend(
                without_dateline(sorted_line, credited=self._has(Slot.CREDIT)) if at == first else [sorted_line]
            )
        return tuple(found)

    def _rest(self) -> list[int]:
        """The lines that nothing took yet."""
        return [at for at in range(len(self._lines)) if at not in self._given]

    def _has(self, slot: Slot) -> bool:
        return any(given is slot for given, _, _ in self._given.values())

    def _give(self, at: int, slot: Slot, why: str, *, sure: bool = True) -> None:
        self._given[at] = (slot, why, sure)

    def _set_letter_apart(self) -> None:
        for at in letter_around(self._lines):
            self._give(at, Slot.DESK_NOTE, "a word to the desk around the piece", sure=False)

    def _drop_calls(self) -> None:
        calls = calls_of_a_page(self._lines, self._facts)
        if len(calls) == len(self._lines) or calls == {0}:
            # Headlines call too: what opens a text is furniture only where more of it follows.
            return
        for at in calls:
            line = self._lines[at]
            kind = furniture(line.unsigned, line.size)
            self._give(at, Slot.DROPPED, kind.why if kind else "a line of a page", sure=len(calls) > 1)

    # The headline and what stands around it.

    def _take_headline(self) -> int | None:
        rest = self._rest()
        lead: list[int] = []
        for place, at in enumerate(rest[:_LEAD]):
            if self._is_title_like(at) and self._stands_over(rest, place):
                lead.append(at)
            elif self._byline(at) is None and not self._facts[at].dated:
                break
        if not lead:
            return None
        at = lead[0]
        label = self._lines[at]
        is_label = label.size == 1 or (label.size == _LONGEST_LABEL and label.text.isupper())
        if is_label and lead[1:2] == [at + 1] and self._lines[at + 1].size > _LONGEST_LABEL:
            self._give(at, Slot.SECTION, "a short label right above the headline", sure=False)
            at = lead[1]
        self._give(at, Slot.HEADLINE, "the title above the text", sure=self._lines[at].size > 1)
        for above in rest[: rest.index(at)]:
            if above not in self._given and not self._take_fact(above):
                self._give(above, Slot.DESK_NOTE, "stands above the headline", sure=False)
        return at

    def _is_title_like(self, at: int) -> bool:
        line, fact = self._lines[at], self._facts[at]
        if line.size > _LONGEST_TITLE or line.sign or "\n" in line.text or not any(map(str.isalpha, line.text)):
            return False
        stops = TERMINAL.search(line.text) and not line.text.endswith(("?", "!", "؟", "？", "！"))
        goes_on = line.text.endswith((":", ",", ";", "：", "、", "،"))
        if stops or goes_on or _SPEAKER.match(line.text):
            return False
        return not fact.dated and self._byline(at) is None and TAG_LABEL.match(line.text) is None

    def _stands_over(self, rest: Sequence[int], place: int) -> bool:
        """Whether a text follows that the line could be the title of: after an empty line, or in sentences."""
        size = self._lines[rest[place]].size
        for at in rest[place + 1 : place + 1 + _TITLES]:
            line, fact = self._lines[at], self._facts[at]
            is_text = (fact.ends and line.size >= _SENTENCE) or line.size > max(size, _SENTENCE)
            if line.gap or is_text or line.sign or fact.dated or self._byline(at) is not None:
                return True
        return False

    def _take_head(self, headline: int | None) -> None:
        rest = [at for at in self._rest() if headline is None or at > headline]
        place = 0
        while place < min(len(rest), _HEAD):
            at = rest[place]
            run = self._bullets(rest, place, headline) if not self._has(Slot.BULLET) else []
            if run:
                shaky = headline is None or self._lines[at].sign in _SHAKY_SIGNS or self._lines[at].sign[0].isdigit()
                for item in run:
                    self._give(item, Slot.BULLET, "a bulleted point under the headline", sure=not shaky)
            elif not (
                self._take_fact(at)
                or self._take_standfirst(rest, place, headline)
                or self._take_bare_name(rest, place, headline)
            ):
                return
            place += max(len(run), 1)

    def _take_fact(self, at: int) -> bool:
        """Take a line that says who wrote it, when, for whom, or what of."""
        line, fact = self._lines[at], self._facts[at]
        agency = AGENCY.search(line.text)
        if self._byline(at) is not None and (not self._has(Slot.BYLINE) or at - 1 in self._given):
            self._give(at, Slot.BYLINE, "names who wrote it")
        elif fact.dated and not fact.ends:
            self._give(at, Slot.DESK_NOTE, "a date or time", sure=False)
        elif line.size <= 6 and PREMIUM.search(line.unsigned):
            self._give(at, Slot.ACCESS, "says that the page is for subscribers")
        elif agency and line.size <= len(agency.group().split()) + 1 and not self._has(Slot.CREDIT):
            self._give(at, Slot.CREDIT, "names an agency")
        elif self._is_labelled_tags(at):
            self._give(at, Slot.TAGS, "a line of tags")
        elif self._has(Slot.HEADLINE) and is_row_of_names(line, fact, self._known_tags, self._running_text(at)):
            self._give(at, Slot.TAGS, "names the piece speaks of, one after another")
        return at in self._given

    def _running_text(self, leaving_out: int) -> str:
        return "\n".join(line.text for at, line in enumerate(self._lines) if at != leaving_out)

    def _is_labelled_tags(self, at: int) -> bool:
        line = self._lines[at]
        return (
            line.size <= _LONGEST_BYLINE
            and bool(TAG_LABEL.sub("", line.text, count=1).strip())
            and bool(TAG_LABEL.match(line.text))
        )

    def _byline(self, at: int) -> Byline | None:
        line = self._lines[at]
        text = line.text.strip("()[] ")
        if line.sign or line.size > _LONGEST_BYLINE or not begins_as_byline(text):
            return None
        if TERMINAL.search(text) and line.size > _LONGEST_STOPPED_BYLINE and not _DESK_CREDITS.match(text):
            return None
        byline = read_byline(text)
        return byline if byline.names else None

    def _bullets(self, rest: Sequence[int], place: int, headline: int | None) -> list[int]:
        """The items of a list that begins here, if it is a summary: it is short, and a text follows."""
        head = self._lines[rest[place]].sign
        if head not in BULLET_SIGNS and head not in ("1.", "1)"):
            return []
        run: list[int] = []
        for at in rest[place:]:
            sign = self._lines[at].sign
            if sign != head and not (head[0].isdigit() and sign[:1].isdigit()):
                break
            run.append(at)
        # One dash or one number may open a spoken line or a sentence; a round sign opens nothing but an item.
        is_item = head not in _LINE_SIGNS and not head[0].isdigit() and headline == rest[place] - 1
        fewest = 1 if is_item else 2
        if rest[place] and self._lines[rest[place] - 1].text.endswith((":", "：")):
            return []
        sized = all(_SMALLEST_BULLET <= self._lines[at].size <= _LONGEST_BULLET for at in run)
        text = [at for at in rest[place + len(run) :] if not self._lines[at].sign and self._lines[at].size >= _SENTENCE]
        return run if fewest <= len(run) <= _MOST_BULLETS and sized and text else []

    def _take_standfirst(self, rest: Sequence[int], place: int, headline: int | None) -> bool:
        """Take one line between the headline and the bullets, the byline or the date, or a second title."""
        at = rest[place]
        line = self._lines[at]
        if headline is None or self._has(Slot.STANDFIRST) or line.sign or line.size not in _STANDFIRST:
            return False
        if self._has(Slot.BULLET) or self._has(Slot.BYLINE) or place + 2 >= len(rest) or _SPEAKER.match(line.text):
            return False
        following = rest[place + 1]
        is_head = (
            self._byline(following) is not None
            or self._is_bare_name(rest, place + 1)
            or (line.size <= _LONGEST_OVER_BULLETS and bool(self._bullets(rest, place + 1, headline)))
        )
        is_second_title = (
            self._is_title_like(at)
            and self._facts[following].ends
            and (self._lines[following].size > line.size and (self._lines[following].gap or not line.gap))
        )
        if is_head or is_second_title:
            self._give(at, Slot.STANDFIRST, "a line between headline and text", sure=is_head)
            return True
        return False

    def _take_bare_name(self, rest: Sequence[int], place: int, headline: int | None) -> bool:
        if headline is None or self._has(Slot.BYLINE) or not self._is_bare_name(rest, place):
            return False
        self._give(rest[place], Slot.BYLINE, "a name between headline and text", sure=False)
        return True

    def _is_bare_name(self, rest: Sequence[int], place: int) -> bool:
        """Whether the line is two or three capitalised words that the text, which follows, does not speak of."""
        line = self._lines[rest[place]]
        words = line.text.split()
        if len(words) not in _NAME or not is_name(line.text) or is_office(line.text) or self._facts[rest[place]].kind:
            return False
        spoken = set(re.findall(r"\w+", self._running_text(rest[place]).casefold()))
        is_followed = place + 1 < len(rest) and self._lines[rest[place + 1]].size >= _SENTENCE
        return is_followed and spoken.isdisjoint(word.casefold() for word in words)

    # What stands below the text, or points out of it.

    def _take_tail(self) -> None:
        for at in self._rest()[1:][-_TAIL:]:
            line = self._lines[at]
            agency = AGENCY.search(line.text)
            if self._byline(at) is not None:
                if not self._has(Slot.BYLINE):
                    self._give(at, Slot.BYLINE, "names who wrote it")
                elif _DESK_CREDITS.match(line.text):
                    self._give(at, Slot.DESK_NOTE, "desk credits", sure=False)
            elif agency and line.size <= len(agency.group().split()) and not self._has(Slot.CREDIT):
                self._give(at, Slot.CREDIT, "names an agency", sure=False)
            elif self._is_labelled_tags(at) and not line.sign:
                self._give(at, Slot.TAGS, "a line of tags")

    def _take_related(self) -> None:
        for at in self._rest()[1:]:
            match = RELATED_WITH_TITLE.match(self._lines[at].unsigned)
            if match and is_title(match["title"]) and not TERMINAL.search(self._lines[at].text):
                self._give(at, Slot.RELATED, "a title after a pointer to another page", sure=False)
