"""Names whose last words are written small: `Томского университета`, `Երևանի պետական համալսարանի`."""

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from deskeditor.factcheck.words import Word

_RU_NOUNS: Final = (
    r"университет|институт|академи[яиюей]|училищ|консерватори|организаци|объединени|ассоциаци|федераци|республик|союз|"
    r"банк|фонд|суд(?:а|у|ом|е)?$|комитет|комисси|министерств|департамент|агентств|служб|инспекци|управлени|"
    r"корпораци|театр|музе[йяюе]|библиотек|мор[еяю]м?$|океан|залив|пролив|област|кра[йяюе]м?$|район|округ|остров|"
    r"гор[аыуе]й?$|хребет|войн|договор|конвенци|парламент|дум[аыуе]й?$|ассамбле|собрани|арми|флот|олимпийск|игр[аыу]?х?$|"
    r"лиг[аиуе]й?$|кубк?|чемпионат|преми|площад|улиц|проспект|вокзал|аэропорт|собор|монастыр|цент[р]|партия"
)
_HY_NOUNS: Final = (
    r"համալսարան|ինստիտուտ|ակադեմիա|կազմակերպությ|դատարան|նախարարությ|կոմիտե|բանկ|հիմնադրամ|միությ|ծառայությ|"
    r"գործակալությ|հանրապետությ|ֆեդերացիա|ծով|օվկիանոս|մարզ(?:ի|ում|ից|ը)?$|շրջան|պատերազմ|պայմանագ|թատրոն|թանգարան|"
    r"ասամբլեա|հանձնաժողով|խորհրդարան|կենտրոն|գրադարան|ճակատամարտ|տաճար|վանք"
)
_NOUN: Final = MappingProxyType({"ru": re.compile(rf"^(?:{_RU_NOUNS})"), "hy": re.compile(rf"^(?:{_HY_NOUNS})")})
_RU_ADJECTIVE: Final = re.compile(
    r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ой|ей|ые|ие|ых|их|ыми|ими)$"
)
_HY_BETWEEN: Final = re.compile(r"(?:ական|ային|յան|ների|ի|ու|ան|բարձր|մեծ|նոր|հին|ազգային)$")
_COMMON_FIRST: Final = re.compile(
    r"^(?:городск|районн|областн|местн|сельск|краев|новы|нова|стар|больш|мал|перв|втор|друг|кажд|эт|так|сам|цел|част|"
    r"детск|женск|мужск|многи|некотор|послед|следующ|прошл|нынешн|бывш|քաղաքային|նոր|հին)",
    re.IGNORECASE,
)
_BETWEEN_AT_MOST: Final = 2


def goes_on_small(first: Word, following: Sequence[Word], language: str) -> int:
    """How many of the small words that follow a capital one belong to its name; 0 for none."""
    script = "hy" if "\u0531" <= first.text[:1] <= "\u0556" else "ru" if "\u0400" <= first.text[:1] <= "\u042f" else ""
    if not script or (language not in ("ru", "uk", "hy", "") and script == "ru"):
        return 0
    if _COMMON_FIRST.match(first.text):
        return 0
    if script == "ru" and not _RU_ADJECTIVE.search(first.text):
        return 0
    between = _RU_ADJECTIVE if script == "ru" else _HY_BETWEEN
    for number, word in enumerate(following[: _BETWEEN_AT_MOST + 1]):
        if _NOUN[script].search(word.text):
            return number + 1
        if not between.search(word.text):
            return 0
    return 0
