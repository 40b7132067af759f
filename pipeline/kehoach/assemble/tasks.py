"""Task mentions -> the record's tasks: names in full, times as dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.assemble.calendar import Calendar
from kehoach.assemble.identity import identified
from kehoach.assemble.units import UnitNames
from kehoach.assemble.whose_names import COMMITTEE
from kehoach.model.document import Document, Span
from kehoach.model.fact import TaskMention, UnitMention
from kehoach.model.plan import Due, Role, Task, Unit
from kehoach.model.time import When
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve


def tasks(
    mentions: Sequence[TaskMention],
    names: UnitNames,
    calendar: Calendar,
    document: Document,
    *,
    inspection: bool = False,
) -> tuple[Task, ...]:
    """One row a mention; a task that names no unit stays out. In the plan of an ``inspection`` who inspects does the
    plan's own work, and supervises nobody else's."""
    names = names.knowing(unit.printed for mention in mentions for unit in mention.units)
    made = [
        replace(
            m.task,
            units=tuple(
                replace(unit, name=names.here(unit.name))
                for unit in _shared_owner(
                    _shared_level(list(_units(m.units, names, document)), _ended(m.units, names, document))
                )
            ),
            due=_due(m.when, calendar),
        )
        for m in (_inspecting(m) if inspection else m for m in mentions)
        if m.units
    ]
    return identified("task", made, lambda task: (task.path, task.text))


_INSPECTS = Sieve(r"(?:(?:tiến hành|tổ chức|thực hiện)\s+)*(?:kiểm tra|thanh tra)(?!\w)", re.IGNORECASE)


def _inspecting(mention: TaskMention) -> TaskMention:
    if not _INSPECTS.match(fold(mention.task.text)):
        return mention
    units = tuple(replace(u, role="lead") if u.role == "supervise" else u for u in mention.units)
    return replace(mention, units=units)


_LEVEL = re.compile(
    r"\s+((?:(?:Tòa án|Viện kiểm sát) nhân dân )?(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)|cơ quan(?: \S+){1,3}|nhà trường|Sở|Cục|Chi cục|Tổng cục|Bộ|(?<!Tổng )Công ty|Bệnh viện|Trung tâm|Nhà trường|trường)$"
)
_SHARES = re.compile(
    r"(?:Ban Chấp hành |Ban Thường vụ |Thường trực )?(?:Ủy ban nhân dân|Hội đồng nhân dân|Hội|Đoàn|Công đoàn|Liên đoàn|Liên minh|Mặt trận|Ủy ban Mặt trận|Đảng ủy|Chi bộ|Chi ủy|Chi đoàn|Công an|B(?:an|ộ) Chỉ huy Quân sự|Bộ đội Biên phòng|Tòa án nhân dân|Viện kiểm sát nhân dân)(?!\w)",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"\s(các (?:đơn vị|cấp|cơ quan|trường|địa phương|(?:huyện|quận|thị|xã|phường|thành phố)(?:(?:,| và) (?:huyện|quận|thị xã|thị trấn|thị|thành phố|phường|đặc khu))*)(?: trực thuộc| thành viên)?)$"
)
"""Whose bodies of one kind several are: "Công đoàn các đơn vị", "Trung tâm Văn hóa các huyện, thị"."""
_SHARES_MANY = re.compile(r"(?:Cấp ủy|Chính quyền|Chi ủy|Phòng|Trung tâm|Ban Thường vụ|Ban Giám hiệu|Trạm)(?!\w)(?!, )")
_COMMITTEE = re.compile(r"(?:Chủ tịch )?(?:Ủy ban|Hội đồng) nhân dân(?!\w)")
_BESIDE_COMMITTEE = re.compile(
    r"(?:(?:Ban Thường vụ |Thường trực )?(?:Đảng ủy|Chi ủy|Cấp ủy|Chính quyền|Hội đồng nhân dân|Ủy ban nhân dân|(?:Ủy ban )?Mặt trận)|Trạm)(?!\w)",
    re.IGNORECASE,
)
"""Whose the "các xã" of a committee behind them is, too; offices and unions before it are the plan's own: "Phòng Y tế,
Ủy ban nhân dân các xã"."""
_ENDS_A_LIST = re.compile(
    r"Các (?:đoàn thể|tổ chức chính trị - xã hội|hội quần chúng|hội, đoàn thể|tổ chức đoàn thể)\s"
)
"""Bodies that a list of unions ends with: their level is that of all."""
_OF_POLICE = re.compile(r"(?<=\S )Công an (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường)$")
"""A union within the police, whose rank is not that of the others in a list: "Công đoàn cơ sở Công an tỉnh"."""
_OF_GROUND = re.compile(r"(?:Đoàn|Hội)\s.*\scơ sở$")
"""A union of the ground, whose rank those before it have: "Công đoàn, Đoàn Thanh niên cơ sở"."""
_OF_LEVEL = re.compile(r"(?:Tỉnh|Thành|Huyện|Thị|Quận) (?:Đoàn|đoàn|Hội)(?!\w)")
_BARE_UNION = Sieve(
    r"\s(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|cơ quan|cơ sở|trường|các|Sở|Cục|Bộ|Công ty|Bệnh viện|Trung tâm|ngành|khu|Khối|cấp|trực thuộc|Quân đội|bộ phận)(?!\w)"
)


def _ended(mentions: Sequence[UnitMention], names: UnitNames, document: Document) -> frozenset[str]:
    """The names behind which a semicolon or a line parts the list."""
    gaps = (
        (one, Span(one.span.end, two.span.start)) for one, two in pairwise(mentions) if one.span.end < two.span.start
    )
    return frozenset(names.full(one.printed) for one, gap in gaps if _PARTS.match(document.quote(gap)))


_PARTS = re.compile(r"\s*(?:;|\n)")


def _shared_level(units: list[Unit], ended: frozenset[str] = frozenset()) -> list[Unit]:
    """ "Hội Nông dân, Liên đoàn Lao động tỉnh" are both of the province: what ends a list of unions holds for all; of many
    bodies only what no semicolon parts from them, those of names in ``ended``."""
    found, level, lender = list(units), "", ""
    for n in range(len(units) - 1, -1, -1):
        name = units[n].name
        if _OF_LEVEL.match(name):
            continue
        many = _OF_MANY.search(name)
        if level.startswith("các ") and _COMMITTEE.match(lender) and not _BESIDE_COMMITTEE.match(name):
            level = ""
        shares = bool(
            _SHARES.match(name)
            or ((many or (level.startswith("các ") and name not in ended)) and _SHARES_MANY.match(name))
        )
        if not shares or (n + 1 < len(units) and units[n].role != units[n + 1].role):
            level = ""
        if shares and _OF_GROUND.search(name):
            level = "cơ sở"
            continue
        if _ENDS_A_LIST.match(name) and (last := many or _LEVEL.search(name)):
            level = last[1]
        if shares and not _OF_POLICE.search(name):
            if own := many or _LEVEL.search(name):
                level, lender = own[1], name
            elif level and not _BARE_UNION.search(name):
                found[n] = replace(units[n], name=f"{name} {level}")
    return found


_OWNER = re.compile(
    r"\s(?:trực )?(thuộc (?!và |, )\S.*|được (?:kiểm tra|thanh tra|giám sát|khảo sát)|còn lại|(?:tham gia|chưa|đã) .+)$"
)
_BARE_MANY = Sieve(
    r"(?:(?:(?:Thủ trưởng|Trưởng|Lãnh đạo|Giám đốc) c|C)ác (?:cơ quan, đơn vị|phòng, ban|phòng|ban|tòa|khoa|vụ|cục|chi cục|trung tâm|trường(?: (?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông))?|đơn vị|đội|trạm)|Chánh tòa|Chánh án|Trưởng phòng|Trưởng ban|Trưởng khoa|Chi cục trưởng|Giám đốc)(?: (?:chuyên môn|nghiệp vụ|chức năng))?$"
)


def _shared_owner(units: list[Unit]) -> list[Unit]:
    """ "Các phòng, chi cục, đơn vị trực thuộc Sở" all belong to it: whose the last is, those before it are too."""
    found, owner = list(units), ""
    for n in range(len(units) - 1, -1, -1):
        if n + 1 < len(units) and units[n].role != units[n + 1].role:
            owner = ""
        if own := _OWNER.search(units[n].name):
            owner = own[1]
        elif owner and _BARE_MANY.match(units[n].name):
            found[n] = replace(units[n], name=f"{units[n].name} {owner}")
        else:
            owner = ""
    return found


_OF_ALL = ("Người ", "Chính quyền", "Lực lượng", "Cộng đồng", "Nhân dân", "Công an", "Mặt trận", "Cấp ủy", "Dân quân")
"""What is one body wherever it is, and no member of many."""


_ONE_TEAM = re.compile(rf"(?:tổ|phòng|ban|bộ phận|khoa|đội|trạm) [{UPPER}]")
"""One behind "các" others, told by its name: "các tổ chuyên môn, tổ Văn phòng"."""
_BARE_KIND = re.compile(r"Trung tâm|Vụ|Cục|Chi cục|Phòng|Ban|Khoa|Đội|Trạm|Hạt|Chi nhánh|Xí nghiệp|Nhà máy|Phân xưởng")
"""All of a kind, behind others of whom all are meant: "Các Vụ, Cục, Văn phòng, Trung tâm"."""
_SHORT = 3
"""Words of such others at most."""
_BARE_COMMITTEE = re.compile(r"UBND|Ủy ban nhân dân", re.IGNORECASE)


def _units(mentions: Sequence[UnitMention], names: UnitNames, document: Document) -> Iterator[Unit]:
    seen: set[str] = set()
    many: Role | None = None
    kinds = set[Role]()
    several = [replace(m, printed=part) for m in mentions for part in names.apart(m.printed)]
    for n, mention in enumerate(several, 1):
        name = names.full(mention.printed)
        if name == names.base and n < len(several) and _BARE_COMMITTEE.fullmatch(mention.printed):
            name = COMMITTEE  # what ends the list may say of which places
        printed = fold(mention.printed).strip()
        listed = many == mention.role and printed[:1].islower() and not _ONE_TEAM.match(printed)
        listed = listed or (mention.role in kinds and _BARE_KIND.fullmatch(printed) is not None)
        if listed and not name.startswith(("Các ", *_OF_ALL)):
            name = f"Các {name[:1].lower()}{name[1:]}"
        many = mention.role if name.startswith("Các ") else None
        kinds |= {mention.role} if many and len(name.split(",")[0].split()) <= _SHORT else set()
        if name and name not in seen:
            seen.add(name)
            yield Unit(name, mention.role, document.evidence(mention.span))


def _due(when: When | None, calendar: Calendar) -> Due | None:
    """The dates that bind; a recurring or merely relative time gives none."""
    if when is None or when.kind == "recurring":
        return None
    found = calendar.interval(when)
    return Due(found.start, found.end) if found.start or found.end else None
