"""Readings of verbs that lead in the act itself: "begynder med at", "forpligter sig til at", "gik med til at"."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end, past_adverbials
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.pronouns import one_before, those_before
from tracker.extraction.rules.forms import infinitive_after_at
from tracker.extraction.rules.helpers import dated, find, own_words
from tracker.extraction.rules.kinds import active_kind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import TIME

UNDERTAKING = frozenset("tage begynde starte indlede nøjes forpligte have gå acceptere erklære regne skifte agte påtænke".split())
"""Verbs the rule speaks of."""
UNDERTAKEN = tuple(
    tuple(words.split())
    for words in (
        "sige ja til at",
        "melde sig til at",
        "forpligte sig til at",
        "binde sig til at",
        "tage opgaven",
        "tage den opgave",
        "tage denne opgave",
    )
)
"""Verbs with the words behind them that bind in the past as well: "Bo meldte sig til at male skuret"."""
_SETTING_OUT = frozenset("begynde starte indlede nøjes".split())
_LONGEST_LEAD = 7
"""Words; where "at" stands further from the verb, it leads in something else."""


def undertakes(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Somebody named sets out to do something: the infinitive is the act; "regner med at" is only what is expected."""
    if subject.kind not in (PARTY, FORUM_WE) or subject.outsider or (subject.kind == PARTY and subject.sure < 2):
        return None
    words = own_words(sentence, clause)
    if "at" not in words[:_LONGEST_LEAD] or not _leads_in(clause, subject, words):
        return None
    governed = infinitive_after_at(sentence, clause)
    if governed is None or governed[1].sense in (Sense.STATE, Sense.COMMENT, Sense.DECIDE):
        return None
    at, verb = governed
    expects = clause.form.lemma == "regne"
    if expects and not (dated(sentence, clause) and subject.kind == PARTY):
        return None
    if clause.form.lemma == "nøjes" and any(t.text.casefold() in ("i dag", "i aften") for t in times_of(sentence, clause)):
        return SILENT  # "nøjes med at orientere i dag": what was done at the meeting
    responsible = subject.parties if subject.kind == PARTY else []
    result = find(sentence, clause, subject, active_kind(sentence, clause, subject, verb, at), verb.lemma, at=at, responsible=responsible)
    result.optional = result.optional or expects
    return result.mark("agreed" if clause.form.form is Form.PAST else "weak")


def settles(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Bo beslutter, om det køres i gang": a question left to somebody; what a body decides on without a day is its standing right."""
    asked = any(s.link in ("om", "hv") and s.start > clause.verb for s in clause.subs)
    if clause.form.form is not Form.PRESENT or subject.kind not in (PARTY, FORUM_WE) or not asked:
        return None
    body = subject.kind == FORUM_WE or any(p.kind in (PartyKind.BODY, PartyKind.GROUP) or p.sure < LIKELY for p in subject.parties)
    if body and not dated(sentence, clause):
        return None
    kind = active_kind(sentence, clause, subject, clause.form, clause.verb)
    return find(sentence, clause, subject, kind, clause.form.lemma, responsible=subject.parties if subject.kind == PARTY else [])


def _leads_in(clause: Clause, subject: Subject, words: list[str]) -> bool:
    """Whether verb and words say that the act behind "at" is undertaken."""
    lemma, form = clause.form.lemma, clause.form.form
    pairs = set(pairwise(words[:_LONGEST_LEAD]))
    if form is Form.PAST:
        named = all(p.kind in (PartyKind.PERSON, PartyKind.ROLE, PartyKind.UNKNOWN, PartyKind.DEPARTMENT) for p in subject.parties)
        agreed = lemma == "gå" and past_adverbials(words)[:3] == ["med", "til", "at"]
        agreed = agreed or (lemma == "tage" and ["på", "sig", "at"] in (words[:3], words[1:4]))  # "tog (det) på sig at finde en vikar"
        willing = lemma == "erklære" and words[:1] == ["sig"] and ("til", "at") in pairs
        return subject.kind == PARTY and named and (agreed or willing or (lemma == "acceptere" and words[:1] == ["at"]))
    if lemma == "skifte":
        return form is Form.PASSIVE and subject.kind == PARTY and words[:2] == ["til", "at"]  # "Bjarne og Kim skiftes til at slå græsset"
    if form is not Form.PRESENT:
        return False
    if lemma in ("agte", "påtænke"):
        return "at" in words[:3]  # "agter senere at drøfte det"
    if lemma == "gå":
        return words[:3] == ["sammen", "om", "at"]  # "Lene og Jørgen går sammen om at finde en plads"
    if lemma in _SETTING_OUT or lemma == "regne":
        return ("med", "at") in pairs
    arranged = lemma == "have" and words[:1] in (["lavet"], ["truffet"], ["indgået"]) and words[1:5] == ["en", "aftale", "om", "at"]
    return (lemma == "forpligte" and words[:1] == ["sig"]) or arranged or (lemma == "have" and words[:3] == ["tænkt", "sig", "at"])


def promises_thing(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Bo har lovet dem en handleplan", "Ea lovede bestyrelsen et svar inden jul": what is promised is told by its noun."""
    perfect = clause.form.lemma == "have" and clause.form.form is Form.PRESENT
    if not (perfect or clause.form.lemma == "love") or subject.kind != PARTY or subject.sure < LIKELY:
        return None
    begin, limit = max(subject.after, clause.verb + 1), own_end(clause)
    if perfect:
        begin = next((k + 1 for k in range(begin, min(begin + 3, limit)) if sentence.tokens[k].low == "lovet"), limit)
    told, stop = sentence.reader.group(begin, limit)
    if not told and begin < limit and sentence.tokens[begin].low in ("dem", "ham", "hende", "os", "den"):
        told, stop = _promised_to(sentence, begin), begin + 1
    while stop < limit and sentence.tokens[stop].kind == TIME:
        stop += 1
    if stop >= limit or sentence.tokens[stop].low not in _SOMETHING or any(s.link == "at" for s in clause.subs):
        return None
    result = find(sentence, clause, subject, Kind.TASK, "give")
    result.recipients = told
    return result.mark("agreed")


_SOMETHING = frozenset("en et svar besked hjælp flere nye to tre".split())
"""How the thing promised begins."""


def _promised_to(sentence: Sentence, at: int) -> list[Mention]:
    """Whom the pronoun behind "lovet" stands for."""
    low = sentence.tokens[at].low
    if low in ("ham", "hende"):
        return one_before(sentence, at)
    return those_before(sentence, at) if low == "dem" else []
