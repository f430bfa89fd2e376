from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.store.databases import NEXT, Promise, Punkt, by, open_workspace, referat
from tracker.domain.followup import ActionItem, Extraction, Status
from tracker.domain.party import Party, PartyKind
from tracker.services import action_detail, change_action, follow_through, list_actions
from tracker.services.import_minutes import DocumentReport, Rules, import_files, import_one
from tracker.services.query import parse
from tracker.services.workspace import Workspace

JUNE = date(2017, 6, 28)
LISTS = Promise(
    "Alle chefer melder lister ind til Anne Mette senest 15. august", ("Alle chefer",), by(date(2017, 8, 15)), to=("Anne Mette",)
)
ABSENCE = Promise("Morten undersøger sygefraværet til næste møde", ("Morten",), NEXT)
PLAN = Promise("Susanne udarbejder et udkast til en plan for kompetenceudvikling", ("Susanne",), None, 0.5)


def bring(workspace: Workspace, *items: Punkt, day: date | None = JUNE, rules: Rules | None = None, **more: object) -> DocumentReport:
    minutes, extraction = referat(day, items, **more)  # type: ignore[arg-type]
    return import_one(workspace, minutes, extraction, rules=rules)


def everything(workspace: Workspace) -> list[ActionItem]:
    return list(list_actions.every(workspace, parse("", workspace.today)))


def state(workspace: Workspace) -> list[tuple[object, ...]]:
    """Everything about the cards but their numbers and moments."""
    return sorted(
        (
            a.text,
            a.quote,
            a.status.value,
            a.responsible,
            a.recipients,
            str(a.due),
            a.due_estimated,
            a.item,
            a.item_title,
            a.source,
            a.history,
        )
        for a in everything(workspace)
    )


def test_finds_become_cards_with_their_origin(workspace: Workspace) -> None:
    report = bring(workspace, Punkt("Kursus i ledelse", (LISTS,), case="81.04.00-A00-1-16"), Punkt("Sygefravær", (ABSENCE,)))
    assert (report.outcome, len(report.added)) == ("new", 2)
    card = list_actions.get(workspace, report.added[0])
    assert (card.forum, card.meeting_date, card.item, card.item_title) == ("Chefforum", JUNE, 1, "Kursus i ledelse")
    assert (card.case_number, card.due, card.responsible, card.recipients) == (
        "81.04.00-A00-1-16",
        date(2017, 8, 15),
        ("Alle chefer",),
        ("Anne Mette",),
    )


def test_doubtful_finds_enter_for_review(workspace: Workspace) -> None:
    report = bring(workspace, Punkt("Planer", (LISTS, PLAN)))
    assert [list_actions.get(workspace, i).status for i in report.added] == [Status.OPEN, Status.REVIEW]
    assert report.review == 1


def test_the_same_text_again_adds_nothing(workspace: Workspace) -> None:
    bring(workspace, Punkt("Kursus", (LISTS,)))
    before = workspace.changed_since(0)
    again = bring(workspace, Punkt("Kursus", (LISTS,)), name="another name.txt")
    assert again.outcome == "unchanged"
    assert not again.added
    assert workspace.changed_since(0) == before


def test_a_corrected_referat_updates_what_was_extracted_and_keeps_ids(workspace: Workspace) -> None:
    first = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), Punkt("Sygefravær", (ABSENCE,)))
    before = {a.id: a.uid for a in everything(workspace)}
    reworded = replace(LISTS, quote="Alle chefer indsender senest 20. august lister til Anne Mette", deadline=by(date(2017, 8, 20)))
    second = bring(
        workspace, Punkt("Nyt punkt", (PLAN,)), Punkt("Kursus i ledelse", (reworded,)), Punkt("Sygefravær", (ABSENCE,)), name="rettet.txt"
    )
    assert second.outcome == "updated"
    assert second.document == first.document
    assert len(second.added) == 1
    assert not second.vanished
    card = list_actions.get(workspace, first.added[0])
    assert (card.due, card.item, card.quote) == (date(2017, 8, 20), 2, reworded.quote)
    assert {a.id: a.uid for a in everything(workspace)}.items() >= before.items()


def test_what_people_entered_survives_a_corrected_referat(workspace: Workspace) -> None:
    (id_,) = bring(workspace, Punkt("Kursus i ledelse", (LISTS,))).added
    change_action.postpone(workspace, id_, date(2017, 9, 1))
    change_action.reassign(workspace, id_, ["Helle"])
    change_action.note(workspace, id_, "Aftalt pr. telefon")
    change_action.done(workspace, id_)
    reworded = replace(LISTS, quote=LISTS.quote + " og ikke senere", deadline=by(date(2017, 8, 20)))
    bring(workspace, Punkt("Kursus i ledelse", (reworded,)))
    card = list_actions.get(workspace, id_)
    assert (card.due, card.responsible, card.status, card.notes) == (date(2017, 9, 1), ("Helle",), Status.DONE, 1)
    assert card.quote == reworded.quote
    assert card.deadline is not None
    assert card.deadline.due == date(2017, 8, 20)


def test_a_find_that_is_gone_is_marked_and_comes_back_by_itself(workspace: Workspace) -> None:
    first = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), Punkt("Sygefravær", (ABSENCE,)))
    second = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), Punkt("Sygefravær"))
    assert second.vanished == (first.added[1],)
    assert list_actions.get(workspace, first.added[1]).source_vanished
    third = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), Punkt("Sygefravær", (ABSENCE,), decision="Drøftet."))
    assert third.returned == (first.added[1],)
    assert not list_actions.get(workspace, first.added[1]).source_vanished


def test_a_rejected_find_never_returns(workspace: Workspace) -> None:
    (id_,) = bring(workspace, Punkt("Kursus i ledelse", (LISTS,))).added
    change_action.reject(workspace, id_)
    reworded = replace(LISTS, quote=LISTS.quote.replace("melder", "indmelder"))
    report = bring(workspace, Punkt("Velkomst"), Punkt("Kursus i ledelse", (reworded,)))
    assert not report.added
    card = list_actions.get(workspace, id_)
    assert (card.status, card.reason) == (Status.DROPPED, "rejected")


def test_a_corrected_date_is_the_same_meeting(workspace: Workspace) -> None:
    items = (Punkt("Kursus i ledelse", (LISTS,), decision="Chefforum godkendte indstillingen med de bemærkninger, der fremgår nedenfor."),)
    items += (Punkt("Sygefravær", (ABSENCE,), decision="Chefforum drøftede status og tog den til efterretning med tak til Ingelise."),)
    first = bring(workspace, *items, name="referat.txt")
    second = bring(workspace, *items, day=date(2017, 6, 29), name="referat.txt")
    assert second.document == first.document
    assert not second.added
    assert {a.meeting_date for a in everything(workspace)} == {date(2017, 6, 29)}


def test_the_next_meetings_standing_sentences_do_not_make_it_a_correction(workspace: Workspace) -> None:
    standing = tuple(
        Punkt(f"Fast punkt {n}", decision=f"Chefforum tog den faste orientering nummer {n} til efterretning.") for n in range(6)
    )
    first = bring(workspace, *standing, Punkt("Kursus i ledelse", (LISTS,)))
    second = bring(workspace, *standing, Punkt("Planer", (PLAN, ABSENCE)), day=date(2017, 7, 12))
    assert second.document != first.document
    assert not second.vanished


def test_another_paper_of_the_same_meeting_is_a_referat_of_its_own(workspace: Workspace) -> None:
    first = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)))
    second = bring(workspace, Punkt("Ansættelse af leder", (PLAN,)), name="lukket.txt")
    assert second.document != first.document
    assert len(everything(workspace)) == 2


def test_old_finds_enter_as_history_unless_their_day_is_still_to_come(workspace: Workspace) -> None:
    ahead = Promise("Planen evalueres i 2018 af Økonomi og Stab", ("Økonomi og Stab",), by(date(2018, 5, 1)))
    report = bring(workspace, Punkt("Planer", (LISTS, PLAN, ahead)), day=date(2016, 2, 4))
    cards = {a.quote: a for a in everything(workspace)}
    assert cards[PLAN.quote].history
    assert not cards[ahead.quote].history
    assert report.history == 1
    assert list_actions.count(workspace) == 2


def test_the_limits_of_review_and_history_are_settings(workspace: Workspace) -> None:
    bring(workspace, Punkt("Planer", (PLAN,)), rules=Rules(review_below=0.3, history_after_days=1))
    (card,) = everything(workspace)
    assert (card.status, card.history) == (Status.OPEN, True)


def test_the_order_of_import_does_not_matter(url: str) -> None:
    meetings = [
        referat(date(2017, 6, 14), [Punkt("Sygefravær i dagtilbud", (ABSENCE,)), Punkt("Kursus", (LISTS,))]),
        referat(JUNE, [Punkt("Sygefravær i dagtilbud", (replace(ABSENCE, who=("Morten Michaelsen",)),))]),
        referat(date(2017, 8, 23), [Punkt("Evt.", (PLAN,)), Punkt("Sygefravær i dagtilbud", (PLAN,))]),
    ]
    found = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        with open_workspace("sqlite://") as workspace:
            for n in order:
                minutes, extraction = meetings[n]
                import_one(
                    workspace,
                    minutes,
                    extraction,
                    parties=[Party(w, PartyKind.PERSON) for f in extraction.follow_ups for w in f.responsible],
                )
            proposals = sorted((p.kind, p.meeting_date, p.item, p.evidence, p.why) for p in follow_through.proposals(workspace))
            found.append((state(workspace), proposals))
    assert found[0] == found[1] == found[2]
    assert ("Morten Michaelsen",) in {row[3] for row in found[0][0]}
    assert found[0][1]


def test_the_order_of_import_of_real_minutes_does_not_matter(shared: Path) -> None:
    files = sorted(str(f) for f in (shared / "referater").iterdir())
    found = []
    for order in (files, files[::-1], files[1:] + files[:1]):
        with open_workspace("sqlite://") as workspace:
            for name in order:
                assert import_files(workspace, [name]).errors == []
            proposals = sorted((p.kind, str(p.meeting_date), p.item, p.evidence, p.why) for p in follow_through.proposals(workspace))
            counts = list_actions.counts(workspace, list_actions.views(workspace))
            found.append((state(workspace), proposals, counts))
    assert found[0] == found[1] == found[2]
    assert len(found[0][0]) > 20


def test_the_detail_shows_the_words_in_their_referat(workspace: Workspace) -> None:
    report = bring(workspace, Punkt("Velkomst"), Punkt("Kursus i ledelse", (LISTS,)))
    detail = action_detail.detail(workspace, report.added[0])
    assert detail.source is not None
    assert detail.span is not None
    assert detail.span.of(detail.source.text) == LISTS.quote
    assert detail.agenda_item is not None
    assert detail.agenda_item.title == "Kursus i ledelse"
    assert detail.decision is not None
    assert detail.span in detail.decision.span


def test_an_agenda_never_replaces_its_referat(workspace: Workspace) -> None:
    bring(workspace, Punkt("Kursus i ledelse", (LISTS,)))
    agenda, _nothing = referat(JUNE, [Punkt("Kursus i ledelse")], name="dagsorden.txt")
    agenda = replace(agenda, items=tuple(replace(i, decisions=()) for i in agenda.items), agenda_only=True)
    assert import_one(workspace, agenda, Extraction()).outcome == "unchanged"
    assert not everything(workspace)[0].source_vanished


def test_a_hostile_quote_is_kept_as_it_is(workspace: Workspace) -> None:
    quote = "Robert'); DROP TABLE action;-- sender [@click=app.quit]% _ \" til =cmd|' /C calc'!A0"
    (id_,) = bring(workspace, Punkt("'; DELETE FROM item; --", (Promise(quote, ("Robert'); DROP",)),))).added
    assert list_actions.get(workspace, id_).quote == quote
    assert list_actions.count(workspace, parse('ansvarlig:"Robert\'); DROP"', workspace.today)) == 1
    assert list_actions.count(workspace, parse('drop" OR 1=1 * ^ NEAR(', workspace.today)) in (0, 1)
