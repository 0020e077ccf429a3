"""The part of the table of actions that is about queries."""

from deskeditor.ui.acts import Act, ActionSpec, Menu, Needs, action_spec
from deskeditor.ui.icons import Icon


def query_actions() -> tuple[ActionSpec, ...]:
    """The acts on a query, and those by which queries go to the reporter and come back."""
    menu, needs = Menu.CHECK, Needs.ARTICLE

    def act(name: Act, text: str, icon: Icon, key: str, tip: str, part: int = 3) -> ActionSpec:
        return action_spec(name, text, icon, (menu, part), *([key] if key else []), needs=needs, tip=tip)

    return (
        act(
            Act.ACCEPT_WORDING,
            "Accept suggested wording",
            Icon.ACCEPT,
            "Alt+Shift+A",
            "Put the suggested wording into the copy, which settles the claim",
        ),
        act(
            Act.REWORD,
            "Reword…",
            Icon.REWORD,
            "Alt+Shift+Z",
            "Put other words in the place of the claim’s; they are to be checked again",
        ),
        act(Act.CUT_CLAIM, "Cut claim", Icon.CUT_CLAIM, "Alt+Shift+X", "Take the claim’s words out of the copy"),
        act(Act.STET, "Stet…", Icon.STET, "Alt+Shift+I", "Let the words run as they are, and say why"),
        act(Act.ANSWER_QUERY, "Answer query…", Icon.ANSWER, "Alt+Shift+6", "Answer below the question"),
        act(
            Act.COPY_QUERIES,
            "Copy queries",
            Icon.COPY_QUERIES,
            "Alt+Shift+8",
            "Put the open queries on the clipboard as a numbered list, for a mail to the reporter",
            4,
        ),
        act(
            Act.PASTE_ANSWERS,
            "Paste answers",
            Icon.PASTE_ANSWERS,
            "Alt+Shift+9",
            "Take the reporter’s reply from the clipboard: each answer goes to the claim of its number",
            4,
        ),
    )
