"""Where one clause ends and the next begins: commas, conjunctions, relatives."""

from __future__ import annotations

from tracker.danish.verbs import Form, Sense, analyse, pick
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, COORDINATORS, PREPOSITIONS, SIGNS, SUBORDINATORS, WEAK_SUBORDINATORS, Clause
from tracker.extraction.finite import FINITE
from tracker.extraction.mention import is_named, may_act
from tracker.extraction.tokens import NUMBER, SIGN, TIME, WORD, Token
from tracker.extraction.vocabulary import agent_kind, is_definite

_MARKING = COORDINATORS | SUBORDINATORS | SIGNS | {"så", "("}
"""What may open a clause at all; the place says whether it does."""
_INSERTING = frozenset("-–—+")
_LONGEST_LIST = 12  # words; a longer run of capitals between two signs is no list of subjects
_LONGEST_GROUP = 6  # words within which a group is named before its members: "en ny lille gruppe bestående af"
_TOGETHER = frozenset("samråd samarbejde fællesskab dialog med".split())
_SUBJECT_WORDS = frozenset("de den alle hver for i hun han to tre fire fem øvrige andre nye".split())
_NOMINATIVES = frozenset("han hun de vi man der jeg".split())
_LIKE = {"hvorimod": "mens", "medens": "mens", "imedens": "mens", "hvorpå": "hvorefter"}
"""Conjunctions that do what another one does."""
_LIKENED = frozenset("udgangspunkt minimum led følge regel punkt aftalt nævnt fast tidligere".split())
"""What "som" likens to without a verb: "som udgangspunkt"."""
_LONGEST_ASIDE = 30  # tokens
_MOST_NAMES = 9  # tokens; so many at most are read as names behind an opening bracket


class Boundaries:
    """Knows the boundary signs of one sentence."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.signs = [k for k, token in enumerate(tokens) if token.low in _MARKING]

    def _markers(self, begin: int, end: int) -> list[int]:
        return [k for k in self.signs if begin <= k < end and self._is_marker(k, begin)]

    def _is_marker(self, k: int, begin: int) -> bool:
        token = self.tokens[k]
        if token.kind == SIGN:
            if token.text in _INSERTING and (self._spans(k) or self._inserted(k)):
                return False
            if token.text == ":" and any(t.text == "(" for t in self.tokens[max(0, k - 2) : k]):
                return False  # "(ansvarlig: Dennis)"
            return token.text in SIGNS or (token.text == "(" and self._acts_inside(k))
        if token.kind != WORD or (token.capital and k != 0):
            return False
        if token.low == "så":
            opens = self._as_soon_as(k) or (k > 0 and (self.tokens[k - 1].low in (",", "og") or self._so_that(k)))
            return opens and not self._answers_first(k)
        if token.low == "at" and k + 1 < len(self.tokens) and self._infinitive(k + 1):
            return False  # an infinitive, no clause
        after = self.tokens[k + 1].low if k + 1 < len(self.tokens) else ""
        if token.low == "da" and k and self.tokens[k - 1].low in ("indtil", "siden", "allerede", "netop", "nu", "ja"):
            return False
        if (token.low == "indtil" and after in ("da", "videre")) or (token.low == "til" and after in ("stede", "rådighed")):
            return False
        if token.low == "for":
            return k > 0 and self.tokens[k - 1].text == ","  # ", for de passer ikke": a reason
        if token.low == "der":
            before = self.tokens[k - 1] if k > 0 else None
            if before is None or before.low in ("snart", "skal", "vil", "bør", "kan", "skulle", "blev", "bliver", "er", "må"):
                return False  # "skal der laves": the verb stands first
            return before.kind == SIGN or not self._word_marker(k - 1)
        if token.low == "som":
            office = k > 0 and self.tokens[k - 1].text != "," and agent_kind(after) is PartyKind.ROLE and not is_definite(after)
            bare = k + 2 < len(self.tokens) and self.tokens[k + 2].text == "(" and self.tokens[k - 1].text != ","  # "Bo som reserve (…)"
            return not office and bool(after) and after not in _LIKENED and not bare
        parts = k > 0 and self.tokens[k - 1].kind == WORD and self.tokens[k - 1].text.endswith("-")
        return (token.low in COORDINATORS and not parts) or token.low in SUBORDINATORS  # not "når dag- og aftenvagt mødes"

    def _spans(self, k: int) -> bool:
        """Whether a dash stands between two numbers: "i nr. 12-18"."""
        return 0 < k < len(self.tokens) - 1 and self.tokens[k - 1].kind == self.tokens[k + 1].kind == NUMBER

    def _inserted(self, k: int) -> bool:
        """Whether a dash opens or closes an example put into a clause."""
        sign, end = self.tokens[k].text, len(self.tokens)
        if self._exemplifies(k):
            return any(self.tokens[n].text == sign for n in range(k + 1, min(end, k + _LONGEST_LIST)))
        opened = next((n for n in range(k - 1, max(-1, k - _LONGEST_LIST), -1) if self.tokens[n].text == sign), None)
        return opened is not None and self._exemplifies(opened)

    def _exemplifies(self, dash: int) -> bool:
        after = [t.low for t in self.tokens[dash + 1 : dash + 3]]
        told = bool(after) and after[0] in ("aftalt", "planlagt", "berammet", "fastsat", "oprindeligt", "oprindelig")
        return told or after in (["for", "eksempel"], ["blandt", "andet"]) or after[:1] in (["fx"], ["f.eks."], ["bl.a."], ["herunder"])

    def _as_soon_as(self, k: int) -> bool:
        return k + 1 < len(self.tokens) and self.tokens[k + 1].low == "snart"

    def _answers_first(self, k: int) -> bool:
        """ "Når alle har svaret, så | går udkastet i høring": what came first is answered, by the first verb behind a comma."""
        if self.tokens[0].low not in ("når", "hvis"):
            return False
        finite = [t for t in self.tokens[k + 1 : k + 2] if not t.capital and any(v.form in FINITE for v in analyse(t.low))]
        return bool(finite) and [j for j in range(k) if self.tokens[j].text == ","] == [k - 1]

    def _so_that(self, k: int) -> bool:
        """ "arrangerer en aften så vi måske kan …": the comma before a purpose is missing."""
        who = self.tokens[k + 1].low if k + 1 < len(self.tokens) else ""
        purpose = any(t.low in ("kan", "kunne", "får", "er", "ligger", "foreligger", "bliver") for t in self.tokens[k + 2 : k + 4])
        return who in ("vi", "man", "alle", "de", "det", "den", "der") and purpose

    def _infinitive(self, k: int) -> bool:
        return not self.tokens[k].capital and pick(self.tokens[k].low, Form.INFINITIVE) is not None

    def _word_marker(self, k: int) -> bool:
        low = self.tokens[k].low
        return low in COORDINATORS or (low in SUBORDINATORS and low != "der")

    def _opens(self, m: int, at: int, first: bool) -> bool:
        low = self.tokens[m].low
        if low == "så":
            return self._as_soon_as(m) or (first and m > 1 and self.tokens[m - 1].text == ",")
        if low not in SUBORDINATORS:
            return False
        if low in WEAK_SUBORDINATORS:
            asks = m > 0 and not first and any(v.form in FINITE for v in analyse(self.tokens[m - 1].low))
            if low == "om" and m > 0 and (self.tokens[m - 1].low == "," or asks):
                return True
            ordered = low in ("inden", "før") and m > 1 and self.tokens[m - 1].text == "," and self._ordering()
            if first and not ordered and (m < 1 or self.tokens[m - 1].text != "," or not any(t.text == "," for t in self.tokens[at + 1 :])):
                return False  # but "Rita Sand, inden rådet samles, | sammenholder …": put in behind the subject
            return m + 1 < at and self._subject_between(m + 1, at)
        return True

    def _ordering(self) -> bool:
        """Whether the sentence opens with an imperative: "Husk at tømme skabet, | inden malerne kommer"."""
        return pick(self.tokens[0].low, Form.IMPERATIVE) is not None and self.tokens[1].low not in _NOMINATIVES

    def _subject_between(self, begin: int, end: int) -> bool:
        return end - begin >= 1 and self.tokens[begin].kind in (WORD,)

    def _nominal(self, begin: int, end: int) -> bool:
        """Whether these words can be (a list of) noun phrases: no participle that decides, no preposition first."""
        if end <= begin:
            return False
        first = self.tokens[begin]
        if first.kind == TIME or first.low in PREPOSITIONS or first.low in SUBORDINATORS:
            return False
        return not any(v.form is Form.PARTICIPLE and first.low not in ("bestyrelse",) for v in analyse(first.low))

    def _boundary(self, markers: list[int], at: int, last: Clause) -> int:
        """The marker that opens the clause of the verb at `at`: the last one, unless it only joins two subjects."""
        index = self._within_that(markers, at)
        while index > 0:
            m = markers[index]
            token = self.tokens[m]
            before = markers[index - 1]
            if token.low == "der" and self.tokens[before].low.startswith("hv") and m - before < _LONGEST_LIST:
                index -= 1
                continue
            joins = token.low in ("og", "samt", "eller", ",", "–", "-", "+") and m + 1 < at
            if (
                joins
                and (self.tokens[before].low not in WEAK_SUBORDINATORS or self.tokens[max(0, before - 1)].low == ",")
                and before + 1 < m
                and self._subjects(before + 1, m)
                and self._subjects(m + 1, at)
            ):
                index -= 1
                continue
            described = token.low == "om" and self.tokens[before].low == "at" and last.verb < before < m - 1  # "at støtten til"
            if token.low in WEAK_SUBORDINATORS and (described or not self._opens(m, at, False) or self._attribute_of(m, at, last)):
                index -= 1
                continue
            bare = self.tokens[m - 1].low != "," and m - 1 != last.verb and token.low != "om"
            if token.low in WEAK_SUBORDINATORS and bare and not self._who_directly(m, at):
                index -= 1
                continue
            return m
        return markers[0]

    def _who_directly(self, m: int, at: int) -> bool:
        """ "… af Tina | inden hun går på ferie": a comma is missing where nothing but the subject stands before the verb."""
        return at == m + 2 and self.tokens[m].low in ("inden", "før") and self.tokens[m + 1].low in _NOMINATIVES

    def _decided(self, m: int) -> bool:
        """Whether what was decided ends at the comma there: "Indstillingen tiltrådt, | og Bo giver Ida besked"."""
        return self.tokens[m + 1].low in COORDINATORS and pick(self.tokens[m - 1].low, Form.PARTICIPLE) is not None

    def _within_that(self, markers: list[int], at: int) -> int:
        """The last marker that may open the clause: a that-clause needs a verb before "og" can open another ("at tegninger over skolen og
        hallen | sendes")."""
        opening = ("at", "hvad", "hvem", "hvordan", "hvornår", "hvilke", "hvilken", "hvilket")
        that = next((k for k in range(len(markers) - 1, -1, -1) if self.tokens[markers[k]].low in opening), -1)
        if that < 0 or that == len(markers) - 1 or at == markers[that] + 1:
            return len(markers) - 1
        after = self.tokens[markers[that] + 1]
        joined = all(self.tokens[m].low in ("og", "samt", "eller") for m in markers[that + 1 :])
        infinitive = not after.capital and pick(after.low, Form.INFINITIVE) is not None
        return that if joined and not infinitive and after.low not in ADVERBS else len(markers) - 1

    def _attribute_of(self, m: int, at: int, last: Clause) -> bool:
        """Whether "om" and its noun describe the noun before: "at afsnittet om krisehjælp | omskrives"."""
        if self.tokens[m].low != "om" or m - 1 <= last.verb or at - m != 2:
            return False
        before, inside = self.tokens[m - 1], self.tokens[m + 1]
        opening = self.tokens[m - 2].text in (",", ";", "og", "men") and not before.capital  # "…; beslutning om opsigelse | træffes"
        opening = opening and before.low not in COORDINATORS and not pick(before.low, *FINITE)
        known = inside.capital or is_definite(inside.low) or agent_kind(inside.low)
        return (is_definite(before.low) or opening) and before.kind == WORD and not known

    def _subjects(self, begin: int, end: int) -> bool:
        """Whether the words are a bare subject, so that "og" beside them may join two of them."""
        for k in range(begin + 1, end - 1):
            then = self.tokens[k].low in ("til", "på", "ved") and self.tokens[k + 1].low == "næste"  # "Bo og Ea til næste møde | laver …"
            if then or (self.tokens[k].low in ("i", "sammen") and self.tokens[k + 1].low in _TOGETHER):
                end = k  # "Kultur og Bibliotek i samråd med arkivet | finder …"
                break
        for k in range(begin + 1, min(begin + _LONGEST_GROUP, end - 1)):
            if self.tokens[k].low in ("bestående", "med") and agent_kind(self.tokens[k - 1].low) is not None:
                begin = k + 1 + (self.tokens[k + 1].low == "af")  # "en lille gruppe bestående af | Ane, Bo og Ea"
                break
        words = [
            t
            for k, t in enumerate(self.tokens[begin:end], begin)
            if t.low not in COORDINATORS and t.text not in ",+" and t.low not in ADVERBS and t.kind != TIME and not self._ordinal(k)
        ]
        if not words or len(words) > _LONGEST_LIST:
            return False
        return all(t.kind == WORD and (t.capital or agent_kind(t.low) or t.low in _SUBJECT_WORDS) for t in words)

    def _ordinal(self, k: int) -> bool:
        """The number or stop of "1. viceborgmester"."""
        number = k if self.tokens[k].low.isdigit() else k - 1
        stop = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return number >= 0 and self.tokens[number].low.isdigit() and stop is not None and stop.text == "." and k <= number + 1

    def _cluster_start(self, opener: int, limit: int) -> int:
        start = opener
        while start > limit and (
            self.tokens[start - 1].text in ",;–—-"
            or (self.tokens[start - 1].low in COORDINATORS)
            or self.tokens[start - 1].low in ("således", "dog", "såvel", "især")
        ):
            start -= 1
        return start

    def _acts_inside(self, k: int) -> bool:
        """Whether brackets tell who does it in a clause of their own: "Trailer lånes hos Preben (Flemming henter)"."""
        name, verb = self.tokens[k + 1 : k + 2], self.tokens[k + 2 : k + 3]
        if name and name[0].kind == WORD and verb and any(v.form is Form.PASSIVE and v.sense is Sense.DO for v in analyse(name[0].low)):
            return True  # "(sendes til medlemmerne i løbet af et par dage)"
        if not name or not verb or name[0].kind != WORD or not may_act(name[0]):
            return False
        inside = self.tokens[k : k + _LONGEST_ASIDE]
        closes = next((step for step, t in enumerate(inside) if t.text == ")"), len(inside))
        if not is_named(name[0]) and any(t.kind != SIGN for t in inside[closes : closes + 3]):
            return False  # "Mødet (Havnen indkalder) holdes i maj"
        at = k + 1
        while at < min(k + _MOST_NAMES, len(self.tokens) - 1) and (self.tokens[at].capital or self.tokens[at].low in (",", "og", "&", "+")):
            at += 1  # "(Jens Peter og Birthe deltager)"
        said = self.tokens[at]
        found = [v for v in analyse(said.low) if v.form is Form.PRESENT] if said.kind == WORD else []
        behind = self.tokens[at + 1].low if at + 1 < len(self.tokens) else ""
        return any(v.sense is Sense.DO or v.lemma == "deltage" or (v.lemma, behind) == ("stå", "for") for v in found)

    def _link(self, start: int, opener: int) -> str:
        for k in range(opener, start - 1, -1):
            low = self.tokens[k].low
            if low in SUBORDINATORS or low == "så":
                if low == "der" and k > 0 and self.tokens[k - 1].low == "så":
                    return "så"  # "Lokalet er optaget, så der holdes et ekstra møde i marts"
                if low == "der":
                    return "coord" if self.tokens[k - 1].text in ";–—:-" and k > 0 else "som"  # "bliver i maj - der bookes lokale"
                if low == "så" and k + 1 < len(self.tokens) and self.tokens[k + 1].low in ("snart", "længe"):
                    return "når"
                if low == "så" and k > 0 and self.tokens[k - 1].low == "og":
                    return "coord"
                if low in _LIKE:
                    return _LIKE[low]
                if low == "hvis" and self._whose(k):
                    return "som"
                if low.startswith("hv") and low not in ("hvis", "hvorefter", "hvorpå"):
                    return "hv"
                return low
        return (
            "coord"
            if any(self.tokens[k].low in COORDINATORS or self.tokens[k].text in ";–—:-+(" for k in range(start, opener + 1))
            else "comma"
        )

    def _whose(self, k: int) -> bool:
        """Whether "hvis" owns the noun behind it: "to superbrugere, hvis navne meldes til Bo"."""
        if k == 0 or k + 1 >= len(self.tokens) or self.tokens[k - 1].text != ",":
            return False
        noun = self.tokens[k + 1]
        bare = noun.kind == WORD and not noun.capital and len(noun.low) > 3 and not noun.low.endswith(("en", "et", "ene", "rne"))
        return bare and not analyse(noun.low) and noun.low not in ADVERBS and noun.low not in ("alle", "ingen", "nogen", "disse")

    def _directly(self, begin: int, at: int) -> bool:
        """Whether the verb follows the boundary at once, adverbs and times aside."""
        return all(t.kind == TIME or t.low in ADVERBS or t.low in SIGNS for t in self.tokens[begin:at])
