"""The corpus: each example read as a whole, inside a sentence and as typed; each reject without any find."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.danish.corpus import Entry, entries, form, rejects
from tracker.danish import find_times, resolve
from tracker.danish.brief import brief
from tracker.domain.deadline import TimeExpression

ENTRIES = entries()
REJECTS = rejects()


def answer(time: TimeExpression) -> str:
    return brief(time.deadline) + (" past" if time.past else "") + (" condition" if time.condition else "")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.group}: {e.text} ({e.on})")
def test_example(entry: Entry) -> None:
    found = find_times(entry.text, entry.on)
    assert [(time.text, answer(time)) for time in found] == [(entry.span, entry.answer)]
    assert all(entry.text[time.start : time.end] == time.text for time in found)


@pytest.mark.parametrize(("group", "text"), REJECTS, ids=lambda x: x)
def test_reject(group: str, text: str) -> None:
    assert find_times(text, date(2017, 6, 28)) == []


def test_typed_alone_an_example_means_the_same() -> None:
    for entry in ENTRIES:
        if entry.span == entry.text and "condition" not in entry.answer:
            typed = resolve(entry.text, entry.on)
            assert typed is not None, entry
            assert brief(typed) == entry.answer.removesuffix(" past"), entry


LEADS = (
    "inden ",
    "senest ",
    "i ",
    "på ",
    "til ",
    "om ",
    "efter ",
    "før ",
    "fra ",
    "mellem ",
    "primo ",
    "ultimo ",
    "ved ",
    "den ",
    "med frist ",
    "frem til ",
)


def test_words_around_an_example_change_nothing() -> None:
    carried = [e for e in ENTRIES if e.span == e.text and e.text.startswith(LEADS) and "condition" not in e.answer]
    assert len(carried) > 500
    for entry in carried:
        before = "Formanden sender listen rundt "
        found = find_times(f"{before}{entry.text}, så udvalget kan se den.", entry.on)
        assert [(time.text, answer(time)) for time in found] == [(entry.text, entry.answer)], entry
        assert found[0].start == len(before)


def test_the_corpus_is_as_large_and_as_varied_as_it_says() -> None:
    assert len(ENTRIES) >= 600
    assert len(REJECTS) >= 200
    repeated = {masked: count for masked, count in Counter(form(e.text) for e in ENTRIES).items() if count > 3}
    assert repeated == {}
    assert len({(e.text, e.on) for e in ENTRIES}) == len(ENTRIES)
    assert len({text for _, text in REJECTS}) == len(REJECTS)


def test_a_form_masks_numbers_and_names() -> None:
    assert form("Inden den 15. August") == form("inden den 3. maj")
    assert form("om tre uger") == form("om 14 uger")
    assert form("inden påske") != form("efter påske")
