"""Minutes that no word calls minutes: a head that tells who met and when, and what was said below; and papers with such a head."""

from __future__ import annotations

import datetime

import pytest

from tracker.domain.minutes import SourceText
from tracker.errors import NotMinutes
from tracker.extraction import extract
from tracker.reading import parse
from tracker.reading.told import tells_of_meeting

HEADS = (
    "Kragholm Bibliotek\nPersonalemøde d. 19/4-18\nTil stede: alle på nær Gitte",
    "Møde i lokalrådet, torsdag 19. april 2018\nFremmødte: Ane, Bo, Søren og Jytte",
    "Teammøde 19.04.2018 – Maj-Britt skriver",
    "Torsdagsmøde i køkkenet, den 19. april 2018. Til stede: Ane, Bo",
    "Fra mødet i bestyrelsen den 19. april 2018",
    "Kort fra bestyrelsen\n\nVi mødtes torsdag den 19. april 2018 hos Ane.",
    "Bestyrelsesmøde nr. 4, 19. april 2018, klubhuset",
    "Chefforum, den 19. april 2018\nTil stede: Ane Dal, Bo Lind, Søren Holm",
    "CHEFFORUM\n19-04-2018\nDeltagere: Ane Dal, Bo Lind",
    "Ledergruppen 19.4.2018\nMed: Ane, Bo, Søren. Afbud: Gitte.",
    "Emne: Ledermøde\nDato: 19. april 2018\nDeltagere: Ane, Bo",
    "Mødeopsamling, Ledelsesforum, 19. april 2018",
    "Hej alle\n\nHer er, hvad vi talte om på mødet i torsdags (19. april 2018):",
    "Styregruppemøde – Ny skole – 19. april 2018 kl. 9",
    "Områdeudvalget · 19. april 2018 · Rådhuset",
    "Mødet i festudvalget torsdag den 19. april 2018. Alle var der.",
    "Chefmøde torsdag den 19. april 2018 kl. 9-11",
    "Bestyrelsen, Hedens Vandværk, den 19. april 2018. Alle mødt.",
)
PROSE = (
    "Ane fortalte om sidste års læseklub, som gik godt. Ane skriver en ny tekst til plakaten inden den 4. maj.\n\n"
    "Der har været tre episoder om aftenen. Søren sætter et skilt op på døren på mandag.\n\n"
    "Alle ledere sender deres omtaler til Maj-Britt senest den 15. juni. Det blev en lang snak.\n"
)
TITLED = "\n\n".join(
    f"{title}\n\n{part.strip()}" for title, part in zip(("Læseklub", "Åbningstid", "Efteråret"), PROSE.split("\n\n"), strict=True)
)
DUE = [datetime.date(2018, 5, 4), datetime.date(2018, 4, 23), datetime.date(2018, 6, 15)]


@pytest.mark.parametrize("body", [PROSE, TITLED], ids=["prose", "titles"])
@pytest.mark.parametrize("head", HEADS, ids=[head.replace("\n", " ")[:40] for head in HEADS])
def test_a_head_that_tells_who_met_and_when_makes_minutes_of_what_was_said(head: str, body: str) -> None:
    minutes = parse(SourceText("x.txt", f"{head}\n\n{body}\n"))
    assert minutes.meeting.date == datetime.date(2018, 4, 19)
    assert [f.deadline.due for f in extract(minutes).follow_ups if f.deadline is not None] == DUE


@pytest.mark.parametrize(
    "text",
    [
        "Personalemøde torsdag den 19. april 2018 kl. 8\n\nAne laver kaffe. Tilmelding til Bo senest den 12. april.\n",
        "Borgermøde tirsdag den 17. april 2018 kl. 19\nMultihuset\n\nKom og hør om planerne. Borgmesteren fortæller om den nye bydel.\n",
        "Til Ældrerådet\n\n19. april 2018\n\nTak for jeres brev. Vi har drøftet jeres forslag og vender tilbage inden sommer.\n",
        "Nyt fra Chefforum, 19. april 2018\n\nChefforum drøftede budgettet. Alle chefer sender forslag inden 1. maj.\n",
        "Udvalg siger nej til ny bro\n19. april 2018\n\nTeknisk Udvalg besluttede i går at droppe broen. Den var dyr.\n",
        "Ældrerådets forretningsorden\nVedtaget den 19. april 2018\n\nRådet mødes hver måned. Formanden indkalder.\n",
        "Fra: Ane Dal\nTil: Bo Lind\nSendt: 19. april 2018 09:12\nEmne: mødet i morgen\n\nHej Bo. Jeg har lovet at købe kage.\n",
        "Notat om fravær\n19. april 2018\nHR\n\nFraværet er steget. Ledelsen blev orienteret i marts.\n",
        "Årsrapport for bestyrelsen 2018\n19. april 2018\n\nBestyrelsen besluttede at styrke indsatsen. Resultatet blev godkendt.\n",
        "19. april 2018\n\nI dag var jeg til møde. Vi drøftede intet.\n",
        "Høring af rådene 19. april 2018\n\nRådene bedes svare senest den 3. maj. Forslaget blev drøftet i marts.\n",
        "Telefonliste bestyrelsen 19. april 2018\n\nAne 12345678\nBo 23456789\n",
    ],
    ids=lambda text: text.split("\n")[0],
)
def test_papers_with_a_day_and_a_body_at_their_head_are_none(text: str) -> None:
    with pytest.raises(NotMinutes):
        parse(SourceText("x.txt", text))


@pytest.mark.parametrize("text", ["", "\n\n", "møde", "x" * 100_000, "møde " * 20_000, "møde 1. maj 2018 " * 5_000])
def test_a_head_without_lines_or_of_one_endless_line_tells_nothing(text: str) -> None:
    assert not tells_of_meeting(text)
