"""When subject and verb are too unsure, or the verb too empty, to promise anything: "Helle skriver", "Klubben kører videre"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Sense
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.rules.forms import READY, TOO, is_participle
from tracker.extraction.rules.helpers import dated, own_words
from tracker.extraction.subjects import Subject

NEEDS_MORE = frozenset(
    """
        se kigge gå få komme føre stå falde bryde slutte afvente indgå bruge anvende benytte køre samarbejde vise
        skabe støtte hænge
    """.split()
)


_SOMEBODY = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN)
_BARE_NOTHING = frozenset("skrive styre lede referere".split())
"""Verbs that alone tell who kept the minutes or led the meeting: "Helle skriver"."""
_SAID = frozenset("takke spørge bede foreslå klage ønske".split())
"""What a letter says: "skriver og takker"."""


_LEAVES = ("orlov", "barsel", "pension", "ferie", "efterløn")
_OF_THEMSELVES = frozenset(
    "klare brede sprede skille udvikle gentage forværre bedre løse ændre forandre forskyde fordele stabilisere åbne lukke vise".split()
)


_TAKEN = frozenset("pænt roligt tungt godt fint ilde hårdt let køligt".split())
_AMOUNTS = frozenset("rundt meget for godt mest en mere mindre".split())
_BALANCES = frozenset("minus plus underskud overskud merforbrug mindreforbrug nul".split())
_AVERAGES = frozenset("gennemsnittet snittet tallet tallene resultatet niveauet forbruget udgifterne".split())
_THOUGHTS = ("idé", "ide", "tanke", "forslag", "mulighed", "ønske", "spørgsmål", "bekymring", "frustration")
_FARING = frozenset("køre klare tegne gå fungere virke se".split())
_HOW_WELL = frozenset(
    "fint godt flot stærkt skidt dårligt glat stabilt planmæssigt problemfrit tilfredsstillende upåklageligt udmærket lovende trægt tungt"
    " sløjt imponerende".split()
)
_BY_DEGREES = frozenset("særdeles meget rigtig ret ganske virkelig rimelig temmelig det ikke så".split())
FRAMES = ("budgettet", "rammen", "rammerne", "tidsplanen", "planen", "niveauet", "kursen", "måltallene")
_FULL = 4  # words; so few that nothing else is said


def _fares(lemma: str, words: list[str]) -> bool:
    """ "Nøglebokse kører fint i Syd", "Skolerne klarer det flot", "Feltet tegner særdeles stærkt": how well something goes, whoever judges
    so; and what holds, "Dagtilbud holder budgettet", "Mads holder på Strandloppen"."""
    if lemma == "holde":
        return words[:1] == ["på"] or (0 < len(words) < _FULL and words[0].endswith(FRAMES))
    at = next((k for k, w in enumerate(words) if w in _HOW_WELL), -1) if lemma in _FARING else -1
    counted = words[at + 1 : at + 2] != [] and words[at + 1][0].isdigit()  # "kører godt 30 stole til skolen"
    return at >= 0 and not counted and (set(words[:at]) <= _BY_DEGREES or (at == len(words) - 1 and words[0] == "efter"))


_AS_IT_IS = (["som", "nu"], ["som", "før"], ["som", "hidtil"])


def _asks(clause: Clause) -> bool:
    """Whether an indirect question hangs under the verb: "hører i Ry, om salen er ledig"."""
    return any(s.link in ("hv", "om") for s in clause.subs)


def _only_tells(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """ "Borgerne mærker det", "Bestyrelsen snakker om regntøj", "Messen tegner godt": how it is, or what was talked of."""
    first, lemma = words[:1], clause.form.lemma
    if lemma == "se" and not {"velvilligt", "positivt", "kritisk", "alvorligt", "skeptisk"}.isdisjoint(words):
        return True  # "Rådet ser velvilligt på forslaget": what it thinks of it
    if lemma == "lufte":
        return any(w.startswith(_THOUGHTS) for w in words[:4])  # "lufter den idé, at …"
    if lemma == "fylde":
        words = [w for w in words if w not in ADVERBS] or words
        return not words or any(w[:1].isdigit() for w in words[:2]) or words[0] in _AMOUNTS  # "Klubben fylder 50", "det fylder meget"
    if lemma == "vurdere":
        return "som" in words[1:] and not dated(sentence, clause)  # "vurderer risikoen som lav"
    if lemma == "mærke":
        return first in (["det"], ["at"], ["ikke"], ["også"], ["ingen"])
    if lemma == "køre":
        return (
            first == ["uændret"]
            or "fuld" in words[:4]
            or (first == ["som"] and not dated(sentence, clause))  # "kører som aftalt"
            or (words[-1:] in (["godt"], ["fint"]) and len(words) < 4)
            or words[-2:] in _AS_IT_IS
        )  # "kører vagterne som nu"
    if lemma == "gøre" and words[:1] == ["det"] and words[1:] in (["godt"], ["fint"], ["flot"], ["rigtig", "godt"]):
        return True  # "Områdelederne gør det godt"
    if (lemma == "fordele" and words[:2] == ["sig", "på"]) or (lemma == "tage" and words[-2:] == ["til", "sig"]):
        return True  # "Restancen fordeler sig på ni medlemmer", "Ledelsen tager kritikken til sig"
    if lemma in ("lande", "ende") or (lemma == "gå" and first == ["i"]):
        on = "på" in words or "i" in first
        return on and bool(_BALANCES & set(words))  # "Afdelingen lander på et minus på 3,2 mio. kr.", "Dagtilbud går i nul"
    if lemma in ("tale", "snakke"):
        return first == ["om"] and not dated(sentence, clause)
    if (lemma == "få" and words[:1] != [] and words[0][:1].isdigit() and {"kr", "mio"} & set(words[1:3])) or (
        lemma == "tage" and words[:1] == ["det"] and words[-1] in _TAKEN
    ):
        return True  # "Skolen får 410.000 kr. mindre", "Personalet tager det pænt"
    if lemma == "få" and {"ny", "nye", "nyt"} & set(words[:2]):
        limited = any(t.text.casefold().startswith(("inden", "senest")) for t in times_of(sentence, clause))
        return not limited and not any(is_participle(w) for w in words)  # "Stuen får syv nye frem mod jul"
    return (
        (lemma == "finde" and ("i", "orden") in pairwise(words[:6]))  # "hvilket foreningen finder i orden"
        or (lemma == "finde" and clause.link == "hv" and len(words) == 1 and words[0].endswith("t"))  # "hvilket Bo finder acceptabelt"
        or (words[-2:-1] == ["for"] and words[-1] in TOO and not dated(sentence, clause))  # "Lyset tænder for sent"
        or (lemma == "udmærke" and first == ["sig"])
        or (lemma == "undervise" and first == ["i"] and not dated(sentence, clause))  # "underviser i idræt": a post
        or (lemma == "få" and "lov" in words[:3])  # "får lov til at beholde huset"
        or (lemma == "tage" and first == ["udgangspunkt"] and not dated(sentence, clause))
        or (lemma == "tage" and words[:2] == ["gerne", "imod"])  # "Ea tager gerne imod idéer": an offer
        or (lemma == "rejse" and first == ["til"] and "at" not in words and not dated(sentence, clause))  # "AD rejser til Nepal"
        or (
            lemma == "høre" and first in (["hjemme"], ["til"], ["under"], ["ind"], ["sammen"]) and not _asks(clause)
        )  # "Emnet hører hjemme i planen"
        or (lemma == "ramme" and not {"ind", "op"} & set(words))  # "Det rammer især beboerne"
        or (lemma == "passe" and first in (["godt"], ["ind"], ["fint"], ["bedre"], ["dårligt"], ["sammen"]))  # "passer godt ind i planen"
        or (lemma == "bygge" and first == ["på"])  # "Strategien bygger på tre værdier"
        or (
            lemma == "repræsentere" and not dated(sentence, clause) and "indtil" not in sentence.vocabulary
        )  # "Maria repræsenterer chefgruppen i netværket": who does so anyway
        or (lemma == "tegne" and first in (["godt"], ["til"], ["lovende"]))
        or (lemma == "trække" and words[-1:] in (["op"], ["ned"]) and set(words[:-1]) <= _AVERAGES)  # "Fem huse trækker gennemsnittet op"
        or (lemma == "score" and first in (["lavt"], ["højt"], ["godt"], ["dårligt"]))
        # "Støj går igen i alle grupper", "går fra gul til rød", "går glip af tilbuddet"
        or (lemma == "gå" and (first in (["igen"], ["fra"]) or "glip" in words[:3]))
    )


def _only_at_meeting(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """What somebody does while a matter is told of: "lægger ud og fortæller", "fortæller om økonomien og svarer på spørgsmål"."""
    if clause.form.lemma == "lægge":
        return words == ["ud"] and not dated(sentence, clause)
    told = clause.head is not None and clause.head.form.sense is Sense.REPORT and not dated(sentence, clause.head)
    return clause.form.lemma == "svare" and words[:2] == ["på", "spørgsmål"] and told and not dated(sentence, clause)


def _whoever(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """ "Den, der kommer først, tømmer maskinen": a rule of the house."""
    whoever = bool(subject.parties) and subject.parties[0].text.startswith(("Den, der ", "Den der "))
    return whoever and "til" not in sentence.low(clause.verb, clause.end) and not dated(sentence, clause)


_OF = frozenset("af over om for".split())
_POINTS_BACK = frozenset("den det dem dette denne".split())


def says_nothing(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> bool:
    """Whether subject and verb are too unsure, or the verb too empty, to promise anything."""
    verb = clause.form
    if (words[:1] == ["sig"] and verb.lemma in _OF_THEMSELVES) or _whoever(sentence, clause, subject):
        return True  # "Bjørnekloen breder sig"
    decides = verb.lemma == "træffe" and any(w.endswith(("beslutninger", "afgørelser")) for w in words[:3]) and not dated(sentence, clause)
    complains = verb.lemma == "klage" and "over" in words[:8] and "til" not in words and not dated(sentence, clause)
    too_much = verb.lemma in ("tale", "snakke", "bruge") and words[:1] == ["for"] and words[1:2] in (["meget"], ["lidt"], ["sjældent"])
    fares = not dated(sentence, clause) and _fares(verb.lemma, words)
    if fares or complains or decides or too_much or _only_tells(sentence, clause, words) or _only_at_meeting(sentence, clause, words):
        return True  # also "Ejeren klager over vand på marken", "Styregruppen træffer strategiske beslutninger"
    if verb.lemma == "gå" and words[:1] == ["på"] and any(w.endswith(_LEAVES) for w in words[1:3]):
        return True  # "RFA går på orlov i september"
    if verb.lemma == "køre" and words[:1] == ["videre"] and not dated(sentence, clause):
        return True  # "Klubben kører videre med én aften": how it goes on
    takes = verb.lemma == "tage" and words[:1] in (["omkring"], ["cirka"], ["ca"], ["ca."]) and not dated(sentence, clause)
    moves = verb.lemma == "flytte" and words[:1] in (["fra"], ["til"], ["ud"], ["hjem"], ["væk"])
    moves = moves and all(p.kind in _SOMEBODY for p in subject.parties)  # "Birthe flytter fra området til december"
    if takes or moves or (verb.lemma in ("køre", "komme", "tage") and words == ["selv"]) or (verb.lemma == "stikke" and words == ["ud"]):
        return True  # "Rebecca kører selv": how somebody gets there; "Regningen stikker ud"
    nowadays = words[:1] == ["i dag"] and any(w[:1].isdigit() for w in words[1:3])  # how many there are
    if nowadays or ({"fortsat", "stadig", "stadigvæk"} & set(words[:3]) and subject.sure < 3 and not dated(sentence, clause)):
        return True  # "De fem kommuner køber i dag 61 pladser", "Gæstesejlere betaler fortsat fast takst": as it is, as before
    since = next((k for k, w in enumerate(words[:6]) if w.startswith("siden ")), 0)
    of_matter = since > 1 and words[since - 1] not in _POINTS_BACK and not _OF.isdisjoint(words[max(0, since - 4) : since - 1])
    if since and not of_matter and not dated(sentence, clause):  # but "en oversigt over sager siden 2018"
        return True  # "kører med det siden maj": it has been so
    if subject.sure == 1 and (
        verb.sense is not Sense.DO or not set(words) - ADVERBS or (clause.head is not None and clause.head.form.sense is Sense.STATE)
    ):
        return True
    if subject.sure <= 2 and verb.sense is Sense.UNKNOWN and not subject.words:
        return True
    asks = verb.lemma in ("se", "kigge") and _asks(clause)  # "ser, hvad der kan gøres"
    if verb.lemma in NEEDS_MORE and not asks and not _has_object(words, verb.lemma) and not dated(sentence, clause):
        return True
    if verb.lemma == "gøre" and not own_words(sentence, clause):
        return True  # "det arbejde, huset gør"
    if (
        verb.lemma == "gøre"
        and not dated(sentence, clause)
        and {"arbejde", "forskel", "indsats", "brug", "indtryk", "gavn"} & set(words[:5])
    ):
        return True  # praise: "gør et stort arbejde"
    return (
        (verb.lemma == "gå" and words[:1] == ["ind"] and words[1:2] != ["i"])
        or verb.lemma == "støtte"
        or (
            verb.lemma in _BARE_NOTHING
            and not words
            and not (
                subject.parties and subject.parties[0].start > clause.verb and clause.field[0] < clause.field[1]
            )  # "Beretningen skriver Bo"
            and not (clause.opener > 0 and sentence.tokens[clause.opener - 1].text == "(")  # "Nyhed på intranettet (Pernille skriver)"
            and not any(c.main and c.verb > clause.verb and (c.head is None or c.form.lemma in _SAID) for c in sentence.clauses)
        )
    )


_GOES = (["tilbage", "til"], ["rundt", "med"])


def _has_object(words: list[str], lemma: str) -> bool:
    while words and (words[0] in ADVERBS or words[0] == "lidt") and words[0] not in ("videre", "nærmere"):
        words = words[1:]
    if lemma == "gå":
        return (
            "igennem" in words
            or "efter" in words[1:2]
            or words[:2] == ["ind", "i"]
            or words[:1] in (["i"], ["videre"], ["en"], ["på"], ["til"])
            or words[:2] in _GOES
        )
    if lemma == "køre":
        return bool(words)  # "Backup kører"
    if lemma in ("se", "kigge"):
        return any(w in words for w in ("på", "efter", "nærmere", "over", "ind", "igennem", "til", "i"))
    if lemma == "få":
        if words[:1] and words[0].endswith("et") and words[1:2] and words[1].endswith(("en", "et", "erne", "ene")):
            return True  # "får omkodet døren"
        sent = any(w in ("ud", "hjem", "ind", "forbi", "op") for w in words[1:6]) and "at" in words  # "får en mand ud at se på det"
        sent = sent or "hjem" in words[1:4]  # "får tre tilbud hjem på en pumpe"
        wanted = next((k for k, w in enumerate(words[:3]) if w in ("pris", "tilbud", "overslag")), -1)
        if wanted >= 0 and words[wanted + 1 : wanted + 2] in ([], ["på"], ["til"], ["hos"], ["for"]) and "indsats" not in words:
            return words[wanted] != "pris" or words[wanted + 1 : wanted + 2] != ["for"]  # "får en pris på ventilationen"
        asked = words[:1] in (["pris"], ["tilbud"], ["overslag"]) or words[1:2] in (["pris"], ["tilbud"], ["overslag"])
        return (
            sent
            or words[1:2] in (["i"], ["på"])
            or words[1:3] == ["snak", "med"]
            or ("med", "i") in pairwise(words)  # "får fraværet med i tallene"
            or ("med", "på") in pairwise(words)  # "får Ejendomme med på rundvisningen"
            or (asked and "hos" in words)  # "får pris hos tømreren"
            or bool(READY & set(words[:5]))
            or ("til", "at") in pairwise(words)
            or "ansvaret" in words
            or "fra" in words
            or "fat" in words[:2]
            or any(is_participle(w) for w in words)
            or not {"styr", "klarhed"}.isdisjoint(words[:3])  # "det får Kim styr på", "får klarhed over lejen"
        )
    if lemma == "komme":
        return words[:1] in (["med"], ["retur"], ["tilbage"]) or "forslag" in words or (words[:1] == ["til"] and "med" in words)
    if lemma == "indgå":
        return words[:1] != ["i"]
    if lemma == "hænge":
        return "op" in words or "ud" in words or words[:1] in (["den"], ["det"], ["dem"])  # "hænger dem på plads"
    return lemma not in ("stå", "slutte", "afvente", "falde") or words[:1] == ["for"] or words[-1:] == ["for"]
