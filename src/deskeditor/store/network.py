"""Whether a store lies on another machine: a database there can be damaged, since its locks are not always kept."""

import os
from pathlib import Path, PurePosixPath
from typing import Final

_NETWORK: Final = frozenset(
    {"nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "ncpfs", "afs", "ceph", "fuse.glusterfs"}
)
_MOUNTS: Final = Path("/proc/mounts")


def told_of_network(folder: Path) -> str:
    """Return a sentence where the store's folder lies on a network share, "" elsewhere and where nobody can tell."""
    if not is_on_network(folder.expanduser().absolute()):
        return ""
    return (
        f"{folder} lies on a network share, where a database can be damaged if two people work at once. "
        "Keep the store on this computer, and send pieces by hand-off."
    )


def is_on_network(folder: Path, mounts: str | None = None) -> bool:
    """Whether an absolute folder lies on a share; `mounts` is the system's table of them, else read from it."""
    if os.name == "nt":
        return str(folder).startswith(("\\\\", "//"))
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    found, kind = PurePosixPath("/"), ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        # Spaces in a folder's name stand there as octal numbers.
        point = PurePosixPath(parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if PurePosixPath(folder).is_relative_to(point) and len(point.parts) >= len(found.parts):
            found, kind = point, parts[2]
    return kind in _NETWORK
