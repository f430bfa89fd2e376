"""Labels: what stands behind "Ansvarlig:", "Frist:", "Aktion:" or alone in brackets completes the card before it (GUIDE.md section 4)."""

from __future__ import annotations

import dataclasses
import re

from tracker.danish.names import is_initials
from tracker.danish.sentences import Sentence as Cut
from tracker.danish.verbs import Form, Sense
from tracker.domain.deadline import Precision, TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.elliptic import BRACKETED, NAMES, ON_IT, WHO_IS
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.infinitives import read_as_done
from tracker.extraction.joining import as_limit, nominal_task
from tracker.extraction.label_above import task_above
from tracker.extraction.late import Late
from tracker.extraction.mention import SURE, Mention
from tracker.extraction.rules.helpers import find as made_find
from tracker.extraction.rules.labels import may_own
from tracker.extraction.sides import told_where
from tracker.extraction.subjects import PARTY, subject_of
from tracker.extraction.tokens import SIGN, TIME, WORD
from tracker.extraction.vocabulary import agent_kind

_NOTHING = (["ingen"], ["intet"], ["nej"], ["ingen", "aktion"], ["ingen", "opgaver"])
"""Words behind a label that ask nothing, as "Aktion: -" asks nothing."""

_NAMES_APART = re.compile(r", | og |/|, og ")
_LONGEST_NAME = 40
_DASHED = re.compile(r"[–—-] ?(?=[A-ZÆØÅ]\w{1,20}(?:(?:, ?|/| og )[A-ZÆØÅ]\w{1,20}){0,4}\Z)")
_ARROWS = ("→", "⇒", "➔", ">")


class Labelled(Late):
    """Reads labels into the finds they belong to."""

    memory: Memory
    owners: list[Mention]

    def _reach(self, find: Find, cut: Cut) -> int:
        """Where a find ends that a label completes: with the label, unless that stands in another cell of a table."""
        text = self.passage.text
        whole = max(find.end, cut.end - (1 if text[cut.end - 1] == "." else 0))
        return find.end if "|" in text[find.end : cut.end] else whole

    def _late_deadline(self, cut: Cut, times: list[TimeExpression]) -> None:
        if not times:
            return
        above = task_above(self.passage.text, cut, self.finds, self.last, self.nominal, day=True)
        if above is None and not self.last and self.nominal is not None:
            self.last = [nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        for find in self.last if above is None else [above]:
            vague = all(t.text.casefold().startswith("til ") and t.deadline.precision is not Precision.DAY for t in find.times)
            if (not has_day(find.times) or vague) and find.kind is not Kind.DEFERRAL:  # "melder pladser til efteråret. Frist: den 13. juni"
                find.times = [as_limit(times[0])]
                find.end = self._reach(find, cut) if above is None and find is self.last[-1] else find.end
                find.rules.append("late-deadline")
                find.mark("late")

    def _late_responsible(self, cut: Cut, people: list[Mention], times: list[TimeExpression]) -> None:
        above = task_above(self.passage.text, cut, self.finds, self.last, self.nominal)
        if above is not None:
            above.responsible = list(people)
            above.times = above.times or [as_limit(time) for time in times[:1]]
            above.told_by("label-responsible", "4 Labels", "label")
            return
        if not self.last and self.nominal is not None:
            self.last = [nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        before = self.before
        if not self.last and before is not None and before.paragraph == cut.paragraph and self.passage.text[cut.start] == "(":
            self.last = [nominal_task(self._prepare(before.start, before.end, []), [])]  # "Referatet skal være på nettet. (Ansvarlig: Bo)"
            self.finds.extend(self.last)
        for find in self.last[-1:]:
            known = {m.text.casefold() for m in find.responsible}
            find.responsible = find.responsible + [p for p in people if p.text.casefold() not in known]
            find.optional = False
            if find.clause is None:
                read_as_done(self._prepare(find.start, find.end, find.times), find)  # "Sende sagen til Byrådet. Ansvarlig: Bo"
            find.end = self._reach(find, cut)
            find.told_by("label-responsible", "4 Labels", "label")
            if times and (not find.times or not any(LIMIT.match(t.text.casefold()) for t in find.times)):
                find.times = [as_limit(times[0])]

    def _answers_for(self, words: str) -> bool:
        """Whether the initials of somebody present stand alone behind a task that names who does it: who answers for it."""
        initials = words.rstrip(" .")
        named = {m.text for m in self.last[-1].responsible}
        known = initials.isupper() and is_initials(initials) and self.passage.directory.attends(initials)
        return known and initials not in named and self.last[-1].kind is not Kind.DEFERRAL

    def _repeats_who(self, words: str, term: str) -> bool:
        """Whether a line only repeats who does what was just told, with the day for it: "Ida ringer til dem.    Ida    11/3"."""
        names = words.rstrip(" .").removesuffix(term).rstrip(" ,:/–-")
        return bool(names) and {m.text for m in self.last[-1].responsible} == set(_NAMES_APART.split(names))

    def _answered_for(self, cut: Cut, words: str, times: list[TimeExpression]) -> bool:
        """ "Der udarbejdes en plan. Ansvarlig herfor er HR.": a sentence that says who answers for what was just told."""
        said = WHO_IS.match(words) if self.last and self.last[-1].paragraph == cut.paragraph else None
        if said is None or self.last[-1].kind is Kind.DEFERRAL or self.last[-1].responsible:
            return False
        sentence = self._prepare(cut.start + said.end(), cut.end, times)
        people, stop = sentence.reader.group(0, len(sentence.tokens))
        beside = stop < len(sentence.tokens) and sentence.tokens[stop].low in ("i", "sammen", "med")  # "i samarbejde med Ea"
        if not people or (any(t.kind == WORD for t in sentence.tokens[stop:]) and not beside):
            return False
        self._late_responsible(cut, people, [t for t in times if usable(t)])
        self.before = cut
        return True

    def _named_in_brackets(self, cut: Cut, words: str, times: list[TimeExpression]) -> bool:
        """ "Stillingen slås op snarest. (BR)", "Tidsplanen fremsendes.   BK   23/3": who stands alone does what was just said."""
        if self._answered_for(cut, words, times) or self._in_margin(cut, words):
            return True
        waits = bool(self.last) and (
            self.last[-1].paragraph == cut.paragraph
            or ((bool(times) or words[:1] == "(" or self._behind_arrow(cut)) and self._right_below(cut))
        )
        beside = waits and bool(self.last[-1].responsible)  # "Skolelederen indkalder til workshop i uge 3. SSV"
        again = beside and bool(times) and self._repeats_who(words, times[-1].text)
        waits = waits and (not beside or again or self._answers_for(words))
        if beside and self._handed_on(cut, times):
            return True
        told = not self.last and self.nominal is not None and self.paragraph == cut.paragraph  # "Nye pærer i opgangen. Bo er på."
        if not waits and not told:
            return False
        last = times[-1] if times and not times[-1].past else None
        dated = last is not None and times[0] is last and last.end >= cut.start + len(words.rstrip(" .)]"))
        if dated and last is not None:
            words = self.passage.text[cut.start : last.start].rstrip(" \t–—-/,:")
            if words[:1] in ("(", "["):
                words, cut = words[1:], dataclasses.replace(cut, start=cut.start + 1)
        words = words.rstrip(" .").removesuffix("snarest").rstrip() or words
        names = words.rstrip(" ,")
        bare_names = waits and not beside and NAMES.match(names) and (self._all_known(cut, names) or (is_initials(names) and names != "OK"))
        words = words.rstrip(" ,") if bare_names else words
        dash = _DASHED.match(words) if waits else None  # "… for 4.000 kr. - EJ"
        if dash is not None and "\n" not in self.passage.text[self.last[-1].end : cut.start]:
            words, cut = words[dash.end() :], dataclasses.replace(cut, start=cut.start + dash.end())
        on_it = ON_IT.search(words)
        if on_it is not None:
            named = self._prepare(cut.start, cut.start + on_it.start(), [])
            people, stop = named.reader.group(0, len(named.tokens))
            known = all(m.sure >= SURE and (m.kind is PartyKind.PERSON or is_initials(m.text)) for m in people)
            if people and stop == len(named.tokens) and known:
                self._late_responsible(cut, people, [])
                self.before, self.memory.person = cut, people
                return True
        arrow = self._behind_arrow(cut)
        alone = dated and not beside and " " not in words and words[:1].isupper()
        unit = (alone and (words == "Alle" or agent_kind(words.casefold()) is not None)) or again  # "Bestyrelsen, 3. maj"
        if not waits or not (BRACKETED.match(words) or unit or ((arrow or dash or bare_names) and NAMES.match(words))):
            return False
        sentence = self._prepare(cut.start, cut.start + len(words), [])
        bare = not words.startswith("(")
        people, stop = sentence.reader.group(0 if bare else 1, len(sentence.tokens))
        apart = (
            dated or arrow or dash or bare_names or self.passage.text[max(0, cut.start - 2) : cut.start] == "  "
        )  # in a column of its own
        if bare and not apart and not all(self.passage.directory.attends(m.text) for m in people):
            return False
        if not people or any(t.kind == "w" for t in sentence.tokens[stop:]):
            return False
        self._late_responsible(cut, people, times if dated else [])
        self.before = cut
        return True

    def _handed_on(self, cut: Cut, times: list[TimeExpression]) -> bool:
        """ "Rasmus trækker tal → Tove, senest 10/11": behind an arrow, who gets what somebody named does, and by when."""
        if not self._behind_arrow(cut):
            return False
        named = self._prepare(cut.start, cut.end, times)
        people, stop = named.reader.group(0, len(named.tokens))
        if not people or any(t.kind not in (SIGN, TIME) for t in named.tokens[stop:]):
            return False
        last = self.last[-1]
        last.recipients = [*last.recipients, *people]
        last.times, last.end = last.times or list(times), cut.end
        self.before = cut
        return True

    def _right_below(self, cut: Cut) -> bool:
        """Whether a line of its own stands right below the last card's: "Opslaget lægges på nettet.", and under it "TØS 1/3"."""
        between = self.passage.text[self.last[-1].end : cut.start]
        return between.count("\n") == 1 and not between.strip(" .\n" + "".join(_ARROWS)) and (not cut.level or self._behind_arrow(cut))

    def _behind_arrow(self, cut: Cut) -> bool:
        return self.passage.text[max(0, cut.start - 2) : cut.start].strip() in _ARROWS

    def _in_margin(self, cut: Cut, words: str) -> bool:
        """ "Leret bestilles i uge 46.        Aysha": who stands in the margin does what the line says, whatever its grammar."""
        before = self.before
        names = words.rstrip(" .,")
        if before is None or before.paragraph != cut.paragraph or self.passage.text[max(0, cut.start - 4) : cut.start] != "    ":
            return False
        if not NAMES.match(names) or (self.last and (self.last[-1].paragraph != cut.paragraph or self.last[-1].responsible)):
            return False
        named = self._prepare(cut.start, cut.start + len(names), [])
        people, stop = named.reader.group(0, len(named.tokens))
        directory = self.passage.directory
        if stop < len(named.tokens) or not all(directory.attends(m.text) or directory.knows(m.text.split()[0]) for m in people):
            return False
        if not self.last and self.nominal is None:
            self.last = [nominal_task(self._prepare(before.start, before.end, []), [])]
            self.finds.extend(self.last)
        self._late_responsible(cut, people, [])
        self.before = cut
        return True

    def _all_known(self, cut: Cut, words: str) -> bool:
        """ "Vippen tages ned. Brian, hurtigst muligt.": names that stand alone behind what somebody must do, each of them known."""
        named = self._prepare(cut.start, cut.start + len(words), [])
        people, stop = named.reader.group(0, len(named.tokens))
        passive = bool({"passive", "imperative"} & self.last[-1].signals) and not self.last[-1].responsible
        return passive and stop == len(named.tokens) and all(self.passage.directory.knows_person(p.text.split()[0]) for p in people)

    def _headed(self, above: Cut | None, sentence: Sentence) -> None:
        """ "Bodil:" above "• Følger op på samtalerne": a name that heads a list is whom its points speak of."""
        first = sentence.clauses[0] if sentence.clauses else None
        if above is None or first is None or first.verb != 0 or first.form.form is not Form.PRESENT:
            return
        words = self.passage.text[above.start : above.end].rstrip(" :")
        if not self.passage.text[above.start : above.end].endswith(":") or not NAMES.match(words):
            return
        named = self._prepare(above.start, above.start + len(words), [])
        people, stop = named.reader.group(0, len(named.tokens))
        if people and stop == len(named.tokens) and all(m.kind is PartyKind.PERSON or is_initials(m.text) for m in people):
            self.memory.person = people

    def _under_name(self, cut: Cut, words: str, found: list[Find]) -> None:
        """ "Ida Dal" alone above "- Indhente tilbud": whose things to do the points of the list are."""
        if cut.level == 0:
            alone = len(words) < _LONGEST_NAME and NAMES.match(words.rstrip(" :"))
            named = self._prepare(cut.start, cut.start + len(words.rstrip(" :")), []) if alone else None
            people, stop = named.reader.group(0, len(named.tokens)) if named is not None else ([], 0)
            self.owners = people if named is not None and stop == len(named.tokens) and all(may_own(named, m) for m in people) else []
        for find in found if cut.level else ():
            if self.owners and not find.responsible and {"imperative", "passive"} & find.signals:
                find.responsible = list(self.owners)
                find.mark("label")

    @staticmethod
    def _described(sentence: Sentence) -> list[Find]:
        """ "Opfølgning: Bo beskriver arbejdsgangen": behind such a label a verb of telling is an act to come as well."""
        clause = next((c for c in sentence.clauses if c.main), None)
        if clause is None or clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.REPORT:
            return []
        subject = subject_of(sentence, clause)
        if subject.kind != PARTY or subject.sure < SURE:
            return []
        return [made_find(sentence, clause, subject, Kind.TASK, clause.form.lemma)]

    def _given_first(self, index: int, cut: Cut, sentence: Sentence, people: list[Mention], stop: int) -> bool:
        """ "[Aktion: Bo] Sende datoer ud", "AKTION Bo: sende datoer ud": who does it, and behind the sign what."""
        if stop + 1 >= len(sentence.tokens) or sentence.tokens[stop].text not in (")", ":"):
            return False
        begin = sentence.tokens[stop + 1].start
        rest = self._prepare(begin, cut.end, [t for t in self.times.get(index, []) if t.start >= begin])
        found = self._read(rest, "aftalt", False) or [nominal_task(rest, [])]
        for find in found:
            find.responsible = find.responsible or people
            find.mark("label")
        self._leave(index, cut, found, rest)
        return True

    def _label(self, index: int, cut: Cut, label: tuple[str, int], times: list[TimeExpression]) -> None:
        name, offset = label
        if self.trace is not None:
            self.trace.whole(self.passage.text, cut.start, cut.end, "label", found=True)
        start = cut.start + offset
        rest = [t for t in times if t.start >= start and usable(t)]
        if name.endswith("frist") or name in ("deadline", "hvornår", "senest", "dato"):
            self._late_deadline(cut, rest)
            self.by_sentence[index] = self.last
            return
        sentence = self._prepare(start, cut.end, [t for t in times if t.start >= start])
        people, stop = sentence.reader.group(0, len(sentence.tokens))
        people, stop = told_where(sentence, people, stop)
        only = people and all(t.kind != "w" for t in sentence.tokens[stop:])
        if name in ("aktion", "action") and people and self._given_first(index, cut, sentence, people, stop):
            return
        if name in ("aktion", "action", "opfølgning", "to do", "todo", "handling", "opgave") and (not only or name == "opgave"):
            found = self._read(sentence, "aftalt", False) if sentence.tokens else []
            found = found or self._described(sentence)
            words = [t.low for t in sentence.tokens if t.kind in (WORD, TIME)]
            if not found and words and words not in _NOTHING and name in ("opgave", "aktion", "action", "to do", "todo"):
                found = [nominal_task(sentence, rest)]
            for find in found:
                find.mark("label")
            self._leave(index, cut, found, sentence)
            return
        if only and name not in ("opgave", "aktivitet"):
            self._late_responsible(cut, people, rest)
        self.by_sentence[index] = self.last
