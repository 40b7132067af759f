"""Movements by quoted name, proper name and description; movements in general are none."""

from __future__ import annotations

import pytest

from kehoach.extract.movements import movements
from kehoach.extract.movements.movement_names import same_movement
from tests.extract.written import bare, written

NAMED = [
    ("Hưởng ứng phong trào thi đua “Ba giỏi”.", ["Ba giỏi"]),
    ("Triển khai phong trào “Ba giỏi”, “Hai tốt”; “Một vững”.", ["Ba giỏi", "Hai tốt", "Một vững"]),
    ("Tham gia cuộc vận động xây dựng “Chi hội năm tốt”.", ["xây dựng Chi hội năm tốt"]),
    ("Thực hiện phong trào thi đua do Tỉnh đoàn phát động “Thắp sáng đường quê”.", ["Thắp sáng đường quê"]),
    ("Mở đợt thi đua nước rút 45 ngày đêm với khẩu hiệu “Gặt trước lũ”.", ["đợt thi đua nước rút 45 ngày đêm"]),
    ("Mở đợt thi đua nước rút 45 ngày. Tổng kết đợt thi đua 45 ngày vào tháng 9.", ["đợt thi đua nước rút 45 ngày"]),
    ("Đợt kiểm tra 45 ngày chia làm hai lượt.", []),
    ("Mở cao điểm 20 ngày “Không ghe nào thiếu phao”.", ["Không ghe nào thiếu phao"]),
    ("Tránh ra vào giờ cao điểm “tan ca”.", []),
    ("Ra sức thi đua “Giữ rừng, phát triển rừng”.", ["Giữ rừng, phát triển rừng"]),
    ("Thi đua “Sạch bến, đẹp thuyền”", ["Sạch bến, đẹp thuyền"]),
    ("Duy trì phong trào “Bốn nhanh” (Cứu hỏa), “Hai đúng” (Quân nhu).", ["Bốn nhanh", "Hai đúng"]),
    ("Gắn với phong trào toàn dân tập bơi chống đuối nước.", ["phong trào toàn dân tập bơi chống đuối nước"]),
    ("Việc mở phong trào năm nay phải gọn; lấy phong trào làm một tiêu chí.", []),
    ("Tổ chức các đợt thi đua chào mừng các ngày lễ lớn.", []),
    (
        "Tham gia phong trào thi đua tập bơi chống đuối nước đối với học sinh.",
        ["phong trào thi đua tập bơi chống đuối nước"],
    ),
    ("Phát động phong trào toàn dân tập bơi chống đuối nước như sau:", ["phong trào toàn dân tập bơi chống đuối nước"]),
    ("Tham gia phong trào toàn dân tập bơi nói chung.", ["phong trào toàn dân tập bơi"]),
    ("Hưởng ứng các cuộc vận động xã hội, giữ sạch bến bãi.", []),
    ("Khai mạc Tuần lễ sinh hoạt đầu khóa.", []),
    ("Phong trào riêng của ngành: “Mỗi trạm một vườn”, “Sổ sạch”.", ["Mỗi trạm một vườn", "Sổ sạch"]),
    ("Đợt cao điểm: “Gặt nhanh, phơi sạch”.", ["Gặt nhanh, phơi sạch"]),
    ("Đợt 2 (từ 05/6 đến 20/6/2031): “Gặt nhanh, phơi sạch”.", []),
    (
        "Gắn với cuộc vận động “Sống đẹp, xứng danh “Người gác đèn” thời nay”.",
        ["Sống đẹp, xứng danh “Người gác đèn” thời nay"],
    ),
    ("Phong trào Toàn dân giữ sạch bờ kênh được nhân rộng.", ["Toàn dân giữ sạch bờ kênh"]),
    ("Gắn với Phong trào Thi đua Bến thắng trong toàn cảng.", ["Thi đua Bến thắng"]),
    ("Sau Tháng hành động, đặc biệt là dịp hè, các trạm báo cáo.", []),
    ("Kết thúc Tháng hành động các trạm gửi báo cáo.", []),
    ("Phong trào Đoàn của trường được giữ vững.", []),
    ("Phong trào Bến sạch được nhân rộng.", ["Bến sạch"]),
    (
        "Thực hiện các phong trào: Cả bến giữ luồng, Vì thợ đèn - Không ai đơn độc, Sông xanh.",
        ["Cả bến giữ luồng", "Vì thợ đèn - Không ai đơn độc", "Sông xanh"],
    ),
    ("Hưởng ứng các phong trào thi đua do Cục phát động, gồm: Sở Xây dựng, Cảng vụ.", []),
    ("Gắn phong trào “Giữ xe tốt” (Cuộc vận động 50) với huấn luyện.", ["Giữ xe tốt"]),
    ("Đánh giá phong trào Thi đua Bến thắng năm 2031 của Cảng vụ.", ["Thi đua Bến thắng"]),
    ("Tiêu chuẩn xếp loại phong trào CNVCLĐ và hoạt động công đoàn.", []),
    (
        "Giữ nhịp các phong trào thi đua trọng tâm của huyện như: Mái ấm cho người gác đèn; Sạch từ bến ra luồng; Cả xóm cùng trực lũ; "
        "chào mừng ngày hội sông nước.",
        ["Mái ấm cho người gác đèn", "Sạch từ bến ra luồng", "Cả xóm cùng trực lũ"],
    ),
    (
        "Hưởng ứng các phong trào thi đua như: Mái ấm cho người gác đèn; Sạch từ bến ra luồng; thủy thủ, thuyền viên thi đua "
        "giữ luồng sạch.",
        ["Mái ấm cho người gác đèn", "Sạch từ bến ra luồng", "thủy thủ, thuyền viên thi đua giữ luồng sạch"],
    ),
    (
        "Hưởng ứng cuộc vận động Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh ở bến sông.",
        ["Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"],
    ),
    ("Thực hiện chương trình công tác Đội và phong trào thiếu nhi năm học 2031 - 2032 của huyện.", []),
    ("Có ý thức tham gia các phong trào học tập, ủng hộ, văn nghệ.", []),
    (
        "Phát động đợt thi đua đặc biệt hướng tới kỷ niệm 30 năm ngày mở luồng.",
        ["đợt thi đua đặc biệt hướng tới kỷ niệm 30 năm ngày mở luồng"],
    ),
    (
        "Hưởng ứng phong trào thi đua hoàn thành nhiệm vụ, kế hoạch năm 2031 của Cảng vụ.",
        ["phong trào thi đua hoàn thành nhiệm vụ, kế hoạch năm 2031"],
    ),
    ("Đẩy mạnh các phong trào thi đua của trạm: Trạm A làm đèn, trạm B làm phao.", []),
    ("Ra quân chiến dịch 45 ngày đêm thông tuyến đường liên bản.", []),
    (
        "Phát động chiến dịch 45 ngày đêm thông tuyến đường liên bản.",
        ["chiến dịch 45 ngày đêm thông tuyến đường liên bản"],
    ),
    ("Ba phong trào cách mạng của học sinh: “Vượt khó”, “Sáng kiến nhỏ”.", ["Vượt khó", "Sáng kiến nhỏ"]),
    ("Hưởng ứng phong trào “Giữ đèo” của Đồn Biên phòng và “Giữ bến” của Cảng vụ.", ["Giữ đèo", "Giữ bến"]),
    ("Ra quân tháng cao điểm “Sạch nguồn nước”.", ["Sạch nguồn nước"]),
    ("Đợt II: thi đua cao điểm chào mừng 15 năm thành lập xã.", []),
    ("Thực hiện phong trào “Vững tay lái”; tổng kết phong trào “Vững tay lái” năm 2031.", ["Vững tay lái"]),
    ("Đợt 1: chủ điểm “Trường em mùa hoa”.", []),
    ("Đẩy mạnh phong trào thi đua bảo đảm thiết thực.", []),
    ("Đẩy mạnh phong trào hiến máu tình nguyện trong đoàn viên.", ["phong trào hiến máu tình nguyện"]),
    ("Phát động phong trào tự làm, tự sửa đồ dùng để phục vụ dạy học.", ["phong trào tự làm, tự sửa đồ dùng"]),
    ("Xây dựng phong trào khuyến đọc, phong trào khuyến tài.", ["phong trào khuyến đọc", "phong trào khuyến tài"]),
    ("Tích cực hưởng ứng các phong trào thi đua Lao động xuất sắc.", ["Lao động xuất sắc"]),
    (
        "Phát động phong trào xây dựng thôn, bản đạt chuẩn văn minh.",
        ["phong trào xây dựng thôn, bản đạt chuẩn văn minh"],
    ),
    ("Lễ phát động Tháng hành động vì người cao tuổi và tặng quà.", ["Tháng hành động vì người cao tuổi"]),
    ("Báo cáo kết quả Tháng Thanh niên chậm nhất ngày 05/4.", ["Tháng Thanh niên"]),
    ("Hưởng ứng “Năm Dân vận chính quyền 2022” do tỉnh phát động.", ["Năm Dân vận chính quyền 2022"]),
    ("Ra quân Tháng cao điểm “Vì nụ cười trẻ thơ”.", ["Vì nụ cười trẻ thơ"]),
    (
        "Hưởng ứng Tuần lễ Quốc gia Phòng chống thiên tai - Cứu hộ.",
        ["Tuần lễ Quốc gia Phòng chống thiên tai - Cứu hộ"],
    ),
    (
        "Mở đợt thi đua cao điểm 50 ngày đêm chào mừng Ngày thành lập Hội kết thúc vào tháng 10.",
        ["đợt thi đua cao điểm 50 ngày đêm chào mừng Ngày thành lập Hội"],
    ),
    ("Hưởng ứng Tháng hành động vì an toàn thực phẩm năm 2022.", ["Tháng hành động vì an toàn thực phẩm"]),
    (
        "Tiếp tục học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        ["học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"],
    ),
    (
        "Phát động thi đua thực hiện thắng lợi nhiệm vụ thu ngân sách năm 2022.",
        ["thi đua thực hiện thắng lợi nhiệm vụ thu ngân sách năm 2022"],
    ),
]

GENERAL = [
    "Kết quả đợt thi đua là căn cứ để bình xét danh hiệu “Tổ bến giỏi”, “Người lái đò giỏi”.",
    "Soát xét tiến độ phong trào ít nhất 03 lần trong năm.",
    "Đẩy mạnh phong trào thi đua yêu nước trong toàn ngành.",
    "Tham gia phong trào văn hóa, văn nghệ, thể dục thể thao.",
    "Tổ chức phong trào thi đua sâu rộng, thiết thực.",
    "Tham gia các hoạt động phong trào do Sở tổ chức.",
    "Hưởng ứng các phong trào thi đua do cấp trên phát động.",
    "Triển khai phong trào thi đua với chủ đề “Về đích sớm”.",
    "Tổ chức phong trào thi đua và công tác khen thưởng năm 2022.",
    "Thực hiện Chỉ thị số 05-CT/TW về “Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_named(text: str, names: list[str]) -> None:
    plan = bare(text)
    assert [m.name for m in movements(plan.document, plan.outline, plan.rules)] == names


@pytest.mark.parametrize("text", GENERAL)
def test_in_general(text: str) -> None:
    plan = bare(text)
    assert movements(plan.document, plan.outline, plan.rules) == ()


TITLES = [
    ("Phát động thi đua năm 2031 chào mừng 30 năm mở luồng", "thi đua năm 2031 chào mừng 30 năm mở luồng"),
    ("Phong trào Thi đua Bến thắng năm 2031", "Thi đua Bến thắng"),
    ("Phát động phong trào thi đua năm 2022", "phong trào thi đua năm 2022"),
    ("Phát động phong trào thi đua năm 2022 và xây dựng văn hóa bến", "phong trào thi đua năm 2022"),
    ("Tổ chức phong trào thi đua “Xanh, sạch, sáng” năm 2022", "Xanh, sạch, sáng"),
    ("Triển khai Tháng hành động vì người cao tuổi năm 2022", "Tháng hành động vì người cao tuổi năm 2022"),
    (
        "Phát động phong trào thi đua lập thành tích chào mừng Đại hội Công đoàn",
        "phong trào thi đua lập thành tích chào mừng Đại hội Công đoàn",
    ),
    (
        "Phát động thi đua đợt 2 chào mừng 30 năm Ngày mở luồng",
        "thi đua đợt 2 chào mừng 30 năm Ngày mở luồng",
    ),
    ("Thi đua lập thành tích chào mừng Đại hội Cảng vụ", "Thi đua lập thành tích chào mừng Đại hội Cảng vụ"),
    ("Phát động thi đua 60 ngày đêm đắp kè", "thi đua 60 ngày đêm đắp kè"),
]


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_the_plans_own_has_no_path(title: str, name: str) -> None:
    plan = written("I. MỤC ĐÍCH\n1. Tạo khí thế sôi nổi.", title)
    (own,) = movements(plan.document, plan.outline, plan.rules)
    assert (own.name, own.path) == (name, None)


def test_one_movement_under_two_wordings() -> None:
    plan = written(
        "I. NỘI DUNG\n1. Hưởng ứng phong trào thi đua “Cả làng chung sức dựng xây”.\n"
        "2. Đẩy mạnh thi đua “Cả làng chung sức dựng xây”."
    )
    (one,) = movements(plan.document, plan.outline, plan.rules)
    assert one.path == "I.1"


def test_names_that_open_the_points_under_a_heading() -> None:
    plan = written(
        "I. CÁC PHONG TRÀO THI ĐUA\n1. Phong trào thi đua chuyên đề:\n- “Làng xanh, đường sạch”, trọng tâm là trồng hoa;\n"
        "- “Chợ văn minh”, mỗi chợ một tổ tự quản.\n- Thi đua giữ đê: “Kè vững, sông trong”."
    )
    found = movements(plan.document, plan.outline, plan.rules)
    assert [m.name for m in found] == ["Làng xanh, đường sạch", "Chợ văn minh", "Kè vững, sông trong"]


@pytest.mark.parametrize(
    "text", ["- Các tổ phát động phong trào trước ngày 15/4/2031.", "- Tránh phát động phong trào rồi bỏ đó."]
)
def test_what_is_said_of_a_movement_is_no_name(text: str) -> None:
    plan = bare(text)
    assert movements(plan.document, plan.outline, plan.rules) == ()


def test_the_movement_that_the_title_names_is_not_found_again_by_its_year() -> None:
    plan = written(
        "Cảng vụ phát động phong trào thi đua năm 2031 như sau:\nI. NỘI DUNG\n1. Thi đua.",
        "Phát động phong trào thi đua “Bến sạch” năm 2031",
    )
    assert [one.name for one in movements(plan.document, plan.outline, plan.rules)] == ["Bến sạch"]


def test_rounds_that_are_called_by_a_name() -> None:
    plan = bare(
        "- Đợt 2: từ 10/3 đến 30/4, tên gọi “Bến sạch đón khách xa”.\n- Tổ chức đợt thi đua cao điểm 60 ngày “Sông trong, kè xanh”."
    )
    found = movements(plan.document, plan.outline, plan.rules)
    assert [m.name for m in found] == ["Bến sạch đón khách xa", "Sông trong, kè xanh"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Duy trì “Ngày thứ Bảy vì bến sạch” ở các cảng.", ["Ngày thứ Bảy vì bến sạch"]),
        ("Treo khẩu hiệu “Ngày càng tiến bộ”.", []),
        ("Ban Phong trào Quận đoàn lập thủ tục vay vốn ngân hàng.", []),
        ("Đội Xây dựng phong trào bảo vệ an ninh trật tự giúp Ban Chỉ huy chấm điểm.", []),
        ("Ban Chỉ đạo phát động thi đua chào mừng các ngày lễ lớn trong năm.", []),
        ("Phong trào lấy câu “Khách là người nhà” làm phương châm.", []),
        ("Phong trào thi đua lấy tên “Khách là người nhà”.", ["Khách là người nhà"]),
    ],
)
def test_names_of_offices_mottos_and_days_of_the_week(text: str, names: list[str]) -> None:
    plan = bare(text)
    assert [m.name for m in movements(plan.document, plan.outline, plan.rules)] == names


def test_what_a_title_welcomes_behind_a_comma_is_no_name() -> None:
    title = "Phát động thi đua cao điểm Tháng Thanh niên năm 2031, chào mừng 100 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2031)"
    plan = written("I. NỘI DUNG\nLàm tốt việc được giao.", title)
    found = movements(plan.document, plan.outline, plan.rules)
    assert [m.name for m in found] == ["thi đua cao điểm Tháng Thanh niên năm 2031"]


def test_an_abbreviation_is_the_words_of_the_other_name() -> None:
    assert same_movement("phong trào xây dựng NTM kiểu mẫu", "Xây dựng nông thôn mới kiểu mẫu bên dòng Sông Đào")
    assert not same_movement("phong trào giữ gìn ATGT đường thủy", "Giữ gìn làng nghề đường thủy")


def called(body: str, title: str = "Công tác năm 2022") -> list[str]:
    plan = written(body, title)
    return [m.name for m in movements(plan.document, plan.outline, plan.rules)]


def test_days_with_a_name_are_drives() -> None:
    body = (
        "I. NỘI DUNG\n1. Cao điểm là Ngày Chủ nhật đỏ 12/6 và Ngày Thanh niên cùng hành động; ra quân Ngày Thứ bảy tình nguyện, "
        "Ngày Chủ nhật vì rừng hằng tháng.\n2. Họp vào ngày thứ bảy cuối tháng; Ngày Chủ nhật 19/6 ra quân."
    )
    assert called(body) == [
        "Ngày Chủ nhật đỏ",
        "Ngày Thanh niên cùng hành động",
        "Ngày Thứ bảy tình nguyện",
        "Ngày Chủ nhật vì rừng",
    ]


def test_a_movement_of_a_level_is_none_in_particular() -> None:
    assert called("I. NỘI DUNG\n1. Tổ chức lễ phát động phong trào cấp huyện, phong trào cơ sở.") == []


def test_a_title_whose_movement_has_a_theme_in_quotes() -> None:
    assert called(
        "I. NỘI DUNG\n1. Thi đua giữ đê.", "Phát động phong trào thi đua năm 2022 với chủ đề “Vững tay chèo”"
    ) == ["phong trào thi đua năm 2022"]


def test_names_parted_by_where_they_are_kept_up() -> None:
    body = "I. NỘI DUNG\n1. Duy trì ba phong trào: “Tay chèo vững” trong thanh niên; “Bến không rác” trong toàn cảng; “Mỗi chuyến một bài ca” do Đoàn mở."
    assert called(body) == ["Tay chèo vững", "Bến không rác", "Mỗi chuyến một bài ca"]


def test_two_names_that_only_who_takes_part_tells_apart() -> None:
    assert not same_movement("Cả nước chung sức bảo vệ rừng đầu nguồn", "Hà Quảng chung sức bảo vệ rừng đầu nguồn")


def test_names_that_go_on_with_a_list_in_quotes() -> None:
    point = "I. NỘI DUNG\n1. "
    body = "Hưởng ứng các phong trào do tỉnh phát động: “Cả tỉnh giữ sạch bến”, “Đò đầy, người vui”, phong trào thi đua thực hiện nếp sống ven sông; học tập."
    names = ["Cả tỉnh giữ sạch bến", "Đò đầy, người vui", "phong trào thi đua thực hiện nếp sống ven sông"]
    assert called(point + body) == names
    assert called(point + "Nêu gương: đội Một, đội Hai, phong trào thi đua thực hiện nếp sống ven sông.") == []
    pair = "Thi đua “Tay chèo giỏi, bến sạch”, “Lái khỏe, đò bền”; xây dựng cơ quan văn hóa."
    assert called(point + pair) == ["Tay chèo giỏi, bến sạch", "Lái khỏe, đò bền"]
    themed = "Thi đua “Tay chèo giỏi, bến sạch” theo chủ đề “Lái khỏe, đò bền”."
    assert called(point + themed) == ["Tay chèo giỏi, bến sạch"]


def test_a_capital_tells_that_emulation_is_part_of_the_name() -> None:
    point = "I. NỘI DUNG\n1. Dân quân gắn phong trào "
    assert called(point + "Thi đua giữ bến với việc khác.") == ["Thi đua giữ bến"]
    assert called(point + "thi đua giữ bến với việc khác.") == ["phong trào thi đua giữ bến"]


def test_the_year_of_a_name_in_the_title_stands_in_it() -> None:
    body = "I. NỘI DUNG\n1. Các bến ra quân."
    assert called(body, "Tổ chức các phong trào thi đua yêu nước trên địa bàn xã năm 2022") == []
    assert called(body, "Tổ chức phong trào thi đua yêu nước năm 2022") == ["phong trào thi đua yêu nước năm 2022"]
