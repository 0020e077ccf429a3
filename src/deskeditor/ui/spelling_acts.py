"""Acts on spelling: on and off, from one misspelling to the next, what may be meant, which words are right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from deskeditor.article.change import Change
from deskeditor.errors import DeskError
from deskeditor.language.spelling import Speller
from deskeditor.richtext.typing_over import type_over
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.editor.spell_check import SpellCheck
from deskeditor.ui.languages import language_label
from deskeditor.ui.shown_texts import ShownTexts, round_from
from deskeditor.workspace.article_names import ArticleNames
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.spelling import Spelling
from deskeditor.workspace.workspace import Workspace

CHOICE = "spelling"
MORE = "spelling_languages"
TOLD = "spelling_told"


class SpellingActs(QObject):
    """Keeps a check on every text of the window."""

    def __init__(
        self,
        spelling: Spelling,
        workspace: Workspace,
        actions: ActionSet,
        *,
        texts: ShownTexts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._spelling = spelling
        self._workspace = workspace
        self._actions = actions
        self._texts = texts
        self._window = window
        self._is_on = True
        self._is_ready = False
        self._checks: dict[RichEditor, SpellCheck] = {}
        self._waiting: Callable[[], None] | None = None
        self._names = ArticleNames(self)
        self._names.changed.connect(self._know_names)
        spelling.changed.connect(self._renew)
        spelling.failed.connect(self._say_fault)
        workspace.opened.connect(self._follow_article)

    def begin(self) -> None:
        """Check from now on: dictionaries are not needed for the first frame."""
        choice = self._workspace.session.choice
        self._is_on = bool(choice(CHOICE, True))
        self._spelling.check_also(str(tag) for tag in choice(MORE, []))
        self._is_ready = True
        self._actions.show_checked({Act.CHECK_SPELLING: self._is_on})
        self._follow_article(self._workspace.current)

    def follow(self, editor: RichEditor) -> None:
        """Check the words of `editor` for as long as it lives."""
        self._checks[editor] = SpellCheck(editor, self._speller)
        editor.offer_in_menu(self._offer)
        editor.destroyed.connect(lambda: self._checks.pop(editor, None))

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        match act:
            case Act.CHECK_SPELLING:
                self._switch(checked)
            case Act.NEXT_MISSPELLING | Act.PREVIOUS_MISSPELLING:
                self._go(back=act is Act.PREVIOUS_MISSPELLING)
            case Act.SPELLING_SETTINGS:
                self._show_settings()
            case _:
                return False
        return True

    def check_of(self, editor: RichEditor) -> SpellCheck:
        """The check on an editor's words."""
        return self._checks[editor]

    def _switch(self, on: bool) -> None:
        self._is_on = on
        self._workspace.session = self._workspace.session.with_choice(CHOICE, on)
        self._renew()
        self._tell_once()

    def _speller(self) -> Speller | None:
        current = self._workspace.current
        if not (self._is_on and self._is_ready) or current is None:
            return None
        return self._spelling.speller(current.language)

    def _renew(self) -> None:
        for check in list(self._checks.values()):
            check.renew()
        if self._waiting is not None and self._speller() is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _follow_article(self, open_article: OpenArticle | None) -> None:
        if self._is_ready:
            if open_article is not None:
                open_article.changed.connect(self._note_change, Qt.ConnectionType.UniqueConnection)
            self._names.show_open_article(open_article)
            self._know_names()
            self._tell_once()

    def _say_fault(self, fault: str) -> None:
        # Whoever waits for a dictionary that can't be read waits for nothing.
        self._waiting = None
        self._workspace.tell(fault)

    def _know_names(self) -> None:
        self._spelling.know_names(self._names)

    def _note_change(self, change: Change) -> None:
        if change is Change.LANGUAGE:
            self._renew()
            self._tell_once()

    # Dictionaries

    def _tell_once(self) -> None:
        """Say that a language has no dictionary of its own, the first time that the desk meets it."""
        current, session = self._workspace.current, self._workspace.session
        if current is None or not self._is_on:
            return
        told = session.choice(TOLD, [])
        if current.language not in told and not self._spelling.serves(current.language):
            self._workspace.session = session.with_choice(TOLD, [*told, current.language])
            self._tell_of_dictionary(current.language)

    def _tell_of_dictionary(self, language: str) -> None:
        served = self._spelling.dictionary_for(language)
        instead = (
            "its spelling is not checked"
            if served is None
            else f"that for {language_label(served)} is used and may mark what is right"
        )
        offer = Offer(label="What to do…", take=self._show_settings)
        text = f"There is no dictionary for {language_label(language)} on this machine: {instead}."
        self._workspace.noticed.emit(Notice(text=text, offers=(offer,)))

    # From one to the next

    def _go(self, *, back: bool) -> None:
        current = self._workspace.current
        if current is None:
            return
        if self._spelling.dictionary_for(current.language) is None:
            self._tell_of_dictionary(current.language)
            return
        if not self._is_on:
            self._actions[Act.CHECK_SPELLING].trigger()
        if self._speller() is None:
            # The dictionary is being opened: to say that nothing is wrong would be untrue.
            self._waiting = partial(self._go, back=back)
            return
        found = self._find(back=back)
        if found is None:
            self._workspace.tell(self._said_of_none())
            return
        editor, cursor, went_round = found
        if went_round:
            self._workspace.tell("From the end of the article." if back else "From the start of the article.")
        self._texts.reveal(editor)
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        menu = QMenu(editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(editor, cursor, menu)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        rect = editor.cursorRect()
        menu.popup(editor.viewport().mapToGlobal(rect.bottomLeft()))

    def _said_of_none(self) -> str:
        if all(isinstance(text, RichEditor) for text in self._texts.all()):
            return "No misspelling in this article."
        return "No misspelling above the body. As Markdown the body itself is not checked."

    def _find(self, *, back: bool) -> tuple[RichEditor, QTextCursor, bool] | None:
        """The nearest misspelling from the caret on, round the article, and whether it had to go round."""
        editors = [text for text in self._texts.all() if isinstance(text, RichEditor) and text in self._checks]
        if not editors:
            return None
        last = self._texts.last
        own = editors.index(last) if isinstance(last, RichEditor) and last in editors else len(editors) - 1
        caret = editors[own].textCursor()
        began = caret.selectionStart() if back else caret.selectionEnd()
        for number, at in enumerate([*round_from(own, len(editors), back=back), own]):
            editor = editors[at]
            position = began if number == 0 else (editor.document().characterCount() - 1 if back else 0)
            cursor = self._checks[editor].next_misspelling(position, back=back)
            if cursor is not None:
                return editor, cursor, number > 0 and (at >= own if back else at <= own)
        return None

    # What may be meant

    def _offer(self, editor: RichEditor, at: QTextCursor, menu: QMenu) -> None:
        """Put what may be done about the misspelling at a cursor into a menu."""
        speller = self._speller()
        cursor = self._checks[editor].misspelling_at(at.position()) if speller is not None else None
        if cursor is None or speller is None:
            return
        word = cursor.selectedText()
        suggestions = speller.suggestions(word)
        for number, suggestion in enumerate(suggestions, start=1):
            action = menu.addAction(f"&{number}  {suggestion}", partial(self._put, editor, cursor, suggestion))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        if not suggestions:
            menu.addAction("No suggestion").setEnabled(False)
        menu.addSeparator()
        menu.addAction("&Add to my words", partial(self._add, word, personal=True))
        menu.addAction("Add to the &newsroom’s words", partial(self._add, word, personal=False))
        menu.addAction("&Ignore until the end of the day’s work", partial(self._spelling.ignore, word))
        menu.addSeparator()

    def _put(self, editor: RichEditor, cursor: QTextCursor, word: str) -> None:
        """Put the word that is meant in place of the misspelling, as one step."""
        if cursor.document() is editor.document() and not editor.isReadOnly():
            editor.edit_at(cursor, partial(type_over, text=word))

    def _add(self, word: str, *, personal: bool) -> None:
        spelling = self._spelling
        file = spelling.personal_file if personal else spelling.newsroom_file
        try:
            added = spelling.add_word(word, file)
        except DeskError as fault:
            self._workspace.tell(str(fault))
            return
        whose = "your words" if personal else "the newsroom’s words"
        self._workspace.tell(f"“{added}” is one of {whose} now.", undo=partial(self._take_out, added, file))

    def _take_out(self, word: str, file: Path) -> None:
        try:
            self._spelling.change_rows(file, shown=[word], wanted=[])
        except DeskError as fault:
            self._workspace.tell(str(fault))

    def _show_settings(self) -> None:
        from deskeditor.ui.dialogs.spelling_dialog import SpellingDialog

        current = self._workspace.current
        language = current.language if current is not None else self._workspace.profile.language
        dialog = SpellingDialog(self._spelling, language=language, parent=self._window)
        dialog.languages_chosen.connect(self._check_also)
        dialog.open()

    def _check_also(self, languages: list[str]) -> None:
        self._workspace.session = self._workspace.session.with_choice(MORE, languages)
        self._spelling.check_also(languages)
