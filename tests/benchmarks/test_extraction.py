"""What reading and extracting cost, as ratios to scanning the same text with one compiled month-name expression in the same run.

Run with `pytest tests/benchmarks/test_extraction.py`. The scan does about 38 MB/s where extraction
does about 1.4 MB/s on real minutes (0.4 on our own, dense with promises).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
MONTHS = re.compile(r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b")


def texts() -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*.txt"))]


def cost(work: Callable[[], object], runs: int = 3) -> float:
    """Processor seconds of the fastest of the runs."""
    best = float("inf")
    for _ in range(runs):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def growth(small: list[str], large: list[str], allowed: float) -> float:
    """How many times more `large` costs than `small`: the two in turns, the fastest of each, and again while it is more than `allowed`.

    A neighbour on the same processor slows a run by half; a run can be slowed but not hurried, so the fastest of more runs tells more.
    """
    few = many = float("inf")
    for _ in range(6):
        few = min(few, cost(lambda: all_in(small), 1))
        many = min(many, cost(lambda: all_in(large), 1))
        if many / few < allowed:
            break
    return many / few


def all_in(sources: list[str]) -> int:
    found = 0
    for text in sources:
        found += len(extract(parse(SourceText("r.txt", text))).follow_ups)
    return found


@pytest.mark.benchmark(group="extraction")
def test_reading_and_extracting_against_a_month_scan(benchmark) -> None:
    sources = texts()
    scan = cost(lambda: [MONTHS.findall(text) for text in sources * 20]) / 20
    benchmark.pedantic(all_in, args=(sources,), rounds=3, warmup_rounds=1)
    ratio = cost(lambda: all_in(sources)) / scan
    benchmark.extra_info["ratio_to_month_scan"] = round(ratio, 1)
    assert ratio < 150


def test_cost_grows_linearly() -> None:
    one = (SAMPLES / "2026-05-18_hovedmed.txt").read_text(encoding="utf-8")
    body = one[one.index("1. Godkendelse") :]
    small, large = one + body * 4, one + body * 16
    allowed = 1.6 * len(large) / len(small)
    assert growth([small], [large], allowed) < allowed


@pytest.mark.parametrize(
    "line",
    [
        "Til næste møde:\n- Bo ringer\n",
        "Husk at søge puljer:\n- Bo ringer\n",
        "Bo:\n- Følger op på den\n",
        "Ad 4) Bo ringer\n",
        "tovholder på ugen, ",
        "Udsat. Bo regner på det, og sagen genoptages i maj.\n",
        "Udsat. Temaet er ikke klar. Genoptages 30. marts.\n",
        "Opgave\nAnsvarlig\nFrist\n",
        "[aktion: ",
        "Ida: Uge 20: ",
        "nsv a  a  a",
        "Opgave; Ansvarlig; ",
    ],
)
def test_one_line_again_and_again_costs_as_much_each_time(line: str) -> None:
    """What a list keeps of the lines above it must not be searched from its beginning."""
    head = "Referat af møde den 4. maj 2021\n\n1. Punkt\n\n"
    few, many = ([head + line * count] for count in (1_000, 4_000))
    assert growth(few, many, 1.6 * 4) < 1.6 * 4
