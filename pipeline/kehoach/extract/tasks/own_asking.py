"""Whom one asks or invites within one's own work, who gets no work there: "Phòng X chuẩn bị nội dung; mời Sở Y tế dự"."""

from __future__ import annotations

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.subjects import Subjects
from kehoach.extract.tasks.work_pieces import Work
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.moment_grammar import lowered
from kehoach.rules.needs import Sieve

_ASKS = Sieve(
    r"(?:[^;:.]{5,160}?,\s+)?(?:kính\s+)?(?:đề\s+nghị|kiến\s+nghị|yêu\s+cầu|mời)\s+(?:(?:các|những|đại\s+diện)\s+)?$"
)
"""Before those who are asked: nothing else, or what it is asked upon ("Căn cứ kết quả, đề nghị ...")."""
_INVITES = Sieve(r"(?:kính\s+)?mời\s+(?:(?:các|những|đại\s+diện)\s+)?$")
_OF_ONE_ABOVE = ("task.heading", "task.listed")
_OWN = ("task.subject", *_OF_ONE_ABOVE)
"""Rules of works whose doers are no listeners, as those told to do something are."""


def asks_itself(
    subjects: Subjects, paragraph: Paragraph, clause: tuple[int, int], found: Assignment | None, before: Work | None
) -> bool:
    """Whether the clause of the paragraph only asks others on behalf of the one whose works it stands among.

    Args:
        subjects: who is named above the paragraph.
        before: the work that the clause goes on with, in one sentence.
    """
    if found is None or not (found.told and found.actors):
        return False
    low, asked = lowered(paragraph.text), found.actors[0].name.start
    begun = before is not None and before.rule in _OF_ONE_ABOVE
    if subjects.below_name(paragraph, begun=begun) and _ASKS.match(low, clause[0], asked):
        return True
    return before is not None and before.rule in _OWN and _INVITES.match(low, clause[0], asked) is not None
