"""What a claim's standing looks like and is called: colour and pattern on the page, words wherever it is told."""

from types import MappingProxyType
from typing import Final

from deskeditor.article.claim_log import VERDICT_WORDS
from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claims import ClaimKind, Verdict
from deskeditor.ui.editor.claim_paint import ClaimLook, Pattern
from deskeditor.ui.theme_tokens import Tokens

PROGRESS_WORDS: Final = MappingProxyType(
    {
        Progress.UNCHECKED: "Unchecked",
        Progress.WITH_EDITOR: "With editor",
        Progress.WITH_WRITER: "With writer",
        Progress.WAITING_ON_SOURCE: "Waiting on source",
        Progress.SETTLED: "Settled",
        Progress.RECHECK: "Recheck",
        Progress.CUT: "Cut",
        Progress.UNSURE: "Unsure",
        Progress.LOST: "Lost",
    }
)
KIND_WORDS: Final = MappingProxyType(
    {
        ClaimKind.NAME: "Name",
        ClaimKind.NUMBER: "Number",
        ClaimKind.DATE: "Date",
        ClaimKind.QUOTATION: "Quotation",
        ClaimKind.TITLE: "Title or attribution",
        ClaimKind.PARAPHRASE: "Paraphrase",
        ClaimKind.PICTURE: "Picture",
        ClaimKind.BACKGROUND: "Background",
    }
)
_BAD: Final = frozenset({Verdict.CANT_STAND_UP, Verdict.DISPUTED})


def standing_words(one: Checked) -> str:
    """Where a claim stands, in a word or two: its verdict where it is settled."""
    claim = one.claim
    if one.progress is Progress.SETTLED and claim.stet is not None:
        return "Stet"
    if one.progress is Progress.SETTLED and claim.judgement is not None:
        words = VERDICT_WORDS[claim.judgement.verdict]
        return words[0].upper() + words[1:]
    return PROGRESS_WORDS[one.progress]


def claim_look(one: Checked, tokens: Tokens) -> ClaimLook:
    """How a claim is drawn below its words: told apart without colour too."""
    pattern, colour = _drawn(one, tokens)
    return ClaimLook(number=one.claim.number, pattern=pattern, colour=colour, is_open=one.is_open)


def _drawn(one: Checked, tokens: Tokens) -> tuple[Pattern, str]:
    judgement = one.claim.judgement
    match one.progress:
        case Progress.UNCHECKED:
            return Pattern.DOTTED, tokens.text_faint
        case Progress.RECHECK:
            return Pattern.DOUBLE, tokens.danger
        case Progress.UNSURE | Progress.LOST:
            return Pattern.DASH_DOT, tokens.danger
        case Progress.SETTLED | Progress.CUT:
            if judgement is not None and judgement.verdict in _BAD and one.claim.stet is None:
                return Pattern.THICK, tokens.danger
            if judgement is not None and judgement.verdict is Verdict.OK_ON_AUTHOR and one.claim.stet is None:
                return Pattern.LONG_DASH, tokens.success
            return Pattern.SOLID, tokens.success
        case _:
            return Pattern.DASHED, tokens.warning
