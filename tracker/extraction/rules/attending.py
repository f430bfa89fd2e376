"""Readings of who belongs to a group just set up, and who goes to a gathering: "Finn er med", "Mona deltager i seminaret"."""

from __future__ import annotations

from tracker.danish.verbs import Form
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.rules.events import tells_gathering
from tracker.extraction.rules.helpers import dated, find, words_behind
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.vocabulary import agent_kind


def is_member(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Finn og Mona er med": who belongs to the group just set up; alone it says nothing."""
    words = words_behind(sentence, clause, subject)
    if clause.form.lemma in ("være", "sidde") and words[:1] != ["med"]:
        return None
    volunteers = clause.form.lemma == "melde" and words == ["sig"]
    named = words[2] if len(words) > 2 and words[1] in ("en", "et", "den") else words[1] if len(words) > 1 else ""
    group = len(words) > 1 and any(agent_kind(w) in (PartyKind.GROUP, PartyKind.BODY) for w in (named, words[-1]))
    makes_up = group and (clause.form.lemma == "udgøre" or (clause.form.lemma in ("indgå", "indtræde") and words[:1] == ["i"]))
    if makes_up and subject.kind == PARTY and subject.sure >= 2 and all(p.kind is PartyKind.PERSON for p in subject.parties):
        return find(sentence, clause, subject, Kind.TASK, "deltage")  # "Hjalte og Nora udgør et festudvalg"
    if not (volunteers or clause.form.lemma in ("være", "sidde")) or len(words) > 4 or subject.kind != PARTY or subject.sure < 2:
        return None
    result = find(sentence, clause, subject, Kind.TASK, "deltage")
    result.optional = clause.form.lemma != "sidde" or words[1:2] not in (["til"], ["ved"], ["under"])  # "sidder med til samtalerne"
    return result


def attends(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "X deltager i Y den …": a commitment only when said of the future."""
    words = words_behind(sentence, clause, subject)
    sits_in = clause.form.lemma == "sidde" and words[:1] == ["med"] and dated(sentence, clause)  # "sidder med ved samtalerne i uge 44"
    if not (clause.form.lemma == "deltage" or sits_in) or clause.form.form is not Form.PRESENT:
        return None
    if subject.kind != PARTY or subject.sure < 2 or {"suppleant", "stedfortræder", "observatør"} & set(words[:4]):
        return SILENT  # "Rune deltager som suppleant for Lis": who was there
    opened = clause.opener > 0 and sentence.tokens[clause.opener - 1].text == "("
    head = sentence.tokens[: clause.opener]
    numbered = any(t.time is not None and not t.time.past and any(map(str.isdigit, t.text)) for t in head)
    if opened and numbered and tells_gathering(" ".join(t.low for t in head)):
        return find(sentence, clause, subject, Kind.TASK, "deltage")  # "Dialogmøde den 27. februar (Birthe deltager)"
    if (
        dated(sentence, clause)
        or not words
        or "vegne" in words  # "deltager på rådets vegne"
        or any(w.endswith(("gruppen", "gruppe", "seminaret", "workshop", "workshoppen", "kurset", "kursus")) for w in words)
    ):
        return find(sentence, clause, subject, Kind.TASK, "deltage")
    return (
        find(sentence, clause, subject, Kind.TASK, "deltage").mark("weak")
        if words[:1] in (["i"], ["som"], ["fra"], ["for"], ["sammen"]) and "mødet" not in words
        else SILENT
    )
