"""What came after a card was found: proposals, notes, ticks, reasons and history, as parts of the evidence pane."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from tracker.domain.followup import Change
from tracker.domain.tracking import ActionDetail, Proposal, ProposalKind, ProposalState
from tracker.locale import _, n_
from tracker.locale.format import day
from tracker.services import wording
from tracker.settings import TIME_ZONE
from tracker.tui.plain import clip, line

Styles = dict[str, Style]
MOST, SHORTEST = 2, 60
"""Proposals shown, and the least cells of each: the decision below must stay in sight."""


def titled(title: str, lines: list[str], styles: Styles, role: str = "faint") -> Content:
    """A heading with lines under it; nothing without lines."""
    if not lines:
        return Content("")
    return Content("\n").join([Content.styled(title, styles["label"]), *(Content.styled(text, styles[role]) for text in lines)])


def returned(detail: ActionDetail, styles: Styles, width: int, *, brief: bool = False) -> Content:
    """Proposals still to be decided, a line of `width` cells each; only the first and the keys where it must be `brief`."""
    waiting = [p for p in detail.proposals if p.state is ProposalState.OPEN]
    if brief and waiting:
        keys = _("y yes · Y no") + (f" (+{len(waiting) - 1})" if len(waiting) > 1 else "")
        first = clip(proposal_line(waiting[0]), max(width, SHORTEST) - len(keys) - 3)
        return Content.styled(f"{first} · {keys}", styles["returned"])
    lines = [clip(proposal_line(p), max(width, SHORTEST)) for p in waiting[:MOST]]
    if len(waiting) > MOST:
        lines.append(n_("… and {count} more", "… and {count} more", len(waiting) - MOST).format(count=len(waiting) - MOST))
    if lines:
        lines.append(_("y yes, settle it with this · Y no, not the same matter"))
    return titled(_("Noticed"), lines, styles, "returned")


def proposal_line(proposal: Proposal) -> str:
    """One proposal in words."""
    if proposal.kind is ProposalKind.DUPLICATE:
        return "= " + _("the same promise stands in no. {other}: {text}").format(other=proposal.other, text=line(proposal.evidence))
    when = day(proposal.meeting_date) if proposal.meeting_date else "?"
    place = _("treated again on {day} in {forum}, item {number}")
    return "↻ " + place.format(day=when, forum=line(proposal.forum or "?"), number=proposal.item or "?") + f": {line(proposal.evidence)}"


def notes(detail: ActionDetail, styles: Styles) -> Content:
    """What people wrote."""
    lines = [f"{day(n.when.astimezone(TIME_ZONE).date())} {line(n.who)}: {line(n.text)}" for n in detail.notes]
    return titled(_("Notes"), lines, styles, "title")


def ticks(detail: ActionDetail, styles: Styles) -> Content:
    """A group's members and who has done their part."""
    lines = [("✓ " if t.done else "· ") + line(t.member) for t in detail.ticks]
    return titled(_("Each one's part"), lines, styles)


def why(detail: ActionDetail, styles: Styles) -> Content:
    """Confidence, signals and rules."""
    card = detail.action
    if not card.rules:
        return Content("")
    lines = [_("certain to {percent} %").format(percent=round(card.confidence * 100))]
    speaking = [f"{'+' if s.weight > 0 else '−'} {line(wording.signal(s))}" for s in detail.signals]
    if speaking:
        lines[0] += ": " + ", ".join(speaking)
    lines.append(_("Rules: {rules}").format(rules=line(wording.rules(card.rules))))
    if detail.clauses:
        lines.append(_("Conventions: {clauses}").format(clauses=line(wording.conventions(detail.clauses))))
    return titled(_("Why it was found"), lines, styles)


def history(detail: ActionDetail, styles: Styles) -> Content:
    """What was changed, latest first."""
    return titled(_("History"), [step_line(first, said) for first, said in reversed(wording.steps(detail.history))], styles)


def step_line(first: Change, said: str) -> str:
    """One thing somebody did."""
    when = first.when.astimezone(TIME_ZONE)
    return f"{day(when.date())} {when:%H.%M} {line(first.who)}: {line(said)}"
