"""Paragraphs of the body as the outline needs them: with their label, their own text and their looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from kehoach.model.document import Block, Document, Span
from kehoach.orthography.fold import bare, fold
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary
from kehoach.segment import steps
from kehoach.segment.headings import (
    HEADING_WORDS,
    headlike,
    is_basis,
    is_debris,
    may_head,
    shape,
    tells_a_step,
    unnumbered,
)
from kehoach.segment.kinds import named, opens_with
from kehoach.segment.labels import candidates
from kehoach.segment.numbering import ALWAYS_ITEM, Label
from kehoach.segment.pieces import begins_bold, pieces
from kehoach.segment.unit import Unit

_LEAD_IN = re.compile(
    r"^(?:cụ thể|trong đó|gồm|bao gồm|như sau|lưu ý|ghi chú|ví dụ|căn cứ:|kính gửi|nơi nhận|phấn đấu|.*\b(?:được|chia|theo|như)\b)",
    re.IGNORECASE,
)
_OVER_BULLETS = Sieve(
    r"(?:đến (?:hết )?(?:năm|tháng|quý)|năm \d{4}|giai đoạn|(?:từ )?năm học|đối với|về|nhóm|cấp|khối|đợt \d)\b",
    re.IGNORECASE,
)
"""What a short line with a colon speaks of that heads the bullets below it, each time in another word."""
_CONCERNED = Sieve(
    r"đối với\s(?![^\n]*\b(?:thì|phải|cần|sẽ|đề nghị|yêu cầu|có trách nhiệm|đã|không|chưa|nếu)\b)", re.IGNORECASE
)
"""Those concerned, who may be told at length ("Đối với các tỉnh, thành phố trực thuộc trung ương")."""
_LEVEL = Sieve(r"(?:ở )?cấp (?:tỉnh|huyện|xã|thành phố|trung ương|cơ sở|trường|sở|ngành|bộ|cục)\b", re.IGNORECASE)
"""Where the bullets below a short line are to be done."""
_ORDINAL = Sieve(
    r"(?:nội dung|nhiệm vụ|giải pháp|mục tiêu|nhóm|phong trào|chỉ tiêu|tiêu chí|chương trình|lĩnh vực|bước|khâu)(?: [^\W\d]+){0,2} thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s?[:.,-]\s",
    re.IGNORECASE,
)
"""A heading counted in words: "Nhiệm vụ thứ hai: Mở rộng bến"."""
_LOST_FIRST = 14
"""Words of a heading whose number was lost."""
_BRIEF = 9
"""Words of a heading without a number that is told by where it stands."""
_NOTE = Sieve(r"^\((?:chi tiết|kèm|đính kèm|theo|có|xem|ban hành|số liệu|biểu)\b", re.IGNORECASE)
_OPEN_END = Sieve(r"(?:[,&-]|\b(?:và|của|cho|về|theo|tại|trong|các|với|đến|từ|ở|trên|năm|nhiệm))$", re.IGNORECASE)
_ANNEX = Sieve(r"\W*(?:phu luc|bieu mau|mau (?:so|bieu)|bieu (?:so )?\d)")
_CELL = 2
"""Words of a line that is rather a cell than a text."""
_LONE_ANNEX = Sieve(r"(?:phu luc|bieu mau|mau)(?: so)?(?: [ivx\d]{1,4}[a-z]?)?[.:]?")
"""The word over the title of an annex that stands in the body."""


def units(document: Document, blocks: Iterable[int], vocabulary: Vocabulary) -> tuple[Unit, ...]:
    """The paragraphs and rows of these blocks, in order; every block is in exactly one."""
    numbers = list(blocks)
    known = _styles_known(document, numbers)
    made = [
        _unit(document, n, part, vocabulary, known)
        for n in numbers
        if len(document.blocks[n].text)
        for part in pieces(document.blocks[n], vocabulary)
    ]
    made = [_headed_by_what_follows(unit, below) for unit, below in zip_longest(made, made[1:])]
    made = [_below_a_table(made, n) for n in range(len(made))]
    made = steps.counted([_first_of_numbered(made, n) for n in range(len(made))])
    joined = _cells_off(list(_joined(document, made, vocabulary)))
    return tuple(_preamble_bullets_off(joined, document))


def _styles_known(document: Document, numbers: list[int]) -> bool:
    """Whether the small headings of this document ("1. Mục đích") are set in bold, so that a plain line is none."""
    small = []
    for n in numbers:
        block = document.blocks[n]
        labels = candidates(block.text.value) if block.table is None and len(block.text) < 120 else ()
        if labels and labels[0].family not in ALWAYS_ITEM:
            looks = shape(block.text.value[labels[0].end :])
            if headlike(looks) and not looks.capitals and looks.stop != ".":
                small.append(block.bold)
    return sum(small) > 0.5 * len(small)


def _unit(document: Document, n: int, part: tuple[int, int], vocabulary: Vocabulary, styles_known: bool) -> Unit:
    block = document.blocks[n]
    span = Span(document.starts[n] + part[0], document.starts[n] + part[1])
    if block.table is not None:
        return Unit(n, n, span, span, block.zone, table=block.table)
    recognized = _recognized(document, block)
    text = block.text.value[part[0] : part[1]]
    labels = candidates(text, recognized)
    end = labels[0].end if labels else 0
    own = text[end:]
    bold = (block.bold and begins_bold(block, part[0] + end)) or (part[0] == 0 and part[1] <= block.bold_until)
    looks = shape(own, bold=bold, bold_until=max(block.bold_until - part[0] - end, 0))
    kinds = named(own, vocabulary) if may_head(looks) else ()
    bare_heading = not labels and unnumbered(
        looks, styled=(block.bold and block.bold_until >= 0.9 * len(text)) or (block.bold and block.centred),
        single_line=block.single_line or len(text) < 90, names_kind=bool(kinds), styles_known=styles_known,
        kind_first=bool(kinds) and opens_with(own, vocabulary),
    )  # fmt: skip
    headed = bare_heading or (bool(labels) and labels[0].family not in ALWAYS_ITEM and headlike(looks, bool(kinds)))
    lead = len(own) - len(own.lstrip())
    run_in = _run_in_heading(own.strip()) if labels and looks.run_in else 0
    return Unit(
        n, n, span, Span(span.start + end + lead, span.end), block.zone, labels, bare_heading, headed, looks, recognized,
        kinds=kinds or (named(own.strip()[:run_in], vocabulary) if run_in else ()), run_in_heading=run_in,
    )  # fmt: skip


def _run_in_heading(own: str) -> int:
    """Length of the words before the first colon, where they are few."""
    lead, colon, _ = fold(own).partition(":")
    return len(lead.rstrip()) if colon and len(lead.split()) <= 10 else 0


def _headed_by_what_follows(unit: Unit, below: Unit | None) -> Unit:
    """A word or two with a colon over a list that begins anew ("Buổi sáng:" over "1)") head that list; so do words of
    a time or of those concerned over bullets ("Đến năm 2030:"), and a line that names a kind of section over "1."."""
    if unit.shape is None or unit.starts_node or below is None or unit.shape.intro:
        return unit
    if below.table is not None and tells_a_step(unit.shape):
        return replace(unit, bare_heading=True, headed=True)
    if below.shape is None:
        return unit
    text, words = unit.shape.text, unit.shape.words
    if below.labels and _ORDINAL.match(text) and words <= HEADING_WORDS and unit.shape.stop not in (".", ";", ","):
        return replace(unit, bare_heading=True, headed=True)
    if below.labels and below.labels[0].family == "article":
        return unit  # "QUYẾT ĐỊNH:" over the articles of a decision
    if not below.labels or not text[:1].isupper() or _LEAD_IN.match(text) or unit.shape.running:
        return unit
    begins, bullet = below.labels[0].value == (1,), not below.labels[0].value
    few = words <= (HEADING_WORDS if _CONCERNED.match(text) else 8)
    step = bullet and tells_a_step(unit.shape)
    if unit.shape.stop == ":":
        heads = (begins and words <= (8 if unit.kinds else 4)) or (bullet and few and bool(_OVER_BULLETS.match(text)))
        heads = heads or step
    else:
        named = begins and bool(unit.kinds) and words <= 16 and len(text) < 90
        by_words = _CONCERNED.match(text) or _LEVEL.match(text) or _by_its_words(unit)
        titled = step or (bullet and few and bool(by_words))
        heads = not unit.shape.stop and (named or titled)
    return replace(unit, bare_heading=True, headed=True) if heads else unit


def _first_of_numbered(made: list[Unit], n: int) -> Unit:
    """A short line right below a heading, over bullets and then "2.", is the first of that list, its number lost."""
    unit, above = made[n], made[n - 1] if n else None
    looks = unit.shape
    if looks is None or unit.starts_node or above is None or not (above.headed and above.labels) or above.shape is None:
        return unit
    if looks.stop or looks.words > _LOST_FIRST or looks.running or not looks.text[:1].isupper() or above.shape.stop:
        return unit
    first = next((m for m in range(n + 1, len(made)) if not made[m].labels or made[m].labels[0].value), n + 1)
    labels = made[first].labels if first < len(made) else ()
    if first == n + 1 or not labels or labels[0].family != "arabic" or labels[0].value != (2,):
        return unit
    return replace(unit, labels=(Label("arabic", (1,), "*1", 0),), bare_heading=True, headed=True)


def _below_a_table(made: list[Unit], n: int) -> Unit:
    """A short line between a table and a list heads the list, where headings without a number of the same look part the
    text above."""
    unit, below = made[n], made[n + 1] if n + 1 < len(made) else None
    looks = unit.shape
    if looks is None or unit.starts_node or below is None or not below.labels or not n or made[n - 1].table is None:
        return unit
    if looks.stop or looks.words > _BRIEF or not looks.text[:1].isupper() or _LEAD_IN.match(looks.text):
        return unit
    first = not below.labels[0].value or below.labels[0].value == (1,)
    above = [made[m].shape for m in range(n) if made[m].bare_heading]
    alike = any(s is not None and (s.bold, s.capitals) == (looks.bold, looks.capitals) for s in above)
    heads = first and alike and _heads_by_its_look(unit)
    return replace(unit, bare_heading=True, headed=True) if heads else unit


def _heads_by_its_look(unit: Unit) -> bool:
    """Whether a line could be a heading if its type told so."""
    return unit.shape is not None and unnumbered(
        unit.shape, styled=True, single_line=True, names_kind=False, kind_first=False, styles_known=False
    )


def _by_its_words(unit: Unit) -> bool:
    """Whether its words alone make it a heading, as in plain text: what stands below it makes up for the bold type."""
    return unit.shape is not None and unnumbered(
        unit.shape, styled=False, single_line=True, names_kind=bool(unit.kinds), kind_first=False, styles_known=False
    )


def _recognized(document: Document, block: Block) -> bool:
    """Whether the paragraph was read from pixels."""
    word = next((word for word in block.text.origin if word is not None), None)
    if word is None:
        return False
    if word.confidence < 1:
        return True
    page = next((page for page in document.pages if page.number == word.page), None)
    return page is not None and page.text_from == "ocr"


def _joined(document: Document, made: list[Unit], vocabulary: Vocabulary) -> Iterator[Unit]:
    """Joins a label that stands alone with the paragraph below it, and headings printed as two paragraphs."""
    n = 0
    while n < len(made):
        unit = made[n]
        n += 1
        while n < len(made) and _goes_on(document, unit, made[n]):
            unit = _extended(document, unit, made[n], vocabulary)
            n += 1
        yield unit


def _goes_on(document: Document, unit: Unit, below: Unit) -> bool:
    if unit.shape is None or below.shape is None or below.labels or below.block != unit.last_block + 1:
        return False
    if is_debris(below.shape.text):
        return False
    if unit.labels and not unit.shape.text:
        return True
    if (
        unit.starts_node
        and not unit.shape.stop
        and not unit.shape.capitals
        and (below.shape.text[:1].islower() or below.shape.text.startswith("("))
        and not _NOTE.match(below.shape.text)
    ):
        return True  # the rest of the sentence, parted from it by a page or by layout
    if unit.shape.capitals and below.shape.capitals and _LONE_ANNEX.fullmatch(bare(unit.shape.text)):
        return True
    if not (unit.headed and unit.labels) or unit.shape.stop or not unit.shape.capitals or not below.shape.capitals:
        return False
    upper = document.blocks[unit.last_block]
    short = upper.single_line and len(unit.shape.text) < 25 and not upper.centred
    return (not short or _OPEN_END.search(unit.shape.text) is not None) and below.shape.words <= 25


def _extended(document: Document, unit: Unit, below: Unit, vocabulary: Vocabulary) -> Unit:
    """The two as one; the text of a lone label is the whole paragraph below."""
    if unit.shape is not None and not unit.shape.text:
        own = Span(below.own.start, below.span.end)
    else:
        own = Span(unit.own.start, below.span.end)
    block = document.blocks[below.block]
    looks = shape(document.quote(own), bold=block.bold, bold_until=block.bold_until)
    kinds = named(document.quote(own), vocabulary) if may_head(looks) else ()
    return replace(
        unit, last_block=below.last_block, span=Span(unit.span.start, below.span.end), own=own, shape=looks, kinds=kinds, headed=headlike(looks, bool(kinds)),
    )  # fmt: skip


def _preamble_bullets_off(made: list[Unit], document: Document) -> list[Unit]:
    """Bullets before the first numbered paragraph that list the plan's bases belong to the preamble, as do those under
    "Kính gửi"; behind one that is none "Thực hiện ..." is work."""
    first = next((n for n, unit in enumerate(made) if any(label.value for label in unit.labels)), None)
    kept = []
    addressed = listed = False
    for n, unit in enumerate(made):
        bullet = bool(unit.labels) and not unit.labels[0].value
        addressed = (bullet and addressed) or bare(document.quote(unit.span)).startswith("kinh gui")
        basis = bullet and not listed and is_basis(document.quote(unit.own))
        listed = bullet and not (basis or addressed)
        if unit.labels and (addressed or (basis and first is not None and n < first)):
            unit = replace(unit, labels=(), headed=False)
        kept.append(unit)
    return kept


def _cells_off(made: list[Unit]) -> list[Unit]:
    """Cells of a table of which each came as a line of its own ("Giai đoạn", "Thời gian", "Nội dung") head nothing: a word
    or two, or a figure, follow at once."""
    return [
        replace(unit, bare_heading=False, headed=False) if below is not None and _is_cell(unit, below) else unit
        for unit, below in zip_longest(made, made[1:])
    ]


def _is_cell(unit: Unit, below: Unit) -> bool:
    looks, next_ = unit.shape, below.shape
    if not unit.bare_heading or looks is None or looks.capitals or looks.bold or looks.stop:
        return False
    return next_ is not None and not below.labels and below.table is None and next_.words <= _CELL and not next_.stop


def opens_annex(text: str) -> bool:
    """Whether a paragraph after the signature begins a new annex."""
    return bool(_ANNEX.match(bare(text)))
