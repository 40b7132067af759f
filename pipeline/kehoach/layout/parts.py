"""The flow of lines and table rows parted into letterhead, body, foot and annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block, Zone

Item = Printed | Block
"""What stands in the flow: a printed line, or a table row that is already a block."""

_HEAD_LINES = 40
_TITLE_LINES = 12


@dataclass
class Parts:
    """Zone by zone what each item of the flow is; ``starts`` are items that begin a block of their own."""

    zones: list[Zone]
    alone: set[int] = field(default_factory=set)


def parts(flow: Sequence[Item], signs: Signs) -> Parts:
    """The zone of every item of the flow, in order."""
    found = Parts(["table" if isinstance(item, Block) else "body" for item in flow])
    body = _head(flow, signs, found, 0)
    at = body
    while (foot := _foot_start(flow, signs, at)) is not None:
        end = _foot(flow, signs, found, foot)
        at = _annexes(flow, signs, found, end)
        if at >= len(flow):
            break
    return found


def _lines(flow: Sequence[Item], start: int, stop: int) -> list[tuple[int, Printed]]:
    return [(n, item) for n, item in enumerate(flow[start:stop], start) if isinstance(item, Printed)]


def _head(flow: Sequence[Item], signs: Signs, found: Parts, start: int) -> int:
    """Zones of letterhead and title; returns where the body begins."""
    lines = _lines(flow, start, start + _HEAD_LINES)
    title = next((n for n, line in lines if signs.is_type(line)), None)
    at = start
    for n, line in lines:
        if n == title:
            break
        zone = _letterhead_zone(line, signs)
        if zone is None and title is None:
            return n
        found.zones[n] = zone or "issuer"
        at = n + 1
    if title is None:
        return at
    return _title(flow, signs, found, title)


def _letterhead_zone(line: Printed, signs: Signs) -> Zone | None:
    kind = signs.kind(line)
    if kind in ("motto", "number", "place_date"):
        return kind  # type: ignore[return-value]
    if line.bare.startswith("so") and line.capitals > 0.4 and "/" in line.value:
        return "number"
    return "issuer" if line.capitals > 0.7 and not line.labelled else None


def _title(flow: Sequence[Item], signs: Signs, found: Parts, title: int) -> int:
    found.zones[title] = "title"
    found.alone.add(title)
    at = title + 1
    previous: Printed | None = None
    while at < len(flow) and at - title <= _TITLE_LINES:
        line = flow[at]
        if not isinstance(line, Printed) or not _titles_on(previous, line, signs):
            break
        found.zones[at] = "title"
        previous = line
        at += 1
    return at


def _titles_on(previous: Printed | None, line: Printed, signs: Signs) -> bool:
    """Whether this line still belongs to the subject under the word KẾ HOẠCH."""
    if signs.kind(line) == "annex_of":
        return True
    if previous is None:
        return not (line.labelled and not line.centred)
    if line.centred and previous.centred and (line.bold or not previous.bold):
        return True
    if previous.bold and line.bold and not line.labelled and not line.gap:
        return True
    if signs.opens_body(line) or previous.closed or line.gap:
        return False
    return line.value[:1].islower() or line.value[:1].isdigit() or line.value[:1] in "(“–-"


def _foot_start(flow: Sequence[Item], signs: Signs, start: int) -> int | None:
    """The first line of nơi nhận or of the signature, whichever is printed first."""
    for n, line in _lines(flow, start, len(flow)):
        kind = signs.kind(line)
        if kind == "recipients" and not line.labelled and len(line.value) < 120:
            return n
        if kind == "authority" and line.capitals > 0.6 and len(line.value) < 90:
            return n
        if kind == "position" and line.capitals > 0.85 and not line.labelled and _signs_off(flow, n):
            return n
    return None


def _signs_off(flow: Sequence[Item], at: int) -> bool:
    """Whether a line of capitals with a post in it signs: the end of the text, a name or nothing is near."""
    after = [line for _, line in _lines(flow, at + 1, at + 6)]
    return len(after) < 4 or any(is_name(line) for line in after)


def _foot(flow: Sequence[Item], signs: Signs, found: Parts, start: int) -> int:
    """Zones of nơi nhận and signature; returns the first item after them."""
    zone: Zone = "signature"
    at, named = start, False
    listed = False
    while at < len(flow):
        line = flow[at]
        if not isinstance(line, Printed):
            break
        kind = signs.kind(line)
        if kind == "annex" and at > start and (line.gap or line.page != flow[at - 1].page):  # type: ignore[union-attr]
            break
        if (signs.is_type(line) and at > start and kind != "position") or kind == "motto":
            break
        if kind == "recipients":
            zone, listed = "recipients", True
        elif line.side == "right" or (kind in ("authority", "position") and line.capitals > 0.6):
            zone = "signature"
        elif line.side == "left" and listed:
            zone = "recipients"
        elif zone == "recipients" and _closes_list(flow, at, start) and not line.labelled:
            zone = "signature" if is_name(line) or line.capitals > 0.6 else zone
        if zone == "signature" and named and listed and not is_name(line) and kind not in ("authority", "position"):
            break
        named = named or (zone == "signature" and is_name(line) and line.capitals < 0.9)
        found.zones[at] = zone
        at += 1
    return at


def _closes_list(flow: Sequence[Item], at: int, start: int) -> bool:
    """The entry "Lưu: VT, ..." closes nơi nhận."""
    before = [line.bare for _, line in _lines(flow, max(start, at - 3), at)]
    return any(text.startswith("luu") for text in before)


def _annexes(flow: Sequence[Item], signs: Signs, found: Parts, start: int) -> int:
    """Everything after the foot is annex, unless a plan with a title of its own follows; returns where to go on."""
    for at in range(start, len(flow)):
        line = flow[at]
        if not isinstance(line, Printed):
            continue
        if signs.is_plan(line) and len(line.bare) < 12 and not _under_annex(flow, signs, start, at):
            _head(flow, signs, found, _back_to_letterhead(flow, signs, start, at))
            return at + 1
        found.zones[at] = "annex"
    return len(flow)


def _under_annex(flow: Sequence[Item], signs: Signs, start: int, at: int) -> bool:
    return any(signs.kind(line) == "annex" for _, line in _lines(flow, max(start, at - 4), at))


def _back_to_letterhead(flow: Sequence[Item], signs: Signs, start: int, at: int) -> int:
    while at > start:
        line = flow[at - 1]
        if not isinstance(line, Printed) or _letterhead_zone(line, signs) is None:
            break
        at -= 1
    return at
