"""Which times bind an action: the same words do in one sentence and do not in another."""

from __future__ import annotations

import pytest

from kehoach.extract.times.binding_times import bound_times
from kehoach.orthography.fold import fold


def quotes(text: str) -> list[str]:
    return [text[time.start : time.end] for time in bound_times(fold(text))]


BINDING = [
    ("Lịch vớt bèo chia theo quý ở bảng bên.", []),
    ("Các bến báo cáo kết quả theo quý, năm.", ["theo quý, năm"]),
    ("Bến mở Tháng làm sạch hằng năm (từ ngày 02/3 đến ngày 28/4).", ["hằng năm (từ ngày 02/3 đến ngày 28/4"]),
    ("Gửi tờ khai (in kèm theo thông báo của trạm) tới bến trước ngày 09/6/2031.", ["trước ngày 09/6/2031"]),
    ("Thực hiện bảng giá ban hành kèm theo Quyết định (bản mới) của xã ngày 20/10/2031.", []),
    ("Đợt 2: Chào mừng ngày 30/4 và 01/5, từ ngày 15/3/2031 đến 20/4/2031.", ["Đợt 2: Chào mừng ngày 30/4 và 01/5, từ ngày 15/3/2031 đến 20/4/2031"]),
    ("Đợt 1: Nhân dịp năm mới. Sáng ngày 13/12/2031 các bến ra quân đến hết ngày 30/12/2031.", ["Đợt 1: Nhân dịp năm mới. Sáng ngày 13/12/2031 các bến ra quân đến hết ngày 30/12/2031"]),
    ("Đợt 3: khai mạc ngày 05/3, thi từ ngày 06/3/2031 đến ngày 10/3/2031.", ["Đợt 3: khai mạc ngày 05/3", "từ ngày 06/3/2031 đến ngày 10/3/2031"]),
    ("Nộp phạt trong vòng 45 ngày kể từ hạn chót ghi nhận.", ["trong vòng 45 ngày kể từ hạn chót ghi nhận"]),
    ("Giữ biên bản trong thời hạn 01 năm kể từ ngày bế mạc mà không thu phí.", ["trong thời hạn 01 năm kể từ ngày bế mạc"]),
    ("Để công khai 45 ngày làm việc sau kể từ khi cuộc thi kết thúc.", ["45 ngày làm việc sau kể từ khi cuộc thi kết thúc"]),
    ("Sơ kết 3 năm, kết thúc nhiệm kỳ thì tổng kết.", []),
    ("Định kỳ ngày Thứ Hai hằng tuần, các bến gửi số liệu.", ["Định kỳ ngày Thứ Hai hằng tuần"]),
    ("Triển khai Đề án 08-ĐA/TU của Tỉnh ủy ngày 29/12/2031 về bến bãi.", []),
    ("Theo Công văn số 46/SGD-GDTrH về hướng dẫn dạy nghề từ năm học 2031-2032.", []),
    ("Vào các ngày 10/3, 20/3 và 30/3/2031 các bến ra quân.", ["ngày 10/3", "20/3", "30/3/2031"]),
    ("Mở chợ từ ngày 02/02/2031 đến 15/02/2031 (từ ngày 15 - 28 tháng 12 âm lịch).", ["từ ngày 02/02/2031 đến 15/02/2031"]),
    ("Thi đua từ tuần 5 đến hết tuần 10 của học kỳ I.", ["từ tuần 5 đến hết tuần 10 của học kỳ I"]),
    ("17/11: Họp tổ, chia đội.", ["17/11"]),
    ("Các bến định kỳ rà soát, gửi báo cáo trước ngày 15/6 và 15/12.", ["định kỳ rà soát, gửi báo cáo trước ngày 15/6 và 15/12"]),
    ("Bến chi từ ngân sách được phân bổ hằng năm cho các đội.", []),
    ("Thời gian thực hiện: Từ khi thả lồng đến khi thu hoạch.", ["Từ khi thả lồng đến khi thu hoạch"]),
    ("Thời gian mở chợ: Từ khi thả lồng trở đi.", []),
    ("Đợt 1: mừng Cách mạng tháng Tám.", []),
    ("Phát thanh từ nay đến kết thúc hội đua ghe.", ["từ nay đến kết thúc hội đua ghe"]),
    ("Việc tuần tra bến được duy trì thường xuyên, liên tục trong năm 2031, có sổ ghi.", ["trong năm 2031"]),
    ("Thời gian tuần tra: thường xuyên, liên tục trong năm 2031.", ["trong năm 2031"]),
    ("Bến sử dụng kinh phí được giao trong năm 2031.", []),
    ("Lịch tập huấn (15/11 → 10/12/2031)", ["15/11 → 10/12/2031"]),
    ("12/9: Khai mạc giải (mời phụ huynh).", ["12/9"]),
    ("Tổ trưởng được tính điểm mỗi tháng (tối đa 10 điểm).", ["mỗi tháng"]),
    ("Sơ kết trực tuyến toàn ngành (14/8), khen 5 tổ.", ["14/8"]),
    ("Các đội được chấm điểm hằng quý theo bảng đính kèm.", ["hằng quý"]),
    ("Trạm thực hiện chế độ báo cáo quý, 6 tháng, năm.", ["quý, 6 tháng, năm"]),
    ("Lớp trưởng bình xét thi đua tuần, tháng, học kỳ trước lớp.", ["tuần, tháng, học kỳ"]),
    ("Đội trực chiến diễn tập 2 tuần/lần.", ["2 tuần/lần"]),
    ("Hội đồng xét khen theo đợt, theo quý; không nể nang.", ["theo đợt, theo quý"]),
    ("Chấm công, nộp bảng lương cuối tháng.", ["cuối tháng"]),
    ("Nộp phiếu vào ngày 12 các tháng 2, 5, 8, 11.", ["vào ngày 12 các tháng 2, 5, 8, 11"]),
    ("Phong trào kéo dài 6 năm, sơ kết hằng năm, tổng kết vào năm 2031.", ["hằng năm", "vào năm 2031"]),
    ("Công ty mở hội thao khối tháng 4/2031.", ["tháng 4/2031"]),
    ("Sau mỗi giai đoạn, đội trưởng nhận cờ luân lưu.", ["Sau mỗi giai đoạn"]),
    ("Kết thúc mỗi chặng, ban tổ chức rút kinh nghiệm.", ["Kết thúc mỗi chặng"]),
    ("Trước mỗi ca trực, tổ trưởng kiểm tra phao cứu sinh.", ["Trước mỗi ca trực"]),
    ("Khen 05 tổ qua mỗi đợt; chuyển sách đến bến trong mỗi năm học.", ["qua mỗi đợt", "trong mỗi năm học"]),
    ("Vệ sinh kênh dẫn sau mỗi vụ thu hoạch.", ["sau mỗi vụ thu hoạch"]),
    ("Doanh thu bến quý IV đạt 12 tỷ đồng.", []),
    ("Thu hồi nợ cước từ năm 2020 chuyển sang.", []),
    ("Nghỉ phép không quá 40 ngày làm việc.", []),
    ("Đài phát tin bến bãi mỗi tháng hai kỳ.", ["mỗi tháng hai kỳ"]),
    ("Mỗi kho mở 04 chuyên đề/năm.", ["04 chuyên đề/năm"]),
    ("Đánh giá định kỳ các năm tiếp theo.", ["định kỳ các năm tiếp theo"]),
    ("Gửi hồ sơ về Phòng Nội vụ trước ngày 05/11/2018.", ["trước ngày 05/11/2018"]),
    ("Nộp phiếu về Văn phòng - Thống kê trước ngày 05/11/2018.", ["trước ngày 05/11/2018"]),
    ("Số bến do xã thống kê trước ngày 05/11/2018.", []),
    ("Tổ chức hội thi trong tháng 5/2018; tổng kết vào dịp cuối năm 2018.", ["trong tháng 5/2018", "vào dịp cuối năm 2018"]),
    ("Đợt 1: Từ ngày 10/01/2018 đến 30/4/2018, chào mừng ngày Giải phóng miền Nam 30/4.", ["Đợt 1: Từ ngày 10/01/2018 đến 30/4/2018"]),
    ("Giai đoạn 2 (từ tháng 6 đến tháng 9/2018): nhân rộng.", ["Giai đoạn 2 (từ tháng 6 đến tháng 9/2018"]),
    ("Các lớp đợt 2 xong trong tháng 8/2018", ["đợt 2 xong trong tháng 8/2018"]),
    ("Năm 2020: tổ chức sơ kết; năm 2022: tổng kết.", ["Năm 2020", "năm 2022"]),
    ("Giai đoạn 2021 - 2023: triển khai thí điểm.", ["Giai đoạn 2021 - 2023"]),
    ("Phấn đấu hết năm 2019 hoàn thành.", ["hết năm 2019"]),
    ("Hàng năm, các xã đánh giá kết quả.", ["Hàng năm"]),
    ("Năm học 2027-2028: dạy thử tại ba điểm trường.", ["Năm học 2027-2028"]),
    ("Trong năm học 2027-2028 mỗi khối mở một thư viện lớp.", ["Trong năm học 2027-2028"]),
    ("Trạm bơm kiểm tra bể hút, ghi sổ trực hằng tuần.", ["hằng tuần"]),
    ("Ban đại diện cha mẹ học sinh hằng tháng họp với nhà trường.", ["hằng tháng"]),
    ("Định kỳ 6 tháng (trước ngày 12/6), cả năm (trước ngày 12/12) gửi biểu.", ["Định kỳ 6 tháng (trước ngày 12/6), cả năm (trước ngày 12/12"]),
    ("Sơ kết hằng quý; khen ngay.", ["hằng quý"]),
    ("Tỷ lệ trẻ đuối nước dưới 4/100.000 trẻ vào năm 2025.", ["vào năm 2025"]),
    ("Nộp sổ bến trước ngày 31/3 của năm tiếp theo.", ["trước ngày 31/3 của năm tiếp theo"]),
    ("Mở chợ phiên, mỗi quý một buổi; thu hút khách.", ["mỗi quý một buổi"]),
    ("Họp xét 02 kỳ/năm (tháng 4 và tháng 10).", ["02 kỳ/năm (tháng 4 và tháng 10"]),
    ("Thực hiện trong giai đoạn 2026 - 2028.", ["trong giai đoạn 2026 - 2028"]),
    ("Phòng Y tế định kỳ hằng quý báo cáo Ủy ban nhân dân huyện.", ["định kỳ hằng quý"]),
    ("Các tổ hằng tháng bình chọn gương tiêu biểu.", ["hằng tháng"]),
    ("Tổ chức sơ kết tháng 7 năm 2018.", ["tháng 7 năm 2018"]),
    ("Thời gian thực hiện: Quý III/2018.", ["Quý III/2018"]),
    ("Trả kết quả trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.", ["trong vòng 05 ngày làm việc kể từ ngày nhận đủ hồ sơ"]),
    ("Giải bơi thiếu niên (hai năm tổ chức một lần).", ["hai năm tổ chức một lần"]),
    ("Hằng năm, các ga nộp bảng chấm về Ban Lao động trước ngày 18/10.", ["Hằng năm, các ga nộp bảng chấm về Ban Lao động trước ngày 18/10"]),
    ("Thống kê học kỳ trước ngày 22/7/2021, thống kê năm trước ngày 08/12/2021.", ["trước ngày 22/7/2021", "trước ngày 08/12/2021"]),
    ("Hằng năm vào tháng 12 các xã tổ chức tổng kết.", ["Hằng năm vào tháng 12"]),
    ("Gửi bảng điểm vào tuần đầu tháng sau.", ["vào tuần đầu tháng sau"]),
    ("Chặng 2 kết thúc vào ngày 15/9/2018.", ["Chặng 2 kết thúc vào ngày 15/9/2018"]),
    ("Báo cáo theo từng năm, từng giai đoạn.", ["theo từng năm, từng giai đoạn"]),
    ("Sau 02 năm kể từ khi ban hành Đề án, tổ chức sơ kết.", ["Sau 02 năm kể từ khi ban hành Đề án"]),
    ("Đưa vào sử dụng (dự kiến khánh thành vào năm 2024).", ["vào năm 2024"]),
    ("Duy trì 90% xóm đạt chuẩn văn hóa hằng năm.", ["hằng năm"]),
    ("Gửi báo cáo kết quả đợt 2 về Huyện đoàn trước ngày 12/9/2018.", ["trước ngày 12/9/2018"]),
    ("Báo cáo kết quả 6 tháng trước ngày 10/6/2018, 9 tháng trước ngày 10/9/2018.", ["trước ngày 10/6/2018", "trước ngày 10/9/2018"]),
    ("Nộp bảng điểm trước ngày 25 của tháng cuối quý.", ["trước ngày 25 của tháng cuối quý"]),
    ("Báo cáo trước ngày 10 tháng 12 hằng năm.", ["trước ngày 10 tháng 12 hằng năm"]),
    ("Công bố danh sách sau khi có kết quả chấm.", ["sau khi có kết quả chấm"]),
    ("Hoàn thành 07 cầu tre trong năm 2031.", ["trong năm 2031"]),
    ("Tổng kết cuộc thi (năm 2033): trao thưởng cho 05 tổ.", ["năm 2033"]),
    ("Thư viện đọc to cho trẻ mỗi tuần 03 buổi; cho mượn sách.", ["mỗi tuần 03 buổi"]),
    ("Bầu tổ trưởng cuối mỗi mùa vụ, chấm công cuối mỗi quý.", ["cuối mỗi quý"]),
    ("Thẩm định bản vẽ trước khi nộp hồ sơ xin phép cho Sở.", ["trước khi nộp hồ sơ xin phép cho Sở"]),
    ("Gửi giấy mời trước ngày 12 tháng liền kề trước tháng đoàn về thăm.", ["trước ngày 12 tháng liền kề trước tháng đoàn về thăm"]),
    ("Trả phiếu sau 04 ngày kết thúc lớp học.", ["sau 04 ngày kết thúc lớp học"]),
    ("Nộp quỹ trước 30 tháng 4 năm 2031 tại văn phòng.", ["trước 30 tháng 4 năm 2031"]),
    ("Đăng ký ngay sau hội nghị ký giao ước.", ["ngay sau hội nghị ký giao ước"]),
    ("Thu cước 6 tháng đầu năm đạt 50% kế hoạch.", ["6 tháng đầu năm"]),
    ("Nợ cước đến thời điểm 31/12/2023 dưới 4%.", ["đến thời điểm 31/12/2023"]),
    ("Ký giao ước hàng năm hoặc theo đợt.", ["hàng năm hoặc theo đợt"]),
    ("Đối với thi đua theo đợt: làm theo hướng dẫn riêng.", []),
    ("Chấm nề nếp các kíp tàu hằng quý.", ["hằng quý"]),
    ("Gửi số liệu trước ngày 15/11/2023 và 15/11 các năm tiếp theo.", ["trước ngày 15/11/2023", "15/11 các năm tiếp theo"]),
    ("Họp kíp vào ngày làm việc cuối cùng của tháng.", ["vào ngày làm việc cuối cùng của tháng"]),
    ("Thợ nghỉ không quá 03 ngày/tháng.", []),
    ("NGÀY THỨ NHẤT (29/4/2022)", ["29/4/2022"]),
    ("Kê hàng: chiều ngày 28/12 và cả ngày 29/12/2023.", ["chiều ngày 28/12 và cả ngày 29/12/2023"]),
    ("Thời kỳ kiểm tra: từ ngày 01/01/2021 đến ngày 31/5/2022.", []),
    ("Các kíp báo cáo hằng ngày trước 17 giờ về bến.", ["hằng ngày"]),
    ("Trồng cây quanh ga trước dịp 2/9.", ["trước dịp 2/9"]),
    ("Đăng ký từ nay đến hết ngày 28/02/2023.", ["từ nay đến hết ngày 28/02/2023"]),
    ("Chạy thử từ 7h30 đến 11h30 ngày 19/5/2023.", ["từ 7h30 đến 11h30 ngày 19/5/2023"]),
    ("Ngày 31/10/2023 là hạn cuối nộp ảnh.", ["Ngày 31/10/2023"]),
    ("Trong năm học các tổ dự giờ chéo.", ["Trong năm học"]),
    ("Trao Giấy khen hằng năm cho 10 hộ.", ["hằng năm"]),
    ("Lập kế hoạch vệ sinh đồng ruộng hằng năm.", ["hằng năm"]),
    ("Khen thưởng hằng năm: chọn 03 tổ.", ["hằng năm"]),
    ("Tỷ lệ hộ dùng nước sạch hằng năm tăng 2%.", ["hằng năm"]),
    ("Loa xóm phát sóng hằng tuần trên hệ thống chung.", ["hằng tuần"]),
    ("Hằng tháng chấm công, nộp bảng vào ngày 27.", ["Hằng tháng", "vào ngày 27"]),
    ("Gửi biểu trước ngày 12/6 và 12/12.", ["trước ngày 12/6", "12/12"]),
    ("Họp dân trong tháng 4 hoặc tháng 5.", ["trong tháng 4 hoặc tháng 5"]),
    ("Tỉa cây vào tháng 3, tháng 9.", ["vào tháng 3", "tháng 9"]),
    ("Giai đoạn 1 (2031 - 2033): trồng rừng, sơ kết vào quý II năm 2033.", ["Giai đoạn 1 (2031 - 2033)", "vào quý II năm 2033"]),
    ("Đợt 2: “Ngõ nhà em” từ 05/6 đến 20/6/2031.", ["từ 05/6 đến 20/6/2031"]),
    ("Vét mương trước Tết Nguyên đán, gia cố kè trước mùa mưa bão.", ["trước Tết Nguyên đán", "trước mùa mưa bão"]),
    ("Dán thông báo trước ngày mở cửa đình ít nhất 05 ngày.", ["trước ngày mở cửa đình ít nhất 05 ngày"]),
    ("Dự kiến khoảng 02 ngày làm việc/01 xã, tính từ ngày đoàn đến.", ["Dự kiến khoảng 02 ngày làm việc/01 xã, tính từ ngày đoàn đến"]),
    ("Đăng tối thiểu 03 tin, ảnh/tháng.", ["tối thiểu 03 tin, ảnh/tháng"]),
    ("Xây dựng nhà chờ xe trong năm 2031.", ["trong năm 2031"]),
    ("Tỷ lệ hộ nghèo còn 2% vào năm 2031.", ["vào năm 2031"]),
    ("Xóm chưa có điện: mỗi năm kéo thêm 02 km.", ["mỗi năm"]),
    ("Thi đua chào mừng ngày hội kết thúc vào ngày 15/3/2031.", ["vào ngày 15/3/2031"]),
    ("Năm học 2031-2032 tuyển 03 giáo viên nhạc.", ["Năm học 2031-2032"]),
    ("Gửi hồ sơ trước ngày 30/9 của năm xét tặng.", ["trước ngày 30/9 của năm xét tặng"]),
    ("Lập quỹ khuyến học ngay từ đầu năm.", ["từ đầu năm"]),
    ("Quy chế này có hiệu lực từ ngày 01/3/2031.", ["từ ngày 01/3/2031"]),
    ("Đợt II (mùa lúa và hội làng đầu năm): đến hết ngày 20/4/2031.", ["Đợt II (mùa lúa và hội làng đầu năm): đến hết ngày 20/4/2031"]),
]  # fmt: skip


AGAIN = [
    ("Tập huấn thư viện trong quý III hằng năm.", "trong quý III hằng năm"),
    ("Xét chọn trong tháng 11 hàng năm.", "trong tháng 11 hàng năm"),
    ("Đài Truyền thanh làm 02 chuyên mục/tuần.", "02 chuyên mục/tuần"),
    ("Trạm kiểm tra đột xuất ít nhất 02 hộ/tháng.", "ít nhất 02 hộ/tháng"),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN, ids=[text for text, _ in AGAIN])
def test_what_comes_again(text: str, expected: str) -> None:
    (found,) = bound_times(text)
    assert (text[found.start : found.end], found.when.kind) == (expected, "recurring")


@pytest.mark.parametrize("text", ["Thu nhập 5 triệu đồng/tháng.", "Mỗi lớp có 100 điểm/tuần.", "Không quá 2 vụ/quý."])
def test_a_rate_of_money_or_points_is_no_time(text: str) -> None:
    assert bound_times(text) == ()


@pytest.mark.parametrize(("text", "expected"), BINDING, ids=[text for text, _ in BINDING])
def test_binding(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theo dự báo của đài khí tượng, đến ngày 18/11/2025 mưa còn to.",
        "Ngày 14/11/2025 xảy ra nhiều vụ sạt lở.",
        "Trồng rừng theo Quyết định số 227/QĐ- TTg ngày 12/3/2024.",
        "Số liệu tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của kỳ báo cáo.",
        "Thực hiện Quyết định số 45/QĐ-UBND ngày 03/02/2018 của Ủy ban nhân dân tỉnh.",
        "Số liệu trong biểu được tính đến hết tháng 6/2018.",
        "Theo Luật Thanh niên ngày 16 tháng 6 năm 2020.",
        "Lập thành tích kỷ niệm 75 năm Quốc khánh (02/9/1945 - 02/9/2020).",
        "Chào mừng ngày Thầy thuốc Việt Nam 27/2.",
        "Hoàn thành nhiệm vụ năm 2018.",
        "Tổng kết phong trào thi đua giai đoạn 2016 - 2020 của ngành.",
        "Phong trào “Toàn dân tập thể dục đến năm 2030”.",
        "Thực hiện Chiến lược phát triển thể thao đến năm 2030, tầm nhìn đến năm 2045.",
        "Báo cáo sơ kết 6 tháng đầu năm 2018.",
        "Đạt và vượt chỉ tiêu kế hoạch hàng năm và 5 năm.",
        "Khen thưởng kịp thời, đúng tiến độ, thường xuyên.",
        "Quản lý hồ sơ trước, trong và sau khi thi.",
        "So với cùng kỳ tháng 5/2017, số vụ giảm.",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 10 tháng 3 năm 2018)",
        "Tuyển đủ số học viên được giao hằng năm.",
        "Chỉnh sửa kế hoạch hằng năm của đơn vị.",
        "Thu gom chai nhựa sau khi sử dụng; khử khuẩn trước khi trả về kho.",
        "Căn cứ kết quả thu hoạch hằng năm, tổ chia lại ruộng.",
        "Chi trả trợ cấp hằng tháng qua bưu điện.",
        "Bố trí trong dự toán chi hằng năm của xã.",
        "Có 08/08 tổ tự quản, 06/06 chi hội.",
        "Xóa các điểm ngập đã được khảo sát trước năm 2030.",
        "Xã về đích trước ngày 30/9 được cộng 20 điểm.",
        "Rút thời gian cấp phép từ 10 ngày làm việc xuống 07 ngày làm việc.",
        "Chất thải phát sinh từ 100 kg/tháng.",
        "Danh mục đầu tư công trung hạn và hằng năm.",
        "Ảnh chụp trong vòng 6 tháng gần đây.",
        "Tuyên truyền trước, trong và sau hội nghị.",
        "Không dồn vào cuối năm.",
        "Thời hiệu kiểm tra: từ ngày 01/01/2030.",
        "Luật mới có hiệu lực từ ngày 01/7/2031.",
        "Kết quả xếp loại cuối năm nằm trong nhóm dẫn đầu.",
        "Xây dựng kế hoạch tháng, quý của tổ.",
        "Mỗi tổ tối đa 100 đ/tháng.",
        "Sáu đợt rét được dự báo từ nay đến cuối năm.",
        "Hoàn thành chỉ tiêu tháng, năm.",
        "Khen thưởng theo đợt phát động của huyện.",
        "Học sinh khối lớp 5 năm 2031 thi bơi.",
    ],
)
def test_not_binding(text: str) -> None:
    assert quotes(text) == []


def test_of_a_phase_only_the_end_may_be_told() -> None:
    (time,) = bound_times(fold("Chặng 2 kết thúc vào ngày 15/9/2018."))
    assert time.when.start is None and time.when.end is not None and time.when.kind == "phase"


def test_a_phase_on_a_commemoration_day_is_about_that_day() -> None:
    (time,) = bound_times("Đợt 2: Vào dịp tổ chức kỷ niệm ngày truyền thống ngành 27/7/2018")
    assert (time.when.kind, time.when.qualifier) == ("phase", "approx")


@pytest.mark.parametrize(
    "text",
    [
        "Bình quân hằng năm có 300 hộ vay vốn.",
        "Ba lần liền là gia đình văn hóa trước năm đề nghị.",
        "Lấy phiếu, yêu cầu đạt 80% trước khi xét công nhận xã đạt chuẩn.",
        "Đưa vào phương án bố trí dân cư đến năm 2035 của xã.",
    ],
)
def test_figures_claims_and_conditions_bind_nothing(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Năm 2027: sơ kết phong trào. Cấp xã sơ kết trong tháng 8, cấp tỉnh vào tháng 11.", [2027, 2027, 2027]),
        ("Vòng một ngày 10/10, vòng hai ngày 24/10/2027.", [2027, 2027]),
        ("Tổng kết trong tháng 6/2027, chậm nhất trước ngày 20/6.", [2027, 2027]),
        ("Phát động trong tháng 11/2027. Sơ kết trong tháng 3.", [2027, None]),
    ],
)
def test_a_year_that_stands_once(text: str, years: list[int | None]) -> None:
    assert [time.when.end and time.when.end.year for time in bound_times(fold(text))] == years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giai đoạn nước rút: từ 01/11 đến 20/12/2027, dồn sức.", ["Giai đoạn nước rút: từ 01/11 đến 20/12/2027"]),
        ("Đợt thi đua: từ 01/10/2027 đến 31/12/2027.", ["từ 01/10/2027 đến 31/12/2027"]),
        ("Đợt kiểm tra (05/5 - 10/5/2027).", ["05/5 - 10/5/2027"]),
        ("Đợt 2: thời gian còn lại của năm, nghiệm thu.", ["Đợt 2: thời gian còn lại của năm"]),
        ("Phát động đợt 2, dồn sức vào phần việc còn lại.", []),
        ("chặng ba, chào mừng 80 năm Quốc khánh (02/9/1945 - 02/9/2025).", []),
        ("Trao đổi hai chiều 24/7 với người dân.", []),
        ("Lãnh đạo xuống bản ít nhất 01 buổi mỗi tuần.", ["mỗi tuần"]),
        ("Trang tin đăng 03 tin, bài mỗi ngày.", ["mỗi ngày"]),
    ],
)
def test_phases_by_name_or_by_what_is_left_and_hours_that_come_again(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiểm điểm giữa kỳ nhân Ngày thành lập ngành 28/7/2027.", ["nhân Ngày thành lập ngành 28/7/2027"]),
        ("Lập thành tích nhân kỷ niệm 60 năm Ngày thành lập ngành (10/10/1967 - 10/10/2027).", []),
        ("Tổ chức hoạt động thiết thực nhân Ngày Quốc tế Phụ nữ 8/3.", []),
    ],
)
def test_what_is_held_on_a_feast_and_what_is_in_its_honour(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Đợt thi đua bắt đầu ngày 10/3/2027 tại cầu cảng, kéo dài đến 02/9/2027.", 3),
        ("Sơ kết ngày 10/3/2027, nhận bài kéo dài đến 30/4/2027.", None),
    ],
)
def test_what_was_launched_lasts_from_then(text: str, month: int | None) -> None:
    start = bound_times(text)[-1].when.start
    assert (start.month if start else None) == month


def test_times_without_an_end_and_terms_told_as_such() -> None:
    def only(text: str) -> tuple[str, str | None, bool, bool]:
        (time,) = bound_times(fold(text))
        return time.when.kind, time.when.qualifier, time.when.start is None, time.when.end is None

    assert only("Thời gian thực hiện: Quý IV năm 2031 và các năm tiếp theo.") == ("period", "from", False, True)
    assert only("Thời hạn cuối cùng trao thưởng là ngày 15/12/2031.") == ("deadline", "by", True, False)
    assert only("Lễ hội từ ngày 10 đến ngày 12 tháng 3 âm lịch.") == ("period", None, True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thời gian thực hiện: Sau khi đề án sắp xếp trạm bơm được phê duyệt.", ["Sau khi đề án sắp xếp trạm bơm được phê duyệt"]),
        ("Thời gian thực hiện sau khi Quy hoạch cảng cá được công bố.", ["sau khi Quy hoạch cảng cá được công bố"]),
        ("Thời gian: Theo lịch trực của bến phà.", ["Theo lịch trực của bến phà"]),
        ("- Thời gian tổ chức: Trong quá trình vận hành hồ chứa.", ["Trong quá trình vận hành hồ chứa"]),
        ("Thời gian thực hiện: Năm 2031 - 2033.", ["Năm 2031 - 2033"]),
        ("Thời gian đào tạo: Giai đoạn 2031-2035 và những năm tiếp theo.", ["Giai đoạn 2031-2035 và những năm tiếp theo"]),
        ("Thời gian thực hiện: Theo tiến độ thi công.", []),
        ("Sau khi bàn bạc với các hộ, thôn thống nhất vị trí.", []),
        ("Ngay sau khi đê được hàn khẩu, các xã kiểm đếm thiệt hại.", ["Ngay sau khi đê được hàn khẩu"]),
        ("Định kỳ nạo vét rãnh thoát nước.", ["Định kỳ"]),
        ("Các trạm rà soát, cập nhật định kỳ bản đồ ngập.", ["định kỳ"]),
        ("Báo cáo mực nước hằng năm (trước ngày 15 tháng 11).", ["hằng năm (trước ngày 15 tháng 11"]),
        ("Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) báo cáo.", ["Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12"]),
        ("Hằng quý, chậm nhất ngày 25 tháng cuối quý, các xã báo cáo.", ["Hằng quý, chậm nhất ngày 25 tháng cuối quý"]),
        ("Trực bơm trong suốt năm 2031.", ["trong suốt năm 2031"]),
        ("Đánh giá giai đoạn 1 làm đê vào cuối tháng 12/2031.", ["vào cuối tháng 12/2031"]),
        ("Lập kế hoạch giai đoạn 5 năm, kế hoạch năm 2031.", []),
    ],
)  # fmt: skip
def test_what_stands_behind_the_label_of_a_time_and_what_is_done_at_set_times(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


def test_the_day_behind_the_label_of_an_end_is_a_term() -> None:
    (time,) = bound_times("Thời gian hoàn thành: 30/11/2031.")
    assert (time.when.kind, time.when.start, time.when.qualifier) == ("deadline", None, "by")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phúc tra ba lượt: tháng 2, tháng 5 và tháng 9.", ["tháng 2", "tháng 5", "tháng 9"]),
        ("Mở lớp vào tháng 2, tháng 3 và tháng 4.", ["vào tháng 2, tháng 3 và tháng 4"]),
        ("Bến cá trao cờ hằng năm vào tháng 11.", ["hằng năm vào tháng 11"]),
        ("Gửi sổ trước ngày 10/01/2031 (kỳ đầu) và 20/6/2031 (cả năm).", ["trước ngày 10/01/2031", "20/6/2031"]),
        (
            "Gửi sổ chậm nhất tháng 5/2031 (kỳ đầu) và tháng 9/2031 (cả năm).",
            ["chậm nhất tháng 5/2031", "tháng 9/2031"],
        ),
        ("Các kíp khai lò xong trước ca 2 ngày 05/4/2031.", ["trước ca 2 ngày 05/4/2031"]),
        ("Mẻ lưới thứ một nghìn dự kiến lên bến 18/8/2031.", ["dự kiến lên bến 18/8/2031"]),
        ("Dự kiến mua 02 xe.", []),
    ],
)
def test_times_in_a_row_and_times_told_with_what_happens(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các đội ký giao ước vào ngày khai mạc.", ["vào ngày khai mạc"]),
        ("Văn phòng soạn tài liệu, tập huấn cho các bến trước khi ra quân.", ["trước khi ra quân"]),
        ("Bến nào chưa đủ phao phải dừng trước khi ra quân.", []),
        ("Trạm trực loa lúc 5 giờ 30 các ngày làm việc.", ["lúc 5 giờ 30 các ngày làm việc"]),
        ("Quý nào cũng tổ chức thi gấp lưới.", ["Quý nào cũng"]),
        ("Đội xuống bến ít nhất 03 ngày/tháng.", ["ít nhất 03 ngày/tháng"]),
        ("Phát bản tin mỗi ngày 02 lần.", ["mỗi ngày"]),
        ("Doanh thu bình quân mỗi tháng 02 tỷ đồng.", []),
        ("Trong năm, nếu bến đổi chủ thì báo lại.", []),
        ("Trong năm, các bến đổi phao.", ["Trong năm"]),
        ("Đưa trò chơi dân gian vào Ngày hội Làng chài (18/02) ở từng bến.", []),
        ("Bước 2 - Thẩm tra: tổ giúp việc đối chiếu sổ sách của từng bến từ ngày 05/3 đến ngày 10/3/2031.", ["từ ngày 05/3 đến ngày 10/3/2031"]),
        ("Bước 2: từ ngày 05/3 đến ngày 10/3/2031.", ["Bước 2: từ ngày 05/3 đến ngày 10/3/2031"]),
    ],
)  # fmt: skip
def test_times_of_the_plans_own_events_and_of_every_day(text: str, expected: list[str]) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuối năm học, Ban giám hiệu trao quà cho 03 lớp.", ["Cuối năm học"]),
        ("Xếp loại hạnh kiểm cuối năm học của các lớp.", []),
        ("Trạm tiếp nhận và xử lý tin báo ngay trong ngày.", ["ngay trong ngày"]),
        ("Có mặt ngay trong ngày khai trương chợ mới.", []),
    ],
)
def test_the_end_of_a_school_year_at_the_head_of_a_clause_and_what_is_done_at_once(
    text: str, expected: list[str]
) -> None:
    assert [text[t.start : t.end] for t in bound_times(text)] == expected


def test_a_day_behind_the_label_of_a_term_within_a_sentence() -> None:
    (time,) = bound_times(fold("Các bến đăng ký với xã (qua Văn phòng), thời hạn: 15/02/2031."))
    assert (time.when.kind, time.when.start, time.when.qualifier) == ("deadline", None, "by")
    (day,) = bound_times(fold("Các bến đăng ký với xã (qua Văn phòng), khai mạc: 15/02/2031."))
    assert day.when.kind == "milestone"
