"""Items counted by words of the referat's own."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Minutes, SourceText
from tracker.reading import parse
from tracker.reading.own_labels import own_labels


def parsed(text: str) -> Minutes:
    return parse(SourceText("x.txt", text))


MIXED = """Referat af direktionsmøde den 4. maj 2021

Beslutningspunkt 1: Godkendelse af dagsorden
Godkendt.

Orienteringspunkt 2: Sygefravær
Direktionen tog orienteringen til efterretning.
Ida Dal sender tallene til fagcheferne senest den 12. maj 2021.

Beslutningspunkt 3: Ny bro
Det blev drøftet.
Bo Lind udarbejder et oplæg til næste møde.
"""


@pytest.mark.parametrize("label", ["Drøftelse nr. {n} – {t}", "- Spørgsmål {n}: {t}", "DRØFTELSE {n}\n{t}", "Aftale punkt {n}. {t}"])
def test_words_that_count_on_from_one_through_the_text_begin_items(label: str) -> None:
    titles = ("Vejene", "Hækkene", "Kassen")
    items = "\n\n".join(f"{label.format(n=n, t=t)}\nDer er huller.\nBo ringer i juni." for n, t in enumerate(titles, 1))
    minutes = parsed(f"Bestyrelsesmøde i Grundejerforeningen Lærken, 4. maj 2021\n\nTil stede: Ida og Bo\n\n{items}\n")
    assert [(item.number, item.title) for item in minutes.items] == list(enumerate(titles, 1))
    assert all(len(item.decisions) == 1 for item in minutes.items)


def test_kinds_of_points_that_take_turns_are_one_count() -> None:
    minutes = parsed(MIXED)
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Godkendelse af dagsorden"), (2, "Sygefravær"), (3, "Ny bro")]


@pytest.mark.parametrize(
    "text",
    [
        MIXED.replace("Orienteringspunkt 2", "Orienteringspunkt 4"),  # no count
        MIXED.replace("Beslutningspunkt", "Bilag").replace("Orienteringspunkt", "Bilag"),  # never items
        MIXED.replace("Beslutningspunkt", "Punkt").replace("Orienteringspunkt", "Punkt"),  # the usual labels read these
        "Referat af møde den 4. maj 2021\n\n1. Planen\n" + "Der blev talt om planen.\n" * 30 + "Fase 1: Bo\nFase 2: Ida\nFase 3: Per\n",
        "Referat af møde den 4. maj 2021\n\n1. Planen\nFase 1: Bo\nFase 2: Ida\nFase 3: Per\n",  # nothing is said between them
    ],
)
def test_what_counts_something_else_is_left_alone(text: str) -> None:
    assert own_labels(text) == {}
