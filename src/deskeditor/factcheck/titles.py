"""Titles: what a piece says that a person is, beside the name."""

import re
from collections.abc import Sequence
from typing import Final

Span = tuple[int, int]

_ROLES: Final = (
    "analyst envoy president minister director manager spokesman spokeswoman spokesperson professor chief head leader "
    "mayor lawmaker legislator senator judge lawyer attorney founder co-founder chairman chairwoman chair editor "
    "author "
    "writer researcher economist expert ambassador diplomat commander officer coach captain secretary member fellow "
    "owner doctor scientist historian activist journalist reporter correspondent resident widow mother father brother "
    "sister son daughter wife husband politician official governor prosecutor engineer teacher student nurse farmer "
    "architect artist actor actress singer composer player striker candidate adviser advisor deputy executive operator "
    "pilot scholar "
    "Analyst Präsident Präsidentin Minister Ministerin Außenminister Außenministerin Direktor Direktorin Sprecher "
    "Sprecherin Professor Professorin Chef Chefin Leiter Leiterin Bürgermeister Bürgermeisterin Abgeordneter "
    "Abgeordnete Richter Richterin Anwalt Anwältin Gründer Gründerin Vorsitzender Vorsitzende Autor Autorin Forscher "
    "Forscherin Ökonom Ökonomin Experte Expertin Botschafter Botschafterin Trainer Trainerin Sekretär Mitglied "
    "президент министр директор глава руководитель представитель представительница профессор аналитик эксперт депутат "
    "мэр губернатор посол судья адвокат основатель председатель автор историк экономист врач тренер "
    "վերլուծաբան նախագահ նախարար տնօրեն ղեկավար խոսնակ պրոֆեսոր փորձագետ պատգամավոր քաղաքապետ մարզպետ դեսպան դատավոր "
    "փաստաբան հիմնադիր հեղինակ պատմաբան տնտեսագետ"
).split()
_ROLE: Final = rf"(?<!\w)(?:[\w-]+-)?(?:{'|'.join(sorted(_ROLES, key=len, reverse=True))})(?!\w)"
_AFTER: Final = re.compile(
    rf",\s(?P<title>(?=[^,;:.()«»“”\"—–]*?{_ROLE})[^,;:()«»“”\"—–.]+?(?:\b[A-Z]\.[^,;:()«»“”\"—–.]+?)*)"
    r"(?=,|\.(?:\s|$)|[);:—–]|$|\s(?:said|told|says|wrote|tweeted)\b)"
)
_OF: Final = re.compile(r",\s(?P<title>(?:of|from|with|at) (?:the )?[^,;:()«»“”\"—–.]+)(?=,)")
_BEFORE: Final = re.compile(rf"(?P<title>(?:(?<=\s)|(?<=^)|(?<=\())(?:[a-z][\w-]*\s){{0,3}}?(?:{_ROLE}))\s$")
_LEADING: Final = frozenset(
    "the a an this that its their his her our my of by to for from with and or as at in on said says told "
    "former".split()
)
_LONGEST: Final = 16
_LOOK_BACK: Final = 60


def titles_in(text: str, names: Sequence[Span]) -> tuple[Span, ...]:
    """The ranges of titles beside the names at `names`: after a comma, or right before."""
    found: list[Span] = []
    for start, end in names:
        is_person = " " in text[start:end]
        after = (_AFTER.match(text, end) or _OF.match(text, end)) if is_person else None
        if after and len(after.group("title").split()) <= _LONGEST:
            found.append(after.span("title"))
        before = _before(text, start)
        if before is not None:
            found.append(before)
    return tuple(sorted(set(found)))


def _before(text: str, start: int) -> Span | None:
    base = max(start - _LOOK_BACK, 0)
    title = re.search(rf"(?:[^\W\d_][\w-]*\s){{0,4}}{_ROLE}\s$", text[base:start])
    if title is None or (title.start() == 0 and base > 0):
        return None
    words = title.group().split()
    at = next((place for place in range(len(words) - 1, -1, -1) if words[place].casefold() in _LEADING), -1)
    kept = words[at + 1 :]
    if not kept or kept[-1][:1].isupper():
        return None
    return start - 1 - len(" ".join(kept)), start - 1
