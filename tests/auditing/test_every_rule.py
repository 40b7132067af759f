"""Every rule of the catalogue fires on a plan that breaks it and is silent on its clean twin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest

from kehoach import auditing
from kehoach.model.document_info import PageInfo
from kehoach.model.geometry import Box
from kehoach.model.plan import Due, Plan, TableInfo, Task
from kehoach.model.text import Evidence
from kehoach.rules.load import Rules, load
from tests.auditing.conftest import BODY, ReadText, document, with_lines
from tests.auditing.test_rules import ELEMENTS, FORM, WORDS

ALL = frozenset(rule.code for rule in auditing.catalogue().rules)
BARE = "I. VIỆC LÀM\n1. Thay bóng đèn.\n2. Tắt quạt điện.\n"
"""A plan that says nothing of what the law asks for."""
_TITLE = "Phong trào thi đua tiết kiệm điện năm {0}"
_PREAMBLE = "Sở Công Thương xây dựng Kế hoạch như sau:"


def _bare(year: int) -> str:
    text = document(
        BARE, title=_TITLE.format(year), preamble=_PREAMBLE, place_date=f"Bến Tre, ngày 09 tháng 3 năm {year}"
    )
    return text.replace("đề nghị các đơn vị thực hiện", "xin thông báo")


def _later(year: int, *lines: str) -> str:
    return with_lines(*lines).replace("2022", str(year))


TEXTS: dict[str, str] = {
    "KH104": document().replace("ỦY BAN NHÂN DÂN TỈNH BẾN TRE\nSỞ CÔNG THƯƠNG\n", ""),
    "KH105": document().replace("Độc lập - Tự do - Hạnh phúc\n", ""),
    "KH106": document(place_date="Ngày 09 tháng 3 năm 2022"),
    "KH109": document().replace("77/KH-SCT", "77/QĐ-SCT"),
    "KH112": document().replace("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT, VP.\n", ""),
    "KH113": document().replace("- Lưu: VT, VP.\n", ""),
    "KH114": document().replace("thực hiện./.", "thực hiện."),
    "KH115": document(BODY.replace("V. KHEN THƯỞNG", "V. Khen thưởng")),
    "KH122": with_lines("2. Các phòng tự kiểm tra thiết bị."),
    "KH123": with_lines("f) Các phòng tự kiểm tra thiết bị."),
    **{f"KH{n}": _bare(2022) for n in (201, 202, 203, 204, 205, 206, 207, 209, 210, 213, 214, 215)},
    **{f"KH{n}": _bare(2024) for n in (208, 211, 212)},
    "KH216": document(
        BODY.replace("tổ chức sơ kết, tổng kết", "tổ chức tổng kết").replace("30/11/2022", "30/11/2025"),
        title="Phát động phong trào thi đua “Tiết kiệm từng số điện” giai đoạn 2022 - 2025",
    ),
    "KH302": document(BODY + "VII. TIÊU CHÍ CHẤM ĐIỂM (thang điểm 100)\n1. Giảm điện năng: 40 điểm.\n2. Có sáng kiến: 50 điểm.\n"),
    "KH303": document(
        BODY + "VII. TIÊU CHÍ CHẤM ĐIỂM\n1. Giảm điện năng: 40 điểm.\n- Thay đèn: 20 điểm.\n- Tắt thiết bị: 25 điểm.\n"
        "2. Có sáng kiến: 60 điểm.\n"
    ),
    "KH306": with_lines("3. Văn phòng Sở gửi báo cáo trước ngày 25/8/2023."),
    "KH307": document(place_date="Bến Tre, ngày 09 tháng 3 năm 2024"),
    "KH308": document(
        BODY.replace(
            "Từ ngày 01/4/2022 đến ngày 30/11/2022.",
            "- Đợt 1: từ ngày 01/4/2022 đến ngày 30/6/2022.\n- Đợt 2: từ ngày 20/7/2022 đến ngày 30/11/2022.",
        )
    ),
    "KH313": with_lines("3. Tuyên truyền chủ đề “Tiết kiệm từng số điện nhỏ”.", "4. Treo khẩu hiệu “Tiết kiệm từng số điện nhà”."),
    "KH314": with_lines(
        "3. Phấn đấu 95% phòng làm việc được lắp thiết bị tiết kiệm điện.",
        "4. Phấn đấu 95% phòng làm việc được lắp thiết bị tiết kiệm điện.",
    ),
    "KH315": document(
        BODY + "VII. TIÊU CHÍ CHẤM ĐIỂM\n1. Nội dung nêu tại khoản 1, Mục II: 40 điểm.\n2. Nội dung nêu tại khoản 2, Mục II: 40 điểm.\n"
        "3. Nội dung khác: 20 điểm.\n"
    ),
    "KH411": _later(2024, "3. Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003 để bình xét."),
    "KH412": _later(2024, "3. Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ để bình xét."),
    "KH422": with_lines("3. Trình Ủy ban nhân dân tỉnh tặng Bằng khen cho 02 tập thể."),
    "KH423": with_lines("3. Phấn đấu 100% phòng, đơn vị đạt danh hiệu Lao động tiên tiến."),
    "KH431": document(place_date="Bến Tre, ngày 09 tháng 3 năm 2026"),
    "KH432": document().replace("- UBND tỉnh;", "- Sở Nông nghiệp và Môi trường;"),
    "KH433": document(place_date="Bến Tre, ngày 09 tháng 3 năm 2026").replace("- UBND tỉnh;", "- UBND các huyện;"),
    "KH441": with_lines("3. Phòng QLNLTK theo dõi việc thực hiện."),
}  # fmt: skip


def _paged(plan: Plan, *printed: int | None, missing: tuple[int, ...] = (), top: float = 30) -> Plan:
    pages = tuple(
        PageInfo(n, 595, 842, "text_layer", printed=number, printed_at=Box(292, top, 302, top + 12) if number else None)
        for n, number in enumerate(printed, 1)
    )
    return replace(plan, source=replace(plan.source, pages=pages, missing=missing))


def _with_task(plan: Plan, **changes: object) -> Plan:
    place = (Evidence(None, None, 0, 5),)
    task = Task(
        id="task-1", path="IX.T1", text="Thay đèn tại trụ sở", units=(), due=None, evidence=place, confidence=1, rule=""
    )
    table = TableInfo("IX", ("TT", "Nội dung"), (("", "QUÝ II"), ("1", "Thay đèn tại trụ sở")))
    return replace(plan, tasks=(replace(task, **changes),), tables=(table,))  # type: ignore[arg-type]


CLEAN = document(BODY + "3. Đối tượng tham gia: cán bộ, công chức trong ngành.\n4. Kinh phí do Văn phòng Sở bố trí.\n")
ON_PAGES = {"KH104", "KH105"}
"""A text without pages may be a transcript that left the letterhead out."""


def _untitled(plan: Plan) -> Plan:
    head = replace(plan.document, title=None, state={**plan.document.state, "title": "absent"})
    return replace(plan, document=head)


def _mixed(plan: Plan) -> Plan:
    return replace(plan, sections=tuple(replace(s, path="5") if s.path == "V" else s for s in plan.sections))


PLANS: dict[str, tuple[Callable[[Plan], Plan], Callable[[Plan], Plan]]] = {  # broken, clean
    "KH107": (_untitled, lambda p: p),
    "KH125": (_mixed, lambda p: p),
    "KH116": (lambda p: _paged(p, None, None, None), lambda p: _paged(p, None, 2, 3)),
    "KH117": (lambda p: _paged(p, None, 2, 4, 5, missing=(3,)), lambda p: _paged(p, None, 2, 3, 4)),
    "KH316": (_with_task, lambda p: p),
    "KH317": (_with_task, lambda p: _with_task(p, due=Due("2022-04-01", "2022-06-30"))),
    "KH318": (
        lambda p: _with_task(p, due=Due("2022-07-05", "2022-07-05")), lambda p: _with_task(p, due=Due(None, "2022-06-05")),
    ),
}  # fmt: skip
ELSEWHERE = {code for code, *_ in (*FORM, *WORDS, *ELEMENTS)}
"""Rules of which test_rules.py has both."""


def test_every_rule_is_in_one_of_the_tables() -> None:
    assert set(TEXTS) | set(PLANS) | ELSEWHERE == ALL


@lru_cache(maxsize=1)
def _rules() -> Rules:
    return load()


def _fired(plan: Plan) -> set[str]:
    checks, _ = auditing.audit(plan, _rules(), codes=ALL)
    return {c.code for c in checks if c.verdict == "fail"}


@pytest.fixture(scope="module")
def clean(read_text: ReadText) -> Plan:
    return read_text(CLEAN)


@pytest.mark.parametrize("code", TEXTS)
def test_a_rule_fires_on_the_text_that_breaks_it(code: str, clean: Plan, read_text: ReadText) -> None:
    plan = read_text(TEXTS[code])
    assert code in _fired(_paged(plan, None) if code in ON_PAGES else plan)
    assert code not in _fired(clean)


@pytest.mark.parametrize("code", PLANS)
def test_a_rule_fires_on_the_record_that_breaks_it(code: str, clean: Plan) -> None:
    broken, kept = PLANS[code]
    assert code in _fired(broken(clean))
    assert code not in _fired(kept(clean))


def test_page_numbers_at_the_foot_or_on_page_one_are_noted(clean: Plan) -> None:
    for plan, word in ((_paged(clean, None, 2, 3, top=800), "cuối trang"), (_paged(clean, 1, 2, 3), "thứ nhất")):
        _, findings = auditing.audit(plan, _rules(), codes={"KH116"})
        assert [(f.severity, word in f.message.vi) for f in findings] == [("info", True)]
