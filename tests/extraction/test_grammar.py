"""What the grammar makes of whole sentences: word order, clauses that give one another a day or a person, what only looks like a promise.

Nearly every name is one that stands on no list, so that nothing is found by knowing it.
"""

from __future__ import annotations

from datetime import date

import pytest

from tracker.domain.deadline import Deadline
from tracker.extraction import extract_passage

ON = date(2026, 3, 18)


def day(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    return deadline.due.isoformat() if deadline.due else deadline.anchor or "–"


def brief(text: str) -> list[str]:
    found = extract_passage(text, ON).follow_ups
    return [" | ".join((str(f.kind), "; ".join(f.responsible), "; ".join(f.recipients), day(f.deadline))).rstrip() for f in found]


SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Villum ringer til smeden, og hvis svaret trækker ud, tager rådet sagen op.", ("task | Villum |  |",)),
    ("Rut måler hegnet op, og når tallene foreligger, skriver Villum et notat.", ("task | Rut |  |", "task | Villum |  |")),
    ("Der blev spurgt til nøglerne, hvilket Villum undersøger.", ("task | Villum |  |",)),
    ("Bommen virker ikke, hvorfor pedellen tilkalder smeden.", ("task | pedellen |  |",)),
    ("Det er vigtigt, at alle høres, og Rut indkalder derfor naboerne i maj.", ("task | Rut |  | 2026-05-31",)),
    ("Ventilen drypper, Mona ordner.", ("task | Mona |  |",)),
    ("Nøglerne mangler, dem skal Villum hente hos smeden på fredag.", ("task | Villum |  | 2026-03-20",)),
    ("Kassereren, Rut Holm, betaler regningen.", ("task | Rut Holm |  |",)),
    ("Pumpen er defekt, så nu ringer Rut til smeden.", ("task | Rut |  |",)),
    ("Tiden løb fra os, så havneplanen blev udsat til næste møde.", ("deferral |  |  | next_meeting",)),
    ("Beløbet går til nye årer, som Rut bestiller.", ("task | Rut |  |",)),
    ("LMU'erne skal i april tage stilling til vagtplanen.", ("task | LMU'erne |  | 2026-04-30",)),
    ("Rut laver en liste. Klar senest 1. maj.", ("task | Rut |  | 2026-05-01",)),
    ("Udsat, tallene manglede. På igen 14. april.", ("deferral |  |  | 2026-04-14",)),
    ("Udsat, idet prisen ikke er kendt.", ("deferral |  |  |",)),
    ("Ny lås til boden: bestilles.", ("task |  |  |",)),
    ("Rut har et udkast parat senest i uge 18.", ("task | Rut |  | 2026-05-03",)),
    ("Villum har boller med næste gang.", ("task | Villum |  | next_meeting",)),
    ("Udvalget godkendte, at planen sendes i høring.", ("forward |  |  |",)),
    ("Rådet godkendte, at der ansættes to vikarer.", ()),
    ("HR sørger for, at skabelonen ligger klar inden 1. maj.", ("task | HR |  | 2026-05-01",)),
    ("Driften anmodes om at belyse, hvad en bro koster, og fremlægge tallet i juni.", ("task | Driften |  | 2026-06-30",)),
    ("Når skitsen er klar vil Rut vise den i maj.", ("task | Rut |  | 2026-05-31",)),
    ("Forvaltningen orientere om sagen på næste møde.", ("status | Forvaltningen |  | next_meeting",)),
    ("Rut må ringe til smeden igen.", ("task | Rut |  |",)),
    ("Rut må gerne ringe til smeden.", ()),
    ("Det ville Rut tage sig af.", ("task | Rut |  |",)),
    ("Rut gør formanden opmærksom på fejlen.", ("task | Rut | formanden |",)),
    ("Rut gør opmærksom på, at døren binder.", ()),
    ("Rut beder smeden om at kigge på låsen.", ("task | Rut |  |",)),
    ("Samtidig og upåagtet undersøger Rut prisen.", ("task | Rut |  |",)),
    ("Punkt 4 behandles før punkt 2.", ()),
    ("Erfaringerne gøres op efter et år.", ("status |  |  | 2027-03-18",)),
    ("Rut laver listen, og Villum får den senest fredag.", ("task | Rut | Villum | 2026-03-20",)),
    ("Det blev overladt til Rut og Villum at finde et sted.", ("task | Rut; Villum |  |",)),
    ("Rut blev sat til at finde et sted.", ("task | Rut |  |",)),
    ("Bestyrelsen bad desuden Rut om et regnskab.", ("task | Rut |  |",)),
    ("Rådet udpegede Rut til at føre tilsyn inden maj.", ("task | Rut |  | 2026-04-30",)),
    ("Låsen skal skiftes inden påske, så Rut får fat i smeden.", ("task | Rut |  | 2026-04-01",)),
    ("Det endte med, at Rut spørger smeden.", ("task | Rut |  |",)),
    ("Rut, som ikke kendte svaret, taler med smeden.", ("task | Rut |  |",)),
    ("Da smeden ikke kunne komme, lovede Rut at finde en anden.", ("task | Rut |  |",)),
    ("Rut skriver brevet, og Villum skriver svaret; begge dele skal være hos Ea senest 3. maj.",
        ("task | Rut | Ea | 2026-05-03", "task | Villum | Ea | 2026-05-03")),
    ("Oprydningen er afsluttet inden 1. maj.", ("task |  |  | 2026-05-01",)),
    ("Listen skal ajourføres. Det tog Rut og Villum på sig.", ("task |  |  |", "task | Rut; Villum |  |")),
    ("Punktet nåede vi ikke. Det tager vi næste gang.", ("deferral |  |  | next_meeting",)),
    ("Herefter går planen i høring i HovedMED.", ("forward |  | HovedMED |",)),
    ("Samlet notat til Økonomiudvalget i maj.", ("forward |  | Økonomiudvalget | 2026-05-31",)),
    ("Der nedsættes en gruppe, hvor Rut Holm og Villum Krog har sæde.", ("task | Rut Holm; Villum Krog |  |",)),
    ("Der holdes et møde med naboerne, som forvaltningen tilrettelægger.", ("task | forvaltningen |  |",)),
    ("Næste møde er den 5. maj, hvor Rut står for kagen.", ("task | Rut |  | 2026-05-05",)),
    ("Rut fastsætter datoen senest i maj.", ("task | Rut |  | 2026-05-31",)),
    ("Rut vurderer, at prisen kan holdes.", ()),
    ("Undersøge muligheden for en ny bro.", ("task |  |  |",)),
    ("For indstillingen stemte Rut (A).", ()),
    ("Rut oplyste, at hun ville ringe til smeden.", ("task | Rut |  |",)),
    ("Smeden skal have nøglen inden fredag, det sørger Rut for.", ("task | Rut |  | 2026-03-20",)),
    ("Prøven forlænges med et halvt år.", ("status |  |  | 2026-09-18",)),
    ("Rut ser igen på planen, når tallene foreligger.", ("task | Rut |  |",)),
    ("Vi ser på planen igen, når tallene foreligger.", ("status |  |  |",)),
    ("Tallene forelægges udvalget, så snart de er kendt.", ("status |  | udvalget |",)),
    ("Rådet ønsker en evaluering, når sæsonen er slut.", ("status |  |  |",)),
    ("Rut og de øvrige interesserede melder sig til Ea.", ("task | Rut; de øvrige interesserede | Ea |",)),
    ("Hytten lukkes, dog senest den 1. maj.", ("task |  |  | 2026-05-01",)),
    ("Giv Ea besked, hvis I vil med.", ("task |  | Ea |",)),
    ("Ældre og Sundhed samler svarene inden udgangen af maj.", ("task | Ældre og Sundhed |  | 2026-05-31",)),
    ("Plejecentret Bøgehus skal redegøre over for chefen senest den 1. juni.", ("task | Plejecentret Bøgehus | chefen | 2026-06-01",)),
    ("Rådet godkendte udkastet, som sendes i høring hos Ældrerådet frem til den 12. maj.", ("forward |  | Ældrerådet | 2026-05-12",)),
    ("Det blev nævnt, at broen er i stykker; Rut følger op hos smeden.", ("task | Rut |  |",)),
    ("Rut bestiller kaffe, mens Villum finder en sal.", ("task | Rut |  |", "task | Villum |  |",)),
    ("Budgettet for 2027 ser vi på i november.", ("status |  |  | 2026-11-30",)),
    ("Valget af en ny tager vi på næste møde.", ("status |  |  | next_meeting",)),
    ("Rut søger fonden, ansøgningen skal afsted inden 15. maj.", ("task | Rut |  | 2026-05-15",)),
    ("Skemaet sendes til kommunen senest 1. juni. Kassereren gør det.", ("task | Kassereren | kommunen | 2026-06-01",)),
    ("Villum skriver et notat, inden sagen behandles i Byrådet den 26. maj.", ("task | Villum |  | 2026-05-26",)),
    ("Villum melder, hvilke både der mangler, til Ea senest fredag.", ("task | Villum | Ea | 2026-03-20",)),
    ("Punktet må vente til næste møde.", ("deferral |  |  | next_meeting",)),
    ("Vi venter med at tage stilling, til prisen er kendt.", ("deferral |  |  |",)),
    ("Rut lovede at få låsen skiftet.", ("task | Rut |  |",)),
    ("Rut lovede, at hun, så snart tallene er kendt, ringer til smeden.", ("task | Rut |  |",)),
    ("De klubber, hvis bane er lukket, giver Rut besked inden uge 20.", ("task | De klubber, hvis bane er lukket | Rut | 2026-05-10",)),
    ("Hvert hold vælger to hjælpere, hvis navne meldes til Rut inden 1. maj.", ("task | Hvert hold |  | 2026-05-01",)),
    ("Skabelonen, som alle skal bruge, lægger Rut på nettet i næste uge.", ("task | Rut |  | 2026-03-29",)),
    ("Endvidere ønsker udvalget en orientering, så snart regnskabet er afsluttet.", ("status |  |  |",)),
    ("Når prøven er slut, briefer Rut direktionen.", ("task | Rut |  |",)),
    ("Festen flyttes til den 25. maj, hvilket Rut underretter lærerne om.", ("task |  |  | 2026-05-25", "task | Rut | lærerne |",)),
    ("Byrådet får regnskabet forelagt den 3. juni.", ("forward |  | Byrådet | 2026-06-03",)),
    ("Mødet holdes i april, Rut indkalder.", ("task | Rut |  | 2026-04-30",)),
    ("Rut får listen færdig inden 1. maj.", ("task | Rut |  | 2026-05-01",)),
    ("Rut får en tømrer ud at måle.", ("task | Rut |  |",)),
    ("Prisen ændres muligvis af EU.", ()),
    ("Kontoret holder lukket i uge 29.", ()),
    ("Rut plejer at tage sig af musikken.", ()),
    ("Der var enighed om ikke at sætte nye mål.", ()),
    ("Rut fandt det vigtigt, at planen ikke bliver en lov, men lægger op til en samtale.", ()),
    ("Sagen tilbagesendes til forvaltningen, der skal indhente en pris inden jul.", ("task | forvaltningen |  | 2026-12-24",)),
    ("Tillidsmændene Bodil og Kim hører naboerne inden maj.", ("task | Bodil; Kim |  | 2026-04-30",)),
    ("Ny plakat i hallen: Bodil, uge 33.", ("task | Bodil |  | 2026-08-16",)),
    ("Emnet er på igen næste gang.", ("status |  |  | next_meeting",)),
    ("Ikke nået. Flyttes til mødet i maj.", ("deferral |  |  | 2026-05-31",)),
    ("Udvalget anmodede om, at Økonomi og Indkøb til mødet i maj belyser prisen.", ("task | Økonomi og Indkøb |  | 2026-05-31",)),
    ("Bodil får smeden til at se på låsen inden påske.", ("task | Bodil |  | 2026-04-01",)),
    ("Klageren skal have svar fra forvaltningen senest den 3. maj.", ("task | forvaltningen | Klageren | 2026-05-03",)),
    ("Vi nåede ikke frem til noget fælles.", ()),
    ("Ny øvelse lægges i oktober, Bodil planlægger.", ("task | Bodil |  | 2026-10-31",)),
    ("Bodil: vigtigt med samme tal i alle papirer.", ()),
    ("Endelig stillingtagen finder sted på majmødet.", ("status |  |  | 2026-05-31",)),
    ("Rapporten om stormen i april er modtaget.", ()),
    ("Vi blev ikke færdige, så princippet kommer på igen på majmødet.", ("status |  |  | 2026-05-31",)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "cards"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_a_sentence_becomes_these_cards(text: str, cards: tuple[str, ...]) -> None:
    assert brief(text) == list(cards)
