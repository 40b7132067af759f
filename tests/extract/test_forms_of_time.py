"""How plans write time: the forms of administrative time with the days that they mean in a plan of March 2031."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import plain
from kehoach.rules.load import load
from kehoach.run import run
from tests.extract.written import FOOT

Interval = tuple[str | None, str | None]

HEAD = """ỦY BAN NHÂN DÂN
XÃ BẾN GỖ
Số: 61/KH-UBND
Bến Gỗ, ngày 10 tháng 3 năm 2031

KẾ HOẠCH
Triển khai công tác cải cách hành chính năm 2031

I. NỘI DUNG
"""

FORMS: list[tuple[str, list[Interval]]] = [
    ("Nộp hồ sơ về Phòng Nội vụ trước 17 giờ 00 ngày 15/4/2031.", [(None, "2031-04-15")]),
    ("Các xã gửi danh sách chậm nhất 16h30 thứ Sáu, ngày 18/4/2031.", [(None, "2031-04-18")]),
    ("Hội nghị khai mạc lúc 07 giờ 30 phút, thứ Năm ngày 24 tháng 4 năm 2031 tại hội trường.", [("2031-04-24", "2031-04-24")]),
    ("Tập huấn 02 ngày (từ 08 giờ 00 ngày 12/5 đến 17 giờ 00 ngày 13/5/2031).", [("2031-05-12", "2031-05-13")]),
    ("Tổ chức ra quân từ ngày 20/5 đến hết tháng 6/2031.", [("2031-05-20", "2031-06-30")]),
    ("Đợt cao điểm kéo dài từ ngày 01 đến ngày 15 tháng 11.", [("2031-11-01", "2031-11-15")]),
    ("Tuyên truyền từ nay đến hết ngày 30/9/2031.", [("2031-03-10", "2031-09-30")]),
    ("Rà soát từ nay đến cuối năm.", [("2031-03-10", "2031-12-31")]),
    ("Thực hiện từ thời điểm ban hành Kế hoạch này đến hết năm 2031.", [("2031-03-10", "2031-12-31")]),
    ("Trong vòng 1,5 ngày kể từ ngày nhận đủ hồ sơ, công chức trả kết quả.", [(None, None)]),
    ("Phòng Tư pháp có ý kiến trong 02 ngày làm việc.", [(None, None)]),
    ("Trả lời kiến nghị của người dân trong 24 giờ.", [(None, None)]),
    ("Chậm nhất sau 05 ngày làm việc kể từ ngày nhận được báo cáo, Văn phòng tổng hợp trình Chủ tịch.", [(None, None)]),
    ("Sau khi kết thúc đợt kiểm tra, Đoàn báo cáo kết quả.", [(None, None)]),
    ("Sau khi được phê duyệt, công khai trên trang thông tin điện tử.", [(None, None)]),
    ("Ngay sau khi Kế hoạch được ban hành, các xã xây dựng kế hoạch chi tiết.", [(None, None)]),
    ("Hoàn thành việc số hóa trong quý II và quý III năm 2031.", [("2031-04-01", "2031-09-30")]),
    ("Gửi sổ chậm nhất tháng 5/2031 (kỳ đầu) và tháng 9/2031 (cả năm).", [(None, "2031-05-31"), (None, "2031-09-30")]),
    ("Gửi sổ trước ngày 10/5/2031 (kỳ đầu) và tháng 9/2031 (cả năm).", [(None, "2031-05-10"), ("2031-09-01", "2031-09-30")]),
    ("Hoàn thành chậm nhất trong quý III/2031.", [(None, "2031-09-30")]),
    ("Hoàn thành trong 6 tháng đầu năm 2031.", [("2031-01-01", "2031-06-30")]),
    ("Nghiệm thu vào nửa cuối tháng 10/2031.", [("2031-10-16", "2031-10-31")]),
    ("Tổng kết vào trung tuần tháng 12 năm 2031.", [("2031-12-11", "2031-12-20")]),
    ("Họp báo tuần đầu tháng 5/2031.", [("2031-05-01", "2031-05-07")]),
    ("Tổ chức lễ phát động dự kiến vào ngày 26/3/2031.", [("2031-03-26", "2031-03-26")]),
    ("Dự kiến trong khoảng thời gian từ ngày 05/8/2031 đến ngày 10/8/2031.", [("2031-08-05", "2031-08-10")]),
    ("Thời gian: 03 ngày, từ 14 - 16/6/2031.", [("2031-06-14", "2031-06-16")]),
    ("Thời gian: Ngày 14, 15 và 16 tháng 6 năm 2031.", [("2031-06-14", "2031-06-16")]),
    ("Thời gian: 14-16/6/2031.", [("2031-06-14", "2031-06-16")]),
    ("Thời gian: Tháng 4, tháng 5 năm 2031.", [("2031-04-01", "2031-05-31")]),
    ("Thời gian: Tháng 4 - 10/2031.", [("2031-04-01", "2031-10-31")]),
    ("Thời gian thực hiện: Quý II - Quý IV/2031.", [("2031-04-01", "2031-12-31")]),
    ("Thời gian thực hiện: Năm 2031 - 2033.", [("2031-01-01", "2033-12-31")]),
    ("Thời gian hoàn thành: 30/11/2031.", [(None, "2031-11-30")]),
    ("Thời hạn hoàn thành: Trước ngày 15/7/2031.", [(None, "2031-07-15")]),
    ("Hạn nộp: 25/8/2031.", [(None, "2031-08-25")]),
    ("Thời gian nhận tác phẩm: Từ ngày phát động đến hết ngày 31/8/2031.", [(None, "2031-08-31")]),
    ("Báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 15 hằng tháng.", [(None, None)]),
    ("Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) báo cáo Phòng Nội vụ.", [(None, None)]),
    ("Tổng hợp báo cáo Sở (qua Phòng Bến bãi) định kỳ trước ngày 15/6 và 15/12.", [(None, None)]),
    ("Báo cáo quý I trước 10/4, 6 tháng trước 10/7, quý III trước 10/10/2031.", [(None, "2031-04-10"), (None, "2031-07-10"), (None, "2031-10-10")]),
    ("Báo cáo quý gửi trước ngày 20 của tháng cuối quý.", [(None, None)]),
    ("Báo cáo sơ kết 6 tháng trước ngày 10/6/2031, báo cáo năm trước ngày 10/12/2031.", [(None, "2031-06-10"), (None, "2031-12-10")]),
    ("Chiều thứ Sáu hằng tuần tổng vệ sinh trụ sở.", [(None, None)]),
    ("Ngày 10 và 25 hằng tháng đối chiếu số liệu.", [(None, None)]),
    ("Mỗi quý tổ chức giao ban một lần.", [(None, None)]),
    ("Họp Ban Chỉ đạo 2 lần/năm.", [(None, None)]),
    ("Kiểm tra thường xuyên, đột xuất theo yêu cầu.", []),
    ("Đợt 1: Từ 15/3 - 30/4/2031; Đợt 2: Từ 01/9 - 31/10/2031.", [("2031-03-15", "2031-04-30"), ("2031-09-01", "2031-10-31")]),
    ("Giai đoạn 1 (tháng 3 đến tháng 6/2031): khảo sát.", [("2031-03-01", "2031-06-30")]),
    ("Giai đoạn 2, từ tháng 7 đến tháng 12: nhân rộng.", [("2031-07-01", "2031-12-31")]),
    ("Vòng sơ khảo: Hoàn thành trước ngày 20/5/2031.", [(None, "2031-05-20")]),
    ("Vòng chung khảo tổ chức trong 02 ngày 28 và 29/5/2031.", [("2031-05-28", "2031-05-29")]),
    ("Đến 15/10/2031, 100% xã hoàn thành kê khai.", [(None, "2031-10-15")]),
    ("Đến hết quý III/2031 giải ngân ít nhất 70% vốn.", [(None, "2031-09-30")]),
    ("Đến tháng 9/2031 phải xong phần móng.", [(None, "2031-09-30")]),
    ("Phấn đấu đến cuối năm 2031 không còn nhà tạm.", [(None, "2031-12-31")]),
    ("Xong trước Tết Nguyên đán Nhâm Tý 2032.", [(None, None)]),
    ("Tổ chức trao giải nhân dịp Ngày Nhà giáo Việt Nam 20/11/2031.", [("2031-11-20", "2031-11-20")]),
    ("Công bố kết quả vào dịp Quốc khánh 02/9/2031.", [("2031-09-02", "2031-09-02")]),
    ("Giao ban vào thứ Hai đầu tháng.", [(None, None)]),
    ("Kể từ ngày 01/7/2031, các xã thực hiện theo mẫu mới.", [("2031-07-01", None)]),
    ("Bắt đầu từ tháng 4/2031 và kết thúc trong tháng 8/2031.", [("2031-04-01", "2031-08-31")]),
    ("Trong tháng 3 và đầu tháng 4/2031 tổ chức hội thi.", [("2031-03-01", "2031-04-10")]),
    ("Thời gian: Cuối tháng 8, đầu tháng 9/2031.", [("2031-08-21", "2031-09-10")]),
    ("Trước hội nghị tổng kết 07 ngày, các đơn vị gửi tham luận.", [(None, None)]),
    ("Thông báo cho đơn vị được kiểm tra trước ít nhất 05 ngày làm việc.", [(None, None)]),
    ("Tổ chức lồng ghép trong các buổi chào cờ sáng thứ Hai hằng tuần.", [(None, None)]),
    ("Thực hiện trong suốt năm 2031.", [("2031-01-01", "2031-12-31")]),
    ("Trong thời gian từ 20/5/2031 đến 20/6/2031, các xã niêm yết danh sách.", [("2031-05-20", "2031-06-20")]),
    ("Ngày 05 tháng 6 năm 2031: mít tinh hưởng ứng.", [("2031-06-05", "2031-06-05")]),
    ("Buổi sáng ngày 12/6/2031 trồng cây; buổi chiều dọn rác.", [("2031-06-12", "2031-06-12")]),
    ("Gửi về Phòng trước 31.5.2031.", [(None, "2031-05-31")]),
    ("Cấp cơ sở xong trước 05.11, cấp tỉnh trước 20.11.2031.", [(None, "2031-11-05"), (None, "2031-11-20")]),
    ("Rà soát trong quý II, quý IV/2031.", [("2031-04-01", "2031-06-30"), ("2031-10-01", "2031-12-31")]),
    ("Thời gian: Q.II, Q.III/2031.", [("2031-04-01", "2031-09-30")]),
    ("Khởi công đầu năm 2032.", [("2032-01-01", "2032-01-31")]),
    ("Tập huấn trong T5-T6/2031.", [("2031-05-01", "2031-06-30")]),
    ("Kiểm tra trong T6, T12/2031.", [("2031-06-01", "2031-06-30"), ("2031-12-01", "2031-12-31")]),
    (
        "Đợt 3: Từ ngày 01/9/2031 cho đến khi tổng kết năm (dự kiến ngày 30/11/2031), hướng đến kỷ niệm 86 năm ngày thành lập ngành (13/9/1945 - 13/9/2031).",
        [("2031-09-01", "2031-11-30")],
    ),
    ("Hoàn thành trước ngày 30/9 và báo cáo trước ngày 05/10/2031.", [(None, "2031-09-30"), (None, "2031-10-05")]),
    ("Thời điểm kiểm tra: từ tuần 1 đến tuần 3 tháng 10/2031.", [("2031-10-01", "2031-10-21")]),
    ("Các xã tự kiểm tra xong trong tuần thứ hai của tháng 9.", [("2031-09-08", "2031-09-14")]),
    ("Tổ chức hội nghị vào một ngày trong tháng 12/2031.", [("2031-12-01", "2031-12-31")]),
    ("Trong năm 2031, mỗi xã tổ chức ít nhất 02 lớp.", [("2031-01-01", "2031-12-31")]),
    ("Báo cáo đột xuất khi có yêu cầu.", []),
    ("Hết năm 2031 hoàn thành 100% kế hoạch.", [(None, "2031-12-31")]),
    ("Thời gian nghỉ lễ từ 30/4/2031 đến hết 04/5/2031, các đơn vị cử người trực.", [("2031-04-30", "2031-05-04")]),
    ("Quý I/2031 và quý I/2032 tổ chức đánh giá.", [("2031-01-01", "2031-03-31"), ("2032-01-01", "2032-03-31")]),
    ("Chậm nhất là ngày cuối cùng của tháng 6/2031.", [(None, "2031-06-30")]),
    ("Thời gian tổ chức: 01 ngày (ngày 15/8/2031).", [("2031-08-15", "2031-08-15")]),
    ("Thời gian dự kiến: Sau ngày 15/9/2031.", [("2031-09-15", None)]),
    ("Nhận hồ sơ kể từ ngày thông báo đến 17h00 ngày 20/6/2031.", [(None, "2031-06-20")]),
    ("Phòng Bến bãi cung cấp số liệu hàng quý.", [(None, None)]),
    ("Các bến thực hiện tốt chỉ tiêu hàng tháng.", []),
    ("Thời gian sửa tàu trung bình: dưới 8 ngày.", []),
    ("Thời gian kiểm tra không quá 02 ngày làm việc/đơn vị.", [(None, None)]),
    ("Mỗi cuộc kiểm tra 1/2 ngày.", []),
    ("Tháng 10 (từ ngày 01 đến ngày 31) tổ chức tháng hành động.", [("2031-10-01", "2031-10-31")]),
    ("Lễ phát động: 8h00, ngày 26/3.", [("2031-03-26", "2031-03-26")]),
    ("Hoàn thành trong tháng 12 năm 2031 và tháng 01 năm 2032.", [("2031-12-01", "2032-01-31")]),
    ("Từ quý II năm 2031 trở đi.", [("2031-04-01", None)]),
    ("Sau 06 tháng triển khai sẽ sơ kết.", [(None, None)]),
    ("Thời gian chốt số liệu: 14/12/2031.", [("2031-12-14", "2031-12-14")]),
    ("Hằng năm, trước ngày 31 tháng 12, các xã báo cáo.", [(None, None)]),
    ("Hằng quý, chậm nhất ngày 25 tháng cuối quý, các xã báo cáo.", [(None, None)]),
]  # fmt: skip


@lru_cache(maxsize=1)
def plan() -> Plan:
    """One plan with every form as an item of its own."""
    text = HEAD + "\n".join(f"{n}. {sentence}" for n, (sentence, _) in enumerate(FORMS, 1)) + FOOT
    return run(Source("plan.txt", "0" * 64, "text/plain", text.encode()), rules=load(), reader=plain.reading)


@pytest.mark.parametrize(("number", "sentence", "expected"), [(n, *form) for n, form in enumerate(FORMS, 1)])
def test_the_days_that_a_form_means(number: int, sentence: str, expected: list[Interval]) -> None:
    assert [(d.start, d.end) for d in plan().deadlines if d.path == f"I.{number}"] == expected, sentence
