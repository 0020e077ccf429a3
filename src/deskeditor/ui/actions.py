"""Every action of the window as one table: menus, toolbars, shortcuts and the command palette come from it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from deskeditor.ui.icons import Icon


class Menu(StrEnum):
    """The menus in their order; the value is the label with its access key."""

    ARTICLE = "&Article"
    EDIT = "&Edit"
    FORMAT = "F&ormat"
    INSERT = "&Insert"
    TABLE = "&Table"
    FIELDS = "Fie&lds"
    GO = "&Go"
    VIEW = "&View"
    HELP = "&Help"


class Needs(StrEnum):
    """What must be there before an action makes sense."""

    NOTHING = "nothing"
    ARTICLE = "article"
    TEXT = "text"
    SELECTION = "selection"
    WORDS = "words"
    CHOSEN_WORDS = "chosen words"
    BODY = "body"
    LEAVES = "leaves"
    NUMBERED_ITEM = "numbered item"
    TABLE = "table"
    PICTURE = "picture"


class Choice(StrEnum):
    """Sets of checkable actions of which one holds at a time."""

    THEME = "theme"
    PREVIEW_WIDTH = "preview width"
    BLOCK = "block"


class Act(StrEnum):
    """The name of an action: what code asks for it by."""

    NEW_ARTICLE = "new_article"
    PASTE_AS_NEW = "paste_as_new"
    IMPORT_FILES = "import_files"
    SAVE = "save"
    EXPORT = "export"
    DUPLICATE = "duplicate"
    STAGE_FORWARD = "stage_forward"
    STAGE_BACK = "stage_back"
    SPIKE = "spike"
    SHOW_ORIGINAL = "show_original"
    CHANGE_PERSON = "change_person"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    CUT = "cut"
    COPY = "copy"
    PASTE = "paste"
    PASTE_PLAIN = "paste_plain"
    SELECT_ALL = "select_all"
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    LINK = "link"
    CLEAR_MARKS = "clear_marks"
    PARAGRAPH = "paragraph"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    QUOTE = "quote"
    BULLETED_LIST = "bulleted_list"
    NUMBERED_LIST = "numbered_list"
    INDENT = "indent"
    OUTDENT = "outdent"
    CODE_BLOCK = "code_block"
    ATTRIBUTION = "attribution"
    LIST_START = "list_start"
    INSERT_RULE = "insert_rule"
    INSERT_TABLE = "insert_table"
    INSERT_FOOTNOTE = "insert_footnote"
    INSERT_PICTURE = "insert_picture"
    PICTURE_DETAILS = "picture_details"
    INSERT_EMBED = "insert_embed"
    ROW_ABOVE = "row_above"
    ROW_BELOW = "row_below"
    COLUMN_BEFORE = "column_before"
    COLUMN_AFTER = "column_after"
    REMOVE_ROWS = "remove_rows"
    REMOVE_COLUMNS = "remove_columns"
    TABLE_HEAD = "table_head"
    ALIGN_START = "align_start"
    ALIGN_LEFT = "align_left"
    ALIGN_CENTER = "align_center"
    ALIGN_RIGHT = "align_right"
    SORT_INTO_FIELDS = "sort_into_fields"
    SEND_TO_HEADLINE = "send_to_headline"
    SEND_TO_STANDFIRST = "send_to_standfirst"
    SEND_TO_BULLET = "send_to_bullet"
    SEND_TO_TAG = "send_to_tag"
    SEND_TO_BYLINE = "send_to_byline"
    SEND_TO_CREDIT = "send_to_credit"
    SEND_TO_DESK_NOTE = "send_to_desk_note"
    SEARCH_ARTICLES = "search_articles"
    PREVIOUS_ARTICLE = "previous_article"
    NEXT_ARTICLE = "next_article"
    GO_TO_LIST = "go_to_list"
    GO_TO_HEADLINE = "go_to_headline"
    GO_TO_STANDFIRST = "go_to_standfirst"
    GO_TO_BODY = "go_to_body"
    GO_TO_SUMMARY = "go_to_summary"
    GO_TO_TAGS = "go_to_tags"
    GO_TO_DETAILS = "go_to_details"
    GO_TO_FINDINGS = "go_to_findings"
    GO_TO_HISTORY = "go_to_history"
    GO_TO_PREVIEW = "go_to_preview"
    GO_TO_NOTICE = "go_to_notice"
    COMMAND_PALETTE = "command_palette"
    SHOW_LIST = "show_list"
    SHOW_PANELS = "show_panels"
    SHOW_PREVIEW = "show_preview"
    PREVIEW_PHONE = "preview_phone"
    PREVIEW_TABLET = "preview_tablet"
    PREVIEW_DESKTOP = "preview_desktop"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_RESET = "zoom_reset"
    KEYBOARD_SHORTCUTS = "keyboard_shortcuts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. `part` groups neighbours of a menu: a separator stands between two parts.

    `text` carries no access key, so that the palette and the menus read alike. `shortcuts` are
    portable key sequences, the first is the one shown.
    """

    name: Act
    text: str
    icon: Icon | None
    menu: Menu
    part: int
    shortcuts: tuple[str, ...] = ()
    tip: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    choice: Choice | None = None


RESERVED_SHORTCUTS: Final = frozenset(
    {"Ctrl+F", "F3", "Shift+F3", "Ctrl+H", "Ctrl+P", "F7", "F8", "Shift+F8", "F9", "Shift+F9"}
)
"""Kept for finding and replacing in the text, printing, spelling and checking facts."""


def _spec(
    name: Act,
    text: str,
    icon: Icon | None,
    place: tuple[Menu, int],
    *keys: str,
    needs: Needs = Needs.NOTHING,
    tip: str = "",
    checkable: bool = False,
    choice: Choice | None = None,
) -> ActionSpec:
    return ActionSpec(
        name=name,
        text=text,
        icon=icon,
        menu=place[0],
        part=place[1],
        shortcuts=keys,
        needs=needs,
        tip=tip or text,
        checkable=checkable or choice is not None,
        choice=choice,
    )


def _article_actions() -> tuple[ActionSpec, ...]:
    menu, needs = Menu.ARTICLE, Needs.ARTICLE
    return (
        _spec(Act.NEW_ARTICLE, "New article", Icon.NEW, (menu, 1), "Ctrl+N"),
        _spec(
            Act.PASTE_AS_NEW,
            "Paste as new article",
            Icon.PASTE_NEW,
            (menu, 1),
            "Ctrl+Shift+N",
            tip="Sort a copied page or wire text into a new article",
        ),
        _spec(Act.IMPORT_FILES, "Open files…", Icon.OPEN, (menu, 1), "Ctrl+O", tip="Make articles of files"),
        _spec(
            Act.SAVE,
            "Save",
            Icon.SAVE,
            (menu, 2),
            "Ctrl+S",
            needs=needs,
            tip="Keep a revision now (typing is saved by itself)",
        ),
        _spec(Act.EXPORT, "Export…", Icon.EXPORT, (menu, 2), "Ctrl+E", needs=needs, tip="Write the page to a folder"),
        _spec(Act.DUPLICATE, "Duplicate", Icon.DUPLICATE, (menu, 2), "Ctrl+Shift+D", needs=needs),
        _spec(
            Act.STAGE_FORWARD,
            "Move to next stage",
            Icon.STAGE_FORWARD,
            (menu, 3),
            "Ctrl+Return",
            "Ctrl+Enter",
            needs=needs,
        ),
        _spec(
            Act.STAGE_BACK,
            "Move to previous stage",
            Icon.STAGE_BACK,
            (menu, 3),
            "Ctrl+Shift+Return",
            "Ctrl+Shift+Enter",
            needs=needs,
        ),
        _spec(
            Act.SPIKE,
            "Spike",
            Icon.SPIKE,
            (menu, 3),
            "Ctrl+Shift+Del",
            needs=needs,
            tip="Take the article out of the day's work; it can be restored",
        ),
        _spec(
            Act.SHOW_ORIGINAL,
            "Show original",
            Icon.ORIGINAL,
            (menu, 4),
            "F4",
            needs=needs,
            tip="Open the text this article was imported from",
        ),
        _spec(Act.CHANGE_PERSON, "Change person…", Icon.PERSON, (menu, 5), tip="Say who is working at this desk"),
        _spec(Act.QUIT, "Quit", Icon.QUIT, (menu, 6), "Ctrl+Q"),
    )


def _edit_actions() -> tuple[ActionSpec, ...]:
    menu, words, chosen = Menu.EDIT, Needs.WORDS, Needs.CHOSEN_WORDS
    return (
        _spec(Act.UNDO, "Undo", Icon.UNDO, (menu, 1), "Ctrl+Z", needs=Needs.ARTICLE),
        _spec(Act.REDO, "Redo", Icon.REDO, (menu, 1), "Ctrl+Shift+Z", "Ctrl+Y", needs=Needs.ARTICLE),
        _spec(Act.CUT, "Cut", Icon.CUT, (menu, 2), "Ctrl+X", needs=chosen),
        _spec(Act.COPY, "Copy", Icon.COPY, (menu, 2), "Ctrl+C", needs=chosen),
        _spec(Act.PASTE, "Paste", Icon.PASTE, (menu, 2), "Ctrl+V", needs=words),
        _spec(Act.PASTE_PLAIN, "Paste without formatting", Icon.PASTE_PLAIN, (menu, 2), "Ctrl+Shift+V", needs=words),
        _spec(Act.SELECT_ALL, "Select all", None, (menu, 3), "Ctrl+A", needs=words),
    )


def _format_actions() -> tuple[ActionSpec, ...]:
    menu, text, leaves = Menu.FORMAT, Needs.TEXT, Needs.LEAVES

    def mark(name: Act, label: str, icon: Icon, *keys: str) -> ActionSpec:
        return _spec(name, label, icon, (menu, 1), *keys, needs=text, checkable=True)

    def block(name: Act, label: str, icon: Icon, part: int, *keys: str) -> ActionSpec:
        return _spec(name, label, icon, (menu, part), *keys, needs=leaves, choice=Choice.BLOCK)

    return (
        mark(Act.BOLD, "Bold", Icon.BOLD, "Ctrl+B"),
        mark(Act.ITALIC, "Italic", Icon.ITALIC, "Ctrl+I"),
        mark(Act.UNDERLINE, "Underline", Icon.UNDERLINE, "Ctrl+U"),
        mark(Act.STRIKE, "Strike through", Icon.STRIKE, "Ctrl+Shift+X"),
        mark(Act.SUPERSCRIPT, "Superscript", Icon.SUPERSCRIPT, "Ctrl+."),
        mark(Act.SUBSCRIPT, "Subscript", Icon.SUBSCRIPT, "Ctrl+,"),
        mark(Act.CODE, "Code", Icon.CODE, "Ctrl+Shift+M"),
        mark(Act.LINK, "Link…", Icon.LINK, "Ctrl+K"),
        _spec(
            Act.CLEAR_MARKS,
            "Clear formatting",
            Icon.CLEAR_MARKS,
            (menu, 1),
            "Ctrl+M",
            needs=Needs.SELECTION,
        ),
        block(Act.PARAGRAPH, "Paragraph", Icon.PARAGRAPH, 2, "Ctrl+0"),
        block(Act.HEADING_2, "Heading 2", Icon.HEADING_2, 2, "Ctrl+2"),
        block(Act.HEADING_3, "Heading 3", Icon.HEADING_3, 2, "Ctrl+3"),
        block(Act.HEADING_4, "Heading 4", Icon.HEADING_4, 2, "Ctrl+4"),
        _spec(Act.QUOTE, "Block quote", Icon.QUOTE, (menu, 3), "Ctrl+Shift+B", needs=leaves, checkable=True),
        _spec(
            Act.ATTRIBUTION,
            "Source of the quote",
            Icon.ATTRIBUTION,
            (menu, 3),
            "Ctrl+Shift+A",
            needs=leaves,
            tip="Make this line say whose words the quote above are",
            checkable=True,
        ),
        _spec(
            Act.BULLETED_LIST, "Bulleted list", Icon.BULLETED, (menu, 3), "Ctrl+Shift+L", needs=leaves, checkable=True
        ),
        _spec(
            Act.NUMBERED_LIST, "Numbered list", Icon.NUMBERED, (menu, 3), "Ctrl+Shift+O", needs=leaves, checkable=True
        ),
        _spec(
            Act.CODE_BLOCK, "Block of code", Icon.CODE_BLOCK, (menu, 3), "Ctrl+Shift+K", needs=leaves, checkable=True
        ),
        _spec(Act.INDENT, "Indent list item", Icon.INDENT, (menu, 4), "Ctrl+]", needs=leaves),
        _spec(Act.OUTDENT, "Outdent list item", Icon.OUTDENT, (menu, 4), "Ctrl+[", needs=leaves),
        _spec(
            Act.LIST_START,
            "Start list at…",
            Icon.LIST_START,
            (menu, 4),
            "Ctrl+Shift+R",
            needs=Needs.NUMBERED_ITEM,
            tip="Say which number the list begins with",
        ),
    )


def _insert_actions() -> tuple[ActionSpec, ...]:
    menu, leaves = Menu.INSERT, Needs.LEAVES
    return (
        _spec(
            Act.INSERT_PICTURE,
            "Picture…",
            Icon.PICTURE,
            (menu, 1),
            "Ctrl+Shift+G",
            needs=leaves,
            tip="Put pictures from files into the text",
        ),
        _spec(
            Act.INSERT_EMBED,
            "Embed link…",
            Icon.EMBED,
            (menu, 1),
            "Ctrl+Shift+Y",
            needs=leaves,
            tip="Put a card of another site’s page into the text",
        ),
        _spec(Act.INSERT_TABLE, "Table", Icon.TABLE, (menu, 1), "Ctrl+Shift+T", needs=leaves),
        _spec(Act.INSERT_FOOTNOTE, "Footnote", Icon.FOOTNOTE, (menu, 1), "Ctrl+Shift+J", needs=Needs.BODY),
        _spec(Act.INSERT_RULE, "Break between parts", Icon.RULE, (menu, 1), needs=leaves),
        _spec(
            Act.PICTURE_DETAILS,
            "Picture details…",
            Icon.PICTURE_DETAILS,
            (menu, 2),
            "F2",
            needs=Needs.PICTURE,
            tip="Say what the picture shows, whose it is and how wide it stands",
        ),
    )


def _table_actions() -> tuple[ActionSpec, ...]:
    def act(name: Act, label: str, icon: Icon, part: int) -> ActionSpec:
        return _spec(name, label, icon, (Menu.TABLE, part), needs=Needs.TABLE, checkable=part > 2)

    return (
        act(Act.ROW_ABOVE, "Row above", Icon.ROW_ABOVE, 1),
        act(Act.ROW_BELOW, "Row below", Icon.ROW_BELOW, 1),
        act(Act.COLUMN_BEFORE, "Column before", Icon.COLUMN_BEFORE, 1),
        act(Act.COLUMN_AFTER, "Column after", Icon.COLUMN_AFTER, 1),
        act(Act.REMOVE_ROWS, "Remove rows", Icon.REMOVE_ROWS, 2),
        act(Act.REMOVE_COLUMNS, "Remove columns", Icon.REMOVE_COLUMNS, 2),
        act(Act.TABLE_HEAD, "First row is the head", Icon.TABLE_HEAD, 3),
        act(Act.ALIGN_START, "Align column to the start", Icon.ALIGN_START, 4),
        act(Act.ALIGN_LEFT, "Align column left", Icon.ALIGN_LEFT, 4),
        act(Act.ALIGN_CENTER, "Centre column", Icon.ALIGN_CENTER, 4),
        act(Act.ALIGN_RIGHT, "Align column right", Icon.ALIGN_RIGHT, 4),
    )


def _field_actions() -> tuple[ActionSpec, ...]:
    menu = Menu.FIELDS

    def send(name: Act, target: str, icon: Icon, key: str) -> ActionSpec:
        return _spec(name, f"Send selection to {target}", icon, (menu, 2), key, needs=Needs.SELECTION)

    return (
        _spec(
            Act.SORT_INTO_FIELDS,
            "Sort into fields…",
            Icon.SORT_INTO_FIELDS,
            (menu, 1),
            "Ctrl+Shift+I",
            needs=Needs.ARTICLE,
            tip="Find headline, summary, byline and the rest in a pasted page",
        ),
        send(Act.SEND_TO_HEADLINE, "headline", Icon.HEADLINE, "Alt+Shift+H"),
        send(Act.SEND_TO_STANDFIRST, "standfirst", Icon.STANDFIRST, "Alt+Shift+S"),
        send(Act.SEND_TO_BULLET, "summary", Icon.SUMMARY, "Alt+Shift+B"),
        send(Act.SEND_TO_TAG, "tags", Icon.TAG, "Alt+Shift+T"),
        send(Act.SEND_TO_BYLINE, "byline", Icon.BYLINE, "Alt+Shift+Y"),
        send(Act.SEND_TO_CREDIT, "credit", Icon.CREDIT, "Alt+Shift+C"),
        send(Act.SEND_TO_DESK_NOTE, "desk note", Icon.DESK_NOTE, "Alt+Shift+N"),
    )


def _go_actions() -> tuple[ActionSpec, ...]:
    menu = Menu.GO

    def go(name: Act, target: str, icon: Icon, key: str) -> ActionSpec:
        return _spec(name, f"Go to {target}", icon, (menu, 2), key, needs=Needs.ARTICLE)

    return (
        _spec(Act.COMMAND_PALETTE, "Command palette…", Icon.PALETTE, (menu, 0), "Ctrl+Shift+P"),
        _spec(Act.SEARCH_ARTICLES, "Search articles", Icon.SEARCH, (menu, 1), "Ctrl+Shift+F"),
        _spec(Act.PREVIOUS_ARTICLE, "Previous article", Icon.PREVIOUS, (menu, 1), "Ctrl+PgUp"),
        _spec(Act.NEXT_ARTICLE, "Next article", Icon.NEXT, (menu, 1), "Ctrl+PgDown"),
        _spec(Act.GO_TO_LIST, "Go to article list", Icon.LIST, (menu, 1), "Alt+0"),
        go(Act.GO_TO_HEADLINE, "headline", Icon.HEADLINE, "Alt+1"),
        go(Act.GO_TO_STANDFIRST, "standfirst", Icon.STANDFIRST, "Alt+2"),
        go(Act.GO_TO_BODY, "body", Icon.BODY, "Alt+3"),
        go(Act.GO_TO_SUMMARY, "summary", Icon.SUMMARY, "Alt+4"),
        go(Act.GO_TO_TAGS, "tags", Icon.TAG, "Alt+5"),
        go(Act.GO_TO_DETAILS, "details", Icon.DETAILS, "Alt+6"),
        go(Act.GO_TO_FINDINGS, "findings", Icon.FINDINGS, "Alt+7"),
        go(Act.GO_TO_HISTORY, "history", Icon.HISTORY, "Alt+8"),
        go(Act.GO_TO_PREVIEW, "preview", Icon.PREVIEW, "Alt+9"),
        _spec(Act.GO_TO_NOTICE, "Go to notice", Icon.NOTICE, (menu, 3), "F6", tip="Answer what is told at the foot"),
    )


def _view_actions() -> tuple[ActionSpec, ...]:
    menu = Menu.VIEW

    def choice(name: Act, label: str, icon: Icon, part: int, which: Choice) -> ActionSpec:
        return _spec(name, label, icon, (menu, part), choice=which)

    return (
        _spec(Act.SHOW_LIST, "Show article list", Icon.LIST, (menu, 1), "Ctrl+Shift+1", checkable=True),
        _spec(Act.SHOW_PANELS, "Show panels", Icon.PANELS, (menu, 1), "Ctrl+Shift+2", checkable=True),
        _spec(Act.SHOW_PREVIEW, "Show preview", Icon.PREVIEW, (menu, 1), "Ctrl+Shift+3", "F12", checkable=True),
        choice(Act.PREVIEW_PHONE, "Preview as on a phone", Icon.PHONE, 2, Choice.PREVIEW_WIDTH),
        choice(Act.PREVIEW_TABLET, "Preview as on a tablet", Icon.TABLET, 2, Choice.PREVIEW_WIDTH),
        choice(Act.PREVIEW_DESKTOP, "Preview as on a desktop", Icon.DESKTOP, 2, Choice.PREVIEW_WIDTH),
        _spec(Act.ZOOM_IN, "Larger text", Icon.ZOOM_IN, (menu, 3), "Ctrl++", "Ctrl+="),
        _spec(Act.ZOOM_OUT, "Smaller text", Icon.ZOOM_OUT, (menu, 3), "Ctrl+-"),
        _spec(Act.ZOOM_RESET, "Normal text size", None, (menu, 3)),
        choice(Act.THEME_SYSTEM, "Theme: as the system", Icon.THEME_SYSTEM, 4, Choice.THEME),
        choice(Act.THEME_LIGHT, "Theme: light", Icon.THEME_LIGHT, 4, Choice.THEME),
        choice(Act.THEME_DARK, "Theme: dark", Icon.THEME_DARK, 4, Choice.THEME),
        _spec(Act.KEYBOARD_SHORTCUTS, "Keyboard shortcuts", Icon.KEYBOARD, (Menu.HELP, 1), "F1"),
        _spec(Act.ABOUT, "About Deskeditor", Icon.ABOUT, (Menu.HELP, 2)),
    )


ACTIONS: Final[tuple[ActionSpec, ...]] = (
    *_article_actions(),
    *_edit_actions(),
    *_format_actions(),
    *_insert_actions(),
    *_table_actions(),
    *_field_actions(),
    *_go_actions(),
    *_view_actions(),
)

FORMAT_BAR: Final[tuple[tuple[Act, ...], ...]] = (
    (Act.BOLD, Act.ITALIC, Act.UNDERLINE, Act.STRIKE, Act.SUPERSCRIPT, Act.SUBSCRIPT, Act.CODE, Act.LINK),
    (Act.PARAGRAPH, Act.HEADING_2, Act.HEADING_3, Act.HEADING_4),
    (Act.QUOTE, Act.BULLETED_LIST, Act.NUMBERED_LIST, Act.OUTDENT, Act.INDENT),
    (Act.INSERT_PICTURE, Act.INSERT_TABLE, Act.INSERT_FOOTNOTE),
)
"""The format bar's parts, in order."""


def spec_of(name: Act) -> ActionSpec:
    """The table's entry for `name`."""
    return next(spec for spec in ACTIONS if spec.name is name)
