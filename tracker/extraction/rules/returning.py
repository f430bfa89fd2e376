"""Readings of clauses in which the matter itself comes back, or must be done by a day."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.names import is_first_name
from tracker.danish.verbs import Form
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, past_adverbials
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import LIKELY, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.bodies import body_behind, body_in_time
from tracker.extraction.rules.forms import READY, is_participle
from tracker.extraction.rules.helpers import dated, find, is_body, is_own_forum, is_treating, names_talk, occasion_of, own_words
from tracker.extraction.rules.kinds import names_agenda
from tracker.extraction.rules.reports import POINTS, PURPOSES, is_status_noun
from tracker.extraction.rules.rule import Answer
from tracker.extraction.subjects import EXPLETIVE, FORUM_WE, PARTY, THING, Subject
from tracker.extraction.tokens import TIME
from tracker.extraction.vocabulary import PUBLISHED, agent_kind, is_definite


def status_is(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Næste status er i oktober", "Evalueringen sker i maj"."""
    begin, end = clause.field
    field = [t.low for t in sentence.tokens[begin:end]]
    owner = field[0].removesuffix("s") if field and field[0].endswith("s") and clause.form.lemma == "være" else ""
    if owner and agent_kind(owner) is PartyKind.BODY and not is_own_forum(sentence, Mention(owner, begin, begin + 1, PartyKind.BODY)):
        return None  # "Byrådets 2. behandling er den 9. oktober": another body's own day
    stands = clause.form.lemma in ("være", "ligge") and field[:1] != ["næste"] and "i" in field[1:]
    if stands and any(agent_kind(w) is PartyKind.BODY for w in field[2:]):
        return None  # "Andenbehandlingen i byrådet ligger den 10. oktober"
    if clause.form.lemma == "være" and field[-1:] == ["behandling"] and (len(field) == 1 or field[-2] in ("første", "anden", "tredje")):
        return None  # "1. behandling er den 9. september": when others treat it
    party = subject.kind == PARTY and not (subject.sure < 2 and any(map(is_status_noun, field[:3])))
    if party or clause.form.form is not Form.PRESENT:
        return None
    named = any(is_status_noun(w) for w in field[:5]) or (
        clause.form.lemma in ("være", "blive", "ske") and any(is_status_noun(w) for w in own_words(sentence, clause)[:4])
    )
    named = named or (bool(field) and field[0] in POINTS and any(w.startswith("til ") for w in field[1:3]))  # "Punkter til næste møde er …"
    chosen = clause.form.lemma in ("ske", "foregå") and field[:1] and field[0].removesuffix("en").removesuffix("et") in _CHOICES
    if chosen and any("mød" in t.text.casefold() or t.deadline.anchor for t in times_of(sentence, clause)):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "være", responsible=[])  # "Valg af tema sker på næste møde"
    if clause.form.lemma == "være" and (_BEHIND_US & set(own_words(sentence, clause)[:1]) or _told_of_before(sentence, clause)):
        return None  # "Rapporten er modtaget", "Evalueringen af dagen i november er lagt i Teams"
    comes = clause.form.lemma in ("være", "blive", "ske", "komme", "ligge", "finde", "foregå", "falde", "følge", "forventes")
    waits = clause.form.lemma == "komme" and occasion_of(sentence, clause)  # "Næste opfølgning kommer, når 2. kvartal er gjort op"
    if named and comes and (waits or dated(sentence, clause)):
        named_body = body_in_time(sentence, clause)
        elsewhere = [named_body] if named_body is not None else body_behind(sentence, clause, clause.verb)
        if elsewhere and not any(is_own_forum(sentence, b) for b in elsewhere):
            onward = find(sentence, clause, Subject("thing"), Kind.FORWARD, "være", responsible=[])
            onward.recipients = elsewhere
            return onward  # "Anden behandling sker på Byrådets møde den 27. maj"
        asked = any(w.startswith(("frist", "svarfrist", "deadline")) for w in own_words(sentence, clause)[:1])
        return find(sentence, clause, Subject("thing"), Kind.TASK if asked else Kind.STATUS, "være", responsible=[])
    return None


def _told_of_before(sentence: Sentence, clause: Clause) -> bool:
    """Whether something was done and the only time stands before the verb: "Evalueringen af dagen i november er lagt i Teams"."""
    words = own_words(sentence, clause)
    later = any(t.start > sentence.tokens[clause.verb].start for t in times_of(sentence, clause))
    return bool(words) and is_participle(words[0]) and not later


_CHOICES = frozenset("valg fordeling udpegning planlægning prioritering".split())
_BEHIND_US = frozenset(
    "kommet nået modtaget udsendt sendt afleveret godkendt omdelt fremlagt vedlagt lavet skrevet gennemført afholdt afsluttet".split()
)


def _stands_on_agenda(sentence: Sentence, clause: Clause, subject: Subject) -> Find | None:
    """ "Punktet står øverst på dagsordenen næste gang", "Evalueringen er et punkt på mødet i juni"."""
    meets = any(t.deadline.anchor or "mød" in t.text.casefold() for t in times_of(sentence, clause))
    words = own_words(sentence, clause)
    listed = "på" in words[:3] and names_agenda(words) if clause.form.lemma == "stå" else ("et", "punkt") in pairwise(words[:3])
    on = meets and listed and subject.kind != FORUM_WE
    return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[]) if on else None


def _comes_on_again(subject: Subject, lemma: str, words: list[str]) -> bool:
    """ "APV'en kommer på igen": a matter, and nobody back at work."""
    again = words[:2] == ["på", "igen"] or words[:3] in (["på", "bordet", "igen"], ["på", "banen", "igen"], ["på", "dagsordenen", "igen"])
    return lemma == "komme" and again and not any(is_first_name(p.text.split()[0]) for p in subject.parties)


def _made_known(sentence: Sentence, clause: Clause, words: list[str]) -> Find | None:
    """ "Politikken ryger på intranettet", "Billederne kommer på hjemmesiden"."""
    if clause.form.lemma not in ("ryge", "komme", "gå") or words[:1] != ["på"] or not words[1:2] or words[1] not in PUBLISHED:
        return None
    return find(sentence, clause, Subject("thing"), Kind.TASK, "lægge", responsible=[])


def _gone(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Find | None:
    """What goes out, or to somebody: "Kopi går til Teknisk Udvalg", "Brevet går ud, så snart Bo er enig"."""
    lemma = clause.form.lemma
    gone = _goes_to(sentence, clause, subject, words) if lemma in ("gå", "ryge") and "til" in words[:4] else None
    if lemma == "gå" and words[:2] == ["ud", "på"]:
        return None  # "Ideen går ud på at …"
    if lemma == "gå" and "ud" in words[:2] and gone is None and (dated(sentence, clause) or occasion_of(sentence, clause)):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[])
    put_up = words[:2] == ["op", "på"] and any(is_definite(w) and not w.endswith(("mødet", "dagsordenen")) for w in words[2:3])
    if (
        lemma in ("komme", "ryge")
        and (put_up or words[:1] in (["ud"], ["hjem"], ["rundt"]))
        and (subject.kind == THING or 0 < subject.sure < LIKELY)
    ):
        return find(sentence, clause, subject, Kind.TASK, "sende", responsible=[]).mark("passive") if dated(sentence, clause) else None
    return (_sent_out(sentence, clause, subject, words) if lemma == "komme" else gone) or _made_known(sentence, clause, words)


def _seen_by(sentence: Sentence, clause: Clause, words: list[str]) -> Find | None:
    """ "teksten kommer forbi chefforum endnu en gang", "sagen kommer for Kulturudvalget den 10."."""
    if clause.form.lemma != "komme" or not ("forbi" in words[:1] or ("for" in words[:3] and dated(sentence, clause))):
        return None
    before = next(k for k in range(clause.verb + 1, clause.end) if sentence.tokens[k].low in ("forbi", "for"))
    seen = sentence.reader.group(before + 1, clause.end)[0]
    if not seen or not all(m.kind is PartyKind.BODY for m in seen):
        return None
    own = all(is_own_forum(sentence, m) for m in seen)
    result = find(sentence, clause, Subject("thing"), Kind.STATUS if own else Kind.FORWARD, "komme", responsible=[])
    result.recipients = seen
    return result


def returns(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Punktet vender tilbage i maj", "kommer på næste møde": the matter itself comes back."""
    lemma = clause.form.lemma
    if lemma == "stå" or (lemma == "være" and sentence.vocabulary.isdisjoint(("igen", "tilbage"))):
        return _stands_on_agenda(sentence, clause, subject)
    words = past_adverbials(own_words(sentence, clause), _ASIDES)
    onto = lemma in ("komme", "ryge") and "på" in words[:2] and any(w in words for w in ("punkt", "dagsordenen", "dagsorden"))
    onto = onto or _comes_on_again(subject, lemma, words)
    unknown = [p for p in subject.parties if p.kind is PartyKind.UNKNOWN and p.text.isalpha() and not p.text.isupper()]
    noun = len(unknown) == len(subject.parties) == 1 and ("igen" in words or lemma == "gå")  # "Ulykkestal kommer på igen", "Kopi går til …"
    ordered = ("som", "punkt") in pairwise(words) or "under punkt" in sentence.words(clause.start, clause.end)
    now = ordered and "igen" not in words and not times_of(sentence, clause)  # "kommer på som punkt 8": the order of this meeting
    if (
        (subject.kind == PARTY and subject.sure >= 2 and not (onto or noun))
        or now
        or subject.kind == FORUM_WE
        or clause.form.form is not Form.PRESENT
    ):
        return None
    place = next((k for k, t in enumerate(sentence.low(clause.verb, clause.end)[:4]) if t == "i"), 0)
    if place and (lemma in ("gå", "ryge") or (lemma == "komme" and words[:1] == ["i"])) and dated(sentence, clause):
        seen = sentence.reader.group(clause.verb + place + 1, clause.end)[0]
        if seen and all(is_body(sentence, m) for m in seen):
            onward = find(sentence, clause, Subject("thing"), Kind.FORWARD, "komme", responsible=[])
            onward.recipients = seen
            return onward  # "Planen kommer / ryger i Beskæftigelsesudvalget den 25. oktober"
    gone = _seen_by(sentence, clause, words) or _gone(sentence, clause, subject, words)
    if gone is not None:
        return gone
    then = subject.kind == THING and clause.verb + 1 < clause.end and sentence.tokens[clause.verb + 1].kind == TIME
    if lemma == "følge" and (subject.kind == EXPLETIVE or then) and dated(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "følge", responsible=[])  # "Der følger mere om det i maj"
    heard = next((k for k, w in enumerate(words[:7]) if w.endswith("høring")), 0)
    if lemma in ("komme", "gå", "ryge") and heard and "i" in words[:heard]:
        result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "sende", responsible=[])
        result.recipients = body_behind(sentence, clause, clause.verb + 1 + heard)
        return result
    on_again = " ".join(words).startswith(("på igen", "med igen", "på dagsordenen igen", "på bordet igen", "tilbage på bordet"))
    if lemma == "være" and on_again and times_of(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])  # "Emnet er på igen næste gang"
    back = lemma == "vende" and "tilbage" in words
    on = lemma in ("komme", "ryge") and (
        words[:1] == ["på"]
        or "igen" in words
        or (("med", "på") in pairwise(words[:3]) and names_agenda(words))
        or ("op" in words[:1] and (words[1:2] != ["på"] or names_agenda(words)))
        or "punkt" in words
        or {"tilbage", "retur"} & set(words[:2])
        or (words[:2] == ["en", "sag"] and words[2:3] == ["på"])  # "Der kommer en sag på Økonomiudvalget"
    )
    dated_on = lemma == "komme" and any(
        t.deadline.anchor or (t.text.casefold().startswith("på ") and "mød" in t.text.casefold()) for t in times_of(sentence, clause)
    )  # "Punktet kommer på april-mødet"
    resumes = lemma == "fortsætte" and any(t.deadline.anchor or "møde" in t.text.casefold() for t in times_of(sentence, clause))
    resumes = resumes or (lemma == "fortsætte" and dated(sentence, clause) and names_talk(sentence, clause))
    if resumes:
        return find(sentence, clause, Subject("thing"), Kind.STATUS, "komme", responsible=[])
    if back or on or dated_on:
        inside = body_in_time(sentence, clause)  # "kommer på næste HovedMED-møde"
        bodies = [b for b in body_behind(sentence, clause, clause.verb) if not is_own_forum(sentence, b)] or ([inside] if inside else [])
        instead = lemma == "komme" and "stedet" in own_words(sentence, clause) and dated(sentence, clause)
        kind = Kind.DEFERRAL if instead else Kind.STATUS  # "Udgår. Kommer på i april i stedet"
        if bodies and not back:
            kind = Kind.FORWARD
        result = find(sentence, clause, Subject("thing"), kind, "komme", responsible=[])
        behind = range(clause.verb + 1, min(clause.verb + 4, clause.end - 2))
        told = next((k for k in behind if sentence.words(k, k + 2) == "tilbage til"), 0)  # "vender tilbage til Fritidsudvalget, når …"
        back_to = sentence.reader.group(told + 2, clause.end)[0] if told else []
        result.recipients = bodies if kind is Kind.FORWARD else [m for m in back_to if m.kind is PartyKind.BODY]
        return result
    return None


_ASIDES = frozenset("nu dog derfor først så også herefter derefter senere endelig".split())
"""What only says how it comes about: "kommer i stedet på næste møde"; "igen" says more."""
_MESSAGES = frozenset("info information infobrev referat referatet indbydelse indbydelsen invitation materiale materialet program".split())


def _sent_out(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Find | None:
    """ "Info kommer først i april", "Referatet kommer i Aula": somebody is to send it; "Der kommer et oplæg til Byrådet": a forward."""
    first = sentence.words(clause.field[0], clause.field[0] + 1)
    if first in _MESSAGES and (dated(sentence, clause) or words[:1] in (["i"], ["ud"], ["hjem"], ["på"])):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "sende", responsible=[])
    if subject.kind != EXPLETIVE or words[:1] not in (["et"], ["en"]) or "til" not in words:
        return None
    told = recipients_of(sentence, clause, "sende", subject)
    if not told or not all(is_body(sentence, m) for m in told):
        return None
    onward = find(sentence, clause, Subject("thing"), Kind.FORWARD, "komme", responsible=[])
    onward.recipients = told
    return onward


def _goes_to(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> Find | None:
    """ "Kopi går til Teknisk Udvalg", "går ud til lederne", "går til udtalelse i alle MED": a paper or the case is handed on."""
    if "til" in words[:2] and dated(sentence, clause) and names_trip(sentence, clause):
        return find(sentence, clause, Subject("thing"), Kind.TASK, "arrangere", responsible=[])  # "Turen går til Lübeck i september"
    handed = recipients_of(sentence, clause, "sende", subject)
    if (
        handed
        and not any(is_body(sentence, m) for m in handed)
        and (
            words[:1] in (["ud"], ["videre"], ["retur"], ["ind"])
            or _answers(sentence, clause, words)
            or _goes_then(sentence, clause)
            or (_is_paper(sentence, clause, handed) and (dated(sentence, clause) or occasion_of(sentence, clause)))
        )
    ):
        result = find(sentence, clause, Subject("thing"), Kind.TASK, "gå", responsible=[])
        result.recipients = handed
        return result
    purpose = next((k for k, w in enumerate(words[:4]) if w in PURPOSES and words[k - 1] == "til"), 0)
    if purpose and words[purpose + 1 : purpose + 2] in (["i"], ["hos"], ["på"], ["blandt"]):
        told = sentence.reader.group(clause.verb + 1 + purpose + 2, clause.end)[0]
        if told:
            result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "gå", responsible=[])
            result.recipients = told
            return result  # "går til udtalelse i alle område-MED"
    goes = [m for m in recipients_of(sentence, clause, "sende", subject) if is_treating(sentence, m)]
    if goes:
        result = find(sentence, clause, Subject("thing"), Kind.FORWARD, "gå", responsible=[])
        result.recipients = goes
        return result
    return None


_MONEY = ("penge", "overskud", "beløb", "midler", "indtægt", "pris", "tak", "legat", "gave", "støtte")


def _is_paper(sentence: Sentence, clause: Clause, handed: list[Mention]) -> bool:
    """Whether what goes to somebody may be a paper: not "Overskuddet går til spejderne", nor a case that a council treats."""
    given = any(t.low.startswith(_MONEY) for t in sentence.tokens[clause.field[0] : clause.field[1]])
    return not given and not all(is_treating(sentence, m) for m in handed)


def _goes_then(sentence: Sentence, clause: Clause) -> bool:
    """ "Listen går derefter til Ulla": a paper handed on when what was told before is done."""
    paper = sentence.tokens[clause.field[0]].low if clause.field[0] < clause.field[1] else ""
    return paper.startswith(_PAPERS) and not {"derefter", "herefter", "dernæst"}.isdisjoint(own_words(sentence, clause)[:2])


_PAPERS = ("liste", "notat", "udkast", "oversigt", "skema", "rapport", "referat", "brev", "svar", "regnskab", "plan", "materiale")


_LEAVES = frozenset("svar svaret brev brevet notat notatet referat regnskab regnskabet ansøgning ansøgningen rapporten".split())


def _answers(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """ "går svaret til styrelsen den 25. november": a paper that leaves on a day."""
    return dated(sentence, clause) and not _LEAVES.isdisjoint((*sentence.low(*clause.field)[-1:], *words[:1]))


_TRIPS = ("tur", "turen", "udflugt", "udflugten", "rejsen", "ekskursion", "ekskursionen")


def names_trip(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause's subject is a trip."""
    return any(word.endswith(_TRIPS) for word in sentence.low(*clause.field))


def done_by(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "Oprydningen er tilendebragt inden årets udgang": by then it must be done."""
    words = own_words(sentence, clause)
    if clause.form.form is not Form.PRESENT or not any(is_participle(w) or w in READY for w in words[:2]):
        return None
    limit = next((t for t in times_of(sentence, clause) if t.deadline.due and t.deadline.earliest is None), None)
    if limit is None or not limit.text.casefold().startswith(("inden", "senest", "før")):
        return None
    return find(sentence, clause, Subject("thing"), Kind.TASK, "være", responsible=[]).mark("weak")
