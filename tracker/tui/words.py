"""The words of the domain on screen, in the language in force."""

from __future__ import annotations

from datetime import date

from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision
from tracker.domain.followup import ActionItem, Kind, Light, Status
from tracker.locale import _, n_
from tracker.locale.format import day, month, relative_day, weekday
from tracker.tui.bands import Band

NO_DAY = frozenset({"ingen", "ingen frist", "uden frist", "none", "no deadline", "-"})
"""What people type for no day, in either language."""
FAR = 1000
"""Days from which nobody counts in days any more."""


def status(value: Status) -> str:
    """ "til gennemsyn", "åben" …"""
    return {Status.REVIEW: _("to review"), Status.OPEN: _("open"), Status.DONE: _("done"), Status.DROPPED: _("dropped")}[value]


def light(value: Light) -> str:
    """ "grøn", "gul", "rød"."""
    return {Light.GREEN: _("green"), Light.YELLOW: _("yellow"), Light.RED: _("red")}[value]


def kind(value: Kind) -> str:
    """What sort of follow-up it is."""
    return {Kind.TASK: _("task"), Kind.STATUS: _("status"), Kind.FORWARD: _("forwarded"), Kind.DEFERRAL: _("deferred")}[value]


def band(value: Band) -> str:
    """The heading of a band."""
    return {
        Band.OVERDUE: _("Overdue"),
        Band.THIS_WEEK: _("This week"),
        Band.NEXT_MEETING: _("Next meeting"),
        Band.LATER: _("Later"),
        Band.NO_DEADLINE: _("No deadline"),
        Band.DONE: _("Done"),
        Band.DROPPED: _("Dropped"),
    }[value]


def due_day(card: ActionItem, today: date, *, short: bool = False) -> str:
    """The day in the list: "15. aug. 2017", "ca." before an estimate, the meeting where no day is known."""
    if card.due is None:
        return _("next meeting") if card.deadline and card.deadline.anchor == NEXT_MEETING else "–"
    text = day(card.due)
    if short:
        text = text.rpartition(" ")[0] if card.due.year == today.year else f"{card.due:%d.%m.%y}"
    return ("~" if card.due_estimated else "") + text


def due_relative(card: ActionItem, today: date) -> str:
    """ "om 3 dage", "5 dage over", whole years from a thousand days on; nothing for what is settled or has no day."""
    if card.due is None or not card.is_open:
        return ""
    days = (card.due - today).days
    years = round(abs(days) / 365.25)
    if days >= FAR:
        return n_("in {years} year", "in {years} years", years).format(years=years)
    if days <= -FAR:
        return n_("{years} year over", "{years} years over", years).format(years=years)
    return relative_day(card.due, today)


def means_no_day(phrase: str) -> bool:
    """Whether a person who was asked for a day says that there is none."""
    return " ".join(phrase.casefold().split()) in NO_DAY


def people(names: tuple[str, ...]) -> str:
    """Names in a row: "Anne Mette, Direktøren"."""
    return ", ".join(names)


def origin(card: ActionItem) -> str:
    """Forum, meeting and item: "Chefforum 28. jun. 2017 pkt. 3"."""
    parts = [card.forum or "", day(card.meeting_date) if card.meeting_date else ""]
    if card.item:
        parts.append(_("item {number}").format(number=card.item))
    return " ".join(p for p in parts if p)


def origin_short(card: ActionItem) -> str:
    """The same for a column: "Chefforum 28.06.17 pkt. 3"."""
    parts = [card.forum or "", f"{card.meeting_date:%d.%m.%y}" if card.meeting_date else ""]
    if card.item:
        parts.append(_("item no. {number}").format(number=card.item))
    return " ".join(p for p in parts if p)


def resolved(deadline: Deadline) -> str:
    """What a typed time means, for the dialog: "torsdag 31. aug. 2017", "1. feb. 2018 til 28. feb. 2018"."""
    if deadline.due is None:
        return _("the next meeting") if deadline.anchor == NEXT_MEETING else _("no particular day")
    if deadline.earliest and deadline.earliest != deadline.due:
        return _("{first} to {last}").format(first=day(deadline.earliest), last=day(deadline.due))
    if deadline.precision is Precision.MONTH:
        return month(deadline.due)
    return f"{weekday(deadline.due)} {day(deadline.due)}"


def reason(text: str | None) -> str:
    """The reason a card was dropped for."""
    return _("rejected") if text == "rejected" else text or ""
