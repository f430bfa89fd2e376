"""Why a text, or a stored card, is read as it is."""

from __future__ import annotations

from datetime import date

from tracker.domain.followup import ActionItem, Evidence, Kind, Signal, Status
from tracker.domain.minutes import Meeting, SourceText, Span
from tracker.domain.tracking import ActionDetail
from tracker.services.explain import explain_text, lines_of_card, lines_of_text

ON = date(2026, 3, 18)


def test_a_text_is_explained_word_by_word() -> None:
    lines = [(line.label, line.words) for line in lines_of_text(explain_text("Rut sender planen til Villum inden 1. maj.", ON))]
    assert ("Ansvarlig", "Rut") in lines
    assert ("Modtagere", "Villum") in lines
    assert ("Frist", "inden 1. maj = 1. maj 2026") in lines
    assert ("Udsagnsord", "sender") in lines
    assert ("Regel", "nogen gør noget i nutid (tæller)") in lines


def test_silence_is_explained_too() -> None:
    lines = [(line.label, line.words) for line in lines_of_text(explain_text("Rut sender ikke planen.", ON))]
    assert lines[0] == ("Intet at følge op på", "")
    assert ("Regel", "benægtet (tæller ikke)") in lines


def test_what_is_passed_over_says_why() -> None:
    text = "Udvalget blev orienteret om, at Lis sender planen. Kan vi nå det? Ansvarlig: Rut."
    lines = [(line.label, line.words) for line in lines_of_text(explain_text(text, ON))]
    aside = lines.index(("Sætning", "at Lis sender planen."))
    assert lines[aside + 2] == ("Sprunget over", "kun fortalt som baggrund, ikke besluttet")
    assert ("Sprunget over", "et spørgsmål") in lines
    assert not [words for label, words in lines if label == "Sprunget over" and "mærkat" in words]


def test_a_stored_card_shows_its_evidence() -> None:
    text = "Rut sender planen."
    action = ActionItem(1, "u", Status.OPEN, Kind.TASK, "Sende planen", text, rules=("doing",), confidence=0.9)
    card = ActionDetail(
        action,
        SourceText("r.txt", text),
        Meeting(),
        evidence=(Evidence("responsible", Span(0, 3)), Evidence("verb", Span(4, 10))),
        signals=(Signal("named-person", 0.6),),
        clauses=("4 Historic present",),
    )
    lines = [(line.label, line.words) for line in lines_of_card(card)]
    assert ("Ansvarlig", "Rut") in lines
    assert ("Sikkerhed", "90 % (en navngiven ansvarlig +0,6)") in lines
