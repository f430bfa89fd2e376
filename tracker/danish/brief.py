"""A deadline in one short line, for examples, tests and explanations: "2017-08-01/2017-08-31 month", "../2017-08-15 day"."""

from __future__ import annotations

from datetime import date

from tracker.domain.deadline import Deadline, Precision


def brief(deadline: Deadline) -> str:
    """The interval as ISO 8601 writes it, one day where both ends are the same, ".." for an open end; then what else there is."""
    parts = [_interval(deadline.earliest, deadline.due), str(deadline.precision)]
    if deadline.earliest is None and deadline.due is None and deadline.precision is Precision.NONE:
        parts = ["none"]
    elif deadline.earliest is None and deadline.due is None:
        parts = [str(deadline.precision)]
    if deadline.anchor:
        parts.append(deadline.anchor)
    if deadline.anchor_forum:
        parts.append(f"forum={deadline.anchor_forum}")
    if deadline.offset_days is not None:
        parts.append(f"{deadline.offset_days:+d}")
    if deadline.further_dates:
        parts.append("then " + ",".join(d.isoformat() for d in deadline.further_dates))
    if deadline.recurrence:
        parts.append(deadline.recurrence)
    if deadline.time:
        parts.append(f"T{deadline.time}")
    return " ".join(parts)


def _interval(earliest: date | None, due: date | None) -> str:
    if earliest == due and due is not None:
        return due.isoformat()
    return f"{earliest.isoformat() if earliest else '..'}/{due.isoformat() if due else '..'}"
