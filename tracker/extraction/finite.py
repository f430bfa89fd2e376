"""Which words of a sentence are finite verbs: nouns written alike are left out by what stands before them."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.kept import kept
from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import GUESSABLE, Form, Sense, Verb, guess
from tracker.extraction.clause import ADVERBS, COORDINATORS, OCCASIONS, PREPOSITIONS, SIGNS, SUBORDINATORS, TURNING
from tracker.extraction.lookalikes import is_capitalised_verb, is_genitive, is_noun_here, is_owning, is_title, only_looks, readings_of
from tracker.extraction.mention import NOT_NAMES
from tracker.extraction.tokens import NUMBER, SIGN, TIME, WORD, Token
from tracker.extraction.verb_places import (
    NOUNS_TOO,
    acts_already,
    behind_relative,
    describes_object,
    everybody_at,
    in_a_list,
    in_time,
    is_infinitive,
    is_only_infinitive,
    parted,
    tells_which,
)
from tracker.extraction.vocabulary import agent_kind, is_definite, is_topic

FINITE = (Form.PRESENT, Form.PASSIVE, Form.PAST, Form.PAST_PASSIVE)
_ARTICLES = frozenset(
    "en et to tre fire fem seks syv otte ni ti nye ny flere nogle mange disse sine sin sit vores jeres deres hendes hans dens"
    " dets din dit dine min mit mine ingen alle"
    " få enkelte eventuelle evt yderligere øvrige andre samme begge første anden næste seneste sidste kommende hvilke diverse egne eget"
    " egen fælles kommunens at".split()
)
_COUNTED = frozenset("to tre fire fem seks syv otte ni ti nye".split())
"""What stands for people behind "de" and "alle": "De syv", "Alle nye"."""
_WHICH_ONE = frozenset("første anden næste seneste sidste ene".split())
"""Which of several; behind "den" they stand for their noun."""
_ALONE = frozenset("ingen nogle flere mange få enkelte disse".split())
"""Of the articles, those that also stand alone as subjects: "så ingen bliver overrasket"."""
_PARTICLES = frozenset("op ind ud ned frem".split())
_BLOCKING = PREPOSITIONS | _ARTICLES | {"de", "den", "det"}
_ADJECTIVAL = _ARTICLES | {"de", "den", "det", "antal", "samtlige", "hver", "hvert"}
_BEFORE_NO_VERB = PREPOSITIONS | {"at"}
_BEFORE_NO_PASSIVE = PREPOSITIONS - {"om", "til", "af"}
_BEFORE_NO_PRESENT = _ARTICLES - {"alle", "begge", "andre", "øvrige", "anden"}
_OPENING = COORDINATORS | SUBORDINATORS
_KNOWERS = frozenset("det vi man jeg han hun ingen alle de".split())
_KNOWN = frozenset("ingen vi man jeg ikke at , godt alle de".split())
_NEVER = frozenset("så lister til før alle hver bar lå for når led hed".split())
_NO_PARTICIPLE = frozenset("ende vide mene tro synes håbe formode".split())
"""Verbs no noun is described by: "Det vidste ingen" beside "det valgte forslag"."""
_NOUN_ENDINGS = ("ning", "else", "hed", "tion", "itet", "ering")  # behind one, what may be noun or verb is the verb: two nouns are one word
_MISSPELT = ("ere", "gøre")  # "Forvaltningen orientere"
_NOMINATIVES = frozenset("vi man jeg han hun".split())
_PRONOUNS = frozenset("vi jeg du han hun de den det man i der som alle ingen begge dette disse ikke også så hvem hvad nogen".split())


@kept()
def _chances(low: str) -> tuple[tuple[Verb, ...], bool, bool] | None:
    """What a word can be as a verb; whether its letters leave it a chance to be a finite one, misspelt or guessed perhaps; and whether
    it opens a clause. None for most words, which do neither."""
    readings, opens = readings_of(low), low in _OPENING
    finite = low.endswith(_MISSPELT) or any(v.form in FINITE for v in readings) if readings else low.endswith(GUESSABLE)
    return (readings, finite, opens) if readings or finite or opens else None


def finite_verbs(tokens: list[Token]) -> list[tuple[int, Verb]]:
    """The tokens that are finite verbs, each with its reading; nouns written alike are left out by what stands before them."""
    found: list[tuple[int, Verb]] = []
    open_place = True  # no finite verb since the last boundary
    for at, token in enumerate(tokens):
        if token.kind != WORD:
            open_place = open_place or token.low in SIGNS
            continue
        low = token.low
        chances = _chances(low)
        if chances is None:
            continue
        readings, finite, opens = chances
        open_place = open_place or opens
        if (not finite and (at != 1 or not readings)) or (not readings and (not open_place or token.capital)):
            continue  # no verb of the lexicon, and none that may be guessed
        if at and tokens[at - 1].kind == TIME and in_time(tokens, at):
            continue
        if low in ("ses", "mødes") and at > 1 and tokens[at - 1].low == "vi" and tokens[at - 2].low.endswith("gang"):
            continue  # "næste gang vi ses"
        verb = _finite(tokens, at, open_place, readings) or _taken_up(tokens, at, found, readings)
        if verb is not None and verb.sense is Sense.UNKNOWN and found and acts_already(tokens, found[-1][0] + 1, at):
            continue
        if verb is not None and not (in_a_list(tokens, at, found) and (low in NOUNS_TOO or tells_which(tokens, at))):
            if verb.form is Form.PAST and describes_object(tokens, at):
                continue
            found.append((at, verb))
            open_place = False
    return found


def _taken_up(tokens: list[Token], at: int, found: list[tuple[int, Verb]], readings: tuple[Verb, ...]) -> Verb | None:
    """The verb of a main clause that goes on behind a comma: its subject waited for a relative clause ("Lisbet, som ikke vidste det, |
    taler med …"), or an occasion opened the sentence and the subject follows ("Da det regnede, | lovede Bo …")."""
    if not found or at < 3 or tokens[at - 1].text != "," or tokens[at].low in _NEVER:
        return None
    waited = all(any(t.low in ("som", "der") for t in tokens[k:n]) for k, n in pairwise([1, *(place for place, _ in found)]))
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    follows = after is not None and (after.capital or after.low in _SUBJECTS or agent_kind(after.low) is not None or is_definite(after.low))
    follows = follows or any(v.lemma in ("blive", "have") or v.sense is Sense.MODAL for v in readings)  # ", blev behandling af …"
    grounds = any(t.low == "at" and b.text == "," for b, t in pairwise(tokens[1 : found[0][0]]))  # "Under henvisning til, at …, | bad …"
    if not waited and not ((tokens[0].low in OCCASIONS or grounds) and follows):
        return None
    return next((v for v in readings if v.form in FINITE), None)


_SUBJECTS = frozenset("vi man der han hun de det den".split())


def _finite(tokens: list[Token], at: int, open_place: bool, readings: tuple[Verb, ...]) -> Verb | None:
    token = tokens[at]
    inside = token.capital and at > 0 and tokens[at - 1].kind != SIGN
    if (inside and not is_capitalised_verb(tokens, at, readings)) or only_looks(tokens, at, readings):
        return None
    before = tokens[at - 1] if at else None
    heads = at == 1 or (at > 1 and tokens[at - 2].text == ":")
    if heads and readings and readings[0].form is Form.PRESENT and is_only_infinitive(tokens[at - 1]):
        return None  # "Kontakte udlejer"
    if before is not None and before.text == ")":
        before = _before(tokens, at)
    elif before is not None and before.text == "." and at > 1 and tokens[at - 2].kind == NUMBER:
        before = tokens[at - 2]  # "Pkt. 6 og 12. blev udsat"
    if not readings:
        guessable = before is not None and not token.capital and token.low.endswith(GUESSABLE)
        may = before is not None and not (heads and _heads_list(before)) and (_turns(tokens, at) or _may_guess(before, token.low, at))
        if guessable and may:
            return guess(token.low)
        return None
    you = before is not None and before.text == "I" and at > 1  # "hvis I er forhindret"
    for verb in readings:
        if verb.form in FINITE and ((you and not verb.noun) or _fits(tokens, at, verb, before)):
            return verb
    first = readings[0]
    if at == 1 and before is not None and first.form is Form.INFINITIVE and first.sense is Sense.DO and not first.noun:
        return _left_out(tokens, before, first)
    governed = at > 1 and tokens[at - 2].low in PREPOSITIONS  # "og senest i maj over for Økonomi redegøre for …"
    misspelt = open_place and not governed and token.low.endswith(_MISSPELT) and first.form is Form.INFINITIVE
    if misspelt and before is not None and _may_guess(before, "erer", at):
        return Verb(first.lemma, Form.PRESENT, first.sense, first.noun)  # "Forvaltningen orientere": "-er" and "-e" sound alike
    return None


def _heads_list(token: Token) -> bool:
    """Whether a word is an infinitive or an imperative at the head of a line of things to do: "Sende datoer ud"."""
    first = next(iter(readings_of(token.low)), None)
    return (
        first is not None and first.form in (Form.INFINITIVE, Form.IMPERATIVE) and first.sense is Sense.DO and not is_first_name(token.text)
    )


def _left_out(tokens: list[Token], before: Token, infinitive: Verb) -> Verb | None:
    """ "MAJ lave en liste inden maj": notes leave "skal" out behind a name."""
    person = is_first_name(before.text) or (is_initials(before.text) and before.text.isupper())
    return Verb(infinitive.lemma, Form.PRESENT, infinitive.sense) if person and len(tokens) > _FEWEST_WORDS else None


_FEWEST_WORDS = 3


def _before(tokens: list[Token], at: int) -> Token:
    """The word before the brackets that close right before `at`, where these tell a person's party or role: "Lis Holm (O) begærede"."""
    place = at - 1
    if place > 0:
        opening = next((k for k in range(place - 1, max(-1, place - 9), -1) if tokens[k].text == "("), 0)
        inside = tokens[opening + 1 : place]
        letters = all(t.capital or t.low in (",", "og", "+") for t in inside)  # "Et flertal (A, C og V) vedtog"
        if opening > 0 and (letters or tokens[opening - 1].capital or tokens[opening - 1].kind == NUMBER):
            place = opening - 1
    return tokens[place]


def _turns(tokens: list[Token], at: int) -> bool:
    """Whether a word stands where only a verb can: "Lørdag den 22. februar styner vi pilene"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    fronted = at == 1 and (tokens[0].kind == TIME or tokens[0].low in TURNING) and after is not None
    return fronted and after is not None and (after.low in _NOMINATIVES or is_first_name(after.text) or is_initials(after.text))


def _may_guess(before: Token, word: str, at: int) -> bool:
    if agent_kind(word) or before.kind != WORD or before.text.endswith(("'s", "’s")):
        return False  # "UU's opgaver" are somebody's
    if word.endswith("es"):
        return before.low in ("der", "det") or (is_definite(before.low) and len(word) > 6)
    if (
        at == 1
        and before.capital
        and not (is_first_name(before.text) or is_initials(before.text) or agent_kind(before.low) or is_topic(before.low))
    ):
        return False
    named = is_first_name(before.text) or not is_definite(before.low) or agent_kind(before.low) is not None
    return (before.capital and (at > 1 or named)) or (agent_kind(before.low) is not None and is_definite(before.low))


def _knows(before: Token | None, after: Token | None) -> bool:
    """Whether "ved" is the verb ("det ved ingen") and not the preposition."""
    return before is not None and before.low in _KNOWERS and (after is None or after.low in _KNOWN or after.low.startswith("hv"))


def _second_title(tokens: list[Token], at: int) -> bool:
    """ "Bo Dam og graver Karen Lynge kontakter …": a title behind "og", before a name and the verb they share."""
    named = tokens[at - 1].low in ("og", "samt") and at + 1 < len(tokens) and is_first_name(tokens[at + 1].text)
    return named and any(v.form is Form.PRESENT for t in tokens[at + 2 : at + 5] if not t.capital for v in readings_of(t.low))


def _acts_on(before: str, word: str) -> bool:
    """Whether a word in "-ende" stands for people, and what follows it for their verb: "de pårørende | skriver", "den pågældende ejer"."""
    return agent_kind(before) is not None and agent_kind(word) is None


def _not_reached(tokens: list[Token], at: int, verb: Verb) -> bool:
    """ "Nåede vi ikke": "det" left out before the verb."""
    turned = at == 0 and verb.form is Form.PAST and len(tokens) > _FEWEST_WORDS - 1 and tokens[1].low in ("vi", "man")
    return turned and any(t.low == "ikke" for t in tokens[2:4])


def _fits(tokens: list[Token], at: int, verb: Verb, before: Token | None) -> bool:
    word = tokens[at].low
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        word in _NEVER
        or (at == 1 and verb.noun and before is not None and before.low.endswith("ende"))  # "Opfølgende møder i alle teams"
        or is_noun_here(tokens, at, verb)
        or (verb.noun and (before is None or before.kind == SIGN or _second_title(tokens, at)) and is_title(word, after))
        or (word == "ved" and not _knows(before, after))
        or (at > 1 and tokens[at - 2].low == "at" and agent_kind(word) is not None and is_infinitive(tokens[at - 1]))
        or (word == "vil" and after is not None and after.low == "sige" and before is not None and before.low == "det")
    ):
        return False
    turned = verb.form is Form.PRESENT and after is not None and after.low in _NOMINATIVES and before is not None and before.kind == WORD
    told = verb.form is Form.PAST and before is not None and before.low in ("det", "dette", "den") and after is not None
    turned = turned or (told and after is not None and (after.low in _NOMINATIVES or is_first_name(after.text)))  # "Det nåede vi ikke"
    turned = turned or _not_reached(tokens, at, verb)
    if turned or word == "mødes" or verb.sense is Sense.MODAL:  # "Valget af en ny | tager vi …"
        return before is None or before.low not in _BEFORE_NO_VERB
    if verb.noun and after is not None and after.capital and after.kind == WORD and not (before is not None and before.low in _BLOCKING):
        return verb.form is Form.PRESENT  # "Når svaret foreligger, aftaler Inga ..."
    if before is None or before.kind == SIGN:
        acts = not verb.noun or (after is not None and after.low in _PARTICLES) or behind_relative(tokens, at)  # "Følger op på samtalerne"
        acts = acts or (tokens[0].low in OCCASIONS and everybody_at(tokens, at + 1))  # "Når det er sket, følger alle ledere op"
        outcome = word == "blev" and any(v.form is Form.PARTICIPLE for t in tokens[at + 1 : at + 4] for v in readings_of(t.low))
        return outcome or verb.form in (Form.PASSIVE, Form.PAST_PASSIVE) or (verb.form is Form.PRESENT and acts)  # "Blev ikke nået og …"
    if (
        before.low in ("en", "et")
        or (before.low in ("ny", "nyt") and verb.form is Form.PRESENT)  # "ny printer"
        or is_owning(before)
        or (
            verb.form is Form.PRESENT
            and before.low.endswith("ende")
            and not _acts_on(before.low, word)
            and at > 1
            and tokens[at - 2].low in ("den", "det", "de")
        )
        or (before.kind == NUMBER and verb.noun)
        or (before.low in PREPOSITIONS and verb.form is not Form.PASSIVE)
    ):
        return False
    if verb.form is Form.PASSIVE:
        return before.low not in _BEFORE_NO_PASSIVE or before.low in ("op", "ud", "ind")
    promised = after is not None and after.low in ("at", "sig")  # "De øvrige lovede at ringe", "Det viste sig", "Ingen meldte sig"
    weak = verb.form is Form.PAST and word.endswith(("ede", "te")) and not promised and verb.lemma not in _NO_PARTICIPLE
    if weak and (before.low in _ADJECTIVAL or is_genitive(before) or parted(tokens, at)):
        return False
    if word == "udsatte":
        return before.kind == WORD and (agent_kind(before.low) is not None or before.low in ("vi", "man"))
    if verb.form is Form.PRESENT and before.low in _BEFORE_NO_PRESENT:
        turned = after is not None and after.capital and after.kind == WORD  # "Som de første gennemfører Mogens …"
        both = before.low in _COUNTED and at > 1 and tokens[at - 2].low in ("de", "vi", "alle")  # "De to svarer retur"
        one = before.low in _WHICH_ONE and at > 1 and tokens[at - 2].low in ("den", "det")  # "og den første bliver i maj"
        named = before.text == "Hans"  # a name before a verb of the present: "Hans laver udkast"
        return named or (not verb.noun and (before.low in _ALONE or turned or both or one))
    if not verb.noun:
        return not (before.low == "at" and verb.form is Form.PRESENT)
    if after is not None and after.low in _PARTICLES and before.low not in _BLOCKING:
        return True  # "Gruppen for teknik følger op"
    if before.low == "de":
        return after is not None and after.low in ("op", "ind", "ud", "til", "med", "selv")
    opened = at == 1 and before.low in ADVERBS and after is not None
    opened = opened and after is not None and (after.capital or agent_kind(after.low) is not None or after.low in ("alle", "begge"))
    turned = after is not None and before.low not in _BLOCKING and agent_kind(after.low) is not None and is_definite(after.low)
    turned = turned or (before.low not in _BLOCKING and everybody_at(tokens, at + 1))  # "Herefter følger alle chefer op"
    return (
        (opened or turned)  # "Endvidere ønsker udvalget …", "De idéer | arbejder lederne videre med"
        or (before.low.endswith(_NOUN_ENDINGS) and verb.form is Form.PRESENT)  # "aftalen om snerydning | løber til maj"
        or before.low in _PRONOUNS
        or (before.capital and before.low not in NOT_NAMES)
        or before.kind == TIME
        or is_definite(before.low)
        or agent_kind(before.low) is not None
        or before.low in COORDINATORS
    )
