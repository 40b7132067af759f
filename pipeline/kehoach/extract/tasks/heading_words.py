"""Words of a heading around the units that it names: what leads up to them, that they have a duty, how they are told from
others."""

from __future__ import annotations

import re

from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

HEAD_LEAD = re.compile(
    r"(?:(?:(?:tiếp\s+tục|triển\s+khai|thực\s+hiện|tốt|các)\s+)*(?:nhiệm\s+vụ|công\s+việc|phần\s+việc|chỉ\s+tiêu|mục\s+tiêu)(?:\s+(?:cụ\s+thể|trọng\s+tâm|thường\s+xuyên|chính|chủ\s+yếu|chung|riêng))*\s+(?:của|đối\s+với)\s+)|(?:(?:đối\s+với|trách\s+nhiệm\s+(?:của)?|nhiệm\s+vụ\s+(?:của)?|về\s+phía|phân\s+công|giao|đề\s+nghị|yêu\s+cầu|tại)\s*:?\s+)+"
)
LOST_LABEL = re.compile(r"\S{1,3}[.)]\s+")
LAST_BRACKET = re.compile(r"\s*\([^()]*\)$")
OFFICE_HELD = Sieve(
    r"(?:\S{1,3}[.)]\s+)?(?:(?:phó\s+)?(?:cụm|khối)\s+(?:trưởng|phó)|(?:phó\s+)?trưởng\s+(?:cụm|khối)|(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+(?:thường\s+trực|chủ\s+trì|đầu\s+mối|đăng\s+cai|làm\s+(?:cụm|khối)\s+trưởng))(?:\s+[^\s,;:.()]+){0,9}"
)
"""An office that one of several bodies holds."""
MEMBERS = re.compile(rf"\s*:\s+[{UPPER}][^\W\d_]*(?:(?:\s|,\s|;\s|\svà\s)[{UPPER}][^\W\d_]*)+[\s.;:]*$")
"""Names and nothing else behind a colon, which say who belongs to those before it: "UBND các xã: Thanh Sơn, Hương Lâm"."""
APART = Sieve(r"\s(?=(?:đã|chưa|được|có|đang|không|tham\s+gia|thuộc|đạt|còn\s+lại|đăng\s+ký|ngoài)(?!\w))")
ONLY_DUTY = Sieve(
    r"\s*,?\s*(?:(?:trong\s+phạm\s+vi|theo|căn\s+cứ|trên\s+cơ\s+sở)\s[^:.;]{3,120}?)?\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm|có\s+(?:các\s+)?nhiệm\s+vụ)(?:\s+(?:sau(?:\s+đây)?|như\s+sau|cụ\s+thể(?:\s+như\s+sau)?))?\s*$"
    r"|\s*[-–,]\s+(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?(?:thường\s+trực|đầu\s+mối|chủ\s+quản)(?!\w)(?:(?!\s[-–]\s)[^:.;,]){0,60}$"
)
"""Words behind the units of a heading that only say that they have a duty, or what they are: "... có trách nhiệm:", "...
- cơ quan thường trực:"."""
BY_DEED = re.compile(
    r"(?:(?:các|những)\s+)?(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|doanh\s+nghiệp|bộ\s+phận|sở(?:\s*,\s*(?:ban\s*,\s*)?ngành)?|địa\s+phương|chủ\s+đầu\s+tư|nhà\s+thầu|phòng(?:\s*,?\s*ban)?|khoa|trường(?:\s+học)?|xã|lớp|đội(?:\s+(?:thi|tuyển))?|chi\s+đoàn|liên\s+đội)(?:\s*(?:,|và)\s*(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|cá\s+nhân|địa\s+phương))*\s+"
    r"(?:(?:được\s+(?:giao|phân\s+công)\s+)?(?:chủ\s+trì|phối\s+hợp)(?=\s+\w)|chủ\s+trì(?=\s*,\s*(?:quản\s+lý|phối\s+hợp|tham\s+gia|thực\s+hiện)[\s,])|đăng\s+ký|quản\s+lý|sử\s+dụng|khai\s+thác|vận\s+hành|tham\s+gia|tham\s+mưu|soạn\s+thảo|thẩm\s+(?:định|tra)|tiếp\s+nhận|cung\s+cấp|ban\s+hành|thụ\s+hưởng|kinh\s+doanh)"
    r"(?!\w)(?!.*(?<!\w)(?:sau|phải|cần|trước|hằng|hàng|trong|gửi|báo\s+cáo)(?!\w))[^:.;\d]{3,110}"
)
IN_CHARGE_OF = re.compile(
    r"\s+(?:(?:được\s+(?:giao|phân\s+công)|trực\s+tiếp|chuyên)\s+)?phụ\s+trách\s+(?!(?:chung|toàn\s+diện)(?!\w))[^:.;\d]{3,110}"
)
"""What tells people and posts from others of their kind: "Phó Hiệu trưởng phụ trách chuyên môn"."""
AT_WORK = re.compile(
    r"\s+(?:hiện\s+)?đang\s+(?:hoạt\s+động|làm\s+việc|công\s+tác|học\s+tập|sinh\s+sống|cư\s+trú|sản\s+xuất|kinh\s+doanh|khai\s+thác|quản\s+lý|sử\s+dụng|vận\s+hành|đầu\s+tư|thi\s+công)(?!\w)[^:.;\d]{0,110}"
)
"""What tells bodies from others by where or on what they are at work: "Các doanh nghiệp đang hoạt động trong khu"."""
OWES = re.compile(
    r"(?:\S{1,3}[.)]\s+)?trách\s+nhiệm\s+của\s+(?:(?!(?:trong|đối\s+với|về|khi|theo|từ)\s)[^\s,;:.()\d]+\s*){2,9}"
)
"""A heading that says whose the duties below are, whatever they are called: "Trách nhiệm của đối tượng kiểm kê"."""
GOES_ON = re.compile(r"\s*[-–]\s*[^\s,;:.()]+(?:\s+[^\s,;:.()]+){0,5}")
"""The end of a name behind a dash: "Ban Quản lý dự án đầu tư - hạ tầng xã"."""
ABOUT = re.compile(
    r"(?:^|[-–,;]\s*|\svà\s+)(?:thời\s+gian|địa\s+điểm|thành\s+phần|kinh\s+phí|nội\s+dung|hình\s+thức)(?!\w)|(?<!các\s)(?:đơn\s+vị|cơ\s+quan)\s+(?:đồng\s+)?(?:tổ\s+chức|thực\s+hiện|chủ\s+trì|phối\s+hợp)$"
)
"""What a heading is about that names nobody: "Đơn vị tổ chức - Thời gian - Địa điểm"."""
SET_UP = re.compile(
    r"(?<!\w)do\s+[^:;]{2,60}?\s(?:quyết\s+định|thành\s+lập|ban\s+hành|phát\s+động|bầu|cử|quản\s+lý)(?!\w)"
)
"""What a heading tells of a class of bodies, none of which is told to do what stands below it: "Các cụm do sở thành lập"."""
POST_ALONE = re.compile(
    r"(?:(?:phó|đồng)\s+)?(?:trưởng(?:\s+[^\s,;:.]+){1,4}|(?:tổ|nhóm|đội|đoàn|khối|cụm|ban|chỉ\s+huy)\s+(?:trưởng|phó)(?:\s+[^\s,;:.]+){0,3}|thường\s+trực(?:\s+ban)?|(?:chủ\s+(?:tịch|nhiệm|tọa)|giám\s+(?:đốc|khảo))(?:\s+[^\s,;:.]+){0,3})"
    r"|(?:thành|ủy)\s+viên(?:\s+[^\s,;:.]+){0,3}|thư\s+ký(?:\s+[^\s,;:.]+){0,2}|tv|tk"
)
"""What one is among several, and no work: "Phó Trưởng ban", "Thành viên"."""
