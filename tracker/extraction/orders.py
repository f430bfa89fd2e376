"""What word order tells of clauses: where one closes, where a main clause goes on, who stands alone before a verb."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import GUESSABLE, Form, Sense, Verb, analyse, pick
from tracker.extraction.beside_that import BesideThat
from tracker.extraction.clause import ADVERBS, COORDINATORS, LEADING, OCCASIONS, WEAK_SUBORDINATORS, Clause
from tracker.extraction.tokens import TIME, WORD, Token
from tracker.extraction.vocabulary import FORWARD_NOUNS, agent_kind, is_definite

_RETURNING = frozenset("vende give komme have tage melde sende skrive".split())
_PARTED = frozenset("lægge sende give melde bringe tage skrive dele hænge".split())
"""Verbs whose particle may stand behind a clause of their object."""
_LONGEST_NAME = 3
_REASONS = frozenset(("idet", "fordi"))
_ALONE = frozenset("vi man han hun det den".split())
_LIKE_VERBS = (*GUESSABLE, "ede", "te", "så", "lå", "ved", "led")
"""What the verb of a relative clause ends in, where none was read in it."""
_LIKENED = frozenset("helhed udgangspunkt sådan minimum forsøg pilot supplement led planlagt aftalt forventet ventet hovedregel".split())
"""What "som" may liken to, in one word, before the verb of its main clause."""
_ANSWERS = frozenset("ja nej jo".split())


def _completes(clause: Clause, word: Token, after: Token) -> bool:
    """Whether a word is what the clause's verb waits for: "blev, da tiden var gået, | udsat", "sendes, når det er klar, | af Bo"."""
    if clause.form.lemma in ("blive", "være") and pick(word.low, Form.PARTICIPLE) is not None:
        return True
    return clause.form.form is Form.PASSIVE and word.low == "af" and (after.capital or agent_kind(after.low) is not None)


class Orders(BesideThat):
    """Knows what the order of the words in one sentence means."""

    found: list[Clause]
    led: bool
    """Whether the waiting subject stands in a that-clause."""

    def _named_alone(self, comma: int, at: int) -> bool:
        """ "Hanen drypper, Mads ordner", "Oprydning den 3. maj, formanden køber ind": behind the comma one alone acts; a list of
        names would end in "og"."""
        subject = self.tokens[comma + 1 : at]
        if not subject or any(t.low in COORDINATORS for t in self.tokens[:at]):
            return False
        first, timed = subject[0], any(t.kind == TIME for t in self.tokens[:comma])
        if len(subject) == 1 and first.low in _ALONE:
            return True  # "Fester, vi holder en fest i oktober", "Blomster til Bo, det tager Per sig af"
        head = self.tokens[0]
        if all(t.text == "," or is_initials(t.text) or is_first_name(t.text) for t in self.tokens[:comma]):
            return False  # "BK, LN, TR skriver ud"
        if comma == 1 and head.low not in _ANSWERS and (is_first_name(head.text) or is_initials(head.text) or agent_kind(head.low)):
            return False
        named = is_first_name(first.text) and len(subject) <= _LONGEST_NAME and all(t.capital for t in subject)
        office = timed and len(subject) == 1 and is_definite(first.low) and agent_kind(first.low) is not None
        return named or office or (len(subject) == 1 and is_initials(first.text))

    def _likened(self, som: int, markers: list[int], at: int) -> bool:
        """ "Blomster som tak, det tager Per sig af": "som" likens, and behind the comma a main clause begins."""
        if som + 2 == at and som > 0 and self.tokens[som + 1].low in _LIKENED:
            return True  # "Politikken som helhed | tages op igen"
        comma = next((m for m in reversed(markers) if som + 1 < m < at and self.tokens[m].text == ","), None)
        return comma is not None and self._named_alone(comma, at)

    def _occasion_over(self, last: Clause, at: int, form: Verb) -> bool:
        """Whether an occasion that opens the sentence ends where a second finite verb stands with its subject behind it."""
        if last.link not in OCCASIONS or any(c.main for c in self.found) or form.noun or at + 1 >= len(self.tokens):
            return False
        after = self.tokens[at + 1]
        said = after.capital or after.low in ("vi", "man", "der", "de", "han", "hun", "alle") or agent_kind(after.low) is not None
        settled = form.lemma == "blive" or form.form is Form.PASSIVE or form.sense is Sense.MODAL
        return said or (settled and is_definite(after.low))  # "Da formanden var syg blev punktet udsat | udsættes punktet"

    def _until_then(self, at: int) -> bool:
        """ "Inden Bo ringer, | tager Ea kontakt …": a preposition that opens a clause, as a main clause answers it behind the comma."""
        if self.tokens[0].low not in WEAK_SUBORDINATORS:
            return False
        told = at == 2 and self.tokens[1].low in ("der", "man", "vi", "han", "hun", "de", "det")  # "Inden der sættes hegn op, ringer Bo"
        told = told or (at == 2 and is_definite(self.tokens[1].low))  # "Før høringen indledes, aftaler Bo …"
        if not (told or self._subjects(1, at)):
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is None or after.capital or after.low in ("vi", "man", "der", "han", "hun") or agent_kind(after.low):
            return False  # "Inden mødet sender Bo listen, …"
        comma = next((k for k in range(at + 1, len(self.tokens) - 1) if self.tokens[k].text == ","), 0)
        return comma > 0 and pick(self.tokens[comma + 1].low, Form.PRESENT, Form.PASSIVE) is not None

    def _verb_first_condition(self, form: Verb) -> bool:
        """ "Har han ikke ringet inden fredag, | rykker Bo": a condition told by putting the verb first."""
        if form.form is not Form.PRESENT or len(self.tokens) < 4 or any(t.text == "?" for t in self.tokens):
            return False
        return self.tokens[1].low in ("han", "hun", "der", "det", "vi", "de", "man") and any(t.text == "," for t in self.tokens[3:])

    def _acts_on(self, last: Clause, form: Verb) -> bool:
        """ "undersøger om hallen kan åbnes og vender tilbage i maj", no comma: where nobody is named in the object clause and the main
        clause has an acting subject, an act behind "og" is that subject's."""
        governor = last.parent
        if last.link not in ("hv", "om") or governor is None or not governor.main or form.form is not Form.PRESENT:
            return False
        begin, end = last.field
        named = any(t.capital or agent_kind(t.low) or t.low in ("han", "hun", "de", "vi", "man") for t in self.tokens[begin:end])
        acting = governor.field[0] < governor.field[1] and self.tokens[governor.field[0]].low not in ("der", "det", "vi", "man")
        return not named and acting and (form.lemma in _RETURNING or form.sense is Sense.DO)

    def _verb_first(self, at: int, form: Verb) -> bool:
        """Whether "og" and a verb with its pronoun behind it open a condition: "og kommer der intet inden fredag, må vi …"."""
        tokens = self.tokens
        if form.form is not Form.PRESENT or at + 3 >= len(tokens) or tokens[at - 1].low not in ("og", "men", ";"):
            return False
        lacking = is_definite(tokens[at + 1].low) and any(t.low == "ikke" for t in tokens[at + 2 : at + 4])  # "og er pengene der ikke"
        if tokens[at + 1].low not in ("der", "det", "man", "vi", "han", "hun", "de") and not lacking:
            return False
        if form.lemma == "have" and at + 2 < len(tokens) and tokens[at + 2].low in ("klar", "klart", "med", "parat", "færdig", "færdigt"):
            return False  # "og har det klar, når vi ses"
        comma = next((k for k in range(at + 2, len(tokens) - 1) if tokens[k].text == ","), None)
        return comma is not None and any(v.form is Form.PRESENT for v in analyse(tokens[comma + 1].low))

    def _turned(self, at: int) -> bool:
        """Whether the subject stands behind the verb at `at`: somebody's name, a role, a pronoun."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        turned = ("vi", "man", "han", "hun", "de", "der")
        return after is not None and (after.capital or after.low in turned or agent_kind(after.low) is not None)

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
        if tokens[begin].low in ("det", "de") and at + 1 < len(tokens) and pick(tokens[at + 1].low, Form.PASSIVE) is not None:
            return False  # "Loftet er faldet ned, det skal repareres"
        if tokens[begin].low == "det" and at + 1 < len(tokens) and (tokens[at + 1].capital or agent_kind(tokens[at + 1].low)):
            return False  # "Portionerne er for store, det ser køkkenet på"
        if tokens[begin - 2].low in ("noget", "intet"):
            return True  # "Det er ikke noget, vi laver om på midt i en sæson"
        for k in range(at + 1, min(at + 5, len(tokens))):
            if tokens[k].text in (",", "."):
                return True
            if tokens[k].kind == TIME or tokens[k].low in COORDINATORS:
                return False
        return False

    def _closed(self, clause: Clause, stop: int) -> int:
        """Where a comma closes a relative clause and a time of the clause above goes on: "den dag, som blev aflyst, | i maj 2022"."""
        for k in range(clause.verb + 1, stop - 1):
            if self.tokens[k].text == "," and self.tokens[k + 1].kind == TIME:
                return k
        return stop

    def _relative_over(self, opener: int, at: int) -> bool:
        """Whether the verb at `at` goes on behind a relative clause whose own verb no lexicon holds, or is written like another word:
        "Afdelinger, som forudser et merforbrug, | retter henvendelse", "Politikken, som vi sidst så på i 2019, | tages op"."""
        if self.tokens[at - 1].text != "," or self.tokens[opener].low not in ("som", "der", "hvor"):
            return False
        inside = self.tokens[opener + 1 : at - 1]
        return any(t.kind == WORD and not t.capital and t.low.endswith(_LIKE_VERBS) for t in inside)

    def _open_subject(self, last: Clause, start: int) -> tuple[int, int] | None:
        """A subject between the last boundary and this relative: "..., og de afdelinger, | der mangler"."""
        if not start or start <= last.verb + 1:
            return None
        markers = [m for m in self._markers(last.verb + 1, start) if self.tokens[m].low in COORDINATORS or self.tokens[m].text in ",;:"]
        if not markers or self._joins_names(last.verb + 1, markers[-1]):
            return None
        begin = markers[-1] + 1
        if begin < start and self.tokens[begin].kind == WORD and self._nominal(begin, start) and self._is_subject_like(begin, start):
            return begin, start
        return None

    def _subject_of_that(self, last: Clause, start: int) -> tuple[int, int] | None:
        """A subject between "at" and its relative clause: "aftalte, at | de punkter, der mangler, | skal …"."""
        that = next((k for k in range(start - 1, last.verb, -1) if self.tokens[k].low == "at"), None)
        if that is None or not that + 1 < start or not self._nominal(that + 1, start):
            return None
        if pick(self.tokens[that + 1].low, Form.INFINITIVE) and not self.tokens[that + 1].capital:
            return None
        self.led = True
        return that + 1, start

    def _is_subject_like(self, begin: int, end: int) -> bool:
        return any(t.capital or agent_kind(t.low) or t.low in ("de", "dem", "alle") for t in self.tokens[begin:end])

    def _main_of(self, clause: Clause) -> Clause | None:
        """The main clause that a clause hangs under, near or far."""
        while clause.link not in ("main",) and clause.parent is not None:
            clause = clause.parent
        return clause if clause.link == "main" else None

    def _therefore(self, clause: Clause) -> Clause | None:
        """What follows of what was told: "drøftede planen, hvorfor Karina undersøger, om den holder, | og melder tilbage"."""
        inner: Clause | None = clause
        while inner is not None and not (inner.link == "hv" and self.tokens[inner.opener - 1].low == "hvorfor"):
            inner = inner.parent
        told = inner is not None and inner is not clause and inner.form.form is Form.PRESENT
        main = self._main_of(inner) if told and inner is not None else None
        return inner if main is not None and main.form.form is Form.PAST else None

    def _transparent(self, clause: Clause | None) -> Clause | None:
        """The nearest clause around it that a decision may lead in."""
        while clause is not None and clause.link not in LEADING:
            clause = clause.parent
        return clause

    def _joins_names(self, begin: int, at: int) -> bool:
        """Whether "og" at `at` joins a name to one right behind the verb: the two are the subject of what went before."""
        return begin < at and self.tokens[at].low == "og" and all(t.capital for t in self.tokens[begin:at])

    def _on_occasion(self, clause: Clause) -> bool:
        """Whether it tells when or why: "da tiden var gået", "så snart den foreligger", "efter at økonomien er afklaret"."""
        if clause.link == "så":
            return self.tokens[clause.opener].low == "snart"
        told = clause.link == "at" and clause.opener > 1 and self.tokens[clause.opener - 2].low in ("efter", "inden", "før", "trods")
        return told or clause.link in OCCASIONS or clause.link in _REASONS

    def _said_on(self, clause: Clause, stop: int) -> int:
        """Where an embedded clause ends because the clause above goes on: "melder, hvilke hold der mangler, | til kontoret"."""
        for k in range(clause.verb + 1, stop - 2):
            if self.tokens[k].text == "," and self._goes_on(k + 1, clause):
                return k
        return stop

    def _goes_on(self, at: int, clause: Clause) -> bool:
        """Whether a receiver, a purpose or an object of the clause above begins here."""
        word, after = self.tokens[at], self.tokens[at + 1]
        parent = clause.parent
        if word.low in ("frem", "ud", "op", "rundt", "videre") and after.low in ("for", "til", "i", "på", "blandt") and parent is not None:
            return parent.form.lemma in _PARTED  # "lægger en plan for, hvordan det går, | frem for direktionen"
        if word.low == "til":
            return after.capital or after.low == "brug" or bool(agent_kind(after.low.removesuffix("s"))) or after.low in FORWARD_NOUNS
        if clause.link in ("hv", "om", "som"):
            return False
        if parent is not None and clause.start <= parent.verb + 2 and _completes(parent, word, after):
            return True
        return word.low in ("en", "et") and after.kind == WORD and not after.capital

    def _resumed_infinitive(self, clause: Clause, stop: int) -> int | None:
        """Where a subordinate clause ends because the infinitive above it goes on: "at belyse, hvad det koster, | og forelægge …"."""
        parent = clause.parent
        if parent is None or not self._governs_infinitive(parent, clause.start):
            return None
        waits = parent.form.sense is Sense.MODAL and clause.start <= parent.verb + 2  # "skal, når planen foreligger, | selv fastsætte …"
        for k in range(clause.verb + 2, stop - 1):
            joined = self.tokens[k].low in ("og", "samt") and self.tokens[k - 1].text == ","
            if joined or (waits and self.tokens[k - 1].text == ","):
                step = k + 1 if joined else k
                while step < stop - 1 and (self.tokens[step].low in ADVERBS or self.tokens[step].low in ("at", "om")):
                    step += 1
                readings = analyse(self.tokens[step].low)
                if readings and readings[0].form is Form.INFINITIVE and not any(r.noun for r in readings):
                    return k - 1
        return None

    def _governs_infinitive(self, clause: Clause, limit: int) -> bool:
        words = self.tokens[clause.verb + 1 : limit]
        return clause.form.sense is Sense.MODAL or any(
            a.low == "at" and pick(b.low, Form.INFINITIVE) is not None for a, b in pairwise(words)
        )

    def _that(self, clause: Clause | None) -> Clause | None:
        """The that-clause a clause is or stands in: what "og at" goes on from."""
        while clause is not None and clause.link != "at":
            clause = clause.parent
        return clause

    def _only_so(self, last: Clause, begin: int, at: int) -> bool:
        """Whether the clause before says how things are or what is allowed, and the one from `begin` on is no more of that."""
        timed = any(t.kind == TIME for t in self.tokens[begin:at])
        return last.form.sense is Sense.STATE or (timed and last.form.lemma in ("måtte", "kunne"))
