"""The running text with a title in one piece, in which the plan's own movement stands."""

from __future__ import annotations

import re

from kehoach.extract.text.passages import Passage, passages
from kehoach.model.document import Document, Span
from kehoach.orthography.fold import fold

CONCERNING = re.compile(r"\W*v/v\b", re.IGNORECASE)
"""Before the subject of a letter, or of a plan beside its number."""
_ATTACHED = re.compile(r"\W*(?:ban hành )?(?:kèm|đính kèm) theo\b", re.IGNORECASE)
_TYPE_WORDS = 3


def titles_whole(document: Document) -> list[Passage]:
    """The passages with a title that was parted behind its type ("KẾ HOẠCH PHÁT ĐỘNG THI ĐUA | CHÀO MỪNG ...") as one."""
    made: list[Passage] = []
    for passage in passages(document):
        last = made[-1] if made else passage
        goes_on = last is not passage and last.zone == passage.zone == "title" and last.block + 1 == passage.block
        attached = _ATTACHED.match(passage.text)
        if goes_on and not attached and len(last.text.split()) > _TYPE_WORDS and not CONCERNING.match(last.text):
            raw = document.quote(Span(last.start, passage.start + len(passage.raw)))
            made[-1] = Passage(passage.block, last.start, fold(raw), raw, "title")
        else:
            made.append(passage)
    return made
