"""Pictures of pages, drawn in a process of their own, with limits, and kept in the archive's folder."""

from __future__ import annotations

import io
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kehoach import reading
from kehoach.corpus import files
from kehoach.errors import KehoachError
from kehoach.model.document_info import PageInfo
from kehoach.processes import LimitedPool, Limits

WIDTHS = (360, 1100, 1900)
"""Pixels across that pictures come in; no page is drawn larger."""
_LIMITS = Limits(seconds=60.0, bytes=3_000_000_000)
_TALLEST = 4.0
"""Height to width beyond which a page is drawn narrower."""
_KEPT = 2_000_000_000
"""Bytes of pictures kept; the oldest go."""
_SWEEP = 500


class Pictures:
    """Draws and keeps pictures of pages. May be used from several threads."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._pool = LimitedPool(1, _LIMITS)
        self._made = 0

    def page(self, original: Callable[[], Path], sha256: str, page: PageInfo, width: int) -> bytes:
        """A page as WebP, upright as the boxes of its record are; ``width`` is rounded up to one of ``WIDTHS``.
        ``original`` finds the file, where it must be drawn.

        Raises:
            BadInput, OutOfTime, OutOfMemory, ProcessDied: it cannot be drawn.
        """
        chosen = next((known for known in WIDTHS if known >= width), WIDTHS[-1])
        name = f"{sha256}-{page.number}-{page.rotation}-{round(page.skew * 100)}-{chosen}.webp"
        place = self._folder() / "pictures" / sha256[:2] / name
        with suppress(OSError):
            return place.read_bytes()
        with self._lock:
            with suppress(OSError):  # somebody else waited for the same page
                return place.read_bytes()
            data = self._pool.submit(draw, str(original()), page, chosen).result()
            self._keep(place, data)
        return data

    def close(self) -> None:
        """Ends the process that draws."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _keep(self, place: Path, data: bytes) -> None:
        """A picture that cannot be kept is drawn again."""
        with suppress(OSError, KehoachError):
            files.made(self._folder())
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = place.with_name(f".{secrets.token_hex(6)}.part")
            draft.write_bytes(data)
            draft.replace(place)
            self._made += 1
            if self._made % _SWEEP == 0:
                sweep(self._folder() / "pictures", _KEPT)


def draw(path: str, page: PageInfo, width: int) -> bytes:
    """A page as WebP; runs in the process that draws."""
    inches = max((page.width or 612.0) / 72, 0.5)
    if page.width and page.height and page.height > _TALLEST * page.width:
        inches *= page.height / page.width / _TALLEST
    source = reading.source(path)
    image = reading.page_image(source, page.number, min(400.0, width / inches), rotation=page.rotation, skew=page.skew)
    out = io.BytesIO()
    image.convert("RGB").save(out, "WEBP", quality=60, method=2)
    return out.getvalue()


def sweep(folder: Path, most: int) -> None:
    """Removes the pictures that were drawn first until the others take no more than ``most`` bytes."""
    found = sorted((state.st_mtime, state.st_size, path) for path in folder.rglob("*.webp") if (state := path.stat()))
    total = sum(size for _, size, _ in found)
    for _, size, path in found:
        if total <= most:
            return
        path.unlink(missing_ok=True)
        total -= size
