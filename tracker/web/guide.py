"""How to subscribe in each calendar program, and how often it really asks for news."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.locale import _


@dataclass(frozen=True, slots=True)
class Program:
    """A calendar program: what to do, step by step, and what to expect."""

    name: str
    steps: tuple[str, ...]
    note: str = ""


def programs(*, tasks: bool) -> tuple[Program, ...]:
    """The programs that can show the calendar: events everywhere, tasks where there are tasks."""
    if tasks:
        return (_thunderbird(), _other())
    return (_outlook_new(), _outlook_classic(), _google(), _apple_phone(), _apple_mac(), _thunderbird())


def _outlook_new() -> Program:
    steps = (
        _("Open the calendar and choose “Add calendar”."),
        _("Choose “Subscribe from web”."),
        _("Paste the address, give the calendar a name and choose “Import”."),
    )
    return Program(_("Outlook (new, on the web, Microsoft 365)"), steps, _("Outlook asks for news about every third hour."))


def _outlook_classic() -> Program:
    steps = (
        _("Choose “File”, “Account Settings” and “Account Settings” once more."),
        _("Choose the tab “Internet Calendars” and then “New”."),
        _("Paste the address and choose “Add”."),
    )
    return Program(_("Outlook (classic, Windows)"), steps, _("Outlook asks for news about every hour while it is open."))


def _google() -> Program:
    steps = (
        _("Open calendar.google.com on a computer; the app cannot add calendars."),
        _("Choose “+” beside “Other calendars”, and “From URL”."),
        _("Paste the address and choose “Add calendar”."),
    )
    return Program(
        _("Google Calendar"), steps, _("Google asks for news every 8 to 24 hours; that cannot be changed. Reminders are ignored.")
    )


def _apple_phone() -> Program:
    steps = (
        _("Scan the code above with the camera and open this page on the phone."),
        _("Press “Open in the calendar on this device” and then “Subscribe”."),
        _("Otherwise: Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar, and paste the address."),
    )
    return Program(_("iPhone and iPad"), steps, _("You choose how often it asks for news, under Fetch New Data."))


def _apple_mac() -> Program:
    steps = (
        _("Open Calendar and choose “File” and “New Calendar Subscription”."),
        _("Paste the address and choose “Subscribe”."),
        _("Choose “Every hour” under “Auto-refresh”."),
    )
    return Program(_("Mac"), steps)


def _thunderbird() -> Program:
    steps = (
        _("Choose “New Calendar” and then “On the Network”."),
        _("Paste the address, leave the user name empty and choose “Find Calendars”."),
        _("Choose the calendar and “Subscribe”."),
    )
    return Program("Thunderbird", steps, _("You choose how often it asks for news, under the calendar's properties."))


def _other() -> Program:
    steps = (_("Look for “subscribe” or “network calendar”, and paste the address."),)
    return Program(
        _("Other programs with tasks"),
        steps,
        _("Outlook, Google and iPhone show no tasks from an address; use the calendar with events there."),
    )
