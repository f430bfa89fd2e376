"""What the head calls the body, without what stands around its name."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import SourceText
from tracker.reading import parse
from tracker.reading.body_names import is_menu, plain_body

BODY = "\n\nTil stede: Ane Dal, Bo Lind\n\n1. Kajen\nAne sender budgettet ud.\n\n2. Havnen\nBo køber pæle.\n"


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        ("Beslutningsreferat af Havnerådets 18. møde den 4. maj 2021", "Havnerådet"),
        ("Referat af Havnerådets 4. ordinære møde den 4. maj 2021", "Havnerådet"),
        ("Referat af Blåt Råds møde tirsdag den 4. maj 2021", "Blåt Råd"),
        ("Broudvalget i Sandby Kommune\n\nReferat fra udvalgets møde den 4. maj 2021 kl. 17", "Broudvalget"),
        ("Broudvalget (2018-2021) – Referat – 4. maj 2021", "Broudvalget"),
        (
            "Nævnet for Broer og Kajer\n\nREFERAT FRA MØDE I NÆVNET FOR BROER OG KAJER 5/21\ntirsdag den 4. maj 2021",
            "Nævnet for Broer og Kajer",
        ),
        ("REFERAT\n\nEmne:   Møde i bestyrelsen for Havneskolen\nDato:   4. maj 2021", "Bestyrelsen for Havneskolen"),
        ("Lille Havneråd\nForside   Om rådet   Referater   Kontakt\n\nReferat af møde den 4. maj 2021", "Lille Havneråd"),
        ("Forside > Digitalisering > Netværk > Referater\n\nBronetværket – referat 4. maj 2021", "Bronetværket"),
        ("SANDBY KOMMUNE                         Havnerådet\n---------\nBeslutningsreferat  tirsdag den 4. maj 2021", "Havnerådet"),
        ("REFERAT - HAVNEBESTYRELSEN (HB)\nTorsdag den 4. maj 2021", "Havnebestyrelsen"),
        ("REFERAT AF MØDE I HAVNERÅDET FOR LILLEBY\nTorsdag den 4. maj 2021, Lilleby Havn", "Havnerådet for Lilleby"),
        ("Lilleby Havneskole                        Havneudvalget\n\nREFERAT\n\nTorsdag den 4. maj 2021", "Havneudvalget"),
        ("Referat af møde i Det Lokale Havneråd (DLH) den 4. maj 2021", "Det Lokale Havneråd"),
        ("Sandby Kommune | Brochefmøde\nBeslutningsprotokol\nDato: 04-05-2021\n\nKajudvalget har set sagen.", "Brochefmøde"),
        ("Sandby kommune - havneledergruppen\n\nReferat af møde den 4. maj 2021", "Havneledergruppen"),
        ("BROCHEFGRUPPEN  |  Sandby Kommune\n\nReferat af møde den 4. maj 2021", "Brochefgruppen"),
        ("Fra: Havnerådets sekretær\nTil: Alle\nDato: 7. maj 2021\nEmne: Referat af møde i Havnerådet 4. maj 2021", "Havnerådet"),
        ("Broledermøde, Havneforvaltningen\n\n4. maj 2021\nReferat: PV", "Broledermøde"),
        ("BROLEDERMØDE – HAVNEN\nTirsdag d. 4/5-21", "Broledermøde"),
        ("TRIO-møde, Havnen\nTirsdag d. 4/5-2021", "TRIO"),
        ("Referat fra møde i Bronetværket i\n\nTirsdag den 4. maj 2021", "Bronetværket"),
        ("Havneforum – beslutningslog\n\nMøde 04-05-2021", "Havneforum"),
        ("Referat af bestyrelsesmøde 3. maj 2021. Næste møde 5. juni 2021", "Bestyrelsen"),
        ("Faglig Sundhedsklynge Sandby\n\nReferat af møde den 4. maj 2021", "Faglig Sundhedsklynge Sandby"),
        ("Referat 4/5-21 Havnerådet", "Havnerådet"),
        ("Havnerådets møde nr. 4/2021 - tirsdag den 4. maj 2021\nReferat", "Havnerådet"),
        ("Direktionens møde nr. 4/2021 - tirsdag den 4. maj 2021\nReferat", "Direktionen"),
        ("Havnerådet mødtes den 4. maj 2021. Referat ved Ane.", "Havnerådet"),
        ("Referat tirs. 4. maj 2021 Havnerådet", "Havnerådet"),
        ("Referat_Havnerådet_2021-05-04", "Havnerådet"),
        ("Notat fra møde i Havnerådet 4. maj 2021", "Havnerådet"),
        ("Mødenotat – Havnerådet – tirsdag den 4. maj 2021", "Havnerådet"),
        ("Havnerådet – Beslutninger 4. maj 2021", "Havnerådet"),
    ],
)
def test_the_body_of_the_head(head: str, forum: str) -> None:
    assert parse(SourceText("x.txt", head + BODY)).meeting.forum == forum


def test_a_room_behind_the_body_is_the_place() -> None:
    meeting = parse(SourceText("x.txt", f"REFERAT\n\nMØDE I:   Havnerådet, lokale 7, kl. 16.00\nDATO:   4. maj 2021{BODY}")).meeting
    assert (meeting.forum, meeting.place) == ("Havnerådet", "Lokale 7")


def test_blanks_keep_a_label_and_its_place_apart() -> None:
    head = "Havnelauget\n\nEmne        Bestyrelsesmøde\nDato        4. maj 2021\nSted        Laden i Sandby\nNæste møde  7. juni i Havnen"
    meeting = parse(SourceText("x.txt", head + BODY)).meeting
    assert (meeting.forum, meeting.place) == ("Bestyrelsen", "Laden i Sandby")


def test_what_a_member_stands_for_is_no_body_of_the_head() -> None:
    head = "Referat 4. maj 2021\nHavnehuset\n\nMedlemmer\n\nLars Dal (Havnerådet)\n\nIb Lind (Havnerådet)"
    assert parse(SourceText("x.txt", head + BODY)).meeting.forum is None


@pytest.mark.parametrize("name", ["Borgerrådet (Nord)", "Omsorgskreds", "Ungdommens Hus", "Rådet for Broer", "Kunsthus"])
def test_other_names_stay(name: str) -> None:
    assert plain_body(name) == name


def test_fields_are_no_menu() -> None:
    assert is_menu("Forside   Om rådet   Referater   Kontakt")
    assert not is_menu("Referent: Bo   Ordstyrer: Ane   Tid: kl. 16   Sted: Laden")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Laden, mødelokale 2", "Laden, mødelokale 2"),
        ("Havnehuset, Kajen 3, Sandby kl. 17.00", "Havnehuset, Kajen 3, Sandby"),
        ("- Mødested: Lokale 4, Kajen 3", "Lokale 4, Kajen 3"),
    ],
)
def test_places(line: str, place: str) -> None:
    assert parse(SourceText("x.txt", f"Referat af Havnerådets møde den 4. maj 2021\n{line}{BODY}")).meeting.place == place


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Arbejdsmiljøudvalget, Sandby Kommune", "Arbejdsmiljøudvalget"),
        ("STYREGRUPPE HAVN // Sandby Kommune", "STYREGRUPPE HAVN"),
        ("Direktionen - log", "Direktionen"),
        ("Havnerådet (møde nr. 4-2018)", "Havnerådet"),
    ],
)
def test_what_a_line_says_beside_the_body_is_no_part_of_its_name(name: str, body: str) -> None:
    assert plain_body(name) == body


def test_a_network_decides_as_a_body_does() -> None:
    head = "HR-netværket i Sandby Kommune\nReferat af mødet den 4. maj 2021\n"
    assert parse(SourceText("x.txt", head + BODY)).meeting.forum == "HR-netværket"


def test_a_label_stuck_to_the_body() -> None:
    assert parse(SourceText("x.txt", "Referat\nMødeforumHavnerådet\nDato: 4. maj 2021\n" + BODY)).meeting.forum == "Havnerådet"
