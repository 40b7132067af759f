"""The body that speaks in a paper without a letterhead: it issues the plan, answers, asks or orders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kehoach.extract.header.letterhead import Body, body
from kehoach.extract.header.number_line import zone_lines
from kehoach.extract.header.territory import ISSUES, Context, Territory
from kehoach.model.document import Span
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_NAME = r"(?:^|[,;.]\s)(?P<name>[A-ZĐỦ][^,;.:()]{3,80}?)"
_ISSUES = re.compile(rf"{_NAME}(?: xin)?(?: trân trọng)?{ISSUES}")
_ORDERS = re.compile(
    rf"{_NAME},? (?:nhận được|có ý kiến|trả lời|đề nghị|yêu cầu|chỉ thị|chỉ đạo|(?<!Ngoại )giao(?= [A-ZĐ])|điện(?=\s*:)|(?:xin )?(?:trân trọng )?thông báo)(?!\w)"
)
_NO_NAME = Sieve(
    r"(?<!\w)(?:đã|để|xin|có|về|tại|được|nhằm|quyết định|liên quan|chỉ đạo|(?<!Ngoại )giao|theo|khi|sau|trước)(?!\w)"
)
"""What is in no body's name: the words around it were taken for one."""
_ITEM = Sieve(r"\s*(?:[IVX]{1,4}|\d{1,2}(?:\.\d+)*|[a-zđ])\s?[.)/-]\s|\s*[-+•]\s|\s*Điều \d")
_LEADS_OVER = Sieve(r"(?:sau|dưới đây)(?: đây)?\s*:?\s*\.?$")
_BARE_KIND = Sieve(r"\s(?P<kind>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$", re.IGNORECASE)
_LAST = 2
"""The paragraphs at the end of the text in which it may speak again."""


def speaker(context: Context) -> Body | None:
    """The body that the preamble says issues the plan ("..., Sở Tư pháp lập kế hoạch ... như sau:"), or that
    orders and asks there or at the end ("Ủy ban nhân dân tỉnh yêu cầu ...")."""
    lead = list(_lead(context))
    last = [(span, fold(block.text.value)) for span, block in zone_lines(context.document, "body")][-_LAST:]
    for pattern, lines in ((_ISSUES, lead), (_ORDERS, lead), (_ORDERS, last)):
        for span, text in lines:
            for match in pattern.finditer(text):
                found = None if _NO_NAME.search(match["name"]) else _named(match["name"], pattern is _ISSUES, context)
                if found is not None:
                    place = Span(span.start + match.start("name"), span.start + match.end("name"))
                    return replace(found, rule="preamble", spans=(place,))
    return None


def _lead(context: Context) -> Iterator[tuple[Span, str]]:
    """What stands before the first numbered paragraph."""
    for span, block in zone_lines(context.document, "body"):
        text = fold(block.text.value)
        if _ITEM.match(text):
            return
        yield span, text
        if _LEADS_OVER.search(text):
            return


def _named(name: str, issues: bool, context: Context) -> Body | None:
    """The body with the territory that the text tells, where the name says only of what kind it is ("Ủy ban nhân dân
    thành phố"); where it tells none, the body only if it says that it issues the plan."""
    bare = _BARE_KIND.search(name)
    if bare is None:
        return body(name, context.rules, context.places, context.text)
    found = body(name[: bare.start()], context.rules, context.places, context.text)
    territory = _of_kind(bare["kind"].lower(), context)
    if territory is None:
        return body(name, context.rules, context.places, context.text) if issues else None
    return replace(found, territory=territory) if found is not None else None


def _of_kind(kind: str, context: Context) -> Territory | None:
    """The territory of a kind that the text names most often, in small letters too ("trên địa bàn thành phố cần thơ")."""
    told: Counter[str] = Counter()
    pattern = rf"(?<!\w){kind}\s+(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+){{0,3}})"
    for match in re.finditer(pattern, fold(context.text), re.IGNORECASE):
        words = match["name"].split()
        for length in range(len(words), 1, -1):
            place = " ".join(words[:length])
            known = context.places.named(place.title(), context.on)
            name = known.name if known is not None else context.places.district_name(place.title())
            if name is not None and (kind in ("tỉnh", "thành phố")) >= (known is not None):
                told[name] += 1
                break
    return (kind, told.most_common(1)[0][0]) if told else None
