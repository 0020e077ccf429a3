"""Checking the claims of an open article: each act is one step of undo, over the words and what is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.change import Change
from deskeditor.article.claim_words import anchor_at, claimed_words, text_at
from deskeditor.article.claiming import (
    Claims,
    accepted,
    anchored,
    answered,
    judged,
    queried,
    reworded,
    standing_on,
    stetted,
    still_good,
)
from deskeditor.article.claims import (
    Addressee,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    Query,
    Stet,
    Verdict,
    claim_with,
)
from deskeditor.article.line import Mark, MarkKind
from deskeditor.article.notes import Remark
from deskeditor.article.passages import passages_of
from deskeditor.article.place import Place
from deskeditor.richtext.marked import unmark
from deskeditor.richtext.places import place_to_cursor, places_to_cursors
from deskeditor.richtext.rewording import Written, cut_out, reword
from deskeditor.richtext.selection import change_marks
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Checking:
    """What may be done with claims. An act that leaves nothing to do changes nothing and is no step."""

    workspace: Workspace

    # Marking

    def mark(self, open_article: OpenArticle, place: Place, kind: ClaimKind) -> str | None:
        """Make the words at a place a claim; returns its id, None where no words stand there.

        Space around them is no part of it.
        """
        return next(iter(self.mark_all(open_article, [place], kind)), None)

    def mark_all(
        self,
        open_article: OpenArticle,
        places: Iterable[Place],
        kind: ClaimKind,
        verdict: Verdict | None = None,
        evidence: Sequence[Evidence] = (),
    ) -> tuple[str, ...]:
        """Make the words at each place a claim of its own, all as one step; returns the ids of those with words.

        With a verdict each is judged at once.
        """
        article = open_article.article
        fresh: list[Claim] = []
        for place in places:
            words = text_at(article, place)
            if open_article.document_of(place) is None or not words.strip():
                continue
            start = place.start + len(words) - len(words.lstrip())
            said = words.strip()
            fresh.append(
                Claim(
                    id=str(self.workspace.new_id()),
                    number=open_article.next_claim_number(),
                    kind=kind,
                    anchor=anchor_at(article, replace(place, start=start, end=start + len(said))),
                    by=self.workspace.person.name,
                    judgement=self._judgement(verdict, said) if verdict is not None else None,
                    evidence=tuple(evidence),
                )
            )
        if fresh:
            with open_article.one_step("claim"):
                _lay(open_article, fresh)
                self._set(open_article, (*open_article.article.claims, *fresh))
        return tuple(claim.id for claim in fresh)

    def move(self, open_article: OpenArticle, claim_id: str, place: Place) -> None:
        """Let a claim lie on the words at a place, and on no others: widened, narrowed, or found again."""
        document = open_article.document_of(place)
        if document is None or place.start >= place.end:
            return
        mark = Mark(MarkKind.CLAIM, claim_id)
        with open_article.one_step("claim"):
            for each in open_article.documents():
                unmark(each, mark)
            change_marks(place_to_cursor(document, place), lambda marks: marks | {mark})
            anchor = anchor_at(open_article.article, place)
            self._set(open_article, anchored(open_article.article.claims, claim_id, anchor))

    def remove(self, open_article: OpenArticle, claim_id: str) -> None:
        """Make words no claim any more; its log stays."""
        self.remove_all(open_article, (claim_id,))

    def remove_all(self, open_article: OpenArticle, claim_ids: Sequence[str]) -> None:
        """Make the words of several claims none any more, as one step."""
        with open_article.one_step("removal of a claim"):
            for document in open_article.documents():
                for claim_id in claim_ids:
                    unmark(document, Mark(MarkKind.CLAIM, claim_id))
            gone = frozenset(claim_ids)
            self._set(open_article, tuple(claim for claim in open_article.article.claims if claim.id not in gone))

    # The checker's half

    def judge(
        self, open_article: OpenArticle, claim_ids: Sequence[str], verdict: Verdict, evidence: Sequence[Evidence] = ()
    ) -> None:
        """Give claims a verdict, and the sources that it stands on."""
        words = claimed_words(open_article.article)
        claims = open_article.article.claims
        for claim_id in claim_ids:
            if claim_id in words:
                claims = judged(claims, claim_id, self._judgement(verdict, words[claim_id].words), evidence)
        self._set(open_article, claims)

    def stand_on(self, open_article: OpenArticle, claim_id: str, evidence: Sequence[Evidence]) -> None:
        """Say which sources a claim stands on, and which speak against it; its verdict is as it was."""
        self._set(open_article, standing_on(open_article.article.claims, claim_id, evidence))

    def agree_with_body(self, open_article: OpenArticle, claim_id: str) -> None:
        """Say that a bullet's claim says what its passage says; it is to be checked anew when either changes."""
        found = claimed_words(open_article.article).get(claim_id)
        passage = _passage_of(open_article, claim_id)
        if found is not None and passage:
            judgement = replace(self._judgement(Verdict.OK, found.words), passage=passage)
            self._set(open_article, judged(open_article.article.claims, claim_id, judgement))

    def query(
        self,
        open_article: OpenArticle,
        claim_id: str,
        question: str,
        *,
        wording: str = "",
        to: Addressee = Addressee.EDITOR,
    ) -> None:
        """Send a query out; a suggested wording makes it the verdict *change*."""
        found = claimed_words(open_article.article).get(claim_id)
        if found is None:
            return
        query = Query(question=question, wording=wording, to=to, by=self.workspace.person.name, at=self.workspace.now())
        judgement = self._judgement(Verdict.CHANGE, found.words) if wording else None
        self._set(open_article, queried(open_article.article.claims, claim_id, query, judgement))

    def confirm(self, open_article: OpenArticle, claim_id: str) -> None:
        """Say that the verdict holds of the words as they are now."""
        found = claimed_words(open_article.article).get(claim_id)
        if found is None:
            return
        claims = still_good(
            open_article.article.claims,
            claim_id,
            words=found.words,
            passage=_passage_of(open_article, claim_id),
            by=self.workspace.person.name,
            at=self.workspace.now(),
        )
        self._set(open_article, claims)

    # The editor's half

    def accept(self, open_article: OpenArticle, claim_id: str) -> bool:
        """Put the suggested wording into the copy, which settles the claim; returns whether there was one."""
        claim = claim_with(open_article.article.claims, claim_id)
        if claim is None or claim.query is None or not claim.query.wording:
            return False
        parts = _parts(open_article, claim_id)
        if not parts:
            return False
        with open_article.one_step("suggested wording"):
            reword(parts, claim.query.wording, Mark(MarkKind.CLAIM, claim_id))
            found = claimed_words(open_article.article).get(claim_id)
            claims = accepted(
                open_article.article.claims,
                claim_id,
                words=found.words if found is not None else claim.query.wording,
                by=self.workspace.person.name,
                at=self.workspace.now(),
            )
            self._set(open_article, claims)
        return True

    def reword(self, open_article: OpenArticle, claim_id: str, words: str) -> bool:
        """Put the editor's own words in place of the claim's: it goes back to be checked again.

        Returns whether there were words to put in the place of some.
        """
        parts = _parts(open_article, claim_id)
        if not parts or not words.strip():
            return False
        before = claimed_words(open_article.article)[claim_id].words
        with open_article.one_step("rewording"):
            reword(parts, words, Mark(MarkKind.CLAIM, claim_id))
            self._set(open_article, reworded(open_article.article.claims, claim_id, before))
        return True

    def cut(self, open_article: OpenArticle, claim_id: str) -> bool:
        """Take the claim's words out of the copy, which settles it; returns whether there were any.

        The space and the comma that they leave go too, and so does a paragraph or a summary point without words.
        """
        parts = _parts(open_article, claim_id)
        if not parts:
            return False
        with open_article.one_step("cut"):
            cut_out(parts)
            for bullet in open_article.article.summary:
                if not bullet.line and any(part.document is open_article.bullet_document(bullet.id) for part in parts):
                    open_article.remove_bullet(bullet.id)
        return True

    def stet(self, open_article: OpenArticle, claim_id: str, why: str) -> None:
        """Let the words run as they are, and say why."""
        found = claimed_words(open_article.article).get(claim_id)
        if found is not None:
            stet = Stet(by=self.workspace.person.name, why=why, at=self.workspace.now(), words=found.words)
            self._set(open_article, stetted(open_article.article.claims, claim_id, stet))

    def answer(self, open_article: OpenArticle, claim_id: str, text: str, *, author: str = "") -> None:
        """Add an answer to a claim's thread; `author` where it is another's than the person at the desk."""
        remark = Remark(author=author or self.workspace.person.name, text=text, at=self.workspace.now())
        self._set(open_article, answered(open_article.article.claims, claim_id, remark))

    # How it works

    def _judgement(self, verdict: Verdict, words: str) -> Judgement:
        return Judgement(verdict=verdict, words=words, by=self.workspace.person.name, at=self.workspace.now())

    def _set(self, open_article: OpenArticle, claims: Claims) -> None:
        open_article.set_field(Change.CLAIMS, claims)


def _parts(open_article: OpenArticle, claim_id: str) -> list[Written]:
    """The words of a claim where they stand in the article's documents, in the order of the copy."""
    article = open_article.article
    found = claimed_words(article).get(claim_id)
    parts: list[Written] = []
    for place in found.places if found is not None else ():
        document = open_article.document_of(place)
        if document is not None:
            cursor = place_to_cursor(document, place)
            parts.append(Written(document=document, start=cursor.selectionStart(), text=text_at(article, place)))
    return parts


def _lay(open_article: OpenArticle, claims: Iterable[Claim]) -> None:
    """Lay the marks of claims on the words of their anchors: in each document as one edit."""
    found: dict[QTextDocument, list[Claim]] = {}
    for claim in claims:
        document = open_article.document_of(claim.anchor.place)
        if document is not None:
            found.setdefault(document, []).append(claim)
    for document, mine in found.items():
        cursors = places_to_cursors(document, [claim.anchor.place for claim in mine])
        edit = QTextCursor(document)
        edit.beginEditBlock()
        for claim, cursor in zip(mine, cursors, strict=True):
            marks = frozenset({Mark(MarkKind.CLAIM, claim.id)})
            change_marks(cursor, marks.union)
        edit.endEditBlock()


def _passage_of(open_article: OpenArticle, claim_id: str) -> str:
    """The words of the body that the bullet of a claim sums up, "" where it is no bullet's or has none."""
    article = open_article.article
    found = claimed_words(article).get(claim_id)
    bullet = found.places[0].bullet if found is not None else None
    return passages_of(article).get(str(bullet), "") if bullet is not None else ""
