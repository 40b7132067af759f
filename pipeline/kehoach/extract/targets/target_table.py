"""Goals from tables of numbers: the columns that plan, not those that report what was reached before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.extract.targets.quantity import parsed
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.model.document import Block, Document
from kehoach.model.plan import Comparator, Target
from kehoach.model.section import Outline, SectionKind
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_CELL = Sieve(
    r"\s*(?P<sign>(?P<least>≥|>=?|trên|từ|đạt từ|ít nhất|tối thiểu|không dưới)|(?P<most>≤|<=?|dưới|không quá|tối đa|không vượt(?: quá)?))?\s*"
    r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(?P<percent>%)?"
    r"(?:\s*(?:-|đến)\s*(?P<high>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(?P<percents>%)?)?\s*(?:(?P<up>trở lên)|(?P<down>trở xuống))?\s*"
    r"(?P<unit>(?!(?:điểm|ngày|giờ|phút|trở)(?!\w))[^\W\d_]+(?:[ /][^\W\d_]+){0,3})?\s*",
    re.IGNORECASE,
)
_PRODUCTS = Sieve(r"\b(?:sản phẩm|kết quả)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\s*(?:ít nhất |tối thiểu |từ )?\d[\d.,]*\s+(?!(?:báo cáo|kế hoạch|văn bản|quyết định|tờ trình|biên bản|danh (?:sách|mục)|công văn|hướng dẫn|nghị quyết|đề (?:án|cương)|thông báo|"
    r"bộ|bản|hồ sơ|chương trình|phiếu|tháng|ngày|năm|lần|điểm)(?!\w))[^\W\d_]+(?:[ /][^\W\d_]+){0,4}\s*",
    re.IGNORECASE,
)
"""All of a cell of products: how many of something that is no paper."""
_MIXED = 4
"""Kinds of a part that holds everything, so that none of them tells."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOALS = Sieve(r"\b(?:phấn đấu|chỉ tiêu|mục tiêu)\b", re.IGNORECASE)
_BUDGET = Sieve(r"\b(?:đơn giá|thành tiền|số tiền|mức chi|định mức)\b", re.IGNORECASE)
_ORDER = Sieve(r"\s*(?:s?tt|số tt|số thứ tự|tt)\s*\.?\s*", re.IGNORECASE)
_UNIT = Sieve(r"\b(?:đơn vị tính|đvt|đv tính)\b", re.IGNORECASE)
_NOT_GOALS = Sieve(
    r"\b(?:điểm|kinh phí|thành tiền|đơn giá|dự toán|số tiền|thời gian|số quyết định|điện thoại|năm sinh|ghi chú|tờ|trang)\b",
    re.IGNORECASE,
)
_GOAL_HEAD = Sieve(r"\b(?:chỉ tiêu|mục tiêu)\b", re.IGNORECASE)
_WORK_HEAD = Sieve(r"(?:^|\b)(?:nội dung|công việc|nhiệm vụ|hoạt động|phần việc|tên việc)\b|^việc\b", re.IGNORECASE)
_SCORES = Sieve(r"(?:^|\s)(?:thang |số |khung )?điểm(?: chuẩn| tối đa| thưởng| trừ)?$", re.IGNORECASE)
_GRADED = Sieve(r"(\w+)\s+(?:\w+\s+){0,2}(?:từ |trên |dưới )?\d+(?:[.,]\d+)?\s?%", re.IGNORECASE)
_NOUN = Sieve(r"\b(?:tổng số|số lượng|số)\s+(?P<noun>(?!tt\b|lượng)[^\W\d_]+)", re.IGNORECASE)
_RATE = Sieve(r"(?<!\w)(?:tỷ lệ|tỉ lệ|%|phần trăm)", re.IGNORECASE)
_MEASURE = Sieve(r"\(\s*(?:(?:đơn vị tính|đvt)\s*:\s*)?(?P<unit>[^\W\d][^\W\d ]*(?: [^\W\d]+)?)\s*\)\s*$")
_LEAST = Sieve(r"(?<!\w)(?:tối thiểu|ít nhất|không dưới|không thấp hơn|≥)(?!\w)", re.IGNORECASE)
_MOST = Sieve(r"(?<!\w)(?:tối đa|nhiều nhất|không quá|không vượt(?: quá)?|≤)(?!\w)", re.IGNORECASE)
_STRONG = Sieve(r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|giao)\b", re.IGNORECASE)
_STOCK = Sieve(
    r"\b(?:tổng (?:dân số|biên chế|hộ|số (?:hộ|dân|người|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|học sinh|lớp))|dân số|"
    r"biên chế|giường (?:kh|kế hoạch|thực kê|bệnh kế hoạch)|nhân khẩu|s[ĩỹ] số|quân số|đầu năm|diện tích tự nhiên|mã số|số hiệu)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[tuple[int, Block], ...]
    heads: dict[int, str]


def table_targets(document: Document, outline: Outline, words: TargetWords) -> Iterator[tuple[int, Target]]:
    """One goal for each number in a planning column of a table that sets goals."""
    years = _plan_years(document)
    for rows in _tables(document).values():
        table = _Table(tuple(rows), _heads(rows))
        if not _sets_goals(document, outline, table, words):
            continue
        columns = _planning(table, words, years)
        if columns:
            yield from _targets(document, outline, table, columns)


def worded_cells(document: Document, outline: Outline) -> Iterator[Paragraph]:
    """Cells of words, as paragraphs of their rows, where a goal may be said ("100% công chức được tập huấn"). A column
    of goals makes them a section on goals, one of work a section of tasks; columns of times, money and points, and steps of a score, are left out."""
    plan = _plan_years(document)
    for rows in _tables(document).values():
        heads = _heads(rows)
        if any(_BUDGET.search(head) for head in heads.values()):
            continue
        scored = any(_SCORES.search(head) for head in heads.values())
        steps = _steps(rows) if scored else set()
        for n, block in rows:
            spans = document.cell_spans(n) if block.row_kind == "body" and n not in steps else ()
            for cell, span in zip(block.cells, spans, strict=False):
                head, text = heads.get(cell.column, ""), fold(cell.text.value)
                bare = (figure := _CELL.fullmatch(text)) is not None and not figure["unit"]
                amount = not scored and _PRODUCTS.search(head) and _AMOUNT.fullmatch(text)
                short = bare or len(text.split()) < 3
                if _NOT_GOALS.search(head) or _is_before(_years(head), plan) or (short and not amount):
                    continue
                kinds: tuple[SectionKind, ...] = () if scored else ("targets",) if amount else _kinds_below(head)
                start = document.span(n).start
                yield Paragraph(n, span.start, text, outline.index_at(start), outline.path_at(start), kinds, opens=True)


def _kinds_below(head: str) -> tuple[SectionKind, ...]:
    return ("targets",) if _GOAL_HEAD.search(head) else ("tasks",) if _WORK_HEAD.search(head) else ()


def _steps(rows: Sequence[tuple[int, Block]]) -> set[int]:
    """Rows of a scoring table that grade one result ("Đạt từ 90%", "Đạt dưới 90%"): neighbours that begin alike."""
    graded = [(n, match.groups()) for n, b in rows if (match := _GRADED.search(fold(b.text.value)))]
    alike = [(a, b) for (a, x), (b, y) in pairwise(graded) if b - a == 1 and x == y]
    return {n for pair in alike for n in pair}


def _tables(document: Document) -> dict[int, list[tuple[int, Block]]]:
    tables: dict[int, list[tuple[int, Block]]] = {}
    for n, block in document.zone("table"):
        if block.table is not None:
            tables.setdefault(block.table, []).append((n, block))
    return tables


def _heads(rows: Sequence[tuple[int, Block]]) -> dict[int, str]:
    heads: dict[int, list[str]] = {}
    for _, block in rows:
        if block.row_kind == "header":
            for cell in block.cells:
                for column in range(cell.column, cell.column + cell.column_span):
                    if cell.text.value.strip() not in heads.setdefault(column, []):
                        heads[column].append(cell.text.value.strip())
    return {column: fold(" ".join(texts)) for column, texts in heads.items()}


def _plan_years(document: Document) -> tuple[int, ...]:
    return _years(" ".join(fold(block.text.value) for _, block in document.zone("title")))


def _years(text: str) -> tuple[int, ...]:
    """The years that a title or a head names, in order."""
    return tuple(sorted({int(y) for y in _YEAR.findall(text)}))


def _is_before(own: tuple[int, ...], plan: tuple[int, ...]) -> bool:
    """Whether the years of a column end before those of the plan begin, or, where both are spans, as they begin
    ("Năm học 2020 - 2021" in a plan of 2021 - 2022)."""
    if not own or not plan:
        return False
    return own[-1] < plan[0] or (own[0] < own[-1] == plan[0] < plan[-1])


def _sets_goals(document: Document, outline: Outline, table: _Table, words: TargetWords) -> bool:
    """By the section it stands in, the words of its place, or the heads of its columns. A budget sets none."""
    if any(_BUDGET.search(head) for head in table.heads.values()):
        return False
    start = document.span(table.rows[0][0]).start
    n = outline.index_at(max(0, start - 1))
    if n is not None:
        above = [node for node in outline.ancestors(n) if node.role == "section"]
        if any({"targets", "objectives"} & set(node.kinds) and len(node.kinds) < _MIXED for node in above):
            return True
        if _GOALS.search(fold(document.quote(outline.nodes[n].heading))):
            return True
    return any(_GOALS.search(head) for head in table.heads.values())


def _planning(table: _Table, words: TargetWords, plan: tuple[int, ...]) -> list[int]:
    """Numeric columns that are neither a running number nor a report of the time before the plan. Where no head tells
    plan from report, each column is a measure of its own ("Số vụ kiểm tra | Số vụ xử lý")."""
    numeric = [c for c in table.heads if _is_numeric(table, c) and not _ORDER.fullmatch(table.heads[c])]
    numeric = [c for c in numeric if c > 0 or not _counts(table)]
    numeric = [c for c in numeric if not _NOT_GOALS.search(table.heads[c])]
    years = {c: _years(table.heads[c]) for c in numeric}
    known = {own[-1] for own in years.values() if own}
    told_first = min(known) if not plan and len(known) > 1 else None
    chosen, before = [], set[int]()
    for column in numeric:
        head, own = table.heads[column], years[column]
        if (
            (words.is_baseline(head) and not words.is_planned(head))
            or _is_before(own, plan)
            or (own and own[-1] == told_first)
        ):
            before.add(column)
        elif own or words.is_planned(head) or len(numeric) == 1:
            chosen.append(column)
    measures = [c for c in numeric if not _STOCK.search(table.heads[c])]
    told = any(_STRONG.search(table.heads[c]) for c in numeric) or any(own or c in before for c, own in years.items())
    return chosen or [c for c in measures if c not in before] if told else measures


def _is_numeric(table: _Table, column: int) -> bool:
    cells = [c.text.value for _, b in table.rows if b.row_kind == "body" for c in b.cells if c.column == column]
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) >= 1 and sum(bool(_CELL.fullmatch(fold(cell))) for cell in filled) >= 0.6 * len(filled)


def _tells_units(table: _Table, column: int) -> bool:
    """Whether a column gives the unit of each row, by its head or, under "Đơn vị", by a share among its cells."""
    if _UNIT.search(table.heads[column]):
        return True
    cells = {c.text.value.strip() for _, b in table.rows if b.row_kind == "body" for c in b.cells if c.column == column}
    return table.heads[column].strip().lower() == "đơn vị" and bool(cells & {"%", "‰"})


def _counts(table: _Table) -> bool:
    """Whether the first column counts up by one: it names the rows ("Khối" 1, 2, 3), and measures nothing."""
    first = [c.text.value.strip() for _, b in table.rows if b.row_kind == "body" for c in b.cells if c.column == 0]
    numbers = [int(text) for text in first if text.isdigit()]
    return len(numbers) > 1 and len(numbers) == len(first) and all(b - a == 1 for a, b in pairwise(numbers))


def _targets(document: Document, outline: Outline, table: _Table, columns: list[int]) -> Iterator[tuple[int, Target]]:
    label = _label_column(table, columns)
    unit_column = next((c for c in table.heads if _tells_units(table, c)), None)
    noun = _noun(table)
    for n, block in table.rows:
        if block.row_kind != "body":
            continue
        cells = {cell.column: cell.text.value.strip() for cell in block.cells}
        name = cells.get(label, "")
        for column in columns:
            match = _CELL.fullmatch(fold(cells.get(column, "")))
            if match is None or not name:
                continue
            span = document.span(n)
            head = table.heads[column]
            rate = bool(match["percent"] or match["percents"] or _RATE.search(fold(name)) or _RATE.search(head))
            total = re.match(r"\s*(?:tổng|cộng|tỷ lệ|tỉ lệ)", fold(name), re.IGNORECASE)
            unit = match["unit"] or (cells.get(unit_column, "") if unit_column is not None else "")
            yield (
                span.start,
                Target(
                    path=outline.path_at(span.start),
                    quote=" ".join(document.quote(span).split()),
                    comparator=_comparator(match, fold(name), head),
                    value=parsed(match["value"]),
                    value_max=parsed(match["high"]) if match["high"] else None,
                    unit=unit
                    or (
                        "%"
                        if rate
                        else _measured(head) or (named["unit"] if (named := _MEASURE.search(fold(name))) else noun)
                    ),
                    subject=None if total else " ".join(name.split()),
                    object=" ".join(head.split()) or None,
                    evidence=document.evidence(span),
                    confidence=document.confidence(span) * 0.8,
                    rule="target.table",
                ),
            )


def _comparator(match: re.Match[str], name: str, head: str) -> Comparator:
    """By the cell's own words, else by those of its column's head ("Số vụ xử lý (tối thiểu)") or at the end of its row's
    name ("Hồ sơ trễ hạn không quá"); within a name they tell which ones are meant ("Tàu cá từ 15 m trở lên")."""
    if match["high"]:
        return "range"
    if match["up"] or match["down"]:
        return ">=" if match["up"] else "<="
    if match["sign"]:
        return ">=" if match["least"] else "<="
    end = re.sub(r"[^\w≥≤]+$", "", name)
    least, most = (any(m.end() == len(end) for m in p.finditer(end)) for p in (_LEAST, _MOST))
    return ">=" if least or _LEAST.search(head) else "<=" if most or _MOST.search(head) else "="


def _measured(head: str) -> str | None:
    """The unit of one column: in brackets at its end, or the noun behind "số"."""
    measure, counted = _MEASURE.search(head), _NOUN.search(head)
    if measure and not _LEAST.search(measure[0]) and not _MOST.search(measure[0]):
        return measure["unit"]
    return counted["noun"].lower() if counted else None


def _label_column(table: _Table, columns: list[int]) -> int:
    """The first column of words that is no running number."""
    for column in sorted(table.heads):
        if column not in columns and not _ORDER.fullmatch(table.heads[column]) and not _is_numeric(table, column):
            return column
    return 0


def _noun(table: _Table) -> str | None:
    """What the table counts: the noun behind "số" in its heads."""
    nouns = Counter(m["noun"].lower() for head in table.heads.values() for m in _NOUN.finditer(head))
    return nouns.most_common(1)[0][0] if nouns else None
