"""Numbers that count items although something speaks against them."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af bestyrelsesmøde den 4. maj 2021\nTil stede: Ane Dal, Bo Lind, Ib Krag\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # the same number twice by mistake
            "1: Ane maler lågen.\n\n2: Bo har solgt båden.\n\n2: Ib ringer til banken.\n\n3: Skuret skal tømmes.\n\n4: Ane laver kaffe.\n",
            [1, 2, 2, 3, 4],
        ),
        ("1. Økonomi\n\nBo ser på det.\n\n2. Havnen\n\nIntet.\n\n3. sommerfest i uge 24: mad og telt\n\nIb bestiller telt.\n", [1, 2, 3]),
        ("Pkt. 1\n\nØkonomi\n\nBo ser på det.\n\nPkt. 2\n\nHavnen\n\nIntet.\n\nPkt. 3\n\nNæste gang\n\nPkt. 2\n\nVi ses.\n", [1, 2, 3]),
        ("Første punkt: Økonomi\nBo ser på det.\n\nAndet punkt: Havnen\nIntet.\n\nTredje stop – skuret\nTømmes.\n", [1, 2, 3]),
        ("61Økonomi\nBeslutning\nBo ser på det.\n62Havnen\nBeslutning\nIntet.\n63Eventuelt\nBeslutning\nKaffe.\n", [61, 62, 63]),
        ("Dagsorden 1. Økonomi\nBo ser på det.\n\n2. Havnen\nIntet.\n", [1, 2]),
        ("Økonomi\n\n17.30-17.50\n\nBo ser på det.\n\nHavnen\n\n18.10-18.20\n\nIntet nyt.\n", [1, 2]),
    ],
)
def test_numbers_in_turn(body: str, expected: list[int]) -> None:
    assert [item.number for item in parse(SourceText("x.txt", HEAD + body)).items] == expected


def test_who_presents_is_no_title() -> None:
    body = "Pkt. 1\n\nØkonomi\n\nBo ser på det.\n\nPkt. 2 (Bo)\n\nHavnen\n\nIntet.\n"
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Økonomi", "Havnen"]


def test_a_first_number_inside_a_line() -> None:
    text = (
        "Bestyrelsesmøde\n\nDagsorden\n\n 1. Turen\n 2. noder\n 3. Evt.\n\nReferat\n\n"
        "Bestyrelsesmøde i Koret 4. maj 2021. Referent: Ane Dal 1. Status: bussen er bestilt, og Bo sender listen ud til alle.\n\n"
        " 2. Ib ser dem igennem og køber nye, hvor der mangler nogen.\n 3. Intet.\n"
    )
    minutes = parse(SourceText("x.txt", text))
    said = [item.decisions[0].span.of(text)[:10] for item in minutes.items]
    assert [(item.number, item.title) for item in minutes.items] == [(1, "Turen"), (2, "noder"), (3, "Evt.")]
    assert said == ["Status: bu", "Ib ser dem", "Intet."]


def test_what_was_said_stuck_to_a_title() -> None:
    body = "1. KranenBo sender den til værftet.\n\n2. Havnen\nIntet.\n\n3. EventueltIngenting\n"
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Kranen", "Havnen", "Eventuelt"]


def test_points_right_below_a_recommendation_are_no_items() -> None:
    case = "Resume\n\nRådet ser på båden.\n\nIndstilling\n\nSekretariatet indstiller, at\n\n 1. båden sælges\n 2. Bo ringer\n\n"
    text = f"Bestyrelsesmøde den 4. maj 2021\n\n{case}Beslutning\n\nSolgt.\n\n{case}Beslutning\n\nUdsat.\n"
    items = parse(SourceText("x.txt", text)).items
    assert [item.decisions[0].span.of(text) for item in items] == ["Solgt.", "Udsat."]


def test_a_title_in_lower_case_is_the_item_that_is_missing_between_two_others() -> None:
    titles = ("Godkendelse", "Økonomi", "orientering fra formanden", "Ny hjemmeside", "Evt.")
    body = "\n\n".join(f"{n}. {title}\nBo ringer til banken." for n, title in enumerate(titles, 1))
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == list(titles)


def test_points_of_a_list_in_lower_case_are_no_items() -> None:
    body = (
        "1. Godkendelse\nGodkendt.\n\n2. Økonomi\nVi manglede:\n\n1. pæle\n2. brædder\n3. søm\n\n3. Kajen\nBo ringer.\n\n4. Evt.\nIntet.\n"
    )
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Godkendelse", "Økonomi", "Kajen", "Evt."]


def test_the_number_of_the_case_before_the_journals() -> None:
    body = "Pkt. 1. Kranen\n\nJ.nr.: 01.02.03-P20-4-21\nSagsnr.: 4711\n\nBeslutning:\nSælges.\n"
    assert parse(SourceText("x.txt", HEAD + body)).items[0].case_number == "4711"


def test_the_first_of_items_that_count_on_from_the_meeting_before_below_a_line_with_a_colon() -> None:
    text = (
        "Havneudvalget - 04-05-2021\n\nReferat\nHent som fil:\n140. Godkendelse af dagsorden\n\nØkonomi\nSagen afgøres af\n"
        "Havneudvalget.\n\nBeslutning\nGodkendt.\n\n141. Kajen\n\nBeslutning\nUdsat.\n\n142. Broen\n\nBeslutning\nGodkendt.\n"
    )
    assert [item.number for item in parse(SourceText("x.txt", text)).items] == [140, 141, 142]


def test_a_web_pages_list_counts_from_one_again_behind_every_text() -> None:
    body = (
        " 1. Godkendelse af regnskab\n\nAne gennemgik tallene.\n\n 1. Nyt fra formanden\n 2. Nyt fra huset\n\nIb bestiller en ovn.\n\n"
        " 1. Aktiviteter\n\nBo laver en plan.\n\n 1. Nyt fra havnen: intet\n 2. Eventuelt\n\nBo ringer til smeden.\n"
    )
    items = parse(SourceText("x.txt", HEAD + body)).items
    assert [(item.number, item.title) for item in items][2:4] == [(3, "Nyt fra huset"), (4, "Aktiviteter")]
    assert [item.number for item in items] == [1, 2, 3, 4, 5, 6]


def test_a_list_below_a_heading_counts_no_items() -> None:
    decided = "Indstilling\n 1. Planen godkendes\n 2. Ruten udvides\n\nBeslutning\nGodkendt.\n\n"
    body = "".join(f"Punkt {number}: {title}\n\n{decided}" for number, title in ((1, "Havnen"), (2, "Skuret"), (3, "Stien")))
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Havnen", "Skuret", "Stien"]


def test_a_bracket_and_a_stop_behind_a_number() -> None:
    body = "1). Økonomi\n\nBo ser på det.\n\n2). Havnen\n\nIntet.\n\n3). Eventuelt\n\nKaffe.\n"
    assert [item.title for item in parse(SourceText("x.txt", HEAD + body)).items] == ["Økonomi", "Havnen", "Eventuelt"]


def test_a_line_of_many_sentences_is_no_title() -> None:
    told = "Tak for hjælpen! Alle har meldt sig til. Der er kaffe fra klokken ni. " * 4
    body = f"1. Økonomi\n\nBo ser på det.\n\n2. {told}Bo ringer til smeden.\n\n3. Eventuelt\n\nIntet.\n"
    items = parse(SourceText("x.txt", HEAD + body)).items
    assert [item.number for item in items] == [1, 2, 3]
    assert len(items[1].title) < 40
    assert items[1].decisions
