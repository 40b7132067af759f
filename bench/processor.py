"""Processor time, which other programs on a machine disturb less than the clock."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from kehoach.processes import started


def spent() -> float:
    """Processor seconds of this process, of those it started and that ended, and of those that are running: a
    database's too, where it was started here."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(map(_running, started(os.getpid())))


def _running(pid: int) -> float:
    """Linux tells nanoseconds on the processor; what ended children took stands in hundredths."""
    try:
        now = int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (OSError, IndexError, ValueError):
        return 0.0
    ended = sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK")
    return now + ended + sum(map(_running, started(pid)))
