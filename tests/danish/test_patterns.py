"""The inventory of time expressions beside the guide, where it is at hand. Where the two differ, the guide wins."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tracker.danish import find_times

ON = date(2021, 3, 18)
GUIDE_WINS = {
    "T091": ("2021-08-01", "2022-07-31", "year"),  # skoleåret 2018/19 = 1 Aug 2018–31 Jul 2019, year
    "T113": ("–", "2021-06-02", "day"),  # for a single day with "til", earliest is null
}


def _rows(shared: Path, mark: str) -> list[list[str]]:
    lines = (shared / "evaluation" / "patterns.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if re.match(rf"\| {mark}\d\d\d \|", line)]
    assert rows
    return rows


def test_every_time_expression_resolves(shared: Path) -> None:
    wrong = []
    for name, expression, example, *answer in _rows(shared, "T"):
        earliest, due, precision = GUIDE_WINS.get(name, tuple(answer[:3]))
        found = [time for time in find_times(example, ON) if not time.condition]
        if not found:
            got: tuple[str, ...] = ("–", "null", "none")
        else:
            deadline = found[0].deadline
            day = str(deadline.due or ("anchor next_meeting" if deadline.anchor else "null"))
            got = (str(deadline.earliest or "–"), day, str(deadline.precision))
        if name == "T108":
            assert found[0].deadline.offset_days == -14
        if got != (earliest, due.split(",")[0], precision):
            wrong.append((name, expression, got))
    assert wrong == []


def test_the_deadlines_of_the_commitments_resolve(shared: Path) -> None:
    """All but those the inventory itself calls no deadline of the sentence, which the sentence decides, not the words."""
    wrong = []
    for row in _rows(shared, "C"):
        deadline = re.match(r"«(?P<text>.*?)» (?:(?P<earliest>\S+) / (?P<due>\S+) · (?P<precision>\w+)|null · anchor next_meeting)", row[6])
        if deadline is None:
            continue
        found = [time.deadline for time in find_times(row[2], ON) if not time.condition]
        if not found:
            wrong.append((row[0], None))
        elif not deadline["due"]:
            if found[0].anchor != "next_meeting":
                wrong.append((row[0], found[0]))
        elif (str(found[0].earliest or "–"), str(found[0].due or "null"), str(found[0].precision)) != deadline.group(
            "earliest", "due", "precision"
        ):
            wrong.append((row[0], found[0]))
    assert wrong == []
