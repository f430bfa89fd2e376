"""Parties in a sentence: noun phrases that name someone who can act or receive, singly or joined by "og"."""

from __future__ import annotations

import re

from tracker.danish.kept import kept
from tracker.danish.names import is_first_name, is_initials, looks_definite
from tracker.domain.party import PartyKind
from tracker.extraction.appositions import Appositions
from tracker.extraction.grouping import HOW_MANY
from tracker.extraction.mention import (
    ADJECTIVES,
    DETERMINERS,
    GUESSED,
    LIKELY,
    NOT_NAMES,
    OWN,
    QUANTIFIERS,
    SURE,
    Mention,
)
from tracker.extraction.parties import Directory
from tracker.extraction.tokens import SIGN, WORD, Token
from tracker.extraction.vocabulary import UNIT_NOUNS, agent_kind, described_kind, is_definite, is_outsider, is_thing, is_topic

_ACRONYM = re.compile(r"([A-ZÆØÅ]{2,6})['’]?(?:erne|en|et|ene)\Z")


def _no_name(word: str) -> bool:
    """Whether a capital at the head of a sentence is rather a noun's ("Målingen", "Annoncer") or a product's ("NemID")."""
    one, _, other = word.partition("/")
    if other[:1].isupper():
        return _no_name(one) or _no_name(other)  # "Mona/Villum" are two names
    return looks_definite(word) or word.endswith("er") or not word.isalpha() or any(c.isupper() for c in word[1:])


@kept()
def _acronym_body(word: str) -> PartyKind | None:
    """ "LMU'erne", "MED'et": an abbreviation with the article is a body or a unit."""
    match = _ACRONYM.match(word)
    return None if match is None else PartyKind.BODY if match.group(1).endswith(("U", "D", "R", "B")) else PartyKind.DEPARTMENT


_BARE_PARTIES = frozenset("hr it ledelse formand kasserer sekretær forældre administrator revisor rektor provst borgmester ansøger".split())
"""Nouns that stand for the party itself without an article."""
_MONTH_NAMES = frozenset({"maj", "august", "juli"})
"""First names that are months as well."""


class Reader(Appositions):
    """Reads mentions out of the tokens of one sentence."""

    def __init__(self, tokens: list[Token], directory: Directory, source: str) -> None:
        self.tokens = tokens
        self.directory = directory
        self.source = source

    def group(self, start: int, limit: int, *, preverbal: bool = False) -> tuple[list[Mention], int]:
        """The parties joined from `start` on, and where they end; none when the words there name nobody."""
        found: list[Mention] = []
        position = start + 1 if preverbal and self._titled(start, limit) else start
        if position + 1 < limit and self.tokens[position].low in ("både", "såvel"):
            position += 1  # "både Ken og Ida"
        while position + 1 < limit and self.tokens[position].low in OWN and not preverbal:
            position += 1  # "forelægger det for sit teknikudvalg"
        while position < limit:
            mention = self.one(position, limit, preverbal=preverbal) or self._owned(position, limit)
            if mention is None:
                break
            small = mention.kind in (PartyKind.GROUP, PartyKind.BODY) and self.tokens[mention.start].low in ("en", "et")
            led = (
                2
                if self._words_at(mention.end, "bestående af")
                else int(small and mention.end < limit and self.tokens[mention.end].low == "med")
            )
            if preverbal and led:
                members, stop = self.group(mention.end + led, limit)
                return (members, stop) if members else ([mention], mention.end)  # "en gruppe bestående af Ea og Bo | ser på det"
            bracketed = self._in_brackets(mention)
            if bracketed is not None:
                return [*found, *bracketed[0]], bracketed[1]
            name = (
                self._apposition(mention, limit)
                or self._with_unit(mention, limit)
                or (self._represented(mention, limit) if preverbal else None)
            )
            mention = name or mention
            found.extend(self._split(mention))
            after = self._joiner(mention.end, limit)
            if after is None:
                return found, mention.end
            position = after
        return found, found[-1].end if found else start

    def _owned(self, at: int, limit: int) -> Mention | None:
        """A noun behind a possessive, which needs no article: "sit | teknikudvalg"."""
        kind = agent_kind(self.tokens[at].low) if at > 0 and self.tokens[at - 1].low in OWN else None
        return Mention(self._text(at, at + 1), at, at + 1, kind) if kind is not None and at < limit else None

    def _split(self, mention: Mention) -> list[Mention]:
        parts = mention.text.split("/")
        if len(parts) == 1 or (mention.end - mention.start != 1 and not all(is_first_name(p.split(" ")[0]) for p in parts)):
            return [mention]  # "Bo Lund/Ea Holm" are two
        if not all(p and (p[0].isupper() or agent_kind(p) is not None or is_topic(p)) for p in parts):
            return [mention]
        known = all(is_first_name(p.split(" ")[0]) for p in parts)
        kinds = [self.directory.classify(p) if mention.kind is PartyKind.UNKNOWN else mention.kind for p in parts]
        sure = SURE if known else mention.sure
        return [Mention(p, mention.start, mention.end, kind, sure) for p, kind in zip(parts, kinds, strict=True)]

    def _joiner(self, at: int, limit: int) -> int | None:
        """The place after "og", a comma or a stroke where another party of the list begins, or None."""
        if at >= limit:
            return None
        token = self.tokens[at]
        if token.low in ("og", "samt", "eller", "og/eller", "&", "/", "+", ","):
            step = at + 1
            if step < limit and self.tokens[step].low in ("og", "samt", "evt", "eventuelt"):
                step += 1
            while step < limit and (self.tokens[step].low in ("til", "hos", ".", "kopi") or self._words_at(step, "i kopi")):
                step += 1
            if step < limit and self.one(step, limit) is not None:
                return step
        return None

    def one(self, at: int, limit: int, *, preverbal: bool = False) -> Mention | None:
        """One party beginning exactly at `at`, or None."""
        if at >= limit or at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind != WORD:
            return self._numbered(at, limit) if token.low.isdigit() else None
        low = token.low
        if low in QUANTIFIERS:
            return self._quantified(at, limit)
        if low == "resten" and at + 2 < limit and self.tokens[at + 1].low == "af" and (whole := self.one(at + 2, limit)) is not None:
            return Mention(self._text(at, whole.end), at, whole.end, PartyKind.GROUP)  # "Resten af BUL kommenterer …"
        joint = token.capital and (
            (is_topic(token.text) and self._name_end(at, limit) > at + 1)  # "Ældre og Sundhed"
            or (is_initials(token.text) and self.directory.knows(token.text))  # "TO" is no number where TO attends
        )
        described = low in ADJECTIVES or (low.endswith("ede") and self._qualifies(at, limit))
        if not joint and (described or low in DETERMINERS or low in HOW_MANY):
            return self._some_of(at, limit) or self._determined(at, limit, preverbal)
        if token.capital:
            return self._capital(at, limit, preverbal)
        if low.endswith("-") and at + 2 < limit and self.tokens[at + 1].low in ("og", "eller") and agent_kind(self.tokens[at + 2].low):
            kind = agent_kind(self.tokens[at + 2].low)
            return self._noun(at, at + 2, limit, kind, preverbal) if kind else None  # "børne- og familiechefen"
        return self._unit(at, limit, preverbal) or self._small(at, limit, preverbal)

    def _unit(self, at: int, limit: int, preverbal: bool) -> Mention | None:
        """A unit written small behind who or what it is told of: "af teknisk service", "til pædagogisk personale"."""
        if not 0 < at < limit - 1 or self.tokens[at - 1].low not in ("af", "til", "hos", "og", "samt"):
            return None
        kind = described_kind(self.tokens[at].low, self.tokens[at + 1].low)
        units = (PartyKind.DEPARTMENT, PartyKind.GROUP, PartyKind.BODY)
        return self._noun(at, at + 1, limit, kind, preverbal) if kind in units else None

    def _small(self, at: int, limit: int, preverbal: bool) -> Mention | None:
        """A noun in lower case that stands for the party itself: "formanden", "lokaludvalgets formand"."""
        token = self.tokens[at]
        low = token.low
        kind = agent_kind(low) if low != "med" else None
        if kind is None and low.endswith("s") and at + 1 < limit and agent_kind(low[:-1]):
            head = self._past_described(at + 1, limit)
            if named := agent_kind(self.tokens[head].low):
                return Mention(self._text(at, head + 1), at, head + 1, named)  # "lokaludvalgets formand", "skolernes faste vikarer"
        if kind is None and low.endswith("s") and len(low) > 5 and is_definite(low[:-1]) and at + 1 < limit:
            head = self._past_described(at + 1, limit)
            owned = agent_kind(self.tokens[head].low)
            if owned in (PartyKind.BODY, PartyKind.ROLE, PartyKind.GROUP) and not self.tokens[head].capital:
                return Mention(self._text(at, head + 1), at, head + 1, owned)  # "kollegiets kasserer", "områdets daglige ledere"
        joined = kind is PartyKind.ROLE and at > 1 and self.tokens[at - 1].low in ("og", ",", "eller")  # "formand og næstformand"
        lettered = kind is PartyKind.BODY and any(c.isupper() for c in token.text)  # "lokal-MED"
        if kind is not None and (joined or lettered or self._acts(at, limit)):
            return self._noun(at, at, limit, kind, preverbal)
        return None

    def _numbered(self, at: int, limit: int) -> Mention | None:
        """ "1. næstformand", "9. klasse", "Formanden og 1 forælder"."""
        if at + 2 < limit and self.tokens[at + 1].text == ".":
            whole = self.tokens[at + 2].low in ("klasse", "årgang") and self.tokens[at - 1].text not in ("-", "–", ".")
            kind = PartyKind.GROUP if whole else PartyKind.ROLE if agent_kind(self.tokens[at + 2].low) is PartyKind.ROLE else None
            return Mention(self._text(at, at + 3), at, at + 3, kind) if kind else None
        if at < 2 or at + 1 >= limit or self.tokens[at - 1].low not in ("og", ",", "samt"):
            return None
        some = agent_kind(self.tokens[at + 1].low) in (PartyKind.ROLE, PartyKind.GROUP)
        stop = at + (3 if at + 2 < limit and self.tokens[at + 2].low == "mere" else 2)  # "1 forælder mere"
        return Mention(self._text(at, stop), at, stop, PartyKind.GROUP) if some else None

    def _acts(self, at: int, limit: int) -> bool:
        """Whether a lower-case noun stands for the party itself: definite, plural, or a title before a name."""
        low = self.tokens[at].low
        after = self.tokens[at + 1] if at + 1 < limit else None
        if after is not None and after.capital and after.kind == WORD and not is_definite(low):
            return True
        if after is not None and after.low in ("for", "af") and at + 2 < limit and self.tokens[at + 2].capital and not is_definite(low):
            return agent_kind(low) in (PartyKind.ROLE, PartyKind.DEPARTMENT)  # "direktør for Velfærd", "afdeling for Byg"
        return (
            is_definite(low)
            or low.endswith(("erne", "rne", "er", "ere", "ne", "forum", "netværk", "centre", "huse", "rektor", "valgte"))
            or low in _BARE_PARTIES
        )

    def _noun(self, start: int, head: int, limit: int, kind: PartyKind, preverbal: bool) -> Mention | None:
        """A role, unit or group noun at `head`, with the name or the "for …" that follows it."""
        low = self.tokens[head].low
        if low.endswith("s") and agent_kind(low.removesuffix("s")) and not agent_kind(low):
            return None
        outsider = is_outsider(low)
        end = head + 1
        quoted = self._quoted(end, limit) if kind is not PartyKind.ROLE else 0
        if quoted:
            return Mention(self._text(start, quoted), start, quoted, kind, SURE, outsider)
        if end < limit and self._is_name(end) and (not is_definite(low) or kind is PartyKind.ROLE) and not self._is_verb(end):
            stop = self._name_end(end, limit)
            if (kind is PartyKind.BODY or low in UNIT_NOUNS) and (low == "team" or not is_first_name(self.tokens[end].text)):
                return Mention(self._text(start, stop), start, stop, kind, SURE, outsider)  # "LokalMED Varme"
            if not is_definite(low):
                return Mention(self._text(end, stop), end, stop, PartyKind.PERSON, SURE, outsider and not self._present(end, stop))
            if kind is PartyKind.ROLE and preverbal:
                return Mention(self._text(end, stop), start, stop, PartyKind.PERSON, SURE, outsider)
        elif self._named_unit(end, limit, kind, preverbal):
            end = self._name_end(end, limit)  # "Plejecentret Solbo"
        end = self._attribute(end, limit, preverbal)
        named = next((k for k in range(head + 3, end) if is_first_name(self.tokens[k].text)), end) if kind is PartyKind.ROLE else end
        if named + 1 < end and self.tokens[named - 1].low not in ("og", "&"):
            return Mention(self._text(named, end), start, end, PartyKind.PERSON, SURE, outsider)  # "direktør for Velfærd Anne Lund"
        end = self._parenthesis(end, limit)
        return Mention(self._clean(start, end), start, end, kind, SURE, outsider)

    def _present(self, start: int, end: int) -> bool:
        """Whether somebody named is on the list of who came: the lawyer who writes the minutes is no outsider."""
        return any(map(self.directory.attends, (self._text(start, end), self.tokens[start].text)))

    def _named_unit(self, at: int, limit: int, kind: PartyKind, preverbal: bool) -> bool:
        """Whether the capital behind a unit's noun is its own name, not somebody else's."""
        if kind is not PartyKind.DEPARTMENT or not preverbal or at >= limit or not self._is_name(at):
            return False
        return not (is_first_name(self.tokens[at].text) or is_initials(self.tokens[at].text) or self._is_verb(at))

    def _capital(self, at: int, limit: int, preverbal: bool) -> Mention | None:
        token = self.tokens[at]
        low = token.low
        follows = self.tokens[at + 1] if at + 1 < limit else None
        month = low in _MONTH_NAMES and follows is not None and follows.capital and follows.kind == WORD  # "Maj Lykke"
        if low in NOT_NAMES and not month and not (token.text.isupper() and self.directory.attends(token.text)):
            return None  # but "PKT" may be somebody present
        kind = agent_kind(low) if not low.endswith("-") else None
        if kind is None and follows is not None and not follows.capital and (named := described_kind(low, follows.low)):
            return self._noun(at, at + 1, limit, named, preverbal)  # "Lokalhistorisk gruppe", "Fælles administration"
        if low == "center" or (
            low in ("udvalget", "afdelingen", "forvaltningen", "styregruppen", "arbejdsgruppen", "stab")
            and at + 1 < limit
            and self.tokens[at + 1].low == "for"
        ):
            small = at + 2 >= limit or not self.tokens[at + 2].capital  # "Center for by og land", but "sender Center for Sundhed | planen"
            return self._noun(at, at, limit, kind or PartyKind.DEPARTMENT, preverbal or small)
        if kind is not None and not is_first_name(token.text) and not is_topic(token.text):
            if low.endswith("s") and not agent_kind(low):
                return None
            return self._noun(at, at, limit, kind, preverbal)
        body = _acronym_body(token.text)
        if body is not None:
            return Mention(token.text, at, at + 1, body, SURE)
        end = self._name_end(at, limit)
        words = [self.tokens[k] for k in range(at, end)]
        last = words[-1]
        apostrophe = last.text.endswith(("'s", "’s")) and end < limit  # "UU's opgaver"
        if apostrophe or self._genitive(last, end, limit):
            return self._possessed(at, end, limit)
        end_with = self._parenthesis(end, limit)
        text = self._text(at, end)
        sentence_start = at == 0 or self.tokens[at - 1].kind == SIGN
        sure = SURE
        if (
            sentence_start
            and len(words) == 1
            and not self.directory.knows(token.text)
            and not is_initials(token.text)
            and not any(map(is_topic, token.text.split("-")))
        ):
            if is_thing(low) or (low.endswith("ende") and follows is not None and not follows.capital):
                return None  # "Bevillingssag kommer på mødet i maj", "Opfølgende møder"
            initialled = all(is_initials(p) for p in token.text.split("/"))
            sure = SURE if initialled else GUESSED if _no_name(token.text) else LIKELY
        whole = len(words) > 1 and not is_first_name(words[0].text)
        body = agent_kind("rådet" if last.low == "råd" else last.low) if whole else None  # "Grønt Råd"
        kind = PartyKind.BODY if body is PartyKind.BODY else self.directory.classify(text)
        return Mention(text, at, end_with, kind, sure, is_outsider(low))

    def _possessed(self, at: int, end: int, limit: int) -> Mention | None:
        head = self._past_described(end, limit)
        kind = agent_kind(self.tokens[head].low)
        if kind is None:
            return None
        return Mention(self._text(at, head + 1), at, head + 1, kind, SURE)
