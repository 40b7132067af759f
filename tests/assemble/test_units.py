"""Names of units in full, as the plan's own context makes them."""

from __future__ import annotations

import pytest

from kehoach.assemble.units import UnitNames
from kehoach.model.document import Span
from kehoach.model.document_info import DocumentInfo
from kehoach.model.fact import Definition
from kehoach.rules.load import load

DEPARTMENT = "Sở Công Thương tỉnh Bến Tre"
DISTRICT = "Ủy ban nhân dân huyện Vân Hồ"
OFFICE = "Phòng Nội vụ huyện Vân Hồ"


def names(issuer: str | None, *definitions: tuple[str, str]) -> UnitNames:
    made = [Definition(short, full, Span(0, 1), "bracket") for short, full in definitions]
    return UnitNames.of(DocumentInfo(issuer=issuer), made, load())


@pytest.mark.parametrize(
    ("printed", "issuer", "full"),
    [
        ("Văn phòng", DEPARTMENT, "Văn phòng Sở"),
        ("Thanh tra", DEPARTMENT, "Thanh tra Sở"),
        ("Thanh tra", DISTRICT, "Thanh tra"),
        ("Phòng Lao động - TB&XH", DISTRICT, "Phòng Lao động - Thương binh và Xã hội"),
        ("Sở", DEPARTMENT, "Sở Công Thương"),
        ("Huyện đoàn", "Huyện đoàn Vân Hồ", "Huyện đoàn Vân Hồ"),
        ("Huyện đoàn", DISTRICT, "Huyện đoàn"),
        ("Thường trực Huyện hội", "Hội Nông dân huyện Vân Hồ", "Thường trực Hội Nông dân huyện"),
        ("Tỉnh hội", DISTRICT, "Tỉnh hội"),
        ("Các Phó Trưởng phòng", OFFICE, "Các Phó Trưởng phòng Nội vụ"),
        ("Trưởng phòng", DEPARTMENT, "Trưởng phòng"),
        ("các phòng chuyên môn", "Bộ Chỉ huy Quân sự tỉnh Bến Tre", "Các phòng chuyên môn thuộc Bộ Chỉ huy"),
        ("Ban CĐ huyện", DISTRICT, "Ban Chỉ đạo huyện"),
        ("CT UBND xã", DISTRICT, "Chủ tịch Ủy ban nhân dân xã"),
        ("Các PGD", "Ngân hàng Chính sách xã hội Chi nhánh tỉnh Bến Tre", "Các Phòng giao dịch"),
        ("Các PGD", DISTRICT, "Các Phòng Giáo dục và Đào tạo"),
        ("Công đoàn ngành", DEPARTMENT, "Công đoàn ngành Công Thương"),
        ("Công đoàn ngành", DISTRICT, "Công đoàn ngành"),
        ("Ủy ban kiểm tra", "Liên đoàn Lao động huyện Vân Hồ", "Ủy ban kiểm tra Liên đoàn Lao động huyện"),
        ("TT DVTH", DISTRICT, "Trung tâm Dịch vụ tổng hợp"),
        ("TT HĐND huyện", DISTRICT, "Thường trực Hội đồng nhân dân huyện"),
        ("Hội PN", DISTRICT, "Hội Phụ nữ"),
        ("TT VH-TT huyện", DISTRICT, "Trung tâm Văn hóa - Thể thao huyện"),
        ("Ban TG HU", DISTRICT, "Ban Tuyên giáo Huyện ủy"),
        ("P.KT-HT", DISTRICT, "Phòng Kinh tế và Hạ tầng"),
        ("P.TC-KH", DISTRICT, "Phòng Tài chính - Kế hoạch"),
        ("UBND các xã, TT", DISTRICT, "Ủy ban nhân dân các xã, thị trấn"),
        ("NHNN&PTNT", DISTRICT, "Ngân hàng Nông nghiệp và Phát triển nông thôn"),
        ("Quân sự huyện", DISTRICT, "Ban Chỉ huy Quân sự huyện"),
        ("Các tổ chức CT-XH huyện", DISTRICT, "Các tổ chức chính trị - xã hội huyện"),
        ("Bệnh viện", "Bệnh viện Mắt tỉnh Bến Tre", "Bệnh viện Mắt tỉnh Bến Tre"),
        ("Cổng TTĐT huyện", DISTRICT, "Cổng thông tin điện tử huyện"),
        ("VP.HĐND&UBND huyện", DISTRICT, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
        ("CC Thú y", DISTRICT, "Chi cục Thú y"),
        ("NHCSXH CN tỉnh", DISTRICT, "Ngân hàng Chính sách xã hội Chi nhánh tỉnh"),
        ("BTT UBMTTQ huyện", DISTRICT, "Ban Thường trực Ủy ban Mặt trận Tổ quốc huyện"),
        ("PC08", "Công an tỉnh Bến Tre", "Phòng Cảnh sát giao thông"),
        ("PC08", DISTRICT, "PC08"),
        ("TT CM", "Trường Tiểu học Hòa An", "Tổ trưởng chuyên môn"),
        ("Các phòng chuyên môn", DEPARTMENT, "Các phòng chuyên môn thuộc Sở"),
        ("các đơn vị trực thuộc", DEPARTMENT, "Các đơn vị trực thuộc Sở"),
        ("Các đơn vị thuộc và trực thuộc sở", DEPARTMENT, "Các đơn vị thuộc, trực thuộc Sở"),
        ("Công đoàn cơ sở", DEPARTMENT, "Công đoàn cơ sở"),
        ("Văn phòng sở", DEPARTMENT, "Văn phòng Sở"),
        ("Từng phòng chuyên môn", DEPARTMENT, "Phòng chuyên môn thuộc Sở"),
        ("Nhà trường", "Trường Tiểu học Hoa Ban", "Trường Tiểu học Hoa Ban"),
        ("mỗi trạm, đội", DEPARTMENT, "Các trạm, đội"),
        ("Đ/c Lý Thị Mẩy - Phó Hiệu trưởng", DEPARTMENT, "Đồng chí Lý Thị Mẩy - Phó Hiệu trưởng"),
        ("Bà H'Hen, Phó Chủ tịch, Trưởng ban", DISTRICT, "Bà H'Hen, Phó Chủ tịch, Trưởng ban"),
        ("Đ/c Pín (Bí thư Chi đoàn)", DISTRICT, "Đồng chí Pín (Bí thư Chi đoàn)"),
        ("Đ/c Pín (vắng thì cử người thay)", DISTRICT, "Đồng chí Pín"),
        ("Phó Giám đốc (Trưởng ban)", DEPARTMENT, "Phó Giám đốc"),
        ("Các phòng, trung tâm", DEPARTMENT, "Các phòng, trung tâm thuộc Sở"),
        ("Các phòng, trung tâm", DISTRICT, "Các phòng, trung tâm"),
        ("Các phòng học", DEPARTMENT, "Các phòng học"),
        ("Công đoàn", "Trường Tiểu học Hoa Ban", "Công đoàn trường"),
        ("Công đoàn ngành", "Trường Tiểu học Hoa Ban", "Công đoàn ngành"),
        ("Chi đoàn", "Trường Tiểu học Hoa Ban", "Chi đoàn"),
        ("Đoàn TN", "Bệnh viện Mắt tỉnh Bến Tre", "Đoàn Thanh niên Bệnh viện"),
        ("Công đoàn", DEPARTMENT, "Công đoàn"),
        ("Đội TH-NV-DT", DEPARTMENT, "Đội Tổng hợp - Nghiệp vụ - Dự toán"),
        ("cấp huyện", "Hội Nông dân tỉnh Bến Tre", "Hội Nông dân huyện"),
        ("Hội đồng TĐKT Sở", DEPARTMENT, "Hội đồng Thi đua - Khen thưởng Sở"),
        ("Hội đồng thi đua, khen thưởng", DEPARTMENT, "Hội đồng Thi đua - Khen thưởng"),
        ("các đồng chí ủy viên Hội đồng", DEPARTMENT, "Ủy viên Hội đồng"),
        ("Đồng chí Hà", DEPARTMENT, "Đồng chí Hà"),
        ("Phòng VHXH", DISTRICT, "Phòng Văn hóa - Xã hội"),
        ("Học viện QLGD", DEPARTMENT, "Học viện Quản lý giáo dục"),
        ("Chánh án Tòa án huyện", DISTRICT, "Chánh án Tòa án nhân dân huyện"),
        ("Đoàn xã", DISTRICT, "Đoàn Thanh niên xã"),
        ("- UBND các xã, thị trấn;", DISTRICT, "Ủy ban nhân dân các xã, thị trấn"),
        ("Văn phòng", DISTRICT, "Văn phòng Ủy ban nhân dân huyện"),
        ("UBND", DISTRICT, "Ủy ban nhân dân huyện"),
        ("Phòng GD&ĐT", DISTRICT, "Phòng Giáo dục và Đào tạo"),
        ("các đơn vị trực thuộc", OFFICE, "Các đơn vị trực thuộc Phòng Nội vụ"),
        ("Hội CCB xã", None, "Hội Cựu chiến binh xã"),
        ("Sở Tư pháp (cơ quan thường trực)", DISTRICT, "Sở Tư pháp"),
        ("Ban TĐKT tỉnh thuộc Sở Nội vụ", DISTRICT, "Ban Thi đua - Khen thưởng tỉnh"),
        ("Văn phòng", "Tòa án nhân dân tỉnh Bến Tre", "Văn phòng Tòa án nhân dân tỉnh"),
        ("Văn phòng", "Cục Thống kê tỉnh Bến Tre", "Văn phòng Cục"),
        ("Văn phòng", "Liên đoàn Lao động tỉnh Bến Tre", "Văn phòng Liên đoàn Lao động tỉnh"),
        ("các xí nghiệp trực thuộc", "Công ty Cấp nước Bến Tre", "Các xí nghiệp trực thuộc"),
        ("sở, ban, ngành", DEPARTMENT, "Sở, ban, ngành"),
        ("Văn phòng", "Thuế tỉnh Bến Tre", "Văn phòng Thuế tỉnh"),
        ("Sở NN&MT", DISTRICT, "Sở Nông nghiệp và Môi trường"),
        ("BCHQS huyện", DISTRICT, "Ban Chỉ huy Quân sự huyện"),
        ("BCH Quân sự xã", DISTRICT, "Ban Chỉ huy Quân sự xã"),
        ("Văn phòng", "Tổng công ty Mía Mẫu - Công đoàn Tổng công ty Mía Mẫu", "Văn phòng Tổng công ty"),
        ("Văn phòng", "Bệnh viện Mắt tỉnh Bến Tre", "Văn phòng Bệnh viện"),
        ("Các đơn vị thành viên", "Khối thi đua số 3 tỉnh Bến Tre", "Các đơn vị thành viên Khối thi đua số 3"),
        ("Sở Công Thương - Cụm trưởng", "Cụm thi đua số 3 tỉnh Bến Tre", "Sở Công Thương"),
        ("Sở Xây dựng - Phó trưởng khối thi đua", DEPARTMENT, "Sở Xây dựng"),
        ("Ban Tổ chức - Kiểm tra", DEPARTMENT, "Ban Tổ chức - Kiểm tra"),
        ("Phòng TC-HC-QT", None, "Phòng Tổ chức - Hành chính - Quản trị"),
        ("Tổ trưởng CM", None, "Tổ trưởng chuyên môn"),
        ("các CCT", None, "Các Chi cục Thuế"),
        ("Đ/c Hà", DEPARTMENT, "Đồng chí Hà"),
        ("P. TCHC", None, "Phòng Tổ chức - Hành chính"),
        ("P.Hiệu trưởng", None, "Phó Hiệu trưởng"),
        ("P. QLKH", None, "Phòng Quản lý khoa học"),
        ("Phòng QLKH-HTQT", None, "Phòng Quản lý khoa học và Hợp tác quốc tế"),
        ("TTr huyện", DISTRICT, "Thanh tra huyện"),
        ("PX Lò hơi", None, "Phân xưởng Lò hơi"),
        ("CĐ công ty", None, "Công đoàn công ty"),
        ("Các ban chuyên môn", "Hội Nông dân tỉnh Bến Tre", "Các ban chuyên môn Hội Nông dân tỉnh"),
        ("Trung tâm Văn hóa và TT-TH", None, "Trung tâm Văn hóa và Truyền thanh - Truyền hình"),
        ("Chi cục CN&TY", None, "Chi cục Chăn nuôi và Thú y"),
        ("các đồn BP", None, "Các đồn Biên phòng"),
        ("Đội TT-HT", None, "Đội Tuyên truyền - Hỗ trợ"),
        ("Hiệu trưởng các trường MN, TH", None, "Hiệu trưởng các trường mầm non, tiểu học"),
        ("Văn phòng HĐND&UBND huyện", None, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
    ],
)
def test_full_name(printed: str, issuer: str | None, full: str) -> None:
    assert names(issuer).full(printed) == full


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Công an TP. Hòa An", "Công an thành phố Hòa An"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("UBND các huyện, TP, TX", "Ủy ban nhân dân các huyện, thành phố, thị xã"),
    ],
)
def test_cities_and_towns_are_written_out(printed: str, full: str) -> None:
    assert names(None).full(printed) == full


def test_a_union_of_a_branch_calls_itself_so() -> None:
    info = DocumentInfo(issuer="Công đoàn ngành Giáo dục tỉnh Bến Tre")
    text = "Công đoàn ngành phát động hội thi. Văn phòng Công đoàn ngành nhận hồ sơ."
    known = UnitNames.of(info, [], load(), text)
    assert known.full("Văn phòng") == "Văn phòng Công đoàn ngành"
    assert known.full("Ban Tuyên giáo - Nữ công") == "Ban Tuyên giáo - Nữ công Công đoàn ngành"


def test_the_plans_own_abbreviations_come_first() -> None:
    assert names(DISTRICT, ("BQL", "Ban Quản lý rừng phòng hộ")).full("BQL") == "Ban Quản lý rừng phòng hộ"


def test_the_unions_within_are_those_of_the_house_that_the_plan_names() -> None:
    info = DocumentInfo(issuer="Công ty Dệt may Bến Tre")
    known = UnitNames.of(info, [], load(), "Công đoàn Công ty lo quà. Đoàn thanh niên dựng rạp.")
    assert known.full("Đoàn thanh niên") == "Đoàn thanh niên Công ty"
    assert names("Công ty Dệt may Bến Tre").full("Đoàn thanh niên") == "Đoàn thanh niên Công ty"
    assert (
        UnitNames.of(DocumentInfo(issuer=DISTRICT), [], load(), "Công đoàn Sở lo quà.").full("Công đoàn") == "Công đoàn"
    )


def test_the_boards_of_a_union_are_named_as_the_plan_names_one() -> None:
    known = names("Hội Nông dân huyện Vân Hồ").knowing(["Ban Kinh tế Hội Nông dân huyện", "Ban Tuyên giáo"])
    assert known.full("Ban Tuyên giáo") == "Ban Tuyên giáo Hội Nông dân huyện"


def test_departments_are_the_ones_that_the_plan_names() -> None:
    known = names(DEPARTMENT).knowing(["các phòng, đơn vị thuộc Sở", "Các phòng, đơn vị"])
    assert known.full("Các phòng, đơn vị") == "Các phòng, đơn vị thuộc Sở"


def test_the_plan_shortens_a_name_to_words_of_its_own() -> None:
    known = names(DISTRICT, ("Đoàn số 3", "Đoàn khảo sát cầu treo số 3"), ("Trạm", "Ban Quản lý bến"))
    assert known.full("Đoàn số 3") == "Đoàn khảo sát cầu treo số 3"
    assert known.full("Đoàn số 3A") == "Đoàn số 3A"
    assert known.full("Trạm") == "Trạm"


def test_a_name_for_many_is_no_abbreviation() -> None:
    found = names(DISTRICT, ("đơn vị", "doanh nghiệp nhà nước, hợp tác xã, hộ kinh doanh"))
    assert found.full("Các đơn vị") == "Các đơn vị"


def test_the_council_is_the_one_that_the_plan_names() -> None:
    info = DocumentInfo(issuer="Ủy ban nhân dân tỉnh Bến Tre")
    text = "Hội đồng Thi đua - Khen thưởng tỉnh họp mỗi quý. Hội đồng xét hồ sơ."
    full = "Hội đồng Thi đua - Khen thưởng tỉnh"
    assert UnitNames.of(info, [], load(), text).full("Hội đồng") == full
    assert UnitNames.of(info, [], load(), f"{text} Hội đồng Sáng kiến tỉnh chấm điểm.").full("Hội đồng") == "Hội đồng"


def test_a_trade_union_is_the_one_that_the_plan_names() -> None:
    known = names(DEPARTMENT).knowing(["Công đoàn cơ sở", "Công đoàn"])
    assert known.full("Công đoàn") == "Công đoàn cơ sở"


def test_a_short_mention_takes_the_one_fuller_name_of_the_document() -> None:
    known = names(DEPARTMENT).knowing(["các đơn vị trực thuộc", "Văn phòng"])
    assert known.full("Các đơn vị") == "Các đơn vị trực thuộc Sở"


def test_a_short_mention_takes_the_fuller_name_of_those_to_whom_the_plan_is_sent_or_whose_heads_act() -> None:
    sent = DocumentInfo(
        issuer="Sở Y tế tỉnh Hòa Bình", recipients=("Các cơ quan, đơn vị trực thuộc Sở (để thực hiện)",)
    )
    known = UnitNames.of(sent, (), load()).knowing(["Văn phòng"])
    assert known.full("cơ quan, đơn vị") == "Các cơ quan, đơn vị trực thuộc Sở"
    assert known.full("các cơ quan, đơn vị") == "Các cơ quan, đơn vị"
    known = names(DEPARTMENT).knowing(
        ["Lãnh đạo các trạm trực thuộc ngành Thú y", "Lãnh đạo các đơn vị trực thuộc ngành Thú y"]
    )
    assert known.full("Các đơn vị") == "Các đơn vị trực thuộc ngành Thú y"


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Văn phòng", "Văn phòng Huyện hội"),
        ("Ban Kinh tế", "Ban Kinh tế Huyện hội"),
        ("các ban", "Các ban Huyện hội"),
        ("Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo Huyện ủy"),
        ("Ban Tổ chức hội thi", "Ban Tổ chức hội thi"),
    ],
)
def test_the_organs_of_a_union_that_calls_itself_in_short(printed: str, full: str) -> None:
    info = DocumentInfo(issuer="Hội Nông dân huyện Vân Hồ")
    plan = "gửi về Huyện hội trước ngày 10/5; Huyện hội tổng hợp"
    assert UnitNames.of(info, (), load(), plan).full(printed) == full


def test_initials_are_told_by_the_plans_own_names() -> None:
    known = names(DISTRICT).knowing(["Ban Vận động quỹ mái ấm", "BVĐQMA", "Trạm Giống lúa"])
    assert known.full("BVĐQMA") == "Ban Vận động quỹ mái ấm"
    assert known.full("BVQMA") == "BVQMA"


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("TT VH-TT huyện", "Trung tâm Văn hóa - Thông tin huyện"),
        ("TTVH-TT", "Trung tâm Văn hóa - Thông tin"),
        ("Phòng VH-TT", "Phòng Văn hóa và Thông tin"),
    ],
)
def test_initials_are_those_of_the_plan_whatever_they_stand_for_elsewhere(printed: str, full: str) -> None:
    assert names(DISTRICT).knowing(("Trung tâm Văn hóa - Thông tin",)).full(printed) == full


def test_a_committee_that_plans_calls_itself_by_its_kind() -> None:
    short, full = "BCĐ", "Ban Chỉ đạo phong trào xóa nhà tạm huyện"
    assert names("Ban Chỉ đạo phong trào xóa nhà tạm", (short, full)).full("BCĐ các xã") == "Ban Chỉ đạo các xã"
    assert names(DISTRICT, (short, full)).full("BCĐ") == full


def test_the_union_of_a_house_that_has_one_of_the_ground_bears_no_name_of_the_house() -> None:
    info = DocumentInfo(issuer="Bệnh viện Phổi tỉnh Bến Tre")
    told = UnitNames.of(info, (), load(), "phối hợp với Công đoàn cơ sở, Đoàn Thanh niên")
    assert told.full("Đoàn Thanh niên") == "Đoàn Thanh niên"
    other = UnitNames.of(info, (), load(), "các công đoàn cơ sở trực thuộc; phối hợp với Đoàn Thanh niên")
    assert other.full("Đoàn Thanh niên") == "Đoàn Thanh niên Bệnh viện"


def test_a_term_of_the_plan_stands_apart_from_what_follows() -> None:
    lumped = names(DISTRICT, ("cơ quan, đơn vị", "các phòng, ban chuyên môn và trường học"))
    assert lumped.apart("các cơ quan, đơn vị, địa phương") == ("các cơ quan, đơn vị", "địa phương")
    assert names(DISTRICT).apart("các phòng, trạm, địa phương") == ("các phòng, trạm, địa phương",)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("các sở, ban, ngành và địa phương", ("các sở, ban, ngành", "địa phương")),
        ("Các cơ quan, đơn vị, địa phương", ("Các cơ quan, đơn vị", "địa phương")),
        ("Các đơn vị, địa phương, doanh nghiệp trong vùng", ("Các đơn vị", "địa phương", "doanh nghiệp trong vùng")),
        ("Thủ trưởng các cơ quan, đơn vị, địa phương", ("Thủ trưởng các cơ quan, đơn vị, địa phương",)),
        ("Trạm trưởng cấp huyện, cấp xã", ("Trạm trưởng cấp huyện", "Trạm trưởng cấp xã")),
        ("Ban Vận động cấp tỉnh và huyện", ("Ban Vận động cấp tỉnh", "Ban Vận động cấp huyện")),
    ],
)
def test_places_and_levels_stand_apart(printed: str, parts: tuple[str, ...]) -> None:
    assert names(DISTRICT).apart(printed) == parts


def test_heads_in_short_are_those_of_the_plan() -> None:
    known = names(DISTRICT).knowing(["Trưởng khối thi đua", "Trưởng khối", "Cụm trưởng"])
    assert (known.full("Trưởng khối"), known.full("Cụm trưởng")) == ("Trưởng khối thi đua", "Cụm trưởng")


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Giao Đội Quản lý bến bãi số 1, số 2 trực đêm; Đội số 2 giữ xe.", "Đội Quản lý bến bãi số 2"),
        ("Đội Xe buýt số 2 rửa xe, Đội Xe khách số 2 thay lốp; Đội số 2 nghỉ.", "Đội số 2"),
        ("Đội số 2 dọn kho theo Kế hoạch số 2.", "Đội số 2"),
    ],
)
def test_a_body_by_kind_and_number(text: str, full: str) -> None:
    assert UnitNames.of(DocumentInfo(issuer=DEPARTMENT), [], load(), text).full("Đội số 2") == full


@pytest.mark.parametrize(
    ("name", "issuer", "full"),
    [
        ("Hội Cựu chiến binh", DISTRICT, "Hội Cựu chiến binh huyện"),
        ("Liên đoàn Lao động", DISTRICT, "Liên đoàn Lao động huyện"),
        ("Công an", "Ủy ban nhân dân xã Vân Hồ", "Công an xã"),
        ("Đoàn Thanh niên", "Ủy ban nhân dân xã Vân Hồ", "Đoàn Thanh niên xã"),
        ("Đoàn Thanh niên", DISTRICT, "Đoàn Thanh niên"),
        ("Hội Cựu chiến binh các xã", DISTRICT, "Hội Cựu chiến binh các xã"),
        ("Hội Cựu chiến binh", DEPARTMENT, "Hội Cựu chiến binh"),
        ("Phòng Nội vụ", DISTRICT, "Phòng Nội vụ"),
        ("Trạm Y tế", "Ủy ban nhân dân Phường 5 quận Tân Hòa", "Trạm Y tế phường"),
        ("Trưởng Công an", "Ủy ban nhân dân phường 12 quận Tân Hòa", "Trưởng Công an phường"),
        ("Trạm Y tế", DISTRICT, "Trạm Y tế"),
        ("Trung tâm Phục vụ hành chính công", "Ủy ban nhân dân xã Vân Hồ", "Trung tâm Phục vụ hành chính công xã"),
        ("Thanh tra", "Ủy ban nhân dân tỉnh Bến Tre", "Thanh tra tỉnh"),
        ("Bảo hiểm xã hội", "Ban Chỉ đạo giảm nghèo huyện Vân Hồ", "Bảo hiểm xã hội huyện"),
        ("Ủy ban nhân dân", DISTRICT, "Ủy ban nhân dân huyện"),
    ],
)
def test_associations_have_the_rank_of_the_committee_that_plans(name: str, issuer: str, full: str) -> None:
    assert names(issuer).here(name) == full


def test_a_delegation_in_short_is_the_one_that_the_plan_names() -> None:
    text = "Thành lập Đoàn khảo sát liên ngành. Đoàn làm việc tại bến."
    assert UnitNames.of(DocumentInfo(issuer=DISTRICT), [], load(), text).full("Đoàn") == "Đoàn khảo sát"
    two = f"{text} Đoàn thanh tra lập biên bản."
    assert UnitNames.of(DocumentInfo(issuer=DISTRICT), [], load(), two).full("Đoàn") == "Đoàn"
    union = DocumentInfo(issuer="Huyện đoàn Vân Hồ")
    assert UnitNames.of(union, [], load(), text).full("Đoàn") == "Đoàn"


def test_a_class_of_offices_has_the_rank_that_the_plan_says_once() -> None:
    info = DocumentInfo(issuer=DISTRICT)
    known = UnitNames.of(info, [], load(), "Các phòng, ban, đoàn thể huyện trực chốt. Các phòng, ban, đoàn thể lập sổ.")
    assert known.full("các phòng, ban, đoàn thể") == "Các phòng, ban, đoàn thể huyện"
    assert known.full("các phòng, ban") == "Các phòng, ban"


@pytest.mark.parametrize(
    ("text", "post", "full"),
    [
        ("1. Cụm trưởng (UBND xã Hòa An)\nHọp bình xét.", "Cụm trưởng", "Ủy ban nhân dân xã Hòa An"),
        ("Các đơn vị bầu Sở Y tế làm Khối trưởng, Thanh tra tỉnh làm Khối phó.", "Trưởng khối", "Sở Y tế"),
        ("Công an huyện Vân Hồ - Phó Trưởng Cụm; kho bạc giữ sổ.", "Cụm phó", "Công an huyện Vân Hồ"),
        ("Đ/c Lê An, Giám đốc Sở Y tế, Khối trưởng: điều hành.", "Khối trưởng", "Khối trưởng"),
        ("Sở Y tế (Khối trưởng) họp. Năm sau: Sở Xây dựng (Khối trưởng).", "Khối trưởng", "Khối trưởng"),
        ("Khối trưởng: ông Lê Văn An.", "Khối trưởng", "Khối trưởng"),
        ("Trạm Y tế trực dịch. Trưởng trạm chia ca.", "Trưởng trạm", "Trưởng Trạm Y tế"),
        ("Các trạm y tế trực dịch, Trạm Y tế Hòa An phun thuốc.", "Trưởng trạm", "Trưởng trạm"),
    ],
)
def test_who_holds_a_post_among_those_who_compete(text: str, post: str, full: str) -> None:
    assert UnitNames.of(DocumentInfo(issuer="Cụm thi đua số 2 tỉnh Bến Tre"), [], load(), text).full(post) == full
