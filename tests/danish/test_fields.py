"""Fields of one line are told apart; other sentences stay whole."""

from __future__ import annotations

import time

import pytest

from tracker.danish.fields import fields


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ansvarlig: Bo/Frist: 3. maj", ["Ansvarlig: Bo", "Frist: 3. maj"]),
        ("Ansvarlig: Bo, frist: 3. maj", ["Ansvarlig: Bo", "frist: 3. maj"]),
        ("Frist: 3. maj – Ansvarlig: Bo og Ida", ["Frist: 3. maj", "Ansvarlig: Bo og Ida"]),
        ("(Tovholder: Bo; deadline: 3. maj)", ["(Tovholder: Bo", "deadline: 3. maj)"]),
        ("Ansvarlig: Bo   Frist: 3. maj   Status: Åben", ["Ansvarlig: Bo", "Frist: 3. maj", "Status: Åben"]),
        ("Ansvarlig: Bo, Ida", ["Ansvarlig: Bo, Ida"]),
        ("Planen hænges op, frist: 3. maj", ["Planen hænges op, frist: 3. maj"]),
        ("– Ansvarlig: Bo – Frist: 3. maj", ["Ansvarlig: Bo", "Frist: 3. maj"]),
        ("Planen hænges op – Ansvarlig: Bo – Frist: 3. maj", ["Planen hænges op", "Ansvarlig: Bo", "Frist: 3. maj"]),
        ("Planen hænges op (ansvarlig: Bo, frist: 3. maj)", ["Planen hænges op", "(ansvarlig: Bo", "frist: 3. maj)"]),
        ("Planen / Ansvarlig: Bo", ["Planen", "Ansvarlig: Bo"]),
        ("Havnen – Status: forsinket", ["Havnen – Status: forsinket"]),
    ],
)
def test_the_fields_of_a_line(text: str, parts: list[str]) -> None:
    assert [text[begin:end] for begin, end in fields(text, 0, len(text))] == parts


@pytest.mark.parametrize("sign", [" ", "/", ", ", " - ", "Frist", "frist "])
def test_long_lines_cost_in_proportion(sign: str) -> None:
    def cost(size: int) -> float:
        text = "Ansvarlig: Bo" + sign * size
        begun = time.process_time()
        fields(text, 0, len(text))
        return time.process_time() - begun

    cost(1_000)
    assert cost(40_000) < 1
