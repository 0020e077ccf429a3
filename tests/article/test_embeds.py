"""Which links may become a player in the page, and at which address."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.embeds import Provider, frame_of

EVERY = frozenset(Provider)
CLIP = "a_B-c3D4e5F"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (f"https://www.youtube.com/watch?v={CLIP}", f"https://www.youtube-nocookie.com/embed/{CLIP}"),
        (
            f"https://youtube.com/watch?feature=x&v={CLIP}&t=90s",
            f"https://www.youtube-nocookie.com/embed/{CLIP}?start=90",
        ),
        (f"https://youtu.be/{CLIP}?si=tracker", f"https://www.youtube-nocookie.com/embed/{CLIP}"),
        (f"https://m.youtube.com/shorts/{CLIP}", f"https://www.youtube-nocookie.com/embed/{CLIP}"),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456?dnt=1"),
        ("https://dai.ly/x8abcd", "https://geo.dailymotion.com/player.html?video=x8abcd"),
        (
            "https://open.spotify.com/episode/0123456789abcdefABCDEF?si=1",
            "https://open.spotify.com/embed/episode/0123456789abcdefABCDEF",
        ),
        (
            "https://soundcloud.com/the-harbour/tide-tables",
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fthe-harbour%2Ftide-tables",
        ),
    ],
)
def test_a_link_to_a_clip_leads_to_its_player(url: str, address: str) -> None:
    frame = frame_of(url, EVERY)
    assert frame is not None
    assert frame.address == address
    assert address.startswith(f"{frame.origin}/")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=short",
        f"https://youtube.com.example.org/watch?v={CLIP}",
        f"https://evil-youtube.com/watch?v={CLIP}",
        f"https://user@youtube.com/watch?v={CLIP}",
        f"https://youtube.com:8443/watch?v={CLIP}",
        f"javascript://youtube.com/watch?v={CLIP}",
        f'https://www.youtube.com/watch?v={CLIP}"onload=x',
        "https://vimeo.com/channels/staff",
        "https://soundcloud.com/only-a-person",
        "https://open.spotify.com/user/somebody",
        "https://video.example/watch?v=1",
        "https://[broken",
        "",
    ],
)
def test_any_other_link_stays_a_card(url: str) -> None:
    assert frame_of(url, EVERY) is None


def test_a_site_that_the_profile_does_not_name_stays_a_card() -> None:
    url = f"https://youtu.be/{CLIP}"
    assert frame_of(url, frozenset()) is None
    assert frame_of(url, EVERY - {Provider.YOUTUBE}) is None
    assert frame_of(url, {Provider.YOUTUBE}) is not None


@given(
    st.sampled_from(("www.youtube.com", "youtu.be", "vimeo.com", "dai.ly", "open.spotify.com", "soundcloud.com")),
    st.text(max_size=60),
)
def test_no_link_leads_a_frame_to_another_host(host: str, rest: str) -> None:
    frame = frame_of(f"https://{host}/{rest}", EVERY)
    if frame is not None:
        assert urlsplit(frame.address).hostname in {
            "www.youtube-nocookie.com",
            "player.vimeo.com",
            "geo.dailymotion.com",
            "open.spotify.com",
            "w.soundcloud.com",
        }
        assert frame.address.isascii()
        assert not set(frame.address) & set("\"'<> \n\\")
