"""Whose embeds a page may show in a frame, and at which address: known by the shape of the link alone."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit


class Provider(StrEnum):
    """Sites that offer a player for other sites' pages. The value is what a profile names them by."""

    DAILYMOTION = "dailymotion"
    SOUNDCLOUD = "soundcloud"
    SPOTIFY = "spotify"
    VIMEO = "vimeo"
    YOUTUBE = "youtube"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A player in a page: its address, and whether it is a film's, of 16 to 9, or a low bar that plays sound."""

    provider: Provider
    address: str
    is_film: bool

    @property
    def origin(self) -> str:
        """The scheme and host that the page must let in."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


_HOSTS: Final = MappingProxyType(
    {
        "dailymotion.com": Provider.DAILYMOTION,
        "dai.ly": Provider.DAILYMOTION,
        "soundcloud.com": Provider.SOUNDCLOUD,
        "open.spotify.com": Provider.SPOTIFY,
        "vimeo.com": Provider.VIMEO,
        "player.vimeo.com": Provider.VIMEO,
        "youtube.com": Provider.YOUTUBE,
        "m.youtube.com": Provider.YOUTUBE,
        "youtu.be": Provider.YOUTUBE,
        "youtube-nocookie.com": Provider.YOUTUBE,
    }
)
_YOUTUBE: Final = re.compile(r"/(?:embed/|shorts/|live/|v/)?([A-Za-z0-9_\-]{11})/?")
_YOUTUBE_ID: Final = re.compile(r"[A-Za-z0-9_\-]{11}")
_VIMEO: Final = re.compile(r"/(?:video/)?([0-9]{1,12})/?")
_DAILYMOTION: Final = re.compile(r"/(?:embed/)?(?:video/)?(x[a-z0-9]{4,12})/?")
_SPOTIFY: Final = re.compile(r"/(?:embed/)?(track|album|playlist|episode|show|artist)/([A-Za-z0-9]{22})/?")
_SOUNDCLOUD: Final = re.compile(r"/[A-Za-z0-9_\-]{1,80}/(?:sets/)?[A-Za-z0-9_\-]{1,200}/?")
_SECONDS: Final = re.compile(r"([0-9]{1,6})s?")


def frame_of(url: str, allowed: Collection[Provider]) -> Frame | None:
    """The frame in which a page may show the embed at `url`; None where it stays a link card.

    Only the part of the address that names the clip goes into the frame's: nothing else of it is taken over.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        is_plain = parts.scheme in ("http", "https") and parts.port is None and parts.username is None
    except ValueError:
        return None
    provider = _HOSTS.get(host)
    if provider is None or provider not in allowed or not is_plain:
        return None
    match provider:
        case Provider.YOUTUBE:
            return _youtube(host, parts.path, parts.query)
        case Provider.VIMEO:
            found = _VIMEO.fullmatch(parts.path)
            return found and _film(provider, f"https://player.vimeo.com/video/{found.group(1)}?dnt=1")
        case Provider.DAILYMOTION:
            found = _DAILYMOTION.fullmatch(parts.path)
            return found and _film(provider, f"https://geo.dailymotion.com/player.html?video={found.group(1)}")
        case Provider.SPOTIFY:
            found = _SPOTIFY.fullmatch(parts.path)
            address = found and f"https://open.spotify.com/embed/{found.group(1)}/{found.group(2)}"
            return Frame(provider=provider, address=address, is_film=False) if address else None
        case Provider.SOUNDCLOUD:
            if not _SOUNDCLOUD.fullmatch(parts.path):
                return None
            track = quote(f"https://soundcloud.com{parts.path}", safe="")
            return Frame(provider=provider, address=f"https://w.soundcloud.com/player/?url={track}", is_film=False)


def _film(provider: Provider, address: str) -> Frame:
    return Frame(provider=provider, address=address, is_film=True)


def _youtube(host: str, path: str, query: str) -> Frame | None:
    asked = parse_qs(query, max_num_fields=20) if query.count("&") < 20 else {}
    clip = asked.get("v", [""])[0]
    if host == "youtu.be" or path.rstrip("/") != "/watch":
        found = _YOUTUBE.fullmatch(path)
        clip = found.group(1) if found else ""
    if not _YOUTUBE_ID.fullmatch(clip):
        return None
    start = _SECONDS.fullmatch((asked.get("t") or asked.get("start") or [""])[0])
    from_second = f"?start={int(start.group(1))}" if start else ""
    return _film(Provider.YOUTUBE, f"https://www.youtube-nocookie.com/embed/{clip}{from_second}")
