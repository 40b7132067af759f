"""Points of criteria: parts against wholes, sums against what is stated or usual; criteria and content side by side."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Criterion
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_USUAL = (100.0, 1000.0)
_FAR = 0.25
"""A sum farther than this from the total it should make was not read whole, and is no slip of the drafter."""
_NEAR = 0.12
"""A sum this near to a usual total, yet not equal, is taken for a slip."""
_STATED = (
    Sieve(
        r"tổng (?:số |cộng )?(?:điểm|cộng)(?:\s+\w+){0,6}?\s*(?:là|:|\|)?\s*(?P<total>1\.000|\d{2,4})\s*(?:điểm)?(?![\d,.]?\d|%)"
    ),
    re.compile(r"thang điểm(?: chuẩn)?(?:\s+\w+){0,4}?\s*(?:là|:)?\s*(?P<total>1\.000|\d{2,4})(?!\d|%)"),
    re.compile(r"(?:tối đa|chuẩn)(?: là)?\s*(?P<total>100|1000|1\.000)\s*điểm"),
)
_HEADED = re.compile(r"[(:]\s*(?:tối đa |tổng )?(?P<total>\d{2,4})\s*điểm\s*\)?\W*$")
"""The total that the heading over the criteria bears."""
_ADDED = {"bonus", "penalty", "band"}
_GRADE = Sieve(r"\W*(?:đạt|từ|dưới|trên|xếp|loại|mức|không|hoàn thành|chưa|có từ|nếu)\b")
"""How one grade of attainment begins."""


_IN_TABLE = re.compile(r"(?:^|\.)T[^.]*$")
_POINTS_AT = re.compile(r"\b(?:khoản|mục|điểm|phần)\s+[\divxl]+\b")
_EXTRA = re.compile(r"\W*(?:điểm\s+)?(?:cộng|trừ|thưởng|phạt)\b(?:\s+điểm|\s+thêm)?\s*[:(]")


def _sum(criteria: Sequence[Criterion]) -> float:
    return round(sum(c.points or 0 for c in criteria), 4)


def _sets(case: Case) -> list[tuple[str | None, list[Criterion]]]:
    """Criteria of the first rank that are summed together: one set for each table, section and those it applies to."""
    ranked = [
        c
        for c in case.plan.criteria
        if c.parent is None and c.kind not in _ADDED and c.points is not None and not _EXTRA.match(fold(c.text).lower())
    ]
    doubled = {
        path for path, times in Counter(p.path for p in case.parts).items() if times > 1
    }  # a label printed twice
    shared = Counter(c.path for c in ranked if not _IN_TABLE.search(c.path or "") and c.path not in doubled)
    made: list[tuple[str | None, list[Criterion]]] = []
    for root, group in groupby(ranked, key=lambda c: c.path if shared[c.path] > 1 else _root(c.path)):
        for column in _columns(list(group)):
            by_whom = groupby(column, key=lambda c: c.applies_to)
            made.extend((root, list(same)) for _, same in by_whom)
    return made


def _columns(criteria: Sequence[Criterion]) -> list[list[Criterion]]:
    """The criteria by the columns of a table that scores several bodies side by side, each row once for each of them;
    together where they stand in no such table."""
    rows: dict[tuple[str | None, str], list[Criterion]] = defaultdict(list)
    for criterion in criteria:
        rows[criterion.path, criterion.text].append(criterion)
    wide = max(map(len, rows.values()), default=0)
    if wide < 2 or any(len(row) not in {1, wide} for row in rows.values()):
        return [list(criteria)]
    single = [row[0] for row in rows.values() if len(row) == 1]
    return [[row[n] for row in rows.values() if len(row) == wide] for n in range(wide)] + ([single] if single else [])


def _root(path: str | None) -> str | None:
    return (path or "").rpartition(".")[0] or None


def _stated(case: Case, path: str | None, criteria: Sequence[Criterion]) -> tuple[float, int, int] | None:
    """The total that the section of these criteria states, with its place; None where it states none or several."""
    starts = [e.start for c in criteria for e in c.evidence if e.start is not None]
    ends = [e.end for c in criteria for e in c.evidence if e.end is not None]
    if not starts or not ends:
        return None
    root = case.by_path.get(path or "")
    low = max(min(starts) - 600, root.label_at if root else 0)
    high = min(max(ends) + 250, root.end if root else len(case.text))
    line = case.folded[root.label_at : case.line(root.start)[1]] if root else ""
    if root is not None and (headed := _HEADED.search(line)) is not None:
        return float(headed["total"]), root.label_at + headed.start("total"), root.label_at + headed.end("total")
    found = {
        float(m["total"].replace(".", "")): (m.start("total"), m.end("total"))
        for pattern in _STATED
        for m in pattern.finditer(case.folded, low, max(high, max(ends)))
    }
    if len(found) != 1:
        return None
    ((total, (start, end)),) = found.items()
    return total, start, end


def points_total(case: Case) -> Answer | None:
    """The points of the first rank make up the stated total; without one they are not just beside 100 or 1000."""
    hits: list[Hit] = []
    places: list[Evidence] = []
    seen = False
    for root, criteria in _sets(case):
        if len(criteria) < 2:
            continue
        seen = True
        shown = tuple(e for c in criteria for e in c.evidence[:1])
        total, stated = _sum(criteria), _stated(case, root, criteria)
        sure = case.sure(*shown, digits=True) and not (case.recognized and _labels_lost(criteria))
        words: dict[str, object] = {"sum": f"{total:g}", "parts": " + ".join(f"{c.points:g}" for c in criteria)}
        lacking = (stated[0] if stated else 100) - total
        if stated is not None and lacking and lacking == _bonus(case, root):
            continue
        sure = sure and not (lacking > 0 and _beside_the_set(case, root, criteria, lacking))
        if stated is not None and stated[0] >= max(c.points or 0 for c in criteria) and _slip(total, stated[0]):
            said = case.places(stated[1], stated[2])
            hits.append(Hit(root, said + shown, "fail", words | {"total": f"{stated[0]:g}"}, sure and case.sure(*said)))
        elif stated is None and (near := _beside(total)) and near - total != _bonus(case, root):
            hits.append(Hit(root, shown, "usual", words | {"total": f"{near:g}"}, sure))
        places += shown
    return answer(hits, tuple(places)) if seen else None


def _bonus(case: Case, root: str | None) -> float:
    """The bonus points beside the criteria, which a table may count into its total."""
    beside = [c for c in case.plan.criteria if c.kind == "bonus" and c.parent is None and _root(c.path) == root]
    return _sum([c for c in beside if c.points is not None])


def _beside_the_set(case: Case, root: str | None, criteria: Sequence[Criterion], lacking: float) -> bool:
    """Whether a division beside the criteria bears just the points that are lacking: it was not taken for a criterion."""
    known = {c.path for c in criteria}
    beside = (p for p in case.parts if p.parent == (root or "") and p.path not in known)
    points = re.compile(rf"(?<![\d,.])0?{lacking:g}\s*điểm")
    return any(points.search(case.folded[p.label_at : case.line(p.start)[1]]) for p in beside)


def _labels_lost(criteria: Sequence[Criterion]) -> bool:
    """Whether the numbers of the rows jump, as where "1.1" was read "11" and a part taken for a whole."""
    numbers = [int(m[1]) for c in criteria if (m := re.search(r"(\d+)$", c.path or ""))]
    return any(m - n > 2 for n, m in pairwise(numbers))


def _graded(whole: Criterion, parts: Sequence[Criterion]) -> bool:
    """Whether the parts are grades of which one is given ("đạt 100%: 40 điểm; từ 90%: 30 điểm"), the best the whole."""
    return max(p.points or 0 for p in parts) == whole.points and all(_GRADE.match(fold(p.text).lower()) for p in parts)


def _slip(total: float, wanted: float) -> bool:
    return total != wanted and abs(total - wanted) <= _FAR * wanted


def _beside(total: float) -> float | None:
    return next((usual for usual in _USUAL if total != usual and abs(total - usual) <= _NEAR * usual), None)


def points_parts(case: Case) -> Answer | None:
    """The points under a criterion make up its own."""
    under: dict[str, list[Criterion]] = defaultdict(list)
    for criterion in case.plan.criteria:
        if criterion.parent is not None and criterion.points is not None and criterion.kind not in _ADDED:
            under[criterion.parent].append(criterion)
    hits: list[Hit] = []
    places: list[Evidence] = []
    seen: Counter[str | None] = Counter()
    for whole in case.plan.criteria:
        beside = _columns(under.get(whole.path or "", []))
        parts = beside[min(seen[whole.path], len(beside) - 1)]
        seen[whole.path] += 1
        if whole.points is None or len(parts) < 2 or whole.kind in _ADDED:
            continue
        shown = (*whole.evidence[:1], *(e for c in parts for e in c.evidence[:1]))
        places += shown
        added = sum(c.points or 0 for c in case.plan.criteria if c.parent == whole.path and c.kind == "bonus")
        if _slip(_sum(parts), whole.points) and _sum(parts) + added != whole.points and not _graded(whole, parts):
            words = {
                "sum": f"{_sum(parts):g}", "total": f"{whole.points:g}", "text": whole.text[:60],
                "parts": " + ".join(f"{c.points:g}" for c in parts),
            }  # fmt: skip
            hits.append(Hit(whole.path, shown, "fail", words, case.sure(*shown, digits=True)))
    return answer(hits, tuple(places)) if places else None


def criteria_without_content(case: Case) -> Answer | None:
    """Where criteria name the contents they score ("nội dung nêu tại khoản 1, Mục II"), or each is like one of them, each
    does, and each content of that division has its criterion."""
    tied = [c for c in case.plan.criteria if c.refers_to]
    if len(tied) < 2:
        return None
    hits: list[Hit] = []
    first = [c for c in case.plan.criteria if c.parent is None and c.kind not in _ADDED]
    roots = {_root(c.path) for c in tied}
    beside_them = [c for c in first if _root(c.path) in roots]
    loose = [c for c in beside_them if not c.refers_to]
    named = sum(_POINTS_AT.search(fold(c.text).lower()) is not None for c in tied)
    if loose and (named < 2 or 2 * len(tied) < len(beside_them)):
        return answer([], tuple(e for c in tied for e in c.evidence[:1]))
    hits.extend(
        Hit(c.path, c.evidence[:1], "criterion", {"text": c.text[:60]}, case.sure(*c.evidence[:1])) for c in loose
    )
    meant = {c.refers_to for c in tied}
    for parent in sorted({_root(path) or "" for path in meant}):
        beside = [p for p in case.parts if p.parent == parent and p.labels[-1].isdecimal()]
        lacking = [p for p in beside if p.path not in meant and not any(str(m).startswith(p.path + ".") for m in meant)]
        if len(lacking) <= len(beside) / 2:
            for part in lacking:
                words = {"text": case.text[part.start : part.start + 60].split("\n")[0]}
                hits.append(
                    Hit(part.path, part.fact.evidence[:1], "content", words, case.sure(*part.fact.evidence[:1]))
                )
    return answer(hits, tuple(e for c in tied for e in c.evidence[:1]))
