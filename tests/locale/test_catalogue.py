"""Every text a person sees has a Danish translation, with the same blanks to fill."""

from __future__ import annotations

import ast
import errno
import os
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from tracker import errors, locale
from tracker.locale.compile import compiled, merged, path

PACKAGE = Path(locale.__file__).parent.parent
FIELD = re.compile(r"\{(\w+)")


def texts_in_code() -> dict[str | tuple[str, str], str]:
    """Every message of the code, with the place it stands."""
    found: dict[str | tuple[str, str], str] = {}
    for name, line, message, _comments, _context in extract_from_dir(str(PACKAGE), keywords={"_": None, "n_": (1, 2)}):
        found[message] = f"{name}:{line}"
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.TrackerError):
            found[error.template] = f"errors.py: {error.__name__}"
    return found


def test_every_text_has_a_danish_translation() -> None:
    catalogue = merged("da")
    missing = {m: place for m, place in texts_in_code().items() if m != "{reason}" and catalogue.get(_id(m)) is None}
    assert not missing, "\n".join(f"{place}: {message!r}" for message, place in sorted(missing.items(), key=lambda x: x[1]))


def reasons_in_code() -> dict[str, str]:
    """Every constant reason an error is raised with; errors below the services cannot translate it themselves."""
    found = {}
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "reason" and isinstance(node.value, ast.Constant) and node.value.value:
                found[str(node.value.value)] = f"{module.name}:{node.value.lineno}"
    return found


def test_every_constant_reason_has_a_danish_translation() -> None:
    catalogue = merged("da")
    missing = {reason: place for reason, place in reasons_in_code().items() if catalogue.get(reason) is None}
    assert not missing


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.ENOTDIR, errno.EROFS])
def test_common_words_of_the_system_are_danish(number: int) -> None:
    assert merged("da").get(os.strerror(number)) is not None


def _id(message: str | tuple[str, str]) -> str:
    return message[0] if isinstance(message, tuple) else message


def test_translations_keep_the_fields_of_their_text() -> None:
    for message in merged("da"):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = set().union(*(FIELD.findall(i) for i in ids))
        for string in strings:
            assert set(FIELD.findall(string)) <= allowed, message.id
        assert set(FIELD.findall(ids[-1])) <= set().union(*(FIELD.findall(s) for s in strings)), message.id


def test_rooms_agree_on_a_text() -> None:
    assert len(merged("da", strict=True)) > 100


def test_compiled_catalogue_is_what_the_rooms_say() -> None:
    assert path("da").read_bytes() == compiled("da")


@pytest.mark.parametrize(("language", "expected"), [("da", "i dag"), ("en", "today")])
def test_language_can_be_chosen(language: str, expected: str) -> None:
    locale.use(language)
    assert locale._("today") == expected


def test_unknown_language_means_danish() -> None:
    locale.use("tlh")
    assert locale.language() == "da"
