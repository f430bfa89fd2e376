"""Every rule proves itself: its examples come out as it says with the rule among those that decided, its rejects don't fire it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction import explain, extract_passage
from tracker.extraction.rules import FRAGMENTS, RULEBOOK, Fragment, Rule

ON = date(2026, 3, 18)
RULES: tuple[Rule | Fragment, ...] = (*RULEBOOK, *FRAGMENTS)


def brief(text: str) -> str:
    found = extract_passage(text, ON)
    if not found.follow_ups:
        return "optional" if found.suggestions else ""
    one = found.follow_ups[0]
    fields = (str(one.kind), "; ".join(one.responsible), "; ".join(one.recipients), one.deadline.text if one.deadline else "")
    return " | ".join(fields).rstrip()


def fired(text: str) -> set[str]:
    found = extract_passage(text, ON)
    rules = {rule for find in (*found.follow_ups, *found.suggestions) for rule in find.rules}
    return rules | {step.rule for step in explain(text, ON).steps}


def test_names_are_unique_and_every_rule_has_both_proofs() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.examples and rule.rejects and rule.guide for rule in RULES)


@pytest.mark.parametrize(
    ("rule", "text", "answer"), [(r, t, a) for r in RULES for t, a in r.examples], ids=lambda x: getattr(x, "name", str(x))[:40]
)
def test_examples_come_out_as_the_rule_says(rule: Rule | Fragment, text: str, answer: str) -> None:
    wanted = " | ".join(part.strip() for part in answer.split("|")).rstrip()
    assert brief(text) == wanted
    assert rule.name in fired(text)


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULES for t in r.rejects], ids=lambda x: getattr(x, "name", str(x))[:40])
def test_rejects_do_not_fire_the_rule(rule: Rule | Fragment, text: str) -> None:
    assert rule.name not in fired(text)
