"""Short names that a document defines for itself."""

from __future__ import annotations

import pytest

from kehoach.extract.citations.definitions import definitions
from tests.extract.written import written


@pytest.mark.parametrize(
    ("line", "short", "full"),
    [
        ("Công tác văn thư, lưu trữ (sau đây viết tắt là VTLT) được duy trì.", "VTLT", "văn thư, lưu trữ"),
        (
            "Theo Quyết định về việc kiện toàn Ban Quản lý vịnh Hòn Chim (gọi tắt là BQL).",
            "BQL",
            "Ban Quản lý vịnh Hòn Chim",
        ),
        ("Ban Quản lý di tích (sau đây gọi tắt là Ban) mở cửa hằng ngày.", "Ban", "Ban Quản lý di tích"),
        ("Lập Tổ rà soát ao hồ số 4 (gọi tắt là Tổ số 4) gồm ba người.", "Tổ số 4", "Tổ rà soát ao hồ số 4"),
        ("Phòng Cảnh sát đường thủy (PC08) tuần tra.", "PC08", "Phòng Cảnh sát đường thủy"),
        ("Đoàn khảo sát cầu treo số 2 (Đoàn 2) đi các xã.", "Đoàn 2", "Đoàn khảo sát cầu treo số 2"),
    ],
)
def test_defined(line: str, short: str, full: str) -> None:
    plan = written(f"I. MỤC ĐÍCH\n1. {line}")
    assert [(d.short, d.full) for d in definitions(plan.document, plan.outline, plan.rules)] == [(short, full)]


def test_a_code_that_stands_for_no_department_is_none() -> None:
    plan = written("I. MỤC ĐÍCH\n1. Trực ở kho hàng (A12) và bến số 3 (B05).")
    assert definitions(plan.document, plan.outline, plan.rules) == ()
