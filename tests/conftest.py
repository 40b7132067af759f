"""What several tests share: the sample plans where they are, and small documents in words of our own."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from kehoach.model.document_info import DocumentInfo, HeaderEvidence, PageInfo, Period, Signer, SourceInfo, Stamp
from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.plan import (
    Check,
    Citation,
    Criterion,
    Deadline,
    Due,
    Duration,
    Finding,
    Indicator,
    Item,
    Message,
    Movement,
    Observance,
    Plan,
    Reward,
    Run,
    Section,
    TableInfo,
    Target,
    Task,
    Theme,
    Unit,
)
from kehoach.model.text import Evidence

settings.register_profile("same every time", derandomize=True, deadline=None)
settings.load_profile("same every time")

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"

PLAN_TEXT = """ỦY BAN NHÂN DÂN TỈNH BẾN TRE
SỞ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/KH-SCT
Bến Tre, ngày 09 tháng 3 năm 2022

KẾ HOẠCH
Phát động phong trào thi đua tiết kiệm điện năm 2022

I. MỤC ĐÍCH
1. Động viên người lao động dùng điện tiết kiệm, an toàn.
2. Phát hiện, nhân rộng cách làm hay.

II. TIÊU CHÍ THI ĐUA
1. Giảm điện năng tiêu thụ của cơ quan: 60 điểm.
2. Có sáng kiến tiết kiệm điện được áp dụng: 40 điểm.

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở chủ trì, phối hợp với Phòng Quản lý năng lượng theo dõi việc thực hiện, báo cáo trước ngày 15/12/2022.
2. Phòng Kế hoạch - Tài chính bố trí kinh phí khen thưởng.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Nguyễn Thị Mẫu
"""


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample plans, which are no part of the repository."""
    folder = SHARED / "plans"
    if not folder.is_dir():
        pytest.skip(f"no sample plans: {folder} is not there")
    return folder


@pytest.fixture(scope="session")
def reference_counting() -> ModuleType:
    """The small reference implementation of the counting that comes with the sample plans."""
    file = SHARED / "score.py"
    if not file.is_file():
        pytest.skip(f"no reference implementation of the counting: {file} is not there")
    specification = importlib.util.spec_from_file_location("reference_counting", file)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the settings of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("KEHOACH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A short plan as plain text."""
    file = tmp_path / "kế hoạch tiết kiệm điện.txt"
    file.write_text(PLAN_TEXT, encoding="utf-8")
    return file


@pytest.fixture
def plan() -> Plan:
    """A plan with something in every list, made by hand."""
    place = (Evidence(1, Box(72.004, 90.996, 500, 104.5), 3, 40),)
    backing = {"evidence": place, "confidence": 0.91234, "rule": "test.rule"}
    return Plan(
        source=SourceInfo("mẫu.pdf", "0" * 64, "application/pdf", (PageInfo(1, 595.276, 841.89, "ocr", 0.93219, printed=1, printed_at=Box(290, 30, 300, 42)),), (1, 1)),
        text="KẾ HOẠCH phát động thi đua tiết kiệm điện",
        document=DocumentInfo(
            type="KH",
            plan_kind="campaign_launch",
            number="77/KH-SCT",
            issuer="Sở Công Thương tỉnh Bến Tre",
            issuer_level="province_department",
            province="83",
            place="Bến Tre",
            issued_on="2022-03",
            title="Phát động phong trào thi đua tiết kiệm điện năm 2022",
            period=Period("2022-01-01", "2022-12-31", "năm 2022"),
            signer=Signer("Nguyễn Thị Mẫu", "Giám đốc", None),
            recipients=("UBND tỉnh", "Lưu: VT"),
            stamps=(Stamp("received", "Sở Nội vụ", "12", "2022-03-11", evidence=(Evidence(1, None, None, None),)),),
            state={"number": "found", "issued_on": "blank"},
            evidence={
                "number": HeaderEvidence(place, 0.5, "header.number"),
                "recipients": (HeaderEvidence(place, 1.0, "header.recipients", True),),
            },
        ),
        run=Run("0.0.0", "engine", {"mode": "auto"}, {"reading": 0.123456}),
        sections=(Section(id="section-1", path="I", heading="MỤC ĐÍCH", kinds=("purpose",), **backing),),
        items=(Item(id="item-1", path="I.1", start="Động viên", text="Động viên người lao động", **backing),),
        tables=(TableInfo("III", ("TT", "Việc"), (("1", "Kiểm tra"),), (1,)),),
        themes=(Theme(id="theme-1", text="Tắt khi không dùng", path="I", **backing),),
        movements=(Movement(id="movement-1", name="Giờ trái đất", **backing),),
        criteria=(
            Criterion(
                id="criterion-1", path="II.1", text="Giảm điện năng", points=60.0, applies_to="collective",
                refers_to="I.1", indicators=(Indicator("Giảm 5 %", place),), **backing,
            ),
            Criterion(id="criterion-2", path="II.2", text="Có sáng kiến", points=12.5, **backing),
        ),
        targets=(
            Target(
                id="target-1", path="II", quote="ít nhất 15% đơn vị", comparator=">=", value=15.0, unit="%",
                subject="đơn vị", **backing,
            ),
        ),
        deadlines=(
            Deadline(
                id="deadline-1", path="III.1", quote="trước ngày 15/12/2022", kind="deadline", end="2022-12-15",
                qualifier="before", duration=Duration(15, "ngày", True, "ngày ký"), action="báo cáo", **backing,
            ),
        ),
        tasks=(
            Task(
                id="task-1", path="III.1", text="theo dõi việc thực hiện",
                units=(Unit("Văn phòng Sở", "lead", place), Unit("Phòng Quản lý năng lượng", "coordinate")),
                due=Due(None, "2022-12-15"), product="Báo cáo", **backing,
            ),
            Task(id="task-2", path="III.2", text="tuyên truyền", **backing),
        ),
        citations=(Citation(id="citation-1", number="20/CT-TTg", type="Chỉ thị", issued_on="2020-05-07", **backing),),
        observances=(Observance(id="observance-1", name="Ngày Môi trường", ordinal=50, from_="1972-06-05", **backing),),
        rewards=(Reward(id="reward-1", form="Giấy khen", count=3, **backing),),
        issues=(Issue("reading", "low_confidence", "trang mờ", 1, Box(0, 0, 10, 10)),),
        checks=(Check("KH101", "missing_section", "pass"),),
        findings=(Finding("KH102", "missing_date", "warning", None, Message("thiếu ngày", "no day"), None, place),),
    )  # fmt: skip


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the scores that tests recorded, also those of other processes."""
    for state in ("passed", "failed"):
        for result in terminalreporter.getreports(state):
            for name, value in getattr(result, "user_properties", ()):
                if name == "scores":
                    terminalreporter.write_sep("-", "scores")
                    terminalreporter.write_line(str(value))
