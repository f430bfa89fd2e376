"""Lines of things to do, told by an infinitive: "Oversende taksterne til Provstiudvalget (Ida)", "Økonomi: Forelægge en opgørelse i maj".

Who does it stands in a label, in brackets or before a colon; what kind of promise it is and who receives something is what the rules
say of the same words with a finite verb: "Ida oversender taksterne til Provstiudvalget".
"""

from __future__ import annotations

from dataclasses import replace

from tracker.danish.verbs import Form, Verb, pick
from tracker.domain.followup import Kind
from tracker.extraction.attributive import LIMIT
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, usable
from tracker.extraction.find import Find, Memory, Sentence
from tracker.extraction.mentions import Reader
from tracker.extraction.passage import Passage, passage_times
from tracker.extraction.rules import as_done
from tracker.extraction.subject import PARTY, Subject
from tracker.extraction.tokens import WORD, tokenize

_OPENING = 8
"""Tokens within which the colon behind a name stands."""


def head_infinitive(sentence: Sentence) -> tuple[int, Verb] | None:
    """The infinitive a line begins with, or what stands behind its first colon, and its place."""
    tokens = sentence.tokens
    colon = next((k for k, t in enumerate(tokens[:_OPENING]) if t.text == ":"), -1)
    for at in (colon + 1, 0):  # "Bo: Sende planen": "bo" is a verb as well
        if at < len(tokens) and tokens[at].kind == WORD:
            verb = pick(tokens[at].low, Form.INFINITIVE)
            if verb is not None and not verb.noun:
                return at, verb
    return None


def read_as_done(part: Sentence, find: Find) -> Find:
    """The find of such a line with the kind and the recipients of the same words told in the present; other finds stay as they are.

    `part` are the words that say what is to be done: up to the bracket or label with the name.
    """
    headed = head_infinitive(part) if find.kind is Kind.TASK and find.responsible else None
    if headed is None:
        return find
    at, verb = headed
    clause = Clause(part.tokens, at, len(part.tokens), at, verb, field=(at, at), opener=at)
    somebody = [replace(m, start=at, end=at) for m in find.responsible]
    told = as_done(part, clause, at, verb, Subject(PARTY, somebody, after=at + 1))[1]
    if not isinstance(told, Find):
        return find
    names = {m.text for m in find.responsible}
    find.kind = told.kind
    find.recipients = [m for m in told.recipients if m.text not in names]
    find.times = find.times or told.times
    return find


def read_cell(passage: Passage, row: Find) -> None:
    """Give the row of a table what its task cell (all of `passage`) says as an infinitive, and the last day it names if no cell does."""
    if not row.responsible:
        return
    times = passage_times(passage.text, passage.start, passage.end, passage.on, passage.events)
    tokens = tokenize(passage.text, passage.start, passage.end, times)
    reader = Reader(tokens, passage.directory, passage.text)
    cell = Sentence(
        passage.text,
        passage.start,
        passage.end,
        tokens,
        [],
        passage.directory,
        reader,
        Memory(),
        passage.section,
        passage.outcome,
        passage.forum,
    )
    read_as_done(cell, row)
    by_then = [t for t in times if usable(t) and has_day([t]) and LIMIT.match(t.text.casefold())]
    if not row.times and len(by_then) == 1:
        row.times = by_then  # "Oplæg til nye takster inden 1. maj"


__all__ = ["read_as_done", "read_cell"]
