"""From bytes to text: byte order marks first, then UTF-8, then a judgement among the older charsets.

The judgement is our own: general guessers judge long texts well, and take a wire piece whose only
accented letters are a few French ones for Chinese.
"""

import codecs
import re
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from deskeditor.errors import InputError


class Script(Enum):
    """What a charset's letters belong to, as far as a word must not mix them."""

    LATIN = "latin"
    OTHER = "other"
    IDEOGRAPHS = "ideographs"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEncoding:
    """The codec a text was read with; `sure` is false where it was judged from the letters."""

    codec: str
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charset:
    codec: str
    script: Script
    letters: str
    frequent: str = ""
    telling: frozenset[str] = frozenset()


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE_SHIFTS: Final = (b"\x1b$B", b"\x1b$@", b"\x1b(J")

_WESTERN: Final = "éèêëàâäáãåæçíìîïñóòôöõøœúùûüßÿðþý" + "ÉÈÊËÀÂÄÁÃÅÆÇÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÐÞÝ"
_CENTRAL: Final = "áâäąăćčçďđéěęëíîľĺłńňóôöőřŕśšşşťţúůüűýźžż" + "ÁÂÄĄĆČĎĐÉĚĘÍÎĽŁŃŇÓÔÖŐŘŚŠŞŤÚŮÜŰÝŹŽŻ"
_TURKISH: Final = "çğıöşüâîû" + "ÇĞİÖŞÜÂÎÛ"
_BALTIC: Final = "āčēģīķļņšūžąęėįųäöõü" + "ĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲÄÖÕÜ"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџ"
_GREEK: Final = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"
_HEBREW: Final = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_ARABIC: Final = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؟"
_HANZI: Final = (
    "的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你"
    "对對生能而子那得于着下自之年过過发發后後作里用道行所家事成方多经經法学學如都同现現"
    "当當没動动面起看定天分还進进好小部其些主理心本前开開但因只从想日新报報社京北"
)

# Words of plain ASCII that only languages of the charset use: they tell where the letters fit alike.
_TURKISH_WORDS: Final = frozenset({"bir", "bu", "ve", "ile", "olarak"})
_CENTRAL_WORDS: Final = frozenset(
    "az egy hogy nem meg nie jest oraz przez po ve se je bylo este din pentru koji bio kao".split()
)
_BALTIC_WORDS: Final = frozenset({"ir", "un", "par", "kad", "buvo", "gada"})

# In order of preference: where two fit alike, the earlier is taken.
_CHARSETS: Final = (
    _Charset(codec="cp1252", script=Script.LATIN, letters=_WESTERN),
    _Charset(codec="cp1254", script=Script.LATIN, letters=_TURKISH, telling=_TURKISH_WORDS),
    _Charset(codec="cp1250", script=Script.LATIN, letters=_CENTRAL, telling=_CENTRAL_WORDS),
    _Charset(codec="iso8859_2", script=Script.LATIN, letters=_CENTRAL, telling=_CENTRAL_WORDS),
    _Charset(codec="cp1257", script=Script.LATIN, letters=_BALTIC, telling=_BALTIC_WORDS),
    _Charset(codec="cp1251", script=Script.OTHER, letters=_CYRILLIC, frequent="оеаинтсрі"),
    _Charset(codec="koi8_u", script=Script.OTHER, letters=_CYRILLIC, frequent="оеаинтсрі"),
    _Charset(codec="cp866", script=Script.OTHER, letters=_CYRILLIC, frequent="оеаинтсрі"),
    _Charset(codec="iso8859_5", script=Script.OTHER, letters=_CYRILLIC, frequent="оеаинтсрі"),
    _Charset(codec="mac_cyrillic", script=Script.OTHER, letters=_CYRILLIC, frequent="оеаинтсрі"),
    _Charset(codec="cp1253", script=Script.OTHER, letters=_GREEK, frequent="αοιετσνςηρ"),
    _Charset(codec="iso8859_7", script=Script.OTHER, letters=_GREEK, frequent="αοιετσνςηρ"),
    _Charset(codec="cp1255", script=Script.OTHER, letters=_HEBREW, frequent="יוהלאמרבתשנ"),
    _Charset(codec="cp1256", script=Script.OTHER, letters=_ARABIC, frequent="الينمويرت"),
    _Charset(codec="iso8859_6", script=Script.OTHER, letters=_ARABIC, frequent="الينمويرت"),
    _Charset(codec="mac_roman", script=Script.LATIN, letters=_WESTERN),
    _Charset(codec="cp850", script=Script.LATIN, letters=_WESTERN),
    _Charset(codec="cp932", script=Script.IDEOGRAPHS, letters=""),
    _Charset(codec="euc_jp", script=Script.IDEOGRAPHS, letters=""),
    _Charset(codec="cp949", script=Script.IDEOGRAPHS, letters=""),
    _Charset(codec="gb18030", script=Script.IDEOGRAPHS, letters=_HANZI),
    _Charset(codec="big5hkscs", script=Script.IDEOGRAPHS, letters=_HANZI),
)
_SIGNS: Final = "\xa0«»“”„‘’‚‹›–—…•·§°£€©®™¡¿ªº½¼²³×´`№،؛「」『』、。・ー（）：，！？％"
_BETWEEN_LETTERS: Final = "’‘–—·´\xa0"
_PRIOR: Final = MappingProxyType(
    {"cp1252": 0.03, "mac_roman": -0.05, "cp850": -0.05, "cp932": -0.1, "euc_jp": -0.1, "cp949": -0.1}
)
_WORDS_OF_ONE_LETTER: Final = "àáâãäåæèéêëìíòóôöøùúûü"
_ALL_ACCENTED: Final = re.compile(r"[^\W\d_a-zA-Z]{4,}")
_CZECH: Final = "ěřů"
_NOT_CZECH: Final = "ąęłľ"
_ENOUGH: Final = MappingProxyType({Script.LATIN: 0.45, Script.OTHER: 0.6, Script.IDEOGRAPHS: 0.3})
_JUDGED: Final = 60_000
"""How many bytes are enough to judge by."""


def decoded(data: bytes, named: str = "The text") -> tuple[str, TextEncoding]:
    """Return the text of `data` and what it was read with; `named` stands in the error's sentence.

    Raises InputError for bytes that are no text and for an encoding that can't be told: a guess
    that no words bear out would put garbled names into print.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, named), TextEncoding(codec=codec)
    if codec := _sixteen_bit(data):
        return _strictly(data, codec, named), TextEncoding(codec=codec, sure=False)
    if _is_binary(data):
        raise InputError(f"{named} is not text. Save it as plain text or Markdown and import that file.")
    if any(shift in data for shift in _JAPANESE_SHIFTS):
        return _strictly(data, "iso2022_jp_2", named), TextEncoding(codec="iso2022_jp_2")
    try:
        return data.decode("utf-8"), TextEncoding(codec="utf-8")
    except UnicodeDecodeError:
        return _judged(data, named)


def _strictly(data: bytes, codec: str, named: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeError:
        raise InputError(f"{named} is damaged: it begins as {codec.upper()} and does not go on so. {_AGAIN}") from None


_AGAIN: Final = "Open it where it comes from and save it again as UTF-8."


def _sixteen_bit(data: bytes) -> str:
    """UTF-16 without its mark shows as a NUL in every other byte of Latin text."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.05 else ""


def _is_binary(data: bytes) -> bool:
    # A wire service's envelope has a few control characters, and DEL or NUL as padding at its ends.
    inner = data.strip(b"\x00\x7f\xff \r\n")
    controls = sum(byte < 9 or 13 < byte < 32 for byte in inner[:_JUDGED])
    return b"\x00" in inner or controls > 12 + len(inner[:_JUDGED]) // 50


def _judged(data: bytes, named: str) -> tuple[str, TextEncoding]:
    best, best_score = "", 0.0
    for charset in _CHARSETS:
        try:
            sample = data[:_JUDGED].decode(charset.codec, errors="strict" if len(data) <= _JUDGED else "ignore")
            score = _score(sample, charset)
            if score >= _ENOUGH[charset.script] and score > best_score + 0.005:
                data.decode(charset.codec)
                best, best_score = charset.codec, score
        except UnicodeDecodeError:
            continue
    if not best:
        raise InputError(f"The encoding of {named[0].lower() + named[1:]} can't be told. {_AGAIN}")
    return data.decode(best), TextEncoding(codec=best, sure=False)


def _score(text: str, charset: _Charset) -> float:
    """How well the letters beyond ASCII fit the charset's languages: 1 at best, below 0 for garbage."""
    total, count = 0.0, 0
    padded = f" {text} "
    for at in range(1, len(padded) - 1):
        character = padded[at]
        if character < "\x80":
            continue
        count += 1
        total += _fit(character, padded[at - 1], padded[at + 1], charset)
    if charset.script is Script.LATIN:
        # No Latin alphabet writes words of accented letters alone.
        total -= 2 * sum(len(stretch) for stretch in _ALL_ACCENTED.findall(text))
    if charset.letters is _CENTRAL and any(letter in text for letter in _CZECH):
        total -= sum(text.count(letter) for letter in _NOT_CZECH)
    return total / count + _bonus(text, charset) if count else 0.0


def _bonus(text: str, charset: _Charset) -> float:
    if charset.codec in _PRIOR:
        return _PRIOR[charset.codec]
    words = text.lower().split()
    told = sum(word in charset.telling for word in words)
    return 0.08 if told > len(words) * 0.02 else 0.0


def _fit(character: str, before: str, after: str, charset: _Charset) -> float:
    if character in _SIGNS:
        inside = before.isalpha() and after.isalpha() and charset.script is not Script.IDEOGRAPHS
        if inside:
            return 1.0 if character in _BETWEEN_LETTERS else -1.0
        return 0.9
    if charset.script is Script.IDEOGRAPHS:
        return _ideograph_fit(character, charset)
    lower = character.lower()
    if lower not in charset.letters and character not in charset.letters:
        return -0.2 if character.isalpha() and charset.script is Script.LATIN else -1.0
    if (character != lower and before.islower()) or (character == lower and after.isupper()):
        return -1.0
    alone = not before.isalpha() and not after.isalpha() and not (before + after).strip(" \n")
    if alone and charset.script is Script.LATIN and lower not in _WORDS_OF_ONE_LETTER:
        return -0.5
    mixes = any(other.isascii() and other.isalpha() for other in (before, after))
    if mixes and charset.script is Script.OTHER:
        return -1.0
    if character != lower:
        return 1.0 if not before.isalpha() else 0.7
    return 1.0 if not charset.frequent or character in charset.frequent else 0.85


def _ideograph_fit(character: str, charset: _Charset) -> float:
    if "\u3041" <= character <= "\u30fe":
        return 1.0 if charset.codec in ("cp932", "euc_jp") else -0.5
    if "\uac00" <= character <= "\ud7a3":
        return 1.0 if charset.codec == "cp949" else -1.0
    if character in charset.letters:
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.1
    return 0.0 if "\u3000" <= character <= "\u303f" or "\uff01" <= character <= "\uff5e" else -1.0
