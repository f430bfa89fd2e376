"""Questions several rules ask of a clause."""

from __future__ import annotations

from functools import lru_cache

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import QUANTIFIERS, Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.subjects import FORUM_WE, PARTY, Subject
from tracker.extraction.tokens import SIGN, TIME, WORD
from tracker.extraction.vocabulary import agent_kind


def own_words(sentence: Sentence, clause: Clause, begin: int | None = None) -> list[str]:
    """The clause's own case-folded words behind its verb, without those of clauses under it."""
    start = clause.verb + 1 if begin is None else begin
    kept = clause.words.get(start)
    if kept is None:
        kept = clause.words[start] = _words(sentence, clause, start)
    return kept


def words_behind(sentence: Sentence, clause: Clause, subject: Subject) -> list[str]:
    """The same behind a subject and times that stand right behind the verb: "På mødet gør Ea | rede for", "gør på mødet | rede for"."""
    begin = max(clause.verb + 1, subject.after)
    while begin < clause.end and sentence.tokens[begin].kind == TIME:
        begin += 1
    return own_words(sentence, clause, begin)


def _words(sentence: Sentence, clause: Clause, start: int) -> list[str]:
    if not clause.subs:
        return [t.low for t in sentence.tokens[start : clause.end] if t.kind != SIGN]
    ranges = [(start, own_end(clause)), *clause.gaps()]
    return [t.low for begin, end in ranges for t in sentence.tokens[begin:end] if t.kind != SIGN]


def main_verb(sentence: Sentence, clause: Clause, subject: Subject) -> tuple[int, Verb] | None:
    """The infinitive or passive infinitive a modal or request governs, and its place."""
    limit = own_end(clause)
    behind = [k for begin, end in clause.gaps() for k in range(begin, end)] if clause.form.sense is Sense.MODAL else []
    for at in [*range(clause.verb + 1, limit), *behind]:
        token = sentence.tokens[at]
        if token.kind != WORD or token.capital or at < 0:
            continue
        if subject.parties and any(p.start <= at < p.end for p in subject.parties):
            continue
        verb = pick(token.low, Form.PASSIVE, Form.INFINITIVE)
        if verb is None and token.low.endswith("es") and len(token.low) > 5 and not agent_kind(token.low):
            verb = Verb(token.low.removesuffix("s"), Form.PASSIVE, Sense.UNKNOWN)
        before = sentence.tokens[at - 1]
        if token.low == "ses" and at + 1 < limit and sentence.tokens[at + 1].low in ("efter", "på", "nærmere", "igennem", "over"):
            verb = Verb("se", Form.PASSIVE, Sense.LIGHT)  # "skal ses efter": not "we meet"
        if verb is None and token.low.endswith("e") and len(token.low) > 3 and before.low == "at":
            verb = Verb(token.low, Form.INFINITIVE, Sense.UNKNOWN)
        if verb is None and at == clause.verb + 1 and clause.form.sense is Sense.MODAL and _is_loan(token.low):
            verb = Verb(token.low, Form.INFINITIVE, Sense.UNKNOWN)  # "vil kreere en plakat": loan verbs end so
        everybody = before.low == "alle" and any(p.end == at for p in subject.parties)  # "bedes alle | svare Bo"
        turned = everybody or (at == clause.verb + 2 and before.low in ("de", "den", "det"))  # "skal de være hos Ea": the subject
        if verb is not None and (turned or _is_infinitive_place(before.low, verb)):
            return at, verb
    return None


_COMPARED = frozenset("videre senere bedre nærmere længere oftere større hellere".split())


def _is_loan(word: str) -> bool:
    """Whether a word of no lexicon ends as verbs taken from other tongues do ("kreere"), and is no comparative ("hurtigere")."""
    return word.endswith("ere") and len(word) > len("mere") + 1 and not word.endswith("igere") and word not in _COMPARED


def _is_infinitive_place(before: str, verb: Verb) -> bool:
    noun = verb.lemma in ("møde", "svare", "række", "lede", "liste") and before in ("næste", "et", "på", "til")
    if verb.form is Form.INFINITIVE and noun:
        return False
    return before not in ("en", "et", "den", "de", "på", "i", "med", "af", "næste", "for", "nye", "første", "sidste", "alle")


_FAR = 80
"""Characters; what is told before its main clause at greater length is left out of the quote."""


def quote_range(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """The part of the text the clause covers, without its conjunction and closing stop."""
    begin = clause.opener if clause.link != "main" or clause.head is not None or clause.opener > clause.start else clause.start
    if clause.resumed is not None:
        reach = sentence.tokens[clause.resumed].start - sentence.tokens[clause.start].start
        described = clause.field[0] == clause.field[1] and sentence.clauses[0].link == "som"
        begin = clause.resumed if described and reach > _FAR else clause.start
    while begin < clause.verb and (sentence.tokens[begin].kind == SIGN or sentence.tokens[begin].low in ("og", "men", "samt", "at")):
        begin += 1
    last = clause.gaps()[-1][1] if clause.subs and clause.gaps() else 0  # "udarbejder HR, idet forbeholdene nævnes, | et tillæg"
    aside = [
        s.start for s in clause.subs if s.start > max(clause.verb, last - 1) and s.link in _ASIDE and not _carries(sentence, clause, s)
    ]
    end = min([*aside, clause.end])
    while end > clause.verb + 1 and (
        (sentence.tokens[end - 1].kind == SIGN and sentence.tokens[end - 1].text not in ')"”')
        or sentence.tokens[end - 1].low in ("og", "men", "samt")
    ):
        end -= 1
    return sentence.tokens[begin].start, sentence.tokens[end - 1].end


_ASIDE = frozenset("idet da fordi selvom eftersom mens hvorefter hvorpå".split())


def _carries(sentence: Sentence, clause: Clause, sub: Clause) -> bool:
    """Whether the clause's deadline stands in (or behind) this subordinate clause."""
    first = sentence.tokens[sub.start].start
    return any(t.start >= first for t in times_of(sentence, clause)[:1])


def find(
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    kind: Kind,
    lemma: str,
    *,
    at: int | None = None,
    responsible: list[Mention] | None = None,
) -> Find:
    """A find over the whole clause, with subject, recipients and times read off it."""
    start, end = quote_range(sentence, clause)
    parties = responsible if responsible is not None else (subject.parties if subject.kind == PARTY else [])
    # recipients are looked for behind the verb that governs them
    recipients = recipients_of(sentence, clause, lemma, subject, at + 1 if at is not None else None)
    taken = {(m.start, m.text) for m in parties}  # a pronoun may stand for somebody at the same place of a sentence before
    result = Find(kind, start, end, list(parties), [m for m in recipients if (m.start, m.text) not in taken], times_of(sentence, clause))
    result.clause = clause
    place = sentence.tokens[at if at is not None else clause.verb]
    result.verb = (place.start, place.end)
    if subject.outsider and responsible is None:
        result.optional = True
        result.mark("outsider")
    return result


def is_own_forum(sentence: Sentence, mention: Mention) -> bool:
    """Whether a party is the meeting's own body, by its name or as "udvalget", "bestyrelsen", "rådet"."""
    return _is_own(mention.text, sentence.forum)


_OWN_UNNAMED = frozenset("bestyrelse udvalget udvalg bestyrelsen rådet råd direktionen chefforum forum menighedsrådet kreds".split())
"""What a body may be called in its own minutes where these do not say which body met."""


@lru_cache(maxsize=4_096)
def _is_own(name: str, own: str) -> bool:
    folded = name.casefold()
    if not own:
        return folded in _OWN_UNNAMED
    if name.isupper() and 1 < len(name) < 6 and folded in _letters_of(own):
        return True
    if len(folded) > _LONG_WORD and any(folded in (w + "n", w + "en", w + "et", w + "t") for w in own.split()):
        return True  # "chefgruppen" in the minutes of "Strategisk Chefgruppe"
    if len(folded) > _LONG_WORD and any(w.endswith(folded) and not w.startswith(("fælles", "hoved")) for w in own.split()):
        return True  # "chefgruppen" in those of "Miljøchefgruppen", but not "elevrådet" in those of "Fælleselevrådet"
    met = folded.removesuffix("erne") if folded.endswith("cheferne") else folded.removesuffix("ne")
    if met != folded and len(met) >= _LONG_WORD and any(w.startswith(met) and w.endswith("møde") for w in own.split()):
        return True  # "fagcheferne" in the minutes of a "Fagchefmøde"
    if folded == own or (folded in own.split() and len(folded) > 1) or folded.startswith(own + " ") or own.startswith(folded):
        return True
    return _same_sort("bestyrelsen" if folded == "best" else folded, own)


_LONG_WORD = 5


@lru_cache(maxsize=256)
def _letters_of(own: str) -> frozenset[str]:
    """How the own forum may be written by its letters: "økonomiudvalget" as "øu", "teknik- og miljøudvalget" as "tmu"."""
    words = [w.strip("-,()") for w in own.split() if w not in ("og", "for", "i", "af", "den", "det", "kommune")]
    if any(main in own for main in ("hovedudvalg", "hovedmed", "hoved-med")):
        return frozenset(("hu", "hmu", "hsu"))  # the main works council has letters of its own
    letters = "".join(w[0] for w in words if w)
    for stem, letter in (("udvalg", "u"), ("råd", "r"), ("bestyrelse", "b"), ("forum", "f"), ("gruppe", "g")):
        if words and stem in words[-1]:
            last = frozenset({words[-1][0] + letter} if not words[-1].startswith(stem) else ())  # "MR" is the menighedsråd
            return last | frozenset({letters if words[-1].startswith(stem) else letters + letter}) if len(letters) > 0 else frozenset()
    return frozenset()


_SORTS = (
    "ledelse", "udvalg", "bestyrelse", "råd", "forum", "med", "direktion", "nævn", "repræsentantskab", "gruppe", "kommission", "kreds",
    "netværk", "hmu", "lmu", "lsu", "amu", "board",
)  # fmt: skip


_LETTERED = frozenset(("hmu", "lmu", "lsu", "amu", "med"))
"""Bodies told by letters alone: none that minutes mean by a word of their own body's sort."""


def _same_sort(folded: str, own: str) -> bool:
    """ "udvalget" in the minutes of "Teknik- og Miljøudvalget", "bestyrelsen" in those of a "skolebestyrelse"."""
    if folded == "udvalget" and any(w != "med" and w.endswith(("med", "mu", "su")) for w in own.split()):
        return True  # a works council is a committee as well
    for stem in _SORTS:
        if folded in (stem, stem + "et", stem + "en", stem + "n", stem + "met", stem + "mets", stem + "s"):
            others = (*_SORTS, "team", "chef", "leder", "netværk", "kreds", "klynge", "center") if stem == "direktion" else _SORTS
            return stem in own or (stem not in _LETTERED and not any(other in own for other in others))
    return False


_NO_FORUM = ("ene", "erne", "ledelsen", "ledelse")


def acts_for_forum(sentence: Sentence, subject: Subject) -> bool:
    """Whether the subject is the meeting itself: "vi", or its own name."""
    if subject.kind == FORUM_WE or subject.words.startswith(("et flertal", "flertallet", "et enigt", "et mindretal")):
        return True
    for party in subject.parties:
        unnamed = party.kind is PartyKind.BODY and not sentence.forum and not party.text.casefold().endswith(_NO_FORUM)
        if not unnamed and not is_own_forum(sentence, party):
            return False
    return bool(subject.parties)


def is_body(sentence: Sentence, mention: Mention) -> bool:
    """Whether a recipient is another council, committee, board or MED body."""
    if is_own_forum(sentence, mention):
        return False
    kind = mention.kind
    words = mention.text.casefold().split()
    if words[0] in QUANTIFIERS and (len(words) < 2 or words[1] in ("i", "fra", "på") or agent_kind(words[-1]) is not PartyKind.BODY):
        return False  # "alle i bestyrelsen" are people
    if (agent_kind(words[0]) is PartyKind.ROLE or words[0].startswith("formænd")) and words[1:2] == ["for"]:
        return False  # "formanden for Økonomiudvalget"
    if any(agent_kind(w) is PartyKind.BODY for w in words):
        return not any(w in ("ledelsen", "formandskabet", "styregruppen", "chefgruppen", "ledelse", "foreningen", "klubben") for w in words)
    return (
        kind is PartyKind.BODY
        or (mention.text.isupper() and mention.text.endswith(("U", "MED", "KB", "BR", "DIF", "KKR")) and 1 < len(mention.text) < 6)
        or words[0].endswith("med")
        or (words[0].startswith("med-") and not words[0].endswith(("siden", "aftale", "aftalen")))
    )


_MANAGERS = (
    "direktionen",
    "ledergruppen",
    "chefgruppen",
    "styregruppen",
    "lederforum",
    "lederfora",
    "ledelsesgruppen",
    "kredsen",
    "staben",
)


def is_treating(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody would treat a case brought before them: another body, or the meeting of other managers."""
    words = [word.removesuffix("møde").removesuffix("s") for word in mention.text.casefold().split()]
    managers = words[0].endswith(_MANAGERS) or words[-1].endswith(_MANAGERS)  # "Chefgruppen for Børn og Unge", "Teknisk chefgruppe"
    return is_body(sentence, mention) or (managers and not is_own_forum(sentence, mention))


def names_talk(sentence: Sentence, clause: Clause) -> bool:
    """Whether the subject is a talk or its matter: "Drøftelsen fortsættes i maj"."""
    first = sentence.words(clause.field[0], clause.field[0] + 1)
    return first.startswith(("drøftelse", "behandling", "debat", "dialog", "snak"))


def dated(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause names a later day or meeting."""
    kept = clause.times.get(None)  # what `times_of` found, without a list of its own
    return has_day(times_of(sentence, clause) if kept is None else kept)


def at_some_meeting(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause names a meeting to come that has no day: "på et kommende møde"."""
    return any(t.text.casefold().endswith("møde") for t in times_of(sentence, clause))


def occasion_of(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause waits for an occasion ("når svaret foreligger", "så snart det kendes"), which is a later time without a day."""
    after = any(s.link == "når" for s in clause.subs)
    before = clause.resumed is not None and any(c.link in ("når", "inden", "før") and c.start < clause.verb for c in sentence.clauses)
    return after or before


__all__ = ["FORUM_WE", "PARTY"]
