"""Danish verbs: forms, and what sort of act a verb names. Knows nothing of minutes.

The lexicon holds infinitives by sense. Present, s-passive, past and participle follow from morphology; strong verbs list theirs.
A form that is in no lexicon is still recognised where Danish morphology leaves no doubt ("-erer", "-eres") or behind a known prefix
("viderestille", "genfremsætte")."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.danish.kept import kept
from tracker.danish.verb_lexicon import (
    DEPONENT,
    EXCLUSIVE,
    IRREGULAR_PRESENT,
    LEXICON,
    MODALS,
    NOT_VERBS,
    NOUN_LIKE,
    PREFIXES,
    SAME,
    STRONG,
    Sense,
)


class Form(StrEnum):
    """A form of a verb, as far as it matters for who is to do what."""

    PRESENT = "present"
    PASSIVE = "passive"  # present s-passive: "sendes"
    PAST = "past"
    PAST_PASSIVE = "past_passive"  # "aftaltes"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    IMPERATIVE = "imperative"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form: its infinitive, which form it is, and its sense. `noun` warns that the same letters are also a noun."""

    lemma: str
    form: Form
    sense: Sense
    noun: bool = False


def _present(lemma: str) -> str:
    return lemma + "r"


def _weak_past(lemma: str) -> tuple[str, ...]:
    stem = lemma.removesuffix("e")
    return (stem + "ede", stem.removesuffix("m") + "te" if stem.endswith("mm") else stem + "te")  # "tømte"


def _weak_participle(lemma: str) -> tuple[str, ...]:
    stem = lemma.removesuffix("e")
    return (stem + "et", stem.removesuffix("m") + "t" if stem.endswith("mm") else stem + "t")  # "tømt", "bestemt"


def _strong(lemma: str) -> tuple[str, str] | None:
    """Past and participle of a strong verb, also behind a prefix ("overdrage" is weak, "videregive" strong)."""
    if lemma in STRONG:
        return STRONG[lemma]
    if lemma.endswith("gøre"):
        return lemma.removesuffix("gøre") + "gjorde", lemma.removesuffix("gøre") + "gjort"  # "redegøre", "klargøre"
    for length in range(2, min(10, len(lemma) - 1)):
        if (lemma[:length] in _PREFIX_SET or len(lemma) - length >= _SURELY_THE_SAME) and lemma[length:] in STRONG:
            past, participle = STRONG[lemma[length:]]
            return lemma[:length] + past, lemma[:length] + participle
    return None


_PREFIX_SET = frozenset(PREFIXES)
_SURELY_THE_SAME = 5
"""Letters; a verb that ends in a strong verb of so many is built as that one, whatever stands before it: "planlægge", "iværksætte"."""


def _build() -> dict[str, tuple[Verb, ...]]:
    senses: dict[str, Sense] = {}
    for sense, lemmas in LEXICON.items():
        for lemma in lemmas.split():
            senses.setdefault(lemma, sense)
    senses |= {lemma: sense for lemma, sense in EXCLUSIVE.items() if not lemma.endswith("s") or lemma in DEPONENT}
    senses |= dict.fromkeys(MODALS, Sense.MODAL)
    forms: dict[str, list[Verb]] = {}

    def add(word: str, lemma: str, form: Form) -> None:
        known = forms.setdefault(word, [])
        if all(v.form is not form for v in known):
            known.append(Verb(lemma, form, senses[lemma], word in NOUN_LIKE))

    for word, lemma in IRREGULAR_PRESENT.items():
        senses.setdefault(lemma, Sense.STATE)
        add(word, lemma, Form.PRESENT)
    for lemma in senses:
        _inflect(lemma, add)
    for variant, lemma in SAME.items():
        _inflect(variant, lambda word, _, form, lemma=lemma: add(word, lemma, form))
    return {word: tuple(verbs) for word, verbs in forms.items()}


def _inflect(lemma: str, add) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if lemma in MODALS or lemma in DEPONENT:
        past = STRONG.get(lemma)
        add(lemma, lemma, Form.INFINITIVE)
        if past:
            add(past[0], lemma, Form.PAST)
        return
    if lemma != "have":  # "haver" are gardens
        add(_present(lemma), lemma, Form.PRESENT)
    if lemma.endswith("gøre"):
        add(lemma.removesuffix("e"), lemma, Form.PRESENT)  # "redegør", "offentliggør"
    add(lemma + "s", lemma, Form.PASSIVE)
    strong = _strong(lemma)
    for past_form in (strong[0],) if strong else _weak_past(lemma):
        add(past_form, lemma, Form.PAST)
        add(past_form + ("s" if past_form.endswith("e") else "es"), lemma, Form.PAST_PASSIVE)
    for participle in (strong[1],) if strong else _weak_participle(lemma):
        add(participle, lemma, Form.PARTICIPLE)
    add(lemma, lemma, Form.INFINITIVE)
    stem = lemma.removesuffix("e") if len(lemma) > 3 else lemma
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    add(stem, lemma, Form.IMPERATIVE)


_FORMS = _build()


@kept()
def analyse(word: str) -> tuple[Verb, ...]:
    """What the case-folded `word` can be as a verb, likeliest first; empty when it is none. Knows prefixed and learned verbs too."""
    if word in NOT_VERBS:
        return ()
    known = _FORMS.get(word)
    if known is not None:
        return known
    for length in range(min(9, len(word) - 3), 1, -1):
        if word[:length] in _PREFIX_SET:
            base = _FORMS.get(word[length:]) or (analyse(word[length:]) if word[:length] == "gen" else ())  # "genfremsættes"
            if base and not all(v.form is Form.IMPERATIVE for v in base):
                return tuple(
                    Verb(word[:length] + v.lemma, v.form, Sense.DO if v.sense is Sense.LIGHT else v.sense, v.noun)
                    for v in base
                    if v.form is not Form.IMPERATIVE and v.sense is not Sense.MODAL
                )
    return _learned(word)


def _learned(word: str) -> tuple[Verb, ...]:
    """Verbs in -ere, which Danish makes freely: "opmagasinerer", "opmagasineres"."""
    if len(word) > 6:
        for ending, form in (("erer", Form.PRESENT), ("eres", Form.PASSIVE), ("erede", Form.PAST), ("eret", Form.PARTICIPLE)):
            if word.endswith(ending):
                return (Verb(word.removesuffix(ending) + "ere", form, Sense.DO, form is Form.PARTICIPLE),)
    return ()


GUESSABLE = ("es", "er", "år", "ør", "or")
"""What a finite verb of no lexicon ends in."""


def guess(word: str) -> Verb | None:
    """A verb of no lexicon, where the place in the sentence calls for a finite verb: "skrubsliber" as present, "gennemfræses" passive."""
    if word in NOT_VERBS or len(word) < 4 or not word.isalpha() or word.endswith(("ernes", "enes")):
        return None  # "politikernes" is a genitive
    if word.endswith("s") and word[:-1] in NOT_VERBS:
        return None  # so is "områdes"
    if word.endswith("es"):
        return Verb(word.removesuffix("s"), Form.PASSIVE, Sense.UNKNOWN, True)
    if word.endswith(GUESSABLE) and not word.endswith(
        ("inger", "heder", "elser", "tioner", "ioner", "steder", "erer", "etter", "iteter", "ier", "ther")
    ):
        return Verb(word.removesuffix("r"), Form.PRESENT, Sense.UNKNOWN, True)
    return None


def pick(word: str, *forms: Form) -> Verb | None:
    """The reading of `word` as one of `forms`, the first that fits."""
    for verb in analyse(word):
        if verb.form in forms:
            return verb
    return None


__all__ = ["MODALS", "Form", "Sense", "Verb", "analyse", "guess", "pick"]
