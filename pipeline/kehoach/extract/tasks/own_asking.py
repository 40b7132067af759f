"""Whom one asks or invites within one's own work, who gets no work there: "Phòng X chuẩn bị nội dung; mời Sở Y tế dự"."""

from __future__ import annotations

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.work_pieces import Work
from kehoach.rules.needs import Sieve

_ASKS = Sieve(
    r"(?:[^;:.]{5,160}?,\s+)?(?:kính\s+)?(?:đề\s+nghị|kiến\s+nghị|yêu\s+cầu|mời)\s+(?:(?:các|những|đại\s+diện)\s+)?$"
)
"""Before those who are asked: nothing else, or what it is asked upon ("Căn cứ kết quả, đề nghị ...")."""
_INVITES = Sieve(r"(?:kính\s+)?mời\s+(?:(?:các|những|đại\s+diện)\s+)?$")
_OWN = ("task.subject", "task.heading", "task.listed")
"""Rules of works whose doers are no listeners, as those told to do something are."""


def asks_itself(
    low: str, clause: tuple[int, int], found: Assignment | None, before: Work | None, *, below_name: bool
) -> bool:
    """Whether the clause of the text (folded, lower case) only asks others on behalf of the one whose works it stands among.

    Args:
        before: the work that the clause goes on with, in one sentence.
        below_name: the line stands below a heading that names who does its works.
    """
    if found is None or not (found.told and found.actors):
        return False
    asked = found.actors[0].name.start
    if below_name and _ASKS.match(low, clause[0], asked):
        return True
    return before is not None and before.rule in _OWN and _INVITES.match(low, clause[0], asked) is not None
