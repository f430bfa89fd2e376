"""One decision text -> its finds: sentence by sentence, clause by clause, with labels and deadlines that follow in a later sentence."""

from __future__ import annotations

from tracker.danish.sentences import Sentence as Cut
from tracker.danish.sentences import split_sentences
from tracker.danish.verbs import Form
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.beside import due_together
from tracker.extraction.clause import Clause
from tracker.extraction.clauses import clauses
from tracker.extraction.deadlines import has_day, times_of, usable
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.gapping import gapped, sent_further
from tracker.extraction.governing import Governing
from tracker.extraction.joining import merged_cards, stretch
from tracker.extraction.mention import LIKELY
from tracker.extraction.mentions import Reader
from tracker.extraction.named_beside import named_before, named_behind
from tracker.extraction.passage import Passage, opens_clause, passage_times
from tracker.extraction.passing import due_with_product, passed_on
from tracker.extraction.phrasing import COMMENT_LEAD, NOMINAL_HEAD, OPINION_HEAD, POINTING, TO_DO, label_of
from tracker.extraction.pronouns import acts_together
from tracker.extraction.receivers import receiver_acts
from tracker.extraction.relatives import antecedent
from tracker.extraction.rules import Silent, ask
from tracker.extraction.rules.bodies import sent_where
from tracker.extraction.rules.helpers import quote_range
from tracker.extraction.sharing import handed_on, results_in, share_days, share_names
from tracker.extraction.sides import bounded, is_subject, narrowed, on_that_day, passed_over, timed_before, timed_first
from tracker.extraction.subject import Subject
from tracker.extraction.subjects import FORUM_WE, PARTY, remember, remember_named, subject_of
from tracker.extraction.tokens import TIME, quotations, tokenize
from tracker.extraction.trace import Trace
from tracker.extraction.vocabulary import PUT_OFF
from tracker.extraction.weighing import weigh_attribution, weigh_condition, weigh_rhythm


def read_passage(passage: Passage, trace: Trace | None = None) -> list[Find]:
    """The finds of one decision text in text order; what decided is written into `trace`."""
    return _Reading(passage, trace).run()


class _Reading(Governing):
    """Keeps what one sentence leaves for the next: pronouns, finds that labels may complete, the bullet a deadline is inherited from."""

    def __init__(self, passage: Passage, trace: Trace | None = None) -> None:
        super().__init__(passage, trace)
        self.memory = Memory()
        self.owners = []

    def run(self) -> list[Find]:
        text = self.passage.text
        cuts = split_sentences(text, self.passage.start, self.passage.end)
        times = passage_times(text, self.passage.start, self.passage.end, self.passage.on, self.passage.events)
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
        cut = narrowed(text, cut)
        words = text[cut.start : cut.end]
        folded = words.casefold()
        self.times[index] = [t for t in times if usable(t)]
        self._enter(cut)
        if self._named_in_brackets(cut, words, self.times[index]):
            return
        if self._asked_in_list(cut, folded):
            return
        label = label_of(words)
        if label is not None:
            self._label(index, cut, label, times)
            return
        passed = passed_over(words, folded)
        if passed == "next-meeting-told" and ", hvor " in folded:
            sentence = self._prepare(cut.start, cut.end, times)
            self._leave(index, cut, self._after_opinion(sentence, ""), sentence)
            return
        if passed:
            self.next_told = index if passed == "next-meeting-told" else self.next_told
            if self.trace is not None:
                self.trace.whole(text, cut.start, cut.end, passed)
            self._leave(index, cut, [], None)
            return
        sentence = self._prepare(cut.start, cut.end, times)
        above = _lead_of(cut, cuts)
        lead = text[above.start : above.end].casefold() if above is not None else ""
        self._headed(above, sentence)
        before = self.memory.person
        if OPINION_HEAD.match(folded) or (NOMINAL_HEAD.match(folded) and not is_subject(sentence)):
            self._leave(index, cut, self._after_opinion(sentence, lead), sentence)
            return
        found = self._read(sentence, lead, bool(COMMENT_LEAD.search(lead)))
        self._point(sentence, found)
        self._head_list(index, cut, cuts, sentence, found)
        remember_named(sentence, acting=self.memory.person is not before or any(not acts_together(f.responsible) for f in found))
        self._inherit(cut, found, cuts)
        self._under_name(cut, words, found)
        self._for_next_meeting(index, cut, found)
        self._leave(index, cut, found, sentence)

    def _prepare(self, start: int, end: int, times: list[TimeExpression]) -> Sentence:
        text = self.passage.text
        directory = self.passage.directory
        named = [t for t in times if t.text.isupper() and directory.attends(t.text)]  # "MAJ laver en liste": somebody's initials
        tokens = tokenize(text, start, end, [t for t in times if not (t.condition or t in named or opens_clause(text, t))])
        parts = clauses(tokens)
        reader = Reader(tokens, directory, text)
        return Sentence(
            text, start, end, tokens, parts, directory, reader, self.memory, self.passage.section, self.passage.outcome, self.passage.forum
        )

    def _after_opinion(self, sentence: Sentence, lead: str) -> list[Find]:
        """What a sentence that opens with an opinion or a question retold goes on to promise: "Der blev spurgt til …, hvilket Bo
        undersøger"; a main clause of its own counts where a named party acts."""
        if len(sentence.clauses) < 2:
            if self.trace is not None:
                self.trace.whole(sentence.text, sentence.start, sentence.end, "after-opinion")
            return []
        found = self._read(sentence, lead, False, sentence.clauses[:1])
        told = () if sentence.text[: sentence.end].rstrip().endswith("?") else (Kind.STATUS,)
        return [f for f in found if (c := f.clause) and (_acts(f) or (f.kind in told and (c.resumed or c.link == "hv")))]

    def _read(self, sentence: Sentence, lead: str, commented: bool, muted: list[Clause] | None = None) -> list[Find]:
        found: list[Find] = []
        opaque: list[Clause] = list(muted or ())
        quoted = quotations(sentence.tokens) if ":" in sentence.vocabulary else []
        for clause in sentence.clauses:
            if muted and clause in muted:
                self._unread(sentence, clause, "after-opinion")
                continue
            if quoted and any(begin < clause.verb < stop for begin, stop in quoted):
                opaque.append(clause)
                continue  # "Der tilføjes en sætning: ”Foreningerne tager ansvar”": what is quoted promises nothing
            aside = clause.link == "hv" and (self._sums_up(sentence, clause) or self._at_which(sentence, clause))
            hidden = opaque and not aside and any(clause.parent is o or clause.head is o for o in opaque)
            if hidden or not self._open(sentence, clause, lead):
                opaque.append(clause)
                self._unread(sentence, clause, "after-opinion" if muted else "not-led")
                continue
            ordered = clause.form.lemma == "skulle"  # "tilbagesendes til forvaltningen, der skal …"
            acts = clause.parent is not None and receiver_acts(sentence, clause.parent, clause)
            promised = clause.link == "at" and clause.parent is not None and clause.parent.form.lemma == "love"
            if (
                not (ordered or acts)
                and (clause.link == "som" or promised)
                and clause.form.form is Form.PRESENT
                and any(f.clause is clause.parent for f in found)
                and not self._names_doer(sentence, clause, found)
            ):
                continue  # "laver et oplæg, som Bo sender ud": one card with the clause it hangs under
            self._clause(sentence, clause, found)
        if sentence.clauses and sentence.clauses[0].start > 0:
            self._head(sentence, found)
        put_off = bool(sentence.tokens) and sentence.tokens[0].low in PUT_OFF and not found
        if not sentence.clauses or (put_off and sentence.clauses[0].start == 0):
            self._fragment(sentence, found)
        if not found:
            self._labelled_end(sentence, found)
        return self._settle(sentence, found, lead, commented) if found else found

    def _settle(self, sentence: Sentence, found: list[Find], lead: str, commented: bool) -> list[Find]:
        """The finds of a sentence seen beside each other: what is one card, and which days and names they share."""
        found = results_in(sentence, due_together(sentence, handed_on(sentence, found)))
        found = sent_further(sentence, gapped(sentence, merged_cards(sentence, found)))
        share_days(sentence, found)
        for find in found:
            passed_on(sentence, find, found)
            due_with_product(sentence, find, found)
        share_names(sentence, found)
        named_behind(sentence, found)
        if len(found) == 1 and (TO_DO.search(lead) or TO_DO.search(self._line_before(sentence))):
            named_before(sentence, found)
        timed_before(sentence, found)
        timed_first(sentence, found)
        if len(found) == 1 and found[0].start > sentence.start and self._points_back(sentence, found[0]):
            parted = self.passage.text.rfind("; ", sentence.start, max(sentence.start, found[0].start - 4)) + 1
            found[0].start = max(sentence.start, parted + 1 if parted else 0)  # "Der mangler en bil, og den finder Bo": say what
        self._replied(sentence, found)
        found = weigh_attribution(sentence, found)
        bounded(sentence, found)
        for find in found:
            if commented:
                find.mark("comment-list")
                remark = {"modal", "passive"} <= find.signals and not find.responsible  # "Det skal forklares bedre"
                find.optional |= ("we" in find.signals or remark) and not has_day(find.times)
        return found

    def _line_before(self, sentence: Sentence) -> str:
        """The line above a sentence where that ends in a colon, else nothing."""
        above = self.passage.text[max(self.passage.start, sentence.start - _REACH) : sentence.start].rstrip(" \t\n\xa0•-*–")
        return above[above.rfind("\n") + 1 :].casefold().rstrip(":") if above.endswith(":") else ""

    def _points_back(self, sentence: Sentence, find: Find) -> bool:
        """Whether a find says what it is about only with the words before it: "Ny nøgle til kranen: skaffes"."""
        clause = find.clause
        bare = clause is not None and clause.verb == clause.opener and clause.form.form is Form.PASSIVE and clause.head is None
        shares = clause is not None and clause.head is not None and not find.responsible  # "Afsnittet er tyndt og skal skrives om"
        fewest = 5 if shares else 3
        short = len(self.passage.text[find.start : find.end].split()) < fewest and find.start - sentence.start < 120
        bracketed = clause is not None and clause.opener > 0 and sentence.tokens[clause.opener - 1].text == "("
        apart = self.passage.text[sentence.start : find.start].rstrip().endswith(";")  # what stands before it is said for itself
        return bare or short or bracketed or (not apart and bool(POINTING.search(self.passage.text[find.start : find.end])))

    def _clause(self, sentence: Sentence, clause: Clause, found: list[Find]) -> None:
        subject = subject_of(sentence, clause)
        own = clause.field[0] < clause.field[1] and subject.kind in (PARTY, FORUM_WE)  # "et brev, som formanden underskriver"
        if clause.link == "som" and clause.parent is not None and not own:
            subject = antecedent(sentence, clause) or subject
        governor = clause.parent
        if clause.link == "at" and governor is not None and subject.words in ("den", "det") and self._promised(sentence, clause, governor):
            subject = subject_of(sentence, governor)  # "Ledelsen tilkendegav, at den vil redegøre …"
        rule, answer = ask(sentence, clause, subject)
        if isinstance(answer, Find) and answer.responsible and (subject.kind != PARTY or subject.sure < LIKELY):
            remember(self.memory, answer.responsible)  # "Bolden ligger hos Bo. Han kommer med et oplæg"
        elif subject.kind == PARTY and (clause.link == "main" or answer is not None):
            self.memory.told = list(subject.parties)
            remember(self.memory, subject.parties)  # after reading: "Interesserede giver lyd til hende" speaks of somebody told before
        if rule is None or answer is None:
            self._unread(sentence, clause, "")
            return
        if isinstance(answer, Silent) or self._done_by_approving(clause, answer):
            if self.trace is not None:
                self.trace.clause(sentence, clause, subject, rule.name, rule.guide, found=False)
            stretch(clause, found)
            return
        if self.trace is not None:
            self.trace.clause(sentence, clause, subject, rule.name, rule.guide, found=True)
        answer.rules.append(rule.name)
        answer.clauses.append(rule.guide)
        self._begin(sentence, clause, subject, answer, found)
        sent_where(sentence, clause, answer)
        weigh_condition(sentence, clause, answer)
        weigh_rhythm(answer)
        if (
            clause.link == "at"
            and "passive" in answer.signals
            and not (answer.responsible or answer.recipients or has_day(answer.times))
            and self._amended(sentence, clause)
        ):
            answer.optional = True  # "med den ændring, at taksten reguleres": done by deciding
        self._asked(sentence, clause, answer)
        found.append(answer)

    def _begin(self, sentence: Sentence, clause: Clause, subject: Subject, answer: Find, found: list[Find]) -> None:
        """Stretch the quote back to the words that name who acts, where they stand before the clause."""
        if clause.head is not None and clause.head.verb < clause.verb and all(f.clause is not clause.head for f in found):
            first = quote_range(sentence, clause.head)[0]
            shared = subject.kind == PARTY and subject.parties[0].start < clause.start
            told = clause.head.form.form is Form.PAST and sentence.tokens[clause.opener].start - first > _REACH
            answer.start = min(answer.start, first) if shared and not told else answer.start
        if clause.start > 0 and sentence.tokens[clause.start - 1].text == ":" and subject.kind == PARTY and subject.parties[0].start == 0:
            answer.start = sentence.start  # "AB: undersøger prisen": the name is said before the colon
        cleft = clause.link == "som" and clause.parent is not None and clause.parent.form.lemma == "være" and not answer.times
        if cleft and clause.parent is not None and sentence.tokens[clause.parent.start].kind == TIME:
            answer.times, answer.start = times_of(sentence, clause.parent), sentence.start  # "Næste gang er det Lise, der …"
        parted = any(f.clause is clause.parent and has_day(f.times) for f in found)
        if not parted and self._sums_up(sentence, clause) and sentence.words(clause.start, clause.opener).endswith("hvilket"):
            answer.start = sentence.start
        elif clause.link == "hv" and clause.parent is not None and self._at_which(sentence, clause):
            on_that_day(sentence, clause, clause.parent, answer, found)
        elif (
            clause.link == "som"
            and clause.parent is not None
            and answer.responsible
            and "request" not in answer.signals
            and not receiver_acts(sentence, clause.parent, clause)
        ):
            answer.start = min(answer.start, quote_range(sentence, clause.parent)[0])

    def _unread(self, sentence: Sentence, clause: Clause, reason: str) -> None:
        if self.trace is not None:
            self.trace.unread(sentence, clause, reason)


def _acts(find: Find) -> bool:
    return bool(find.responsible) and all(m.sure >= LIKELY for m in find.responsible)


_REACH = 80  # characters looked back for the line above


def _lead_of(cut: Cut, cuts: list[Cut]) -> Cut | None:
    return cuts[cut.lead] if cut.lead is not None and cut.lead < len(cuts) else None
