"""Printed lines -> paragraphs: which line goes on with the one above it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.layout.breaks import one_text
from kehoach.layout.printed import Printed
from kehoach.layout.signs import is_body
from kehoach.model.document import Block, Zone
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_LONGEST_LINE = 95
"""Characters that a line of a page can hold; a longer one of plain text is an unwrapped paragraph."""
_INSET = 8.0
"""Points right of the margin from which a line counts as indented."""
_NUMBERED_PART = Sieve(r"(?:phu luc|mau|bieu|phan|chuong|muc)\b.{0,14}$")
"""The line above the heading proper of an annex or a part."""
_ATTACHED = re.compile(
    r"\(? ?(?:ban hanh )?(?:kem|dinh kem) theo (?:ke hoach|quyet dinh|cong van|van ban|chuong trinh)"
)
"""The line under an annex's heading that says what it belongs to."""
_WIDE = 0.7
"""Share of the width from which a heading's line is broken for want of room."""
_CAPITAL = 0.7
_FLUSH, _LONG, _FEW, _MOSTLY = 9.0, 0.85, 8, 0.7
"""Points that a stretched line may end left of the margin; that so many of the lines of such a width do."""
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_DOCUMENT = Sieve(
    r"(?:ke hoach|chuong trinh|nghi quyet|chi thi|quyet dinh|de an|thong tu|nghi dinh|luat|cong van|huong dan|ket luan|quy che|nhan dan)\b"
)
"""Words that sentences write with a capital."""
_COUNTED = frozenset(["ngày", "tháng", "năm", "số"])
"""Words that a figure follows, but that may end a heading too ("Chủ đề năm")."""
_BODIES = ("Sở", "Bộ", "Ban")
_NUMBER, _LAST_NUMBER = re.compile(r"(\d+(?:[/.,]\d+)*)"), re.compile(r"(\d+(?:[/.,]\d+)*)%?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![.,]?\d)")
_BELOW = 3.0
"""Points that a line may begin beside the text that it hangs below."""
_HEADED = 0.8
"""Share of capitals in the line of a heading."""
_MAIN = re.compile(r"[IVX]{1,5}\.\s")
"""The number of a main heading."""
_WAITING = frozenset([
    "của", "cứ", "và", "các", "với", "về", "cho", "tại", "theo", "trong", "từ", "đến", "là", "do", "ở", "để",
    "những", "bằng", "được", "bị", "có", "không", "trên", "dưới", "giữa", "khi", "nếu", "thì", "mà", "nhằm",
    "qua", "vào", "ra", "hoặc", "hay", "cũng", "đã", "đang", "sẽ", "phải", "một", "mỗi", "mọi", "từng", "bộ",
    "sở", "ban",
])  # fmt: skip
"""Words after which a sentence cannot end."""
_COMPOUNDS = frozenset(
    ["cơ sở", "trụ sở", "cán bộ", "đảng bộ", "chi bộ", "tiến bộ", "toàn bộ", "nội bộ", "đồng bộ", "phòng ban"]
)
"""Words that end in one of them and may end a heading ("2. Đối với công đoàn cơ sở")."""


@dataclass(frozen=True)
class Wrapping:
    """How lines are broken. In plain text ``width`` is the length of a full line, None where a paragraph is one line; on
    pages ``justified`` tells that lines are stretched to the right margin."""

    width: int | None
    justified: bool = False

    @classmethod
    def of(cls, lines: Sequence[Printed]) -> Wrapping:
        """Hard-wrapped text has many lines of nearly the same, moderate length that break in mid-sentence."""
        longest = sorted((len(line.value) for line in lines), reverse=True)
        long = [line.room for line in lines if line.room is not None and _share(line) > _LONG]
        justified = len(long) > _FEW and sum(abs(room) < _FLUSH for room in long) > _MOSTLY * len(long)
        if len(longest) < 8:
            return cls(None, justified)
        width = longest[len(longest) // 12]
        broken = sum(
            1
            for upper, lower in itertools.pairwise(lines)
            if not upper.closed and not lower.gap and lower.value[:1].islower() and len(upper.value) > 0.6 * width
        )
        return cls(width if width <= 140 and 8 * broken >= len(lines) else None, justified)

    def full(self, upper: Printed, lower: Printed) -> bool:
        """Whether the next line's first word would hardly have fitted any more (letters differ in width)."""
        if self.width is None or not lower.words:
            return False
        needed = len(upper.value) + 1 + len(lower.words[0].text)
        ended = upper.closed or (upper.labelled and _opens_sentence(lower))
        return needed > (0.97 if ended else 0.9) * self.width


def goes_on(upper: Printed, lower: Printed, wrapping: Wrapping) -> bool:
    """Whether the lower of two neighbouring lines belongs to the same paragraph as the upper."""
    if _ATTACHED.match(lower.bare) and not lower.value[:1].islower():
        return False
    if _one_heading(upper, lower):
        return True
    if upper.centred != lower.centred or (upper.closed and _BASIS.match(lower.value)):
        return False
    if mid_range(upper, lower) and not upper.closed and not lower.gap:
        return True
    if upper.inset is not None and lower.inset is not None and not lower.centred:
        return _goes_on_placed(upper, lower, wrapping)
    if lower.labelled:
        return False
    broken = not upper.closed and (
        lower.value[:1].islower() or (_waits(upper, lower) and not _own_office(upper, lower, wrapping))
    )
    if upper.page != lower.page:
        return broken or (_full(upper, lower, wrapping) and not upper.closed)
    if lower.gap:
        return broken and (wrapping.width is None or _full(upper, lower, wrapping))
    return broken or _full(upper, lower, wrapping)


def _one_heading(upper: Printed, lower: Printed) -> bool:
    """Two centred lines of one heading: both in capitals, or the lower in mid-sentence."""
    capitals = min(upper.capitals, lower.capitals) > _HEADED
    if not (upper.middle and lower.middle) or lower.labelled or upper.page != lower.page:
        return False
    if upper.closed and not (capitals and upper.value.endswith(";")):
        return False
    if (
        not (upper.centred or lower.centred)
        or (lower.gap and _share(upper) < _WIDE)
        or _NUMBERED_PART.match(upper.bare)
    ):
        return False
    return capitals or lower.value[:1].islower()


def _opens_sentence(line: Printed) -> bool:
    """A capital and then a word in small letters: no proper name that goes over the end of the line above."""
    first, second, *_ = *(word.text for word in line.words), "", ""
    named = is_body(line) or bool(_DOCUMENT.match(line.bare))
    return first[:1].isupper() and first[1:].islower() and second[:1].islower() and not named


def _share(line: Printed) -> float:
    """How much of the text area's width the line fills."""
    if line.box is None or line.room is None or line.inset is None:
        return 0.0
    return line.box.width / max(line.box.width + line.room + line.inset, 1.0)


def _goes_on_placed(upper: Printed, lower: Printed, wrapping: Wrapping) -> bool:
    """For lines with places: the upper must be full, and the lower begin at the margin where paragraphs do not."""
    broken = not upper.closed and (lower.value[:1].islower() or _waits(upper, lower))
    if upper.page != lower.page and lower.value[:1].islower() and not lower.labelled:
        broken = not upper.closed or upper.value.endswith(";")
    starts = (lower.inset or 0) > _INSET
    short = wrapping.justified and (upper.room or 0) > _FLUSH and (upper.closed or lower.labelled)
    full = _full(upper, lower, wrapping) and not short
    if lower.labelled and (starts or upper.closed or not full or (upper.bold and not lower.bold and lower.styled)):
        return False
    if _MAIN.match(lower.value) and min(upper.capitals, lower.capitals) > _HEADED:
        return False
    ended = upper.closed and not lower.value[:1].islower()
    if full and not ended and not lower.gap and upper.page == lower.page and _hangs(upper, lower):
        return True
    if (lower.opens and not broken) or _heading_below(upper, lower):
        return False
    if upper.page != lower.page:
        return broken or (full and not upper.closed and not starts)
    if starts and (upper.inset or 0) < (lower.inset or 0) - _INSET:
        return full and broken and not lower.gap
    return full and not (lower.gap and upper.closed)


def _hangs(upper: Printed, lower: Printed) -> bool:
    """Whether the lower line begins below the text behind the upper's label, as in lists with a hanging indent."""
    if not upper.labelled or lower.labelled or len(upper.words) < 2:
        return False
    text, begin = upper.words[1].box, lower.words[0].box
    return text is not None and begin is not None and abs(text.x0 - begin.x0) <= _BELOW


def _heading_below(upper: Printed, lower: Printed) -> bool:
    """Whether a heading in capitals, or in bold where styles are known, stands below text that is neither."""
    if lower.capitals > _CAPITAL and upper.capitals < 1 - _CAPITAL and len(lower.words) > 1:
        return upper.closed or (lower.styled and lower.bold and not upper.bold)
    return upper.closed and lower.styled and lower.bold and not upper.bold


def _full(upper: Printed, lower: Printed, wrapping: Wrapping) -> bool:
    if upper.room is None:
        return wrapping.full(upper, lower)
    first = lower.words[0].box
    return first is not None and upper.room < first.width + 6


def _waits(upper: Printed, lower: Printed) -> bool:
    """The line ends where no sentence can: in "của", a comma or an opening mark; in "năm", where a figure follows."""
    last = upper.words[-1].text
    if upper.capitals > _HEADED > lower.capitals and _opens_sentence(lower):
        return False  # a heading in capitals ("YÊU CẦU ĐẶT RA")
    if fold(last).lower() in _COUNTED:
        return lower.value[:1].isalnum() and not lower.value[:1].isupper()
    if " ".join(fold(word.text).lower() for word in upper.words[-2:]) in _COMPOUNDS:
        return False
    return fold(last).lower() in _WAITING or last[-1] in ',(“-–"'


def _own_office(upper: Printed, lower: Printed, wrapping: Wrapping) -> bool:
    """A short line that ends in what a body calls itself ("2. Văn phòng Sở"), over a line that begins a sentence."""
    short = wrapping.width is None or len(upper.value) < _WIDE * wrapping.width
    return short and upper.words[-1].text in _BODIES and _opens_sentence(lower)


def mid_range(upper: Printed, lower: Printed) -> bool:
    """A line that begins with a dash may go on with a range: "2021 / - 2025", "Chủ động / - Sáng tạo;"."""
    if lower.words[0].text not in ("-", "–", "—"):
        return False
    quoted = upper.value.count("“") > upper.value.count("”")
    return quoted or (len(lower.words) > 1 and _is_range(upper.words[-1].text, lower.words[1].text))


def _is_range(first: str, last: str) -> bool:
    """Whether two numbers may bound a range: years, dates or amounts both ("Năm 2026 / - 80% ..." is a new entry)."""
    found, following = _LAST_NUMBER.search(first), _NUMBER.match(last)
    if found is None or following is None:
        return False
    one, other = ((re.sub(r"\d+", "0", n[1]), bool(_YEAR.search(n[1]))) for n in (found, following))
    return one == other  # of one shape, and years both or neither


def paragraphs(lines: Iterable[Printed], wrapping: Wrapping) -> Iterator[tuple[Printed, ...]]:
    """The lines of each paragraph."""
    group: list[Printed] = []
    for line in lines:
        if group and not (goes_on(group[-1], line, wrapping) or _addressed(group[0], line)):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _addressed(first: Printed, line: Printed) -> bool:
    """The bodies that a letter is sent to, one a line with dashes, are one paragraph with "Kính gửi:"."""
    return first.bare.startswith("kinh gui") and bool(re.match(r"[-–+•]\s?\w", line.value))


def block(zone: Zone, lines: Sequence[Printed]) -> Block:
    """One block of these lines, with the style of most of it."""
    text = one_text(line.text for line in lines)
    bold = italic = until = letters = 0
    if any(word.bold or word.italic for line in lines for word in line.words):
        for n, word in enumerate(text.origin):
            bold += word is not None and word.bold
            italic += word is not None and word.italic
            letters += word is not None
            if until == n and (word is None or word.bold):
                until = n + 1
    return Block(
        zone,
        text,
        bold=2 * bold > letters > 0,
        italic=2 * italic > letters > 0,
        centred=all(line.centred for line in lines),
        bold_until=until if bold else 0,
        indent=lines[0].indent,
        single_line=len(lines) == 1 and (lines[0].room is not None or len(text) <= _LONGEST_LINE),
    )
