"""Who issues a plan on a day: name, letterhead, symbol, place, units, signer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kehoach.model.document_info import IssuerLevel
from kehoach.specimen.draw import Draw
from kehoach.specimen.pools import Pools

Form = Literal["state", "party"]
TWO_LEVELS = date(2025, 7, 1)
"""Since this day provinces stand right above communes, and there are 34 of them."""


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
    """The issuing body. ``self_name`` is how its text calls it, ``boss`` its head, ``desk`` where reports go, ``upper``
    the body above it (name, symbol), ``merit`` and ``higher`` who grants what (giver, form of reward)."""

    level: IssuerLevel
    form: Form
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
    merit: tuple[str, str]
    higher: tuple[str, str]
    singles: tuple[Unit, ...]
    groups: tuple[Unit, ...]
    signature: Signature


def office(draw: Draw, pools: Pools, day: date, *, held: bool = False) -> Office:
    """An office of any kind that there was on ``day``; ``held`` takes the units kept for scoring."""
    kinds = [kind for kind in pools.offices if _stands(kind, day)]
    kind = draw.one([kind for kind in kinds for _ in range(kind["share"])])
    province, slots = _slots(draw, pools, day)

    def named(text: str) -> str:
        for slot, value in slots.items():
            text = text.replace(slot, value)
        return text

    def units(key: str) -> tuple[Unit, ...]:
        return tuple(Unit(named(printed), named(full)) for printed, full in kind[key])

    head = [named(line).upper() for line in kind["head"]]
    singles = units("held_single" if held else "single")
    groups = units("group_2025" if day >= TWO_LEVELS and "group_2025" in kind else "group")
    return Office(
        kind["level"], kind.get("form", "state"), named(kind["issuer"]), named(kind["self"]),
        tuple((line, n == len(head)) for n, line in enumerate(head, 1)), named(kind["symbol"]), named(kind["place"]),
        province, named(kind["area"]), named(kind["boss"]), next(u for u in singles if u.printed == kind["report"]),
        named(kind["council"]), _pair(kind["upper"], named), _pair(kind["merit"], named), _pair(kind["higher"], named),
        singles, groups, _signature(draw, pools, kind),
    )  # fmt: skip


def _stands(kind: Mapping[str, Any], day: date) -> bool:
    return str(kind.get("since", "")) <= day.isoformat() <= str(kind.get("until", "9999"))


def _pair(pair: Sequence[str], named: Callable[[str], str]) -> tuple[str, str]:
    return named(pair[0]), named(pair[1])


def _slots(draw: Draw, pools: Pools, day: date) -> tuple[tuple[str, str], dict[str, str]]:
    """A province of the day (code, name) and what the slots of its offices stand for."""
    places = pools.places
    two_levels = day >= TWO_LEVELS
    province = draw.one(places["province_2025" if two_levels else "province"])
    kind, name = province.get("kind", "tỉnh"), province["name"]
    unit = draw.one(("xã", "phường")) if two_levels else "xã"
    commune = draw.one(province["wards" if unit == "phường" else "communes"])
    districts = province.get("districts", [""])
    district = draw.one(districts)
    department = draw.one([one for one in places["department"] if _stands(one, day)])
    slots = {
        "{tinh}": f"{kind} {name}", "{kind}": kind, "{province}": name, "{huyen}": f"huyện {district}",
        "{district}": district, "{home}": f"huyện {districts[0]}", "{xa}": f"{unit} {commune}", "{commune}": commune, "{unit}": unit,
        "{dept}": department["name"], "{dept_symbol}": department["symbol"],
        "{school}": draw.one(places["schools"]["names"]),
    }  # fmt: skip
    return (province["code"], name), slots


def _signature(draw: Draw, pools: Pools, kind: Mapping[str, Any]) -> Signature:
    people = pools.places["people"]
    name = f"{draw.one(people['family'])} {draw.one(people['middle'])} {draw.one(people['given'])}"
    head, deputy = kind["posts"]
    behalf: str = kind.get("authority", "")
    if kind.get("form") == "party":  # whom the deputy stands in for is not said there
        position = draw.one((head, deputy))
        return Signature((behalf, position.upper()), behalf, position, name)
    acting = draw.chance(0.4)
    above = [line for line in (behalf, f"KT. {head.upper()}" if acting else None) if line]
    position = deputy if acting else head
    return Signature((*above, position.upper()), " ".join(above) or None, position, name)
