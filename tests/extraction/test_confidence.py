"""Confidence is the logistic of named signals, and doubtful finds score below plain ones."""

from __future__ import annotations

import math
from datetime import date

from tracker.extraction import extract, extract_passage
from tracker.extraction.confidence import BASE, WEIGHTS, confidence_of
from tracker.reading import parse
from tracker.reading.files import read_bytes

ON = date(2026, 3, 18)


def one(text: str):
    found = extract_passage(text, ON)
    return (*found.follow_ups, *found.suggestions)[0]


def test_the_number_follows_from_the_signals() -> None:
    follow_up = one("Rut sender planen til Villum inden 1. maj.")
    assert follow_up.confidence == confidence_of(follow_up.signals)
    assert math.isclose(follow_up.confidence, 1 / (1 + math.exp(-BASE - sum(s.weight for s in follow_up.signals))), abs_tol=1e-4)
    assert all(WEIGHTS[s.name] == s.weight for s in follow_up.signals)


def test_doubtful_ones_are_low() -> None:
    sure = one("Mona sender planen til Bo inden 1. maj.").confidence
    assert sure > 0.9
    assert one("Vi ser på planen igen til efteråret.").confidence < sure
    assert one("Messeholdingen bestiller borde.").confidence < 0.8
    assert one("Rut vil gerne male bænken.").confidence < 0.9


def test_minutes_that_were_hard_to_cut_make_their_cards_doubtful() -> None:
    titles = enumerate(("Regnskab", "Bygning", "Ferie", "Eventuelt"), 1)
    items = [f"Punkt {n}. {title}\n\nBeslutning\nMona sender planen til Bo inden 1. maj." for n, title in titles]
    numbered = "Referat af møde i Chefforum den 18. marts 2026\n\n" + "\n\n".join(items)
    told = "Det blev drøftet længe. " * 20
    flat = f"Referat af møde i Chefforum den 18. marts 2026\n\n{told}Mona sender planen til Bo inden 1. maj."
    first = extract(parse(read_bytes(numbered.encode(), "x.txt"))).follow_ups[0]
    alone = extract(parse(read_bytes(flat.encode(), "x.txt"))).follow_ups[0]
    assert {"unnumbered-item", "few-items"} <= {s.name for s in alone.signals}
    assert not {"unnumbered-item", "few-items"} & {s.name for s in first.signals}
    assert alone.confidence < 0.9 < first.confidence
