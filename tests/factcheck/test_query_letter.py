"""The list of queries goes to the reporter, and what comes back is read under its numbers."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import BylineName, new_article
from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claims import Anchor, Claim, ClaimKind, Query
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.query_letter import REPORTER, answering, query_letter, read_answers

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
ARTICLE = replace(new_article(uuid4(), NOON), headline=plain_line("Marlow backs a night ferry"))


def asked(number: int, words: str, question: str, wording: str = "", *, out: bool = True) -> Checked:
    query = Query(question=question, wording=wording, by="Ada Byte", at=NOON)
    claim = Claim(
        id=f"c{number}",
        number=number,
        kind=ClaimKind.NUMBER,
        anchor=Anchor(quote=words, place=Place(field=Field.BODY)),
        query=query if out else None,
    )
    progress = Progress.WITH_EDITOR if out else Progress.SETTLED
    return Checked(claim=claim, words=words, claimed=None, progress=progress)


FOUND = (
    asked(3, "14 to 9", "Minutes say 13?", "13 to 10"),
    asked(14, "Mira Aldous said that “we have talked about this since my daughter was in school”", "Who heard it?"),
    asked(2, "11 p.m.", "", out=False),
)
LETTER = """Queries on “Marlow backs a night ferry”
Please answer under each number.

3. “14 to 9”
    Minutes say 13?
    Suggested: “13 to 10”

14. “Mira Aldous said that “we have talked about this since my daughter was in school””
    Who heard it?
"""


def test_the_list_tells_number_words_question_and_wording() -> None:
    assert query_letter(ARTICLE, FOUND) == LETTER
    assert query_letter(ARTICLE, FOUND[2:]) == ""


@pytest.mark.parametrize(
    "line",
    """14. I did|14) I did|14: I did|(14) I did|[14] I did|No. 14: I did|no 14 – I did|#14: I did|№ 14. I did
Query 14: I did|Q14. I did|14 - I did""".replace("\n", "|").split("|"),
)
def test_a_number_is_written_in_many_ways(line: str) -> None:
    assert read_answers(f"{line}\nmyself.", FOUND).by_number == ((14, "I did\nmyself."),)
    assert read_answers(line.replace("I did", "\n   I did"), FOUND).by_number == ((14, "I did"),)


@pytest.mark.parametrize("line", ["14 people came", "No 14 came", "14.5 million", "3.14 it is", "1,400. No", "14th"])
def test_a_number_in_a_sentence_begins_no_answer(line: str) -> None:
    assert read_answers(f"3. Yes\n{line}", FOUND).by_number == ((3, f"Yes\n{line}"),)


def test_a_reply_above_the_quoted_list() -> None:
    quoted = "".join(f"> {line}\n" for line in LETTER.splitlines())
    reply = f"Hi Ada,\n\n3. Yes, thirteen.\n14. The clerk.\n\nOn Wednesday, Ada wrote:\n{quoted}"
    assert read_answers(reply, FOUND).by_number == ((3, "Yes, thirteen."), (14, "The clerk."))
    assert read_answers(reply, FOUND).rest == "Hi Ada,\n\nOn Wednesday, Ada wrote:"


def test_a_reply_between_the_quoted_lines() -> None:
    reply = ""
    for line in LETTER.splitlines():
        reply += f"> {line}\n"
        reply += "Yes, thirteen.\n" if "Suggested" in line else "The clerk did.\n" if "heard" in line else ""
    assert read_answers(reply, FOUND).by_number == ((3, "Yes, thirteen."), (14, "The clerk did."))


def test_a_reply_that_is_quoted_whole() -> None:
    assert read_answers("> 3. Yes.\n>\n> 14. No.", FOUND).by_number == ((3, "Yes."), (14, "No."))


def test_a_reply_in_our_own_list_straightened_and_broken_by_a_mail_program() -> None:
    reply = """Queries on "Marlow backs a night ferry"
Please answer under each number.

3. "14 to 9"
    Minutes say 13? - They are right.
    Suggested: "13 to 10"

14. "Mira Aldous said that "we have talked about this since my daughter
was in school""
    Who heard it?
The clerk and I.

Best, Jonas
"""
    assert read_answers(reply, FOUND).by_number == ((3, "They are right."), (14, "The clerk and I.\n\nBest, Jonas"))


def test_what_has_no_number_and_a_signature_are_kept_apart() -> None:
    answers = read_answers("One more thing: the pier is shut.\n3. Yes\n2019. was a guess\n-- \nJonas", FOUND)
    assert answers.by_number == ((3, "Yes\n2019. was a guess"),)
    assert answers.rest == "One more thing: the pier is shut.\n--\nJonas"
    assert read_answers("7. Never asked", FOUND).rest == "7. Never asked"


def test_an_answer_to_a_query_that_was_settled_meanwhile_goes_to_it() -> None:
    assert read_answers("3. Yes\n2. Right", FOUND).by_number == ((3, "Yes"), (2, "Right"))


def test_the_byline_answers_where_it_is_one_person() -> None:
    one, two = BylineName(name="Jonas Reed"), BylineName(name="Lea Osk")
    assert answering(replace(ARTICLE, byline=(one,))) == "Jonas Reed"
    assert answering(replace(ARTICLE, byline=(one, two))) == answering(ARTICLE) == REPORTER


WORDS = st.sampled_from(["yes", "the clerk", "no, 13", "“quoted”", "Who", "— it is", "14 to 9", "3 people", "é", "?"])
ANSWER = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=3).map("\n".join)


@given(
    answers=st.dictionaries(st.sampled_from([3, 14, 20]), ANSWER),
    quoted=st.booleans(),
    question=st.lists(WORDS, max_size=8).map(" ".join),
)
def test_answers_written_under_each_number_come_back(answers: dict[int, str], quoted: bool, question: str) -> None:
    found = (*FOUND, asked(20, "a guess with a ribbon on it", f"{question} is it so", "costly"))
    reply = ""
    for part in query_letter(ARTICLE, found).split("\n\n"):
        lines = part.strip().splitlines()
        reply += "".join(f"> {line}\n" if quoted else f"{line}\n" for line in lines)
        number = int(lines[0].partition(".")[0]) if lines[0][0].isdigit() else 0
        reply += answers.get(number, "") + "\n\n"
    # All that is quoted is told apart from answers only where there is one.
    expected = tuple(sorted(answers.items())) if answers or not quoted else ()
    assert read_answers(reply, found).by_number == expected
