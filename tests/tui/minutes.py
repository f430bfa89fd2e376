"""The referat the tests of the dashboard use, with every find written down by hand."""

from __future__ import annotations

from datetime import date

from tracker.domain.deadline import Deadline
from tracker.domain.followup import Evidence, Extraction, FollowUp, Kind, Signal
from tracker.domain.minutes import (
    AgendaItem,
    Decision,
    Meeting,
    Minutes,
    Outcome,
    Section,
    SectionKind,
    SourceText,
    Span,
)

DAY = date(2017, 8, 9)
NAME = "2017-08-09_ledergruppen.txt"
TEXT = """Ledergruppen i Lindeby
Møde onsdag den 9. august 2017

1. Ferieplaner
Sagsnr. 81.04.00-A00-1-17
Sagsfremstilling
Planerne for efteråret mangler fra to afdelinger.
Beslutning
Drøftet. Birgit rykker afdelingerne inden 14. august.
Sekretariatet samler planerne i uge 33 og sender dem til Åse Ærø.

2. Nyt intranet [beta]
Sagsnr. 85.11.00-P20-2-17
Beslutning
Godkendt. Jens Øster undersøger prisen på [b]moduler[/b] senest 1. september.
Alle afdelinger melder en kontaktperson til næste møde.

3. Eventuelt
Beslutning
Nogen bør spørge viceværten om cykelstativerne.
"""


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _between(first: str, last: str) -> Span:
    return Span(TEXT.index(first), TEXT.index(last) + len(last))


def _item(number: int, title: str, first: str, last: str, decision: str, case: str | None, outcome: Outcome) -> AgendaItem:
    span = _between(first, last)
    body = Span(TEXT.index(decision), span.end)
    return AgendaItem(
        number,
        title,
        span,
        f"{number}.",
        case,
        sections=(Section(SectionKind.DECISION, "Beslutning", body),),
        decisions=(Decision(body, outcome, DAY),),
    )


def minutes() -> Minutes:
    """The referat as it would be parsed."""
    items = (
        _item(1, "Ferieplaner", "1. Ferieplaner", "Åse Ærø.", "Drøftet.", "81.04.00-A00-1-17", Outcome.DISCUSSED),
        _item(2, "Nyt intranet [beta]", "2. Nyt", "næste møde.", "Godkendt.", "85.11.00-P20-2-17", Outcome.APPROVED),
        _item(3, "Eventuelt", "3. Eventuelt", "cykelstativerne.", "Nogen bør", None, Outcome.OTHER),
    )
    return Minutes(SourceText(NAME, TEXT), Meeting("Ledergruppen", DAY, next_meeting=date(2017, 8, 30)), items)


def _find(item: int, quote: str, who: str, when: str, due: date | None, to: str = "", sure: float = 0.95) -> FollowUp:
    marks = [Evidence("responsible", _span(who))] if who else []
    marks += [Evidence("deadline", _span(when))] if when else []
    marks += [Evidence("recipient", _span(to))] if to else []
    return FollowUp(
        item,
        DAY,
        SectionKind.DECISION,
        Kind.TASK,
        quote,
        _span(quote),
        (who,) if who else (),
        (to,) if to else (),
        deadline=Deadline(when, due=due) if when else None,
        confidence=sure,
        signals=(Signal("named-person", 0.6),),
        rules=("doing",),
        clauses=("4 Historic present: doing verbs are",),
        evidence=tuple(marks),
    )


def extraction() -> Extraction:
    """Five finds: overdue, this week, later, without a day, and one to review."""
    return Extraction(
        (
            _find(1, "Birgit rykker afdelingerne inden 14. august.", "Birgit", "inden 14. august", date(2017, 8, 14)),
            _find(
                1,
                "Sekretariatet samler planerne i uge 33 og sender dem til Åse Ærø.",
                "Sekretariatet",
                "i uge 33",
                date(2017, 8, 20),
                "Åse Ærø",
            ),
            _find(
                2,
                "Jens Øster undersøger prisen på [b]moduler[/b] senest 1. september.",
                "Jens Øster",
                "senest 1. september",
                date(2017, 9, 1),
            ),
            _find(2, "Alle afdelinger melder en kontaktperson til næste møde.", "Alle afdelinger", "", None),
            _find(3, "Nogen bør spørge viceværten om cykelstativerne.", "Nogen", "", None, sure=0.6),
        )
    )
