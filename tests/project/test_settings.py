"""Settings come from file, environment and options, in that order, and bad ones are refused in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tracker import settings
from tracker.errors import UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_defaults_without_a_file(file: Path) -> None:
    loaded = settings.load({"TRACKER_SETTINGS": str(file)})
    assert loaded == settings.Settings()


def test_environment_beats_file_and_option_beats_both(file: Path) -> None:
    file.write_text('lang = "en"\nuser = "fil"\nreview_below = 0.5\n', encoding="utf-8")
    environ = {"TRACKER_SETTINGS": str(file), "TRACKER_USER": "miljø", "TRACKER_READ_SECONDS": "2.5"}
    loaded = settings.load(environ, user="Åse", lang=None)
    assert (loaded.lang, loaded.user, loaded.review_below, loaded.read_seconds) == ("en", "Åse", 0.5, 2.5)


@pytest.mark.parametrize(
    "content",
    ["lang = [", 'language = "da"', 'lang = "tlh"', 'max_pages = "many"', 'today = "2026-02-30"'],
)
def test_bad_file_is_one_clear_line(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        settings.load({"TRACKER_SETTINGS": str(file)})
    assert "\n" not in str(caught.value)


def test_today_can_be_set() -> None:
    assert settings.today(settings.Settings(today="2026-03-02")) == date(2026, 3, 2)


def test_database_defaults_to_the_data_folder() -> None:
    assert settings.database_url(settings.Settings()).startswith("sqlite:///")
    assert settings.database_url(settings.Settings(database="sqlite:///x.db")) == "sqlite:///x.db"
