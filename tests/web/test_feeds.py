from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tracker.domain.followup import Light
from tracker.domain.tracking import Feed
from tracker.errors import NotFound, UsageError
from tracker.ical import CalendarBuilder
from tracker.services import change_action, feed_registry, groups, meetings, people, undo
from tracker.services.feed_cards import FeedKind
from tracker.services.feed_options import FeedOptions
from tracker.services.publish import Publisher, address, create
from tracker.services.workspace import Workspace

Card = Callable[..., Any]


def path(publisher: Publisher, feed: Feed) -> str:
    return publisher.path(feed) + ".ics"


def events(client: Any, where: str, kind: str = "VEVENT") -> dict[str, Any]:
    """The components at an address, by UID."""
    answer = client.get(where)
    assert answer.status_code == 200, answer.text
    return {str(part["UID"]): part for part in Calendar.from_ical(answer.content).walk(kind)}


@pytest.fixture
def everything(workspace: Workspace) -> Feed:
    return create(workspace, FeedKind.ALL)


def test_a_calendar_is_sent_as_calendars_are(client: Any, publisher: Publisher, card: Card, everything: Feed) -> None:
    card()
    answer = client.get(path(publisher, everything), headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["last-modified"] == "Sat, 01 Jul 2017 08:00:00 GMT"
    assert answer.headers["etag"].startswith('"')
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-disposition"] == "inline; filename=\"Opfoelgning.ics\"; filename*=UTF-8''Opf%C3%B8lgning.ics"
    assert int(answer.headers["content-length"]) == len(answer.content)
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "Frist: Morten sender listen (Morten Hansen)"


def test_the_words_are_danish(client: Any, publisher: Publisher, card: Card, everything: Feed) -> None:
    action = card(quote="Morten sender listen inden 15. august", item=3)
    change_action.light(publisher._workspace, action, Light.YELLOW)
    (event,) = events(client, path(publisher, everything)).values()
    assert "Frist (gul): " in event["SUMMARY"]
    assert "Ansvarlig: Morten Hansen\nStatus: åben, lys: gul\nMøde: Chefforum, 28. jun. 2017, punkt 3\n" in event["DESCRIPTION"]


def test_head_answers_as_get_without_a_body(client: Any, publisher: Publisher, card: Card, everything: Feed) -> None:
    card()
    for where in (path(publisher, everything), publisher.path(everything), "/healthz", "/robots.txt", "/nothing"):
        whole, head = client.get(where), client.head(where)
        assert head.content == b""
        assert (head.status_code, dict(head.headers)) == (whole.status_code, dict(whole.headers)), where


def test_an_unchanged_calendar_is_answered_304(client: Any, publisher: Publisher, card: Card, everything: Feed) -> None:
    card()
    where = path(publisher, everything)
    first = client.get(where)
    again = client.get(where, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(where, headers={"If-Modified-Since": first.headers["last-modified"]}).status_code == 304
    assert client.get(where, headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_unchanged_calendar_is_not_built_again(
    client: Any, publisher: Publisher, card: Card, everything: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    card()
    client.get(path(publisher, everything))
    built: list[int] = []
    monkeypatch.setattr(CalendarBuilder, "build", lambda *_a, **_k: built.append(1))
    assert client.get(path(publisher, everything)).status_code == 200
    assert built == []


def test_a_change_elsewhere_leaves_tag_and_date_alone(
    client: Any, publisher: Publisher, card: Card, clock: Any, workspace: Workspace
) -> None:
    card()
    people.add(workspace, "Hanne Holm")
    feed = create(workspace, FeedKind.PERSON, "Morten Hansen")
    first = client.get(path(publisher, feed))
    clock.now += timedelta(hours=1)
    card("Hanne skriver et notat", responsible=("Hanne Holm",), forum="Udvalg")
    again = client.get(path(publisher, feed))
    assert (again.headers["etag"], again.headers["last-modified"]) == (first.headers["etag"], first.headers["last-modified"])


def test_two_changes_within_a_second_are_two_dates(client: Any, publisher: Publisher, card: Card, everything: Feed) -> None:
    dates = []
    for number in range(3):
        card(f"Morten sender liste {number}")
        dates.append(client.get(path(publisher, everything)).headers["last-modified"])
    assert len(set(dates)) == 3


def test_a_restarted_server_sends_the_same_octets(
    client: Any, publisher: Publisher, card: Card, everything: Feed, workspace: Workspace
) -> None:
    card(), card("Morten ringer", due=None)
    other = Publisher(workspace, base_url=publisher.base_url, today=lambda: date(2017, 7, 1))
    assert other.publish(everything).body == client.get(path(publisher, everything)).content


def test_a_moved_deadline_is_the_same_event_on_another_day(
    client: Any, publisher: Publisher, card: Card, everything: Feed, clock: Any
) -> None:
    action = card()
    where = path(publisher, everything)
    before = events(client, where)[action.uid]
    clock.now += timedelta(days=1)
    change_action.postpone(publisher._workspace, action, date(2017, 9, 1))
    after = events(client, where)[action.uid]
    assert after["DTSTART"].dt == date(2017, 9, 1)
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt == clock.now


def test_a_dropped_card_is_cancelled_for_thirty_days(client: Any, publisher: Publisher, card: Card, everything: Feed, clock: Any) -> None:
    action = card()
    change_action.drop(publisher._workspace, action, "overhalet")
    assert events(client, path(publisher, everything))[action.uid]["STATUS"] == "CANCELLED"
    clock.today += timedelta(days=30)
    assert action.uid in events(client, path(publisher, everything))
    clock.today += timedelta(days=1)
    assert events(client, path(publisher, everything)) == {}


def test_a_done_card_stays_as_long_as_chosen(client: Any, publisher: Publisher, card: Card, clock: Any, workspace: Workspace) -> None:
    action = card()
    keeps = create(workspace, FeedKind.ALL, options=FeedOptions(days=10))
    drops = create(workspace, FeedKind.ALL, options=FeedOptions(done=False))
    change_action.done(workspace, action)
    assert events(client, path(publisher, keeps))[action.uid]["SUMMARY"].startswith("Udført: ")
    assert events(client, path(publisher, drops)) == {}
    clock.today += timedelta(days=11)
    assert events(client, path(publisher, keeps)) == {}


def test_an_open_card_stays_however_old_it_is(client: Any, publisher: Publisher, card: Card, clock: Any, everything: Feed) -> None:
    action = card()
    clock.today += timedelta(days=5_000)
    assert action.uid in events(client, path(publisher, everything))


def test_what_must_not_leave_the_house_never_does(
    client: Any, publisher: Publisher, card: Card, everything: Feed, workspace: Workspace
) -> None:
    rejected, historic, kept = card("afvist"), card("gammelt"), card("synligt")
    change_action.reject(workspace, rejected)
    change_action.into_history(workspace, historic)
    _set(workspace, card("til gennemsyn").id, status="review")
    _set(workspace, card("lukket punkt").id, closed=1)
    tasks = create(workspace, FeedKind.ALL, options=FeedOptions(tasks=True))
    found = create(workspace, FeedKind.QUERY, "status:gennemsyn,åben,udført,bortfaldet")
    assert list(events(client, path(publisher, everything))) == [kept.uid]
    assert list(events(client, path(publisher, tasks), "VTODO")) == [kept.uid]
    assert list(events(client, path(publisher, found))) == [kept.uid]
    assert "lukket punkt" not in client.get(publisher.path(everything)).text


def _set(workspace: Workspace, id_: int, **columns: Any) -> None:
    """Write a column as an import would have."""
    from sqlalchemy import text

    names = ", ".join(f"{name} = :{name}" for name in columns)
    with workspace.step("test", kind="system") as step:
        step.connection.execute(text(f"UPDATE action SET {names} WHERE id = :id"), columns | {"id": id_})


def test_each_sort_of_calendar_shows_its_own(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    mine, theirs = card(), card("HR udsender skema", responsible=("HR",), recipients=("Morten Hansen",), forum="MED-udvalget")
    shown = {
        (FeedKind.PERSON, "Morten Hansen"): {mine.uid},
        (FeedKind.DEPARTMENT, "HR"): {theirs.uid},
        (FeedKind.FORUM, "MED-udvalget"): {theirs.uid},
        (FeedKind.QUERY, "skema"): {theirs.uid},
        (FeedKind.ALL, ""): {mine.uid, theirs.uid},
    }
    for (kind, key), uids in shown.items():
        assert set(events(client, path(publisher, create(workspace, kind, key)))) == uids
    both = create(workspace, FeedKind.PERSON, "Morten Hansen", options=FeedOptions(recipients=True))
    assert set(events(client, path(publisher, both))) == {mine.uid, theirs.uid}


def test_a_promise_of_a_group_stands_in_its_members_calendars(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    action = card("Alle chefer melder deltagere", responsible=("Alle chefer",))
    people.join(workspace, "Alle chefer", "Hanne Holm")
    assert action.uid in events(client, path(publisher, create(workspace, FeedKind.PERSON, "Hanne Holm")))


def test_a_part_ticked_off_is_done_in_that_members_calendar_alone(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace
) -> None:
    action = card("Alle chefer melder deltagere", responsible=("Alle chefer",))
    for name in ("Hanne Holm", "Ib Iversen"):
        people.join(workspace, "Alle chefer", name)
    hanne, ib = (path(publisher, create(workspace, FeedKind.PERSON, name)) for name in ("Hanne Holm", "Ib Iversen"))
    assert events(client, hanne)[action.uid]["SUMMARY"].startswith("Frist: ")
    groups.tick(workspace, action.id, "Hanne Holm")
    assert events(client, hanne)[action.uid]["SUMMARY"].startswith("Udført: ")
    assert events(client, ib)[action.uid]["SUMMARY"].startswith("Frist: ")


def test_joining_a_group_brings_its_promises_though_no_card_changed(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace
) -> None:
    action, own = card("Alle chefer melder deltagere", responsible=("Alle chefer",)), card("Hanne skriver", responsible=("Hanne Holm",))
    where = path(publisher, create(workspace, FeedKind.PERSON, "Hanne Holm"))
    assert set(events(client, where)) == {own.uid}
    people.join(workspace, "Alle chefer", "Hanne Holm")
    assert set(events(client, where)) == {own.uid, action.uid}
    people.leave(workspace, "Alle chefer", "Hanne Holm")
    assert set(events(client, where)) == {own.uid}


def test_what_is_kept_in_memory_is_what_would_be_read_anew(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace, clock: Any
) -> None:
    """After any of these changes the server that was there all along sends what one that has just started sends."""
    first, second = card("Morten sender A"), card("Morten sender B")
    feed = create(workspace, FeedKind.PERSON, "Morten Hansen", options=FeedOptions(recipients=True))
    changes: list[Callable[[], Any]] = [
        lambda: change_action.postpone(workspace, first.id, date(2017, 9, 1)),
        lambda: change_action.reassign(workspace, first.id, ["Hanne Holm"]),
        lambda: card("Hanne sender C", responsible=("Hanne Holm",), recipients=("Morten Hansen",)),
        lambda: change_action.done(workspace, second.id),
        lambda: undo.undo(workspace),
        lambda: change_action.into_history(workspace, second.id),
        lambda: people.rename(workspace, "Morten Hansen", "Morten Juhl"),
        lambda: meetings.plan(workspace, [("Chefforum", date(2017, 8, 30))]),
        lambda: change_action.drop(workspace, first.id),
        lambda: undo.undo(workspace),
    ]
    for change in changes:
        clock.now += timedelta(hours=1)
        change()
        fresh = Publisher(workspace, base_url=publisher.base_url, today=lambda: clock.today)
        assert publisher.publish(feed).body == fresh.publish(feed).body


def test_a_renamed_or_merged_person_keeps_the_address(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace, clock: Any
) -> None:
    action = card()
    feed = create(workspace, FeedKind.PERSON, "Morten Hansen")
    where = path(publisher, feed)
    before = events(client, where)[action.uid]
    clock.now += timedelta(days=1)
    people.rename(workspace, "Morten Hansen", "Morten Juhl")
    assert events(client, where)[action.uid]["SEQUENCE"] > before["SEQUENCE"]
    assert events(client, where)[action.uid]["LAST-MODIFIED"].dt == clock.now
    answer = client.get(where)
    assert "X-WR-CALNAME:Opfølgning: Morten Juhl\r\n" in answer.text
    assert list(events(client, where)) == [action.uid]
    assert events(client, where)[action.uid]["SUMMARY"] == "Frist: Morten sender listen (Morten Juhl)"
    people.add(workspace, "Morten J. Hansen")
    people.merge(workspace, "Morten J. Hansen", "Morten Juhl")
    assert list(events(client, where)) == [action.uid]
    assert path(publisher, create(workspace, FeedKind.PERSON, "Morten J. Hansen")) != where


def test_a_forgotten_persons_address_is_gone(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    card()
    where = path(publisher, create(workspace, FeedKind.PERSON, "Morten Hansen"))
    assert client.get(where).status_code == 200
    people.forget(workspace, "Morten Hansen")
    assert client.get(where).status_code == 404


def test_rotating_and_revoking_close_the_old_address_at_once(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    card()
    feed = create(workspace, FeedKind.ALL)
    old = path(publisher, feed)
    assert client.get(old).status_code == 200
    rotated = feed_registry.rotate(workspace, feed.id)
    assert client.get(old).status_code == 404
    assert set(events(client, path(publisher, rotated))) == set(events(client, path(publisher, rotated)))
    feed_registry.revoke(workspace, feed.id)
    assert client.get(path(publisher, rotated)).status_code == 404
    assert create(workspace, FeedKind.ALL).id != feed.id


def test_tasks_are_called_tasks(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    card()
    tasks = create(workspace, FeedKind.PERSON, "Morten Hansen", options=FeedOptions(tasks=True))
    assert "X-WR-CALNAME:Opgaver: Morten Hansen\r\n" in client.get(path(publisher, tasks)).text
    page = client.get(publisher.path(tasks)).text
    assert "Thunderbird" in page
    assert "Google Kalender" not in page


def test_the_same_choices_give_the_same_address_and_others_another(workspace: Workspace) -> None:
    base = "https://x.dk"
    plain = address(workspace, create(workspace, FeedKind.ALL), base)
    assert plain == address(workspace, create(workspace, FeedKind.ALL), base)
    assert plain.startswith("https://x.dk/f/")
    assert plain.endswith(".ics")
    others = {
        address(workspace, create(workspace, FeedKind.ALL, options=FeedOptions(hide_titles=True)), base),
        address(workspace, create(workspace, FeedKind.ALL, label="Mortens telefon"), base),
        address(workspace, create(workspace, FeedKind.ALL, label="Hannes telefon"), base),
    }
    assert len(others | {plain}) == 4


@pytest.mark.parametrize(
    ("kind", "key", "error"),
    [
        (FeedKind.PERSON, "", UsageError),
        (FeedKind.ALL, "noget", UsageError),
        (FeedKind.PERSON, "Ingen Kender", NotFound),
        (FeedKind.QUERY, "frist<ikkeendag", UsageError),
    ],
)
def test_a_calendar_about_nothing_is_refused(workspace: Workspace, kind: FeedKind, key: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        create(workspace, kind, key)


def test_the_next_meeting_lists_what_is_due_and_overdue(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace, clock: Any
) -> None:
    card("Morten sender A", due=date(2017, 6, 20))
    card("Morten sender B", due=date(2017, 8, 30))
    card("Morten sender C", due=date(2018, 1, 1))
    meetings.plan(workspace, [("Chefforum", date(2017, 8, 30))])
    feed = create(workspace, FeedKind.FORUM, "Chefforum")
    found = events(client, path(publisher, feed))
    (event,) = [part for uid, part in found.items() if uid.startswith("next-meeting-")]
    assert event["SUMMARY"] == "Møde: Chefforum (frister: 1, overskredet: 1)"
    assert event["DTSTART"].dt == date(2017, 8, 30)
    text = str(event["DESCRIPTION"])
    assert (
        text.index("Overskredet (1):")
        < text.index("Morten sender A")
        < text.index("Frist senest til dette møde (1):")
        < text.index("Morten sender B")
    )
    assert "Morten sender C" not in text
    without = create(workspace, FeedKind.FORUM, "Chefforum", options=FeedOptions(next_meeting=False))
    assert not [uid for uid in events(client, path(publisher, without)) if uid.startswith("next-meeting-")]


def test_a_card_becoming_overdue_changes_the_meeting_and_its_stamp(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace, clock: Any
) -> None:
    card(due=date(2017, 7, 2))
    meetings.plan(workspace, [("Chefforum", date(2017, 8, 30))])
    where = path(publisher, create(workspace, FeedKind.FORUM, "Chefforum"))
    uid = next(uid for uid in events(client, where) if uid.startswith("next-meeting-"))
    before = events(client, where)[uid]
    clock.today = date(2017, 7, 3)
    after = events(client, where)[uid]
    assert "overskredet: 1" in after["SUMMARY"]
    assert after["DTSTAMP"].dt == datetime(2017, 7, 3, tzinfo=UTC) > before["DTSTAMP"].dt
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_the_meeting_event_moves_on_when_it_has_been_held(
    client: Any, publisher: Publisher, card: Card, workspace: Workspace, clock: Any
) -> None:
    card()
    meetings.plan(workspace, [("Chefforum", date(2017, 8, 30)), ("Chefforum", date(2017, 9, 27))])
    where = path(publisher, create(workspace, FeedKind.FORUM, "Chefforum"))
    first = {uid: part["DTSTART"].dt for uid, part in events(client, where).items() if uid.startswith("next-meeting-")}
    clock.today = date(2017, 8, 31)
    then = {uid: part["DTSTART"].dt for uid, part in events(client, where).items() if uid.startswith("next-meeting-")}
    assert list(first) == list(then)
    assert (list(first.values()), list(then.values())) == ([date(2017, 8, 30)], [date(2017, 9, 27)])


def test_hidden_titles_hide_the_page_too(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    card("Hemmelig sag afsluttes")
    feed = create(workspace, FeedKind.ALL, options=FeedOptions(hide_titles=True))
    assert "Hemmelig" not in client.get(path(publisher, feed)).text
    assert "Hemmelig" not in client.get(publisher.path(feed)).text
    assert "/k/" not in client.get(path(publisher, feed)).text


def test_the_link_of_an_event_shows_that_card_and_no_more(client: Any, publisher: Publisher, card: Card, workspace: Workspace) -> None:
    first, second = card("Morten sender <b>listen</b>"), card("Hanne skriver")
    feed = create(workspace, FeedKind.ALL)
    link = str(events(client, path(publisher, feed))[first.uid]["URL"])
    assert link.startswith("https://opfolgning.example.dk/kalender/k/")
    page = client.get(link)
    assert page.status_code == 200
    assert "Morten sender &lt;b&gt;listen&lt;/b&gt;" in page.text
    assert "Hanne skriver" not in page.text
    where = link.removeprefix("https://opfolgning.example.dk")
    assert client.get(where.replace(f".{first.id}.", f".{second.id}.")).status_code == 404
    change_action.reject(workspace, first)
    assert client.get(where).status_code == 404
    change_action.reopen(workspace, first.id)
    assert client.get(where).status_code == 200
    feed_registry.rotate(workspace, feed.id)
    assert client.get(where).status_code == 404
