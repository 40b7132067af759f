"""A document as text with places, and no further: reading, layout and language, without understanding."""

from __future__ import annotations

import io
from dataclasses import dataclass

from kehoach import language, layout, reading
from kehoach.export import searchable
from kehoach.model.document import Document, Source
from kehoach.model.page import Reading
from kehoach.rules.load import Rules
from kehoach.run import Reader

_PHOTO_DPI = 200


@dataclass(frozen=True)
class Transcript:
    """The cleaned document, and what was read before that, with the engine and settings that read it."""

    source: Source
    reading: Reading
    document: Document


def transcribe(source: Source, *, rules: Rules, reader: Reader, repairs: bool = True) -> Transcript:
    """Reads one document into text in reading order.

    Args:
        repairs: False leaves every recognized word as the engine gave it.

    Raises:
        BadInput: the file cannot be read as a document.
        MissingDependency: the engine that the file needs is not installed.
    """
    read = reader(source)
    document = language.clean(layout.document(read, rules), rules, repairs=repairs)
    return Transcript(source, read, document)


def has_pages(source: Source) -> bool:
    """Whether a document has pages to lay text under: PDF and images have."""
    return source.media_type == "application/pdf" or source.media_type.startswith("image/")


def searchable_pdf(made: Transcript) -> bytes:
    """The document's pages as PDF with what was recognized laid under them; photographed pages are laid flat.

    Raises:
        ValueError: the source has no pages.
    """
    pictures: dict[int, bytes] = {}
    for page in made.document.pages:
        if page.photographed:
            out = io.BytesIO()
            reading.page_image(made.source, page.number, _PHOTO_DPI).save(out, "JPEG", quality=85)
            pictures[page.number] = out.getvalue()
    return searchable.to_pdf(made.source, made.document, pictures)
