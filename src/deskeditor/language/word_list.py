"""A list of words that are right on this desk: a text file, one word a line, with people’s remarks."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from deskeditor.errors import InputError

MOST_WORDS: Final = 200_000
_REMARK: Final = "#"
_MARK_OF_UTF8: Final = "\ufeff"


def read_words(file: Path) -> tuple[str, ...]:
    """The words of a list, in its order, each once; none where there is no such file.

    Raises InputError for a file that is not UTF-8 text, or too long.
    """
    return _words_of(read_rows(file))


def read_rows(file: Path) -> tuple[str, ...]:
    """The rows of a list as people wrote them, without their ends. What follows `#` in one is a remark.

    Raises InputError like `read_words`.
    """
    return tuple(_read(file).removeprefix(_MARK_OF_UTF8).splitlines())


def add_words(file: Path, words: Iterable[str]) -> None:
    """Put words that a list does not hold at its end; the rows in it stay as they are.

    Raises InputError where the list can't be read, and then leaves it alone, or can't be written.
    """
    text = _read(file)
    known = set(_words_of(text.splitlines()))
    new = [word for word in dict.fromkeys(map(str.strip, words)) if word and word not in known]
    if not new:
        return
    ending = _ending_of(text)
    begin = "" if not text or text.endswith(("\n", "\r")) else ending
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # At the end, and not by a new file: what another program adds at this moment is not lost.
        with file.open("ab") as appended:
            appended.write((begin + "".join(f"{word}{ending}" for word in new)).encode())
    except OSError as error:
        raise _unwritable(file, error) from error


def change_rows(file: Path, *, shown: Sequence[str], wanted: Sequence[str]) -> None:
    """Give a list the rows that a person made of those shown; rows that came in meanwhile stay.

    Raises InputError where the list can't be read, and then leaves it alone, or can't be written.
    """
    text = _read(file)
    now = text.removeprefix(_MARK_OF_UTF8).splitlines()
    if now != list(shown):
        gone = set(shown) - set(wanted)
        before = {*shown, *now}
        wanted = [*(row for row in now if row not in gone), *(row for row in wanted if row not in before)]
    if now == list(wanted):
        return
    ending = _ending_of(text)
    begin = _MARK_OF_UTF8 if text.startswith(_MARK_OF_UTF8) else ""
    try:
        # Behind a link, the file that it leads to.
        whole = file.resolve()
        whole.parent.mkdir(parents=True, exist_ok=True)
        partial = whole.with_name(f"{whole.name}.partial")
        partial.write_bytes((begin + "".join(f"{row}{ending}" for row in wanted)).encode())
        os.replace(partial, whole)
    except OSError as error:
        raise _unwritable(file, error) from error


def _read(file: Path) -> str:
    """The text of a list, its line ends as they are."""
    try:
        written = file.read_bytes()
        text = written.decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise _unreadable(file, f"Line {line:n} holds bytes of another kind.") from error
    except OSError as error:
        raise _unreadable(file, f"{error.strerror or error}.") from error
    if "\0" in text:
        raise _unreadable(file, "It holds bytes that no text has.")
    if len(_words_of(text.splitlines())) > MOST_WORDS:
        raise InputError(f"The word list {file} holds more than {MOST_WORDS:,} words: make it shorter.")
    return text


def _words_of(rows: Iterable[str]) -> tuple[str, ...]:
    found = (row.partition(_REMARK)[0].removeprefix(_MARK_OF_UTF8).strip() for row in rows)
    return tuple(dict.fromkeys(word for word in found if word))


def _ending_of(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _unreadable(file: Path, why: str) -> InputError:
    return InputError(
        f"The word list {file} can't be read and is left as it is: save it as UTF-8 text, one word a line. ({why})"
    )


def _unwritable(file: Path, error: OSError) -> InputError:
    return InputError(f"The word list {file} can't be written: {error.strerror or error}.")
