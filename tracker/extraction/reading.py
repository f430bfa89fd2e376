"""One decision text -> its finds: sentence by sentence, clause by clause, with labels and deadlines that follow in a later sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.danish import find_times
from tracker.danish.sentences import Sentence as Cut
from tracker.danish.sentences import split_sentences
from tracker.danish.verbs import Form
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.minutes import Outcome, SectionKind
from tracker.domain.party import PartyKind
from tracker.extraction.clauses import Clause, clauses
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.mentions import Mention, Reader
from tracker.extraction.parties import Directory
from tracker.extraction.rules import FRAGMENTS, Silent, rules_for
from tracker.extraction.rules.fragments import label_of, trailing_names
from tracker.extraction.rules.helpers import quote_range
from tracker.extraction.subjects import PARTY, remember, subject_of
from tracker.extraction.tokens import SIGN, TIME, tokenize

Events = Mapping[str, tuple[tuple[date, date], ...]]
"""The municipality's own events by name, as `find_times` takes them."""

_LEAD_WORDS = re.compile(
    r"\b(?:aftal\w*|beslut\w*|vedt(?:og|ag)\w*|enig\w*|tilføjelse\w*|bemærkning\w*|forudsætning\w*|ændring\w*|præcisering\w*|konklu\w*|betingelse\w*|således|tilkendegiv\w*|planen er|tanken er|meningen er)\b"
)
_COMMENT_WORDS = re.compile(
    r"\b(?:mente|mener|foresl\w+|forslag|understreg\w*|pointer\w*|påpeg\w*|bemærkede|nævnte|oplyste|orienterede|fortalte|vigtigt|væsentligt|spurgte|håber|ønskede|ros|undersreget|opmærksom\w*|gjorde)\b"
)
_ASK_WORDS = re.compile(r"\b(?:bad|beder|anmod(?:er|ede)|bedt|anmodet|ønsker|pålægger|pålagde|kræver|krævede|ønskede)\b")
_QUESTION = re.compile(r"\?\W*\Z")
_SKIP = re.compile(
    r"\s*(?:afbud|fraværende|ikke til stede|til stede|deltagere|mødt|bilag|sagsbehandler|sagsansvarlig|sagsinitialer|beslutningskompetence|kompetence|sagen afgøres af|art|tid|sted|dato|næste møde|kommende møder?|referent|ordstyrer|underskrift|for stemte|imod stemte|stemmer|undlod|mødeevaluering|lukket|åbent?)\b[^.:]{0,25}:",
    re.UNICODE,
)
_POINTING = re.compile(r"\A\S+ \w+ (?:den|det|dem|en|et|de|dette|én)\W*\Z")
_NEXT_MEETING = re.compile(
    r"\s*(?:næste|kommende) (?:ordinære |ekstraordinære )?[\w-]*møde\b(?! (?:drøft|behandl|evaluer|tag|gennemg|gør|får|skal|følg|vil))"
)
_OPINION_HEAD = re.compile(
    r"\s*(?:-\s*)?(?:det (?:er|var|vil være|kunne være|er også) (?:meget |også |dog |afgørende |utrolig |helt )?(?:vigtig|væsentlig|god|fint|positiv|rart|svær|afgørende|relevant|ærgerlig|glædelig|hensigtsmæssig|ønskelig)|vigtigt|væsentligt|godt (?:med|at)|fokus på"
    r"|opmærksomhed på|forslag (?:om|til)|ønske om|idé(?:er)? (?:om|til)|ide om|måske|særligt fokus|der (?:var|blev) (?:spurgt|ros|efterlyst|talt|opfordret|givet udtryk|stillet)|hvad nu hvis|kan (?:der|vi|man|det)|kunne|skal (?:vi|der|man)|hvem|hvornår|hvordan|hvorfor)\b"
)


@dataclass(slots=True)
class Passage:
    """A text to search: `text[start:end]` read against `on`, with what the minutes say about it."""

    text: str
    start: int
    end: int
    on: date
    section: SectionKind = SectionKind.DECISION
    outcome: Outcome = Outcome.OTHER
    forum: str = ""
    directory: Directory = field(default_factory=Directory)
    events: Events | None = None


def read_passage(passage: Passage) -> list[Find]:
    """The finds of one decision text in text order."""
    return _Reading(passage).run()


class _Reading:
    """Keeps what one sentence leaves for the next: pronouns, finds that labels may complete, the bullet a deadline is inherited from."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.memory = Memory()
        self.finds: list[Find] = []
        self.last: list[Find] = []
        self.nominal: Sentence | None = None
        self.by_sentence: dict[int, list[Find]] = {}
        self.times: dict[int, list[TimeExpression]] = {}
        self.parents: dict[int, list[Mention]] = {}

    def run(self) -> list[Find]:
        text = self.passage.text
        cuts = split_sentences(text, self.passage.start, self.passage.end)
        times = _times(text, self.passage.start, self.passage.end, self.passage.on, self.passage.events)
        position = 0
        for index, cut in enumerate(cuts):
            while position < len(times) and times[position].end <= cut.start:
                position += 1
            last = position
            while last < len(times) and times[last].start < cut.end:
                last += 1
            self._sentence(index, cut, cuts, times[position:last])
        self.finds.sort(key=lambda f: (f.start, f.end))
        return self.finds

    def _sentence(self, index: int, cut: Cut, cuts: list[Cut], times: list[TimeExpression]) -> None:
        text = self.passage.text
        words = text[cut.start : cut.end]
        folded = words.casefold()
        self.times[index] = [t for t in times if usable(t)]
        label = label_of(words)
        if label is not None:
            self._label(index, cut, label, times)
            return
        if _SKIP.match(folded) or _NEXT_MEETING.match(folded) or (_QUESTION.search(words) and len(words) < 400):
            self._leave(index, cut, [], None)
            return
        sentence = self._prepare(cut.start, cut.end, times)
        lead = text[cuts_lead.start : cuts_lead.end].casefold() if (cuts_lead := _lead_of(cut, cuts)) else ""
        if _OPINION_HEAD.match(folded):
            self._leave(index, cut, [], sentence)
            return
        found = self._read(sentence, lead, bool(_COMMENT_WORDS.search(lead)))
        self._inherit(cut, found, cuts)
        self._leave(index, cut, found, sentence)

    def _prepare(self, start: int, end: int, times: list[TimeExpression]) -> Sentence:
        text = self.passage.text
        tokens = tokenize(text, start, end, [t for t in times if not t.condition])
        directory = self.passage.directory
        parts = clauses(tokens)
        reader = Reader(tokens, directory, text)
        return Sentence(
            text, start, end, tokens, parts, directory, reader, self.memory, self.passage.section, self.passage.outcome, self.passage.forum
        )

    def _read(self, sentence: Sentence, lead: str, commented: bool) -> list[Find]:
        found: list[Find] = []
        opaque: list[Clause] = []
        for clause in sentence.clauses:
            if any(clause.parent is o or clause.head is o for o in opaque) or not self._open(sentence, clause, lead):
                opaque.append(clause)
                continue
            self._clause(sentence, clause, found)
        if sentence.clauses and sentence.clauses[0].start > 0:
            self._head(sentence, found)
        if not sentence.clauses:
            self._fragment(sentence, found)
        found = _merge(sentence, _handed_on(sentence, found))
        self._trailing(sentence, found)
        self._prefix(sentence, found)
        if len(found) == 1 and found[0].start > sentence.start and _POINTING.search(self.passage.text[found[0].start : found[0].end]):
            found[0].start = sentence.start  # "Der mangler en tovholder; Irma finder en": the card must say what
        for find in found:
            if commented and "we" in find.signals and not has_day(find.times):
                find.optional = True
            if commented:
                find.mark("comment-list")
        return found

    def _clause(self, sentence: Sentence, clause: Clause, found: list[Find]) -> None:
        subject = subject_of(sentence, clause)
        if clause.link == "som" and clause.parent is not None:
            subject = _antecedent(sentence, clause) or subject
        for rule in rules_for(clause.form.lemma):
            answer = rule.read(sentence, clause, subject)
            if answer is None:
                continue
            if subject.kind == PARTY:
                remember(self.memory, subject.parties)
            if isinstance(answer, Silent):
                _stretch(clause, found)
                return
            answer.rules.append(rule.name)
            answer.clauses.append(rule.guide)
            if clause.head is not None and clause.head.verb < clause.verb and all(f.clause is not clause.head for f in found):
                first = quote_range(sentence, clause.head)[0]
                shared = subject.kind == PARTY and subject.parties[0].start < clause.start
                answer.start = min(answer.start, first) if shared else answer.start
            _condition(sentence, clause, answer)
            if (
                clause.link == "at"
                and "passive" in answer.signals
                and not (answer.responsible or answer.recipients)
                and self._amended(sentence, clause)
            ):
                answer.optional = True  # "med den ændring, at taksten reguleres": done by deciding
            self._asked(sentence, clause, answer)
            found.append(answer)
            return

    def _asked(self, sentence: Sentence, clause: Clause, find: Find) -> None:
        """One member's wish that somebody does something is optional; the forum's is not."""
        if clause.link != "at" or clause.parent is None:
            return
        governor = clause.parent
        low = sentence.tokens[governor.verb].low
        if _ASK_WORDS.match(low):
            subject = subject_of(sentence, governor)
            single = subject.words.startswith(("et medlem", "en ")) or (
                all(p.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) for p in subject.parties) and bool(subject.parties)
            )
            if single:
                find.optional = True

    def _open(self, sentence: Sentence, clause: Clause, lead: str) -> bool:
        """Whether a clause may carry a commitment: main clauses, and those a decision leads in."""
        if clause.link == "main":
            return True
        if clause.link in ("hvorefter", "idet", "hvorpå"):
            return True
        if clause.link == "at":
            return self._led(sentence, clause, lead)
        if clause.link == "så" and clause.form.sense.value in ("do", "light") and clause.form.form is Form.PRESENT:
            return any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end]) and subject_of(sentence, clause).kind == PARTY
        if clause.link == "så":
            return clause.form.lemma == "skulle" and any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end])
        if clause.link == "som":
            if clause.form.lemma in ("bede", "anmode") and clause.form.form is Form.PASSIVE:
                return True
            return (
                clause.form.lemma == "tage"
                and clause.form.form is Form.PASSIVE
                and clause.parent is not None
                and clause.parent.form.lemma in ("nå", "være")
            )
        return False

    def _amended(self, sentence: Sentence, clause: Clause) -> bool:
        before = sentence.words(max(0, clause.start - 3), clause.start)
        return before.endswith(("ændring", "præcisering", "forudsætning", "betingelse", "ændring om", "præcisering af"))

    def _led(self, sentence: Sentence, clause: Clause, lead: str) -> bool:
        governor = clause.parent
        while governor is not None and governor.head is not None and governor.link == "at":
            governor = governor.parent
        begin = governor.start if governor is not None else 0
        before = (
            self.passage.text[sentence.tokens[begin].start : sentence.tokens[clause.start].start].casefold() if clause.start > begin else ""
        )
        if not before.strip() and not governor:
            return self.passage.section is SectionKind.RECOMMENDATION or bool(_LEAD_WORDS.search(lead))
        if governor is not None and any(t.kind == TIME and t.time and t.time.past for t in sentence.tokens[begin : clause.start]):
            return False
        if _COMMENT_WORDS.search(before) and not _LEAD_WORDS.search(before):
            return False
        if "ikke" in before.split() or "sidste møde" in before or "havde" in before.split():
            return False
        return bool(_LEAD_WORDS.search(before) or _ASK_WORDS.search(before))

    def _fragment(self, sentence: Sentence, found: list[Find]) -> None:
        for rule in FRAGMENTS:
            answer = rule.read(sentence)
            if answer is not None:
                answer.rules.append(rule.name)
                answer.clauses.append(rule.guide)
                found.append(answer)
                return

    def _head(self, sentence: Sentence, found: list[Find]) -> None:
        """What stands before the first clause as a sentence of its own: "Udsat til maj, da priserne mangler"."""
        start = sentence.clauses[0].start
        if sentence.clauses[0].link in ("som", "hv"):
            return
        tokens = sentence.tokens[:start]
        part = Sentence(
            sentence.text,
            sentence.start,
            tokens[-1].end,
            tokens,
            [],
            sentence.directory,
            Reader(tokens, sentence.directory, sentence.text),
            self.memory,
        )
        made: list[Find] = []
        self._fragment(part, made)
        if not made or (found and made[0].kind is not Kind.DEFERRAL):
            return
        for other in found:
            if other.kind is Kind.STATUS and not has_day(made[0].times) and has_day(other.times):
                made[0].times, made[0].end = other.times, other.end  # "Udsat; punktet kommer på igen den 16. marts"
                found.remove(other)
                break
        found[:0] = made

    def _trailing(self, sentence: Sentence, found: list[Find]) -> None:
        """ "... – Keld", "... (HPK)" after a passive names who does it."""
        if not found or found[-1].responsible or found[-1].kind is Kind.DEFERRAL:
            return
        named = trailing_names(sentence)
        if named is not None and "label" not in found[-1].signals:
            found[-1].responsible = named[0]
            found[-1].recipients = [r for r in found[-1].recipients if all(r.start != m.start for m in named[0])]
            found[-1].end = max(found[-1].end, sentence.tokens[named[0][-1].end - 1].end)
            found[-1].optional = False
            found[-1].mark("label")
            found[-1].rules.append("trailing-name")

    def _prefix(self, sentence: Sentence, found: list[Find]) -> None:
        """A time before a colon holds for what follows: "Til næste gang: Alle læser udkastet"."""
        tokens = sentence.tokens
        if tokens and tokens[0].kind == TIME and len(tokens) > 1 and tokens[1].text == ":" and tokens[0].time is not None:
            for find in found:
                if not find.times:
                    find.times = [tokens[0].time]
                    find.start = min(find.start, tokens[0].start)

    def _label(self, index: int, cut: Cut, label: tuple[str, int], times: list[TimeExpression]) -> None:
        name, offset = label
        start = cut.start + offset
        rest = [t for t in times if t.start >= start and usable(t)]
        if name in ("frist", "tidsfrist", "deadline", "svarfrist", "hvornår", "senest"):
            self._late_deadline(cut, rest)
            self.by_sentence[index] = self.last
            return
        sentence = self._prepare(start, cut.end, [t for t in times if t.start >= start])
        people, stop = sentence.reader.group(0, len(sentence.tokens))
        only = people and all(t.kind != "w" for t in sentence.tokens[stop:])
        if name in ("aktion", "action", "opfølgning", "to do", "todo", "handling", "opgave") and (not only or name == "opgave"):
            found = self._read(sentence, "aftalt", False) if sentence.tokens else []
            if not found and sentence.tokens and name in ("opgave", "aktion", "action", "to do", "todo"):
                found = [_nominal_task(sentence, rest)]
            for find in found:
                find.mark("label")
            self._leave(index, cut, found, sentence)
            return
        if only and name not in ("opgave", "aktivitet"):
            self._late_responsible(cut, people, rest)
        self.by_sentence[index] = self.last

    def _late_deadline(self, cut: Cut, times: list[TimeExpression]) -> None:
        if not times:
            return
        if not self.last and self.nominal is not None:
            self.last = [_nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        for find in self.last:
            if not has_day(find.times) and find.kind is not Kind.DEFERRAL:
                find.times = [_as_limit(times[0])]
                find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
                find.rules.append("late-deadline")
                find.mark("late")

    def _late_responsible(self, cut: Cut, people: list[Mention], times: list[TimeExpression]) -> None:
        if not self.last and self.nominal is not None:
            self.last = [_nominal_task(self.nominal, [])]
            self.finds.extend(self.last)
        for find in self.last[-1:]:
            known = {m.text.casefold() for m in find.responsible}
            find.responsible = find.responsible + [p for p in people if p.text.casefold() not in known]
            find.optional = False
            find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
            find.rules.append("label-responsible")
            find.clauses.append("4 Labels")
            find.mark("label")
            if times and not find.times:
                find.times = [_as_limit(times[0])]

    def _inherit(self, cut: Cut, found: list[Find], cuts: list[Cut]) -> None:
        """A nested bullet takes the day of the bullet it stands under, where it has none; and gives it its own."""
        if cut.parent is None:
            return
        above = self.by_sentence.get(cut.parent, [])
        for find in found:
            if not find.times and above and has_day(above[-1].times) and find.kind is Kind.TASK:
                find.times = list(above[-1].times)
                find.mark("inherited")
        if not found and above and self.times.get(len(self.by_sentence), None) is None:
            return

    def _leave(self, index: int, cut: Cut, found: list[Find], sentence: Sentence | None) -> None:
        if not found and self.last and self._only_a_deadline(index, cut, sentence):
            self.by_sentence[index] = self.last
            return
        if found and self.last and found[0].kind is Kind.DEFERRAL and self.last[-1].kind is Kind.DEFERRAL and not has_day(self.last[-1].times):
            _join(self.last[-1], found.pop(0))  # "Udsættes. Genoptages på næste møde."
            self.by_sentence[index] = self.last
            if not found:
                return
        if self._bare_passive(found, cut):
            self.by_sentence[index] = self.last
            return
        for find in found:
            find.level = cut.level
            find.paragraph = cut.paragraph
        self.by_sentence[index] = found
        self.finds.extend(found)
        self.last = found
        self.nominal = (
            sentence
            if sentence is not None and not found and sentence.tokens and not sentence.clauses and len(sentence.tokens) < 25
            else None
        )

    def _bare_passive(self, found: list[Find], cut: Cut) -> bool:
        """ "Nyt bord. Tovholder: HR. Bestilles inden maj.": a verb without a subject completes the labelled task before it."""
        if len(found) != 1 or not self.last or not self.last[-1].nominal or self.last[-1].paragraph != cut.paragraph:
            return False
        clause = found[0].clause
        if clause is None or clause.verb != clause.start or clause.form.form is not Form.PASSIVE or "passive" not in found[0].rules:
            return False
        _join(self.last[-1], found[0])
        return True

    def _only_a_deadline(self, index: int, cut: Cut, sentence: Sentence | None) -> bool:
        """ "Senest 1. maj.", "Det skal ske inden påske.", "Fristen er den 3. maj.": the day of what was just said."""
        times = self.times.get(index) or []
        if not times or not has_day(times) or sentence is None:
            return False
        words = [t.low for t in sentence.tokens if t.kind == "w"]
        text = " ".join(words)
        short = not words or re.match(
            r"(?:det (?:skal ske|sker|skal være (?:gjort|sket|på plads|klar\w*)|gøres|bør ske)|dette skal ske|fristen er|frist(?:en)? for \w+ er|fristen herfor er|deadline er|deadlinen er|gerne|og|svarfristen er|arbejdet skal være \w+|begge dele)\b",
            text,
        )
        if not short or len(words) > 9:
            return False
        for find in self.last:
            if not has_day(find.times) and find.kind is not Kind.DEFERRAL:
                find.times = [times[0]]
                find.end = max(find.end, cut.end - (1 if self.passage.text[cut.end - 1] == "." else 0))
                find.rules.append("late-deadline")
                find.clauses.append("4 One or two")
                find.mark("late")
        return True


def _nominal_task(sentence: Sentence, times: list[TimeExpression]) -> Find:
    end = len(sentence.tokens)
    while end > 1 and sentence.tokens[end - 1].text in ".;,":
        end -= 1
    own = [t.time for t in sentence.tokens if t.kind == TIME and t.time and usable(t.time)]
    find = Find(Kind.TASK, sentence.tokens[0].start, sentence.tokens[end - 1].end, times=own or list(times), nominal=True)
    find.rules.append("labelled-task")
    find.clauses.append("4 Labels")
    return find.mark("label")


def _as_limit(time: TimeExpression) -> TimeExpression:
    """A labelled day is read as "senest": no earliest (GUIDE.md section 3, "A label")."""

    return dataclasses.replace(time, deadline=dataclasses.replace(time.deadline, earliest=None)) if time.deadline.due else time


def _antecedent(sentence: Sentence, clause: Clause):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """The party a relative clause is about: "forvaltningen, som bedes ..."."""
    from tracker.extraction.subjects import Subject

    limit = clause.start
    for begin in range(limit - 1, max(clause.parent.verb if clause.parent else 0, limit - 6), -1):
        found, stop = sentence.reader.group(begin, limit)
        if found and stop == limit:
            return Subject(PARTY, found, clause.verb + 1)
    return None


def _condition(sentence: Sentence, clause: Clause, find: Find) -> None:
    """ "hvis …" makes an order uncertain, unless it only says on what occasion (GUIDE.md section 4, "Conditions")."""
    subs = [s for s in clause.subs if s.link in ("hvis", "såfremt", "medmindre", "ifald")]
    if clause.resumed is not None:
        subs += [c for c in sentence.clauses if c.link in ("hvis", "såfremt", "medmindre") and c.start < clause.verb]
    for sub in subs:
        first = sentence.words(*sub.field)
        if sub.link == "hvis" and first.split()[:1] in (["man"], ["nogen"], ["i"]):
            find.clauses.append("4 Conditions: an occasion")
            continue
        find.optional = True
        find.clauses.append("4 Conditions: hangs on something uncertain")


def _merge(sentence: Sentence, found: list[Find]) -> list[Find]:
    """Several verbs of one subject are one card unless each clause carries its own time (GUIDE.md section 4, "One or two")."""
    merged: list[Find] = []
    for find in found:
        before = merged[-1] if merged else None
        if before is not None and before.clause is not None and find.clause is not None and _one_card(sentence, before, find):
            _join(before, find)
        else:
            merged.append(find)
    return _carry_forward(sentence, merged)


def _stretch(clause: Clause, found: list[Find]) -> None:
    """A clause that says nothing of its own but shares the last card's subject belongs to its quote."""
    last = found[-1] if found else None
    if (
        last is not None
        and clause.head is not None
        and last.clause is not None
        and clause.head in (last.clause, last.clause.head)
        and clause.verb > last.clause.verb
    ):
        end = clause.end
        while end > clause.verb + 1 and clause.tokens[end - 1].kind == SIGN:
            end -= 1
        last.end = max(last.end, clause.tokens[end - 1].end)


def _handed_on(sentence: Sentence, found: list[Find]) -> list[Find]:
    """ "sendes tilbage til forvaltningen, som bedes belyse …": the work ordered is the card; "X, den skal være klar den …" is one."""
    kept: list[Find] = []
    for find in found:
        before = kept[-1] if kept else None
        clause = find.clause
        if (
            before is not None
            and clause is not None
            and clause.link == "som"
            and clause.parent is before.clause
            and before.kind in (Kind.TASK, Kind.FORWARD)
        ):
            find.start = before.start
            kept.pop()
        elif (
            before is not None
            and clause is not None
            and not has_day(before.times)
            and has_day(find.times)
            and _is_readiness(sentence, clause)
        ):
            before.times, before.end = find.times, max(before.end, find.end)
            continue
        kept.append(find)
    return kept


def _is_readiness(sentence: Sentence, clause: Clause) -> bool:
    """ "den skal være klar / foreligge …" about what was just promised."""
    first = sentence.tokens[clause.field[0]].low if clause.field[0] < clause.field[1] else ""
    return (
        first in ("den", "det", "de", "dette", "denne")
        and clause.form.lemma == "skulle"
        and any(
            t.low in ("klar", "klart", "færdig", "færdigt", "foreligge", "plads", "hænde", "ligge", "afleveres", "sendes")
            for t in sentence.tokens[clause.verb : clause.end]
        )
    )


def _one_card(sentence: Sentence, before: Find, find: Find) -> bool:
    clause = find.clause
    assert clause is not None
    if {before.kind, find.kind} & {Kind.DEFERRAL} and before.kind is not find.kind:
        return before.kind is Kind.DEFERRAL and find.kind in (Kind.STATUS, Kind.TASK) and clause.head is not None
    if before.kind is Kind.DEFERRAL and find.kind is Kind.DEFERRAL:
        return True
    if clause.head is None:
        return _attending(before, find)
    root = clause.head
    shared = root is before.clause or (before.clause is not None and before.clause.head is root)
    if not shared:
        return False
    same = [m.text for m in before.responsible] == [m.text for m in find.responsible] or ("passive" in find.signals and not find.responsible)
    if not same:
        return False
    if _begin_and_end(before, find):
        return True
    own_times = bool(has_day(before.times) and has_day(find.times) and before.times[0].start != find.times[0].start)
    conditional = bool(find.times and _timed_by_condition(sentence, before)) or bool(before.times and _timed_by_condition(sentence, find))
    return not own_times and not conditional


_STARTING = frozenset("starte begynde opstarte påbegynde".split())
_ENDING = frozenset("slutte afslutte ende".split())


def _begin_and_end(before: Find, find: Find) -> bool:
    """ "vi starter i efteråret, men afslutter forår 2018": one stretch of time, from the first day to the last."""
    if before.clause is None or find.clause is None or not before.times or not find.times:
        return False
    return before.clause.form.lemma in _STARTING and find.clause.form.lemma in _ENDING


def _stretch_of(before: Find, find: Find) -> list[TimeExpression]:
    first, last = before.times[0], find.times[0]
    if not (first.deadline.due and last.deadline.due and last.deadline.due > first.deadline.due):
        return before.times
    deadline = dataclasses.replace(last.deadline, earliest=first.deadline.earliest, text=first.deadline.text + " … " + last.deadline.text)
    return [dataclasses.replace(first, deadline=deadline)]


def _attending(before: Find, find: Find) -> bool:
    """ "Der nedsættes en gruppe – Susanne deltager": one commitment with its member."""
    return bool(
        ("attends" in find.rules or "is-member" in find.rules) and not before.responsible and not find.times and before.kind is Kind.TASK
    )


def _timed_by_condition(sentence: Sentence, find: Find) -> bool:
    return find.clause is not None and any(s.link in ("når", "så", "hvis") and s.link == "når" for s in find.clause.subs)


def _join(before: Find, find: Find) -> None:
    before.end = max(before.end, find.end)
    if _begin_and_end(before, find):
        before.times = _stretch_of(before, find)
    before.recipients += [m for m in find.recipients if m.text not in {r.text for r in before.recipients}]
    before.responsible = before.responsible or find.responsible
    if not has_day(before.times) and has_day(find.times):
        before.times = find.times
    before.times = before.times or find.times
    before.optional = before.optional and find.optional
    before.rules += [r for r in find.rules if r not in before.rules]
    before.signals |= find.signals
    if find.kind is Kind.STATUS and before.kind is Kind.TASK and "matter" in find.signals:
        before.kind = Kind.STATUS


def _carry_forward(sentence: Sentence, found: list[Find]) -> list[Find]:
    """Nothing more to join; kept apart so that later wordings have a place."""
    return found


def _times(text: str, start: int, end: int, on: date, events: Events | None = None) -> list[TimeExpression]:
    """The times of `text[start:end]` with places in the whole text."""

    found = find_times(text[start:end], on, events=events)
    if not start:
        return list(found)
    return [dataclasses.replace(t, start=t.start + start, end=t.end + start) for t in found]


def _lead_of(cut: Cut, cuts: list[Cut]) -> Cut | None:
    index = cut.lead
    return cuts[index] if index is not None and index < len(cuts) else None
