"""The grammar of quantities: "từ 90% trở lên", "ít nhất 02 sáng kiến", "từ 07 đến 09", "nhóm 05 cơ quan đứng đầu"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kehoach.extract.targets.comparisons import compared
from kehoach.extract.targets.counted_units import ANY_UNIT, FIRM, PER, labelled_unit, plain_unit, score, unit_at
from kehoach.extract.targets.quantity import AT_LEAST, AT_MOST, Kind, Quantity, Units, parsed
from kehoach.extract.targets.quantity_forms import blanks, parts_of_wholes, ranks
from kehoach.orthography.numerals import SPELLED, spelled_number
from kehoach.rules.needs import Sieve

_VALUE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.])|\d+(?:[.,]\d+)?"
_NUMBER = Sieve(
    rf"(?<![\w./%])(?<!\d,)(?P<low>{_VALUE})(?P<p1>\s?%)?(?:\s*(?:-|đến|tới)\s*(?:dưới\s+)?(?P<high>{_VALUE}))?(?P<p2>\s?(?:%|‰|phần trăm))?"
    r"(?!\d|/(?!(?:năm|tháng|quý|tổng|số)\b|1(?:0{0,2})\.000\s)|\s?/\s?(?!1(?:0{0,2})\.000\s)\d)|(?<![\w./])(?<!\d,)(?P<part>\d{1,4})\s?/\s?(?P<whole>\d{1,4})(?=\s+[^\W\d_])"
)
_ORDINAL = re.compile(
    r"(?<!mỗi )(?:\bsố|\bkhoản|\bđiều|\bmục|\blớp|\bkhối|\bquý|\btháng|\bngày|\btuần|\bđợt|\bloại|\bcấp độ|\bmức độ|\bthứ|\bkhóa|\bbước|\bphần|"
    r"(?-i:\bPhòng|\bĐội|\bTrạm|\bTrại|\bKhu vực|\bQuân khu|đoàn|\bĐại đội)|(?<!dứt )(?<!kiểm tra )(?<!khảo sát )(?<!thanh tra )\bđiểm|\bgiai đoạn|\bkỳ|\bhọc kỳ|\bISO|\bTCVN|\bcovid-?|\bcụm|\btừ năm|\bnhiệm kỳ|\bphường|\bquận|\btổ|\bkhu phố|\bsau|\btuổi|\bcuộc vận động|\bđề án|\bchỉ thị|\bnghị quyết|\bthông tư|\bnghị định|\bchương trình|\bban chỉ đạo|-)\s*$",
    re.IGNORECASE,
)
_SO_OFTEN = re.compile(r"\s+lần\s+(?:mỗi|trong)\b", re.IGNORECASE)
_EACH_ONE = re.compile(r"(?<!\w)mỗi\s(?:[^\W\d]+\s+){1,3}$", re.IGNORECASE)
_EACH = re.compile(r"(?<!\w)mỗi\s(?:[^\W\d]+\s+){1,6}$", re.IGNORECASE)

_VALUED = Sieve(r"(?:^|[,.;:(]|\bvà)\s*[^\W\d][^,.;:()\d]{1,60}?\s*[:=]\s*$")
"""A name with a colon behind it, at the end of the words before a number."""
_ALONE = re.compile(r"(?:\s*(?P<unit>mét(?: khối| vuông)?|m[23³²]?|kg|tạ|lít|giờ|MWh|kWh))?\s*(?:$|[,;(=]|\.(?!\d))")
"""Behind a number whose name stands before it: nothing, or what it is measured in."""
_WORDED = Sieve(
    r"(?P<cue>\b(?:ít nhất|tối thiểu|không quá|tối đa|cử|mỗi\s[^.;:]{2,60}?\b(?:có|(?:nhận )?(?:đỡ đầu|kèm cặp|kết nghĩa với|phụ trách|giúp(?: đỡ)?)|nhận|đăng ký|xây dựng(?: mới)?|thực hiện|chọn|tổ chức|ủng hộ|đóng góp)|mỗi\s(?:[^\W\d_]+\s){0,2}?[^\W\d_]+(?<!\slà)(?=\s+một\s)|mỗi (?:tuần|tháng|quý|năm)(?=\s+[^\W\d]+\s+(?:kỳ|buổi|số|tin|chuyên mục)(?!\w))))"
    rf"\s+(?P<word>(?!năm\s){SPELLED})(?:\s\(\d+\))?\s+",
    re.IGNORECASE,
)
_WORDED_RANGE = Sieve(rf"(?<!\w)(?P<low>{SPELLED})\s(?:đến|tới)\s(?P<high>{SPELLED})\s+", re.IGNORECASE)
_WORDED_LEAST = Sieve(
    rf"(?<!\w)(?<!ít nhất )(?<!tối thiểu )(?P<word>(?!năm\s){SPELLED})(?=\s+[^,.;:()\d]{{2,45}}?\strở lên(?!\w))",
    re.IGNORECASE,
)
_WORDED_SHARE = Sieve(rf"(?<!\w)(?P<word>{SPELLED})\s+phần trăm(?!\w)", re.IGNORECASE)
_MOTTO = re.compile(
    r"(?:sẵn sàng|xin|luôn|hơn|cao điểm|đợt|công văn|quyết định|thông tư|nghị định|nêu|nhớ|không|có|nhất|sạch|chống|xây|tốt|giỏi|an toàn|rõ|biết|tại chỗ|quyết|nguyên tắc|chuẩn mực|phẩm chất|đức|mặt|tính|"
    r"khâu|phong trào|cuộc vận động|hình thức|phương (?:án|châm)|giai đoạn|chặng|miền|ban|cụm(?! (?:pa|loa|công trình|đèn|camera|dân cư))|khối|vấn đề|văn bản|loại|dạng|hướng|nhóm|phương pháp|bước|vòng|trận|nơi|địa điểm)(?!\w)",
    re.IGNORECASE,
)
"""What begins a list of rules, or numbers parts, and is no amount of work."""
_MEANT = re.compile(rf"(?:\b(?:đạt|{AT_LEAST}|{AT_MOST}))\s*$", re.IGNORECASE)
_SPOTS = re.compile(
    r"\s+(?P<unit>điểm\s+(?!(?:trở|trừ|cộng|thưởng|chuẩn|tối|nếu|đối|và|hoặc|của|cho|mỗi|khi|là|theo|thi đua|liệt)\b)(?:hỗ trợ|cứu (?:hộ|trợ)|bán hàng|thu gom|tư vấn|vui chơi|tập kết|giao dịch|sinh hoạt|du lịch|trường học|[^\W\d_]+))"
)
"""Places, where work is told; a score would be told as such."""
_LENGTH = re.compile(
    r"\s?(?P<unit>mét(?: vuông| khối)?|m)\s+(?!(?:trở|với|so|tính|từ|trên|dưới|về|kể|và|để|đến|của|vuông|khối|theo|là|thì|nếu|bề|chiều)\b)[^\W\d_]"
)
"""Metres of what is made, which stands behind them ("lát 600 m vỉa hè"); others tell how long or far something is."""
_DOTS = re.compile(r"(?<![.…])(?:\.{4,}|…+\.*|_{3,})(?=\s?[^\W\d])")
_NAMED_BEFORE = re.compile(r"[^.;:]+:\s*$")
_LABEL = 90
_NEAR = 30
"""Characters before a number in which the word of an ordinal ends."""
_OF_THEM = Sieve(
    r"\s+(?:(?:tổng\s+)?số\s+[^\W\d]|(?:thời gian|diện tích|(?:khối )?lượng|(?:kinh|chi) phí|dân số|chiều dài)(?!\w))"
)
_OF_ONE = re.compile(
    r"(?:(?<=trên )|(?<=cho )|(?<=của ))0?1\s+(?:ha|héc\s?-?ta|sào|mẫu|công đất|đơn vị|đầu người|m2|lao động|hộ|tấn|km|lít|ca|giường)(?!\w)[^.;,]{0,60}?"
    r"\b(?:đạt|còn|xuống|tăng|giảm|(?:từ|ít nhất|tối thiểu|không quá|dưới|trên)\s(?=\d))",
    re.IGNORECASE,
)
"""What a measure is reckoned for ("giá trị trên 1 ha đất đạt 90 triệu đồng"), which is no least number."""
_VOLTAGE = re.compile(r"\s?kV(?!\w)", re.IGNORECASE)
"""Tells which lines and stations are meant, never how many."""
_NEXT = re.compile(r"(?:\s+[^\W\d]+){0,2}(?:,|\s+và|\s+hoặc)\s+")
"""Between the members of a list of counts."""
_PARTS = 10
"""The most parts of which a share in words of parts ("2/3 số hộ") names some."""
_YEARS = range(1900, 2101)
_MONTHS = 12


def quantities(
    text: str,
    units: Units,
    any_noun: bool = False,
    is_title: Callable[[str], bool] | None = None,
    is_amount: Callable[[str], bool] | None = None,
) -> tuple[Quantity, ...]:
    """Every quantity with a unit in folded text, in order. Numbers of years, ordinals and dates are none. ``any_noun``
    takes nouns outside the vocabulary for units too, as do words before that a number tells the amount of (``is_amount``);
    behind a name and a colon, or a title (``is_title`` of the words before), a number counts without one."""
    placed = [*ranks(text), *parts_of_wholes(text, units)]
    worded = {q.start: q for q in (*_upwards(text, units), *_in_words(text, units), *_parts_in_words(text))}
    found = [*placed, *blanks(text), *worded.values()]
    found += _left_out(text, units, any_noun, is_amount)
    for match in _NUMBER.finditer(text):
        if any(r.start <= match.start() < r.end for r in placed):
            continue
        quantity = _quantity(text, match, units, any_noun or _goes_on(text, found, match.start())) or (
            _counted_before(text, match, is_title) if any_noun and is_title is not None else None
        )
        if (
            quantity is None
            and is_amount is not None
            and _may_count(text, match)
            and (is_amount(text[: match.start()]) or _goes_on_with_amounts(text, found, match.start(), is_amount))
        ):
            quantity = _amount(text, match, units)
        if quantity is not None:
            found.append(quantity)
    return tuple(sorted(found, key=lambda q: q.start))


def _may_count(text: str, match: re.Match[str]) -> bool:
    """Whether a noun stands behind a number that is no year and no ordinal."""
    end, low = match.end(), match["low"]
    noun = (
        ANY_UNIT.match(text, end) or _SPOTS.match(text, end) or _LENGTH.match(text, end) or text[end : end + 2] == ' "'
    )
    year = low is not None and len(low) == 4 and low.isdigit() and int(low) in _YEARS
    return bool(noun) and not year and (low is None or not _is_ordinal(text, match.start()))


def _goes_on(text: str, found: list[Quantity], at: int) -> bool:
    """Whether a number goes on with a list whose last member is counted with a comparison, or for each ("ít nhất 02 đề tài,
    05 kiến nghị"), so that anything may be counted."""
    last = found[-1] if found else None
    listed = last is not None and last.kind == "counted" and (last.worded or _EACH.search(text, 0, last.start))
    return bool(listed) and last is not None and _NEXT.fullmatch(text, last.after, at) is not None


def _goes_on_with_amounts(text: str, found: list[Quantity], at: int, is_amount: Callable[[str], bool]) -> bool:
    """Whether a number goes on with a list whose first member is an amount of work ("nuôi 30 con lợn, 200 con gà")."""
    while found and found[-1].kind == "counted" and _NEXT.fullmatch(text, found[-1].after, at):
        at, found = found[-1].start, found[:-1]
        if is_amount(text[:at]):
            return True
    return False


def _quantity(text: str, match: re.Match[str], units: Units, any_noun: bool) -> Quantity | None:
    if match["part"]:
        return _share(text, match, units, any_noun)
    percent = match["p2"] or (match["p1"] and not match["high"])
    if not (percent or match["high"]) and _is_ordinal(text, match.start()) and not _SO_OFTEN.match(text, match.end()):
        return None
    if _OF_ONE.match(text, match.start()) or _VOLTAGE.match(text, match.end()):
        return None
    low = parsed(match["low"])
    high = parsed(match["high"]) if match["high"] else None
    if not percent and low in _YEARS and match["low"].isdigit() and len(match["low"]) == 4:
        return None
    per = PER.match(text, match.end()) if percent else None
    unit = ("‰" if "‰" in match[0] else "%") + (per[0] if per else "")
    named: tuple[Kind, str, int] | None = ("percent", unit, per.end() if per else match.end())
    if not percent:
        named = unit_at(text, match.end(), units) or plain_unit(text, match, any_noun)
        named = named or labelled_unit(text, match) or (score(text, match) if any_noun else None)
    if named is None:
        return None
    kind, unit, end = named
    begin = match.start()
    if percent and high is not None and low in _YEARS and low > high:  # "Đến năm 2030 - 100% ..."
        begin, low, high = match.start("high"), high, None
    made = Quantity(begin, end, begin, end, kind, "=", low, None, unit)
    if high is not None and high > low:
        made = replace(made, comparator="range", value_max=high)
    return compared(text, made)


def _is_ordinal(text: str, at: int) -> bool:
    """Whether a number numbers what stands before it ("cụm 3"); "mỗi cụm 3 ..." counts."""
    near = max(0, at - _NEAR)
    return _ORDINAL.search(text, near, at) is not None and _EACH_ONE.search(text, near, at) is None


def _counted_before(text: str, match: re.Match[str], is_title: Callable[[str], bool]) -> Quantity | None:
    """ "Giấy khen: 08", "CSTĐCS 05": what is counted stands before the number, and nothing behind it."""
    number = match["low"]
    alone = _ALONE.match(text, match.end())
    if number is None or match["high"] or match["p1"] or match["p2"] or alone is None:
        return None
    before = text[max(0, match.start() - 70) : match.start()]
    if int(parsed(number)) in _YEARS or _ORDINAL.search(before) or not (_VALUED.search(before) or is_title(before)):
        return None
    end = alone.end("unit") if alone["unit"] else match.end()
    return Quantity(match.start(), end, match.start(), end, "counted", "=", parsed(number), None, alone["unit"])


def _left_out(text: str, units: Units, any_noun: bool, is_amount: Callable[[str], bool] | None) -> Iterator[Quantity]:
    """Dots for a number that was left out, before what it would count ("tối thiểu ...... điển hình")."""
    for match in _DOTS.finditer(text):
        named = unit_at(text, match.end(), units)
        meant = any_noun or _MEANT.search(text, 0, match.start()) or (is_amount and is_amount(text[: match.start()]))
        if named is not None and meant and named[0] in ("counted", "money"):
            yield compared(
                text, Quantity(match.start(), named[2], match.start(), named[2], "blank", "=", None, None, named[1])
            )


def _amount(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    """How much work there is to do, whatever it counts, but for rules and mottos ("12 điều", "5 không")."""
    if match["part"] and _ORDINAL.search(text, max(0, match.start() - _NEAR), match.start()):
        return None  # "trước ngày 10/12 hằng năm"
    spots = _SPOTS.match(text, match.end()) or _LENGTH.match(text, match.end())
    if spots and match["low"] and not match["high"]:
        end = spots.end("unit")
        return compared(
            text,
            Quantity(match.start(), end, match.start(), end, "counted", "=", parsed(match["low"]), None, spots["unit"]),
        )
    quantity = _quantity(text, match, units, any_noun=True)
    if quantity is None or _MOTTO.match(quantity.unit or ""):
        return None
    label = _NAMED_BEFORE.search(text, max(0, match.start() - _LABEL), match.start())
    return quantity if label is None or is_named_in(quantity.unit, label[0]) else None


def is_named_in(unit: str | None, label: str) -> bool:
    """Whether a label says what is counted behind it."""
    noun = (unit or "").split("/")[0].split(" ")[0]
    return re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", label, re.IGNORECASE) is not None


def _share(text: str, match: re.Match[str], units: Units, any_noun: bool) -> Quantity | None:
    """ "17/19 tiêu chí": so many of a whole; "1/3 số hộ": a share."""
    of_them = _OF_THEM.match(text, match.end())
    if of_them is not None and int(match["part"]) < int(match["whole"]) <= _PARTS:
        share = round(100 * int(match["part"]) / int(match["whole"]), 2)
        return compared(
            text, Quantity(match.start(), match.end(), match.start(), match.end(), "percent", "=", share, None, "%")
        )
    named = unit_at(text, match.end(), units) or plain_unit(text, match, any_noun)
    if named is None or named[0] != "counted" or int(match["part"]) > int(match["whole"]):
        return None
    if int(match["part"]) <= _MONTHS and int(match["whole"]) in _YEARS:
        return None
    _, unit, end = named
    return compared(
        text, Quantity(match.start(), end, match.start(), end, "counted", "=", float(match["part"]), None, unit)
    )


def _in_words(text: str, units: Units) -> Iterator[Quantity]:
    """ "ít nhất một mô hình", "cử hai cán bộ": small numbers in words, where a goal is plainly meant; shares and ranges
    in words ("chín mươi phần trăm", "một đến hai tiêu chí")."""
    for match in _WORDED_SHARE.finditer(text):
        begin, end = match.span()
        yield compared(text, Quantity(begin, end, begin, end, "percent", "=", _spelled(match["word"]), None, "%"))
    for match in _WORDED_RANGE.finditer(text):
        named, low, high = unit_at(text, match.end() - 1, units), _spelled(match["low"]), _spelled(match["high"])
        if named is not None and named[0] == "counted" and low < high:
            kind, unit, end = named
            yield Quantity(match.start(), end, match.start(), end, kind, "range", low, high, unit)
    for match in _WORDED.finditer(text):
        named = unit_at(text, match.end() - 1, units)
        other = ANY_UNIT.match(text, match.end() - 1) if named is None and FIRM.match(match["cue"]) else None
        if other is not None and not re.match(r"(?:nửa|cách|phần|số|bên|ai)\b", other["unit"]):
            named = "counted", other["unit"], other.end()
        if named is not None:
            kind, unit, end = named
            value = _spelled(match["word"])
            yield compared(
                text, Quantity(match.start("word"), end, match.start("word"), end, kind, "=", value, None, unit)
            )


_PARTS_IN_WORDS = {"một nửa": 50.0, "một phần ba": 33.33, "hai phần ba": 66.67, "một phần tư": 25.0, "ba phần tư": 75.0}
_PART_IN_WORDS = Sieve(
    rf"(?<!\w)(?:(?:giảm|cắt giảm|tiết kiệm|tăng|đạt|hoàn thành|{AT_LEAST}|{AT_MOST})\s+(?:được\s+|ngay\s+)?)(?P<word>{'|'.join(_PARTS_IN_WORDS)})(?=\s+[^\W\d])",
    re.IGNORECASE,
)


def _parts_in_words(text: str) -> Iterator[Quantity]:
    """ "Giảm ít nhất một nửa lượng rác": a share in words of parts, where it is to be reached."""
    for match in _PART_IN_WORDS.finditer(text):
        begin, end = match.span("word")
        share = _PARTS_IN_WORDS[match["word"].lower()]
        yield compared(text, Quantity(begin, end, begin, end, "percent", "=", share, None, "%"))


def _upwards(text: str, units: Units) -> Iterator[Quantity]:
    """ "hai gia đình hội viên trở lên": a number in words, where the words behind tell that it is the least."""
    for match in _WORDED_LEAST.finditer(text):
        named = unit_at(text, match.end(), units)
        if named is not None and named[0] == "counted":
            kind, unit, end = named
            value = _spelled(match["word"])
            yield compared(text, Quantity(match.start(), end, match.start(), end, kind, "=", value, None, unit))


def _spelled(words: str) -> float:
    """The value of words that ``SPELLED`` matches."""
    value = spelled_number(words)
    assert value is not None
    return float(value)
