"""Runs the program in-process, as its user would from a shell."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import app


@dataclass(frozen=True)
class Ran:
    """How one command line ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Program:
    """`tracker` with its own database and a frozen day."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.database = f"sqlite:///{(folder / 'test.db').as_posix()}"
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments: str, stdin: str = "") -> Ran:
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        self._monkeypatch.setenv("TRACKER_DATABASE", self.database)
        self._monkeypatch.setenv("TRACKER_TODAY", "2026-06-15")
        self._monkeypatch.setenv("TRACKER_USER", "prøve")
        status = app.run(list(arguments))
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(status, captured.out, captured.err)


@pytest.fixture
def tracker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(tmp_path, monkeypatch, capsys)
