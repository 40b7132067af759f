"""PDF/A-2b (ISO 19005-2) for keeping: what pikepdf declares, repairs, writes, reads again and finds right.

Its validator lets pass only what it knows to conform: a refusal may be too strict, an approval is none by mistake.
Fonts that a file does not carry and colours of no known meaning are not made up; such a file has no PDF/A copy.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kehoach.errors import MissingDependency, NoPdfa

if TYPE_CHECKING:
    import pikepdf

FLAVOUR = "2b"
_TOLD = 3
"""Findings of the validator that a message tells."""


def require() -> Any:
    """The library that makes PDF/A.

    Raises:
        MissingDependency: it, or what it needs, is not installed.
    """
    try:
        from pikepdf import pdfa
    except ImportError as error:
        raise MissingDependency(
            f"Thiếu gói để ghi PDF/A / what makes PDF/A is not installed: {error}", "pip install 'kehoach[pdfa]'"
        ) from error
    return pdfa


def to_pdfa(data: bytes, name: str) -> bytes:
    """A PDF as PDF/A-2b that has been validated.

    Args:
        name: of the document, for messages.

    Raises:
        NoPdfa: it cannot be made PDF/A; the message tells the rules it breaks.
        MissingDependency: what makes PDF/A is not installed.
    """
    pdfa = require()
    import pikepdf

    out = io.BytesIO()
    try:
        with _quiet(), pikepdf.open(io.BytesIO(data)) as pdf:
            _without_empty(pdf)
            pdfa.save(pdf, out, FLAVOUR, output_intent="sRGB")
    except pdfa.PdfaError as error:
        told = "; ".join(str(finding) for finding in error.report.findings[:_TOLD])
        raise _refused(name, told) from error
    except (pikepdf.PdfError, ValueError, TypeError) as error:
        raise _refused(name, f"{type(error).__name__}: {error}") from error
    return out.getvalue()


def _without_empty(pdf: pikepdf.Pdf) -> None:
    """Takes out lists of resources that hold nothing: the validator refuses some by their name alone."""
    import pikepdf

    for page in pdf.pages:
        for name, held in list(page.resources.items()):
            if isinstance(held, pikepdf.Dictionary) and not len(held):
                del page.resources[name]


def _refused(name: str, why: str) -> NoPdfa:
    return NoPdfa(
        f"Không làm được bản PDF/A / no PDF/A copy could be made: {name}: {why}",
        "Bản gốc còn nguyên; kehoach ocr --to pdf cho bản PDF thường / the original stays as it is; "
        "kehoach ocr --to pdf gives a plain searchable PDF",
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """What the reader of fonts remarks is not for people."""
    logger = logging.getLogger("fontTools")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)
