"""Sentences are told apart in every script, and points that end none are passed over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sentences import agreement, split_texts
from deskeditor.language.sentences import sentences


def _split(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["The vote failed.", "Who stayed away?", "Nobody said!"]),
        ("en", ["Dr. Ana Ruiz met Gov. J. R. Hale at 9 a.m. on Monday.", "Both left early."]),
        ("en", ["It came No. 1 of 12.", "No. 2 went home."]),
        ("en", ["The U.S. Senate voted 51.5 to 48.5.", "It was close."]),
        ("en", ["They flew to the U.S.", "The others stayed."]),
        ("en", ["“It is done.”", "He left."]),
        ("en", ['"We won!" she said.', '"At last."']),
        ("en", ["(The mayor agreed.)", "The council did not."]),
        ("en", ["He waited … and waited.", "Nothing came…", "Then it did."]),
        ("en", ["Prices rose in 2025.", "They fell in 2026."]),
        ("en", ["Write to desk@example.org or see example.org/a.html.", "We read it."]),
        (
            "de",
            [
                "Am 17. Juli kam er.",
                "„Das ist alles“, sagte er.",
                "Das war im Jahr 2025.",
                "Die Wahl folgte.",
            ],
        ),
        ("de", ["Der 3. Oktober ist frei.", "Er ist 30.", "Das weiß man."]),
        ("ru", ["В 2014 г. завод закрыли.", "Об этом сказал А. Б. Петров.", "«Мы уйдем!» — сказал он."]),
        ("ru", ["Завод в г. Тында открыт до 5 мая и т. д. и т. п.", "Он работает."]),
        ("hy", ["Նա ասաց. «Մենք կգանք»։", "Ե՞րբ կգաք։", "Հ. Սարոյանը չպատասխանեց:", "Լռություն էր։"]),
        ("hy", ["Նիստը սկսվեց 12:30-ին, 1937 թ. շենքում:", "Այն կարճ էր։"]),
        ("ar", ["وصل الوزير أمس.", "هل وافق؟", "لم يقل شيئا!"]),
        ("ur", ["وہ کل آیا۔", "کیا یہ سچ ہے؟", "ہاں۔"]),
        ("he", ["הוא הגיע אתמול.", "האם זה נכון?", "כן."]),
        ("hi", ["वह कल आया।", "क्या यह सच है?", "हाँ।"]),
        ("tr", ["5. Cadde kapalı.", "“Geleceğiz.” dedi."]),
        ("fr", ["« C’est fini ! » dit Mme Leroy.", "Elle part."]),
        ("es", ["¿Quién votó?", "¡Nadie!"]),
    ],
)
def test_sentences_are_told_apart(language: str, parts: list[str]) -> None:
    assert _split(" ".join(parts), language) == parts


def test_chinese_and_japanese_sentences_need_no_space() -> None:
    assert _split("他昨天到了。“我不知道。”她说。真的吗?是！") == [
        "他昨天到了。",
        "“我不知道。”",
        "她说。",
        "真的吗?是！",
    ]
    assert _split("会議は終わった。「次は来週だ。」") == ["会議は終わった。", "「次は来週だ。」"]


def test_lines_and_cells_are_apart() -> None:
    assert _split("One\u2028Two. \n\nThree\tFour") == ["One", "Two.", "Three", "Four"]


def test_an_empty_text_has_none() -> None:
    assert sentences("") == ()
    assert sentences(" \n ") == ()


@given(st.text(alphabet="aB1 .:?!…»«“”\"'(—։۔。؟\n\u2028Աբ", max_size=60), st.sampled_from(["", "en", "de", "hy"]))
def test_no_word_is_lost_and_none_is_in_two_sentences(text: str, language: str) -> None:
    ranges = sentences(text, language)
    at = 0
    for start, end in ranges:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("language", ["hy", "az", "en", "ru", "tr"])
def test_texts_split_by_hand(samples: Path, language: str) -> None:
    texts = split_texts(samples / "languages" / "sentences")[language]
    assert agreement(lambda one: sentences(one.text, one.language), texts) >= 0.98
