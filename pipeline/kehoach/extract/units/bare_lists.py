"""Lists of plain words for kinds of bodies, which are one name: "các cơ quan, đơn vị, địa phương", "các khoa, phòng, trung
tâm thuộc Bệnh viện". A member that is told apart by words of its own is a unit by itself ("các phòng, Trung tâm Y tế")."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.orthography.letters import LOWER, UPPER

_KIND = (
    r"(?:cơ\s+quan|đơn\s+vị|địa\s+phương|tổ\s+chức|bộ\s+phận|bộ\s+môn|(?:sở|phòng|ban|ngành|bộ|cục|chi\s+cục|vụ|viện|khoa|tổ(?:\s+bộ\s+môn|\s+chuyên\s+môn)?|bộ\s+môn|trung\s+tâm|trường|lớp)"
    r"|hội|đoàn\s+thể|chi\s+(?:đoàn|hội|bộ|đội)|đảng\s+bộ|đảng\s+ủy|liên\s+đội|công\s+đoàn\s+(?:cơ\s+sở|bộ\s+phận)|xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố"
    r"|thôn|bản|ấp|buôn|xóm|làng|khóm|khu\s+phố|khu\s+dân\s+cư|tổ\s+dân\s+phố|doanh\s+nghiệp|công\s+ty|xí\s+nghiệp|nhà\s+máy|phân\s+xưởng|nông\s+trường|lâm\s+trường|chi\s+nhánh|hợp\s+tác\s+xã"
    r"|đội(?:\s+sản\s+xuất)?|trạm|hạt|đồn|(?:tiểu|trung|lữ|sư)\s+đoàn|(?:đại|trung|tiểu|hải)\s+đội|cụm|khối|câu\s+lạc\s+bộ|nhóm)"
)
_CAPITAL = rf"(?:Bộ|Sở|Ban|Phòng|Khoa|Ngành|Cục|Vụ|Viện|Trung\s+tâm|Trường|Chi\s+cục|Tổ|Đội|Trạm|Cơ\s+quan|Đơn\s+vị|Địa\s+phương)(?!\s+[{UPPER}])(?!:)"
"""The same with a capital, where no name of one follows."""
_LIST = re.compile(
    rf"(?<!\w)(?:(?i:các|mỗi|từng|mọi|những)\s+|(?<=rưởng\s)|(?<=ãnh\sđạo\s))(?:{_CAPITAL}|{_KIND})(?:\s*(?:,|\s-|\svà)\s*(?:{_CAPITAL}|{_KIND})(?!\w))+"
)
_NAMED = re.compile(
    rf"\s+(?:(?!Sở|Cục|Tổng|Chi|Khối|Cụm|Tỉnh|Huyện|Thành|Thị|Quận|Công|Bộ|Ban|Trường|Nhà|Bệnh|Học|Viện|Ngành|Trung)[{UPPER}]|\d)"
)
"""A name or number behind the last word, by which that body is told apart."""
_JOINT = re.compile(r"\s*(?:,|\s-|\svà)\s*")
_PLACE = r"(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố)"
_OF_PLACES = re.compile(r"(?i:ubnd|ủy\s+ban\s+nhân\s+dân|công\s+an|hđnd)\s+$")
_PLACES = re.compile(rf"(?i:các|mỗi|từng)\s+{_PLACE}(?:\s*(?:,|\svà)\s*{_PLACE}(?!\w))*")
"""The places whose bodies are meant behind "UBND": no list of these holds "cơ quan, đơn vị"."""
_TAIL = re.compile(
    rf"\s*(?:$|[^\s{LOWER}]|(?:thuộc|trực|của|có|liên|trên|trong|tại|ở|khác|tỉnh|huyện|thị|thành|xã|phường|quận|cơ|cấp|đã|được|còn|và|cùng|với|để|khi|nếu|cần|phải|sẽ|nào|này|toàn|nhà|hoặc|như|theo|hằng|hàng|mỗi|đều|là|chưa|không|do|về)(?!\w))"
)
"""What may follow the list where no verb does; another word in small letters tells the last body apart."""


def bare_lists(text: str, acts: Callable[[int], bool]) -> tuple[tuple[int, int], ...]:
    """The stretches of the text (folded, with its capitals) that list plain words for kinds of bodies. ``acts`` tells
    whether a verb stands at a place."""
    found = []
    for listed in _LIST.finditer(text):
        end = listed.end()
        if _OF_PLACES.search(text, 0, listed.start()) and (places := _PLACES.match(text, listed.start())):
            end = places.end()
        joints = [m.start() for m in _JOINT.finditer(text, listed.start(), end)]
        while joints and (_NAMED.match(text, end) or not (_TAIL.match(text, end) or acts(end + 1))):
            end = joints.pop()
        if joints:
            found.append((listed.start(), end))
    return tuple(found)
