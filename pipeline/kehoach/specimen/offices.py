"""Who issues a plan: name, letterhead, symbol, place, units, signer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kehoach.model.plan import IssuerLevel
from kehoach.specimen.draw import Draw
from kehoach.specimen.pools import Pools

Level = Literal["province", "province_department", "district", "district_department", "commune", "other"]
LEVELS: tuple[Level, ...] = ("province", "province_department", "district", "district_department", "commune", "other")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the plan prints it and its full name in the plan's context."""

    printed: str
    name: str


@dataclass(frozen=True, slots=True)
class Signature:
    """``lines`` as printed above the name; the record splits them into authority and position."""

    lines: tuple[str, ...]
    authority: str | None
    position: str
    name: str


@dataclass(frozen=True)
class Office:
    """The issuing body. ``self_name`` is how its text calls it, ``boss`` its head, ``desk`` where reports go,
    ``upper`` the body above it (name, symbol), ``giver`` who grants its certificate of merit."""

    level: IssuerLevel
    issuer: str
    self_name: str
    letterhead: tuple[tuple[str, bool], ...]
    symbol: str
    place: str
    province: tuple[str, str]
    area: str
    boss: str
    desk: Unit
    council: str
    upper: tuple[str, str]
    singles: tuple[Unit, ...]
    groups: tuple[Unit, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class _Body:
    """A body by its level: names, letterhead, symbol, place, area, the body above."""

    issuer: str
    self_name: str
    letterhead: tuple[tuple[str, bool], ...]
    symbol: str
    place: str
    area: str
    upper: tuple[str, str]


def office(draw: Draw, pools: Pools) -> Office:
    """An office of any level in any province of the pools."""
    level = draw.one((*LEVELS, "province_department", "province_department", "district"))
    province = draw.one(pools.places["province"])
    body = _body(draw, pools, level, province)
    units = pools.places["units"][level]
    singles = tuple(Unit(printed, full) for printed, full in units["single"])
    groups = tuple(Unit(printed, full) for printed, full in units["group"])
    desk = next(unit for unit in singles if unit.printed == units["report"])
    return Office(
        level, body.issuer, body.self_name, body.letterhead, body.symbol, body.place, (province["code"], province["name"]),
        body.area, _boss(level), desk, units["council"], body.upper, singles, groups, _signature(draw, pools, level),
    )  # fmt: skip


def _body(draw: Draw, pools: Pools, level: Level, province: Mapping[str, Any]) -> _Body:
    name, district = province["name"], draw.one(province["districts"])
    above = (f"Ủy ban nhân dân tỉnh {name}", "UBND")
    head: tuple[tuple[str, bool], ...]
    if level == "province_department":
        department = draw.one(pools.places["department"])
        head = ((f"UBND TỈNH {name.upper()}", False), (department["name"].upper(), True))
        issuer, area = f"{department['name']} tỉnh {name}", f"toàn {department['name']}"
        return _Body(issuer, department["name"], head, department["symbol"], name, area, above)
    if level == "district_department":
        kind = "Phòng Giáo dục và Đào tạo"
        head = ((f"UBND HUYỆN {district.upper()}", False), (kind.upper(), True))
        area, above = f"toàn ngành giáo dục huyện {district}", (f"Sở Giáo dục và Đào tạo tỉnh {name}", "SGDĐT")
        return _Body(f"{kind} huyện {district}", kind, head, "PGDĐT", district, area, above)
    if level == "other":
        kind = "Liên đoàn Lao động tỉnh"
        head = (("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", False), (f"{kind} {name}".upper(), True))
        above = ("Tổng Liên đoàn Lao động Việt Nam", "TLĐ")
        return _Body(f"{kind} {name}", kind, head, "LĐLĐ", name, f"các cấp công đoàn tỉnh {name}", above)
    if level == "province":
        where, place, above = f"tỉnh {name}", name, ("Thủ tướng Chính phủ", "TTg")
    elif level == "district":
        where, place = f"huyện {district}", district
    else:
        place = draw.one(province["communes"])
        where, above = f"xã {place}", (f"Ủy ban nhân dân huyện {province['districts'][0]}", "UBND")
    committee = f"Ủy ban nhân dân {where.split()[0]}"
    head = ((f"ỦY BAN NHÂN DÂN\n{where.upper()}", True),)
    return _Body(f"Ủy ban nhân dân {where}", committee, head, "UBND", place, where, above)


def _boss(level: Level) -> str:
    return {
        "province": "Chủ tịch Ủy ban nhân dân tỉnh",
        "province_department": "Giám đốc Sở",
        "district": "Chủ tịch Ủy ban nhân dân huyện",
        "district_department": "Trưởng phòng",
        "commune": "Chủ tịch Ủy ban nhân dân xã",
        "other": "Ban Thường vụ Liên đoàn Lao động tỉnh",
    }[level]


def _signature(draw: Draw, pools: Pools, level: Level) -> Signature:
    people = pools.places["people"]
    name = f"{draw.one(people['family'])} {draw.one(people['middle'])} {draw.one(people['given'])}"
    behalf, head, deputy = {
        "province": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "province_department": (None, "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "district": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "district_department": (None, "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        "commune": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "other": ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    }[level]
    acting = draw.chance(0.4)
    lines = tuple(line for line in (behalf, f"KT. {head}" if acting else head, deputy if acting else None) if line)
    authority = " ".join(lines[:-1]) or None
    position = {
        "CHỦ TỊCH": "Chủ tịch", "PHÓ CHỦ TỊCH": "Phó Chủ tịch", "GIÁM ĐỐC": "Giám đốc", "PHÓ GIÁM ĐỐC": "Phó Giám đốc",
        "TRƯỞNG PHÒNG": "Trưởng phòng", "PHÓ TRƯỞNG PHÒNG": "Phó Trưởng phòng",
    }[lines[-1]]  # fmt: skip
    return Signature(lines, authority, position, name)
