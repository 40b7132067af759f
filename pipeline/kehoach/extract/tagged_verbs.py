"""Where a name of a unit ends before a verb that no vocabulary knows: by the part of speech of its words."""

from __future__ import annotations

import re
from collections.abc import Callable

from kehoach.extract.moment_grammar import lowered
from kehoach.programs.underthesea import Tagged

Tagger = Callable[[str], tuple[Tagged, ...]]

_IN_NAMES = re.compile(
    r"(?:trực\s+thuộc|thuộc|liên\s+quan|có|đóng|quản\s+lý|tham\s+gia|chuyên|hưởng|sử\s+dụng|hoạt\s+động|công\s+tác|làm|học|phụ\s+trách|phục\s+vụ|đứng\s+đầu|khám|chữa|"
    r"nghiệp\s+vụ|chức\s+năng|lãnh\s+đạo|hợp\s+đồng|lao\s+động|thi\s+đua|khen\s+thưởng|giáo\s+dục|đào\s+tạo|kế\s+toán|được)(?!\w)"
)
_NOUN_MAKERS = (" sự", " việc", " cuộc", " vì", " nhà", " công", " đội", " người")


def first_verb(
    text: str,
    stretch: tuple[int, int],
    head_end: int,
    kept: tuple[tuple[int, int], ...],
    tagger: Tagger,
    *,
    alone: bool,
) -> int | None:
    """Where the name that begins ``text[stretch]`` (folded, brackets blanked) ends before the first verb by its part of
    speech; None where there is none. ``kept`` are the stretches of compounds, in which no verb ends a name."""
    start, limit = stretch
    low, named = lowered(text), -1 if alone else head_end
    for word in tagger(text[start:limit]):
        at, end = start + word.start, start + word.end
        if at < head_end or word.tag != "V" or text[at].isupper() or _IN_NAMES.match(low, at):
            continue
        if any(a < at < b for a, b in kept) or low[:at].rstrip().endswith(_NOUN_MAKERS):
            continue
        if named >= 0 and not low[named:at].strip():
            named = end
            continue
        return len(text[:at].rstrip(" ,"))
    return None


def runs_on(low: str, start: int, stop: tuple[int, str] | None, *, told: bool) -> bool:
    """Whether what was taken for a name is none: it ends in a word that no subject ends in, a comma parts it from its
    verb, or it runs over more than twelve words without a comma or "và"."""
    if stop is None:
        return False
    longest = max(len(part.split()) for part in re.split(r",|;| và ", low[start : stop[0]]))
    parted = stop[1] != "" and low[stop[0] :].lstrip(" ")[:1] == ","
    verbless = told and stop[1] == "" and low[stop[0] :].lstrip(" ")[:1] != ":"
    return longest > 12 or (longest > 2 and (stop[1] == "stop" or verbless or (parted and longest > 4)))
