"""What the tests of the pool let its processes do; imports little, so that they start fast."""

from __future__ import annotations

import os
import signal
import time

from kehoach.errors import BadInput


def sleepy(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def greedy(size: int) -> int:
    held = bytearray(os.urandom(1)) * size
    time.sleep(30)
    return len(held)


def deadly() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def wrong() -> None:
    raise BadInput("no", "advice")
