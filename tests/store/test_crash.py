"""A short run of `crash.py`: the long one is started by hand (see its docstring)."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def run(*arguments: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.crash", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stderr == ""
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_killed_import_leaves_whole_documents_and_loses_nothing() -> None:
    found = run("kills", "24")
    assert found["faults"] == []
    assert int(str(found["between first write and commit"])) >= 12


def test_a_failing_disk_is_said_in_one_line_and_loses_nothing() -> None:
    found = run("errors", "12")
    assert found["faults"] == []
    assert found["said"]
    assert set(map(str, found["said"])) <= {"the disk is full", "the disk reports an error"}  # type: ignore[call-overload]


def test_eight_processes_at_once_lose_no_update_and_meet_no_lock() -> None:
    found = run("crowd", "2")
    assert found["faults"] == []
    assert int(str(found["edits"])) > 8
