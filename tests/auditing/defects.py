"""Defect makers: each puts one known defect into the text of a plan, or finds no place for it.

The plan itself is the clean twin: what is found in the defective one and not in the twin is the audit's answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Maker = Callable[[str, Random], str | None]


@dataclass(frozen=True)
class Defect:
    """``codes`` are the rules of which one must find it; ``also`` may speak up because of it too."""

    name: str
    family: str
    codes: tuple[str, ...]
    make: Maker
    also: tuple[str, ...] = ()


def _body(text: str) -> tuple[int, int]:
    """From the end of the title to nơi nhận."""
    start = text.index("KẾ HOẠCH") + 8
    end = text.find("\nNơi nhận")
    return start, len(text) if end < 0 else end


def _swap(
    text: str, pattern: str, new: str | Callable[[re.Match[str]], str], draw: Random, *, body: bool = True
) -> str | None:
    """The text with one match of the pattern replaced; None where there is none."""
    low, high = _body(text) if body else (0, len(text))
    found = list(re.compile(pattern, re.MULTILINE).finditer(text, low, high))
    if not found:
        return None
    match = draw.choice(found)
    made = new(match) if callable(new) else match.expand(new)
    return text[: match.start()] + made + text[match.end() :] if made != match[0] else None


def _lines(text: str, keep: Callable[[str], bool]) -> str | None:
    lines = text.split("\n")
    kept = [line for line in lines if keep(line)]
    return "\n".join(kept) if len(kept) < len(lines) else None


def _append(words: str) -> Maker:
    """Adds words to the end of a paragraph of the body that ends with a full stop."""

    def make(text: str, draw: Random) -> str | None:
        return _swap(text, r"(?<=[a-zà-ỹ])\.$", words, draw)

    return make


def blank_number(text: str, draw: Random) -> str | None:
    return _swap(text, r"^Số: \d+", "Số:     ", draw, body=False)


def no_number(text: str, draw: Random) -> str | None:
    return _lines(text, lambda line: not line.startswith("Số: "))


def blank_date(text: str, draw: Random) -> str | None:
    return _swap(text, r", ngày \d+ tháng \d+ năm (\d{4})$", r", ngày     tháng     năm \1", draw, body=False)


def no_position(text: str, draw: Random) -> str | None:
    head, mark, foot = text.partition("\nNơi nhận")
    kept = _lines(foot, lambda line: not re.fullmatch(r"[A-ZĐÀ-Ỹ.,\- ]{6,}", line))
    return head + mark + kept if kept is not None and mark else None


def no_recipients(text: str, draw: Random) -> str | None:
    head, mark, foot = text.partition("\nNơi nhận")
    kept = _lines(mark + foot, lambda line: not line.startswith(("-", "Nơi nhận")))
    return head + "\n" + kept.lstrip("\n") if kept is not None and mark else None


def wrong_symbol(text: str, draw: Random) -> str | None:
    return _swap(text, r"^(Số: ?\d+)/KH-", r"\1/QĐ-", draw, body=False)


def no_deputy_mark(text: str, draw: Random) -> str | None:
    if re.search("BAN THƯỜNG VỤ|BAN CHẤP HÀNH", text[text.find("\nNơi nhận") :]):
        return None  # deputies of committees sign on behalf of the committee
    return _swap(text, r"^KT\. [^\n]+\n(?=PHÓ )", "", draw, body=False)


def skipped_label(text: str, draw: Random) -> str | None:
    """Drops the third of at least four numbered paragraphs that follow each other, each of one line."""
    lines = text.split("\n")
    for n in range(len(lines) - 3):
        labels = [re.match(r"(\d)[.)-] ?\S", line) for line in lines[n : n + 4]]
        if [m[1] if m else "" for m in labels] == ["1", "2", "3", "4"]:
            return "\n".join([*lines[: n + 2], *lines[n + 3 :]])
    return None


def repeated_label(text: str, draw: Random) -> str | None:
    lines = text.split("\n")
    for n in range(len(lines) - 2):
        labels = [re.match(r"(\d)[.)-] ?\S", line) for line in lines[n : n + 3]]
        if [m[1] if m else "" for m in labels] == ["1", "2", "3"]:
            return "\n".join([*lines[: n + 2], "2" + lines[n + 2][1:], *lines[n + 3 :]])
    return None


def wrong_points(text: str, draw: Random) -> str | None:
    """One criterion's points changed; only where the plan scores its criteria."""
    if "điểm" not in text or "100" not in text:
        return None
    return _swap(
        text, r"(?<=[(: ])(\d{1,2})(?= điểm[).;]?$)|(?<=\| )(\d{1,2})(?=(?: \|[^|\n]*)?$)",
        lambda m: str(int(m[0]) + 5), draw,
    )  # fmt: skip


def wrong_anniversary(text: str, draw: Random) -> str | None:
    return _swap(
        text, r"(\d{2,3})(?= năm [^()\n]{5,90}\(\d{1,2}/\d{1,2}/1\d{3} ?[-–])", lambda m: str(int(m[1]) + 2), draw
    )


def past_deadline(text: str, draw: Random) -> str | None:
    """A deadline with its whole date, three years before the plan."""
    pattern = r"(?:trước|chậm nhất|muộn nhất)( ngày \d{1,2}/\d{1,2}/)(\d{4})"
    return _swap(text, pattern, lambda m: m[0][:-4] + str(int(m[2]) - 3), draw)


def impossible_date(text: str, draw: Random) -> str | None:
    return _append(", hoàn thành trước ngày 31/4/2023.")(text, draw)


def wrong_reference(text: str, draw: Random) -> str | None:
    return (
        _append(" theo nội dung nêu tại khoản 8 Mục I Kế hoạch này.")(text, draw)
        if re.search(r"^I[.-]", text, re.M)
        else None
    )


def missing_annex(text: str, draw: Random) -> str | None:
    return None if re.search("phụ lục|biểu|mẫu kèm", text, re.I) else _append(" (theo biểu mẫu đính kèm).")(text, draw)


def blank_share(text: str, draw: Random) -> str | None:
    return _append(", phấn đấu giảm % chi phí hội họp.")(text, draw)


def dotted(text: str, draw: Random) -> str | None:
    return _append(", báo cáo về Văn phòng trước ngày ……… để tổng hợp.")(text, draw)


def wrong_weekday(text: str, draw: Random) -> str | None:
    return _append(", khai mạc vào thứ Hai, ngày 15/3/2023.")(text, draw)


def wrong_type(text: str, draw: Random) -> str | None:
    return _swap(text, r"Chỉ thị(?= số \d+/CT-)|Kế hoạch(?= số \d+/KH-)|Quyết định(?= số \d+/QĐ-)",
                 lambda m: "Chương trình" if m[0] != "Kế hoạch" else "Quyết định", draw)  # fmt: skip


def malformed(text: str, draw: Random) -> str | None:
    return _append(" theo Nghị quyết số 21-NQ-TW ngày 22/3/2019 của Ban Chấp hành Trung ương.")(text, draw)


def bare_number(text: str, draw: Random) -> str | None:
    return _append(" theo Chỉ thị 27 của Ủy ban nhân dân tỉnh.")(text, draw)


def wrong_year(text: str, draw: Random) -> str | None:
    pattern = r"(số \d+/)(\d{4})(/[^\s]+ ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm ))(\d{4})"
    return _swap(text, pattern, lambda m: m[1] + m[2] + m[3] + str(int(m[2]) - 1), draw)


def later_document(text: str, draw: Random) -> str | None:
    """A document cited with a date years after the plan."""
    pattern = r"(số \d+/(?:KH|CT|QĐ)-[^\s]+ ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm ))(\d{4})"
    return _swap(text, pattern, lambda m: m[1] + str(int(m[2]) + 4), draw)


def old_law(text: str, draw: Random) -> str | None:
    """The law of 2003 in a plan of 2024; only there is it out of force."""
    if not re.search(r", ngày \d+ tháng \d+ năm 2024$", text, re.M):
        return None
    return _append(" theo Luật Thi đua, khen thưởng ngày 26/11/2003.")(text, draw)


def over_cap(text: str, draw: Random) -> str | None:
    year = re.search(r", ngày \d+ tháng \d+ năm (\d{4})$", text, re.M)
    if year is None or not 2018 <= int(year[1]) <= 2023:
        return None
    return _append(".\n- Phấn đấu ít nhất 25% cán bộ, công chức đạt danh hiệu Chiến sĩ thi đua cơ sở.")(text, draw)


def no_rewards(text: str, draw: Random) -> str | None:
    """All that speaks of rewards left out, with the section on them."""
    return _without(text, r"khen thưởng|bằng khen|giấy khen|biểu dương|danh hiệu|tôn vinh|tặng", "KHEN THƯỞNG")


def no_review(text: str, draw: Random) -> str | None:
    return _without(text, r"sơ kết|tổng kết|sơ, tổng|báo cáo kết quả|đánh giá kết quả", None)


def no_inspection(text: str, draw: Random) -> str | None:
    if not re.search(r", ngày \d+ tháng \d+ năm 2024$", text, re.M):
        return None
    return _without(text, r"kiểm tra|giám sát|thanh tra|đôn đốc|theo dõi", None)


def _without(text: str, words: str, heading: str | None) -> str | None:
    """The paragraphs of the body that hold these words left out, and the division of that heading."""
    low, high = _body(text)
    kept, within = [], False
    for line in text[low:high].split("\n"):
        label = re.match(r"(?:[IVX]+|[A-ZĐ]|\d)[.-] ?", line)
        is_heading = label is not None and line[label.end() :].isupper()
        within = (heading in line.upper()) if is_heading and heading else within and not is_heading
        if not within and not (re.search(words, line, re.I) and not (is_heading and not heading)):
            kept.append(line)
    made = text[:low] + "\n".join(kept) + text[high:]
    title = text[low : text.find("\n", low + 2)].lower()
    return made if made != text and ("phong trào" in title or "phát động" in title) else None


DEFECTS = (
    Defect("blank_number", "form", ("KH101",), blank_number),
    Defect("no_number", "form", ("KH101",), no_number),
    Defect("blank_date", "form", ("KH102",), blank_date, ("KH106", "KH405", "KH406")),
    Defect("no_position", "form", ("KH103",), no_position),
    Defect("no_recipients", "form", ("KH112",), no_recipients),
    Defect("wrong_symbol", "form", ("KH109",), wrong_symbol),
    Defect("no_deputy_mark", "form", ("KH111",), no_deputy_mark),
    Defect("skipped_label", "form", ("KH121",), skipped_label, ("KH205", "KH212", "KH213", "KH214", "KH301", "KH302")),
    Defect("repeated_label", "form", ("KH122", "KH121"), repeated_label, ("KH121", "KH301")),
    Defect("missing_annex", "form", ("KH124",), missing_annex),
    Defect("no_rewards", "elements", ("KH214",), no_rewards, ("KH121", "KH301", "KH302", "KH303", "KH201", "KH205", "KH213", "KH208", "KH212")),
    Defect("no_review", "elements", ("KH213",), no_review, ("KH121", "KH301", "KH302", "KH303", "KH214", "KH210", "KH209", "KH211", "KH205", "KH212")),
    Defect("no_inspection", "elements", ("KH211",), no_inspection, ("KH121", "KH301", "KH302", "KH303", "KH213", "KH214", "KH209", "KH210", "KH212")),
    Defect("wrong_points", "self", ("KH302", "KH303"), wrong_points, ("KH302", "KH303")),
    Defect("wrong_anniversary", "self", ("KH304",), wrong_anniversary),
    Defect("past_deadline", "self", ("KH305",), past_deadline),
    Defect("impossible_date", "self", ("KH309",), impossible_date, ("KH305",)),
    Defect("wrong_reference", "self", ("KH301",), wrong_reference),
    Defect("blank_share", "self", ("KH311",), blank_share),
    Defect("dotted", "self", ("KH312", "KH311"), dotted, ("KH311",)),
    Defect("wrong_weekday", "self", ("KH310",), wrong_weekday, ("KH305",)),
    Defect("wrong_type", "law", ("KH401",), wrong_type),
    Defect("malformed", "law", ("KH402",), malformed, ("KH406",)),
    Defect("bare_number", "law", ("KH403",), bare_number),
    Defect("wrong_year", "law", ("KH404",), wrong_year),
    Defect("later_document", "law", ("KH406", "KH405"), later_document, ("KH405", "KH406")),
    Defect("old_law", "law", ("KH411",), old_law, ("KH405",)),
    Defect("over_cap", "law", ("KH421",), over_cap),
)  # fmt: skip
