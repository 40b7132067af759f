"""What stands around the name of a unit: words before it, and words at which a list of names ends."""

from __future__ import annotations

import re

from kehoach.rules.needs import Sieve

LONGEST = 320
"""Characters of the longest list of units that may be the subject of a sentence."""

DETERMINER = re.compile(
    r"(?:(?:các\s+)?ông(?:\s*[,/]\s*bà)?(?=\s+(?:thủ|trưởng|giám|hiệu|chủ|bí|chánh|phó))|(?:tất\s+cả\s+|toàn\s+thể\s+|một\s+số\s+)?(?:các|những|từng|mỗi|mọi)|toàn\s+thể|toàn\s+bộ|tất\s+cả|đ/c|đồng\s+chí)\s+"
)
STOP = re.compile(
    r"(?<!\w)(?:(?:bao\s+)?gồm|để|nhằm|nếu|khi|đã|được|(?<!thiết )(?<!trang )bị|sẽ(?=\s+(?:bị|được|không|là|có|do|đạt))|không|chưa|đều|đang|còn(?!\s+lại)|vẫn|kinh\s+phí|ngân\s+sách|(?<!giúp\s)việc(?!\s+làm)|chỉ(?!\s+(?:đạo|huy|định|tiêu|số|thị))|do|với|về|vì|bằng|nên|thì|như|mà|sau\s+khi|từ|là|có\s+thể|cho\s+phép|có(?=\s+(?:ít\s+nhất|tối\s+thiểu|từ|một|hai|\d)))(?!\w)|trong\s+(?:việc|công|quá|các|triển|thực|khi|xây|tổ\s+chức|tuyên|tham|hướng|kiểm|quản|giải|rà|thẩm)(?!\w)|[;:]|(?<!(?<!\w)ông)(?<!(?<!\w)bà)(?<!đ/c)[.!?](?=\s|$)|(?<!chính trị)\s[-–]\s(?=[a-zđà-ỹ])|\|"
)
CAPITAL = Sieve(r"\s[A-ZĐÀ-Ỹ]")
