"""A reporter's own copy, without a page around it: the shapes it comes in, and that no word of it vanishes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._clean_copy import clean_copies, kept_share
from deskeditor.article.article import Article
from deskeditor.article.body import Heading, ListItem, leaf_text
from deskeditor.ingest.page_copy import sort_page_copy
from deskeditor.ingest.reader import read_article
from deskeditor.ingest.sorting import Slot, SortedLine, assemble
from tests.ingest.desk import blank, new_ids, tag_named

HEADLINE = "Night ferry returns after eleven years"
FIRST = "The night ferry returns to the sound on Friday, the operator said on Monday."
SECOND = "It will carry sixty passengers and eight bicycles, and it will cross in half an hour."
THIRD = "Nobody knows yet who will steer it."


def read(text: str) -> Article:
    return assemble(sort_page_copy(text), base=blank(), tag_named=tag_named, new_id=new_ids())


def body(article: Article) -> list[str]:
    return [leaf_text(leaf) for leaf in article.body]


def bullets(article: Article) -> list[str]:
    return [bullet.line.text for bullet in article.summary]


def slots(text: str) -> list[Slot]:
    return [line.slot for line in sort_page_copy(text).lines]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("sign", ["•", "-", "*", "–", "▪", "1."])
class TestBulletsUnderTheHeadline:
    def text(self, sign: str, between: str, byline_first: bool = False) -> str:
        signs = ("1.", "2.", "3.") if sign == "1." else (sign,) * 3
        points = ("The boat leaves at eleven.", "Fares stay where they were.", "Dogs travel free")
        listed = [f"{sign} {point}" for sign, point in zip(signs, points, strict=True)]
        byline = ["By Ines Okoro and Tom Berg"]
        head = [*byline, *listed] if byline_first else [*listed, *byline]
        return between.join([HEADLINE, *head, FIRST, SECOND])

    @pytest.mark.parametrize("byline_first", [False, True])
    def test_are_the_summary(self, sign: str, between: str, byline_first: bool) -> None:
        article = read(self.text(sign, between, byline_first))
        assert article.headline.text == HEADLINE
        assert bullets(article) == ["The boat leaves at eleven.", "Fares stay where they were.", "Dogs travel free"]
        assert [person.name for person in article.byline] == ["Ines Okoro", "Tom Berg"]
        assert body(article) == [FIRST, SECOND]


class TestShapes:
    def test_two_points_and_a_last_paragraph(self) -> None:
        text = f"{HEADLINE}\n\n- It leaves on Friday.\n- Fares stay.\n\nBy Ines Okoro\n\n{FIRST}\n\n{SECOND}\n"
        article = read_article(text, base=blank(), tag_named=tag_named, new_id=new_ids()).article
        assert bullets(article) == ["It leaves on Friday.", "Fares stay."]
        assert body(article) == [FIRST, SECOND]

    @pytest.mark.parametrize("between", ["\n", "\n\n"])
    def test_paragraphs_without_a_headline(self, between: str) -> None:
        article = read(between.join((FIRST, SECOND, THIRD)))
        assert not article.headline
        assert body(article) == [FIRST, SECOND, THIRD]

    @pytest.mark.parametrize("between", ["\n", "\n\n"])
    @pytest.mark.parametrize("title", [HEADLINE, "Who wants a ferry?", "“We are back”: the ferry’s long night"])
    def test_a_headline_and_one_paragraph(self, title: str, between: str) -> None:
        article = read(f"{title}{between}{FIRST}")
        assert (article.headline.text, body(article)) == (title, [FIRST])

    def test_one_paragraph(self) -> None:
        article = read(FIRST)
        assert (article.headline.text, body(article)) == ("", [FIRST])

    def test_a_standfirst_over_the_byline(self) -> None:
        article = read(f"{HEADLINE}\n\nThe operator keeps the old fares\n\nBy Ines Okoro\n\n{FIRST}\n\n{SECOND}")
        assert article.standfirst.text == "The operator keeps the old fares"
        assert body(article) == [FIRST, SECOND]

    def test_a_name_that_the_text_does_not_speak_of_is_an_unsure_byline(self) -> None:
        lines = sort_page_copy(f"{HEADLINE}\n\nInes Okoro\n\n{FIRST}").lines
        assert (lines[1].slot, lines[1].sure) == (Slot.BYLINE, False)
        assert Slot.BYLINE not in slots(f"{HEADLINE}\n\nNight Ferry\n\n{FIRST}")

    def test_sub_headings_even_where_pages_say_such_words(self) -> None:
        long = "The fare is the same as it was when the old boat stopped, and that is thirty crowns."
        article = read(f"{HEADLINE}\n\n{FIRST}\n\nWhat it costs\n\n{long}\n\nShare\n\n{SECOND}")
        assert [leaf_text(leaf) for leaf in article.body if isinstance(leaf, Heading)] == ["What it costs", "Share"]

    def test_a_list_in_the_body_is_no_summary(self) -> None:
        article = read(f"{HEADLINE}\n\nThe ferry carries:\n\n- cars\n- dogs\n- bicycles\n\n{SECOND}")
        assert not article.summary
        assert [leaf_text(leaf) for leaf in article.body if isinstance(leaf, ListItem)] == ["cars", "dogs", "bicycles"]

    def test_a_list_with_nothing_below_it_is_body(self) -> None:
        article = read(f"{HEADLINE}\n\n• The boat leaves on Friday.\n• Fares stay where they were.")
        assert not article.summary
        assert len(article.body) == 2

    def test_questions_and_answers(self) -> None:
        talk = ["Q: Why did you return?", f"A: {SECOND}", "Q: What will it cost?", "A: As much as before."]
        article = read("\n\n".join(["A captain on her boat", *talk]))
        assert (article.headline.text, body(article)) == ("A captain on her boat", talk)

    def test_quotes_on_their_own_lines(self) -> None:
        article = read(f"{HEADLINE}\n\n“We are back.”\n\n{FIRST}\n\n“And we will stay.”")
        assert body(article) == ["“We are back.”", FIRST, "“And we will stay.”"]

    def test_a_poem(self) -> None:
        poem = (
            "The sea is wide\nThe sea is cold\nI walked along it\nAnd never told\n\nThe boat came in\nThe boat went out"
        )
        assert body(read(poem)) == poem.replace("\n\n", "\n").split("\n")

    def test_a_wrapped_paragraph_is_one(self) -> None:
        wrapped = (
            "The night ferry returns to the sound on Friday, the operator said\n"
            "on Monday, and it will carry sixty passengers and eight bicycles\n"
            "over the sound in half an hour."
        )
        assert body(read(f"{HEADLINE}\n\n{wrapped}")) == [wrapped.replace("\n", " ")]

    def test_a_letter_around_the_piece_goes_to_the_desk_note(self) -> None:
        text = f"Hi Anna,\nhere is the piece:\n\n{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\nBest,\nInes"
        article = read(text)
        assert article.headline.text == HEADLINE
        assert body(article) == [FIRST, SECOND]
        assert article.desk_note == "Hi Anna,\nhere is the piece:\nBest,\nInes"

    def test_the_header_of_a_mail_goes_to_the_desk_note(self) -> None:
        article = read(f"From: Ines\nTo: The desk\nSubject: the ferry\n\n{FIRST}\n\nThanks")
        assert article.desk_note == "From: Ines\nTo: The desk\nSubject: the ferry\nThanks"
        assert body(article) == [FIRST]

    def test_a_greeting_in_a_headline_is_none(self) -> None:
        assert read(f"Hello Kitty returns to the sound\n\n{FIRST}").headline.text == "Hello Kitty returns to the sound"

    def test_a_label_over_the_headline(self) -> None:
        article = read(f"OPINION\n{HEADLINE}\n{FIRST}\n{SECOND}")
        assert (article.section, article.headline.text) == ("OPINION", HEADLINE)

    def test_an_agency_a_date_and_tags(self) -> None:
        article = read(f"{HEADLINE}\nReuters\n3 May 2024\n{FIRST}\n{SECOND}\nTags: ferries, sound")
        assert article.credit.name == "Reuters"
        assert [tag.label for tag in article.tags] == ["ferries", "sound"]
        assert article.desk_note == "3 May 2024"
        assert body(article) == [FIRST, SECOND]

    def test_what_is_said_of_the_author_stays(self) -> None:
        about = "Ines Okoro is a reporter in Bergen who writes about boats."
        assert body(read(f"{HEADLINE}\n\nBy Ines Okoro\n\n{FIRST}\n\n{about}")) == [FIRST, about]

    def test_a_sentence_that_begins_like_a_byline_stays(self) -> None:
        said = "By Friday Ines Okoro had left."
        assert body(read(f"{HEADLINE}\n\n{FIRST}\n\n{said}")) == [FIRST, said]

    def test_lines_that_only_pages_say_are_dropped(self) -> None:
        text = f"{HEADLINE}\n\n{FIRST}\n\nAdvertisement\n\n{SECOND}\n\n{THIRD}\n\nLeave a comment\n\nShare"
        sorting = sort_page_copy(text)
        assert sorting.dropped == ("Advertisement", "Leave a comment", "Share")
        assert body(read(text)) == [FIRST, SECOND, THIRD]

    def test_a_headline_may_call(self) -> None:
        article = read(f"Sign up for the night ferry\n\n{FIRST}\n\n{SECOND}")
        assert (article.headline.text, body(article)) == ("Sign up for the night ferry", [FIRST, SECOND])

    def test_a_short_page_keeps_its_sentences(self) -> None:
        text = "\n\n".join(
            (HEADLINE, "Share", "Tweet", FIRST, "Advertisement", SECOND, "Related articles", THIRD, "Leave a comment")
        )
        assert body(read(text)) == [FIRST, SECOND, THIRD]


LANGUAGES = {
    "German": (
        "Fähre kehrt nach elf Jahren zurück",
        "Die Nachtfähre kehrt am Freitag zurück, teilte der Betreiber am Montag mit.",
        "Sie fasst sechzig Menschen.",
    ),
    "French": (
        "Le bac de nuit revient",
        "Le bac de nuit revient vendredi, a annoncé lundi la compagnie.",
        "Il portera soixante passagers.",
    ),
    "Turkish": (
        "Gece vapuru on bir yıl sonra dönüyor",
        "Gece vapuru cuma günü boğaza dönüyor, dedi kaptan pazartesi günü.",
        "Altmış yolcu taşıyacak.",
    ),
    "Arabic": (
        "العبارة الليلية تعود بعد أحد عشر عاما",
        "تعود العبارة الليلية إلى المضيق يوم الجمعة، قالت الشركة يوم الاثنين.",
        "ستنقل ستين راكبا.",
    ),
    "Armenian": (
        "Գիշերային նավը վերադառնում է",
        "Գիշերային նավը ուրբաթ օրը կվերադառնա նեղուց, ասել է նավապետը երկուշաբթի։",
        "Այն կտեղափոխի վաթսուն ուղևոր։",
    ),
    "Japanese": (
        "十一年ぶりに夜の船が戻る",
        "夜の船は金曜日に海峡に戻ると、会社は月曜日に発表した。",
        "船は六十人を運ぶ。",
    ),
}


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_piece_in_any_language(language: str, between: str) -> None:
    headline, *paragraphs = LANGUAGES[language]
    article = read(between.join((headline, *paragraphs)))
    assert (article.headline.text, body(article)) == (headline, paragraphs)
    points = [f"• {paragraph}" for paragraph in paragraphs]
    article = read(between.join((headline, *points, *paragraphs)))
    assert (bullets(article), body(article)) == (paragraphs, paragraphs)


SENTENCES = st.sampled_from(
    [
        FIRST,
        SECOND,
        THIRD,
        "“We never gave up,” said the captain, who is sixty-one.",
        "Why did it take so long?",
        "The town paid a third of the price; the rest came from the county.",
        "Share prices did not move when the harbour board met on 3 May 2021.",
        "Comments on the plan came in by the hundred.",
        "Her newsletter has two thousand readers.",
        "She read more than a dozen reports about it.",
        "Die Fähre fährt nachts, und das bleibt so.",
        "Kaptan altmış bir yaşında.",
        "Գինը չի փոխվել։",
        *(sentence for _, *sentences in LANGUAGES.values() for sentence in sentences),
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
ITEMS = st.tuples(st.sampled_from("•-*▪–"), st.lists(SENTENCES, min_size=2, max_size=5)).map(
    lambda item: "\n".join(f"{item[0]} {sentence}" for sentence in item[1])
)
TITLES = st.sampled_from(
    [HEADLINE, "What it costs", "Video", "A long wait", *(title for title, *_ in LANGUAGES.values())]
)
BLOCKS = st.one_of(PARAGRAPHS, PARAGRAPHS, ITEMS, TITLES)
COPIES = st.tuples(
    st.one_of(st.just(""), TITLES),
    st.one_of(st.just(""), ITEMS),
    st.sampled_from(["", "By Ines Okoro", "Von Ines Okoro und Tom Berg"]),
    st.lists(BLOCKS, min_size=1, max_size=8),
    st.sampled_from(["\n", "\n\n"]),
).map(lambda copy: copy[4].join(filter(None, (copy[0], copy[1], copy[2], *copy[3]))))


class TestAnyCleanCopy:
    @given(COPIES)
    def test_nothing_is_dropped(self, text: str) -> None:
        assert sort_page_copy(text).dropped == ()

    @given(COPIES)
    def test_every_word_stands_in_the_article(self, text: str) -> None:
        article = read(text)
        shown = [article.headline.text, article.standfirst.text, *bullets(article), *body(article), article.section]
        shown += [person.name for person in article.byline]
        found = set(re.findall(r"\w+", " ".join(shown)))
        assert set(re.findall(r"\w+", text)) - found <= {"By", "Von", "und"}

    @given(COPIES, st.lists(st.text(max_size=40), max_size=4))
    def test_what_is_dropped_beside_anything_else_is_furniture_or_unsure(self, text: str, more: list[str]) -> None:
        lines = sort_page_copy("\n".join([text, *more])).lines
        clean = {line.text for line in sort_page_copy(text).lines}

        def is_lost(line: SortedLine) -> bool:
            return line.slot is Slot.DROPPED and line.sure and line.text in clean

        assert not any(map(is_lost, lines))


@pytest.mark.usefixtures("samples")
def test_words_of_real_clean_copy_are_kept() -> None:
    copies = clean_copies()
    assert len(copies) >= 300
    shares = [kept_share(copy) for copy in copies]
    assert sum(shares) / len(shares) >= 0.999
    assert min(shares) >= 0.95


def test_the_measure_itself() -> None:
    assert kept_share(f"{HEADLINE}\n\n{FIRST}") == 1
    assert kept_share(f"{FIRST}\n\nLeave a comment") == pytest.approx(14 / 17)
