"""What a heading looks like, as against a labelled paragraph of running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach.orthography.fold import bare, fold
from kehoach.rules.needs import Sieve

HEADING_WORDS = 18
"""A line of its own in regular type with more words than this is running text (a line of A4 holds about 16)."""
LONG_HEADING_WORDS = 30
"""Over a list, a line without any closing mark may be a heading up to this length (two printed lines)."""
BOLD_WORDS = 40
STOPPED_WORDS = 14
"""A line that ends in a full stop and has more words than this is a sentence."""
SENTENCE_WORDS = 45
"""The longest sentence that heads a list."""

_INNER = Sieve(r"(?<![A-ZĐ.])(?<!\bTP)(?<!\bTr)(?<!\bT)[.!?;]\s+(?=[^\W_])|:\s+(?=[^\W_]|[\"“(])")
_SENTENCE_END = Sieve(r"(?<![A-ZĐ.])(?<!\bTP)(?<!\bTr)(?<!\bT)[.!?;]\s+(?=[^\W_])")
_WORTH = Sieve(
    r"(?<!điểm)\s*:\s*\(?(?:tối đa |tổng )?(?:(?:số|cộng|điểm)(?: là)? )?\d{1,4}(?:[.,]\d+)? điểm\)?$", re.IGNORECASE
)
"""The points that a heading of a scoring plan is worth: "Xây dựng nội bộ: 30 điểm", "Thang điểm: (tổng số 100 điểm)"."""
_CONCRETE = Sieve(
    r"\b(?:nhiệm vụ|việc làm|công việc|nội dung|giải pháp|chỉ tiêu|mục tiêu|hoạt động|phần việc|biện pháp|lịch|thời gian|tiến độ|phân công)[^.:;,]{0,20} cụ thể\s*:?$",
    re.IGNORECASE,
)
"""A noun phrase that looks like a lead-in: "Các việc làm cụ thể:"."""
_LIST_INTRO = Sieve(
    r"(?:\bsau(?: đây)?|\bgồm(?: có)?|\blà|\bnhư|\bcụ thể|\bvới (?:các )?nội dung|\bnội dung chính|\btrong đó|\bvề)\s*:?$",
    re.IGNORECASE,
)
_EVERYONE = Sieve(r"(?:mỗi|từng|tất cả)\s", re.IGNORECASE)
"""Begins a sentence that leads over to a list, never the name of a part."""
_CLAUSE = Sieve(
    r"\b(?:như sau|sau đây(?! gọi)|cụ thể(?! hóa| và| của| về)|được (?:chia|tổ chức|triển khai|thực hiện|bố trí) (?:làm|thành|vào|từ|theo))\b",
    re.IGNORECASE,
)
_COUNTED = Sieve(r"(?:[^\W\d_]+ ){1,3}(?:số )?\d{1,2}\s?[.:-]\s+(?=[^\W\d_])")
"""A count before what a heading says: "Mục tiêu 2. Kinh tế, lao động", "Hoạt động 3: Tuyên truyền"."""
SPAN_OF_TIME = Sieve(
    r"(?:tuần|tháng|quý|đợt|giai đoạn|học k[ỳì]|ngày|vòng|bước|chặng)(?: thứ)? (?:\d|[IVX]+\b|một|hai|ba|nhất|cuối)",
    re.IGNORECASE,
)
"""A step of a schedule, of which the bullets below tell: "Tuần 1 (06 - 12/3) - Đăng ký"."""
_DAY = Sieve(
    r"(?:buổi )?(?:sáng|chiều|tối|ngày)(?: thứ)? (?:\d|nhất|hai|ba|tư|năm|ngày|thứ|chủ nhật)|(?:buổi )?(?:sáng|chiều|tối)\W*$"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b.{0,14}\d{1,2}[/-]\d",
    re.IGNORECASE,
)
"""A day of a programme, or a part of one: "NGÀY 2: THỨ SÁU, NGÀY 6/3/2031", "Chiều ngày 6/3"."""
_BASIS = Sieve(
    r"^[-+*•]?\s*(?:căn cứ|thực hiện|theo|xét|để|nhằm|trên cơ sở|phát huy|luật|nghị|thông tư|quyết định|chỉ thị|kế hoạch số|công văn)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_INNER_STOP = re.compile(r"[.:!?]\s")
_QUOTED = re.compile(r"^[\"'“‘(]")


def is_capitals(text: str, share: float = 0.85) -> bool:
    """Whether at least two letters stand in the text and nearly all of them are capitals."""
    letters = "".join(filter(str.isalpha, text))
    return len(letters) >= 2 and sum(map(str.isupper, letters)) >= share * len(letters)


@dataclass(frozen=True, slots=True)
class Shape:
    """The text after a label, measured. ``stop`` is its last character where that is punctuation."""

    text: str
    words: int
    stop: str
    capitals: bool
    running: bool
    intro: bool
    bold: bool
    run_in: bool


def shape(text: str, *, bold: bool = False, bold_until: int = 0) -> Shape:
    """Measures a paragraph; ``bold_until`` counts from the beginning of ``text``."""
    return _measured(text, bold, bold_until)


@lru_cache(maxsize=1024)
def _measured(text: str, bold: bool, bold_until: int) -> Shape:
    folded = fold(text).strip()
    stop = folded[-1] if folded and folded[-1] in ".,:;!?/…" else ""
    inner = _INNER.search(_WORTH.sub("", folded).rstrip(".:; "))
    if inner and (said := counted(folded)) and stop in ("", ":") and len(folded.split()) <= LONG_HEADING_WORDS:
        inner = _INNER.search(folded, said)
    lead = folded[: inner.start()] if inner else folded
    return Shape(
        text=folded,
        words=len(folded.split()),
        stop=stop,
        capitals=is_capitals(folded),
        running=inner is not None,
        intro=_introduces(folded, stop),
        bold=bold,
        run_in=(inner is not None and folded[inner.start()] == ":" and len(lead.split()) <= HEADING_WORDS)
        or (0 < bold_until < 0.8 * len(text) and not bold),
    )  # fmt: skip


def _introduces(folded: str, stop: str) -> bool:
    """Whether a text leads over to a list rather than heads it."""
    if stop not in ":." or _CONCRETE.search(folded):
        return False
    leads = stop == ":" and bool(_LIST_INTRO.search(folded) or _EVERYONE.match(folded))
    return leads or bool(_CLAUSE.search(folded))


def may_head(shape: Shape) -> bool:
    """Whether a text is worth asking for the kinds of section that its words name."""
    return shape.capitals or (shape.words <= BOLD_WORDS and not shape.running and shape.stop not in (";", ",", "/"))


def headlike(shape: Shape, names_kind: bool = False) -> bool:
    """Whether the text could be a heading by its shape alone: short, one phrase, no sentence.

    ``names_kind`` tells that its words name a kind of section, which lets a heading close with "... như sau:".
    """
    if not shape.text or shape.stop in (";", ",", "!", "?") or not _LETTER.search(shape.text):
        return False
    if shape.capitals:
        return shape.words <= 60
    if shape.run_in or (shape.running and not (shape.bold and not _INNER_STOP.search(shape.text))):
        return False  # in bold a semicolon only parts the units that a heading names
    if shape.stop == "/":
        return False
    if shape.stop == ".":
        return shape.words <= STOPPED_WORDS
    if shape.intro and not shape.bold:
        return names_kind and shape.words <= 9
    return shape.words <= (BOLD_WORDS if shape.bold else HEADING_WORDS)


def is_open(shape: Shape) -> bool:
    """Whether a text, however long, is one phrase that has not ended, so that a list may hang under it."""
    return (
        bool(shape.text) and shape.stop in ("", ":") and _SENTENCE_END.search(shape.text, counted(shape.text)) is None
    )


def is_one_sentence(shape: Shape, words: int = SENTENCE_WORDS) -> bool:
    """Whether a text, ended or not, is one sentence of at most so many words, so that it may head a list at length
    ("2. Giữ vững ... trên sông.")."""
    return (
        bool(shape.text)
        and shape.stop in ("", ":", ".")
        and shape.words <= words
        and re.search(r"[.!?]\s", shape.text[counted(shape.text) :]) is None
    )


def lists_names(text: str) -> bool:
    """Whether behind a few words and a colon only names stand ("Các đội: Đội Bảo vệ bờ, Đội Cứu hộ và Tổ Đèn biển")."""
    lead, _, rest = text.partition(": ")
    names = re.split(r"\s*,\s*(?:và\s+)?|\s+và\s+(?=[^\W\d_])", rest.rstrip(" :"))
    plain = len(lead.split()) <= 8 and "gồm" not in lead and ";" not in rest
    return plain and len(names) > 1 and all(name[:1].isupper() for name in names)


def counted(text: str) -> int:
    """Length of the count before what a heading says ("Mục tiêu 2. "); 0 where there is none."""
    match = _COUNTED.match(text)
    return match.end() if match else 0


_DEBRIS = re.compile(r"\s\||\|\s|^\W*S?TT\b")
"""Remains of a table whose lines were not recognized."""
_FORM = Sieve(
    r"ký tên|ký, ghi rõ|giám hộ|(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|mươi|mười) đồng(?: chẵn)?\W*$|^(?:(?:TM|KT|TL|TUQ)\.|[TK]/[MTL]\b|cộng hòa xã hội|độc lập ?- ?tự do|xác nhận của|người (?:làm|viết|lập)|ký tên|đơn vị tính|nơi nhận|kính gửi"
    r"|(?:phó )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|hiệu trưởng|(?:kế toán )?trưởng(?: (?:phòng|ban|đoàn|khoa|trạm|tổ|đơn vị))?|viện trưởng|chánh văn phòng|(?:lãnh đạo|thủ trưởng|đại diện)(?: cơ quan| đơn vị|, đơn vị)*)\W*$)",
    re.IGNORECASE,
)
"""Lines of forms in annexes that look like headings and head nothing."""
_DECIDES = re.compile(r"\W*(?:nay )?quyet (?:dinh|nghi)\W*")
"""The word before the articles of a decision."""
_HEADING_OPENER = Sieve(r"^(?:về|đối với|thời gian|nhóm|khối|các đợt|giai đoạn|phần)\b", re.IGNORECASE)


def is_debris(text: str) -> bool:
    """Whether a paragraph is what recognition leaves of a table row."""
    return bool(_DEBRIS.search(text))


def is_form_line(text: str) -> bool:
    """Whether a line belongs to the furniture of a form: its motto, its places for signatures."""
    return bool(_FORM.search(fold(text).strip()))


def unnumbered(
    shape: Shape, *, styled: bool, single_line: bool, names_kind: bool, kind_first: bool, styles_known: bool
) -> bool:
    """Whether a paragraph without a label is a heading, by its style (bold, capitals) or, in plain text, by its
    words ("Về tập thể", "Thời gian sơ kết"), longer ones where the first word names a kind of section (``kind_first``).

    ``styled``: wholly bold, or bold italic, or underlined on a line of its own. ``styles_known``: the document's
    type can be told, so that a plain line is no heading.
    """
    if _QUOTED.match(shape.text) or shape.running or shape.run_in or shape.intro or shape.stop not in ("", ":"):
        return False
    if is_form_line(shape.text) or is_debris(shape.text) or _DECIDES.fullmatch(bare(shape.text)):
        return False
    if not shape.text[:1].isupper() or shape.words > 25 or (shape.words < 2 and not shape.capitals):
        return False
    if shape.capitals:
        return shape.words >= 2 and len(shape.text) >= 7
    if styled:
        return shape.words <= 20 and single_line
    if styles_known or shape.stop == ":":
        return False
    if kind_first and shape.words <= 16:
        return True
    return shape.words <= 9 and (names_kind or bool(_HEADING_OPENER.match(shape.text)))


def titles_a_table(looks: Shape) -> bool:
    """Whether one short phrase with a colon in it stands over a table ("Thang điểm: 100 điểm một quý")."""
    return not looks.stop and looks.words <= HEADING_WORDS and re.search(r"[.;!?]\s", looks.text) is None


def tells_a_step(looks: Shape) -> bool:
    """Whether a short line is a day, a week or a round of a programme, with what else tells when it is."""
    told = SPAN_OF_TIME.match(looks.text) or _DAY.match(looks.text)
    return told is not None and looks.words <= HEADING_WORDS and looks.stop in ("", ":")


def is_basis(text: str) -> bool:
    """Whether a paragraph tells what the plan rests on."""
    return _BASIS.match(fold(text)) is not None
