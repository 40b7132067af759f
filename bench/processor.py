"""Processor time, which other programs on a machine disturb less than the clock."""

from __future__ import annotations

import os
import resource

from kehoach.processes import processor, started


def spent() -> float:
    """Processor seconds of this process, of those it started and that ended, and of those that are running: a
    database's too, where it was started here."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(map(processor, started(os.getpid())))
