"""A zip file as a box of parts, opened with care, for it may come from anybody: nothing is ever unpacked to a path."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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


class BoxFault(StrEnum):
    """Why a box is not opened."""

    DAMAGED = "damaged"
    OVERFULL = "overfull"
    """It holds far more than its size tells."""
    LOCKED = "locked"
    """It is protected by a password."""


class BoxFaultError(Exception):
    """A box can't be opened, or must not be."""

    def __init__(self, fault: BoxFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a box may hold, in parts and bytes unpacked, and how many times its packed size a part may have."""

    parts: int = 4_000
    part: int = 64_000_000
    whole: int = 400_000_000
    times: int = 1_000
    """Text is packed to a tenth, a bomb to a thousandth."""


class Box:
    """The parts of one zip file by name, read one at a time."""

    def __init__(self, data: bytes, bounds: Bounds | None = None) -> None:
        """Raise BoxFaultError where `data` is no zip file, is locked, or is beyond `bounds`."""
        self._bounds = bounds or Bounds()
        self.broken: list[str] = []
        """The names of parts that were asked for and can't be read."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _FAULTS:
            raise BoxFaultError(BoxFault.DAMAGED) from None
        self._refuse_bombs(infos)
        if any(info.flag_bits & 1 for info in infos):
            raise BoxFaultError(BoxFault.LOCKED)
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, as the file says them: they lead to no place on a disk."""
        return tuple(self._infos)

    def data(self, name: str) -> bytes | None:
        """A part's bytes, or None where it is missing, damaged or too large."""
        info = self._infos.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as stream:
                # The size that a file states of its parts may be a lie.
                data = stream.read(self._bounds.part + 1)
        except _FAULTS:
            self.broken.append(name)
            return None
        return data if len(data) <= self._bounds.part else None

    def _refuse_bombs(self, infos: list[zipfile.ZipInfo]) -> None:
        bounds = self._bounds
        too_many = len(infos) > bounds.parts
        too_large = sum(info.file_size for info in infos) > bounds.whole
        too_dense = any(
            info.file_size > 1_000_000 and info.file_size > bounds.times * info.compress_size for info in infos
        )
        if too_many or too_large or too_dense:
            raise BoxFaultError(BoxFault.OVERFULL)
