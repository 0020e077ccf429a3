"""Every action of the window as one table: menus, toolbars, shortcuts and the command palette come from it."""

from typing import Final

from deskeditor.ui.acts import Act, ActionSpec, Choice, Menu, Needs
from deskeditor.ui.acts import action_spec as _spec
from deskeditor.ui.icons import Icon
from deskeditor.ui.query_actions import query_actions
from deskeditor.ui.source_actions import source_actions

RESERVED_SHORTCUTS: Final = frozenset({"Ctrl+P"})
"""Kept for printing."""


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
            Act.SEND_TO_CHECKER,
            "Send to checker…",
            Icon.HAND_OFF,
            (menu, 4),
            "Ctrl+Shift+H",
            needs=needs,
            tip="Write the article with its claims, sources and evidence to one file",
        ),
        _spec(
            Act.TAKE_HANDOFF,
            "Open a hand-off…",
            Icon.TAKE_BACK,
            (menu, 4),
            tip="Check a piece of another desk, or take back what a checker did",
        ),
        _spec(
            Act.COMPARE,
            "Compare…",
            Icon.COMPARE,
            (menu, 5),
            "Ctrl+D",
            needs=needs,
            tip="Show what changed since the article came in, was sent or published",
        ),
        _spec(
            Act.SHOW_ORIGINAL,
            "Show original",
            Icon.ORIGINAL,
            (menu, 5),
            "F4",
            needs=needs,
            tip="Open the text this article was imported from",
        ),
        _spec(Act.CHANGE_PERSON, "Change person…", Icon.PERSON, (menu, 6), tip="Say who is working at this desk"),
        _spec(Act.QUIT, "Quit", Icon.QUIT, (menu, 7), "Ctrl+Q"),
    )


def _edit_actions() -> tuple[ActionSpec, ...]:
    menu, words, chosen, article = Menu.EDIT, Needs.WORDS, Needs.CHOSEN_WORDS, Needs.ARTICLE
    return (
        _spec(Act.UNDO, "Undo", Icon.UNDO, (menu, 1), "Ctrl+Z", needs=Needs.ARTICLE),
        _spec(Act.REDO, "Redo", Icon.REDO, (menu, 1), "Ctrl+Shift+Z", "Ctrl+Y", needs=Needs.ARTICLE),
        _spec(Act.CUT, "Cut", Icon.CUT, (menu, 2), "Ctrl+X", needs=chosen),
        _spec(Act.COPY, "Copy", Icon.COPY, (menu, 2), "Ctrl+C", needs=chosen),
        _spec(Act.PASTE, "Paste", Icon.PASTE, (menu, 2), "Ctrl+V", needs=words),
        _spec(Act.PASTE_PLAIN, "Paste without formatting", Icon.PASTE_PLAIN, (menu, 2), "Ctrl+Shift+V", needs=words),
        _spec(Act.SELECT_ALL, "Select all", None, (menu, 3), "Ctrl+A", needs=words),
        _spec(Act.FIND, "Find…", Icon.FIND, (menu, 4), "Ctrl+F", needs=article),
        _spec(Act.FIND_NEXT, "Find next", Icon.NEXT, (menu, 4), "F3", needs=article),
        _spec(Act.FIND_PREVIOUS, "Find previous", Icon.PREVIOUS, (menu, 4), "Shift+F3", needs=article),
        _spec(Act.REPLACE, "Find and replace…", Icon.REPLACE, (menu, 4), "Ctrl+H", needs=article),
        _spec(
            Act.CHECK_SPELLING, "Check spelling while typing", Icon.SPELLING, (menu, 5), needs=article, checkable=True
        ),
        _spec(Act.NEXT_MISSPELLING, "Next misspelling", Icon.NEXT, (menu, 5), "F7", needs=article),
        _spec(Act.PREVIOUS_MISSPELLING, "Previous misspelling", Icon.PREVIOUS, (menu, 5), "Shift+F7", needs=article),
        _spec(
            Act.SPELLING_SETTINGS,
            "Languages and word lists…",
            Icon.SPELLING,
            (menu, 5),
            tip="Say in which languages spelling is checked, and which words are right",
        ),
        _spec(
            Act.SMART_TYPING,
            "Smart quotes and dashes",
            Icon.SMART_TYPING,
            (menu, 6),
            tip="Turn straight quotes, double hyphens and three points into typographic ones while typing",
            checkable=True,
        ),
        _spec(
            Act.FORMAT_AS_TYPED,
            "Format as you type",
            Icon.FORMAT_AS_TYPED,
            (menu, 6),
            tip="Begin lists, headings and quotes by their Markdown signs",
            checkable=True,
        ),
        _spec(
            Act.ORDINALS,
            "Ordinals and fractions",
            Icon.ORDINALS,
            (menu, 6),
            tip="Raise the letters of 1st and make ½ of 1/2 while typing",
            checkable=True,
        ),
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
        _spec(
            Act.CODE_LANGUAGE,
            "Language of the code…",
            Icon.CODE_LANGUAGE,
            (menu, 3),
            "Ctrl+Shift+E",
            needs=Needs.CODE,
            tip="Say which language the block of code is in, for sites that colour it",
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
        _spec(Act.MOVE_UP, "Move paragraph up", Icon.MOVE_UP, (menu, 5), "Alt+Up", needs=Needs.BODY),
        _spec(Act.MOVE_DOWN, "Move paragraph down", Icon.MOVE_DOWN, (menu, 5), "Alt+Down", needs=Needs.BODY),
    )


def _insert_actions() -> tuple[ActionSpec, ...]:
    menu, leaves, text = Menu.INSERT, Needs.LEAVES, Needs.TEXT
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
            Act.INSERT_NOTE,
            "Note on these words…",
            Icon.NOTE,
            (menu, 3),
            "Ctrl+Shift+C",
            needs=text,
            tip="Leave the desk a note on the selected words; it is never published",
        ),
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
        act(Act.REMOVE_TABLE, "Remove table", Icon.REMOVE_TABLE, 2),
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
        _spec(
            Act.SUM_UP,
            "Add selection to summary",
            Icon.SUM_UP,
            (menu, 1),
            "Ctrl+Shift+S",
            needs=Needs.SELECTION,
            tip="Make a summary point of the selected words, which stay where they are and are linked to it",
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
        go(Act.GO_TO_OUTLINE, "outline", Icon.OUTLINE, "Alt+Shift+O"),
        go(Act.GO_TO_NOTES, "notes", Icon.NOTES, "Alt+Shift+M"),
        go(Act.GO_TO_SOURCES, "sources", Icon.SOURCES, "Alt+Shift+V"),
        go(Act.GO_TO_CLAIMS, "claims", Icon.LAYOUT_CHECK, "Alt+Shift+L"),
        go(Act.GO_TO_QUERIES, "queries", Icon.QUERIES, "Alt+Shift+7"),
        _spec(Act.NEXT_NOTE, "Next note", Icon.NEXT, (menu, 3), "Alt+PgDown", needs=Needs.ARTICLE),
        _spec(Act.PREVIOUS_NOTE, "Previous note", Icon.PREVIOUS, (menu, 3), "Alt+PgUp", needs=Needs.ARTICLE),
        _spec(
            Act.GO_TO_PASSAGE,
            "Go to passage of summary point",
            Icon.PASSAGE,
            (menu, 3),
            "Alt+Shift+P",
            needs=Needs.ARTICLE,
            tip="From a summary point to the words of the body that it sums up, and back",
        ),
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
        _spec(
            Act.MARKDOWN_VIEW,
            "Body as Markdown",
            Icon.MARKDOWN,
            (menu, 3),
            "F5",
            needs=Needs.ARTICLE,
            tip="Write the body as Markdown, and go back",
            checkable=True,
        ),
        _spec(
            Act.FOCUS_MODE,
            "Focus mode",
            Icon.FOCUS_MODE,
            (menu, 3),
            "F11",
            needs=Needs.ARTICLE,
            tip="Show the text alone, the paragraph at hand in full ink",
            checkable=True,
        ),
        _spec(
            Act.TYPEWRITER,
            "Typewriter scrolling",
            Icon.TYPEWRITER,
            (menu, 3),
            "Shift+F11",
            tip="Keep the line at hand in the middle of the page",
            checkable=True,
        ),
        _spec(Act.ZOOM_IN, "Larger text", Icon.ZOOM_IN, (menu, 4), "Ctrl++", "Ctrl+="),
        _spec(Act.ZOOM_OUT, "Smaller text", Icon.ZOOM_OUT, (menu, 4), "Ctrl+-"),
        _spec(Act.ZOOM_RESET, "Normal text size", None, (menu, 4)),
        choice(Act.THEME_SYSTEM, "Theme: as the system", Icon.THEME_SYSTEM, 5, Choice.THEME),
        choice(Act.THEME_LIGHT, "Theme: light", Icon.THEME_LIGHT, 5, Choice.THEME),
        choice(Act.THEME_DARK, "Theme: dark", Icon.THEME_DARK, 5, Choice.THEME),
        _spec(Act.KEYBOARD_SHORTCUTS, "Keyboard shortcuts", Icon.KEYBOARD, (Menu.HELP, 1), "F1"),
        _spec(Act.ABOUT, "About Deskeditor", Icon.ABOUT, (Menu.HELP, 2)),
    )


def _check_actions() -> tuple[ActionSpec, ...]:
    menu, needs = Menu.CHECK, Needs.ARTICLE
    return (
        _spec(
            Act.WALK,
            "Walk through the facts",
            Icon.WALK,
            (menu, 1),
            "Shift+F9",
            "Alt+Shift+W",
            needs=needs,
            tip="Lock the copy and go from fact to fact; one key ticks, queries or passes over each",
        ),
        _spec(
            Act.NEXT_OPEN,
            "Next open fact",
            Icon.NEXT,
            (menu, 1),
            "F8",
            "Alt+Shift+J",
            needs=needs,
            tip="Go to the next fact or claim that is to be checked",
        ),
        _spec(
            Act.PREVIOUS_OPEN, "Previous open fact", Icon.PREVIOUS, (menu, 1), "Shift+F8", "Alt+Shift+U", needs=needs
        ),
        _spec(
            Act.MARK_CLAIM,
            "Mark as claim",
            Icon.CLAIM,
            (menu, 2),
            "F9",
            "Alt+Shift+K",
            needs=needs,
            tip="Make the selected words a claim with a number of its own",
        ),
        _spec(
            Act.TICK,
            "OK with the last source",
            Icon.TICK,
            (menu, 2),
            "Alt+Shift+Return",
            "Alt+Shift+Enter",
            needs=needs,
            tip="Say that the claim at the caret, or the selected words, are right",
        ),
        _spec(Act.QUERY, "Query…", Icon.QUERY, (menu, 2), "Alt+Shift+Q", needs=needs, tip="Ask about the words"),
        _spec(
            Act.STILL_GOOD,
            "Still good",
            Icon.STILL_GOOD,
            (menu, 2),
            "Alt+Shift+G",
            needs=needs,
            tip="Say that the verdict holds of the words as they are now",
        ),
        _spec(
            Act.AGREES_WITH_BODY,
            "Agrees with body",
            Icon.AGREES,
            (menu, 2),
            "Alt+Shift+E",
            needs=needs,
            tip="Say that a summary point says what its passage says",
        ),
        _spec(
            Act.REMOVE_CLAIM,
            "No claim after all",
            Icon.CLAIM_GONE,
            (menu, 2),
            needs=needs,
            tip="Take the mark off the words",
        ),
        _spec(
            Act.SAVE_REPORT,
            "Save check report…",
            Icon.REPORT,
            (menu, 3),
            "Alt+Shift+R",
            needs=needs,
            tip="Write the copy with its claims, verdicts and sources to a file",
        ),
        _spec(
            Act.LAYOUT_WRITE,
            "Write",
            Icon.LAYOUT_WRITE,
            (Menu.VIEW, 1),
            "Alt+Shift+1",
            choice=Choice.LAYOUT,
            tip="Lay the window out for writing",
        ),
        _spec(
            Act.LAYOUT_CHECK,
            "Check",
            Icon.LAYOUT_CHECK,
            (Menu.VIEW, 1),
            "Alt+Shift+2",
            choice=Choice.LAYOUT,
            tip="Lay the window out for checking facts",
        ),
    )


ACTIONS: Final[tuple[ActionSpec, ...]] = (
    *_article_actions(),
    *_edit_actions(),
    *_format_actions(),
    *_insert_actions(),
    *_table_actions(),
    *_field_actions(),
    *_check_actions(),
    *source_actions(),
    *query_actions(),
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

LAYOUT_BAR: Final = ((Act.LAYOUT_WRITE, Act.LAYOUT_CHECK),)
"""What the window can be laid out for, as the corner of the menu bar offers it."""


def spec_of(name: Act) -> ActionSpec:
    """The table's entry for `name`."""
    return next(spec for spec in ACTIONS if spec.name is name)
