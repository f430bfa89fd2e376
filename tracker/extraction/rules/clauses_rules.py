"""Rules for plain clauses: a named subject with a doing verb, a passive, a matter that comes back, a deferral, an event."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.extraction.rules.attending import attends, is_member
from tracker.extraction.rules.doing import doing, passive
from tracker.extraction.rules.events import MOVED, adopted_event, event, falls_on, moved
from tracker.extraction.rules.postponing import deferred, not_reached
from tracker.extraction.rules.receiving import gets_from
from tracker.extraction.rules.returning import done_by, returns, status_is
from tracker.extraction.rules.reviewing import review
from tracker.extraction.rules.rule import Rule
from tracker.extraction.rules.standing_ready import comes_from, is_ready, lies_ready

CLAUSES: tuple[Rule, ...] = (
    Rule(
        "not-reached", "1 deferral", not_reached,
        examples=(("Punkt 9 blev ikke nået og tages på næste møde.", "deferral | | | på næste møde"),),
        rejects=("Vi nåede punkt 9.",),
        verbs=frozenset("nå blive have måtte".split()), words=frozenset("ikke springe".split()),
    ),
    Rule(
        "deferred", "1 deferral", deferred,
        examples=(("Sagen udsættes til næste møde.", "deferral | | | til næste møde"),
            ("Punktet genoptages i maj.", "deferral | | | i maj")),
        rejects=("De udsatte familier får støtte.",),
        verbs=frozenset(
            "udsætte udskyde bordlægge genoptage udgå vente lade blive være rykke ryge glide gemme skubbe skyde henstå stå måtte".split()
        ),
    ),
    Rule(
        "adopted-event", "4 Events: one the forum decides to hold", adopted_event,
        examples=(("Rengøringsdag den 9. maj blev vedtaget.", "task | | | den 9. maj"),),
        rejects=("Planen for maj blev vedtaget.", "En rengøringsdag blev vedtaget."),
        verbs=frozenset({"blive"}), words=frozenset("vedtaget aftalt besluttet".split()),
    ),
    Rule(
        "is-ready", "1 task (present with a future day)", is_ready,
        examples=(("Rut er klar med et udkast den 6. maj.", "task | Rut | | den 6. maj"),),
        rejects=("Rut er klar over det.", "Salen er klar med stole den 6. maj."),
        verbs=frozenset({"være"}),
    ),
    Rule(
        "lies-ready", "1 task (present with a future day)", lies_ready,
        examples=(("Udkastet ligger klart den 6. maj.", "task | | | den 6. maj"),),
        rejects=("Udkastet ligger klart.", "Udkastet lå klart den 6. maj."),
        verbs=frozenset({"ligge"}),
    ),
    Rule(
        "comes-from", "1 task (present with a future day)", comes_from,
        examples=(("Skemaerne kommer fra Rosa den 6. maj.", "task | Rosa | | den 6. maj"),),
        rejects=("Rut kommer fra Odense den 6. maj.", "Vandet kommer fra taget."),
        verbs=frozenset({"komme"}),
    ),
    Rule(
        "status-is", "1 status", status_is,
        examples=(("Næste evaluering er i november.", "status | | | i november"),),
        rejects=("Status er god.",),
        verbs=frozenset("være blive ske komme ligge finde foregå falde følge forventes".split()), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "matter-returns", "1 status", returns,
        examples=(("Sagen vender tilbage på mødet i august.", "status | | | på mødet i august"),),
        rejects=("Lone vender tilbage fra orlov i august.",),
        verbs=frozenset("vende komme gå ryge fortsætte følge være stå".split()), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "moved", "4 Events: moved, on its new day", moved,
        examples=(("Rundturen er rykket til den 3. juni.", "task | | | til den 3. juni"),
            ("Temadagen er flyttet fra den 4. til den 11. maj.", "task | | | fra den 4. til den 11. maj")),
        rejects=("Skabet er flyttet til kælderen.", "Rundturen flyttes til den 3. juni."),
        verbs=frozenset("være blive".split()), words=MOVED,
    ),
    Rule(
        "falls-on", "4 Events: one the forum decides to hold", falls_on,
        examples=(("Ny dato er torsdag den 7. maj.", "task | | | torsdag den 7. maj"),),
        rejects=("Næste møde bliver torsdag den 7. maj.", "Festen bliver god."),
        verbs=frozenset("være".split()), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "done-by", "1 task", done_by,
        examples=(("Oprydningen er afsluttet inden uge 30.", "task | | | inden uge 30"),),
        rejects=("Oprydningen er afsluttet.", "Oprydningen er den 4. maj."),
        verbs=frozenset("være".split()), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "event", "4 Events", event,
        examples=(("Ombygningen begynder den 3. august.", "optional"),),
        rejects=("Maleren maler porten.",),
        verbs=frozenset("gå træde gælde".split()), senses=frozenset({Sense.BEGIN}), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "gets-from", "4 One or two: X får Y fra Z", gets_from,
        examples=(("Klubberne får et brev fra sekretariatet i maj.", "task | sekretariatet | Klubberne | i maj"),
            ("Idrætsrådet får planen til udtalelse.", "forward | | Idrætsrådet | ")),
        rejects=("Klubberne får nye mål.",),
        verbs=frozenset("få modtage tilgå".split()),
    ),
    Rule(
        "is-member", "2 responsible: members named one by one", is_member,
        examples=(("Der nedsættes et udvalg - Rita og Ove er med.", "task | Rita; Ove | | "),),
        rejects=("Rita er med i bestyrelsen af lauget.",),
        verbs=frozenset("være sidde melde udgøre indgå indtræde".split()),
    ),
    Rule(
        "attends", "1 task (present with a future day)", attends,
        examples=(("Rut deltager i netværksdagen den 6. maj.", "task | Rut | | den 6. maj"),),
        rejects=("Der er mange med i løbet.",),
        verbs=frozenset("deltage sidde".split()),
    ),
    Rule(
        "passive", "2 responsible: a bare passive has none", passive,
        examples=(
            ("Der indkøbes fire nye borde.", "task | | | "),
            ("Skemaet udfyldes af lærerne inden uge 20.", "task | lærerne | | inden uge 20"),
            ("Forslaget sendes i høring i HovedMED.", "forward | | HovedMED | "),
            ("Reglerne drøftes.", ""),
        ),
        rejects=("Lærerne udfylder skemaet.",),
        forms=frozenset({Form.PASSIVE}),
    ),
    Rule(
        "review", "4 Historic present", review,
        examples=(
            ("Lederen orienterer om byggeriet på næste møde.", "status | Lederen | | på næste møde"),
            ("Lederen orienterer om byggeriet.", ""),
        ),
        rejects=("Lederen bygger et skur.",),
        senses=frozenset({Sense.REPORT}), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "doing", "4 Historic present: doing verbs are", doing,
        examples=(
            ("Sekretariatet sender en kalender til klubberne.", "task | Sekretariatet | klubberne | "),
            ("I uge 20 henter Jens og Lone telte i Hobro.", "task | Jens; Lone | | I uge 20"),
            ("RKL bestiller skiltet.", "task | RKL | | "),
        ),
        rejects=("Skiltet viser vej.",),
        forms=frozenset({Form.PRESENT}),
    ),
)  # fmt: skip
