"""Noun phrases for groups and units: "alle chefer", "de enkelte afdelinger", and what follows a head ("for Økonomi og Stab")."""

from __future__ import annotations

import re

from tracker.danish.names import is_first_name, is_initials
from tracker.domain.party import PartyKind
from tracker.extraction.mention import ADJECTIVES, ATTRIBUTE, DETERMINERS, LIKELY, SURE, Mention
from tracker.extraction.naming import Naming
from tracker.extraction.tokens import WORD
from tracker.extraction.vocabulary import agent_kind, is_definite, is_outsider, is_topic

_LETTERED = re.compile(r"[A-ZÆØÅ]{2,6}['’](?:er|erne)\Z")
_AT_LEAST = frozenset("mindst højst minimum maksimalt".split())
HOW_MANY = frozenset("én en et par to tre fire fem seks nogle flere".split()) | _AT_LEAST
"""Words that some of a group may begin with: "to fra bestyrelsen", "et par fra rådet", "mindst én fra hver afdeling"."""
_POSSESSIVES = frozenset("deres sin sit sine hans hendes dens dets".split())
_NOT_WITHIN = frozenset("og som der at i på med til fra ved om efter inden den det de en et sin sit sine deres denne dette disse".split())
"""Words that no name of a unit holds in lower case, so that they end it."""


_PART_OF = ("medlem", "formand", "leder", "næstformand", "ejer", "del", "flertal", "gruppe", "brugere", "repræsentant", "chef", "kreds")
"""How nouns begin that have an "af" of their own."""

_HOW = frozenset(
    "samråd samarbejde dialog fællesskab forening løbet omgang forbindelse tid mellemtiden baggrund grundlag hensyn overensstemmelse"
    " henhold anledning stedet øvrigt praksis princippet fremtiden perioden udstrækning omfang grad ombæring sigt forhånd skift initiativ"
    " foranledning opfordring forsøgsbasis lyset tilfælde nødvendigt relevant muligt vegne ansvar".split()
)
"""Nouns of phrases that tell how or when somebody acts, not which one is meant: "i første omgang", "på baggrund af"."""

_OTHERS = frozenset("øvrige andre faste nye to tre fire fem seks syv otte ni ti".split())
"""What may stand for people behind "de": "De øvrige lovede at ringe", "De syv får en rykker"."""


_EVERY_SO_MANY = frozenset("anden andet tredje fjerde femte sjette syvende ottende niende tiende".split())
_PEOPLE_ENDS = ("ende", "ansatte", "valgte", "erede", "mødte", "meldte", "interesserede", "kyndige", "ansvarlige")
"""What words end in that stand for people behind "de", as "kyndige" does behind "den": "De ni tilmeldte", "Den bygningskyndige"."""


class Grouping(Naming):
    """Reads quantified and determined noun phrases out of the tokens of one sentence."""

    def _attribute(self, at: int, limit: int, preverbal: bool) -> int:
        """The end of "for Økonomi og Stab", "i Børnehuset" after a head noun, where the words name a unit or a place."""
        behind = preverbal and at < limit and self.tokens[at].low == "bag"  # "Gruppen bag forslaget"
        if at + 1 >= limit or (self.tokens[at].low not in ATTRIBUTE and not behind):
            return at
        if not preverbal and self.tokens[at].low not in ("for", "af"):
            return at
        agent = self.tokens[at].low == "af" and is_first_name(self.tokens[at + 1].text)  # "rundsendes til medlemmerne af Berit"
        if agent or (not preverbal and self.tokens[at].low == "af" and not self.tokens[at - 1].low.startswith(_PART_OF)):
            return at  # "meldes ud til alle ansatte af Kommunikation": who does it
        reach = at + 2 if self.tokens[at].low in ("for", "af") else at + 5  # "for fremtiden", but "chefen for social praksis"
        if any(t.low in _HOW for t in self.tokens[at + 1 : min(reach, limit)]):
            return at  # "forvaltningen i første omgang | undersøger", "lederne på baggrund af notatet | laver"
        step = at + 1
        if self.tokens[step].low in _POSSESSIVES:
            return at  # "fagudvalgene på deres møder"
        if self.tokens[step].low in ("de", "den", "det", "vores", "alle", "hver", "hvert"):
            step += 1
        begin = step
        while step < limit and (self.tokens[step].kind == WORD or self.tokens[step].text == "&"):
            token = self.tokens[step]
            if self._is_verb(step) and not token.capital:
                break  # "Rådet for Socialt Udsatte" has no verb
            joined = token.low == "og" and any(t.low == "og" for t in self.tokens[begin:step])
            other = joined and step + 1 < limit and self.tokens[step + 1].text.isupper()  # "Center for Ældre og Sundhed | og HR"
            if other or (token.low == "og" and (self._person_at(step + 1, limit) or self._opens_unit(step + 1, limit))):
                break  # "Center for Sundhed | og Lone Vang"
            if token.capital or (preverbal and step - begin < 3 and not token.low.startswith("hv") and token.low not in _NOT_WITHIN):
                step += 1
                continue
            if token.low in ("og", "&") and step + 1 < limit and (self.tokens[step + 1].capital or preverbal) and step > begin:
                step += 1
                continue
            break
        if (
            step < limit
            and self.tokens[step].text == ","
            and step + 2 < limit
            and self.tokens[step + 1].capital
            and is_topic(self.tokens[step + 1].text)
        ):
            return self._attribute_list(step, limit)
        return step if step > begin else at

    def _person_at(self, at: int, limit: int) -> bool:
        """Whether somebody is named there, by first name and surname, and no field: "Ida Vang", not "Bo og Job"."""
        pair = self.tokens[at : min(at + 2, limit)]
        return len(pair) > 1 and is_first_name(pair[0].text) and pair[1].kind == WORD and pair[1].capital and not is_topic(pair[1].text)

    def _attribute_list(self, at: int, limit: int) -> int:
        while at < limit and (self.tokens[at].text in (",", "&") or self.tokens[at].low == "og" or self.tokens[at].capital):
            at += 1
        return at

    def _quantified(self, at: int, limit: int) -> Mention | None:
        step = at + 1
        if step < limit and self.tokens[at].low in ("hver", "hvert") and self.tokens[step].low in _EVERY_SO_MANY:
            return None  # "hver femte forælder ringer": how many, not who
        while step < limit and (
            self.tokens[step].low in ADJECTIVES or self.tokens[step].low in ("de", "vores", "af") or self._describes(step, limit)
        ):
            step += 1
        if step + 1 < limit and self.tokens[step].low.endswith("s") and agent_kind(self.tokens[step].low[:-1]):
            step = self._past_described(step + 1, limit)  # "hver af rådets medlemmer", "alle skolens faste vikarer"
        if step < limit and self.tokens[step].kind == WORD and (not self.tokens[step].capital or "-" in self.tokens[step].text):
            kind = agent_kind(self.tokens[step].low) if self.tokens[step].text != "med" else None  # "Alle med nøgle"
            if kind is not None:
                end = self._attribute(step + 1, limit, False)
                return Mention(self._text(at, end), at, end, PartyKind.GROUP)
            if (
                self.tokens[at].low != "begge"
                and step + 1 < len(self.tokens)
                and (self._is_verb(step + 1) or self.tokens[step + 1].low in ("have", "være", "få"))
                and (self.tokens[at].low in ("hver", "hvert") or self.tokens[step].low.endswith(("er", "ere", "de", "te", "en")))
            ):
                return Mention(self._text(at, step + 1), at, step + 1, PartyKind.GROUP, SURE if self.tokens[at].low == "alle" else LIKELY)
            if self.tokens[at].low == "alle" and step == at + 1 and is_definite(self.tokens[step].low):
                return Mention(self._text(at, step), at, step, PartyKind.GROUP)  # "læser alle teksten igennem"
            if self.tokens[at].low != "alle" or not self._alone(step):
                return None
        if step < limit and self.tokens[at].low in ("hver", "hvert") and self.tokens[step].capital and agent_kind(self.tokens[step].low):
            return Mention(self._text(at, step + 1), at, step + 1, PartyKind.GROUP)  # "Hvert LMU", "Hver afdeling"
        if self.tokens[at].low in ("alle", "samtlige", "begge") and (step >= limit or self._alone(step)):
            people = step == at + 2 and self.tokens[at + 1].low in _OTHERS | {"frivillige"}  # "Alle nye", "Alle frivillige"
            end = max(self._group_of(at + 1, limit), step if people else 0)
            return Mention(self._text(at, end), at, end, PartyKind.GROUP)
        return None

    def _describes(self, at: int, limit: int) -> bool:
        """Whether a word between "alle" or "hver" and a noun tells which: "alle faste medarbejdere", "hver enkelt faggruppe"."""
        low = self.tokens[at].low
        noun = low != "ifølge" and at + 1 < limit and self.tokens[at + 1].low != "med" and agent_kind(self.tokens[at + 1].low) is not None
        told = low == "enkelt" or (low.endswith("e") and not low.endswith("erne") and agent_kind(low) is None)
        return noun and (told or low.endswith(("ansatte", "valgte")))

    def _past_described(self, at: int, limit: int) -> int:
        """The place behind the adjective before a party's noun, if one stands at `at`."""
        return at + 1 if self._describes(at, limit) else at

    def one(self, at: int, limit: int, *, preverbal: bool = False) -> Mention | None:
        """One party beginning exactly at `at`; given by the reader itself."""
        raise NotImplementedError

    def _some_of(self, at: int, limit: int) -> Mention | None:
        """ "to fra bestyrelsen", "mindst én fra hver afdeling": how many of whom."""
        step = at + (self.tokens[at].low in _AT_LEAST) + self._words_at(at, "et par")
        if step + 2 >= limit or self.tokens[step].low not in HOW_MANY or self.tokens[step + 1].low not in ("fra", "af"):
            return None
        whole = self.one(step + 2, limit)
        some = whole is not None and whole.kind in (PartyKind.GROUP, PartyKind.DEPARTMENT, PartyKind.BODY)
        return Mention(self._text(at, whole.end), at, whole.end, PartyKind.GROUP) if some and whole is not None else None

    def _group_of(self, at: int, limit: int) -> int:
        """The end of "i bestyrelsen" behind "alle"."""
        inside = at + 1 < limit and self.tokens[at].low in ("i", "fra")
        named = inside and (agent_kind(self.tokens[at + 1].low) is not None or is_initials(self.tokens[at + 1].text))  # "Alle i LT"
        return at + 2 if named else at

    def _alone(self, at: int) -> bool:
        """Whether what follows "alle" shows that it stands alone: a verb, a sign, a preposition."""
        token = self.tokens[at]
        return (
            token.kind != WORD
            or self._is_verb(at)
            or token.low in ("i", "på", "ind", "op", "med", "ned", "til", "der", "som", "ud", "bør", "selv", "deres", "hver")
        )

    def _qualifies(self, at: int, limit: int) -> bool:
        """Whether a word tells which people are meant: "berørte", "interesserede afdelinger"."""
        low = self.tokens[at].low
        return low in ADJECTIVES or (low.endswith("ede") and at + 1 < limit and agent_kind(self.tokens[at + 1].low) is not None)

    def _titled_name(self, at: int, limit: int) -> bool:
        """Whether a title stands right before somebody's name: "konsulent Ea Holm"."""
        return at + 1 < limit and agent_kind(self.tokens[at].low) is PartyKind.ROLE and is_first_name(self.tokens[at + 1].text)

    def _determined(self, at: int, limit: int, preverbal: bool) -> Mention | None:
        step = at
        first = self.tokens[at].low
        if first == "vores" and self._titled_name(at + 1, limit):
            return self.one(at + 1, limit, preverbal=preverbal)  # "Vores konsulent Ea Holm laver"
        while (
            step < limit
            and step - at < 4
            and (
                self.tokens[step].low in DETERMINERS
                or self.tokens[step].low in ("en", "et")
                or self.tokens[step].low in ADJECTIVES
                or (step == at and self._qualifies(at, limit))
                or (step > at and first != "det" and self._describes(step, limit))
                or (step > at and self.tokens[step].low.isdigit())  # "de 2 afdelinger"
            )
        ):
            step += 1
        single = step > at and self.tokens[step - 1].low == "enkelte"  # "lægger den enkelte leder frem"
        led = at > 0 and self.tokens[at - 1].low in ("af", "hos", "til")  # "indkaldes af deres leder | til en samtale"
        told = step > at + 1 and first in ("den", "det", "en", "et")  # "Derfor skal den nye leder | indkalde"
        noun = (single or led or told) and not preverbal
        if step < limit and self.tokens[step].kind == WORD and (noun or not self._verb_here(step, limit)):
            kind = agent_kind(self.tokens[step].low) if self.tokens[step].text != "med" else None  # "en redegørelse med nøgletal"
            if kind is None and step > at and first in ("de", "alle") and _LETTERED.match(self.tokens[step].text):
                kind = PartyKind.GROUP  # "de tre DPO'er"
            if kind is None and step > at + 1 and self.tokens[step].low == "råd":
                kind = PartyKind.GROUP  # "de tre råd": counted, they are councils and no advice
            if (
                step > at
                and step + 1 < limit
                and self._modifies(step, kind)
                and self.tokens[step + 1].text != "med"
                and agent_kind(self.tokens[step + 1].low)
            ):
                step += 1
                kind = agent_kind(self.tokens[step].low)
            if kind is not None:
                end = self._attribute(step + 1, limit, preverbal)  # "En repræsentant fra hver skole | booker"
                sure = LIKELY if first in ("en", "et") else SURE
                return Mention(self._text(at, end), at, end, kind, sure, is_outsider(self.tokens[step].low))
        described = ("kyndige", "ansvarlige", "ansatte") if first == "den" else _PEOPLE_ENDS
        if (
            first in ("de", "den", "øvrige", "andre")
            and step > at
            and step < limit
            and self.tokens[step].low.endswith(described)
            and (step + 1 >= limit or self._alone(step + 1) or self.tokens[step + 1].low in ("om", "herom", "for"))
        ):
            return Mention(self._text(at, step + 1), at, step + 1, PartyKind.GROUP)
        others = self.tokens[at + 1].low if at + 1 < limit else ""
        if first == "de" and others in _OTHERS and (at + 2 >= limit or self._is_verb(at + 2)):
            return Mention(self._text(at, at + 2), at, at + 2, PartyKind.GROUP)  # "De øvrige lovede at ringe"
        if (
            first == "de"
            and step - at >= 2
            and self.tokens[step - 1].low
            in ("ansvarlige", "frivillige", "unge", "ældre", "nye", "øvrige", "andre", "pågældende", "involverede", "udpegede", "berørte")
            and (step >= limit or self._alone(step) or self.tokens[step].low in _NOT_WITHIN)
        ):
            return Mention(self._text(at, step), at, step, PartyKind.GROUP)
        return None

    def _verb_here(self, at: int, limit: int) -> bool:
        """Whether the word is the verb; before another verb "den enkelte leder" has a noun."""
        return self._is_verb(at) and not (
            agent_kind(self.tokens[at].low) and (at + 1 >= limit or self.tokens[at + 1].kind != WORD or self._is_verb(at + 1))
        )

    def _modifies(self, at: int, kind: PartyKind | None) -> bool:
        """Whether a word may stand before the head: "de budgetansvarlige centre", "de lokale MED udvalg"."""
        low = self.tokens[at].low
        if low == "ifølge":
            return False  # "det gør den ifølge HR"
        return low.endswith(("lige", "ige", "ede", "ende")) if kind is not None else self.tokens[at].capital or low.endswith(("e", "ige"))
