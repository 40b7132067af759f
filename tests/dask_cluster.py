"""A scheduler and workers of dask as real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import REPOSITORY

SOURCES = REPOSITORY / "pipeline"
_START = 60.0
SPARING = {
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "500ms",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "1s",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
}
"""As compose.yaml and the README set it: dask looks at itself less often."""


@dataclass
class Machines:
    """What runs; ``address`` is the scheduler's."""

    folder: Path
    address: str
    workers: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def worker(self, name: str, *options: str, sources: Path = SOURCES) -> None:
        """Starts a worker that reads one document at a time."""
        told = ("worker", self.address, "--nthreads", "1", "--name", name, "--no-dashboard", *options)
        self.workers[name] = run(self.folder, *told, sources=sources)

    def kill(self, name: str) -> None:
        self.workers[name].kill()
        self.workers.pop(name).wait()


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    """A scheduler without workers."""
    file = folder / "scheduler.json"
    told = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    scheduler = run(folder, *told)
    began = time.monotonic()
    while not (file.is_file() and file.read_text()):
        if scheduler.poll() is not None or time.monotonic() - began > _START:
            scheduler.kill()
            raise RuntimeError(f"the scheduler does not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.1)
    made = Machines(folder, json.loads(file.read_text())["address"])
    try:
        yield made
    finally:
        for process in (*made.workers.values(), scheduler):
            process.kill()
            process.wait()


def run(folder: Path, *told: str, sources: Path = SOURCES) -> subprocess.Popen[bytes]:
    """``sources`` holds the package that it runs."""
    paths = os.pathsep.join([str(sources), str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "dask", *told]
    given = {**os.environ, **SPARING, "PYTHONPATH": paths.rstrip(os.pathsep)}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env=given)
