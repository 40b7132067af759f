"""Words of the official form that are the same in every document, where an engine misread them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach.language.repair import Change
from kehoach.model.document import Zone
from kehoach.model.text import Searching, Text
from kehoach.orthography.letters import UPPER
from kehoach.rules.needs import Sieve

_WORD = re.compile(r"\S+")
_FILED = (Sieve(r"^[-–]?\s*Lưu\s*[:;.,]?\s*(V[IÏÌÍ1l|FY]|YT|VÏ)(?![^\W_])"), "VT")
"""NĐ 30/2020, Phụ lục I: the last entry of nơi nhận is "Lưu: VT, ..." (VT is the records office)."""
_TO_REPORT = (Sieve(r"(\(\s?b\s?(?:[/íìiïl1|!]{0,2}\s?[cCe©€]|[íì])\s?\))"), "(b/c)")
_TOLD = re.compile(r"\(?(?:b/c|t/h|th/h|p/h|đ/c)\)?[;.,]?")
"""What entries of nơi nhận say of their purpose; the engine knows it in its other readings."""
_WORDS = Sieve(r"(?<!\S)đ\S{0,2}c[;.,]?(?!\S)"), re.compile(r"đ/c[;.,]?")
"""The same of "đ/c" in running text, where no other word of its looks is a formula."""
_HARDLY = 0.8
_BEHIND_HEADING = Sieve(r"^Nơi nhận\s?:(\s\S{1,3})$")
"""Dust behind the heading of nơi nhận, which nothing stands behind."""
_TO_DO = (Sieve(r"(\(\s?đ[ểếềêẻẽẹe]\s?t\s?[/íìiïl1|!]?\s?h\s?\))"), "(để t/h)")
_FOR_REPORT = (Sieve(r"(\(\s?đ[ểếềêẻẽẹe]\s?b\s?[/íìiïl1|!]?\s?[cCe©]\s?\))"), "(để b/c)")
_ENTRY = (Sieve(rf"^([“\"'=~_.•]{{1,2}}\s?)(?=[{UPPER}])"), "- ")
_NUMBER = (Sieve(r"^(S[óòôồốöØõoơộồ06ỗỏ]|5[ốóô]|Sỗ|Sổ)(?=\s*[:.;]|\s+\d|\s*/)"), "Số")
_DEPARTMENT = (Sieve(rf"^(S[ẺÉÈÔỘÓÒỎÕỚỜỢƠO0])(?=\s[{UPPER}])"), "SỞ")
_PROVINCE = (Sieve(rf"(?<!HÀ )(?<!\w)(T[ÌÍĨỊI]NH)(?=\s[{UPPER}])"), "TỈNH")
_DEPUTY = (Sieve(r"^(PH[OÔÒỎÕỐ0])(?=\s(?:CHỦ|GIÁM|TRƯỞNG|CHÁNH|HIỆU|CỤC|BÍ|VIỆN|CHI|TỔNG)\s)"), "PHÓ")
_COUNTED = r"(?i:mục|phần|chương|học kỳ|học kì|kỳ|quý|đợt|khóa|hạng|lần thứ)"
_ROMAN_ONE = (Sieve(rf"(?:{_COUNTED}) ([ÏÎÌÍỈĨỊ|\]])(?![^\W_])"), "I")
_ROMAN_GLUED = (Sieve(rf"(?:{_COUNTED})(\])(?![^\W_])"), " I")
_ROMAN_TWO = (Sieve(rf"(?:{_COUNTED}) (H|IL|Il|lI|1I|I1|JI|II1|IỊ|ÏI)(?![^\W_.])(?!\.\w)"), "II")
_ROMAN_THREE = (Sieve(rf"(?:{_COUNTED}) (IHI|HII|IIl|lII|IlI|IIH|HIH|IH|HI|HL|IIL)(?![^\W_])"), "III")
_ROMANS = (_ROMAN_ONE, _ROMAN_GLUED, _ROMAN_TWO, _ROMAN_THREE)
_MONTH, _OF_YEAR = r"(?i:ngày) [0-3]?\d tháng", r"(?= (?i:năm) (?:19|20)\d\d(?!\d))"
_MONTHS = tuple(
    (Sieve(rf"{_MONTH} ({read}){_OF_YEAR}|(?<![\w/.])[0-3]?\d/({read})(?=/(?:19|20)\d\d(?!\d))"), right)
    for read, right in (
        (r"[Il|!\]]", "1"),
        (r"[0Oo][Il|!\]]", "01"),
        (r"[Il|!\]][0Oo]|1[Oo]", "10"),
        (r"[Il|!\]1]{2}|H", "11"),
        (r"[Il|!\]]2", "12"),
    )
)
"""A month between day and year, whose strokes were read as letters: no other month is written so."""
_LABEL_ONE = (Sieve(r"^[VX]{0,3}I{0,2}([ÏÎÌÍỈĨỊ])(?=I{0,2}\s?[./]\s*\S)"), "I")
"""The stroke of a Roman label at the head of a paragraph, dotted by a speck ("VỊ. Kinh phí")."""
_COMRADE = (Sieve(rf"(?:^|[;:,(]\s?|(?:do|và|giao|gồm)\s)(đ[ứựíịl1|]?c)(?=\s[{UPPER}])"), "đ/c")
"""The slash of "đ/c" before a name or a post, read as a vowel."""
_COMRADES = (Sieve(rf"(?:^|[;:,(.]\s?)(Đ[ựíịl1|]?c)(?=\s[{UPPER}])"), "Đ/c")
_COMRADE_NO_WORD = (Sieve(r"(?<![^\W_])(đ[íịl1|]c)(?![^\W_])"), "đ/c")
_COMRADE_NO_NAME = (Sieve(r"(?<![^\W_])(Đ[íịl1|ÍỊI]c)(?![^\W_])"), "Đ/c")
_HEADS = r"(?=\s(?:[Gg]iám|[Pp]hó|PGĐ|PCT|PBT|[Cc]hủ|[Bb]í|[Tt]rưởng|[Uu]ỷ|[Ủủ]y|UV|[Ll]ãnh|[Tt]hành)(?![^\W_]))"
_COMRADE_LISTED = (Sieve(rf"(?:các|,)\s(đ[ứựửíịưul1|]?c){_HEADS}"), "đ/c")
_COMRADES_LISTED = (Sieve(rf"^(?:[-–]\s?)?(?:Các\s)?(Đ[ứựửíịưul1|]?c){_HEADS}"), "Đ/c")
_LISTED = (_COMRADE_LISTED, _COMRADES_LISTED, _COMRADE_NO_WORD, _COMRADE_NO_NAME)
"""The same in nơi nhận, where "Đức", "đực" are what recognition makes of it."""
_ONE = (
    Sieve(
        r"(?:trừ|cộng|tối đa|mỗi|thêm|thiếu|có|từ|là) ([Il|])(?= (?:điểm|đ|lần|tiết|giải|buổi|ngày|tuần|tháng|năm)(?![^\W_]))"
    ),
    "1",
)
_AWARD = (Sieve(r"khen (th[ưu][ờớỡơợ]ng)(?![^\W_])(?! (?:xuyên|kỳ))"), "thưởng")
_AWARDS = (Sieve(r"KHEN (TH[ƯU][ỜỚỠƠỢ]NG)(?![^\W_])(?! (?:XUYÊN|KỲ))"), "THƯỞNG")
_TAIL = (Sieve(r"(?<=[A-ZĐ])(Ọ)(?=[SĐKBDLRVXQ])|(?<=[/-]N)(Ọ)(?=[/-])|(?<=[/-])(Ọ)(?=Đ(?![^\W_]))"), "Q")
"""The tail of a Q, read as the dot of an Ọ that no syllable has there ("CHQS", "12-NQ/TU", "15/QĐ")."""
_BRANCHES = (
    (
        Sieve(
            r"(?<!\w)(Chỉ)(?= (?:cục|nhánh|ủy)(?![^\W_])(?! (?:bộ|quyền|thác|nhiệm)))|(?:[^\W_][,;]? )(Chỉ)(?= (?:đoàn|bộ|hội)(?![^\W_]))"
        ),
        "Chi",
    ),
    (
        Sieve(
            r"(?<!\w)(chỉ)(?= (?:cục|nhánh|ủy)(?![^\W_])(?! (?:bộ|quyền|thác|nhiệm))|, đảng bộ)"
            r"|(?<!\w)(?:các|mỗi|từng|những|toàn|sinh hoạt|bí thư|\d+) (chỉ)(?= (?:đoàn|bộ|hội)(?![^\W_]))"
        ),
        "chi",
    ),
    (Sieve(r"(?<!\w)(CHỈ)(?= (?:CỤC|NHÁNH|ỦY|ĐOÀN|BỘ|HỘI)(?![^\W_]))"), "CHI"),
)
"""A dot that a speck gave to branches of bodies, where "chỉ" (only, to point) cannot stand."""
_RANGE = (Sieve(r"(?<=\s)([~—])(?=\s)"), "-")

_FREEDOM = (Sieve(r"(?<!\w)(T(?!ự)[uưúùủũụứừửữự])(?=\sdo(?:\s*[-–—.]|$))"), "Tự")
_HAPPINESS = (Sieve(r"(?<!\w)(H[aàáảã]nh)(?=\sph[uúùủũụ]c$)"), "Hạnh")
_INDEPENDENCE = (Sieve(r"^(?:Đ[oóòôộọ]c\s)(l(?!ập)[aâăạậặầấ][pnm])(?=\s*[-–—.]?\s*T)"), "lập")
_MOTTO = (_FREEDOM, _HAPPINESS, _INDEPENDENCE)
_BEHIND = (Sieve(rf"^(?!Số)(?:[{UPPER}]\S*\s)*[{UPPER}][^\s.:;,]*\s?([.:;,'’`“”\"]+)$"), "")
_BEHIND_SYMBOL = (Sieve(rf"(?<=[{UPPER}])\s?([.:;,'’`“”\"]+)$"), "")
"""What lines of the form have behind their last word is dust."""
_KIND = (Sieve(rf"^[{UPPER}]+ [{UPPER}]+\s?([.:;,'’`]+)$"), "")

_NAMES = (_TAIL, *_BRANCHES)
"""What names of bodies suffer, wherever they stand."""
_USUAL = (_COMRADE, _COMRADES, _COMRADE_NO_WORD, _COMRADE_NO_NAME, _ONE, _AWARD, _AWARDS, *_NAMES)

_SAYING: tuple[Zone, ...] = ("recipients", "body", "table", "annex")

FORMULAS: Mapping[Zone, tuple[tuple[Sieve, str], ...]] = {
    "recipients": (_ENTRY, _FILED, _TO_REPORT, _FOR_REPORT, _TO_DO, _RANGE, *_NAMES, *_LISTED),
    "motto": (*_MOTTO, _BEHIND_SYMBOL),
    "issuer": (_DEPARTMENT, _PROVINCE, *_NAMES, *_LISTED, *_MOTTO, _BEHIND),
    "signature": (_DEPUTY, *_NAMES, *_LISTED, _BEHIND),
    "number": (_NUMBER, _TAIL, _BEHIND_SYMBOL),
    "body": (_RANGE, *_ROMANS, *_MONTHS, _LABEL_ONE, *_USUAL),
    "title": (_KIND, _RANGE, _AWARD, _AWARDS, *_NAMES, *_LISTED),
    "table": (_RANGE, *_ROMANS, *_MONTHS, *_USUAL),
    "annex": (_RANGE, *_MONTHS, _LABEL_ONE, *_USUAL),
}


def changes(text: Text, zone: Zone) -> list[Change]:
    found = []
    for pattern, right in FORMULAS.get(zone, ()):
        for match in pattern.finditer(text.value):
            start, end = match.span(match.lastindex or 1)
            read = match[match.lastindex or 1]
            if read != right and not read.isspace() and (right or _is_recognized(text, start)):
                found.append(Change(start, end, read, right))
    if zone in _SAYING:
        more = [*_told(text, *_WORDS)] if zone != "recipients" else [*_told(text, _WORD, _TOLD), *_behind_heading(text)]
        found += [told for told in more if not any(told.start < c.end and c.start < told.end for c in found)]
    return sorted(found, key=lambda change: change.start)


def _is_recognized(text: Text, at: int) -> bool:
    word = text.origin[at]
    return word is not None and word.confidence < 1


def _behind_heading(text: Text) -> Iterator[Change]:
    for match in _BEHIND_HEADING.finditer(text.value):
        word = text.origin[match.end(1) - 1]
        if word is not None and word.confidence < _HARDLY:
            yield Change(match.start(1), match.end(1), match[1], "")


def _told(text: Text, read: Searching, known: re.Pattern[str]) -> Iterator[Change]:
    """Doubtful words that another reading has as what is always written so ("bíc);" for "(b/c);")."""
    for match in read.finditer(text.value):
        word = text.origin[match.start()]
        if word is None or word.confidence >= _HARDLY or word.text != match[0] or known.fullmatch(match[0]):
            continue
        meant = next((other for other, _ in word.alternatives if known.fullmatch(other)), None)
        if meant is not None:
            yield Change(match.start(), match.end(), match[0], meant)
