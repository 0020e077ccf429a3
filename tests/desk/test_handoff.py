"""A piece goes to another desk and comes back."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings

from deskeditor.article.article import Article, Person, new_article
from deskeditor.article.body import Figure, Paragraph, body_of, leaf_text
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import (
    Anchor,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    LogEntry,
    Query,
    Stet,
    Verdict,
    claim_with,
)
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.notes import Note, Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, Terms
from deskeditor.desk.handoff import Taken, files_of, hand_off, is_story_file, read_story_file, take_story
from deskeditor.desk.story_file import SUFFIX, Story, read_story, write_story
from deskeditor.errors import DeskError, InputError
from deskeditor.store import Store, open_store
from deskeditor.store.values import RevisionReason
from tests.desk.checked_states import checked_states
from tests.media.pictures import png
from tests.strategies import FEW, articles

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
EDITOR = Person(name="Ada Byte", initials="ab")
CHECKER = Person(name="Bea Cole", initials="bc")

FIRST = "The council voted 14 to 9 for a night ferry from next spring."
SECOND = "Fares stay frozen for two years, and children travel free."


def claimed(text: str, claims: dict[str, str]) -> Line:
    runs: list[Run] = []
    at = 0
    for claim, words in claims.items():
        start = text.index(words)
        runs.append(Run(text=text[at:start]))
        runs.append(Run(text=words, marks=frozenset({Mark(MarkKind.CLAIM, claim)})))
        at = start + len(words)
    return line_of((*runs, Run(text=text[at:])))


def claim(claim_id: str, number: int, words: str) -> Claim:
    anchor = Anchor(quote=words, place=Place(field=Field.BODY))
    return Claim(id=claim_id, number=number, kind=ClaimKind.NUMBER, anchor=anchor)


BASE = replace(
    new_article(UUID(int=77), AT),
    headline=plain_line("Marlow backs night ferry"),
    body=body_of((Paragraph(line=claimed(FIRST, {"a": "14 to 9"})), Paragraph(line=plain_line(SECOND)))),
    claims=(claim("a", 1, "14 to 9"),),
    last_claim=1,
    sources=(Source(number=1, title="Council minutes", url="https://example.org/minutes"),),
    last_source=1,
)


class Desk:
    """One desk: a store, its pictures and who works there."""

    def __init__(self, folder: Path, person: Person) -> None:
        self.folder = folder
        self.person = person
        self.store: Store = open_store(folder)
        self.files = files_of(folder)

    def send(self, to: Path, article_id: UUID = BASE.id) -> Path:
        return hand_off(self.store, article_id, to=to, files=self.files, person=self.person).path

    def take(self, path: Path, *, known_only: bool = False) -> Taken:
        story = read_story_file(path)
        return take_story(self.store, story, files=self.files, person=self.person, known_only=known_only)

    def article(self, article_id: UUID = BASE.id) -> Article:
        return self.store.load(article_id).article

    def keep(self, article: Article) -> None:
        counter = self.store.load(article.id).counter if self.store.ids_starting(str(article.id)) else None
        self.store.save(article, expected=counter)


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "editor", EDITOR)
    desk.keep(BASE)
    yield desk
    desk.store.close()


@pytest.fixture
def checker(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "checker", CHECKER)
    yield desk
    desk.store.close()


def judged(article: Article, claim_id: str, verdict: Verdict, *, by: str = "Bea Cole", hour: int = 10) -> Article:
    words = claimed_words(article)[claim_id].words
    judgement = Judgement(verdict=verdict, words=words, by=by, at=AT.replace(hour=hour))
    claims = (replace(one, judgement=judgement) if one.id == claim_id else one for one in article.claims)
    return replace(article, claims=tuple(claims))


# Out and back


def test_a_piece_becomes_a_check_copy_at_another_desk(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    path = editor.send(tmp_path)
    assert (path.name, is_story_file(path)) == (f"marlow-backs-night-ferry{SUFFIX}", True)
    taken = checker.take(path)
    assert (taken.merge, taken.sender) == (None, "Ada Byte")
    assert checker.article() == BASE
    assert [one.reason for one in editor.store.revisions(BASE.id)] == [RevisionReason.HANDOFF]
    assert [one.reason for one in checker.store.revisions(BASE.id)] == [RevisionReason.IMPORT]


def test_verdicts_answers_and_sources_come_back(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    checker.take(editor.send(tmp_path / "out.deskstory"))
    copy = judged(checker.article(), "a", Verdict.OK)
    answer = Remark(author="Bea Cole", text="Minutes, page 3.", at=AT)
    copy = replace(
        copy,
        claims=tuple(replace(one, thread=(answer,), evidence=(Evidence(source=2),)) for one in copy.claims),
        sources=(*copy.sources, Source(number=2, title="Call with the clerk")),
        last_source=2,
    )
    checker.keep(copy)
    taken = editor.take(checker.send(tmp_path / "back.deskstory"))
    assert taken.merge is not None
    assert (taken.merge.verdicts, taken.merge.answers, taken.merge.sources, taken.merge.edits) == (1, 1, 1, False)
    now = claim_with(editor.article().claims, "a")
    assert now is not None
    assert (now.judgement, now.thread) == (copy.claims[0].judgement, (answer,))


def test_numbers_given_at_both_desks_are_made_distinct(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    checker.take(editor.send(tmp_path / "out.deskstory"))

    def with_second(article: Article, claim_id: str, words: str, title: str) -> Article:
        added = replace(claim(claim_id, 2, words), evidence=(Evidence(source=2, locator="page 1"),))
        leaves = (article.body.leaves[0], Paragraph(line=claimed(SECOND, {claim_id: words})))
        source = Source(number=2, title=title)
        return replace(
            article,
            body=body_of(leaves),
            claims=(*article.claims, added),
            sources=(*article.sources, source),
            last_claim=2,
            last_source=2,
        )

    checker.keep(with_second(checker.article(), "theirs", "children", "Fare table"))
    editor.keep(with_second(editor.article(), "mine", "two years", "Press release"))
    taken = editor.take(checker.send(tmp_path / "back.deskstory"))
    made = editor.article()
    assert {one.id: one.number for one in made.claims} == {"a": 1, "mine": 2, "theirs": 3}
    assert {one.number: one.title for one in made.sources if one.number > 1} == {2: "Press release", 3: "Fare table"}
    theirs = claim_with(made.claims, "theirs")
    assert theirs is not None
    assert theirs.evidence == (Evidence(source=3, locator="page 1"),)
    assert claimed_words(made)["theirs"].words == "children"
    assert claimed_words(made)["mine"].words == "two years"
    assert taken.merge is not None
    assert taken.merge.renumbered == {2: 3}


def test_words_that_both_desks_changed_come_back_as_a_suggestion(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    checker.take(editor.send(tmp_path / "out.deskstory"))
    first = BASE.body.leaves[0]
    for desk, words in ((checker, "three years"), (editor, "four years")):
        second = Paragraph(line=plain_line(SECOND.replace("two years", words)))
        desk.keep(replace(desk.article(), body=body_of((first, second))))
    taken = editor.take(checker.send(tmp_path / "back.deskstory"))
    made = editor.article()
    assert leaf_text(made.body.leaves[1]) == SECOND.replace("two years", "four years")
    assert taken.merge is not None
    assert (taken.merge.wordings, taken.merge.verdicts) == (1, 0)
    suggested = made.claims[-1]
    assert suggested.query is not None
    assert suggested.judgement is not None
    assert (suggested.query.wording, suggested.number, suggested.by) == ("three", 2, "Bea Cole")
    assert suggested.judgement.verdict is Verdict.CHANGE
    assert claimed_words(made)[suggested.id].words == "four"


def test_what_was_taken_before_is_not_taken_again(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    checker.take(editor.send(tmp_path / "out.deskstory"))
    checker.keep(judged(checker.article(), "a", Verdict.DISPUTED))
    back = checker.send(tmp_path / "back.deskstory")
    editor.take(back)
    editor.keep(judged(editor.article(), "a", Verdict.OK, by="Ada Byte", hour=12))
    before = editor.store.load(BASE.id)
    taken = editor.take(back)
    assert (taken.again, editor.store.load(BASE.id)) == (True, before)


def test_two_checkers_at_once_both_come_back(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out = editor.send(tmp_path / "out.deskstory")
    other = Desk(tmp_path / "third", Person(name="Cleo Dane"))
    for desk, verdict, hour in ((checker, Verdict.OK, 10), (other, Verdict.CANT_STAND_UP, 11)):
        desk.take(out)
        desk.keep(judged(desk.article(), "a", verdict, by=desk.person.name, hour=hour))
        editor.take(desk.send(tmp_path / f"{hour}.deskstory"))
    other.store.close()
    now = claim_with(editor.article().claims, "a")
    assert now is not None
    assert now.judgement is not None
    assert now.judgement.verdict is Verdict.CANT_STAND_UP
    assert [remark.author for remark in now.thread] == ["Bea Cole"]


def test_a_second_round_merges_with_what_the_checker_has(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    checker.take(editor.send(tmp_path / "1.deskstory"))
    checker.keep(judged(checker.article(), "a", Verdict.OK))
    editor.take(checker.send(tmp_path / "2.deskstory"))
    second = Paragraph(line=plain_line(SECOND.replace("two", "three")))
    editor.keep(replace(editor.article(), body=body_of((editor.article().body.leaves[0], second))))
    taken = checker.take(editor.send(tmp_path / "3.deskstory"))
    assert taken.merge is not None
    assert (taken.merge.edits, taken.merge.wordings) == (True, 0)
    assert [one.judgement for one in checker.article().claims] == [one.judgement for one in editor.article().claims]
    assert claimed_words(checker.article()) == claimed_words(editor.article())
    assert checker.article().body == editor.article().body


@settings(max_examples=FEW, deadline=None)
@given(checked_states())
def test_nothing_is_lost_on_the_way_and_repeating_it_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, states: tuple[Article, Article, Article]
) -> None:
    folder = tmp_path_factory.mktemp("desks")
    base, mine, theirs = states
    here, there = Desk(folder / "here", EDITOR), Desk(folder / "there", CHECKER)
    try:
        here.keep(base)
        there.take(here.send(folder / "out.deskstory", base.id))
        here.keep(mine)
        there.keep(theirs)
        back = there.send(folder / "back.deskstory", base.id)
        here.take(back)
        made = here.article(base.id)
        assert {claim.id for claim in made.claims} >= {claim.id for claim in (*mine.claims, *theirs.claims)}
        here.take(back)
        assert here.article(base.id) == made
    finally:
        here.store.close()
        there.store.close()


def test_merging_what_is_not_here_is_refused(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    path = editor.send(tmp_path)
    with pytest.raises(InputError, match="not in this store"):
        checker.take(path, known_only=True)
    assert not checker.store.ids_starting(str(BASE.id))


# What is in the file


def test_evidence_and_pictures_travel_along(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    picture, scan = editor.files.media.adopt(png(3, 2)), editor.files.evidence.adopt(b"%PDF-1.7 minutes")
    leaves = (*BASE.body, Figure(media=picture, alt="A ferry"))
    sources = (*BASE.sources, Source(number=2, title="Scan of the minutes", media=scan, file_name="minutes.pdf"))
    editor.keep(replace(editor.article(), body=body_of(leaves), sources=sources))
    checker.take(editor.send(tmp_path))
    assert checker.files.media.read(picture) == png(3, 2)
    assert checker.files.evidence.read(scan) == b"%PDF-1.7 minutes"


def test_the_same_piece_gives_the_same_bytes(editor: Desk, tmp_path: Path) -> None:
    first = editor.send(tmp_path / "1.deskstory").read_bytes()
    assert editor.send(tmp_path / "2.deskstory").read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as box:
        moments = {info.date_time for info in box.infolist()}
        assert moments == {editor.article().modified.timetuple()[:6]}
        assert b"14 to 9" in box.read("copy.html")


SECRETS = (
    "Tilda Quist",
    "Quist",
    "+47 555 0199",
    "Deep harbour",
    "tilda@harbour.example",
    "ring-before-8",
    "0199",
    "Zephyrine",
)


def test_who_spoke_off_the_record_and_contacts_are_nowhere_in_the_file(editor: Desk, tmp_path: Path) -> None:
    scan = editor.files.evidence.adopt(b"%PDF-1.7 of a talk")
    said = Remark(author="Ada Byte", text="Tilda Quist says so, call +47 555 0199.", at=AT)
    secret = Source(
        number=2,
        title="Deep harbour, call w/ Zephyrine 17 July",
        person="Tilda Quist",
        contact="+47 555 0199",
        url="mailto:tilda@harbour.example",
        terms=Terms.OFF_RECORD,
        media=scan,
        remark="Quist, harbour office",
    )
    open_ = Source(number=3, title="Spokesman", person="Per Ask", contact="ring-before-8", remark="knows Quist")
    entry = LogEntry(claim=1, at=AT, by="Ada Byte", text="answer by Ada Byte: Zephyrine, Tilda Quist says so")
    one = replace(
        BASE.claims[0],
        thread=(said,),
        query=Query(question="Does Quist stand by it?", wording="15 to 9, Quist says", by="Ada Byte", at=AT),
        stet=Stet(by="Ada Byte", why="Tilda Quist insists", at=AT, words="14 to 9"),
        evidence=(Evidence(source=2, locator="Quist on the phone"),),
    )
    note = Note(id="n", thread=(replace(said, text="QUIST again"),))
    editor.keep(
        replace(
            editor.article(),
            claims=(one,),
            sources=(*BASE.sources, secret, open_),
            claim_log=(entry,),
            notes=(note,),
            desk_note="Ask Tilda Quist once more",
        )
    )
    data = editor.send(tmp_path).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    assert f"evidence/{scan}" not in parts
    for content in (data, *parts.values(), *(name.encode() for name in parts)):
        text = content.decode("utf-8", "replace").casefold()
        assert not [secret for secret in SECRETS if secret.casefold() in text]
    assert b"Per Ask" in parts["article.json"]


def test_what_was_withheld_is_still_there_once_it_comes_back(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    secret = Source(number=2, title="Deep harbour", person="Tilda Quist", contact="0199", terms=Terms.OFF_RECORD)
    said = Remark(author="Ada Byte", text="Tilda Quist says so.", at=AT)
    claims = (replace(BASE.claims[0], thread=(said,)),)
    editor.keep(replace(editor.article(), sources=(*BASE.sources, secret), claims=claims, desk_note="Ring Quist"))
    checker.take(editor.send(tmp_path / "out.deskstory"))
    checker.keep(judged(checker.article(), "a", Verdict.OK))
    editor.take(checker.send(tmp_path / "back.deskstory"))
    made = editor.article()
    assert made.sources == (*BASE.sources, secret)
    assert made.claims[0].thread == (said,)
    assert made.desk_note == "Ring Quist"


@settings(max_examples=FEW)
@given(articles(), articles())
def test_a_story_is_read_as_it_was_written(article: Article, base: Article) -> None:
    story = Story(article=article, base=base, sender="Ada")
    assert read_story(write_story(story), "it") == story


# From anybody


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as box:
        for name, data in parts.items():
            box.writestr(name, data)
    return packed.getvalue()


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_story(Story(article=BASE, base=BASE, sender="Ada")))) as box:
        return {name: box.read(name) for name in box.namelist()}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda parts: parts | {"article.json": parts["article.json"].replace(b"14", b"15")}, "is damaged"),
        (lambda parts: parts | {"../../evil": b"x"}, "other files than it says"),
        (lambda parts: parts | {"more": b"x"}, "other files than it says"),
        (lambda parts: {name: data for name, data in parts.items() if name != "base.json"}, "other files"),
        (lambda parts: {name: data for name, data in parts.items() if name != "manifest.json"}, "no hand-off"),
        (lambda parts: parts | {"manifest.json": b"[]"}, "is damaged"),
        (lambda parts: parts | {"manifest.json": b"[" * 200_000}, "is damaged"),
        (
            lambda parts: parts | {"manifest.json": json.dumps(json.loads(parts["manifest.json"]) | {"v": 2}).encode()},
            "newer Deskeditor",
        ),
    ],
)
def test_a_file_that_was_changed_is_refused_in_a_sentence(change, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=told):
        read_story(_packed(change(_parts())), "“x.deskstory”")


def test_a_bomb_is_not_opened() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
        for number in range(3):
            box.writestr(f"{number}", b"\0" * 30_000_000)
    with pytest.raises(InputError, match="can’t be opened|can't be opened"):
        read_story(packed.getvalue(), "“x.deskstory”")


@pytest.mark.parametrize("cut", [10, 200, 500])
def test_a_file_that_was_cut_is_refused(cut: int) -> None:
    with pytest.raises(InputError):
        read_story(write_story(Story(article=BASE, base=BASE, sender="Ada"))[:-cut], "it")


WRONG = {f"{'0' * 64}.png": png(2, 2)}


@pytest.mark.parametrize(
    "story",
    [
        Story(article=BASE, base=BASE, sender="Ada", media=WRONG),
        Story(article=BASE, base=BASE, sender="Ada", evidence=WRONG),
    ],
)
def test_a_file_under_a_wrong_name_is_refused(checker: Desk, story: Story) -> None:
    with pytest.raises(InputError, match="not the one"):
        take_story(checker.store, story, files=checker.files, person=CHECKER)
    assert not checker.store.ids_starting(str(BASE.id))


def test_a_place_that_can_not_be_written_is_told(editor: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DeskError, match="is a file"):
        editor.send(tmp_path / "file" / "x.deskstory")
    assert not editor.store.revisions(BASE.id)
