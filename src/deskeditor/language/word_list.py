"""A list of words that are right on this desk: a text file, one word a line."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from deskeditor.errors import InputError

MOST_WORDS: Final = 200_000
_HEAD: Final = "#"


def read_words(file: Path) -> tuple[str, ...]:
    """The words of a list, in its order; none where there is no such file. What follows `#` is a remark.

    Raises InputError for a file that is not UTF-8 text, or too long.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (UnicodeDecodeError, OSError) as error:
        raise InputError(
            f"The word list {file} can't be read: save it as UTF-8 text, one word a line. ({error})"
        ) from error
    words = dict.fromkeys(word for row in text.splitlines() if (word := row.partition(_HEAD)[0].strip()))
    if len(words) > MOST_WORDS:
        raise InputError(f"The word list {file} holds more than {MOST_WORDS:,} words.")
    return tuple(words)


def write_words(file: Path, words: Iterable[str]) -> None:
    """Replace a list by these words, in one step. Raises InputError where it can't be written."""
    kept = sorted(dict.fromkeys(word.strip() for word in words if word.strip()), key=str.casefold)
    partial = file.with_name(f"{file.name}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")
        os.replace(partial, file)
    except OSError as error:
        raise InputError(f"The word list {file} can't be written: {error.strerror or error}.") from error
