"""Which lines around the body of a page are headline, bullets, tags or byline, and why others are dropped."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from deskeditor.ingest.byline import Byline, begins_as_byline, is_name, is_office, read_byline
from deskeditor.ingest.page_copy_body import BodyGuess
from deskeditor.ingest.page_copy_dateline import without_dateline
from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_headings import HEADING, headings
from deskeditor.ingest.page_copy_headline import headline_at
from deskeditor.ingest.page_copy_lines import BULLET_SIGNS, PageLine
from deskeditor.ingest.page_copy_related import RELATED_LABEL, RELATED_WITH_TITLE, is_title
from deskeditor.ingest.page_copy_tag_row import is_row_of_names
from deskeditor.ingest.page_copy_vocabulary import AGENCY, AGO, PREMIUM, furniture
from deskeditor.ingest.sorting import Slot, SortedLine
from deskeditor.ingest.tag_line import LABEL as TAG_LABEL

_HEAD_REACH: Final = 30
_TAIL_REACH: Final = 12
_BIO_REACH: Final = 3
_ACCESS_REACH: Final = 10
_SURE: Final = 0.7
_FEWEST_LINES: Final = 20
_SMALLEST_SENTENCE: Final = 4
_FURNITURE_IN_TEXT: Final = MappingProxyType({"picture": 25, "advert": 6, "share": 5, "follow": 10, "navigation": 4})
"""The longest line, in words, of each kind of furniture that is taken out of running text."""
_ABOUT: Final = re.compile(
    r"^(?:the )?(?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}) (?:is|are) (?:an?|the) (?:[\w-]+[ ,]){0,6}"
    r"(?:news|media|press|publication|magazine|newspaper|agency|outlet|website|organi[sz]ation|broadcaster|network)\b"
)
_SECTION: Final = re.compile(r"[^\W\d_]+(?:[ &]+[^\W\d_]+){0,2}")
_DESK_CREDITS: Final = re.compile(
    r"^\W?(?:\w+ )?(?:reporting|editing|writing|compiled|edited|reported) by\b", re.IGNORECASE
)
_OUTLET_IN_TITLE: Final = re.compile(r"\s+[|\-–—:·]\s+[^|]{2,40}$")


class PageSorter:
    """Gives every line of one page its slot; used once."""

    def __init__(self, lines: Sequence[PageLine], guess: BodyGuess, known_tags: Sequence[str] = ()) -> None:
        self._lines = lines
        self._facts: Sequence[LineFacts] = guess.facts
        self._guess = guess
        self._known_tags = known_tags
        self._given: dict[int, tuple[Slot, str, bool]] = {}
        self._body: list[int] = []
        self._inside: set[int] = set()
        self._keep(at for at, inside in enumerate(guess.inside) if inside)

    def sorted_lines(self) -> tuple[SortedLine, ...]:
        """The lines in their order, each with its slot and the reason."""
        headline = self._take_headline()
        self._take_bullets(headline)
        self._take_bylines(headline)
        self._take_author_out()
        self._take_access(headline)
        self._take_tags(headline)
        self._take_standfirst(headline)
        self._take_section(headline)
        self._take_credit()
        self._take_related()
        self._keep_whole_lists()
        self._keep_sentences_of_a_short_text()
        self._take_furniture_out()
        self._take_headings()
        sorted_lines: list[SortedLine] = []
        for at in range(len(self._lines)):
            sorted_lines.extend(self._sorted(at, first=bool(self._body) and at == self._body[0]))
        return tuple(sorted_lines)

    # What stands where.

    @property
    def _start(self) -> int:
        return self._body[0] if self._body else 0

    @property
    def _end(self) -> int:
        return self._body[-1] if self._body else -1

    def _give(self, at: int, slot: Slot, why: str, *, sure: bool = True) -> None:
        self._given[at] = (slot, why, sure)
        if at in self._inside:
            self._inside.remove(at)
            self._body.remove(at)

    def _keep(self, body: Iterable[int]) -> None:
        """Take these lines, and no others, for the body."""
        self._body = sorted(body)
        self._inside = set(self._body)

    def _is_free(self, at: int) -> bool:
        return at not in self._given and at not in self._inside

    def _between(self, headline: int | None) -> range:
        """The lines between the headline and the body, or those just above the body."""
        start = headline + 1 if headline is not None else max(self._start - _HEAD_REACH, 0)
        return range(start, self._start)

    def _tail(self) -> range:
        return range(self._end + 1, min(self._end + 1 + _TAIL_REACH, len(self._lines)))

    # One field each.

    def _take_headline(self) -> int | None:
        if not self._body:
            return None
        at = headline_at(self._lines, self._facts, self._start)
        if at is None or self._body == [at]:
            return None
        self._give(at, Slot.HEADLINE, "the title above the text")
        self._keep(inside for inside in self._body if inside > at)
        title = self._lines[at].unsigned.casefold()
        for other, line in enumerate(self._lines):
            text = line.unsigned.casefold()
            if other != at and self._is_free(other) and title in (text, _OUTLET_IN_TITLE.sub("", text)):
                self._give(other, Slot.DROPPED, "the headline again")
        return at

    def _take_bullets(self, headline: int | None) -> None:
        if headline is None:
            return
        first = headline + 1
        opening = [at for at in range(first, min(first + _HEAD_REACH, len(self._lines))) if self._is_bullet(at)]
        run: list[int] = []
        for at in opening:
            if not run or at == run[-1] + 1:
                run.append(at)
        if not run or any(at in self._inside and not self._is_bullet(at) for at in range(first, run[0])):
            return
        goes_on = any(at > run[-1] and not self._lines[at].sign for at in self._body)
        if goes_on and len(run) >= 2 and run[-1] < max(self._start, self._body[-1]):
            for at in run:
                self._give(at, Slot.BULLET, "a bulleted point under the headline")

    def _is_bullet(self, at: int) -> bool:
        line, fact = self._lines[at], self._facts[at]
        sentence = fact.ends or line.size >= 12
        return line.sign in BULLET_SIGNS and line.size >= 6 and sentence and not fact.kind and not AGO.search(line.text)

    def _take_bylines(self, headline: int | None) -> None:
        found = False
        for at in [*self._between(headline), *range(max((headline or 0) - 3, 0), headline or 0)]:
            if self._is_free(at) and self._byline(at) and (not found or self._lines[at - 1].text.casefold() == "by"):
                self._give(at, Slot.BYLINE, "names who wrote it")
                found = True
        if not found:
            found = self._take_bare_name(headline)
        for at in [*self._body[-3:], *self._tail()]:
            if at in self._given or not self._byline(at) or self._lines[at].size > 30:
                continue
            if found:
                if at not in self._inside or _DESK_CREDITS.match(self._lines[at].text):
                    self._give(at, Slot.DROPPED, "desk credits or a second byline")
            else:
                self._give(at, Slot.BYLINE, "names who wrote it")
                found = True

    def _byline(self, at: int) -> Byline | None:
        text = self._lines[at].unsigned.strip("()[] ")
        if self._lines[at].size > 30 or not begins_as_byline(text):
            return None
        byline = read_byline(text)
        return byline if byline.names else None

    def _take_bare_name(self, headline: int | None) -> bool:
        """A name by itself under the headline, beside a date, an office or a lone "By"."""
        for at in self._between(headline):
            line = self._lines[at]
            fits = 2 <= len(line.unsigned.split()) <= 4 and is_name(line.unsigned) and not self._facts[at].kind
            if not self._is_free(at) or not fits or not read_byline(line.unsigned).names:
                continue
            near = [other for other in (at - 1, at + 1) if 0 <= other < len(self._lines)]
            if any(
                self._facts[other].dated or is_office(self._lines[other].text) or self._lines[other].text == "By"
                for other in near
            ) and not is_office(line.text):
                self._give(at, Slot.BYLINE, "a name between headline and text", sure=False)
                return True
        return False

    def _take_author_out(self) -> None:
        """What the page says of its author below the text."""
        names = [
            name
            for at, (slot, _, _) in self._given.items()
            if slot is Slot.BYLINE
            for name in read_byline(self._lines[at].text).names
        ]
        starts = tuple(start for name in names for start in (name, f"{name.split()[0]} "))
        for at in self._body[-_BIO_REACH:]:
            told = re.match(r"\S+(?: \S+){0,4} (?:is|was|has|joined|writes|covers|works|lives)\b", self._lines[at].text)
            if starts and told and self._lines[at].text.startswith(starts):
                self._give(at, Slot.DROPPED, "about the author", sure=False)

    def _take_access(self, headline: int | None) -> None:
        middle = headline if headline is not None else self._start
        for at in range(max(middle - _ACCESS_REACH, 0), min(middle + _ACCESS_REACH, len(self._lines))):
            if self._is_free(at) and self._lines[at].size <= 6 and PREMIUM.search(self._lines[at].unsigned):
                self._give(at, Slot.ACCESS, "says that the page is for subscribers")

    def _take_tags(self, headline: int | None) -> None:
        opening = self._body[:1]
        spoken = [*([headline] if headline is not None else []), *(at for at in self._body if at not in opening)]
        running = "\n".join(self._lines[at].text for at in spoken)
        for at in [*self._between(headline), *opening, *self._tail()]:
            line = self._lines[at]
            if at in self._given or line.size > 25:
                continue
            if TAG_LABEL.match(line.unsigned) and TAG_LABEL.sub("", line.unsigned, count=1).strip():
                self._give(at, Slot.TAGS, "a line of tags")
            elif at <= self._start and is_row_of_names(line, self._facts[at], self._known_tags, running):
                self._give(at, Slot.TAGS, "names the piece speaks of, one after another")

    def _take_standfirst(self, headline: int | None) -> None:
        if headline is None:
            return
        title = self._lines[headline].unsigned.casefold()
        for at in self._between(headline):
            fact = self._facts[at]
            text = self._lines[at]
            plain = not text.sign and not fact.kind and not fact.dated and not fact.byline
            spoken = 8 <= text.size <= 70 and fact.small_share >= 0.1 and (fact.ends or text.size >= 14)
            if self._is_free(at) and plain and spoken and title not in text.text.casefold():
                self._give(at, Slot.STANDFIRST, "a sentence between headline and text", sure=at - headline <= 3)
                return

    def _take_section(self, headline: int | None) -> None:
        if headline is None or headline == 0:
            return
        at = headline - 1
        line, fact = self._lines[at], self._facts[at]
        plain = not line.sign and not fact.kind and not fact.dated and line.size <= 2
        if self._is_free(at) and plain and _SECTION.fullmatch(line.text) and line.text[0].isupper():
            self._give(at, Slot.SECTION, "a short label right above the headline", sure=False)

    def _take_credit(self) -> None:
        bylines = [at for at, (slot, _, _) in self._given.items() if slot is Slot.BYLINE]
        credit = next(filter(None, (read_byline(self._lines[at].unsigned).credit for at in bylines)), "")
        near = {other for at in bylines for other in (at - 1, at + 1)}
        if not credit:
            for at, line in enumerate(self._lines):
                close = at in near or self._end < at <= self._end + 3
                match = AGENCY.search(line.unsigned)
                if match and self._is_free(at) and close and line.size <= len(match.group().split()) + 2:
                    self._give(at, Slot.CREDIT, "names an agency")
                    credit = match.group()
                    break
        stem = re.sub(r"\.\w{2,4}$", "", credit).casefold()
        for at, line in enumerate(self._lines):
            match = _ABOUT.match(line.unsigned)
            if not match or not self._is_free(at) or line.size < 8:
                continue
            if stem and match["name"].casefold().startswith(stem):
                self._give(at, Slot.CREDIT_ABOUT, "says what the credited organisation is")
                return

    def _take_related(self) -> None:
        zone = range(self._start, min(self._end + 1 + _TAIL_REACH, len(self._lines)))
        for at in zone:
            line = self._lines[at]
            match = RELATED_WITH_TITLE.match(line.unsigned)
            if match and at not in self._given and is_title(match["title"]) and line.size <= 30:
                self._give(at, Slot.RELATED, "a title after a pointer to another page")
            elif RELATED_LABEL.match(line.unsigned) and self._is_free(at):
                titles = list(takewhile(self._is_related_title, range(at + 1, min(at + 7, len(self._lines)))))
                for title in titles:
                    self._give(title, Slot.RELATED, "a title under a pointer to other pages", sure=False)

    def _is_related_title(self, at: int) -> bool:
        text = self._lines[at].unsigned
        stops = self._facts[at].ends and not text.endswith(("?", "!"))
        return self._is_free(at) and not self._facts[at].dated and not stops and is_title(text)

    def _keep_whole_lists(self) -> None:
        """A list inside the text is body where a colon announces it, or where a third of its items were taken."""
        at = self._start
        while at <= self._end:
            end = at
            while end <= self._end and self._is_item_like(end, at):
                end += 1
            run = range(at, end)
            taken = sum(item in self._inside for item in run)
            announced = at - 1 in self._inside and self._lines[at - 1].text.endswith(":")
            if len(run) >= 2 and taken < len(run) and (announced or taken * 3 >= len(run)):
                self._keep({*self._body, *run})
            at = max(end, at + 1)

    def _is_item_like(self, at: int, first: int) -> bool:
        line, head = self._lines[at], self._lines[first]
        numbered = head.sign[:1].isdigit() and line.sign[:1].isdigit()
        alike = bool(line.sign) and line.indent == head.indent and (line.sign == head.sign or numbered)
        return alike and at not in self._given and not self._facts[at].kind

    def _keep_sentences_of_a_short_text(self) -> None:
        """Where few lines were pasted, a sentence below the text's beginning is kept: someone chose these lines."""
        if len(self._lines) < _FEWEST_LINES:
            kept = [at for at in range(self._start, len(self._lines)) if self._is_free(at) and self._is_sentence(at)]
            self._keep({*self._body, *kept})

    def _is_sentence(self, at: int) -> bool:
        line, fact = self._lines[at], self._facts[at]
        return fact.ends and line.size >= _SMALLEST_SENTENCE and not (fact.kind or line.sign or fact.dated)

    def _take_furniture_out(self) -> None:
        """Captions, adverts and the like that stand in the text as lines of their own."""
        for at in list(self._body):
            kind, size = self._facts[at].kind, self._lines[at].size
            if size <= _FURNITURE_IN_TEXT.get(kind, 0) and len(self._body) > 1:
                self._give(at, Slot.DROPPED, self._why_dropped(at), sure=False)

    def _take_headings(self) -> None:
        for at, sure in headings(self._lines, self._facts, self._body):
            self._given[at] = (Slot.HEADING, HEADING, sure)

    # The line as it is handed on.

    def _sorted(self, at: int, *, first: bool) -> list[SortedLine]:
        line = self._lines[at]
        if at in self._given:
            slot, why, sure = self._given[at]
            return [SortedLine(text=line.text, slot=slot, why=why, sure=sure)]
        score = self._guess.scores[at]
        if at in self._inside:
            whole = SortedLine(text=line.text, slot=Slot.BODY, why="running text", sure=score > _SURE)
            credited = any(slot is Slot.CREDIT for slot, _, _ in self._given.values())
            return without_dateline(whole, credited=credited) if first else [whole]
        inside = self._start <= at <= self._end + 2
        unlikely = not (inside and line.size >= 12 and score > -2 * _SURE)
        sure = unlikely and (len(self._lines) >= _FEWEST_LINES or bool(self._facts[at].kind))
        return [SortedLine(text=line.text, slot=Slot.DROPPED, why=self._why_dropped(at), sure=sure)]

    def _why_dropped(self, at: int) -> str:
        line, fact = self._lines[at], self._facts[at]
        if kind := furniture(line.unsigned, line.size):
            return kind.why
        if AGO.search(line.text) or re.match(r"\d+ (?:minutes?|hours?|days?|weeks?)\b", line.unsigned):
            return "a list of latest posts or discussions"
        if fact.dated:
            return "a date or time"
        if line.sign:
            return "a list of links" if line.size <= 20 else "a list beside the text"
        if not any(map(str.isalnum, line.text)):
            return "a sign without words"
        if at < self._start:
            return "stands above the headline or the text"
        if at > self._end:
            return "stands below the text"
        return "breaks into the text"
