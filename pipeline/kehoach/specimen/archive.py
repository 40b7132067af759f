"""An archive of plans with planted trends, from a recipe: what is in it is known, so that an analysis can be checked.

>>> from kehoach.specimen.archive import read_recipe, write
>>> recipe = read_recipe(Path("corpora/archive.toml"))
>>> texts = {made.name: made.text for made in write(recipe)}
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kehoach.errors import BadConfiguration
from kehoach.specimen.archive_words import (
    CAMPAIGN,
    CAMPAIGN_LOCAL,
    CONTENTS,
    CRITERIA,
    DIGITAL,
    FULL,
    PHASES,
    PURPOSES,
    WATERS,
)
from kehoach.specimen.draw import Draw
from kehoach.specimen.moments import slashed, spelled


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str
    seat: str
    digital_since: int


@dataclass(frozen=True)
class Recipe:
    """What is planted; see ``corpora/archive.toml``."""

    years: tuple[int, int]
    provinces: tuple[Province, ...]
    after: tuple[str, ...]
    points: Mapping[str, tuple[int, int]]
    phases: Mapping[int, int]
    full_targets: tuple[int, int]
    union_leads_until: int
    themes: tuple[str, str, frozenset[int]]
    campaign: tuple[date, str, str]
    lags: Mapping[str, int]
    below: tuple[int, tuple[str, ...]]

    def scores(self, year: int) -> Mapping[str, int]:
        """The points of each topic in a year."""
        shares = {topic: 5 * round(self._between(ends, year) / 5) for topic, ends in self.points.items()}
        return {"political_tasks": 100 - sum(shares.values()), **shares}

    def full(self, year: int) -> int:
        return round(self._between(self.full_targets, year))

    def phases_in(self, year: int) -> int:
        return self.phases[max(first for first in self.phases if first <= year)]

    def theme(self, year: int) -> str:
        return self.themes[0] if year in self.themes[2] else self.themes[1]

    def _between(self, ends: tuple[int, int], year: int) -> float:
        first, last = self.years
        share = min(1.0, (year - first) / (last - first))
        return ends[0] + (ends[1] - ends[0]) * share


@dataclass(frozen=True, slots=True)
class Made:
    """A plan of the archive: ``name`` for a file, its text, what it stands for."""

    name: str
    text: str
    issuer: str
    year: int


def read_recipe(path: Path) -> Recipe:
    """The recipe of a file.

    Raises:
        BadConfiguration: it cannot be read, or a part is missing.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        themes, campaign = raw["themes"], raw["campaign"]
        return Recipe(
            tuple(raw["years"]),
            tuple(Province(*row) for row in raw["provinces"]),
            tuple(raw["after"]),
            {topic: tuple(ends) for topic, ends in raw["points"].items()},
            {int(year): count for year, count in raw["phases"].items()},
            (raw["full_targets"]["first"], raw["full_targets"]["last"]),
            raw["union"]["last_lead"],
            (themes["congress"], themes["other"], frozenset(themes["congress_years"])),
            (campaign["issued"], campaign["number"], campaign["name"]),
            campaign["lag"],
            (campaign["below"]["lag"], tuple(campaign["below"]["provinces"])),
        )
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{path}: {error}") from error


def write(recipe: Recipe) -> Iterator[Made]:
    """All plans: the yearly ones by province and year, then the campaign from the top down."""
    for province in recipe.provinces:
        for year in range(recipe.years[0], recipe.years[1] + 1):
            yield _yearly(recipe, province, year)
    for province in recipe.provinces:
        if province.name in recipe.after:
            yield _yearly(recipe, province, recipe.years[1] + 1)
    yield from _campaign(recipe)


def _yearly(recipe: Recipe, province: Province, year: int) -> Made:
    draw = Draw(f"archive-{province.code}-{year}")
    name = f"Phát động phong trào thi đua yêu nước năm {year}"
    criteria = [f"{draw.one(CRITERIA[topic])}: {points} điểm." for topic, points in recipe.scores(year).items()]
    contents = draw.some(CONTENTS, 3) + ([draw.one(DIGITAL)] if year >= province.digital_since else [])
    union = "Liên đoàn Lao động tỉnh" if year <= recipe.union_leads_until else "Sở Tài chính"
    body = [
        _section("I. MỤC ĐÍCH, YÊU CẦU", draw.some(PURPOSES, 2)),
        f"II. CHỦ ĐỀ THI ĐUA\n“{recipe.theme(year)}”",
        _section("III. NỘI DUNG THI ĐUA", contents),
        _section("IV. CHỈ TIÊU THI ĐUA", [f"100% {who}." for who in FULL[: recipe.full(year)]] + ["Từ 15 sáng kiến trở lên được áp dụng trong tỉnh."]),
        _section("V. TIÊU CHÍ THI ĐUA", criteria),
        _section("VI. THỜI GIAN THỰC HIỆN", [f"Đợt {n}: Từ ngày {slashed(start)} đến ngày {slashed(end)}." for n, (start, end) in enumerate(_phases(year, recipe.phases_in(year)), 1)]),
        _section("VII. TỔ CHỨC THỰC HIỆN", [
            f"Sở Nội vụ chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh theo dõi phong trào, báo cáo kết quả trước ngày 15/11/{year}.",
            f"{union} chủ trì, phối hợp với Sở Văn hóa và Thể thao tổ chức hội thi tay nghề trong quý III/{year}.",
            "Ủy ban nhân dân các huyện phát động phong trào tại địa phương.",
        ]),
    ]  # fmt: skip
    issued = date(year, 1, 6 + draw.number(0, 20))
    return _made(f"{province.code}-{year}", "ỦY BAN NHÂN DÂN\nTỈNH " + province.name.upper(), f"{10 + draw.number(0, 80)}/KH-UBND", province.seat, issued, name, _basis(issued), body, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", f"Ủy ban nhân dân tỉnh {province.name}")  # fmt: skip


def _phases(year: int, count: int) -> Sequence[tuple[date, date]]:
    ends = PHASES[count]
    starts = [(1, 15), *ends[:-1]]
    return [
        (date(year, *start) + timedelta(days=n > 0), date(year, *end))
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _campaign(recipe: Recipe) -> Iterator[Made]:
    """The Prime Minister's plan, those of provinces after their lags, those of departments and communes below them."""
    issued, number, name = recipe.campaign
    title = f"Phát động phong trào thi đua “{name}” năm {issued.year}"
    head = [_section("I. MỤC ĐÍCH, YÊU CẦU", CAMPAIGN[:2]), _section("II. NỘI DUNG THI ĐUA", CAMPAIGN[2:])]
    tail = (
        "TỔ CHỨC THỰC HIỆN\n1. {who} chủ trì tổ chức phong trào, báo cáo kết quả trước ngày 30/11/"
        + str(issued.year)
        + "."
    )
    yield _made("campaign-00", "THỦ TƯỚNG CHÍNH PHỦ", number, "Hà Nội", issued, title, [], [*head, "III. " + tail.format(who="Bộ Tài nguyên và Môi trường")], "THỦ TƯỚNG", "Thủ tướng Chính phủ")  # fmt: skip
    for province in recipe.provinces:
        if province.name not in recipe.lags:
            continue
        draw = Draw(f"campaign-{province.code}")
        day = issued + timedelta(days=recipe.lags[province.name])
        own = [
            f"{draw.one(CAMPAIGN_LOCAL)} {WATERS[province.name]}.",
            f"{draw.one(CAMPAIGN_LOCAL)} các công trình cấp nước của tỉnh.",
        ]
        body = [*head, _section("III. NHIỆM VỤ CỦA TỈNH", own), "IV. " + tail.format(who="Sở Tài nguyên và Môi trường")]
        mine = f"{draw.number(60, 99)}/KH-UBND"
        basis = [
            f"Thực hiện Kế hoạch số {number} ngày {slashed(issued)} của Thủ tướng Chính phủ về phát động phong trào thi đua “{name}”;"
        ]
        issuer = f"Ủy ban nhân dân tỉnh {province.name}"
        yield _made(f"campaign-{province.code}", "ỦY BAN NHÂN DÂN\nTỈNH " + province.name.upper(), mine, province.seat, day, title, basis, body, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", issuer)  # fmt: skip
        if province.name in recipe.below[1]:
            later = day + timedelta(days=recipe.below[0])
            basis = [
                f"Thực hiện Kế hoạch số {mine} ngày {slashed(day)} của {issuer} về phát động phong trào thi đua “{name}”;"
            ]
            own = [own[0], "Đưa kết quả giữ sạch nguồn nước vào bình xét cuối năm của từng phòng, đơn vị thuộc Sở."]
            body = [
                head[1].replace("II. ", "I. "),
                _section("II. NHIỆM VỤ CỦA SỞ", own),
                "III. " + tail.format(who="Văn phòng Sở"),
            ]
            yield _made(f"campaign-{province.code}-so", f"UBND TỈNH {province.name.upper()}\nSỞ Y TẾ", f"{draw.number(100, 300)}/KH-SYT", province.seat, later, title, basis, body, "GIÁM ĐỐC", f"Sở Y tế tỉnh {province.name}")  # fmt: skip


def _section(heading: str, texts: Sequence[str]) -> str:
    return "\n".join([heading, *(f"{n}. {text}" for n, text in enumerate(texts, 1))])


def _basis(issued: date) -> list[str]:
    law = date(2022, 6, 15) if issued.year >= 2024 else date(2003, 11, 26)
    return [f"Căn cứ Luật Thi đua, khen thưởng ngày {spelled(law)};"]


def _made(
    name: str, head: str, number: str, place: str, issued: date, title: str, basis: Sequence[str], body: Sequence[str],
    post: str, issuer: str,
) -> Made:  # fmt: skip
    text = "\n".join([
        head, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", f"Số: {number}",
        f"{place}, ngày {spelled(issued)}", "", "KẾ HOẠCH", title, "", *basis, "", "\n\n".join(body), "",
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "", post, "", "Nguyễn Văn Mẫu", "",
    ])  # fmt: skip
    return Made(name, text, issuer, issued.year)
