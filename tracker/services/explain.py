"""Use case: why a text, or a stored card, is read as it is: which words, which rules, which convention of the guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.deadline import NEXT_MEETING
from tracker.locale import _, language
from tracker.locale.format import day as locale_day
from tracker.services import wording

if TYPE_CHECKING:
    from tracker.domain.followup import FollowUp, Signal
    from tracker.domain.tracking import ActionDetail
    from tracker.extraction import Explanation
    from tracker.extraction.trace import Step
    from tracker.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation: what it is about, and the words. `level` is its depth (0 a heading)."""

    label: str
    words: str
    level: int = 1


def explain_text(text: str, on: date) -> Explanation:
    """The explanation of a decision text read against `on`."""
    from tracker.extraction import explain

    return explain(text, on)


def lines_of_text(explanation: Explanation) -> Iterator[Line]:
    """An explanation as lines: what was found, then clause by clause what decided."""
    found, suspected = explanation.extraction.follow_ups, explanation.extraction.suggestions
    if not found and not suspected:
        yield Line(_("Nothing to follow up"), "", 0)
    for follow_up in found:
        yield Line(_("Follow-up"), follow_up.quote, 0)
        yield from _card(follow_up)
    for follow_up in suspected:
        yield Line(_("Suggestion"), follow_up.quote, 0)
        yield from _card(follow_up)
    for step in explanation.steps:
        yield Line(_("Clause"), step.words.lstrip(" ,;"), 0)
        if step.verb:
            yield Line(_("Verb"), step.verb)
        if step.subject:
            yield Line(_("Subject"), step.subject)
        yield _verdict(step)
        if step.guide:
            yield Line(_("Convention"), wording.conventions([step.guide]))


def _verdict(step: Step) -> Line:
    """What decided a clause."""
    from tracker.extraction.trace import PASSED_OVER

    if not step.rule:
        return Line(_("Rule"), _("no rule speaks of it"))
    if step.rule in PASSED_OVER and not step.found:
        return Line(_("Passed over"), wording.passed_over(step.rule))
    outcome = _("counts") if step.found else _("counts for nothing")
    return Line(_("Rule"), f"{wording.rules([step.rule])} ({outcome})")


def _card(follow_up: FollowUp) -> Iterator[Line]:
    deadline = follow_up.deadline
    kinds = {"task": _("task"), "status": _("status"), "forward": _("forwarded"), "deferral": _("deferred")}
    yield Line(_("Kind"), kinds[follow_up.kind])
    yield Line(_("Responsible"), ", ".join(follow_up.responsible) or "–")
    yield Line(_("Recipients"), ", ".join(follow_up.recipients) or "–")
    if deadline is not None:
        day = locale_day(deadline.due) if deadline.due else _("the next meeting") if deadline.anchor == NEXT_MEETING else "–"
        yield Line(_("Deadline"), f"{' '.join(deadline.text.split())} = {day}")
    yield Line(_("Rules"), wording.rules(follow_up.rules))
    yield Line(_("Convention"), wording.conventions(follow_up.clauses))
    yield Line(_("Confidence"), f"{wording.certainty(follow_up.confidence)} ({_signals(follow_up.signals)})")


def _signals(signals: tuple[Signal, ...]) -> str:
    """Signals with their weights, as numbers are written in the language in force."""
    point = "," if language() == "da" else "."
    return ", ".join(f"{wording.signal(signal)} {signal.weight:+.1f}".replace(".", point) for signal in signals)


def explain_card(workspace: Workspace, id_: int) -> ActionDetail:
    """A stored card with its evidence, rules, signals and conventions. Raises NotFound."""
    from tracker.services.action_detail import detail

    return detail(workspace, id_)


def lines_of_card(card: ActionDetail) -> Iterator[Line]:
    """Why a stored card is there, as lines."""
    action = card.action
    yield Line(_("Follow-up"), action.quote or action.text, 0)
    text = card.source.text if card.source else ""
    roles = {"deadline": _("Deadline"), "responsible": _("Responsible"), "recipient": _("Recipients"), "verb": _("Verb")}
    for evidence in card.evidence:
        words = " ".join(evidence.span.of(text).split())
        if words:
            yield Line(roles.get(evidence.role, evidence.role), words)
    yield Line(_("Rules"), wording.rules(action.rules) or "–")
    yield Line(_("Convention"), wording.conventions(card.clauses) or "–")
    yield Line(_("Confidence"), f"{wording.certainty(action.confidence)} ({_signals(card.signals)})")
