"""Who issues a plan: name, letterhead, symbol, place, units, signer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


def office(draw: Draw, pools: Pools) -> Office:
    """An office of any level in any province of the pools."""
    level = draw.one((*LEVELS, "province_department", "province_department", "district"))
    province = draw.one(pools.places["province"])
    code, name = province["code"], province["name"]
    district = draw.one(province["districts"])
    units = pools.places["units"][level]
    singles = tuple(Unit(printed, full) for printed, full in units["single"])
    groups = tuple(Unit(printed, full) for printed, full in units["group"])
    desk = next(unit for unit in singles if unit.printed == units["report"])
    head: tuple[tuple[str, bool], ...]
    province_body = f"Ủy ban nhân dân tỉnh {name}"
    if level == "province":
        issuer, self_name, symbol, place = province_body, "Ủy ban nhân dân tỉnh", "UBND", name
        head, area, upper = (
            ((f"ỦY BAN NHÂN DÂN\nTỈNH {name.upper()}", True),),
            f"tỉnh {name}",
            ("Thủ tướng Chính phủ", "TTg"),
        )
    elif level == "province_department":
        department = draw.one(pools.places["department"])
        issuer, self_name = f"{department['name']} tỉnh {name}", department["name"]
        symbol, place, area = department["symbol"], name, f"toàn {department['name']}"
        head = ((f"UBND TỈNH {name.upper()}", False), (department["name"].upper(), True))
        upper = (province_body, "UBND")
    elif level == "district":
        issuer, self_name, symbol, place = (
            f"Ủy ban nhân dân huyện {district}",
            "Ủy ban nhân dân huyện",
            "UBND",
            district,
        )
        head, area, upper = (
            ((f"ỦY BAN NHÂN DÂN\nHUYỆN {district.upper()}", True),),
            f"huyện {district}",
            (province_body, "UBND"),
        )
    elif level == "district_department":
        issuer = f"Phòng Giáo dục và Đào tạo huyện {district}"
        self_name, symbol, place = "Phòng Giáo dục và Đào tạo", "PGDĐT", district
        head = ((f"UBND HUYỆN {district.upper()}", False), ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", True))
        area, upper = f"toàn ngành giáo dục huyện {district}", (f"Sở Giáo dục và Đào tạo tỉnh {name}", "SGDĐT")
    elif level == "commune":
        commune, district = draw.one(province["communes"]), province["districts"][0]
        issuer, self_name, symbol, place = f"Ủy ban nhân dân xã {commune}", "Ủy ban nhân dân xã", "UBND", commune
        head, area = ((f"ỦY BAN NHÂN DÂN\nXÃ {commune.upper()}", True),), f"xã {commune}"
        upper = (f"Ủy ban nhân dân huyện {district}", "UBND")
    else:
        issuer, self_name, symbol, place = f"Liên đoàn Lao động tỉnh {name}", "Liên đoàn Lao động tỉnh", "LĐLĐ", name
        head = (("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", False), (f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {name.upper()}", True))
        area, upper = f"các cấp công đoàn tỉnh {name}", ("Tổng Liên đoàn Lao động Việt Nam", "TLĐ")
    return Office(
        level, issuer, self_name, head, symbol, place, (code, name), area, _boss(level), desk, units["council"], upper,
        singles, groups, _signature(draw, pools, level),
    )  # fmt: skip


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
