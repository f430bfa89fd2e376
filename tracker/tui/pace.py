"""The pace of a start, while modules are loaded in a thread and a person already reads and types."""

from __future__ import annotations

import gc
import sys

_usual = sys.getswitchinterval()
_QUICK = 0.001
"""Seconds a thread that loads modules may hold the interpreter while a key waits: a fifth of the usual."""


def hurry() -> None:
    """Call before the library of the screens is loaded. No garbage is looked for: there is none, and looking takes a tenth of a start."""
    gc.disable()
    sys.setswitchinterval(_QUICK)


def settle() -> None:
    """Everything is loaded: collect again, but never look through that (it takes 70 ms, and a key would wait for it)."""
    if not gc.isenabled():
        sys.setswitchinterval(_usual)
        gc.freeze()
        gc.enable()
