"""The header: number, place and date, title, issuer, signature, foot, in the shapes of many offices."""

from __future__ import annotations

import pytest

from kehoach.extract.header import header
from kehoach.model.document import Block, Document, Furniture, Zone
from kehoach.model.geometry import Box
from kehoach.model.header import Header
from kehoach.model.page import Mark, Page, Word
from kehoach.model.text import Text
from kehoach.rules.load import load
from tests.paragraphs import P, document


def read(*lines: tuple[Zone, str], furniture: tuple[Furniture, ...] = (), recognized: bool = False) -> Header:
    parts = [P(text, zone) for zone, text in lines]
    return header(document(*parts, furniture=furniture, recognized=recognized), load())


@pytest.mark.parametrize(
    ("printed", "number", "state"),
    [
        ("Số: 57/KH-STP", "57/KH-STP", "found"),
        ("Số: 57 /KH-STP", "57/KH-STP", "found"),
        ("Số 57/KH-STP", "57/KH-STP", "found"),
        ("Số:57/ KH - STP", "57/KH-STP", "found"),
        ("Số: /KH-STP", "/KH-STP", "blank"),
        ("Số: ......./KH-STP", "/KH-STP", "blank"),
        ("Số:       /KH-PGD&ĐT", "/KH-PGD&ĐT", "blank"),
        ("Số: 07/KH-PGD&ĐT", "07/KH-PGD&ĐT", "found"),
        ("Số: 12a/KH-HĐND", "12a/KH-HĐND", "found"),
        ("Số: 31-KH/HU", "31-KH/HU", "found"),
        ("Số 09 - CTr/TU", "09-CTr/TU", "found"),
        ("Số: 15 KH/TĐTN-PT", "15-KH/TĐTN-PT", "found"),
        ("Số: 3/2027/KH-UBND", "3/2027/KH-UBND", "found"),
        ("Số 05/2029 - KHTĐ-THCS", "05/2029-KHTĐ-THCS", "found"),
        ("Số: 88/CTPH-LĐLĐ-SYT", "88/CTPH-LĐLĐ-SYT", "found"),
        ("Số: 2f/KH-STP", "2f/KH-STP", "found"),
        ("Số: 64/KH-CAT(PV11)", "64/KH-CAT(PV11)", "found"),
        ("Số 04/ KH-THPTTX. SM", "04/KH-THPTTX.SM", "found"),
        ("Số: 12/'UBND- VX", "12/UBND-VX", "found"),
        ("Số: 31 ớKH-STP", None, "unreadable"),
        ("Số: ...", None, "blank"),
    ],
)
def test_number_line(printed: str, number: str | None, state: str) -> None:
    found = read(("number", printed))
    assert (found.number.value if found.number else None, found.state["number"]) == (number, state)


def test_no_number_line() -> None:
    found = read(("title", "KẾ HOẠCH"))
    assert found.number is None and found.state["number"] == "absent"


def test_a_number_that_a_pen_ran_over_is_there() -> None:
    spoilt = Furniture("noise", 1, None, Text.inserted("Số:ZZŸØBND-VX"))
    assert header(document(P("KẾ HOẠCH", "title"), furniture=(spoilt,)), load()).state["number"] == "unreadable"


def test_a_doubtful_handwritten_number_is_unreadable_rather_than_wrong() -> None:
    made = document(P("Số: 461 /KH-STP", "number", confidence=0.4), recognized=True)
    found = header(made, load())
    assert found.number is not None
    assert (found.number.value, found.state["number"]) == ("/KH-STP", "unreadable")


def test_the_number_of_a_received_stamp_is_not_the_documents() -> None:
    stamp = Furniture("received_stamp", 1, None, Text.inserted("SỞ TƯ PHÁP ĐẾN Số: 4021 Ngày: 3/9/27 Chuyển:"))
    found = read(("number", "Số: /KH-UBND"), furniture=(stamp,))
    assert found.number is not None and found.number.value == "/KH-UBND"
    assert [(s.kind, s.organ, s.number, s.date) for s in found.stamps] == [
        ("received", "SỞ TƯ PHÁP", "4021", "2027-09-03")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "place", "day", "state"),
    [
        ("Lào Cai, ngày 07 tháng 3 năm 2022", "Lào Cai", "2022-03-07", "found"),
        ("Lào Cai, ngày   tháng   năm 2022", "Lào Cai", "2022", "blank"),
        ("Lào Cai, ngày .... tháng 5 năm 2022", "Lào Cai", "2022-05", "blank"),
        ("Lào Cai, ngày — thúng 5 năm 2022", "Lào Cai", "2022-05", "blank"),
        ("Phan Rang - Tháp Chàm, ngày 1 tháng 12 năm 2016", "Phan Rang - Tháp Chàm", "2016-12-01", "found"),
        ("TP. Hồ Chí Minh, ngày 30 tháng 11 năm 2023", "TP. Hồ Chí Minh", "2023-11-30", "found"),
        ("Yên Bái, ngày 06 tháng 6năm 2016", "Yên Bái", "2016-06-06", "found"),
        ("Bắc Kạn, ngày O5 tháng l năm 2019", "Bắc Kạn", "2019-01-05", "found"),
        ("Bắc Kạn, 5/1/2019", "Bắc Kạn", "2019-01-05", "found"),
        ("Bắc Kạn, ngày 4# tháng 8 năm 2019", "Bắc Kạn", "2019-08", "unreadable"),
        ("Bắc Kạn, ngàyA5tháng !,hăm 2019", "Bắc Kạn", "2019", "unreadable"),
        ("Bắc Kạn, ngày 5 tháng. /?năn 2019", "Bắc Kạn", "2019", "unreadable"),
    ],
)
def test_place_and_date(printed: str, place: str, day: str, state: str) -> None:
    found = read(("place_date", printed))
    assert found.place is not None and found.issued_on is not None
    assert (found.place.value, found.issued_on.value, found.state["issued_on"]) == (place, day, state)


HEAD = ("place_date", "Mẫu, ngày 02 tháng 4 năm 2019")


@pytest.mark.parametrize(
    ("letterhead", "number", "issuer", "level", "province"),
    [
        (["UBND TỈNH YÊN BÁI", "SỞ TƯ PHÁP"], "1/KH-STP", "Sở Tư pháp tỉnh Yên Bái", "province_department", "15"),
        (["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"], "1/KH-UBND", "Ủy ban nhân dân tỉnh Cao Bằng", "province", "04"),
        (
            ["UỶ BAN NHÂN DÂN", "THÀNH PHỐ ĐÀ NẴNG"], "1/KH-UBND", "Ủy ban nhân dân thành phố Đà Nẵng", "province", "48",
        ),
        (["UBND TP HÀ NỘI", "SỞ Y TẾ"], "1/KH-SYT", "Sở Y tế thành phố Hà Nội", "province_department", "01"),
        (
            ["SỞ GD&ĐT SƠN LA"], "1/KH-SGDĐT", "Sở Giáo dục và Đào tạo tỉnh Sơn La", "province_department", "14",
        ),
        (
            ["UBND TỈNH AN GIANG", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"], "1/KH-SLĐTBXH",
            "Sở Lao động - Thương binh và Xã hội tỉnh An Giang", "province_department", "89",
        ),
        (["ỦY BAN NHÂN DÂN", "HUYỆN MÙ CANG CHẢI"], "1/KH-UBND", "Ủy ban nhân dân huyện Mù Cang Chải", "district", "15"),
        (["UBND THÀNH PHỐ BẮC GIANG"], "1/KH-UBND", "Ủy ban nhân dân thành phố Bắc Giang", "district", "24"),
        (
            ["UBND HUYỆN PHÚ BÌNH", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"], "1/KH-PGDĐT",
            "Phòng Giáo dục và Đào tạo huyện Phú Bình", "district_department", "19",
        ),
        (
            ["UBND HUYỆN BA BỂ", "ỦY BAN NHÂN DÂN", "XÃ MẪU SƠN"], "1/KH-UBND", "Ủy ban nhân dân xã Mẫu Sơn", "commune",
            "06",
        ),
        (["BỘ Y TẾ"], "1/KH-BYT", "Bộ Y tế", "central", None),
        (["BỘ NỘI VỤ", "BAN THI ĐUA - KHEN THƯỞNG", "TRUNG ƯƠNG"], "1/KH-BTĐKT", "Ban Thi đua - Khen thưởng Trung ương", "central", None),
        (["ĐẢNG BỘ TỈNH HÀ TĨNH", "HUYỆN ỦY NGHI XUÂN"], "1-KH/HU", "Huyện ủy Nghi Xuân", "party", "42"),
        (["TỈNH ỦY NGHỆ AN"], "1-KH/TU", "Tỉnh ủy Nghệ An", "party", "40"),
        (["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH LONG AN"], "1/KH-LĐLĐ", "Liên đoàn Lao động tỉnh Long An", "other", "80"),
        (
            ["HỘI LHPN TỈNH LAI CHÂU", "BAN THƯỜNG VỤ"], "1/KH-BTV",
            "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lai Châu", "other", "12",
        ),
        (
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO PHÚ YÊN", "TRƯỜNG THPT LÊ LỢI"], "1/KH-THPT",
            "Trường Trung học phổ thông Lê Lợi", "other", "54",
        ),
        (
            ["SỞ Y TẾ ĐỒNG THÁP", "BỆNH VIỆN ĐA KHOA TỈNH"], "1/KH-BV", "Bệnh viện Đa khoa tỉnh Đồng Tháp", "other", "87",
        ),
        (["UBND TỈNH TRÀ VINH", "BAN CHỈ ĐẠO 389"], "1/KH-BCĐ", "Ban Chỉ đạo 389 tỉnh Trà Vinh", "province", "84"),
        (["SỞ Y TẾ BẾN TRE", "THANH TRA"], "1/KH-TTra", "Thanh tra Sở Y tế tỉnh Bến Tre", "province_department", "83"),
        (["UBND TỈNH HƯNG YÊN", "THANH TRA TỈNH"], "1/KH-TTr", "Thanh tra tỉnh Hưng Yên", "province_department", "33"),
        (
            ["SỞ NỘI VỤ HÒA BÌNH", "CHI CỤC VĂN THƯ - LƯU TRỮ"], "1/KH-CCVTLT",
            "Chi cục Văn thư - Lưu trữ tỉnh Hòa Bình", "other", "17",
        ),
        (
            ["LIÊN ĐOÀN LAO ĐỘNG - SỞ XÂY DỰNG", "TỈNH BÌNH PHƯỚC"], "1/KHLT-LĐLĐ-SXD",
            "Liên đoàn Lao động tỉnh Bình Phước - Sở Xây dựng tỉnh Bình Phước", "province_department", "70",
        ),
        (
            ["SỞ TƯ PHÁP TỈNH SƠN LA", "CÔNG ĐOÀN CƠ SỞ"], "1/KH-CĐCS", "Công đoàn cơ sở Sở Tư pháp tỉnh Sơn La", "other", "14",
        ),
        (["UBND TỈNH CÀ MAU", "SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG"], "1/KH-SNNMT", "Sở Nông nghiệp và Môi trường tỉnh Cà Mau", "province_department", "96"),
        (["UBND TỈNH LÀO CAI", "SỞ GIAO THÔNG", "VẬN TẢI - XÂY DỰNG"], "1/KH-SGTVTXD", "Sở Giao thông vận tải - Xây dựng tỉnh Lào Cai", "province_department", "10"),
        (["ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH ĐẮK NÔNG"], "1-KH/TĐTN", "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Đắk Nông", "other", "67"),
        (["UBND QUẬN HẢI CHÂU", "TRƯỜNG MẦM NON HOA MAI"], "1/KH-MN", "Trường Mầm non Hoa Mai", "other", "48"),
        (["TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH CÀ MAU"], "1/KH-CT", "Cục Thuế tỉnh Cà Mau", "province_department", "96"),
        (["ỦY BAN MTTQ VIỆT NAM", "TỈNH QUẢNG BÌNH"], "1/KH-MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Bình", "other", "44"),
        (["HỘI ĐỒNG NHÂN DÂN", "TỈNH GIA LAI"], "1/KH-HĐND", "Hội đồng nhân dân tỉnh Gia Lai", "province", "64"),
        (["ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH ĐẮK NÔNG", "ĐOÀN TNCS HỒ CHÍ MINH"], "1-KH/TĐTN", "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Đắk Nông", "other", "67"),
        (["CÔNG ĐOÀN GIÁO DỤC HUYỆN LẮK", "CĐCS TRƯỜNG TIỂU HỌC LÊ MẪU"], "1/KH-CĐCS", "Công đoàn cơ sở Trường Tiểu học Lê Mẫu", "other", "66"),
        (["TỈNH ĐOÀN THANH HÓA", "BCH ĐOÀN HUYỆN NGA SƠN", "ĐOÀN TNCS HỒ CHÍ MINH"], "1-KH/ĐTN", "Ban Chấp hành Đoàn huyện Nga Sơn", "other", "38"),
        (["TỈNH ĐOÀN LAI CHÂU", "ĐOÀN TNCS HỒ CHÍ MINH", "BCH HUYỆN ĐOÀN NGÃ BA"], "1-KH/HĐTN", "Ban Chấp hành Huyện đoàn Ngã Ba", "other", "12"),
        (["TỈNH ĐOÀN LAI CHÂU", "BCH ĐOÀN TRƯỜNG THPT LÊ MẪU"], "1-KH/ĐTN", "Ban Chấp hành Đoàn trường Trung học phổ thông Lê Mẫu", "other", "12"),
        (["BCH HỘI NÔNG DÂN TỈNH LAI CHÂU", "BAN THƯỜNG VỤ", "HỘI NÔNG DÂN VIỆT NAM"], "1-KH/HNDT", "Ban Thường vụ Hội Nông dân tỉnh Lai Châu", "other", "12"),
        (["CÔNG TY THAN HỒ THIÊN", "CÔNG ĐOÀN CÔNG TY"], "1/KHLT-THT-CĐ", "Công ty Than hồ thiên - Công đoàn Công ty Than hồ thiên", "other", None),
        (["ĐẢNG BỘ TỈNH QUẢNG NGÃI", "ĐẢNG ỦY XÃ SƠN HẠ"], "1-KH/ĐU", "Đảng ủy xã Sơn Hạ", "party", "51"),
        (["UBND TỈNH LAI CHÂU", "SỞ Y TẾ -CÔNG ĐOÀN NGÀNH"], "1/KH-SYT-CĐN", "Sở Y tế tỉnh Lai Châu - Công đoàn ngành Y tế tỉnh Lai Châu", "province_department", "12"),
        (["HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ TỈNH LAI CHÂU"], "1/KH-BTV", "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lai Châu", "other", "12"),
        (["TỈNH ỦY CAO BẰNG", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH"], "1-KH/ĐUK", "Đảng ủy Khối các cơ quan tỉnh Cao Bằng", "party", "04"),
        (["BỘ CÔNG AN", "CÔNG AN TỈNH HÀ NAM"], "1/KH-CAT-PX03", "Công an tỉnh Hà Nam", "province_department", "35"),
        (["HỘI ĐỒNG NHÂN DÂN", "HUYỆN ĐẮK MIL", "BAN KINH TẾ - XÃ HỘI"], "1/KH-BKTXH", "Ban Kinh tế - Xã hội Hội đồng nhân dân huyện Đắk Mil", "other", "67"),
        (["TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", "CÔNG TY ĐIỆN LỰC SƠN LA"], "1/KH-PC", "Công ty Điện lực Sơn La", "other", "14"),
        (["SỞ Y TẾ AN GIANG", "BỆNH VIỆN ĐA KHOA KHU VỰC MẪU"], "1/KH-BV", "Bệnh viện Đa khoa khu vực mẫu", "other", "89"),
        (
            ["UBND HUYỆN A LƯỚI - ỦY BAN MTTQ VIỆT NAM HUYỆN"], "1/KHLT-UBND-UBMTTQ",
            "Ủy ban nhân dân huyện A Lưới - Ủy ban Mặt trận Tổ quốc Việt Nam huyện A Lưới", "district", "46",
        ),
        (["CÔNG TY TNHH MTV CẤP NƯỚC LAI CHÂU", "CÔNG ĐOÀN CÔNG TY"], "1/KHLT-CN-CĐ", "Công ty Trách nhiệm hữu hạn một thành viên cấp nước Lai Châu - Công đoàn Công ty Trách nhiệm hữu hạn một thành viên cấp nước Lai Châu", "other", "12"),
        (["TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH SƠN LA", "Chi cục Thuế khu vực Mộc Châu"], "1/KH-CCT", "Chi cục Thuế khu vực Mộc Châu", "other", "14"),
        (["PHÒNG GD&ĐT HUYỆN LẮK", "TRƯỜNG THCS PHAN BÌNH ĐỊNH"], "1/KH-THCS", "Trường Trung học cơ sở Phan Bình Định", "other", "66"),
        (["UBND TỈNH LÀO CAI", "TRƯỜNG CAO ĐẲNG LÀO CAI"], "1/KH-CĐLC", "Trường Cao đẳng Lào Cai", "other", "10"),
        (["UBND TỈNH SƠN LA", "KHỐI THI ĐUA CÁC HUYỆN BIÊN GIỚI"], "1/KH-KTĐ", "Khối thi đua các huyện biên giới tỉnh Sơn La", "other", "14"),
        (["TỈNH LAI CHÂU", "CỤM THI ĐUA SỐ 2"], "1/KH-CTĐ2", "Cụm thi đua số 2 tỉnh Lai Châu", "other", "12"),
        (["TÒA ÁN NHÂN DÂN", "TỈNH HÀ GIANG", "VĂN PHÒNG TỈNH ỦY HÀ GIANG"], "1/KH-TA-VP", "Tòa án nhân dân tỉnh Hà Giang", "province_department", "02"),
        (["VĂN PHÒNG TỈNH ỦY CÀ MAU"], "1-KH/VPTU", "Văn phòng Tỉnh ủy Cà Mau", "party", "96"),
        (["CỤC THUẾ", "THUẾ TỈNH CAO BẰNG"], "1/KH-CBA", "Thuế tỉnh Cao Bằng", "province_department", "04"),
        (["THUẾ TỈNH SƠN LA", "THUẾ CƠ SỞ 4"], "1/KH-CS4", "Thuế Cơ sở 4 tỉnh Sơn La", "province_department", "14"),
        (["CỤC HẢI QUAN", "CHI CỤC HẢI QUAN KHU VỰC XIV"], "1/KH-CCHQ", "Chi cục Hải quan khu vực XIV", "other", None),
        (["TỈNH LAI CHÂU", "KHỐI THI ĐUA SỐ 6"], "1/KH-KTĐ", "Khối thi đua số 6 tỉnh Lai Châu", "other", "12"),
        (["TỈNH ỦY LAI CHÂU", "BAN TỔ CHỨC"], "1-KH/BTC", "Ban Tổ chức Tỉnh ủy Lai Châu", "other", "12"),
        (["UBND TỈNH HÒA BÌNH", "TRƯỜNG CAO ĐẲNG NGHỀ HÒA BÌNH"], "1/KH-CĐN", "Trường Cao đẳng Nghề Hòa Bình", "other", "17"),
        (["BỘ TƯ LỆNH BIÊN PHÒNG", "BỘ CHỈ HUY BĐBP TỈNH SƠN LA"], "1/KH-BCH", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La", "province_department", "14"),
        (["LIÊN MINH HỢP TÁC XÃ VIỆT NAM", "LIÊN MINH HTX TỈNH LAI CHÂU"], "1/KH-LMHTX", "Liên minh Hợp tác xã tỉnh Lai Châu", "other", "12"),
        (["LIÊN HIỆP CÁC HỘI KHOA HỌC", "VÀ KỸ THUẬT TỈNH GIA LAI"], "1/KH-LHH", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Gia Lai", "other", "64"),
        (["TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM", "VNPT SƠN LA"], "1/KH-VNPT-SL", "VNPT Sơn La", "other", "14"),
        (["CHI CỤC KIỂM LÂM TỈNH SƠN LA", "HẠT KIỂM LÂM HUYỆN YÊN MẪU"], "1/KH-HKL", "Hạt Kiểm lâm huyện Yên Mẫu", "other", "14"),
        (["QUỸ ĐẦU TƯ PHÁT TRIỂN TỈNH SƠN LA"], "1/KH-QĐT", "Quỹ Đầu tư phát triển tỉnh Sơn La", "other", "14"),
        (["UBND TỈNH GIA LAI", "VĂN PHÒNG"], "1/KH-VP", "Văn phòng Ủy ban nhân dân tỉnh Gia Lai", "province_department", "64"),
        (["CÔNG TY CẤP NƯỚC SÔNG BÉ"], "1/KH-CNSB", "Công ty Cấp nước Sông Bé", "other", None),
        (["TRUNG TÂM ĐO ĐẠC MIỀN TRUNG"], "1/KH-TTĐĐ", "Trung tâm Đo đạc miền Trung", "other", None),
        (["SƯ ĐOÀN 9", "TRUNG ĐOÀN 8"], "1/KH-e8", "Trung đoàn 8", "other", None),
        (["CÔNG AN TỈNH GIA LAI", "CÔNG AN HUYỆN CHƯ SÊ"], "1/KH-CAH", "Công an huyện Chư Sê", "district_department", "64"),
        (["ĐỘI TNTP HỒ CHÍ MINH", "LIÊN ĐỘI THCS SÔNG MẪU"], "1/KH-LĐ", "Liên đội Trung học cơ sở Sông Mẫu", "other", None),
        (["ĐỘI TN TP HỒ CHÍ MINH HUYỆN CHƯ SÊ", "LIÊN ĐỘI TRƯỜNG THCS IA MẪU"], "1/KH-LĐ", "Liên đội Trường Trung học cơ sở Ia Mẫu", "other", "64"),
        (["UBND XÃ IA MẪU", "LIÊN ĐỘI TRƯỜNG THCS IA MẪU"], "1/KH-LĐ", "Liên đội Trường Trung học cơ sở Ia Mẫu", "other", None),
        (["THÀNH ĐOÀN HẢI PHÒNG", "ĐOÀN TNCS HỒ CHÍ MINH"], "1-KH/TĐTN", "Thành đoàn Hải Phòng", "other", "31"),
        (["HUYỆN ĐOÀN CHƯ SÊ", "BCH ĐOÀN XÃ IA MẪU"], "1-KH/ĐTN", "Ban Chấp hành Đoàn xã Ia Mẫu", "commune", "64"),
        (["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"], "1/KH-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", "central", None),
        (["TÒA ÁN NHÂN DÂN TỐI CAO"], "1/KH-TANDTC", "Tòa án nhân dân tối cao", "central", None),
        (["BỘ XÂY DỰNG - TẠP CHÍ NHÀ MẪU"], "1/KH-TC", "Tạp chí Nhà mẫu", "other", None),
        (["TRƯỜNG THCS IA MẪU", "TỔ NGỮ VĂN - GDCD"], "1/KH-TCM", "Tổ Ngữ văn - GDCD Trường Trung học cơ sở Ia Mẫu", "other", None),
        (["SỞ Y TẾ SƠN LA", "BỆNH VIỆN MẮT", "KHOA KHÁM BỆNH"], "1/KH-KKB", "Khoa Khám bệnh Bệnh viện Mắt tỉnh Sơn La", "other", "14"),
        (["ĐẠI HỌC HUẾ", "TRƯỜNG ĐẠI HỌC MẪU", "PHÒNG ĐÀO TẠO"], "1/KH-ĐT", "Phòng Đào tạo Trường Đại học Mẫu thành phố Huế", "other", "46"),
        (["BỘ NỘI VỤ", "VỤ TỔ CHỨC CÁN BỘ"], "1/KH-TCCB", "Vụ Tổ chức cán bộ Bộ Nội vụ", "central", None),
        (["BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC"], "1/KH-KBNN", "Kho bạc Nhà nước", "central", None),
        (["BAN CHỈ ĐẠO QUỐC GIA", "VỀ DÂN SỐ"], "1/KH-BCĐ", "Ban Chỉ đạo Quốc gia về dân số", "central", None),
        (["UBND TỈNH SƠN LA", "ĐOÀN KIỂM TRA LIÊN NGÀNH"], "1/KH-ĐKT", "Đoàn Kiểm tra liên ngành tỉnh Sơn La", "other", "14"),
        (["ĐOÀN THANH TRA THEO QUYẾT ĐỊNH SỐ 9"], "1/KH-ĐTT", "Đoàn Thanh tra theo quyết định số 9", "other", None),
        (["UBND XÃ IA MẪU", "TỔ CÔNG TÁC ĐỀ ÁN 06"], "1/KH-TCT", "Tổ công tác Đề án 06 xã Ia Mẫu", "commune", None),
        (["ĐẢNG BỘ XÃ IA MẪU", "CHI BỘ", "TRƯỜNG TIỂU HỌC LÊ MẪU"], "1-KH/CB", "Chi bộ Trường Tiểu học Lê Mẫu", "party", None),
        (["CÔNG ĐOÀN", "TRƯỜNG MẦM NON HOA MẪU"], "1/KH-CĐ", "Công đoàn Trường Mầm non Hoa Mẫu", "other", None),
        (["HỘI ĐỒNG PHỐI HỢP PBGDPL TỈNH SƠN LA"], "1/KH-HĐPH", "Hội đồng Phối hợp PBGDPL tỉnh Sơn La", "other", "14"),
        (["BAN CHỈ HUY", "PHÒNG CHỐNG THIÊN TAI TỈNH SƠN LA"], "1/KH-BCH", "Ban Chỉ huy phòng chống thiên tai tỉnh Sơn La", "other", "14"),
        (["CỤM THI ĐUA SỐ 2", "CÁC HUYỆN, THÀNH PHỐ", "GIAO ƯỚC THI ĐUA NĂM 2031"], "1/GƯ-CTĐ", "Cụm thi đua số 2 các huyện, thành phố", "other", None),
        (["TRƯỜNG TIỂU HỌC LÊ MẪU", "TỔ 4 + 5"], "1/KH-TCM", "Tổ 4 + 5 Trường Tiểu học Lê Mẫu", "other", None),
        (["UBND TỈNH GIA LAI", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"], "1/KH-HĐTĐKT", "Hội đồng Thi đua - Khen thưởng tỉnh Gia Lai", "province", "64"),
    ],
)  # fmt: skip
def test_issuer_from_the_letterhead(
    letterhead: list[str], number: str, issuer: str, level: str, province: str | None
) -> None:
    lines: list[tuple[Zone, str]] = [("issuer", line) for line in letterhead]
    found = read(*lines, ("number", f"Số: {number}"), HEAD)  # type: ignore[arg-type]
    assert found.issuer is not None
    assert (found.issuer.value, found.issuer_level) == (issuer, level)
    assert (found.province.value if found.province else None) == province


@pytest.mark.parametrize(
    ("lines", "issuer", "level", "province"),
    [
        (
            [("number", "Số: 9/KH-STP"), ("place_date", "Đồng Hới, ngày 1 tháng 2 năm 2018")],
            "Sở Tư pháp tỉnh Quảng Bình", "province_department", "44",
        ),
        (
            [("number", "Số: 9/KH-STP"), ("place_date", "Quy Nhơn, ngày 1 tháng 9 năm 2026")],
            "Sở Tư pháp tỉnh Gia Lai", "province_department", "52",
        ),
        (
            [
                ("number", "Số: 9/KH-UBND"), ("place_date", "Hiệp Hòa, ngày 1 tháng 2 năm 2018"),
                ("body", "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Bắc Giang,"),
                ("body", "Ủy ban nhân dân huyện Hiệp Hòa ban hành Kế hoạch như sau:"),
                ("signature", "TM. ỦY BAN NHÂN DÂN"),
            ],
            "Ủy ban nhân dân huyện Hiệp Hòa", "district", "24",
        ),
        (
            [("body", "Căn cứ chương trình công tác, Sở Xây dựng Lào Cai xây dựng kế hoạch như sau:")],
            "Sở Xây dựng tỉnh Lào Cai", "province_department", "10",
        ),
        (
            [
                ("issuer", "SỞ NỘI VỤ TỈNH CÀ MAU"), ("number", "Số: 9/KH-UBND"),
                ("place_date", "Cà Mau, ngày 1 tháng 2 năm 2018"), ("signature", "TM. ỦY BAN NHÂN DÂN"),
            ],
            "Ủy ban nhân dân tỉnh Cà Mau", "province", "96",
        ),
        (
            [
                ("title", "Chỉ thị về giữ sạch kênh rạch trên địa bàn thành phố cần thơ"),
                ("body", "Kênh rạch còn nhiều rác, Ủy ban nhân dân thành phố chỉ thị:"),
                ("body", "1. Sở Xây dựng hướng dẫn các phường thu gom."),
            ],
            "Ủy ban nhân dân thành phố Cần Thơ", "province", "92",
        ),
        (
            [
                ("body", "Kính gửi: Các cơ sở in trên địa bàn tỉnh Cà Mau."),
                ("body", "Để giữ đúng quy định, Sở Nội vụ đề nghị các cơ sở rà soát như sau:"),
            ],
            "Sở Nội vụ tỉnh Cà Mau", "province_department", "96",
        ),
        (
            [
                ("number", "Số: 9/KH-THCS"), ("place_date", "Ngã Ba, ngày 1 tháng 2 năm 2018"),
                ("body", "Theo Sở Giáo dục tỉnh Cà Mau, Trường THCS Sông Mẫu xây dựng kế hoạch như sau:"),
            ],
            "Trường Trung học cơ sở Sông Mẫu", "other", "96",
        ),
    ],
)  # fmt: skip
def test_issuer_is_inferred_where_the_letterhead_is_lost(
    lines: list[tuple[Zone, str]], issuer: str, level: str, province: str
) -> None:
    found = read(*lines)
    assert found.issuer is not None and found.province is not None
    assert found.issuer.inferred and found.issuer.spans
    assert (found.issuer.value, found.issuer_level, found.province.value) == (issuer, level, province)
    assert found.state["issuer"] == "absent"


def test_what_a_paper_says_of_others_names_no_issuer() -> None:
    said = "Thời gian qua, Thủ tướng Chính phủ đã tập trung chỉ đạo, ban hành nhiều công điện."
    assert read(("title", "CÔNG ĐIỆN"), ("body", said)).issuer is None
    ordered = "1. Sở Nội vụ hướng dẫn, ban hành mẫu."
    assert read(("title", "CÔNG ĐIỆN"), ("body", said), ("body", ordered)).issuer is None


def test_a_kind_of_body_that_the_symbol_tells_is_of_no_district_that_nothing_names() -> None:
    found = read(("number", "Số: 9/KH-THCS"), ("place_date", "Ngã Ba, ngày 1 tháng 2 năm 2018"), ("title", "KẾ HOẠCH"))
    assert found.issuer is not None and found.issuer.value == "Trường"


def test_nothing_is_invented_without_any_sign_of_the_issuer() -> None:
    found = read(("title", "KẾ HOẠCH"), ("body", "I. MỤC ĐÍCH"))
    assert found.issuer is None and found.province is None and found.issuer_level is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["GIÁM ĐỐC", "Lê Thị Mẫu"], (None, "Giám đốc", "Lê Thị Mẫu")),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "ThS. Lê Thị Mẫu"], ("KT. GIÁM ĐỐC", "Phó Giám đốc", "Lê Thị Mẫu")),
        (
            ["TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Thử Niê"],
            ("TM. UỶ BAN NHÂN DÂN KT. CHỦ TỊCH", "Phó Chủ tịch", "Y Thử Niê"),
        ),
        (["TM. ỦY BAN NHÂN DÂN HUYỆN", "CHỦ TỊCH", "VÕ VĂN MẪU"], ("TM. ỦY BAN NHÂN DÂN HUYỆN", "Chủ tịch", "Võ Văn Mẫu")),
        (["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Hồ Mẫu"], ("T/M BAN THƯỜNG VỤ", "Phó Bí thư Thường trực", "Hồ Mẫu")),
        (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đỗ Thị Thử Hằng"], ("TL. CHỦ TỊCH", "Chánh Văn phòng", "Đỗ Thị Thử Hằng")),
        (["KT. BỘ TRƯỞNG", "Trần Thử"], ("KT. BỘ TRƯỞNG", "Thứ trưởng", "Trần Thử")),
        (["KT. BỘ TRƯỞNG THỨ TRƯỞNG", "Trần Thử"], ("KT. BỘ TRƯỞNG", "Thứ trưởng", "Trần Thử")),
        (["KT. CHỦ TICH", "Trần Thử"], ("KT. CHỦ TỊCH", "Phó Chủ tịch", "Trần Thử")),
        (["Trần Thử Nghiệm"], (None, None, "Trần Thử Nghiệm")),
        (["HIỆU TRƯỞNG"], (None, "Hiệu trưởng", None)),
        (["Q. GIÁM ĐỐC", "Bùi Mẫu"], (None, "Quyền Giám đốc", "Bùi Mẫu")),
        (["P. HIỆU TRƯỞNG", "Bùi Mẫu"], (None, "Phó Hiệu trưởng", "Bùi Mẫu")),
        (["TM. BAN CHẤP HÀNH", "ĐOÀN TRƯỜNG", "BÍ THƯ", "Bùi Mẫu"], ("TM. BAN CHẤP HÀNH", "Bí thư", "Bùi Mẫu")),
        (["TRUNG ĐOÀN TRƯỞNG", "Thượng tá Bùi Mẫu"], (None, "Trung đoàn trưởng", "Bùi Mẫu")),
        (["TỔNG PHỤ TRÁCH ĐỘI", "Bùi Thị Mẫu"], (None, "Tổng phụ trách Đội", "Bùi Thị Mẫu")),
        (["TM. CỤM THI ĐUA", "CỤM TRƯỞNG", "CHỦ TỊCH UBND HUYỆN", "Lê Văn Mẫu"], ("TM. CỤM THI ĐUA", "Cụm trưởng", "Lê Văn Mẫu")),
        (["GIÁM ĐỐC", "BS.CKII. Lê Thị Mẫu"], (None, "Giám đốc", "Lê Thị Mẫu")),
        (["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Mẫu"], ("KT. GIÁM ĐỐC", "Phó Giám đốc", "Lê Thị Mẫu")),
        (["ĐẠI DIỆN SỞ NỘI VỤ", "GIÁM ĐỐC", "Lê Thị Mẫu"], (None, "Giám đốc", "Lê Thị Mẫu")),
        (["PHÓ CHỦ TỊCH", "Y Sáu Thử"], (None, "Phó Chủ tịch", "Y Sáu Thử")),
        (["C HỦ TỊCH", "Lê Thử"], (None, "Chủ tịch", "Lê Thử")),
        (["TM. BAN THƯỜNG VỤ", "HỦ TỊCH", "CHỦ ỊC", "Lê Thử"], ("TM. BAN THƯỜNG VỤ", "Chủ tịch", "Lê Thử")),
        (["GIÁM ĐỐC", "NGUYỄN VĂN TRƯỞNG"], (None, "Giám đốc", "Nguyễn Văn Trưởng")),
        (["TRƯỞNG BAN TUYÊN GIÁO", "TRƯỞNG BAN TỔ CHỨC CUỘC THI", "Lê Thử"], (None, "Trưởng Ban Tuyên giáo", "Lê Thử")),
        (["TRƯỞNG CÔNG AN HUYỆN", "Thượng úy Lê Thử"], (None, "Trưởng Công an huyện", "Lê Thử")),
    ],
)  # fmt: skip
def test_signature(lines: list[str], expected: tuple[str | None, str | None, str | None]) -> None:
    found = read(*(("signature", line) for line in lines)).signer
    assert found is not None
    assert (found.authority, found.position, found.name) == expected


def test_a_joint_plan_has_further_signers() -> None:
    found = read(
        ("signature", "CHỦ TỊCH"), ("signature", "Lê Thử Một"), ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử Hai")
    )  # fmt: skip
    assert found.signer is not None and found.signer.name == "Lê Thử Một"
    assert [(s.name, s.position) for s in found.co_signers] == [("Lê Thử Hai", "Giám đốc")]


def test_who_signs_in_the_post_of_the_first_body_comes_first() -> None:
    found = read(
        ("issuer", "SỞ TƯ PHÁP"), ("issuer", "SỞ NỘI VỤ"), ("signature", "KT. GIÁM ĐỐC SỞ NỘI VỤ"), ("signature", "PHÓ GIÁM ĐỐC"),
        ("signature", "Lê Thử Hai"), ("signature", "KT. GIÁM ĐỐC SỞ TƯ PHÁP"), ("signature", "PHÓ GIÁM ĐỐC"), ("signature", "Lê Thử Một"),
    )  # fmt: skip
    assert found.signer is not None and found.signer.name == "Lê Thử Một"


def test_a_body_below_a_name_signs_next() -> None:
    lines = ["SỞ TƯ PHÁP", "GIÁM ĐỐC 2", "Lê Thử Một", "NHẬT BÁO THÀNH PHỐ CÀ MAU", "TỔNG BIÊN TẬP", "Lê Thử Hai"]
    found = read(*(("signature", line) for line in lines))
    signers = [found.signer, *found.co_signers]
    assert [(s.name, s.position) for s in signers] == [("Lê Thử Một", "Giám đốc"), ("Lê Thử Hai", "Tổng biên tập")]


def test_a_name_read_twice_is_one_signer() -> None:
    found = read(
        ("signature", "CHỦ TỊCH"), ("signature", "Lê Thử Một"), ("signature", "Lê Thử Một"), ("signature", "GIÁM ĐỐC"),
        ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and found.signer.name == "Lê Thử Một"
    assert [(s.name, s.position) for s in found.co_signers] == [("Lê Thử Hai", "Giám đốc")]


def test_signers_of_a_joint_plan_stand_in_the_order_of_the_letterhead() -> None:
    found = read(
        ("issuer", "LIÊN ĐOÀN LAO ĐỘNG -"), ("issuer", "SỞ TƯ PHÁP"), ("signature", "SỞ TƯ PHÁP"), ("signature", "GIÁM ĐỐC"),
        ("signature", "Lê Thử Một"), ("signature", "LIÊN ĐOÀN LAO ĐỘNG TỈNH"), ("signature", "CHỦ TỊCH"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and (found.signer.name, found.signer.position) == ("Lê Thử Hai", "Chủ tịch")
    assert [s.name for s in found.co_signers] == ["Lê Thử Một"]


def test_a_signer_of_whom_but_the_name_was_read_is_the_first_bodys_where_another_signs_for_the_second() -> None:
    found = read(
        ("issuer", "LIÊN ĐOÀN LAO ĐỘNG -"), ("issuer", "SỞ TƯ PHÁP"), ("signature", "SỞ TƯ PHÁP"), ("signature", "GIÁM ĐỐC"),
        ("signature", "Lê Thử Một"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and found.signer.name == "Lê Thử Hai"
    assert [(s.name, s.position) for s in found.co_signers] == [("Lê Thử Một", "Giám đốc")]


def test_the_body_that_the_letterhead_names_first_leads_its_union() -> None:
    found = read(
        ("issuer", "CÔNG TY MÔI TRƯỜNG MẪU"), ("issuer", "CÔNG ĐOÀN CÔNG TY"), ("signature", "TM. BAN CHẤP HÀNH CÔNG ĐOÀN"),
        ("signature", "CHỦ TỊCH"), ("signature", "Lê Thử Một"), ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and (found.signer.name, found.signer.position) == ("Lê Thử Hai", "Giám đốc")
    assert [s.name for s in found.co_signers] == ["Lê Thử Một"]


def test_a_union_inside_the_body_signs_beside_it() -> None:
    found = read(
        ("issuer", "CÔNG TY MÔI TRƯỜNG MẪU"), ("signature", "CHỦ TỊCH CÔNG ĐOÀN"), ("signature", "Lê Thử Một"),
        ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and (found.signer.name, found.signer.position) == ("Lê Thử Hai", "Giám đốc")
    assert [s.name for s in found.co_signers] == ["Lê Thử Một"]


def test_a_committee_of_the_union_signs_after_the_bodys_head() -> None:
    found = read(
        ("issuer", "CÔNG TY MẪU - CÔNG ĐOÀN CÔNG TY MẪU"), ("signature", "TM. BAN THƯỜNG VỤ"), ("signature", "CHỦ TỊCH"),
        ("signature", "Lê Thử Một"), ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and found.signer.name == "Lê Thử Hai"


def test_who_heads_the_body_named_first_signs_first() -> None:
    found = read(
        ("issuer", "SỞ Y TẾ - CÔNG ĐOÀN NGÀNH"), ("signature", "CHỦ TỊCH"), ("signature", "Lê Thử Một"),
        ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử Hai"),
    )  # fmt: skip
    assert found.signer is not None and (found.signer.name, found.signer.position) == ("Lê Thử Hai", "Giám đốc")


def test_a_post_printed_twice_is_the_deputys() -> None:
    found = read(("signature", "GIÁM ĐỐC"), ("signature", "GIÁM ĐỐC"), ("signature", "Lê Thử")).signer
    assert found is not None and found.position == "Phó Giám đốc"


def test_a_name_that_cannot_be_read_is_not_given() -> None:
    made = document(P("CHỦ TỊCH", "signature"), P("Ngyễn Vn A", "signature", confidence=0.3), recognized=True)
    found = header(made, load())
    assert found.signer is not None and found.signer.name is None
    assert found.state["signer"] == "unreadable"


@pytest.mark.parametrize(("name", "given"), [("Hữu Tám", None), ("Lò Tám", "Lò Tám"), ("Lê Hữu Tám", "Lê Hữu Tám")])
def test_a_recognized_name_without_a_surname_lost_it(name: str, given: str | None) -> None:
    made = document(P("GIÁM ĐỐC", "signature", confidence=0.95), P(name, "signature", confidence=0.95), recognized=True)
    found = header(made, load())
    assert found.signer is not None and found.signer.name == given


@pytest.mark.parametrize(
    ("name", "x1", "given"),
    [
        ("Lê Tám", 95.0, None),
        ("Lê Tám", 60.0, "Lê Tám"),
        ("Lê Văn Tám", 95.0, "Lê Văn Tám"),
        ("Huy Văn Tám", 95.0, None),
        ("Huy Văn Tám", 60.0, "Huy Văn Tám"),
    ],
)
def test_words_at_the_edge_of_a_seal_are_no_whole_name(name: str, x1: float, given: str | None) -> None:
    words = tuple(Word(w, 1, 1, Box(100 + 40 * n, 700, 130 + 40 * n, 712), 0.95) for n, w in enumerate(name.split()))
    block = Block("signature", Text.join(" ", map(Text.of_word, words)))
    page = Page(1, 595.0, 842.0, "ocr", marks=(Mark("seal", Box(20, 620, x1, 705)),))
    found = header(Document((page,), (block,)), load())
    assert (found.signer.name if found.signer else None) == given


def test_an_official_letter_has_no_type_word() -> None:
    found = read(("number", "Số: 7/UBND-VX"), ("title", "V/v tổ chức hội thi năm 2031"))
    assert found.type is not None and (found.type.value, found.type.inferred) == ("CV", True)


def test_the_deputys_post_is_marked_as_inferred() -> None:
    found = read(("signature", "KT. GIÁM ĐỐC"), ("signature", "Lê Thử"))
    assert found.signer_fields["position"].inferred
    assert not found.signer_fields["authority"].inferred


def test_recipients_without_marks_and_labels() -> None:
    found = read(
        ("recipients", "Nơi nhận:"), ("recipients", "- UBND tỉnh (b/c);"), ("recipients", "- Như Điều 3;"),
        ("recipients", "Bản điện tử:"), ("recipients", "+ Các trường THCS;"), ("recipients", "- Lưu: VT, NV Rkat"),
    )  # fmt: skip
    assert [line.value for line in found.recipients] == [
        "UBND tỉnh (b/c)", "Như Điều 3", "Các trường THCS", "Lưu: VT, NV"
    ]  # fmt: skip


def test_a_speck_is_no_recipient_and_a_colon_read_for_a_semicolon_heads_nothing() -> None:
    lines: list[tuple[Zone, str]] = [
        ("recipients", "Nơi nhận: é"), ("recipients", "- Các trạm y tế:"), ("recipients", "Bản giấy:"), ("recipients", "- Lưu: VT."),
    ]  # fmt: skip
    found = read(*lines, recognized=True)
    assert [line.value for line in found.recipients] == ["Các trạm y tế", "Lưu: VT"]
    assert [line.value for line in read(*lines).recipients] == ["Lưu: VT"]


@pytest.mark.parametrize(
    ("lines", "kind", "subject"),
    [
        (["KẾ HOẠCH", "Kiểm tra công tác văn thư năm 2031"], "KH", "Kiểm tra công tác văn thư năm 2031"),
        (["CHƯƠNG TRÌNH", "Công tác năm 2031."], "CTr", "Công tác năm 2031"),
        (["CHỈ THỊ", "Về việc phòng chống rét"], "CT", "Về việc phòng chống rét"),
        (["KẾ HOẠCH", "V/v phòng chống rét cho trâu bò"], "KH", "phòng chống rét cho trâu bò"),
        (["V/v phòng chống rét", "KẾ HOẠCH", "Phòng, chống rét cho trâu bò"], "KH", "Phòng, chống rét cho trâu bò"),
        (["KẾ HOẠCH PHỐI HỢP", "Nạo vét kênh mương"], "KH", "Nạo vét kênh mương"),
        (["KẾ HOẠCH Tổ chức hội thi năm 2031"], "KH", "Tổ chức hội thi năm 2031"),
        (["Chương trình “Tết trồng cây”"], "CTr", "“Tết trồng cây”"),
        (
            ["KẾ HOẠCH", "Tổ chức hội thi", "năm 2031", "(Ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 3/2/2031)"],
            "KH", "Tổ chức hội thi năm 2031",
        ),
    ],
)  # fmt: skip
def test_type_and_subject(lines: list[str], kind: str, subject: str) -> None:
    found = read(*(("title", line) for line in lines))
    assert found.type is not None and found.title is not None
    assert (found.type.value, found.title.value) == (kind, subject)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Trường xây dựng kế hoạch trồng cây đầu xuân như sau: I. MỤC ĐÍCH", "KH"),
        ("Hội ban hành chương trình trồng cây, cụ thể như sau:", "CTr"),
        ("Trường xây dựng kế hoạch trồng cây đầu xuân.", None),
        ("Các đơn vị báo cáo kết quả như sau:", None),
    ],
)
def test_the_type_where_only_the_text_tells_it(said: str, kind: str | None) -> None:
    found = read(("body", said)).type
    assert (found.value if found else None) == kind
    assert found is None or found.inferred


def test_the_decision_that_carries_the_plan() -> None:
    found = read(
        ("title", "KẾ HOẠCH"), ("title", "Tổ chức hội thi năm 2031"),
        ("title", "(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 03 tháng 02 năm 2031 của Chủ tịch UBND xã Mẫu)"),
    )  # fmt: skip
    assert found.carrier is not None
    assert (found.carrier.type, found.carrier.number, found.carrier.issued_on) == ("QĐ", "88/QĐ-UBND", "2031-02-03")
    assert found.carrier.issuer == "Chủ tịch UBND xã Mẫu"


def test_a_number_left_blank_below_the_title_is_that_of_the_decisions_own_head() -> None:
    found = read(
        ("carrier", "Số: 88/QĐ-UBND"), ("carrier", "QUYẾT ĐỊNH"), ("carrier", "Điều 1. Ban hành kế hoạch."),
        ("title", "KẾ HOẠCH"), ("title", "Tổ chức hội thi năm 2031"),
        ("title", "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2031 của Chủ tịch UBND xã Mẫu)"),
    )  # fmt: skip
    assert found.carrier is not None and found.carrier.number == "88/QĐ-UBND"


def test_the_decision_before_the_plan_carries_it() -> None:
    found = read(
        ("carrier", "Số: 88/QĐ-UBND"), ("carrier", "QUYẾT ĐỊNH"), ("carrier", "Điều 1. Ban hành kế hoạch."),
        ("title", "KẾ HOẠCH"), ("title", "Tổ chức hội thi năm 2031"),
    )  # fmt: skip
    assert found.carrier is not None and (found.carrier.type, found.carrier.number) == ("QĐ", "88/QĐ-UBND")


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Phát động phong trào thi đua yêu nước năm 2031", "annual_launch"),
        ("Phát động đợt thi đua cao điểm chào mừng 70 năm ngày thành lập ngành", "campaign_launch"),
        ("Công tác thi đua, khen thưởng năm 2031", "annual_work_plan"),
        ("Triển khai thực hiện Nghị quyết số 7-NQ/TU của Tỉnh ủy", "implementation_plan"),
        ("Kiểm tra công tác cải cách hành chính năm 2031", "inspection_plan"),
        ("Về việc may đồng phục", "other"),
    ],
)
def test_kind_of_plan(subject: str, kind: str) -> None:
    assert read(("title", "KẾ HOẠCH"), ("title", subject)).plan_kind == kind


def test_electronic_signature_and_marks() -> None:
    pieces = (
        Furniture("digital_signature", 1, None, Text.inserted("Ký bởi: UBND xã Mẫu Thời gian ký: 05/01/2031 08:15:24 +07:00")),
        Furniture("urgency", 1, None, Text.inserted("HỎA TỐC")),
    )  # fmt: skip
    found = read(("title", "KẾ HOẠCH"), furniture=pieces)
    assert [(s.kind, s.by, s.at, s.text) for s in found.stamps] == [
        ("digital_signature", "UBND xã Mẫu", "2031-01-05T08:15:24+07:00", pieces[0].text.value),
        ("urgency", None, None, "HỎA TỐC"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code", "subject"),
    [
        ("Chỉ thị về triển khai Luật Cầu đường", "CT", "về triển khai Luật Cầu đường"),
        ("Nghị quyết Hội nghị lần thứ 3 Ban Chấp hành Hội Làm vườn về trồng cây", "NQ", "về trồng cây"),
    ],
)
def test_type_and_subject_on_one_line(line: str, code: str, subject: str) -> None:
    found = read(("title", line))
    assert found.type and found.title
    assert (found.type.value, found.title.value) == (code, subject)


@pytest.mark.parametrize("body", ["TỔNG CỤC TIÊU CHUẨN", "HẠ TẦNG VÀ BẾN BÃI"])
def test_the_body_below_a_post_is_no_name(body: str) -> None:
    found = read(("signature", "TUQ. BỘ TRƯỞNG"), ("signature", "Q. TỔNG CỤC TRƯỞNG"), ("signature", body))
    assert found.signer is not None and found.signer.name is None


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("BỘ CHQS TỈNH ĐIỆN BIÊN", "BẠN CHQS HUYỆN MƯỜNG CHÀ"), "Ban Chỉ huy Quân sự huyện Mường Chà"),
        (("UBND XÃ NẬM HÀNG", "TRUNG TÂM HỌC TẬP", "CỘNG ĐỒNG XÃ"), "Trung tâm Học tập cộng đồng xã"),
        (("TỈNH LAI CHÂU", "CỤM THI ĐUA", "SỐ 3"), "Cụm thi đua số 3"),
    ],
)
def test_the_first_word_of_a_body_whose_marks_were_misread(lines: tuple[str, ...], issuer: str) -> None:
    found = read(*(("issuer", line) for line in lines), ("number", "Số: 3/KH-BCH"))
    assert found.issuer is not None and found.issuer.value.startswith(issuer)


def test_a_commune_lies_in_the_province_that_the_plan_names_not_where_a_district_bears_its_name() -> None:
    letterhead = (("issuer", "ỦY BAN NHÂN DÂN"), ("issuer", "XÃ TÂN HƯNG"), ("number", "Số: 4/KH-UBND"))
    dated = ("place_date", "Tân Hưng, ngày 04 tháng 8 năm 2025")
    body = ("body", "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Cà Mau, xã tổ chức ra quân.")
    found = read(*letterhead, dated, ("title", "KẾ HOẠCH"), body)
    assert found.province is not None and found.province.value == "96"


def test_the_last_word_of_an_office_that_keeps_a_copy_is_no_paraph() -> None:
    found = read(("recipients", "- Lưu: VT, HS Cụm."))
    assert [line.value for line in found.recipients] == ["Lưu: VT, HS Cụm"]
