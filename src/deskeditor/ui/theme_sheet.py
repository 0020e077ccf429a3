"""The one style sheet, written from the tokens of a look."""

from string import Template
from typing import Final

from deskeditor.resources import resource_path
from deskeditor.ui.theme_tokens import Tokens

_SHEET: Final = Template("""
* { outline: none; }
QWidget { font-size: ${ui}px; }
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $text; color: $window; border: none; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[look="heading"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="soft"] { color: $text_soft; }
QLabel[look="small"] { color: $text_soft; font-size: ${small}px; }
QLabel[look="warning"] { color: $warning; font-size: ${small}px; }
QLabel[look="danger"] { color: $danger; font-size: ${small}px; }
QLabel[look="number"] { color: $accent; font-weight: 600; min-width: 16px; }
QLabel[look="off-record"] {
    background: $danger; color: $window; font-size: ${small}px; font-weight: 700; border-radius: 3px; padding: 0 6px;
}
QLabel[look="page-title"] { font-family: $serif; font-size: 24px; font-weight: 600; }

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius_small}px;
    padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 20px; }
QPlainTextEdit { padding: 4px 10px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 3px 7px;
}
QPlainTextEdit:focus { padding: 3px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $window; border-color: $line;
}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { border: none; padding: 4px 2px; background: transparent; }
QComboBox { padding-right: 4px; }
QComboBox[look="flat"] { border-color: transparent; background: transparent; font-size: ${small}px; padding: 1px 4px; }
QComboBox[look="flat"]:hover { background: $hover; }
QComboBox[look="flat"]:focus { border: 1px solid $accent; padding: 1px 4px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$icons/chevron-$variant.svg"); width: 12px; height: 12px;
}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}

QCalendarWidget QWidget { alternate-background-color: $window; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $window; }
QCalendarWidget QToolButton { color: $text; padding: 4px 8px; font-weight: 600; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }

QPushButton {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius_small}px;
    padding: 4px 12px; min-height: 20px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled { color: $text_faint; border-color: $line; background: $window; }
QPushButton:default, QPushButton[look="primary"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton:default:hover, QPushButton[look="primary"]:hover { background: $accent_strong; }
QPushButton:default:focus, QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton:default:disabled { background: $hover; color: $text_faint; border-color: $line; }
QPushButton[look="flat"] { background: transparent; border-color: transparent; color: $accent; padding: 4px 6px; }
QPushButton[look="flat"]:hover { background: $hover; }
QPushButton[look="flat"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QPushButton[look="byline"], QPushButton[look="byline-held"] {
    background: transparent; border: 1px solid transparent; color: $text_soft; text-align: left; padding: 2px 3px;
}
QPushButton[look="byline-held"] { color: $danger; }
QPushButton[look="byline"]:hover, QPushButton[look="byline-held"]:hover { background: $hover; }

QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${radius_small}px; padding: 3px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $accent_soft; color: $text; border-color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="pill"] {
    border: 1px solid $line; border-radius: 11px; padding: 1px 8px; min-height: 18px; background: $surface;
    font-size: ${small}px;
}
QToolButton[look="pill"]:hover { background: $hover; }
QToolButton[look="pill"]:checked { background: $accent_soft; border-color: $accent; font-weight: 600; }
QToolButton[look="pill"]:focus { border-color: $accent; }
QToolButton[look="section"], QToolButton[look="subsection"] {
    font-weight: 600; padding: 6px 4px 6px 0; margin-left: -4px; border: 1px solid transparent;
    text-align: left; background: transparent;
}
QToolButton[look="subsection"] { font-size: ${small}px; color: $text_soft; padding: 4px 4px 4px 0; }
QToolButton[look="section"]:hover, QToolButton[look="subsection"]:hover { background: $hover; color: $text; }
QToolButton[look="section"]:checked, QToolButton[look="subsection"]:checked { border-color: transparent; }
QToolButton[look="section"]:focus, QToolButton[look="subsection"]:focus { border-color: $accent; }

QMenuBar { background: $window; padding: 2px 4px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 10px; border-radius: ${radius_small}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: ${radius_small}px; }
QMenu::icon { padding: 2px; margin-left: 4px; border: 1px solid transparent; border-radius: ${radius_small}px; }
QMenu::icon:checked { background: $accent_soft; border-color: $accent; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url("$icons/tick-$variant.svg"); }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QToolBar { background: $window; border: none; spacing: 2px; padding: 2px 4px; qproperty-iconSize: 18px 18px; }
QToolBar::separator { background: $line; width: 1px; margin: 5px 4px; }
QToolBar[look="format"] { spacing: 0; padding: 0; qproperty-iconSize: 16px 16px; }
QToolBar[look="format"] QToolButton { padding: 3px 1px; }
QToolBar[look="layouts"] { spacing: 2px; padding: 0; }
QToolBar[look="layouts"] QToolButton { padding: 3px 8px; }
QToolBar[look="format"]::separator { margin: 5px 2px; }
QToolButton#qt_toolbar_ext_button {
    border: none; padding: 0; qproperty-iconSize: 12px 12px; qproperty-icon: url("$icons/more-$variant.svg");
}
QStatusBar { background: $window; color: $text_soft; border-top: 1px solid $line; font-size: ${small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding-left: 12px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QListView, QTreeView, QTableView { background: $surface; border: none; color: $text; }
QListView[look="sunken"] { background: $window; }
QListView::item:selected, QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView[look="framed"], QTreeView[look="framed"] { border: 1px solid $line; border-radius: ${radius_small}px; }
QTreeView::item { padding: 3px 0; }
QTreeView::item:selected { background: $accent_soft; color: $text; }
QHeaderView::section {
    background: $window; color: $text_soft; border: none; border-bottom: 1px solid $line; padding: 4px 8px;
}

QListWidget[look="field"] { border: 1px solid $edge; border-radius: ${radius_small}px; padding: 3px; }
QListWidget[look="popup"] { background: $surface; border: 1px solid $edge; padding: 4px; }
QListWidget[look="popup"]::item { padding: 4px 6px; border-radius: ${radius_small}px; }
QListWidget[look="popup"]::item:selected, QListWidget[look="popup"]::item:hover { background: $accent_soft; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="panel"] { background: $window; }
QWidget[look="panel"] { background: $window; }
QWidget[look="surface"] { background: $surface; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[look="box"], QFrame[look="box-focus"] {
    background: $surface; border: 1px solid $line; border-radius: ${radius_small}px;
}
QFrame[look="box-focus"] { border-color: $accent; }
QFrame[look="notice"] { background: $text; border-radius: ${radius}px; }
QFrame[look="notice"] QLabel { color: $window; }
QFrame[look="notice"] QPushButton, QFrame[look="notice"] QToolButton {
    background: transparent; color: $notice_accent; border: 1px solid transparent; font-weight: 600; padding: 3px 10px;
}
QFrame[look="notice"] QPushButton:hover, QFrame[look="notice"] QPushButton:focus,
QFrame[look="notice"] QToolButton:hover, QFrame[look="notice"] QToolButton:focus { border-color: $notice_accent; }
QFrame[look="alert"] { background: $danger_soft; border: 1px solid $danger; border-radius: ${radius}px; }
QLabel[look="alert-title"] { color: $danger; font-weight: 600; }
QFrame[look="palette"] { background: $surface; border: 1px solid $edge; border-radius: ${radius}px; }
QPushButton[look="way"] { text-align: left; padding: 8px 16px; }
QPushButton[look="way"]:focus { padding: 7px 15px; }
QListWidget[look="rows"] { background: transparent; }
QFrame[look="row"]:hover { background: $hover; border-radius: ${radius_small}px; }
QFrame[look="source"] { border: 1px solid transparent; border-bottom-color: $line; }
QFrame[look="source"]:hover { background: $hover; }
QFrame[look="source"]:focus { background: $accent_soft; border-color: $accent; }
QFrame[look="drop-marker"] { background: $accent; border: none; }
QFrame[look="rule"] { background: $line; max-height: 1px; min-height: 1px; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { padding: 6px 12px; border: none; color: $text_soft; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $hover; }

QCheckBox, QRadioButton {
    spacing: 8px; padding: 1px; border: 1px solid transparent; border-radius: ${radius_small}px;
}
QCheckBox::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$variant.svg");
}
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(tokens: Tokens) -> str:
    """The style sheet of a look. Widgets ask for a variant with `set_variant` (the property `look`)."""
    values = {
        name: getattr(tokens, name)
        for name in tokens.__dataclass_fields__
        if isinstance(getattr(tokens, name), str | int)
    }
    return _SHEET.substitute(
        values,
        ui=tokens.size_ui,
        title=tokens.size_title,
        small=tokens.size_small,
        serif=", ".join(f'"{family}"' for family in tokens.serif),
        accent_strong="#164a7d" if not tokens.dark else "#a9ccf5",
        notice_accent="#9cc6f5" if not tokens.dark else "#174c82",
        icons=resource_path("icons").as_posix(),
        variant="dark" if tokens.dark else "light",
        scroll="#c4bfb5" if not tokens.dark else "#505459",
    )
