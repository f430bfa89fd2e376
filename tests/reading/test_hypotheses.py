"""Which way of telling items apart explains a text, where nothing numbers them or numbers only list things."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Minutes, SourceText
from tracker.reading import parse, read_bytes

HEAD = "Referat af bestyrelsesmøde i Klubben den 4. maj 2021\nTil stede: Ane Dal, Bo Lind, Ib Krag\n\n"
MONEY = "Kassereren gennemgik tallene, og der er lidt mere end ventet. Ane sender budgettet ud inden 1. juni."
PIER = "Broen er malet, men pælene er rådne. Bo køber nye."
FEAST = "Den holdes i august. Ib bestiller telt senest 15. juni."


def minutes_of(body: str) -> Minutes:
    return parse(read_bytes((HEAD + body).encode(), "x.txt"))


def read(body: str) -> list[tuple[str, str]]:
    minutes = minutes_of(body)
    return [(item.title, " ".join(item.decisions[0].span.of(minutes.source.text).split())) for item in minutes.items]


EXPECTED = [("Økonomi", MONEY), ("Havnen", PIER), ("Festen", FEAST)]


@pytest.mark.parametrize(
    "body",
    [
        f"Økonomi\n{MONEY}\nHavnen\n{PIER}\nFesten\n{FEAST}\n",
        f"Økonomi:\n{MONEY}\nHavnen:\n{PIER}\nFesten:\n{FEAST}\n",
        f"## Økonomi\n{MONEY}\n\n## Havnen\n{PIER}\n\n## Festen\n{FEAST}\n",
        f"Økonomi\n-------\n{MONEY}\n\nHavnen\n------\n{PIER}\n\nFesten\n------\n{FEAST}\n",
        f"Økonomi: {MONEY}\nHavnen: {PIER}\nFesten: {FEAST}\n",
        f"* Økonomi: {MONEY}\n* Havnen: {PIER}\n* Festen: {FEAST}\n",
        f"§1 Økonomi\n{MONEY}\n\n§2 Havnen\n{PIER}\n\n§3 Festen\n{FEAST}\n",
        f"#1 Økonomi\n{MONEY}\n\n#2 Havnen\n{PIER}\n\n#3 Festen\n{FEAST}\n",
        f"(1) Økonomi\n{MONEY}\n\n(2) Havnen\n{PIER}\n\n(3) Festen\n{FEAST}\n",
        f"1/ Økonomi\n{MONEY}\n\n2/ Havnen\n{PIER}\n\n3/ Festen\n{FEAST}\n",
        f"1 - Økonomi\n{MONEY}\n2 - Havnen\n{PIER}\n3 - Festen\n{FEAST}\n",
        f"1 . Økonomi\n{MONEY}\n\n2 . Havnen\n{PIER}\n\n3 . Festen\n{FEAST}\n",
        f"Ad pkt. 1, Økonomi\n{MONEY}\n\nAd pkt. 2, Havnen\n{PIER}\n\nAd pkt. 3, Festen\n{FEAST}\n",
        f"-----\nØkonomi\n{MONEY}\n\n-----\nHavnen\n{PIER}\n\n-----\nFesten\n{FEAST}\n",
        f"1. Økonomi\nBeslutning til punkt 1: {MONEY}\n\n2. Havnen\nBeslutning til punkt 2: {PIER}\n\n"
        f"3. Festen\nBeslutning til punkt 3: {FEAST}\n",
        f"1. Økonomi\nBeslutning 4/5: {MONEY}\n\n2. Havnen\nBeslutning 4/5: {PIER}\n\n3. Festen\nBeslutning 4/5: {FEAST}\n",
        f"Økonomi\nTallene er sendt ud i går.\nBeslutning: {MONEY}\nHavnen\nBroen er fra 1950.\nBeslutning: {PIER}\n"
        f"Festen\nFesten er sidst på året.\nBeslutning: {FEAST}\n",
        f"Økonomi\nTallene er sendt ud i går.\n\nBeslutning\n{MONEY}\n\nHavnen\nBroen er fra 1950.\n\nBeslutning\n{PIER}\n\n"
        f"Festen\nFesten er sidst på året.\n\nBeslutning\n{FEAST}\n",
        f"Dagsorden:\n1. Økonomi\n2. Havnen\n3. Festen\n\nReferat:\n1. {MONEY}\n2. {PIER}\n3. {FEAST}\n",
        f"Dagsorden:\n1. Økonomi\n2. Havnen\n3. Festen\n\nRe 1: {MONEY}\n\nRe 2: {PIER}\n\nRe 3: {FEAST}\n",
        f"Ane Dal (formand)\nBo Lind (kasserer)\nIb Krag\n\nØkonomi\n\n{MONEY}\n\nHavnen\n\n{PIER}\n\nFesten\n\n{FEAST}\n",
        f"Emne\tReferat\nØkonomi\t{MONEY}\nHavnen\t{PIER}\nFesten\t{FEAST}\n",
        f"Punkt | Referat |\n1 - Økonomi | {MONEY} |\n2 - Havnen | {PIER} |\n3 - Festen | {FEAST} |\n",
        f"Nr | Emne | Indhold\n1 | Økonomi | {MONEY}\n2 | Havnen | {PIER}\n3 | Festen | {FEAST}\n",
    ],
)
def test_titles_told_by_their_looks(body: str) -> None:
    assert [(title, said.rstrip(" |")) for title, said in read(body)] == EXPECTED


def test_titles_that_look_less_like_titles_where_no_others_stand() -> None:
    body = f"økonomi\n{MONEY}\n\nHavnen.\n{PIER}\n\nForslag fra Ib om at flytte sommerfesten til en ny plads\n{FEAST}\n"
    assert [title for title, _ in read(body)] == ["økonomi", "Havnen.", "Forslag fra Ib om at flytte sommerfesten til en ny plads"]


def test_titles_above_labels_that_return() -> None:
    body = (
        f"Økonomi\n\nOpsamling:\n{MONEY}\n\nBeslutning:\nAne sender det.\n\nHavnen\n\nBeslutning:\nBo køber pæle.\n\n"
        f"Kort om festen den 3. august\n\nOpsamling:\n{FEAST}\n\nBeslutning:\nIb bestiller.\n\nEventuelt\n\nIntet.\n"
    )
    assert read(body) == [
        ("Økonomi", "Ane sender det."),
        ("Havnen", "Bo køber pæle."),
        ("Kort om festen den 3. august", "Ib bestiller."),
        ("Eventuelt", "Intet."),
    ]


def test_titles_that_alternate_with_decisions() -> None:
    body = "".join(f"{title}\n\n{said}\n\nBeslutning: {title} går videre.\n\n" for title, said in EXPECTED)
    assert [title for title, _ in read(body)] == ["Økonomi", "Havnen", "Festen"]


def test_labels_that_return_are_no_titles() -> None:
    body = "".join(f"{title}\n\nOpsamling:\n\n{said}\n\nAftale:\n\nVi går videre.\n\n" for title, said in EXPECTED)
    assert [title for title, _ in read(body)] == ["Økonomi", "Havnen", "Festen"]


def test_a_line_that_announces_a_list_is_no_title() -> None:
    body = f"Økonomi\n\n{MONEY}\n\nHavnen\n\nBo køber:\n1. Pæle\n2. Maling\n3. Tov\n\nFesten\n\n{FEAST}\n\nEventuelt\n\nIntet.\n"
    assert [title for title, _ in read(body)] == ["Økonomi", "Havnen", "Festen", "Eventuelt"]


def test_a_list_in_an_item_loses_to_topics() -> None:
    body = (
        "Nyt fra grupperne\n\n1. Både: Intet nyt.\n2. Hytte: Taget er tæt.\n\nEmne: Broen\nOpgave: Nye pæle.\nTovholder: Bo\n\n"
        "Emne: Festen\nOpgave: Telt.\nTovholder: Ib\n\nEventuelt:\n\n\n\nIntet.\n"
    )
    assert [title for title, _ in read(body)] == ["Nyt fra grupperne", "Broen", "Festen", "Eventuelt"]


def test_names_below_a_label_are_no_titles() -> None:
    body = f"Afbud:\n\nUlla Brink (UB)\nKaj Holm (KH)\n\nØkonomi\n\n{MONEY}\n\nHavnen\n\n{PIER}\n"
    assert [title for title, _ in read(body)] == ["Økonomi", "Havnen"]


def test_decisions_right_below_recommendations() -> None:
    body = f"1 - Dagsorden\nIndstilling:\nGodkendes.\nGodkendt.\n2 - Økonomi\n{MONEY}\n3 - Havnen\n{PIER}\n4 - Festen\n{FEAST}\n"
    assert read(body)[0] == ("Dagsorden", "Godkendt.")
    assert not minutes_of(body).agenda_only


def test_topics_between_times() -> None:
    body = (
        f"17.00-17.30\n\nØkonomi\n\n{MONEY}\n\n17.30-18.30 (med pause)\n\nEmne: Havnen\n\nNoter: {PIER}\n\nEmne: Festen\n\nNoter: {FEAST}\n"
    )
    assert [title for title, _ in read(body + "\n18.30-19.00\n\nEventuelt\n\nIntet.\n")] == ["Økonomi", "Havnen", "Festen", "Eventuelt"]


def test_the_only_point_stands_behind_the_word_for_the_agenda() -> None:
    text = f"Referat af bestyrelsesmøde den 4. maj 2021\n\nDagsorden for mødet: Den nye bro.\n\n{PIER}\n"
    assert [item.title for item in parse(read_bytes(text.encode(), "x.txt")).items] == ["Den nye bro"]


def test_a_text_that_says_who_met_when_is_minutes() -> None:
    minutes = parse(
        SourceText("x.txt", "Festudvalget mødtes d. 3. maj 2021 hos Bo.\n\n  • Ane bestiller telt.\n  • Bo ringer til bageren.\n")
    )
    assert len(minutes.items) == 1
    assert minutes.items[0].decisions


def test_titles_with_a_decision_below_at_once_or_under_a_heading() -> None:
    text = (
        "Havnelauget\nMøde den 3. maj 2021\n\nDeltagere\nAne Dal, Bo Lind\n\n\n"
        "Bordet rundt\nAne: Broen er malet.\nBeslutning\nTil orientering.\n"
        "\n\nKranen\nSagsfremstilling\nDen er gammel.\nBeslutning\nBo ringer til værftet.\n\n\nSkure\nBeslutning\nGodkendt.\n\n\n"
        "Festen\nSagsfremstilling\nDen er i juni.\nBeslutning\nUdsat.\n\n\nEventuelt\nAne køber kaffe.\n"
    )
    titles = [item.title for item in parse(SourceText("x.txt", text)).items]
    assert titles == ["Bordet rundt", "Kranen", "Skure", "Festen", "Eventuelt"]


def test_one_text_is_titled_by_the_line_that_names_the_meeting() -> None:
    text = (
        "referater\n\nBestyrelsesmøde referat 3/5-2021\n\nTil stede: Ane, Bo\n\nBo maler broen, og Ane køber maling til den i næste uge.\n"
    )
    assert [item.title for item in parse(SourceText("x.txt", text)).items] == ["Bestyrelsesmøde referat 3/5-2021"]


LISTED = """Ledermøde den 4. maj 2021

Til stede: Ida, Bo

{0}Økonomi

Ida sender tal til Bo inden 1. juni.

{0}Hjemmesiden

Teksterne er gamle.
{1}

{0}Legepladsen

Bo maler gyngen i juni.

{0}Sommerfest

Vi holder den i haven.

{0}Eventuelt

Intet.
"""


@pytest.mark.parametrize("sign", ["", "* ", "- "])
@pytest.mark.parametrize(
    "inside",
    [
        "1. Bo ringer til Ea\n2. Ida skriver dem om",
        "a) Bo ringer til Ea\nb) Ida skriver dem om",
        "Beslutning: Ida skriver dem om.",
        "Konklusion: Ida skriver dem om.",
        "3 sider mangler.",
        "A. Holm vil gerne hjælpe.",
    ],
)
def test_what_stands_in_one_item_leaves_the_others_items(inside: str, sign: str) -> None:
    items = parse(SourceText("x.txt", LISTED.format(sign, inside))).items
    assert [item.title for item in items] == ["Økonomi", "Hjemmesiden", "Legepladsen", "Sommerfest", "Eventuelt"]
    assert all(item.decisions for item in items)


def test_a_half_sentence_alone_on_its_line_is_a_title() -> None:
    prose = "Ida fortalte om nøglerne til havnen, og Bo ringer til smeden om en ny lås. Der var ros til pedellen. "
    titles = ["Velkomst", "Nøgler", "Når telefonen ringer i ferien", "Porten", "Til sidst"]
    text = "Referat af møde i Havnerådet den 4. maj 2021\n\n" + "".join(f"{title}\n\n{prose * 2}\n\n" for title in titles)
    assert [item.title for item in parse(SourceText("x.txt", text)).items] == titles
