"""What a subscriber chose for a calendar address, and which cards that lets in. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, timedelta
from typing import Any

from tracker.domain.followup import ActionItem, Status
from tracker.errors import UsageError

CANCELLED_DAYS = 30
"""Days a dropped card is sent as cancelled, so that every client has polled meanwhile; then it is left out."""
CLASSES = ("", "PUBLIC", "PRIVATE", "CONFIDENTIAL")


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """The choices of one address. `days` is how long a done card stays after its last change.

    `recipients` also lets in what a person is to receive; `next_meeting` adds the forum's next meeting with what is due and overdue.
    The other fields are those of `CalendarOptions`.
    """

    tasks: bool = False
    hide_titles: bool = False
    done: bool = True
    days: int = 183
    next_meeting: bool = True
    recipients: bool = False
    span: bool = False
    alarm_days: tuple[int, ...] = ()
    classification: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.days <= 36_500:
            raise UsageError(reason=f"days: {self.days}")
        if self.classification not in CLASSES:
            raise UsageError(reason=f"class: {self.classification}")
        if len(self.alarm_days) > 5 or any(not 0 <= days <= 365 for days in self.alarm_days):
            raise UsageError(reason="alarm: 0-365")

    def as_pairs(self) -> tuple[tuple[str, str], ...]:
        """The choices that differ from the usual, as stored with the address, in order of name."""
        return tuple(sorted((f.name, _text(getattr(self, f.name))) for f in fields(self) if getattr(self, f.name) != f.default))


USUAL = FeedOptions()


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(int(value)) if isinstance(value, bool) else str(value)


def from_pairs(pairs: Iterable[tuple[str, str]]) -> FeedOptions:
    """The choices stored with an address. A name this version does not know is passed over. Raises UsageError for a bad value."""
    values: dict[str, object] = {}
    for name, text in pairs:
        kind = _KINDS.get(name)
        try:
            if kind is bool:
                values[name] = bool(int(text))
            elif kind is int:
                values[name] = int(text)
            elif kind is tuple:
                values[name] = tuple(int(part) for part in text.split(",") if part)
            elif kind is str:
                values[name] = text
        except ValueError as error:
            raise UsageError(reason=f"{name}: {text}") from error
    return FeedOptions(**values)  # type: ignore[arg-type]


_KINDS: dict[str, Any] = {f.name: type(f.default) for f in fields(FeedOptions)}


def may_be_published(action: ActionItem) -> bool:
    """Whether a card may ever leave the house: nothing unreviewed, rejected, historic, or of an item closed to the public."""
    rejected = action.status is Status.DROPPED and action.reason == "rejected"
    return not (action.status is Status.REVIEW or rejected or action.history or action.closed)


def selected(actions: Iterable[ActionItem], options: FeedOptions, today: date) -> Iterator[ActionItem]:
    """The cards an address shows on a day. An open card always stays, however old: a window of days once hid them elsewhere."""
    for action in actions:
        if not may_be_published(action):
            continue
        age = today - action.changed.astimezone(UTC).date() if action.changed else timedelta()
        if action.status is Status.DROPPED:
            if age <= timedelta(days=CANCELLED_DAYS):
                yield action
        elif action.status is Status.OPEN or (options.done and age <= timedelta(days=options.days)):
            yield action
