"""A plan in words of our own that the tests change in one place at a time."""

from __future__ import annotations

import pytest

import kehoach as kh

BASE = """ỦY BAN NHÂN DÂN TỈNH BẾN TRE
SỞ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/KH-SCT
Bến Tre, ngày 09 tháng 3 năm 2022

KẾ HOẠCH
Phát động phong trào thi đua tiết kiệm điện năm 2022

Căn cứ Quyết định số 15/QĐ-UBND ngày 10/01/2022 của Ủy ban nhân dân tỉnh Bến Tre về nhiệm vụ năm 2022;
Thực hiện Chỉ thị số 20/CT-TTg ngày 07/5/2020 của Thủ tướng Chính phủ về tăng cường tiết kiệm điện;

I. MỤC ĐÍCH, YÊU CẦU
1. Động viên người lao động dùng điện tiết kiệm, an toàn trong mùa khô.
2. Phát hiện, nhân rộng cách làm hay của các phòng, đơn vị.

II. CHỦ ĐỀ THI ĐUA
“Bớt một bóng đèn, thêm một tấm lòng”

III. CHỈ TIÊU THI ĐUA
1. 90% phòng, đơn vị có nội quy sử dụng điện.
2. Từ 05 sáng kiến trở lên được áp dụng tại cơ quan.

IV. TIÊU CHÍ THI ĐUA
1. Giảm điện năng tiêu thụ của cơ quan so với năm trước: 40 điểm.
2. Có sáng kiến tiết kiệm điện được áp dụng: 30 điểm.
3. Tổ chức tuyên truyền thường xuyên, hiệu quả: 30 điểm.

V. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở chủ trì, phối hợp với Phòng Quản lý năng lượng theo dõi việc thực hiện, báo cáo Giám đốc Sở trước ngày 15/11/2022.
2. Phòng Kế hoạch - Tài chính bố trí kinh phí khen thưởng.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Nguyễn Thị Mẫu
"""


@pytest.fixture(scope="session")
def base() -> kh.Plan:
    return kh.read(BASE.encode())
