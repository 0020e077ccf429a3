"""Texts in the charsets that files still come in, and bytes that no charset explains."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import InputError
from deskeditor.ingest.text_encoding import decoded

GERMAN = "Der Gemeinderat tagte am Mittwoch in Köln. „Größere Änderungen wären möglich“, sagte der Bürgermeister."
FRENCH = "Le conseil a voté mercredi à Genève. « L’été s’achève », a déclaré la maire, très émue, où qu’elle fût."
SPANISH = "El concejo votó el miércoles. ¿Cómo seguirá? Según el señor Núñez, habrá más árboles en la región."
ICELANDIC = "Bæjarráðið samþykkti þetta á miðvikudag. Það er stærsta skrefið, sagði hún við blaðamenn í Reykjavík."
POLISH = "Rada przyjęła w środę budżet. Według źródeł łączne wydatki wzrosną, bo nie było więcej pieniędzy."
CZECH = "Zastupitelstvo ve středu schválilo rozpočet. Výdaje se zvýší o pět procent, řekl starosta v Praze."
HUNGARIAN = "A tanács szerdán elfogadta a költségvetést, és közölte, hogy az ülés után őrizetbe nem vettek senkit."
TURKISH = "Meclis çarşamba günü bütçeyi onayladı. Başkan, bu bir büyük adım, dedi; ışıklar gece yarısına dek yandı."
LATVIAN = "Dome trešdien pieņēma budžetu un paziņoja, ka nākamā gada izdevumi pieaugs par pieciem procentiem."
RUSSIAN = "Городской совет в среду принял бюджет. «Это большой шаг», — сказал мэр журналистам."
UKRAINIAN = "Міська рада у середу схвалила бюджет. «Це великий крок», — сказав мер журналістам у Києві."
GREEK = "Το δημοτικό συμβούλιο ενέκρινε την Τετάρτη τον προϋπολογισμό, είπε ο δήμαρχος."
HEBREW = "מועצת העיר אישרה ביום רביעי את התקציב. זהו צעד גדול, אמרה ראש העיר לעיתונאים."
ARABIC = "وافق مجلس المدينة يوم الأربعاء على الميزانية، وقال رئيس البلدية إنها خطوة كبيرة."
JAPANESE = "市議会は水曜日、来年度の予算を可決した。市長は「大きな一歩だ」と述べた。"
CHINESE = "市议会星期三通过了明年的预算。市长对记者说，这是一个重要的步骤。"
TAIWANESE = "市議會星期三通過了明年的預算。市長對記者說，這是一個重要的步驟。"
KOREAN = "시의회는 수요일 내년 예산을 통과시켰다. 시장은 기자들에게 큰 걸음이라고 말했다."

READ = [
    *((GERMAN, codec) for codec in ("cp1252", "mac_roman", "utf-16", "utf-8-sig", "utf-32")),
    *((FRENCH, codec) for codec in ("cp1252", "mac_roman")),
    (GERMAN.replace("„", "'").replace("“", "'"), "cp850"),
    (SPANISH, "cp1252"),
    (SPANISH, "iso8859_1"),
    (ICELANDIC, "cp1252"),
    *((POLISH, codec) for codec in ("cp1250", "iso8859_2")),
    *((CZECH, codec) for codec in ("cp1250", "iso8859_2")),
    (HUNGARIAN, "cp1250"),
    (TURKISH, "cp1254"),
    (LATVIAN, "cp1257"),
    *((RUSSIAN, codec) for codec in ("cp1251", "mac_cyrillic")),
    *((RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), codec) for codec in ("koi8_r", "cp866")),
    (UKRAINIAN, "cp1251"),
    (GREEK, "cp1253"),
    (HEBREW, "cp1255"),
    (ARABIC, "cp1256"),
    *((JAPANESE, codec) for codec in ("cp932", "euc_jp", "iso2022_jp")),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (KOREAN, "cp949"),
]


@pytest.mark.parametrize(("text", "codec"), READ, ids=[f"{codec}-{text[:8]}" for text, codec in READ])
def test_a_text_is_read_in_the_charset_it_was_written_in(text: str, codec: str) -> None:
    assert decoded(text.encode(codec))[0] == text


def test_english_with_nothing_but_curly_signs() -> None:
    text = "“It’s a start,” she said – and it was."
    assert decoded(text.encode("cp1252"))[0] == text


def test_a_single_hard_space_is_no_riddle() -> None:
    assert decoded(b"Reporting by: A.\xa0Person in Geneva")[0] == "Reporting by: A.\xa0Person in Geneva"


def test_utf_16_without_its_mark() -> None:
    text, encoding = decoded("A plain text without a byte order mark".encode("utf-16-be"))
    assert text.startswith("A plain text")
    assert not encoding.sure


def test_what_was_judged_says_so() -> None:
    assert decoded("Köln".encode())[1].sure
    assert not decoded(GERMAN.encode("cp1252"))[1].sure


def test_random_bytes_are_refused() -> None:
    noise = bytes(byte for byte in random.Random(7).randbytes(4000) if byte > 31 and byte != 127)
    with pytest.raises(InputError, match="can't be told"):
        decoded(noise)


def test_bytes_with_nuls_are_refused() -> None:
    with pytest.raises(InputError, match="not text"):
        decoded(b"\x01\x00\x02abc\x00\x00\x00def\x00")


def test_a_broken_utf_16_file_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        decoded(b"\xff\xfea\x00b")


@given(st.text())
def test_utf_8_always_comes_back(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        read = decoded(data)[0]
    except InputError:
        return
    if (
        "\x00" not in text
        and not text.startswith("\ufeff")
        and "\x1b" not in text
        and data == text.encode("utf-8", "ignore")
    ):
        assert read == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused = ""
    try:
        decoded(data)
    except InputError as refusal:
        refused = str(refusal)
    assert not refused or refused.endswith(".")
