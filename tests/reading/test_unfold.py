"""Whole minutes on a few long lines, and pages shown as paragraphs, are laid out as lines; other texts stay."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.minutes import Minutes
from tracker.reading import parse, read_bytes
from tracker.reading.controls import without_controls
from tracker.reading.pages import join_pages
from tracker.reading.run_on import title_end
from tracker.reading.unfold import unfold

SAID = "Ida fortalte om sommerens ture, og der var mange spørgsmål til priserne. Bo ringer til busselskabet inden næste møde. "
FOLDED = (
    "Referat fra bestyrelsesmøde i Roklubben Tid og sted: Onsdag den 4. marts 2020 i klubhuset Til stede: Ida, Bo og Kaj "
    f"1. Godkendelse af dagsorden Dagsordenen blev godkendt. 2. Ture (O) {SAID}3. Nye både Kaj Holm oplyste, at der er tre tilbud, "
    f"og at det billigste gælder til den 1. maj. {SAID}4. Budget 2021 Beslutning: Godkendt. {SAID}5. Eventuelt Intet."
)


def read_as(text: str) -> Minutes:
    return parse(read_bytes(text.encode(), "x.txt"))


def titles(minutes: Minutes) -> list[tuple[int, str]]:
    return [(item.number, item.title) for item in minutes.items]


def test_numbers_inside_a_line_open_items() -> None:
    minutes = read_as(FOLDED)
    assert titles(minutes) == [
        (1, "Godkendelse af dagsorden"),
        (2, "Ture (O)"),
        (3, "Nye både"),
        (4, "Budget 2021"),
        (5, "Eventuelt"),
    ]
    assert minutes.meeting.date == date(2020, 3, 4)


def test_headings_inside_a_line_open_sections() -> None:
    decision = read_as(FOLDED).items[3].decisions[0]
    assert not decision.guessed
    assert decision.outcome.value == "approved"


def test_the_folded_agenda_gives_the_titles() -> None:
    text = (
        "Referat fra møde i Sangkoret den 3. maj 2021 Dagsorden: 1. Valg af Ny Dirigent 2. Noder til Efterårets Koncert 3. Evt. "
        f"Ad 1. Valg af Ny Dirigent Beslutning Koret valgte Ida. {SAID}{SAID}"
        f"Ad 2. Noder til Efterårets Koncert Beslutning Bo køber noderne. {SAID}{SAID}Ad 3. Evt. Kaj takkede for kaffen."
    )
    minutes = read_as(text)
    assert titles(minutes) == [(1, "Valg af Ny Dirigent"), (2, "Noder til Efterårets Koncert"), (3, "Evt.")]
    assert all(len(item.decisions) == 1 for item in minutes.items)


def test_pages_in_paragraphs_are_one_text() -> None:
    pages = (
        f"1 Referat fra Havneudvalget den 3. maj 2021 1. Kajen {SAID * 6}2. Bøjer Kaj ved, hvem der lægger bøjerne Side 1\n\n"
        f"2 ud til foråret. 3. Kranen {SAID * 6}4. Evt. Intet. Side 2\n"
    )
    joined = join_pages(pages)
    assert "lægger bøjerne ud til foråret" in joined
    assert "Side" not in joined
    assert [number for number, _ in titles(read_as(pages))] == [1, 2, 3, 4]


def test_numbers_behind_bullets_and_in_front_of_dashes() -> None:
    text = (
        f"Bestyrelsesmøde\n\nAfdelingsmøde Dato: 3. maj 2021 Deltagere: Ib og Bo Dagsorden: - Punkt 1. – Kajen. {SAID * 5}"
        f"- Punkt 2. – Kranen. {SAID * 3}- Punkt 3. Broen. {SAID * 3}- Punkt 4. Diverse Nøgler skal afleveres til Bo.\n"
    )
    minutes = read_as(text)
    assert titles(minutes) == [(1, "Kajen"), (2, "Kranen"), (3, "Broen"), (4, "Diverse")]
    assert not minutes.agenda_only


def test_numbers_in_one_long_paragraph_make_no_items() -> None:
    """A list inside a paragraph, in minutes whose items stand on lines of their own."""
    points = " ".join(f"{n}. Bænk nummer {n} males af Ida." for n in range(1, 30))
    text = f"Referat af møde den 3. maj 2021\n\n1. Bænke\n{points}\n\n2. Stier\n{SAID * 4}\n\n3. Evt.\n{SAID * 9}\n"
    assert unfold(text) == text
    assert [number for number, _ in titles(read_as(text))] == [1, 2, 3]


def test_labels_inside_the_one_line() -> None:
    text = (
        f"Bestyrelsesmøde 3. maj 2021\n\nReferat fra bestyrelsesmøde 3. maj 2021 Dagsorden Hækken: {SAID}Stien: der er huller, "
        f"som Kaj fylder. Rengøring 8/6 kl. 10.15: {SAID * 4}Næste møde: 2/7 hos Ida.\n"
    )
    assert [title for _, title in titles(read_as(text))] == ["Hækken", "Stien", "Rengøring 8/6 kl. 10.15", "Næste møde"]


@pytest.mark.parametrize("text", ["", "Kort linje\n", SAID * 20, "1 Side " + SAID * 9])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unfold(text) == text


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Økonomi Kassereren gennemgik tallene.", "Økonomi "),
        ("Havn - bolværk Kaj Holm oplyste, at alt er i orden.", "Havn - bolværk "),
        ("Sejlads v. Ida Holm og Bo Lind Orientering om status.", "Sejlads v. Ida Holm og Bo Lind "),
        ("Næste møde Torsdag den 4. juni kl. 19", "Næste møde "),
        ("Bådplan Arbejdet med planen er udsat.", "Bådplan "),
        ("Meddelelser a. Broen er lukket. b. Stien er åben.", "Meddelelser "),
    ],
)
def test_where_a_title_ends(line: str, title: str) -> None:
    end = title_end(line, 0, len(line), "", sure=False)
    assert line[:end] == title


def test_words_of_buttons_before_headings_go() -> None:
    case = (
        "{n}. Emne {n}\n\nvis mindre Resume\n\nKort sagt.\n\nvis mindre Indstilling\n\nAt kajen males.\n\n"
        "vis mindre Beslutning i Havneudvalget den 3. maj 2021\n\nGodkendt.\n\n"
    )
    minutes = read_as("Referat fra Havneudvalget den 3. maj 2021\n\n" + "".join(case.format(n=n) for n in (1, 2)))
    assert [[decision.guessed for decision in item.decisions] for item in minutes.items] == [[False], [False]]
    assert "vis mindre" not in minutes.text


def test_words_before_one_kind_of_heading_stay() -> None:
    text = "Udvalgets Beslutning\n" * 5
    assert without_controls(text) == text


def test_an_agenda_inside_a_line_ends_the_titles_of_what_stands_on_lines() -> None:
    text = (
        "Hent filen\n\n1 Referat fra hovedudvalget Dato: Den 4. maj 2021 Sted: Kontoret Dagsorden 7. Dagsorden 8. Nye lokaler "
        "9. Kurser 10. Eventuelt 1\n\n2 7. Dagsorden Beslutning. Godkendt.\n\n8. Nye lokaler Der er set på to steder i byen. Beslutning. "
        "Ida Dal indhenter et tilbud.\n\n3 9. Kurser Beslutning. Bo Lind sender listen ud.\n\n10. Eventuelt Beslutning. Intet.\n"
    )
    minutes = read_as(text)
    assert titles(minutes) == [(7, "Dagsorden"), (8, "Nye lokaler"), (9, "Kurser"), (10, "Eventuelt")]
    assert [item.decisions[0].span.of(minutes.source.text) for item in minutes.items][1] == "Ida Dal indhenter et tilbud."


def test_numbers_without_stops_behind_sentences() -> None:
    text = (
        "Referat af møde i Roklubben den 4. maj 2020 Til stede: Ida, Bo og Kaj. Punkt Afgørelse 1 Ture "
        f"{SAID}2 Nye både Kaj Holm oplyste, at der er 3 tilbud. {SAID}3 Budget {SAID}{SAID}4 Eventuelt Intet nyt fra klubben i dag."
    )
    assert titles(read_as(text)) == [(1, "Ture"), (2, "Nye både"), (3, "Budget"), (4, "Eventuelt")]


def test_indented_numbers_stand_at_the_beginning_of_lines() -> None:
    text = "Referat 4. maj 2020\n\n  1. Ture\n\nVi tager afsted.\n\n  2. Både hos\nIda Dal\n\nDen er solgt.\n\n  3. Evt.\n\n  4. Kaffe\n"
    assert unfold(text) == text


def test_labels_stuck_to_the_text_before_open_items() -> None:
    said = "Laugsmændene drøftede ruten og prisen, og de var enige om at gentage turen til næste år. " * 4
    text = (
        "Referat af Havnelaugets møde den 3. maj 2021 Deltagere ...\n\n5. Kassen6. Evt.Ad 1. Godkendelse af dagsordenDagsordenen blev "
        "godkendt"
        f"Ad 2. BroenBo sender tegningerne inden juni.Ane køber maling.Ad 3. Turen i april 2021Lauget evaluerede turen. {said}"
        f"Ad 4. Skure{said}"
        "Ib måler skurene.Bo hjælper.Ad 5. KassenDen er tom.\n"
    )
    minutes = read_as(text)
    assert titles(minutes)[:3] == [(1, "Godkendelse af dagsorden"), (2, "Broen"), (3, "Turen i april 2021")]
    assert [item.number for item in minutes.items] == [1, 2, 3, 4, 5]
    assert "\nAne køber maling." in minutes.source.text


def test_the_words_of_a_page_go_from_the_middle_of_a_sentence() -> None:
    pages = (
        f"1 Kajen Dato: Hjemmeside: Side 1 af 2 Referat fra Havneudvalget den 3. maj 2021 Til stede: Ida, Bo og Kaj Ad. 1 Kajen {SAID * 4}"
        "Ad. 2 Bøjer Ida kom ind på bøjerne, og Kaj\n\n"
        f"2 Side 2 af 2 vil lægge dem ud til foråret. Ad. 3 Kranen {SAID * 4}Ad. 4 Evt. Intet.\n"
    )
    minutes = read_as(pages)
    assert "og Kaj vil lægge dem ud" in minutes.source.text
    assert [number for number, _ in titles(minutes)] == [1, 2, 3, 4]


def test_a_full_word_before_a_stop_counts_nothing() -> None:
    text = f"Referat 4. maj 2021 1. Kajen {SAID}2. Nyt Det kommer på nettets side. 3. Bøjer {SAID}4. Evt. {SAID}"
    assert [number for number, _ in titles(read_as(text))] == [1, 2, 3, 4]


def test_decisions_of_several_bodies_inside_lines() -> None:
    council = "Kommunalbestyrelsens møde 29. oktober 2021 Punkt"
    text = (
        "Møde i Kommunalbestyrelsen fredag den 29. oktober 2021 REFERAT 1. Meddelelser Der er nyt om kajen. "
        f"{council} 1: Taget til efterretning. HAVNE- OG VEJUDVALGET 2. Bøjer {SAID}"
        f"Havne- og Vejudvalgets møde 9. oktober 2021 Punkt 6: Anbefales. Naboerne orienteres. {council} 2: Godkendt. "
        f"3. Kranen {SAID}Økonomiudvalgets møde 16. oktober 2021 Punkt 7: Anbefales. {council} 3: Godkendt. ØKONOMIUDVALGET "
        f"4. Vejen {SAID}{council} 4: Udgår."
    )
    minutes = read_as(text)
    days = [[decision.date and decision.date.isoformat() for decision in item.decisions] for item in minutes.items]
    assert days == [["2021-10-29"], ["2021-10-09", "2021-10-29"], ["2021-10-16", "2021-10-29"], ["2021-10-29"]]
    assert [item.decisions[-1].span.of(minutes.source.text).strip() for item in minutes.items] == [
        "Taget til efterretning.", "Godkendt.", "Godkendt.", "Udgår.",
    ]  # fmt: skip


def test_every_page_on_a_line_may_begin_with_an_item() -> None:
    text = (
        "1 Referat Emne: Møde i HovedMED Dato: 16. maj 2021 Deltagere: Ida Dal, formand Bo Lind, TR for 3F\n\n"
        f"2 1. Kajen {SAID * 2}2. Bøjer {SAID * 2}Side 2/7\n\n3 3. Kranen {SAID * 2}4. Master {SAID * 2}5. Tov {SAID * 2}Side 3/7\n\n"
        "4 6. Eventuelt Intet. Side 4/7\n"
    )
    minutes = read_as(text)
    assert [number for number, _ in titles(minutes)] == [1, 2, 3, 4, 5, 6]
    assert "Side" not in minutes.source.text


def test_a_decision_that_lost_its_day_is_one() -> None:
    text = (
        "Referat torsdag den 4. marts 2021 i Klubhuset 1. Kajen Sagsnr.: Indstilling: Beslutning den : Godkendt. Sagsfremstilling: "
        f"{SAID}2. Bøjer Sagsnr.: 21/4 Beslutning den : Udsat til maj. Sagsfremstilling: {SAID}"
        f"3. Kranen Sagsnr.: 21/5 Beslutning den : Taget til efterretning. Sagsfremstilling: {SAID}"
    )
    minutes = read_as(text)
    decided = [item.decisions[0].span.of(minutes.source.text).strip() for item in minutes.items]
    assert decided == ["Godkendt.", "Udsat til maj.", "Taget til efterretning."]


def test_a_year_before_a_heading_is_no_items_number() -> None:
    text = (
        f"Referat den 4. marts 2021 1. Kajen {SAID}2. Bøjer Anledning De lægges ud fra 3. maj 2021. Beslutning Godkendt. Bo køber. "
        f"3. Kranen {SAID}4. Evt. Intet."
    )
    minutes = read_as(text)
    assert minutes.items[1].decisions[0].span.of(minutes.source.text).strip() == "Godkendt. Bo køber."


def test_an_agenda_in_other_words_stands_above_the_minutes() -> None:
    text = (
        "1 Møde i Havnegruppen Tid 4. maj 2021 Dagsorden 1. Nye folk. 2. Dagsorden og referat fra sidst. 3. Regnskab. Både lige nu. "
        f"5. Oversigt, herunder tov. 6. Nyt. 7. Eventuelt. Side 1\n\n2 Referat 1. Nye medlemmer Ida og Bo var med. {SAID}"
        f"2. Referat fra sidst {SAID}3. Regnskab for 2020 {SAID}4. Både lige nu {SAID}Side 2\n\n"
        f"3 5. Oversigten {SAID}6. Nyhedsbrev {SAID}7. Evt. Intet. Side 3\n"
    )
    assert [number for number, _ in titles(read_as(text))] == [1, 2, 3, 4, 5, 6, 7]


def test_a_number_with_a_colon_inside_a_line_is_the_next_in_turn() -> None:
    text = (
        "Referat\nOnsdag den 7. april 2021\n\n1: Godkendelse af referat.\n\nGodkendt.\n\n2: Gensidig orientering.\n\n"
        "Vi hørte om skolerne, som skulle give penge til 3: Nyt fra havnen.\n\nIda sender notatet.\n\n4: Evt.\n\nIntet.\n"
    )
    assert [number for number, _ in titles(read_as(text))] == [1, 2, 3, 4]
