"""The page about Danish time says what is so: its tables are up to date and its examples come out as printed."""

from __future__ import annotations

import importlib.util
import re
from datetime import date

from tests.conftest import ROOT
from tracker.danish import find_times

PAGE = (ROOT / "docs" / "danish-time.md").read_text(encoding="utf-8")


def test_the_tables_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("danish_time", ROOT / "docs" / "danish_time.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.written(PAGE) == PAGE, "run: python docs/danish_time.py"


def test_the_example_comes_out_as_printed() -> None:
    example = re.search(r'echo "(.*?)" \| tracker dates --on (\S+)\n(.*?)\n```', PAGE, re.DOTALL)
    assert example is not None
    printed = [line[:40].strip() for line in example[3].splitlines()]
    assert [time.text for time in find_times(example[1], date.fromisoformat(example[2]))] == printed
