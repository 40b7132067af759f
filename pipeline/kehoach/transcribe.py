"""A document as text with places, and no further: reading, layout and language, without understanding."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach import language, layout
from kehoach.model.document import Document, Source
from kehoach.model.page import Reading
from kehoach.rules.load import Rules
from kehoach.run import Reader


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
    reading = reader(source)
    document = language.clean(layout.document(reading, rules), rules, repairs=repairs)
    return Transcript(source, reading, document)
