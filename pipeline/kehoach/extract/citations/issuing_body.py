"""The grammar of a body's name inside a sentence: where it ends, and how it reads with its abbreviations in full."""

from __future__ import annotations

import re

from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.vocabulary import Vocabulary

_HEAD = re.compile(
    r"(?:(?:đồng chí )?(?:Bộ trưởng|Chủ nhiệm|Giám đốc|Chánh Văn phòng|Trưởng ban|Trưởng phòng|Hiệu trưởng|"
    r"Chỉ huy trưởng|Chính ủy|Tư lệnh|Chánh án|Viện trưởng|Cục trưởng|Tổng cục trưởng|Trưởng|Tổng Giám đốc|Bí thư|Thường trực|Ban Thường vụ|BTV|Ban Chấp hành|BCH|Đoàn Chủ tịch|Chủ tịch)\s+)?"
    r"(?:Bộ|Sở|Phòng|Ban|Hội|Hội đồng|Hội nghị|Đại hội|Ủy ban|Uỷ ban|UBND|HĐND|UBTVQH|Chính phủ|Thủ tướng|Quốc hội|"
    r"Chủ tịch nước|Văn phòng|Tỉnh ủy|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Đảng|Đảng ủy|Đảng bộ|Chi bộ|TW|TƯ|TU|"
    r"Trung ương|Tổng Liên đoàn|Liên đoàn|LĐLĐ|TLĐ|Công đoàn|Đoàn|Trung tâm|Tổng cục|Cục|Chi cục|Kho bạc|Thanh tra|"
    r"Tòa án|Viện|Trường|Ngân hàng|Bảo hiểm|BHXH|Công an|Bộ Chỉ huy|Ban Chỉ đạo|Mặt trận|MTTQ|Hội đồng nhân dân|"
    r"Chủ tịch|[A-ZĐ]{3,10}(?= |,|\.|;|$)|Bộ Chính trị|Ban Bí thư|Khối|Cụm|Ngành|Tập đoàn|Tổng công ty|Công ty|"
    r"Quân khu|Quân đoàn|Quân chủng|Bệnh viện|Đại học|Học viện|Tổng Cục|Tỉnh Đoàn|Thành Đoàn|Huyện Đoàn|Thị đoàn|Quận đoàn|"
    r"GD ?[&-] ?ĐT)\b"
)
_STOP = re.compile(
    r"\s+(?:[Vv]ề|[Vv]/v|[Qq]uy định|ban hành|phê duyệt|[Hh]ướng dẫn|triển khai|thực hiện|sửa đổi|bổ sung|công bố|phát động|"
    r"tổ chức|đến|tới|tại|cho|để|là|trong|nhằm|góp phần|theo|gắn|bằng|(?:đối )?với|(?<!tin )(?<!tin, )tuyên truyền|kỷ niệm|Ban hành|Phê duyệt|được|đã|trên|giai đoạn|năm|ngày|như|"
    r"quyết định|(?<!Ngoại )giao|đề ra|từ|do|có|đề nghị|xây dựng|tiếp tục|tăng cường|đẩy mạnh|khi|sau|trước|vào|cũng|phải|"
    r"tặng|trao|công nhận|xét|xem xét|khen thưởng|nhiệm kỳ|gồm|bao gồm|hiện hành|mới|vừa|xem xét|liên quan|có liên quan)\b"
    r"|[;:)\"|\n]|\((?![A-ZĐ&]{2,12}\)\s)|\.(?=\s|$|/)|,|\s+-\s+(?=[" + LOWER + r"])|/|$"
)
_LONG_NAME = re.compile(
    r"(?:Văn hóa|Văn hoá|Thể thao|Lao động|Thi đua|Nông nghiệp|Tài nguyên|Bộ Công an|Giao thông|VH)\s*,\s*"
    r"(?:Thể thao|Thương binh|Khen thưởng|Thông tin|Du lịch|Lâm nghiệp|Khoáng sản|TT|khen thưởng)",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy$")
_ITS_PLACE = re.compile(
    rf"(?:\s+(?:(?:tỉnh|thành phố|huyện|quận|thị xã|TP\.?)(?=\s)|[{UPPER}][^\s,;:.()]*|khóa(?=\s+[IVXLC])|[IVXLC]+(?!\w)))*"
)
"""Behind a committee of the Party: the place whose it is."""
_TERM = re.compile(r"\s(?:[Kk]hóa|[Kk]hoá)\s+[IVX]+\b")
"""With which the name of a committee ends ("của Bộ Chính trị khóa XII thành ...")."""
_CAPITAL_AND = re.compile(r"\s+(?:và|&)\s+")
FIELD = re.compile(r"(?:PTNT|ĐT|XH|MT|DL|TT|TTTT|CN|PTTH)\b")
"""What the second half of a body's name is in short ("Sở Nông nghiệp và PTNT")."""


def body_at(text: str, at: int) -> tuple[int, int] | None:
    """Start and end of a body's name that begins at the offset in folded text; None where none does."""
    head = _HEAD.match(text, at)
    if head is None:
        return None
    end = head.end()
    while True:
        stop = _STOP.search(text, end)
        end = stop.start() if stop else len(text)
        if text[end : end + 1] == ")" and re.search(r"\([A-ZĐ&]{2,12}$", text[at:end]):
            end += 1
            continue
        long_name = next((m for m in _LONG_NAME.finditer(text, at) if m.start() < end <= m.end()), None)
        if long_name is None or stop is None or text[end : end + 1] not in {","}:
            break
        end = long_name.end()
    if _COMMITTEE.search(head[0]) and (whole := _ITS_PLACE.match(text, head.end())) is not None:
        end = min(end, whole.end())  # "của Tỉnh ủy | đổi mới ..."
    term = _TERM.search(text, at, end)
    return at, _before_next_body(text, at, term.end() if term else end)


def _before_next_body(text: str, start: int, end: int) -> int:
    """Cuts "UBND tỉnh và Bộ Y tế" behind its first body, and leaves "Giáo dục và Đào tạo" whole."""
    for match in _CAPITAL_AND.finditer(text, start, end):
        after = text[match.end() : end]
        if match[0].strip() == "&" and re.match(r"[A-ZĐ]{2,6}\b", after):
            continue  # "Bộ Nông nghiệp & PTNT"
        if FIELD.match(after):
            continue
        if _HEAD.match(after) or re.match(r"(?:\d+|các|những|văn bản|Nghị|Chỉ thị|Quyết định|Kế hoạch|Luật)\b", after):
            return match.start()
        if after[:1].islower() and not re.match(
            r"(?:đào tạo|đầu tư|môi trường|phát triển|xã hội|truyền thông|công nghệ|du lịch|nhân)", after
        ):
            return match.start()
    return end


def full_name(printed: str, abbreviations: Vocabulary) -> str:
    """The name with its abbreviations in full, on one line."""
    name = " ".join(re.sub(r"\([A-ZĐ&]{2,12}\)", " ", printed).split())
    for entry in abbreviations if abbreviations.possible(fold(name)) else ():
        for pattern in entry.patterns:
            matches = list(pattern.finditer(fold(name)))
            for match in reversed(matches):
                name = name[: match.start()] + str(entry["full"]) + _gap(name, match.end()) + name[match.end() :]
    return " ".join(name.split()).strip(" .,;:-")


def _gap(name: str, end: int) -> str:
    return " " if name[end : end + 1].isalnum() else ""
