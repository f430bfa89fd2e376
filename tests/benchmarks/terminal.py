"""What a person at a terminal sees, and when: programs run on a pseudo-terminal, from the start of the process."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence

SIZE = (40, 120)
"""Lines and columns."""


def seen(command: Sequence[str], marks: Mapping[str, str], environ: Mapping[str, str], timeout: float = 30) -> dict[str, float]:
    """Seconds from the start of `command` until each of the `marks` was written to the terminal, by their names."""
    terminal, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    written, found = b"", dict[str, float]()
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env={**os.environ, **environ}, start_new_session=True
    ) as child:
        try:
            while len(found) < len(marks) and time.perf_counter() - start < timeout:
                if select.select([terminal], [], [], 0.5)[0]:
                    written += os.read(terminal, 65536)
                    now = time.perf_counter() - start
                    found |= {name: now for name, mark in marks.items() if name not in found and mark.encode() in written}
        finally:
            child.kill()
    os.close(inside)
    os.close(terminal)
    missing = marks.keys() - found.keys()
    assert not missing, f"{missing} never seen in {written[-2000:]!r}"
    return found
