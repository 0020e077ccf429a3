"""Numbers in running text, in figures and in words, with what they count where it belongs to them."""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from deskeditor.factcheck.calendars import languages_of
from deskeditor.language.words import UNSPACED

Span = tuple[int, int]

_CURRENCY: Final = r"(?:US\$|C\$|A\$|HK\$|R\$|[$€£¥₽₺֏₾₹₩₪₴]|USD|EUR|GBP|CHF|AMD|AZN)"
_GROUPED: Final = r"\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,:٫٬’'/]\d+)*"
_FRACTIONS: Final = "½⅓⅔¼¾⅛"
_SCALES: Final = (
    r"(?:hundred|thousand|million|billion|trillion|bn|mn|k|m|Mio\.?|Mrd\.?|Millionen|Millarden|Milliarden|Million|"
    r"Milliarde|Tausend|Billionen|тыс\.?|тысяч[аиу]?|млн|млрд|трлн|миллион[а-я]*|миллиард[а-я]*|триллион[а-я]*|"
    r"հազար|միլիոն|միլիարդ|մլն|մլրդ|millions?|milliards?|mille|mil|millones|miles|milyon|milyar|bin|min|"
    r"ألف|آلاف|مليون|ملايين|مليار|אלף|מיליון|מיליארד|万|億|亿|兆|만|억|조)(?!\w)"
)
_UNITS: Final = (
    r"(?:percent|per cent|percentage points?|Prozent(?:punkte[n]?)?|процент[а-я]*|проц\.|տոկոս\w*|pour cent|por ciento|"
    r"yüzde|dollars?|euros?|pounds?|cents?|Euro|Dollar|Pfund|Franken|рубл[а-я]+|руб\.|доллар[а-я]*|евро|драм[а-я]*|"
    r"դրամ\w*|դոլար\w*|եվրո\w*|ռուբլի\w*|lira|manat|drams?|roubles?|rubles?|"
    r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|Jahre?n?|Monate?n?|Wochen?|Tage?n?|"
    r"Stunden?|Minuten?|Sekunden?|Jahrzehnte?n?|лет|год[а-я]*|месяц[а-я]*|недел[а-я]+|дн[а-я]+|день|час[а-я]*|минут[а-я]*|"
    r"секунд[а-я]*|տարի\w*|տարվա\w*|ամիս\w*|ամս\w*|շաբաթ\w*|օր(?:վա|ում|ից)?|ժամ\w*|րոպե\w*|վայրկյան\w*|"
    r"ans?|mois|semaines?|jours?|heures?|años?|meses|semanas?|días?|horas?|yıl\w*|ay|gün\w*|saat\w*|il|"
    r"شخصا|شخص|أشخاص|دولار|ريال|دينار|جنيه|ليرة|درهم|يورو|في المئة|بالمئة|"
    r"سنة|سنوات|عاما|عام|أشهر|شهرا|أيام|يوما|ساعة|ساعات|دقيقة|"
    r"km/h|km²|km|kilometer\w*|kilometres?|kilometers?|metres?|meters?|Meter[n]?|miles|feet|foot|inches|acres|hectares?|"
    r"Hektar|m²|m|cm|mm|kg|g|tons?|tonnes?|Tonnen|litres?|liters?|Liter|barrels?|degrees|Grad|°C|°F|°|MW|GW|kWh|MWh|TWh|"
    r"км/ч|км|кв\.\s?км|кв\.\s?м|метр[а-я]*|километр[а-я]*|кг|тонн[а-я]*|га|гектар[а-я]*|литр[а-я]*|градус[а-я]*|баррел[а-я]*|"
    r"կմ|կիլոմետր\w*|մետր\w*|կգ|տոննա\w*|հա|հեկտար\w*|լիտր\w*|քառակուսի\s\w+|people|men|women|children|Menschen|"
    r"Personen|человек[а-я]*|մարդ\w*|հոգի|հոգու\w*)"
    r"(?![\w])"
)
_PERCENT: Final = r"[\u00a0\u202f ]?[%‰٪]"
_ORDINAL: Final = r"(?:st|nd|rd|th|º|ª)\b|-?(?:րդ|ին|ից|ում|ի|ը|ն)\b|-(?:й|я|е|го|му|м|х|ю|ой|ая|ти|летн\w+)\b"
_COUNTED: Final = (
    r"人|名|円|元|ドル|美元|歳|岁|個|个|件|台|回|次|倍|社|家|か月|ヶ月|个月|日間|天|年間|時間|小时|分|秒|キロ|公里|メートル|米|トン|吨|公斤|"
    r"명|원|달러|개|건|회|배|년|개월|일|시간|분|킬로미터|미터|톤|%|％|パーセント"
)
_WORDS: Final = MappingProxyType(
    {
        "en": r"one\s(?:hundred|thousand|million|billion|trillion) "
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds? thousands? millions? "
        "billions? trillions? dozens? half third quarter twice",
        "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
        "achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend "
        "zweihundert dreihundert fünfhundert Hunderte[n]? Tausende[n]? Dutzend Millionen Million Milliarden "
        r"zweimal dreimal \w{3,}undzwanzig \w{3,}unddreißig \w{3,}undvierzig \w{3,}undfünfzig",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
        "quarante cinquante soixante cent cents mille dizaine centaines? milliers? millions? milliards?",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta "
        "cincuenta sesenta setenta ochenta noventa cien ciento mil millones docena cientos miles",
        "it": "due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mille milioni "
        "miliardi",
        "tr": "iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz milyon "
        "milyar",
        "ru": "дв[аеу]х? двум[я]? тр[иеё]х? трем[я]? четыр[еёх]+х? пят[ьи]ю? шест[ьи]ю? сем[ьи]ю? вос[е]?м[ьи]ю? "
        "девят[ьи]ю? десят[ьи]ю? (?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат[ьи]ю? двадцат[ьи]ю? "
        "тридцат[ьи]ю? сорок[а]? пятьдесят шестьдесят семьдесят восемьдесят девяносто сто ст[а] двести триста "
        "четыреста пятьсот тысяч[аиу]? миллион[а-я]* миллиард[а-я]* десятк[а-я]+ сотн[а-я]+ дюжин[а-я]+ вдвое втрое "
        "половин[а-я]+ трет[ьи] четверт[ьи] двое трое четверо пятеро шестеро семеро",
        "uk": "два дві двох три трьох чотири чотирьох п.ять шість сім вісім дев.ять десять двадцять тридцять сорок сто "
        "тисяч[аіу]? мільйон[а-яі]* мільярд[а-яі]*",
        "hy": "(?:(?:երկու|երեք|չորս|հինգ|վեց|յոթ|ութ|ինը|ինն|տասը)(?:ը|ն|ի|ին|ից|ով|սը|սին|սից)?|տասն\\w+|քսան\\w*|"
        "երեսուն\\w*|քառասուն\\w*|հիսուն\\w*|վաթսուն\\w*|յոթանասուն\\w*|ութսուն\\w*|իննսուն\\w*|հարյուր\\w*|"
        "հազար(?:ավոր)?|միլիոն\\w*|միլիարդ\\w*|երկուս\\w*)",
        "ar": "اثنان اثنين اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون "
        "عشرين ثلاثون ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئة مائة مئتين ألف آلاف مليون ملايين مليار نصف ثلث "
        "ربع",
        "he": "שני שתי שניים שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר עשרים שלושים "
        "ארבעים חמישים מאה אלף אלפי מיליון מיליארד",
    }
)


@lru_cache(maxsize=64)
def _expression(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(
        word for name in languages for word in sorted(_WORDS.get(name, "").split(" "), key=len, reverse=True) if word
    )
    figure = rf"(?:{_GROUPED})(?:[{_FRACTIONS}])?|[{_FRACTIONS}]"
    spelled = rf"(?:{words})(?!\w)"
    one = rf"(?:{figure})"
    attached = r"(?:bn|mn|tn|[mk])(?!\w)|[万億亿兆만억조]\d*"
    tail = rf"(?:{_PERCENT}|{_ORDINAL}|{attached})?(?:[\s\u00a0\u202f-]{_SCALES})*(?:\s?{_CURRENCY}(?!\w))?"
    amount = rf"(?:{_CURRENCY}\s?)?{one}{tail}"
    link = r"(?:\s?[-–—:]\s?|\s(?:to|bis|zu|до|against|gegen|против|à|a|per|auf|von|out of|из)\s)"
    numerals = rf"(?:{spelled}(?:[\s-](?:and\s|und\s|и\s)?{spelled})*(?:[\s]{_SCALES})*)"
    compound = r"(?:[-‑–](?!\d)[^\W\d_][\w-]*)"
    unit = rf"(?:°[CF]?|[\s\u00a0\u202f-]{_UNITS}|{_COUNTED})"
    return re.compile(
        rf"(?:(?<![\w.])|(?<=[{UNSPACED}]))(?:(?:No|Nr|n)\.\s|№\s?|[−–+-])?(?:{amount}(?:{link}{amount})?)(?:{compound}|{unit})?"
        rf"|(?<!\w)(?:{numerals}(?:\s(?:to|bis|до)\s{numerals})?)(?:{compound}|{unit})?",
        re.IGNORECASE,
    )


def numbers_in(text: str, language: str) -> tuple[Span, ...]:
    """The ranges of numbers with their units; `language` is a primary language subtag."""
    found = []
    for number in _expression(languages_of(text, language)).finditer(text):
        start, end = number.span()
        while start < end and text[start] in "-–+" and (start > 0 and text[start - 1].isspace() is False):
            start += 1
        if end > start:
            found.append((start, end))
    found.extend(_han_numbers(text))
    return tuple(sorted(found))


_HAN_NUMBER: Final = re.compile(rf"[一二三四五六七八九十百千万亿億两〇]+(?:{_COUNTED})")


def _han_numbers(text: str) -> list[Span]:
    if text.isascii() or not re.search(f"[{UNSPACED}]", text):
        return []
    return [number.span() for number in _HAN_NUMBER.finditer(text)]
