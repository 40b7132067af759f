"""The grammar of points: "(20 điểm)", "là 15 điểm", "tối đa 10đ", "từ 5 đến 10 điểm"; and of bands of points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kehoach.orthography.numerals import HUNDREDS, TENS, UNITS, spelled_number
from kehoach.rules.needs import Sieve

_KEPT = 512
"""Texts of which it is kept: several parts of a plan ask for those of the same paragraphs."""
_VALUE = r"(?:\d{1,2}\.\d{3}(?!\d)|\d{1,4}(?:[.,]\d{1,2})?)"
_WORD = r"(?:điểm|đi[ểềếêẻ]m|diểm)"
_BOUND_WORD = rf"(?:{_WORD}|(?<!\.\d\d\d)(?<!\.\d\d\d )đ)(?!\w)"
"""Behind the bounds of a class "đ" does as well, unless it is money ("từ 50.000đ")."""
_NOT_POINTS = (
    r"(?!\s+(?:cầu|trường|bán|dân cư|nóng|du lịch|giao dịch|truy cập|sáng|mới|nhấn|mạnh|yếu|đến|thi|trông|bưu|tập kết|"
    r"kết nối|phát|tiếp|đo|vi phạm (?:hành lang|trật tự|lấn|giao thông)|khai thác|tồn (?:lưu|đọng)|mỏ|chùa|phá rừng|cháy|ô nhiễm|lấn chiếm|thu (?:gom|mua)|chốt|giữ xe|cấp nước|trình diễn|phức tạp|văn hóa|đỗ|rửa|tiêm|đen|tham quan|mô hình|lẻ|phục vụ|sạt lở|cung cấp|trung chuyển|sinh hoạt|giỏi|rèn luyện|rác|ngập|vui chơi|dừng|tiếp nhận|hỗ trợ|tư vấn|hướng dẫn|cứu (?:hộ|trợ|nạn)|cách ly|sơ tán|tập trung|sạc|truy xuất|đọc sách|tập luyện|quan trắc|lấy mẫu|xét nghiệm|kiểm (?:soát|dịch)|neo đậu|bình ổn|bốc xếp|treo))"
)
_POINTS = Sieve(
    rf"(?<![\d.,/])(?:(?P<low>{_VALUE})\s*(?:(?:điểm|đ(?!\w))\s*)?(?:-|đến|tới)\s*(?:dưới\s+)?)?(?P<value>{_VALUE})\)?\s?"
    rf"(?:{_WORD}\b{_NOT_POINTS}|đ(?!\w|\s?/\s?c\b))",
    re.IGNORECASE,
)
_SPELLED = Sieve(
    rf"(?<!\w)(?:(?P<value>{HUNDREDS}|{TENS})|(?:(?<=cộng )|(?<=cộng thêm )|(?<=thưởng )|(?<=trừ )|(?<=phạt )|(?<=tối đa )|(?<=[:(] )|(?<=\())"
    rf"(?P<few>{UNITS}|nửa))\s{_WORD}\b{_NOT_POINTS}",
    re.IGNORECASE,
)
"""Numbers in words; below ten, which are said of other points as well ("ba điểm cầu"), where only a score can stand."""
_NAMED = Sieve(
    rf"\b(?:điểm (?:tối đa|chuẩn|thưởng|trừ)|số điểm|tổng(?: số)? điểm|thang điểm)\s*(?:tối đa\s*)?(?:là|:)\s*(?P<value>{_VALUE})"
    rf"(?!\s?[\d%/])",
    re.IGNORECASE,
)
_FROM = r"(?:(?:từ|trên|dưới|đủ)\s+|[≥≤<>]=?\s*)"
_REMARK = r"\([^()\d]{1,40}\)"
"""The other name of a class ("Loại A (Xuất sắc): từ 90 điểm")."""
_THOSE = r"(?:những|các)\s+(?:[^\W\d_]+\s+){1,4}?(?=(?:đạt|có)\s)"
"""Who is in a class ("xếp loại khá: là những đơn vị đạt từ 70 đến 85 điểm")."""
_NAME = (
    r"(?:(?:xếp )?(?:loại|mức|hạng)\s+\"?(?:[A-DĐ]|I{1,3}|IV|[1-4])\"?(?!\w)|(?:(?:xếp )?(?:loại|mức|hạng)\s+)?\"?"
    r"(?:hoàn thành (?:xuất sắc|tốt)(?: nhiệm vụ)?|không hoàn thành(?: nhiệm vụ)?|hoàn thành(?: nhiệm vụ)?|xuất sắc|"
    r"(?:trong sạch,? )?vững mạnh(?: xuất sắc| tiêu biểu| toàn diện)?|tốt|khá|trung bình|TB|đạt yêu cầu|chưa đạt|không đạt|yếu,? kém|yếu|kém|giỏi|(?:không|chưa) (?:được )?xếp (?:loại|hạng))\"?)"
)
"""What a class is called."""
_BAND = Sieve(
    rf"(?<!\w)(?P<name>{_NAME})(?:\s*{_REMARK})?\s*(?:(?:[:(-]|là|nếu|khi)\s*)*"
    rf"(?:{_THOSE})?(?:(?:đạt|có|tổng(?: số)? điểm|số điểm|điểm)\s+)*(?P<range>{_FROM}?{_VALUE}\s*(?:(?:điểm|đ(?!\w))\s*)?"
    rf"(?:(?:(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}\s*)?{_BOUND_WORD}(?:\s+trở (?:lên|xuống))?"
    rf"|(?:-|đến|tới)\s*(?:dưới|cận)\s+{_VALUE}(?=\s*(?:[.;,)]|$))))",
    re.IGNORECASE,
)
_ALIKE = Sieve(
    rf"(?<!\w)(?:{_NAME})\s*[:(]?\s*(?:đạt\s+)?(?:từ\s+{_VALUE}\s*(?:(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}|trở lên)"
    rf"|(?:trên|dưới|[≥≤<>]=?)\s*{_VALUE})(?=\s*(?:[.;,)]|$))",
    re.IGNORECASE,
)
"""A class beside others that say "điểm", or one of three ("Khá: từ 70 đến 84", "Tốt: ≥ 9,0")."""
_BOUNDED = Sieve(r"\b(?:từ|trên|dưới|đủ|trở lên|trở xuống|đến|tới)\b|\d\s*-\s*\d|[≥≤<>]", re.IGNORECASE)
_RANGE = Sieve(
    rf"(?:{_FROM}{_VALUE}\s*(?:(?:điểm|đ(?!\w))\s*)?(?:(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}\s*)?{_BOUND_WORD}(?:\s+trở (?:lên|xuống))?"
    rf"|(?<![\d.,/])(?<!\d\s){_VALUE}\s*(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}\s*{_BOUND_WORD}|(?<![\d.,/]){_VALUE}\s*{_BOUND_WORD}\s+trở (?:lên|xuống))(?!\w)",
    re.IGNORECASE,
)
_OPEN = Sieve(r"\btrở (?:lên|xuống)\b|\b(?:dưới|trên)\b|[≥≤<>]", re.IGNORECASE)
_REACHED = Sieve(
    rf"\b(?:đạt|có|được)\s+(?:tổng (?:số )?điểm\s+)?(?:từ|ít nhất|tối thiểu|đủ|trên)\s+{_VALUE}\s*{_BOUND_WORD}(?!\s*(?:-|đến|tới|cho|đối với)\s)",
    re.IGNORECASE,
)
"""Points that somebody has to reach to be ranked: "xếp loại xuất sắc phải đạt từ 90 điểm"."""
_REST = Sieve(
    r"\b(?:các trường hợp |số )?còn lại(?:\s+|:\s*)(?:là|xếp|thì|:|không|chưa|loại)\b[^.;,\n]{0,60}", re.IGNORECASE
)
"""The class of all others, behind classes by points."""
_GOES_ON = Sieve(
    r"\s*(?:,|\b(?:và|hoặc|đồng thời|nhưng)\b)\s*[^;\n|]{3,160}?(?=[;\n|]|\.(?:\s|$|/)|\s*$)", re.IGNORECASE
)
"""What a class asks for besides its points."""
LONE = Sieve(
    rf"[^:(;.]{{1,60}}(?::|\(|-)\s*(?:(?:đạt|tổng|số|điểm|có)\s+)*(?:{_RANGE.pattern})\)?[\s.;/]*", re.IGNORECASE
)
"""Nothing but a name with a range of points."""
_TURNED = Sieve(
    rf"[\s+*•-]*(?:(?:đạt|tổng|số|điểm|có)\s+)*(?P<range>{_RANGE.pattern})\s*(?:[:-]|là|thì|được)\s*(?:xếp\s+)?(?:{_NAME})[\s.;/]*",
    re.IGNORECASE,
)
"""A class behind its points, which is all that a line says ("Từ 80 đến dưới 90 điểm: Tốt")."""
_BARE_RANGE = Sieve(
    rf"(?<![\d.,/])(?<!\d\s){_VALUE}\s*(?:-|đến|tới)\s*(?:dưới|cận)\s+{_VALUE}(?=\s*[:;,)(])", re.IGNORECASE
)
"""A range beside others that say "điểm"."""
_CLASSED = Sieve(
    rf"(?<![\d.,/])(?:{_FROM}{_VALUE}|{_VALUE}(?=\s*(?:(?:điểm|đ)\s*)?(?:-|đến|tới)))\s*(?:(?:điểm|đ(?!\w))\s*)?(?:(?:-|đến|tới)\s*(?:dưới\s+|cận\s+)?{_VALUE}\s*)?"
    rf"(?:{_BOUND_WORD}\s*)?(?:trở (?:lên|xuống)\s*)?,?\s*(?:(?:thì|được|là|đạt|xếp)\s+)*"
    r"(?:(?:loại|hạng|mức)\s+[^.;,:\n\d]{1,30}|không (?:được )?(?:xét|xếp)\s[^.;,:\n\d]{1,40}?)(?=\s*(?:[.;,)/\n]|$))",
    re.IGNORECASE,
)
"""A class behind its points, beside others of which one says "điểm" ("từ 90 điểm trở lên loại A; từ 75 đến dưới 90 loại B")."""
_RANKED = Sieve(
    r"[^.;\n]{0,80}?\b(?:xếp (?:loại|hạng)|được (?:xếp|công nhận|xét|đề nghị|tặng|khen)|không (?:được )?(?:xếp|xét))\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\W*(?:(?:việc )?(?:xếp|phân) (?:loại|hạng)|cụ thể|như sau|đánh giá)(?: [^:;.\d]{0,40})?:\s+", re.IGNORECASE
)
_CHAINED = Sieve(
    rf"(?<=\s)(?P<value>{_VALUE})(?=\s*[,;]\s*(?:[^\W\d_]+\s){{1,4}}(?:\d[\d.]*\s*[,;]\s*(?:[^\W\d_]+\s){{1,4}})*{_VALUE}\s?{_WORD}\b)",
    re.IGNORECASE,
)
"""A number that leaves "điểm" to the last of its row: "Nhất cộng 15, Nhì 10, Ba 5 điểm"."""
_NEXT_OF_ROW = re.compile(r"\s*[,;]\s+(?:(?!(?:thì|còn|nếu|không|đạt|được)\b)[^\W\d_]+\s){1,3}", re.IGNORECASE)
_SCORES = Sieve(r"\b(?:cộng|trừ|thưởng|phạt|được|tính)\b[^.;:,]{0,12}$", re.IGNORECASE)
_MARKED = Sieve(r"(?:^|[\s:(])(?P<near>[-+])$|[:(]\s*(?P<far>[-+])\s$")
"""A sign before the number that adds it or takes it off: "-2đ", "+5 điểm"."""
_SIGNED = Sieve(r"\b(?:cộng|trừ|(?<!khen )thưởng|phạt)\b[^.;:]{0,25}$", re.IGNORECASE)
_LESS = Sieve(r"\b(?:trừ|phạt)\b[^.;:]{0,25}$", re.IGNORECASE)
_MORE = Sieve(r"(?:(?<!tổng )(?<!tổng số )\bcộng|(?<!khen )\bthưởng)\b[^.;:]{0,25}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Points:
    """Half-open offsets; ``value`` is the (highest) number of points; ``sign`` -1 deducted, 1 added, 0 neither."""

    start: int
    end: int
    value: float
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A class with its range of points, which are a bound and no score."""

    start: int
    end: int


def number(printed: str) -> float:
    """ "10,5" and "10.5" are 10.5; "05" is 5; "1.000" is 1000."""
    if re.fullmatch(r"\d{1,2}\.\d{3}", printed):
        return float(printed.replace(".", ""))
    return float(printed.replace(",", "."))


@lru_cache(maxsize=_KEPT)
def points_in(text: str) -> tuple[Points, ...]:
    """Every mention of points in folded text, in order."""
    found: dict[int, Points] = {}
    for pattern in (_POINTS, _NAMED, _SPELLED):
        for match in pattern.finditer(text):
            printed = match["value"] or match["few"]
            signed = _taken_off(match)
            spelled = 0.5 if printed.lower() == "nửa" else spelled_number(printed)
            value = number(printed) if spelled is None else float(spelled)
            found.setdefault(
                match.start() if spelled else match.start("value"),
                Points(match.start(), match.end(), value, -1 if signed else _sign(text[: match.start()])),
            )
    listed = _alike(text, [found[at] for at in sorted(found)])
    return tuple(sorted([*listed, *_chained(text)], key=lambda points: points.start)) if listed else ()


def _alike(text: str, listed: Sequence[Points]) -> list[Points]:
    """The points with the sign of those before them, where a row tells the verb once ("giải Nhất cộng 10 điểm, giải Nhì 8
    điểm")."""
    made: list[Points] = []
    for points in listed:
        goes_on = (
            made and made[-1].sign and not points.sign and _NEXT_OF_ROW.fullmatch(text, made[-1].end, points.start)
        )
        made.append(replace(points, sign=made[-1].sign) if goes_on else points)
    return made


def _taken_off(match: re.Match[str]) -> bool:
    """Whether what looks like a range is a number before points that are taken off ("điểm dưới 5 -2đ")."""
    low = match.groupdict().get("low")
    return low is not None and number(low) >= number(match["value"])


def _sign(before: str) -> int:
    """Whether the words or the mark before a number take points off or add them."""
    if _LESS.search(before):
        return -1
    if _MORE.search(before):
        return 1
    mark = _MARKED.search(before)
    return 0 if mark is None else -1 if "-" in mark[0] else 1


def _chained(text: str) -> Iterator[Points]:
    """The numbers of a row of scores before its last, where the first is said to be one."""
    end, sign = -1, 0
    for match in _CHAINED.finditer(text):
        goes_on = end >= 0 and not re.search(r"[.:;]", text[end : match.start()]) and match.start() - end < 40
        if not goes_on and not _SCORES.search(text, 0, match.start()):
            continue
        sign = sign if goes_on else _sign(text[: match.start()])
        end = match.end()
        yield Points(match.start(), match.end(), number(match["value"]), sign)


def bounds_in(text: str) -> tuple[tuple[int, int], ...]:
    """Open ranges of points ("từ 95 điểm trở lên", "dưới 50 điểm", "phải đạt từ 90 điểm"): bounds that somebody has to
    reach, no scores."""
    reached = (m.span() for m in _REACHED.finditer(text))
    return (*(m.span() for m in _RANGE.finditer(text) if _OPEN.search(m[0])), *reached)


@lru_cache(maxsize=_KEPT)
def bands_in(text: str) -> tuple[Band, ...]:
    """Classes by points: "Xuất sắc: từ 90 điểm trở lên", "Loại A (90 - 100 điểm)"; whatever they are called where
    several ranges stand side by side, or nothing but a name stands before an open range."""
    named = [Band(m.start(), m.end()) for m in _BAND.finditer(text) if _BOUNDED.search(m["range"])]
    alike = [Band(m.start(), m.end()) for m in _ALIKE.finditer(text)]
    if len(named) > 1 or len(alike) > 2:
        named += [b for b in alike if not any(n.start < b.end and b.start < n.end for n in named)]
    if (turned := _TURNED.fullmatch(text)) and _BOUNDED.search(turned["range"]):
        return (Band(*_stripped(text, *turned.span())),)
    ranges = [m for m in _RANGE.finditer(text) if not _SIGNED.search(text[: m.start()])]
    opened = [m for m in ranges if _OPEN.search(m[0])]
    if len(opened) >= 2 or (len(opened) == 1 and (LONE.fullmatch(text) or len(ranges) > 1)):
        bare = _BARE_RANGE.finditer(text) if len(ranges) > 1 else ()
        others = (_segment(text, m) for m in (*ranges, *bare))
        named += [b for b in others if not any(n.start < b.end and b.start < n.end for n in named)]
    classed = list(_CLASSED.finditer(text))
    if len(classed) > max(1, len(named)) and any(_POINTS.search(m[0]) for m in classed):
        named = [Band(*_stripped(text, *m.span())) for m in classed]
    named.sort(key=lambda band: band.start)
    rest = _REST.search(text, named[-1].end) if len(named) > 1 else None
    listed = [*named, Band(*_stripped(text, *rest.span()))] if rest else named
    ends = [band.start for band in listed[1:]] + [len(text)] * bool(listed)
    return tuple(_closed(text, _whole(text, band, end)) for band, end in zip(listed, ends, strict=True))


def _closed(text: str, band: Band) -> Band:
    """A class with the bracket that its points stand in, without the words that only announce classes ("Xếp loại:")."""
    label = _ANNOUNCED.match(text, band.start, band.end)
    names = label is not None and (named := _BAND.search(text, band.start)) is not None and named.start() < label.end()
    start = label.end() if label and not names else band.start
    opened = text.count("(", start, band.end) > text.count(")", start, band.end)
    return Band(start, band.end + 1 if opened and text[band.end : band.end + 1] == ")" else band.end)


def _whole(text: str, band: Band, end: int) -> Band:
    """A class with what it asks for besides its points, up to the next class."""
    more = _GOES_ON.match(text, band.end, end)
    if more is None or points_in(more[0]) or (more.end() == end and end < len(text)):
        return band
    return Band(*_stripped(text, band.start, more.end()))


def ranked_in(text: str) -> tuple[Band, ...]:
    """A single open range that says what whoever reaches it is ranked or rewarded as, in a text on criteria: "dưới 50 điểm
    xếp loại yếu"."""
    opened = [m for m in _RANGE.finditer(text) if _OPEN.search(m[0]) and not _SIGNED.search(text[: m.start()])]
    return tuple(_segment(text, m) for m in opened if len(opened) == 1 and _RANKED.match(text, m.end()))


def _segment(text: str, found: re.Match[str]) -> Band:
    """The clause around a range of points."""
    start = max(
        (m.end() for m in re.finditer(r"[;,.\n|]\s|:\s(?=[^:]*$)", text[: found.start()]) if _opens(text, m, found)),
        default=0,
    )
    end = re.compile(r"[;,\n|]|\.(?=\s|$|/)|$").search(text, found.end())
    return Band(*_stripped(text, start, end.start() if end else len(text)))


def _opens(text: str, mark: re.Match[str], found: re.Match[str]) -> bool:
    """A colon right before the range belongs to the name of the class."""
    return mark[0][0] != ":" or bool(re.search(r"[^\W_]", text[mark.end() : found.start()]))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " .,;:-+*•":
        start += 1
    while end > start and text[end - 1] in " .,;:/":
        end -= 1
    return start, end


def without_bands(text: str, bands: Sequence[Band]) -> str:
    """The text with classes by points as blanks between marks, at the same offsets."""
    for band in bands:
        text = text[: band.start] + ";" + " " * (band.end - band.start - 1) + text[band.end :]
    return text
