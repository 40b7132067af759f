"""Kinds of sections: from the words of the heading, else from the parent, else from the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.model.section import SectionKind
from kehoach.orthography.fold import bare, fold
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import PARTS, Vocabulary

_PHASE = re.compile(
    r"^(?:đợt|giai đoạn|bước|tuần|tháng|quý)\s+(?:\d+|[ivx]+|một|hai|ba|cuối|đầu|thứ \S+)\b", re.IGNORECASE
)

_SCORED = Sieve(r"[:(]\s*\(?(?:tối đa |tổng )?\d{1,4}(?:[.,]\d+)?\s?(?:điểm|đ)\)?\W*$", re.IGNORECASE)
"""A heading that ends with its points is on criteria, whatever it scores."""
_IN_POINTS = Sieve(r"[:(]\s*\(?(?:tối đa )?[1-9]\d{0,3}(?:[.,]\d{1,2})? điểm\)?\W*$", re.IGNORECASE)
_SCORED_LINES = 2
_DRIVES = re.compile(r"^\W*(?:(?:tổ chức )?phong trào )?thi đua theo (?:đợt|chuyên đề)", re.IGNORECASE)
"""A form of emulation, which comes in phases but is no time."""

_COUNT = Sieve(r"nội dung(?: thi đua)? (?:thứ \w+|\d{1,2})\b", re.IGNORECASE)
"""One of several that the heading above announces ("Nội dung 2: ...")."""
_CRITERION = Sieve(
    r"(?:nhóm )?(?:tiêu chí|tiêu chuẩn)\b|(?:thang|bảng|khung) điểm\b|điểm chuẩn\b|cách (?:chấm|tính) điểm\b",
    re.IGNORECASE,
)
_LOOKS_BACK = Sieve(
    r"\b(?:tình hình|thực trạng|kết quả|đánh giá|tồn tại|hạn chế|bối cảnh|cơ sở|sự cần thiết|đặc điểm)\b", re.IGNORECASE
)
_SAYS = Sieve(r"\b(?:do|được|bảo đảm|đảm bảo|gồm|phải|là|thành lập|tham gia|đạt)\b", re.IGNORECASE)
"""Behind a unit's name: something is said of it, and nobody is given work."""
_LISTED = Sieve(r"(?:[^,]{2,45},\s+){2,}[^,]{2,45}")
"""The names of several things, however long they are together."""
_LONG = 14
"""Words above which a heading in small letters is a sentence."""
_SHORT = 90
"""Letters of a heading whose parts may be standard ones."""
_HEAD = 32
"""Letters within which such a one names its kind."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """What kinds are told by: ``headings`` names them, ``hints`` suggest one where nothing else tells, ``bodies`` are the
    names of units, ``units`` the words that begin names of units and of posts."""

    headings: Vocabulary
    hints: Vocabulary
    bodies: Vocabulary
    units: Vocabulary


def named(heading: str, vocabulary: Vocabulary) -> tuple[SectionKind, ...]:
    """The kinds that the heading's words name, in the order of the words; of a long one in small letters, which is a
    phrase of what to do, only those that its first words name."""
    if _SCORED.search(fold(heading)):
        return ("criteria",)
    count = _COUNT.match(fold(heading))
    if count and (said := named(heading[count.end() :].lstrip(" .:-"), vocabulary)):
        return said
    places: dict[SectionKind, int] = {}
    short = len(heading.split()) <= _LONG or heading.isupper() or _LISTED.fullmatch(heading)
    told = len(heading) if short else _HEAD
    for entry, match in vocabulary.all(_spelled(heading, vocabulary)):
        if match.start() > told:
            continue
        for kind in entry["kind"]:
            places[kind] = min(match.start(), places.get(kind, match.start()))
    return tuple(sorted(places, key=lambda kind: places[kind]))


def _spelled(heading: str, vocabulary: Vocabulary) -> str:
    """The heading with the standard spelling of parts that lost or changed a mark ("TÔ CHỨC THỰC HIỆN"): files hold what
    other programs recognized, too."""
    text = fold(heading)
    for part in PARTS.split(text) if len(text) <= _SHORT else ():
        words = part.strip(" .:;").split(" ")
        fewest = 1 if text.isupper() else len(words) - 1  # in small letters "Khen thường xuyên" is what it says
        for n in range(len(words), fewest, -1):
            own = " ".join(words[:n])
            known = vocabulary.standard.get(bare(own))
            if known is not None and len(known) == len(own) and n > 1:
                text = text.replace(own, known) if known != own.lower() else text
                break
    return text


def hinted(heading: str, hints: Vocabulary) -> tuple[SectionKind, ...]:
    """The kind that the first words of a heading suggest, which counts where nothing else tells one."""
    found = hints.first(heading.strip())
    return (found[0]["kind"],) if found is not None else ()


def goes_on_with(heading: str, parent: Sequence[SectionKind]) -> bool:
    """Whether a heading counts on what the one above announces, so that it has its kinds: "Nội dung 2: ..." under
    contents and targets, a part of a contest with its points under contents and criteria."""
    folded = fold(heading).strip()
    if _SCORED.search(folded):
        return "criteria" in parent and _CRITERION.match(folded) is None
    return "content" in parent and _COUNT.match(folded) is not None


def looks_back(heading: str) -> bool:
    """Whether a heading is on what was and is, no part of the plan itself."""
    return _LOOKS_BACK.search(fold(heading)) is not None


def of_part(
    heading: str, above: str, vocabulary: Vocabulary, hint: tuple[SectionKind, ...] = ()
) -> tuple[SectionKind, ...]:
    """Of a heading above that names several kinds ("TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG") those of the part that this
    heading goes on with ("Hình thức"); none where it repeats no part, or the part names nothing. What the first words
    suggest (``hint``) goes before the parts behind, where the heading above has it."""
    first = PARTS.split(fold(heading).strip())[0].strip(" .:").lower()
    parts = [part.strip().lower() for part in PARTS.split(fold(above))]
    at = next((n for n, part in enumerate(parts) if _same_part(first, part)), None)
    if at is None:
        return ()
    if (told := named(parts[at], vocabulary)) or not set(hint) & set(named(above, vocabulary)):
        return told or next((kinds for part in parts[at + 1 :] if (kinds := named(part, vocabulary))), ())
    return hint


def _same_part(first: str, part: str) -> bool:
    if not first or not part:
        return False
    more = " " in part and (first + " ").startswith(part + " ")  # "Hình thức thi" goes on with "Hình thức"
    return more or (part + " ").startswith(first + " ")


def opens_with(heading: str, vocabulary: Vocabulary) -> bool:
    """Whether the first words of a heading name a kind."""
    return any(match.start() == 0 for _, match in vocabulary.all(heading.strip()))


def all_phases(heading: str, children: list[str]) -> bool:
    """Whether the labelled paragraphs of a section are phases, all of them ("Đợt 1: ...", "Giai đoạn 2: ..."), and its
    heading tells no form of emulation."""
    if _DRIVES.match(fold(heading)):
        return False
    return len(children) >= 2 and all(_PHASE.match(fold(text).strip()) for text in children)


def names_unit(heading: str, bodies: Vocabulary) -> bool:
    """Whether a heading is a unit's name ("Sở Tài chính", "Các phòng chuyên môn"): what stands below are its tasks."""
    plain = re.sub(
        r"^(?:(?:đề nghị|yêu cầu|giao)\s+)?(?:(?:các|những|đối với)\s+)?",
        "",
        fold(heading).strip(),
        flags=re.IGNORECASE,
    )
    return bodies.first(plain[:1].upper() + plain[1:]) is not None and _SAYS.search(plain) is None


def names_post(heading: str, units: Vocabulary) -> bool:
    """Whether a heading is the name of a post, of people with one, or of a body of a kind ("Phó Hiệu trưởng", "Vụ Pháp
    chế")."""
    low = fold(heading).strip().lower()
    named = any(entry["kind"] in ("post", "people", "body") for entry, _ in units.at(low, 0))
    return named and _SAYS.search(low) is None


def scores(text: str) -> bool:
    """Whether lines of a text end with their points, as the list of a scoring plan does."""
    return sum(_IN_POINTS.search(fold(line)) is not None for line in text.split("\n")) >= _SCORED_LINES


def of_content(cells: str) -> tuple[SectionKind, ...]:
    """What the head of a section's table says where neither heading nor parent names a kind: a column of units, of
    points, of times."""
    if not cells:
        return ()
    if re.search(r"đơn vị|chủ trì|phân công|người thực hiện|sản phẩm", cells, re.IGNORECASE):
        return ("tasks",)
    if re.search(r"điểm (?:chuẩn|tối đa)|thang điểm|số điểm", cells, re.IGNORECASE):
        return ("criteria",)
    if re.search(r"thời gian|tiến độ|ngày tháng", cells, re.IGNORECASE):
        return ("schedule",)
    return ()
