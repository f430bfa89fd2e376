"""Small questions about verb forms and wordings that several rules ask."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.kept import kept
from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.rules.helpers import find
from tracker.extraction.subjects import Subject
from tracker.extraction.tokens import Token

TOO = frozenset("sent tidligt hurtigt langsomt sjældent ofte lidt meget få mange højt lavt dårligt".split())
"""What "for" makes too much of: "slås for sjældent" tells how things are."""


def _let(token: Token) -> Verb | None:
    if token.capital:
        return None  # "at lade Bo skrive"
    return Verb("bero", Form.INFINITIVE, Sense.STATE) if token.low == "bero" else pick(token.low, Form.INFINITIVE)


def infinitive_after_at(sentence: Sentence, clause: Clause, begin: int | None = None) -> tuple[int, Verb] | None:
    """The infinitive behind "at" that a decision or promise governs, and its place; behind the verb, or from the place `begin` on."""
    for at in range(clause.verb + 1 if begin is None else begin, own_end(clause) - 1):
        if sentence.tokens[at].low == "at":
            step = at + 1
            while step < own_end(clause) and sentence.tokens[step].low in ("også", "forsøge", "prøve", "få", "lade"):
                step += 1
            if step >= own_end(clause):
                return None  # "lovede at få" at the end of a line
            bare = not sentence.tokens[step].capital  # "at lade Bo skrive": "bo" is a verb too
            verb = pick(sentence.tokens[step].low, Form.INFINITIVE) if bare else None
            if verb is None and sentence.tokens[step - 1].low == "lade":
                far = range(step, min(step + 7, own_end(clause)))
                acting = next(((k, v) for k in far if (v := _let(sentence.tokens[k])) and not v.noun), None)
                if acting is not None:
                    return acting  # "at lade planen gå i høring"
            if sentence.tokens[step - 1].low == "få" and sentence.tokens[step].low == "på":
                return step - 1, Verb("få", Form.INFINITIVE, Sense.DO)  # "Det lovede Ea at få på dagsordenen"
            if verb is None and sentence.tokens[step - 1].low in ("få", "lade"):
                verb = _had_done(sentence, step, own_end(clause))
                got = sentence.tokens[step].low in ("styr", "fat", "lavet") or any(
                    t.low in ("op", "ud", "ind", "på", "i", "til") for t in sentence.tokens[step + 1 : step + 3]
                )
                got = got or any(t.low in ("op", "ud", "ind", "hjem", "ned") for t in sentence.tokens[step + 3 : step + 5])
                got = got or not {"benene", "plads", "stand"}.isdisjoint(sentence.low(step, own_end(clause)))
                got = got or (sentence.tokens[step].low in ("en", "et") and "fra" in sentence.low(step + 1, step + 3))
                if verb is None and got and sentence.tokens[step - 1].low == "få":
                    return step - 1, Verb("få", Form.INFINITIVE, Sense.DO)  # "lovede at få styr på listen"
            if verb is None and step < own_end(clause) and sentence.tokens[step].low.endswith("e"):
                verb = Verb(sentence.tokens[step].low, Form.INFINITIVE, Sense.UNKNOWN)
            return (step, verb) if verb is not None else None
    return None


def later_infinitives(sentence: Sentence, clause: Clause, at: int) -> list[tuple[int, Verb]]:
    """The infinitives joined to the one at `at`: "besluttede at være med i år og | evaluere det efter et år"."""
    found: list[tuple[int, Verb]] = []
    for step in range(at + 1, own_end(clause) - 1):
        if sentence.tokens[step].low not in ("og", "samt"):
            continue
        place = step + 2 if sentence.tokens[step + 1].low == "at" else step + 1
        token = sentence.tokens[min(place, own_end(clause) - 1)]
        verb = pick(token.low, Form.INFINITIVE) if not token.capital else None
        if verb is not None and (place == step + 2 or not verb.noun):
            found.append((place, verb))
    return found


def _had_done(sentence: Sentence, begin: int, end: int) -> Verb | None:
    """ "få den skiftet": the act is the participle's."""
    for token in sentence.tokens[begin : min(end, begin + 6)]:
        verb = pick(token.low, Form.PARTICIPLE)
        if verb is not None and token.low.endswith("t") and not token.capital:
            return Verb(verb.lemma, Form.INFINITIVE, verb.sense)
    return None


_PAPERS = (["en", "sag"], ["et", "punkt"], ["et", "oplæg"], ["et", "forslag"])


def brings_along(words: list[str]) -> bool:
    """Whether who "has" something will come with it: "har et udkast klar", "har listen med", "har en sag på næste møde"."""
    paper = words[:2] in _PAPERS and any("møde" in w for w in words[2:])
    return bool(READY & set(words)) or paper or ("med" in words and not {"haft", "været", "møde"} & set(words[:3]))


def over_by_then(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """ "Alle har deres samtaler overstået inden 1. juli": a duty with a last day to come."""
    told = [t.text.casefold() for t in times_of(sentence, clause)]
    if {("til", "at"), ("med", "at")} & set(pairwise(words)) and any(t.startswith(("til ", "frem til ", "indtil ")) for t in told):
        return True  # "Afdelingerne har til den 11. maj til at svare"
    limit = any(LIMIT.match(t) for t in told)
    return limit and not is_participle(words[0]) and any(is_participle(w) for w in words[1:7]) if words else False


def optional_find(sentence: Sentence, clause: Clause, subject: Subject, lemma: str, at: int, guide: str) -> Find:
    """A find of one of the guide's optional classes."""
    result = find(sentence, clause, subject, Kind.TASK, lemma, at=at)
    result.optional = True
    result.clauses.append(guide)
    return result


@kept()
def is_participle(word: str) -> bool:
    """Whether the word is a participle of an act: "undersøgt", "belyst"."""
    verb = pick(word, Form.PARTICIPLE)
    return verb is not None and verb.sense is not Sense.STATE and word.endswith("t")


_JOINED = {
    ("lægge", "frem"): "fremlægge", ("lægge", "op"): "fremlægge",
    ("sende", "videre"): "videresende", ("sende", "tilbage"): "tilbagesende", ("sende", "ud"): "udsende",
    ("sende", "rundt"): "rundsende", ("sende", "over"): "oversende", ("sende", "ind"): "indsende", ("melde", "ind"): "indmelde",
    ("melde", "tilbage"): "tilbagemelde", ("drøfte", "igen"): "genbehandle", ("behandle", "igen"): "genbehandle",
    ("kalde", "sammen"): "indkalde", ("kalde", "ind"): "indkalde",
}  # fmt: skip


_FAR = 9  # words between "lægger" and "frem": "lægger på mødet i december tallene frem"


def with_particle(lemma: str, words: list[str]) -> str:
    """The verb with the particle that stands apart from it: "lægges … frem" is "fremlægges". `words` are those behind the verb."""
    if words[:2] == ["op", "af"]:
        return lemma  # "Billederne bliver lagt op af Nanna": on the net, not before anybody
    for word in words[: _FAR if lemma == "lægge" and "frem" in words else 4]:
        if (joined := _JOINED.get((lemma, word))) is not None:
            return joined
    return lemma


TOLD_AGAIN = frozenset("uddybning gennemgang præsentation briefing fremlæggelse punkt punktet sagen emnet genfremlæggelse".split())
READY = frozenset("klar klart klare parat parate færdig færdigt færdige".split())
"""Words that say something will be there by then: "har et udkast parat"."""
THE_MATTER = frozenset("punktet sagen emnet spørgsmålet".split())
"""What the matter before the forum is called."""
CASE_WORDS = THE_MATTER | set("udkastet forslaget indstillingen planen budgettet notatet kataloget rapporten".split())
"""What is before the forum, by its name or by its paper."""
MATTER_WORDS = THE_MATTER | {"det", "den"}
"""The same, or what points back at it."""
