"""Which lines are items, and what their titles are: one class of layout each, as short as it comes."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse

Item = tuple[int, str, list[str]]
HEAD = "Referat af bestyrelsesmøde den 4. maj 2021\nTil stede: Ane, Bo, Ib\n\n"
COUNCIL = "Referat Trafikudvalget den 04-05-2021\n\n"


def items(text: str) -> list[Item]:
    minutes = parse(SourceText("x.txt", text))
    return [(item.number, item.title, [" ".join(d.span.of(text).split()) for d in item.decisions]) for item in minutes.items]


def heads(text: str) -> list[tuple[int, str]]:
    return [(number, title) for number, title, _ in items(text)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Ida lovede at spørge i kommunen.\n2. Veje\nHullet er lappet.\n", [(1, "", ["Ida lovede at spørge i kommunen."]), (2, "Veje", ["Hullet er lappet."])]),  # noqa: E501
        ("1.\n\nKaj Holm viste os planen.\n\n2.\n\nKlippedag:\n\nVi klipper den 3. juni.\n", [(1, "", ["Kaj Holm viste os planen."]), (2, "Klippedag", ["Vi klipper den 3. juni."])]),  # noqa: E501
        ("1. Økonomi: Bo sender tallene.\nHan rykker banken.\n2. Evt.\nIntet.\n", [(1, "Økonomi", ["Bo sender tallene. Han rykker banken."]), (2, "Evt.", ["Intet."])]),  # noqa: E501
        ("1. Post. Brev om energi. Ib skriver svar.\nSenest i juni.\n2. Evt. Bo kommer senere.\n", [(1, "Post", ["Brev om energi. Ib skriver svar. Senest i juni."]), (2, "Evt", ["Bo kommer senere."])]),  # noqa: E501
        ("1. Stole – borde: Ib måler rummet op.\n2. Ordstyrer og sekretær: Ane\n", [(1, "Stole – borde", ["Ib måler rummet op."]), (2, "Ordstyrer og sekretær", ["Ane"])]),  # noqa: E501
        ("1. (5 min) Godkendelse af dagsorden\nGodkendt.\n2. Løn (ca. 20 minutter)\nDrøftet.\n", [(1, "Godkendelse af dagsorden", ["Godkendt."]), (2, "Løn", ["Drøftet."])]),  # noqa: E501
        ("1. Godkendt referat og dagsorden\n\n2. Tur\n\nTil åen.\n", [(1, "Godkendt referat og dagsorden", ["Godkendt referat og dagsorden"]), (2, "Tur", ["Til åen."])]),  # noqa: E501
        ("1. Vedtægter og budget vedtaget.\n\n2. Tur\n\n3. Intet at tilføje\n", [(1, "Vedtægter og budget vedtaget.", ["Vedtægter og budget vedtaget."]), (2, "Tur", []), (3, "", ["Intet at tilføje"])]),  # noqa: E501
        ("1. Valg af ordstyrer.\nIb.\n2. Hvad skal der ske med skuret?\nMales.\n", [(1, "Valg af ordstyrer.", ["Ib."]), (2, "Hvad skal der ske med skuret?", ["Males."])]),  # noqa: E501
    ],
)  # fmt: skip
def test_sentences_are_no_titles(body: str, expected: list[Item]) -> None:
    assert items(HEAD + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Baner\nSlås i maj.\n\n2 – 3. Fra sidste møde\nAne er i gang.\n\n4b. Klubhus\nMales.\n", [(1, "Baner"), (2, "Fra sidste møde"), (4, "Klubhus")]),  # noqa: E501
        ("Dagsordenens punkt 1: Baner\nSlås i maj.\n\nDagsordenens punkt 2: Klubhus\nMales.\n", [(1, "Baner"), (2, "Klubhus")]),
        ("1 · Baner\n\nSlås i maj.\n\n2 · Klubhus\n\nMales.\n", [(1, "Baner"), (2, "Klubhus")]),
        ("Ang. 1. Baner\nSlås i maj.\n\nAng. 2. Klubhus\nMales.\n", [(1, "Baner"), (2, "Klubhus")]),
        ("1. Baner\nSlås i maj.\n\n2. Evt.\nIntet.\n\nReferent:\nBo Lind\n24.10.2021\n", [(1, "Baner"), (2, "Evt.")]),
        ("1. Baner\n\nv. Marie\n\nSlås i maj.\n\n2. Klubhus\n\nv. Marie\n\nMales.\n\n3. Evt.\n\nIntet.\n", [(1, "Baner"), (2, "Klubhus"), (3, "Evt.")]),  # noqa: E501
        ("Nr. Sag: Aftale:\n1. Baner: Slås i maj.\n2. Klubhus: Bo maler i uge 7.\n\nDer købes maling.\n\n3. Net: Bestilt.\n4. Evt.: Intet.\n\nNæste møde den 1. juni.\n",  # noqa: E501
         [(1, "Baner"), (2, "Klubhus"), (3, "Net"), (4, "Evt.")]),
        ("1. Godkendelse af dagsorden\n\nGodkendt\n\n 1. Kantorens punkt\n\nNyt om koret.\n\n 1. Bo gennemgår planen\n\nGodkendt.\n\n 1. Evt.\n\nIntet.\n",  # noqa: E501
         [(1, "Godkendelse af dagsorden"), (2, "Kantorens punkt"), (3, "Bo gennemgår planen"), (4, "Evt.")]),
        ("1. Planer\n1. Jubilæum\nFlyttes til juni.\n2. Loppedag\nIb låser op.\n2. Naboer\nIntet\n3. Økonomi\n1. Lån\nBo lægger om.\n2. Leje\nAfventer.\n4. Hus\nUlla har malet. 5. Have\nAfvist.\n6. Evt.\nIntet\n",  # noqa: E501
         [(1, "Planer"), (2, "Naboer"), (3, "Økonomi"), (4, "Hus"), (5, "Have"), (6, "Evt.")]),
        ("¤ pkt1. Kopimaskine\n\nBo henter tre priser.\n\n¤ pkt 2 Kursus\n\nIntet nyt.\n", [(1, "Kopimaskine"), (2, "Kursus")]),
        ("Følgende blev drøftet.\n1. Bo viste tegningerne til det nye klubhus frem, og alle var glade for dem, især for det nye køkken mod syd og den store terrasse.\n"  # noqa: E501
         "2. Baner.\nSlås i maj.\nDe er bløde.\n3. Ib finder et net.\nVores plan er:\n1. Net\n2. Maling\n3. Græs\n", [(1, ""), (2, "Baner."), (3, "")]),  # noqa: E501
    ],
)  # fmt: skip
def test_numbering_that_runs(body: str, expected: list[tuple[int, str]]) -> None:
    assert heads(HEAD + body) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gæster:\nNul.1. \nFormalia\nPå plads.2. \nRækkefølge\n\nGodkendt.3. \nSvar om broen\nAnbefalet.\n\n4. \nBudget\nIntet5. Siden sidst\n\nIntet.\n",  # noqa: E501
         [(1, "Formalia", ["På plads."]), (2, "Rækkefølge", ["Godkendt."]), (3, "Svar om broen", ["Anbefalet."]), (4, "Budget", ["Intet"]), (5, "Siden sidst", ["Intet."])]),  # noqa: E501
        ("Indholdsfortegnelse1. Godkendelse\n\nBeslutning\n\nGodkendt.\n\nFraværende: Bo Lind2. Veje\n\nSagsfremstilling\n\nX.\n\nBeslutning\n\nUdsat.\n",  # noqa: E501
         [(1, "Godkendelse", ["Godkendt."]), (2, "Veje", ["Udsat."])]),
        ("1. Klima\n\nBeslutning\n\nUdledningen af CO2. Der ses på pkt.2. Se bilag2. Bo sender det.\n\n2. Veje\n\nBeslutning\n\nUdsat.\n",
         [(1, "Klima", ["Udledningen af CO2. Der ses på pkt.2. Se bilag2. Bo sender det."]), (2, "Veje", ["Udsat."])]),
    ],
)  # fmt: skip
def test_numbers_stuck_to_the_line_before(text: str, expected: list[Item]) -> None:
    assert items(COUNCIL + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7. Plan\n\nSagsnr.: 21/20\n\nIndstilling\n\n1. at A\n2. at B\n\nBeslutning\n\nAd 1. Godkendt.\n\nAd 2. Udsat.\n\n8. Vej\n\nSagsnr.: 21/21\n\nBeslutning\n\n1. Godkendt.\n2. Punktet udgår.\n\n9. Evt.\n\nSagsnr.: 21/22\n\nBeslutning\n\nIntet.\n",  # noqa: E501
         [(7, "Plan"), (8, "Vej"), (9, "Evt.")]),
        (" • 1\n  Budget\n  Sagsid.: 21/77\n\n  Indstilling\n\n  Administrationen indstiller,\n\n  1.\n\n  at\n\n  A drøftes\n\n  2.\n\n  at\n\n  B sendes\n\n  Beslutning: Skoleudvalget den 03-05-2021\n\n  Ad. 1.\n\n  Drøftet.\n\n  Ad. 2.\n\n  Godkendt.\n\n  Beslutning: Trafikudvalget den 04-05-2021\n\n  Ad. 1.\n\n  Drøftet.\n\n  Ad. 2.\n\n  Udsat.\n",  # noqa: E501
         [(1, "Budget")]),
        ("3. Ny skole\n\nSagsnr.: 21/23\n\nSagsfremstilling\n\nSkitsen har tre dele:\n\n1. Gården mod nord.\n\n2. Salen med scene.\n\n3. Kælderen\n\nIndstilling\n\n1. at sagen drøftes\n\nTrafikudvalget, den 4. maj 2021:\n\nAd1: Hegnet flyttes.\n\nAd2: Ja.\n",  # noqa: E501
         [(3, "Ny skole")]),
        ("Indstilling\n\n1. at planen godkendes\n2. at midler frigives\n\nBeslutning\n\n1. Godkendt.\n2. Godkendt.\n\nIndstilling\n\nat sagen drøftes\n\nBeslutning\n\nDrøftet.\n",  # noqa: E501
         [(1, ""), (2, "")]),
    ],
)  # fmt: skip
def test_answers_to_points_are_no_items(text: str, expected: list[tuple[int, str]]) -> None:
    assert heads(COUNCIL + text) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dagsorden:\n 1. Udstilling\n 2. Foredrag\n 3. Evt.\n\nAd. 1\n\nUdvalget drøftede billederne.\n\nAd.: 2\n\nBo finder en taler.\n",
         [(1, "Udstilling", ["Udvalget drøftede billederne."]), (2, "Foredrag", ["Bo finder en taler."]), (3, "Evt.", [])]),
        ("DAGSORDEN\n1. Nøgler.\n2. Valg af formand.\n3. Køkken.\n\nREFERAT\n1. Ane samler dem ind.\n2. Ib blev valgt.\n3. Bo kommer med en tegning.\n",  # noqa: E501
         [(1, "Nøgler.", ["Ane samler dem ind."]), (2, "Valg af formand.", ["Ib blev valgt."]), (3, "Køkken.", ["Bo kommer med en tegning."])]),  # noqa: E501
        ("Dagsorden\n1) Valg af dirigent\n2) Budget\n\nAd pkt. 1 Valg af dirigent: Ib blev valgt.\nAd pkt. 2 Budget: Bo sender et nyt.\n",
         [(1, "Valg af dirigent", ["Ib blev valgt."]), (2, "Budget", ["Bo sender et nyt."])]),
        ("Dagsorden:\n1. Velkomst\n2. Baner\n\nTil punkt 1:\nAne bød velkommen.\n\nTil dagsordenens punkt 2:\nBo slår dem.\n",
         [(1, "Velkomst", ["Ane bød velkommen."]), (2, "Baner", ["Bo slår dem."])]),
        ("Dagsorden:\n1. Velkomst\n2. Plan\n\n1. Velkomst\nAne bød velkommen.\n\n2. Plan\nRolf viste planen:\n1. Torvet\n2. Havnen\n3. Vejen\nBo skriver svar.\n",  # noqa: E501
         [(1, "Velkomst", ["Ane bød velkommen."]), (2, "Plan", ["Rolf viste planen: 1. Torvet 2. Havnen 3. Vejen Bo skriver svar."])]),
        ("Dagsorden:\n1. Referat\n2. Sommer\n- telte\n- mad\n3. Leje\n\n1. Ingen indvendinger.\n2.\na. Bo lejer telte.\nb. Ane laver mad.\n3. Leje: steget med 2 %.\n",  # noqa: E501
         [(1, "Referat", ["Ingen indvendinger."]), (2, "Sommer", ["a. Bo lejer telte. b. Ane laver mad."]), (3, "Leje", ["steget med 2 %."])]),  # noqa: E501
        ("Dagsorden:\n1. Løn\n2. Evt.\n\n1.\nLøn\nDrøftet.\n\n2.\nEvt.\nIntet.\n", [(1, "Løn", ["Drøftet."]), (2, "Evt.", ["Intet."])]),
        ("Dagsorden\n1. Referat\n2. Havedag lørdag kl. 10\n- værktøj\n\nad.1.\nGodkendt.\n\nad.2.\nIb tager river med.\n",
         [(1, "Referat", ["Godkendt."]), (2, "Havedag lørdag kl. 10", ["Ib tager river med."])]),
        ("1. Festen\n2. Budget 2020\n3. Andet\n\n1. Valg af referent\nIb.\n\n2. Festen\nAflyst. Pengene er tilbage i uge 38.3. Budget 2020\nGodkendt .4. Andet\nIntet.\n",  # noqa: E501
         [(1, "Valg af referent", ["Ib."]), (2, "Festen", ["Aflyst. Pengene er tilbage i uge 38."]), (3, "Budget 2020", ["Godkendt ."]), (4, "Andet", ["Intet."])]),  # noqa: E501
    ],
)  # fmt: skip
def test_an_agenda_whose_numbers_are_taken_up_again(body: str, expected: list[Item]) -> None:
    assert items(HEAD + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- Godkendelse af dagsorden\nBeslutning\nGodkendt.\n- Nye skilte\na. Skilt ved havnen\nb. Skilt ved stien\nBeslutning\nTaget til efterretning.\n",  # noqa: E501
         [(1, "Godkendelse af dagsorden", ["Godkendt."]), (2, "Nye skilte", ["Taget til efterretning."])]),
        ("- Porten\nLåsen binder.\nBeslutning: Ib bestiller en ny.\n- Budget\nBeslutning: Godkendt.\n- Eventuelt\nTak for kaffe.\n",
         [(1, "Porten", ["Ib bestiller en ny."]), (2, "Budget", ["Godkendt."]), (3, "Eventuelt", ["Tak for kaffe."])]),
        ("· Græsset:\n\n- Slås i morgen.\n\n· Bygningen:\n\n- Bo maler gavlen.\n\n· Loppemarked:\n\n- Flyttes.\n",
         [(1, "Græsset", ["- Slås i morgen."]), (2, "Bygningen", ["- Bo maler gavlen."]), (3, "Loppemarked", ["- Flyttes."])]),
        ("▪ Emne: Løn\nDrøftet.\n\n▪ Emne: Fest\nAne køber ind.\n\n▪ Emne: Haven\nIntet.\n",
         [(1, "Løn", ["Drøftet."]), (2, "Fest", ["Ane køber ind."]), (3, "Haven", ["Intet."])]),
        ("• Siden sidst\nIntet.\n\n• Fest\nAne køber ind.\n\n• Evt.\nIntet.\n", [(1, "Siden sidst", ["Intet."]), (2, "Fest", ["Ane køber ind."]), (3, "Evt.", ["Intet."])]),  # noqa: E501
    ],
)  # fmt: skip
def test_items_behind_bullets(body: str, expected: list[Item]) -> None:
    assert items(HEAD + body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "1. Baner\n- Net\n- Mål\n- Græs\n2. Evt.\n- Intet nyt\n",
        "1. Baner\n• Net:\nBestilt.\n• Mål:\nMales.\n• Græs:\nSlås.\n2. Evt.\nIntet.\n",
    ],
)
def test_bullets_below_numbers_are_no_items(body: str) -> None:
    assert heads(HEAD + body) == [(1, "Baner"), (2, "Evt.")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dagsorden\n\nTorsdag 4. maj 2021\n\nReferat\n\nResumé\n\nNy chef.\n\nBeslutning\n\nNoteret.\n\nResumé\n\nNyt.\n\nBeslutning\n\nUdsat.\n", [(1, ""), (2, "")]),  # noqa: E501
        ("Sagsfremstilling\n\nGodkendelse af dagsorden\n\nBeslutning\n\nGodkendt\n\nNøgle: Ida Dal\n\nSagsfremstilling\n\nBudget\n\nBeslutning\n\nGodkendt\n\nBeslutning\n\nIntet.\n",  # noqa: E501
         [(1, ""), (2, ""), (3, "")]),
        ("Åben\n\nIndstilling\n\nGodkendelse af referat.\n\nBeslutning\n\nGodkendt\n\nÅben\n\nBeslutning\n\nBo er ny formand.\n\nÅben\n\nIndstilling\n\nTil drøftelse.\n\nBeslutning\n\nDrøftet.\n",  # noqa: E501
         [(1, ""), (2, ""), (3, "")]),
        (" • Sagsid.:\n\n  Sagsfremstilling\n\n  Valg.\n\n  Beslutning\n\n  Ib blev valgt.\n\n • Sagsid.:\n\n  Beslutning\n\n  Godkendt.\n", [(1, ""), (2, "")]),  # noqa: E501
        ("Godkendelse\n\nIndhold:\n\nDagsordenen\n\nReferat\n\nGodkendt\n\nNyt fra Ib\n\nIndhold:\n\nTuren.\n\nReferat\n\nNoteret\n\nEvt\n\nIndhold:\n\nIntet.\n\nReferat\n\nIntet.\n",  # noqa: E501
         [(1, "Godkendelse"), (2, "Nyt fra Ib"), (3, "Evt")]),
        ("Punkt: Velkomst\nReferat: Ane bød velkommen.\n\nPunkt: Baner\nReferat: Bo slår dem.\n", [(1, "Velkomst"), (2, "Baner")]),
        ("Mødested: Salen\n\nOplæg: Grønne gårde\n\nIndstilling\n\n1. at oplægget drøftes\n\nBeslutning\n\nUdskudt.\n", [(1, "Oplæg: Grønne gårde")]),  # noqa: E501
    ],
)  # fmt: skip
def test_items_told_apart_by_what_returns(body: str, expected: list[tuple[int, str]]) -> None:
    assert heads("Trafikudvalget 04-05-2021\n\n" + body) == expected


def test_labelled_paragraphs() -> None:
    body = "Velkomst: Ane bød velkommen.\n\nUdflugt: Vi tager til stranden. Bo bestiller bus.\n\nEvt.: Intet.\n"
    assert heads(HEAD + body) == [(1, "Velkomst"), (2, "Udflugt"), (3, "Evt.")]


def test_labels_with_text_below() -> None:
    body = "Formanden:\nIb fortæller om broen.\n\nVejens nye navn:\nGodkendt.\n\nEventuelt:\nIntet.\n"
    assert heads(HEAD + body) == [(1, "Formanden"), (2, "Vejens nye navn"), (3, "Eventuelt")]


def test_sentences_alone_are_one_item_titled_by_the_first_line() -> None:
    body = "Holdet besluttede en ny rute\nDen er længere.\n\nBo spørger lodsejeren.\n\nAlle naboer er varslet\n"
    assert [(number, title) for number, title, _ in items(HEAD + body)] == [(1, "Referat af bestyrelsesmøde den 4. maj 2021")]


def test_rows_of_a_list_of_tasks_are_no_items() -> None:
    """Titles in capitals stay titles where the last of them has a table below it."""
    text = HEAD + "NY PLAN\n=======\nBo skriver den.\n\n\nKØRSEL\n======\nIntet nyt.\n\n\nOPGAVELISTE\n===========\n"
    text += "Nr. | Aktion | Ansvarlig | Frist\n1 | Udkast til regler | Rikke | 29. januar\n2 | Tilbud på telte | Tove | 3. marts\n"
    assert [title for _, title in heads(text)] == ["NY PLAN", "KØRSEL", "OPGAVELISTE"]


def test_numbers_in_the_cells_of_a_table() -> None:
    text = HEAD + "Mødepunkt | Referat |\n1 - Forord | Godkendt. |\n2 - Loft | Drøftet. Ib spørger tømreren. |\n"
    assert heads(text) == [(1, "Forord"), (2, "Loft")]
    assert heads(HEAD + "Nr. | Emne | Beslutning\n1 | Referat | Godkendt\n2 | APV | Bo laver plan.\n") == [(1, "Referat"), (2, "APV")]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Referat af havemøde 3. maj\n\nIda Dal, 9. maj 2018\n\n", date(2018, 5, 3)),
        ("Referat af rundtur\n\nIda Dal Holm, 2. oktober 2019\n\nNoter fra mødet den 28. september i laden.\n\n", date(2019, 9, 28)),
        ("Referat\n\nVester Menighedsråd, 12. januar 2022\n\nReferatet af mødet 2. januar blev læst op.\n\n", date(2022, 1, 12)),
    ],
)  # fmt: skip
def test_the_day_of_the_meeting_is_not_the_day_it_was_written_down(head: str, day: date) -> None:
    assert parse(SourceText("x.txt", head + "Bo undersøger prisen.\n")).meeting.date == day


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Bestyrelsesmøde den 4. maj 2021\n\n1. Dagsorden\nGodkendt.\n\n2. Tag\nTømreren kom i går.\n\n3. Port\nIb får nøglen.\n\n4. Evt.\nAne byder på kage.\n", True),  # noqa: E501
        ("Bestyrelsesmøde den 4. maj 2021\n\nDagsorden:\n\n1. Port\n\nIb retter hængslet på lørdag.\n\n2. Fest\n\nAne laver en liste.\n", True),  # noqa: E501
        ("Bestyrelsesmøde den 4. maj 2021\n\nDagsorden:\n\n1. Bro\n\nOplæg ved Bo.\n\n2. Fest\n\nBudget og sted.\n", False),
    ],
)  # fmt: skip
def test_an_agenda_tells_nothing(text: str, decided: bool) -> None:
    minutes = parse(SourceText("x.txt", text))
    assert minutes.agenda_only is not decided


def test_a_decision_behind_the_names_of_the_absent() -> None:
    text = COUNCIL + "1. Dagsorden\n\nBeslutning\n\nAfbud fra Ib Dal og Bo Lind. Dagsorden godkendt.\n\n2. Evt.\n\nBeslutning\n\nIntet.\n"
    assert items(text)[0] == (1, "Dagsorden", ["Dagsorden godkendt."])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (" • 7. Havn\n\n  Indstilling\n\n  Formanden indstiller, at\n\n  1. kajen males\n  2. lyset skiftes\n\n  Beslutning\n\n  1. Godkendt.\n  2. Udsat.\n\n • 8. Evt.\n\n  Beslutning\n\n  Intet.\n", [(7, "Havn"), (8, "Evt.")]),  # noqa: E501
        ("Pkt. 7 Orden\n\nBeslutning\n\nPkt. 9 (lukket) udgår.\n\nPkt. 8 Havn\n\nBeslutning\n\nGodkendt.\n", [(7, "Orden"), (8, "Havn")]),
        ("1. Orden\nDisse punkter kommer til:\n\n2b. Ny formand\n\nGodkendt.\n\n2. Både\nMales i maj.\n\n3. Evt.\nIntet.\n", [(1, "Orden"), (2, "Både"), (3, "Evt.")]),  # noqa: E501
        ("1. Både\n\n1. Både\n\nBeslutning\nMales.\n\n2. Salg (lukket)\n\n3. Evt.\n\n3. Evt.\n\nBeslutning\nIntet.\n", [(1, "Både"), (2, "Salg (lukket)"), (3, "Evt.")]),  # noqa: E501
        ("Afbud: Bo (er han ude at rejse?). 1. Både:\nMales.\n\n2. Evt:\nIntet.\n", [(1, "Både"), (2, "Evt")]),
        ("1. Velkomst ( )\n\nBeslutning\n\nIda bød velkommen.\n\n2. Havnen (2020-0312345)\n\nBeslutning\n\nGodkendt.\n", [(1, "Velkomst"), (2, "Havnen")]),  # noqa: E501
        ("1. Siden sidst - formanden orienterer:\n\n- Broen er malet.\n\n2. Evt.\nIntet.\n\n3. Næste møde: lørdag d. 5. juni kl. 10\n", [(1, "Siden sidst - formanden orienterer"), (2, "Evt."), (3, "Næste møde")]),  # noqa: E501
    ],
)  # fmt: skip
def test_what_surrounds_a_number(body: str, expected: list[tuple[int, str]]) -> None:
    assert heads(HEAD + body) == expected


def test_a_number_stuck_to_a_heading_leaves_the_heading() -> None:
    body = "".join(f"{n}. Emne {n}\n\nIndstilling\nX\n\nBeslutning\nGodkendt.\n\nReferat\nSagsfremstilling" for n in (1, 2, 3))
    assert [decisions for _, _, decisions in items(HEAD + body)] == [["Godkendt."]] * 3


@pytest.mark.parametrize("line", ["Hav og Strand, 3. juni 2020, pkt. 5:", "Kulturudvalget, 4. maj 2021, pkt. 8 (ekstraordinært):"])
def test_a_body_its_day_and_its_item_head_a_decision(line: str) -> None:
    body = f"1. Havn\n\nIndstilling\n\nDet indstilles, at kajen males.\n\n{line}\n\nAnbefales.\n\nBeslutning\n\nGodkendt.\n"
    assert items(HEAD + body)[0][2] == ["Anbefales.", "Godkendt."]


def test_a_day_alone_above_the_minutes_is_not_the_meetings() -> None:
    text = "9. maj 2016\n\nReferat af bådmøde d. 2. maj i laden\n\n1. Tag\nBo ringer.\n\n2. Evt.\nIntet.\n"
    assert parse(SourceText("x.txt", text)).meeting.date == date(2016, 5, 2)


@pytest.mark.parametrize("rule", ["---", "==", "****", "––"])
def test_headings_between_rules(rule: str) -> None:
    text = f"{COUNCIL}{rule} Sag nr. 12 Kajen {rule}\nMales i maj.\n\n{rule} Sag nr. 13 Kranen {rule}\nSælges.\n"
    assert items(text) == [(12, "Kajen", ["Males i maj."]), (13, "Kranen", ["Sælges."])]


@pytest.mark.parametrize("written", ["Referat 2021.05.04", "Havnemøde\n\n04. 05 2021", "Referat: 4/5 2021"])
def test_dates_that_look_like_numbers(written: str) -> None:
    text = f"{written}\n\nAfbud: Bo\n\n1. Kajen\n\nIda maler den.\n\n2. Evt.\n\nIntet.\n\nNæste møde: 16. 11 2021\n"
    minutes = parse(SourceText("x.txt", text))
    assert minutes.meeting.date == date(2021, 5, 4)
    assert [(item.number, item.title, len(item.decisions)) for item in minutes.items] == [(1, "Kajen", 1), (2, "Evt.", 1)]


@pytest.mark.parametrize(
    ("line", "title", "decided"),
    [
        ("3. Havnefogeden fremlægger en plan for bøjerne.\nVi ser på den i maj.\n", "Havnefogeden fremlægger en plan for bøjerne.", "Vi ser på den i maj."),  # noqa: E501
        ("3. Ingen rettelser til referatet (nr. 12).\n", "Ingen rettelser til referatet", "Ingen rettelser til referatet (nr. 12)."),
        ("3.\n\nEleverne har ordet\n\nDe vil have bolde.\n", "Eleverne har ordet", "De vil have bolde."),
        ("3. Bo undersøger prisen på en ny kran. Ida ringer til værftet.\n", "", "Bo undersøger prisen på en ny kran. Ida ringer til værftet."),  # noqa: E501
    ],
)  # fmt: skip
def test_a_short_sentence_among_titles_is_one(line: str, title: str, decided: str) -> None:
    body = f"1. Kajen\nMales.\n2. Kranen\nSælges.\n{line}4. Broen\nLukkes.\n5. Evt.\nIntet.\n"
    assert items(HEAD + body)[2] == (3, title, [decided])


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Kaffe - v/Ida", "Kaffe"),
        ("Nyt fra huset v/ Gry", "Nyt fra huset v/ Gry"),
        ("Formand: kommende opgaver", "Formand: kommende opgaver"),
        ("Afbud:", "Afbud"),
    ],
)
def test_what_ends_a_title(written: str, title: str) -> None:
    assert heads(f"{HEAD}1. {written}\nIntet nyt.\n2. Evt.\nIntet.\n")[0] == (1, title)


def test_a_part_named_after_its_points_is_no_decision() -> None:
    body = "1. Afbud:\nBo.\n\nBeslutningspunkter:\n\n2. Regler\nBilag 4 (kommer senere)\nVedtaget.\n\n3. Evt.\nIntet.\n"
    assert items(HEAD + body) == [(1, "Afbud", ["Bo."]), (2, "Regler", ["Vedtaget."]), (3, "Evt.", ["Intet."])]


def test_a_day_inside_what_was_decided_is_not_the_decisions() -> None:
    text = f"{HEAD}1. Kurser\n\nBeslutning; Alle hold tilmeldes løbet på øen d. 3. oktober 2021. Bo spørger lodsen.\n\n2. Evt.\n\nBeslutning; Intet.\n"  # noqa: E501
    decision = parse(SourceText("x.txt", text)).items[0].decisions[0]
    assert decision.date == date(2021, 5, 4)
    assert decision.span.of(text) == "Alle hold tilmeldes løbet på øen d. 3. oktober 2021. Bo spørger lodsen."


def test_an_empty_number_below_a_title_decides_nothing() -> None:
    assert items(HEAD + "1. Kajen\nMales.\n\n1. Kranen\n2.  \n\n1. Broen\nLukkes.\n\n1. Evt.\nIntet.\n")[1] == (2, "Kranen", [])


def test_titles_between_rules_need_no_numbers() -> None:
    body = "*** Økonomi ***\nBo sender tallene.\n\n*** Fest ***\nAne booker salen.\n\n*** Evt. ***\nIntet.\n"
    assert items(HEAD + body) == [(1, "Økonomi", ["Bo sender tallene."]), (2, "Fest", ["Ane booker salen."]), (3, "Evt.", ["Intet."])]


def test_a_button_that_says_the_title_again_is_no_part_of_it() -> None:
    text = (
        "Referat af bestyrelsesmøde 3. maj 2021\n\n1. KranenTryk her for at læse mere om Kranen\n\nBo ringer.\n\n"
        "2. Broen - nye pæleKlik for at folde Broen - nye pæle\n\nAne køber dem.\n"
    )
    assert [item.title for item in parse(SourceText("x.txt", text)).items] == ["Kranen", "Broen - nye pæle"]


def test_outermost_bullets_begin_items_and_inner_ones_list_things() -> None:
    text = (
        "Referat, forældrerådet den 4. maj 2021\n\nTil stede: Ane, Bo og Ib.\n\n • Nyt fra stuerne\n  Ræven har fået to nye børn.\n"
        " • Legeplads\n  Bo har talt med gartneren.\n  Der mangler:\n  • Sand\n  • Brædder\n  Ib henter brædder i maj.\n\n"
        " • Sommerfest\n  Holdes i juni.\n"
    )
    assert heads(text) == [(1, "Nyt fra stuerne"), (2, "Legeplads"), (3, "Sommerfest")]


@pytest.mark.parametrize("parting", ["Referat:", "REFERAT"])
def test_an_agenda_with_words_below_its_points_gives_titles_to_the_numbers_below_the_minutes(parting: str) -> None:
    text = (
        "Referat af husmøde den 4. maj 2021\n\nTil stede: Ane, Bo, Ib\n\nDagsorden:\n\n1. Siden sidst\nForårets tur\n\n2. Haven\nHækken\n"
        f"Drivhuset\n\n3. Evt.\nNæste møde\n\n {parting}\n\n1. Turen til åen – 40 med, og godt vejr.\nBo skriver til avisen.\n\n"
        "2. Hækken klippes i uge 25 af alle.\n\n3. Ib skifter pæren.\n"
    )
    assert items(text) == [
        (1, "Siden sidst", ["Turen til åen – 40 med, og godt vejr. Bo skriver til avisen."]),
        (2, "Haven", ["Hækken klippes i uge 25 af alle."]),
        (3, "Evt.", ["Ib skifter pæren."]),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a web page began the list anew halfway, and one item has a list of its own
        (" 1. Referat\n  Godkendt.\n\n 2. Regnskab\nBo er i gang.\n\n 1. Fest\n  Den bliver i juni.\n 2. Siden sidst\n  – Husk:\n\n"
         "  1. Sparekassen (Ib)\n  2. Brugsen\n 3. Eventuelt\n  Intet.\n",
         [(1, "Referat"), (2, "Regnskab"), (3, "Fest"), (4, "Siden sidst"), (5, "Eventuelt")]),
        ("  1. Referat\n\nGodkendt.\n\n  1. Nyt fra formanden\n\n– Kurset er aflyst.\n\n 3. Nyt fra kassereren\n\nIntet.\n\n"
         " 4. Fest\n\nI juni.\n",
         [(1, "Referat"), (2, "Nyt fra formanden"), (3, "Nyt fra kassereren"), (4, "Fest")]),
        ("1. REFERAT.\n\nGodkendt.\n\n2. UDVALG.\n\nIkke behandlet.\n\na. Svømning.\n\nb. Fodbold.\n\nc. Tennis.\n\n3. FEST.\n\nDrøftet.\n",
         [(1, "REFERAT."), (2, "UDVALG."), (3, "FEST.")]),
    ],
)  # fmt: skip
def test_numbers_gone_wrong_are_put_right(body: str, expected: list[tuple[int, str]]) -> None:
    assert heads("Referat\n\n7. bestyrelsesmøde den 4. maj 2021, kl. 19\n\nTil stede: Ane, Bo\n\n" + body) == expected


def test_headings_above_several_items_belong_to_none() -> None:
    body = (
        "1. Referat\nGodkendt.\n\nA. Sager til beslutning\n\n2. Kajen\nBo maler.\n\nORIENTERINGER\n\n3. Kranen\nSolgt.\n\n4. Evt.\nIntet.\n"
    )
    assert [said for _, _, said in items(HEAD + body)] == [["Godkendt."], ["Bo maler."], ["Solgt."], ["Intet."]]


def test_what_stands_behind_eventuelt_or_a_short_decision_is_no_title() -> None:
    body = "1. Skiltet. Planen vedtaget. Gruppen er Ib og Ane\n\n2. Eventuelt. Brev om hegn tages op.\n\nSkriv et svar\n\nDin mail.\n"
    assert items(HEAD + body) == [
        (1, "Skiltet", ["Planen vedtaget. Gruppen er Ib og Ane"]),
        (2, "Eventuelt", ["Brev om hegn tages op."]),
    ]


def test_a_signature_below_the_minutes_is_no_title() -> None:
    text = (
        "Referat af festgruppens møde 4. maj 2021\n\nTil stede var Ane, Bo og Ib.\n\nBo gennemgik planen for festen. Ane henter telt.\n\n"
        "Regnskabet blev gennemgået.\n\nReferent Ib Holm\n\nSkriv et svar\n\nSiden bruger et filter. Læs om det.\n"
    )
    assert [(number, said) for number, _, said in items(text)] == [
        (1, ["Bo gennemgik planen for festen. Ane henter telt. Regnskabet blev gennemgået. Referent Ib Holm"])
    ]


def test_minutes_that_only_say_when_the_meeting_was_are_minutes() -> None:
    text = "Bestyrelse møde den 04-05-2021\n\nFodbold\n\nDer kommer nye mål. Bo henter.\n\nHåndbold\n\nHold er klar.\n\nKassen\n\nFuld.\n"
    assert heads(text) == [(1, "Fodbold"), (2, "Håndbold"), (3, "Kassen")]


def test_a_label_that_speaks_of_minutes_begins_an_item_too() -> None:
    text = (
        "Referat fra bestyrelsesmøde 4. maj 2021\n\nValg af dirigent: Helle Dal.\n\nGodkendelse af referat 2020: Godkendt.\n\n"
        "Regnskab: Bo viste tallene.\n\nEventuelt: Intet.\n"
    )
    assert [title for _, title in heads(text)] == ["Valg af dirigent", "Godkendelse af referat 2020", "Regnskab", "Eventuelt"]


def test_who_wrote_the_minutes_below_them_does_not_end_their_head() -> None:
    text = (
        "BESTYRELSESMØDE\n\nlørdag den 04.05.2021\n\nhos Bo Holm : Vibesti 6\n\nFest :   \n\nVi låner telte i byen. Ane henter dem.\n\n"
        "\n\nHjemmeside :\n\nKoden kommer med i brevet.\n\n\nVeje :\n\nDe er i orden nu.\n\n\nReferent : Ib Dal\n"
    )
    assert heads(text) == [(1, "Fest"), (2, "Hjemmeside"), (3, "Veje")]


def test_single_points_that_each_begin_at_one_count_on_to_eventuelt() -> None:
    body = " 1. VALG AF DIRIGENT: Ib blev valgt.\n 2. VALG AF RÅD.\n\nPå valg er:\n\nBo\n\n 1. FORSLAG. Ingen\n 1. EVENTUELT. Vi har båd.\n"
    assert heads(HEAD + body) == [(1, "VALG AF DIRIGENT"), (2, "VALG AF RÅD."), (3, "FORSLAG"), (4, "EVENTUELT")]


def test_a_name_stuck_to_its_role_is_no_part_of_the_title() -> None:
    body = "1. OrdstyrerIb\n2. ReferentAne\n3. Kajen\nMales.\n4. Evt.: Ingen kommentarer\n\nBy den 4. maj\n"
    assert [title for _, title in heads(HEAD + body)] == ["Ordstyrer", "Referent", "Kajen", "Evt."]


def test_numbers_that_begin_anew_in_each_part_count_on() -> None:
    body = (
        "A. Sager til beslutning\n\n1. Økonomi\nBo sender tallene.\n\n2. Fest\nI juni.\n\nB. Sager til orientering\n\n1. Kajen\nMales.\n\n"
        "2. Kranen\nSolgt.\n\nC. Eventuelt\n\nIntet.\n"
    )
    assert heads(HEAD + body) == [(1, "Økonomi"), (2, "Fest"), (3, "Kajen"), (4, "Kranen"), (5, "Eventuelt")]


def test_labelled_paragraphs_below_headings_of_parts_are_the_items() -> None:
    text = (
        "Referat af bestyrelsesmøde 4. maj 2021\n\nTil stede: Ane, Bo\n\nGodkendelse af dagsorden. Dagsorden godkendt\n\n"
        "Orienteringspunkter:\n\nBørnetal: Der er plads.\n\nBudget: Bo sender tallene.\n\nDrøftelsespunkter:\n\n"
        "Sommerfest: Ane booker hallen.\n\nEventuelt: Intet.\n"
    )
    assert [title for _, title in heads(text)] == ["Godkendelse af dagsorden", "Børnetal", "Budget", "Sommerfest", "Eventuelt"]


def test_what_was_said_may_begin_with_the_words_of_the_agenda() -> None:
    body = "Dagsorden:\n1) Velkommen\n2) Kaj\n3) Evt.\n\nAd 1) Velkommen til Ib.\n\nAd 2) Males.\n\nAd 3) Intet.\n"
    assert items(HEAD + body)[0] == (1, "Velkommen", ["Velkommen til Ib."])


@pytest.mark.parametrize(
    ("header", "assigned"),
    [
        ("Nr. | Punkt | Beslutning | Ansvarlig", ["BOL", None]),
        ("Nr. | Punkt | Beslutning | Bilag", [None, None]),
        ("Nr. | Punkt | Ansvarlig | Beslutning", [None]),
    ],
)
def test_a_cell_behind_the_decision_says_who_does_it(header: str, assigned: list[str | None]) -> None:
    text = f"Referat af møde 4. maj 2021\n\n{header}\n\n1 | Kajen | Muren sættes om. | BOL\n\n2 | Evt. | Intet. |\n"
    decisions = [decision for item in parse(SourceText("x.txt", text)).items for decision in item.decisions]
    assert [decision.assigned.of(text) if decision.assigned else None for decision in decisions] == assigned
