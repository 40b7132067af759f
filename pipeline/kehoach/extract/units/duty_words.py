"""Words that say who has a duty, and so tell where the name of a subject ends."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.rules.needs import Sieve

_DUTY = r"(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm|chủ\s+trì|(?<!vụ\s)(?<!quyền\s)(?<!hạn\s)(?<!việc\s)(?<!tiêu\s)(?<!phí\s)(?<!toán\s)được\s+(?:giao|phân\s+công)(?=\s+\w)|làm\s+đầu\s+mối|là\s+đầu\s+mối)"
_FOLLOWED_BY_DUTY = re.compile(rf"\s+{_DUTY}(?!\w)")
_RELATIVE = re.compile(
    rf"(?:tham\s+gia|phụ\s+trách|quản\s+lý|sử\s+dụng|đăng\s+ký|tổ\s+chức(?!\s+(?:thực\s+hiện|triển\s+khai))|đăng\s+cai|dự|nhận|thực\s+hiện|được\s+giao)\s(?:[^,;:.]|(?<=chức\snăng),){{3,80}}?(?<!\svà)\s{_DUTY}(?!\w)"
)
_TAKES_PART = re.compile(
    r"tham\s+gia\s+(?:chương\s+trình|dự\s+án|đề\s+án|hội\s+thi|cuộc\s+thi|phong\s+trào|kế\s+hoạch|hội\s+nghị|lớp|khóa|giải|đợt)(?!\w)(?:\s+[^\s,;:.]+){0,9}?(?=\s+(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|phải|cần|tổ\s+chức(?!\s+(?:tại|ở|vào|từ|trong|ngày|do|bởi|đoàn))|thực\s+hiện|phối\s+hợp|xây\s+dựng|cử|gửi|chuẩn\s+bị|đăng\s+ký|báo\s+cáo|lập|nộp|hoàn\s+thành|triển\s+khai)(?!\w))"
)
"""Those who take part in something named, with what they do behind: "Các trường tham gia Chương trình ... cử ..."."""
_MANY = re.compile(r"(?:các|những)\s+[^,;:.]{2,40}$")
_PLAIN_BODY = re.compile(
    r"(?<!\w)(?:đơn\s+vị|cơ\s+quan|tổ\s+chức|địa\s+phương|bộ\s+phận|cá\s+nhân|trường|doanh\s+nghiệp)\s*$"
)
_LEADS_WHAT = re.compile(
    r"(?:chủ\s+trì|phối\s+hợp|phụ\s+trách|quản\s+lý|thực\s+hiện|soạn\s+thảo|thẩm\s+(?:định|tra)|tư\s+vấn|thi\s+công|sử\s+dụng|cấp|đăng\s+ký|tiếp\s+nhận|ban\s+hành|giải\s+quyết|lập|tổ\s+chức|cung\s+cấp|khai\s+thác|vận\s+hành|phê\s+duyệt)(?:\s+[^,;:.]{3,90}?)??(?<!\svà)(?=\s(?:có\s+thể|có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm|phải)(?!\w))"
)
"""A body without a name of its own, known by what it leads: "Các đơn vị chủ trì nhiệm vụ ... có trách nhiệm"."""
_KNOWN_BY = Sieve(
    r"(?!(?:hướng\s+dẫn|chỉ\s+đạo|yêu\s+cầu|đề\s+nghị|nhắc|giáo\s+dục|tuyên\s+truyền|quán\s+triệt|vận\s+động|phân\s+công|giao|phối\s+hợp|thông\s+báo)(?!\w))"
    r"[^,;:.()]{3,110}?(?<!\svà)(?=\s(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ)(?!\w))"
)
"""A body without a name of its own, known by whatever it does, with its duty behind: "Đơn vị giới thiệu ứng viên có trách
nhiệm ..."; what it tells others to do is its own work."""
_PARTY = re.compile(
    r"(?:(?:lấy|góp|xin|được\s+lấy)\s+ý\s+kiến|trực\s+tiếp\s+quản\s+lý|đề\s+nghị(?:\s+[^,;:.]{3,90}?(?=\s+(?:gửi|nộp)\s))?|tiếp\s+nhận\s+hồ\s+sơ|giải\s+quyết\s+(?:thủ\s+tục(?:\s+hành\s+chính)?|hồ\s+sơ|tthc))"
    r"(?=\s+(?:gửi|lập|thực\s+hiện|tổ\s+chức|giao|có\s+(?:văn\s+bản|trách\s+nhiệm)|phải|chịu|xây\s+dựng|tổng\s+hợp|trình|hoàn\s+thiện|tiếp\s+nhận|tiếp\s+thu|cập\s+nhật|đăng|nghiên\s+cứu|ban\s+hành|phối\s+hợp|chủ\s+động|kịp\s+thời|chuyển|nộp|kiểm\s+tra|rà\s+soát|bảo\s+đảm|đảm\s+bảo)(?!\w))"
)
"""A party to a procedure, known by its part in it, with what it does behind: "cơ quan lấy ý kiến gửi ..."."""
_IN_CHARGE_OF = re.compile(
    r"phụ\s+trách\s+(?!công\s+tác|việc|tuyên|chung|\d)(?:(?!công\s+tác|việc|và|các|tổ\s+chức|nào)[^\s,;:.]+\s+){1,4}?(?:theo\s+dõi|chỉ\s+đạo|kiểm\s+tra|đôn\s+đốc|giúp|hướng\s+dẫn|chủ\s+trì|tham\s+mưu|duyệt|(?:chịu|có)\s+trách\s+nhiệm|báo\s+cáo|tổng\s+hợp|trực\s+tiếp)(?!\w)"
    r"|phụ\s+trách\s+(?:địa\s+bàn|lĩnh\s+vực|đơn\s+vị|khối|cụm|ngành|xã)\s+(?:theo\s+dõi|chỉ\s+đạo|kiểm\s+tra|đôn\s+đốc|giúp|hướng\s+dẫn|tổ\s+chức|tham\s+gia|tham\s+mưu|dự|chịu|có\s+trách|báo\s+cáo)(?!\w)"
)
_FIELD = r"(?:chuyên\s+môn|kỹ\s+thuật|cơ\s+sở\s+vật\s+chất|nề\s+nếp|nội\s+chính|kinh\s+tế|văn\s+(?:hóa|xã)|khoa\s+giáo|tài\s+chính|hành\s+chính|y\s+tế|nghiệp\s+vụ|sản\s+xuất|an\s+toàn|kinh\s+doanh|đào\s+tạo|nội\s+trú|bán\s+trú|lao\s+động|đoàn\s+thể|hậu\s+cần|thiết\s+bị|cơ\s+điện|pháp\s+chế|xã\s+hội|đô\s+thị|nông\s+nghiệp|môi\s+trường|thể\s+thao|ngoại\s+khóa|hướng\s+nghiệp|khoa\s+học|điều\s+dưỡng|dược|nội\s+vụ|giáo\s+dục|nhân\s+sự|chính\s+trị|quân\s+sự|khối|công\s+đoàn|thi\s+đua|xây\s+dựng\s+đảng)"
_OF_FIELD = Sieve(rf"phụ\s+trách\s+(?:(?:lĩnh\s+vực|khối|mảng)\s+)?{_FIELD}(?:\s*(?:-|–|,|và)?\s*{_FIELD}){{0,2}}\s+")
_DEPUTY = re.compile(
    r"(?<!\w)(?:phó|trưởng|giám\s+đốc|chủ\s+tịch|lãnh\s+đạo|cán\s+bộ|chuyên\s+viên|công\s+chức|ủy\s+viên|giáo\s+viên|người|bộ\s+phận)(?:\s+[^\s,;:.]+){0,6}\s*$"
)
"""Who is told apart by the field in charge, with what he does behind: "Phó Giám đốc phụ trách kỹ thuật ký ..."."""
_LEADERS = Sieve(
    r"(?:lãnh\s+đạo|chỉ\s+huy)\s+(?:các\s+)?(?:cấp(?!\s+(?:ủy|trên|dưới))|đơn\s+vị|cơ\s+quan|phòng|ban|sở|ubnd|ủy\s+ban|xã|huyện|khoa|ngành)(?!\w)"
)
"""Those who lead bodies, in a list of units."""
_BY_OFFICE = Sieve(r"(?:làm\s+công\s+tác|kiêm\s+nhiệm|chuyên\s+trách|bán\s+chuyên\s+trách)(?!\w)")
"""What people do by their office, as part of their name: "cán bộ làm công tác thống kê cập nhật ..."."""
_WITH_PEOPLE = re.compile(
    r"(?<!\w)có\s+(?:cán\s+bộ|công\s+chức|viên\s+chức|giáo\s+viên|học\s+sinh|đoàn\s+viên|hội\s+viên|thành\s+viên|người|đại\s+biểu|đội|thí\s+sinh|sáng\s+kiến|đề\s+tài|sản\s+phẩm|tác\s+phẩm|bài|mô\s+hình|công\s+trình)$"
)
_THEIRS = Sieve(
    r"(?:tham\s+gia|được\s+cử|dự(?:\s+thi)?)(?:\s+(?!tạo|có|cử|báo|gửi|nộp|lập|chuẩn|bố|chịu|phải)[^\s,;:.]+){0,3}?(?=\s+(?:tạo|có|cử|báo|gửi|nộp|lập|chuẩn|bố|chịu|phải)(?!\w))"
)
"""What people of a body do that names it so: "các cơ quan có cán bộ tham gia Đoàn tạo điều kiện ..."."""
_APPOINTED_TO = re.compile(
    r"được\s+(?:giao|phân\s+công|chỉ\s+định)\s(?:[^,;:.]|,\s(?=(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|công\s+việc)(?!\w))){3,110}?(?=\s(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm|sẽ|phải|chủ\s+động|khẩn\s+trương|căn\s+cứ)(?!\w))"
)
"""A body named by what it was appointed to, with its duty behind: "cơ quan được giao chủ trì ... có trách nhiệm"."""
_IN_CHARGE_THERE = re.compile(
    r"(?<!\w)(?:với|cùng)\s+(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|sở|ngành|địa\s+phương)(?:\s*(?:,|và)\s*(?:cơ\s+quan|đơn\s+vị|sở|ngành|địa\s+phương))*\s+$"
)
"""Before what tells those apart whom one works with: "phối hợp với cơ quan chủ trì"."""
_RELATED = re.compile(r"liên\s+quan\s+(?:đến|tới)(?:\s[^;:.]{0,60})?$")
_TO_COLON = Sieve(r"(?:(?!trách\s+nhiệm|nhiệm\s+vụ)[^;:.()]){3,110}(?=:\s)")
_TO_DUTY = Sieve(r"[^;:.()]{3,140}?(?<!\svà)(?=\s(?:có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm)(?!\w))")
"""The rest of what bodies have to do with, up to the colon or the duty: "Các đơn vị có liên quan đến công tác tham mưu, tổ chức: ..."."""
_INSPECTED = Sieve(r"được\s+(?:kiểm\s+tra|thanh\s+tra|giám\s+sát|khảo\s+sát|mời)(?!\w)")
_TO_WHOM = re.compile(
    r"được\s+(?:kiểm\s+tra|thanh\s+tra|giám\s+sát|khảo\s+sát|mời|cử|chọn|lựa\s+chọn|tuyên\s+dương|khen\s+thưởng|hỗ\s+trợ|thụ\s+hưởng|đánh\s+giá)(?!\w)"
)
"""Those to whom something is done, named so: "các đơn vị được kiểm tra"."""

IN_NO_NAME = re.compile(
    r"(?:căn\s+cứ|chủ\s+động|thực\s+hiện|triển\s+khai|tiếp\s+tục|thường\s+xuyên|tăng\s+cường|đẩy\s+mạnh|nghiêm\s+túc|kịp\s+thời|có\s+trách\s+nhiệm|đôn\s+đốc|rà\s+soát|bố\s+trí|cân\s+đối|quán\s+triệt|đề\s+xuất|báo\s+cáo(?=\s+(?:kết|tình|ủy|ubnd|về|định|hằng|hàng)))(?!\w)"
)
"""Verbs that stand in no name, so that even with a capital they begin a sentence behind a heading in the same line."""
_INSPECTS = Sieve(
    r"(?:kiểm\s+(?:tra|kê|toán|định)|thanh\s+tra|giám\s+sát|thẩm\s+(?:định|tra)|đánh\s+giá|khảo\s+sát|phúc\s+tra|xác\s+minh|nghiệm\s+thu|điều\s+tra|tiếp\s+nhận|bồi\s+dưỡng)(?!\w)"
)
"""What a delegation ("đoàn") is named for; any other verb behind the word says what it, or the youth union, does."""
_STEERED = Sieve(
    r"(?:xây\s+dựng|thực\s+hiện|triển\s+khai|phát\s+triển|phòng|tuyển|giải\s+(?:phóng|quyết)|thi\s+hành|cải\s+cách|phổ\s+cập|ứng\s+phó|cứu|đổi\s+mới|chuyển\s+đổi|giảm|hội\s+nhập|vận\s+động|"
    r"quản\s+lý|bảo\s+vệ|khắc\s+phục|xóa|sắp\s+xếp|tổng\s+(?:điều\s+tra|kết)|điều\s+tra|diễn\s+tập|tổ\s+chức\s+(?:đại\s+hội|lễ|bầu|kỷ|hội|các|cuộc)|sử\s+dụng|huy\s+động|học\s+tập|công\s+tác)"
)
"""What a steering board ("ban chỉ đạo") is named for."""
_JUDGES = Sieve(
    r"(?:thẩm\s+(?:định|tra)|tư\s+vấn|đánh\s+giá|tự\s+đánh\s+giá|nghiệm\s+thu|xét|bình|tuyển|chấm|kiểm|thanh\s+lý|định\s+giá|bồi\s+thường|hỗ\s+trợ|đấu|điều\s+phối|quản\s+(?:lý|trị)|phối\s+hợp|giáo\s+dục|tự\s+quản|thi\s+hành|phổ\s+biến|trọng|khám|giám\s+định|giám\s+sát|biên\s+soạn|ra\s+đề|coi|lựa\s+chọn|bảo\s+vệ)"
)
"""What a council ("hội đồng") is named for."""
APPOINTED = re.compile(r"được\s+(?:phân\s+công|giao|cử)\s*$")
"""The end of a heading that names people by their appointment: "Thanh tra viên được phân công"."""


def told_by_what(low: str, verb: int) -> int | None:
    """Where the words end that tell at ``verb`` which bodies are meant, where their own verb stands behind: "các trường
    tham gia Chương trình ... cử giáo viên", "cơ quan được giao chủ trì ... có trách nhiệm"; None where they are the work."""
    if appointed := _APPOINTED_TO.match(low, verb):
        return appointed.end()
    before = low[:verb].rstrip()
    if low.startswith("chủ trì", verb) and _IN_CHARGE_THERE.search(low, 0, verb):
        return verb + len("chủ trì")
    if (rest := _TO_COLON.match(low, verb) or _TO_DUTY.match(low, verb)) and _RELATED.search(before):
        return rest.end()
    if (part := _TAKES_PART.match(low, verb)) and _MANY.search(before):
        return part.end()
    plain = _PLAIN_BODY.search(before)
    if (pointed := _POINTED_AT.match(low, verb)) and _PLAIN_BODY.search(before.removesuffix(" có tên")):
        return pointed.end()
    if plain is not None and (party := _PARTY.match(low, verb)):
        return party.end()
    known = (_LEADS_WHAT.match(low, verb) or _KNOWN_BY.match(low, verb)) if plain is not None else None
    return known.end() if known else None


_WHERE = r"(?:(?:cột|bảng(?:\s+(?:điểm|chấm\s+điểm|tiêu\s+chí|phân\s+công))?|khoản|điểm|tiết|mục|phần|phụ\s+lục|biểu|danh\s+sách|điều|chương)(?:\s+(?:số\s+)?(?:\d{1,2}|[ivx]{1,4}|[a-eđ])(?!\w))?(?:\s+(?:này|trên|kèm\s+theo))?)"
_POINTED_AT = Sieve(
    rf"nêu\s+(?:trên(?!\s+(?:mạng|báo|cổng|trang))|(?:ở|tại|trong)\s+{_WHERE}(?:\s*,?\s*(?:(?:tại|của|ở|trong|thuộc)\s+)?{_WHERE})*)(?=\s+[^\W\d_])"
)
"""By what place in the plan bodies are told, before what they do: "các cơ quan nêu ở cột 3 thẩm định"."""
_BEFORE_FIELD = (
    "làm công tác", "phụ trách công tác", "bộ chuyên trách", "chức chuyên trách", "viên chuyên trách",
    " lĩnh vực", " thuộc ngành", " trong ngành",
)  # fmt: skip
"""Before the field that those who are named work in, whatever verb it is in other places."""


def in_name(low: str, at: int, verb: re.Match[str], acts: Callable[[str, int], str], *, firm: bool) -> bool:
    """Whether a verb is part of the name because the subject's own verb follows: "Phòng Quản lý hoạt động xây dựng chịu
    trách nhiệm ...", "Các trường tham gia hội thi có trách nhiệm ...". ``acts`` tells which verb stands at a place."""
    if low[: verb.start()].rstrip().endswith(",") and _LEADERS.match(low, verb.start()):
        return True
    before = low[: verb.start()].rstrip()
    charge = len(before) - len("phụ trách") if before.endswith("phụ trách") else verb.start()
    field = _OF_FIELD.match(low, charge)
    if field is not None and acts(low, field.end()) and _DEPUTY.search(low, 0, charge):
        return True
    if _IN_CHARGE_OF.match(low, charge) or _BY_OFFICE.match(low, verb.start()):
        return True
    if low[: verb.start()].rstrip().endswith(_BEFORE_FIELD):
        return True
    if _WITH_PEOPLE.search(low[: verb.start()].rstrip()) and _THEIRS.match(low, verb.start()):
        return True
    if firm or re.match(_DUTY, verb[0]) or "phối hợp" in verb[0] or low[at : verb.start()].rstrip().endswith(","):
        return False
    return bool(_FOLLOWED_BY_DUTY.match(low, verb.end()) or _RELATIVE.match(low, verb.start()))


def to_whom(low: str, at: int, stop: int, verb: Callable[[str, int], str]) -> int | None:
    """Where a participle at ``stop`` ends that names those to whom something is done ("UBND các xã được kiểm tra:"); None
    where it tells what becomes of those named before, from ``at`` on. ``verb`` tells which verb stands at a place."""
    whom = _TO_WHOM.match(low, stop)
    if whom is None:
        return None
    ended = not low[whom.end() :].strip() or low[whom.end() :].lstrip()[:1] in ",:."
    acts = _INSPECTED.match(low, stop) is not None and verb(low, whom.end() + 1) != ""
    return whom.end() if ended or acts or not low[at:stop].strip() else None


ACTS_ON = Sieve(
    r"(?:duyệt|chọn|tặng|trao|công\s+nhận|phổ\s+biến|giáo\s+dục|(?:giám\s+sát|thanh\s+tra|đánh\s+giá)(?=\s+(?!việc|các|công|quá|hoạt|chặt|thường|tình|kết|tiến|và|thực|theo|toàn|từng)\w))(?!\w)"
)
"""What goes on with the verb that a council or team is named for: "Hội đồng xét duyệt", "Hội đồng phối hợp phổ biến"."""
_BEGUN = Sieve(r"(?:sinh\s+hoạt|đăng\s+ký|báo\s+cáo|triển\s+khai|nộp|gửi|lập|họp|bình\s+xét)(?!\w)(?=\s+(?:\S+\s+)?\S)")
"""What a team does and is never named for."""


_LEVEL_OF_UNION = Sieve(r"(?<!\w)(?:cấp(?:\s+bộ)?|thành|thị|huyện|tỉnh|cơ\s+sở|chi|trung\s+ương)\s+(?:hội|đoàn)$")
"""An association or union of one level, named for no deed: "mỗi huyện, thị, thành Hội tổ chức ..."."""


def may_be_named(before: str, low: str, verb: int) -> bool:
    """Whether a unit whose first word ends ``before`` a verb can be named for that verb ("Đoàn kiểm tra")."""
    if before.endswith("hội đồng"):
        return _JUDGES.match(low, verb) is not None
    if before.endswith(("ban chỉ đạo", "bcđ")):
        return _STEERED.match(low, verb) is not None
    if before.endswith(("các tổ", "các nhóm")) and _BEGUN.match(low, verb):
        return False
    if _LEVEL_OF_UNION.search(before):
        return False
    return not before.endswith("đoàn") or _INSPECTS.match(low, verb) is not None
