"""Which clauses assign work: not those that say who takes part, how many there are, or how one is judged."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from tests.extract.written import written


def found(body: str) -> list[str]:
    plan = written(body)
    return [mention.task.text for mention in tasks(plan.document, plan.outline, plan.rules)]


NOTHING = [
    "A. CÁC CỤM DO SỞ THÀNH LẬP\nI. HOẠT ĐỘNG\n1. Ký giao ước\na) Nội dung: Thống nhất bảng điểm hằng năm.",
    "V. TỔ CHỨC THỰC HIỆN\n1. Cụm các trường mầm non: 02 cụm.\n2. Khối phòng, ban: 01 (một) khối;",
    "V. TỔ CHỨC THỰC HIỆN\n1. Thành phần tham dự\n- Khách mời: Ủy viên Hội đồng thi đua huyện phụ trách cụm.",
    "IV. KHEN THƯỞNG\n1. Mỗi trạm chọn 01 đội thuyền vượt lũ giỏi đề nghị tỉnh thưởng.",
    "IV. KHEN THƯỞNG\n1. Xưởng xếp cuối thì Quản đốc không được xét tăng bậc.\n2. Đội chèo dẫn đầu được nhận cờ luân lưu.",
    "III. CHỈ TIÊU\n1. Các trạm, đội\na) Giữ sạch 100% bến đò; lập 02 tổ vớt rác.",
    "V. NHIỆM VỤ\n1. Các đội thuyền\nKinh phí theo Nghị quyết số 1/NQ-HĐND về mức thu; Quyết định số 3/QĐ-UBND quy định cơ chế thu.",
    "V. NHIỆM VỤ\n1. Tiêu chí chấm điểm\n- Trừ 05 điểm khi:\n+ Đơn vị gửi báo cáo chậm từ 05 ngày trở lên.",
]


@pytest.mark.parametrize("body", NOTHING)
def test_no_work_is_assigned(body: str) -> None:
    assert found(body) == []


def test_people_that_a_unit_sends_are_its_work() -> None:
    assert found("V. TỔ CHỨC THỰC HIỆN\n1. Cử người học lớp sơ cứu:\n+ Trạm y tế thị trấn: 02 cán bộ.") == ["02 cán bộ"]


def test_those_who_are_judged_score_themselves() -> None:
    said = "V. NHIỆM VỤ\n1. Tiêu chí chấm điểm\n- Các trường tự chấm điểm trước ngày 05/6/2022."
    assert found(said) == ["tự chấm điểm trước ngày 05/6/2022"]
