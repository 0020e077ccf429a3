"""Which language a text is in, guessed from its script and its commonest small words."""

import re
from collections import Counter
from typing import Final

_SCRIPTS: Final = (
    ("hy", re.compile("[\u0531-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
SMALL_WORDS: Final = (
    ("en", "the of and to in is was for that with as on by it from are this be has have his not which he they"),
    ("de", "der die und das den von zu mit ist des im nicht ein eine auf für sich dem auch als an es werden wird"),
    ("fr", "le la les des et en du une est que dans pour qui au par sur pas plus il ce avec sont cette ne se"),
    ("es", "el la los las de que y en un una por con del se para es su al lo como más pero sus fue ha este"),
    ("pt", "o a os as de que e em um uma por com do da não para se no na ao dos mais como foi são ele pelo"),
    ("it", "il la le gli di che e un una per con del della non si in è da al dei nel anche sono alla più come"),
    ("nl", "de het een en van in is op dat te die voor met zijn niet aan er om ook als bij maar door naar wordt"),
    ("pl", "w i na z się nie do że to jest o jak po od za są dla przez oraz który był przy tym ale czy"),
    ("sv", "och att det i en som på är av för med till den har de inte om ett var från men kan sig vid så"),
    ("da", "og at det i en som på er af for med til den har de ikke om et var fra men kan sig ved blev"),
    ("nb", "og å det i en som på er av for med til den har de ikke om et var fra men kan seg ved ble"),
    ("fi", "ja on ei että se hän oli ovat myös mutta kun joka mukaan kuin ole sen hänen vain jos voi"),
    ("tr", "ve bir bu da de için ile olan olarak daha çok en gibi kadar sonra ise ne var olduğu ancak değil"),
    ("az", "və bir bu ki da də ilə üçün olan olub edib onun deyib sonra daha çox kimi görə isə dair bildirib"),
    ("cs", "a v se na je že to s z o do i jako ve pro za by ale po od jsou byl které který jeho"),
    ("hu", "a az és hogy nem is egy ez van volt meg csak de mint már el még azt lesz ki szerint után"),
    ("ro", "și în de la a cu pe că din este nu o un pentru care să mai fost sau prin au fi dar"),
    ("id", "yang dan di dari ini itu dengan untuk tidak dalam pada akan juga ke oleh karena ada mereka adalah"),
    ("vi", "và của là có không được trong cho với các một này đã người những khi để từ cũng đến"),
)
"""Small words by language: what running text is full of and lists of links are not."""

_CYRILLIC_MARKS: Final = (("uk", "іїєґ"), ("be", "ў"), ("sr", "јљњћђ"), ("bg", ""))
_PERSIAN: Final = "پچژگ"
_ENOUGH_WORDS: Final = 20
_SHARE_OF_SCRIPT: Final = 0.4
_SHARE_OF_KANA: Final = 0.1
_SHARE_OF_SMALL_WORDS: Final = 0.12


def guess_language(text: str) -> str | None:
    """Return the BCP 47 language of `text`, or None where there is too little of it to tell."""
    sample = text[:20_000]
    letters = sum(character.isalpha() for character in sample)
    if letters < 2 * _ENOUGH_WORDS:
        return None
    for language, script in _SCRIPTS:
        if len(script.findall(sample)) > letters * (_SHARE_OF_KANA if language == "ja" else _SHARE_OF_SCRIPT):
            return _within_script(language, sample)
    words = Counter(re.findall(r"\w+", sample.casefold()))
    total = sum(words.values())
    if total < _ENOUGH_WORDS:
        return None
    shares = {language: sum(words[word] for word in small.split()) / total for language, small in SMALL_WORDS}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _SHARE_OF_SMALL_WORDS else None


def _within_script(language: str, sample: str) -> str:
    lowered = sample.lower()
    if language == "ar":
        return "fa" if sum(map(lowered.count, _PERSIAN)) > len(sample) / 200 else "ar"
    if language == "ru":
        for other, marks in _CYRILLIC_MARKS:
            if marks and sum(map(lowered.count, marks)) > len(sample) / 200:
                return other
        if not re.search("[ыэё]", lowered) and lowered.count("ъ") > len(sample) / 200:
            return "bg"
    return language
