"""Readings of clauses in which the matter is put off: "udsættes", "udgår", "venter til", "nåede vi ikke"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import GUESSED, SURE
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.forms import MATTER_WORDS, THE_MATTER
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, names_talk, own_words
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import SIGN
from tracker.extraction.vocabulary import PUT_OFF, PUTTING_OFF

_AT_REST = frozenset({("i", "bero"), ("på", "pause"), ("på", "standby")})
_PUT_ASIDE = frozenset(
    "bero pause standby skubbet skudt gemt parkeret udsat udskudt bordlagt liggende hængende stående taget trukket".split()
)
"""Words of which one must stand behind "er" or "bliver" where a matter is put off."""


_TAKEN_UP = ("forhandling", "dialog", "samtale", "kontakt", "samarbejde", "arbejde")


def deferred(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Sagen udsættes / genoptages / udgår og tages på næste møde"."""
    lemma, form = clause.form.lemma, clause.form.form
    if lemma == "måtte" or (lemma in ("blive", "være") and _PUT_ASIDE.isdisjoint(sentence.vocabulary)):
        return _had_to(sentence, clause) if lemma == "måtte" else None  # most sentences
    words = own_words(sentence, clause)
    own = lemma == "genoptage" and form is Form.PRESENT and subject.kind == PARTY
    if own and any(w.startswith(_TAKEN_UP) for w in words[:2]):  # "genoptager sit arbejde efter orlov", "Bo genoptager forhandlingerne"
        return SILENT if "arbejde" in words[:2] else None
    if lemma in PUTTING_OFF:
        if form is Form.PAST and subject.kind == PARTY and not words:
            return SILENT
        put_off = find(sentence, clause, Subject("thing"), Kind.DEFERRAL, lemma, responsible=[])
        return _with_reason(sentence, clause, put_off)
    matter = sentence.words(*clause.field) in MATTER_WORDS
    slips = (
        lemma in ("rykke", "ryge", "glide")
        and form is Form.PRESENT
        and (matter or subject.kind not in (PARTY, FORUM_WE) or subject.sure == GUESSED)
    )
    slips = slips and any(t.text.casefold().startswith(("til ", "på ")) for t in times_of(sentence, clause))
    if slips or _kept_until(sentence, clause, subject, words):  # "Det rykker til april"
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    until = dated(sentence, clause) or any(s.link in ("til", "indtil") for s in clause.subs)
    until = until or any(a == "til" and b in ("ny", "nyt", "senere") for a, b in pairwise(words))  # "udsat til ny dato"
    until = until or (lemma == "lade" and any(t.text.casefold().startswith(("til ", "indtil ")) for t in times_of(sentence, clause)))
    waits = lemma == "vente" and matter  # "det venter, til Lars er tilbage"
    rests = lemma in ("stå", "være") and tuple(words[:2]) in _AT_REST  # "Det står i bero til efteråret"
    if until and form is Form.PRESENT and (waits or rests):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    if lemma == "udgå":
        letter = _goes_out(sentence, clause, subject) if not matter else None
        return letter or _drops_out(sentence, clause, words)
    lies = bool({"vente", "bero", "hvile"} & set(words)) or (subject.kind == FORUM_WE and {"ligge", "hænge"} & set(words[:3]))
    if lemma == "lade" and lies and until:
        return find(sentence, clause, subject, Kind.DEFERRAL, "udsætte")  # "lader stolen vente til 2028"
    off = {"taget", "trukket"} & set(words[:2]) and (any(w.startswith("dagsorden") for w in words[:5]) or words == ["taget", "af"])
    rested = words[:1] in (["stillet"], ["sat"], ["lagt"]) and tuple(words[1:3]) in _AT_REST  # "blev stillet i bero til efteråret"
    if lemma == "blive" and (off or rested):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    if lemma in ("blive", "være") and set(words[:6]) & _PUSHED and _to_meeting(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])  # "blev skubbet til oktobermødet"
    also = any(a in MATTER_WORDS and b in PUT_OFF for a, b in pairwise(words))  # "blev forslaget tiltrådt og sagen udsat"
    was = also or any(w in PUT_OFF for w in words[:4])
    was = was or (bool(PUT_OFF & set(words)) and _to_meeting(sentence, clause))  # "blev af tidsnød udsat til maj"
    if lemma == "blive" and was:
        return _with_reason(sentence, clause, find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]))
    if lemma == "være" and form is Form.PRESENT and any(w in PUT_OFF for w in words[:3]) and until:
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])
    return None


_PUSHED = frozenset("skubbet skudt gemt parkeret".split())


def _to_meeting(sentence: Sentence, clause: Clause) -> bool:
    """Whether a matter is pushed to a later time ("til oktobermødet"), not a thing to a place."""
    return any(t.text.casefold().startswith(("til ", "indtil ")) and not t.past for t in times_of(sentence, clause))


def _goes_out(sentence: Sentence, clause: Clause, subject: Subject) -> Find | None:
    """ "Der udgår brev til forældrene i maj", "Opkrævninger udgår til medlemmerne": what is sent."""
    letter = find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[])
    letter.recipients = recipients_of(sentence, clause, "sende", subject)
    return letter if letter.recipients else None


def _drops_out(sentence: Sentence, clause: Clause, words: list[str]) -> Find | None:
    """ "Punktet udgår og tages i maj", "udgår af dagsordenen i dag; kommer på i maj": put off where a later day is told."""
    put_off = find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udgå", responsible=[])
    described = {t.time for t in sentence.tokens[clause.field[0] + 1 : clause.verb] if t.time is not None}  # "Møderne i uge 7 udgår"
    later = [
        t for t in put_off.times if t not in described and not t.text.casefold().startswith(("i dag", "i år", "i aften", "denne gang"))
    ]
    if any(c.head is clause and dated(sentence, c) for c in sentence.clauses):
        put_off.times = later
        return put_off
    if any(w.startswith("dagsorden") for w in words[:3]):
        put_off.times = later
        return put_off if any(c.verb > clause.verb and c.main for c in sentence.clauses) or has_day(put_off.times) else None
    return put_off if has_day(later) else None  # "Julefrokosten udgår i år" is called off


def _kept_until(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> bool:
    """ "Vi venter med at tage stilling", "Resten venter til foråret", "Det gemmer vi til maj", "Det henstår til næste gang"."""
    lemma = clause.form.lemma
    if lemma == "vente" and clause.form.form is Form.PASSIVE:
        return False  # "svar ventes til maj": looked for then
    if lemma == "vente" and words[:2] == ["med", "at"] and acts_for_forum(sentence, subject):
        return True
    if not any(t.text.casefold().startswith(("til ", "indtil ")) for t in times_of(sentence, clause)):
        return False
    if lemma == "vente":
        alone = clause.verb == 0 and words[:1] != ["på"]  # "Venter til efter generalforsamlingen"
        return (dated(sentence, clause) or alone) and not (subject.kind == PARTY and subject.sure >= 2)
    if lemma == "blive" and {"liggende", "hængende", "stående"} & set(words[:5]):
        return True  # "bliver pkt. 5 liggende til næste gang"
    return lemma == "henstå" or (lemma in ("gemme", "skubbe", "skyde") and subject.kind == FORUM_WE)


def _had_to(sentence: Sentence, clause: Clause) -> Find | None:
    """ "Punktet måtte udsættes, da notatet manglede"."""
    put_off = clause.form.form is Form.PAST and not {"udsættes", "udskydes"}.isdisjoint(own_words(sentence, clause))
    if sentence.words(*clause.field) not in THE_MATTER or times_of(sentence, clause):
        return None  # "Festen måtte udsættes", "Sagen måtte udsættes den 3. marts": told of what was
    if not put_off:
        return None
    return _with_reason(sentence, clause, find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]))


def _with_reason(sentence: Sentence, clause: Clause, put_off: Find) -> Find:
    """The postponement with its reason: "Punktet udsættes, da priserne mangler"; "til" tells to when, "afbud i dag" does not."""
    put_off.times.sort(key=lambda t: not t.text.casefold().startswith(("til ", "indtil ", "på ")))
    if any(c.head is clause for c in sentence.clauses):
        return put_off  # what is to follow says enough
    links = ("da", "fordi") if has_day(put_off.times) else ("da", "idet", "fordi")  # behind "idet" more may be decided
    last = max((s for s in clause.subs if s.link in links), key=lambda s: s.end, default=None)
    if last is not None:
        stop = last.end
        while stop > last.verb + 1 and sentence.tokens[stop - 1].kind == SIGN:
            stop -= 1
        end = sentence.tokens[stop - 1].end
        said = sentence.text[put_off.start : put_off.end].split()
        if not has_day(put_off.times) or len(sentence.text[put_off.start : end].split()) <= SHORT_REASON * len(said):
            put_off.end = max(put_off.end, end)
    return put_off


SHORT_REASON = 3
"""Times the words of a postponement to a day; a longer reason is left out of its quote, as the day says enough."""


def _says_who(sentence: Sentence, clause: Clause) -> bool:
    """ "…, det gør han i næste uge": a clause that names who acts is a card of its own, with the words it points back to."""
    return bool({"han", "hun", "de"} & set(sentence.low(clause.field[0], min(clause.verb + 2, clause.end))))


def not_reached(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Vi nåede ikke punkt 6, som tages næste gang"."""
    words = own_words(sentence, clause)
    if words[:2] == ["ikke", "frem"]:
        return SILENT  # "nåede ikke frem til noget fælles"
    skipped = clause.form.lemma == "måtte" and clause.form.form is Form.PAST and ("springe", "over") in pairwise(words)
    if skipped and any(t.low.startswith(("punkt", "pkt", "sag", "emne")) for t in sentence.tokens):
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[])  # "Punktet måtte vi springe over"
    reached = clause.form.lemma == "nå" or "nået" in words
    if reached and "ikke" in words:
        later = dated(sentence, clause) or any(
            (c.main or c.link == "så") and c.verb > clause.verb and dated(sentence, c) for c in sentence.clauses
        )
        makes_up = any(c.head is clause and c.form.sense is Sense.DO and dated(sentence, c) for c in sentence.clauses)
        if makes_up and subject.kind == PARTY and subject.sure >= SURE and not acts_for_forum(sentence, subject):
            return SILENT  # "HF nåede ikke notatet og afleverer det den 9. maj": what he does then
        if subject.kind == PARTY and subject.sure >= 2 and "at" in words:
            later = any(c.main and c.verb > clause.verb and dated(sentence, c) and not _says_who(sentence, c) for c in sentence.clauses)
            return find(sentence, clause, subject, Kind.TASK, "gøre") if later else SILENT  # "Bo nåede ikke at ringe, gør det på fredag"
        fronted = sentence.words(*clause.field) in ("det", "dette")  # "Det nåede vi ikke til bunds i": perhaps only what was talked of
        talk = names_talk(sentence, clause) or has_status_noun(sentence.low(*clause.field))  # "Evalueringen blev ikke nået"
        item = (
            talk
            or (subject.kind == FORUM_WE and not fronted)
            or {"punkt", "punktet", "pkt", "punkterne", "sagen", "afsnit"} & {t.low for t in sentence.tokens}
        )
        return find(sentence, clause, Subject("thing"), Kind.DEFERRAL, "udsætte", responsible=[]) if later or item else SILENT
    return None


def names_matter(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is moved is a matter of the agenda: "punktet", "sagen", "emnet"."""
    if clause.field[0] == clause.field[1]:
        shared = sentence.low(*clause.head.field) if clause.head is not None else []
        return not shared or any(
            w.startswith(_MATTERS) or w.endswith(_MATTER_ENDS) for w in shared
        )  # "Ikke nået. Flyttes til mødet i februar."
    if clause.field[1] - clause.field[0] == 1 and sentence.tokens[clause.field[0]].low in ("det", "den"):
        return True  # "Punkt 4 nåede vi ikke. Det flyttes til mødet i maj."
    return any(t.low.startswith(_MATTERS) or t.low.endswith(_MATTER_ENDS) for t in sentence.tokens[clause.field[0] : clause.verb])


_MATTER_ENDS = ("punkt", "punktet", "sagen")
_MATTERS = (
    "punkt",
    "pkt",
    "sag",
    "emne",
    "temaet",
    "behandling",
    "beslutning",
    "afgørelse",
    "stillingtagen",
    "drøftelse",
    "spørgsmål",
    "indstilling",
    "forslag",
)


def moves_towards(clause: Clause, times: list[TimeExpression]) -> bool:
    """Whether the first time is one that something named moves to: "Festen skydes til maj", not "Skydes til maj"."""
    named = clause.field[0] < clause.field[1] or clause.head is not None  # "… ikke behandlet – skubbes til maj"
    return named and bool(times) and times[0].text.casefold().startswith(("til ", "indtil "))


def carried_over(sentence: Sentence, clause: Clause, lemma: str, words: list[str], times: list[TimeExpression], *, later: bool) -> bool:
    """Whether a passive puts the matter off: "Punktet overføres til næste møde", "skydes til efter ferien". `later` tells of a day
    or some later meeting, `words` stand behind the verb."""
    if lemma not in _CARRYING and not (lemma == "trække" and words[:1] == ["over"]):
        return False
    waits = any(sentence.tokens[s.start].low == "indtil" or sentence.words(s.start, s.start + 2) == ", indtil" for s in clause.subs)
    to_other = words[:1] == ["til"] and any(w.endswith("møde") for w in words[1:5])  # "skubbes til et nyt møde senere"
    then = any(t.deadline.anchor or "mød" in t.text for t in times)
    to_meeting = lemma in ("overføre", "rykke", "skubbe", "skyde") and any(
        t.text.casefold().startswith("til ") and (t.deadline.anchor or "mød" in t.text.casefold()) for t in times
    )
    until = lemma == "parkere" and (not words or words[0].startswith("til"))  # "Spørgsmålet parkeres til efter valget"
    return (later or waits or then or to_other or until) and (to_meeting or names_matter(sentence, clause))


_CARRYING = frozenset("skyde bære overføre flytte rykke skubbe gemme parkere".split())
