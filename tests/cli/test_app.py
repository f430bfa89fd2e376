"""The program's frame: help and errors in the user's language, global options anywhere, the right exit status."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from tracker import __version__, locale
from tracker.cli import app
from tracker.locale.compile import merged


def all_commands() -> Iterator[tuple[str, click.Command]]:
    group = app.LazyCommands("tracker")
    context = click.Context(group)
    stack = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    while stack:
        name, command = stack.pop()
        assert command is not None, name
        yield name, command
        if isinstance(command, click.Group):
            stack += [(f"{name} {sub}", c) for sub, c in command.commands.items()]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["--version"]) == 0
    assert capsys.readouterr().out == f"tracker {__version__}\n"


@pytest.mark.parametrize(("language", "word"), [("da", "Brug:"), ("en", "Usage:")])
def test_help_speaks_the_language_asked_for(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["--lang", language, "extract", "--help"]) == 0
    assert capsys.readouterr().out.startswith(word)


@pytest.mark.parametrize(
    "line",
    [["nosuch"], ["extract"], ["extract", "--nosuch", "x"], ["--lang", "tlh", "extract", "x"], ["--today", "i går", "extract", "x"]],
)
def test_wrong_usage_exits_with_two_and_no_traceback(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(line) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert captured.err


def test_every_command_has_help_in_danish() -> None:
    catalogue = merged("da")
    known = {m.string if isinstance(m.string, str) else m.string[0] for m in catalogue if m.id}
    silent = [name for name, command in all_commands() if not command.help]
    assert not silent
    english = {name: command.help for name, command in all_commands() if command.help not in known}
    assert not english
    options = {
        f"{name} {option.opts[0]}": option.help
        for name, command in all_commands()
        for option in command.params
        if isinstance(option, click.Option) and option.help and option.help not in known
    }
    assert not options
    assert not [f"{n} {o.opts[0]}" for n, c in all_commands() for o in c.params if isinstance(o, click.Option) and not o.help]


@pytest.mark.parametrize("option", ["--db", "--as", "--lang", "--today"])
def test_global_options_stand_on_every_command(option: str) -> None:
    without = [name for name, c in all_commands() if option not in {o for p in c.params for o in p.opts}]
    assert not without


@pytest.mark.parametrize("command", [["list", "--help"], ["extract", "--help"], ["--version"]])
def test_light_commands_load_no_heavy_library(command: list[str]) -> None:
    code = "import sys\nfrom tracker.cli import app\napp.run(sys.argv[1:])\nprint(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True, encoding="utf-8")
    for heavy in ("'textual'", "'starlette'", "'icalendar'", "'sqlalchemy'"):
        assert heavy not in done.stderr


def test_every_word_to_be_filled_in_is_danish() -> None:
    locale.use("da")
    words = {w for _name, command in all_commands() for p in command.params for w in app.FILL.findall(str(p.metavar or ""))}
    assert {"FIL", "NAVN", "ÅÅÅÅ-MM-DD"} <= words
    assert not words - {m.string for m in merged("da") if m.id}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["people", "--help"], "KOMMANDO [ARGUMENTER]"),
        (["--help"], "[KOMMANDO] [ARGUMENTER]"),
        (["list", "--limit", "0"], "ligger ikke i området"),
        (["show", "abc"], "er ikke et gyldigt heltal"),
        (["list", "--json=3"], "skal ikke have en værdi"),
    ],
)
def test_what_the_library_says_is_danish(line: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    app.run(line)
    captured = capsys.readouterr()
    assert words in " ".join((captured.out + captured.err).split())
