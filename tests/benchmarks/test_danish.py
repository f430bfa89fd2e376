"""Danish time against dateparser, in one run on the same text: how much faster, and how many of the corpus' examples each gets right."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.danish.corpus import Entry, entries
from tracker.danish import find_times
from tracker.danish.brief import brief

ON = date(2017, 6, 28)
FASTER = 30
BETTER = 2


def _text(shared: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((shared / "referater").glob("*.txt")))


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


@pytest.mark.filterwarnings("ignore")
def test_thirty_times_as_fast_as_dateparser(shared: Path, benchmark: BenchmarkFixture) -> None:
    from dateparser.search import search_dates

    text = _text(shared)
    pages = [text[start : start + 2000] for start in range(0, 20_000, 2000)]
    search_dates("den 15. august", languages=["da"])
    find_times(text, ON)
    rounds: list[float] = []
    benchmark.pedantic(  # in turns, so that a machine that slows down slows both
        lambda: find_times(text, ON),
        setup=lambda: rounds.append(_seconds(lambda: [search_dates(page, languages=["da"]) for page in pages])),
        rounds=12,
    )
    theirs = min(rounds) / sum(map(len, pages))
    ours = benchmark.stats.stats.min / len(text)
    benchmark.extra_info |= {"MB/s": round(1e-6 / ours, 1), "dateparser MB/s": round(1e-6 / theirs, 3), "ratio": round(theirs / ours)}
    assert theirs / ours >= FASTER, f"{theirs / ours:.0f} times as fast as dateparser"


def _right(entry: Entry, search: Callable[..., list[tuple[str, datetime]] | None]) -> bool:
    """Whether the first day dateparser finds is the due day (or the earliest, where there is no due day)."""
    days = entry.answer.split()[0].split("/")
    wanted = days[-1] if days[-1] != ".." else days[0]
    base = datetime.combine(entry.on, datetime.min.time())
    found = search(entry.text, languages=["da"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"})
    return bool(found) and found[0][1].date().isoformat() == wanted


@pytest.mark.filterwarnings("ignore")
def test_far_more_of_the_corpus_than_dateparser(benchmark: BenchmarkFixture) -> None:
    from dateparser.search import search_dates

    dated = [e for e in entries() if e.answer[0].isdigit() or e.answer.startswith("../")][::4]
    theirs = sum(_right(entry, search_dates) for entry in dated)
    ours = sum([brief(time.deadline) for time in find_times(e.text, e.on)] == [e.answer.removesuffix(" past")] for e in dated)
    benchmark.pedantic(lambda: [find_times(e.text, e.on) for e in dated], rounds=3)
    benchmark.extra_info |= {"examples with a day": len(dated), "right": ours, "dateparser right": theirs}
    assert ours == len(dated)
    assert theirs * BETTER <= ours
