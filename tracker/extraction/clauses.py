"""A sentence as clauses: its finite verbs, where each one's clause begins, and how the clauses hang together.

Danish main clauses have the finite verb second, so whatever stands before it is subject or an adverbial with the subject after the
verb; subordinate clauses have the subject first. Between two finite verbs there must be a boundary (a comma, a conjunction, a
relative); where there is none, one of the two is a noun written alike.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import Form, Sense, Verb, analyse, guess, pick
from tracker.extraction.tokens import NUMBER, SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind, is_definite

_FINITE = (Form.PRESENT, Form.PASSIVE, Form.PAST, Form.PAST_PASSIVE)
_PREPOSITIONS = frozenset(
    "til på af for fra med ved i under over mellem uden om hos mod efter før inden gennem blandt pr vedrørende".split()
)
_ARTICLES = frozenset(
    "en et to tre fire fem seks syv otte ni ti nye ny flere nogle mange disse sine sin sit vores deres hendes hans dens dets ingen alle"
    " få enkelte øvrige andre samme begge første anden næste seneste sidste kommende hvilke diverse egne eget egen kommunens at".split()
)
_BLOCKING = _PREPOSITIONS | _ARTICLES | {"de", "den", "det"}
_ADJECTIVAL = _ARTICLES | {"de", "den", "det"}
_NEVER = frozenset("ved så lister til før alle hver bar lå for når led hed".split())
_PRONOUNS = frozenset("vi jeg du han hun de den det man i der som alle ingen begge dette disse ikke også så hvem hvad nogen".split())
_COORDINATORS = frozenset("og men samt eller".split())
_SUBORDINATORS = frozenset(
    "at for hvis når da fordi hvorefter som såfremt medmindre idet selvom hvem hvad hvordan hvornår hvorfor hvor hvilke hvilken hvilket"
    " hvorvidt eftersom ifald indtil om end der ligesom hvorved hvoraf hvortil hvormed hvis mens inden før til efter hvorpå".split()
)
_WEAK_SUBORDINATORS = frozenset("inden før til efter om end".split())  # prepositions as well
_SIGNS = frozenset(",;–—:-")
ADVERBS = frozenset(
    "så derefter herefter også dog derfor herudover desuden endvidere samtidig ikke nu fortsat stadig endelig derudover ligeledes først"
    " efterfølgende igen gerne selv herunder evt eventuelt eventuel fremover fremadrettet løbende snarest derved hermed dermed senere"
    " sammen straks fælles hurtigt altid endnu dernæst allerede bare blot især gradvist foreløbig foreløbigt midlertidigt kort"
    " nærmere videre yderligere tidligst imidlertid således i fællesskab mellemtiden stedet fald tillige særskilt ellers her der".split()
)
LEADS = frozenset("hvorefter idet hvorpå".split())


@dataclass(slots=True)
class Clause:
    """One clause. `start..end` are token places of its own words and of the clauses under it; `field` is what stands before the verb.

    `link` is the conjunction that opens it ("main" for none); `parent` the clause it hangs under, `head` the clause whose subject it
    shares. `subs` are the clauses under it, in order. `words` and `times` keep what rules ask for again and again.
    """

    tokens: list[Token]
    start: int
    end: int
    verb: int
    form: Verb
    link: str = "main"
    field: tuple[int, int] = (0, 0)
    parent: Clause | None = None
    head: Clause | None = None
    opener: int = 0
    subs: list[Clause] = dataclasses.field(default_factory=list)
    resumed: int | None = None
    words: dict[int, list[str]] = dataclasses.field(default_factory=dict)
    times: dict[int | None, list[Any]] = dataclasses.field(default_factory=dict)

    @property
    def main(self) -> bool:
        """Whether it stands on its own."""
        return self.link == "main"


def finite_verbs(tokens: list[Token]) -> list[tuple[int, Verb]]:
    """The tokens that are finite verbs, each with its reading; nouns written alike are left out by what stands before them."""
    found: list[tuple[int, Verb]] = []
    open_place = True  # no finite verb since the last boundary
    for at, token in enumerate(tokens):
        if token.kind != WORD:
            open_place = open_place or token.low in _SIGNS
            continue
        if token.low in _COORDINATORS or token.low in _SUBORDINATORS:
            open_place = True
        verb = _finite(tokens, at, open_place)
        if verb is not None:
            found.append((at, verb))
            open_place = False
    return found


def _finite(tokens: list[Token], at: int, open_place: bool) -> Verb | None:
    token = tokens[at]
    if token.capital and at > 0 and tokens[at - 1].kind != SIGN:
        return None
    readings = analyse(token.low)
    before = tokens[at - 1] if at else None
    if not readings:
        if open_place and before is not None and not token.capital and _may_guess(before, token.low, at):
            return guess(token.low)
        return None
    for verb in readings:
        if verb.form in _FINITE and _fits(tokens, at, verb, before):
            return verb
    return None


def _may_guess(before: Token, word: str, at: int) -> bool:
    if agent_kind(word) or before.kind != WORD:
        return False
    if at == 1 and before.capital and not (is_first_name(before.text) or is_initials(before.text) or agent_kind(before.low)):
        return False
    if word.endswith("es"):
        return before.low in ("der", "det") or (is_definite(before.low) and len(word) > 6)
    return (before.capital and (at > 1 or not is_definite(before.low) or agent_kind(before.low) is not None)) or (
        agent_kind(before.low) is not None and is_definite(before.low)
    )


def _fits(tokens: list[Token], at: int, verb: Verb, before: Token | None) -> bool:
    word = tokens[at].low
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in _NEVER:
        return False
    if word == "mødes" or verb.sense is Sense.MODAL:
        return before is None or before.low not in _PREPOSITIONS
    if verb.noun and after is not None and after.capital and after.kind == WORD and not (before is not None and before.low in _BLOCKING):
        return verb.form is Form.PRESENT  # "Når svaret foreligger, aftaler Inga ..."
    if before is None or before.kind == SIGN:
        return verb.form in (Form.PASSIVE, Form.PAST_PASSIVE) or (verb.form is Form.PRESENT and not verb.noun)
    if (
        before.low in ("en", "et")
        or (before.kind == NUMBER and verb.noun)
        or (before.low in _PREPOSITIONS and verb.form is not Form.PASSIVE)
    ):
        return False
    if verb.form is Form.PASSIVE:
        return before.low not in _PREPOSITIONS - {"om", "til", "af"} or before.low in ("op", "ud", "ind")
    if verb.form is Form.PAST and word.endswith(("ede", "te")) and before.low in _ADJECTIVAL:
        return False
    if word == "udsatte":
        return before.kind == WORD and (agent_kind(before.low) is not None or before.low in ("vi", "man"))
    if verb.form is Form.PRESENT and before.low in _ARTICLES - {"alle", "begge", "andre", "øvrige", "anden"}:
        return False
    if not verb.noun:
        return not (before.low == "at" and verb.form is Form.PRESENT)
    if before.low == "de":
        return after is not None and after.low in ("op", "ind", "ud", "til", "med", "selv")
    return (
        before.low in _PRONOUNS
        or before.capital
        or before.kind == TIME
        or is_definite(before.low)
        or agent_kind(before.low) is not None
        or before.low in _COORDINATORS
    )


def clauses(tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence in text order."""
    return _Segmenter(tokens).run()


class _Segmenter:
    """Walks the finite verbs from left to right and decides what the words between two of them mean."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.found: list[Clause] = []
        self.pending: tuple[int, int] | None = None  # a subject waiting for its verb: "De, der vil med, | skal ..."

    def run(self) -> list[Clause]:
        verbs = finite_verbs(self.tokens)
        for at, form in verbs:
            if not self.found:
                self._first(at, form)
            else:
                self._next(at, form)
        self._close()
        return self.found

    def _markers(self, begin: int, end: int) -> list[int]:
        return [k for k in range(begin, end) if self._is_marker(k, begin)]

    def _is_marker(self, k: int, begin: int) -> bool:
        token = self.tokens[k]
        if token.kind == SIGN:
            return token.text in _SIGNS
        if token.kind != WORD or (token.capital and k != 0):
            return False
        if token.low == "så":
            return k > 0 and self.tokens[k - 1].low in (",", "og")
        if token.low == "at" and k + 1 < len(self.tokens) and self._infinitive(k + 1):
            return False  # an infinitive, no clause
        if token.low == "da" and k > 0 and self.tokens[k - 1].low in ("indtil", "siden", "allerede", "netop", "nu", "ja"):
            return False
        if token.low == "indtil" and k + 1 < len(self.tokens) and self.tokens[k + 1].low in ("da", "videre"):
            return False
        if token.low == "for":
            return k > 0 and self.tokens[k - 1].text == ","  # ", for de passer ikke": a reason
        if token.low == "der":
            return k > 0 and (self.tokens[k - 1].kind == SIGN or not self._word_marker(k - 1))
        if token.low == "som":
            return k + 1 < len(self.tokens) and self.tokens[k + 1].low not in (
                "udgangspunkt",
                "minimum",
                "led",
                "følge",
                "regel",
                "punkt",
                "aftalt",
                "nævnt",
                "fast",
                "tidligere",
            )
        return token.low in _COORDINATORS or token.low in _SUBORDINATORS

    def _infinitive(self, k: int) -> bool:
        return not self.tokens[k].capital and pick(self.tokens[k].low, Form.INFINITIVE) is not None

    def _word_marker(self, k: int) -> bool:
        low = self.tokens[k].low
        return low in _COORDINATORS or (low in _SUBORDINATORS and low != "der")

    def _first(self, at: int, form: Verb) -> None:
        markers = self._markers(0, at)
        if markers and markers[0] == 0 and self.tokens[0].low == "der":
            markers = markers[1:]
        strong = [m for m in markers if self._opens(m, at, True)]
        if strong:
            opener = strong[-1]
            start = self._cluster_start(opener, 0)
            if start > 0 and self._nominal(0, start):
                self.pending = (0, start)
            link = self._link(start, opener)
            self._add(at, form, start, opener + 1, link, None)
            return
        cut = self._leading_cut(markers, at)
        self._add(at, form, cut, cut, "main", None)

    def _opens(self, m: int, at: int, first: bool) -> bool:
        low = self.tokens[m].low
        if low not in _SUBORDINATORS:
            return False
        if low in _WEAK_SUBORDINATORS:
            asks = m > 0 and not first and any(v.form in _FINITE for v in analyse(self.tokens[m - 1].low))
            if low == "om" and m > 0 and (self.tokens[m - 1].low == "," or asks):
                return True
            return m + 1 < at and self._subject_between(m + 1, at) and not first
        return True

    def _subject_between(self, begin: int, end: int) -> bool:
        return end - begin >= 1 and self.tokens[begin].kind in (WORD,)

    def _leading_cut(self, markers: list[int], at: int) -> int:
        """Where the first main clause begins: after "Godkendt, og", "Skilte:", "1) –" but not inside a list of subjects."""
        for m in reversed(markers):
            token = self.tokens[m]
            if token.text in ":;":
                return m + 1
            if token.text in "–—-" and m + 1 < at:
                return m + 1
            if token.text == "," and not self._nominal(0, m) and m + 1 <= at:
                step = m + 1
                while step < at and self.tokens[step].low in _COORDINATORS:
                    step += 1
                return step
        return 0

    def _nominal(self, begin: int, end: int) -> bool:
        """Whether these words can be (a list of) noun phrases: no participle that decides, no preposition first."""
        if end <= begin:
            return False
        first = self.tokens[begin]
        if first.kind == TIME or first.low in _PREPOSITIONS or first.low in _SUBORDINATORS:
            return False
        return not any(v.form is Form.PARTICIPLE and first.low not in ("bestyrelse",) for v in analyse(first.low))

    def _next(self, at: int, form: Verb) -> None:
        last = self.found[-1]
        markers = self._markers(last.verb + 1, at)
        if not markers and form.sense is Sense.MODAL and not last.main and self.pending:
            self._resume(at, form, at)  # "De steder, hvor det er tilfældet skal afhængighederne afdækkes"
            return
        if not markers:
            if last.form.noun and not form.noun and not last.subs:
                self._replace(last, at, form)
            return
        opener = self._boundary(markers, at, last)
        start = self._cluster_start(opener, last.verb + 1)
        link = self._link(start, opener)
        begin = opener + 1
        comma = any(self.tokens[k].text in ",;–—-" for k in range(start, opener + 1))
        if link not in ("coord", "comma"):
            self._subordinate(at, form, start, begin, link, last)
        elif self._directly(begin, at):
            self._continue(at, form, start, begin, link, comma, last)
        else:
            self._coordinate(at, form, start, begin, comma, last, link)

    def _replace(self, last: Clause, at: int, form: Verb) -> None:
        last.verb, last.form = at, form
        last.field = (last.field[0], at)

    def _boundary(self, markers: list[int], at: int, last: Clause) -> int:
        """The marker that opens the clause of the verb at `at`: the last one, unless it only joins two subjects."""
        index = len(markers) - 1
        while index > 0:
            m = markers[index]
            token = self.tokens[m]
            before = markers[index - 1]
            if token.low == "der" and self.tokens[before].low.startswith("hv") and m - before < 5:
                index -= 1
                continue
            joins = token.low in ("og", "samt", "eller", ",", "–", "-") and m + 1 < at
            if (
                joins
                and self.tokens[before].low not in _WEAK_SUBORDINATORS
                and before + 1 < m
                and self._subjects(before + 1, m)
                and self._subjects(m + 1, at)
            ):
                index -= 1
                continue
            if token.low in _WEAK_SUBORDINATORS and not self._opens(m, at, False):
                index -= 1
                continue
            if token.low in _WEAK_SUBORDINATORS and self.tokens[m - 1].low != "," and m - 1 != last.verb and token.low != "om":
                index -= 1
                continue
            return m
        return markers[0]

    def _subjects(self, begin: int, end: int) -> bool:
        """Whether the words are a bare subject, so that "og" beside them may join two of them."""
        words = [t for t in self.tokens[begin:end] if t.low not in _COORDINATORS and t.text != "," and t.low not in ADVERBS]
        if not words or len(words) > 5:
            return False
        return all(t.kind == WORD and (t.capital or agent_kind(t.low) or t.low in ("de", "den", "alle", "hver", "for", "i")) for t in words)

    def _cluster_start(self, opener: int, limit: int) -> int:
        start = opener
        while start > limit and (
            self.tokens[start - 1].text in ",;–—-"
            or (self.tokens[start - 1].low in _COORDINATORS)
            or self.tokens[start - 1].low in ("således", "dog", "såvel", "især")
        ):
            start -= 1
        return start

    def _link(self, start: int, opener: int) -> str:
        for k in range(opener, start - 1, -1):
            low = self.tokens[k].low
            if low in _SUBORDINATORS or low == "så":
                if low == "der":
                    return "som"
                if low == "så" and k > 0 and self.tokens[k - 1].low == "og":
                    return "coord"
                if low.startswith("hv") and low not in ("hvis", "hvorefter", "hvorpå"):
                    return "hv"
                return low
        return (
            "coord"
            if any(self.tokens[k].low in _COORDINATORS or self.tokens[k].text in ";–—:-" for k in range(start, opener + 1))
            else "comma"
        )

    def _directly(self, begin: int, at: int) -> bool:
        """Whether the verb follows the boundary at once, adverbs and times aside."""
        return all(t.kind == TIME or t.low in ADVERBS or t.low in _SIGNS for t in self.tokens[begin:at])

    def _subordinate(self, at: int, form: Verb, start: int, begin: int, link: str, last: Clause) -> None:
        between = self._open_subject(last, start)
        if between:
            self.pending = between
        again = link == last.link and link == "at" and any(self.tokens[k].low in _COORDINATORS for k in range(start, begin))
        self._add(at, form, start, begin, link, last.parent if again else last)

    def _open_subject(self, last: Clause, start: int) -> tuple[int, int] | None:
        """A subject between the last boundary and this relative: "..., og de afdelinger, | der mangler"."""
        if not start or start <= last.verb + 1:
            return None
        markers = [m for m in self._markers(last.verb + 1, start) if self.tokens[m].low in _COORDINATORS or self.tokens[m].text in ",;"]
        if not markers:
            return None
        begin = markers[-1] + 1
        if begin < start and self.tokens[begin].kind == WORD and self._nominal(begin, start) and self._is_subject_like(begin, start):
            return begin, start
        return None

    def _is_subject_like(self, begin: int, end: int) -> bool:
        return any(t.capital or agent_kind(t.low) or t.low in ("de", "dem", "alle") for t in self.tokens[begin:end])

    def _main_of(self, clause: Clause) -> Clause | None:
        while clause.link not in ("main",) and clause.parent is not None:
            clause = clause.parent
        return clause if clause.link == "main" else None

    def _continue(self, at: int, form: Verb, start: int, begin: int, link: str, comma: bool, last: Clause) -> None:
        """A verb right after the boundary: it shares a subject, or the main clause takes up again after a subordinate one."""
        subordinate = not last.main
        if subordinate and link == "comma" and (self.pending or self._main_of(last) is None):
            self._resume(at, form, begin)
            return
        if subordinate and self.pending and comma:
            self._resume(at, form, begin)
            return
        target = last
        if subordinate and comma:
            target = self._main_of(last) or self._transparent(last) or last
            led = self._transparent(last)
            if led is not None and led.link == "at" and link == "coord" and self._impersonal(target):
                target = led
        clause = self._add(at, form, start, begin, target.link, target.parent)
        clause.head = target.head or target

    def _impersonal(self, clause: Clause) -> bool:
        """ "Det blev aftalt, at vi starter, men afslutter ..."; here nobody but "vi" can go on."""
        begin, end = clause.field
        return clause.main and (begin >= end or self.tokens[begin].low in ("det", "der") or clause.form.form is Form.PASSIVE)

    def _transparent(self, clause: Clause | None) -> Clause | None:
        while clause is not None and clause.link not in ("at", "idet", "hvorefter"):
            clause = clause.parent
        return clause

    def _resume(self, at: int, form: Verb, begin: int) -> None:
        start = self.pending[0] if self.pending else self._sentence_start()
        clause = self._add(at, form, start, start, "main", None)
        clause.field = (self.pending[0], self.pending[1]) if self.pending else (begin, begin)
        clause.resumed = begin
        self.pending = None

    def _sentence_start(self) -> int:
        return self.found[0].start if self.found else 0

    def _coordinate(self, at: int, form: Verb, start: int, begin: int, comma: bool, last: Clause, link: str) -> None:
        if link == "comma" and self._asyndetic_relative(begin, at):
            self._add(at, form, start, begin, "som", last)
            return
        if last.main or last.link in ("at", "idet", "hvorefter"):
            self._add(at, form, start, begin, last.link, last.parent)
        elif comma or link == "comma":
            outer = self._transparent(last.parent)
            main = self._main_of(last)
            nearest = outer if outer is not None and main is not None else None
            self._add(at, form, start, begin, nearest.link if nearest else "main", nearest.parent if nearest else None)
        else:
            self._add(at, form, start, begin, last.link, last.parent)

    def _asyndetic_relative(self, begin: int, at: int) -> bool:
        """ "de sager, det drejer sig om", "det, vi laver,": a relative clause without "som", closed by a comma soon after its verb."""
        tokens = self.tokens
        if (
            tokens[begin].low not in ("vi", "man", "de", "han", "hun", "det", "i", "jeg", "der")
            or begin < 2
            or tokens[begin - 2].kind != WORD
        ):
            return False
        if any(t.low not in ADVERBS for t in tokens[begin + 1 : at]):
            return False
        for k in range(at + 1, min(at + 5, len(tokens))):
            if tokens[k].text in (",", "."):
                return True
            if tokens[k].kind == TIME or tokens[k].low in _COORDINATORS:
                return False
        return at + 5 >= len(tokens) and False

    def _add(self, at: int, form: Verb, start: int, begin: int, link: str, parent: Clause | None) -> Clause:
        clause = Clause(self.tokens, start, len(self.tokens), at, form, link, (begin, at), parent, opener=begin)
        if parent is not None:
            parent.subs.append(clause)
        self.found.append(clause)
        return clause

    def _close(self) -> None:
        """A clause reaches to the next one that does not hang under it."""
        for index, clause in enumerate(self.found):
            stop = len(self.tokens)
            for other in self.found[index + 1 :]:
                if not _under(other, clause) and (other.resumed is None or not _under_resumed(other, clause)):
                    stop = other.start if other.start > clause.verb else other.resumed or stop
                    break
            clause.end = stop


def _under(clause: Clause, other: Clause) -> bool:
    parent = clause.parent
    while parent is not None:
        if parent is other:
            return True
        parent = parent.parent
    return False


def _under_resumed(clause: Clause, other: Clause) -> bool:
    return other.parent is None and other.main and clause.start <= other.start


__all__ = ["ADVERBS", "LEADS", "Clause", "clauses", "finite_verbs", "is_initials"]
