"""Shared by all tests: compiled texts, a frozen language, and in CI no test may be skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tracker import locale
from tracker.locale.compile import compile_all

settings.register_profile("tracker", deadline=None)  # a busy machine is no failing test
settings.load_profile("tracker")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues before anything is translated, and keep a person's own settings out of the tests."""
    compile_all()
    for name in [n for n in os.environ if n.startswith("TRACKER_") and not n.startswith("TRACKER_TEST_")]:
        del os.environ[name]
    os.environ["TRACKER_SETTINGS"] = str(ROOT / "tests" / "no-such-settings.toml")


@pytest.fixture(autouse=True)
def _danish() -> None:
    locale.use("da")


@pytest.fixture
def shared() -> Path:
    """The folder with the real minutes and the scorer; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI everything is there to run every test, so a skipped one is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped") and exitstatus == pytest.ExitCode.OK:
        reporter.write_line("Skipped tests count as failures in CI.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
