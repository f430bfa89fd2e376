"""Hard calls of the structure parser, one behaviour each."""

from __future__ import annotations

from datetime import date, time

import pytest

from tracker.domain.minutes import AgendaItem, Minutes, SectionKind, SourceText
from tracker.reading import parse

HEAD = "REFERAT Chefforum d. 14-11-2019\n\nMødedato Torsdag d. 14. november 2019 kl. 09:00\n\nMødested Lokale 4\n\n"


def minutes_of(text: str, name: str = "x.txt") -> Minutes:
    return parse(SourceText(name, text))


def only_item(body: str) -> tuple[Minutes, AgendaItem]:
    minutes = minutes_of(f"{HEAD}Punkt 1: CF - Emne\n\n16/12\n\n{body}\n\nPunkt 2: CF - Evt.\n\nBeslutning\n\nIntet.\n")
    assert [item.number for item in minutes.items] == [1, 2]
    return minutes, minutes.items[0]


def said(minutes: Minutes, item: AgendaItem) -> list[str]:
    return [" ".join(decision.span.of(minutes.text).split()) for decision in item.decisions]


@pytest.mark.parametrize(
    ("heading", "day", "forum"),
    [
        ("Beslutning", date(2019, 11, 14), "Chefforum"),
        ("BESLUTNING:", date(2019, 11, 14), "Chefforum"),
        ("Beslutning i Chefforum den 19-09-2019", date(2019, 9, 19), "Chefforum"),
        ("Beslutning i Chefforum d. 4/2-2019", date(2019, 2, 4), "Chefforum"),
        ("BESLUTNING I CHEFFORUM DEN 19-09-2019", date(2019, 9, 19), "Chefforum"),
        ("Beslutning Ældrerådet den 10-09-2019", date(2019, 9, 10), "Ældrerådet"),
        ("Beslutning fra Direktionen, 8. februar 2019, pkt. 6:", date(2019, 2, 8), "Direktionen"),
        ("Beslutning den 12. marts 2019", date(2019, 3, 12), "Chefforum"),
        ("BESLUTNING: Økonomiudvalget den 26-02-2019", date(2019, 2, 26), "Økonomiudvalget"),
        ("Økonomiudvalgets beslutning i mødet den 31. marts 2019", date(2019, 3, 31), "Økonomiudvalget"),
        ("Forretningsudvalgets beslutning den 8. november 2019:", date(2019, 11, 8), "Forretningsudvalget"),
        ("Teknik- og Miljøudvalget, 10. september 2019, pkt. 65:", date(2019, 9, 10), "Teknik- og Miljøudvalget"),
        ("Plan- og Teknikudvalget, 03-10-2019, pkt. 153", date(2019, 10, 3), "Plan- og Teknikudvalget"),
        ("Behandling i Sundhedsudvalget onsdag den 15. januar 2019, pkt. 1", date(2019, 1, 15), "Sundhedsudvalget"),
        ("Beslutning i Folkeoplysningsudvalget (18-21) den 27-02-2018", date(2018, 2, 27), "Folkeoplysningsudvalget (18-21)"),
        ("Kultur- og Fritidsudvalgets beslutning", date(2019, 11, 14), "Kultur- og Fritidsudvalget"),
        ("Chefforums beslutning:", date(2019, 11, 14), "Chefforum"),
        ("Referat:", date(2019, 11, 14), "Chefforum"),
        ("Konklusion", date(2019, 11, 14), "Chefforum"),
    ],
)
def test_decision_headings(heading: str, day: date, forum: str) -> None:
    minutes, item = only_item(f"Indstilling\n\n1. at sagen drøftes\n\n{heading}\n\nDrøftet.")
    assert [(d.date, d.forum, d.own) for d in item.decisions] == [(day, forum, forum == "Chefforum")]
    assert said(minutes, item) == ["Drøftet."]


@pytest.mark.parametrize(
    "line",
    [
        "Beslutning: Drøftet. Ida melder tilbage.",
        "Beslutning - Drøftet. Ida melder tilbage.",
        "Beslutning\tDrøftet. Ida melder tilbage.",
        "Beslutning Drøftet. Ida melder tilbage.",
        "Beslutning i Chefforum den 14-11-2019: Drøftet. Ida melder tilbage.",
        "Konklusion: Drøftet. Ida melder tilbage.",
        "Referat – Drøftet. Ida melder tilbage.",
    ],
)
def test_decision_on_the_line_of_its_heading(line: str) -> None:
    minutes, item = only_item(f"Anledning\n\nStatus.\n\n{line}")
    assert said(minutes, item) == ["Drøftet. Ida melder tilbage."]


@pytest.mark.parametrize(
    "line",
    [
        "Beslutning om hegnet udsat til juni.",
        "Beslutningen tages i maj.",
        "Beslutninger om løn drøftes i MED.",
        "Referatet blev godkendt.",
        "Udvalgets beslutning ventes i maj.",
        "Økonomiudvalget behandler sagen den 4. maj 2019.",
        "Den 4. marts 2019 drøftede Chefforum sagen:",
    ],
)
def test_prose_that_looks_like_a_heading(line: str) -> None:
    minutes, item = only_item(f"Beslutning\n\nGodkendt.\n\n{line}")
    assert said(minutes, item) == [f"Godkendt. {line}"]


@pytest.mark.parametrize(
    "after",
    ["Sagsfremstilling\n\nTekst.", "Bilag\n\nNotat.pdf", "Fraværende: Bo Lind", "Afbud: Bo", "Til toppen", "Beslutningskompetence\n\nUdvalget",  # noqa: E501
     "Supplerende Sagsfremstilling\n\nTekst.", "Lovgrundlag\n\nLoven.", "Klima- og miljømæssige konsekvenser\n\nIngen.\n\nSagsfremstilling\n\nX."],  # noqa: E501
)  # fmt: skip
def test_what_ends_a_decision(after: str) -> None:
    text = (
        f"{HEAD}Punkt 1: CF - A\n\nAnledning\n\nX.\n\nKlima- og miljømæssige konsekvenser\n\nIngen.\n\nBeslutning\n\nGodkendt.\n\n{after}\n"
    )
    minutes = minutes_of(text)
    assert said(minutes, minutes.items[0]) == ["Godkendt."]


def test_words_inside_a_decision_that_are_headings_elsewhere() -> None:
    body = "Beslutning\n\nSeminaret blev drøftet.\n\nKommunikation\n\n- Anne skriver en nyhed.\n\nFormand: Bo\n\nØkonomi\n\n- Regnskabet følger."  # noqa: E501
    minutes, item = only_item(body)
    assert said(minutes, item)[0].endswith("Regnskabet følger.")


def test_how_it_goes_on_is_a_part_of_what_was_decided() -> None:
    text = (
        "Referat 4. maj 2021\nTil stede: Ane Dal, Bo Lind\n\nPunkt 1. Havnen\nBaggrund\nMolen er gammel.\nBeslutning\nPlanen følges.\n"
        "Videre proces\n- Bo køber pæle inden juni\n\nPunkt 2. Sejl\nBeslutning\nGodkendt.\n"
    )
    said = parse(SourceText("x.txt", text)).items[0].decisions[0].span
    assert "Bo køber pæle" in text[said.start : said.end]


def test_several_decisions_in_the_order_of_the_text() -> None:
    body = (
        "Beslutning i Chefforum den 19-09-2019\n\nUdsat.\n\nSupplerende Sagsfremstilling\n\nNyt notat.\n\n"
        "Direktøren indstiller på baggrund af den supplerende sagsfremstilling,\n\n1. at notatet drøftes\n\n"
        "Beslutning i Chefforum den 14-11-2019\n\nDrøftet."
    )
    minutes, item = only_item(body)
    assert [(d.date, text) for d, text in zip(item.decisions, said(minutes, item), strict=True)] == [
        (date(2019, 9, 19), "Udsat."),
        (date(2019, 11, 14), "Drøftet."),
    ]
    assert [s.kind for s in item.sections] == [
        SectionKind.DECISION,
        SectionKind.PRESENTATION,
        SectionKind.RECOMMENDATION,
        SectionKind.DECISION,
    ]


def test_history_is_no_decision() -> None:
    body = (
        "Historik\n\nØkonomiudvalget, 6. juni 2019, pkt. 4:\n\nGodkendt. Forvaltningen vender tilbage.\n\n"
        "Kommunalbestyrelsen, 13. juni 2019, pkt. 9:\n\nUdsat.\n\nBeslutning\n\nDrøftet."
    )
    minutes, item = only_item(body)
    assert said(minutes, item) == ["Drøftet."]


def test_points_of_a_decision_are_no_items() -> None:
    minutes, item = only_item(
        "Indstilling\n\n1. at A\n2. at B\n3. at C\n\nBeslutning\n\nPunkt 1: Godkendt.\nPunkt 2: Udsat.\nPunkt 3: Drøftet."
    )
    assert said(minutes, item) == ["Punkt 1: Godkendt. Punkt 2: Udsat. Punkt 3: Drøftet."]


def test_a_case_number_below_or_in_a_field() -> None:
    for line in ("81.28.00-P20-1-22", "00.30.08-000-1-22", "16/1249", "Sagsnr.: 330-2018-3619", "Sagnr.: 1-13-3-57-16", "17.02.08P21-0002"):
        minutes = minutes_of(f"{HEAD}Punkt 1: CF - A\n\n{line}\n\nBeslutning\n\nGodkendt.\n")
        assert minutes.items[0].case_number == line.rpartition(" ")[2]


def test_a_number_in_the_text_is_no_case_number() -> None:
    _, item = only_item("Anledning\n\nSe sagen 14/6833 fra i fjor.\n\n15/99\n\nBeslutning\n\nGodkendt.")
    assert item.case_number == "16/12"


def test_closed_parts_and_items() -> None:
    minutes = minutes_of(
        f"{HEAD}Åbne punkter\n\nPunkt 1: A\n\nBeslutning\n\nGodkendt.\n\nPunkt 2 (Lukket): B\n\nPunkt 3: C (lukket punkt)\n\nBeslutning\n\nGodkendt.\n\n"  # noqa: E501
        "Lukkede punkter\n\nPunkt 4: D\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [item.closed for item in minutes.items] == [False, True, True, True]


def test_an_agenda_says_so() -> None:
    for text in (
        "Dagsorden til møde i Chefforum den 4. marts 2021 kl. 9\n\n1. Godkendelse\n2. Økonomi\nOplæg ved Bo.\n3. Eventuelt\n",
        "DAGSORDEN Chefforum d. 04-03-2021\n\nPunkt 1: A\n\nIndstilling\n\n1. at A godkendes\n\nPunkt 2: B\n\nIndstilling\n\n1. at B drøftes\n",  # noqa: E501
    ):
        minutes = minutes_of(text)
        assert minutes.agenda_only
        assert not minutes.guessed
        assert len(minutes.items) > 1


def test_minutes_that_tell_of_their_agenda_are_no_agenda() -> None:
    text = "Bestyrelsesmøde 4. maj 2021\n\nDagsorden var sendt ud d. 27/4\n\n1. Havnen\nBo sender tal inden 1. juni.\n\n2. Evt.\nIntet.\n"
    assert not minutes_of(text).agenda_only


def test_free_prose_is_a_guess_where_no_heading_says_decision() -> None:
    minutes = minutes_of("Referat af ledermøde 4. maj 2021\n\n1. Økonomi\nBo sender tal inden 1. juni.\n\n2. Evt.\nBeslutning: Intet.\n")
    assert minutes.guessed
    assert [decision.guessed for item in minutes.items for decision in item.decisions] == [True, False]
    assert minutes.items[0].decisions[0].date == date(2021, 5, 4)


def test_an_item_with_headings_but_none_for_a_decision_has_none() -> None:
    _, item = only_item("Indstilling\n\nDirektøren indstiller,\n\n1. at dagsordenen godkendes.")
    assert item.decisions == ()


@pytest.mark.parametrize(
    ("line", "title", "prose"),
    [
        ("1. Godkendelse af dagsorden. Godkendt.", "Godkendelse af dagsorden", "Godkendt."),
        ("1. Økonomi: Bo sender regnskabet til Ida.", "Økonomi", "Bo sender regnskabet til Ida."),
        ("1. Eventuelt - Intet", "Eventuelt", "Intet"),
        ("1. Ramme om kursus: Bedre betjening og effektiv drift", "Ramme om kursus: Bedre betjening og effektiv drift", None),
        ("1. CF - Evt.", "CF - Evt.", None),
    ],
)
def test_everything_on_the_line_of_the_title(line: str, title: str, prose: str | None) -> None:
    minutes = minutes_of(f"Referat af ledermøde 4. maj 2021\n\n{line}\n2. Udgår\n3. Næste gang\nVi mødes i juni.\n")
    assert minutes.items[0].title == title
    assert said(minutes, minutes.items[0]) == ([prose] if prose else [])


@pytest.mark.parametrize(
    "contents",
    [
        "Indholdsfortegnelse\n\nCF - A.....\t3\n\nCF - B.....\t4",
        "Dagsorden:\n1. A\n2. B",
        "1. A ........ 3\n2. B ........ 4",
        "Punkter\n\nPunkt 1: CF - A\nPunkt 2: CF - B",
    ],
)
def test_a_list_of_contents_is_no_items(contents: str) -> None:
    minutes = minutes_of(f"{HEAD}{contents}\n\nPunkt 1: CF - A\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: CF - B\n\nBeslutning\n\nUdsat.\n")
    assert [(item.number, item.title, said(minutes, item)) for item in minutes.items] == [
        (1, "CF - A", ["Godkendt."]),
        (2, "CF - B", ["Udsat."]),
    ]


def test_the_contents_number_items_that_stand_without_numbers() -> None:
    minutes = minutes_of(
        "Referat af møde i Direktionen 4. maj 2021\n\nDagsorden\n1. Regnskab\n2. Løn\n3. Evt.\n\nRegnskab\nGodkendt.\n\nLøn\nDrøftet.\n\nEvt.\nIntet.\n"  # noqa: E501
    )
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Regnskab"), (2, "Løn"), (3, "Evt.")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Næste møde: tirsdag den 12. marts kl. 17", date(2020, 3, 12)),
        ("Næste møde er den 4. december 2019.", date(2019, 12, 4)),
        ("Næste LSU-møde afholdes d. 5/12.", date(2019, 12, 5)),
        ("Næste møde\n\nTorsdag den 28. november", date(2019, 11, 28)),
        ("Næste møde aftales senere. Julefrokost den 5. december.", None),
    ],
)
def test_the_next_meeting(written: str, expected: date | None) -> None:
    assert minutes_of(f"{HEAD}Punkt 1: A\n\nBeslutning\n\n{written}\n").meeting.next_meeting == expected


@pytest.mark.parametrize(
    ("head", "forum", "day", "start", "place"),
    [
        ("REFERAT Chefforum d. 04-02-2016\nMødedato Torsdag d. 04. februar 2016 kl. 09:00\nMødested Lokale 2", "Chefforum", date(2016, 2, 4), time(9), "Lokale 2"),  # noqa: E501
        ("Referat til mødet i HMU den 6. november 2017 kl. 11:30 i Lokale 9", "HMU", date(2017, 11, 6), time(11, 30), "Lokale 9"),
        ("Referat fra ordinært HMU-møde torsdag den 16. januar 2014", "HMU", date(2014, 1, 16), None, None),
        ("Referat af bestyrelsesmøde d. 26-08-2015 kl. 19.30 i klubhuset", "Bestyrelsen", date(2015, 8, 26), time(19, 30), "Klubhuset"),
        ("Trafikudvalget - 26-06-2019\nReferat", "Trafikudvalget", date(2019, 6, 26), None, None),
        ("UDVALG\nUdvalget for Ældre\nSTED\nLokale 5\nSTARTTIDSPUNKT\n04-06-2020 09:00:00", "Udvalget for Ældre", date(2020, 6, 4), time(9), "Lokale 5"),  # noqa: E501
        ("Referat\nPlan- og Byudvalget\nDato: Torsdag, Oktober 3, 2019 - 07:30", "Plan- og Byudvalget", date(2019, 10, 3), time(7, 30), None),  # noqa: E501
        ("Direktionsmøde\nDato: 4/2-2016\nTid: 9.00-11.00", "Direktionen", date(2016, 2, 4), time(9), None),
        ("Referat fra Ældrerådets møde den 3. maj 2016 i Salen, Rådhuset kl. 13.15 – 15", "Ældrerådet", date(2016, 5, 3), time(13, 15), "Salen, Rådhuset"),  # noqa: E501
        ("Fjordråd Nord – 5. møde\nDato: 12. maj 2018", "Fjordråd Nord", date(2018, 5, 12), None, None),
        ("Grønt Råd\nReferat 8. maj 2018\nAlle var til stede, også de nye medlemmer fra Jagtrådet.", "Grønt Råd", date(2018, 5, 8), None, None),  # noqa: E501
        ("Referat af bestyrelsesmøde 4. maj 2018\nMødet holdes hos Ida, Havnevej 3", "Bestyrelsen", date(2018, 5, 4), None, "Hos Ida, Havnevej 3"),  # noqa: E501
        ("Referat af bestyrelsesmøde 4. maj 2018\n17.00 – 19.00", "Bestyrelsen", date(2018, 5, 4), time(17), None),
        ("Referat af bestyrelsesmøde 4. maj 2018\nIda Dal\n9. maj 2018 kl. 08:40", "Bestyrelsen", date(2018, 5, 4), None, None),
    ],
)  # fmt: skip
def test_the_head(head: str, forum: str, day: date, start: time | None, place: str | None) -> None:
    meeting = minutes_of(f"{head}\n\nPunkt 1: A\n\nBeslutning\n\nGodkendt.\n").meeting
    assert (meeting.forum, meeting.date, meeting.start, meeting.place) == (forum, day, start, place)


def test_a_year_that_only_the_name_of_the_file_gives() -> None:
    text = "Referat af bestyrelsesmøde den 25. maj kl. 17\nTil stede: Ida\n\n1. A\nGodkendt.\n\n2. B\nIntet.\n"
    assert minutes_of(text, "referat_2021-05-25.txt").meeting.date == date(2021, 5, 25)
    assert minutes_of(text, "referat 2022.txt").meeting.date == date(2022, 5, 25)
    assert minutes_of(text, "referat.txt").meeting.date is None


def test_people_with_titles_and_initials() -> None:
    head = "Referat af ledermøde 4. maj 2021\nTil stede: Ane Holt (AHO), formand; Bo Lind (BL), leder; Ida\nAfbud: Per Vang\n\n"
    meeting = minutes_of(f"{head}1. A\nGodkendt.\n\n2. B\nIntet.\n").meeting
    assert [(p.name, p.title, p.initials, p.present) for p in meeting.attendees] == [
        ("Ane Holt", "formand", "AHO", True),
        ("Bo Lind", "leder", "BL", True),
        ("Ida", "", "", True),
        ("Per Vang", "", "", False),
    ]


def test_letters_number_items_where_nothing_else_does() -> None:
    text = "Referat af bestyrelsesmøde d. 12.05.2019\nMødt: Per\n\na) Regnskab\nGodkendt.\nb) Havnen\nPer undersøger prisen.\nc) Evt.\nIntet.\n"  # noqa: E501
    assert [(item.number, item.label, item.title) for item in minutes_of(text).items] == [
        (1, "a)", "Regnskab"),
        (2, "b)", "Havnen"),
        (3, "c)", "Evt."),
    ]


def test_nested_numbers_fold_into_the_first_figure() -> None:
    text = "Referat af bestyrelsesmøde d. 12.05.2019\nMødt: Per\n\n6.1 Budget\nGodkendt.\n\n6.2 Tag\nMona indhenter tilbud.\n\n7.1 Evt.\nIntet.\n"  # noqa: E501
    minutes = minutes_of(text)
    assert [(item.number, item.label, item.title) for item in minutes.items] == [(6, "6.1", "Budget"), (7, "7.1", "Evt.")]
    assert "Mona indhenter tilbud." in said(minutes, minutes.items[0])[0]


def test_whose_recommendation_it_is_makes_no_difference() -> None:
    _, item = only_item("Resume\n\nX.\n\nTeknik- og Miljøforvaltningens indstilling\n\n1. at X godkendes\n\nBeslutning\n\nGodkendt.")
    assert SectionKind.RECOMMENDATION in [section.kind for section in item.sections]


def test_minutes_without_any_items_are_one() -> None:
    minutes = minutes_of("Referat: Vi drøftede broen den 4. maj 2021. Status gives på mødet i november.\nAfbud: Søren\n")
    assert [item.number for item in minutes.items] == [1]
    assert minutes.items[0].span.start == 0
    assert minutes.guessed


def test_an_empty_section_at_the_end_lies_inside_its_item() -> None:
    minutes = minutes_of(
        f"{HEAD}Punkt 1: A\n\nBeslutning fra Integrationsrådet\nDato: 16. marts 2010\nFraværende: Bo\n\nPunkt 2: B\n\nBeslutning\n\nX.\n"
    )
    assert all(section.span in item.span for item in minutes.items for section in item.sections)
    assert minutes.items[0].decisions == ()


def test_a_list_of_attachments_ends_where_a_sentence_begins() -> None:
    text = (
        "Referat fra LSU den 4. maj 2021\nTil stede: Ane, Bo\n\n1. Kajen\nBilag: Tegning\nAne viste tegningen.\n\n"
        "2. Kranen\nBilag:\n- Regnskab\n- Brev\nKranen er solgt.\n"
    )
    minutes = parse(SourceText("x.txt", text))
    assert [[decision.span.of(text) for decision in item.decisions] for item in minutes.items] == [
        ["Ane viste tegningen."],
        ["Kranen er solgt."],
    ]
    assert [[attachment.title for attachment in item.attachments] for item in minutes.items] == [["Tegning"], ["Regnskab", "Brev"]]


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        ("Havnerådet > Referater\n\nReferat fra Havnerådets møde 4. maj 2021", "Havnerådet"),
        ("Bestyrelsens referater 2021\n\nReferat bestyrelsesmøde d. 4. maj 2021.", "Bestyrelsen"),
        ("Referat af 2. rådsmøde i Havnerådet. Afholdt den 4. maj 2021", "Havnerådet"),
        ("2021/05/04 Bestyrelsesmøde\n\nTirsdag den 4. maj 2021", "Bestyrelsen"),
        ("Dagsordner og referater Styregruppen for havnen\nden 4. maj 2021 kl. 8", "Styregruppen for havnen"),
        ("Find dagsorden eller referat ved at vælge udvalg\n\nReferat\n\n4. maj 2021\nMødestedRådssalen\nUdvalgHavneråd", "Havneråd"),
    ],
)
def test_the_forum_of_web_pages(head: str, forum: str) -> None:
    assert parse(SourceText("x.txt", f"{head}\n\n1. Kajen\nGodkendt.\n\n2. Kranen\nDrøftet.\n")).meeting.forum == forum


def test_minutes_without_a_head_are_of_the_day_and_the_body_their_agenda_is_of() -> None:
    text = (
        "Referat\n\n  • 41. Åben dagsorden - godkendelse\n\n    Resume\n\n    Godkendelse af åben dagsorden for HB den 22. januar 2021.\n\n"
        "    Beslutning\n\n    Godkendt.\n\n  • 42. Havneplan\n\n    Resume\n\n    Planen skal i høring.\n\n"
        "    Miljø og Havn, 6. januar 2021, pkt. 12:\n\n    Anbefales.\n\n    Beslutning\n\n    Godkendt.\n"
    )
    minutes = parse(SourceText("x.txt", text))
    assert (minutes.meeting.forum, minutes.meeting.date) == ("HB", date(2021, 1, 22))
    assert [decision.date for decision in minutes.items[1].decisions] == [date(2021, 1, 6), date(2021, 1, 22)]


def test_a_journal_number_with_a_letter_in_its_midst_is_no_item() -> None:
    text = (
        "Havnerådet\nOnsdag den 4. maj 2021 kl. 16\n\n36. Kajen\n01.02G00 - 2021/270\n\nSagsfremstilling\nKajen er våd.\n\n"
        "Beslutning\nGodkendt.\n\n37. Kranen\n01.02G00 - 2021/271\n\nSagsfremstilling\nKranen er rød.\n\nBeslutning\nUdsat.\n"
    )
    items = parse(SourceText("x.txt", text)).items
    assert [(item.number, item.title, item.case_number) for item in items] == [
        (36, "Kajen", "01.02G00 - 2021/270"), (37, "Kranen", "01.02G00 - 2021/271"),
    ]  # fmt: skip
