"""Pointers inside the plan ("khoản 4, Mục I") and to its annexes: what they point at must be there, and be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kehoach.auditing.case import Case
from kehoach.auditing.numbering import ordinal
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Criterion
from kehoach.model.text import Evidence
from kehoach.rules.needs import Sieve

_LEVELS = ("phần", "chương", "mục", "tiểu mục", "khoản", "điểm")
_LABEL = r"(?:[ivxl]+(?:\.\d+)*|\d{1,2}(?:\.\d{1,2})*|[a-zđ])"
_PART = rf"(?:phần|chương|tiểu mục|mục|khoản|điểm)\s+{_LABEL}(?![\w%]|[.,/]\d)"
_POINTER = Sieve(rf"(?<!\w){_PART}(?:\s*[,;]?\s*(?:của\s+|thuộc\s+)?{_PART})*")
_ONE = re.compile(rf"(?P<level>phần|chương|tiểu mục|mục|khoản|điểm)\s+(?P<label>{_LABEL})(?!\w)")
_THIS = re.compile(r"\s*,?\s*(?:của\s+|tại\s+|trong\s+|nêu trên\s*|,\s*)*(?:bản\s+)?kế hoạch này")
_OTHER = re.compile(
    r"\s*[,;]?\s*(?:và\s+\S+\s+\S+\s*)?(?:của\s+|tại\s+|trong\s+)?"
    r"(?:điều\s|luật|bộ luật|nghị|thông tư|quyết định|chỉ thị|quy\s|qui\s|hướng dẫn|công văn|điều lệ|hiến pháp|pháp lệnh|"
    r"kế hoạch số|chương trình số|văn bản|phụ lục|biểu|đề án|kết luận|mẫu|báo cáo)"
)
_HEADED = re.compile(r"(?:^|\n)\W{0,3}$")
_NOUNS = {
    "nội dung": {"content", "tasks", "theme", "targets", "criteria", "measures"},
    "nhiệm vụ": {"content", "tasks", "measures", "organization"},
    "chỉ tiêu": {"targets", "objectives", "criteria", "content"},
    "tiêu chí": {"criteria", "targets", "content"},
    "giải pháp": {"measures", "tasks", "content"},
}
_AIMS = {"purpose", "requirements"}
_NUMBERED = r"(?:\s+(?:số\s+)?(?P<label>\d{1,2}|[ivx]{1,4}|[a-e])(?![\w%/]))?"
_ANNEX = re.compile(
    r"(?P<kind>phụ lục|biểu mẫu|mẫu biểu|biểu|mẫu|danh sách|đề cương|lịch(?:\s\w+){0,2})"
    + _NUMBERED
    + r"(?:\s+\w+){0,6}?\s*(?:đính kèm|kèm theo|gửi kèm|đính theo|kèm)(?!\s+theo\s+(?:quyết|thông|nghị|công|chỉ|kế(?! hoạch này)|hướng|luật|chương|văn))"
)
_ANNEX_AT = Sieve(r"(?:tại|theo|xem|ở)\s+(?P<kind>phụ lục)" + _NUMBERED)
_ANNEX_NAMED = Sieve(r"(?:\(|-\s)(?P<kind>phụ lục)(?=\s+(?:số\s)?(?:\d|[ivx]{1,4}\b))" + _NUMBERED)
_ANNEX_FORM = Sieve(r"(?:(?:tại|theo|xem|ở)\s+|\()(?P<kind>mẫu)(?=\s+số\s)" + _NUMBERED)
_ANNEX_BESIDE = Sieve(r"\((?P<kind>biểu mẫu|mẫu|biểu)(?=\s+(?:số\s+)?\d{1,2}\s*\))" + _NUMBERED)
_ANNEX_BEFORE = Sieve(
    r"\(?(?:đính kèm|kèm theo|gửi kèm|(?<=\()kèm)\s+(?:kế hoạch này\s+(?:là\s+)?)?(?P<kind>phụ lục|biểu|mẫu|danh sách|lịch|đề cương)"
    r"(?:\s+\w+){0,3}"
)
_ELSEWHERE = Sieve(
    r"\s*[,(]?\s*(?:\w+\s+){0,3}(?:theo|của|tại|trong)?\s*(?:quyết định|thông tư|nghị định|nghị quyết|công văn|chỉ thị|"
    r"hướng dẫn|luật|kế hoạch số|chương trình số|đề án số)\b"
)
_ANNEX_NUMBER = Sieve(r"^\W{0,3}(?P<kind>phụ lục|biểu mẫu|biểu|mẫu)\s+(?:số\s+)?(?P<label>\d{1,2}|[ivx]{1,4})(?!\w)")
_SOME_POINTS = 2
"""Points of a part from which it is seen how they are labelled."""
_ANNEX_LENGTH = 150
"""Characters; shorter remains after the signature are a second signature or an approval, no annex."""
_ANNEX_HEAD = Sieve(
    r"^\W{0,3}(?:phụ lục|biểu|mẫu|phiếu|danh sách|lịch|đề cương|bảng|phụ biểu)\b[^\n]{0,60}$|^\W{0,3}\(?(?:ban hành )?kèm theo (?:kế hoạch|công văn|chương trình|chỉ thị|văn bản)",
    re.MULTILINE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pointer:
    """Offsets, and the labels from the outermost level inwards with the word before them."""

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]


def pointers(case: Case) -> Iterator[Pointer]:
    """Pointers of the body into this plan, in order; those into another document are none."""
    for found in _POINTER.finditer(case.body):
        parts = [(m["level"], m["label"]) for m in _ONE.finditer(found[0])]
        if any(_a_word(case.text[found.start() + m.start("label") :], m) for m in _ONE.finditer(found[0])):
            continue
        levels = list(dict(parts))
        if _HEADED.search(case.body[max(0, found.start() - 4) : found.start()]):
            continue
        own = _THIS.match(case.folded, found.end())
        if not own and _OTHER.match(case.folded, found.end()):
            continue
        alone = len(parts) == 1 and not own
        named = levels[0] not in ("điểm", "khoản") and re.fullmatch(r"[ivxl]+(?:\.\d+)*", parts[0][1])
        if alone and not named and not _is_dotted(case, found, parts[0][1]):
            continue
        ordered = sorted(levels, key=_LEVELS.index)
        for labels in product(*([label for known, label in parts if known == level] for level in ordered)):
            yield Pointer(found.start(), found.end(), tuple(zip(ordered, labels, strict=True)))


def _a_word(printed: str, found: re.Match[str]) -> bool:
    """Whether the letters of a Roman label stand in lower case, as in "cổ phần xi măng"."""
    roman = re.fullmatch(r"[ivxl]+", found["label"]) and found["level"] not in ("khoản", "điểm")
    return bool(roman) and not printed[: len(found["label"])].isupper()


_AT = re.compile(r"(?:\b(?:tại|theo|ở|trong|nêu)\s+|\()\Z")


def _is_dotted(case: Case, found: re.Match[str], label: str) -> bool:
    """Whether a label by itself is one of those that the points of a part of this plan bear ("nêu tại điểm 3.5", beside
    3.1, 3.2, 3.3)."""
    head, _, last = label.partition(".")
    if not last.isdigit() or not _AT.search(case.body, 0, found.start()):
        return False
    beside = [p.parent for p in case.parts if p.labels[-2:-1] == (head,) and p.labels[-1].isdigit()]
    return len(beside) >= _SOME_POINTS and len(set(beside)) == 1


def broken_reference(case: Case) -> Answer | None:
    """A pointer at a division that the plan does not have, or at one that cannot be meant."""
    hits: list[Hit] = []
    places: list[Evidence] = []
    for pointer in pointers(case):
        shown = case.places(pointer.start, pointer.end)
        places += shown
        scored = _criterion_at(case, pointer)
        here = scored.path if scored is not None and scored.path else case.path_at(pointer.start)
        words: dict[str, object] = {"quote": case.text[pointer.start : pointer.end]}
        known, wanted = _target(case, pointer)
        if known is None:
            continue
        if not known:
            meant = _meant(scored, wanted)
            sure = case.sure(*shown) and _whole(case, wanted)
            hits.append(Hit(here, shown, "meant" if meant else "fail", words | {"meant": meant or ""}, sure))
        elif wrong := _another_meant(case, pointer, known, scored):
            words |= {"heading": _heading(case, known), "meant": wrong}
            hits.append(Hit(here, shown, "wrong", words, case.sure(*shown)))
    return answer(hits, tuple(places)) if places else None


def _criterion_at(case: Case, pointer: Pointer) -> Criterion | None:
    """The criterion whose words hold a pointer: of several in one sentence, or in rows of a table, the very one."""
    holding: list[tuple[int, Criterion]] = []
    for criterion in case.plan.criteria:
        spans = [(e.start, e.end) for e in criterion.evidence if e.start is not None and e.end is not None]
        if any(start <= pointer.start < end for start, end in spans):
            holding.append((sum(end - start for start, end in spans), criterion))
    return min(holding, key=lambda found: found[0])[1] if holding else None


def _target(case: Case, pointer: Pointer) -> tuple[str | None, str]:
    """(path pointed at, "" where the plan has none, None where nothing can be said; the path as wanted). A dotted label may
    tell that of the division over it again ("điểm 2.1 khoản 2")."""
    labels: list[str] = []
    shared: list[str] = []
    for _, label in pointer.parts:
        pieces = label.split(".")
        labels = pieces if labels and pieces[: len(labels)] == labels and len(pieces) > len(labels) else labels + pieces
        told = shared[-1:] == pieces[:1] and len(pieces) > 1
        shared = [*shared, *pieces[1:]] if told else [*shared, *pieces]
    paths = {p.path.lower(): p.path for p in case.parts}
    if not paths:
        return None, ""
    wanted = ".".join(labels)
    asked = (wanted, ".".join(shared))
    found = next((p for one in asked for low, p in paths.items() if low == one or low.endswith("." + one)), None)
    if found is not None:
        return found, found
    first = labels[0]
    if len(pointer.parts) == 1 and len(labels) > 1 and all(label.isdigit() for label in labels):
        return "", wanted
    siblings = [p for p in paths if "." not in p and ordinal(_cased(first)) and ordinal(paths[p].split(".")[0])]
    if pointer.parts[0][0] in ("khoản", "điểm") or not siblings:
        return (None if _open(case, labels) else ""), wanted
    return "", ".".join(_cased(label) for label in labels)


def _open(case: Case, labels: list[str]) -> bool:
    """Whether a pointer that begins with a khoản may mean a division elsewhere. It may not where the division over its
    last label is named by a path of its own ("điểm đ khoản 3.1") and is lettered without that letter."""
    head = ".".join(labels[:-1])
    named = [path for path in case.by_path if path == head or path.endswith("." + head)]
    if len(labels) < 3 or len(named) != 1:
        return True
    over = case.by_path[named[0]]
    beside = [place for p in case.parts if p.parent == over.path and (place := ordinal(p.labels[-1]))]
    asked = ordinal(labels[-1])
    return asked is None or not any(style == asked[0] for style, _ in beside)


def _cased(label: str) -> str:
    return label.upper() if re.fullmatch(r"[ivxl]+", label) else label


def _whole(case: Case, wanted: str) -> bool:
    """Whether the divisions beside the one that is not there are numbered without a gap, so that it was not overlooked."""
    head, _, last = wanted.rpartition(".")
    beside = [p for p in case.parts if p.parent == head and ordinal(p.labels[-1])]
    if head and head not in case.by_path:
        return _whole(case, head)
    if not beside and head:
        return not case.recognized  # a division without numbered parts
    numbers = {place[1] for p in beside if (place := ordinal(p.labels[-1]))}
    asked = ordinal(last)
    if asked is None or not numbers:
        return False
    skipped = {asked[1]} if asked[1] < max(numbers) and not case.recognized else set()
    return numbers | skipped == set(range(1, max(numbers) + 1))


def _meant(criterion: Criterion | None, wanted: str) -> str | None:
    return criterion.refers_to if criterion is not None and criterion.refers_to not in (None, wanted) else None


def _another_meant(case: Case, pointer: Pointer, known: str, criterion: Criterion | None) -> str | None:
    """The path really meant, where the division pointed at is there but is about something else."""
    kinds = set(case.kinds_at(known))
    before = case.body[max(0, pointer.start - 40) : pointer.start]
    tables = [table.path or "" for table in case.plan.tables]
    if tables and _OF_A_TABLE.search(before) and not any(_same_branch(path, known) for path in tables):
        return next(filter(None, tables), None)
    noun = next((n for n in _NOUNS if n in before), None)
    if (
        criterion is not None
        and criterion.refers_to
        and not _same_branch(criterion.refers_to, known)
        and kinds <= _AIMS
    ):
        return criterion.refers_to
    if noun is None or not kinds or not kinds <= _AIMS:
        return None
    other = next((p.path for p in case.parts if p.is_section and _NOUNS[noun] & set(p.kinds)), None)
    return other


_OF_A_TABLE = Sieve(
    r"(?<!\w)bảng(?:\s(?:chấm\s)?điểm|\stiêu chí|\sphân công)?\s+(?:nêu\s+)?(?:tại|ở|của|theo|trong|thuộc)\s+$"
)
"""Before a pointer: a table stands there."""


def _same_branch(one: str, other: str) -> bool:
    return one == other or one.startswith(other + ".") or other.startswith(one + ".")


def _heading(case: Case, path: str) -> str:
    part = case.by_path.get(path)
    return (
        part.heading if part and part.heading else case.text[part.start : part.start + 40] if part else path
    ).strip()


def missing_annex(case: Case) -> Answer | None:
    """A form or annex that the body says is attached, and nothing stands after the signature."""
    asked = {
        m.start(): m
        for pattern in (_ANNEX, _ANNEX_AT, _ANNEX_NAMED, _ANNEX_FORM, _ANNEX_BESIDE, _ANNEX_BEFORE)
        for m in pattern.finditer(case.body)
    }
    asked = {at: m for at, m in asked.items() if not _ELSEWHERE.match(case.folded, m.end())}
    asked = {at: m for at, m in asked.items() if not any(o.start() < at and m.end() <= o.end() for o in asked.values())}
    if not asked:
        return None
    heads = list(_ANNEX_HEAD.finditer(case.folded, case.foot))
    annexes = [p for p in case.parts if "annex" in p.kinds and p.end - p.start > _ANNEX_LENGTH]
    if heads or annexes:
        forms = "mẫu" in case.folded[case.foot :]
        asked = {at: m for at, m in asked.items() if _not_among(m, heads) or _is_form(m, forms)}
        if not asked:
            shown = tuple(e for m in heads[:4] for e in case.places(m.start(), m.end()))
            return answer([], shown or tuple(e for p in annexes for e in p.fact.evidence[:1]))
    hits, seen = [], set()
    for at, found in sorted(asked.items()):
        path = case.path_at(at)
        one = (found["kind"], "" if found["kind"] == "phụ lục" and not heads else path)  # none of them is attached
        if one in seen:
            continue
        seen.add(one)
        shown = case.places(found.start(), found.end())
        part = case.plan.source.page_range is not None
        words = {"quote": " ".join(case.text[found.start() : found.end()].split())}
        hits.append(Hit(path, shown, "fail", words, case.sure(*shown) and not part, case.cut("foot")))
    return answer(hits)


def _not_among(asked: re.Match[str], heads: list[re.Match[str]]) -> bool:
    """Whether an annex asked for by its number is missing beside numbered ones of its kind."""
    label: str = asked.groupdict().get("label") or ""
    numbered = [m for head in heads if (m := _ANNEX_NUMBER.match(head[0])) and m["kind"] == asked["kind"]]
    known = {_annex_number(m["label"]) for m in numbered} - {None}
    number = _annex_number(label)
    return bool(known) and number is not None and number not in known


def _is_form(asked: re.Match[str], attached: bool) -> bool:
    """Whether a numbered form is asked for and what is attached knows no forms."""
    return asked["kind"] == "mẫu" and bool(asked.groupdict().get("label")) and not attached


def _annex_number(label: str) -> int | None:
    place = ordinal(_cased(label))
    return place[1] if place and place[0] in ("number", "roman") else None
