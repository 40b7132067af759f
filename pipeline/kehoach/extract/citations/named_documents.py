"""Documents cited without a number and symbol: laws by name, resolutions of a congress, "Quy chế ..." by its capital,
and bare numbers ("Chỉ thị 35")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.extract.citations.citation_parts import Part, date_after, issuer_after, subject_after
from kehoach.extract.citations.dated_papers import dated_papers
from kehoach.extract.citations.issuing_body import body_at
from kehoach.extract.citations.law_names import Named, laws
from kehoach.orthography.letters import LOWER
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_CONGRESS = Sieve(
    r"(?P<type>Nghị quyết)\s+(?:của\s+)?(?=(?:Đại hội|đại hội)\b)|(?<=, )(?=Đại hội\b)|(?<=và )(?=Đại hội\b)"
)
_CONGRESS_NAME = Sieve(
    r"Đại hội\s+(?:(?=[IVXLC]+\b)(?-i:[IVXLC]+)\b(?:\s+(?:của\s+)?(?:Đảng|Công đoàn|Đoàn|Hội)[^;:.,()|\"]{0,30})?|"
    r"(?:(?!Nghị quyết|Đại hội)[^;:.()\"|\n]){3,140}?"
    r"(?:lần thứ\s+(?P<ordinal>[IVXLC]+|\d+)|(?=\s*,?\s*nhiệm kỳ\s*\d{4})|khóa\s+[IVXLC]+))"
    r"(?:\s+của Đảng)?(?:\s*,?\s*nhiệm kỳ\s*\d{4}\s*-\s*\d{4})?",
    re.IGNORECASE,
)
_PLENUM = Sieve(
    r"Nghị quyết\s+(?:(?:của\s+)?Hội nghị\s+)?(?:lần thứ\s+(?:\w+|\d+)\s+)?(?:Ban Chấp hành\s+)?Trung ương(?:\s+Đảng)?"
    r"(?:\s+(?:lần thứ\s+)?(?:\d{1,2}|[IVX]+))?\s*,?\s*\(?khóa\s+[IVX]+\)?"
)

_MEETING = Sieve(
    r"(?P<type>Nghị quyết|Biên bản|Kết luận)\s+(?:của\s+)?(?:Hội nghị|hội nghị)\s+"
    r"(?:(?!\s+(?:ngày\s+\d|về\b|và\s+(?:các|thực hiện)\b|của\s+[A-ZĐ]))(?:[^;:.,()\"|\n]|,(?=\s+["
    + LOWER
    + r"])(?!\s+(?:thực hiện|phát huy|các|nhằm)\b))){3,140}"
)
"""Resolutions and minutes of a meeting: "Nghị quyết Hội nghị cán bộ, viên chức năm 2021"."""

_BARE = re.compile(
    r"\s+(?:số\s+)?(?P<digits>\d{1,5}(?:(?:,|,? và)\s\d{1,5})*)(?![\d/%-]|\s?%|\s-\s?[A-ZĐ]|\s?[/])"
    r"(?!\s+NĂM\b)(?=\s*[,.;:)]|\s+(?:của|về|và|ngày|khóa|-|\()|\s*$|\s+[A-ZĐ])"
)
_BARE_TYPES = {
    "Chỉ thị", "Kết luận", "Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Kế hoạch", "Công văn", "Đề án",
    "Quy định",
}  # fmt: skip

_DEICTIC = re.compile(
    r"(?:(?:của\s+)?pháp luật|đặt|đề ra|xác định|yêu cầu|này|trên|nêu|nói|đó|kia|số|đã|được|phải|do|và|hay|hoặc|theo|chi tiết|cụ thể|riêng|chung|hàng|hằng|của (?:mình|đơn vị)|"
    r"đạt|nghiêm|sâu rộng|rộng rãi|sát|hiệu quả|thành công|thắng lợi|chặt chẽ|thiết thực|thống nhất|đồng bộ|quyết liệt|"
    r"nhanh|sớm|ngay|trước|sau|một cách|đầy đủ|linh hoạt|chủ động|tích cực|toàn diện|bằng|với|"
    r"vào|mới|hiện hành|phù hợp|thuộc|thực hiện (?:theo|từ|trong)|khác|liên quan|khẩn trương|kịp thời|đúng|từ|đến|tới|cho|bảo đảm|đảm bảo|trên địa bàn|của (?:ngành|nhà trường|cơ quan)(?=\s*[,.;:)]|\s*$)|giáo dục (?:phổ thông|mầm non)(?! (?:năm )?\d{4})|công tác này|là|như|có|gồm|nhằm|để|trong|kèm|tại|đính|trình|gửi|báo|ban hành|năm|tháng|quý|tuần)\b",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|triển khai|theo|hoàn thành|quán triệt|chấp hành|tuân thủ|nội dung|trong|mục tiêu|nhiệm vụ|tinh thần|với|"
    r"và|như|,|tại|căn cứ|nghiêm|tốt|nghiêm túc|hiệu quả|gắn với|của|tiếp tục|thi hành|quy định tại|"
    r"bám sát|thay cho|thay thế|dự toán|kinh phí|sửa đổi|vận dụng|đối chiếu)\s*$",
    re.IGNORECASE,
)
_PRODUCED = Sieve(
    r"(?:ban hành|xây dựng|phê duyệt|lập|trình|tham mưu|khung|dự thảo|soạn thảo|hoàn thiện|đề xuất|thông qua|bổ sung)\s+"
    r"(?:\w+,?\s+){0,2}$|(?<!\w)(?:lập|xây dựng|ban hành|phê duyệt)\s*(?:,|và)\s+(?:triển khai|tổ chức|thực hiện|\s)+$",
    re.IGNORECASE,
)
_LISTED_UNDER = Sieve(r"\b(?:thực hiện|triển khai|tinh thần|căn cứ)\b", re.IGNORECASE)
_YEAR = Sieve(r"(?:19[5-9]|20[0-9])\d")
_UNREADABLE = Sieve(r"[/\\|=<>~^_]")
_OF_ANYBODY = {"Kế hoạch", "Chương trình", "Đề án"}
"""What every office has some of."""
_ANY_OF_THEM = re.compile(
    rf"(?:của\s+[{LOWER}]|về\s|(?:tổ chức\s+)?(?:thực hiện|triển khai)\b|phù hợp\s|"
    r"các\s+(?:cơ quan|đơn vị|địa phương|phòng|ban|ngành|cấp|tổ chức|khoa|trường|chi|xã)\b)"
)
_SUBJECT = 3
_SHORT_FORM = re.compile(r"\([A-ZĐ&-]{2,14}\)")
"""In brackets behind the name of a body."""
ISSUED_WITH = r"ban hành\s+(?:(?P<day>ngày\s+(?:[\d/.-]+|\d+\s+tháng\s+\d+\s+năm\s+\d+))\s+)?(?:kèm\s+)?theo"
"""Between rules and the decision that issued them, with the day where it stands there."""
_ISSUED = re.compile(rf"\s*(?:được\s+)?{ISSUED_WITH}\b")
_OPENS = Sieve(r"\s*,?\s*(?:cụ thể|như sau|với (?:các|những) nội dung|với nội dung|gồm các nội dung)")
_NAME_END = Sieve(
    r"[;:.|\n]|\)(?<!\d\d\d\d\))|\((?!(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\))|(?<=\d\))|,(?!\s+(?:sử dụng|chống|Thể thao|nhiệm kỳ|thi đua|khen thưởng))|\s+(?:nhằm|để|góp phần|theo|được|gắn với|bằng|như sau|đã|ban hành kèm|kèm theo|cụ thể|với (?:các|những)|đến các|tới các|cho các|"
    r"và\s+(?:các|những|thực hiện|triển khai|Kế hoạch|Nghị quyết|Chỉ thị|Đề án|Chương trình|Quy chế|Quy định|Công ước|Thỏa thuận|Hiệp định|Hướng dẫn|Điều lệ|nguồn|kinh phí)|ở (?:lớp|các|cấp))"
    r"\b|$",
    re.IGNORECASE,
)


def named_documents(text: str, types: Vocabulary) -> Iterator[Named]:
    """Every document cited by name in folded text, in order of kind."""
    by_kind = [*laws(text), *_of_meetings(text)]
    dated = [
        one
        for one in dated_papers(text, types)
        if not _PRODUCED.search(text, 0, one.start) and not _among(by_kind, one)
    ]
    yield from by_kind
    yield from dated
    yield from (one for one in _by_capital(text, types) if not _among(dated, one))


def _among(others: Iterable[Named], one: Named) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _of_meetings(text: str) -> Iterator[Named]:
    """Resolutions and minutes of plenums, congresses and meetings."""
    for plenum in _PLENUM.finditer(text):
        yield Named(plenum.start(), plenum.end(), "Nghị quyết", plenum[0], "citation.plenum")
    yield from _congress_resolutions(text)
    for meeting in _MEETING.finditer(text):
        if not _PLENUM.match(text, meeting.start()) and "Trung ương" not in meeting[0]:
            end = meeting.end() - len(meeting[0]) + len(meeting[0].rstrip(" ,"))
            dated = date_after(text, end)
            yield Named(
                meeting.start(), dated[1] if dated else end, meeting["type"], text[meeting.start() : end], "citation.meeting",
                issued_on=dated[0].iso if dated else None,
            )  # fmt: skip


def bare_numbers(text: str, types: Vocabulary) -> Iterator[Named]:
    """Type and number without a symbol ("Chỉ thị 35, Kết luận 05"); the type begins with a capital."""
    for entry, pattern in types.patterns(text):
        if entry["name"] not in _BARE_TYPES:
            continue
        for match in pattern.finditer(text):
            if not match[0][:1].isupper() or not (bare := _BARE.match(text, match.end())):
                continue
            dated = date_after(text, bare.end())
            end = dated[1] if dated else bare.end()
            issuer = issuer_after(text, end)
            for digits in re.findall(r"\d+", bare["digits"]):
                if _YEAR.fullmatch(digits) and not re.match(r"\s+số\b", bare[0]):
                    continue
                yield Named(
                    match.start(), issuer.end if issuer else end, str(entry["name"]), _text(subject_after(text, end)),
                    "citation.bare_number", digits, dated[0].iso if dated else None, _text(issuer),
                )  # fmt: skip


def _congress_resolutions(text: str) -> Iterator[Named]:
    """Resolutions of congresses by ordinal or term. "Nghị quyết Đại hội A lần thứ n, Đại hội B lần thứ m" are two."""
    last = -1
    for match in _CONGRESS.finditer(text):
        follows = last >= 0 and text[last : match.start()].strip() in {",", "và", ", và", ""}
        if match["type"] is None and not follows:
            continue
        name = _CONGRESS_NAME.match(text, match.end())
        if name is None:
            last = -1
            continue
        last = name.end()
        start = match.start() if match["type"] else name.start()
        title = f"Nghị quyết {text[name.start() : name.end()]}".strip(" ,")
        dated = date_after(text, name.end())
        issued_on = dated[0].iso if dated else None
        for issuer in _levels(text[name.start() : name.end()]):
            yield Named(start, name.end(), "Nghị quyết", title, "citation.congress", issued_on=issued_on, issuer=issuer)


def _levels(name: str) -> list[str]:
    """ "Đại hội Đảng bộ huyện, tỉnh nhiệm kỳ ..." stands for two congresses."""
    plain = re.split(r"\s*,?\s*nhiệm kỳ", name)[0].strip(" ,")
    both = re.search(
        r"\b(tỉnh|huyện|xã|thành phố|thị xã|quận)\s*(?:,|và)\s*(tỉnh|huyện|xã|thành phố|thị xã|quận)\b", plain
    )
    if not both:
        return [plain]
    return [plain[: both.start()] + level + plain[both.end() :] for level in both.groups()]


def _by_capital(text: str, types: Vocabulary) -> Iterator[Named]:
    """A type with a capital inside a sentence is a name: "thực hiện Quy chế ...", "Đề án của Chính phủ về ..."."""
    longest: dict[int, tuple[re.Match[str], str]] = {}
    for entry, pattern in types.patterns(text):
        for match in pattern.finditer(text) if entry.get("named") else ():
            other = longest.get(match.start())
            if match[0][:1].isupper() and not match[0].isupper() and (not other or match.end() > other[0].end()):
                longest[match.start()] = match, str(entry["name"])
    for match, name in longest.values():
        if _is_cited(text, match):
            yield from (n for n in _named(text, match, name) if not _is_type(n.title or "", types))


def _is_cited(text: str, match: re.Match[str]) -> bool:
    before, after = (
        text[max(0, match.start() - 60) : match.start()].removesuffix('"'),
        text[match.end() : match.end() + 30],
    )
    if not re.match(r" (?:[^\W\d_]|\d+ năm|\")", after) or _DEICTIC.match(after.strip()):
        return False
    if re.match(r"(?:Đại hội|đại hội|liên tịch)\b", after.strip()):
        return False
    if re.match(r" của [^,.;]{3,80}\b(?:về|v/v)\b", text[match.end() : match.end() + 100]):
        return not _PRODUCED.search(before)
    if before.rstrip().endswith(";"):  # one more of a list that is carried out
        before = re.split(r"\.\s", text[max(0, match.start() - 320) : match.start()])[-1]
        return bool(_LISTED_UNDER.search(before)) and not _PRODUCED.search(before)
    return bool(_CARRIED_OUT.search(before)) and not _PRODUCED.search(before)


def _is_type(title: str, types: Vocabulary) -> bool:
    """A title that is nothing but a type ("Chương trình phối hợp")."""
    return any(pattern.fullmatch(title) for entry in types for pattern in entry.patterns)


def _named(text: str, match: re.Match[str], name: str) -> Iterator[Named]:
    issuer = issuer_after(text, match.end())
    quoted = re.compile(r"\s+(?:về\s+)?\"[^\"]{4,200}\"").match(text, match.end())
    plain = _SHORT_FORM.sub(lambda short: "·" * len(short[0]), text)
    stop = _NAME_END.search(plain, quoted.end() if quoted else issuer.end if issuer else match.end())
    end = quoted.end() if quoted else stop.start() if stop else len(text)
    if text[match.start() - 1 : match.start()] == '"' and (close := text.find('"', match.end(), end)) > 0:
        end = close
    title = text[match.start() : end].strip(" ,")
    own = name in {"Kế hoạch", "Chương trình"} and _OPENS.match(text, end)
    if own or _ISSUED.match(text, end) or re.search(r"\b(?:này|trên)$", title):
        return  # an annex of the document that is named next, or this plan itself
    if len(title.split()) < len(match[0].split()) + 2 or _UNREADABLE.search(title):
        return
    if issuer is None:
        if name in _OF_ANYBODY and quoted is None and not _tells_its_subject(title[len(match[0]) :].strip()):
            return
        yield Named(match.start(), end, name, title, "citation.named", issuer=_owner(title))
        return
    subject = subject_after(text, issuer.end)
    second = re.match(r"\s+và\s+", text[issuer.end :])
    other = issuer_after(text, issuer.end + second.end() - 1) if second else None
    if other is not None:
        subject = subject_after(text, other.end)
    if subject is None:
        return
    subject = _without_purpose(subject)
    title = (
        subject.text if name in _BARE_TYPES - {"Đề án", "Kế hoạch"} else text[match.start() : subject.end].strip(" ,")
    )
    for body in (issuer, other):
        if body is not None:
            yield Named(match.start(), subject.end, name, title, "citation.issued_by", issuer=body.text)


def _tells_its_subject(words: str) -> bool:
    """Whether the words behind "Kế hoạch", "Chương trình" or "Đề án" name one of them: three syllables at least, or a number
    of years; what belongs to somebody, is about something or is carried out may be any."""
    if _ANY_OF_THEM.match(words):
        return False
    return len(words.split()) >= _SUBJECT or any(map(str.isdigit, words))


def _without_purpose(subject: Part) -> Part:
    end = re.search(r"\s+(?:nhằm|để|góp phần)\s|$", subject.text)
    stop = end.start() if end else len(subject.text)
    return Part(subject.start, subject.start + stop, subject.text[:stop])


def _owner(title: str) -> str | None:
    """The body whose rules they are: "Quy chế làm việc của (cơ quan) Sở Y tế"; "Sở" alone is the plan's own issuer."""
    owner = re.search(r"\bcủa\s+(?:cơ quan\s+|lãnh đạo\s+)?(?=[A-ZĐ])", title)
    body = body_at(title, owner.end()) if owner else None
    return title[body[0] : body[1]] if body else None


def _text(part: Part | None) -> str | None:
    return part.text if part else None
