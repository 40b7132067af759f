"""So many of so many ("06/06 tổ"), printed like a day and a month."""

from __future__ import annotations

from kehoach.rules.needs import Sieve

SHARE = Sieve(
    r"\s+(?:ngày|buổi|giờ|số|tổng|thời\s+gian|thành\s+viên|đại\s+biểu|đơn\s+vị|tháng|tổ|cuộc|xã|phường|thị\s+trấn|huyện|thôn|bản|xóm|ấp|khu|trường|lớp|phòng|khoa|chi\s+(?:bộ|đoàn|hội|cục|nhánh)|"
    r"tiêu\s+chí|chỉ\s+tiêu|nội\s+dung|nhiệm\s+vụ|hộ|người|đồng\s+chí|đảng\s+viên|đoàn\s+viên|học\s+sinh|giáo\s+viên|tập\s+thể|cá\s+nhân|công\s+trình|dự\s+án|đề\s+tài|sáng\s+kiến|mô\s+hình|hồ\s+sơ|vụ)(?!\w)"
)
"""Behind so many of so many: no day."""
