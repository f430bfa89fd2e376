"""The program's entry: finds the command, gives every command the global options, turns errors into one line.

Commands live in modules of their own and are imported when they are called, so that `tracker list` never loads the dashboard.
"""

from __future__ import annotations

import copy
import importlib
import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import click

from tracker import __version__, locale
from tracker.cli.context import Session
from tracker.cli.output import fail, prepare_streams
from tracker.errors import TrackerError
from tracker.locale import _

COMMANDS = {
    "tui": "tracker.cli.screens:tui",
    "demo": "tracker.cli.demo:demo",
    "import": "tracker.cli.importing:import_",
    "watch": "tracker.cli.importing:watch",
    "extract": "tracker.cli.extract:extract",
    "dates": "tracker.cli.dates:dates",
    "explain": "tracker.cli.explain:explain",
    "list": "tracker.cli.listing:list_",
    "show": "tracker.cli.listing:show",
    "add": "tracker.cli.changes:add",
    "done": "tracker.cli.changes:done",
    "reopen": "tracker.cli.changes:reopen",
    "drop": "tracker.cli.changes:drop",
    "accept": "tracker.cli.changes:accept",
    "reject": "tracker.cli.changes:reject",
    "postpone": "tracker.cli.changes:postpone",
    "light": "tracker.cli.changes:light",
    "set": "tracker.cli.changes:set_",
    "note": "tracker.cli.changes:note",
    "merge": "tracker.cli.changes:merge",
    "undo": "tracker.cli.changes:undo",
    "redo": "tracker.cli.changes:redo",
    "returned": "tracker.cli.returned:returned",
    "link": "tracker.cli.returned:link",
    "dismiss": "tracker.cli.returned:dismiss",
    "report": "tracker.cli.report:report",
    "export": "tracker.cli.export:export",
    "meetings": "tracker.cli.meetings:meetings",
    "people": "tracker.cli.people:people",
    "feeds": "tracker.cli.feeds:feeds",
    "serve": "tracker.cli.serve:serve",
    "dump": "tracker.cli.care:dump",
    "load": "tracker.cli.care:load",
    "backup": "tracker.cli.care:backup",
    "restore": "tracker.cli.care:restore",
    "migrate": "tracker.cli.care:migrate",
    "doctor": "tracker.cli.care:doctor",
    "evaluate": "tracker.cli.evaluate:evaluate",
}


FILL = re.compile(r"[^\W\d_a-z]+(?:-[^\W\d_a-z]+)*")
"""A word to be filled in, as help writes it: FILE, YYYY-MM-DD."""
NUMBERS = ("integer", "integer range")
"""What the command line library calls a whole number."""


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Store a global option in the session, wherever on the line it stood."""
    if value is not None and parameter.name:
        session = context.find_root().ensure_object(Session)
        session.options[parameter.name] = value
        if parameter.name == "lang":
            locale.use(value)
    return value


def _global(flag: str, name: str, metavar: str, help_text: str, **more: Any) -> click.Option:
    return click.Option([flag, name], metavar=metavar, help=help_text, expose_value=False, callback=_remember, **more)


GLOBAL_OPTIONS: tuple[click.Option, ...] = (
    _global("--db", "database", "URL", "Database (or TRACKER_DATABASE): sqlite:///FILE or postgresql+psycopg://…"),
    _global("--as", "user", "NAME", "Who makes the changes, and whose “Mine” it is (or TRACKER_USER)."),
    _global("--lang", "lang", "da|en", "Language (or TRACKER_LANG).", type=click.Choice(locale.LANGUAGES), is_eager=True),
    _global("--today", "today", "YYYY-MM-DD", "The day lists and typed dates are reckoned from (or TRACKER_TODAY)."),
)


def localised(command: click.Command) -> click.Command:
    """A copy of a command with its texts in the language in force and the global options added."""
    command = copy.copy(command)
    command.help = _(command.help) if command.help else command.help
    command.short_help = _(command.short_help) if command.short_help else command.short_help
    command.params = [_localised_parameter(p) for p in command.params]
    command.options_metavar = _("[OPTIONS]")
    taken = {option for p in command.params for option in p.opts}
    command.params += [_localised_parameter(o) for o in GLOBAL_OPTIONS if not taken & set(o.opts)]
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
        command.commands = {name: localised(sub) for name, sub in command.commands.items()}
    return command


def _localised_parameter(parameter: click.Parameter) -> click.Parameter:
    parameter = copy.copy(parameter)
    if isinstance(parameter, click.Option) and parameter.help:
        parameter.help = _(parameter.help)
    if parameter.metavar:
        parameter.metavar = FILL.sub(lambda word: _(word[0]), parameter.metavar)
    if parameter.type.name in NUMBERS:  # the library names it in its complaints
        parameter.type = copy.copy(parameter.type)
        parameter.type.name = _("whole number")
    return parameter


class LazyCommands(click.Group):
    """The commands of the program, each imported when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is no such name."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, attribute = place.split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return localised(command)


def _program() -> click.Group:
    text = _("Finds, follows up and publishes what minutes (referater) promise. Without a command: opens the dashboard.")
    version = click.version_option(__version__, prog_name="tracker", message="%(prog)s %(version)s")
    program = LazyCommands(
        name="tracker", help=text, invoke_without_command=True, callback=_default, params=[_localised_parameter(o) for o in GLOBAL_OPTIONS]
    )
    program.options_metavar, program.subcommand_metavar = _("[OPTIONS]"), _("[COMMAND] [ARGS]...")
    return version(program)


@click.pass_context
def _default(context: click.Context) -> None:
    context.ensure_object(Session)
    if context.invoked_subcommand is None:
        command = LazyCommands("tracker").get_command(context, "tui")
        assert command is not None
        context.invoke(command)


def _early_language(arguments: Sequence[str]) -> str:
    """The language before anything is parsed, so that usage errors and help speak it too."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return os.environ.get("TRACKER_LANG", locale.DEFAULT)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status: 0 all done, 1 something failed, 2 wrong usage."""
    locale.use(_early_language(arguments))
    locale.use_for_libraries()
    try:
        result = _program().main(list(arguments), prog_name="tracker", standalone_mode=False, obj=Session())
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        error.show(sys.stderr)
        return 2
    except click.ClickException as error:
        fail(error.format_message())
        return 1
    except TrackerError as error:
        fail(error.message(_))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        fail(_("Stopped."))
        return 130
    except BrokenPipeError:
        # The reader (head, less) has gone; point stdout at nothing so that the interpreter's own flush stays silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        fail(_("Cannot be written: {reason}").format(reason=_(error.strerror) if error.strerror else error))
        return 1
    except Exception as error:
        if os.environ.get("TRACKER_DEBUG"):
            raise
        fail(_("Unexpected error: {kind}: {reason}. Set TRACKER_DEBUG=1 to see where.").format(kind=type(error).__name__, reason=error))
        return 1
    return result if isinstance(result, int) else 0


def main() -> None:
    """The console script."""
    prepare_streams()
    sys.exit(run(sys.argv[1:]))
