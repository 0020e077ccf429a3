"""The facts of a text, in many languages: each whole, none in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.claims import ClaimKind
from deskeditor.factcheck.text_facts import Text, facts_in, seen_in


def _found(words: str, language: str = "en", **more: bool) -> list[str]:
    text = Text(words=words, language=language, **more)
    return [f"{one.kind.value[0]}:{words[one.start : one.end]}" for one in facts_in(text, seen_in([text]))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost $2.4 million, or £5bn.", ["n:$2.4 million", "n:£5bn"]),
        ("They won 14 to 9 and lost 3-0.", ["n:14 to 9", "n:3-0"]),
        (
            "a 2,000-strong force, a seven-month siege, nearly 30 years",
            ["n:2,000-strong", "n:seven-month", "n:30 years"],
        ),
        ("up 7.5 percent, down 3%, at -4°C", ["n:7.5 percent", "n:3%", "n:-4°C"]),
        ("twenty-five people and one hundred cats", ["n:twenty-five people", "n:one hundred"]),
        ("on July 15, 2024, at 6:40 a.m.", ["d:July 15, 2024", "d:6:40 a.m."]),
        ("on 3 May, in the 1990s, in the 19th century", ["d:3 May", "d:1990s", "d:19th century"]),
        ("it may march on, and we may, too", []),
        ("since last May and in March", ["d:May", "d:March"]),
        ("Flight from Baku-based and pro-Kremlin groups", ["n:Baku", "n:Kremlin"]),
        ("the U.S.- and EU-brokered talks", ["n:U.S.", "n:EU"]),
        ("the Russian and Dutch ministers", []),
        ("signed in the 2020 Lake Games report", ["n:2020 Lake Games"]),
        ("the book “The Quiet Year” is out", ["n:“The Quiet Year”"]),
        ('he called it "a quiet year"', ['q:"a quiet year"']),
        ("talks with Ida Krog, the UN’s envoy to Osk, failed", ["n:Ida Krog", "t:the UN’s envoy to Osk"]),
        ("talks with political analyst Ida Krog failed", ["t:political analyst", "n:Ida Krog"]),
    ],
)
def test_english(text: str, found: list[str]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Am 17. Juli kamen 3,5 Millionen Euro aus Bremen.", ["d:17. Juli", "n:3,5 Millionen Euro", "n:Bremen"]),
        ("de", "Die Frau des Bäckers sah den Hund im Garten.", []),
        (
            "fr",
            "Le 3 mai 2024, Anne Leroy a dit : « C’est fini ».",
            ["d:3 mai 2024", "n:Anne Leroy", "q:« C’est fini »"],
        ),
        ("ru", "Завод «Заря» в Твери купили за 12 000 рублей.", ["n:«Заря»", "n:Твери", "n:12 000 рублей"]),
        ("ru", "Он сказал: «Заря пришла».", ["q:«Заря пришла»"]),
        ("tr", "Obama'nın uçağı 5 Mayıs 2016'da Ankara'ya indi.", ["n:Obama", "d:5 Mayıs 2016'da", "n:Ankara"]),
        (
            "ar",
            "قال الرئيس سامي حداد الثلاثاء إن ٢٥٠ مليون دولار ستصل.",
            ["n:سامي حداد", "d:الثلاثاء", "n:٢٥٠ مليون دولار"],
        ),
        ("ar", "وصلت وزارة الصحة إلى القاهرة في ٣ مايو.", ["n:وزارة الصحة", "n:القاهرة", "d:٣ مايو"]),
        ("he", "הנשיא דוד כהן אמר „די“.", ["n:דוד כהן", "q:„די“"]),
        (
            "ja",
            "トム・ハリス氏は3月5日に東京で「帰ります」と言い、3万5000人が聞いた。",
            ["n:トム・ハリス", "d:3月5日", "n:東京", "q:「帰ります」", "n:3万5000人"],
        ),
        (
            "zh",
            "汤姆·哈里斯2024年5月3日在北京说：“我们赢了。”",
            ["n:汤姆·哈里斯", "d:2024年5月3日", "n:北京", "q:“我们赢了。”"],
        ),
    ],
)
def test_other_languages(language: str, text: str, found: list[str]) -> None:
    assert _found(text, language) == found


def test_speech_goes_on_over_paragraphs() -> None:
    assert _found("“We left. Nobody stayed.", goes_on=True) == ["q:“We left. Nobody stayed."]
    assert _found("“We left. Nobody stayed.") == []


def test_a_block_quote_is_one_quotation() -> None:
    assert _found(" Anna left in 2019. ", quoted=True) == ["q:Anna left in 2019."]


_SIGNS = "aBT1éß.,:-–'\"“”„«»‘’ ()%$€№ԱաЖж本ア・مال0\u2028\n\t\ufffc👩‍🚀"


@given(st.text(alphabet=_SIGNS, max_size=80), st.sampled_from(["en", "de", "ru", "hy", "ar", "ja", ""]))
def test_no_fact_lies_in_another_and_none_is_blank(words: str, language: str) -> None:
    text = Text(words=words, language=language)
    at = 0
    for one in facts_in(text, seen_in([text])):
        assert at <= one.start < one.end <= len(words)
        assert words[one.start : one.end].strip()
        assert one.kind in ClaimKind
        at = one.end
