"""Proper names in a sentence: runs of capitals, units joined by "og", genitives."""

from __future__ import annotations

from tracker.danish.names import is_first_name, is_initials
from tracker.danish.verbs import Form, analyse
from tracker.extraction.mention import (
    NOT_NAMES,
)
from tracker.extraction.parties import Directory
from tracker.extraction.tokens import WORD, Token
from tracker.extraction.vocabulary import agent_kind, is_topic

_QUOTES = frozenset("\"”“„»«'’")
_LONGEST_QUOTE = 8  # tokens; a longer quotation names no group


class Naming:
    """Reads names out of the tokens of one sentence."""

    def __init__(self, tokens: list[Token], directory: Directory, source: str) -> None:
        self.tokens = tokens
        self.directory = directory
        self.source = source

    def _text(self, start: int, end: int) -> str:
        if end - start == 1 and self.tokens[start].kind == WORD:
            return self.tokens[start].text
        return " ".join(self.source[self.tokens[start].start : self.tokens[end - 1].end].split())

    def _clean(self, start: int, end: int) -> str:
        return self._text(start, end).split(" (")[0].split(" [")[0]

    def _words_at(self, at: int, words: str) -> bool:
        found = self.tokens[at : at + 2]
        return bool(found) and words.startswith(found[0].low) and " ".join([t.low for t in found]) == words

    def _parenthesis(self, at: int, limit: int) -> int:
        """Past the one word in brackets behind a party: "Bo (HR)"."""
        if at + 2 < limit and self.tokens[at].text == "(" and self.tokens[at + 1].kind == WORD:
            for close in (at + 2, at + 3):
                if close < limit and self.tokens[close].text == ")":
                    return close + 1
        return at

    def _quoted(self, at: int, limit: int) -> int:
        """Where a name in quotation marks that begins at `at` ends: arbejdsgruppen "Fest i parken"; 0 where none begins."""
        if at >= limit or self.tokens[at].text not in _QUOTES:
            return 0
        return next((k + 1 for k in range(at + 2, min(at + _LONGEST_QUOTE, limit)) if self.tokens[k].text in _QUOTES), 0)

    def _is_verb(self, at: int) -> bool:
        return any(v.form not in (Form.IMPERATIVE, Form.INFINITIVE, Form.PARTICIPLE) for v in analyse(self.tokens[at].low))

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        return token.kind == WORD and token.capital and token.low not in NOT_NAMES

    def _name_end(self, at: int, limit: int) -> int:
        """Where a run of capitals ends, with "og" inside a unit's name and initials with their stop."""
        step = at + 1
        while step < limit:
            token = self.tokens[step]
            if (
                (token.kind == WORD and token.capital and token.low not in NOT_NAMES and not self.tokens[step - 1].text.endswith("s'"))
                or (token.text == "." and len(self.tokens[step - 1].text) == 1 and step + 1 < limit and self.tokens[step + 1].capital)
                or (token.text == "Sagen" and self.tokens[step - 1].text == "Ældre")
            ):  # the association, which most minutes meet
                step += 1
            elif (
                token.low in ("og", "eller")
                and self.tokens[step - 1].text.endswith("-")
                and step + 1 < limit
                and self.tokens[step + 1].kind == WORD
            ):
                step += 2  # "Børne- og Skoleudvalget"
            elif (token.low in ("og", "&") and step + 1 < limit and self._unit_joint(at, step, limit)) or (
                step + 1 < limit
                and self.tokens[step + 1].capital
                and (token.low in ("van", "von") or (token.low == "af" and not self._may_act(step + 1)))
                and is_first_name(self.tokens[at].text)
            ):
                step += 2
            else:
                break
        return step

    def _may_act(self, at: int) -> bool:
        """Whether a capital behind "af" is somebody who acts, and no part of a name: "sendes til Ida Holm | af Bo Lund"."""
        word = self.tokens[at].text
        return is_first_name(word) or is_initials(word) or is_topic(word) or self.directory.attends(word)

    def _opens_unit(self, at: int, limit: int) -> bool:
        """Whether another unit or post begins at a place that is told of by what it is for: "… og | Center for Skole"."""
        return at + 1 < limit and self.tokens[at + 1].low == "for" and agent_kind(self.tokens[at].low) is not None

    def _unit_joint(self, begin: int, at: int, limit: int) -> bool:
        after = self.tokens[at + 1]
        if not after.capital or after.kind != WORD:
            return self.tokens[at].low == "&" and after.kind == WORD
        if self.tokens[at].low == "&":
            return not (is_first_name(self.tokens[at - 1].text) and is_first_name(after.text))  # "Kenneth & Tommy" are two
        stop = at + 2
        left = self._text(begin, at)
        right = self.tokens[at + 1].text
        if self._opens_unit(at + 1, limit):
            return False  # "Center for Familie og Center for Skole" are two
        if f"{left} og {self._text(at + 1, stop)}".casefold() in self.directory.units:
            return True
        if right.isupper() and " og " in left:
            return False  # "Center for Ældre og Sundhed og HR" are two
        if begin > 0 and self.tokens[begin - 1].text == "," and is_topic(left) and is_topic(right):
            return self.directory.is_unit(left, right)
        return self.directory.is_unit(self.tokens[at - 1].text if at - begin == 1 else left, right)

    def _genitive(self, last: Token, end: int, limit: int) -> bool:
        """Whether a name owns the noun behind it ("Økonomiudvalgets møde", "Hannes liste")."""
        if not last.low.endswith("s") or end >= limit or is_first_name(last.text) or last.text.isupper():
            return False  # "Rasmus" owns as "Rasmus'", so "vil Rasmus tage" has no genitive; "ÆS" owns as "ÆS'"
        if last.low.endswith(("aas", "iis", "ees", "uus", "oos", "ss")):
            return False  # "Jørgen Kaas", "Friis": the s is the name's own
        after = self.tokens[end]
        if after.kind != WORD or after.capital or self._is_verb(end):
            return False
        return after.low not in (
            "og",
            "samt",
            "eller",
            "i",
            "på",
            "til",
            "med",
            "om",
            "en",
            "et",
            "den",
            "det",
            "de",
            "besked",
            "som",
            "der",
            "fra",
            "for",
            "af",
        )
