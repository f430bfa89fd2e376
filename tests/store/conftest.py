"""Fixtures of the store's and the services' tests: every test that takes `url` or `workspace` runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.databases import POSTGRESQL, open_workspace, postgresql_database, sqlite_url
from tracker.services.workspace import Workspace


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    if not POSTGRESQL:
        pytest.skip("TRACKER_TEST_POSTGRESQL names no server")
    with postgresql_database() as address:
        yield address


@pytest.fixture
def workspace(url: str) -> Iterator[Workspace]:
    """An open workspace on an empty database."""
    with open_workspace(url) as opened:
        yield opened
