"""Whether a store lies on a network share."""

import os
from pathlib import Path

import pytest

from deskeditor.store.network import is_on_network, told_of_network

MOUNTS = """/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/desk /mnt/desk nfs4 rw 0 0
//server/share /mnt/News\\040room cifs rw 0 0
/dev/sdb1 /mnt/desk/local ext4 rw 0 0
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there a share is told by its path")


@pytest.mark.parametrize(
    ("folder", "is_there"),
    [
        ("/srv/desk", False),
        ("/mnt/desk", True),
        ("/mnt/desk/store", True),
        ("/mnt/desk/local/store", False),
        ("/mnt/desktop", False),
        ("/mnt/News room/store", True),
    ],
)
def test_the_nearest_mount_decides(folder: str, is_there: bool) -> None:
    assert is_on_network(Path(folder), MOUNTS) is is_there


def test_a_folder_of_this_computer_is_not_told_of(tmp_path: Path) -> None:
    assert told_of_network(tmp_path) == ""
