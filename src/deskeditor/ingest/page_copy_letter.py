"""What a reporter writes to the desk around a piece sent by mail: header, greeting, covering words, farewell."""

import re
from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.page_copy_lines import PageLine

_HEADER: Final = re.compile(
    r"(?:from|to|cc|bcc|subject|date|sent|reply-to|von|an|betreff|datum|gesendet|de|à|objet|envoyé|para|asunto|enviado|"
    r"da|oggetto|data|kimden|kime|konu|tarih|от|кому|тема|дата)\s*[:：]\s*\S",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|moin|liebe[rs]?|guten (?:tag|morgen|abend)|"
    r"sehr geehrte[rs]?|bonjour|bonsoir|salut|ch[eè]r(?:e|s|es)?|hola|estimad[oa]s?|buenos días|buenas tardes|olá|"
    r"bom dia|caro|cara|prezad[oa]s?|ciao|buongiorno|gentile|merhaba|selam|sayın|sevgili|iyi günler|здравствуйте|"
    r"привет|добрый (?:день|вечер)|уважаем\w+|բարև|հարգելի|salam|hörmətli|مرحبا|السلام عليكم|تحية طيبة|عزيز[يت]ي?|"
    r"こんにちは|お疲れ様です|お世話になっております)(?!\w)",
    re.IGNORECASE,
)
_GREETING_END: Final = re.compile(r"[,;:!.،،、。։–—-]\s*$")
_COVER: Final = re.compile(
    r"\b(?:here(?:['’]s| is| are| comes)|attached|below|please find|as (?:discussed|promised|agreed|asked)|anbei|"
    r"hier (?:ist|kommt|sind|der|die|das|mein)|im anhang|wie besprochen|ci-joint|ci-dessous|voici|adjunto|aquí|"
    r"te mando|segue|em anexo|ecco|in allegato|ekte|aşağıda|işte|вот|ниже|прилагаю)\b",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(
    r"(?:all the best|best(?: wishes)?|(?:(?:best|kind|warm) )?regards|thanks(?: a lot| again| so much)?|thank you|"
    r"many thanks|cheers|yours(?: sincerely| truly)?|sincerely|(?:viele|beste|liebe|schöne|herzliche) grü(?:ß|ss)e|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|lieben|vielen) grü(?:ß|ss)en|lg|vg|mfg|gru(?:ß|ss)|danke(?: dir)?|"
    r"cordialement|bien à (?:vous|toi)|amicalement|merci|(?:un )?saludos?|gracias|um abraço|abraços?|obrigad[oa]|"
    r"atenciosamente|(?:cordiali )?saluti|grazie|saygılar(?:ımla)?|sevgiler|teşekkürler|с уважением|спасибо|"
    r"հարգանքով|hörmətlə|مع (?:تحياتي|التحية)|شكرا|よろしくお願いします)\W*(?:\s+[^\W\d_]+){0,2}\W*",
    re.IGNORECASE,
)
_LONGEST: Final = 30
_FEWEST_HEADERS: Final = 2
_SIGNED: Final = 3
_LONGEST_SIGNATURE: Final = 8


def letter_around(lines: Sequence[PageLine]) -> frozenset[int]:
    """Which lines at the beginning and the end are a letter to the desk.

    A farewell is one only where the text began as a letter.
    """
    opening = _opening(lines)
    if not opening or opening == len(lines):
        return frozenset()
    around = set(range(opening))
    for at in range(max(opening + 1, len(lines) - _SIGNED - 1), len(lines)):
        ending = lines[at:]
        if _FAREWELL.fullmatch(lines[at].text) and all(line.size <= _LONGEST_SIGNATURE for line in ending):
            around.update(range(at, len(lines)))
            break
    return frozenset(around)


def _opening(lines: Sequence[PageLine]) -> int:
    """How many lines at the beginning are the letter's."""
    at = 0
    while at < len(lines) and lines[at].size <= _LONGEST and _HEADER.match(lines[at].text):
        at += 1
    if at < _FEWEST_HEADERS:
        at = 0
    if at < len(lines) and _is_greeting(lines[at]):
        at += 1
        if at < len(lines) and _is_cover(lines[at]):
            at += 1
    elif at < len(lines) and _is_cover(lines[at]) and lines[at].text.endswith((":", "：")):
        at += 1
    return at


def _is_greeting(line: PageLine) -> bool:
    return line.size <= _LONGEST and bool(_GREETING.match(line.text)) and bool(_GREETING_END.search(line.text))


def _is_cover(line: PageLine) -> bool:
    return line.size <= _LONGEST and bool(_COVER.search(line.text))
