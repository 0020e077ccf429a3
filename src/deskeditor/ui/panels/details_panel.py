"""The panel of everything about an article that is neither its copy nor its tags."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskeditor.article.article import Access, Article, BylineName, Credit, Flag, Person
from deskeditor.article.change import Change
from deskeditor.profile import Profile
from deskeditor.ui.choice_edit import ChoiceEdit
from deskeditor.ui.collapsible import Collapsible
from deskeditor.ui.flag_edit import FlagEdit, FlagWords
from deskeditor.ui.framed_line import FramedLine
from deskeditor.ui.icons import Icon
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.languages import OFFERED, language_label
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.moment_edit import MomentEdit
from deskeditor.ui.related_edit import RelatedEdit

_HOLD: Final = FlagWords(
    raise_it="Put on hold", raised="On hold", lift_it="Lift hold", lifted="Hold lifted", icon=Icon.HOLD
)
_LEGAL_READ: Final = FlagWords(
    raise_it="Ask for a legal read",
    raised="Legal read asked for",
    lift_it="Cleared",
    lifted="Cleared by legal read, said",
    icon=Icon.LEGAL,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a field takes a value, says what is typed, and whether it is filled."""

    field: QWidget
    show: Callable[[Article], None]
    commit: Callable[[], None]
    filled: Callable[[Article], str]


class DetailsPanel(QWidget):
    """`edited` carries a `Change` and the field's new value, once a person means it."""

    edited = Signal(object, object)

    def __init__(
        self,
        profile: Profile,
        *,
        now: Callable[[], datetime],
        person: Callable[[], Person],
        editors_note: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`editors_note` is the window's own editor of that line, which is copy and stands on the page."""
        super().__init__(parent)
        self._profile = profile
        self._now = now
        self._person = person
        self._article: Article | None = None
        self._people: tuple[Person, ...] = ()
        self._shown: dict[Change, _Shown] = {}
        self._groups: dict[Collapsible, list[Change]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._add_byline()
        self._add_filing()
        self._add_notes(editors_note)
        self._add_search()
        self._add_related()
        self._add_release()
        self._add_planning()
        list(self._groups)[-1].hide_rule()
        self._column.addStretch(1)

    def show_article(self, article: Article) -> None:
        """Show an article's details. What a person is typing stays as long as it says the same."""
        self._article = article
        for shown in self._shown.values():
            shown.show(article)
        for group, changes in self._groups.items():
            group.show_summary(" · ".join(filter(None, (self._shown[change].filled(article) for change in changes))))

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Offer these people as assignees."""
        self._people = people
        field = self._shown[Change.ASSIGNEE].field
        if isinstance(field, ChoiceEdit):
            field.show_choices([(person.name, person.name) for person in people])

    @property
    def open_groups(self) -> list[str]:
        """The titles of the groups that are open."""
        return [group.title for group in self._groups if group.is_open]

    def show_open_groups(self, titles: Collection[str]) -> None:
        """Open these groups and close the others."""
        for group in self._groups:
            group.set_open(group.title in titles)

    def commit(self) -> None:
        """Say whatever was typed and not yet said: before a save, and before another article is shown."""
        for shown in self._shown.values():
            shown.commit()

    def focus_field(self, change: Change) -> None:
        """Open the group of a field and put the caret there."""
        for group, changes in self._groups.items():
            if change in changes:
                group.set_open(True)
                self._shown[change].field.setFocus()

    # The groups, in order

    def _add_byline(self) -> None:
        group = self._group("Byline and credit", is_open=True)
        self._text(
            group,
            Change.BYLINE,
            MetadataText("Byline, one name a line", least_lines=1),
            to_text=lambda names: "\n".join(name.name for name in names),
            to_value=lambda text: tuple(BylineName(name=name) for name in _lines(text)),
            label=f"{self._label(Change.BYLINE)} — one name a line",
        )
        name, url = MetadataEdit("Credit: name"), MetadataEdit("Credit: address")
        about = MetadataText("Credit: about", least_lines=2)
        url.setPlaceholderText("https://…")

        def show(article: Article) -> None:
            credit = article.credit
            for field, text in ((name, credit.name), (url, credit.url), (about, credit.about)):
                if not (field.hasFocus() and _typed(field).strip() == text):
                    field.show_text(text)

        def commit() -> None:
            for field in (name, url, about):
                field.commit()

        def say() -> None:
            texts = [_typed(field).strip() for field in (name, url, about)]
            self._say(Change.CREDIT, Credit(name=texts[0], url=texts[1], about=texts[2]))

        for field in (name, url, about):
            field.committed.connect(say)
        group.content.addWidget(LabelledField(self._label(Change.CREDIT), name))
        group.content.addWidget(LabelledField("Credit address", url))
        group.content.addWidget(LabelledField("About the credit", about))
        self._register(group, Change.CREDIT, _Shown(name, show, commit, lambda article: article.credit.name))

    def _add_filing(self) -> None:
        group = self._group("Filing", is_open=True)
        section = ChoiceEdit(self._label(Change.SECTION), free=True)
        section.show_choices([(name, name) for name in self._profile.sections])
        self._choice(group, Change.SECTION, section, lambda article: article.section)
        pair = _pair(group)
        self._text(group, Change.DATELINE, MetadataEdit(self._label(Change.DATELINE)), into=pair)
        self._text(group, Change.SLUGLINE, MetadataEdit(self._label(Change.SLUGLINE)), into=pair)
        pair = _pair(group)
        language = ChoiceEdit(self._label(Change.LANGUAGE))
        language.show_choices([(language_label(tag), tag) for tag in OFFERED])
        self._choice(group, Change.LANGUAGE, language, language_label_of=language_label, into=pair)
        access = ChoiceEdit(self._label(Change.ACCESS))
        access.show_choices([("Free", Access.FREE), ("Premium", Access.PREMIUM)])
        self._choice(group, Change.ACCESS, access, lambda article: _premium(article.access), into=pair)

    def _add_notes(self, editors_note: QWidget | None) -> None:
        group = self._group("Notes", is_open=True)
        note = MetadataText(self._label(Change.DESK_NOTE), least_lines=2, most_lines=12)
        note.setPlaceholderText("For the desk only; never published")
        self._text(group, Change.DESK_NOTE, note)
        if editors_note is not None:
            label = f"{self._label(Change.EDITORS_NOTE)} — published"
            group.content.addWidget(LabelledField(label, FramedLine(editors_note)))

    def _add_search(self) -> None:
        group = self._group("Search and social")
        lengths = self._profile.lengths
        fields = (
            (Change.SEARCH_HEADLINE, "Search headline", lengths.search_headline),
            (Change.SOCIAL_HEADLINE, "Social headline", lengths.social_headline),
        )
        for change, label, longest in fields:
            self._text(group, change, MetadataEdit(label), longest=longest)
        description = MetadataText("Description", least_lines=2)
        self._text(group, Change.DESCRIPTION, description, longest=lengths.description)
        self._text(
            group,
            Change.URL_SLUG,
            MetadataEdit(self._label(Change.URL_SLUG)),
            to_value=lambda text: "-".join(text.split()),
            longest=lengths.slug,
        )

    def _add_related(self) -> None:
        group = self._group("Related reads")
        related = RelatedEdit()
        related.committed.connect(lambda reads: self._say(Change.RELATED, reads))
        group.content.addWidget(related)
        self._register(
            group,
            Change.RELATED,
            _Shown(
                related,
                lambda article: related.show_related(article.related),
                related.commit,
                lambda article: str(len(article.related) or ""),
            ),
        )

    def _add_release(self) -> None:
        group = self._group("Release")
        self._moment(group, Change.EMBARGO, "Embargo", Icon.DUE)
        self._flag(group, Change.HOLD, _HOLD)
        self._flag(group, Change.LEGAL_READ, _LEGAL_READ)
        terms = MetadataText("Usage terms", least_lines=1)
        self._text(group, Change.USAGE_TERMS, terms)

    def _add_planning(self) -> None:
        group = self._group("Planning")
        assignee = ChoiceEdit("Assignee", free=True)
        assignee.chosen.connect(lambda name: self._say(Change.ASSIGNEE, self._person_named(name)))
        group.content.addWidget(LabelledField("Assignee", assignee))
        self._register(
            group,
            Change.ASSIGNEE,
            _Shown(
                assignee,
                lambda article: assignee.show_value(article.assignee.name if article.assignee else ""),
                assignee.commit,
                lambda article: article.assignee.name if article.assignee else "",
            ),
        )
        self._moment(group, Change.DUE, "Due time", Icon.DUE)
        words = MetadataEdit("Target length in words")
        words.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), words))
        self._text(
            group,
            Change.TARGET_WORDS,
            words,
            to_text=lambda target: str(target or ""),
            to_value=lambda text: int(text) if text.strip("0") else None,
            label="Target length in words",
        )

    # How fields of a kind are shown and read

    def _group(self, title: str, *, is_open: bool = False) -> Collapsible:
        group = Collapsible(title, is_open=is_open)
        self._groups[group] = []
        self._column.addWidget(group)
        return group

    def _register(self, group: Collapsible, change: Change, shown: _Shown) -> None:
        self._shown[change] = shown
        self._groups[group].append(change)

    def _text(
        self,
        group: Collapsible,
        change: Change,
        field: MetadataEdit | MetadataText,
        *,
        to_text: Callable[[Any], str] = str,
        to_value: Callable[[str], Any] = str.strip,
        label: str = "",
        longest: int = 0,
        into: QHBoxLayout | None = None,
    ) -> None:
        def show(article: Article) -> None:
            value = getattr(article, change.value)
            if not (field.hasFocus() and to_value(_typed(field)) == value):
                field.show_text(to_text(value))

        field.committed.connect(lambda text: self._say(change, to_value(text)))
        (into or group.content).addWidget(LabelledField(label or self._label(change), field, longest=longest))
        filled = _first_line(to_text, change)
        self._register(group, change, _Shown(field, show, field.commit, filled))

    def _choice(
        self,
        group: Collapsible,
        change: Change,
        field: ChoiceEdit,
        filled: Callable[[Article], str] = lambda article: "",
        language_label_of: Callable[[str], str] = str,
        into: QHBoxLayout | None = None,
    ) -> None:
        def show(article: Article) -> None:
            value = getattr(article, change.value)
            field.show_value(value, language_label_of(value))

        field.chosen.connect(lambda value: self._say(change, value.strip() if type(value) is str else value))
        (into or group.content).addWidget(LabelledField(self._label(change), field))
        self._register(group, change, _Shown(field, show, field.commit, filled))

    def _moment(self, group: Collapsible, change: Change, name: str, icon: Icon) -> None:
        field = MomentEdit(name, now=self._now, zone=self._profile.tzinfo, icon=icon)
        field.committed.connect(lambda at: self._say(change, at))
        group.content.addWidget(LabelledField(name, field))
        self._register(
            group,
            change,
            _Shown(
                field,
                lambda article: field.show_moment(getattr(article, change.value)),
                field.commit,
                lambda article: name.lower() if getattr(article, change.value) else "",
            ),
        )

    def _flag(self, group: Collapsible, change: Change, words: FlagWords) -> None:
        field = FlagEdit(words, zone=self._profile.tzinfo)

        def lift() -> None:
            flag = getattr(self._article, change.value) if self._article else None
            if flag is not None:
                self._say(change, replace(flag, cleared_by=self._person().name))

        def standing(article: Article) -> str:
            flag: Flag | None = getattr(article, change.value)
            return words.raised.lower() if flag is not None and not flag.cleared_by else ""

        field.raised.connect(lambda why: self._say(change, Flag(by=self._person().name, why=why, at=self._now())))
        field.lifted.connect(lift)
        group.content.addWidget(field)
        shown = _Shown(field, lambda article: field.show_flag(getattr(article, change.value)), lambda: None, standing)
        self._register(group, change, shown)

    def _say(self, change: Change, value: Any) -> None:
        if self._article is not None and getattr(self._article, change.value) != value:
            self.edited.emit(change, value)

    def _label(self, change: Change) -> str:
        return self._profile.field_label(change.value)

    def _person_named(self, name: str) -> Person | None:
        wanted = " ".join(name.split())
        known = next((person for person in self._people if person.name.casefold() == wanted.casefold()), None)
        return known or (Person(name=wanted) if wanted else None)


def _pair(group: Collapsible) -> QHBoxLayout:
    pair = QHBoxLayout()
    pair.setSpacing(8)
    group.content.addLayout(pair)
    return pair


def _typed(field: MetadataEdit | MetadataText) -> str:
    return field.text() if isinstance(field, MetadataEdit) else field.toPlainText()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)


def _first_line(to_text: Callable[[Any], str], change: Change) -> Callable[[Article], str]:
    return lambda article: next(iter(_lines(to_text(getattr(article, change.value)))), "")


def _premium(access: Access) -> str:
    return "Premium" if access is Access.PREMIUM else ""
