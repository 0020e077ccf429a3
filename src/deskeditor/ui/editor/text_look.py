"""The text's look made from the window's tokens."""

from deskeditor.richtext.look import TextLook
from deskeditor.ui.theme_tokens import Tokens


def text_look(tokens: Tokens, *, size: int | None = None, bold: bool = False) -> TextLook:
    """The look of a text `size` pixels high, of the body's size where none is given."""
    return TextLook(
        families=tokens.serif,
        mono=tokens.mono,
        sans=tokens.sans,
        size=size or tokens.size_body,
        bold=bold,
        text=tokens.text,
        soft=tokens.text_soft,
        faint=tokens.text_faint,
        link=tokens.accent,
        line=tokens.line,
        edge=tokens.edge,
        ground=tokens.surface,
        sunken=tokens.sunken,
        note=tokens.warning,
    )
