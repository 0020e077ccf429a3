"""The dateline that opens an agency's copy: where from, by whom, and the words after it."""

import re
from dataclasses import dataclass
from typing import Final

_AGENCY_NAMES: Final = (
    "dpa-AFX|dpa|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|Thomson Reuters Foundation|Reuters|"
    "Kyodo News|Kyodo|Jiji Press|Jiji|ats|sda|Keystone-SDA|Keystone-ATS|APA|ANSA|AGI|Adnkronos|EFE|Europa Press|"
    "Lusa|Agência Brasil|TASS|Interfax-Ukraine|Interfax|RIA Novosti|RIA|Ukrinform|Unian|Belta|ТАСС|Интерфакс|"
    "РИА Новости|УНІАН|Укрінформ|Xinhua|PTI|IANS|UNI|ANI|AA|Anadolu|DHA|İHA|IHA|Yonhap|Bernama|Antara|SPA|WAM|KUNA|"
    "QNA|MENA|MAP|TAP|APS|NTB|TT|Ritzau|STT|BNS|LETA|ELTA|PAP|CTK|ČTK|ČTK|TASR|SITA|MTI|Agerpres|Mediafax|BTA|"
    "Tanjug|HINA|STA|MIA|Belga|ANP|Notimex|Télam|Telam|Prensa Latina|UPI|Bloomberg|The Canadian Press|CP|AAP|NZPA|"
    "SAPA|PA Media|PA|ANA-MPA|ANA|AMNA|IRNA|ISNA|Mehr|Fars|Turan|Trend|Azertac|Armenpress|Kazinform|RFE/RL|IPS|KNA|"
    "epd|KAP|SID|dts|Dow Jones|PRNewswire|Business Wire|GLOBE NEWSWIRE|NNA|Petra|CNA|ET|MNA|VNA|PNA|APP|BSS|"
    "UNB|NAN|GNA|Nampa|Infoquest|CMC|Novinite"
)
_AGENCY: Final = rf"(?:{_AGENCY_NAMES})"
_AGENCIES: Final = rf"{_AGENCY}(?:(?:\s*[/,+&]\s*|\s+(?:and|und|et|y|e)\s+|\s+){_AGENCY})*(?:/\w{{2,8}}){{0,2}}"
_DASH: Final = r"(?:\.?\s*[-–—―_=]{1,3}|\s*:)"
_PLACE: Final = r"(?P<place>[^()/\n:=–—]{2,90}?)"
# Between signs an agency's name may be in any case; standing free it must be written as it writes itself.
_PLACES: Final = r"(?P<place>[^()\n:=–—]{2,90}?)"
_SHAPES: Final = (
    re.compile(rf"{_PLACES}\s*\((?P<agency>{_AGENCIES})\)(?:{_DASH}|\s)\s*", re.IGNORECASE),
    re.compile(rf"{_PLACE}\s*/(?P<agency>{_AGENCIES})/\.?(?:{_DASH})?\s*", re.IGNORECASE),
    re.compile(rf"\((?P<agency>{_AGENCIES})\)\s*[-–—]\s*{_PLACE}\s*[-–—]\s+", re.IGNORECASE),
    re.compile(rf"{_PLACE},?\s+(?P<agency>{_AGENCIES})\s*[-–—_]{{1,3}}\s+"),
    re.compile(rf"{_PLACE}\s*[-–—]\s*(?P<agency>{_AGENCIES})\s*[.,:]\s+"),
)
_CAPITALS: Final = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-ÞА-Я][A-ZÀ-ÖØ-ÞА-Я.'’/\- ]{2,40}(?:,\s+[\w. ]{2,24}){0,2})\s*(?:—|–|--|_)\s+"
)
_JAPANESE: Final = re.compile(r"【(?P<place>[^】＝=]{1,20}?)[＝=]?(?P<agency>共同|時事|ロイター|ＡＰ|AP|AFP)】\s*")
_CHINESE: Final = re.compile(r"(?P<agency>新华社|新華社|中新社|中央社)(?P<place>[^\s，。]{2,16}[电電])\s*")
_PARTICLES: Final = frozenset(
    "de del de la las los les le du des da do dos di della d' am an der den im upon sur sous sobre and und et y e i "
    "in near aan auf ob the al el ad von van".split()
)
_MONTH: Final = re.compile(
    r"(?:jan|feb|fév|fev|febr|m[aä]r|mar|apr|avr|abr|ma[iyjg]|mei|jun|juin|jui|jul|giu|lug|aug|ao[uû]|ago|sep|set|"
    r"o[ck]t|ott|out|nov|de[czs]|déc|dic|gen|ene|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|"
    r"тра|чер|лип|сер|вер|жов|лис|гру)\w*\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where a piece was written (with the date, if it stands there), who sent it, and the paragraph that follows."""

    place: str
    agency: str
    rest: str


def read_dateline(paragraph: str, *, in_wire: bool = False) -> Dateline | None:
    """Return the dateline that `paragraph` opens with, or None.

    `in_wire` says that the text is known to be a wire's: then a place in capitals and a dash are
    enough, without an agency.
    """
    for shape in (*_SHAPES, _JAPANESE, _CHINESE):
        match = shape.match(paragraph)
        if match and _goes_on(paragraph, match) and _is_place(match["place"]):
            return _dateline(paragraph, match, " ".join(match["agency"].split()))
    if in_wire and (match := _CAPITALS.match(paragraph)) and paragraph[match.end() :].strip():
        return _dateline(paragraph, match, "")
    return None


def is_agency(name: str) -> bool:
    """Whether `name` is an agency's, as datelines and headers write it."""
    return re.fullmatch(_AGENCY, name.strip(), re.IGNORECASE) is not None


def _goes_on(paragraph: str, match: re.Match[str]) -> bool:
    """Copy follows; where no dash parts it from the agency it must begin a sentence."""
    rest = paragraph[match.end() :].strip()
    return bool(rest) and (not match[0].endswith((") ", ")")) or not rest[0].islower())


def _dateline(paragraph: str, match: re.Match[str], agency: str) -> Dateline:
    return Dateline(place=match["place"].strip(" ,"), agency=agency, rest=paragraph[match.end() :].strip())


def _is_place(text: str) -> bool:
    """Capitalised words, figures, months and particles only: `He said (AP)` is no dateline."""
    words = text.replace("/", " ").split()
    if not words or len(words) > 11 or words[0][0].islower() or words[0][0] in "\"'“”«„(*-":
        return False
    return all(
        not word[0].islower() or word.strip(".,").lower() in _PARTICLES or _MONTH.match(word.strip(","))
        for word in words
    )
