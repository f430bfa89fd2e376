"""A sentence as clauses: its finite verbs, where each one's clause begins, and how the clauses hang together.

Danish main clauses have the finite verb second, so whatever stands before it is subject or an adverbial with the subject after the
verb; subordinate clauses have the subject first. Between two finite verbs there must be a boundary (a comma, a conjunction, a
relative); where there is none, one of the two is a noun written alike."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, Verb, pick
from tracker.extraction.clause import ADVERBS, COORDINATORS, LEADING, OCCASIONS, PREPOSITIONS, Clause, stands_beside
from tracker.extraction.finite import finite_verbs
from tracker.extraction.orders import Orders
from tracker.extraction.tokens import SIGN, TIME, Token
from tracker.extraction.vocabulary import agent_kind, is_definite


def clauses(tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence in text order."""
    return _Segmenter(tokens).run()


class _Segmenter(Orders):
    """Walks the finite verbs from left to right and decides what the words between two of them mean."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.found: list[Clause] = []
        self.led = False
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

    def _first(self, at: int, form: Verb) -> None:
        markers = self._markers(0, at)
        if markers and markers[0] == 0 and self.tokens[0].low == "der":
            markers = markers[1:]
        strong = [m for m in markers if self._opens(m, at, True)]
        if strong == [0] and self.tokens[0].low == "som" and self._turned(at):
            strong = []  # "Som de første gennemfører Bo …": a predicate in front
        if strong and self.tokens[strong[-1]].low == "som" and self._likened(strong[-1], markers, at):
            strong = []
        if strong:
            opener = strong[-1]
            start = self._cluster_start(opener, 0)
            begin = next((m + 1 for m in reversed(strong[:-1]) if self.tokens[m].low in LEADING), 0)
            begin = next((m + 1 for m in reversed(markers) if begin < m < start and self.tokens[m].text == ":"), begin)  # "Fest: De, der …"
            if begin < start and self._nominal(begin, start):
                self.pending = (begin, start)  # "Godkendt, idet | Rut, som er leder, | sender listen"
                if self._relative_over(opener, at):
                    self._resume(at, form, at)
                    return
            link = self._link(start, opener)
            self._add(at, form, start, opener + 1, "main" if link == "coord" else link, None)
            return
        agreed = at > 2 and self.tokens[0].low in ("enighed", "enige") and self.tokens[1].low == "om"
        if agreed and self.tokens[2].low in ("vi", "man"):
            self._add(at, form, 1, 2, "at", None)  # "Enighed om vi stopper i maj": "at" is left out
            return
        if at > 1 and self._until_then(at):
            self._add(at, form, 0, 1, self.tokens[0].low, None)
            return
        if at == 0 and self._verb_first_condition(form):
            self._add(at, form, 0, 0, "hvis", None)
            return
        cut = self._leading_cut(markers, at)
        if cut == at and self.tokens[0].low in PREPOSITIONS:
            cut = 0  # "I forbindelse med mødet den 18. maj, vil udvalget …"
        self._add(at, form, cut, cut, "main", None)

    def _leading_cut(self, markers: list[int], at: int) -> int:
        """Where the first main clause begins: after "Godkendt, og", "Skilte:", "1) –" but not inside a list of subjects."""
        for m in reversed(markers):
            token = self.tokens[m]
            if token.text in ":;(":
                return m + 1
            if token.text in "–—-" and (m + 1 < at or (m > 0 and pick(self.tokens[m - 1].low, Form.PARTICIPLE))):
                return m + 1  # "Udskudt – tages på næste møde"
            if token.text == "," and (self._decided(m) or not self._nominal(0, m) or self._named_alone(m, at)) and m + 1 <= at:
                step = m + 1
                while step < at and self.tokens[step].low in COORDINATORS:
                    step += 1
                return step
        return 0

    def _next(self, at: int, form: Verb) -> None:
        last = self.found[-1]
        markers = self._markers(last.verb + 1, at)
        waiting = self.pending is not None and last.link == "som" and not form.noun and at - last.verb > 1
        if not markers and self.pending and not last.main and (form.sense is Sense.MODAL or waiting):
            self._resume(at, form, at)  # "De steder, hvor det er tilfældet skal afhængighederne afdækkes"
            return
        if not markers and self._occasion_over(last, at, form):
            self._resume(at, form, at)  # "Når skitsen ligger klar vil arkitekten fremlægge den": the comma is missing
            return
        over = next((m for m in markers if self.tokens[m - 1].text == "," and self._relative_over(m, at)), -1)
        between = self._subject_of_that(last, over - 1) if over > 0 and last.main and self.pending is None else None
        if between is not None:
            self.pending = between
            self._resume(at, form, at)  # "aftalt, at afdelinger, som forudser merforbrug, | sender en plan"
            return
        until = [m for m in markers if self.tokens[m].low != "til" or self.tokens[m - 1].kind == SIGN]
        second = last.verb == last.start + 1 and self.tokens[last.start].low in ADVERBS  # "Herefter kontakter Morten | udlejer"
        if not until and last.form.noun and not form.noun and not last.subs and not second:
            self._replace(last, at, form)  # "og ønsker til udstyr kan sendes": a noun
        if not markers and self._noun_before(last, at, form):
            self._replace(last, at, form)
        if not markers or last.verb == at:
            return
        opener = self._boundary(markers, at, last)
        start = self._cluster_start(opener, last.verb + 1)
        link = self._link(start, opener)
        begin = opener if link in ("coord", "så") and self.tokens[opener].low == "der" else opener + 1
        comma = any(self.tokens[k].text in ",;–—-(" for k in range(start, opener + 1))
        if not comma and last.link == "som" and self._closed(last, start) < start:
            comma = True
        if link not in ("coord", "comma"):
            self._subordinate(at, form, start, begin, link, last)
        elif self._verb_first(at, form):
            self._add(at, form, start, begin, "hvis", last)  # "…, og sker det ikke, | rykker Bo"
        elif self._directly(begin, at) and not (comma and last.link == "at" and self._inverted(begin, at)):
            self._continue(at, form, start, begin, link, comma, last)
        else:
            self._coordinate(at, form, start, begin, comma, last, link)

    def _replace(self, last: Clause, at: int, form: Verb) -> None:
        last.verb, last.form = at, form
        last.field, last.head = (last.field[0], at), None  # the noun taken for a verb is its subject

    def _subordinate(self, at: int, form: Verb, start: int, begin: int, link: str, last: Clause) -> None:
        between = (self._open_subject(last, start) if link != "så" else None) or (
            self._subject_of_that(last, start) if link == "som" or link in OCCASIONS else None
        )
        if between:
            self.pending = between
        if link == "så" or (link == "at" and any(self.tokens[k].low in ("således", "sådan") for k in range(start, begin))):
            led, main = self._transparent(last), self._main_of(last)
            agreed = main is None or main.form.sense is Sense.DECIDE or self._impersonal(main)  # not "Bo mindede om, at …, så vi …"
            turned_out = main is not None and main.form.lemma == "vise"  # "Det viste sig, at nøglen manglede, | så Bo laver en ny"
            last = (led if agreed and not turned_out else None) or main or last
        if link in ("hvorefter", "hvorpå", "mens", "ligesom") and last.link in ("hv", "om", "som", "når"):
            last = self._transparent(last) or self._main_of(last) or last
        if link == "mens":
            last = self._over_seeing(last) or last
        beside = link == "at" and (any(self.tokens[k].low in COORDINATORS for k in range(start, begin)) or stands_beside(last, start))
        again = self._that(last) if beside else None
        above = self._that(again.parent) if again is not None and form.sense is Sense.DO and self._only_so(last, begin, at) else None
        again = above or again  # "at det skal fremgå, at huset er fredet, | og at Ea skriver til ejeren": an act beside no state
        self._add(at, form, start, begin, link, again.parent if again is not None else last)

    def _continue(self, at: int, form: Verb, start: int, begin: int, link: str, comma: bool, last: Clause) -> None:
        """A verb right after the boundary: it shares a subject, or the main clause takes up again after a subordinate one."""
        subordinate = not last.main
        fronted = self._fronted(last) if link == "comma" else None
        if fronted is not None:
            self._answer(at, form, begin, fronted)
            return
        if subordinate and link == "comma" and (self.pending or self._main_of(last) is None):
            self._resume(at, form, begin)
            return
        if subordinate and self.pending and comma:
            self._resume(at, form, begin)
            return
        target = last
        if subordinate and not comma and link == "coord" and self._acts_on(last, form):
            target = self._main_of(last) or last
        if subordinate and comma:
            target = self._therefore(last) or self._main_of(last) or self._transparent(last) or last
            led = self._transparent(last)
            contrast = self.tokens[begin - 1].low == "men" and self._denied(last)  # "at det ikke er en lov, men lægger op til …"
            if led is not None and led.link == "at" and link == "coord" and (self._impersonal(target) or contrast):
                target = led
        clause = self._add(at, form, start, begin, target.link, target.parent)
        clause.head = target.head or target

    def _fronted(self, clause: Clause) -> Clause | None:
        """The clause of occasion that opens a new main clause: "Bo ringer, og hvis det trækker ud, | rykker han"."""
        found: Clause | None = clause
        while found is not None and not (found.link in OCCASIONS and self._coordinated(found)):
            found = found.parent
        return found if found is not None and found.parent is not None else None

    def _coordinated(self, clause: Clause) -> bool:
        return any(t.low in ("og", "men", ";", "–", ":") for t in self.tokens[clause.start : clause.opener])

    def _answer(self, at: int, form: Verb, begin: int, fronted: Clause) -> None:
        """The main clause whose occasion stands before it."""
        before = fronted.parent
        assert before is not None
        before.subs.remove(fronted)
        fronted.parent = None
        led = before if before.link in ("at", "idet", "hvorefter") else None
        clause = self._add(at, form, fronted.start, begin, led.link if led else "main", led.parent if led else None)
        clause.field = (begin, begin)
        clause.resumed = begin

    def _denied(self, clause: Clause) -> bool:
        return any(t.low == "ikke" for t in self.tokens[clause.opener : clause.verb + 2])

    def _impersonal(self, clause: Clause) -> bool:
        """ "Det blev aftalt, at vi starter, men afslutter ..."; here nobody but "vi" can go on."""
        begin, end = clause.field
        told = clause.form.lemma in ("blive", "være") and self.tokens[clause.verb + 1].text == "," and begin < end
        told = told and is_definite(self.tokens[begin].low) and agent_kind(self.tokens[begin].low) is None  # "Konklusionen blev, at Bo …"
        return clause.main and (told or begin >= end or self.tokens[begin].low in ("det", "der") or clause.form.form is Form.PASSIVE)

    def _resume(self, at: int, form: Verb, begin: int) -> None:
        start = self.pending[0] if self.pending else self._sentence_start()
        governor = self.found[0] if self.led and self.pending else None
        lead = self.tokens[start - 1].low if start > 0 and self.pending else ""
        led = lead == "at" if governor is not None else lead in LEADING
        link = "at" if governor is not None else lead if led else "main"
        clause = self._add(at, form, start - 1 if led and lead == "at" else start, start, link, governor)
        self.led = False
        clause.field = (self.pending[0], self.pending[1]) if self.pending else (begin, begin)
        clause.resumed = begin
        self.pending = None

    def _sentence_start(self) -> int:
        first = self.found[0].start if self.found else 0
        led = self.tokens[0].low in PREPOSITIONS and all(
            c.link == "som" for c in self.found
        )  # "I lyset af det, som Bo skrev, | besluttede"
        timed = self.tokens[0].kind == TIME and not any(t.text in ":;" for t in self.tokens[:first])
        return 0 if led or timed else first  # "I maj, når taget er tæt, | maler Bo loftet"

    def _coordinate(self, at: int, form: Verb, start: int, begin: int, comma: bool, last: Clause, link: str) -> None:
        if link == "comma" and self._asyndetic_relative(begin, at):
            self._add(at, form, start, begin, "som", last)
            return
        titled = last.link == "hv" and last.parent is None  # "Hvem gør hvad: Bo spørger Ea"
        parted = any(self.tokens[k].text == ";" or (titled and self.tokens[k].text == ":") for k in range(start, begin))
        told = last if last.link in ("at", "idet") else self._transparent(last.parent)
        back = comma and told is not None and told.link in ("at", "idet") and (self._main_order(at) or self._inverted(begin, at))
        back = back or (comma and told is not None and self._comes_back(told, begin, at, form))
        if parted or back or self._named_again(last, begin, at):
            self._add(at, form, start, begin, "main", None)
        elif last.main or last.link in LEADING:
            self._add(at, form, start, begin, last.link, last.parent)
        elif comma or link == "comma":
            outer = self._transparent(last.parent)
            main = self._main_of(last)
            nearest = outer if outer is not None and main is not None else None
            self._add(at, form, start, begin, nearest.link if nearest else "main", nearest.parent if nearest else None)
        else:
            self._add(at, form, start, begin, last.link, last.parent)

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
            if clause.link != "main":
                stop = self._end_within(clause, stop)
            if clause.opener and self.tokens[clause.opener - 1].text == "(":
                stop = next((k for k in range(clause.verb + 1, stop) if self.tokens[k].text == ")"), stop)
            clause.end = self._resumed_infinitive(clause, stop) or stop

    def _end_within(self, clause: Clause, stop: int) -> int:
        """Where a clause that hangs under another ends, at `stop` at the latest."""
        if clause.link == "som":
            stop = self._closed(clause, stop)
        if clause.link in ("hv", "om", "som") or self._on_occasion(clause):
            stop = self._said_on(clause, stop)
        return next((k for k in self.signs if clause.verb < k < stop and self.tokens[k].text == ";"), stop)


def _under(clause: Clause, other: Clause) -> bool:
    parent = clause.parent
    while parent is not None:
        if parent is other:
            return True
        parent = parent.parent
    return False


def _under_resumed(clause: Clause, other: Clause) -> bool:
    return other.parent is None and other.main and clause.start <= other.start
