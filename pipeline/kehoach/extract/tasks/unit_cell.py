"""The units of a table cell, with the roles that the cell's own words or its column give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.run_on_names import codes_apart, run_on_names
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.listed_names import PERSON
from kehoach.extract.units.named_units import Name, masked
from kehoach.extract.units.posts import is_name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.plan import Role
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_CHUNK = Sieve(
    rf"\s*(?:\n|;|(?<!\bP)(?<!\bTP)(?<!\bTX)(?<!\bBS)(?<!\bBs)(?<!\bYS)(?<!\bYs)(?<!\bDS)(?<!\bDs)(?<!\bThS)(?<!\bĐD)(?<!\bTS)\.(?=\s+(?![{LOWER}])|\s*$)|^[-+•*](?=\s)|(?<=[.;:]\s)[-+•*](?=\s)|(?:^|(?<=[\s.;]))-(?=[{UPPER}])|(?P<inner>(?<=\s)[-+](?=\s)))\s*"
)
_LEAD = Sieve(
    r"\(?(?:đơn\s+vị\s+|cơ\s+quan\s+)?chủ\s+trì\s*\)?\s*:?\s*(?:,\s*)?|\(?chịu\s+trách\s+nhiệm(?:\s+chính)?\)?\s*:?\s*"
)
_COORDINATE = Sieve(
    r"[(,]?\s*(?:và\s+)?(?:đơn\s+vị\s+|cơ\s+quan\s+)?(?<!hội\sđồng\s)(?<!hội\sđồng)phối\s+hợp(?:\s+(?:chặt\s+chẽ|cùng|với|thực\s+hiện|tổ\s+chức))*\s*\)?\s*:?\s*"
)
_HELPS = re.compile(
    r"(?<=\w)(?<!(?i:tổ))(?<!(?i:nhóm))(?<!(?i:đội))(?<!(?i:ban))(?<!(?i:quỹ))(?<!(?i:phòng))(?<!tâm)(?<!(?i:khoa))(?<!phận)\s+(?:hỗ\s+trợ|giúp\s+đỡ)(?:\s+(?:thực\s+hiện|tổ\s+chức|thêm))?\s*[.;]?$"
)
"""Behind those who help the others of a cell: "Đoàn trường; Ban đại diện cha mẹ học sinh hỗ trợ"."""
_DOES = Sieve(
    r"(?:^|[\s,]+)(?:(?:có\s+)?trách\s+nhiệm\s+)?(?:(?:tổ\s+chức|triển\s+khai)\s+)?(?:thực\s+hiện|phụ\s+trách|đảm\s+nhiệm|đảm\s+nhận|đăng\s+cai|triển\s+khai)(?:\s+chính)?$"
)
_SENTENCE = 14
"""Words of a cell's line from which on it may be a sentence."""
_WORK = 5
"""Words that say the work of such a sentence."""
_HELP = 2
"""Words that say what one does beside who leads: "Sở Y tế chủ trì; Văn phòng lo khánh tiết"."""


@dataclass(frozen=True, slots=True)
class CellUnit:
    """A unit of a cell: offsets of its words, the words it shares with the one before, its role."""

    start: int
    end: int
    head: str
    role: Role


_ALSO = Sieve(r"\s*(?:đồng\s+thời|ngoài\s+ra|bên\s+cạnh\s+đó)\s*,\s*")
"""With what a further sentence begins."""
_NEXT_OFFICE = Sieve(rf"(?<=[{LOWER}])\s(?=Sở\s[A-ZĐ]|Các\s(?:sở|cơ\s+quan|đơn\s+vị|phòng|ban|xã)(?!\w))")
_BRANCH = Sieve(r"(?:chi\s+nhánh|phòng\s+giao\s+dịch|khu\s+vực)(?!\w)")
_OF_BANK = re.compile(r"(?<!\w)(?:ngân\s+hàng|kho\s+bạc|nhnn|tổng\s+công\s+ty|công\s+ty)\s[^;\n]*$")
"""A house whose branch stands behind a dash: "Ngân hàng Nhà nước - Chi nhánh tỉnh"."""
_WHOLE = Sieve(
    r"(?:đặc\s+khu|xã|phường)$|(?:các\s+)?(?:sở|trung\s+tâm|ubnd|ủy\s+ban\s+nhân\s+dân|công\s+an)\s(?!.*\s(?:của|thuộc|với|và|phòng|giám\s+đốc|lãnh\s+đạo)$)"
)
"""A name behind which another department is not its own higher body ("Phòng Kế hoạch Sở Y tế")."""


def whole_names(text: str, grammar: UnitGrammar) -> str:
    """The lines of a cell with a blank for the end of one that is only what kind of name it is, where no other begins
    below: "Công chức / Văn hóa - Xã hội"."""
    made, start = text, 0
    for end in (m.start() for m in re.finditer("\n", text)):
        head, below = grammar.head(lowered(text), start), text[end + 1 :].split("\n")[0]
        kind_only = head is not None and head[0] == end and head[2] in ("people", "body")
        if kind_only and not grammar.begins(lowered(text), end + 1) and not is_name(below):
            made = f"{made[:end]} {made[end + 1 :]}"
        start = end + 1
    return made


def cell_units(text: str, default: Role, grammar: UnitGrammar) -> tuple[CellUnit, ...]:
    """The units of a cell of folded text. ``default`` is the role that the column gives.

    A unit marked "chủ trì" leads, and the units after it in the same cell coordinate; where others are marked
    "phối hợp", those before them lead.
    """
    low = lowered(text)
    chunks = list(_chunks(text, grammar))
    said = {chunk: units for chunk in chunks if (units := _said(text, *chunk, default, grammar))}
    stretches = [part for chunk in chunks if chunk not in said for part in _helping(text, _marked(low, *chunk))]
    led = any(role == "lead" for _, _, role in stretches)
    parts = [
        (start, _before_verb(text, (start, end), grammar, _HELP if led else _WORK) if role or led else end, role)
        for start, end, role in stretches
    ]
    helped = (
        default == "implement"
        and bool(parts)
        and parts[0][2] is None
        and any(role == "coordinate" for _, _, role in parts)
    )
    role, found = default, list[CellUnit]()
    for start, end, marked in parts:
        if marked == "lead" and default == "implement":
            role = "coordinate"
        own = marked or ("lead" if helped and role == default else role)
        for name in (one for names in grammar.split(text, start, end) for one in codes_apart(text, names)):
            last = _without_verb(low, name)
            if last > name.start and _is_name(f"{name.head} {text[name.start : last]}".strip()):
                found.append(CellUnit(name.start, last, name.head, own))
    return tuple(sorted((*found, *(unit for units in said.values() for unit in units)), key=lambda unit: unit.start))


def _said(text: str, start: int, end: int, default: Role, grammar: UnitGrammar) -> tuple[CellUnit, ...]:
    """The units of a whole sentence in the place of names ("Sở A rà soát các văn bản ... và gửi kết quả về Sở B")."""
    low = lowered(text[start:end])
    if len(low.split()) < _SENTENCE or _LEAD.search(low) or _COORDINATE.search(low):
        return ()
    found = ClauseReader(text[start:end], grammar).read(0, end - start)
    if found is None or not found.named or not found.verbal or found.guessed or found.listed:
        return ()
    if found.actors[0].name.start > 0:
        return ()
    if len(text[start + found.start : start + found.end].split()) < _WORK:
        return ()
    return tuple(
        CellUnit(
            start + actor.name.start, start + actor.name.end, actor.name.head,
            actor.role if actor.role == "coordinate" or default == "implement" else default,
        )
        for actor in found.actors
    )  # fmt: skip


def _chunks(text: str, grammar: UnitGrammar) -> Iterator[tuple[int, int]]:
    """The stretches between lines, semicolons and bullets; a dash before no unit is part of a name ("Tổ chức - Hành
    chính"), and so is one in a name that is known whole ("Tài chính - Kế toán")."""
    low, at = lowered(text), 0
    for mark in _CHUNK.finditer(text):
        if mark["inner"] is not None and not (grammar.begins(low, mark.end()) and _apart(text, mark.start(), grammar)):
            continue
        if mark["inner"] is not None and PERSON.fullmatch(text[at : mark.start()].strip()):
            continue  # "Đ/c Lan - Phó Hiệu trưởng"
        if mark["inner"] is not None and _BRANCH.match(low, mark.end()) and _OF_BANK.search(low, at, mark.start()):
            continue
        yield from _lines(text, low, (at, mark.start()), grammar)
        at = mark.end()
    yield from _lines(text, low, (at, len(text)), grammar)


def _apart(text: str, at: int, grammar: UnitGrammar) -> bool:
    return not any(a < at < b for a, b in grammar.kept(text, masked(lowered(text))))


def _lines(text: str, low: str, stretch: tuple[int, int], grammar: UnitGrammar) -> Iterator[tuple[int, int]]:
    """The stretch, cut where a department follows a whole name without a mark between: "Sở Nội vụ Sở Tài chính"."""
    start, end = stretch
    also = _ALSO.match(low, start, end)
    at = start = also.end() if also else start
    for name in run_on_names(text, start, end, grammar):
        yield at, name
        at = name
    for joint in _NEXT_OFFICE.finditer(text, at, end):
        names = re.split(r"[,;]\s*", low[at : joint.start()])
        if _WHOLE.match(names[-1].strip()):
            yield at, joint.start()
            at = joint.end()
    if text[at:end].strip():
        yield at, end


def _marked(low: str, start: int, end: int) -> Iterator[tuple[int, int, Role | None]]:
    """The stretches of a chunk with the role that words in it give: "Chủ trì: A", "A chủ trì, phối hợp với B"."""
    lead, joined = _LEAD.search(low, start, end), _COORDINATE.search(low, start, end)
    if joined is not None and (lead is None or lead.start() != joined.start()):
        yield from _marked_lead(low, start, joined.start(), lead)
        if joined.end() < end:
            yield joined.end(), end, "coordinate"
        elif lead is None and joined.start() > start:
            yield start, joined.start(), "coordinate"
        return
    yield from _marked_lead(low, start, end, lead)


def _helping(text: str, parts: Iterator[tuple[int, int, Role | None]]) -> Iterator[tuple[int, int, Role | None]]:
    """The same, where those of a further line help."""
    for start, end, role in parts:
        helping = _HELPS.search(text, start, end) if role is None and text[:start].strip() else None
        yield (start, end, role) if helping is None else (start, helping.start(), "coordinate")


def _marked_lead(low: str, start: int, end: int, lead: re.Match[str] | None) -> Iterator[tuple[int, int, Role | None]]:
    if lead is None or lead.start() >= end:
        if lead is None and low[start:end].strip() and not _ends_in_coordinate(low, end):
            yield start, end, None
    elif low[start : lead.start()].strip(" ,"):
        yield start, lead.start(), "lead"
        if low[lead.end() : end].strip(" ,"):
            yield lead.end(), end, "coordinate"
    else:
        yield lead.end(), end, "lead"


def _before_verb(text: str, part: tuple[int, int], grammar: UnitGrammar, least: int) -> int:
    """Where the names of a part end that goes on to say what is done, in so many words at ``least``: "phối hợp với các đơn
    vị liên quan tham mưu ..."."""
    start, end = part
    low = lowered(text)
    if least == _WORK and low[:start].rstrip().endswith(","):
        return end
    if grammar.verb(low, start) == "act" and not grammar.begins(low, start):
        return start
    names = grammar.names(text, start, object_too=True) if grammar.begins(low, start) else None
    works = names is not None and names.verb == "act" and len(low[names.end : end].split()) >= least
    return names.end if names is not None and works and names.end < end else end


def _ends_in_coordinate(low: str, end: int) -> bool:
    mark = _COORDINATE.match(low, end)
    return mark is not None and mark.end() >= len(low.rstrip(" .;"))


def _without_verb(low: str, name: Name) -> int:
    """Where the name ends, a closing "thực hiện" or "phụ trách" left out."""
    said = _DOES.search(low, name.start, name.end)
    return said.start() if said is not None else name.end


def _is_name(words: str) -> bool:
    said = re.search(r"[^\W\d_]{2}", words) or re.fullmatch(r"[A-ZĐ]\d{1,2}|\d{1,2}[A-ZĐ]\d{0,2}", words)
    return said is not None and not re.fullmatch(r"(?i)như trên|nt|\"|-|x|//", words)
