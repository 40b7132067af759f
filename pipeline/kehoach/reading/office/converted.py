"""Files of old Word (DOC, RTF) -> Reading, by way of LibreOffice."""

from __future__ import annotations

from dataclasses import replace

from kehoach.model.document import Source
from kehoach.model.page import Reading
from kehoach.programs import libreoffice
from kehoach.reading.office import docx

_SUFFIXES = {"application/msword": ".doc", "application/rtf": ".rtf"}


def reading(source: Source) -> Reading:
    """The text of a DOC or RTF file.

    Raises:
        MissingDependency: LibreOffice is not installed.
        NotADocument: it makes nothing of the file, or not in time.
    """
    data = libreoffice.to_docx(source.data, _SUFFIXES[source.media_type], source.path)
    return replace(docx.reading(replace(source, data=data)), settings={"converter": "LibreOffice"})
