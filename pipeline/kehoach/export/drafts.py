"""Files that are there whole or not at all: drafts beside their place, moved there when all is written."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kehoach.errors import FileAccess


class Drafts:
    """Drafts of the files of one folder. ``keep`` moves them to their place, ``discard`` leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._place = folder / f".kehoach-{secrets.token_hex(6)}.tmp"
        self._made = not folder.exists()
        with written(folder):
            self._place.mkdir(parents=True)

    def path(self, name: str) -> Path:
        """Where the file of this name is written for now."""
        return self._place / name

    def keep(self) -> None:
        """Puts every file in its place.

        Raises:
            FileAccess: one of them cannot be put there.
        """
        with written(self.folder):
            for file in sorted(self._place.iterdir()):
                _to_disk(file)
                _put(file, self.folder / file.name)
            self._place.rmdir()

    def discard(self) -> None:
        shutil.rmtree(self._place, ignore_errors=True)
        if self._made:
            with suppress(OSError):  # something else was put there meanwhile
                self.folder.rmdir()


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Errors of the system while ``path`` is written, told in the program's way.

    Raises:
        FileAccess: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise FileAccess(
            f"Không ghi được / cannot be written: {path}: {error.strerror or error}",
            "Kiểm tra thư mục, quyền ghi và chỗ trống / check the folder, the permission and the space left",
        ) from error


def _put(file: Path, place: Path) -> None:
    """A device or pipe is written to, never replaced by a file."""
    if place.exists() and not place.is_file():
        place.write_bytes(file.read_bytes())
        file.unlink()
    else:
        file.replace(place)


def _to_disk(file: Path) -> None:
    """What the system still holds back may not fit on the disk: it is asked before the file is put in its place."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
