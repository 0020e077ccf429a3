"""Where this machine keeps Hunspell dictionaries, and opening one: nothing is ever fetched."""

import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any, Final

from deskeditor.errors import InputError
from deskeditor.language.spelling import MOST_SUGGESTED, Dictionary

_PACKAGED: Final = (("hunspell", "dictionaries"), ("spylls", "hunspell/data/en"))
_SUGGESTING: Final = 0.6
"""Seconds that a dictionary written in Python may think about one word."""


def dictionary_folders(own: Path) -> list[Path]:
    """The folders in which dictionaries may lie: `own` first, then the system's, then those that came along."""
    home = Path.home()
    folders = [own]
    if sys.platform == "darwin":
        folders += [home / "Library/Spelling", Path("/Library/Spelling")]
        folders += sorted(Path("/Applications").glob("LibreOffice*.app/Contents/Resources/extensions/dict-*"))
    elif sys.platform == "win32":
        for root in filter(None, (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))):
            folders += sorted(Path(root).glob("LibreOffice*/share/extensions/dict-*"))
    else:
        folders += [Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"), Path("/usr/share/myspell")]
        folders += sorted(Path("/usr/lib/libreoffice/share/extensions").glob("dict-*"))
    for package, inside in _PACKAGED:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin:
            folders.append(Path(found.origin).parent / inside)
    return folders


def find_dictionaries(folders: Iterable[Path]) -> dict[str, Path]:
    """The `.dic` files in the folders by the language tag that they are named for; the first of each counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            files = sorted(folder.glob("*.dic"))
        except OSError:
            continue
        for file in files:
            if file.with_suffix(".aff").is_file():
                found.setdefault(_tag(file.stem), file)
    return found


def _tag(stem: str) -> str:
    """`en_GB-large` names the language en-GB."""
    parts = stem.replace("-", "_").split("_")
    region = parts[1] if len(parts) > 1 and len(parts[1]) in (2, 4) else ""
    return f"{parts[0].lower()}-{region}" if region else parts[0].lower()


def best_dictionary(language: str, found: Mapping[str, Path]) -> str | None:
    """The tag of the dictionary that serves a language: its own, its region's, else another region's; or None."""
    by_name = {tag.lower(): tag for tag in found}
    wanted = language.lower()
    if wanted in by_name:
        return by_name[wanted]
    primary = wanted.split("-")[0]
    if primary in by_name:
        return by_name[primary]
    home = {"en": "en-us", "pt": "pt-pt", "zh": "zh-cn"}.get(primary, f"{primary}-{primary}")
    if home in by_name:
        return by_name[home]
    return next((by_name[tag] for tag in sorted(by_name) if tag.split("-")[0] == primary), None)


def open_dictionary(file: Path) -> Dictionary:
    """Open the dictionary of a `.dic` file; with Hunspell where it is installed, else with one written in Python.

    Raises InputError where the files can't be read.
    """
    try:
        if importlib.util.find_spec("hunspell") is not None:
            from hunspell import Hunspell

            # UTF-8 whatever the system's: a person's name with an accent is part of many a path.
            opened: Dictionary = Hunspell(file.stem, hunspell_data_dir=str(file.parent), system_encoding="UTF-8")
            return opened
        from spylls.hunspell import Dictionary as PlainDictionary

        return _Patient(PlainDictionary.from_files(str(file.with_suffix(""))))
    except (OSError, ValueError, LookupError, RuntimeError) as error:
        raise InputError(f"The dictionary {file.name} can't be read: replace it, or take it away. ({error})") from error


class _Patient:
    """A dictionary that thinks about a word for a moment only."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary

    def spell(self, word: str) -> bool:
        """Whether the word is right."""
        return bool(self._dictionary.lookup(word))

    def suggest(self, word: str) -> Sequence[str]:
        """What may be meant by it, as far as came to mind."""
        return list(islice(self._until_late(word), MOST_SUGGESTED))

    def _until_late(self, word: str) -> Iterator[str]:
        until = monotonic() + _SUGGESTING
        for one in self._dictionary.suggest(word):
            yield str(one)
            if monotonic() > until:
                return
