"""What parts the names of a list of units, and what goes on with the name before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.extract.units.name_ends import goes_on_with_field
from kehoach.extract.units.posts import is_name
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_COUNT = re.compile(
    r"(?:\d{1,3}|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)(?=\s+(?:trường|xã|phường|đơn|phòng|trạm|trung|thôn|cơ)\s))\s+"
)
SPLIT = re.compile(
    r"\s*(?:,|;|\n|\+)\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng|với|&|hoặc|hay)\s+|\s*/\s*(?=[^\W\d])|\s+-\s+(?=(?:các|những)\s)"
)
OR = re.compile(r"\s*/\s*|\s+(?:hoặc|hay)\s+")
"""Between names of which one or the other is meant, where a whole name follows: "Trường A/Học viện B"."""
OWNED = re.compile(r"\scủa\s+(?:[^\s,;]+\s+){0,2}[^\s,;]+$")
"""The end of an owner, of which one or the other is meant: "Từng tổ của trạm bơm/nhà máy nước"."""
TOGETHER = Sieve(
    r"\s+cùng(?:\s+với)?\s+(?!(?:với\s+)?(?:cấp|kỳ|ngành|hạng|loại|khối|cụm|lúc|thời|dịp|nhau|tham|phối|thực|chung)(?!\w))"
)
"""Before one with whom a body acts, whatever its kind: "Chủ tịch công đoàn cùng đại diện người lao động"."""
MORE = re.compile(
    r"(?:các|những)\s+(?!(?:khu|vùng|loại|dự\s+án|đề\s+án|chương\s+trình|công\s+trình|hoạt\s+động|dịch\s+vụ|vấn\s+đề|lĩnh\s+vực|di\s+tích|bệnh|tệ\s+nạn|chất|sản\s+phẩm)(?!\w))(?=[^\W\d])"
)
"""Words that begin a further member of a list, whatever its kind."""
WORK_OF = re.compile(r"(?:kế\s+toán|văn\s+thư|thi\s+hành\s+án)(?!\s+(?:trưởng|dân\s+sự|viên)|\w)")
NUMBER = re.compile(r"\s+(?:số\s+)?\d{1,3}\s*$")
NUMBERED = re.compile(rf"số\s+\d{{1,2}}(?=\s*(?:,|;|và|$|\s[{LOWER}(]))")
"""Units told apart by numbers: "Các Đội số 1, số 2"."""
_BY_NUMBER = re.compile(r"\d{1,3}(?=\s*(?:,|;|$|(?:và|&)\s))")
_NUMBERED_KIND = re.compile(
    r"(?:phòng|đội|tổ|ban|khối|cụm|khu|(?:tiểu|trung)\s+đoàn|đồn|(?:đại|trung|hải)\s+đội|phân\s+xưởng|xí\s+nghiệp|trạm|trại|kho|ca|nhà\s+máy|chi\s+nhánh|công\s+trường|hạt)(?:\s+[^\s,;:.()\d]+){0,8}\s+\d{1,3}\s*$"
)


_WITH_RANK = re.compile(
    r"(?<!các )(?<!những )(?<!cấp )(?:tỉnh|huyện|thành\s+phố|thị\s+xã|quận|xã|phường|thị\s+trấn|trung\s+ương|cơ\s+sở|địa\s+phương|khu\s+vực\s+(?:\d{1,2}|[ivx]{1,5}))$"
)


def whole_before(text: str, at: int, mark: re.Match[str], kind: str) -> bool:
    """Whether the name of a body that begins at ``at`` ends before a comma with its rank, so that a capital behind begins
    another, known or not: "Thuế tỉnh, Kiểm toán nhà nước khu vực II"."""
    if kind in ("post", "people") or "," not in mark[0] or not text[mark.end() : mark.end() + 1].isupper():
        return False
    return _WITH_RANK.search(mark.string, at, mark.start()) is not None


def numbered(text: str, at: int, head: str, mark: re.Match[str], end: int) -> str | None:
    """The word that units told apart by numbers share: "Đội" of "Các Đội số 1, số 2", "Phòng" of "Phòng 2, 3 và 10"; None
    where behind the mark stands no number of another. ``at`` and ``head``: where the name before the mark begins, and the
    words it shares itself."""
    low = mark.string
    if (number := NUMBER.search(low, at, mark.start())) is None and not head:
        return None
    alone = head or _NUMBERED_KIND.search(low, at, mark.start())
    if not (NUMBERED.match(low, mark.end()) or (alone and _BY_NUMBER.match(low, mark.end(), end))):
        return None
    said = " số" if number and "số" in number[0] and not NUMBERED.match(low, mark.end()) else ""
    return head or (re.sub(r"(?i)^các\s+", "", f"{text[at : number.start()].strip()}{said}") if number else None)


_RANKS = r"(?:tỉnh|huyện|xã|thành\s+phố|phường|trường|trung\s+ương|cơ\s+sở|quân\s+(?:khu|đoàn)|(?:sư|lữ|trung|tiểu)\s+đoàn|đại\s+đội)"
_AT_LEVEL = re.compile(rf"\S\s+cấp\s+{_RANKS}$")
_LEVEL = re.compile(rf"cấp\s+{_RANKS}(?!\w)")


def one_name(low: str, at: int, mark: re.Match[str]) -> bool:
    """Whether a name goes on behind the mark with a further level ("Ban Chỉ huy quân sự cấp huyện, cấp xã"), or is only how
    people are called."""
    if low[at : mark.start()].strip() in ("các ông", "ông"):
        return True
    return _LEVEL.match(low, mark.end()) is not None and _AT_LEVEL.search(low, at, mark.start()) is not None


SHARED = ("sở", "phòng", "ban", "bộ", "cục", "vụ", "khoa", "ngành")
"""Words that stand once for several departments: "Sở Y tế, Nội vụ"."""
AND_FIELD = re.compile(rf"\s+và\s+(?=[{UPPER}])")
"""Behind a word that is one field of the name before it: "Phòng Tổ chức, Thanh tra và Thi đua"."""
IS_FIELD = re.compile(r"(?:(?:thanh|kiểm)\s+tra|kiểm\s+toán|kế\s+toán|văn\s+thư|tổ\s+chức|quản\s+lý|công\s+đoàn)(?!\w)")
"""Names of units that are fields of work, too."""
MANY_OF = re.compile(rf"\s*các\s+(?=(?:{'|'.join(SHARED)}|đội|tổ|trạm|bộ\s+(?:môn|phận)|phân\s+xưởng)\s)")
"""Before the first of departments that stand for one each: "các phòng Nội vụ, Tư pháp"."""
SCHOOL_LEVEL = re.compile(
    r"(?:mầm\s+non|mẫu\s+giáo|tiểu\s+học|trung\s+học\s+cơ\s+sở|trung\s+học\s+phổ\s+thông|thcs|thpt|mn|th)(?!\w)"
)
PERSON = Sieve(
    rf"(?:[Cc]ác\s+)?(?:(?:B[sS]|Y[sS]|D[sS]|Đ[dD]|Th[sS]|KTV)\.?|[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng\.?|[Bb]à\.?|[Tt]hầy(?:\s+giáo)?|[Cc]ô(?:\s+giáo)?)"
    rf"(?:\s+(?!(?:Phó|Trưởng|Quyền|Ủy)\s)[{UPPER}][^\W\d_]*(?:['’-][^\W\d_]+)?(?=[\s,(:]|$)){{1,5}}"
)
"""A person by name, with whose post the name goes on: "đồng chí Trần Văn Sáu, Phó Giám đốc"."""
_NOBODY_ELSE = Sieve(
    r"(?!(?:[Cc]ác|[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|BS|Bs)\.?\s)(?!\S+(?:\s(?!và\s)\S+){0,2}\scác\s)\S"
)
_FURTHER_POST = Sieve(
    r"(?!GV|[Gg]iáo\s+viên|[Hh]ọc\s+sinh|[Cc]án\s+bộ|[Nn]hân\s+viên|[Cc]ông\s+chức|[Vv]iên\s+chức|[Đđ]oàn\s+viên)\S"
)
"""A post that one person may hold, besides another."""


_COMRADE = re.compile(r"(?:đ/c\.?|đồng\s+chí|ông|bà)\s")
"""One who is told by a post."""
_IN_COMMITTEE = re.compile(
    r"(?:(?:phó\s+)?trưởng\s+(?:ban|đoàn)|phó\s+(?:ban|đoàn)|(?:phó\s+)?chủ\s+tịch\s+hội\s+đồng)(?:\s+(?:thường\s+trực|chỉ\s+đạo|tổ\s+chức))*\s*(?=$|[:,;(-])"
)
"""What such a one is in a committee: "Đ/c Phó Chủ tịch UBND huyện, Trưởng ban"."""


def of_person(text: str, at: int, mark: re.Match[str]) -> bool:
    """Whether a post behind the mark is held by the person whose name begins at ``at``: "Đ/c Lê An, Phó Chủ tịch, Trưởng
    ban"."""
    person = PERSON.match(text, at, mark.start())
    if person is None and _COMRADE.match(mark.string, at):
        return "," in mark[0] and "và" not in mark[0] and _IN_COMMITTEE.match(mark.string, mark.end()) is not None
    if person is None or "và" in mark[0] or ";" in mark[0] or not _NOBODY_ELSE.match(text, mark.end()):
        return False
    behind = text[person.end() : mark.end()].strip(" ,")
    if not behind:
        return True
    return text[person.end() :].lstrip()[0] in ",-–" and _FURTHER_POST.match(text, mark.end()) is not None


_HOLDER = re.compile(
    rf"(?:(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô)\.?\s+)?(?P<name>[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*){{1,4}})\s*(?:\([^()]*\)\s*)?[-–:]\s+(?=\S)"
)
"""Who holds the post that stands before a colon, before what he does: "Hiệu trưởng: Ông Lý A Páo - Chỉ đạo chung"."""


_SEAT = Sieve(
    rf"\s*(?:xã|phường|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|đặc\s+khu)\s+(?:[{UPPER}]|\d)", re.IGNORECASE
)
ENDS_IN_SEAT = re.compile(r"(?:^|\s+)(?:xã|phường|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố|tỉnh|đặc\s+khu)$")
_OF_SEATS = Sieve(r"(?:ubnd|ủy\s+ban\s+nhân\s+dân|công\s+an|trạm\s+y\s+tế|đảng\s+ủy)\s*$", re.IGNORECASE)


HEADS_OF = re.compile(
    r"(?<!\w)(?:giám\s+đốc|trưởng|thủ\s+trưởng|lãnh\s+đạo)\s+(?:các\s+)(?:sở|cục|vụ|phòng|ban|chi\s+cục)$"
)
"""Those who head several bodies, before the colon that tells which."""
FIELDS_BEHIND = re.compile(rf"\s+[{UPPER}][^\s,;:.]*(?:\s+[^\s,;:.]+){{0,6}}?\s*[,;]\s+[{UPPER}]")
"""Two or more fields: "Giám đốc các Sở: Tài chính, Tư pháp"."""

_OF_PLACES = re.compile(
    r"(?<!\w)(?:ubnd|ủy\s+ban\s+nhân\s+dân|công\s+an|trạm\s+y\s+tế|đảng\s+ủy)\s+các\s+(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)$"
)
_PLACES_BEHIND = re.compile(
    rf"(?:\s+[{UPPER}][^\s,;:.()]*){{1,4}}(?:(?:\s*,|\s+và)(?:\s+[{UPPER}][^\s,;:.()]*){{1,4}})+(?=\s|[,;.)]|$)"
)
"""Two or more places: "UBND các xã: Hòa An, Hòa Bình"."""


def shared_seat(text: str, current: tuple[int, int], mark: re.Match[str], head: str) -> str | None:
    """The words that bodies of places named one by one share: "UBND" of "UBND xã Bình Minh, xã Hòa An"; None where the
    places are not named, or belong to the name before. ``current``: where that begins, and where its first words end."""
    at, first_end = current
    seat = _SEAT.match(text, mark.end())
    if seat is None or not (text[seat.end() - 1].isupper() or text[seat.end() - 1].isdigit()):
        return None
    if head:
        return ENDS_IN_SEAT.sub("", head)
    own = _SEAT.match(text, first_end)
    named = own is not None and not text[own.end() - 1].islower() and _OF_SEATS.search(text, at, first_end)
    return text[at:first_end].strip() if named else None


_EACH = re.compile(r"\s*(?<!\w)các\s+(?P<kind>[^\W\d_]+)")
_FIRST = re.compile(r"(?:các\s+)?(?P<kind>[^\W\d_]+)")
_SEATS = {"xã", "phường", "huyện", "quận", "thị", "đặc"}
"""Kinds of places whose bodies are of one kind, too."""


def of_each(text: str, current: tuple[int, int], mark: re.Match[str], head: str) -> str | None:
    """The body that each of several houses of one kind has: "Công đoàn" of "Công đoàn các trường đại học, các trường cao
    đẳng", "UBND" of "UBND các xã, các phường"; None where another kind stands behind the mark. ``current``: where the name
    before the mark begins, and where its first words end."""
    low, (at, first_end) = mark.string, current
    each = _EACH.match(low, at if head else first_end, mark.start())
    behind = _FIRST.match(low, mark.end())
    if each is None or behind is None:
        return None
    if behind["kind"] != each["kind"] and not {behind["kind"], each["kind"]} <= _SEATS:
        return None
    shared = head or text[at:first_end].strip()
    return shared if behind.start("kind") > behind.start() else f"{shared} các"


def runs_on(text: str, low: str, stop: re.Match[str], at: int, verb: Callable[[str, int], str]) -> bool:
    """Whether the list runs on: "Văn phòng - Thanh tra", "các sở: Tài chính, Nội vụ"."""
    after = text[stop.end() :].lstrip(" ")[:1]
    if stop[0].strip() in ("-", "–"):
        return text[stop.end() :][:1].isupper() or goes_on_with_field(text, low, stop.end(), verb)
    if stop[0][:1].isalpha() and text[stop.start()].isupper():
        return True
    if stop[0] == ":" and _OF_PLACES.search(low, 0, stop.start()):
        return _PLACES_BEHIND.match(text, stop.end()) is not None
    if stop[0] == ":" and HEADS_OF.search(low, 0, stop.start()):
        return FIELDS_BEHIND.match(text, stop.end()) is not None
    if stop[0] != ":" or stop.start() != at or not low[:at].endswith(SHARED):
        return False
    if low[:at].endswith("văn phòng"):
        return False
    acts = verb(low, len(low) - len(low[stop.end() :].lstrip()))
    return after.isupper() and (not acts or "các" in low[:at].split())


_OF_MINISTRIES = re.compile(r"(?:các\s+)?bộ[\s:](?!chỉ\s+huy|tư\s+lệnh|đội|phận|tham\s+mưu|môn)")


def of_its_field(
    text: str, left: tuple[int, int], mark: re.Match[str], kind: str, head: Callable[[str, int], object | None]
) -> bool:
    """Whether what reads like people or clerks says what the body is for ("Phòng Kê khai và Kế toán thuế"). ``left``: where
    that body's name begins, and where its first word ends; ``kind`` is that of what stands behind the mark, and ``head``
    how a name begins at a place."""
    low, capital, people = mark.string, text[mark.end()].isupper(), kind == "people"
    if "và" in mark[0] and capital:
        return people or WORK_OF.match(low, mark.end()) is not None
    last = low[left[1] : mark.start()].rsplit(",", 1)[-1]
    starts = (mark.start() - len(last) + word.start() for word in re.finditer(r"(?<=\s)\S", last))
    return people and not capital and bool(last.strip()) and any(head(low, start) is not None for start in starts)


def holder_end(text: str, at: int, end: int) -> int:
    """Past the name of who holds a post."""
    holder = _HOLDER.match(text, at, end)
    return holder.end() if holder is not None and is_name(holder["name"]) else at


def past_count(low: str, at: int) -> int:
    """Past how many there are of the units named behind: "18 trạm y tế"."""
    count = _COUNT.match(low, at)
    return count.end() if count is not None else at


_MINISTRY = Sieve(r"công\s+an(?!\s+(?:tỉnh|thành|huyện|các|xã|phường|cấp|nhân\s+dân))")


def of_ministries(low: str, at: int, mark: int, head: str) -> bool:
    """Whether behind a comma of a list of ministries stands another whose name would be a body too: "các Bộ Quốc phòng,
    Công an". ``head`` are the words that the name at ``at`` shares."""
    listed = head == "Bộ" or _OF_MINISTRIES.match(low, at) is not None
    return listed and _MINISTRY.match(low, mark) is not None


def two_people(text: str, at: int, mark: re.Match[str], end: int) -> bool:
    """Whether names of people stand at both sides of a comma or "và"."""
    following = SPLIT.search(text, mark.end(), end)
    return is_name(text[at : mark.start()]) and is_name(text[mark.end() : following.start() if following else end])


_OF_TWO_WORDS = re.compile(r"(?:(?P<shared>(?:chi|tổng)\s+(?:bộ|cục))|(?:cán|câu\s+lạc|nội|đảng)\s+bộ)$")
"""Kinds of which the last word is another kind; what is shared is the whole, or none."""


def shared_word(
    text: str, current: tuple[int, int], first: str, mark: re.Match[str], head: str, *, of_field: bool
) -> str | None:
    """The word that departments named by their fields share: "Sở" of "Sở Nội vụ, Tài chính"; None where the name goes on.

    Args:
        current: where the name before the mark begins, and where its ``first`` words end.
        head: the words that this name shares itself.
        of_field: whether a known field of departments stands behind the mark.
    """
    low, (at, first_end) = mark.string, current
    word = first.rsplit(" ", 1)[-1]
    single = not head and first_end > at and word == low[at:first_end].strip()
    if single and (word not in SHARED[:4] or not of_field):
        return None
    several = mark[0].strip().startswith((",", ";")) or bool(head)
    if word not in SHARED or not several or not text[mark.end()].isupper():
        return None
    if (whole := _OF_TWO_WORDS.search(first)) is not None:
        return whole["shared"] and whole["shared"].capitalize()
    return word.capitalize() if text[first_end : mark.start()].lstrip(": ")[:1].isupper() else None
