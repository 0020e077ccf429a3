"""What of a page's links and pictures no words carry: addresses around pictures, titles shown on hovering."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from deskeditor.article.published import published_text

_LONGEST_TITLE: Final = 300
_MOST_TITLES: Final = 50


@dataclass(slots=True)
class LinksRead:
    """Gathers as links end; a page's parser may split one link into several, some of them empty."""

    pictures: list[str] = field(default_factory=list)
    """The addresses of the pictures met so far."""

    _used: set[str] = field(default_factory=set)
    _unused: dict[str, str] = field(default_factory=dict)
    _titles: dict[str, None] = field(default_factory=dict)

    def add_picture(self, data: Mapping[str, str]) -> None:
        """Note a picture; `data` holds its attributes."""
        self.pictures.append(data.get("src", ""))
        self._add_title("title of a picture", data.get("title", ""), data.get("alt", ""))

    def add_used(self, href: str) -> None:
        """Note that the address stands in the body, whatever its link looked like."""
        self._used.add(href)

    def add(self, href: str, title: str, words: Sequence[str], *, around: Sequence[str]) -> None:
        """Note a link that ends: its texts, and the addresses of the pictures in it."""
        said = "".join(words)
        self._add_title("title of a link", title, said)
        if around and not said.strip(" \t\r\n\f"):
            if href not in around:
                self._unused[href] = "link around a picture"
        elif said:
            self._used.add(href)
        elif not href.startswith("#"):
            self._unused.setdefault(href, "link without words")

    def _add_title(self, label: str, title: str, words: str) -> None:
        shown = published_text(title)
        if shown and shown.casefold() != published_text(words).casefold():
            self._titles[f"{label}: {shown if len(shown) <= _LONGEST_TITLE else shown[:_LONGEST_TITLE] + '…'}"] = None

    def dropped(self) -> Iterator[str]:
        """Yield what an editor is told of, in words."""
        yield from (f"{label}: {href}" for href, label in self._unused.items() if href not in self._used)
        yield from list(self._titles)[:_MOST_TITLES]
        if len(self._titles) > _MOST_TITLES:
            yield f"titles of {len(self._titles) - _MOST_TITLES} more links and pictures"
