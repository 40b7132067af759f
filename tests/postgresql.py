"""A private PostgreSQL server in a temporary folder, of the binaries that are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "kehoach"
_LOOSE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=60")
"""Nothing in it has to outlive a test, and nobody reaches it but through the socket in its folder."""
_START = 30.0
"""Seconds that it may take to answer."""


def binaries() -> Path | None:
    """The folder of the newest initdb and postgres, on the PATH or where Debian puts them; None where there are none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    found = shutil.which("initdb")
    places = [*([Path(found).resolve().parent] if found else []), *reversed(debian)]
    return next((place for place in places if all((place / name).is_file() for name in ("initdb", "postgres"))), None)


@contextmanager
def server(bin_folder: Path, *settings: str) -> Iterator[str]:
    """The URL of its database "postgres", while it runs.

    Args:
        settings: of postgresql.conf, "name=value".

    Raises:
        RuntimeError: it does not start; the message has its log.
    """
    folder = Path(tempfile.mkdtemp(prefix="kehoach-pg-", dir="/tmp"))  # the socket's path must be short
    user = _not_root()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    log = folder / "log"
    process: subprocess.Popen[bytes] | None = None
    try:
        made = [bin_folder / "initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C"]
        subprocess.run([*made, "--no-sync"], check=True, capture_output=True, user=user, cwd=folder)
        told = [part for one in (*_LOOSE, f"unix_socket_directories={folder}", *settings) for part in ("-c", one)]
        with log.open("wb") as out:
            command = [bin_folder / "postgres", "-D", folder / "data", *told]
            process = subprocess.Popen(command, stdout=out, stderr=out, user=user, cwd=folder)
        _wait(process, folder, log)
        yield f"postgresql://{OWNER}@/postgres?host={folder}"
    finally:
        if process is not None:
            process.send_signal(signal.SIGQUIT)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _not_root() -> str | None:
    """The user that the server runs as: it refuses to be root's."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _wait(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    began = time.monotonic()
    ready = folder / "data" / "postmaster.pid"
    while not (ready.is_file() and "ready" in ready.read_text()):
        if process.poll() is not None or time.monotonic() - began > _START:
            raise RuntimeError(f"PostgreSQL does not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.05)
