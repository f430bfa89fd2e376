"""Whatever comes in, only errors of tracker.errors come out; and what is read always holds together."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.minutes import Minutes, SourceText
from tracker.errors import TrackerError
from tracker.reading import outcome_of, parse, read_bytes
from tracker.reading.normal import normalise

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))
FRAGMENTS = sorted({line for path in SAMPLES for line in path.read_text(encoding="utf-8").split("\n")})
RUNS = 200


def holds_together(minutes: Minutes) -> None:
    text = minutes.text
    ends = 0
    for item in minutes.items:
        assert ends <= item.span.start <= item.span.end <= len(text)
        ends = item.span.end
        for span in [*(d.span for d in item.decisions), *(s.span for s in item.sections), *(a.span for a in item.attachments)]:
            assert span in item.span
        assert all(len(decision.span) for decision in item.decisions)
        assert isinstance(item.number, int)


def survives(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
        assert source.text == normalise(source.text)
        assert [mark.page for mark in source.pages] == sorted({mark.page for mark in source.pages})
        holds_together(parse(source))
    except TrackerError as error:
        said = str(error)
    else:
        return
    assert "\n" not in said


def mutated(data: bytes, dice: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(out) + 1)
        match dice.randrange(5):
            case 0:
                out[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del out[at : at + dice.choice((1, 4, 64, 2000))]
            case 2:
                out[at:at] = dice.choice(
                    (b"\0", b"\xff\xfe", b"<", b"&#0;", b"]]>", b"\r", b"1. ", b"Beslutning\n", b"..... 3\n", b" | ", b"9" * 40)
                )
            case 3:
                start = dice.randrange(len(out) + 1)
                out[at:at] = out[start : start + dice.choice((8, 200, 3000))]
            case _:
                out[at : at + 30] = bytes(dice.randrange(256) for _ in range(30))
        if not out:
            out = bytearray(b"x")
    return bytes(out)


@pytest.mark.parametrize("kind", ["txt", "md", "html", "docx", "pdf"])
def test_mutated_files(kind: str, makers: dict[str, Callable[[str], bytes]]) -> None:
    dice = random.Random(f"tracker {kind}")
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    seeds = [makers[kind](text) if kind in makers else text.encode() for text in dice.sample(texts, 6)]
    for _ in range(RUNS):
        survives(mutated(dice.choice(seeds), dice), f"fuzz.{kind}")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.docx"]))
def test_any_bytes(data: bytes, name: str) -> None:
    survives(data, name)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    with contextlib.suppress(TrackerError):
        holds_together(parse(SourceText("x", text)))


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12), st.from_regex(r"\A\d{1,4}[.)]? ?[A-Z]?[a-z]*\Z")), max_size=40))
def test_any_order_of_the_lines_of_minutes(lines: list[str]) -> None:
    try:
        minutes = parse(SourceText("x", "\n".join(lines)))
    except TrackerError:
        return
    holds_together(minutes)
    assert minutes.items
    assert minutes.agenda_only == (not any(item.decisions for item in minutes.items))


@given(st.text(max_size=200))
def test_outcome_of_any_text(text: str) -> None:
    outcome_of(text)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert not any(ord(ch) < 32 and ch not in "\t\n" for ch in once)
