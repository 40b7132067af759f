"""Names of units that a plan shortens by words of its own: "Đội tuần đê số 3 (gọi tắt là Đội số 3)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kehoach.model.fact import Definition
from kehoach.orthography.fold import bare, fold


def is_initials(definition: Definition) -> bool:
    """A definition by an abbreviation; one that lumps many together ("sau đây gọi tắt là đơn vị") is none."""
    capitals = sum(c.isupper() for c in definition.short)
    return len(definition.short) < len(definition.full) and capitals >= max(2, len(definition.short) // 2)


def in_other_words(definitions: Iterable[Definition]) -> Mapping[str, str]:
    """The full names by the short ones, in lower case, of those that keep words of the full name and its capital."""
    return {
        fold(d.short).lower(): d.full
        for d in definitions
        if not is_initials(d) and d.short[:1].isupper() and "," not in d.short and _keeps_words(d)
    }


def _keeps_words(definition: Definition) -> bool:
    said, kept = (re.findall(r"\w+", fold(name)) for name in (definition.full, definition.short))
    rest = iter(said)
    return len(kept) < len(said) and said[0] == kept[0] and all(word in rest for word in kept)


_KIND = r"(?P<kind>(?:Đội|Tổ|Nhóm|Đoàn|Phòng|Ban|Trạm|Hạt|Cụm|Khối|Tiểu ban|Phân xưởng|Xưởng|Chi nhánh|Hải đội|Kho))"
_NUMBERED = re.compile(
    rf"(?<!\w){_KIND}(?P<of>(?:\s+(?!số\s)[^\s;:.|()]+){{1,14}}?)\s+(?P<numbers>số\s+\d{{1,2}}(?:\s*(?:,|và)\s*(?:số\s+)?\d{{1,2}}(?![\d/.]))*)(?![\d/])"
)
_AGAIN = re.compile(
    r"(?<!\w)(?:Đội|Tổ|Nhóm|Đoàn|Phòng|Ban|Trạm|Hạt|Cụm|Khối|Chi|Kế hoạch|Công văn|Quyết định|Chỉ thị|Nghị|Thông|Mẫu|mẫu|Biểu|biểu|phụ|Phụ)(?!\w)"
)
"""Words of another body or of a document, within what would be one name."""
_PLACES = ("dân phố", "hưu trí")
"""Kinds of neighbourhoods, numbered for themselves."""


def by_number(text: str) -> Mapping[str, str]:
    """The full names by the kind and number alone, in lower case: "Đội số 2" of the plan's one "Đội Kiểm lâm cơ động số
    2"; none where several bodies have the same."""
    found: dict[str, set[str]] = {}
    for name in _NUMBERED.finditer(fold(text)):
        what = " ".join(name["of"].split())
        if what.endswith(",") or _AGAIN.search(what) or what.startswith(_PLACES):
            continue
        for number in re.findall(r"\d+", name["numbers"]):
            found.setdefault(f"{name['kind']} số {number}".lower(), set()).add(f"{name['kind']} {what} số {number}")
    return {short: full.pop() for short, full in found.items() if len(full) == 1}


LETTERS = re.compile(r"(?<![^\W_])[A-ZĐƯÔ]{2,}(?![^\W_])")
"""Initials within a name."""


def initials(name: str) -> str:
    """The first letters of the words, initials as they stand; small words, dashes and commas left out."""
    words = (word for word in re.findall(r"[^\W_]+", name) if word.lower() not in ("và", "các"))
    return bare("".join(word if LETTERS.fullmatch(word) else word[0] for word in words)).upper()


_RANK = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)$")


def without_rank(name: str) -> tuple[str, str]:
    """The name and the word of rank that ends it: "Trung tâm Y tế", " huyện"."""
    found = _RANK.search(name)
    return (name, "") if found is None else (name[: found.start()], found[0])


_KIND_IN_FULL = re.compile(r"[^\W\d_][^\W\d_A-ZĐƯÔ]+(?: [^\W\d_A-ZĐƯÔ]+)? (?=\S*[A-ZĐƯÔ]{2}[\w-]*[A-ZĐƯÔ])")


def tells_by_letters(printed: str) -> bool:
    """Whether the initials are of so many words that a name of the plan with the same is meant, whatever else they stand
    for: "Trung tâm VH-TT", "TTVH-TT"."""
    letters = "".join(LETTERS.findall(printed))
    return len(letters) > (2 if _KIND_IN_FULL.match(printed) else 3)


_OFFICES = r"(?:các )?(?:cơ quan, (?:tổ chức, )?đơn vị|sở, (?:ban, )?ngành(?:, đoàn thể)?|ban, ngành(?:, đoàn thể)?|đơn vị|địa phương)"
_OTHER = re.compile(r"(?:,| và) (?=(?:các )?(?:địa phương|doanh nghiệp))", re.IGNORECASE)
_AND_OTHERS = re.compile(
    rf"{_OFFICES}(?P<others>(?:{_OTHER.pattern}(?:các )?\w+ \w+)+)(?: (?:thuộc|trên|trong|của|có) .*)?", re.IGNORECASE
)
_LEVELS = re.compile(
    r"(?P<first>(?P<who>.*\S) cấp (?:trung ương|tỉnh|huyện))(?:,| và) (?:cấp )?(?P<second>huyện|xã|cơ sở)",
    re.IGNORECASE,
)


def parts(printed: str) -> tuple[str, ...]:
    """A name as printed, parted where those behind it are others: "các cơ quan, đơn vị, địa phương, doanh nghiệp", "Chủ
    tịch UBND cấp huyện, cấp xã"."""
    if listed := _AND_OTHERS.fullmatch(folded := fold(printed)):
        marks = list(_OTHER.finditer(folded, listed.start("others"), listed.end("others")))
        stops = [*(mark.start() for mark in marks[1:]), len(printed)]
        others = (printed[mark.end() : stop] for mark, stop in zip(marks, stops, strict=True))
        return printed[: marks[0].start()], *others
    if levels := _LEVELS.fullmatch(folded):
        return printed[: levels.end("first")], f"{levels['who']} cấp {levels['second']}"
    return (printed,)
