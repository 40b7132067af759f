"""What the decision that issues a plan is based on: the document is one, and its preamble stands before that of the plan."""

from __future__ import annotations

import re

from kehoach.extract.text.passages import Passage
from kehoach.model.document import Document
from kehoach.orthography.fold import fold

_BASED = re.compile(r"\W*(?:căn cứ|xét|theo đề nghị|thực hiện|trên cơ sở)\s", re.IGNORECASE)


def bases_of_the_decision(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of the decision before a plan that say what it is based on; its articles only carry the plan."""
    printed = ((n, block.text.value) for n, block in document.zone("carrier"))
    return tuple(
        Passage(n, document.starts[n], fold(raw), raw, "carrier") for n, raw in printed if _BASED.match(fold(raw))
    )
