"""Kinds of sections: from the words of the heading, else from the parent, else from the content."""

from __future__ import annotations

import re

from kehoach.model.section import SectionKind
from kehoach.orthography.fold import fold
from kehoach.rules.vocabulary import Vocabulary

_PHASE = re.compile(
    r"^(?:đợt|giai đoạn|bước|tuần|tháng|quý)\s+(?:\d+|[ivx]+|một|hai|ba|cuối|đầu|thứ \S+)\b", re.IGNORECASE
)


_LONG = 14
"""Words above which a heading in small letters is a sentence."""
_HEAD = 32
"""Letters within which such a one names its kind."""


def named(heading: str, vocabulary: Vocabulary) -> tuple[SectionKind, ...]:
    """The kinds that the heading's words name, in the order of the words; of a long one in small letters, which is a
    phrase of what to do, only those that its first words name."""
    places: dict[SectionKind, int] = {}
    told = len(heading) if len(heading.split()) <= _LONG or heading.isupper() else _HEAD
    for entry, match in vocabulary.all(heading):
        if match.start() > told:
            continue
        for kind in entry["kind"]:
            places[kind] = min(match.start(), places.get(kind, match.start()))
    return tuple(sorted(places, key=lambda kind: places[kind]))


def opens_with(heading: str, vocabulary: Vocabulary) -> bool:
    """Whether the first words of a heading name a kind."""
    return any(match.start() == 0 for _, match in vocabulary.all(heading.strip()))


def all_phases(children: list[str]) -> bool:
    """Whether the labelled paragraphs of a section are phases, all of them ("Đợt 1: ...", "Giai đoạn 2: ...")."""
    return len(children) >= 2 and all(_PHASE.match(fold(text).strip()) for text in children)


def names_unit(heading: str, bodies: Vocabulary) -> bool:
    """Whether a heading is a unit's name ("Sở Tài chính", "Các phòng chuyên môn"): what stands below are its tasks."""
    plain = re.sub(
        r"^(?:(?:đề nghị|yêu cầu|giao)\s+)?(?:(?:các|những|đối với)\s+)?",
        "",
        fold(heading).strip(),
        flags=re.IGNORECASE,
    )
    return bodies.first(plain[:1].upper() + plain[1:]) is not None


def of_content(cells: str) -> tuple[SectionKind, ...]:
    """What the head of a section's table says where neither heading nor parent names a kind: a column of units, of
    points, of times."""
    if re.search(r"đơn vị|chủ trì|phân công|người thực hiện|sản phẩm", cells, re.IGNORECASE):
        return ("tasks",)
    if re.search(r"điểm (?:chuẩn|tối đa)|thang điểm|số điểm", cells, re.IGNORECASE):
        return ("criteria",)
    if re.search(r"thời gian|tiến độ|ngày tháng", cells, re.IGNORECASE):
        return ("schedule",)
    return ()
