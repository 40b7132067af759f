"""Rewards over a list: a heading names the form once, and the list below tells how many get it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kehoach.extract.rewards.reward_counts import COUNT, COUNTS, LIMIT
from kehoach.extract.text.passages import Passage
from kehoach.model.document import Document
from kehoach.model.plan import Reward
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_PERSONS = Sieve(r"(?:tập thể|cá nhân|hộ|gia đình|trường hợp|đơn vị|người|đồng chí)(?!\w)", re.IGNORECASE)
_QUOTA = Sieve(
    rf"(?::|\b(?:chọn|đề nghị|giới thiệu|xét)\b[^.;:]{{0,30}}?)\s*{LIMIT}(?:{COUNTS}\s*(?:,|và)\s*)?{LIMIT}\Z",
    re.IGNORECASE,
)
"""Right before a number of those who are rewarded."""


def heading_over(outline: Outline, n: int, headed: Mapping[int, Reward]) -> Reward | None:
    """Of ``headed``, which names the nodes that tell one form of reward and no number, the nearest over this one in a
    section on rewards."""
    if "rewards" not in outline.kinds_at(outline.nodes[n].extent.start):
        return None
    return next((headed[above] for above in _over(outline, n) if above in headed), None)


def _over(outline: Outline, n: int) -> Iterator[int]:
    above = outline.nodes[n].parent
    while above is not None:
        yield above
        above = outline.nodes[above].parent


def named_above(outline: Outline, n: int, one: Reward, headed: Mapping[int, Reward]) -> bool:
    """Whether a heading over it names the same form: what is said below tells of that one."""
    return any(
        fold(headed[a].form).lower() == fold(one.form).lower() and headed[a] is not one
        for a in _over(outline, n)
        if a in headed
    )


_NAME = re.compile(r"(?:tiêu chuẩn\s+|đối với\s+)?(?:danh hiệu\s+)?\"?", re.IGNORECASE)
"""Before a title that a heading names."""
_OPENS_WITH_TITLE = re.compile(r"\W*(?:danh hiệu\s+)?\"[^\"]{4,60}\"(?:\s*\([^()]*\))?\s*:", re.IGNORECASE)


_HAVING = re.compile(
    r"(?:đối với [^:.;]{2,40}:\s*)?(?:(?:là|có|đã|phải|được|công nhận|đạt|\d{1,2}|năm|lần|liên tục|liền|trở lên|danh hiệu)\s+)*"
    r"(?:đạt|công nhận)(?: danh hiệu)?\s+\"?\Z",
    re.IGNORECASE,
)
"""The words before a title that somebody must have reached ("Đối với tập thể: Đạt danh hiệu ...")."""


def is_condition(passage: Passage, outline: Outline, n: int, one: Reward, headed: Mapping[int, Reward]) -> bool:
    """Whether a title is only what somebody must have been given before, by standards for another that a heading or the
    head of the paragraph names."""
    if one.count is not None or opens(passage, one):
        return False
    named = passage.text.lower().find(fold(one.form).lower())
    if named >= 0 and _HAVING.match(passage.text[:named], after_label(passage.text, 0)):
        return any(above in headed and headed[above].form != one.form for above in _over(outline, n))
    if "criteria" not in outline.kinds_at(passage.start):
        return False
    opening = _OPENS_WITH_TITLE.match(passage.text, after_label(passage.text, 0))
    return opening is not None or any(above in headed for above in _over(outline, n))


def opens(passage: Passage, one: Reward) -> bool:
    """Whether a paragraph begins with the form, or counts who gets it."""
    label = after_label(passage.text, 0)
    name = _NAME.match(passage.text, label)
    label = name.end() if name else label
    return one.count is not None or fold(one.form).lower() == passage.text[label : label + len(one.form)].lower()


def allotted(passage: Passage, document: Document, outline: Outline, of: Reward) -> Iterator[Reward]:
    """How many of those who are listed get the reward that stands over the list ("Sở Y tế: không quá 02 cá nhân")."""
    for counted in COUNT.finditer(passage.text):
        if _PERSONS.match(counted["who"]) and _QUOTA.search(passage.text, 0, counted.start()):
            span = passage.span(counted.start(), counted.end())
            yield replace(
                of,
                count=int(counted["n"]),
                recipient=passage.raw[counted.start("who") : counted.end("who")].strip(),
                path=outline.path_at(span.start),
                evidence=(*document.evidence(span), *of.evidence),
                confidence=of.confidence * 0.9,
            )


def after_label(text: str, start: int) -> int:
    """The offset behind a bullet or a number at the head of a clause."""
    label = re.compile(r"[\s.]*(?:[-+*•]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)])?\s*").match(text, start)
    return label.end() if label else start


_NEXT_NAME = re.compile(r'"(?:\s*,|\s+và)\s+"(?P<name>[^"]{4,70})(?=")')


def list_of_names(passage: Passage, match: re.Match[str]) -> list[str]:
    """The names in quotation marks behind the one that is matched, which are granted like it ("“Gia đình hiếu học”,
    “Dòng họ hiếu học”")."""
    found, at = [], match.end()
    while more := _NEXT_NAME.match(passage.text, at):
        found.append(" ".join(passage.raw[more.start("name") : more.end("name")].split()))
        at = more.end()
    return found
