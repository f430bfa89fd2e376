"""Files that are written whole, and what must not be replaced by one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tracker.services.whole_files import written_whole


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "liste.csv"
    target.write_text("old")
    with written_whole(target) as place:
        place.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["liste.csv"]


def test_what_fails_halfway_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "liste.csv"
    target.write_text("old")

    def fails() -> None:
        with written_whole(target) as place:
            place.write_text("ne")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fails()
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["liste.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "liste.csv", tmp_path / "link.csv"
    file.write_text("old")
    link.symlink_to(file)
    with written_whole(link) as place:
        place.write_text("new")
    assert link.is_symlink()
    assert file.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with written_whole(pipe) as place:
            place.write_text("text")
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]
