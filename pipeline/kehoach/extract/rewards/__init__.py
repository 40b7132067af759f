"""Titles and forms of reward that the plan names as a goal or a means, with grantor, count and recipient as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.extract.rewards.reward_counts import (
    COUNTED_CELL,
    COUNTS,
    SHARE,
    SHARE_BEHIND,
    WHO,
    counted_cells,
    counts_in,
)
from kehoach.extract.rewards.reward_grantors import ALIKE, GRANT, Clause, clause_at, level_of, shared_level
from kehoach.extract.rewards.reward_lists import (
    after_label,
    allotted,
    heading_over,
    is_condition,
    list_of_names,
    named_above,
    opens,
)
from kehoach.extract.rewards.reward_tables import by_columns, heads_of
from kehoach.extract.rewards.told_only import is_situation, only_told_of, tells_of_before, year_of
from kehoach.extract.text.passages import Passage, passages, trimmed
from kehoach.model.document import Document
from kehoach.model.plan import Reward
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_RATED = Sieve(r"\b(?:đạt|tỷ lệ|danh hiệu|công nhận|xếp loại|tiêu chuẩn|giữ vững|đăng ký)\b|\"\s*$", re.IGNORECASE)
_SUBJECT_END = Sieve(
    r"\s*\b(?:phải\s+)?(?:được|đạt|đề nghị|xếp loại|có thành tích|phấn đấu|đủ điều kiện|trở lên(?!\s+(?!đạt|được)[^\W\d_])|đăng ký|giữ vững)\b",
    re.IGNORECASE,
)
_COUNTED = Sieve(
    r"^(?:phấn đấu\s+)?(?:[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s+có\s+|có\s+)?(?:(?:ít nhất|tối thiểu|từ|không quá|tối đa|trên|khoảng|đạt)\s+)*(?:\d{1,3}\s*(?:-|đến)\s*(?=\d))?(?P<n>\d+(?:[.,]\d+)?)(?![\d.,]|\s*(?:năm|lần|tháng)\b)(?:/\d+)?\s?(?P<percent>%)?\s*(?:trở lên\s+)?(?P<who>.*)$",
    re.IGNORECASE,
)
_WHOM = Sieve(
    rf"\b(?:cho|đối với|tới|tặng)\s+(?:(?:không quá|tối đa|từ|khoảng)\s+)*(?:\d[\d.,]*\s?%\s+(?:tổng )?(?:số )?)?(?P<who>{WHO}(?:(?:,| và)\s+{WHO})*(?:(?!\s+(?:theo|trong|tại|có thành tích|và|đạt|được|\d+ năm))[^,.;:()\"]){{0,50}})",
    re.IGNORECASE,
)
_BEHIND = Sieve(
    rf"(?:(?:[^.;:]|(?<=\d)\.(?=\d)){{0,90}}?(?::|\bcho|\btặng)\s*|(?:\s+và\s+thưởng)?\s+|\s*\(\s*)(?P<list>{COUNTS})",
    re.IGNORECASE,
)
_BEFORE = Sieve(rf"(?P<list>{COUNTS})\s+(?:được|đề nghị|trình|bằng|tặng|để)\s", re.IGNORECASE)
"""Counted before what they get ("10 tập thể, 20 cá nhân được Giám đốc tặng Giấy khen")."""
_AT_ONCE = re.compile(r"\s+(?:(?:để|đề nghị|được|xét)\s+)*tặng\s+")
"""Between those who are counted and the form, where it is theirs alone ("suy tôn 01 đơn vị tặng Cờ thi đua")."""
_MORE_CLASSES = re.compile(r"(?:\s*(?:,|và|hoặc)\s*(?:hạng\s+)?(?:Nhất|Nhì|Ba|I{1,3})\b)+")
_CHOSEN = Sieve(
    r"\b(?:lựa chọn|chọn|xét chọn|bình chọn|giới thiệu)\s+(?:và giới thiệu\s+|ra\s+)?(?:trong (?:số )?(?:đó|này|các [^.;:,\d]{3,40})\s+(?=\d))?(?P<who>(?:\d+\s?%|[^.;:]{4,80}?))\s+(?:để\s+(?:[^.;:,\d]{2,40}\s)?)?(?=đề nghị|trình|được|tặng|khen)",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:hồ sơ|bộ (?:tiêu chí|tiêu chuẩn)|quy chế (?:xét|bình|công nhận)|thủ tục|tờ trình|biên bản|báo cáo thành tích)\b[^.;:]{0,80}\Z",
    re.IGNORECASE,
)
"""Before a form: the papers by which it is asked for, or that rule it."""
_PAID = Sieve(
    r"\s*[:(=-]?\s*(?:\d{1,3}(?:\.\d{3})+\s?(?:đ|đồng|vnđ)|\d[\d.,]*\s?(?:triệu|nghìn|đồng))(?!\w)", re.IGNORECASE
)
"""Behind a title: a sum of money."""
_LAW = Sieve(
    r"\b(?:Luật|Nghị định|Thông tư|Quyết định|Quy chế|Quy định|tiêu chuẩn xét|quy định (?:tại|về))\s[^;.]{0,120}$"
)


def rewards(document: Document, outline: Outline, rules: Rules) -> tuple[Reward, ...]:
    """One row per form, grantor and recipient in each place that names them."""
    made: list[Reward] = []
    headed: dict[int, Reward] = {}
    year = year_of(document.text.value)
    tables = heads_of(document)
    for passage in passages(document, "body", "table", "annex"):
        if tells_of_before(passage.text, year):
            continue
        found = list(_in_passage(passage, document, outline, rules["rewards"], rules["body_abbreviations"]))
        n = outline.index_at(passage.start)
        if n is not None and len(found) == 1 and found[0].count is None and outline.nodes[n].block == passage.block:
            headed[n] = found[0]
        if n is not None and found:
            found = [one for one in found if opens(passage, one) or not named_above(outline, n, one, headed)]
            found = [one for one in found if not is_condition(passage, outline, n, one, headed)]
        if len(found) == 1 and found[0].count is None and passage.block in tables:
            found = by_columns(document, passage.block, tables[passage.block], found[0])
        if n is not None and not found and (head := heading_over(outline, n, headed)) is not None:
            found = list(allotted(passage, document, outline, head))
            made = [one for one in made if not found or one is not head]  # said by its parts
        made += found
    if any(fold(one.form).lower() == "cờ thi đua" for one in made):  # what "02 Cờ" are in short
        made = [replace(one, form="Cờ thi đua") if fold(one.form).lower() == "cờ" else one for one in made]
    unique: dict[tuple[str, ...], Reward] = {}
    for one in made:
        key = tuple(re.sub(r"\W+", " ", fold(part or "").casefold()) for part in (one.form, one.level, one.recipient))
        unique.setdefault((*key, str(one.count), one.path or ""), one)
    return tuple(unique.values())


def _in_passage(
    passage: Passage, document: Document, outline: Outline, vocabulary: Vocabulary, abbreviations: Vocabulary
) -> Iterator[Reward]:
    preamble = outline.preamble is not None and outline.preamble.start <= passage.start < outline.preamble.end
    if preamble or is_situation(document, outline, passage.start):
        return
    taken: list[tuple[int, int]] = []
    for entry, match in sorted(vocabulary.all(passage.text), key=lambda m: (m[1].start(), -m[1].end())):
        if any(a < match.end() and match.start() < b for a, b in taken) or not _is_named(passage, match):
            continue
        clause = clause_at(passage.text, match.start())
        if _LAW.search(passage.text[clause.start : match.start()]) and entry["kind"] != "form":
            continue
        if only_told_of(passage.text, clause.start, match, entry.id):
            continue
        if entry["kind"] == "rating" and not _is_rated(passage, clause, match):
            continue
        if entry["kind"] == "title" and _PAID.match(passage.text, match.end()):
            continue  # of which a sum of money tells what it is worth
        taken.append(match.span())
        if _PAPERS.search(passage.text, clause.start, match.start()):
            continue
        level = level_of(passage, clause, match, abbreviations)
        if level is None and entry.id in ALIKE:
            level = shared_level(passage, clause, match, vocabulary, abbreviations)
        span = passage.span(*_named(match))
        others = list_of_names(passage, match) if entry.id == "reward.quoted" else []
        whose = _in_turn(passage, clause, match) if others else []
        for k, form in enumerate((*_classes(passage, match), *others)):
            own = [whose[k]] if len(whose) == len(others) + 1 else _recipients(passage, clause, match)
            for count, recipient in own:
                yield Reward(
                    form=form,
                    level=level,
                    count=count,
                    recipient=recipient,
                    path=outline.path_at(span.start),
                    evidence=document.evidence(span),
                    confidence=document.confidence(span) * 0.9,
                    rule=entry.id,
                )


_LABEL = re.compile(r"\A[^:;,.]{2,40}:\s*\Z")


def _is_rated(passage: Passage, clause: Clause, match: re.Match[str]) -> bool:
    """Whether words say that somebody is rated so, or the class is all that a clause names, as a goal."""
    if _RATED.search(passage.text[clause.start : match.end()]):
        return True
    before = passage.text[after_label(passage.text, clause.start) : match.start()]
    alone = not _LABEL.sub("", before) and SHARE_BEHIND.fullmatch(passage.text, match.end(), clause.end) is not None
    return alone and passage.raw[match.start()].isupper()


def _classes(passage: Passage, match: re.Match[str]) -> list[str]:
    """The form as printed, and the other classes listed behind it ("hạng Nhất, Nhì, Ba")."""
    form = " ".join(passage.raw[slice(*_named(match))].split())
    more = _MORE_CLASSES.match(passage.text, match.end())
    if not more or " hạng " not in form:
        return [form]
    base = form.rpartition(" ")[0]
    return [form, *(f"{base} {name}" for name in re.findall(r"Nhất|Nhì|Ba|I{1,3}", more[0]))]


_SHARE_OF = re.compile(r"\d+(?:[.,]\d+)?\s?%\s*(?P<who>[^%;:()\d]+?)(?=,\s*\d|\s+(?:được|đạt|trở lên)\b)")


def _in_turn(passage: Passage, clause: Clause, match: re.Match[str]) -> list[tuple[int | None, str | None]]:
    """Those whose shares are counted before a list of names, one for each of them."""
    shares = _SHARE_OF.finditer(passage.text, clause.start, match.start())
    return [(None, " ".join(passage.raw[m.start("who") : m.end("who")].split())) for m in shares]


def _named(match: re.Match[str]) -> tuple[int, int]:
    """Where the form itself stands, if the pattern says so ("Công đoàn: vững mạnh xuất sắc")."""
    return match.span("form") if "form" in match.re.groupindex else match.span()


def _is_named(passage: Passage, match: re.Match[str]) -> bool:
    """Not inside the name of a movement ("phong trào ... xây dựng gia đình văn hóa") or of a body."""
    before = passage.text[max(0, match.start() - 45) : match.start()].lower()
    return not re.search(
        r"(?:phong trào|cuộc vận động|ban chỉ đạo|hội đồng|quỹ)\s+(?:(?!tặng\b|trao\b|khen\b|đề nghị\b|là\b|xét\b)[^\W\d_]+\s+){0,6}$",
        before,
    )


_LEAD = re.compile(r"phấn đấu(?: có)?\s+(?=[^\W_])", re.IGNORECASE)
_OWN_COUNT = re.compile(r"(?<![\w/.,])(?P<n>\d{1,3})\s+\Z")


def _recipients(passage: Passage, clause: Clause, match: re.Match[str]) -> list[tuple[int | None, str | None]]:
    """How many and who; a number before the form counts where nobody else is counted ("01 Cờ thi đua")."""
    found = _who(passage, clause, match)
    own = _OWN_COUNT.search(passage.text, clause.start, match.start())
    return [(int(own["n"]), found[0][1])] if own and len(found) == 1 and found[0][0] is None else found


def _who(passage: Passage, clause: Clause, match: re.Match[str]) -> list[tuple[int | None, str | None]]:
    """How many and who: those counted behind the form, those chosen, the clause's subject before "được" or a colon,
    those after "cho"."""
    text, raw = passage.text, passage.raw
    inside = re.match(r"(?P<who>.+?)\s+đạt\s", match[0])
    if inside:
        return [(None, raw[match.start() : match.start() + inside.end("who")])]
    if behind := _behind(text, match.end(), clause):
        return counts_in(passage, *behind.span("list"))
    if shared := SHARE.match(text, match.end(), clause.end):
        return [(None, raw[shared.start("who") : shared.end("who")])]
    if cells := counted_cells(passage, match.end()):
        return cells
    given = re.compile(r"\s+(?=cho\s)").match(text, match.end())
    if given and (whom := _WHOM.match(text, given.end())):
        return [(None, raw[whom.start("who") : whom.end("who")].strip())]
    counted = list(_BEFORE.finditer(text, clause.start, match.start()))
    chosen = list(_CHOSEN.finditer(text, clause.start, match.start()))
    if counted and chosen and chosen[-1].end() <= counted[-1].start():
        return counts_in(passage, *counted[-1].span("list"))  # each form behind its own ("chọn 01 đội ..., 02 đội ...")
    if chosen and COUNTED_CELL.fullmatch(chosen[-1]["who"]):
        return counts_in(passage, *chosen[-1].span("who"))
    if chosen:
        share = chosen[-1]["who"][-1:] == "%"
        return [(None, None if share else raw[chosen[-1].start("who") : chosen[-1].end("who")])]
    several = counts_in(passage, *counted[-1].span("list")) if counted else []
    enumerated = several and text[: counted[-1].start()].rstrip()[-1:] in {",", ":"}
    if len(several) > 1 or enumerated or (several and _AT_ONCE.fullmatch(text, counted[-1].end("list"), match.start())):
        return several
    if found := _subject(passage, clause, match):
        return [found]
    whom = _WHOM.search(text, match.end(), clause.end)
    return [(None, raw[whom.start("who") : whom.end("who")].strip() if whom else None)]


_GOES_ON = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[.,;]?\s*$|\.\s|;\s*(?!\d))")


def _behind(text: str, at: int, clause: Clause) -> re.Match[str] | None:
    """Those who are counted behind a form. A list behind a colon may have semicolons, where nothing is said of the last of
    them ("Giấy khen: 10 tổ dân phố; 50 cá nhân.")."""
    near = _BEHIND.match(text, at, clause.end)
    if near is None or text[clause.end : clause.end + 1] != ";" or ":" not in text[at : near.start("list")]:
        return near
    far = _BEHIND.match(text, at)
    return far if far is not None and _GOES_ON.match(text, far.end()) else near


_ALONE = re.compile(r"Riêng\s+(?:đối với\s+)?")
_GROUNDS = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo|Dựa|Kết quả|Sau|Khi|Nếu|Trường hợp|Qua|Hằng|Hàng|Cuối|Kết thúc|Trong)\b"
)
"""What a sentence begins with that does not say who."""
_HEADED = re.compile(rf"(?P<who>(?=(?P<kind>{WHO}\b)?)[^,:.(]{{3,60}}):\s", re.IGNORECASE)
_FOR = re.compile(r"\A(?:đối với|cho)\s+", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:lưu ý|chú ý|ghi chú|cụ thể|trong đó|hình thức|mức|nội dung|thời gian|danh hiệu|tiêu chuẩn|điều kiện|cơ cấu|số lượng|"
    r"bằng khen|giấy khen|cờ thi đua|huân chương|giải thưởng|tổng số|tổng kết|sơ kết|hằng năm|hàng năm|cuối năm|định kỳ|đột xuất|kết thúc)\b",
    re.IGNORECASE,
)
"""In what stands before a colon: no one who gets something."""


def _subject(passage: Passage, clause: Clause, match: re.Match[str]) -> tuple[int | None, str | None] | None:
    text = passage.text
    start = after_label(text, clause.start)
    headed = _HEADED.match(text, start, match.start())
    if headed and not GRANT.search(headed["who"]) and (text[start : start + 1].isupper() or headed["kind"]):
        start = headed.end()
        before = text[start : match.start()]
        someone = not _NOBODY.search(headed["who"])
        if someone and not (_SUBJECT_END.search(before) and re.match(r"\s*\d", before)):
            return None, _FOR.sub("", passage.raw[headed.start("who") : headed.end("who")])
    lead = _LEAD.match(text, start)
    start = lead.end() if lead and lead.end() < match.start() else start
    end = _SUBJECT_END.search(text, start, match.start())
    if end is None or end.start() <= start:
        return None
    a, b = trimmed(text, start, end.start())
    counted = _COUNTED.match(text[a:b])
    if counted:
        who = passage.raw[b - len(counted["who"]) : b].strip()
        whole = None if counted["percent"] or not counted["n"].isdigit() else int(counted["n"])
        return whole, who or None
    alone = _ALONE.match(text, a, b)
    a = alone.end() if alone else a
    b = a + len(text[a:b].rstrip(" ("))
    named = text[a : a + 1].isupper() and not (_GROUNDS.match(text, a) or _NOBODY.match(text, a))
    if 1 <= len(text[a:b].split()) <= 16 and (named or alone):
        return None, passage.raw[a:b]
    return None
