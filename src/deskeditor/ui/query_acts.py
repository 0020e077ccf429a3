"""The editor's half of checking: what is asked is accepted, reworded, cut, let stand or answered, here or by mail."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from deskeditor.article.change import Change
from deskeditor.article.claim_log import ADDRESSEE_WORDS
from deskeditor.article.claim_progress import OUT, Checked, Progress
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.richtext.rewording import typed_words
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.editor.words_bubble import WordsBubble
from deskeditor.ui.query_words import Teller
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow

_FOLLOWS_CARET: Final = 150
"""Milliseconds after the caret has moved."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the bubble asks for what an act needs."""

    name: str
    hint: str
    button: str


_FORMS: Final = MappingProxyType(
    {
        Act.REWORD: _Form("Reword", "How it should read", "Reword"),
        Act.STET: _Form("Stet", "Why do the words run as they are?", "Stet"),
        Act.ANSWER_QUERY: _Form("Answer", "Answer…", "Answer"),
    }
)


class QueryActs(QObject):
    """Carries out what is wanted of a query: of the row at hand, or of the claim at the caret."""

    def __init__(self, window: "MainWindow", workspace: Workspace, log: CheckLog, teller: Teller) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._log = log
        self._teller = teller
        self._checking = Checking(workspace)
        self._panel = window.queries
        self._asked: tuple[Act, OpenArticle, str] | None = None
        self._returns_to: QWidget | None = None
        self._drafts: dict[tuple[UUID, str, Act], str] = {}
        self._wanted: WaitingQuery | None = None
        self._waiting: tuple[WaitingQuery, ...] = ()
        self._caret = QTimer(self, singleShot=True, interval=_FOLLOWS_CARET)
        self._caret.timeout.connect(self._show_current)
        # What scrolls the words into view does so a turn of the event loop later.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place_bubble)
        # A turn of the event loop later: the window shows the article first.
        self._arrived = QTimer(self, singleShot=True, interval=0)
        self._arrived.timeout.connect(self._go_to_wanted)
        log.checked.connect(self._show_queries)
        workspace.opened.connect(self._note_opened)
        workspace.stages_counted.connect(self._ask_store)
        workspace.person_changed.connect(self._ask_store)
        self._panel.query_chosen.connect(self._go_to)
        self._panel.waiting_chosen.connect(self._open_waiting)
        self._panel.act_asked.connect(self._do)

    def follow(self, editor: RichEditor) -> None:
        """Mark the query whose words the caret of `editor` is in."""
        editor.cursorPositionChanged.connect(self._note_caret)
        editor.focused.connect(self._note_caret)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act in (Act.ACCEPT_WORDING, Act.CUT_CLAIM, *_FORMS):
            from_panel = self._panel.list.hasFocus()
            one = None if from_panel else self._window.check_acts.claim_at_caret()
            self._do(act, self._panel.current_id if from_panel else one.claim.id if one is not None else "")
        elif act in (Act.COPY_QUERIES, Act.PASTE_ANSWERS):
            self._do(act, "")
        else:
            return False
        return True

    # What is shown

    def _show_queries(self) -> None:
        found = [one for one in self._log.found if one.progress in OUT]
        if self._panel.list.hasFocus() and not found:
            # The list goes with its last row: keys must not land somewhere by chance.
            self._window.page.shown_text.setFocus()
        self._panel.show_queries(found)
        self._window.panels.show_count("Queries", len(found))

    def _note_caret(self) -> None:
        if isValid(self._caret):
            self._caret.start()

    def _show_current(self) -> None:
        if not self._panel.list.hasFocus():
            one = self._window.check_acts.claim_at_caret()
            self._panel.show_current(one.claim.id if one is not None else "")

    def _ask_store(self) -> None:
        """Ask what waits for the person at the desk in all articles."""
        if self._workspace.is_started:
            name = self._workspace.person.name
            asking = self._workspace.read(lambda store: store.queries_waiting(name), supersedes="queries")
            self._workspace.jobs.follow(asking, self._note_waiting)

    def _note_waiting(self, waiting: tuple[WaitingQuery, ...]) -> None:
        self._waiting = waiting
        self._show_waiting()

    def _show_waiting(self) -> None:
        current = self._workspace.current
        own = current.id if current is not None else None
        self._panel.show_waiting([one for one in self._waiting if one.article != own])

    # Going to words

    def _note_opened(self) -> None:
        self._show_waiting()
        self._arrived.start()

    def _open_waiting(self, waiting: WaitingQuery) -> None:
        self._wanted = waiting
        self._workspace.open(waiting.article)

    def _go_to_wanted(self) -> None:
        wanted, current = self._wanted, self._workspace.current
        if wanted is not None and current is not None and current.id == wanted.article:
            self._wanted = None
            self._go_to(wanted.claim_id)

    def _go_to(self, claim_id: str) -> bool:
        one = self._found(claim_id)
        if one is None:
            return False
        if one.claimed is None:
            self._workspace.tell(f"The words of number {one.claim.number} are not in the copy.")
            return False
        self._window.go_acts.go_to(one.claimed.places[0])
        return True

    def _found(self, claim_id: str) -> Checked | None:
        return next((one for one in self._log.found if one.claim.id == claim_id), None)

    # Acts

    def _do(self, act: Act, claim_id: str) -> None:
        article = self._workspace.current
        if article is None:
            return
        if act is Act.COPY_QUERIES:
            self._copy(article)
            return
        if act is Act.PASTE_ANSWERS:
            self._paste(article)
            return
        one = self._found(claim_id)
        if one is None:
            self._workspace.tell("Put the caret into a claim, or choose a query in its panel.")
        elif one.words is None:
            self._workspace.tell(f"The words of number {one.claim.number} are not in the copy.")
        elif act is Act.ACCEPT_WORDING:
            self._accept(article, one)
        elif act is Act.CUT_CLAIM:
            self._cut(article, one)
        else:
            self._ask(act, article, one)

    def _accept(self, article: OpenArticle, one: Checked) -> None:
        number, before = one.claim.number, self._log.found
        if self._checking.accept(article, one.claim.id):
            self._tell(article, f"Number {number} reads as suggested and is settled{self._others(before, one)}.")
        else:
            self._workspace.tell(f"Number {number} has no suggested wording. Reword it.")

    def _cut(self, article: OpenArticle, one: Checked) -> None:
        before = self._log.found
        if self._checking.cut(article, one.claim.id):
            self._tell(article, f"Number {one.claim.number} was cut{self._others(before, one)}.")

    def _others(self, before: tuple[Checked, ...], but: Checked) -> str:
        """What became of other claims: nothing changes in silence."""
        was = {one.claim.id: one.progress for one in before}
        now = [one for one in self._log.found if one is not but and one.claim.id != but.claim.id]
        fresh = {
            progress: [
                str(one.claim.number) for one in now if one.progress is progress and was.get(one.claim.id) != progress
            ]
            for progress in (Progress.CUT, Progress.RECHECK)
        }
        told = ""
        if cut := fresh[Progress.CUT]:
            told += f", with it number {_listed(cut)}"
        if again := fresh[Progress.RECHECK]:
            told += f"; to be checked again: number {_listed(again)}"
        return told

    def _ask(self, act: Act, article: OpenArticle, one: Checked) -> None:
        """Ask at the words for what the act needs."""
        claim, form = one.claim, _FORMS[act]
        from_panel = self._panel.isAncestorOf(self._window.focusWidget() or self._window)
        self._go_to(claim.id)
        editor = self._editor()
        self._returns_to = self._panel.list if from_panel else editor
        bubble = bubble_over(self._window, WordsBubble, self._new_bubble)
        bubble.answer_to(given=self._take, closed=self._return)
        words = typed_words(one.words or "")
        told = [f"Number {claim.number}: “{' '.join(words.split())}”"] if act is not Act.REWORD else []
        if claim.query is not None:
            told.append(f"{claim.query.by} asks {ADDRESSEE_WORDS[claim.query.to]}: {claim.query.question or '—'}")
            if claim.query.wording:
                told.append(f"Suggested: “{claim.query.wording}”")
        told += [self._teller.remark(remark) for remark in claim.thread]
        self._asked = (act, article, claim.id)
        draft = self._drafts.pop((article.id, claim.id, act), words if act is Act.REWORD else "")
        bubble.ask(
            told or [f"Number {claim.number}"],
            editor.caret_in_window() if editor is not None else self._middle(),
            name=form.name,
            hint=form.hint,
            button=form.button,
            draft=draft,
            language=self._window.typing_acts.language_of_signs if act is Act.REWORD else "",
        )
        self._placing.start()

    def _place_bubble(self) -> None:
        editor = self._editor()
        if editor is not None:
            bubble_over(self._window, WordsBubble, self._new_bubble).move_to(editor.caret_in_window())

    def _editor(self) -> RichEditor | None:
        last = self._window.texts.last
        return last if isinstance(last, RichEditor) and last.isVisible() else None

    def _new_bubble(self, parent: QWidget) -> WordsBubble:
        bubble = WordsBubble(parent)
        bubble.closed.connect(lambda: self._keep_draft(bubble.draft))
        bubble.left.connect(lambda: self._keep_draft(bubble.draft))
        return bubble

    def _middle(self) -> QRect:
        return QRect(self._window.width() // 3, self._window.height() // 3, 1, 1)

    def _keep_draft(self, draft: str) -> None:
        """What was written and not given waits for the next time."""
        if draft and self._asked is not None:
            act, article, claim_id = self._asked
            if isValid(article):
                self._drafts[(article.id, claim_id, act)] = draft

    def _return(self) -> None:
        if self._returns_to is not None and isValid(self._returns_to):
            self._returns_to.setFocus()

    def _take(self, text: str) -> None:
        if self._asked is None:
            return
        act, article, claim_id = self._asked
        one = self._found(claim_id)
        if article is not self._workspace.current or one is None:
            return
        number, before = one.claim.number, self._log.found
        if act is Act.ANSWER_QUERY:
            self._checking.answer(article, claim_id, text)
        elif act is Act.STET:
            self._checking.stet(article, claim_id, text)
            self._tell(article, f"Number {number} runs as it is.")
        elif " ".join(text.split()) == " ".join(typed_words(one.words or "").split()):
            self._workspace.tell(f"Number {number} reads as before.")
        elif self._checking.reword(article, claim_id, text):
            self._tell(article, f"Number {number} was reworded and is to be checked again{self._others(before, one)}.")

    def _tell(self, article: OpenArticle, text: str) -> None:
        self._workspace.tell(text, undo=article.undo)

    # By mail

    def _copy(self, article: OpenArticle) -> None:
        # Imported here: the first frame needs none of it.
        from deskeditor.factcheck.query_letter import query_letter

        letter = query_letter(article.article, self._log.found)
        if not letter:
            self._workspace.tell("No query is out in this article.")
            return
        QGuiApplication.clipboard().setText(letter)
        count = sum(one.progress in OUT and one.claim.query is not None for one in self._log.found)
        queries = "1 query is" if count == 1 else f"{count} queries are"
        self._workspace.tell(f"{queries} on the clipboard, for a mail to the reporter.")

    def _paste(self, article: OpenArticle) -> None:
        from deskeditor.factcheck.query_letter import answering, read_answers

        text = QGuiApplication.clipboard().text()
        answers = read_answers(text, self._log.found)
        ids = {one.claim.number: one.claim.id for one in self._log.found}
        if not answers.by_number:
            self._workspace.tell(
                "No answer on the clipboard stands under a number of this article: “14. It is so.”"
                if text.strip()
                else "The clipboard holds no text."
            )
            return
        author = answering(article.article)
        with article.one_step("answers"):
            for number, answer in answers.by_number:
                self._checking.answer(article, ids[number], answer, author=author)
            if answers.rest:
                note = article.article.desk_note
                rest = f"Without a number, in the answers of {author}:\n{answers.rest}"
                article.set_field(Change.DESK_NOTE, f"{note}\n\n{rest}" if note.strip() else rest)
        numbers = _listed([str(number) for number, _ in answers.by_number])
        where = " What had no number stands in the desk note." if answers.rest else ""
        self._tell(article, f"Answers came to number {numbers}.{where}")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
