"""The article itself tells which of its words are names."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from pytestqt.qtbot import QtBot

from deskeditor.article.article import BylineName, Credit, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.article.tags import Tag
from deskeditor.workspace.article_names import ArticleNames, words_of_fields
from deskeditor.workspace.open_article import OpenArticle


def opened(*paragraphs: str) -> OpenArticle:
    body = body_of([Paragraph(line=plain_line(text)) for text in paragraphs])
    article = replace(new_article(uuid4(), datetime(2026, 5, 1, tzinfo=UTC)), body=body)
    return OpenArticle(article, counter=1, new_id=uuid4)


def test_the_words_of_the_fields(qapp: object) -> None:
    article = replace(
        opened().article,
        tags=(Tag(id=uuid4(), label="Zzyzx Group"),),
        byline=(BylineName(name="Mira O’Aldous"),),
        credit=Credit(name="Soundwire", about="Of Marlow"),
        section="Harbour",
        dateline="OSK, 1 May",
    )
    words = {"Zzyzx", "Group", "Mira", "O’Aldous", "Soundwire", "Harbour", "OSK", "May"}
    assert words_of_fields(article) == words


def test_a_name_inside_a_sentence_is_known_as_long_as_it_stands_there(qtbot: QtBot) -> None:
    names = ArticleNames()
    article = opened("Okoro sailed.", "Then Aldous sailed.")
    names.show_open_article(article)
    assert not names.is_inside("Okoro")
    assert names.is_inside("Aldous")
    with qtbot.waitSignal(names.changed):
        article.set_body(body_of([Paragraph(line=plain_line("Then Okoro sailed."))]))
    assert names.is_inside("Okoro")
    assert not names.is_inside("Aldous")


def test_fields_tell_and_another_article_has_others(qtbot: QtBot) -> None:
    names = ArticleNames()
    article = opened("Then Okoro sailed.")
    names.show_open_article(article)
    with qtbot.waitSignal(names.changed):
        article.set_field(Change.SECTION, "Zzyzx")
    assert names.listed == {"Zzyzx"}
    with qtbot.assertNotEmitted(names.changed):
        article.set_field(Change.DESK_NOTE, "Ask Marlow")
    names.show_open_article(opened())
    assert not names.listed
    assert not names.is_inside("Okoro")
