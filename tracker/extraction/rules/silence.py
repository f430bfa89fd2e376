"""Rules that answer with silence: what looks like a commitment and is none (GUIDE.md sections 1 and 4)."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense
from tracker.domain.party import PartyKind
from tracker.extraction.rules.arrangements import HABITUAL, LAWFUL, by_law, standing
from tracker.extraction.rules.comments import holds, opinion, reminds
from tracker.extraction.rules.own_affairs import attendance, comes_back_from
from tracker.extraction.rules.rule import Rule
from tracker.extraction.rules.silent import (
    DENYING,
    deciding,
    denied,
    happened,
    next_meeting,
    perfect,
)

SILENCES: tuple[Rule, ...] = (
    Rule(
        "negated", "4 Negated or fallen", denied,
        examples=(("Der købes ikke flere borde i år.", ""), ("Sagen sendes ikke i høring.", "")),
        rejects=("Vagn sender listen til Oda.", "Der holdes ikke kun møde i maj, men også i juni."),
        words=DENYING,
    ),
    Rule(
        "past", "1 what has already happened", happened,
        examples=(("Preben sendte brevet til naboerne.", ""), ("Udvalget drøftede støjen.", "")),
        rejects=("Preben påtog sig at sende brevet.", "Udvalget bad forvaltningen om at måle støjen."),
        forms=frozenset({Form.PAST, Form.PAST_PASSIVE}),
    ),
    Rule(
        "perfect", "1 what has already happened", perfect,
        examples=(("Vibe har bestilt teltet.", ""), ("Skolen har talt med firmaet.", "")),
        rejects=("Vibe har ansvaret for teltet.", "Vibe bestiller teltet."),
        verbs=frozenset("have".split()), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "opinion", "1 comments, opinions and values", opinion,
        examples=(("Lene mener, at skuret trænger til maling.", ""), ("Der bør indkøbes et nyt komfur.", "")),
        rejects=("Lene maler skuret.", "Der indkøbes et nyt komfur."),
        verbs=frozenset("pege vente sige kommentere regne overveje efterlyse spørge kvittere måtte burde kunne anbefale dele".split()),
        senses=frozenset({Sense.COMMENT}),
    ),
    Rule(
        "decided-by-saying", "1 approvals and orientations as such", deciding,
        examples=(("Bestyrelsen godkender regnskabet.", ""), ("Rådet tager sagen til efterretning.", "")),
        rejects=("Bestyrelsen besluttede at søge puljen.",),
    ),
    Rule(
        "next-meeting-told", "4 Events: Næste møde", next_meeting,
        examples=(("Næste møde er den 12. maj.", ""), ("Næste bestyrelsesmøde holdes den 3. juni.", "")),
        rejects=("Næste status gives den 12. maj.",),
        verbs=frozenset("være afholde holde blive ligge finde planlægge mødes".split()), words=frozenset({"næste"}),
    ),
    Rule(
        "attendance", "1 who was present or absent", attendance,
        examples=(("Konsulent Iben Tang deltager under punktet.", ""), ("Poul forlader mødet kl. 18.", "")),
        rejects=("Poul deltager i kurset den 4. maj.",),
        verbs=frozenset("deltage forlade gå komme byde styre lede".split()),
    ),
    Rule(
        "own-affairs", "4 False friends", comes_back_from,
        examples=(("Gry vender tilbage fra orlov i august.", ""), ("Per holder ferie i uge 29.", "")),
        rejects=("Gry vender tilbage med et tal i august.",),
        verbs=frozenset("få vende komme træde trække holde tage gå afholde have fylde fejre stoppe fratræde udtræde genopstille afgå"
        " udgå melde opstille stille betale".split()),
    ),
    Rule(
        "reminds", "1 comments, opinions and values", reminds,
        examples=(("Ejner minder om, at porten skal låses.", ""), ("Rådet lægger vægt på trygheden.", "")),
        rejects=("Ejner minder naboerne om porten på mandag.", "Ejner finder ud af, hvad porten koster."),
        verbs=frozenset("minde erindre gøre notere lægge finde stå efterlyse rykke se kigge stille tage hælde imødese".split()),
    ),
    Rule(
        "holds", "1 comments, opinions and values", holds,
        examples=(("Ejner vurderer, at prisen kan holdes.", ""), ("Faldet svarer til ti elever.", "")),
        rejects=("Ejner vurderer prisen inden maj.",),
        verbs=frozenset("svare sige mene spørge forklare fortælle oplyse indvende tilføje henvise vurdere tælle rumme høre tale snakke"
        " betale give melde afgive fremsætte sætte gå".split()),
    ),
    Rule(
        "by-law", "4 Outsiders: terms set by law", by_law,
        examples=(("Ifølge vedtægterne udsender formanden dagsorden senest otte dage før.", ""),),
        rejects=("Formanden udsender dagsorden på mandag.",),
        words=LAWFUL,
    ),
    Rule(
        "standing-arrangement", "1 descriptions of a standing arrangement", standing,
        examples=(("Holdlederne låser hallen på skift.", ""), ("Bodil vander som altid blomsterne.", "")),
        rejects=("Holdlederne låser hallen af på fredag.",),
        words=HABITUAL,
    ),
)  # fmt: skip

__all__ = ["SILENCES", "PartyKind"]
