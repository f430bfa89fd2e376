from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import MissingFile
from tracker.services import import_minutes, watch
from tracker.services.import_minutes import DocumentReport
from tracker.services.workspace import Workspace


class Watching:
    """A watch whose seconds pass when it sleeps; things may happen to the folder in between."""

    def __init__(self, workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch, events: dict[int, tuple[str, str]]) -> None:
        self.seconds = 0
        self.folder = folder
        self.events = events
        self.imported: list[tuple[int, str]] = []
        monkeypatch.setattr(watch, "import_text", self.take)
        self.reports = watch.watch(workspace, str(folder), sleep=self.sleep, clock=lambda: float(self.seconds))

    def take(self, _workspace: Workspace, source: object, **_more: object) -> DocumentReport:
        self.imported.append((self.seconds, source.text))  # type: ignore[attr-defined]
        return DocumentReport(source.name, "new")  # type: ignore[attr-defined]

    def sleep(self, _seconds: float) -> None:
        self.seconds += 1
        if self.seconds in self.events:
            name, text = self.events[self.seconds]
            with (self.folder / name).open("a", encoding="utf-8") as file:
                file.write(text)
        if self.seconds > 12:
            raise KeyboardInterrupt


def run(watching: Watching) -> list[tuple[int, str]]:
    with pytest.raises(KeyboardInterrupt):
        list(watching.reports)
    return watching.imported


def test_a_file_is_imported_when_it_has_stopped_growing(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Referat\n", encoding="utf-8")
    watching = Watching(workspace, folder, monkeypatch, {1: ("a.txt", "Punkt 1\n"), 2: ("a.txt", "Beslutning\n")})
    assert run(watching) == [(4, "Referat\nPunkt 1\nBeslutning\n")]


def test_a_file_that_changes_later_is_imported_again(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    watching = Watching(workspace, folder, monkeypatch, {1: ("a.txt", "Referat\n"), 7: ("a.txt", "rettet\n"), 3: ("~$a.docx", "lock")})
    assert run(watching) == [(3, "Referat\n"), (9, "Referat\nrettet\n")]


def test_once_takes_what_is_there(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "tom.txt").write_text("x", encoding="utf-8")
    reports = list(watch.watch(workspace, str(tmp_path), once=True))
    assert [r.outcome for r in reports if r.source.endswith("tom.txt")] == ["failed"]
    with pytest.raises(MissingFile):
        list(watch.watch(workspace, str(tmp_path / "no"), once=True))
    assert import_minutes.REVIEW_BELOW == 0.9
