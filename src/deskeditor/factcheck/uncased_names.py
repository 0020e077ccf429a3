"""Names in scripts without capitals: known places, what a title or a body's word leads to, foreign names in signs.

Where no letter is larger than another, a name is told by what stands beside it; many are not found so, and a
person marks them.
"""

import re
from typing import Final

from deskeditor.factcheck.places import UNCASED, UNSPACED

Span = tuple[int, int]

_ARABIC: Final = r"[\u0620-\u064a\u0671-\u06d3\u064b-\u0652]"
_STOP: Final = (
    r"(?:في|من|على|إلى|عن|مع|أن|إن|بعد|قبل|خلال|لدى|بين|حول|ضد|حتى|منذ|عند|قد|لم|لن|لا|ما|هو|هي|كان|كانت|الذي|التي|الذين|"
    r"هذا|هذه|ذلك|أمس|اليوم|غدا|قال|قالت|أكد|أكدت|أعلن|أعلنت|صرح|أضاف|أضافت|أوضح|اليوم|يوم|عام|ثم|أو|بأن|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|وقال|وأضاف|"
    r"\w*(?:سوف|لأن|لكن))(?!\w)"
)
_WORD: Final = rf"(?!{_STOP})(?!ال){_ARABIC}{{2,}}"
_ARABIC_TITLE: Final = (
    r"(?:الرئيس|رئيس|رئيسة|وزير|وزيرة|الوزير|الملك|الأمير|ولي العهد|الشيخ|السيد|السيدة|الدكتور|الدكتورة|النائب|السفير|"
    r"الجنرال|اللواء|القائد|المتحدث|المتحدثة|المدير|مدير|محافظ|المدعي العام|الأمين العام|أمين "
    r"عام|الممثل|المبعوث|القاضي|"
    r"المحامي|الكاتب|الصحفي|الباحث|المدرب|اللاعب|عمدة|رئيس الوزراء)"
)
_PERSON: Final = re.compile(
    rf"(?<!\w)[وفبلك]?{_ARABIC_TITLE}(?:\s(?:باسم\s)?ال{_ARABIC}+|\s{_ARABIC}+ي(?=\s)){{0,3}}\s"
    rf"(?P<name>{_WORD}(?:\s(?:بن|أبو|آل|عبد|فان|دي)?\s?(?!{_STOP}){_ARABIC}{{2,}}){{1,2}})"
)
_BODY: Final = re.compile(
    rf"(?<!\w)[وفبلك]?(?P<name>(?:وزارة|جامعة|منظمة|شركة|حزب|مجلس|بنك|وكالة|هيئة|حركة|جمعية|نادي|صحيفة|قناة|محكمة|مدينة|"
    rf"محافظة|بلدة|قرية|مطار|مستشفى|معهد|مركز|مؤسسة|اتحاد|نهر|بحر|جبل)\s(?!{_STOP}){_ARABIC}+"
    rf"(?:\s(?:و|لل|ل)?ال{_ARABIC}+){{0,3}})"
)
_KNOWN: Final = re.compile(
    rf"(?<!\w)(?:[وفبلك]|ב|ל|מ|ה|ו)?(?P<name>{'|'.join(sorted(UNCASED, key=len, reverse=True))})(?!\w)"
)
_HEBREW: Final = "[\u05d0-\u05ea'\"׳״-]"
_HEBREW_PERSON: Final = re.compile(
    rf"(?<!\w)(?:ו|ה|ל|ב)?(?:ראש הממשלה|נשיא המדינה|הנשיא|נשיא|שר ה{_HEBREW}+|השר|השרה|ח\"כ|ד\"ר|פרופ'|מר|גברת|גב'|הרב|"
    rf"השופט|השופטת|דובר ה{_HEBREW}+|ראש עיריית {_HEBREW}+)\s(?P<name>{_HEBREW}{{2,}}\s{_HEBREW}{{2,}})"
)
_KANA: Final = "[\u30a1-\u30fa\u30fc]"
_HAN: Final = "[\u3400-\u4dbf\u4e00-\u9fff々]"
_EAST: Final = re.compile(
    rf"(?P<parted>(?:{_KANA}+[・＝])+{_KANA}+|{_HAN}{{1,6}}(?:·{_HAN}{{1,6}})+)"
    rf"|(?P<titled>(?:{_KANA}{{2,}}|{_HAN}{{2,4}}))(?=氏|さん|首相|大統領|議員|選手|監督|教授|社長|外相|知事|市長|容疑者|被告)"
    rf"|(?P<body>(?:{_KANA}|{_HAN}){{2,8}}(?:大学|大學|銀行|银行|新聞|公司|委员会|委員会|協会|协会|法院|裁判所|研究所|空港|机场))"
    rf"|(?P<known>{'|'.join(UNSPACED)})"
)
_HAS_UNCASED: Final = re.compile("[\u0590-\u06ff\u30a1-\u30fa\u3400-\u9fff]")


def uncased_names_in(text: str) -> tuple[Span, ...]:
    """The ranges of names in Arabic, Hebrew, Chinese and Japanese, none inside another."""
    if text.isascii() or not _HAS_UNCASED.search(text):
        return ()
    found: list[Span] = []
    for expression in (_PERSON, _BODY, _HEBREW_PERSON, _KNOWN):
        found.extend(_new(found, [name.span("name") for name in expression.finditer(text)]))
    found.extend(_new(found, [name.span() for name in _EAST.finditer(text)]))
    return tuple(sorted(found))


def _new(found: list[Span], spans: list[Span]) -> list[Span]:
    return [(start, end) for start, end in spans if not any(start < other[1] and other[0] < end for other in found)]
