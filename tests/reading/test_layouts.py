"""Every layout family: one fictional sample each, its whole structure asserted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.domain.minutes import Minutes
from tracker.reading import parse, read

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def described(minutes: Minutes) -> dict[str, object]:
    meeting = minutes.meeting
    return {
        "layout": minutes.layout,
        "forum": meeting.forum,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start.strftime("%H:%M") if meeting.start else None,
        "place": meeting.place,
        "absent": [person.name for person in meeting.attendees if not person.present],
        "next_meeting": meeting.next_meeting.isoformat() if meeting.next_meeting else None,
        "guessed": minutes.guessed,
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "case_number": item.case_number,
                "closed": item.closed,
                "decisions": [
                    {
                        "date": decision.date.isoformat() if decision.date else None,
                        "forum": decision.forum,
                        "own": decision.own,
                        "outcome": decision.outcome.value,
                        "text": " ".join(decision.span.of(minutes.text).split()),
                    }
                    for decision in item.decisions
                ],
                "attachments": [attachment.title for attachment in item.attachments],
            }
            for item in minutes.items
        ],
    }


def test_every_sample_has_its_expected_structure() -> None:
    assert sorted(EXPECTED) == sorted(path.stem for path in SAMPLES.glob("*.txt"))
    assert {name[:3] for name in EXPECTED} == {f"l{number:02}" for number in range(1, 30)}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_structure(name: str) -> None:
    assert described(parse(read(SAMPLES / f"{name}.txt"))) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_spans_lie_in_order_inside_their_items(name: str) -> None:
    minutes = parse(read(SAMPLES / f"{name}.txt"))
    for before, after in zip(minutes.items, minutes.items[1:], strict=False):
        assert before.span.end <= after.span.start
    for item in minutes.items:
        assert item.label in item.span.of(minutes.text)
        spans = [decision.span for decision in item.decisions]
        assert spans == sorted(spans)
        assert all(span in item.span for span in [*spans, *(section.span for section in item.sections)])
        assert all(span.of(minutes.text) == span.of(minutes.text).strip() for span in spans)
        for attachment in item.attachments:
            assert attachment.title in attachment.span.of(minutes.text)


@pytest.mark.parametrize("name", sorted(EXPECTED))
@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028"])
def test_line_ends_make_no_difference(name: str, ending: str) -> None:
    from tracker.reading import read_bytes

    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    assert described(parse(read_bytes(text.replace("\n", ending).encode(), "x.txt"))) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_blank_lines_between_all_lines_keep_the_decisions(name: str) -> None:
    """Word and web pages put every line in a paragraph of its own."""
    from tracker.reading import read_bytes

    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    spaced = described(parse(read_bytes("\n\n".join(filter(None, text.split("\n"))).encode(), "x.txt")))
    assert spaced["items"] == EXPECTED[name]["items"]
