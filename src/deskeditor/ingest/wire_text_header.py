"""The routing lines at the head of a wire message: IPTC 7901 and ANPA 1312, as agencies write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.ingest.wire_text_dateline import is_agency
from deskeditor.ingest.wire_text_lines import WireLine

_IPTC: Final = re.compile(
    r"(?P<service>[A-Za-z]{2,4})(?P<number>\d{3,5})\s+(?P<priority>[1-9])\s+(?P<category>[A-Za-z]{1,3})\s+"
    r"(?P<words>\d{1,5})(?:\s+(?P<rest>.*))?"
)
_ANPA_FIRST: Final = re.compile(r"(?P<service>[a-z])(?P<number>\d{4})\s?(?P<rest>[A-Z]{2,}.*|)")
_ANPA_SECOND: Final = re.compile(
    r"(?P<priority>[a-z])\s+(?P<category>[a-z])\s+(?P<keyword>\S.*?)\s+(?P<date>\d\d-\d\d)\s+(?P<words>\d{3,5})"
)
_SLUGLINE: Final = re.compile(r"/?(?:[\w'’.&+\-]+(?: [\w'’.&+\-]+){0,3}/)+(?:[\w'’.&+\- ]+)?")
_CYCLE: Final = re.compile(r"(?:BC|AM|PM)-")


@dataclass(frozen=True, slots=True, kw_only=True)
class WireHeader:
    """What the routing lines say; each is empty where they do not. `words` is the announced count."""

    service: str = ""
    number: str = ""
    priority: str = ""
    category: str = ""
    words: int | None = None
    routing: str = ""
    agency: str = ""
    date: str = ""
    keyword: str = ""

    def __bool__(self) -> bool:
        return bool(self.number)

    def told(self) -> str:
        """The header in an editor's words, everything it held among them."""
        parts = (
            f"{self.service}{self.number}",
            self.routing,
            self.priority and f"priority {self.priority}",
            self.category and f"category {self.category}",
            "" if self.words is None else f"{self.words} words",
            self.date,
            self.keyword,
        )
        return "Wire: " + ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class WireHead:
    """The routing of a message, its slugline, and how many lines they took."""

    header: WireHeader = WireHeader()
    slugline: str = ""
    echo: str = ""
    taken: int = 0


def read_head(lines: Sequence[WireLine]) -> WireHead:
    """Read the routing lines and the slugline at the start of `lines`; nothing is taken where there are none."""
    at = _next_words(lines, 0)
    if at is None:
        return WireHead()
    if match := _IPTC.fullmatch(lines[at].text):
        return _with_slugline(lines, at + 1, _iptc_header(match))
    following = _next_words(lines, at + 1)
    if following is None:
        return WireHead()
    first, second = _ANPA_FIRST.fullmatch(lines[at].text), _ANPA_SECOND.fullmatch(lines[following].text)
    return _anpa_head(lines, following + 1, _anpa_header(first, second)) if first and second else WireHead()


def _anpa_head(lines: Sequence[WireLine], start: int, header: WireHeader) -> WireHead:
    """The keyword is the slugline, but for the cycle before it; the message often repeats it as its first line."""
    echo = _next_words(lines, start)
    repeated = echo is not None and lines[echo].text.strip("/<^ ").split(",")[0] == header.keyword.split(",")[0]
    slugline = _CYCLE.sub("", header.keyword.split(",")[0])
    if echo is not None and repeated and lines[echo].text.count(" ") < 4:
        return WireHead(header=header, slugline=slugline, echo=lines[echo].text, taken=echo + 1)
    return WireHead(header=header, slugline=slugline, taken=start)


def _iptc_header(match: re.Match[str]) -> WireHeader:
    routing = " ".join((match["rest"] or "").split())
    agency = next((word for word in routing.split() if is_agency(word)), "")
    return WireHeader(
        service=match["service"],
        number=match["number"],
        priority=match["priority"],
        category=match["category"],
        words=int(match["words"]),
        routing=routing,
        agency=agency,
    )


def _anpa_header(first: re.Match[str], second: re.Match[str]) -> WireHeader:
    routing = " ".join(first["rest"].split())
    agency = routing.split()[0].capitalize() if routing and is_agency(routing.split()[0]) else ""
    return WireHeader(
        service=first["service"],
        number=first["number"],
        priority=second["priority"],
        category=second["category"],
        words=int(second["words"]),
        routing=routing,
        agency=agency,
        date=second["date"],
        keyword=second["keyword"].strip("^ "),
    )


def _with_slugline(lines: Sequence[WireLine], start: int, header: WireHeader) -> WireHead:
    """The slugline is what stands before the start of text, or else a line of words between strokes."""
    framed = any(line.part == 0 for line in lines[:start])
    slugs: list[str] = []
    at = start
    while (following := _next_words(lines, at)) is not None:
        line = lines[following]
        if not (line.part == 0 if framed else not slugs and _SLUGLINE.fullmatch(line.text)):
            break
        slugs.append(line.text.strip("/ "))
        at = following + 1
    return WireHead(header=header, slugline=" ".join(filter(None, slugs)), taken=at)


def _next_words(lines: Sequence[WireLine], start: int) -> int | None:
    return next((at for at in range(start, len(lines)) if lines[at].text), None)
