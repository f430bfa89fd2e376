"""Where sentences end, and how bullets hang together."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.danish.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Else ringer. Per skriver.", ["Else ringer.", "Per skriver."]),
        ("Pumpen hoster. → Else ringer => Per betaler", ["Pumpen hoster.", "Else ringer", "Per betaler"]),
        ("2.1 Else ringer.\n2.2 Per skriver.", ["Else ringer.", "Per skriver."]),
        ("14.2 Else ringer.", ["14.2 Else ringer."]),
        ("[ ] Else ringer\n☐ Per skriver\n> Bo går", ["Else ringer", "Per skriver", "Bo går"]),
        (
            "Notatet sendes til alle afdelinger og til udvalget. Frist: 3. maj\nElse ringer",
            ["Notatet sendes til alle afdelinger og til udvalget.", "Frist: 3. maj", "Else ringer"],
        ),
        ("Det gælder bl.a. Skovvej og f.eks. Engvej.", ["Det gælder bl.a. Skovvej og f.eks. Engvej."]),
        ("Mødet er den 3. maj. Alle kommer.", ["Mødet er den 3. maj.", "Alle kommer."]),
        ("I 2. kvartal måles der. I 3. kvartal ikke.", ["I 2. kvartal måles der.", "I 3. kvartal ikke."]),
        ("Prisen er 4.500 kr. Bo betaler.", ["Prisen er 4.500 kr.", "Bo betaler."]),
        ("A. Holm sender brevet.", ["A. Holm sender brevet."]),
        ("Vi valgte model B. Udvalget følger op.", ["Vi valgte model B.", "Udvalget følger op."]),
        ("Tovholder: HR. Bestilles i maj.", ["Tovholder: HR.", "Bestilles i maj."]),
        ("Kan vi det? Ja! Godt.", ["Kan vi det?", "Ja!", "Godt."]),
        ("Det sker i uge 6. (Else var ikke med)", ["Det sker i uge 6.", "(Else var ikke med)"]),
        (
            "Der hentes pris på ny belysning i den store gård\n\ninden næste møde.",
            ["Der hentes pris på ny belysning i den store gård\n\ninden næste møde."],
        ),
        ("kontingent\n\nbeslutning", ["kontingent", "beslutning"]),
        ("Senest uge 20. SK laver planen.", ["Senest uge 20.", "SK laver planen."]),
        ("Kortet er klart i april.Bo Lund ringer.", ["Kortet er klart i april.", "Bo Lund ringer."]),
        ("Skriv til anne.holm@vig.Dk senest fredag.", ["Skriv til anne.holm@vig.Dk senest fredag."]),
        ("Se www.kommune.Dk og budget.Xlsx på drevet.", ["Se www.kommune.Dk og budget.Xlsx på drevet."]),
    ],
)
def test_full_stops(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_wrapped_line_goes_on() -> None:
    text = "Forvaltningen undersøger, om den nederste del af stien kan belyses, og\nvender tilbage med en pris.\nNyt afsnit."
    assert cut(text) == [
        "Forvaltningen undersøger, om den nederste del af stien kan belyses, og\nvender tilbage med en pris.",
        "Nyt afsnit.",
    ]


def test_a_line_ends_a_sentence_where_the_next_word_would_have_fitted_behind_it() -> None:
    text = (
        "Ruth gennemgik regnskabet for sidste år. Der var et overskud på 112.400 kr., som går til henlæggelser på\n"
        "kontoen.\nRuth stiller vores tre spørgsmål skriftligt til administrator, senest 20/3\n"
        "Budgettet lægges derefter frem på mødet den 25. april"
    )
    assert cut(text)[-2:] == [
        "Ruth stiller vores tre spørgsmål skriftligt til administrator, senest 20/3",
        "Budgettet lægges derefter frem på mødet den 25. april",
    ]


def test_a_name_at_the_head_of_a_wrapped_line_goes_on() -> None:
    text = "Forvaltningen undersøger, om den nederste del af stien kan belyses sammen med lederen af\nHavnevej 7 og vender tilbage."
    assert len(cut(text)) == 1


def test_a_date_at_the_head_of_a_wrapped_line_is_no_numbered_point() -> None:
    text = "Alle melder deres ønsker om efterårets kurser ind til sekretariatet senest\n1. juni, så planen kan lægges."
    assert len(cut(text)) == 1


def test_bullets_know_their_level_and_parent() -> None:
    text = "Følgende blev aftalt:\n- Bo maler\n  - Ida køber maling\n- Ea rydder op"
    lead, first, nested, last = split_sentences(text)
    assert (lead.level, first.level, nested.level, last.level) == (0, 1, 2, 1)
    assert (nested.parent, last.parent, first.lead) == (1, None, 0)


@given(st.text(max_size=200))
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    position = 0
    for sentence in split_sentences(text):
        assert position <= sentence.start < sentence.end <= len(text)
        position = sentence.end


@pytest.mark.parametrize("unit", ["Bo ringer, ", "Bo ringer ", "x", "Bo;Ea "])
def test_what_never_stops_is_cut_into_pieces_that_hold_every_word(unit: str) -> None:
    text = unit * 3_000
    pieces = split_sentences(text)
    assert len(pieces) > 1
    assert all(piece.end - piece.start <= 2_000 for piece in pieces)
    assert "".join("".join(text[p.start : p.end].split()) for p in pieces) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["a." * 20_000, "- " * 20_000, "\n" * 40_000, "1. " * 20_000, "A. B. " * 10_000, "aaaa.Bo " * 10_000, " " * 50_000 + "x"]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begin = time.process_time()
    split_sentences(text)
    assert time.process_time() - begin < 2


def test_a_number_of_two_levels_before_blanks_begins_a_point() -> None:
    text = "2.1   Planen sendes ud.  BK   23/3\n2.2   Taget er lukket."
    assert [text[s.start : s.end] for s in split_sentences(text)] == ["Planen sendes ud.", "BK   23/3", "Taget er lukket."]


def test_a_sentence_that_runs_on_leads_into_the_points_below_it() -> None:
    text = "Udvalget besluttede,\n- at Bo ringer\n- at Ea skriver\n\nBo kom.\n- Ea skriver"
    assert [s.lead for s in split_sentences(text)] == [None, 0, 0, None, None]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Alle melder deres ønsker ind til Villum senest den", "15. Resten sender Ea."),
        ("Bo tager den lange trappe ned i kælderen i uge", "40. Resten tager Ea."),
        ("Rådet har udpeget Bo Dal, Ida Holk,", "Ea Lund."),
        ("Villum sender det samlede notat til Center for Økonomi og", "Digitalisering."),
        ("Rut udarbejder en handleplan, der fremsendes til", "Socialtilsynet."),
    ],
)
def test_a_line_that_cannot_end_there_goes_on_in_the_next(above: str, below: str) -> None:
    text = f"- {above}\n     {below}\n- Bo ringer."
    first = split_sentences(text)[0]
    assert text[first.start : first.end].rsplit(maxsplit=1)[-1] in below


def test_a_particle_may_end_a_line() -> None:
    text = "- Bo kigger teksten efter\n1. Ea ringer.\n- Ida slår græs\n2. Bo maler."
    assert len(split_sentences(text)) == 4
