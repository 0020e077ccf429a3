"""The copy of a piece as its facts are looked for: which texts say it, and which repeat it in short."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deskeditor.article.article import Article
from deskeditor.article.body import Attribution, Code, Paragraph, is_quoted, leaf_text
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.quotations import opens_with_quotation
from deskeditor.factcheck.text_facts import Text, names_of, seen_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Every name of the copy with its place, the texts that say it in short, and the body's words."""

    names: tuple[tuple[Place, str], ...]
    in_short: tuple[tuple[Place, str], ...]
    body: str


def texts_of(article: Article) -> Iterator[tuple[Place, Text]]:
    """Each text of the copy with its place, in its order."""
    language = article.language.split("-")[0].casefold()
    yield Place(field=Field.HEADLINE), Text(words=article.headline.text, language=language)
    yield Place(field=Field.STANDFIRST), Text(words=article.standfirst.text, language=language)
    for bullet in article.summary:
        yield Place(field=Field.SUMMARY, bullet=bullet.id), Text(words=bullet.line.text, language=language)
    leaves = article.body.leaves
    for number, leaf in enumerate(leaves):
        if isinstance(leaf, Code):
            continue
        following = leaves[number + 1] if number + 1 < len(leaves) else None
        yield (
            Place(field=Field.BODY, leaf=number),
            Text(
                words=leaf_text(leaf),
                language=language,
                quoted=is_quoted(leaf) and not isinstance(leaf, Attribution),
                goes_on=isinstance(following, Paragraph) and opens_with_quotation(following.line.text),
            ),
        )


def is_in_short(place: Place) -> bool:
    """Whether a text says in short what the body says: the headline, a summary bullet."""
    return place.field in (Field.HEADLINE, Field.SUMMARY)


def piece_of(article: Article) -> Piece:
    """The names and texts of a piece, for comparing them with each other."""
    texts = list(texts_of(article))
    seen = seen_in(text for _, text in texts)
    return Piece(
        names=tuple(
            (replace(place, start=start, end=end), text.words[start:end])
            for place, text in texts
            for start, end in names_of(text, seen)
        ),
        in_short=tuple((place, text.words) for place, text in texts if is_in_short(place)),
        body="\n".join(text.words for place, text in texts if place.field is Field.BODY),
    )
