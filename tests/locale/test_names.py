"""Every name the program gives something itself has Danish words: a chef reads no rule's name."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker import danish, extraction, locale
from tracker.danish.times.grammar import CORES
from tracker.danish.times.limit_rules import LIMITS
from tracker.danish.times.parts import PARTS
from tracker.domain.followup import Change, Kind, Light, Signal, Status
from tracker.domain.tracking import ProposalState
from tracker.extraction.confidence import WEIGHTS
from tracker.extraction.rules import FRAGMENTS, RULEBOOK
from tracker.extraction.trace import PASSED_OVER
from tracker.locale.compile import merged
from tracker.services import wording
from tracker.store.actions import FIELDS

WHEN = datetime(2017, 8, 16, 7, 30, tzinfo=UTC)


def literals(field: str) -> set[str]:
    """The names code writes into a find's `rules` or `clauses` beside those of the rulebooks."""
    found = set()
    for package in (danish, extraction):
        for module in Path(package.__file__).parent.rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((f"{field}.append", "TimeExpression", "replace")):
                    found |= _strings(node, field)
    return found


def _strings(node: ast.Call, field: str) -> set[str]:
    values = node.args if ast.unparse(node.func).endswith("append") else [k.value for k in node.keywords if k.arg == field]
    return {c.value for v in values for c in ast.walk(v) if isinstance(c, ast.Constant) and isinstance(c.value, str)}


def conventions() -> set[str]:
    """Every text of the extraction that names a section of the guide ("4 Wishes")."""
    found = set()
    for module in Path(extraction.__file__).parent.rglob("*.py"):
        nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        found |= {
            n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str) and re.match(r"[1-5] [^\W\d]", n.value)
        }
    return found


NAMES = {
    "rule": {r.name for r in (*RULEBOOK, *FRAGMENTS, *CORES, *LIMITS, *PARTS)} | {"label"} | literals("rules"),
    "signal": set(WEIGHTS),
    "convention": {r.guide for r in (*RULEBOOK, *FRAGMENTS)} | set(PASSED_OVER.values()) | conventions(),
    "field": FIELDS | {"created", "note", "tick", "proposal", "vanished", "returned", "closed"},
    "value": {*Status, *Light, *Kind, *ProposalState, "rejected", "merged"},
}


def test_names_written_by_code_are_found() -> None:
    assert {"labelled-task", "range", "anchored"} <= NAMES["rule"]
    assert {"4 Action tables", "1 Optional: an offer"} <= NAMES["convention"]


@pytest.mark.parametrize("room", NAMES)
def test_every_name_has_danish_words(room: str) -> None:
    catalogue = merged("da")
    assert not sorted(name for name in NAMES[room] if catalogue.get(str(name), room) is None)


def test_rules_and_signals_in_words() -> None:
    assert wording.rules(("passive", "day-month", "passive")) == "passiv form (“der indkøbes”), dag og måned"
    assert wording.signal(Signal("no-one-named", -0.4)) == "ingen er nævnt"
    assert wording.conventions(["2 responsible: a bare passive has none"]) == "2 ansvarlig: en ren passiv har ingen"
    locale.use("en")
    assert wording.rules(["day-month"]) == "day month"
    assert wording.conventions(["4 Labels: – X"]) == "4 Labels: – X"


@pytest.mark.parametrize("reason", PASSED_OVER)
def test_why_words_are_passed_over_is_said_plainly(reason: str) -> None:
    danish = wording.passed_over(reason)
    locale.use("en")
    assert danish != wording.passed_over(reason)


@pytest.mark.parametrize(
    ("what", "old", "new", "words"),
    [
        ("status", "review", "open", "status: til gennemsyn → åben"),
        ("due", "2017-09-01", "2017-09-08", "frist: 1. sep. 2017 → 8. sep. 2017"),
        ("due", "2017-09-01", None, "frist: 1. sep. 2017 → –"),
        ("deadline", None, '{"text":"i uge 33","due":"2017-08-20"}', "fristens ord: – → i uge 33"),
        ("responsible", "Bo; Åse", "Åse", "ansvarlig: Bo, Åse → Åse"),
        ("light", None, "red", "lys: – → rød"),
        ("reason", None, "for dyrt at rejse", "begrundelse: – → for dyrt at rejse"),
        ("note", None, "ringet", "note: ringet"),
        ("note", "ringet", None, "ikke længere: note: ringet"),
        ("due_estimated", None, "1", "fristen er anslået"),
        ("due_estimated", "1", None, "ikke længere: fristen er anslået"),
        ("proposal 17", "open", "dismissed", "forslag 17: åben → afvist"),
        ("due", "x", "y", "frist: x → y"),
    ],
)
def test_history_in_words(what: str, old: str | None, new: str | None, words: str) -> None:
    assert wording.change(Change(what, old, new, "Lis", WHEN)) == words


def test_what_was_done_at_once_is_one_line() -> None:
    history = [
        Change("status", "review", "dropped", "Lis", WHEN),
        Change("reason", None, "rejected", "Lis", WHEN),
        Change("status", "dropped", "review", "Lis", WHEN),
        Change("reason", "rejected", None, "Lis", WHEN),
    ]
    assert [said for _first, said in wording.steps(history)] == [
        "status: til gennemsyn → bortfaldet, begrundelse: – → afvist",
        "status: bortfaldet → til gennemsyn",
    ]
