"""Every rule of the grammar: its examples come out as they say and by that rule, its rejects do not make it fire."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tracker.danish import find_times
from tracker.danish.brief import brief
from tracker.danish.rule import Example, Rule
from tracker.danish.times.grammar import CORES, DOORS, GATE, RULES_BEHIND
from tracker.danish.times.hints import HINT
from tracker.danish.times.limit_rules import LIMITS
from tracker.danish.times.parts import PARTS

RULEBOOK: tuple[Rule[object], ...] = (*CORES, *LIMITS, *PARTS)
WITHOUT_EXAMPLES = {"topic"}  # its whole point is that nothing comes of it
ON = date(2017, 6, 28)


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULEBOOK for e in r.examples], ids=lambda x: getattr(x, "name", "") or x.text
)
def test_example(rule: Rule[object], example: Example) -> None:
    found = find_times(example.text, example.on)
    assert [brief(time.deadline) for time in found] == [example.answer]
    assert rule.name in found[0].rules


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULEBOOK for t in r.rejects], ids=lambda x: getattr(x, "name", x))
def test_reject(rule: Rule[object], text: str) -> None:
    assert all(rule.name not in time.rules for time in find_times(text, ON))


def test_every_rule_has_a_name_of_its_own_and_its_proof() -> None:
    names = Counter(rule.name for rule in RULEBOOK)
    assert [name for name, count in names.items() if count > 1] == []
    assert [rule.name for rule in RULEBOOK if not rule.rejects] == []
    assert {rule.name for rule in RULEBOOK if not rule.examples} == WITHOUT_EXAMPLES


def test_every_rule_stands_behind_a_door() -> None:
    behind = {rule.name for rules in RULES_BEHIND.values() for rule in rules}
    assert {rule.name for rule in CORES} - behind == set()
    assert len({name for name, _, _ in DOORS}) == len(DOORS)


def test_what_the_gate_lets_in_has_a_hint() -> None:
    """The gate alone, tried at every letter of every example, opens nowhere without a hint: else a rule would never be tried."""
    for rule in RULEBOOK:
        for example in rule.examples:
            text = example.text.lower()
            for start in range(len(text)):
                found = GATE.match(text, start)
                if found and any(r.pattern.match(text, start) for r in RULES_BEHIND[found.lastgroup or ""]):
                    assert HINT.match(text, start), (text, start, found.lastgroup)
