from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tracker.domain.deadline import Deadline
from tracker.domain.followup import ActionItem, Kind, Status

CHANGED = datetime(2017, 6, 29, 12, 0, tzinfo=UTC)


def make_card(number: int = 7, **fields: Any) -> ActionItem:
    values: dict[str, Any] = {
        "status": Status.OPEN,
        "kind": Kind.TASK,
        "text": "lister til Anne Mette",
        "quote": "Alle chefer melder inden 15. august lister ind til Anne Mette",
        "responsible": ("Alle chefer",),
        "recipients": ("Anne Mette",),
        "deadline": Deadline("inden 15. august", due=date(2017, 8, 15)),
        "due": date(2017, 8, 15),
        "forum": "Chefforum",
        "meeting_date": date(2017, 6, 28),
        "item": 3,
        "item_title": "Kurser",
        "case_number": "81.04.00-A00-1-16",
        "rules": ("verb.melde", "time.inden"),
        "version": 3,
        "created": CHANGED,
        "changed": CHANGED,
    }
    return ActionItem(id=number, uid=f"card-{number}@test", **(values | fields))


@pytest.fixture(scope="session")
def card() -> Callable[..., ActionItem]:
    """A factory of cards; fields by keyword."""
    return make_card
