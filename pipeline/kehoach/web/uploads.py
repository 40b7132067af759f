"""Files that people send: what is taken, and under which name it is laid down."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from typing import Any

from kehoach import reading
from kehoach.errors import NotADocument
from kehoach.reading import containers, identify

_LONGEST = 120
_HARMFUL = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/RichMediaExecute"}
)
"""Actions of a PDF that do more than turn pages (ISO 32000-1, 12.6.4)."""
_MOST_OBJECTS = 2_000_000


def name_of(given: str | None) -> str:
    """The name of a file as it is laid down: no folder, no sign that a system takes for more than a letter."""
    last = unicodedata.normalize("NFC", given or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*').strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        stem, suffix = kept, ""
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    return f"{stem or 'van-ban'}{dot}{suffix[:10]}"


def checked(data: bytes, name: str) -> None:
    """Refuses what is no document, is broken, or is made to do harm.

    Raises:
        BadInput: with what is wrong and what to do.
    """
    kind = identify.media_type(data, name)
    if kind == containers.ZIP:
        containers.check(data, name)
        return
    source = reading.source(data, name)
    if source.media_type == identify.PDF:
        _check_actions(data, name)


def _check_actions(data: bytes, name: str) -> None:
    found = sorted(set(actions(data)))
    if found:
        raise NotADocument(
            f"{name}: PDF có mã lệnh / the PDF holds scripts or commands: {', '.join(found)}",
            "In lại thành PDF (Microsoft Print to PDF, in từ trình duyệt) rồi gửi bản đó / print it to a PDF again and "
            "send that",
        )


def actions(data: bytes) -> Iterator[str]:
    """The harmful actions in a PDF, by name."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for n, thing in enumerate(pdf.objects):
                if n > _MOST_OBJECTS:
                    return
                yield from _in(thing, 0)
    except pikepdf.PdfError:
        return  # reading it tells what is wrong with it


def _in(thing: Any, depth: int) -> Iterator[str]:
    import pikepdf

    if depth > 6 or not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return
    if isinstance(thing, pikepdf.Array):
        if len(thing) < 2000:
            for part in thing:
                yield from _inner(part, depth)
        return
    if str(thing.get("/S", "")) in _HARMFUL:
        yield str(thing.get("/S"))[1:]
    elif "/JS" in thing:
        yield "JavaScript"
    for key in thing.keys():  # noqa: SIM118 - a PDF dictionary is no mapping
        yield from _inner(thing.get(key), depth)


def _inner(part: Any, depth: int) -> Iterator[str]:
    """Things inside a thing; those that stand on their own are looked at by themselves."""
    if not getattr(part, "is_indirect", True):
        yield from _in(part, depth + 1)
