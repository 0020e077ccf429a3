"""A Markdown file holds every published field under names that a reader finds again."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings

from deskeditor.article.article import Article, Credit
from deskeditor.article.published import published, published_line
from deskeditor.export import Format, render
from deskeditor.export.markdown_file import write_markdown_file
from deskeditor.markup.markdown_reader import read_markdown, read_markdown_line
from deskeditor.media import MediaStore
from deskeditor.profile import load_profile
from tests.export.pieces import bare_piece, ferry_piece
from tests.strategies import FEW, articles


def _parts(data: bytes) -> tuple[dict[str, object], str]:
    text = data.decode()
    assert text.startswith("---\n")
    matter, _, body = text.removeprefix("---\n").partition("\n---\n")
    return yaml.safe_load(matter), body.removeprefix("\n")


def test_fields_stand_in_front_and_the_body_below(tmp_path_factory: pytest.TempPathFactory) -> None:
    piece = ferry_piece(MediaStore(tmp_path_factory.mktemp("media")))
    fields, body = _parts(write_markdown_file(piece))
    assert list(fields) == [
        "title", "standfirst", "summary", "tags", "byline", "credit", "section", "dateline", "slugline", "slug",
        "language", "access", "date", "image", "related", "search_headline", "social_headline", "editors_note",
    ]  # fmt: skip
    assert fields["title"] == "Harbour town keeps *Solveig*, its ferry"
    assert fields["summary"] == [
        "61 percent voted for four crowns a crossing.",
        "The council must order a **new** ferry.",
        "A bridge stays on paper.",
    ]
    assert fields["byline"] == ["Ada Holm", "Jonas Vik", "Per Strand"]
    assert fields["credit"] == {
        "name": "Coast Press",
        "url": "https://coast.example/",
        "about": "Coast Press is a cooperative of nine newsrooms.\nIt reports on harbours.",
    }
    assert fields["access"] == "premium"
    assert fields["related"] == [
        {"title": "Why the bridge became so expensive", "url": "https://example.org/bridge"},
        {"title": "A winter without a timetable"},
    ]
    assert body.startswith("The result was read out in the old customs hall a little after nine.\n")
    assert body.endswith("\n")


def test_what_is_empty_is_left_out() -> None:
    fields, _ = _parts(write_markdown_file(bare_piece()))
    assert fields == {"title": "Ferry late", "language": "en", "access": "free"}


@pytest.mark.parametrize(
    "label", ["2024", "yes", "null", "- x", "a: b", "# c", "“q”", "'", "\u2028x", "🚢", "a\u00a0b"]
)
def test_words_that_look_like_yaml_stay_words(label: str) -> None:
    fields, _ = _parts(write_markdown_file(replace(bare_piece(), section=label, credit=Credit(about=label))))
    assert (fields["section"], fields["credit"]) == (label, {"about": label})


@settings(max_examples=FEW)
@given(articles())
def test_what_is_written_is_read_back(article: Article) -> None:
    fields, body = _parts(write_markdown_file(article))
    assert read_markdown(body).body == published(article.body)
    assert read_markdown_line(str(fields.get("title", ""))) == published_line(article.headline)
    assert fields.get("tags", []) == [tag.label for tag in article.tags]


def test_pictures_go_beside_the_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    media = MediaStore(tmp_path_factory.mktemp("media"))
    rendered = render(ferry_piece(media), Format.MARKDOWN, load_profile(None), media=media)
    assert rendered.name == "harbour-town-keeps-its-ferry.md"
    assert len(rendered.files) == 2
    assert all(file.path.encode() in rendered.data for file in rendered.files)
