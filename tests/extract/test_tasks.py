"""Tasks: who is told to do what, by which words, and by when."""

from __future__ import annotations

import pytest

from kehoach.extract.tasks import tasks
from kehoach.model.fact import TaskMention
from tests.extract.written import written


def found(body: str) -> list[TaskMention]:
    plan = written(body)
    return list(tasks(plan.document, plan.outline, plan.rules))


def roles(mention: TaskMention) -> list[tuple[str, str]]:
    return [(unit.printed, unit.role) for unit in mention.units]


def organized(*lines: str) -> str:
    return "V. TỔ CHỨC THỰC HIỆN\n" + "\n".join(lines)


ONE = [
    ("1. Vụ Pháp chế - đơn vị thường trực Ban chỉ đạo - lập sổ theo dõi.", [("Vụ Pháp chế", "lead")]),
    ("1. Đề nghị Trường THCS Kim Đồng cho mượn sân bãi.", [("Trường THCS Kim Đồng", "lead")]),
    ("1. Trạm Giống ngoài việc chuyên môn, mở lớp ươm cây.", [("Trạm Giống", "lead")]),
    ("1. Công tác hậu cần giao cho Tổ Bếp.", [("Tổ Bếp", "lead")]),
    ("1. Trợ lý thi đua - khen thưởng lập sổ điểm.", [("Trợ lý thi đua - khen thưởng", "lead")]),
    ("1. Cấp ủy, chỉ huy các cấp quán triệt mệnh lệnh.", [("Cấp ủy", "lead"), ("chỉ huy các cấp", "lead")]),
    ("1. Đội Xây lắp phát quang tuyến cáp.", [("Đội Xây lắp", "lead")]),
    ("1. Ys. Lò Thị Pó: giữ sổ tiêm chủng.", [("Ys. Lò Thị Pó", "lead")]),
    ("1. Bộ Chỉ huy Quân sự, Công an, Bộ đội Biên phòng tỉnh ra quân.", [("Bộ Chỉ huy Quân sự", "lead"), ("Công an", "lead"), ("Bộ đội Biên phòng tỉnh", "lead")]),
    ("1. Trạm Kiểm dịch động vật lấy mẫu.", [("Trạm Kiểm dịch động vật", "lead")]),
    ("1. Thẩm tra viên nghiên cứu hồ sơ.", [("Thẩm tra viên", "lead")]),
    ("1. Phó Giám đốc phụ trách kho bãi chỉ đạo kiểm kê.", [("Phó Giám đốc phụ trách kho bãi", "lead")]),
    ("1. Tổ Xe thường trực 24/24 giờ trong mùa lũ.", [("Tổ Xe", "lead")]),
    ("1. Cố vấn học tập sinh hoạt lớp mỗi tháng một lần.", [("Cố vấn học tập", "lead")]),
    ("1. Khi mất điện thì đội trực báo về ca trưởng.", [("đội trực", "lead")]),
    ("1. Phòng Kho (chủ trì), Phòng Xe (phối hợp) sắp xếp bến bãi.", [("Phòng Kho", "lead"), ("Phòng Xe", "coordinate")]),
    ("1. Việc thu bài dự thi được giao cho Bộ phận Một cửa.", [("Bộ phận Một cửa", "lead")]),
    ("1. Trang trí hội trường: Văn phòng Sở.", [("Văn phòng Sở", "lead")]),
    ("1. Treo pano trên đường: Tổ Văn hóa thực hiện, hoàn thành trước ngày 20/4/2022.", [("Tổ Văn hóa", "lead")]),
    ("1. Tiểu ban Hậu cần gồm 05 người do ông Lý A Pó làm Trưởng tiểu ban; họp vào thứ Ba.", [("Tiểu ban Hậu cần", "lead")]),
    ("1. Các phòng Tổ chức, Kế toán và Quản trị nộp sổ trực.", [("phòng Tổ chức", "lead"), ("Phòng Kế toán", "lead"), ("Phòng Quản trị", "lead")]),
    ("1. Cục trưởng Cục Thống kê các tỉnh ký giao ước.", [("Cục trưởng Cục Thống kê các tỉnh", "lead")]),
    ("1. Các xóm, tổ dân phố họp dân.", [("Các xóm, tổ dân phố", "lead")]),
    ("1. Các khoa, phòng, trung tâm gửi danh sách.", [("Các khoa, phòng, trung tâm", "lead")]),
    ("1. Các hội, đoàn thể xã mở lớp bơi.", [("Các hội, đoàn thể xã", "lead")]),
    ("1. Các đội, phòng Kế toán lập danh sách.", [("Các đội", "lead"), ("phòng Kế toán", "lead")]),
    ("1. Mỗi phòng, ban nhận đỡ đầu 01 em.", [("Mỗi phòng, ban", "lead")]),
    ("1. Các cơ sở Đoàn, Hội, Đội ra quân.", [("Các cơ sở Đoàn, Hội, Đội", "lead")]),
    ("1. Các Phòng 2, 3 và 11 nộp sổ trực.", [("Phòng 2", "lead"), ("Phòng 3", "lead"), ("Phòng 11", "lead")]),
    ("1. PH41, PT18 bố trí xe.", [("PH41", "lead"), ("PT18", "lead")]),
    ("1. Phân công lãnh đạo Trạm: Ông Vừ A Sinh - Trạm trưởng: phụ trách chung.", [("Ông Vừ A Sinh - Trạm trưởng", "lead")]),
    ("1. Cấp ủy viên phụ trách chi bộ dự sinh hoạt ít nhất 01 lần/quý.", [("Cấp ủy viên phụ trách chi bộ", "lead")]),
    ("1. Định kỳ 6 tháng, 1 năm Trạm Thú y báo cáo huyện.", [("Trạm Thú y", "lead")]),
    ("1. Đề nghị người sử dụng lao động bố trí giờ học.", [("người sử dụng lao động", "lead")]),
    ("1. Hiệu trưởng: Ông Lý A Páo – Chỉ đạo chung, duyệt chi.", [("Hiệu trưởng", "lead")]),
    ("1. Trưởng ban: Bà Sùng Thị Mẩy - Giám sát lịch trình.", [("Trưởng ban", "supervise")]),
    ("1. 22 GVCN: Lập danh sách lớp mình.", [("GVCN", "lead")]),
    ("1. Công đoàn ngành xây dựng kế hoạch gửi các trạm.", [("Công đoàn ngành", "lead")]),
    ("1. Thành lập Tổ thẩm định do đồng chí Chánh Văn phòng làm Tổ trưởng, Tổ thẩm định kiểm tra hồ sơ.", [("Tổ thẩm định", "supervise")]),
    ("1. Kết thúc hội thi các trạm gửi ảnh về Văn phòng.", [("các trạm", "lead")]),
    ("1. Tổ Tin học kiểm tra máy chiếu trước giờ họp.", [("Tổ Tin học", "lead")]),
    ("1. Phòng Kho chủ trì, Phòng Xe phối hợp: sắp xếp bến bãi.", [("Phòng Kho", "lead"), ("Phòng Xe", "coordinate")]),
    ("1. Phòng Kho chủ trì; Phòng Xe, Tổ Cân cùng phối hợp sắp xếp bến bãi.", [("Phòng Kho", "lead"), ("Phòng Xe", "coordinate"), ("Tổ Cân", "coordinate")]),
    ("1. Phòng Kho phụ trách, Phòng Xe phối hợp sắp xếp bến bãi.", [("Phòng Kho", "lead"), ("Phòng Xe", "coordinate")]),
    ("1. Phòng Kho chủ trì, có sự phối hợp của Phòng Xe, sắp xếp bến bãi.", [("Phòng Kho", "lead"), ("Phòng Xe", "coordinate")]),
    ("1. Trạm Thú y Lắk Mới, Ea Drăng gieo tinh bò.", [("Trạm Thú y Lắk Mới", "lead"), ("Trạm Thú y Ea Drăng", "lead")]),
    ("1. Khoa Nội, Ngoại và Sản lập sổ trực.", [("Khoa Nội", "lead"), ("Khoa Ngoại", "lead"), ("Khoa Sản", "lead")]),
    ("1. Phòng Cơ điện, Vận tải, An toàn lập sổ trực.", [("Phòng Cơ điện", "lead"), ("Phòng Vận tải", "lead"), ("Phòng An toàn", "lead")]),
    ("1. Lớp 9A, 9B lập sổ trực.", [("Lớp 9A", "lead"), ("Lớp 9B", "lead")]),
    ("1. Phân xưởng Cán thép 1, 2 lập sổ trực.", [("Phân xưởng Cán thép 1", "lead"), ("Phân xưởng Cán thép 2", "lead")]),
    ("1. Phòng Tổ chức, Hành chính và Quản trị lập sổ trực.", [("Phòng Tổ chức, Hành chính và Quản trị", "lead")]),
    ("1. Trạm Thú y/Trạm Bảo vệ thực vật lập sổ trực.", [("Trạm Thú y", "lead"), ("Trạm Bảo vệ thực vật", "lead")]),
    ("1. Phòng Vận tải - Cơ giới cấp dầu cho tàu.", [("Phòng Vận tải - Cơ giới", "lead")]),
    ("1. Trạm 1, 2 lập sổ trực.", [("Trạm 1", "lead"), ("Trạm 2", "lead")]),
    ("1. Ban Thường trực phân công ủy viên trông từng xóm.", [("Ban Thường trực", "lead")]),
    ("1. Thường trực Huyện Hội xuống bản họp dân.", [("Thường trực Huyện Hội", "lead")]),
    ("1. Hội Khuyến học cùng các trường mở lớp xóa mù.", [("Hội Khuyến học", "lead"), ("các trường", "coordinate")]),
    ("1. Khoa Dược giã lá ngải, đắp gối cho người bệnh.", [("Khoa Dược", "lead")]),
    ("1. Phòng Kinh tế - Kỹ thuật ngó kỹ giá thầu từng gói.", [("Phòng Kinh tế - Kỹ thuật", "lead")]),
    ("1. Đội xe số 3 nhường đường, lùi bến đúng giờ.", [("Đội xe số 3", "lead")]),
    ("1. Trung đội Thông tin níu cột, giữ liên lạc suốt đêm.", [("Trung đội Thông tin", "lead")]),
    ("1. Tổ Hậu cần chủ trì cùng Đoàn trường lập sổ kho.", [("Tổ Hậu cần", "lead"), ("Đoàn trường", "coordinate")]),
    ("1. Văn phòng làm thường trực, chủ trì cùng VP Công đoàn lập danh sách.", [("Văn phòng", "lead"), ("VP Công đoàn", "coordinate")]),
    ("1. Ban giám đốc phân công: Phó Giám đốc Lý A Pó dự họp.", [("Phó Giám đốc Lý A Pó", "lead")]),
    ("1. Các đội trưởng giao chỉ tiêu đến từng tổ máy.", [("Các đội trưởng", "lead")]),
    ("1. Các hạt nộp sổ trực.", [("Các hạt", "lead")]),
    ("1. Việc nhận đơn do Phòng Kỹ thuật tiếp nhận trước 30/6/2022.", [("Phòng Kỹ thuật", "lead")]),
    ("1. Công đoàn cùng chuyên môn mở lớp bơi.", [("Công đoàn", "lead"), ("chuyên môn", "coordinate")]),
    ("1. Ban Vật tư (B8) gỡ vướng mặt bằng.", [("Ban Vật tư", "lead")]),
    ("1. Ban Kho phối hợp với Ban Xe (B9) điều hành bến bãi.", [("Ban Kho", "lead"), ("Ban Xe", "coordinate")]),
    ("1. B5 lập tiến độ từng móng trụ.", [("B5", "lead")]),
    ("1. Trung đội dân quân, tiểu đội thông tin bình xét vào thứ bảy.", [("Trung đội dân quân", "lead"), ("tiểu đội thông tin", "lead")]),
    ("1. Các khoa lâm sàng và 12 trạm y tế ký giao ước.", [("Các khoa lâm sàng", "lead"), ("12 trạm y tế", "lead")]),
    ("1. Khối Dân vận xã là cơ quan thường trực, giúp Đảng ủy tổng hợp.", [("Khối Dân vận xã", "lead")]),
    ("1. Các thành viên trong Cụm gửi bảng tự chấm.", [("Các thành viên trong Cụm", "lead")]),
    ("1. Bộ phận Chính trị chủ trì, phối hợp với các bộ phận theo dõi sổ trực.", [("Bộ phận Chính trị", "lead"), ("các bộ phận", "coordinate")]),
    ("1. Văn phòng Ban chỉ đạo xây dựng nông thôn mới theo dõi tiến độ.", [("Văn phòng Ban chỉ đạo xây dựng nông thôn mới", "supervise")]),
    ("1. Các Bộ Ngoại giao, Công an hướng dẫn thủ tục nhập cảnh.", [("Bộ Ngoại giao", "lead"), ("Bộ Công an", "lead")]),
    ("1. Sở Nội vụ tiếp nhận hồ sơ qua mạng.", [("Sở Nội vụ", "lead")]),
    ("1. Chủ tịch UBND các xã, các cơ quan liên quan tổ chức ký cam kết.", [("Chủ tịch UBND các xã", "lead"), ("các cơ quan liên quan", "lead")]),
    ("1. Các phòng, ban, Đài Truyền thanh và Truyền hình huyện đưa tin.", [("Các phòng, ban", "lead"), ("Đài Truyền thanh và Truyền hình huyện", "lead")]),
    ("1. Trung tâm Y tế, khi được hỏi ý kiến, có trách nhiệm trả lời bằng văn bản.", [("Trung tâm Y tế", "lead")]),
    ("1. Chủ cơ sở giết mổ có trách nhiệm khai báo số gia súc nhập về.", [("Chủ cơ sở giết mổ", "lead")]),
    ("1. Trách nhiệm thi hành Trưởng các phòng có trách nhiệm cử công chức tham gia.", [("Trưởng các phòng", "lead")]),
    ("1. Vụ Pháp chế - hành chính soạn thảo quy chế.", [("Vụ Pháp chế - hành chính", "lead")]),
    ("1. Cơ quan tiếp nhận hồ sơ có trách nhiệm trả lời người dân.", [("Cơ quan tiếp nhận hồ sơ", "lead")]),
    ("1. Văn phòng giúp Giám đốc Sở theo dõi tiến độ, tổng hợp kết quả.", [("Văn phòng", "lead")]),
    ("1. Phòng Quản lý văn hóa tham mưu Giám đốc Sở ban hành quy chế.", [("Phòng Quản lý văn hóa", "lead")]),
    ("1. Giao Thanh tra Sở theo dõi việc chấm điểm.", [("Thanh tra Sở", "supervise")]),
    ("1. Giao Thanh tra Sở theo dõi, thực hiện Quyết định này.", [("Thanh tra Sở", "lead")]),
    ("1. Thanh tra Sở theo dõi, đôn đốc việc chấm điểm.", [("Thanh tra Sở", "supervise")]),
    ("1. Văn phòng chủ trì, phối hợp với Công đoàn ngành kiểm tra hồ sơ.", [("Văn phòng", "lead"), ("Công đoàn ngành", "coordinate")]),
    ("1. Đoàn Thanh niên phối hợp với Văn phòng tổ chức hội thao.", [("Đoàn Thanh niên", "lead"), ("Văn phòng", "coordinate")]),
    ("1. Đề nghị Báo Yên Bái phối hợp tuyên truyền.", [("Báo Yên Bái", "coordinate")]),
    ("1. Ban Giám đốc giao Phòng Di sản kiểm kê hiện vật.", [("Phòng Di sản", "lead")]),
    ("1. Căn cứ hướng dẫn của Bộ, các đơn vị trực thuộc xây dựng kế hoạch.", [("các đơn vị trực thuộc", "lead")]),
    ("1. Bảo tàng tỉnh: Trưng bày chuyên đề về nghề thủ công.", [("Bảo tàng tỉnh", "lead")]),
    ("1. Đề nghị Hội Nông dân và các tổ chức chính trị - xã hội vận động hội viên.", [("Hội Nông dân", "lead"), ("các tổ chức chính trị - xã hội", "lead")]),
    ("1. Phòng Di sản theo dõi, tổng hợp việc kiểm kê, trình Giám đốc Sở.", [("Phòng Di sản", "lead")]),
    ("1. Thanh tra Sở thành lập đoàn kiểm tra các rạp chiếu phim.", [("Thanh tra Sở", "lead")]),
    ("1. Đội Cờ đỏ kiểm tra nền nếp, trừ điểm các lớp vi phạm.", [("Đội Cờ đỏ", "lead")]),
    ("1. Văn phòng giúp Giám đốc Sở theo dõi, đôn đốc các đơn vị.", [("Văn phòng", "supervise")]),
    ("1. Các Phó Hiệu trưởng theo mảng phụ trách gỡ khó cho cơ sở.", [("Các Phó Hiệu trưởng", "lead")]),
    ("1. Các đơn vị trong Cụm cùng nhận đỡ đầu một xã vùng cao.", [("Các đơn vị trong Cụm", "lead")]),
    ("1. Giao Cục Thuế chủ trì, phối hợp với Phòng Tổng hợp, Phòng Phòng ngừa và xử lý sai phạm đối soát số liệu.", [("Cục Thuế", "lead"), ("Phòng Tổng hợp", "coordinate"), ("Phòng Phòng ngừa và xử lý sai phạm", "coordinate")]),
    ("1. Hằng quý, Thư viện tỉnh tổ chức ngày hội đọc sách.", [("Thư viện tỉnh", "lead")]),
    ("1. Mỗi 15 ngày, Trạm Thủy nông báo cáo mực nước.", [("Trạm Thủy nông", "lead")]),
    ("1. Ban Tổ chức hội thi do đồng chí Phó Giám đốc làm Trưởng ban có trách nhiệm lập thể lệ.", [("Ban Tổ chức hội thi", "lead")]),
    ("1. Công an tỉnh (PA03) hợp đồng thuê xe cho đoàn.", [("Công an tỉnh", "lead")]),
    ("1. Ban Giám đốc: đồng chí Phó Giám đốc Sở chỉ đạo tuyến phía Nam.", [("đồng chí Phó Giám đốc Sở", "lead")]),
    ("1. Chi cục Thủy sản, Chi cục Kiểm lâm, mỗi chi cục chọn một mô hình.", [("Chi cục Thủy sản", "lead"), ("Chi cục Kiểm lâm", "lead")]),
    ("1. Công đoàn cơ sở phối hợp với chuyên môn tổ chức hội thao.", [("Công đoàn cơ sở", "lead"), ("chuyên môn", "coordinate")]),
    ("1. Các phòng, đơn vị rà soát tài sản.", [("Các phòng, đơn vị", "lead")]),
    ("1. Giao đồng chí Lò Thị Mẩy, Phó Chánh Văn phòng Sở lập hồ sơ.", [("đồng chí Lò Thị Mẩy, Phó Chánh Văn phòng Sở", "lead")]),
    ("1. Tổ biên tập, gồm giáo viên của ba khối (cô Mỷ làm tổ trưởng): duyệt bài.", [("Tổ biên tập", "lead")]),
    ("1. Đ/c Vừ A Sử - Phó Trưởng ban: chỉ đạo khâu hậu cần.", [("Đ/c Vừ A Sử - Phó Trưởng ban", "lead")]),
    ("1. Kết thúc hội diễn, trong thời hạn 05 ngày, Trưởng đoàn nộp báo cáo.", [("Trưởng đoàn", "lead")]),
    ("1. Đề nghị các cơ quan có công chức tham gia Tổ thẩm định bố trí thời gian.", [("các cơ quan có công chức tham gia Tổ thẩm định", "lead")]),
    ("1. Các nhà hát được giao chủ trì hạng mục tại phụ lục có trách nhiệm lập tiến độ.", [("Các nhà hát được giao chủ trì hạng mục tại phụ lục", "lead")]),
    ("1. Bảo tàng tỉnh sẽ mở cửa miễn phí ngày lễ.", [("Bảo tàng tỉnh", "lead")]),
    ("1. Thời gian: từ 08h00 ngày 05/9/2022, Ban Tổ chức tiến hành bốc thăm.", [("Ban Tổ chức", "lead")]),
    ("1. Trung tâm Kiểm định công trình xây dựng và các phòng: Cử người dự tập huấn.", [("Trung tâm Kiểm định công trình xây dựng", "lead"), ("các phòng", "lead")]),
    ("1. Các ban, ngành, đoàn thể tỉnh; UBND các huyện; các nhà máy đường tổ chức lễ phát động.", [("Các ban, ngành, đoàn thể tỉnh", "lead"), ("UBND các huyện", "lead"), ("các nhà máy đường", "lead")]),
    ("1. Nữ công trường soạn tiểu phẩm.", [("Nữ công trường", "lead")]),
    ("1. Ông. Vàng Seo Phử - Trưởng đoàn: phụ trách chung.", [("Ông. Vàng Seo Phử - Trưởng đoàn", "lead")]),
    ("1. Hội đồng Khoa học phân công thành viên phụ trách từng đề tài.", [("Hội đồng Khoa học", "lead")]),
    ("1. Treo băng rôn trên các trục đường chính, Phòng Kinh tế chủ trì, Đội Môi trường phối hợp.", [("Phòng Kinh tế", "lead"), ("Đội Môi trường", "coordinate")]),
    ("1. Chi cục Thủy lợi: Chủ động phối hợp với Công an huyện tuần tra bờ đê.", [("Chi cục Thủy lợi", "lead"), ("Công an huyện", "coordinate")]),
    ("1. Bảo tàng tỉnh chịu trách nhiệm chính kiểm kê hiện vật.", [("Bảo tàng tỉnh", "lead")]),
    ("1. Tổng Liên đoàn Lao động Việt Nam mở lớp tập huấn.", [("Tổng Liên đoàn Lao động Việt Nam", "lead")]),
    ("1. Trao quà: Sau khi bình chọn, Hội Phụ nữ xã lập danh sách.", [("Hội Phụ nữ xã", "lead")]),
    ("1. Văn phòng: Bố trí hội trường, âm thanh.", [("Văn phòng", "lead")]),
    ("1. Cục Thống kê tỉnh cung cấp số liệu.", [("Cục Thống kê tỉnh", "lead")]),
    ("1. Giao Văn phòng Sở kiểm tra, giám sát các bến đò.", [("Văn phòng Sở", "supervise")]),
    ("1. Phòng Kiểm tra, giám sát nhập sổ bến.", [("Phòng Kiểm tra, giám sát", "lead")]),
    ("1. Ban Công tác Mặt trận thôn phối hợp với Trưởng thôn họp dân.", [("Ban Công tác Mặt trận thôn", "lead"), ("Trưởng thôn", "coordinate")]),
    ("1. Lực lượng dân quân tự vệ, công an viên tuần tra ban đêm.", [("Lực lượng dân quân tự vệ", "lead"), ("công an viên", "lead")]),
    ("1. Ban Chỉ đạo tổng hợp số liệu.", [("Ban Chỉ đạo", "lead")]),
    ("1. Ban Chỉ đạo xây dựng nông thôn mới họp giao ban.", [("Ban Chỉ đạo xây dựng nông thôn mới", "lead")]),
    ("1. Hội đồng chuẩn bị phiếu bầu.", [("Hội đồng", "lead")]),
    ("1. Hội đồng thẩm định giá đất họp kín.", [("Hội đồng thẩm định giá đất", "lead")]),
    ("1. Ủy viên Ban Thường vụ phụ trách 02 xã.", [("Ủy viên Ban Thường vụ", "lead")]),
    ("1. Các cơ quan, ban, ngành, đoàn thể tỉnh ra quân.", [("Các cơ quan, ban, ngành, đoàn thể tỉnh", "lead")]),
    ("1. Đài Truyền thanh - Truyền hình thành phố: Phát sóng hằng ngày.", [("Đài Truyền thanh - Truyền hình thành phố", "lead")]),
    ("1. Đoàn công bố quyết định, nghe chủ rạp trình bày.", [("Đoàn", "lead")]),
    ("1. Đoàn kiểm tra lập biên bản tại rạp.", [("Đoàn kiểm tra", "lead")]),
    ("1. Các cơ sở được thanh tra: cử người làm việc với đoàn.", [("Các cơ sở được thanh tra", "lead")]),
    ("1. Đ/c Hà Thị Sáu - Ủy viên: Trưởng tiểu ban lễ tân, đón khách.", [("Đ/c Hà Thị Sáu - Ủy viên", "lead")]),
    ("1. Đề nghị UBMTTQVN xã và các đoàn thể: Vận động hội viên.", [("UBMTTQVN xã", "lead"), ("các đoàn thể", "lead")]),
    ("1. Ban Giám khảo chấm điểm từng tiết mục.", [("Ban Giám khảo", "lead")]),
    ("1. Thầy Lý Văn Páo (PHT) phụ trách chuyên môn các khối lớp.", [("Thầy Lý Văn Páo", "lead")]),
    ("1. Cô Hoàng Thị Sen - Phó Hiệu trưởng: tổng hợp điểm các lớp.", [("Cô Hoàng Thị Sen - Phó Hiệu trưởng", "lead")]),
    ("1. TPT Đội tổ chức chào cờ đầu tuần.", [("TPT Đội", "lead")]),
    ("1. Các cơ sở Đoàn: đăng ký phần việc, tự chấm điểm.", [("Các cơ sở Đoàn", "lead")]),
    ("1. Mỗi cơ sở Hội chọn một việc làm theo Bác.", [("Mỗi cơ sở Hội", "lead")]),
    ("1. Hệ thống truyền thanh cơ sở tiếp âm đầy đủ.", [("Hệ thống truyền thanh cơ sở", "lead")]),
    ("1. Tổ trưởng các tổ chuyên môn, tổ văn phòng nộp sổ theo dõi.", [("Tổ trưởng các tổ chuyên môn", "lead"), ("Tổ trưởng tổ văn phòng", "lead")]),
    ("1. Văn phòng Sở là cơ quan thường trực, chủ trì, phối hợp với Thư viện tỉnh biên tập tập san.", [("Văn phòng Sở", "lead"), ("Thư viện tỉnh", "coordinate")]),
    ("1. Văn phòng Sở là bộ phận thường trực của Hội đồng, có nhiệm vụ đôn đốc các phòng.", [("Văn phòng Sở", "supervise")]),
    ("1. Khen thưởng đột xuất: Do các ban chỉ đạo, các ngành lựa chọn, trình trong vòng 10 ngày.", [("các ban chỉ đạo", "lead"), ("các ngành", "lead")]),
    ("1. Tiền in tập san do Phòng Tài vụ bố trí, quyết toán trước ngày 15/12/2021.", [("Phòng Tài vụ", "lead")]),
    ("1. Nhiệm vụ của từng tổ viên do Tổ trưởng tổ thẩm định phân công.", [("Tổ trưởng tổ thẩm định", "lead")]),
    ("1. Sở Văn hóa phối hợp với các Bộ, ngành liên quan và các sở, ngành, địa phương có liên quan lập hồ sơ.", [("Sở Văn hóa", "lead"), ("các Bộ, ngành liên quan", "coordinate"), ("các sở, ngành, địa phương có liên quan", "coordinate")]),
    ("1. Thanh tra Sở phối hợp với Cục Thuế trong xây dựng giá vé.", [("Thanh tra Sở", "lead"), ("Cục Thuế", "coordinate")]),
    ("1. Thanh tra Sở kiểm tra, xử lý các rạp bán vé giả.", [("Thanh tra Sở", "lead")]),
    ("1. UBND tỉnh Điện Biên tập trung sửa đường.", [("UBND tỉnh Điện Biên", "lead")]),
    ("1. Các tổ chức mặt trận tỉnh vận động người dân hiến hiện vật.", [("Các tổ chức mặt trận tỉnh", "lead")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "units"), ONE, ids=[line for line, _ in ONE])
def test_one_assignment(line: str, units: list[tuple[str, str]]) -> None:
    (mention,) = found(organized(line))
    assert roles(mention) == units


def test_a_heading_that_is_a_unit_gives_its_bullets_their_subject() -> None:
    first, second = found(
        organized(
            "1. Phòng Quản lý thể thao",
            "- Tuyển chọn vận động viên dự giải trẻ.",
            "- Phối hợp với Nhà thi đấu tỉnh bố trí lịch tập.",
        )
    )
    assert roles(first) == [("Phòng Quản lý thể thao", "lead")]
    assert roles(second) == [("Phòng Quản lý thể thao", "lead"), ("Nhà thi đấu tỉnh", "coordinate")]


@pytest.mark.parametrize(("last", "count"), [("Phòng Vật tư lập sổ kho.", 1), ("Các phòng lập sổ kho.", 2)])
def test_a_closing_without_a_subject_speaks_to_no_single_body(last: str, count: int) -> None:
    closing = "Trong quá trình thực hiện nếu có khó khăn, vướng mắc kịp thời báo cáo về Xưởng để xem xét, điều chỉnh./."
    assert len(found(organized(f"1. {last}\n\n{closing}"))) == count


def test_papers_that_are_to_be_sent_are_the_work_of_those_above() -> None:
    body = "1. Các đồn, Hải đội 4\n- Hồ sơ xét thưởng nộp trước ngày 15/6/2018;\n- Sổ trực để ở phòng khách."
    (mention,) = found(organized(body))
    assert roles(mention) == [("Các đồn", "lead"), ("Hải đội 4", "lead")]


def test_a_long_name_over_a_list_is_no_sentence() -> None:
    body = "1. Phòng Kỹ thuật an toàn lò hơi bình áp lực\na) Lập sổ theo dõi.\nb) Dán tem kiểm định."
    assert {roles(m)[0][0] for m in found(organized(body))} == {"Phòng Kỹ thuật an toàn lò hơi bình áp lực"}


def test_whom_a_unit_urges_by_its_function_is_not_the_one_who_acts() -> None:
    first, second = found(
        organized(
            "1. Sở Tài chính, Sở Xây dựng",
            "Theo chức năng, nhiệm vụ đôn đốc các chủ đầu tư, nhà thầu thực hiện đúng tiến độ; tham mưu khen thưởng.",
        )
    )
    assert roles(first) == [("Sở Tài chính", "supervise"), ("Sở Xây dựng", "supervise")]
    assert roles(second) == [("Sở Tài chính", "lead"), ("Sở Xây dựng", "lead")]


def test_whom_a_programme_helps_is_not_the_one_who_acts() -> None:
    (mention,) = found(
        organized(
            "1. Sở Du lịch", "- Qua các hội chợ hỗ trợ các cơ sở, doanh nghiệp phát triển nghề, mở rộng chợ phiên."
        )
    )
    assert roles(mention) == [("Sở Du lịch", "lead")]


def test_a_directive_names_bodies_over_what_they_are_to_do() -> None:
    (mention,) = found(
        "1. Các Bộ: Y tế, Xây dựng, Tài chính:\na) Khẩn trương ban hành hướng dẫn.\n2. Lưu trữ\na) Hồ sơ."
    )
    assert [unit.printed for unit in mention.units] == ["Các Bộ: Y tế", "Bộ Xây dựng", "Bộ Tài chính"]


@pytest.mark.parametrize(
    "more",
    ["nhân viên nào không nộp bản cam kết thì không xét.", "chịu trách nhiệm trước Giám đốc Sở nếu để chậm hồ sơ."],
)
def test_what_follows_from_a_work_is_no_work(more: str) -> None:
    (mention,) = found(organized(f"1. Trưởng các phòng ký bản cam kết; {more}"))
    assert mention.task.text == "ký bản cam kết"


def test_a_heading_and_its_text_may_stand_in_one_line() -> None:
    (mention,) = found(organized("1. Văn phòng Sở Bố trí hội trường, loa máy.", "2. Thanh tra Sở Xây dựng."))
    assert roles(mention) == [("Văn phòng Sở", "lead")]
    assert mention.task.text == "Bố trí hội trường, loa máy"


def test_who_follows_up_many_is_not_the_last_of_them() -> None:
    (mention,) = found(organized("1. Phòng Nội vụ", "- Theo dõi, đôn đốc các thôn, các trường mở lớp đúng hạn."))
    assert roles(mention) == [("Phòng Nội vụ", "supervise")]


def test_who_supervises_besides_has_a_row_for_it() -> None:
    first, second = found(
        organized("1. Mặt trận Tổ quốc xã vận động nhân dân hiến đất, giám sát việc thi công đường thôn.")
    )
    assert roles(first) == [("Mặt trận Tổ quốc xã", "lead")]
    assert roles(second) == [("Mặt trận Tổ quốc xã", "supervise")]


def test_a_new_sentence_behind_a_semicolon_joins_no_list() -> None:
    first, second = found(
        organized("1. Đoàn Thanh niên xã dựng trại cho các liên đội, chi đoàn; Trạm Y tế xã tổ chức trực cấp cứu.")
    )
    assert roles(first) == [("Đoàn Thanh niên xã", "lead")]
    assert roles(second) == [("Trạm Y tế xã", "lead")]


@pytest.mark.parametrize(
    ("body", "units"),
    [
        ("II. NỘI DUNG\n1. Các thôn: tổ chức ra quân làm thủy lợi.", ["Các thôn"]),
        ("II. NỘI DUNG\n1. Các ngành Điện, Nước: tổ chức hội nghị khách hàng.", ["ngành Điện", "Ngành Nước"]),
        (
            "II. NỘI DUNG\n1. Mỗi tổ thăm 03 gia đình neo đơn, gửi danh sách về Ban Thường trực trước ngày 10/4/2022.",
            ["Mỗi tổ"],
        ),
        (
            "V. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Định kỳ 6 tháng (trước 12/6), cả năm (trước 12/11), báo cáo Giám đốc Sở.",
            ["Văn phòng"],
        ),
        ("IV. KINH PHÍ\nCăn cứ Kế hoạch này, các nhà văn hóa chủ động lập dự toán.", ["các nhà văn hóa"]),
        ("IV. KINH PHÍ\nCác trường lập dự toán gửi Phòng Tài chính trước ngày 15/9/2019.", ["Các trường"]),
    ],
)
def test_works_outside_the_sections_that_assign(body: str, units: list[str]) -> None:
    (mention,) = found(body)
    assert [unit.printed for unit in mention.units] == units


def test_the_holder_in_brackets_behind_a_post_is_no_part_of_its_name() -> None:
    first, second = found(
        organized("1. Chánh Thanh tra (Sở Ngoại vụ)", "- Dự thảo quy chế.", "2. Văn phòng (tầng 2)", "- Tiếp khách.")
    )
    assert roles(first) == [("Chánh Thanh tra", "lead")]
    assert roles(second) == [("Văn phòng", "lead")]


def test_what_one_reports_each_quarter_is_no_supervision() -> None:
    first, second = found(organized("1. Phòng Thị trường theo dõi, đôn đốc, hằng quý báo cáo Hội đồng thành viên."))
    assert roles(first) == [("Phòng Thị trường", "supervise")]
    assert roles(second) == [("Phòng Thị trường", "lead")]


def test_a_sentence_begins_with_any_capital_and_what_becomes_of_a_class_is_no_task() -> None:
    (mention,) = found(organized("1. Văn phòng lập bảng điểm. Đội xếp loại C hai kỳ liền không được xét danh hiệu."))
    assert mention.task.text == "lập bảng điểm" and roles(mention) == [("Văn phòng", "lead")]


def test_works_of_one_unit_without_other_time_are_one_row() -> None:
    (mention,) = found(organized("1. Văn phòng xây dựng tiêu chí; hướng dẫn các phòng tự chấm điểm; tổng hợp kết quả."))
    assert mention.task.text.startswith("xây dựng tiêu chí") and mention.task.text.endswith("tổng hợp kết quả")


def test_a_report_with_its_own_term_is_a_row_of_its_own() -> None:
    work, report = found(
        organized(
            "1. Các phòng phát động thi đua đến từng công chức và báo cáo kết quả về Văn phòng trước ngày 05/12/2022."
        )
    )
    assert work.when is None
    assert report.when is not None and report.when.qualifier == "before"
    assert report.task.text.startswith("báo cáo kết quả")


def test_who_sums_up_what_is_reported_has_a_task() -> None:
    told, sums = found(
        organized(
            "1. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng để tổng hợp, báo cáo Giám đốc Sở."
        )
    )
    assert roles(told) == [("các đơn vị", "lead")]
    assert roles(sums) == [("Văn phòng", "lead")]
    assert sums.task.text == "tổng hợp, báo cáo Giám đốc Sở"


def test_what_signs_off_a_plan_is_no_part_of_the_task_that_follows_it() -> None:
    (mention,) = found(
        organized(
            "Trên đây là Kế hoạch thi đua, trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng Sở."
        )
    )
    assert mention.task.text.startswith("nếu có vướng mắc")
    assert roles(mention) == [("các đơn vị", "lead")]


def test_lines_that_name_the_units() -> None:
    (mention,) = found(
        "III. NHIỆM VỤ\n1. Số hóa tư liệu về di tích.\n- Đơn vị chủ trì: Phòng Di sản.\n"
        "- Đơn vị phối hợp: Bảo tàng tỉnh, Thư viện tỉnh.\n- Thời gian: Quý III/2022.\n- Sản phẩm: Kho tư liệu số"
    )
    assert roles(mention) == [
        ("Phòng Di sản", "lead"),
        ("Bảo tàng tỉnh", "coordinate"),
        ("Thư viện tỉnh", "coordinate"),
    ]
    assert mention.task.text == "Số hóa tư liệu về di tích"
    assert mention.when is not None and mention.task.product == "Kho tư liệu số"


LABELLED = "II. NHIỆM VỤ\n1. Kho tư liệu\n{}\n2. Việc khác\n- Làm việc khác."
LABELLED_LINES = [
    # the label stands alone, the units below it
    ("a) Nhiệm vụ: Số hóa tư liệu về di tích.\nb) Cơ quan thực hiện:\n- Đơn vị chủ trì: Phòng Di sản.\n- Đơn vị phối hợp: Bảo tàng tỉnh.\nc) Thời gian thực hiện: Hoàn thành trong Quý III/2022.", ["II.1.a"]),
    # several works under one label
    ("a) Nội dung công việc:\n- Số hóa tư liệu về di tích.\n- Số hóa tư liệu về lễ hội.\nb) Đơn vị chủ trì: Phòng Di sản.\nc) Đơn vị phối hợp: Bảo tàng tỉnh.\nd) Thời gian: Quý III/2022.", ["II.1.a.-1", "II.1.a.-2"]),
    # the time is said first, the units have no label of their own
    ("- Thời hạn hoàn thành: Quý III/2022.\n- Cơ quan chủ trì:\n+ Phòng Di sản;\n- Cơ quan phối hợp:\n+ Bảo tàng tỉnh.", ["II.1"]),
    # one work after the other
    ("- Nội dung: Số hóa tư liệu về di tích.\n- Chủ trì: Phòng Di sản. Phối hợp: Bảo tàng tỉnh.\n- Thời gian: Quý III/2022.\n- Nội dung: Số hóa tư liệu về lễ hội.\n- Chủ trì: Phòng Di sản. Phối hợp: Bảo tàng tỉnh.\n- Thời gian: Quý III/2022.", ["II.1.-1", "II.1.-4"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "paths"), LABELLED_LINES, ids=["alone", "several", "time first", "in turn"])
def test_lines_with_labels_stand_together(lines: str, paths: list[str]) -> None:
    mentions = found(LABELLED.format(lines))
    assert [mention.task.path for mention in mentions] == paths
    for mention in mentions:
        assert roles(mention) == [("Phòng Di sản", "lead"), ("Bảo tàng tỉnh", "coordinate")]
        assert mention.when is not None and mention.when.end is not None and mention.when.end.quarter == 3


TIMED = [
    ("a) Phòng Di sản lập danh mục di tích.\nThời gian thực hiện: Trước ngày 15/8/2022.\nb) Bảo tàng tỉnh kiểm kê hiện vật.", [8, None]),
    ("- Phòng Di sản lập danh mục di tích.\n- Bảo tàng tỉnh kiểm kê hiện vật.\n- Thời gian hoàn thành: trước ngày 20/9/2022.", [9, 9]),
    ("- Phòng Di sản lập danh mục di tích.\n- Thời hạn: trước ngày 15/8/2022.\n- Bảo tàng tỉnh kiểm kê hiện vật.\n- Thời hạn: trước ngày 20/9/2022.", [8, 9]),
    ("- Phòng Di sản lập danh mục di tích. Thời gian hoàn thành: trước ngày 15/4/2022.\n- Bảo tàng tỉnh kiểm kê hiện vật.", [4, None]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "months"), TIMED, ids=["below", "of all above", "in turn", "behind"])
def test_a_line_that_says_the_time_of_works(lines: str, months: list[int | None]) -> None:
    mentions = found(f"III. TỔ CHỨC THỰC HIỆN\n1. Kiểm kê\n{lines}")
    assert [m.when and m.when.end and m.when.end.month for m in mentions] == months


def test_a_sentence_in_the_place_of_names() -> None:
    (mention,) = found(
        "III. NHIỆM VỤ\n1. Số hóa tư liệu về di tích.\n- Cơ quan thực hiện: Phòng Di sản rà soát toàn bộ hồ sơ khoa học của những "
        "di tích đã được xếp hạng trên địa bàn huyện; Bảo tàng tỉnh; các cơ quan, tổ chức khác có liên quan."
    )
    assert [name for name, _ in roles(mention)] == [
        *("Phòng Di sản", "Bảo tàng tỉnh", "các cơ quan, tổ chức khác có liên quan")
    ]


BEHIND = [
    ("1. Công tác kiểm tra chéo do Tổ Điện chủ trì, thực hiện mỗi quý 01 lần.", [("Tổ Điện", "lead")]),
    ("Soạn bộ câu hỏi (Phòng Di sản chủ trì; Bảo tàng tỉnh, Thư viện tỉnh phối hợp).", [("Phòng Di sản", "lead"), ("Bảo tàng tỉnh", "coordinate"), ("Thư viện tỉnh", "coordinate")]),
    ("Tổ chức hội thao (giao Công đoàn chủ trì, phối hợp Đoàn Thanh niên).", [("Công đoàn", "lead"), ("Đoàn Thanh niên", "coordinate")]),
    ("Trang trí hội trường: Văn phòng phụ trách.", [("Văn phòng", "lead")]),
    ("Việc in tài liệu giao cho Văn phòng thực hiện.", [("Văn phòng", "lead")]),
    ("1. Việc in thiệp mời do Phòng Hành chính thực hiện theo phân công.", [("Phòng Hành chính", "lead")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "units"), BEHIND, ids=[line for line, _ in BEHIND])
def test_units_behind_their_work(line: str, units: list[tuple[str, str]]) -> None:
    (mention,) = found(f"III. NỘI DUNG\n1. Công tác chuẩn bị\n- {line}")
    assert roles(mention) == units


OTHER_BODIES = [
    ("Phòng Tổ chức - Hành chính lập danh sách.", [("Phòng Tổ chức - Hành chính", "lead")]),
    ("Khoa Kiểm soát nhiễm khuẩn, khoa Dược và phòng Vật tư thiết bị y tế rà soát quy trình.", [("Khoa Kiểm soát nhiễm khuẩn", "lead"), ("khoa Dược", "lead"), ("phòng Vật tư thiết bị y tế", "lead")]),
    ("Phòng Quản lý hoạt động xây dựng chịu trách nhiệm rà soát giấy phép.", [("Phòng Quản lý hoạt động xây dựng", "lead")]),
    ("Các trường đăng cai tổ chức bảng đấu có trách nhiệm bố trí sân bãi.", [("Các trường đăng cai tổ chức bảng đấu", "lead")]),
    ("Ban Thường vụ các Huyện đoàn, Thị đoàn và Đoàn trực thuộc tổ chức ra quân.", [("Ban Thường vụ các Huyện đoàn", "lead"), ("Thị đoàn", "lead"), ("Đoàn trực thuộc", "lead")]),
    ("Ban Tổ chức, Ban Tuyên giáo phân công cán bộ theo dõi.", [("Ban Tổ chức", "lead"), ("Ban Tuyên giáo", "lead")]),
    ("Sở Tài chính được giao chủ trì, phối hợp với Sở Nội vụ thẩm định dự toán.", [("Sở Tài chính", "lead"), ("Sở Nội vụ", "coordinate")]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị niêm yết thủ tục.", [("Phòng Kinh tế, Hạ tầng và Đô thị", "lead")]),
    ("Sở Y tế, Tài chính phê duyệt dự toán.", [("Sở Y tế", "lead"), ("Sở Tài chính", "lead")]),
    ("Cụm trưởng, Cụm phó tổ chức ký giao ước.", [("Cụm trưởng", "lead"), ("Cụm phó", "lead")]),
    ("Tổng phụ trách Đội, giáo viên chủ nhiệm hướng dẫn học sinh.", [("Tổng phụ trách Đội", "lead"), ("giáo viên chủ nhiệm", "lead")]),
    ("Công đoàn phối hợp với chuyên môn tổ chức hội giảng.", [("Công đoàn", "lead"), ("chuyên môn", "coordinate")]),
    ("Trưởng thôn cụ thể hóa nội dung vào hương ước.", [("Trưởng thôn", "lead")]),
    ("Báo cáo sơ kết của các phòng phải được gửi trước ngày 20/6.", [("các phòng", "lead")]),
    ("Đề nghị Công đoàn ngành cùng phối hợp vận động công nhân.", [("Công đoàn ngành", "coordinate")]),
    ("Phòng Tổ chức, Thanh tra và Pháp chế rà soát quy chế.", [("Phòng Tổ chức, Thanh tra và Pháp chế", "lead")]),
    ("Phòng Tổ chức, Thanh tra và Văn phòng rà soát quy chế.", [("Phòng Tổ chức", "lead"), ("Thanh tra", "lead"), ("Văn phòng", "lead")]),
    ("Chánh tòa, Trưởng phòng thuộc Tòa án nhân dân tỉnh tổ chức đăng ký thi đua.", [("Chánh tòa", "lead"), ("Trưởng phòng thuộc Tòa án nhân dân tỉnh", "lead")]),
    ("Văn phòng Sở Chủ trì lập dự toán.", [("Văn phòng Sở", "lead")]),
    ("Ban Quản lý di tích Phối hợp với Công an xã bảo vệ lễ hội.", [("Ban Quản lý di tích", "lead"), ("Công an xã", "coordinate")]),
    ("Các Sở: Y tế, Tư pháp Căn cứ chức năng, đăng ký một việc trọng tâm.", [("Các Sở: Y tế", "lead"), ("Sở Tư pháp", "lead")]),
    ("Chuyên viên Phòng Di sản phụ trách địa bàn theo dõi việc trùng tu.", [("Chuyên viên Phòng Di sản phụ trách địa bàn", "supervise")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "units"), OTHER_BODIES, ids=[line for line, _ in OTHER_BODIES])
def test_subjects_of_many_kinds(line: str, units: list[tuple[str, str]]) -> None:
    (mention,) = found(organized(f"1. {line}"))
    assert roles(mention) == units


def test_another_unit_takes_over_behind_a_comma() -> None:
    body = organized("1. Các đội tự chấm điểm bài thi, Cụm trưởng thẩm định kết quả, Ban Giám khảo công bố giải.")
    assert [roles(mention) for mention in found(body)] == [
        [("Các đội", "lead")],
        [("Cụm trưởng", "lead")],
        [("Ban Giám khảo", "lead")],
    ]


def test_names_behind_a_colon_are_members() -> None:
    body = organized(
        "1. Các trường mầm non: Hoa Sen, Búp Măng, Tuổi Thơ.", "2. Thư ký Hội đồng: Phó Trưởng phòng Bảo tồn."
    )
    assert found(organized("3. Cơ quan thực hiện thủ tục: Sở Du lịch.")) == []
    assert found(body) == []


def test_places_behind_a_colon_belong_to_the_heading() -> None:
    body = organized("1. Ủy ban nhân dân các xã: Thanh Sơn, Hương Lâm", "- Rà soát đất trống.")
    assert [roles(mention) for mention in found(body)] == [[("Ủy ban nhân dân các xã", "lead")]]


def test_whom_a_sentence_adds_before_its_list_helps_with_all_of_it() -> None:
    body = organized("1. Giao Sở Y tế chủ trì, cùng các cơ quan liên quan:", "- Rà soát kho thuốc.")
    assert [roles(m) for m in found(body)] == [[("Sở Y tế", "lead"), ("các cơ quan liên quan", "coordinate")]]


def test_what_one_leads_with_others_is_a_work_of_its_own() -> None:
    body = organized(
        "1. Đ/c Lò Văn Pín - Phó Bí thư: phụ trách hậu cần hội trại, chủ trì phối hợp với Công an xã dựng cổng."
    )
    assert [roles(m) for m in found(body)] == [
        [("Đ/c Lò Văn Pín - Phó Bí thư", "lead")],
        [("Đ/c Lò Văn Pín - Phó Bí thư", "lead"), ("Công an xã", "coordinate")],
    ]


@pytest.mark.parametrize(
    ("body", "units"),
    [
        ("II. NỘI DUNG THỰC HIỆN\n1. Phối hợp với Sở Y tế tổ chức khám mắt.", [("Sở Y tế", "coordinate")]),
        (
            "II. NỘI DUNG\n1. Bệnh viện huyện và các trạm: mỗi đơn vị cử hai người dự.",
            [("Bệnh viện huyện", "lead"), ("các trạm", "lead")],
        ),
        ("V. KINH PHÍ\n1. Tiền in ấn do Phòng Tài vụ cân đối.", [("Phòng Tài vụ", "lead")]),
        ("II. NỘI DUNG, CHỈ TIÊU\n1. Trạm Y tế xã tiêm chủng xong trước ngày 10/6/2024.", [("Trạm Y tế xã", "lead")]),
    ],
)
def test_works_where_little_is_assigned(body: str, units: list[tuple[str, str]]) -> None:
    assert [roles(mention) for mention in found(body)] == [units]


def test_who_belongs_to_a_body_is_no_work() -> None:
    body = organized(
        "1. Ban Giám khảo", "- Lường Văn Pánh - Phó Trưởng phòng - Trưởng ban", "- Giàng Thị Say, chuyên viên"
    )
    assert found(body) == []


def test_what_a_department_has_as_its_goals_are_works() -> None:
    body = (
        "II. CHỈ TIÊU CỦA CÁC PHÒNG\n1. Phòng Bảo tồn\n- Kiểm kê 40 di tích trong tháng 5.\n- Tỷ lệ hồ sơ đúng hạn 95%."
    )
    assert [(roles(m), m.task.text) for m in found(body)] == [
        ([("Phòng Bảo tồn", "lead")], "Kiểm kê 40 di tích trong tháng 5")
    ]


def test_those_who_are_judged_score_themselves() -> None:
    body = "IV. TIÊU CHÍ CHẤM ĐIỂM\n1. Các khoa tự chấm theo thang điểm 50."
    assert [roles(mention) for mention in found(body)] == [[("Các khoa", "lead")]]


def test_who_takes_over_within_a_sentence() -> None:
    first, second = found(organized("1. Mỗi trạm mở 01 chuyên đề, giao Phòng 8 tổ chức hội thảo."))
    assert (roles(first), roles(second)) == ([("Mỗi trạm", "lead")], [("Phòng 8", "lead")])
    first, second = found(organized("1. Tổ Kho giám sát các bến và tham mưu Giám đốc sửa quy chế."))
    assert (roles(first), roles(second)) == ([("Tổ Kho", "supervise")], [("Tổ Kho", "lead")])
    (last,) = found(
        organized(
            "Đề nghị các trạm nghiêm túc thực hiện. Quá trình thực hiện có vướng mắc báo về Sở (qua Văn phòng) để chỉ đạo."
        )
    )
    assert roles(last) == [("các trạm", "lead")]
    (many,) = found(organized("1. Các bến xe thuộc Sở", "- Các đơn vị gửi sổ trực."))
    assert roles(many) == [("Các bến xe thuộc Sở", "lead")]


def test_who_helps_with_a_list_helps_with_its_works() -> None:
    works = found(
        organized(
            "1. Phòng Xe",
            "Chủ trì, phối hợp với Phòng Kho thực hiện các nhiệm vụ sau:",
            "a) Lập sổ bến;",
            "b) Thu vé của khách.",
        )
    )
    assert [roles(one) for one in works] == [[("Phòng Xe", "lead"), ("Phòng Kho", "coordinate")]] * 2


def test_what_tells_of_bodies_is_no_task() -> None:
    assert not found(organized("1. Đơn vị thực hiện chức năng giáo dục mầm non: 03 cụm."))
    assert not found(organized("1. Địa điểm: Văn phòng Sở."))
    assert not found("I. MỤC ĐÍCH, YÊU CẦU\n1. Các trạm xác định thi đua là việc hằng ngày.")


def test_cells_point_at_others() -> None:
    head = "IV. PHÂN CÔNG\nNội dung | Thực hiện | Phối hợp\n"
    first, second = found(head + "Thi viết | Phòng Kho | Phòng Xe\nTrại hè | Phòng Bến | nt")
    assert roles(first) == [("Phòng Kho", "implement"), ("Phòng Xe", "coordinate")]
    assert roles(second) == [("Phòng Bến", "implement"), ("Phòng Xe", "coordinate")]
    (crossed,) = found("IV. PHÂN CÔNG\nNội dung | Phòng Kho | Thanh tra Sở | Văn phòng Sở\nTrực bến | x | x | ")
    assert roles(crossed) == [("Phòng Kho", "implement"), ("Thanh tra Sở", "implement")]


def test_awards_are_no_tasks_of_those_who_give_them() -> None:
    assert not found("VI. KHEN THƯỞNG\n1. Hằng năm, Giám đốc Sở tặng Giấy khen cho 05 tổ tiêu biểu.")
    assert not found(organized("1. Đề nghị UBND tỉnh tặng Cờ thi đua cho 01 tổ."))
    (mention,) = found("VI. KHEN THƯỞNG\n1. Hội đồng TĐKT Sở chấm chọn 05 tổ, trình Giám đốc Sở tặng Giấy khen.")
    assert roles(mention) == [("Hội đồng TĐKT Sở", "lead")]


def test_those_to_whom_something_is_done_may_head_a_list() -> None:
    (mention,) = found(organized("1. Các đơn vị được kiểm tra", "- Chuẩn bị hồ sơ theo đề cương."))
    assert roles(mention) == [("Các đơn vị được kiểm tra", "lead")]
    (mention,) = found(organized("1. UBND các xã được thanh tra", "- Cử người làm việc với đoàn."))
    assert roles(mention) == [("UBND các xã được thanh tra", "lead")]


def test_a_heading_tells_units_from_others_by_what_they_did() -> None:
    (mention,) = found(
        organized("1. Đối với các bảo tàng chưa được Cục Di sản, UBND tỉnh cấp phép", "a) Hoàn thiện hồ sơ.")
    )
    assert [unit.printed for unit in mention.units] == ["các bảo tàng chưa được Cục Di sản, UBND tỉnh cấp phép"]


def test_who_only_helps_under_a_heading_without_a_unit() -> None:
    (mention,) = found(organized("1. Công tác phối hợp", "- Phối hợp với Phòng CTSV trong việc phát tờ rơi."))
    assert roles(mention) == [("Phòng CTSV", "coordinate")]


def test_a_list_of_papers_and_a_room_assign_nothing() -> None:
    lines = (
        "1. Các nhà văn hóa",
        "a) Các nhà văn hóa gửi hồ sơ thẩm định, bản vẽ và dự toán về Sở Văn hóa trước ngày 05 tháng 6 năm 2022 gồm",
        "- Báo cáo sơ kết (02 bản).",
        "b) Địa điểm: Phòng thực hành tầng 2.",
    )
    assert [mention.task.path for mention in found(organized(*lines))] == ["V.1.a"]


def test_a_heading_has_the_full_name() -> None:
    (mention,) = found(organized("1. Sở VHTTDL Yên Bái", "1.1. Sở VHTTDL cấp kinh phí cho đoàn."))
    assert [unit.printed for unit in mention.units] == ["Sở VHTTDL Yên Bái"]


def test_people_of_a_row_without_a_number() -> None:
    rows = "TT | Nhiệm vụ | Người thực hiện | Ghi chú\n | Dựng sân khấu | Vừ A Páo, Lò Thị Mai |\n | Dọn sân | Lò Thị Mai |"
    first, second = found(f"II. NỘI DUNG\n{rows}")
    assert [unit.printed for unit in first.units] == ["Vừ A Páo", "Lò Thị Mai"]
    assert (first.task.path, second.task.path) == ("II.T1", "II.T2")


def test_whom_a_letter_asks_does_what_it_lists() -> None:
    body = "Giám đốc Sở yêu cầu Thủ trưởng các đơn vị trực thuộc thực hiện các việc sau:\n1. {}\n2. Giao Bảo tàng tỉnh mở cửa ngày lễ."
    own, told = found(body.format("Treo cờ tại trụ sở từ ngày 01/9/2022."))
    assert roles(own) == [("Thủ trưởng các đơn vị trực thuộc", "lead")] and roles(told) == [("Bảo tàng tỉnh", "lead")]


def test_a_heading_of_the_works_of_a_body() -> None:
    (mention,) = found("II. NHIỆM VỤ\n1. Các nhiệm vụ thường xuyên của Ban An toàn giao thông\n- Rà soát biển báo.")
    assert roles(mention) == [("Ban An toàn giao thông", "lead")]


@pytest.mark.parametrize("purpose", ["để tổng hợp", "để tập hợp", "để theo dõi chung"])
def test_what_the_receiver_makes_of_a_report_is_no_second_report(purpose: str) -> None:
    (mention,) = found(
        organized(f"1. Các thư viện gửi số liệu về Sở trước ngày 5/7/2022 {purpose}, báo cáo UBND tỉnh.")
    )
    assert mention.task.text.endswith("báo cáo UBND tỉnh")


def test_a_month_in_a_row_of_its_own_and_a_day_under_a_term() -> None:
    june, july = found(
        "III. PHÂN CÔNG\nTT | Việc | Đơn vị thực hiện | Thời hạn\n| Tháng 6 - 7 | |\n1 | Kiểm kê di tích | Phòng Di sản |\n"
        "2 | Lập hồ sơ xếp hạng | Phòng Di sản | 15/7/2022\n"
    )
    assert june.when is not None and july.when is not None
    assert (june.when.start and june.when.start.month, june.when.end and june.when.end.month) == (6, 7)
    assert july.when.qualifier == "by" and july.when.start is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Công đoàn ngành, Đoàn Thanh niên phối hợp vận động quyên góp.", [("Công đoàn ngành", "lead"), ("Đoàn Thanh niên", "lead")]),
        ("1. Đề nghị Công đoàn ngành phối hợp vận động quyên góp.", [("Công đoàn ngành", "coordinate")]),
        ("1. Văn phòng chủ trì tiếp khách; Thanh tra Sở phối hợp bố trí xe.", [("Thanh tra Sở", "coordinate")]),
        ("1. Đề nghị\n1.1. Công an tỉnh, Kho bạc tỉnh phối hợp đối chiếu hồ sơ.", [("Công an tỉnh", "coordinate"), ("Kho bạc tỉnh", "coordinate")]),
        ("1. Cấp cơ sở\n- Phát động trước ngày 15/3/2022.", [("Cấp cơ sở", "lead")]),
        ("1. Các phòng, ban, ngành; UBND các xã: lập danh sách.", [("Các phòng, ban, ngành", "lead"), ("UBND các xã", "lead")]),
        ("1. Công đoàn bộ phận tổ chức hội thao.", [("Công đoàn bộ phận", "lead")]),
        ("1. Cán bộ làm công tác thống kê tại các xã cập nhật biểu mẫu.", [("Cán bộ làm công tác thống kê tại các xã", "lead")]),
        ("1. Các trạm có đề tài dự thi nộp thuyết minh.", [("Các trạm có đề tài dự thi", "lead")]),
        ("1. BCH Đoàn các xã ra quân đồng loạt.", [("BCH Đoàn các xã", "lead")]),
        ("1. Khối trưởng các khối thi đua xây dựng lịch họp.", [("Khối trưởng các khối thi đua", "lead")]),
        ("1. Các sở - ngành, các quận - huyện dọn kênh.", [("Các sở - ngành", "lead"), ("các quận - huyện", "lead")]),
        ("1. Đảng ủy, lãnh đạo các đơn vị nắm tình hình kho.", [("Đảng ủy", "supervise"), ("lãnh đạo các đơn vị", "supervise")]),
        ("1. Các tổ đăng ký chỉ tiêu với Ban Giám đốc.", [("Các tổ", "lead")]),
        ("1. Trưởng 6 ấp vận động nhân dân.", [("Trưởng 6 ấp", "lead")]),
    ],
)  # fmt: skip
def test_units_together_and_units_of_levels(line: str, expected: list[tuple[str, str]]) -> None:
    assert roles(found(organized(line))[-1]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Bảo tàng tỉnh kiểm kê hiện vật (xong trong quý II), viết bài giới thiệu."], ["kiểm kê hiện vật (xong trong quý II)", "viết bài giới thiệu"]),
        (["1. Bảo tàng tỉnh mở cửa trong tháng 5/2022, mỗi quý trưng bày một chuyên đề."], ["mở cửa trong tháng 5/2022", "mỗi quý trưng bày một chuyên đề"]),
        (["1. Bảo tàng tỉnh gửi số liệu trước ngày 15/7/2022, riêng quý IV gửi trước ngày 20/12/2022."], ["gửi số liệu trước ngày 15/7/2022", "riêng quý IV gửi trước ngày 20/12/2022"]),
        (["1. Bảo tàng tỉnh lập danh mục hiện vật, phối hợp với Báo tỉnh đưa tin."], ["lập danh mục hiện vật", "phối hợp với Báo tỉnh đưa tin"]),
        (["1. Bảo tàng tỉnh họp xét; hồ sơ gửi về Sở chậm nhất là ngày 15/11/2022."], ["họp xét", "hồ sơ gửi về Sở chậm nhất là ngày 15/11/2022"]),
        (["1. Bảo tàng tỉnh xây dựng kế hoạch của mình.", "- Giới thiệu gương tốt để biểu dương."], ["xây dựng kế hoạch của mình", "Giới thiệu gương tốt để biểu dương"]),
    ],
)  # fmt: skip
def test_works_apart_in_one_sentence(lines: list[str], expected: list[str]) -> None:
    mentions = found(organized(*lines))
    assert [m.task.text for m in mentions] == expected
    assert {m.units[0].printed for m in mentions} == {"Bảo tàng tỉnh"}


def test_with_the_help_of() -> None:
    (mention,) = found(organized("1. Thanh tra Sở chấm điểm các rạp, có sự tham gia của Công an tỉnh."))
    assert roles(mention) == [("Thanh tra Sở", "lead"), ("Công an tỉnh", "coordinate")]


def test_the_work_stands_on_a_line_beside_its_units() -> None:
    (mention,) = found(
        "III. CÁC HOẠT ĐỘNG\n1. Hoạt động 1\n- Nội dung: Trưng bày sách cũ từ ngày 05/4 đến ngày 09/4/2022.\n"
        "- Cơ quan thực hiện: Thư viện tỉnh chủ trì, phối hợp với Bảo tàng tỉnh."
    )
    assert mention.task.path == "III.1.-1"
    assert mention.task.text == "Trưng bày sách cũ từ ngày 05/4 đến ngày 09/4/2022"
    assert roles(mention) == [("Thư viện tỉnh", "lead"), ("Bảo tàng tỉnh", "coordinate")]
    assert mention.when is not None and mention.when.end is not None and mention.when.end.day == 9


def test_how_many_are_chosen_is_no_work() -> None:
    assert found("V. TỔ CHỨC THỰC HIỆN\n1. Số lượng đề nghị\n- Ban Giám đốc: Không quá 02 người;") == []


def test_a_level_outside_the_organization_is_where_not_who() -> None:
    assert found("III. LỊCH TỔ CHỨC\n1. Cấp cơ sở: hoàn thành trước ngày 30/4/2022.") == []


TABLE = """III. PHÂN CÔNG
TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm
1 | Lập danh mục lễ hội | Phòng Văn hóa | Phòng Di sản | Trước 30/4 | Danh mục
2 | Tập huấn cộng tác viên | Văn phòng | | Tháng 6 | Lớp tập huấn
"""


def test_who_hosts_an_event_has_the_row() -> None:
    body = "IV. LỊCH\nThời gian | Nội dung | Địa điểm - đơn vị đăng cai\nQuý I | Họp khối | Bưu điện tỉnh\nQuý II | Hội thao | Cảng Mẫu"
    assert [roles(m) for m in found(body)] == [[("Bưu điện tỉnh", "implement")], [("Cảng Mẫu", "implement")]]


def test_its_office_names_the_unit_of_the_heading() -> None:
    (work,) = found(organized("1. Phòng Chính trị", "- Cơ quan thường trực, tham mưu Đảng ủy chỉ đạo hội thi."))
    assert roles(work) == [("Phòng Chính trị", "lead")]


def test_a_head_answers_to_those_above_him_among_requirements_too() -> None:
    line = "1. Việc khen phải đúng người. Người đứng đầu cơ quan chịu trách nhiệm trước Chủ tịch UBND xã về kết quả."
    (work,) = found(f"I. MỤC ĐÍCH, YÊU CẦU\n{line}")
    assert roles(work) == [("Người đứng đầu cơ quan", "lead")]


def test_who_is_asked_before_reports_what_stands_in_the_way() -> None:
    last = (
        "Trên đây là kế hoạch, Ban Thường vụ đề nghị các chi hội thực hiện, có khó khăn báo về Hội để kịp thời tháo gỡ."
    )
    works = found(organized("1. Chi hội trưởng họp chi hội.") + f"\n{last}")
    assert roles(works[-1]) == [("các chi hội", "lead")]


@pytest.mark.parametrize(
    "last",
    [
        "Trong quá trình làm, nếu các khoa có khó khăn, báo cáo về Phòng Điều dưỡng để được hướng dẫn.",
        "Quá trình triển khai, trường hợp các khoa còn gặp vướng mắc thì phản ánh về Phòng Điều dưỡng.",
    ],
)
def test_who_meets_what_stands_in_the_way_reports_it(last: str) -> None:
    works = found(organized("1. Tổ Dược kiểm kê thuốc.") + f"\n{last}")
    assert roles(works[-1]) == [("các khoa", "lead")]


@pytest.mark.parametrize(
    ("last", "reports", "sums_up"),
    [
        ("Quá trình thực hiện có gì chưa rõ, các khoa liên hệ Phòng Điều dưỡng để trao đổi.", "các khoa", None),
        ("Có vướng mắc thì các khoa báo trực tiếp cho Ban Giám đốc để giải quyết.", "các khoa", None),
        ("Có điểm nào chưa hợp lý, các khoa phản ánh về Phòng Điều dưỡng để tập hợp, trình Giám đốc.", "các khoa", "Phòng Điều dưỡng"),
        ("Có bất cập, các khoa báo cáo về Phòng Điều dưỡng để trình Giám đốc điều chỉnh.", "các khoa", "Phòng Điều dưỡng"),
    ],
)  # fmt: skip
def test_who_reports_what_stands_in_the_way_at_the_end(last: str, reports: str, sums_up: str | None) -> None:
    works = found(organized("1. Tổ Dược kiểm kê thuốc.") + f"\n{last}")[1:]
    assert [roles(work) for work in works] == [[(unit, "lead")] for unit in (reports, sums_up) if unit]


@pytest.mark.parametrize(
    ("last", "works"),
    [
        ("Đề nghị các khoa theo đúng từng nội dung ấy mà tổ chức thực hiện.", 0),
        ("Đề nghị các khoa tổ chức thực hiện, báo cáo kết quả về Phòng Điều dưỡng.", 1),
        ("Đề nghị các khoa phổ biến đến từng người trực để thực hiện.", 1),
    ],
)
def test_to_carry_out_a_plan_is_no_work_where_it_signs_off(last: str, works: int) -> None:
    whole = organized("1. Tổ Dược kiểm kê thuốc.") + f"\nTrên đây là Kế hoạch kiểm kê. {last}"
    assert len(found(whole)) == 1 + works


def test_those_named_by_what_they_take_part_in_head_a_list() -> None:
    (work,) = found(organized("1. Các phòng ban cử người học", "- Bố trí người học, sắp xếp việc."))
    assert roles(work) == [("Các phòng ban cử người học", "lead")]


def test_begin_and_end_in_columns_of_their_own() -> None:
    (row,) = found(
        "III. PHÂN CÔNG\nTT | Nội dung | Đầu mối | Thời gian bắt đầu | Thời gian kết thúc\n1 | Tiết kiệm điện | Tổ Điện | 01/3/2022 | 30/9/2022"
    )
    assert row.when is not None and row.when.start is not None and row.when.end is not None
    assert (row.when.start.month, row.when.end.month) == (3, 9)


def test_bare_numbers_under_months_are_months() -> None:
    rows = found(
        "III. PHÂN CÔNG\nTháng | Nội dung | Bộ phận thực hiện\n1 | Sơ kết | Văn phòng\n2 | Trồng cây | Đoàn trường"
    )
    assert [row.when.start.month for row in rows if row.when and row.when.start] == [1, 2]


def test_who_follows_up_reports_in_a_row_of_its_own() -> None:
    works = found(organized("4. Văn phòng theo dõi, đôn đốc và định kỳ báo cáo Giám đốc."))
    assert [roles(work) for work in works] == [[("Văn phòng", "supervise")], [("Văn phòng", "lead")]]


def test_who_leads_those_of_the_heading() -> None:
    (work,) = found(
        organized("2. Các trạm trực thuộc", "Căn cứ tình hình, lãnh đạo phối hợp với công đoàn cơ sở mở lớp.")
    )
    assert roles(work) == [("lãnh đạo các trạm trực thuộc", "lead"), ("công đoàn cơ sở", "coordinate")]


def test_people_to_whom_work_is_shared_out() -> None:
    (work,) = found("VII. PHÂN CÔNG NHIỆM VỤ\n1. GVCN: Lập danh sách nhóm.")
    assert roles(work) == [("GVCN", "lead")]


def test_who_was_asked_first_reports_what_stands_in_the_way() -> None:
    last = "Nhận được Kế hoạch, yêu cầu các tổ nghiêm túc thực hiện; quá trình thực hiện có vướng mắc báo cáo về Ban (qua Tổ Kho)."
    works = found(organized("1. Tổ Kho: Soạn sổ.") + f"\n{last}")
    assert roles(works[-1]) == [("các tổ", "lead")]


def test_rows_of_a_task_table() -> None:
    first, second = found(TABLE)
    assert (first.task.path, first.task.text, first.task.product) == ("III.T1", "Lập danh mục lễ hội", "Danh mục")
    assert roles(first) == [("Phòng Văn hóa", "lead"), ("Phòng Di sản", "coordinate")]
    assert roles(second) == [("Văn phòng", "lead")]
    assert first.when is not None and second.when is not None


def test_the_team_of_a_row_inspects() -> None:
    (row,) = found(
        "III. LỊCH\nTT | Đơn vị được kiểm tra | Tổ kiểm tra | Thời gian\n1 | Bảo tàng tỉnh | Tổ số 2 | Ngày 05/8/2022\n"
    )
    assert roles(row) == [("Tổ số 2", "implement")]


def test_a_team_checks_those_of_its_row() -> None:
    (row,) = found(
        "III. LỊCH\nTT | Chi bộ được giám sát | Tổ giám sát | Thời gian\n1 | Chi bộ thôn Nà Cáp | Tổ số 2 | Ngày 05/8/2022\n"
    )
    assert (row.task.text, roles(row)) == ("Chi bộ thôn Nà Cáp", [("Tổ số 2", "implement")])


def test_the_themes_of_rounds_with_those_who_do_them() -> None:
    (row,) = found(
        "III. CÁC ĐỢT\nĐợt | Thời gian | Chủ điểm | Phụ trách\n1 | Tháng 9/2022 | Dựng trại, thi kéo co | Đoàn trường\n"
    )
    assert (row.task.text, roles(row)) == ("Dựng trại, thi kéo co", [("Đoàn trường", "implement")])


def test_each_of_several_kinds_in_the_heading() -> None:
    (mention,) = found(organized("1. UBND các xã, phường", "- Mỗi xã, phường mở 02 điểm đọc sách."))
    assert roles(mention) == [("UBND các xã, phường", "lead")]


def test_each_of_those_in_the_heading() -> None:
    (mention,) = found(
        organized("1. Sở Y tế, Sở Tư pháp", "- Trong quý I, mỗi sở chọn một thủ tục để rút ngắn thời gian.")
    )
    assert roles(mention) == [("Sở Y tế", "lead"), ("Sở Tư pháp", "lead")]


def test_a_heading_of_people_by_their_appointment() -> None:
    (mention,) = found(organized("1. Phòng Di sản, Thanh tra viên được phân công", "- Xác minh đơn thư trước khi họp."))
    assert roles(mention) == [("Phòng Di sản", "lead"), ("Thanh tra viên được phân công", "lead")]


def test_specks_in_the_head_of_a_table() -> None:
    worn = TABLE.replace("Đơn vị chủ trì", "Đơn vị chủ _ trì").replace("phối hợp", "phối: hợp")
    assert [roles(mention) for mention in found(worn)] == [roles(mention) for mention in found(TABLE)]


def test_rows_under_a_band_inherit_its_time() -> None:
    band = "III. PHÂN CÔNG\nTT | Nội dung | Đơn vị thực hiện\nQUÝ II\n1 | Kiểm kê di tích | Phòng Di sản\nQUÝ III\n2 | Hội thi tuyên truyền viên | Văn phòng\n"
    quarters = [mention.when.start.quarter if mention.when and mention.when.start else None for mention in found(band)]
    assert quarters == [2, 3]


@pytest.mark.parametrize(
    "body",
    [
        "I. MỤC ĐÍCH\n1. Các đơn vị nâng cao ý thức giữ gìn di sản.",
        "II. CHỈ TIÊU\n1. Công đoàn xếp loại vững mạnh.",
        "III. GIẢI PHÁP\n1. Đẩy mạnh tuyên truyền trên báo chí.",
        "I. THỰC TRẠNG\n1. Phòng Di sản triển khai kiểm kê từ năm 2019.",
        "VI. KHEN THƯỞNG\n1. Đề nghị UBND tỉnh tặng Bằng khen cho 02 tổ tiêu biểu.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Thành phần đoàn\n- Trưởng đoàn: Phó Giám đốc Sở Y tế;",
        "III. NỘI DUNG\n1. Các xã thi đua huy động nguồn lực làm đường.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Giám đốc Sở kêu gọi toàn thể công chức thi đua hoàn thành nhiệm vụ.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Thành phần đoàn\n- Thành viên: đại diện Sở Y tế, Sở Tư pháp;",
        "II. NỘI DUNG\n1. Ngành Thủy sản thi đua vươn khơi bám biển, bảo đảm an toàn tàu cá.",
        "III. KHEN THƯỞNG\n1. Đơn vị dẫn đầu cụm được xem xét, đề nghị Bộ tặng Cờ thi đua.",
        "III. XẾP LOẠI\n1. Chi bộ đạt 80 điểm trở lên được công nhận vững mạnh.",
        "II. NỘI DUNG\n1. Mỗi bản làng dựng ít nhất 02 chòi phòng cháy rừng.",
        "II. NỘI DUNG\n1. Hợp tác xã ưu tiên mua nông sản của hội viên.",
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Người đứng đầu các trạm bám sát lịch thời vụ.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Kinh phí thực hiện lấy từ ngân sách tỉnh.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Ban Chỉ đạo: Đ/c Giám đốc làm Trưởng ban, đ/c Chánh Văn phòng làm Phó ban.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Công chức, người lao động nêu cao tinh thần tự giác.",
        "V. TỔ CHỨC THỰC HIỆN\n1. Ban giám khảo: 05 thành viên (thầy cô tổ Toán).",
        "V. TỔ CHỨC THỰC HIỆN\n1. Tổ trưởng: đ/c Lê An; tổ phó: đ/c Trần Bình; thành viên: các đồng chí còn lại.",
        "VI. TIÊU CHUẨN\n- Tổ hoàn thành 9/9 chỉ tiêu, điểm từ 95 trở lên: đề nghị tặng Cờ.",
        "V. TỔ CHỨC THỰC HIỆN\nNhận được Kế hoạch, yêu cầu các tổ nghiêm túc tổ chức thực hiện.",
        "VI. CHỈ TIÊU GIAO\n(Các thôn còn lại có bảng giao chỉ tiêu riêng)",
        "V. TỔ CHỨC THỰC HIỆN\nTrên đây là Kế hoạch công tác năm 2022, đề nghị các đơn vị triển khai thực hiện.",
    ],
)
def test_no_assignment(body: str) -> None:
    assert found(body) == []


def test_what_the_lead_does_besides_is_not_done_with_the_others() -> None:
    first, second = found(
        organized("1. Văn phòng chủ trì, phối hợp với Công đoàn ngành tổ chức hội thao; mua sắm cờ giải.")
    )
    assert roles(first) == [("Văn phòng", "lead"), ("Công đoàn ngành", "coordinate")]
    assert roles(second) == [("Văn phòng", "lead")]


def test_a_time_that_comes_again_is_part_of_a_work_without_a_subject() -> None:
    (mention,) = found(organized("1. Trạm Kiểm lâm", "- Định kỳ 6 tháng báo cáo kết quả tuần rừng về Hạt."))
    assert mention.task.text == "Định kỳ 6 tháng báo cáo kết quả tuần rừng về Hạt"


def test_each_term_has_its_own_work() -> None:
    first, second = found(
        organized("1. Văn phòng gửi số liệu đợt đầu trước ngày 20/7/2022, hồ sơ cả năm trước ngày 25/11/2022.")
    )
    assert first.task.text == "gửi số liệu đợt đầu trước ngày 20/7/2022"
    assert second.task.text == "hồ sơ cả năm trước ngày 25/11/2022"
    assert roles(first) == roles(second) == [("Văn phòng", "lead")]


def test_what_is_sent_again_and_again_is_a_work_of_its_own() -> None:
    first, second = found(
        organized("1. Thanh tra Sở theo dõi việc bình xét, định kỳ hằng quý gửi kết quả về Văn phòng.")
    )
    assert [roles(first), roles(second)] == [[("Thanh tra Sở", "supervise")], [("Thanh tra Sở", "lead")]]


CALENDAR = "II. LỊCH\nTT | Nội dung | Người thực hiện | Thời gian\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "1 | Gửi bài về tổ (chậm nhất 12/4), tuyển chọn vòng tỉnh (từ 18 đến 22/4) | Cộng tác viên; Ban Tuyển chọn | Tháng 4/2022",
            [("Gửi bài về tổ (chậm nhất 12/4)", "Cộng tác viên"), ("tuyển chọn vòng tỉnh (từ 18 đến 22/4)", "Ban Tuyển chọn")],
        ),
        (
            "1 | Lập tổ giúp việc; trình dự toán trước 15/3 | Văn phòng | Tháng 3/2022",
            [("Lập tổ giúp việc", "Văn phòng"), ("trình dự toán trước 15/3", "Văn phòng")],
        ),
        ("1 | Khai mạc; bế mạc | Văn phòng | 05/4/2022; 09/4/2022", [("Khai mạc", "Văn phòng"), ("bế mạc", "Văn phòng")]),
        ("1 | In giấy mời; đón khách | Văn phòng | Tháng 4/2022", [("In giấy mời; đón khách", "Văn phòng")]),
        ("1 | Số hóa hồ sơ từ năm 2004 đến năm 2015; rà soát kho | Văn phòng | Quý III", [("Số hóa hồ sơ từ năm 2004 đến năm 2015; rà soát kho", "Văn phòng")]),
    ],
)  # fmt: skip
def test_works_of_one_cell(row: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.task.text, m.units[0].printed) for m in found(CALENDAR + row)] == expected


def test_a_list_that_a_sentence_has_its_subject_do_assigns_anywhere() -> None:
    mentions = found(
        "II. MỤC TIÊU\n1. Ngày hội đọc sách\nCác thư viện huyện tổ chức các hoạt động sau:\n"
        "- Trưng bày sách mới.\n- Vận động bạn đọc góp sách.\n"
    )
    assert [(m.task.path, m.units[0].printed) for m in mentions] == [
        ("II.1.-1", "Các thư viện huyện"),
        ("II.1.-2", "Các thư viện huyện"),
    ]


@pytest.mark.parametrize(
    "time",
    ["từ ngày 05/4/2031 đến ngày 20/6/2031 (kèm lịch)", "thời gian thực hiện từ ngày 05/4/2031 đến ngày 20/6/2031", "thời gian hoàn thành: ngày 20/6/2031"],
)  # fmt: skip
def test_a_clause_that_is_a_time_is_that_of_the_work_before_it(time: str) -> None:
    (mention,) = found(organized("1. Phòng Y tế", f"- Phun thuốc các bến đò; {time}."))
    assert mention.when is not None and mention.when.end is not None
    assert (mention.when.end.day, mention.when.end.month) == (20, 6)


def test_the_day_by_which_a_work_is_done_begins_no_other() -> None:
    (mention,) = found(organized("1. Phòng Di sản rà soát hồ sơ vào đầu năm học, hoàn thành trước ngày 30/9/2022."))
    assert mention.task.text.endswith("hoàn thành trước ngày 30/9/2022") and mention.when is not None


def test_a_post_and_its_deputy_in_a_cell() -> None:
    (row,) = found(
        "III. LỊCH\nNội dung | Thời gian | Thực hiện\nThẩm định | Tháng 11/2022 | Trưởng khối, Phó Trưởng khối\n"
    )
    assert roles(row) == [("Trưởng khối", "implement"), ("Phó Trưởng khối", "implement")]


def test_a_note_that_is_a_time_binds_its_row_before_the_quarter_above() -> None:
    first, second = found(
        "III. LỊCH\nTT | Nội dung | Đơn vị thực hiện | Ghi chú\nQUÝ II\n1 | Hội thi chèo | Văn phòng | tháng 5\n"
        "2 | Nạo vét | Phòng Di sản | theo đề án riêng của tỉnh\n"
    )
    assert first.when is not None and first.when.start is not None and first.when.start.month == 5
    assert second.when is not None and second.when.start is not None and second.when.start.quarter == 2


def test_a_label_tells_that_a_trade_is_part_of_the_name() -> None:
    body = organized(
        "1. Phòng Cơ giới sửa chữa: lập lịch bảo dưỡng.",
        "2. Các phân xưởng vận hành, sàng tuyển: ký giao ước.",
        "3. Phòng Cơ giới sửa chữa tổng hợp báo cáo.",
        "4. Phòng Cơ giới: kiểm tra máy xúc.",
    )
    assert [roles(mention)[0][0] for mention in found(body)] == [
        "Phòng Cơ giới sửa chữa",
        "Các phân xưởng vận hành, sàng tuyển",
        "Phòng Cơ giới sửa chữa",
        "Phòng Cơ giới",
    ]
