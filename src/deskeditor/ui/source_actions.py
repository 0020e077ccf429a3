"""The part of the table of actions that is about what claims stand on."""

from deskeditor.ui.acts import Act, ActionSpec, Menu, Needs, action_spec
from deskeditor.ui.icons import Icon


def source_actions() -> tuple[ActionSpec, ...]:
    """The acts on sources, and the look at what was checked before."""

    def act(name: Act, text: str, icon: Icon, key: str, tip: str) -> ActionSpec:
        return action_spec(name, text, icon, (Menu.CHECK, 2), key, needs=Needs.ARTICLE, tip=tip)

    return (
        act(
            Act.WHERE_IN_SOURCE,
            "Where in source…",
            Icon.WHERE_IN_SOURCE,
            "Alt+Shift+3",
            "Say where in which source the claim is, or that a source speaks against it",
        ),
        act(
            Act.ADD_SOURCE,
            "Add source…",
            Icon.ADD_SOURCE,
            "Alt+Shift+D",
            "Add what the article stands on: an address, a file, or who said it",
        ),
        act(
            Act.CHECKED_BEFORE,
            "Have we checked this before?",
            Icon.CHECKED_BEFORE,
            "Alt+Shift+F",
            "Show claims of other articles that are like the words at hand, with verdicts and sources",
        ),
    )
