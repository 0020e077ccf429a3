"""Texts on their way into the store: read on the reader thread, looked over by a person, taken in by the writer."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deskeditor.article.article import Article, new_article
from deskeditor.desk.importing import WORD_TYPE, Read, read_path, read_text, tag_finder, take_in
from deskeditor.desk.sample_article import sample_article
from deskeditor.desk.story_file import STORY_TYPE
from deskeditor.errors import InputError
from deskeditor.ingest.sorting import Slot, Sorting, assemble
from deskeditor.ingest.text_encoding import decoded
from deskeditor.markup.plain_text import body_text
from deskeditor.store.values import Original, Saved
from deskeditor.workspace.kept_leaves import with_leaves_of
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store

PASTED_PAGE: Final = "pasted page"
"""The name of an original that was pasted into an article, HTML and all."""

PAGE_TYPE: Final = "text/html; charset=utf-8"

_EMPTIED: Final = (
    (Slot.HEADLINE, "headline"),
    (Slot.STANDFIRST, "standfirst"),
    (Slot.BULLET, "summary"),
    (Slot.TAGS, "tags"),
    (Slot.BYLINE, "byline"),
    (Slot.BODY, "body"),
    (Slot.HEADING, "body"),
    (Slot.DESK_NOTE, "desk_note"),
    (Slot.RELATED, "related"),
)
"""The fields that sorted lines fill anew."""


def read_pasted(workspace: Workspace, text: str) -> "Future[Read]":
    """Read pasted text; nothing is stored yet."""
    language, new_id = workspace.profile.language, workspace.new_id
    return workspace.read(lambda store: read_text(store, text, language=language, new_id=new_id))


def read_file(workspace: Workspace, path: Path) -> "Future[Read]":
    """Read a file; nothing is stored yet but the pictures it names."""
    language, new_id, media = workspace.profile.language, workspace.new_id, workspace.media
    return workspace.read(lambda store: read_path(store, path, language=language, new_id=new_id, media=media))


def read_again(workspace: Workspace, article: Article) -> "Future[tuple[Read, bool]]":
    """Read what an article was imported from once more, or its body where it was written here.

    The flag says whether there is an original: the body of an article without one may become it.
    Raises InputError where there are no words at all.
    """
    new_id, body = workspace.new_id, body_text(article.body)

    def read(store: "Store") -> tuple[Read, bool]:
        # Pages that were pasted into it are kept as HTML, Word files as they are: their words are in the body.
        kept = [original for original in store.originals(article.id) if original.media_type != PAGE_TYPE]
        originals = [original for original in kept if original.media_type not in (WORD_TYPE, STORY_TYPE)]
        if not originals and not body.strip():
            raise InputError("There are no lines to sort: the body is empty.")
        text = decoded(originals[0].data)[0] if originals else body
        return read_text(store, text, language=article.language, new_id=new_id), bool(kept)

    return workspace.read(read)


def keep_read(workspace: Workspace, read: Read) -> "Future[Saved]":
    """Store the article that was read, its original beside it."""
    person = workspace.person
    return workspace.write(lambda store: take_in(store, read, person=person))


def keep_original(workspace: Workspace, open_article: OpenArticle, original: Original) -> None:
    """Keep what was pasted into an article beside it, boilerplate and all."""
    workspace.saver.save(open_article)
    # The writer does one act after another: the article is there once its original comes.
    workspace.jobs.follow(workspace.write(lambda store: store.keep_original(open_article.id, original)))


def keep_page(workspace: Workspace, open_article: OpenArticle, html: str) -> Original:
    """Keep the HTML that was pasted into an article beside it, and return what is kept."""
    page = Original(name=PASTED_PAGE, media_type=PAGE_TYPE, data=html.encode("utf-8", "replace"))
    keep_original(workspace, open_article, page)
    return page


def sorted_anew(workspace: Workspace, read: Read, sorting: Sorting) -> Read:
    """The same text, its lines sorted as a person wants them."""
    if sorting == read.imported.sorting:
        return read
    article = read.imported.article
    base = new_article(article.id, article.created, language=article.language)
    base = replace(base, embargo=article.embargo, hold=article.hold)
    sorted_article = _assembled(workspace, sorting, base)
    imported = replace(read.imported, article=sorted_article, sorting=sorting, dropped=sorting.dropped)
    return replace(read, imported=imported)


def sort_into(workspace: Workspace, open_article: OpenArticle, sorting: Sorting, *, read_as: Sorting) -> None:
    """Fill an open article's fields from sorted lines, as one step.

    A field is emptied first where `sorting`, or what the reader made of the text (`read_as`), has lines for it.
    A headline that was typed, and is not among the lines, stays. So do the marks of the words that
    stay in the body, and its pictures and tables. Claims are laid on their words wherever these went.
    """
    from deskeditor.factcheck.placing import with_claims_of

    article = open_article.article
    blank = new_article(article.id, article.created, language=article.language)
    told = {line.slot for lines in (sorting.lines, read_as.lines) for line in lines}
    fields = {name: getattr(blank, name) for slot, name in _EMPTIED if slot in told}
    emptied = replace(article, **fields)
    filled = _assembled(workspace, sorting, emptied)
    filled = replace(filled, body=with_leaves_of(filled.body, article.body))
    open_article.take_over(with_claims_of(filled, article), "sorting into fields")


def open_sample(workspace: Workspace) -> None:
    """Turn to the sample article, and store it."""
    article = sample_article(new_id=workspace.new_id, at=workspace.now(), tag_named=workspace.tag_labelled)
    workspace.turn_to(article, None)
    workspace.save_current()


def _assembled(workspace: Workspace, sorting: Sorting, base: Article) -> Article:
    known = workspace.known_tags
    return assemble(
        sorting,
        base=base,
        tag_named=tag_finder(known, workspace.new_id),
        new_id=workspace.new_id,
        known_tags=[tag.label for tag in known],
    )
