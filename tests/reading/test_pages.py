"""What a site for sharing PDFs, and the look of a page, put into the words of minutes."""

from __future__ import annotations

from tracker.reading.controls import without_spread
from tracker.reading.files import read_bytes
from tracker.reading.pages import without_wrapper
from tracker.reading.structure import parse

WRAPPER = 'Referat af 2. rådsmøde i Havnerådet. Afholdt 4. maj 2021\n\nStørrelse: px\n\nDownload "Referat"\n\nTranskript\n\n'


def test_only_the_name_of_the_document_is_kept_of_what_a_site_says_above_it() -> None:
    body = "1 Referat af møde den 4. maj 2021 1. Kajen Bo maler den. 1\n"
    assert without_wrapper(WRAPPER + body) == f"Referat af 2. rådsmøde i Havnerådet. Afholdt 4. maj 2021\n\n{body}"
    named = WRAPPER.replace("Afholdt 4. maj 2021", "Dagsorden. 1. Kajen Malet")
    assert without_wrapper(named + body) == f"Referat af 2. rådsmøde i Havnerådet.\n\n{body}"
    assert without_wrapper("Transkript\n\n1 Kajen\n") == "Transkript\n\n1 Kajen\n"


def test_letters_set_apart_are_words() -> None:
    assert without_spread("R e f e r a t af møde\nD A G S O R D E N\nA og B i C") == "Referat af møde\nDAGSORDEN\nA og B i C"


def test_a_long_agenda_inside_lines_gives_titles_to_what_answers_it() -> None:
    points = "Rådet drøfter de tekniske planer og økonomien i dem, og havnefogeden har lovet at komme med tegninger og med tal. " * 2
    agenda = f"Dagsorden: 1. Kajen {points}2. Kranen {points}3. Evt. "
    answers = (
        "Ad. 1 Kajen Bo maler den i maj, og Ib henter maling i byen inden da. Ad. 2 Kranen Ane sælger den. Formanden skriver til køberen. "
        "Rådet får besked, når handlen er på plads, og pengene går til nye pæle. Ad. 3 Evt. Intet at berette."
    )
    text = WRAPPER + f"1 Referat fra rådsmøde den 4. maj 2021 Til stede: Ane, Bo, Ib {agenda}{answers}\n"
    minutes = parse(read_bytes(text.encode(), "x.txt"))
    assert minutes.meeting.forum == "Havnerådet"
    assert [item.number for item in minutes.items] == [1, 2, 3]
    assert minutes.items[1].decisions[0].span.of(minutes.text).startswith("Ane sælger den.")


def test_a_list_begun_anew_inside_lines_gets_a_line_a_point() -> None:
    text = (
        "Referat bestyrelsesmøde d. 4.5.2021.\n\nDeltagere: Ane, Bo og Ib\n\n  1. Referat gennemgået uden kommentarer.  1. Bo fortalte om "
        "kajen\n\nved havnen. Den skal males.  1. Ane gennemgik regnskabet.\n\nDet sendes ud.  1. Ib har fundet folk til molen.\n"
    )
    items = parse(read_bytes(text.encode(), "x.txt")).items
    assert [item.number for item in items] == [1, 2, 3, 4]
    assert [len(item.decisions) for item in items] == [1, 1, 1, 1]


def test_the_title_of_a_document_keeps_its_figures() -> None:
    named = "Beslutninger fra mødet. Torsdag 13.05.2021 kl. 8.30 Havneudvalget"
    head = f'Beslutninger fra mødet. Torsdag kl Havneudvalget\n\nStørrelse: px\n\nDownload "{named}"\n\n'
    text = without_wrapper(f"{head}Transkript\n\n1 Beslutninger fra mødet Torsdag kl Havneudvalget 1. Kajen Godkendt.\n")
    assert text.startswith(f"{named}\n")


def test_the_running_head_of_pages_goes_with_their_numbers() -> None:
    said = "Ida fortalte om sommerens ture, og der var mange spørgsmål. Bo ringer til busselskabet inden næste møde. " * 2
    head = "Sandby Kommune Tirsdag den side"
    text = (
        f"1 {head} 1 Referat Møde i Havnerådet den 4. maj 2021 kl Til stede: Ida Dal, Bo Lind, Ane Holm og Kaj Lund Afbud: Ole Friis\n\n"
        f"2 {head} 2 1. Kajen {said}2. Bøjer {said}\n\n3 {head} 3 3. Kranen {said}4. Evt. {said}\n"
    )
    minutes = parse(read_bytes(text.encode(), "x.txt"))
    assert [item.number for item in minutes.items] == [1, 2, 3, 4]
    assert "Sandby Kommune" not in minutes.source.text


def test_a_title_that_is_only_an_item_names_no_document() -> None:
    text = without_wrapper(
        '1. Oplæg om stier Bilag\n\nStørrelse: px\n\nDownload "1. Oplæg"\n\nTranskript\n\n1 DAGSORDEN Møde i Havnerådet\n'
    )
    assert text.lstrip() == "1 DAGSORDEN Møde i Havnerådet\n"
