"""Words of a wire that are for the desk alone: takes, advisories, embargoes, contacts, signatures."""

import re
from typing import Final

_TAKE: Final = re.compile(
    r"\W*(?:(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|\d{1,2}\.|\d{1,2}(?:er|e|ème))\s+)?"
    r"(?:lead|ld|net|take|add|writethru|lead-writethru|update|snap|night lead|night ld|day lead|zusammenfassung|"
    r"lead total|gesamtzusammenfassung|zus|meldung)\b[\s\-\w]{0,12}|extra|eil|eilmeldung|blitz|"
    r"(?:news\s?)?flash|bulletin|urgent|alert|alerte|urgence|refile|repeat|repeats|repetition|wiederholung|"
    r"correction|corrected|correct|korrektur|berichtigung|berichtigt|correctif|kill|withdrawal|withdraw|annulation|"
    r"achtung|advisory|adv|roundup|round-up|wrap|feature|preview|analysis|background|chronology|factbox|profile|"
    r"newsfeature|situation|lead|papier général|synthèse|résumé|rappel|portrait|encadré|hintergrund|porträt|"
    r"analyse|vorschau|überblick|tageszusammenfassung|urgente|actualización|ampliación|resumen|"
    r"update \d+|(?:\d{1,2}(?:st|nd|rd|th)|\d) (?:lead|ld|net|update)\b.{0,12})\W*",
    re.IGNORECASE,
)
_TAKE_BEFORE_HEADLINE: Final = re.compile(
    r"(?P<take>(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|EXCLUSIVE|ADVISORY|KILL)(?:[- ]?\d{1,2})?)\s?-\s?(?=\S)"
)
_NOT_FOR_PUBLICATION: Final = re.compile(
    r"not (?:intended |meant |to be )?(?:for publication|for broadcast|published)|"
    r"nicht (?:zur|für die) (?:veröffentlichung|publikation)|pas destinées? à (?:la |être )?publi|"
    r"ne pas publier|no publicar|no (?:es |está )?destinad[oa]s? a (?:la )?publicación|"
    r"niet (?:bestemd )?(?:voor|ter) publicatie|non (?:destinat[oaei] alla|per la) pubblicazione|"
    r"não (?:é |são )?(?:para|destinad[oa]s? à) publicação|не для (?:публикации|печати)",
    re.IGNORECASE,
)
_NOTEBOOK: Final = re.compile(
    r"#{1,6}\s*(?:dpa[- ])?(?:notebook|notizblock|bloc-notes|editorial contacts|contacts|note to editors|"
    r"internet links|internet|orte|ansprechpartner|redaktionelle hinweise|redaktion|dpa-kontakte|kontakte).*",
    re.IGNORECASE,
)
_EMBARGO: Final = re.compile(
    r"\W*(?:strictly\s+|sous\s+|bajo\s+)?(?:embargo(?:ed|ado|ed copy)?|sperrfrist|under embargo|hold for release|"
    r"not (?:for|to be) (?:publication|published|release|released|broadcast|use|used)(?: or broadcast)? "
    r"(?:before|until|prior to)|nicht (?:vor|zu veröffentlichen vor)|"
    r"(?:for )?release (?:at|on|after)|ne pas (?:publier|diffuser) avant|no publicar antes)\b",
    re.IGNORECASE,
)
_KILL: Final = re.compile(r"\W*(?:mandatory\s+)?(?:kill|withdrawal|annulation|annulé)\W*", re.IGNORECASE)
_CREDITS: Final = re.compile(
    r"\W*(?:(?:additional|further|supplementary|with)\s+)?(?:reporting|writing|editing|production|compiled|edited|"
    r"translated|graphics?|research)(?:\s+and\s+(?:writing|editing|reporting))?\s+by\b|"
    r"\W*(?:bericht|redigiert|bearbeitet|übersetzt|mitarbeit|redaktion|berichterstattung)(?:\s+von|\s*:)|"
    r"\W*(?:reportage|avec|rédigé|édité|edité|traduit|version française)\s+(?:de|par|du)\b|"
    r"\W*(?:reporte|información|editad[oa]|escrito|redacción|traducid[oa]|edición)\s+(?:de|por)\b|"
    r"\W*(?:reportagem|edição|por)\s+(?:de|por)\b|\W*(?:a cura|servizio) di\b|"
    r"\W*(?:writing|editing|reporting|redaktion|editorial contacts?)\s*:",
    re.IGNORECASE,
)
_ADVISORY_IN_BRACKETS: Final = re.compile(
    r"[(\[]{1,2}\s*(?:eds?|editors?|note|adds?|updates?|updating|recasts?|corrects?|correcting|repeats?|refiles?|"
    r"rewrites?|releads?|removes?|deletes?|clarifies|writethru|incorporates|links?|pictures?|photos?|graphics?|"
    r"video|tv|stand-?alone|trims|changes|fixes|restores|with\s(?:pictures?|photos?|graphics?)|pix|"
    r"achtung|ergänzt|aktualisiert|mit\s(?:bild|foto|grafik)|foto|wdh|"
    r"actualise|ajoute|précise|corrige|avec\s(?:photo|infographie)|"
    r"actualiza|agrega|añade|amplía|con foto)\b.*[)\]]{1,2}\.?",
    re.IGNORECASE | re.DOTALL,
)
_ADVISORY: Final = re.compile(
    r"(?:eds?|editors?|editors'? note|note to (?:editors|readers|desks)|attention(?: editors)?|attn|advisory|"
    r"achtung(?: redaktionen)?|hinweis(?: an die redaktion(?:en)?)?|nota a (?:los )?(?:editores|redactores)|"
    r"note aux rédactions|à l'attention des rédactions|trim|optional(?: cut| trim)?|pictures?(?: by)?|"
    r"with (?:pictures?|photos?|graphics?)|ap photos?|keywords?|for related news|story number)\s*[:\-–—].*|"
    r"(?:attention|achtung)\s[-–—]\s.*|\(\(.*\)\)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSE: Final = re.compile(
    r"[(\-=#*\s]*(?:more|mehr|suite|sigue|segue|mtf|mfl|end|ends|ende|endit(?:em)?|fin|fine|fim|30|#{2,})[)\-=#*.\s]*|"
    r"[(\[]\s*(?:more follows|mehr folgt|à suivre)\s*[)\]]",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"(?:tel|tél|telephone|phone|fax|e-?mail|contacts?|kontakt|newsroom|news desk|twitter|desk)\.?\s*:\s.{0,160}|"
    r"[-\s]*<?[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+>?",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(
    r"\(?[A-Za-z]{1,8}(?:\s?[\\/]+\s?[A-Za-z\-]{1,8}){1,6}\)?|={1,3}\s*\w+|"
    r"(?:dpa|sda|ats|apa|afp|afx|epd|kna)(?:\s+[a-z0-9]{1,4}){1,8}|"
    r"(?:AP|RTR|KWS|UPI|PTI)[-:][\w:\- ]{4,40}|(?:bur|str)-[a-z]{1,4}(?:/[a-z\-]{1,6})*",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    r"\d{6}\s+(?:[A-Z]{3,4}\s+)?[A-Za-zäéûàç]{3,5}\.?\s+\d{2,4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\s+\d{4}\s?[A-Z]{3}|"
    r"\d{4}\s?GMT\b.{0,24}",
    re.IGNORECASE,
)
_ORNAMENT: Final = re.compile(r"[\W_]{3,}")
_BRIEF: Final = 400


def is_take(line: str) -> bool:
    """Whether `line` says no more than which version or kind of message this is: `2ND LEAD`, `(Achtung)`."""
    return len(line) <= 40 and _TAKE.fullmatch(line) is not None


def split_take(headline: str) -> tuple[str, str]:
    """Return the take before a headline (`UPDATE 2-`), or an empty string, and the headline without it."""
    match = _TAKE_BEFORE_HEADLINE.match(headline)
    return (match["take"], headline[match.end() :]) if match else ("", headline)


def is_embargo(line: str) -> bool:
    """Whether `line` is an embargo, and not a sentence about one: it is brief and says until when."""
    if len(line) > 200 or not _EMBARGO.match(line):
        return False
    says_when = re.search(r"\d|until|before|till|\bbis\b|\bvor\b|jusqu|avant|hasta|antes", line, re.IGNORECASE)
    return says_when is not None and (
        ":" in line or line.isupper() or not re.search(r"(?:[a-z]{4}|\d{4})[.!?]\s+[A-Z][a-z]", line)
    )


def is_kill(line: str) -> bool:
    """Whether `line` withdraws the message."""
    return len(line) <= 40 and _KILL.fullmatch(line) is not None


def opens_desk_part(line: str) -> bool:
    """Whether all from `line` on is not for publication."""
    if _NOTEBOOK.fullmatch(line):
        return True
    told = _NOT_FOR_PUBLICATION.search(line)
    return told is not None and len(line) <= 140 and not re.search('["“”«»]', line) and not is_embargo(line)


def is_advisory(paragraph: str) -> bool:
    """Whether `paragraph` speaks to desks: `(EDS: …)`, `ATTENTION - adds …`, `((…))`."""
    if len(paragraph) > _BRIEF:
        return False
    return any(shape.fullmatch(paragraph) for shape in (_ADVISORY_IN_BRACKETS, _ADVISORY, _CLOSE))


def is_credit_to_staff(paragraph: str) -> bool:
    """Whether `paragraph` says who reported, wrote or edited, as wires close their pieces."""
    return len(paragraph) <= _BRIEF and _CREDITS.match(paragraph) is not None


def is_contact(line: str) -> bool:
    """Whether `line` gives a desk's telephone or address."""
    return _CONTACT.fullmatch(line) is not None


def is_signature(line: str) -> bool:
    """Whether `line` is the initials of those who handled the piece, or the agency's closing mark."""
    return len(line) <= 48 and _SIGNATURE.fullmatch(line) is not None


def is_time_sent(line: str) -> bool:
    """Whether `line` is the time of transmission."""
    return len(line) <= 48 and _SENT.fullmatch(line) is not None


def is_ornament(line: str) -> bool:
    """Whether `line` holds no letter and no figure."""
    return _ORNAMENT.fullmatch(line) is not None
