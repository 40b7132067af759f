"""Times that date cited papers, or stand in their subjects, and bind nothing."""

from __future__ import annotations

from kehoach.extract.times.time_around import Around
from kehoach.rules.needs import Sieve

_NUMBER_BEFORE = Sieve(
    r"(?:\d+\s*[/-]\s*(?=[\d/.\-]*[a-zđ])[a-zđ0-9][\w&/.\-]*(?:\s?-\s?[\w&/.]+)*(?:\s+của\s+[^.;,:()\d]{2,70})?|số\s+[\w/&.\-]+|(?:ban\s+hành|(?<!đăng\s)ký|kèm\s+theo)\s+\S{0,30})\s*,?\s*(?:\(?\s*)?$"
)
_DATED_BEFORE = Sieve(
    r"(?<!\w)(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|chỉ\s+thị|thông\s+tư|công\s+văn|công\s+điện|tờ\s+trình|thông\s+báo|kết\s+luận|"
    r"hướng\s+dẫn\s+số|kế\s+hoạch\s+số|văn\s+bản\s+số|chương\s+trình\s+số|báo\s+cáo\s+số|hợp\s+đồng\s+số)(?!\w)[^.;]{0,90}$"
)
_CITED_AFTER = Sieve(r"\s*(?:,\s*)?(?:của|về\s+việc|quy\s+định)\s")
_ATTACHED_BEFORE = Sieve(
    r"kèm\s+theo\s+(?:kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản|thông\s+báo|tờ\s+trình|hướng\s+dẫn|chương\s+trình)\s(?:[^.;()]|\([^()]*\)){0,90}$"
)
_TITLED = Sieve(
    r"(?<!\w)\d+(?:/\d{4})?\s?[-/]\s?[a-zđ][\w&/.\-]+[^;]*?\s(?:về|v/v|hướng\s+dẫn|quy\s+định|phê\s+duyệt|ban\s+hành)\s[^;,]*$"
)
"""Before a year in the subject of a cited document."""
_BEGUN = Sieve(
    r"(?<!\w)(?:khởi\s+xướng|ra\s+đời|(?:được|đã)\s+(?:thành\s+lập|phát\s+động|áp\s+dụng|triển\s+khai|duy\s+trì))\s*$"
)
"""Before "từ năm 2021": since when something has been going on."""


def cites(around: Around) -> bool:
    """Whether a time belongs to a paper that is cited: it dates it, or is a year in its subject."""
    before, match = around.before, around.match
    if match.when.rule not in ("time.before", "time.by") and _ATTACHED_BEFORE.search(before):
        return True
    if match.when.rule == "time.from" and _BEGUN.search(before):
        return True
    if match.shape in ("year", "years", "school_year"):
        return _TITLED.search(before) is not None
    if match.shape != "day":
        return False
    rule = match.when.rule
    single = rule in ("time.day", "time.days") and not around.quote.startswith("dự kiến")
    if (single or rule == "time.range") and _NUMBER_BEFORE.search(before):
        return True
    return bool(single and _DATED_BEFORE.search(before) and (_CITED_AFTER.match(around.after) or "luật" in before))
