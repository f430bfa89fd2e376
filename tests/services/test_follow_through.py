from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.test_import_minutes import ABSENCE, LISTS, PLAN, bring
from tests.store.databases import Promise, Punkt, by
from tracker.domain.followup import Kind, Status
from tracker.domain.tracking import ProposalKind
from tracker.errors import NotFound, UsageError
from tracker.services import change_action, follow_through, list_actions, undo
from tracker.services.workspace import Workspace

JUNE, AUGUST = date(2017, 6, 28), date(2017, 8, 16)


@pytest.mark.parametrize(
    ("first", "later", "why"),
    [
        (Punkt("Sygefravær", (ABSENCE,), case="81.28.00-P20-1-16"), Punkt("Status på indsatsen", case="81.28.00-p20-1-16"), "case"),
        (Punkt("CF - Status på sygefravær i dagtilbud", (ABSENCE,)), Punkt("Sygefravær i dagtilbud - opfølgning"), "title"),
        (
            Punkt("Sygefravær i dagtilbud", (ABSENCE,), case="81.28.00-P20-1-16"),
            Punkt("Sygefravær i dagtilbud", case="81.28.00-P20-2-17"),
            None,
        ),
        (Punkt("Orientering", (ABSENCE,)), Punkt("Orientering"), None),
        (Punkt("Eventuelt", (ABSENCE,)), Punkt("Eventuelt"), None),
        (Punkt("Sygefravær i dagtilbud", (ABSENCE,)), Punkt("Budget for dagtilbud og skoler"), None),
    ],
)
def test_when_a_matter_came_back(workspace: Workspace, first: Punkt, later: Punkt, why: str | None) -> None:
    (id_,) = bring(workspace, first, day=JUNE).added
    bring(workspace, Punkt("Velkomst"), replace(later, decision="Chefforum tog status til efterretning."), day=AUGUST)
    proposals = follow_through.proposals(workspace)
    assert [p.why for p in proposals] == ([why] if why else [])
    if why:
        (proposal,) = proposals
        assert (proposal.action, proposal.meeting_date, proposal.item, proposal.forum) == (id_, AUGUST, 2, "Chefforum")
        assert proposal.evidence == "Chefforum tog status til efterretning."


def test_accepting_closes_the_card_with_the_link_and_can_be_undone(workspace: Workspace) -> None:
    (id_,) = bring(workspace, Punkt("Sygefravær i dagtilbud", (ABSENCE,)), day=JUNE).added
    bring(workspace, Punkt("Sygefravær i dagtilbud"), day=AUGUST)
    (proposal,) = follow_through.proposals(workspace)
    (card,) = follow_through.link(workspace, proposal.id).actions
    assert card.status is Status.DONE
    assert "2017-08-16" in str(card.reason)
    assert not follow_through.proposals(workspace)
    with pytest.raises(UsageError):
        follow_through.link(workspace, proposal.id)
    undo.undo(workspace)
    assert list_actions.get(workspace, id_).status is Status.OPEN
    assert len(follow_through.proposals(workspace)) == 1
    with pytest.raises(NotFound):
        follow_through.dismiss(workspace, 99)


def test_a_dismissed_proposal_does_not_return_at_reimport(workspace: Workspace) -> None:
    bring(workspace, Punkt("Sygefravær i dagtilbud", (ABSENCE,)), day=JUNE)
    bring(workspace, Punkt("Sygefravær i dagtilbud"), day=AUGUST)
    follow_through.dismiss(workspace, [p.id for p in follow_through.proposals(workspace)])
    bring(workspace, Punkt("Sygefravær i dagtilbud", decision="Drøftet på ny."), day=AUGUST)
    assert not follow_through.proposals(workspace)
    counts = list_actions.counts(workspace, list_actions.views(workspace))
    assert counts["returned"] == 0


def test_a_corrected_referat_takes_back_what_it_no_longer_says(workspace: Workspace) -> None:
    bring(workspace, Punkt("Sygefravær i dagtilbud", (ABSENCE,)), day=JUNE)
    bring(workspace, Punkt("Sygefravær i dagtilbud"), Punkt("Budget"), Punkt("Skolestart"), day=AUGUST)
    assert list_actions.counts(workspace, list_actions.views(workspace))["returned"] == 1
    bring(workspace, Punkt("Vejene ved havnen"), Punkt("Budget"), Punkt("Skolestart"), day=AUGUST)
    assert not follow_through.proposals(workspace)
    assert list_actions.counts(workspace, list_actions.views(workspace))["returned"] == 0


def test_the_same_promise_again_is_proposed_for_merging(workspace: Workspace) -> None:
    (first,) = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), day=JUNE).added
    (second,) = bring(workspace, Punkt("Noget helt andet", (LISTS,)), day=AUGUST).added
    (proposal,) = follow_through.proposals(workspace, kind=ProposalKind.DUPLICATE)
    assert (proposal.action, proposal.other) == (second, first)
    (card,) = follow_through.link(workspace, proposal.id).actions
    assert (card.id, card.status, card.reason) == (second, Status.DROPPED, "merged")


def test_history_and_closed_cards_get_no_proposals(workspace: Workspace) -> None:
    bring(workspace, Punkt("Sygefravær i dagtilbud", (PLAN,)), day=date(2016, 2, 4))
    (id_,) = bring(workspace, Punkt("Kursus i ledelse", (LISTS,)), day=JUNE).added
    change_action.done(workspace, id_)
    bring(workspace, Punkt("Sygefravær i dagtilbud"), Punkt("Kursus i ledelse"), day=AUGUST)
    assert not follow_through.proposals(workspace)


def test_what_was_to_come_back_and_did_not(workspace: Workspace) -> None:
    back = Promise("Sagen genoptages på mødet i maj", (), by(date(2017, 5, 31)), kind=Kind.DEFERRAL)
    (id_,) = bring(workspace, Punkt("Vejene ved havnen", (back,)), day=date(2017, 4, 5)).added
    assert not follow_through.slipped(workspace)
    bring(workspace, Punkt("Noget andet"), day=date(2017, 6, 7))
    assert [a.id for a in follow_through.slipped(workspace)] == [id_]
    bring(workspace, Punkt("Vejene ved havnen"), day=date(2017, 6, 21))
    assert not follow_through.slipped(workspace)
