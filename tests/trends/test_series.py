"""Tables of trends: places in time, what is counted, what is unsure, unread or not applicable."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

import kehoach as kh
from kehoach.errors import UsageError
from kehoach.model.document_info import DocumentInfo, PageInfo
from kehoach.model.plan import Criterion, Deadline, Plan, Section, Target, Task, Unit
from kehoach.trends.charts import chart, coverage, draw, tile_map
from kehoach.trends.measures import MEASURES, Value
from kehoach.trends.panel import UNDECIDED, panel
from kehoach.trends.report import report
from kehoach.trends.series import implements, matrix, trend, values
from kehoach.trends.spelling import merged, spellings
from kehoach.trends.terminal import to_text
from kehoach.trends.topics import coder
from tests.comparing.conftest import BASE

D2025 = date(2025, 7, 1)


@pytest.fixture(scope="module")
def base() -> Plan:
    return kh.read(BASE.encode())


def made(base: Plan, code: str | None, name: str | None, day: str | None, **facts: object) -> Plan:
    document = DocumentInfo(
        number="1/KH-UBND", issuer=f"Ủy ban nhân dân tỉnh {name}", issuer_level="province", plan_kind="annual_launch",
        province=code, province_as_printed=name, issued_on=day,
    )  # fmt: skip
    empty = {"sections": (), "items": (), "themes": (), "criteria": (), "targets": (), "tasks": (), "deadlines": ()}
    return replace(base, document=document, text="", **(empty | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "name", "day", "as_of", "expected"),
    [
        ("52", "Bình Định", "2024-03-01", None, ("Bình Định", "52", "same")),
        ("52", "Gia Lai", "2026-03-01", None, ("Gia Lai (từ 7/2025)", "52", "same")),
        ("64", "Gia Lai", "2024-03-01", None, ("Gia Lai", "64", "same")),
        ("52", "Bình Định", "2024", D2025, ("Gia Lai (từ 7/2025)", "52", "merged")),
        ("52", "Gia Lai", "2026-03-01", date(2024, 1, 1), ("Gia Lai | Bình Định", None, "several")),
        ("46", "Thừa Thiên Huế", "2020-03-01", D2025, ("Huế", "46", "renamed")),
        (None, None, "2020-03-01", D2025, (UNDECIDED, None, "unknown")),
        ("52", "Bình Định", None, D2025, ("Bình Định", "52", "unknown")),
    ],
)
def test_places(base: Plan, code: str | None, name: str | None, day: str | None, as_of: date | None, expected: tuple[str, str | None, str]) -> None:  # fmt: skip
    (place,) = panel([made(base, code, name, day)], as_of).places
    assert (place.name, place.code, place.how) == expected


@pytest.mark.parametrize(
    ("issuer", "code", "name", "as_of", "expected"),
    [
        ("Sở Giao thông vận tải tỉnh Sóc Trăng", "94", "Sóc Trăng", D2025, "Sở Xây dựng thành phố Cần Thơ"),
        ("Sở Giao thông vận tải tỉnh Sóc Trăng", "94", "Sóc Trăng", date(2025, 3, 1), "Sở Xây dựng tỉnh Sóc Trăng"),
        ("Sở Giao thông vận tải tỉnh Sóc Trăng", "94", "Sóc Trăng", None, "Sở Giao thông vận tải tỉnh Sóc Trăng"),
    ],
)
def test_issuers_become_their_successors(base: Plan, issuer: str, code: str, name: str, as_of: date | None, expected: str) -> None:  # fmt: skip
    plan = made(base, code, name, "2020-03-01")
    plan = replace(plan, document=replace(plan.document, issuer=issuer))
    table = panel([plan], as_of).table
    assert (table.issuer[0], table.issued_by[0]) == (expected, issuer)


def test_a_series_is_spliced_over_a_merger(base: Plan) -> None:
    plans = [
        made(base, "52", "Bình Định", "2024-01-05", targets=(Target(path="I", quote="a", value=100, unit="%"),) * 2),
        made(base, "64", "Gia Lai", "2024-01-05", targets=(Target(path="I", quote="a", value=1, unit="xã"),) * 4),
        made(base, "52", "Gia Lai", "2026-01-05", targets=(Target(path="I", quote="a", value=100, unit="%"),) * 5),
    ]
    issued = trend(panel(plans), "targets", ["province", "year"])
    assert {(r.province, r.year): r.value for r in issued[issued.key == "all"].itertuples()} == {
        ("Bình Định", 2024): 2, ("Gia Lai", 2024): 4, ("Gia Lai (từ 7/2025)", 2026): 5,
    }  # fmt: skip
    spliced = trend(panel(plans, D2025), "targets", ["province", "year"])
    rows = {r.year: (r.value, r.plans, r.spliced) for r in spliced[spliced.key == "all"].itertuples()}
    assert rows == {2024: (3.0, 2, 2), 2026: (5.0, 1, 0)}
    assert "sáp nhập" in spliced.attrs["rule"] and issued.attrs["rule"].startswith("như ban hành")


def test_points_by_topic_and_what_is_unsure(base: Plan) -> None:
    criteria = (
        Criterion(path="I.1", text="Chấp hành nghiêm nội quy, kỷ luật", points=30, confidence=0.4),
        Criterion(path="I.2", text="Có sáng kiến được công nhận", points=70),
        Criterion(path="I.3", text="Điểm thưởng", points=10, kind="bonus"),
    )
    found = trend([made(base, "42", "Hà Tĩnh", "2024-01-05", criteria=criteria), made(base, "42", "Hà Tĩnh", "2024-02-05")], "points")  # fmt: skip
    assert {r.key: (round(r.value, 3), r.plans, r.unsure) for r in found.itertuples()} == {
        "discipline": (0.3, 1, 1.0), "initiatives": (0.7, 1, 0.0),
    }  # fmt: skip


def test_groups_are_not_counted_with_their_parts(base: Plan) -> None:
    criteria = (
        Criterion(path="I.T1", text="Chấp hành nội quy", points=40, kind="group"),
        Criterion(path="I.T1.1", text="Có sáng kiến", points=25, parent="I.T1"),
        Criterion(path="I.T1.2", text="Có sáng kiến", points=15, parent="I.T1"),
        Criterion(path="I.T2", text="Có sáng kiến", points=60),
    )
    found = values([made(base, "42", "Hà Tĩnh", "2024-01-05", criteria=criteria)], "points")
    assert dict(zip(found.key, found.value, strict=True)) == {"discipline": 0.4, "initiatives": 0.6}


def test_unread_pages_are_no_zero(base: Plan) -> None:
    tasks = (Task(path="I", text="a", units=(Unit("Công đoàn Sở", "lead"), Unit("Văn phòng Sở", "coordinate"))),)
    whole, other = (made(base, "42", "Hà Tĩnh", "2024-01-05", tasks=tasks, themes=()) for _ in range(2))
    bad = replace(made(base, "42", "Hà Tĩnh", "2024-01-05"), source=replace(base.source, pages=(PageInfo(1, 9, 9, "ocr", failed=True),)))  # fmt: skip
    section = Section(path="I", heading="KINH PHÍ", kinds=("funding",))
    plans = [replace(whole, sections=(section,)), other, bad]
    found = trend(plans, "sections")
    assert [(r.key, r.value, r.plans, r.unread) for r in found.itertuples()] == [("funding", 0.5, 2, 1)]
    assert list(matrix(plans)["funding"]) == ["present", "missing", "unread"]
    work = replace(whole, document=replace(whole.document, plan_kind="annual_work_plan"))
    assert list(matrix([work])["criteria"]) == ["not_applicable"]
    assert list(trend(plans, "leads").key) == ["Công đoàn Sở"]


def test_months_and_phases(base: Plan) -> None:
    deadlines = (
        Deadline(path="I", quote="Đợt 1", kind="phase", start="2024-01-01", end="2024-05-19"),
        Deadline(path="I", quote="trước 15/11", kind="deadline", end="2024-11-15"),
        Deadline(path="I", quote="hằng quý", kind="recurring"),
    )
    plan = made(base, "42", "Hà Tĩnh", "2024-01-05", deadlines=deadlines)
    assert {r.key: r.value for r in trend([plan], "months").itertuples()} == {"05": 0.5, "11": 0.5}
    assert list(trend([plan], "phases").value) == [1.0]


def test_what_a_plan_carries_out_and_how_late(base: Plan) -> None:
    found = implements([base])
    assert {r.cited: (r.relation, r.lag_days) for r in found.itertuples()} == {
        "15/QĐ-UBND": ("basis", 58), "20/CT-TTg": ("implements", 671),
    }  # fmt: skip
    assert list(trend([base], "scored").value) == [1.0]


def test_unknown_measures_and_groups(base: Plan) -> None:
    for measure, by in (("weather", "year"), ("points", "moon")):
        with pytest.raises(UsageError):
            trend([base], measure, by)  # type: ignore[arg-type]
    with pytest.raises(UsageError):
        tile_map(trend([base], "targets", "year"), "all", D2025)


def test_charts_are_drawn_without_a_network(base: Plan) -> None:
    given = panel([base], D2025)
    svg = draw(chart(trend(given, "points", "year"), names=coder().names)).decode()
    assert svg.startswith("<svg") and "Tỷ trọng điểm" in svg
    assert draw(coverage(matrix(given)), "png").startswith(b"\x89PNG")
    tiles = draw(tile_map(trend(given, "targets", "province"), "all", D2025)).decode()
    assert "Vĩnh Long" in tiles and "34 tỉnh" in tiles
    with pytest.raises(UsageError):
        draw(coverage(matrix(given)), "gif")


def test_each_plan_has_a_row_of_its_own_and_years_their_distance(base: Plan) -> None:
    def named(year: int | None, number: str | None, issuer: str | None) -> Plan:
        day = f"{year}-03-01" if year else None
        info = replace(base.document, number=number, issuer=issuer, issued_on=day, period=None)
        return replace(base, document=info, sections=base.sections[: 1 if year == 2021 else None])

    given = panel(
        [named(2020, "1/KH", "A"), named(2020, "1/KH", "A"), named(2021, "2/KH", "A"), named(2024, None, None)]
    )
    drawn = json.loads(draw(coverage(matrix(given)), "json"))
    order = drawn["encoding"]["y"]["sort"]
    assert order[:3] == ["1/KH A 2020", "1/KH A 2020 (2)", "2/KH A 2021"] and order[3].endswith(" 2024")
    lines = json.loads(draw(chart(trend(given, "sections", "year")), "json"))
    assert lines["encoding"]["x"]["type"] == "quantitative"
    assert "2020: 2" in lines["title"]["subtitle"][1]
    values = next(iter(lines["datasets"].values()))
    assert Counter(row["year"] for row in values) == dict.fromkeys(
        (2020, 2021, 2024), len({row["name"] for row in values})
    )
    assert 0.0 in [row["value"] for row in values if row["year"] == 2021]


def test_one_key_for_the_spellings_of_a_name() -> None:
    names = ["Luật Thi đua, khen thưởng", "Luật Thi đua, Khen thưởng", "Luật Thi đua, khen thưởng", "Chiến sỹ thi đua", "Chiến sĩ thi đua", "Chiến sĩ thi đua"]  # fmt: skip
    one = spellings(names)
    assert set(one.values()) == {"Luật Thi đua, khen thưởng", "Chiến sĩ thi đua"}
    both = {"Chiến sỹ thi đua": Value(0.25, 0.9), "Chiến sĩ thi đua": Value(0.5, 0.8)}
    assert merged(both, one, MEASURES["rewards"]) == {"Chiến sĩ thi đua": Value(0.5, 0.9)}
    assert merged(both, one, MEASURES["leads"]) == {"Chiến sĩ thi đua": Value(0.75, 0.8)}


def test_trends_on_a_terminal() -> None:
    """Keys by name and years across; groups with long names stand below each other; every table says how many plans."""
    plans = [kh.read(BASE.replace("2022", str(year)).encode()) for year in (2022, 2023)]
    by_year = to_text(report(panel(plans), "year", ["targets", "points"]))
    assert re.search(r"^ +2022 +2023\n(?:.*\n)*có số liệu +2\.0 +2\.0\n", by_year, re.MULTILINE)
    assert "số kế hoạch / plans" in by_year and "[matrix]" not in by_year
    whole = to_text(report(panel(plans), "year"))
    assert re.search(r"^2022 77/KH-SCT Sở Công Thương.*  x  x", whole, re.MULTILINE)
    named = [replace(p, document=replace(p.document, issuer=f"{p.document.issuer} {'A' * 40} {n}")) for n, p in enumerate(plans * 2)]  # fmt: skip
    by_issuer = to_text(report(panel(named), "issuer", ["targets"]))
    assert re.search(r"^Sở Công Thương.*… +2\.0 +2\.0", by_issuer, re.MULTILINE)
