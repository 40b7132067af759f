"""Quantities of a form of their own: places among others, parts of wholes, percentages whose figure was left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.extract.targets.comparisons import compared
from kehoach.extract.targets.counted_units import plain_unit, unit_at
from kehoach.extract.targets.quantity import AT_LEAST, AT_MOST, Quantity, Units
from kehoach.model.plan import Comparator
from kehoach.rules.needs import Sieve

_RANK = Sieve(
    r"\b(?:(?:nằm |đứng |thuộc )*(?:trong )?(?:nhóm|top|tốp)\s*(?P<n1>\d{1,3})(?!\.\d)(?P<u1>\s+[^\W\d_][^,.;:()\d]{1,40}?)?(?=\s*(?:đứng đầu|dẫn đầu|cao nhất|"
    r"hàng đầu|tốt nhất|,|\.|;|$|\s(?:của|trong|toàn|cả)))|"
    r"(?:đứng|nằm|lọt|vào|thuộc|xếp) (?:vào )?trong (?P<n3>\d{1,3})(?P<u3>\s+[^\W\d_][^.;:()\d]{1,40}?)(?=\s*(?:đứng đầu|dẫn đầu|cao nhất|hàng đầu|tốt nhất|có\s))|"
    r"(?:xếp|đứng|giữ|đạt)\s+(?:vị trí\s+|hạng\s+)?(?:từ\s+)?(?:thứ|hạng)\s+(?:từ\s+)?(?P<n2>\d{1,3})(?![\d/]{2}))",
    re.IGNORECASE,
)
_BLANK = Sieve(r"(?:(?<=[^\W\d_])(?<!\blệ)(?<!\btheo)\s+|\.{2,}\s?|_{2,}\s?)%(?=\s)")
_NEAR_BLANK = 30
_PART_OF_WHOLE = Sieve(
    r"(?<![\w./%])(?P<part>\d{1,4})\s+trong\s+(?:(?:tổng\s+)?số\s+)?(?P<whole>\d{1,4})(?=\s+[^\W\d_])", re.IGNORECASE
)


def ranks(text: str) -> Iterator[Quantity]:
    """Places among others: "nhóm 05 cơ quan đứng đầu"."""
    for match in _RANK.finditer(text):
        value = float(match["n1"] or match["n2"] or match["n3"])
        unit = (match["u1"] or match["u3"] or "").strip() or None
        number = max(match.start(name) for name in ("n1", "n2", "n3"))
        yield Quantity(match.start(), match.end(), number, match.end(), "rank", "top", value, None, unit, True)


def parts_of_wholes(text: str, units: Units) -> Iterator[Quantity]:
    """So many of a whole: "02 trong 05 xã", "3 trong số 9 bến"."""
    for match in _PART_OF_WHOLE.finditer(text):
        named = unit_at(text, match.end(), units) or plain_unit(text, match, any_noun=True)
        if named is None or named[0] != "counted" or int(match["part"]) > int(match["whole"]):
            continue
        _, unit, end = named
        part = float(match["part"])
        yield compared(text, Quantity(match.start(), end, match.start(), end, "counted", "=", part, None, unit))


def blanks(text: str) -> Iterator[Quantity]:
    """A percentage whose figure was left out; a comparison near it still says which way it goes."""
    for match in _BLANK.finditer(text):
        around = text[max(0, match.start() - _NEAR_BLANK) : match.end() + _NEAR_BLANK]
        least = re.search(rf"\b(?:{AT_LEAST.split('|≥')[0]})\b", around, re.IGNORECASE)
        most = re.search(rf"\b(?:{AT_MOST.split('|≤')[0]})\b", around, re.IGNORECASE)
        comparator: Comparator = ">=" if least else "<=" if most else "="
        yield Quantity(match.start(), match.end(), match.end() - 1, match.end(), "blank", comparator, None, None, "%")
