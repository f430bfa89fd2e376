"""Build hook: compiles the catalogues whenever the package is built or installed for development."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    """Compiles the .po files before the files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` is "standard" or "editable"."""
        sys.path.insert(0, self.root)
        try:
            from tracker.locale.compile import compile_all
        finally:
            sys.path.remove(self.root)
        compile_all()
