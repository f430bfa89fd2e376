"""Every error is one line, in the user's language, without control characters."""

from __future__ import annotations

import pytest

from tracker import errors
from tracker.locale import _


def every_error() -> list[type[errors.TrackerError]]:
    return [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.TrackerError)]


@pytest.mark.parametrize("kind", every_error())
def test_message_is_one_printable_line_even_with_hostile_values(kind: type[errors.TrackerError]) -> None:
    message = kind(name="a\x1b[31m\nb{x}", reason="r\x07", id=7).message(_)
    assert message
    assert message.isprintable()


def test_message_is_translated() -> None:
    assert errors.MissingFile(name="x.txt").message(_) == "x.txt: filen eller mappen findes ikke"


def test_only_wrong_usage_exits_with_two() -> None:
    assert {e.__name__ for e in every_error() if e.exit_code != 1} == {"UsageError"}
