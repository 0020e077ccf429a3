"""The words that pages say around their articles: sharing, newsletters, comments, captions, rights."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A kind of page furniture: how it is recognised and why it is dropped, in an editor's words.

    `most` is the longest line, in words, that is taken for it: long lines speak of such things too.
    """

    name: str
    why: str
    pattern: re.Pattern[str]
    most: int = 60


def _phrase(name: str, why: str, pattern: str, most: int = 60) -> Phrase:
    return Phrase(name=name, why=why, pattern=re.compile(pattern, re.IGNORECASE), most=most)


_MONTH: Final = (
    r"(?:jan|feb|m[aä]r|apr|ma[yij]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|january|february|march|april|june|july|"
    r"august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|"
    r"mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|"
    r"outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|gen|mag|"
    r"giu|lug|ago|set|ott|dic|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|"
    r"декабря)\w*\.?"
)
DATE: Final = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{2,4}}\b|\b{_MONTH}\s+\d{{1,2}}(?:st|"
    rf"nd|rd|th)?,?(?:\s+(?:at\s+)?\d{{4}})?\b|\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|"
    rf"\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b|\d{{4}}年\d+月\d+日",
    re.IGNORECASE,
)
AGO: Final = re.compile(
    r"\b\d+\s*(?:s|sec|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\s+ago\b|"
    r"\bvor \d+ (?:minuten?|stunden?|tag(?:en)?)\b|\bil y a \d+|\bhace \d+|\bhá \d+|\b\d+ (?:часов|минут|дней) назад",
    re.IGNORECASE,
)

AGENCY: Final = re.compile(
    r"\b(?:(?:the )?associated press|reuters|agence france-presse|afp|dpa|ansa|efe|bloomberg(?: news)?|xinhua|"
    r"tass|interfax|eurasianet(?:\.org)?|rfe/rl|upi|cnn|pti|ians|the canadian press|press association|pa media|"
    r"kyodo(?: news)?|yonhap|anadolu(?: agency)?|apa|tanjug|lusa|belga|ritzau|keystone-sda|the conversation|"
    r"kaiser health news|propublica)\b",
    re.IGNORECASE,
)
PREMIUM: Final = re.compile(
    r"\b(?:premium (?:content|article|story)|(?:for )?subscribers?[- ](?:only|exclusive)|(?:for|"
    r"exclusive to) subscribers|members[- ]only|nur für abonnenten|réservé aux abonnés|(?:solo|"
    r"exclusivo) para suscriptores|exclusivo para assinantes|per gli abbonati|alleen voor abonnees|"
    r"только для подписчиков)\b|^\W*(?:premium|plus)\W*$",
    re.IGNORECASE,
)

_LONGEST_LINE: Final = 2000
"""In characters: a line beyond it is no furniture, and some patterns would take long over it."""

FURNITURE: Final = (
    _phrase(
        "share",
        "sharing links",
        r"^(?:share|tweet|pin(?: it)?|e-?mail|print|reddit|pocket|flipboard|whatsapp|linkedin|facebook|twitter|"
        r"pinterest|google\s?\+|tumblr|messenger|instagram|youtube|telegram|viber|copy link|buffer|mix|teilen|"
        r"partager|compartir|compartilhar|condividi|поделиться|rss|snapchat|save|comments?|shares?)\b"
        r"(?:\s*(?:on|via|to|this|by|url|it|with|in|an|sur|en|auf)?\s*\w*){0,4}$|"
        r"\bshar(?:e|ing) (?:this|on|via|options|is caring|permalink|to|it with)\b|\bsharing (?:options|buttons)|"
        r"\bprint this (?:article|page|story)|get short url|^share\b|\bcompart(?:ir|ilhar) (?:en|no|em)\b",
        14,
    ),
    _phrase(
        "follow",
        "an invitation to follow",
        r"^follow\b|\bfollow (?:us|him|her|me|them|\w+ on)\b|\bfind us on\b|\blike us on\b|"
        r"\bsubscribe to (?:our|us|\w+ on)\b|\bfolgen sie\b|\bsuivez\b|\bsíguenos\b|\bsiga-nos\b|\bseguici\b|"
        r"\bwatch live\b",
        25,
    ),
    _phrase(
        "newsletter",
        "a newsletter or subscription offer",
        r"\bnewsletters?\b|\bsign[- ]?up\b|\bsubscri(?:be|ption|ptions|bers?)\b|\bin your inbox\b|"
        r"\byour e-?mail\b|\bget (?:our|the|your) (?:\w+ ){0,3}(?:daily|weekly|newsletter|latest|app|free)\b|"
        r"\bdownload (?:the|our) .*app\b|\bdownload .*\bapp\b|\babonn(?:ieren|ez|ement|iere)|\bsuscr[ií]b|"
        r"\bassine\b|\biscriviti\b|\breceba em seu e-?mail|\bregister(?:ed)? (?:for|now|here|to)\b|"
        r"\bbecome a (?:member|subscriber)\b|\bподпис|\bsupport (?:us|our)\b|\bdonate\b",
        50,
    ),
    _phrase(
        "comments",
        "comments",
        r"^\(?\d*\)?\s*comments?(?: \(?\d+\)?)?$|\b(?:leave|post|add|write|view|show|read|hide|load|all|"
        r"\d+) (?:a |your |the |all |more |my )?(?:comment|comments|reply|discussion)\b|\bdiscussion thread\b|"
        r"^reply$|\bcomments? (?:are|is|powered|policy)\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b|"
        r"\bcomentários?\b|\bcomment[io]\b|\bкомментари|\breactie|\bdisqus\b|\bjoin the (?:conversation|"
        r"discussion)\b|\bthoughts? on [“\"]|\bas you comment\b",
        40,
    ),
    _phrase(
        "related",
        "links to other pages",
        r"^\W*(?:related|read (?:more|also|next|the|on)|see (?:also|more)|also (?:read|on|see)|more (?:from|on|"
        r"in|stories|top|great|news|like)|recommended|most (?:popular|read|viewed|recent|shared)|popular|"
        r"trending|latest|up next|next up|you (?:may|might) (?:also )?like|don'?t miss|explore further|"
        r"top (?:stories|news|videos?|reads)|in this article|previous (?:post|article|story)|next (?:post|"
        r"article|story)|on \S+\.com:|editor'?s picks?|must[- ]reads?|mehr zum thema|lesen sie|auch interessant|"
        r"lire aussi|à lire|lea también|te puede interesar|leggi anche|veja também|leia (?:mais|também)|"
        r"artigos relacionados|articoli correlati|artículos relacionados|материалы по теме|читайте|関連記事|"
        r"lees ook|latest (?:news|stories)|recommends|from the web|around the web|games featured|you are here|"
        r"похожие|related links|relevant|weiterlesen|what to read next|story timeline)\b",
        40,
    ),
    _phrase(
        "advert",
        "advertising",
        r"^\W*(?:advert(?:isement|ising)?s?|sponsored(?: links?| content| by)?|anzeige|publicité|publicidad|"
        r"publicidade|pubblicità|реклама|スポンサードリンク|promoted|partner content|adchoices|close|ad|"
        r"continue reading(?: below)?|story continues?.*|paid (?:post|content)|scroll to continue.*)\W*$|"
        r"\bcommission\b.*\b(?:links?|purchase|buy)\b|\baffiliate (?:links?|commission)|\bif you (?:buy|"
        r"purchase|click)\b.*\b(?:commission|share|earn)\b",
        45,
    ),
    _phrase(
        "rights",
        "a rights or legal line",
        r"©|\(c\) ?\d{4}|\bcopyright\b|\ball rights reserved\b|\bprivacy (?:policy|notice|statement)\b|"
        r"\bterms (?:of|and|&) (?:use|service|conditions)\b|\bterms of\b|\buser agreement\b|\btous droits\b|"
        r"\balle rechte\b|\btodos los derechos\b|\btodos os direitos\b|\btutti i diritti\b|\bвсе права\b|"
        r"\bdatenschutz|\bimpressum\b|\bmay not be (?:published|reproduced)|\bcookie policy\b|\breprints?\b",
        80,
    ),
    _phrase(
        "cookies",
        "a cookie or consent notice",
        r"\bcookies?\b.*\b(?:we|our|use|accept|consent|site|policy)\b|\b(?:we|our|use|accept|"
        r"consent)\b.*\bcookies?\b|\bi (?:accept|agree)\b|\baccept all\b|\bby (?:signing up|continuing|clicking|"
        r"choosing|submitting)\b|\benable javascript\b|\brequires javascript\b|\bconsent\b.*\bdata\b",
        150,
    ),
    _phrase(
        "picture",
        "a caption or picture credit",
        r"\b(?:getty(?: images)?|shutterstock|afp/getty|istock|alamy|wikimedia|unsplash|picture[- ]alliance|"
        r"epa-efe|reuters/\w+|ap photo|file photo)\b|^\W*(?:photo(?:graph|s)?|image|images|pictures?|pic|foto|"
        r"fotos|bild|crédit|credits?|video|gallery|slideshow|illustration|фото|caption|featured image|"
        r"main image credit)\b\s*(?:[:@/©]|by\b|via\b|credit\b|courtesy\b|\d+ of)|\(?\b(?:image|photo|picture|"
        r"foto|bild)s?\b ?: ?[^)]{2,40}\)?$|^\d+ (?:of|/) \d+$|^(?:image|media) (?:caption|copyright)\b|"
        r"back to gallery|view all \(|\bcourtesy of\b.{0,40}$|\bphotograph by\b|\bsubmitted photo\b|"
        r"^fullscreen$|\b(?:staff )?photo by\b|\bphoto illustration\b",
        60,
    ),
    _phrase(
        "navigation",
        "navigation",
        r"^\W*(?:home(?:page)?|menu|search|log ?in|sign ?in|log ?out|register|skip to.*|continue reading.*|"
        r"to read the full.*|back to.*|contact(?: us)?|about(?: us)?|careers|jobs|help|faqs?|sitemap|site map|"
        r"advertise|archives?|categories|video|videos|photos|live|more|toggle.*|scroll.*top|top|next|"
        r"prev(?:ious)?|« .*|.* »|loading.*|view results|all news|suche|startseite|accueil|inicio|início|busca|"
        r"buscar|voltar|поиск|главная|cerca|cookies?|rss feeds?|podcasts?|subscribe|my account|close|open menu|"
        r"more info|(?:click|tap) here.*|learn more|view more|show more|load more|read more|expand|search for:?|"
        r"enter search terms.*|submit|send|cancel|edit|report error|feedback|give feedback|text size)\W*$",
        10,
    ),
    _phrase(
        "market",
        "share prices",
        r"^\W*(?:open|buy|sell|bid|ask|high|low|close|volume|vol\.?|trading vol\.?|market cap|"
        r"prev\w*)\W*-?\d[\d.,]*[kmb%]?\b|\btrading vol\b|"
        r"^[A-Z][\w&. ]{1,40}\s[+\-−]?\d+[.,]\d+\s*%?(?:\s*\(?[+\-−]\d+[.,]\d+\s*%?\)?)?$|\bquotes? delayed\b|"
        r"\bmarket data\b|\breal[- ]time quotes?\b",
        80,
    ),
    _phrase(
        "author",
        "about the author",
        r"^\W*(?:about (?:the )?author|(?:about|sobre|über|à propos de|om) [A-Z]\w+ [A-Z]\w+$|sobre o autor|"
        r"über den autor|à propos de l'auteur|.* is an? (?:\w+[ -]){0,5}(?:reporter|writer|editor|journalist|"
        r"columnist|correspondent|contributor|author|professor|freelance\w*)\b|more (?:articles|stories|"
        r"posts) (?:from|by)|(?:email|write to|contact|reach) (?:the )?(?:reporters?|author|him|her|"
        r"\w+ \w+) (?:at|on)\b|.*\btwitter\.com/|view all posts|@\w+$|[\w.]+@[\w.]+$|https?://\S+$)",
        45,
    ),
)
"""Each kind of furniture; a line is the first that it matches."""


def furniture(text: str, size: int) -> Phrase | None:
    """Return the kind of page furniture that a line of `size` words is, or None."""
    if len(text) > _LONGEST_LINE:
        return None
    spaced = " ".join(text.split())
    return next((phrase for phrase in FURNITURE if size <= phrase.most and phrase.pattern.search(spaced)), None)


def is_dated(text: str, size: int) -> bool:
    """Whether a line is little else than a date or a time."""
    if size > 22 or len(text) > _LONGEST_LINE:
        return False
    rest = AGO.sub(" ", DATE.sub(" ", text))
    if rest == text:
        return False
    rest = re.sub(
        r"\b(?:published|updated|posted|last|modified|on|at|am|pm|[ap]\.m\.|e[sd]?t|gmt|bst|utc|ist|cst|pt|mon|"
        r"tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|monday|tuesday|wednesday|thursday|friday|saturday|"
        r"sunday|by|original|min|read|first|aktualisiert|publicado|publié|mis à jour|le|am|um|uhr|\d+)\b",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    return len(re.findall(r"\w{2,}", rest)) <= 4
