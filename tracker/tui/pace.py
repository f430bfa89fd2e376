"""The pace of a start: no garbage is looked for while modules are loaded, for there is none, and looking takes a tenth of the time."""

from __future__ import annotations

import gc


def hurry() -> None:
    """From here on nothing is collected. Call before the library of the screens is loaded."""
    gc.disable()


def settle() -> None:
    """Everything stands: collect again, but never look through what was loaded (that takes 70 ms, and a key would wait for it)."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
