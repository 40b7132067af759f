"""What stands around the name of a unit: words before it, and words at which a list of names ends."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

LONGEST = 480
"""Characters of the longest list of units that may be the subject of a sentence."""

DETERMINER = re.compile(
    r"(?:(?:các\s+)?ông(?:\s*[,/]\s*bà)?(?=\s+(?:thủ|trưởng|giám|hiệu|chủ|bí|chánh|phó))|(?:(?:tất\s+cả|toàn\s+thể|toàn\s+bộ|một\s+số)\s+)?(?:các|những|từng|mỗi|mọi)|toàn\s+thể|toàn\s+bộ|tất\s+cả|đ/c|đồng\s+chí)\s+"
)
STOP = re.compile(
    rf"(?<!\w)(?:(?:bao\s+)?gồm|ít\s+nhất|tối\s+thiểu|để|nhằm|nếu|khi|đã|được(?!\s+tổ\s+chức\s+theo)|(?<!thiết )(?<!trang )bị|sẽ(?=\s+(?:bị|được|không|là|có|do|đạt))|không|chưa|đều|đang|còn(?!\s+lại)|vẫn|kinh\s+phí|ngân\s+sách|(?<!giúp\s)việc(?!\s+làm)|chỉ(?!\s+(?:đạo|huy|định|tiêu|số|thị))|do|với|về|vì|bằng|nên|thì|như|mà|sau\s+khi|từ|là|có\s+thể|(?:có|được)\s+quyền|cho\s+phép|có(?=\s+(?:ít\s+nhất|tối\s+thiểu|từ|một|hai|\d)))(?!\w)|trong\s+(?:việc|công|quá|các(?!\s+(?:khu|cụm|xã|huyện|trường|cơ\s+(?:sở|quan)|đơn\s+vị|doanh|ngành|lĩnh|khối|hội))|triển|thực|khi|xây|tổ\s+chức|tuyên|tham|hướng|kiểm|quản|giải|rà|thẩm)(?!\w)|[;:]|(?<!(?<!\w)ông)(?<!(?<!\w)bà)(?<!đ/c)(?<!(?<!\w)bs)(?<!(?<!\w)ys)(?<!(?<!\w)ds)(?<!(?<!\w)đd)(?<!(?<!\w)ths)(?<!(?<!\w)p)(?<!(?<!\w)tp)(?<!(?<!\w)tx)[.!?](?=\s|$)|(?<!chính trị)\s[-–]\s(?=[{LOWER}])|\|"
)
CAPITAL = Sieve(rf"\s[{UPPER}]")
_FIELD = Sieve(
    r"(?:kinh\s+tế|tài\s+chính|xã\s+hội|hành\s+chính|kế\s+hoạch|kỹ\s+thuật|nghề\s+nghiệp|thương\s+binh|quản\s+trị|dịch\s+vụ|thể\s+thao|du\s+lịch|nghiệp\s+vụ|vật\s+tư|"
    r"dân\s+vận|truyền\s+thông|công\s+nghệ|khen\s+thưởng|kế\s+toán|giáo\s+vụ|ma\s+túy|hình\s+sự|trật\s+tự|tư\s+pháp|môi\s+trường|pháp\s+chế|văn\s+hóa|thông\s+tin|thiết\s+bị|lưu\s+trữ|tiền\s+lương|đời\s+sống)(?!\w)"
)
_BEHIND_FIELD = Sieve(r"\s*(?:$|[,;:.(]|(?:và|các|thuộc|của|cùng|trong|với|tỉnh|huyện|xã|cấp)(?!\w))")

_BOUND_WHEN = re.compile(
    r"(?:khi|sau\s+khi|trước\s+khi|nếu)\s(?:[^;:.]|\.{3}){5,240}?\s(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm(?!\s+trước)|phải)(?!\w)"
)


def goes_on_with_field(text: str, low: str, at: int, verb: Callable[[str, int], str]) -> bool:
    """Whether behind a dash a name goes on with a field of work in small letters: "Vụ Pháp luật dân sự - kinh tế". ``verb``
    tells which verb stands at a place."""
    field = _FIELD.match(low, at)
    if field is None:
        return False
    after = field.end() + len(low[field.end() :]) - len(low[field.end() :].lstrip())
    return bool(_BEHIND_FIELD.match(low, field.end()) or text[after : after + 1].isupper() or verb(low, after))


def bound_when(low: str, at: int) -> bool:
    """Whether those named before are bound to something when what stands at ``at`` is so: "các cấp, khi được hỏi ý kiến, có
    trách nhiệm ..."."""
    return _BOUND_WHEN.match(low, at) is not None
