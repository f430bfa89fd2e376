"""Meetings: "på næste møde", "kommende chefforum", "på næste LSU-møde", "på decembermødet"."""

from __future__ import annotations

import re

from tracker.danish.calendar import months
from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import MONTHS, month_of, pattern
from tracker.domain.deadline import NEXT_MEETING, Precision

NEXT = r"(?:(?:det|den|vores|vort|deres|sit) )?(?:næste|førstkommende|næstkommende|kommende|nærmeste|næstfølgende|efterfølgende)"
LETTER = r"[^\W\d_]"
SHORT = r"(?:best|bestyr|ekstraord|ord)\.~?"
"""Shortened words before "møde": "næste best. møde"."""
FORUM = r"(?:" + LETTER + r"{1,40}(?:~?-~?" + LETTER + r"{1,40}){0,3}?)"


def meeting(forum: str | None = None) -> Period:
    """The next meeting, of another forum where one is named."""
    return Period(Precision.MEETING, "meeting", anchor=NEXT_MEETING, anchor_forum=forum)


def _next(found: re.Match[str], context: Context) -> Period | None:
    if found["indefinite"] or found[0].endswith(("møder", "møderne")):
        return Period(Precision.NONE, "vague")
    forum = None
    if found["forum"]:
        forum = context.text[found.start("forum") : found.end("forum")].rstrip("-")
        if forum.casefold() in _OWN:
            return meeting()
        if not folded_hyphen(context, found) and forum.endswith("s") and len(forum) > 3 and not forum.casefold().endswith("kreds"):
            forum = forum[:-1]
        if forum.casefold() in _OWN:
            forum = None
    return meeting(forum)


def folded_hyphen(context: Context, found: re.Match[str]) -> bool:
    """Whether a hyphen joins the forum and "møde" ("LSU-møde"); without it a linking s is no part of the name."""
    return context.folded[found.end("forum")] == "-"


_OWN = frozenset({"ordinære", "ordinær", "almindelige", "fælles", "status", "opfølgnings"})


def _month_meeting(found: re.Match[str], context: Context) -> Period | None:
    number = month_of(found["month"])
    return Period(Precision.MONTH, "month", lambda y: months(y, number))


def _after_next(found: re.Match[str], context: Context) -> Period | None:
    """The meeting after the next: nobody but the meeting plan knows its day, and it is not the next one."""
    return Period(Precision.MEETING, "meeting")


def _next_in(found: re.Match[str], context: Context) -> Period | None:
    """Another forum's next meeting: its name begins with a capital and is no month."""
    forum = context.text[found.start("forum") : found.end("forum")]
    named = forum[0].isupper() or forum.endswith(_BODIES)
    return meeting(forum) if named and forum.casefold() not in MONTHS else None


_BODIES = (
    "gruppen",
    "udvalget",
    "rådet",
    "bestyrelsen",
    "forum",
    "ledelsen",
    "direktionen",
    "forsamlingen",
    "kredsen",
    "teamet",
    "foreningen",
)


def _next_forum(found: re.Match[str], context: Context) -> Period | None:
    """ "kommende chefforum", and bodies known by their capitals ("næste LMU")."""
    forum = context.text[found.start("forum") : found.end("forum")]
    if (
        forum.casefold().endswith(("forum", "trio"))
        or (forum.isupper() and 2 <= len(forum) <= 8)
        or (forum[0].isupper() and (forum.endswith(("udvalg", "råd", "bestyrelse")) or (len(forum) > 3 and forum[-3:].isupper())))
    ):
        return meeting(forum)
    return None


def _last_meeting(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.MEETING, "meeting", past=True)


MEETINGS: tuple[Rule[Period], ...] = (
    Rule(
        "month-meeting",
        pattern(r"(?P<month>{meeting_month})(?:-?(?:møde|samling|chefforum)(?:t|rne|n)?| mødet){end}"),
        _month_meeting,
        examples("2017-06-28", ("på decembermødet", "2017-12-01/2017-12-31 month"), ("til junimødet", "2017-06-01/2017-06-30 month"),
                ("til maj mødet", "2018-05-01/2018-05-31 month")),
        ("decembervejr", "majmåned"),
    ),
    Rule(
        "next-meeting-in",
        pattern(NEXT + r" møde i (?P<forum>" + LETTER + r"[^\W_]{1,40}(?:-[^\W_]{1,30})?){end}"),
        _next_in,
        examples("2017-06-28", ("til næste møde i Ældrerådet", "meeting next_meeting forum=Ældrerådet"),),
        ("næste møde i maj", "næste møde i kantinen"),
    ),
    Rule(
        "next-forum",
        pattern(NEXT + r" (?P<forum>" + LETTER + r"{2,30}){end}(?!-(?!møde))"),
        _next_forum,
        examples("2017-06-28", ("kommende chefforum", "meeting next_meeting forum=chefforum"), ("på næste LMU",
                "meeting next_meeting forum=LMU"), ("på næste OmrådeMED", "meeting next_meeting forum=OmrådeMED")),
        ("næste skridt", "de kommende forslag", "de kommende MUS-samtaler"),
    ),
    Rule(
        "next-meeting",
        pattern(r"(?P<indefinite>(?:et|nogle) )?" + NEXT
                + r" (?:(?:ordinære|ordinært|planlagte|fælles|almindelige|fysiske) |" + SHORT + r")?(?:(?P<forum>" + FORUM
                        + r")-?)??(?:møde(?:t|r|rne|gang)?|gang(?! (?:i (?:{month_name}|{season}|uge|\d)|den \d|d\.~\d|\d"
                                r"|til (?:{month_name}|{season})))|session|dagsorden(?:en)?)(?![^\W_])"),
        _next,
        examples("2017-06-28", ("på næste møde", "meeting next_meeting"), ("på næste LSU-møde", "meeting next_meeting forum=LSU"),
                ("næste gang", "meeting next_meeting"), ("på næste dagsorden", "meeting next_meeting")),
        ("på et senere møde", "næste mødested"),
    ),
    Rule(
        "last-meeting",
        pattern(r"(?:(?:det|vores) )?(?:sidste|forrige|seneste|foregående) (?:(?:ordinære) )?(?:" + FORUM
                + r"-?)??(?:møde|gang){end}(?! (?:i|før|inden|efter|den|d\.))"),
        _last_meeting,
        examples("2017-06-28", ("på sidste møde", "meeting"), ("på det forrige bestyrelsesmøde", "meeting")),
        ("sidste mødedag", "det næste møde"),
    ),
    Rule(
        "meeting-after",
        pattern(r"(?:det )?(?:næstnæste|overnæste) (?:" + FORUM + r"-?)??møde{end}"),
        _after_next,
        examples("2017-06-28", ("på det overnæste møde", "meeting"),),
        ("næste møde",),
    ),
)  # fmt: skip
