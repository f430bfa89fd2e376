"""Readings of the verbs minutes use of the meeting itself: "orienterer", "gennemgår" (GUIDE.md section 4, "Historic present")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, is_own_forum, occasion_of, own_words, words_behind
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject, subject_of
from tracker.extraction.vocabulary import PUBLISHED

_AFTERWARDS = frozenset("herefter derefter efterfølgende".split())


def review(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Verbs minutes use of the meeting itself count only with a later time, or towards somebody outside (GUIDE.md section 4)."""
    if clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.REPORT:
        return None
    lemma = clause.form.lemma
    if subject.kind not in (PARTY, FORUM_WE):
        return SILENT
    if lemma == "aflægge" and "besøg" in own_words(sentence, clause)[:5] and subject.kind == PARTY:
        return find(sentence, clause, subject, Kind.TASK, "besøge")  # "Bo aflægger besøg hos naboen"
    if lemma == "indlede" and subject.kind == PARTY and any(w.startswith(_BEGUN) for w in own_words(sentence, clause)[:3]):
        return find(sentence, clause, subject, Kind.TASK, "begynde")  # "Forvaltningen indleder forhandlinger med ejerne"
    recipients = recipients_of(sentence, clause, lemma, subject)
    fronted = [] if recipients else _over_for(sentence, clause)
    if fronted and subject.kind == PARTY and not any(is_own_forum(sentence, r) for r in fronted):
        outside = find(sentence, clause, subject, Kind.TASK, lemma).mark("review")
        outside.recipients = fronted
        return outside
    told = [r for r in recipients if not is_own_forum(sentence, r)]
    named = subject.kind == PARTY and subject.sure >= 2 and not acts_for_forum(sentence, subject)
    granted = clause.link == "idet" and lemma == "gennemgå" and sentence.tokens[0].low in ("godkendt", "vedtaget", "tiltrådt")
    asked = clause.parent is not None and clause.parent.form.lemma in ("bede", "anmode")  # "bad om, at Bo redegør for sagen"
    asked = asked and clause.parent is not None and _by_body(sentence, clause.parent)
    above = clause.parent.form.lemma if clause.parent is not None else ""
    led = clause.link == "at" and (asked or above in ("aftale", "beslutte", "vedtage", "blive"))
    if named and (led or granted):  # also "Godkendt, idet HR gennemgår teksten"
        again = (asked or dated(sentence, clause)) and (
            lemma not in ("gennemgå", "drøfte") or "igen" in own_words(sentence, clause)
        )  # "at Bo fortæller om udfaldet på næste møde"
        kind = active_kind(sentence, clause, subject, clause.form, clause.verb) if again else Kind.TASK
        return find(sentence, clause, subject, kind, lemma).mark("review")  # "Det aftaltes, at lederne gennemgår deres kontrakter"
    # also "løbende", "på et kommende møde"; "pr. 31/8" is the day figures are told of, "i dag" that of the meeting itself
    colon = next((t.start for t in sentence.tokens[clause.verb : clause.end] if t.text == ":"), sentence.end)  # what is told follows it
    later = any(not t.text.startswith("pr.") and t.text.casefold() != "i dag" and t.start < colon for t in times_of(sentence, clause))
    later = later or occasion_of(sentence, clause) or _follows(sentence, clause)
    comes = clause.head if clause.head is not None and clause.head.form.lemma in ("komme", "møde") else None
    if comes is not None and not (later or told) and dated(sentence, comes) and subject.kind == PARTY:
        then = find(sentence, clause, subject, Kind.STATUS, lemma)
        then.times = times_of(sentence, comes)
        return then.mark("review")  # "Økonomichefen kommer i februar og redegør for regnskabet"
    later = later or _due_then(sentence, clause)
    if not later and not (
        told
        and lemma in ("orientere", "informere", "oplyse", "meddele", "rapportere", "redegøre", "forelægge")
        and not acts_for_forum(sentence, subject)
    ):
        public = any(
            p in ("i", "på") and (w in PUBLISHED or w.endswith(("brevet", "bladet"))) for p, w in pairwise(own_words(sentence, clause))
        )
        if lemma in ("orientere", "informere", "fortælle", "nævne", "omtale") and public and subject.kind == PARTY:
            return find(sentence, clause, subject, Kind.TASK, "skrive")  # "Ida informerer om mødet på hjemmesiden"
        if subject.kind == PARTY and _at_home(words_behind(sentence, clause, subject)):
            return find(sentence, clause, subject, Kind.TASK, "drøfte").mark("review")  # "Lederne drøfter det i egne grupper"
        shown = own_words(sentence, clause)
        shows = shown[:1] in (["hende"], ["ham"], ["rundt"]) or bool({"frem", "rundt"} & set(shown[1:4]))
        shows = shows and lemma == "vise" and subject.kind == PARTY
        if shows and subject.sure >= LIKELY:
            return find(sentence, clause, subject, Kind.TASK, lemma)  # "Ellen viser hende, hvor overløbet er", "Bo viser huset frem"
        return _with_partner(sentence, clause, subject)
    if subject.kind == PARTY and subject.sure < 2:
        return SILENT
    responsible: list[Mention] | None = [] if subject.kind == FORUM_WE else None
    return find(
        sentence, clause, subject, active_kind(sentence, clause, subject, clause.form, clause.verb), lemma, responsible=responsible
    ).mark("review")


def _over_for(sentence: Sentence, clause: Clause) -> list[Mention]:
    """ "Over for tilsynet redegør Bo for bemandingen": to whom it is told, before the verb."""
    begin, end = clause.field
    return sentence.reader.group(begin + 2, end)[0] if sentence.words(begin, begin + 2) == "over for" else []


def _at_home(words: list[str]) -> bool:
    """Whether it is to be told or talked of where those who act belong: "i egne afdelinger", "det på deres personalemøder"."""
    at = next((k for k, w in enumerate(words[:3]) if w in ("i", "på")), -1)
    near, behind = at in (0, 1) or (at == 2 and words[:2] in (["om", "det"], ["om", "dem"])), words[at + 1 : at + 3]
    return near and len(behind) == 2 and behind[0] in _OWN and behind[1].endswith(_UNITS)


_OWN = frozenset("egen eget egne deres sin sit sine".split())
_UNITS = (
    *("afdeling", "afdelinger", "gruppe", "grupper", "team", "teams", "område", "områder", "enhed", "enheder", "møde", "møder"),
    *("bagland", "baglande", "organisation", "organisationer", "udvalg", "klub", "klubber", "center", "centre", "forvaltning"),
)


def _follows(sentence: Sentence, clause: Clause) -> bool:
    """ "Svarene er inde den 3. maj. Bo gennemgår herefter svarene": after what was promised before it, not after the point before."""
    if _AFTERWARDS.isdisjoint(own_words(sentence, clause)[:2]):
        return False
    return sentence.memory.promised or any(c.end <= clause.verb and dated(sentence, c) for c in sentence.clauses)


_BEGUN = ("forhandling", "samarbejde", "dialog", "proces", "undersøgelse", "udbud", "arbejdet", "tilsyn")


def _by_body(sentence: Sentence, clause: Clause) -> bool:
    """Whether it is a body that asks, not one party at the meeting."""
    asker = subject_of(sentence, clause)
    return acts_for_forum(sentence, asker) or (bool(asker.parties) and all(p.kind is PartyKind.BODY for p in asker.parties))


def _due_then(sentence: Sentence, clause: Clause) -> bool:
    """ "Rikke beskriver arbejdsgangen; beskrivelsen skal foreligge den 15. juni": a day for what is made tells that it is to come."""
    return any(c.verb > clause.verb and c.main and c.form.lemma == "skulle" and dated(sentence, c) for c in sentence.clauses)


def _with_partner(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X drøfter sagen med Y" is a talk to come when a head of list shows it; alone it is what was said."""
    words = own_words(sentence, clause)
    beside = [clause.head] if clause.head is not None else [c for c in sentence.clauses if c.head is clause]
    acts = any(c.form.sense is not Sense.REPORT for c in beside)  # "orienterer om planen og gennemgår tallene" tells of the meeting
    if (
        clause.form.lemma in ("drøfte", "gennemgå")
        and subject.kind == PARTY
        and subject.sure >= 2
        and not acts_for_forum(sentence, subject)
    ) and (acts or "med" in words):
        return find(sentence, clause, subject, Kind.TASK, clause.form.lemma).mark("weak")
    return SILENT
