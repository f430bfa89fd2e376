"""Which of a text's dates is the meeting's day."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse

BODY = "Til stede: Ane Dal, Bo Lind\n\n1. Økonomi\nAne sender budgettet ud.\n\n2. Havnen\nBo køber pæle.\n"
DAY = date(2021, 5, 4)


@pytest.mark.parametrize(
    "head",
    [
        "Bestyrelsesmøde d.4. maj 2021",
        "Bestyrelsesmøde tirsdag,4. maj 2021",
        "Bestyrelsesmøde 4. maj ’21",
        "Mandag, 09 august 2024\n4. maj 2021 (ekstraordinært)\n\nREFERAT",
        "Udskrevet 7. juni 2022\nBestyrelsesmøde 4. maj 2021",
        "Næste møde 7. juni 2021\nReferat 4. maj 2021",
        "Opdateret 8. maj 2021\n4. maj 2021\nReferat",
        "Bestyrelsesmøde\nTirsdag 4-maj-2021",
        "Bestyrelsesmøde d. 4/5 – 21.",
        "Bestyrelsesmøde d. 4/5 – 2021",
        "Fra: Bo Lind\nTil: Bestyrelsen\nDato: 7. maj 2021\nEmne: Referat af møde i Klubben 4. maj 2021",
    ],
)
def test_the_day_of_the_head(head: str) -> None:
    assert parse(SourceText("x.txt", f"{head}\nKlubben\n{BODY}")).meeting.date == DAY


def test_the_day_below_an_agenda() -> None:
    text = (
        "Bestyrelsesmøde\n\nDagsorden\n\n 1. Økonomi\n 2. Havnen\n\nReferat\n\nBestyrelsesmøde i Klubben 4. maj 2021 hos Bo Lind\n\n"
        " 1. Ane sender budgettet ud til alle.\n 2. Bo køber pæle og maling.\n"
    )
    assert parse(SourceText("x.txt", text)).meeting.date == DAY


def test_the_number_of_the_meeting_is_no_day() -> None:
    text = "Bestyrelsesmøde\n\nMøde nr. 5 - 12. november 2021\n\n1. Havnen\nIntet.\n\n2. Kajen\nPkt. 2.4 rettes.\n"
    assert parse(SourceText("x.txt", text)).meeting.date == date(2021, 11, 12)


def test_the_day_of_the_title_before_a_field_for_the_day_of_writing() -> None:
    head = "Referat fra mødet i Laugsledelsen tirsdag den 4. maj 2021 kl. 9\n\nReferent: Bo Lind\nDato: 7. maj 2021\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY


def test_a_time_with_its_day_goes_before_the_day_of_writing() -> None:
    head = "Referat\n\nForum:   Havnerådet\nTid:     4. maj 2021, kl. 16.30\n\n                 Dato: 6. maj 2021\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY


def test_a_field_stays_where_the_title_names_an_earlier_meeting() -> None:
    head = "Dato: 4. maj 2021\nGodkendelse af referat fra mødet den 6. april 2021\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY


@pytest.mark.parametrize(
    ("years", "day"), [("Kassen 2020: 7 kr.", DAY), ("Kassen: 7 kr.", date(2004, 5, 21)), ("Siden 2004 og til 2021", date(2004, 5, 21))]
)
def test_a_day_that_begins_with_the_year(years: str, day: date) -> None:
    assert parse(SourceText("x.txt", f"21.05.04 - Referat af bestyrelsesmøde\n{years}\n{BODY}")).meeting.date == day


def test_the_day_a_numbered_meeting_was_held_before_that_of_writing() -> None:
    head = "Referat af\n7. bestyrelsesmøde 2021 den 04. maj, kl. 19\n\n6. maj 2021\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY


def test_the_day_minutes_were_handed_out_is_not_the_meetings() -> None:
    head = "Husstandsomdelt den 28.05.2021\n\nReferat fra møde\n\ntirsdag den 4. maj 2021 kl. 19.00\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY


def test_the_day_a_numbered_meeting_was_held_goes_before_the_day_of_the_letter() -> None:
    head = "Vej og Park\n\nDato:     11. maj 2021\nSagsnr.:  2021-31-0090\n\nBeslutningsreferat af Vejrådets 18. møde den 4. maj 2021\n"
    assert parse(SourceText("x.txt", f"{head}\n{BODY}")).meeting.date == DAY


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Notat fra møde den 3. maj 2021\n9. maj 2021", "2021-05-03"),
        ("Referat: Arbejdsgruppen for trafik inden for Ringvejen, 3. maj 2021\nMandag den 7. juni 2021 udsendes referatet", "2021-05-03"),
    ],
)
def test_a_word_of_another_meaning_does_not_make_the_day_another(head: str, day: str) -> None:
    minutes = parse(SourceText("x.txt", f"{head}\n\n1. Havnen\nBo ringer.\n\n2. Vejen\nIda maler.\n"))
    assert str(minutes.meeting.date) == day


@pytest.mark.parametrize(
    "head",
    [
        "Havnekontoret ref.: Ane Dal Referat for 3. møde i Havneforum 30. maj 2021 Afholdt tirsdag den 4. maj 2021, kl. 9 på Kajen 3",
        "REFERAT 1. juni 2021 Sagsnr.: 2021/ 4. møde i Styregruppen for Fælles Pæle, tirsdag den 4. maj 2021 på Kajen",
        "Referat fra bestyrelsesmøde tirsdag d. 4.maj 2021",
    ],
)
def test_the_day_a_meeting_was_held_stands_behind_the_day_of_writing(head: str) -> None:
    assert parse(SourceText("x.txt", f"{head}\n\n{BODY}")).meeting.date == DAY


def test_a_month_as_it_is_misspelt() -> None:
    assert parse(SourceText("x.txt", f"Bestyrelsesmøde tirsdag d. 2.febuar 2021\n\n{BODY}")).meeting.date == date(2021, 2, 2)


@pytest.mark.parametrize(("weekday", "day"), [("tirsdag", DAY), ("onsdag", date(2022, 5, 4)), ("lørdag", date(2022, 5, 4))])
def test_the_weekday_tells_which_year_a_day_without_one_is_in(weekday: str, day: date) -> None:
    head = f"Møde i Havneudvalget {weekday} den 4/5 kl. 8.30\n\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}\n3. Planen for 2022\nGodkendt.\n")).meeting.date == day


def test_a_bullet_before_the_title_of_a_post() -> None:
    head = " • Referat af mødet 4. maj 2021\n\n  Dato: 2021.05.09 | Kategori: Referat | Svar: 0\n"
    assert parse(SourceText("x.txt", f"{head}\n{BODY}")).meeting.date == DAY


def test_the_day_of_the_meeting_behind_that_of_the_letter_on_one_line() -> None:
    head = "HAVNEN OG VEJEN Sekretariatet J.nr. Ref. khj Den 12. maj 2021 Referat af følgegruppemøde d. 4. maj 2021 Til stede: Ane Dal"
    assert parse(SourceText("x.txt", f"{head}\n\n{BODY}")).meeting.date == DAY


def test_a_year_mistyped_once_is_that_of_the_other_lines() -> None:
    head = "Havnen 4.5.2021\n\nReferat af møde i projektgruppe d. 4.5.2021\n\nTid og sted:\n\n4.5.2020 kl. 16.00\n\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == DAY
    once = "Referat af møde i projektgruppe d. 4.5.2020\n\nTid og sted:\n\n4.5.2021 kl. 16.00\n\n"
    assert parse(SourceText("x.txt", f"{once}{BODY}")).meeting.date == DAY


@pytest.mark.parametrize("year", ["0000", "2023", "9999"])
def test_a_leap_day_in_a_year_that_has_none_is_no_day(year: str) -> None:
    head = f"Referat af møde i projektgruppe d. 29.2.2024\n\n29.2.{year}\n\n29.2.{year}\n\nSted: 29.2.{year}\n\n"
    assert parse(SourceText("x.txt", f"{head}{BODY}")).meeting.date == date(2024, 2, 29)


@pytest.mark.parametrize("written", ["040521 Møde i Havnerådet", "Referat 040521", "210504 Møde i Havnerådet"])
def test_a_day_may_be_written_without_signs(written: str) -> None:
    day = parse(SourceText("x.txt", f"{written}\n\n{BODY}")).meeting.date
    assert day == (DAY if not written.startswith("21") else date(2004, 5, 21))


def test_a_month_that_is_none_tells_that_the_year_stands_first() -> None:
    assert parse(SourceText("x.txt", f"210531 Møde i Havnerådet\n\n{BODY}")).meeting.date == date(2031, 5, 21)
    assert parse(SourceText("x.txt", f"991331 Møde i Havnerådet\n\n{BODY}")).meeting.date is None


def test_the_field_for_the_meeting_s_name_names_the_body() -> None:
    head = "Referat klar til godkendelse\n\nMødenavn: Havnerådet\nTid: 4. maj 2021\n\n"
    assert parse(SourceText("x.txt", head + BODY)).meeting.forum == "Havnerådet"


@pytest.mark.parametrize(
    "line", ["Referat nr. 120419", "Møde i lokale 110203", "Teams-møde, møde-id 101112", "Møde. Tlf. 201030", "Referat 010199"]
)
def test_a_number_of_six_figures_is_seldom_a_day(line: str) -> None:
    parsed = parse(SourceText("x.txt", f"{line}\nKlubben\nDen 4. maj 2021\n{BODY}"))
    assert parsed.meeting.date == DAY
    assert parse(SourceText("x.txt", f"{line}\nKlubben\n{BODY}")).meeting.date is None


def test_the_year_of_the_line_tells_how_a_day_without_signs_is_read() -> None:
    assert parse(SourceText("x.txt", f"210504 Referat 2021\nKlubben\n{BODY}")).meeting.date == DAY
    assert parse(SourceText("x.txt", f"Bestyrelsesmøde 040521\nKlubben\n{BODY}")).meeting.date == DAY


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Referat af møde i projektgruppen 4/5", "Her er referatet."),
        ("Referat - projektgruppen 4. maj", "Her er referatet."),
        ("Referat", "Her er referatet fra i går."),
        ("Referat", "Hermed referat af mødet i tirsdags."),
    ],
)
def test_minutes_sent_as_a_mail_have_the_day_it_tells_not_that_of_sending(subject: str, said: str) -> None:
    mail = f"Fra: Ida Dal\nSendt: 5. maj 2021 09:14\nTil: Bo; Ea\nEmne: {subject}\n\nHej alle\n\n{said}\n\n{BODY}"
    meeting = parse(SourceText("x.txt", mail)).meeting
    assert meeting.date == DAY
    assert "4" not in (meeting.forum or "")


def test_a_mail_that_tells_no_day_of_the_meeting_has_that_of_sending() -> None:
    mail = f"Fra: Ida Dal\nSendt: 5. maj 2021 09:14\nTil: Bo; Ea\nEmne: Referat\n\nHej alle\n\n{BODY}"
    assert parse(SourceText("x.txt", mail)).meeting.date == date(2021, 5, 5)


@pytest.mark.parametrize("year", ["0001", "9999"])
@pytest.mark.parametrize("subject", ["Referat af møde 4/5", "Referat fra møde den 3. januar"])
def test_an_absurd_day_of_sending_breaks_nothing(year: str, subject: str) -> None:
    mail = f"Fra: Ida Dal\nSendt: 1. januar {year} 09:14\nEmne: {subject}\n\nHermed referatet fra i forgårs\n\n{BODY}"
    assert [item.title for item in parse(SourceText("x.txt", mail)).items] == ["Økonomi", "Havnen"]
    byline = f"Referat af møde 3. maj\n\nIda Dal Holm, 1. januar {year}\n\n{BODY}"
    assert [item.title for item in parse(SourceText("x.txt", byline)).items] == ["Økonomi", "Havnen"]


@pytest.mark.parametrize("day", ["31. december 9999", "1. januar 0001"])
def test_minutes_of_an_absurd_day_are_read_with_their_next_meeting(day: str) -> None:
    read = parse(SourceText("x.txt", f"Referat\nHavnerådet\nDato: {day}\nNæste møde: 5. maj\n\n{BODY}"))
    assert [item.title for item in read.items] == ["Økonomi", "Havnen"]
    assert len(extract(read).follow_ups) == 2
