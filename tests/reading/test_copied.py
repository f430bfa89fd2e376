"""What text copied from pages, word processors and mails leaves of its layout: odd points, margins, lost empty lines, stray numbers."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Minutes
from tracker.extraction import extract
from tracker.reading import parse, read_bytes
from tracker.reading.normal import normalise
from tracker.reading.number_lines import with_titles

HEAD = "Referat fra chefmøde den 3. maj 2021\n\nTil stede: Ida Dal, Bo Lind, Pia Holm\n\n"


def minutes(text: str) -> Minutes:
    return parse(read_bytes(text.encode(), "r.txt"))


def titles(text: str) -> list[str]:
    return [item.title for item in minutes(text).items]


def said(text: str) -> list[str]:
    read = minutes(text)
    return [" ".join(read.text[d.span.start : d.span.end] for d in item.decisions) for item in read.items]


@pytest.mark.parametrize("point", ["\uf0b7 ", "\uf0a7 ", "\uf0d8 ", "\uf02d ", "•", "●", "▪", "\u2010 ", "\u2011 ", "\u2212 ", "• "])
def test_points_of_any_font_are_points_of_a_list(point: str) -> None:
    text = f"{HEAD}1. Hegnet\n{point}Bo maler hegnet\n{point}Ida ringer til smeden\n\n2. Eventuelt\nIntet.\n"
    found = [(f.responsible, f.quote) for f in extract(minutes(text)).follow_ups]
    assert found == [(("Bo",), "Bo maler hegnet"), (("Ida",), "Ida ringer til smeden")]


def test_a_hyphen_of_another_code_inside_a_word_stays_as_written() -> None:
    assert normalise("Bo sender en e\u2011mail") == "Bo sender en e\u2011mail"


def test_the_margin_of_a_page_goes_but_not_what_is_inset_from_it() -> None:
    assert normalise("    1. Hegnet\n\n      - Bo maler\n    2. Evt.") == "1. Hegnet\n\n  - Bo maler\n2. Evt."
    assert normalise("    1. Hegnet\nBo maler") == "    1. Hegnet\nBo maler"


PARAGRAPHS = {
    "Budgettet": "Økonomichefen sagde det, som det var: regnskabet lander dårligere end ventet, og flere fandt det trist.\n"
    "Vi blev enige om, at Bo stiller en liste op over de største afvigelser og sender den rundt senest mandag.",
    "Vi mangler vikarer": "Der var ni opslag i foråret, og de fleste gav ingen ansøgere, så det må gøres på en anden måde nu.\n"
    "Ida skriver til vikarbureauet inden den 1. juni og hører, hvad de kan tilbyde, og hvad det kommer til at koste.",
    "Ren strand": "Sidste år samlede børnene to ton affald, og der er afsat det samme beløb som dengang til sække og saft.\n"
    "Pia bestiller en container til den 12. juni, og kommunikation laver en plakat, som skolerne får senest i maj.",
    "Rundt om bordet": "Bo var til møde i regionen i mandags, og der er snart nyt om den nye vej, som der har været talt om.\n"
    "Ida fylder 60 år til sommer, og det bliver fejret, når alle er tilbage fra ferie igen engang i august.",
}


def test_titles_between_paragraphs_without_empty_lines() -> None:
    text = HEAD.replace("\n\n", "\n") + "\n".join(f"{title}\n{words}" for title, words in PARAGRAPHS.items())
    assert titles(text) == list(PARAGRAPHS)


def test_short_last_lines_of_paragraphs_are_no_titles() -> None:
    text = HEAD.replace("\n\n", "\n") + "\n".join(words.replace(" senest mandag.", "\nsenest mandag.") for words in PARAGRAPHS.values())
    assert len(titles(text)) == 1


@pytest.mark.parametrize("number", ["{n}.", "{n})", "Punkt {n}", "Pkt. {n}", "Sag {n}:"])
def test_a_list_of_contents_with_its_numbers_alone_on_their_lines(number: str) -> None:
    names = ["Havnen", "Broen", "Skuret"]
    contents = "".join(f"{number.format(n=n)}\n{name}\n" for n, name in enumerate(names, 1))
    body = "".join(f"{number.format(n=n)}\n{name}\n\nBeslutning\nBo ser på {name.lower()}.\n\n" for n, name in enumerate(names, 1))
    assert titles(f"{HEAD}Dagsorden\n\n{contents}\n{body}") == names


def test_a_number_above_what_was_decided_stays_alone() -> None:
    assert with_titles("3.\nGodkendt.\n") == "3.\nGodkendt.\n"
    assert with_titles("Punkt 3\nBeslutning\n") == "Punkt 3\nBeslutning\n"
    assert with_titles("3.\nNy hal\n") == "3. Ny hal\n"


def test_a_label_below_a_full_line_begins_an_item() -> None:
    full = "Huslejen stiger med to procent fra den 1. april, og det følger af kontrakten, som blev underskrevet i maj."
    text = HEAD + "".join(
        f"Ad {n}. {name}\n{full}\n{full}\nBo ser på {name.lower()} i maj.\n" for n, name in enumerate(("Havnen", "Broen", "Skuret"), 1)
    )
    assert titles(text) == ["Havnen", "Broen", "Skuret"]


def test_roman_items_above_points_of_two_numbers() -> None:
    text = (
        f"{HEAD}I. Godkendelse af referat\n\n   Godkendt.\n\nII. Bemanding\n\n   2.1 Test\n       Ida bestiller test.\n"
        "   2.2 Ferie\n       Bo laver en plan.\n\nIII. Hegnet\n\n   3.1 Pia maler hegnet.\n\nIV. Eventuelt\n\n   Intet.\n"
    )
    assert titles(text) == ["Godkendelse af referat", "Bemanding", "Hegnet", "Eventuelt"]
    assert [f.responsible for f in extract(minutes(text)).follow_ups] == [("Ida",), ("Bo",), ("Pia",)]


MAIL = (
    "Fra: Sekretariatet\nSendt: 9. maj 2025 14:12\nTil: Alle\nEmne: VS: Referat af ledermøde 7/5\n\nTil orientering.\n\n"
    "-----Oprindelig meddelelse-----\nFra: Mette Skov\nSendt: 8. maj 2025 16:40\nTil: Ledergruppen\nEmne: Referat af ledermøde 7/5\n\n"
    "Hej allesammen\n\nHer er referatet af ledermødet onsdag den 7. maj 2025 kl. 12-14 i kantinen. Henrik og Ole var med.\n\n"
    "Byggesager: Tiden er nede på 41 dage. Ole skriver en kort nyhed.\n\nStormfloden: Henrik bestiller sandsække.\n\n"
    "Sommerferie: Alle skriver deres uger ind inden udgangen af uge 20.\n\nAndet: Maskinen virker igen.\n\n"
    "Næste ledermøde er onsdag den 11. juni kl. 12.\n\nVh Mette\n"
)


def test_the_subject_of_a_mail_is_no_item_and_its_farewell_hides_none() -> None:
    assert titles(MAIL) == ["Byggesager", "Stormfloden", "Sommerferie", "Andet"]
    meeting = minutes(MAIL).meeting
    assert (str(meeting.date), meeting.place) == ("2025-05-07", "Kantinen")


def test_another_bodys_decision_under_its_own_line_is_read_against_its_day() -> None:
    text = (
        f"{HEAD}1. Klimaplan\n\nSagsfremstilling\nPlanen er drøftet på et borgermøde.\n\nØkonomiudvalget, 26. april 2021, pkt. 112:\n"
        "Forvaltningen bedes beskrive økonomien inden den 1. juni.\n\nIndstilling\nDet indstilles, at planen drøftes.\n\n"
        "Beslutning\nDrøftet.\n\n2. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    found = extract(minutes(text)).follow_ups
    assert [(f.responsible, str(f.decision_date)) for f in found] == [(("Forvaltningen",), "2021-04-26")]
