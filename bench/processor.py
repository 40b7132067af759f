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
    """Of all its threads and of what it started, in hundredths as Linux tells them."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + sum(map(_running, started(pid)))
