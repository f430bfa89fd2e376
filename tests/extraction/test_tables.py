"""Tables in minutes: rows of things to do, and minutes told row by row with a cell for who does it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.minutes import SourceText
from tracker.extraction import extract, extract_passage
from tracker.reading import parse

HEAD = "Driftsmøde\n\nMødedato: 4. februar 2020\nTil stede: Gerda Holm (GHO), Tage Lund (TLU)\n\nNr. | Punkt | Beslutning | Ansvarlig\n"


def test_the_cell_behind_a_decision_names_who_does_it() -> None:
    rows = (
        "1 | Referat | Godkendt. |\n"
        "2 | Kajen | Muren sættes om inden udgangen af uge 9. | TLU\n"
        "3 | Bro | Gerda Holm indhenter tilbud. | TLU\n"
        "4 | Skilt | Udsættes til næste møde. | GHO\n"
    )
    text = HEAD + rows
    found = extract(parse(SourceText("referat.txt", text))).follow_ups
    assert [(str(f.kind), f.responsible, f.quote) for f in found] == [
        ("task", ("TLU",), "Muren sættes om inden udgangen af uge 9"),
        ("task", ("Gerda Holm",), "Gerda Holm indhenter tilbud"),
        ("deferral", (), "Udsættes til næste møde"),
    ]
    assert all(f.quote in text for f in found)


def cards(table: str) -> list[tuple[tuple[str, ...], str]]:
    read = extract(parse(SourceText("referat.txt", HEAD.rpartition("Nr.")[0] + table))).follow_ups
    return [(f.responsible, str(f.deadline.due) if f.deadline else "") for f in read]


def test_a_cell_of_its_own_gives_the_day_where_the_decision_gives_none() -> None:
    table = (
        "Nr. | Punkt | Beslutning | Hvem | Frist\n"
        "1 | Kajen | Muren sættes om. | TLU | uge 9\n"
        "2 | Bro | Gerda Holm indhenter tilbud inden 1. marts. | TLU | uge 9\n"
        "3 | Skilt | Intet nyt. | GHO | 1. april 2020\n"
        "4 | Kran | Den efterses. | | 2. april 2020\n"
    )
    assert cards(table) == [(("TLU",), "2020-03-01"), (("Gerda Holm",), "2020-03-01"), ((), "2020-04-02")]


def test_a_row_that_was_done_or_told_before_is_nothing_and_one_due_that_day_is_kept() -> None:
    table = (
        "1. Kajen\nTLU opsiger aftalen om stole inden 1. marts.\n\n2. Opgaver\n"
        "Hvem | Hvad | Hvornår\nTLU | Finder folk til den nye bro | 1. marts\nTLU | Opsige aftalen om stole | 1. marts\n"
        "GHO | Skiltet males | udført\n"
    )
    assert cards(table) == [(("TLU",), "2020-03-01"), (("TLU",), "2020-03-01")]


def test_who_and_when_may_share_a_cell() -> None:
    table = (
        "Punkt | Referat | Ansvarlig/frist\nKajen | Muren sættes om. | TLU, uge 9\n"
        "Bro | Der indhentes tilbud. | Gerda Holm og TLU 1. april 2020\nSkilt | Skiltet males. | GHO\n"
    )
    assert cards(table) == [(("TLU",), "2020-03-01"), (("Gerda Holm", "TLU"), "2020-04-01"), (("GHO",), "")]


def test_tabs_of_empty_cells_at_the_end_of_a_row_may_be_missing() -> None:
    table = "Punkt\tReferat\tAnsv.\tDeadline\nReferat\tGodkendt.\nKajen\tMuren sættes om.\tTLU\tuge 9\nSkilt\tSkiltet males.\tGHO\n"
    assert cards(table) == [(("TLU",), "2020-03-01"), (("GHO",), "")]


def test_a_department_whose_name_holds_an_og_is_one() -> None:
    table = (
        "Opgave | Ansvarlig | Frist\nOversigt over boliger | Voksen og Handicap | uge 9\n"
        "Interview med unge | Kirstine og Dorte | uge 9\nTryk af hæfte | Ida | Udgår\n"
    )
    assert cards("Punkt 1: Opgaver\n" + table)[:2] == [(("Voksen og Handicap",), "2020-03-01"), (("Kirstine", "Dorte"), "2020-03-01")]


def test_what_a_row_says_in_words_is_read_where_it_has_no_cell_for_it() -> None:
    table = (
        "Opgave | Ansvarlig | Frist\n"
        "Nøglelisten afleveres til formanden | Gerda Holm | 3. marts 2020\n"
        "En evaluering forelægges Økonomiudvalget | TLU | 4. juni 2020\n"
        "Emner indsendes til Palle Thorup senest 11. april | De lokale udvalg |\n"
        "Rydde op | GHO |\n"
    )
    read = extract(parse(SourceText("referat.txt", HEAD.rpartition("Nr.")[0] + table))).follow_ups
    assert [(str(f.kind), f.responsible, f.recipients, str(f.deadline.due) if f.deadline else "") for f in read] == [
        ("task", ("Gerda Holm",), ("formanden",), "2020-03-03"),
        ("forward", ("TLU",), ("Økonomiudvalget",), "2020-06-04"),
        ("task", ("De lokale udvalg",), ("Palle Thorup",), "2020-04-11"),
        ("task", ("GHO",), (), ""),
    ]


def test_a_row_that_names_who_is_a_task_though_its_words_alone_would_not_be() -> None:
    text = (
        "Referat af ledermøde den 13. april 2023\n\nNr. | Emne | Drøftelse | Hvem | Hvornår\n"
        "1 | Elever | Fem nye begynder. Introduktionsdag planlægges | Aysel og Kim | Inden 1/5\n"
        "2 | Måling | Svarprocent på 38. Resultatet gennemgås i de enkelte teams | Gruppelederne | 1. juni\n"
        "3 | Nye uniformer | Taget til efterretning | |\n"
    )
    found = extract(parse(SourceText("r.txt", text))).follow_ups
    assert [(f.responsible, f.deadline.due.isoformat() if f.deadline and f.deadline.due else "", f.quote) for f in found] == [
        (("Aysel", "Kim"), "2023-05-01", "Introduktionsdag planlægges | Aysel og Kim | Inden 1/5"),
        (("Gruppelederne",), "2023-06-01", "Resultatet gennemgås i de enkelte teams | Gruppelederne | 1. juni"),
    ]


def test_figures_are_a_day_where_the_column_asks_for_one() -> None:
    table = (
        "Nr. | Aktion | Ansvarlig | Frist | Status\n17 | Muren sættes om | TLU | 30.06. | Åben, afventer levering\n"
        "18 | Ny bro | GHO | 15.08. | Åben\n"
    )
    assert cards(table) == [(("TLU",), "2020-06-30"), (("GHO",), "2020-08-15")]


def test_each_line_below_an_items_own_has_its_own_cells() -> None:
    table = (
        "Punkt | Beslutning | Ansvarlig | Frist\n"
        "1. Kajen | Drøftet. | |\n"
        " | Muren sættes om. | TLU | 1. marts\n"
        " | Notat om pullerter, herunder prisen. | Driften | Før 5.3.\n"
        " | Bommen er solgt. | |\n"
        " | Sagen om kranen - målt og lukket. | GHO | 15.02.2020\n"
        "2. Bro | Udsat. | | Næste møde\n"
        " | Pælene tælles. | GHO, TLU | 21.2.\n"
    )
    assert cards(table) == [
        (("TLU",), "2020-03-01"),
        (("Driften",), "2020-03-05"),
        ((), "None"),
        (("GHO", "TLU"), "2020-02-21"),
    ]


def test_a_cell_broken_into_lines_is_read_as_one() -> None:
    table = (
        "Punkt | Beslutning | Ansvarlig | Frist\n"
        "1. Kajen | Gerda Holm sætter muren om, når stenene er kommet, | |\n"
        " | og renser pullerterne. | |\n"
        "2. Bro | Tage Lund tæller pælene. | | uge 9\n"
    )
    assert cards(table)[-1] == (("Tage Lund",), "2020-03-01")
    assert len(cards(table)) == 2


def test_the_column_of_days_says_by_when_where_the_words_name_a_week_of_something_else() -> None:
    table = (
        "Punkt | Beslutning | Ansvarlig | Frist\n"
        "1. Ferie | Drøftet. | |\n"
        " | Ønsker til ferie i uge 28 og 29 afleveres til Jonna. | Alle | 1. marts\n"
        " | Planen sendes til Jonna senest 15. marts. | TLU | 20. marts\n"
    )
    assert cards(table) == [(("Alle",), "2020-03-01"), (("TLU",), "2020-03-15")]


def test_what_was_agreed_beside_what_was_talked_of() -> None:
    table = (
        "Drøftelse | Aftale | Hvem | Frist\n"
        "Bruden har ventet siden den 3. marts. | Lave en plan for køkkenet | Gerda Holm | 7/6\n"
        "Prisen er ukendt. | Tage Lund henter tilbud hjem | - | Snarest\n"
        "Blev ikke nået. | Udsat til mødet i september | - | -\n"
        "Der var ros til køkkenet. | - | - | -\n"
        "Nøgler mangler. | Brevet sendes | Gerda Holm | 1. maj | Ny, se pkt. 2\n"
    )
    assert cards(table)[:3] == [(("Gerda Holm",), "2020-06-07"), (("Tage Lund",), "None"), ((), "2020-09-30")]


def test_a_row_that_points_to_another_item_is_that_item_s() -> None:
    table = "Opgave | Ansvarlig | Frist | Status\nBrevet sendes | Gerda Holm | 1. maj | Ny, se pkt. 2\nTælle pæle | TLU | 2. maj | Åben\n"
    assert cards(table) == [(("TLU",), "2020-05-02")]


def test_a_row_is_no_repeat_for_one_word_it_shares_with_the_prose() -> None:
    text = (
        "Gerda Holm hænger en seddel op i opgangene.\n\n"
        "Opgave | Ansvarlig | Frist | Status\nNy lås til kælderen i opgang B | Gerda Holm | 1. maj | Åben\n"
    )
    assert (("Gerda Holm",), "2020-05-01") in cards(text)


def test_what_is_to_be_done_stands_in_the_column_that_says_so() -> None:
    decided = "Opgave | Beslutning | Ansvarlig | Frist\nRykke kommunen for svar | Godkendt | Gerda Holm | 1. maj\n"
    assert cards(decided) == [(("Gerda Holm",), "2020-05-01")]
    answered = extract_passage("Hvem | Hvad | Beslutning\nGerda Holm | Ringe til kommunen | Ja\n", date(2020, 3, 3)).follow_ups
    assert [f.quote.startswith("Ringe til kommunen") for f in answered] == [True]


def test_a_decision_that_settles_the_matter_is_no_work_for_whom_stands_beside_it() -> None:
    table = "Sag | Beslutning | Ansvarlig\nPrinter | Godkendt | Gerda Holm\nStole | Stole købes | Tage Lund\n"
    assert [who for who, _ in cards(table)] == [("Tage Lund",)]


def test_a_state_that_only_mentions_another_item_keeps_the_row() -> None:
    table = "Opgave | Ansvarlig | Frist | Status\nBrevet sendes | Gerda Holm | 1. maj | Åben, se punkt 2 for tilbud\n"
    assert cards(table) == [(("Gerda Holm",), "2020-05-01")]


@pytest.mark.parametrize(
    "head",
    [
        "Hvad? | Hvem? | Hvornår?",
        "Hvad skal gøres? | Hvem gør det? | Hvornår?",
        "Handling | Ansvarlig(e) | Deadline",
        "Opgave/aktivitet | Ansvarlig/tovholder | Tidsfrist",
        "Aktionspunkter | Ansvar | Frist",
        "Opgave | Ansvarlig person | Færdig senest",
        "Næste skridt | Ansvarlig enhed | Til hvornår",
        "Opfølgningspunkt | Udføres af | Svarfrist",
    ],
)
def test_columns_are_known_by_how_their_names_begin(head: str) -> None:
    text = f"Opgaverne:\n{head}\nBestille lokale til seminaret | Gerda Holm | 1. maj 2020\n"
    read = extract_passage(text, date(2020, 2, 4)).follow_ups
    assert [(f.responsible, str(f.deadline and f.deadline.due), f.recipients) for f in read] == [(("Gerda Holm",), "2020-05-01", ())]


def test_a_row_of_words_is_no_head_for_beginning_like_one() -> None:
    rows = "Opgaver fordeles på holdene | Ansvarlig leder | 1. maj 2020\nHvad der mangler, skrives op | Ea | 3. maj 2020\n"
    text = "Opgave | Ansvarlig | Frist\n" + rows
    read = extract_passage(text, date(2020, 2, 4)).follow_ups
    assert [str(f.deadline and f.deadline.due) for f in read] == ["2020-05-01", "2020-05-03"]


def test_a_column_of_remarks_is_no_part_of_the_task_and_may_close_it() -> None:
    rows = (
        "Opgave | Ansvarlig | Frist | Status/kommentar\n"
        "Undersøge samarbejdet | Gerda Holm | 1. maj 2020 | Gerda har talt med projektet, som gerne vil mødes igen i april.\n"
        "Sende materialet | Tage Lund | 3. maj 2020 | Punkt lukkes.\n"
    )
    read = extract_passage(rows, date(2020, 2, 4)).follow_ups
    assert [f.quote for f in read] == ["Undersøge samarbejdet | Gerda Holm | 1. maj 2020"]
