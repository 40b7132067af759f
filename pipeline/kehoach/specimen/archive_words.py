"""The words of the archive with planted trends: invented, and said by each office a little differently."""

from __future__ import annotations

from collections.abc import Mapping

CRITERIA: Mapping[str, tuple[str, ...]] = {
    "political_tasks": ("Hoàn thành nhiệm vụ chính trị của đơn vị", "Hoàn thành xuất sắc nhiệm vụ được giao trong năm"),
    "discipline": ("Chấp hành kỷ luật, kỷ cương hành chính", "Chấp hành nghiêm nội quy, quy chế làm việc"),
    "admin_reform": ("Cải cách hành chính, rút ngắn thủ tục hành chính", "Kết quả cải cách hành chính và sự hài lòng của người dân"),
    "initiatives": ("Có sáng kiến được công nhận", "Nghiên cứu khoa học, sáng kiến cải tiến kỹ thuật"),
}  # fmt: skip
PURPOSES = (
    "Cổ vũ mọi người hăng hái lao động, học tập, gắn bó với quê hương.",
    "Tạo không khí sôi nổi ở từng cơ quan, thôn bản, tổ dân phố ngay từ những ngày đầu năm.",
    "Gắn việc thi đua với việc hằng ngày của từng người, tránh hình thức.",
    "Việc tổ chức phải thiết thực, đúng đối tượng, không gây tốn kém.",
)
CONTENTS = (
    "Đẩy mạnh sản xuất vụ đông, mở rộng diện tích rau an toàn theo nhu cầu của thị trường.",
    "Chăm lo việc học của con em vùng khó khăn, không để học sinh bỏ học giữa chừng.",
    "Giữ gìn trật tự trên các tuyến đường về lễ hội, bến xe, bến tàu.",
    "Làm sạch đường làng, ngõ xóm vào ngày thứ bảy đầu tháng.",
    "Giúp đỡ gia đình có người đau ốm, neo đơn sửa lại nhà cửa trước mùa mưa.",
)
DIGITAL = (
    "Đẩy mạnh chuyển đổi số, đưa dịch vụ công trực tuyến đến từng tổ dân phố.",
    "Thi đua chuyển đổi số trong cơ quan, ký số toàn bộ văn bản đi.",
)
FULL = (
    "xã, phường có nhà văn hóa hoạt động thường xuyên", "thôn, bản ký cam kết giữ gìn vệ sinh chung",
    "trường học có nước uống hợp vệ sinh", "trạm y tế có nhân viên trực ban ngày đêm",
)  # fmt: skip
PHASES: Mapping[int, tuple[tuple[int, int], ...]] = {
    1: ((12, 10),), 2: ((6, 30), (12, 10)), 3: ((4, 30), (8, 31), (12, 10)),
}  # fmt: skip
"""Last days (month, day) of the phases, by their number."""
CAMPAIGN = (
    "Nâng cao nhận thức của toàn dân về giá trị của nước ngọt, coi mỗi dòng sông, con suối là tài sản phải trao lại nguyên vẹn cho con cháu.",
    "Bảo đảm phong trào đi vào nền nếp, có việc làm cụ thể ở từng khu dân cư, trường học và nơi sản xuất.",
    "Khơi thông, nạo vét kênh mương, ao hồ; không đổ phế thải xây dựng, xác súc vật xuống sông suối.",
    "Mỗi hộ gia đình có bể lọc hoặc giếng đạt yêu cầu, định kỳ thau rửa vật chứa nước sinh hoạt.",
    "Cơ sở sản xuất phải có bể lắng, đo độ trong của nước trước khi xả và ghi vào sổ theo dõi hằng tuần.",
    "Trường học dành một giờ mỗi tháng để học sinh tìm hiểu về đường đi của nước từ thượng nguồn đến vòi.",
)
CAMPAIGN_LOCAL = (
    "Tổ chức đội tình nguyện tuần tra, vớt bèo và thu nhặt vỏ chai trôi nổi dọc theo",
    "Cắm biển tên, lập bản đồ điểm xả và phân công người trông coi",
)
WATERS: Mapping[str, str] = {
    "Quảng Ninh": "sông Ba Chẽ", "Nghệ An": "sông Lam", "Hà Tĩnh": "hồ Kẻ Gỗ", "Lạng Sơn": "sông Kỳ Cùng",
    "Bình Định": "đầm Thị Nại", "Sóc Trăng": "kênh Quản lộ Phụng Hiệp", "Hà Giang": "sông Miện", "Đắk Lắk": "hồ Lắk",
}  # fmt: skip
