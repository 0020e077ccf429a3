"""A Word file as a box of parts: opened with care, for it may come from anybody."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from deskeditor.errors import InputError
from deskeditor.ingest.boxes import Box, BoxFault, BoxFaultError
from deskeditor.ingest.docx_xml import Node, XmlFaultError, read_xml

_WORD: Final = "wordprocessingml"
_MACROS: Final = "application/vnd.ms-word."
_OTHERS: Final = MappingProxyType(
    {"spreadsheetml": "an Excel workbook", "ms-excel": "an Excel workbook", "presentationml": "a set of slides"}
)


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
        try:
            self._box = Box(data)
        except BoxFaultError as error:
            raise self._refused(error.fault) from None
        self.broken = self._box.broken
        self._names = {name.casefold(): name for name in self._box.names}
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
        return self._box.data(self._names.get(name.casefold(), name))

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
        return plain if beside.casefold() not in self._names and plain.casefold() in self._names else beside

    def _refused(self, fault: BoxFault) -> InputError:
        match fault:
            case BoxFault.OVERFULL:
                return InputError(
                    f"{self._named} holds far more than its size tells, as no Word file does. It was not opened."
                )
            case BoxFault.LOCKED:
                return InputError(
                    f"{self._named} is protected by a password. "
                    "Open it in Word, save it without one and import that file."
                )
            case BoxFault.DAMAGED:
                return self._damaged()

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
        if main.casefold() in self._names and (_WORD in kind or main.casefold().endswith("word/document.xml")):
            return main
        mimetype = (self.data("mimetype") or b"").decode("ascii", "replace")
        if "opendocument.text" in mimetype:
            raise InputError(
                f"{self._named} is a LibreOffice text. Save it there as “Word (.docx)” and import that file."
            )
        if "[content_types].xml" in self._names:
            raise self._damaged()
        raise InputError(f"{self._named} is an archive, not a text. Unpack it and import the texts in it.")

    def _damaged(self) -> InputError:
        return InputError(
            f"{self._named} is damaged, so its text can't be read. "
            "Open it in Word, save it anew as “Word document (.docx)” and import that file."
        )
