"""The names of the window's actions, and what is said of each."""

from dataclasses import dataclass
from enum import StrEnum

from deskeditor.ui.icons import Icon


class Menu(StrEnum):
    """The menus in their order; the value is the label with its access key."""

    ARTICLE = "&Article"
    EDIT = "&Edit"
    FORMAT = "F&ormat"
    INSERT = "&Insert"
    TABLE = "&Table"
    FIELDS = "Fie&lds"
    CHECK = "&Check"
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
    CODE = "code"
    TABLE = "table"
    PICTURE = "picture"


class Choice(StrEnum):
    """Sets of checkable actions of which one holds at a time."""

    THEME = "theme"
    LAYOUT = "layout"
    PREVIEW_WIDTH = "preview width"
    BLOCK = "block"


class Act(StrEnum):
    """The name of an action: what code asks for it by."""

    NEW_ARTICLE = "new_article"
    PASTE_AS_NEW = "paste_as_new"
    IMPORT_FILES = "import_files"
    SAVE = "save"
    EXPORT = "export"
    SAVE_REPORT = "save_report"
    DUPLICATE = "duplicate"
    STAGE_FORWARD = "stage_forward"
    STAGE_BACK = "stage_back"
    SPIKE = "spike"
    SEND_TO_CHECKER = "send_to_checker"
    TAKE_HANDOFF = "take_handoff"
    COMPARE = "compare"
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
    FIND = "find"
    FIND_NEXT = "find_next"
    FIND_PREVIOUS = "find_previous"
    REPLACE = "replace"
    NEXT_MISSPELLING = "next_misspelling"
    PREVIOUS_MISSPELLING = "previous_misspelling"
    CHECK_SPELLING = "check_spelling"
    SPELLING_SETTINGS = "spelling_settings"
    SMART_TYPING = "smart_typing"
    FORMAT_AS_TYPED = "format_as_typed"
    ORDINALS = "ordinals"
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
    CODE_LANGUAGE = "code_language"
    ATTRIBUTION = "attribution"
    LIST_START = "list_start"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    INSERT_RULE = "insert_rule"
    INSERT_TABLE = "insert_table"
    INSERT_FOOTNOTE = "insert_footnote"
    INSERT_PICTURE = "insert_picture"
    PICTURE_DETAILS = "picture_details"
    INSERT_EMBED = "insert_embed"
    INSERT_NOTE = "insert_note"
    ROW_ABOVE = "row_above"
    ROW_BELOW = "row_below"
    COLUMN_BEFORE = "column_before"
    COLUMN_AFTER = "column_after"
    REMOVE_ROWS = "remove_rows"
    REMOVE_COLUMNS = "remove_columns"
    REMOVE_TABLE = "remove_table"
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
    SUM_UP = "sum_up"
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
    GO_TO_OUTLINE = "go_to_outline"
    GO_TO_NOTES = "go_to_notes"
    GO_TO_SOURCES = "go_to_sources"
    ADD_SOURCE = "add_source"
    GO_TO_CLAIMS = "go_to_claims"
    GO_TO_QUERIES = "go_to_queries"
    NEXT_NOTE = "next_note"
    PREVIOUS_NOTE = "previous_note"
    GO_TO_PASSAGE = "go_to_passage"
    LAYOUT_WRITE = "layout_write"
    LAYOUT_CHECK = "layout_check"
    WALK = "walk"
    MARK_CLAIM = "mark_claim"
    NEXT_OPEN = "next_open"
    PREVIOUS_OPEN = "previous_open"
    TICK = "tick"
    QUERY = "query"
    STILL_GOOD = "still_good"
    AGREES_WITH_BODY = "agrees_with_body"
    REMOVE_CLAIM = "remove_claim"
    CHECKED_BEFORE = "checked_before"
    ACCEPT_WORDING = "accept_wording"
    REWORD = "reword"
    CUT_CLAIM = "cut_claim"
    STET = "stet"
    ANSWER_QUERY = "answer_query"
    COPY_QUERIES = "copy_queries"
    PASTE_ANSWERS = "paste_answers"
    WHERE_IN_SOURCE = "where_in_source"
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
    MARKDOWN_VIEW = "markdown_view"
    FOCUS_MODE = "focus_mode"
    TYPEWRITER = "typewriter"
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


def action_spec(
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
    """An entry of the table: the tip is the text where none is given, and what is one of several is checkable."""
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
