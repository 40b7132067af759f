"""Processes with limits: what takes too much is ended, and costs nothing else."""

from __future__ import annotations

from kehoach.errors import BadInput, OutOfMemory, OutOfTime, ProcessDied
from kehoach.processes import LimitedPool, Limits
from tests.calls import deadly, greedy, sleepy, wrong


def test_the_pool_keeps_its_limits() -> None:
    with LimitedPool(2, Limits(seconds=4, bytes=300_000_000, calls=3)) as pool:
        slow, large, dead = pool.submit(sleepy, 60), pool.submit(greedy, 400_000_000), pool.submit(deadly)
        fine, bad = [pool.submit(sleepy, 0) for _ in range(5)], pool.submit(wrong)
        assert isinstance(slow.exception(), OutOfTime)
        assert isinstance(large.exception(), OutOfMemory)
        assert isinstance(dead.exception(), ProcessDied)
        assert isinstance(bad.exception(), BadInput)
        assert [one.result() for one in fine] == ["done"] * 5
