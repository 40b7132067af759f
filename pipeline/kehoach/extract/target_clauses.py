"""The stretches of a paragraph that hold one goal each, and where one goal ends before the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.extract.passages import sentences, trimmed
from kehoach.extract.quantities import Quantity

END = " \t\n.,;:/-+*•"
"""Characters that no goal begins or ends with."""
EACH_TIME = re.compile(r"(?:[^\W\d]+\s+){1,4}")
LABELLED = re.compile(r"(?:chủ đề|khẩu hiệu|phương châm|thời gian|đối tượng)\b", re.IGNORECASE)
MUST_NOT = re.compile(r"không\s+(?:có|để|còn)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open offsets into the paragraph's text."""

    start: int
    end: int


def goal_clauses(text: str) -> list[Clause]:
    """The stretches between full stops and semicolons."""
    found = []
    for start, end in sentences(text):
        at = start
        for mark in [*re.finditer(";", text[start:end]), None]:
            stop = start + mark.start() if mark else end
            if text[at:stop].strip(END):
                found.append(Clause(*trimmed(text, at, stop, " \t\n;./")))
            at = stop + 1
    return found


def between(text: str, q: Quantity, following: Quantity) -> int:
    """Where the words of one goal end before the next of the same clause: at the last comma or "và" between them."""
    marks = list(re.finditer(r",|\s+và\s", text[q.end : following.start]))
    return q.end + marks[-1].start() if marks else following.start


def is_quota(text: str, clause: Clause, q: Quantity) -> bool:
    """ "Trường tiểu học: 04 giáo viên": nothing but who, a colon and how many."""
    return bool(re.fullmatch(r"[^:,]{3,80}:\s*", text[clause.start : q.start])) and not text[
        q.after : clause.end
    ].strip(" .,")
