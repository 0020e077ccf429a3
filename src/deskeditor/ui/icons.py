"""Icons by meaning: one table to the icon fonts, drawn in the colours of the palette in force."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from deskeditor.ui.theme import tokens_of

_DEFERRED: Final = "iconsDeferred"


class Icon(StrEnum):
    """A meaning; the value is the glyph's name in QtAwesome."""

    NEW = "ph.file-plus"
    PASTE_NEW = "ph.clipboard-text"
    OPEN = "ph.folder-open"
    SAVE = "ph.floppy-disk"
    EXPORT = "ph.export"
    REPORT = "ph.clipboard-text"
    DUPLICATE = "ph.copy-simple"
    SPIKE = "ph.push-pin-slash"
    STAGE_FORWARD = "ph.arrow-circle-right"
    STAGE_BACK = "ph.arrow-circle-left"
    STAGE = "ph.flow-arrow"
    QUIT = "ph.power"
    UNDO = "ph.arrow-u-up-left"
    REDO = "ph.arrow-u-up-right"
    CUT = "ph.scissors"
    COPY = "ph.copy"
    PASTE = "ph.clipboard"
    PASTE_PLAIN = "ph.text-t"
    BOLD = "ph.text-bolder"
    ITALIC = "ph.text-italic"
    UNDERLINE = "ph.text-underline"
    STRIKE = "ph.text-strikethrough"
    SUPERSCRIPT = "ri.superscript"
    SUBSCRIPT = "ri.subscript"
    CODE = "ph.code"
    CLEAR_MARKS = "ph.eraser"
    LINK = "ph.link-simple"
    UNLINK = "ph.link-simple-break"
    PARAGRAPH = "ri.paragraph"
    HEADING_2 = "ph.text-h-two"
    HEADING_3 = "ph.text-h-three"
    HEADING_4 = "ph.text-h-four"
    QUOTE = "ph.quotes"
    BULLETED = "ph.list-bullets"
    NUMBERED = "ph.list-numbers"
    INDENT = "ri.indent-increase"
    OUTDENT = "ri.indent-decrease"
    CODE_BLOCK = "ri.code-box-line"
    CODE_LANGUAGE = "ph.brackets-angle"
    ATTRIBUTION = "ph.user-rectangle"
    LIST_START = "ph.hash"
    PICTURE = "ph.image"
    PICTURE_DETAILS = "ph.image-square"
    EMBED = "ph.browser"
    ROW_ABOVE = "ri.insert-row-top"
    ROW_BELOW = "ri.insert-row-bottom"
    COLUMN_BEFORE = "ri.insert-column-left"
    COLUMN_AFTER = "ri.insert-column-right"
    REMOVE_ROWS = "ri.delete-row"
    REMOVE_COLUMNS = "ri.delete-column"
    REMOVE_TABLE = "ri.delete-bin-line"
    TABLE_HEAD = "ri.layout-top-line"
    ALIGN_START = "ph.text-align-justify"
    ALIGN_LEFT = "ph.text-align-left"
    ALIGN_CENTER = "ph.text-align-center"
    ALIGN_RIGHT = "ph.text-align-right"
    RULE = "ph.minus"
    TABLE = "ph.table"
    FOOTNOTE = "ph.asterisk"
    NOTE = "ph.chat-text"
    NOTES = "ph.chats"
    SOURCES = "ph.books"
    ADD_SOURCE = "ph.bookmark-simple"
    CHECKED_BEFORE = "ph.archive"
    WHERE_IN_SOURCE = "ph.bookmarks"
    WALK = "ph.person-simple-walk"
    CLAIM = "ph.highlighter-circle"
    CLAIM_GONE = "ph.x-circle"
    STILL_GOOD = "ph.arrow-counter-clockwise"
    AGREES = "ph.equals"
    TICK = "ph.check"
    QUERY = "ph.question"
    QUERIES = "ph.question"
    ACCEPT = "ph.check-circle"
    REWORD = "ph.pencil-line"
    CUT_CLAIM = "ph.scissors"
    STET = "ph.push-pin"
    ANSWER = "ph.chat-circle-text"
    COPY_QUERIES = "ph.paper-plane-tilt"
    PASTE_ANSWERS = "ph.tray"
    LAYOUT_WRITE = "ph.pencil-simple"
    LAYOUT_CHECK = "ph.checks"
    FIND = "ri.search-2-line"
    REPLACE = "ri.find-replace-line"
    SPELLING = "ri.a-b"
    SMART_TYPING = "ph.quotes"
    FORMAT_AS_TYPED = "ph.sparkle"
    ORDINALS = "ph.number-circle-one"
    MOVE_UP = "ph.arrow-line-up"
    MOVE_DOWN = "ph.arrow-line-down"
    SUM_UP = "ph.list-plus"
    PASSAGE = "ph.map-pin"
    OUTLINE = "ph.tree-structure"
    MARKDOWN = "ri.markdown-line"
    FOCUS_MODE = "ph.eye"
    TYPEWRITER = "ph.arrows-in-line-vertical"
    SEND = "ph.arrow-bend-up-right"
    SORT_INTO_FIELDS = "ph.magic-wand"
    SEARCH = "ph.magnifying-glass"
    HEADLINE = "ph.text-h"
    STANDFIRST = "ph.text-aa"
    BODY = "ph.article"
    SUMMARY = "ph.list-dashes"
    TAG = "ph.tag"
    BYLINE = "ph.user"
    CREDIT = "ph.buildings"
    DESK_NOTE = "ph.note"
    DETAILS = "ph.sliders-horizontal"
    FINDINGS = "ph.shield-warning"
    HISTORY = "ph.clock-counter-clockwise"
    LIST = "ph.rows"
    PANELS = "ph.columns"
    PREVIEW = "ph.newspaper"
    PHONE = "ph.device-mobile"
    TABLET = "ph.device-tablet"
    DESKTOP = "ph.desktop"
    THEME_SYSTEM = "ph.circle-half"
    THEME_LIGHT = "ph.sun"
    THEME_DARK = "ph.moon"
    ZOOM_IN = "ph.magnifying-glass-plus"
    ZOOM_OUT = "ph.magnifying-glass-minus"
    PERSON = "ph.user-circle"
    ORIGINAL = "ph.file-search"
    PALETTE = "ph.command"
    KEYBOARD = "ph.keyboard"
    ABOUT = "ph.info"
    PREVIOUS = "ph.caret-up"
    NEXT = "ph.caret-down"
    BACK = "ph.caret-left"
    COLLAPSED = "ph.caret-right"
    EXPANDED = "ph.caret-down-bold"
    REMOVE = "ph.x"
    ADD = "ph.plus"
    DRAG = "ph.dots-six-vertical"
    SPLIT = "ph.arrows-out-line-horizontal"
    JOIN = "ph.arrows-in-line-horizontal"
    DUE = "ph.clock"
    OVERDUE = "ph.warning-circle"
    BLOCKING = "ph.prohibit"
    WARNING = "ph.warning"
    ADVICE = "ph.lightbulb"
    DONE = "ph.check-circle"
    CHECK = "ph.check"
    UNSURE = "ph.question"
    HOLD = "ph.hand-palm"
    LEGAL = "ph.scales"
    SAMPLE = "ph.sparkle"
    MINE = "ph.user-focus"
    SORT = "ph.sort-ascending"
    NOTICE = "ph.bell"
    HAND_OFF = "ph.paper-plane-tilt"
    TAKE_BACK = "ph.archive-tray"
    COMPARE = "ph.git-diff"


class Tone(StrEnum):
    """What an icon's colour says; the value names the token."""

    PLAIN = "text"
    SOFT = "text_soft"
    ACCENT = "accent"
    DANGER = "danger"
    WARNING = "warning"
    SUCCESS = "success"
    ON_NOTICE = "window"


class PaletteIconEngine(QIconEngine):
    """Draws a glyph when it is painted, so that a new palette recolours it and nothing is loaded before."""

    def __init__(self, icon: Icon, tone: Tone) -> None:
        super().__init__()
        self._icon = icon
        self._tone = tone

    def _colour_for(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        if mode is QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        return QColor(getattr(tokens_of(palette), self._tone.value))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the glyph into `rect`."""
        app = QCoreApplication.instance()
        if app is not None and app.property(_DEFERRED):
            return
        import qtawesome  # type: ignore[import-untyped]  # takes 200 ms: not before the first frame needs it

        glyph = qtawesome.icon(self._icon.value, color=self._colour_for(mode))
        glyph.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """An equal engine, as Qt asks for when an icon is detached."""
        return PaletteIconEngine(self._icon, self._tone)


def icon_of(icon: Icon, tone: Tone = Tone.PLAIN) -> QIcon:
    """The icon of a meaning, in a tone of the look in force when it is painted."""
    return QIcon(PaletteIconEngine(icon, tone))


def defer_icons(app: QApplication) -> None:
    """Paint no icon until `load_icons`: the icon fonts take longer to load than a window takes to draw."""
    app.setProperty(_DEFERRED, True)


def load_icons(app: QApplication) -> None:
    """Load the icon fonts and paint every widget anew, with its icons."""
    import qtawesome  # noqa: F401

    app.setProperty(_DEFERRED, False)
    for widget in app.allWidgets():
        widget.update()
