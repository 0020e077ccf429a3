"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.language_guess import guess_language

TEXTS = {
    "en": "The harbour board said on Monday that it was ready to pay for a ferry, and that crews were asked.",
    "de": "Der Rat der Stadt hat am Montag gesagt, dass die Bahn wieder fahren soll, und das ist noch nicht alles.",
    "fr": "Le conseil de la ville a décidé lundi que les trains ne passeraient plus par le centre, et c'est la fin.",
    "es": "El consejo de la ciudad decidió el lunes que los trenes no pasarán por el centro, y que la obra será larga.",
    "it": "Il consiglio della città ha deciso che i treni non passeranno più per il centro, e che la linea è chiusa.",
    "ru": "Городской совет решил в понедельник, что поезда больше не будут ходить через центр, и это не всё.",
    "uk": "Міська рада вирішила, що поїзди більше не їздитимуть через центр, і це ще не все, кажуть мешканці міста.",
    "hy": "Քաղաքային խորհուրդը որոշեց, որ գնացքներն այլևս չեն անցնի կենտրոնով, և դա դեռ ամենը չէ։",
    "ar": "قرر مجلس المدينة يوم الاثنين أن القطارات لن تمر بعد الآن عبر وسط المدينة وهذا ليس كل شيء",
    "he": "מועצת העיר החליטה ביום שני שהרכבות לא יעברו יותר דרך מרכז העיר וזה עדיין לא הכול",
    "ja": "市議会は月曜日に、列車がもう中心部を通らないことを決めました。これは終わりではないと、住民は驚いています。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language: str) -> None:
    assert guess_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Oslo", "12 34 56", "Facebook Twitter Instagram Pinterest " * 8])
def test_too_little_to_tell(text: str) -> None:
    assert guess_language(text) is None


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    assert guess_language(text) is None or len(guess_language(text) or "") == 2
