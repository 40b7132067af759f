"""Units as they stand in a text: the places of their names, alone and in lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.extract.units.listed_names import PERSON
from kehoach.orthography.letters import LOWER

Begun = tuple[int, bool, str]
"""End of the word that begins a name, whether it can stand alone, and the kind of the unit."""


@dataclass(frozen=True, slots=True)
class Name:
    """One unit of a list: offsets of its words; ``head`` are the words that it shares with the name before it
    ("Các trường" of "tiểu học" in "Các trường mầm non, tiểu học")."""

    start: int
    end: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """A list of units as it stands; ``end`` is where the verb, colon or end after it begins. ``verb`` is the kind of
    that verb, "" where a colon or the end of the text follows."""

    units: tuple[Name, ...]
    start: int
    end: int
    verb: str


_BY_FUNCTION = r"(?:theo|trong\s+phạm\s+vi|căn\s+cứ(?:\s+vào)?)\s+chức\s+năng"
FOOTING = (
    rf"{_BY_FUNCTION}"
    r"(?:\s*(?:,|(?<!\w)và(?!\w))?\s*(?:nhiệm\s+vụ|quyền\s+hạn|trách\s+nhiệm|phạm\s+vi\s+quản\s+lý|lĩnh\s+vực(?:\s+(?:quản\s+lý|phụ\s+trách))?))*+(?:\s+(?:được\s+(?:giao|phân\s+công)|của\s+(?:(?:mỗi|từng)\s+)?(?:mình|ngành|đơn\s+vị|cơ\s+quan|cấp|địa\s+phương)(?:\s+mình)?)|\s+(?:theo|tại|trong)\s+kế\s+hoạch(?:\s+này(?!\s+và\s)|(?=\s*,)))*+"
)
"""On what footing one acts: "theo chức năng, nhiệm vụ được giao"."""
_OF_SOME = (
    rf"\s+{FOOTING}(?:\s+(?:phụ\s+trách|quản\s+lý))*"
    r"(?=\s*(?:,|;|và)\s*(?:các|những|sở|ủy\s+ban|ubnd|phòng|ban|công\s+an|trung\s+tâm|hội|đoàn)\s)"
)
"""The footing of some of a list, before the rest of it: "các sở theo chức năng, nhiệm vụ và các xã"."""
MADE_UP_OF = (
    r"(?:\s*,)?\s+(?:bao\s+)?gồm\s+(?!\d)(?:(?!sau(?!\w)|dưới\s+đây|có\s+tên|như\s+sau)[^;:.\n()]){4,160}"
    r"(?<!đồng chí)(?<!thành viên)(?<!ông)(?<!bà)(?<!người)(?:\s*\([^()]*\))?(?=\s*:\s+\S)"
)
"""Of whom a body is made up, before the colon and what it does: "Tổ biên tập gồm giáo viên của ba khối: duyệt bài"."""
ASIDE = re.compile(
    rf"{MADE_UP_OF}|\s*\([^()]*\)|{_OF_SOME}|"
    r"\s[-–]\s(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+(?:thường\s+trực|đầu\s+mối)(?:\s[^,;:.\-–]{0,60})?\s[-–]\s|\s+ngoài\s+(?:nhiệm\s+vụ|việc|công\s+việc)\s[^,;.:]{2,60},|\s+do\s+[^\s,;.:()][^,;.:()]{2,60}?\s+làm\s+(?:tổ\s+|nhóm\s+|đội\s+|khối\s+|cụm\s+)?(?:trưởng|chủ\s+tịch|chủ\s+nhiệm)(?:\s+(?:ban|đoàn|tiểu\s+ban|nhóm|tổ))?(?!\w),?"
)
"""What stands in brackets, and by whom a body is headed: "Ban Tổ chức do đồng chí Phó Giám đốc làm Trưởng ban ..."."""


WORD = re.compile(r"(?<!\w)(?=\S)")
"""Where a word begins."""


def begins_word(low: str, at: int) -> bool:
    """Whether no letter or digit stands right before this place."""
    before = low[at - 1 : at] if at else ""
    return not (before.isalnum() or before == "_")


_QUOTED = re.compile(r'"[^"]{2,90}"')
_LETTER = re.compile(r'[^\s"]')


@lru_cache(maxsize=256)
def masked(low: str) -> str:
    """The text with asides blanked out and the letters of quoted words made alike, so that no verb is found there."""
    low = ASIDE.sub(lambda m: " " * len(m[0]), low)
    return _QUOTED.sub(lambda m: _LETTER.sub("x", m[0]), low) if '"' in low else low


_HEADED_BY = re.compile(
    rf"\s+(?:{_BY_FUNCTION}|"
    r"do\s+[^,;:]{2,70}?\s+làm\s+\S|ngoài\s+(?:nhiệm\s+vụ|việc|công\s+việc)\s|[-–]\s(?:[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Bb]ộ\s+phận)\s+(?:thường\s+trực|đầu\s+mối)\s).*$"
)


def _without_head(text: str, name: Name) -> Name:
    """The name without the words that say by whom the body is headed."""
    headed = _HEADED_BY.search(text, name.start, name.end)
    return Name(name.start, headed.start(), name.head) if headed is not None else name


_APPOINTED = re.compile(r"\s+được\s+(?:giao|phân\s+công|chỉ\s+định)\s.*$", re.DOTALL)


def _known_without(text: str, name: Name, *, alone: bool) -> Name:
    """The name without what the body was appointed to, where it is known by its own words, or stands behind others that
    share them: "các sở và UBND các xã được giao chủ trì ..."."""
    told = _APPOINTED.search(text, name.start, name.end)
    if told is None or (alone and text[name.start + 1 : told.start()] == text[name.start + 1 : told.start()].lower()):
        return name
    return Name(name.start, told.start(), name.head)


_HERE = re.compile(
    r"\s+(?:theo|trong|tại|của|nêu\s+(?:tại|trong))\s+(?:bản\s+)?(?:kế\s+hoạch|chương\s+trình|đề\s+án)\s+này\s*$",
    re.IGNORECASE,
)
"""That a body is meant as this plan has it, which its name goes without."""


def _trimmed(text: str, name: Name) -> Name:
    here = _HERE.search(text, name.start, name.end)
    start, end = name.start, here.start() if here is not None else name.end
    while start < end and text[start] in " .,;:-+*•\n":
        start += 1
    while end > start and text[end - 1] in " .,;:-+\n":
        end -= 1
    return Name(start, end, name.head)


_BEHIND = re.compile(rf"\s*\([^()]*[{LOWER}]{{2}}[^()]*\)")


def _with_post(text: str, name: Name) -> Name:
    """The name of a person with what stands in brackets behind it: "Đ/c Lò Văn Pín (Trưởng ban)"."""
    aside = _BEHIND.match(text, name.end) if PERSON.fullmatch(text, name.start, name.end) else None
    return Name(name.start, aside.end(), name.head) if aside is not None else name


def bodies(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a list without the marks around them, and without who heads a body or what it was appointed to."""
    whole = [_with_post(text, _trimmed(text, name)) for name in names if text[name.start : name.end].strip(" .,;:-+")]
    return tuple(_known_without(text, _without_head(text, name), alone=len(names) == 1) for name in whole)
