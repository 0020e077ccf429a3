"""A Word file as a box of parts: opened with care, for it may come from anybody."""

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from deskeditor.errors import InputError
from deskeditor.ingest.docx_xml import Node, XmlFaultError, read_xml

MOST_PARTS: Final = 4_000
LARGEST_PART: Final = 64_000_000
"""Bytes unpacked, pictures too."""
LARGEST_WHOLE: Final = 400_000_000
"""Bytes that all parts may come to unpacked, whether or not they are read."""
MOST_TIMES: Final = 1_000
"""How many times its packed size a part may have: text is packed to a tenth, a bomb to a thousandth."""

_WORD: Final = "wordprocessingml"
_MACROS: Final = "application/vnd.ms-word."
_OTHERS: Final = MappingProxyType(
    {"spreadsheetml": "an Excel workbook", "ms-excel": "an Excel workbook", "presentationml": "a set of slides"}
)
_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
    IndexError,
    KeyError,
)
"""What the zip library is known to raise for a file that was cut or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part refers to: `target` is a part's name, or an address where it is `external`."""

    kind: str
    target: str
    external: bool = False


class Package:
    """The parts of one file by name. A part that is missing or broken reads as None; the text's own raises."""

    def __init__(self, data: bytes, named: str) -> None:
        """`named` stands for the file in an error's sentence. Raises InputError where `data` is no Word file."""
        self._named = named
        self.broken: list[str] = []
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _FAULTS:
            raise self._damaged() from None
        self._refuse_bombs(infos)
        self._infos = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in infos}
        if any(info.flag_bits & 1 for info in infos):
            raise InputError(
                f"{named} is protected by a password. Open it in Word, save it without one and import that file."
            )
        self._types = self._content_types()
        self.main = self._main_part()

    @property
    def has_macros(self) -> bool:
        """Whether the file carries programs. They are never run, nor taken over."""
        return self._types.get(self.main.casefold(), "").startswith(_MACROS)

    def text(self) -> Node:
        """The part that holds the text. Raises InputError where it is damaged."""
        data = self.data(self.main)
        try:
            if data is not None:
                return read_xml(data)
        except XmlFaultError:
            pass
        raise self._damaged()

    def part(self, name: str) -> Node | None:
        """An XML part, or None where there is none or it can't be read."""
        data = self.data(name)
        if data is None:
            return None
        try:
            return read_xml(data)
        except XmlFaultError:
            self.broken.append(name)
            return None

    def data(self, name: str) -> bytes | None:
        """A part's bytes, or None where it is missing, damaged or too large."""
        info = self._infos.get(name.casefold())
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                # The size that a file states of its parts may be a lie.
                data = stream.read(LARGEST_PART + 1)
        except _FAULTS:
            self.broken.append(name)
            return None
        return data if len(data) <= LARGEST_PART else None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, Relation] = {}
        for node in root.children if root is not None else ():
            target, external = node.get("Target"), node.get("TargetMode").lower() == "external"
            found[node.get("Id")] = Relation(
                kind=node.get("Type").rsplit("/", 1)[-1],
                target=target if external else self._resolved(folder, target),
                external=external,
            )
        return found

    @cached_property
    def main_relations(self) -> dict[str, Relation]:
        """What the text refers to, by id."""
        return self.relations(self.main)

    def related(self, kind: str) -> list[str]:
        """The names of the parts of a kind that the text refers to, such as `comments`."""
        relations = self.main_relations.values()
        return [relation.target for relation in relations if relation.kind == kind and not relation.external]

    def related_part(self, kind: str) -> Node | None:
        """The first part of a kind that the text refers to."""
        names = self.related(kind)
        return self.part(names[0]) if names else None

    def _resolved(self, folder: str, target: str) -> str:
        path = unquote(target.replace("\\", "/"))
        beside = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        # Some programs give paths from the root without saying so.
        plain = posixpath.normpath(posixpath.join("/", path)).lstrip("/")
        return plain if beside.casefold() not in self._infos and plain.casefold() in self._infos else beside

    def _refuse_bombs(self, infos: list[zipfile.ZipInfo]) -> None:
        too_many = len(infos) > MOST_PARTS
        too_large = sum(info.file_size for info in infos) > LARGEST_WHOLE
        too_dense = any(
            info.file_size > 1_000_000 and info.file_size > MOST_TIMES * info.compress_size for info in infos
        )
        if too_many or too_large or too_dense:
            raise InputError(
                f"{self._named} holds far more than its size tells, as no Word file does. It was not opened."
            )

    def _content_types(self) -> dict[str, str]:
        root = self.part("[Content_Types].xml")
        nodes = root.children if root is not None else ()
        return {
            node.get("PartName").lstrip("/").casefold(): node.get("ContentType")
            for node in nodes
            if node.name == "ct:Override"
        }

    def _main_part(self) -> str:
        main = next(
            (one.target for one in self.relations("").values() if one.kind == "officeDocument" and not one.external),
            "word/document.xml",
        )
        kind = self._types.get(main.casefold(), "")
        for sign, told in _OTHERS.items():
            if sign in kind:
                raise InputError(f"{self._named} is {told}, not a text. Copy what is wanted of it into an article.")
        if main.casefold() in self._infos and (_WORD in kind or main.casefold().endswith("word/document.xml")):
            return main
        mimetype = (self.data("mimetype") or b"").decode("ascii", "replace")
        if "opendocument.text" in mimetype:
            raise InputError(
                f"{self._named} is a LibreOffice text. Save it there as “Word (.docx)” and import that file."
            )
        if "[content_types].xml" in self._infos:
            raise self._damaged()
        raise InputError(f"{self._named} is an archive, not a text. Unpack it and import the texts in it.")

    def _damaged(self) -> InputError:
        return InputError(
            f"{self._named} is damaged, so its text can't be read. "
            "Open it in Word, save it anew as “Word document (.docx)” and import that file."
        )
