"""The page is the article as a reader may see it: whole, in order, described to machines, and harmless."""

import hashlib
import json
import os
import re
import subprocess
import sys
import textwrap
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from deskeditor.article.article import Access, Article, BylineName, Credit, Publication
from deskeditor.article.body import Embed, body_of
from deskeditor.article.line import EMPTY_LINE
from deskeditor.article.published import published, published_line
from deskeditor.article.workflow import Stage
from deskeditor.export import Format, render, render_fragment, render_page
from deskeditor.media import MediaStore
from deskeditor.profile import Profile, load_profile
from tests.export.hostile import hostile_piece
from tests.export.pieces import (
    AT,
    CANARY,
    arabic_piece,
    bare_piece,
    canary_piece,
    ferry_piece,
    harbour_profile,
    unpublished_piece,
)
from tests.strategies import FEW, articles

GOLDEN = Path(__file__).parent / "golden"
DEFAULT = load_profile(None)


class Elements(HTMLParser):
    """The start tags and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self._inside == "script" else self.words).append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def meta(self) -> dict[str, str]:
        return {
            str(tag.get("name") or tag.get("property")): str(tag["content"])
            for tag in self.named("meta")
            if "name" in tag or "property" in tag
        }


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "media")


@pytest.fixture
def harbour(tmp_path: Path) -> Profile:
    return harbour_profile(tmp_path)


def _page(article: Article, profile: Profile, media: MediaStore | None = None) -> str:
    return render_page(article, profile, media).decode()


def _data(html: str) -> dict[str, Any]:
    (script,) = Elements(html).scripts
    return json.loads(script)  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", ["ferry", "unpublished", "arabic", "bare"])
def test_pages_are_as_they_were(name: str, media: MediaStore, harbour: Profile) -> None:
    piece = {
        "ferry": ferry_piece(media),
        "unpublished": unpublished_piece(media),
        "arabic": arabic_piece(),
        "bare": bare_piece(),
    }[name]
    profile = DEFAULT if name == "bare" else harbour
    written = {
        f"{name}.html": render_page(piece, profile, media),
        f"{name}.fragment.html": render_fragment(piece, profile, media),
    }
    for file, data in written.items():
        if os.environ.get("DESKEDITOR_WRITE_GOLDEN"):
            (GOLDEN / file).write_bytes(data)
        assert data == (GOLDEN / file).read_bytes(), f"{file} changed: look at it, then set DESKEDITOR_WRITE_GOLDEN=1"


@pytest.mark.parametrize("fmt", Format)
def test_exporting_twice_gives_the_same_bytes(fmt: Format, media: MediaStore, harbour: Profile) -> None:
    again = MediaStore(media.path("0" * 64 + ".png").parents[2] / "again")
    assert render(ferry_piece(media), fmt, harbour, media=media) == render(
        ferry_piece(again), fmt, harbour, media=again
    )


@pytest.mark.parametrize("fmt", Format)
def test_nothing_internal_leaves(fmt: Format, media: MediaStore, harbour: Profile) -> None:
    internal, clean = canary_piece(media), ferry_piece(media)
    rendered = render(internal, fmt, harbour, media=media)
    told = b"".join(
        (rendered.name.encode(), rendered.data, *(file.path.encode() + file.data for file in rendered.files))
    )
    assert CANARY in repr(internal)
    for secret in (CANARY, "1987", "198706", str(internal.id), "claim-", "note-leaf"):
        assert secret.encode() not in told
    assert rendered == render(clean, fmt, harbour, media=media)


@pytest.mark.parametrize("fmt", [Format.HTML, Format.FRAGMENT])
def test_newsroom_labels_and_terms_stay_off_the_page(fmt: Format, media: MediaStore) -> None:
    piece = replace(ferry_piece(media), slugline=CANARY, usage_terms=CANARY)
    assert CANARY.encode() not in render(piece, fmt, DEFAULT, media=media).data


def test_parts_stand_in_the_order_they_are_read(media: MediaStore, harbour: Profile) -> None:
    page = _page(ferry_piece(media), harbour, media)
    parts = [
        'class="section"', 'class="premium"', "<h1>", 'class="standfirst"', 'class="byline"', 'class="credit"',
        'datetime="2026-03-04T10:30:00+01:00"', 'class="lead"', 'class="editors-note"', '<section class="summary">',
        '<div class="body">', "HARBOUR TOWN — The result", 'class="about"', 'class="tags"', '<nav class="related">',
    ]  # fmt: skip
    places = [page.index(part, page.index("<body>")) for part in parts]
    assert places == sorted(places)
    assert page.count("<h1") == 1
    assert page.count("<article") == 1


def test_the_summary_is_a_list_of_the_bullets_with_their_marks(media: MediaStore) -> None:
    page = _page(ferry_piece(media), DEFAULT, media)
    summary = page[page.index('<section class="summary">') : page.index("</section>")]
    assert summary.count("<li>") == 3
    assert "<li>The council must order a <strong>new</strong> ferry.</li>" in summary


def test_machines_are_told_what_readers_see(media: MediaStore, harbour: Profile) -> None:
    data = _data(_page(ferry_piece(media), harbour, media))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Harbour town keeps Solveig, its ferry"
    assert data["author"] == [{"@type": "Person", "name": name} for name in ("Ada Holm", "Jonas Vik", "Per Strand")]
    assert data["datePublished"] == "2026-03-04T10:30:00+01:00"
    assert data["dateModified"] == "2026-03-04T13:30:00+01:00"
    assert data["publisher"]["name"] == "The Harbour Gazette"
    assert data["sourceOrganization"]["name"] == "Coast Press"
    assert data["isAccessibleForFree"] is False
    assert data["keywords"] == ["Ferries", "Ports & harbours"]
    assert data["inLanguage"] == "en-GB"
    assert data["url"] == "https://gazette.example/politics/harbour-town-keeps-its-ferry"


def test_feeds_and_cards_are_told_too(media: MediaStore, harbour: Profile) -> None:
    page = Elements(_page(ferry_piece(media), harbour, media))
    meta = page.meta()
    assert meta["og:title"] == meta["twitter:title"] == "They were offered a bridge. They chose the boat."
    assert meta["og:type"] == "article"
    assert meta["og:locale"] == "en_GB"
    assert meta["article:published_time"] == "2026-03-04T10:30:00+01:00"
    assert meta["description"] == meta["twitter:description"] == ferry_piece(media).standfirst.text
    assert page.named("link") == [
        {"rel": "canonical", "href": "https://gazette.example/politics/harbour-town-keeps-its-ferry"}
    ]
    assert "Ferry vote: harbour town keeps its boat – The Harbour Gazette" in page.words


def test_an_article_without_people_is_its_agencys() -> None:
    piece = replace(bare_piece(), credit=Credit(name="Coast Press", url="https://coast.example"))
    assert _data(_page(piece, DEFAULT))["author"] == [
        {"@type": "Organization", "name": "Coast Press", "url": "https://coast.example"}
    ]


def test_before_publication_the_intended_time_shows_and_no_machine_hears_of_it(
    media: MediaStore, harbour: Profile
) -> None:
    page = _page(unpublished_piece(media), harbour, media)
    assert "Not for publication before" in page
    assert 'datetime="2026-03-04T18:30:00+01:00"' in page
    data = _data(page)
    assert "datePublished" not in data
    assert "dateModified" not in data
    assert not {name for name in Elements(page).meta() if name.endswith("_time")}


def test_a_piece_that_was_not_changed_is_not_updated() -> None:
    piece = replace(bare_piece(), publication=Publication(at=AT))
    page = _page(piece, DEFAULT)
    assert "Updated" not in page
    assert "dateModified" not in _data(page)
    assert "Updated" in _page(replace(piece, modified=AT + timedelta(minutes=1)), DEFAULT)


def test_the_live_address_goes_before_the_pattern(harbour: Profile) -> None:
    piece = replace(bare_piece(), url_slug="x", publication=Publication(at=AT, url="https://gazette.example/live"))
    assert _data(_page(piece, harbour))["url"] == "https://gazette.example/live"


def test_a_language_from_right_to_left_runs_that_way(harbour: Profile) -> None:
    page = _page(arabic_piece(), harbour)
    assert '<html lang="ar" dir="rtl">' in page
    assert "بقلم" in page
    assert 'lang="en"' not in page[page.index("<article") :]


def test_labels_in_another_language_say_so(harbour: Profile) -> None:
    page = _page(replace(arabic_piece(), language="fa"), harbour)
    assert '<html lang="fa" dir="rtl">' in page
    assert '<h2 lang="en" dir="ltr">Key points</h2>' in page


def test_free_pieces_have_no_premium_label() -> None:
    page = _page(replace(bare_piece(), access=Access.FREE), DEFAULT)
    assert 'class="premium"' not in page
    assert _data(page)["isAccessibleForFree"] is True


@pytest.mark.parametrize(
    ("names", "shown"), [(["A"], "By A"), (["A", "B"], "By A and B"), (["A", "B", "C"], "By A, B and C"), ([], None)]
)
def test_bylines_read_as_they_are_spoken(names: list[str], shown: str | None) -> None:
    piece = replace(bare_piece(), byline=tuple(BylineName(name=name) for name in names))
    page = _page(piece, DEFAULT)
    found = re.search(r'<address class="byline">(.*)</address>', page)
    assert (re.sub("<[^>]*>", "", found.group(1)) if found else None) == shown


def test_an_empty_article_is_still_a_page() -> None:
    page = _page(replace(bare_piece(), headline=EMPTY_LINE, body=body_of([])), DEFAULT)
    assert "<h1>Untitled</h1>" in page
    assert "<title>Untitled</title>" in page


def test_a_self_contained_page_is_the_other_with_its_pictures_inside(media: MediaStore, harbour: Profile) -> None:
    piece = ferry_piece(media)
    beside = render_page(piece, harbour, media, inline=False).decode()
    files = {file.path: file.data for file in render(piece, Format.FRAGMENT, harbour, media=media).files}
    assert len(files) == 2

    def address(found: re.Match[str]) -> str:
        return f'src="data:image/png;base64,{b64encode(files[found.group(1)]).decode()}"'

    assert re.sub(r'src="(media/[^"]*)"', address, beside) == render_page(piece, harbour, media).decode()


def test_pictures_leave_without_what_the_camera_wrote(media: MediaStore, harbour: Profile) -> None:
    piece = ferry_piece(media)
    page = Elements(_page(piece, harbour, media))
    inside = [b64decode(str(image["src"]).partition(",")[2]) for image in page.named("img")]
    stored = [media.read(image.media) for image in (piece.lead_image,) if image] + [
        media.read(leaf.media) for leaf in piece.body if hasattr(leaf, "media")
    ]
    assert any(b"59.91" in data for data in stored)
    assert not any(b"59.91" in data for data in inside)
    assert (page.named("img")[0]["width"], page.named("img")[0]["height"]) == ("12", "8")


def test_a_missing_picture_does_not_stop_a_page() -> None:
    assert b"media/" in render_page(hostile_piece(), DEFAULT)


def test_hostile_copy_is_words_and_nothing_else(harbour: Profile) -> None:
    for profile in (DEFAULT, harbour):
        page = Elements(_page(hostile_piece(), profile))
        assert [tag.get("type") for tag in page.named("script")] == ["application/ld+json"]
        assert len(page.named("style")) == 1
        assert len(page.named("title")) == 1
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on")], tag
            for name in ("href", "src"):
                assert not re.match(r"\s*(javascript|data:text|vbscript)", attributes.get(name) or "", re.IGNORECASE)
        assert {tag.get("alt") is not None for tag in page.named("img")} == {True}
        assert all("onerror=alert" not in str(tag.get("src")) for tag in page.named("img"))


def test_hostile_copy_is_still_told_to_machines_as_it_stands() -> None:
    data = _data(_page(hostile_piece(), DEFAULT))
    assert data["headline"].startswith("</title></script>")
    assert "url" not in data


def test_the_page_asks_for_nothing_and_lets_no_script_run(media: MediaStore, harbour: Profile) -> None:
    html = _page(ferry_piece(media), harbour, media)
    page = Elements(html)
    assert all(str(image["src"]).startswith("data:image/") for image in page.named("img"))
    assert "url(" not in html
    assert "@import" not in html
    assert {tag for tag, _ in page.tags} & {"iframe", "object", "embed", "form", "base", "video", "audio"} == set()
    policy = next(str(tag["content"]) for tag in page.named("meta") if "http-equiv" in tag)
    digest = b64encode(hashlib.sha256(page.scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert "connect-src 'none'" in policy


@settings(max_examples=FEW)
@given(articles())
def test_any_article_is_one_page(article: Article) -> None:
    html = _page(article, DEFAULT)
    page = Elements(html)
    assert len(page.named("h1")) == 1
    assert [tag.get("type") for tag in page.named("script")] == ["application/ld+json"]
    json.loads(page.scripts[0])
    assert render_page(article, DEFAULT).decode() == html


@pytest.mark.parametrize("fmt", [Format.HTML, Format.MARKDOWN])
@settings(max_examples=FEW, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(article=articles())
def test_no_internal_field_of_any_article_makes_a_difference(fmt: Format, article: Article) -> None:
    outward = replace(
        article,
        created=AT,
        hold=None,
        legal_read=None,
        assignee=None,
        due=None,
        target_words=None,
        desk_note="",
        stage=Stage.DRAFT,
        spiked_from=None,
        headline=published_line(article.headline),
        standfirst=published_line(article.standfirst),
        editors_note=published_line(article.editors_note),
        summary=tuple(replace(point, line=published_line(point.line)) for point in article.summary),
        body=published(article.body),
    )
    assert render(article, fmt, DEFAULT) == render(outward, fmt, DEFAULT)


def test_bytes_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    program = """
        import sys
        from pathlib import Path
        from deskeditor.article.body import Paragraph, body_of
        from deskeditor.article.line import MarkKind, join_lines
        from deskeditor.export import Format, render
        from deskeditor.media import MediaStore
        from tests.export.pieces import ferry_piece, harbour_profile, marked
        from dataclasses import replace

        folder = Path(sys.argv[1])
        media = MediaStore(folder / "media")
        kinds = [MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SUPERSCRIPT]
        line = join_lines([marked("a", *kinds[:3]), marked("b", *kinds), marked("c", *kinds[2:])])
        piece = replace(ferry_piece(media), body=body_of([Paragraph(line=line)]))
        for fmt in Format:
            sys.stdout.buffer.write(render(piece, fmt, harbour_profile(folder), media=media).data)
        """
    written = {
        subprocess.run(
            [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(written) == 1


Rendering = Callable[[Article, Profile, MediaStore], bytes]


@pytest.mark.parametrize("rendering", [render_page, render_fragment])
def test_pages_end_their_lines_as_one_system_does(rendering: Rendering, media: MediaStore, harbour: Profile) -> None:
    data = rendering(ferry_piece(media), harbour, media)
    assert b"\r" not in data
    assert data.endswith(b">\n")


def _film_profile(folder: Path) -> Profile:
    (folder / "profile.toml").write_text('[embeds]\nframes = ["youtube", "soundcloud"]\n', encoding="utf-8")
    return load_profile(folder)


FILM = Embed(url="https://youtu.be/a_B-c3D4e5F?si=tracker", title='The "long" count')
ELSEWHERE = Embed(url="https://vimeo.com/123456", title="Another site")


def test_a_site_that_the_profile_names_plays_in_the_page(tmp_path: Path) -> None:
    article = replace(bare_piece(), body=body_of([FILM, ELSEWHERE]))
    page = Elements(_page(article, _film_profile(tmp_path)))
    (frame,) = page.named("iframe")
    assert frame["src"] == "https://www.youtube-nocookie.com/embed/a_B-c3D4e5F"
    assert frame["title"] == FILM.title
    assert "allow-top-navigation" not in str(frame["sandbox"])
    policy = next(tag for tag in page.named("meta") if tag.get("http-equiv") == "Content-Security-Policy")
    assert "frame-src https://www.youtube-nocookie.com;" in str(policy["content"])
    # Who can't load it, or reads the page on paper, still has the link.
    assert {link["href"] for link in page.named("a")} >= {FILM.url, ELSEWHERE.url}


def test_no_page_has_a_frame_unless_the_profile_says_so() -> None:
    html = _page(replace(bare_piece(), body=body_of([FILM, ELSEWHERE])), DEFAULT)
    assert Elements(html).named("iframe") == []
    assert "frame-src 'none'" in html
