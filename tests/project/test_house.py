"""The rules of the house that no tool checks: sizes, places, and a README that holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tracker.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = sorted(p for p in (ROOT / "tracker").rglob("*.py") if "versions" not in p.parts)
"""All but the migrations, which are records: one statement after another, never edited."""


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_readable(module: Path) -> None:
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= 300, f"{lines} lines; split by what they are about"


def test_every_folder_of_tests_is_run() -> None:
    listed = {Path(p).name for p in PYPROJECT["tool"]["pytest"]["ini_options"]["testpaths"]}
    there = {p.parent.name for p in (ROOT / "tests").glob("*/test_*.py")} - {"benchmarks"}
    assert there == listed


def test_tests_mirror_the_package() -> None:
    rooms = {p.name for p in (ROOT / "tracker").iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert rooms <= {p.name for p in (ROOT / "tests").iterdir()}


def test_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "<!-- run -->\n```sh\n" in readme
    assert "<!-- test -->\n```sh\n" in readme


def test_readme_names_only_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = "".join(readme.split("```")[1::2])
    words = [line.split() for line in blocks.splitlines() if line.startswith("tracker ")]
    named = {w[1] for w in words if len(w) > 1 and w[1].isalpha()}
    assert named <= set(COMMANDS)
    assert {"import", "list", "serve"} <= named


def test_figures_in_readme_link_to_files_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [part.split(")")[0] for part in readme.split("](")[1:]]
    missing = [link for link in links if "://" not in link and not (ROOT / link.split("#")[0]).exists()]
    assert not missing
