"""From minutes to follow-ups: whole referater, with what hangs together across sentences and sections."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.followup import Extraction, FollowUp, Kind
from tracker.domain.minutes import SectionKind, SourceText
from tracker.extraction import extract, extract_passage
from tracker.reading import parse

ON = date(2026, 3, 18)


def of(text: str) -> tuple[FollowUp, ...]:
    return extract_passage(text, ON).follow_ups


def minutes(decision: str, *, before: str = "", next_meeting: str = "") -> Extraction:
    text = (
        "REFERAT Chefforum d. 18-03-2026\n\nMødedato Onsdag d. 18. marts 2026 kl. 09:00\n\nMødested Lokale 1\n\n"
        f"Punkt 1: CF - Havnen\n\n{before}Beslutning i Chefforum den 18-03-2026\n\n{decision}\n{next_meeting}"
    )
    return extract(parse(SourceText("r.txt", text)))


def test_a_pronoun_stands_for_the_last_one_named() -> None:
    first, second = of("Rut tegner skiltet. Hun sender det til trykkeren på fredag.")
    assert (first.responsible, second.responsible) == (("Rut",), ("Rut",))
    assert second.deadline is not None
    assert second.deadline.due == date(2026, 3, 20)


def test_several_verbs_of_one_subject_are_one_card() -> None:
    (one,) = of("Rut måler hækken op, bestiller planter og henter dem.")
    assert one.quote == "Rut måler hækken op, bestiller planter og henter dem"


def test_each_with_its_own_day_are_two_cards() -> None:
    assert [f.deadline.due for f in of("Rut måler hækken op i maj og planter den i oktober.") if f.deadline] == [
        date(2026, 5, 31),
        date(2026, 10, 31),
    ]


def test_two_subjects_are_two_cards() -> None:
    assert [f.responsible for f in of("Rut måler hækken op, og Villum bestiller planter.")] == [("Rut",), ("Villum",)]


def test_a_deadline_in_a_sentence_of_its_own() -> None:
    (one,) = of("Villum samler rettelserne. Frist: 3. april.")
    assert one.deadline is not None
    assert (one.deadline.text, one.deadline.earliest, one.deadline.due) == ("3. april", None, date(2026, 4, 3))


def test_a_label_names_the_responsible() -> None:
    (one,) = of("Nye cykelstativer ved hal 2. Ansvarlig: Villum og Rut.")
    assert (one.kind, one.responsible) == (Kind.TASK, ("Villum", "Rut"))


def test_a_label_at_the_head_is_no_commitment() -> None:
    assert of("Ansvarlig: Villum.") == ()


def test_a_nested_bullet_takes_the_day_above_it() -> None:
    found = of("- Villum laver en plan inden 1. maj\n  - Rut finder tallene\n- Bent rydder op")
    assert [f.deadline.due if f.deadline else None for f in found] == [date(2026, 5, 1), date(2026, 5, 1), None]


def test_an_occasion_is_core_an_uncertainty_is_a_suggestion() -> None:
    assert len(of("Rut ringer til havnen, når isen er væk.")) == 1
    found = extract_passage("Rut ringer til havnen, hvis isen bliver liggende.", ON)
    assert (len(found.follow_ups), len(found.suggestions)) == (0, 1)


def test_a_day_inside_an_object_clause_is_no_deadline() -> None:
    (one,) = of("Rut undersøger, om salen kan lejes den 5. juni.")
    assert one.deadline is None


def test_the_same_said_twice_is_one() -> None:
    assert len(of("Rut sender hele planen til naboerne.")) == 1
    found = minutes("Rut sender hele planen til naboerne i havnegade.\n\nRut sender hele planen til naboerne.")
    assert len(found.follow_ups) == 1


def test_an_adopted_recommendation_that_orders_work() -> None:
    before = (
        "Indstilling\n\nHavnechefen indstiller,\n\n1. at planen godkendes\n2. at afdelingerne udpeger en kontaktperson inden 1. maj\n\n"
    )
    found = minutes("Godkendt.", before=before)
    (one,) = found.follow_ups
    assert (one.section, one.responsible, one.presenter) == (SectionKind.RECOMMENDATION, ("afdelingerne",), "Havnechefen")


@pytest.mark.parametrize(
    "before",
    [
        "Indstilling\n\nHavnechefen indstiller, at planen tages til efterretning, og at afdelingerne i maj udpeger en kontaktperson.\n\n",
        "Baggrund\n\nSlidt.\n\nForslag\n\nHavnechefen foreslår, at\n- planen drøftes,\n- afdelingerne i maj udpeger en kontaktperson.\n\n",
    ],
    ids=["side by side in one sentence", "below the word Forslag"],
)
def test_recommendations_told_in_other_ways(before: str) -> None:
    (one,) = minutes("Godkendt.", before=before).follow_ups
    assert (one.section, one.responsible, one.presenter) == (SectionKind.RECOMMENDATION, ("afdelingerne",), "Havnechefen")
    assert one.quote == "afdelingerne i maj udpeger en kontaktperson"


def test_what_takes_effect_by_being_decided_orders_nothing() -> None:
    before = "Indstilling\n\nHavnechefen indstiller, at planen godkendes, og at færge 8 nedlægges med virkning fra 1. maj.\n\n"
    assert minutes("Godkendt.", before=before).follow_ups == ()


def test_a_recommendation_that_was_not_adopted_orders_nothing() -> None:
    before = "Indstilling\n\nHavnechefen indstiller,\n\n1. at afdelingerne udpeger en kontaktperson inden 1. maj\n\n"
    assert minutes("Udsat.", before=before).follow_ups[0].kind is Kind.DEFERRAL
    assert len(minutes("Udsat.", before=before).follow_ups) == 1


def test_background_only_suggests() -> None:
    found = minutes("Godkendt.", before="Baggrund\n\nAlle chefer bedes sende deres tal til Villum inden uge 20.\n\n")
    assert found.follow_ups == ()
    (one,) = found.suggestions
    assert (one.section, one.recipients) == (SectionKind.PRESENTATION, ("Villum",))


def test_the_next_meeting_gets_its_day_when_the_minutes_tell_it() -> None:
    found = minutes("Rut giver en status på næste møde.", next_meeting="\nNæste møde er den 16. april 2026.\n")
    (one,) = found.follow_ups
    assert one.deadline is not None
    assert (one.deadline.anchor, one.deadline.due) == ("next_meeting", date(2026, 4, 16))


def test_open_rows_of_an_action_table() -> None:
    table = (
        "Nr. | Aktion | Ansvarlig | Frist | Status\n1 | Måle kajen op | Rut/Villum | 1. maj | I gang\n"
        "2 | Hente bro | Bent | 3. april | Udført\n3 | Male bænke | Bent | |"
    )
    found = of(table)
    assert [(f.responsible, f.deadline.due if f.deadline else None) for f in found] == [
        (("Rut", "Villum"), date(2026, 5, 1)),
        (("Bent",), None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Havnechefen orienterer om kajen.",
        "Kan Rut måle kajen op?",
        "Det er vigtigt, at kajen måles op.",
        "Der bør måles op inden maj.",
        "Kajen er målt op af Rut.",
        "Forslag om at male bænkene i maj.",
        "Bænkene males ikke.",
        "Næste møde: 3. maj.",
        "Fraværende: Rut Bæk.",
        "Planen for 2026-2029 blev drøftet.",
        "Indsatsen for udsatte unge fortsætter.",
    ],
)
def test_what_is_no_commitment(text: str) -> None:
    assert of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rut tilbød at male bænkene.",
        "Medlemmerne opfordres til at male bænkene.",
        "Formanden bemyndiges til at købe maling.",
        "Tømreren kommer i uge 20.",
        "Teksten tilrettes.",
        "De nye regler træder i kraft den 1. maj.",
    ],
)
def test_the_optional_classes_are_suggestions(text: str) -> None:
    found = extract_passage(text, ON)
    assert found.follow_ups == ()
    assert len(found.suggestions) == 1


def test_evidence_points_at_the_words() -> None:
    text = "I uge 15 sender Rut planen til Villum."
    (one,) = of(text)
    words = {e.role: e.span.of(text) for e in one.evidence}
    assert words == {
        "deadline": "I uge 15",
        "verb": "sender",
        "responsible": "Rut",
        "recipient": "Villum",
    }
    assert one.rules[0] == "doing"
    assert one.clauses


def test_a_long_quote_ends_before_reasons_that_say_neither_who_nor_when() -> None:
    text = (
        "Rut sender den nye plan for vinterens arbejde på de tre store pladser ved havnen til Villum inden den 1. maj, fordi mange har"
        " spurgt til den i de sidste uger, og fordi den gamle plan ikke længere passer til det, som vi gør nu."
    )
    (one,) = of(text)
    assert one.quote.endswith("inden den 1. maj")
    assert len(one.quote.split()) < 24
    short = "Rut sender planen til Villum, så den kan ligge på pladsen inden den 1. maj."
    assert [f.quote for f in of(short)] == [short[:-1]]


def test_every_decision_is_read_against_its_own_day() -> None:
    text = (
        "REFERAT Chefforum d. 04-02-2016\n\nMødedato Torsdag d. 04. februar 2016 kl. 09:00\n\nPunkt 1: CF - Havn\n\n"
        "Beslutning i Chefforum den 19-11-2015\n\nRut måler op i januar.\n\n"
        "Beslutning i Chefforum den 04-02-2016\n\nVillum maler i januar.\n"
    )
    found = extract(parse(SourceText("r.txt", text))).follow_ups
    assert [f.deadline.due for f in found if f.deadline] == [date(2016, 1, 31), date(2017, 1, 31)]


def test_the_last_of_very_many_like_commitments_is_still_said_once() -> None:
    many = "".join(f"Bo maler dør nummer {number} i kælderen. " for number in range(300))
    twice = "Bo skriver et langt brev til naboerne. Bo skriver et langt brev til naboerne."
    text = f"Referat 4. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n1. Maling\n{many}{twice}\n\n2. Evt.\nIntet.\n"
    quotes = [f.quote for f in extract(parse(SourceText("x.txt", text))).follow_ups]
    assert quotes.count("Bo skriver et langt brev til naboerne") == 1


def test_a_works_council_is_another_body_than_a_meeting_of_managers() -> None:
    text = "Referat\nChefmøde den 18. marts 2026\n\n1. Fravær\n\nIda sætter emnet på næste MED-møde.\n"
    found = extract(parse(SourceText("x.txt", text))).follow_ups
    assert [(str(f.kind), f.recipients) for f in found] == [("forward", ("MED",))]
