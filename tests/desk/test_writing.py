import os
from pathlib import Path

import pytest

from deskeditor.desk.writing import write_files
from deskeditor.errors import DeskError


def test_all_files_are_written_and_nothing_beside_them(tmp_path: Path) -> None:
    write_files(tmp_path / "out", {"page.html": b"page", "media/a.png": b"picture"})
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert found == {"page.html", str(Path("media", "a.png"))}


@pytest.mark.parametrize(("fails_at", "said"), [(1, "Nothing was written"), (2, "Only one.html could be written")])
def test_a_disk_that_fails_halfway_is_told_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, said: str
) -> None:
    renamed = []
    replace = os.replace

    def failing(source: Path, target: Path) -> None:
        renamed.append(target)
        if len(renamed) == fails_at:
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr("deskeditor.desk.writing.os.replace", failing)
    with pytest.raises(DeskError, match=said):
        write_files(tmp_path, {"one.html": b"1", "two.html": b"2"})
    assert not list(tmp_path.glob(".*"))
