"""The sentences of a card in a calendar: one readable in a month view, and the whole story below it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.followup import ActionItem, Light, Status
from tracker.ical.labels import CalendarTexts
from tracker.ical.text import clean, one_line

LONGEST_SUMMARY = 160
"""Characters of a summary's sentence; month views show the first twenty, day views all of it."""
LONGEST_WORDS = 40
"""Characters of the words for a range that are shown before a sentence."""
FEWEST_WORDS = 4
"""Words a sentence keeps when those for a range are moved."""


def is_range(action: ActionItem) -> bool:
    """Whether the day in force is the last of several days the writer meant ("i februar")."""
    deadline = action.deadline
    return bool(deadline and deadline.earliest and deadline.due and deadline.earliest < deadline.due == action.due)


def summary(action: ActionItem, texts: CalendarTexts, *, hide: bool = False) -> str:
    """What a month view shows: "Frist (i februar): lister til Anne Mette (Alle chefer)"."""
    over = action.status in (Status.DONE, Status.DROPPED)
    lead = texts.statuses[action.status] if over else texts.kinds[action.kind]
    sentence = _hidden(action, texts) if hide else _sentence(action)
    notes = [] if over or hide else list(_qualifiers(action, sentence, texts))
    head = f"{lead} ({', '.join(notes)})" if notes else lead
    return f"{head}: {sentence}"


def _qualifiers(action: ActionItem, sentence: str, texts: CalendarTexts) -> Iterator[str]:
    words = one_line(action.deadline.text, LONGEST_WORDS) if action.deadline and is_range(action) else ""
    if words.casefold() not in sentence.casefold():
        yield words
    if action.due_estimated:
        yield texts.estimated
    if action.light in (Light.YELLOW, Light.RED):
        yield texts.lights[action.light]


def _sentence(action: ActionItem) -> str:
    text = one_line(_without_range(one_line(action.text or action.quote), action), LONGEST_SUMMARY)
    folded = text.casefold()
    missing = [name for name in map(one_line, action.responsible) if name.casefold() not in folded]
    return f"{text} ({', '.join(missing)})" if missing else text


def _without_range(text: str, action: ActionItem) -> str:
    """The sentence without the words for a range at its end: they stand before it, where a month view still shows them."""
    words = one_line(action.deadline.text, LONGEST_WORDS) if action.deadline and is_range(action) else ""
    kept = text.rstrip(".")
    if not words or not kept.casefold().endswith(" " + words.casefold()):
        return text
    kept = kept[: -len(words)].rstrip(" ,;–-")
    return kept if len(kept.split()) >= FEWEST_WORDS else text


def _hidden(action: ActionItem, texts: CalendarTexts) -> str:
    if action.case_number:
        return texts.hidden_case.format(number=one_line(action.case_number, 60))
    return texts.hidden_card.format(id=action.id)


def description(action: ActionItem, texts: CalendarTexts, *, hide: bool = False) -> str:
    """Quote, deadline, parties, light, origin, case number and why it was found; a line each."""
    if hide:
        return "\n".join(_deadline_lines(action, texts, hide=True))
    quote = clean(action.quote).strip()
    lines = [f"“{quote}”", ""] if quote else []
    return "\n".join([*lines, *_deadline_lines(action, texts), *_party_lines(action, texts), *_origin_lines(action, texts)])


def _deadline_lines(action: ActionItem, texts: CalendarTexts, *, hide: bool = False) -> Iterator[str]:
    deadline, day = action.deadline, texts.day(action.due) if action.due else ""
    words = one_line(deadline.text) if deadline and not hide else ""
    if deadline and deadline.earliest and is_range(action):
        day = texts.span.format(first=texts.day(deadline.earliest), last=day)
    elif deadline and action.due and words and deadline.due and deadline.due != action.due:
        words = texts.originally.format(text=words)
    if day or words:
        yield f"{texts.deadline}: {day} ({words})" if day and words else f"{texts.deadline}: {day or words}"
    if action.due_estimated:
        yield texts.estimated_long
    if deadline and deadline.recurrence:
        yield f"{texts.recurs}: {one_line(deadline.recurrence, 100)}"


def _party_lines(action: ActionItem, texts: CalendarTexts) -> Iterator[str]:
    yield f"{texts.responsible}: {', '.join(map(one_line, action.responsible)) or texts.nobody}"
    if action.recipients:
        yield f"{texts.recipients}: {', '.join(map(one_line, action.recipients))}"
    state = texts.statuses[action.status]
    yield f"{texts.status}: {state.lower()}" + (f", {texts.light.lower()}: {texts.lights[action.light]}" if action.light else "")


def _origin_lines(action: ActionItem, texts: CalendarTexts) -> Iterator[str]:
    place = [one_line(action.forum)] if action.forum else []
    if action.meeting_date:
        place.append(texts.day(action.meeting_date))
    if action.item is not None:
        place.append(texts.item.format(number=action.item) + (f": {one_line(action.item_title)}" if action.item_title else ""))
    if place:
        yield f"{texts.meeting}: {', '.join(place)}"
    if action.case_number:
        yield f"{texts.case}: {one_line(action.case_number)}"
    if action.rules:
        yield f"{texts.why}: {', '.join(map(one_line, action.rules))}"
    yield texts.card.format(id=action.id)
