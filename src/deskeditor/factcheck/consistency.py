"""Where a piece contradicts itself: a name spelt two ways, a headline or bullet that says what the body doesn't."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.finding import Finding, Severity
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.amounts import amounts_in
from deskeditor.factcheck.body_words import WORD, BodyWords
from deskeditor.factcheck.names import is_in_title_case
from deskeditor.factcheck.piece import Piece, piece_of
from deskeditor.factcheck.places import is_place
from deskeditor.factcheck.quotations import quotations_in
from deskeditor.factcheck.spellings import spelt_two_ways
from deskeditor.language.folding import fold

CONSISTENCY: Final = MappingProxyType(
    {
        "claims.name-spelt-two-ways": Severity.WARNING,
        "claims.number-not-in-body": Severity.WARNING,
        "claims.name-not-in-body": Severity.WARNING,
        "claims.quotation-differs": Severity.WARNING,
    }
)
"""Each code with its severity unless the profile sets another."""

_ABOUT: Final = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|more than|less than|up to|at least|roughly|fast|rund|etwa|mehr als|"
    r"über|knapp|около|почти|более|больше|свыше|мոտ|շուրջ|ավելի քան|environ|"
    r"plus de|cerca de|más de|casi|yaklaşık)\s*\W?\s*$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"(?:^|\b(?:part|teil|часть|chapter|episode|no|№|vol)\W?\s*)$", re.IGNORECASE)
_FEW_WORDS: Final = 4


def consistency(article: Article, texts: Mapping[int, str] = MappingProxyType({})) -> tuple[Finding, ...]:
    """What in the copy doesn't go together, in its order.

    `texts` holds the text of sources by their numbers: quotations that a claim says to stand on one are looked
    for in it.
    """
    piece = piece_of(article)
    return (*_spellings(piece), *_missing(piece), *_differing(article, texts))


def _finding(code: str, text: str, place: Place) -> Finding:
    return Finding(severity=CONSISTENCY[code], code=code, text=text, place=place)


def _spellings(piece: Piece) -> Iterator[Finding]:
    names = [" ".join(words.split()) for _, words in piece.names]
    for rarer, usual in spelt_two_ways(names):
        place = next(place for place, words in piece.names if " ".join(words.split()) == rarer)
        yield _finding(
            "claims.name-spelt-two-ways", f"“{rarer}” is written “{usual}” elsewhere: one name, or two?", place
        )


def _missing(piece: Piece) -> Iterator[Finding]:
    body = BodyWords(piece.body)
    if not body.words:
        return
    for place, text in piece.in_short:
        where = "the headline" if place.field is Field.HEADLINE else "a summary point"
        for start, end, amount in amounts_in(text):
            before = text[:start]
            # `7 ways to …`, `part 2`: what a piece counts of itself is not in it.
            if place.field is Field.HEADLINE and _LISTED.search(before):
                continue
            if not body.has_amount(amount, roughly=_ABOUT.search(before) is not None):
                yield _finding(
                    "claims.number-not-in-body",
                    f"“{text[start:end]}” is in {where}, but not in the body.",
                    replace(place, start=start, end=end),
                )
        for start, end in _names_in_short(piece, place, text):
            if not body.has_name(text[start:end]):
                yield _finding(
                    "claims.name-not-in-body",
                    f"“{text[start:end]}” is in {where}, but not in the body.",
                    replace(place, start=start, end=end),
                )


def _names_in_short(piece: Piece, whole: Place, text: str) -> Iterator[tuple[int, int]]:
    """The names of a headline or bullet; where every word has a capital, only what is written as names alone are."""
    titled = is_in_title_case(text)
    for place, words in piece.names:
        if replace(place, start=0, end=0) != whole:
            continue
        if not titled:
            yield place.start, place.end
            continue
        for word in WORD.finditer(words):
            bare = word.group().rstrip(".")
            if is_place(bare) or (bare.isupper() and len(bare) > 1 and not text.isupper()):
                yield place.start + word.start(), place.start + word.start() + len(bare)


def _differing(article: Article, texts: Mapping[int, str]) -> Iterator[Finding]:
    lying = claimed_words(article)
    plain = {number: _plain(text) for number, text in texts.items()}
    for claim in article.claims:
        words = lying.get(claim.id)
        evidence = [one for one in claim.evidence if not one.contradicts]
        given = [plain[one.source] for one in evidence if one.source in plain]
        # Where a line of the source was pasted as the place in it, that is its text.
        given += [line for one in evidence if len((line := _plain(one.locator)).split()) >= _FEW_WORDS]
        if words is None or not given:
            continue
        for start, end in quotations_in(words.words):
            quoted = _plain(words.words[start:end])
            if quoted and not any(quoted in text for text in given):
                yield _finding(
                    "claims.quotation-differs",
                    f"Number {claim.number}: {words.words[start:end]} does not stand so in its source.",
                    words.places[0],
                )


def _plain(text: str) -> str:
    """The words of a quotation alone: what is left out (…) and put in [so] is not compared."""
    return " ".join(WORD.findall(fold(re.sub(r"\[[^\]]*\]", " ", text)).replace(".", " ")))
