"""What a byline says: who wrote a piece, and which organisation it comes from."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_BY: Final = (
    r"written by|reported by|reporting by|posted by|published by|story by|text by|words by|by|von|par|por|di|"
    r"door|av|af|przez|autor(?:e|en|a|es|in)?|auteurs?|authors?|skribent|tekst|текст|автор"
)
_WHOLE: Final = re.compile(rf"(?:{_BY})\b\s*:?\s*", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"(?:source|credit|section|category|published in|filed under|"
    r"related(?: (?:articles?|stories|story|reading|reads?))?|read (?:more|also|next|on)|"
    r"see also|also read|more|quelle|fuente|fonte|bron|"
    r"lire aussi|lesen sie auch|lea también|leggi anche|lees ook|agency)\s*:\s*",
    re.IGNORECASE,
)
_VIA: Final = re.compile(r"\s+(?:via|für|for|pour|para|voor)\s+(?:the\s+(?=[A-Z]))?", re.IGNORECASE)
_AND: Final = re.compile(r"\s*[,;&/]\s*(?:and\s+|und\s+|et\s+)?|\s+(?:and|und|et|with|mit|avec)\s+")
_LOCAL_AND: Final = MappingProxyType({"por": "y", "di": "e", "door": "en", "av": "och", "af": "og", "przez": "i"})
_CLOSING: Final = re.compile(
    r"\s*[|•·]\s*|\s+[-–—]\s+|\s+(?=(?:published|updated|posted|last|on|in|at|aktualisiert|publié|le|am)\b[\s:]*"
    r"(?:[A-Z0-9]|$))|\s*\(?[\w.+-]+@[\w-]+\.\w+\)?|\s{3,}|\s+(?=\d)|\s*[;.]\s*edit(?:ing|ed) by\b.*",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"[\s,]+(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?"
    r"\s+\d))",
    re.IGNORECASE,
)
_BEAT: Final = re.compile(
    r"(?:(?:^|\s+)(?:business|political|politics|sports?|science|health|foreign|national|auto|tech(?:nology)?|staff|senior|"
    r"special|chief|the))+$",
    re.IGNORECASE,
)
_ENOUGH: Final = 500
_DEGREES: Final = frozenset({"MS", "MA", "BA", "BS", "RD", "RDN", "MD", "MBA", "PHD", "LD", "RN", "JD", "MPH"})
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w.'’\-]*\.?")
_OPENING_PARTICLES: Final = frozenset({"de", "van", "von", "al", "el", "la", "le"})
_PARTICLES: Final = _OPENING_PARTICLES | frozenset(
    {"da", "do", "dos", "das", "del", "della", "di", "du", "der", "den", "ter", "ten", "zu", "zum", "bin", "ibn", "ben"}
)
_OFFICE: Final = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|staff|bureau|chief|columnist|contributor|author|producer|director|"
    r"professor|analyst|journalist|freelance|special|senior|desk|team|newsroom|redakt\w+|korrespondent\w*|"
    r"correspons\w+|correspond\w+|redacci\w+|redazione|photographer|manager|president|founder|ceo|head of)\b",
    re.IGNORECASE,
)
_ORGANISATION: Final = re.compile(
    r"\b(?:news|press|agency|agence|agencia|agentur|times|post|journal|radio|tv|media|network|magazine|institute|"
    r"university|reuters|associated|afp|dpa|efe|ansa|bloomberg|wire)\b|\.(?:com|org|net|co|info|eu)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The people of a byline, and the organisation it names or an empty string."""

    names: tuple[str, ...] = ()
    credit: str = ""


def without_label(text: str) -> str:
    """Return `text` without a label such as `Source:` or `Related:` before it."""
    return _LABELLED.sub("", text.strip(), count=1).strip()


def begins_as_byline(text: str) -> bool:
    """Whether `text` opens with a word that announces who wrote the piece."""
    return _WHOLE.match(" ".join(text.split())) is not None


def read_byline(text: str) -> Byline:
    """Read a byline of any of the usual shapes: `By A via B`, `Von A und B`, `A, job title`, `A and B`."""
    line = " ".join(text[:_ENOUGH].split()).strip("()[]*•- ")
    local = ""
    if match := _WHOLE.match(line):
        local = _LOCAL_AND.get(match.group().strip(" :").lower(), "")
        line = line[match.end() :]
    line = next(filter(None, map(str.strip, _CLOSING.split(_DAY.split(line)[0]))), "")
    credit = ""
    if via := _VIA.search(line):
        line, credit = line[: via.start()], line[via.end() :].strip(" .,")
    if local:
        line = re.sub(rf"\s+{local}\s+", ", ", line)
    names: list[str] = []
    for piece in filter(None, (part.strip(" .") for part in _AND.split(line))):
        if piece.upper() in _DEGREES:
            continue
        if _ORGANISATION.search(piece) or (names and piece.isupper() and len(piece) <= 6):
            credit = credit or piece
            continue
        if office := _OFFICE.search(piece):
            piece = _BEAT.sub("", piece[: office.start()].strip())
            if names and " " not in piece:
                continue
        if is_name(piece):
            names.append(_cased(piece))
    return Byline(names=tuple(dict.fromkeys(names)), credit=credit)


def is_name(text: str) -> bool:
    """Whether `text` could be a person's name: a few words, capitalised but for particles, no figures."""
    words = text.split()
    if not 1 <= len(words) <= 5 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    if words[0][0].islower() and words[0] not in _OPENING_PARTICLES:
        return False
    return all(not word[0].islower() or word in _PARTICLES for word in words)


def is_office(text: str) -> bool:
    """Whether `text` names a job or a place in an organisation rather than a person."""
    return _OFFICE.search(text) is not None


def _cased(name: str) -> str:
    """A name set in capitals, as bylines often are, in ordinary case."""
    if not name.isupper() or len(name) <= 3:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
