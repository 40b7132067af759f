"""Where inside one clause a further work begins: a report, what is done with others, what has a time of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kehoach.extract.tasks.next_terms import next_term, whole_brackets
from kehoach.extract.times.binding_times import BoundTime
from kehoach.rules.needs import Sieve

_REPORT = Sieve(
    r"(?<!tổng hợp)(?<!thông tin)(?<!để theo dõi)(?:\s*,\s*|\s+và\s+)(?=(?:(?:định\s+kỳ|hàng|hằng)\s+(?:[^,;.]{0,40}?\s)?)?(?:gửi\s+|nộp\s+|tổng\s+hợp\s*,?\s+)?báo\s+cáo(?!\w)(?!\s*,))"
    r"|\s*,\s*(?=(?:định\s+k[ỳì]|hàng|hằng)\s+(?:\S+\s+){1,2}(?:gửi|nộp|tổng\s+hợp|công\s+bố|thông\s+báo)\s)"
    r"|\s*,\s*(?=(?:(?:sau\s+)?mỗi|cuối|hết|định\s+kỳ|h[àằ]ng)\s+(?:[^\s,;.]+\s+){1,3}?báo\s+(?:kết\s+quả|về|lại|với|cho)\s)"
    r"|\s*,\s*đồng\s+thời\s+(?=(?:trực\s+tiếp\s+)?(?:giám\s+sát|theo\s+dõi|kiểm\s+tra|đôn\s+đốc)(?!\w))"
    r"|(?<!đạo)(?<!dõi)(?<!dẫn)(?<!đốc)(?<!tra)(?<!giá)\s*,\s*(?:và\s+)?(?=giám\s+sát\s+(?:việc|quá\s+trình|công\s+tác|các)\s)"
    r"|\s*,\s*(?=riêng\s)"
)
_PURPOSE = Sieve(r"(?<!\w)để\s+(?:[^\s,;:.()]+\s+){0,3}[^\s,;:.()]+$")
"""What a paper is sent for, of which a report behind the comma is a part: "gửi về Sở để tập hợp, báo cáo Bộ"."""
_SENDS_REPORT = Sieve(r"(?:\S+\s+){0,3}?(?:gửi|nộp|lập|viết|hoàn\s+thiện|chuẩn\s+bị)\s+(?:các\s+)?báo\s+cáo(?!\w)")
"""A work that is to send a report: "và báo cáo ..." behind it is another report, no other work."""
_FOLLOWED = Sieve(
    r"(?:(?:thường\s+xuyên|định\s+kỳ)\s+)?(?:theo\s+dõi|kiểm\s+tra|đôn\s+đốc|giám\s+sát)(?!\w)[^;.:()]{0,120}?\s+và\s+(?=(?:tham\s+mưu|đề\s+xuất|giúp)(?!\w))"
)
"""What one follows up, before what one does oneself: "theo dõi, đôn đốc và tham mưu ..."."""
_WITH_OTHERS = Sieve(r"\s*,\s*(?:và\s+)?(?=(?:chủ\s+trì\s*,?\s+)?phối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s)")
JOINT = Sieve(r"\s*\)?\s*(?:,\s*(?:và\s+)?|và\s+)(?=(?:[^\s,;.]+\s+){2})")
_DONE = Sieve(r"(?:hoàn\s+thành|kết\s+thúc|xong)\s+(?:xong\s+)?")
"""Between two terms, where the second is that of the same work: "đăng ký vào đầu năm học, hoàn thành trước 30/9"."""
_CLOSED = re.compile(r"\s*\)\s*,\s*(?=(?:[^\s,;.]+\s+){2})")
_THEN = re.compile(
    r"\s*,\s*(?:và\s+|đồng\s+thời\s+|sau\s+đó\s+)?(?!(?:gửi|nộp|trình|chuyển|để|nhằm|làm|xong|hoàn\s+thành|ưu\s+tiên|bảo\s+đảm|đảm\s+bảo|phấn\s+đấu|chú\s+(?:ý|trọng)|tập\s+trung|lấy|coi|gắn|kết\s+hợp|tránh)(?!\w))(?=(?:[^\s,;.]+\s+){2})"
)
"""Behind the day by which a work is done, before another; what is sent or laid before somebody is the same work."""
_ENDS = Sieve(r"(?:kết\s+thúc|hết|khi|ngay\s+khi|(?:ngay\s+)?sau(?:\s+khi)?|trước\s+khi)\s[^,;.:]*,$")
"""What ends before one acts, and no deed: "kết thúc đợt kiểm tra, trong vòng 15 ngày ..."."""
_DONE_BY = Sieve(r"(?<!\w)xong(?!\w)[^,;.()]{0,40}$")
"""Before the time in which a work is to be done, whatever its kind: "phát động xong đến tận thôn trong tháng 3"."""
_FOLLOWS_UP = ("theo dõi, đôn đốc", "kiểm tra, đôn đốc", "đôn đốc, theo dõi", "kiểm tra, giám sát")
"""What is done in another role than the report behind it."""
_FOLLOWS_ALONE = re.compile(r"(?:theo dõi|đôn đốc|giám sát)(?:, (?:theo dõi|đôn đốc|giám sát))?")
_LEAST, _LEAST_SHORT = 5, 3
"""Words of a work before a report, and before what says of itself that it is another work."""


def cuts(low: str, stretch: tuple[int, int], times: Sequence[BoundTime], verb: Callable[[str, int], str]) -> list[int]:
    """Where the works of the clause ``low[stretch]`` (folded, lower case) begin, its own beginning first. ``verb`` tells
    which verb stands at a place."""
    found = [stretch[0]]
    for cut in _REPORT.finditer(low, *stretch):
        if any(t.start < cut.start() < t.end for t in times):
            continue  # "định kỳ 6 tháng và hằng năm báo cáo"
        before = low[found[-1] : cut.start()]
        if "và" in cut[0] and low.startswith("báo cáo", cut.end()) and _SENDS_REPORT.match(before.lstrip()):
            continue
        if "và" not in cut[0] and _PURPOSE.search(before):
            continue
        short = low.startswith(("giám", "hàng", "hằng", "riêng"), cut.end()) or before.startswith(_FOLLOWS_UP)
        least = (
            1 if "và" not in cut[0] and _FOLLOWS_ALONE.fullmatch(before.strip()) else _LEAST_SHORT if short else _LEAST
        )
        if len(before.split()) >= least and whole_brackets(before):
            found.append(cut.end())
    if (followed := _FOLLOWED.match(low, *stretch)) is not None:
        found.append(followed.end())
    inside = [t for t in times if stretch[0] <= t.start < stretch[1]]
    return sorted({*found, *_between_terms(low, stretch[0], inside), *_timed(low, stretch, inside, verb)})


def with_others(low: str, stretch: tuple[int, int], verb: Callable[[str, int], str]) -> int | None:
    """Where in the clause the work begins that is done with others: "hướng dẫn các xã, phối hợp với Báo X đưa tin"."""
    for cut in _WITH_OTHERS.finditer(low, *stretch):
        before = low[stretch[0] : cut.start()]
        leads_up = before.lstrip().startswith(("báo cáo", "tổng hợp"))  # to the work that is done with others
        if len(before.split()) >= _LEAST_SHORT and whole_brackets(before) and verb(low, stretch[0]) and not leads_up:
            return cut.end()
    return None


def _between_terms(low: str, start: int, times: Sequence[BoundTime]) -> Iterator[int]:
    """Where after one term the work of the next begins, in no brackets that the clause opens, which begins at ``start``:
    "báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12"."""
    terms = [t for t in times if t.when.end is not None]
    for one, following in pairwise(terms):
        joint = JOINT.match(low, one.end, following.end if following.when.kind == "phase" else following.start)
        if (
            joint is None
            or one.when.end == following.when.end
            or next_term(low, one, following)
            or _DONE.fullmatch(low, joint.end(), following.start)
        ):
            continue
        apart = following.when.kind in ("deadline", "phase") or joint.end() < following.start
        if apart and "(" not in low[one.end : following.start] and whole_brackets(low[start : joint.end()]):
            yield joint.end()


def _timed(
    low: str, stretch: tuple[int, int], times: Sequence[BoundTime], verb: Callable[[str, int], str]
) -> Iterator[int]:
    """Where a work begins with its time ("..., mỗi quý viết 03 bài"), or behind one whose time stands in brackets or is a
    day by which it is done: that binds no work behind it."""
    for time in times:
        before = low[stretch[0] : time.start].rstrip()
        acts = verb(low, time.end + len(low[time.end :]) - len(low[time.end :].lstrip()))
        if (
            before.endswith(",")
            and len(before.split()) >= _LEAST_SHORT
            and acts
            and whole_brackets(before)
            and not _ENDS.match(before)
        ):
            yield time.start
        closed = _CLOSED.match(low, time.end, stretch[1])
        if closed is not None and verb(low, closed.end()) and low[: time.start].rstrip().endswith(("(", "xong")):
            yield closed.end()
        by_then = time.when.end and (time.when.kind == "deadline" or _DONE_BY.search(before))
        then = _THEN.match(low, time.end, stretch[1]) if by_then else None
        if then is not None and len(before.split()) > 1 and verb(low, then.end()) and whole_brackets(before):
            yield then.end()
