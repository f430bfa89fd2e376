"""Rules for wordings that lay a duty on somebody: skal, bedes, vil, bad om at, besluttede at, er tovholder."""

from __future__ import annotations

from tracker.danish.verbs import Form
from tracker.extraction.rules.asking import asks
from tracker.extraction.rules.becoming import will_be_done
from tracker.extraction.rules.having import is_ready_by
from tracker.extraction.rules.modals import shall
from tracker.extraction.rules.requests import ASKED, DEMANDING, asked_passively, begs, entrusted, reply_by, requested
from tracker.extraction.rules.resolving import is_responsible, lies_with, resolves
from tracker.extraction.rules.rule import Rule
from tracker.extraction.rules.taking_on import takes_on
from tracker.extraction.rules.undertaking import UNDERTAKING, promises_thing, settles, undertakes
from tracker.extraction.rules.weak_modals import must, would
from tracker.extraction.rules.willing import will
from tracker.extraction.rules.wishing import wish

FRAMES: tuple[Rule, ...] = (
    Rule(
        "reply-by", "2 recipients; 3 Frist for høringssvar", reply_by,
        examples=(("Svarfristen til sekretariatet er den 3. maj.", "task | | sekretariatet | den 3. maj"),
            ("Tilmelding sker til Ea senest 3. maj.", "task | | Ea | senest 3. maj")),
        rejects=("Fristen for ansøgning er den 3. maj.", "Prisen er høj."),
        verbs=frozenset("være ske foregå skulle".split()),
    ),
    Rule(
        "is-responsible", "2 responsible", is_responsible,
        examples=(("Gorm er tovholder på loppemarkedet.", "task | Gorm | | "), ("Signe får ansvaret for boderne.", "task | Signe | | ")),
        rejects=("Gorm er på ferie.", "Signe har en hund."),
        verbs=frozenset("være blive have få stå melde".split()), forms=frozenset({Form.PRESENT, Form.PAST}),
    ),
    Rule(
        "ready-by", "1 skal", is_ready_by,
        examples=(("Det aftaltes, at planerne er på plads senest 1. maj.", "task | | | senest 1. maj"),),
        rejects=("Planerne er på plads.", "Det aftaltes, at prisen er 30 kr."),
        verbs=frozenset(("være",)), forms=frozenset({Form.PRESENT}),
    ),
    Rule(
        "lies-with",
        "2 responsible",
        lies_with,
        examples=(("Opgaven med nøglerne ligger hos Birger.", "task | Birger | | "),),
        rejects=("Hytten ligger hos Birger.",),
        verbs=frozenset("ligge være overgå gå lande havne ende påhvile".split()), forms=frozenset({Form.PRESENT, Form.PAST}),
    ),
    Rule(
        "promises-thing", "4 Past tense that commits", promises_thing,
        examples=(("Leif har lovet klubben en tidsplan.", "task | Leif | klubben | "),
            ("Leif lovede et svar inden maj.", "task | Leif | | inden maj")),
        rejects=("Leif har lovet at komme.", "Leif lovede bedring."),
        verbs=frozenset("love have".split()),
        words=frozenset("lovet lover lovede".split()),
    ),
    Rule(
        "undertakes", "4 Historic present: doing verbs are", undertakes,
        examples=(("Bestyrelsen begynder med at måle gulvet op.", "task | Bestyrelsen | | "),
            ("Klubben forpligter sig til at søge fonden inden maj.", "task | Klubben | | inden maj"),
            ("Leif gik med til at skrive til naboen.", "task | Leif | naboen | ")),
        rejects=("Kurset begynder i maj.", "Leif har en plan."),
        verbs=UNDERTAKING,
    ),
    Rule(
        "shall", "1 skal", shall,
        examples=(
            ("Blanketten skal sendes til Ea inden 4. maj.", "task | | Ea | inden 4. maj"),
            ("Regnskabet skal være revisor i hænde senest 3. maj.", "task | | revisor | senest 3. maj"),
            ("Vi skal have fokus på trivslen.", ""),
        ),
        rejects=("Ea sender blanketten.", "Regnskabet er revideret."),
        verbs=frozenset("skulle".split()),
    ),
    Rule(
        "will", "1 task; Optional: an offer", will,
        examples=(("Leif vil undersøge prisen på gulvet.", "task | Leif | | "), ("Det vil være godt med flere bænke.", "")),
        rejects=("Leif undersøger prisen.",),
        verbs=frozenset("ville".split()),
    ),
    Rule(
        "must", "1 skal", must,
        examples=(("Bodil må undersøge sagen igen.", "task | Bodil | | "), ("Bodil må gerne ringe.", "")),
        rejects=("Bodil undersøger sagen.",),
        verbs=frozenset("måtte".split()),
    ),
    Rule(
        "would", "4 Past tense that commits", would,
        examples=(("Det ville Bodil tage sig af.", "task | Bodil | | "), ("Bodil ville gerne deltage.", "")),
        rejects=("Bodil vil tage sig af det.",),
        verbs=frozenset("ville skulle".split()),
    ),
    Rule(
        "will-be-done", "1 task (passive)", will_be_done,
        examples=(("Indbydelsen bliver sendt til klubberne i uge 15.", "task | | klubberne | i uge 15"),),
        rejects=("Indbydelsen sendes i uge 15.",),
        verbs=frozenset("blive være".split()),
    ),
    Rule(
        "requested", "2 responsible: bedes, anmodes om", requested,
        examples=(("Alle holdledere bedes tømme skabene senest 1. maj.", "task | Alle holdledere | | senest 1. maj"),),
        rejects=("Holdlederne tømmer skabene.",),
        verbs=frozenset("bede anmode pålægge opfordre henstille anbefale tilråde bemyndige".split()),
    ),
    Rule(
        "asked-passively", "4 Past tense that commits", asked_passively,
        examples=(
            ("Herefter blev sekretæren bedt om at skrive til banken.", "task | sekretæren | banken | "),
            ("Sekretæren er blevet bedt om at skrive til banken inden maj.", "task | Sekretæren | banken | inden maj"),
        ),
        rejects=("Sekretæren blev takket.", "Sekretæren er blevet valgt."),
        verbs=frozenset("blive være".split()), words=ASKED,
    ),
    Rule(
        "begs", "4 Forward", begs,
        examples=(("Gruppen begærede sagen indbragt for Byrådet.", "forward | | Byrådet | "),),
        rejects=("Gruppen bragte sagen frem.",),
        verbs=DEMANDING | {"begære"},
    ),
    Rule(
        "entrusted", "2 responsible: overlades, får til opgave", entrusted,
        examples=(("Det overlades til sekretæren at finde en dato.", "task | sekretæren | | "),
            ("Det blev overladt til sekretæren at finde en dato.", "task | sekretæren | | ")),
        rejects=("Sekretæren får en gave.",),
        verbs=frozenset("overdrage give tildele overlade lægge uddelegere pålægge påhvile tilfalde få have blive".split()),
    ),
    Rule(
        "asks", "4 Past tense that commits", asks,
        examples=(("Udvalget bad administrationen om at beregne prisen.", "task | administrationen | | "),),
        rejects=("Udvalget takkede administrationen.",),
        verbs=frozenset("bede anmode pålægge opfordre udpege vælge udvælge sætte udbede".split()),
    ),
    Rule(
        "settles", "4 Historic present: doing verbs are", settles,
        examples=(("Sekretæren beslutter, om mødet flyttes.", "task | Sekretæren | | "),
            ("Vi beslutter på mødet i juni, hvem der kører.", "status | | | på mødet i juni")),
        rejects=("Byrådet beslutter, hvem der kører.", "Bestyrelsen beslutter, at mødet er flyttet."),
        verbs=frozenset("beslutte bestemme".split()),
    ),
    Rule(
        "takes-on", "4 Past tense that commits", takes_on,
        examples=(("Listen skal ajourføres. Det tog Bo på sig.", "task | | | "),),
        rejects=("Bo tog jakken på.",),
        verbs=frozenset("tage påtage love".split()),
    ),
    Rule(
        "resolves", "4 Past tense that commits", resolves,
        examples=(
            ("Bestyrelsen besluttede at søge fonden.", "task | Bestyrelsen | | "),
            ("Tage påtog sig at male porten.", "task | Tage | | "),
            ("Udvalget godkendte at sende planen i høring i Ældrerådet.", "forward | Udvalget | Ældrerådet | "),
            ("Der var enighed om at spørge naboklubben.", "task | | | "),
            ("Det blev besluttet at holde en sommerfest i juni.", "task | | | i juni"),
        ),
        rejects=("Bestyrelsen søger fonden.",),
        verbs=frozenset(
            "vælge give sige beslutte vedtage aftale love melde forpligte binde påtage tilbyde indvillige indvilge enes have blive være"
            " nedsætte godkende".split()
        ),
    ),
    Rule(
        "wish", "4 Wishes", wish,
        examples=(("Rådet ønsker en status på mødet i juni.", "status | | | på mødet i juni"),
            ("Udgiften ønskes undersøgt.", "task | | | ")),
        rejects=("Rådet får en status på mødet i juni.", "Rådet ser frem til festen i juni."),
        verbs=frozenset("ønske se".split()),
    ),
)  # fmt: skip
