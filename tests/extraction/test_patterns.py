"""The inventory of promises and their look-alikes beside the guide, where it is at hand. Where the two differ, the guide wins."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tracker.domain.followup import FollowUp
from tracker.extraction.extract import extract_passage

ON = date(2021, 3, 18)
_DEADLINE = re.compile(r"«[^»]*» (?:(?P<earliest>\S+) / (?P<due>[^\s,]+)|null · (?P<anchor>anchor) next_meeting)")
Fields = tuple[str, str, str, tuple[str, ...]]


def _rows(shared: Path, mark: str) -> list[list[str]]:
    lines = (shared / "evaluation" / "patterns.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if re.match(rf"\| {mark}\d+ \|", line)]
    assert len(rows) > 50
    return rows


def _asked(row: list[str]) -> Fields:
    """Kind, responsible, recipients and deadline of a row of the inventory."""
    kind, responsible, recipients, deadline = row[3:7]
    found = _DEADLINE.match(deadline)
    day: tuple[str, ...] = ("none",)
    if found is not None:
        day = ("next_meeting",) if found["anchor"] else (found["earliest"], found["due"])
    return kind, responsible.strip("–"), recipients.strip("–"), day


def _read(follow_up: FollowUp) -> Fields:
    deadline = follow_up.deadline
    day: tuple[str, ...] = ("none",)
    if deadline is not None:
        day = ("next_meeting",) if deadline.anchor else (str(deadline.earliest or "–"), str(deadline.due or "null"))
    return str(follow_up.kind), ", ".join(follow_up.responsible), ", ".join(follow_up.recipients), day


def test_the_commitments_are_found_with_all_their_fields(shared: Path) -> None:
    """At least .97 of the rows; optional ones ("task?") must not stand among the follow-ups."""
    wrong = []
    rows = _rows(shared, "C")
    for row in rows:
        found = extract_passage(row[2], ON).follow_ups
        if found if row[3].endswith("?") else [_read(f) for f in found] != [_asked(row)]:
            wrong.append((row[0], row[2], [_read(f) for f in found]))
    assert len(wrong) <= 0.03 * len(rows), wrong


def test_the_look_alikes_stay_silent(shared: Path) -> None:
    rows = _rows(shared, "X")
    assert [(row[0], row[2]) for row in rows if extract_passage(row[2], ON).follow_ups] == []
