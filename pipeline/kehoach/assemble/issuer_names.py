"""Issuers named by their level alone, completed from the plan's own place: "UBND tỉnh" is that of this province."""

from __future__ import annotations

import re

from kehoach.model.document_info import DocumentInfo
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER

_LEVEL_AT_END = re.compile(
    r"(?:nhân dân|Tổ quốc|Đảng bộ|Đoàn|ủy|Lao động|Thanh tra|Công an)\s+(?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)$"
)
_CITIES = {"01", "31", "48", "79", "92"}
"""Codes of the cities run by the centre (Hà Nội, Hải Phòng, Đà Nẵng, Hồ Chí Minh, Cần Thơ); Huế (46) since 2025."""
_PARTY_AT_END = re.compile(r"(?P<party>Tỉnh|Thành|Huyện|Thị|Quận) ủy$")
_DEPARTMENT = re.compile(r"^(?:(?:Giám đốc|Chánh Thanh tra)\s+)?Sở\s")
_DIVISION = re.compile(r"^(?:Trưởng phòng\s+|Trưởng\s+)?Phòng\s")
_CONGRESS = re.compile(r"(?P<level>Đảng bộ (?P<name>tỉnh|huyện|thị xã))(?=\s+(?:lần thứ|nhiệm kỳ)|$)")
_DISTRICT = re.compile(
    rf"\b(?P<level>huyện|thị xã|quận|xã|phường|thị trấn)\s+(?P<name>[{UPPER}]\S*(?:\s+[{UPPER}]\S*)*)"
)
_NAMED_PLACE = re.compile(rf"\s[{UPPER}]\S*(?:\s[{UPPER}]\S*)+$")
"""A name of several syllables with which the name of a division ends: that of its place."""


def completed(name: str, info: DocumentInfo) -> str:
    """The issuer's name with the province or district that the plan's own issuer fixes; unchanged where nothing does."""
    name = " ".join(fold(name).split())
    name = re.sub(r"^((?:Thường trực )?Hội đồng nhân dân .+?)\s+khóa\s+\w+$", r"\1", name)
    if name in {"Sở", "Phòng", "Ban", "Trường", "Chi cục", "Cục", "Trung tâm"} and info.issuer:
        return info.issuer
    places = _places(info)
    if (match := _LEVEL_AT_END.search(name)) and (place := places.get(match["level"])):
        return f"{name} {place}"
    if (match := _PARTY_AT_END.search(name)) and (place := places.get(_PARTY_LEVELS[match["party"]])):
        return f"{name} {place}"
    if (match := _CONGRESS.search(name)) and (place := places.get(match["name"])):
        return f"{name[: match.end()]} {place}{name[match.end() :]}"
    province = next((level for level in ("tỉnh", "thành phố") if level in places), None)
    if province and _DEPARTMENT.match(name) and not re.search(r"\b(?:tỉnh|thành phố|TP)\b", name):
        return _with_level(name, province, places[province])
    district = next(((level, place) for level, place in places.items() if level != province), None)
    named = _NAMED_PLACE.search(name)
    elsewhere = named is not None and district is not None and not name.endswith(district[1])
    if (
        district
        and not elsewhere
        and _DIVISION.match(name)
        and not re.search(r"\b(?:huyện|quận|thị xã|thành phố)\b", name)
    ):
        return _with_level(name, *district)
    return name


_PARTY_LEVELS = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Thị": "thị xã", "Quận": "quận"}


def _with_level(name: str, level: str, place: str) -> str:
    """ "Sở Y tế" and "Sở Y tế Nam Định" both become "Sở Y tế tỉnh Nam Định"."""
    return f"{name.removesuffix(place).strip()} {level} {place}"


def _places(info: DocumentInfo) -> dict[str, str]:
    """Names by level: the province or city, and the district or commune in the issuer's name."""
    found = {}
    printed = re.sub(r"^(?:tỉnh|thành phố|TP\.?)\s+", "", fold(info.province_as_printed or ""), flags=re.IGNORECASE)
    city = info.province in _CITIES or (info.province == "46" and (info.issued_on or "") >= "2025")
    if printed:
        found["thành phố" if city else "tỉnh"] = printed
    if info.issuer:
        for match in _DISTRICT.finditer(fold(info.issuer)):
            found[match["level"]] = match["name"]
    return found
