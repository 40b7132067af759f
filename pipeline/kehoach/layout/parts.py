"""The flow of lines and table rows parted into letterhead, title, body, foot and annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kehoach.layout.head import HEAD_LINES, head, letterhead_zone
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_body, is_name
from kehoach.model.document import Block, Zone

Item = Printed | Block
"""What stands in the flow: a printed line, or a table row that is already a block."""

_FORM: tuple[Zone, ...] = ("issuer", "motto", "place_date", "recipients", "signature")
_ENTRY = re.compile(r"[-–+*•]\s?\S")
_PEN = re.compile(r"\W*(?:da ky|ky ten|ky, ghi ro ho ten)\W*(?:va dong dau)?\W*")
"""What stands for the pen in a copy, without diacritics."""
_LAST_LINES = 8
"""Lines that may follow a post in small letters which signs."""
_HEADING_LINES = 6
"""Lines within which text below a heading of capitals is numbered."""


def parts(flow: Sequence[Item], signs: Signs) -> list[Zone]:
    """The zone of every item of the flow, in order."""
    zones: list[Zone] = ["table" if isinstance(item, Block) else "body" for item in flow]
    at = head(flow, signs, zones, 0)
    carried = not any(signs.is_plan(line) for n, line in _lines(flow, 0, at) if zones[n] == "title")
    carrier = 0
    while (start := _foot_start(flow, signs, at)) is not None:
        end = _foot(flow, signs, zones, start)
        at = _annexes(flow, signs, zones, end)
        if at >= len(flow):
            break
        carrier = carrier or (end if carried else 0)
    if carrier and at < len(flow) and (first := _headed_annex(flow, signs, at)) is not None:
        _annexes(flow, signs, zones, first)  # the decision was signed, not the plan in it
    _set_apart(zones, carrier)
    return zones


def _headed_annex(flow: Sequence[Item], signs: Signs, start: int) -> int | None:
    """The first annex that a body's name in capitals stands over."""
    for n, line in _lines(flow, start, len(flow) - 1):
        below = flow[n + 1]
        if isinstance(below, Printed) and signs.kind(below) == "annex" and line.capitals > 0.9 and is_body(line):
            return n
    return None


def _set_apart(zones: list[Zone], start: int) -> None:
    """The decision before ``start`` that issues the plan after it becomes the carrier. What the plan's own form does
    not say, the carrier's says for it: issuer, place and date, recipients, signature. Its number is its own."""
    own = {zone for zone in zones[start:] if zone in _FORM}
    for n in range(start):
        if zones[n] in ("title", "body", "table", "number") or zones[n] in own:
            zones[n] = "carrier"


def _lines(flow: Sequence[Item], start: int, stop: int) -> list[tuple[int, Printed]]:
    return [(n, item) for n, item in enumerate(flow[start:stop], start) if isinstance(item, Printed)]


def _foot_start(flow: Sequence[Item], signs: Signs, start: int) -> int | None:
    """The first line of nơi nhận or of the signature, whichever is printed first."""
    for n, line in _lines(flow, start, len(flow)):
        if line.part == "foot":
            return n
        if line.part == "head" or line.inset is not None:
            continue
        kind = signs.kind(line)
        if kind == "recipients" and not line.labelled and len(line.value) < 120:
            return n
        if kind == "authority" and line.capitals > 0.6 and len(line.value) < 90:
            return n
        plain = not line.labelled or line.bare.startswith("p.")  # "P. HIỆU TRƯỞNG" is no point of a list
        if kind == "position" and line.capitals > 0.85 and plain and _signs_off(flow, n):
            return n
        if kind == "position" and line.value[:1].isupper() and _signs_in_small(flow, n):
            return n
        if _lone_name(flow, n) or (_signing_body(flow, n, signs) and not _heads_text(flow, n, signs)):
            return n
    return None


def _signs_off(flow: Sequence[Item], at: int) -> bool:
    """Whether a line of capitals with a post in it signs: the end of the text, a name or nothing is near."""
    after = [line for _, line in _lines(flow, at + 1, at + 6)]
    return len(after) < 4 or any(is_name(line) for line in after)


def _signs_in_small(flow: Sequence[Item], at: int) -> bool:
    """Whether a post in small letters closes the text: the name stands right below it, perhaps under "(Đã ký)", and
    hardly anything after."""
    line, above = flow[at], [before for _, before in _lines(flow, max(0, at - 1), at)]
    after = [below for _, below in _lines(flow, at + 1, len(flow))]
    named = after[1:] if after and _PEN.fullmatch(after[0].bare) else after
    ends = isinstance(line, Printed) and not (line.closed or line.labelled) and len(after) < _LAST_LINES
    return ends and bool(above) and above[-1].closed and bool(named) and is_name(named[0])


def _lone_name(flow: Sequence[Item], at: int) -> bool:
    """A name that stands alone after the mark that ends a text ("./.")."""
    line, before = flow[at], [above for _, above in _lines(flow, max(0, at - 1), at)]
    if not isinstance(line, Printed) or not before or not line.gap:
        return False
    return bool(re.search(r"\./\.?\s*$", before[-1].value)) and is_name(line)


def _signing_body(flow: Sequence[Item], at: int, signs: Signs) -> bool:
    """The name of a body in capitals after the end of the text, with a post or a name right below: it signs."""
    line, before = flow[at], [above for _, above in _lines(flow, max(0, at - 1), at)]
    if not isinstance(line, Printed) or not before or line.capitals < 0.9 or line.labelled or len(line.bare) < 6:
        return False
    if signs.kind(line) == "annex":
        return False
    below = [under for _, under in _lines(flow, at + 1, at + 3)]
    if any(signs.kind(under) == "annex" for under in below):
        return False  # the body's name over an annex
    if not any(signs.kind(under) in ("position", "authority") for under in below):
        spaced = takewhile(lambda under: under.capitals > 0.9 or _PEN.fullmatch(under.bare) or is_name(under), below)
        if not any(is_name(under) for under in spaced):
            return False  # a heading over a sentence, with another heading of four words below
    return bool(re.search(r"[./]\s?[./]?\s*$", before[-1].value))


def _heads_text(flow: Sequence[Item], at: int, signs: Signs) -> bool:
    """Whether numbered text follows a line of capitals, before nơi nhận or anything that signs: it is a heading."""
    for _, under in _lines(flow, at + 1, at + _HEADING_LINES):
        if signs.kind(under) in ("recipients", "position", "authority", "annex"):
            return False
        if under.labelled and not _ENTRY.match(under.value):
            return True
    return False


def _foot(flow: Sequence[Item], signs: Signs, zones: list[Zone], start: int) -> int:
    """Zones of nơi nhận and signature; returns the first item after them."""
    zone: Zone = "signature"
    at, named, listed, signing = start, False, False, False
    while at < len(flow):
        line = flow[at]
        carried_over = signing and not named and _name_carried_over(flow, signs, at)
        if not isinstance(line, Printed) or (at > start and not carried_over and _leaves(flow, signs, at, start)):
            break
        if named and line.part != "foot" and at > start and line.page != _page_before(flow, at) and not is_name(line):
            break
        kind = signs.kind(line)
        if kind == "recipients" or (line.part == "foot" and signs.heads_recipients(line)):
            zone, listed = "recipients", True
        elif line.side == "right" or (kind in ("authority", "position") and line.capitals > 0.6):
            zone = "signature"
        elif line.side == "left":
            entries = listed or zone == "recipients" or bool(_ENTRY.match(line.value))
            zone = "recipients" if entries else "signature"
        elif (listed or named) and zone == "signature" and _ENTRY.match(line.value) and line.side is None:
            zone = (
                "recipients"  # plain text has the post before the list at its left; its heading may be lost in a scan
            )
        elif zone == "recipients" and signing and not named and is_name(line) and not line.labelled:
            zone = "signature"
        elif zone == "recipients" and _closes_list(flow, at, start) and not line.labelled:
            zone = "signature" if is_name(line) or line.capitals > 0.6 else zone
        done = named and listed and line.part != "foot"
        if zone == "signature" and done and not _is_name(line) and kind not in ("authority", "position"):
            break
        signing = signing or zone == "signature"
        named = named or (zone == "signature" and _is_name(line))
        zones[at] = zone
        at += 1
    return at


def _is_name(line: Printed) -> bool:
    """Whether a line is a name in small letters: one in capitals may be the title of what follows."""
    return is_name(line) and line.capitals < 0.9


def _name_carried_over(flow: Sequence[Item], signs: Signs, at: int) -> bool:
    """Whether the name of who signs stands at the top of the next page, its post at the end of this one."""
    line = flow[at]
    if not isinstance(line, Printed) or signs.kind(line) == "annex":
        return False
    return line.page != _page_before(flow, at) and is_name(line)


def _page_before(flow: Sequence[Item], at: int) -> int | None:
    before = flow[at - 1]
    return before.page if isinstance(before, Printed) else None


def _leaves(flow: Sequence[Item], signs: Signs, at: int, start: int) -> bool:
    """Whether this line no longer belongs to the foot: an annex, another document, another page's text."""
    line, before = flow[at], flow[at - 1]
    if not isinstance(line, Printed) or not isinstance(before, Printed) or line.part == "head":
        return True
    kind = signs.kind(line)
    turned = line.page != before.page
    if before.part == "foot" and line.part != "foot":
        listed = any(above.bare.startswith("noi nhan") for _, above in _lines(flow, start, at))
        if kind == "recipients":
            return listed
        return not _entry_follows(flow, at, start)
    if kind == "annex" and (line.gap or turned) and line.part != "foot":
        return True
    return line.part != "foot" and (kind == "motto" or (signs.is_type(line) and kind != "position"))


def _entry_follows(flow: Sequence[Item], at: int, start: int) -> bool:
    """Whether nơi nhận goes on, at the top of the next page or below a name in the other column: it was not closed by
    "Lưu", and an entry stands here."""
    line = flow[at]
    return isinstance(line, Printed) and bool(_ENTRY.match(line.value)) and not _closes_list(flow, at, start)


def _closes_list(flow: Sequence[Item], at: int, start: int) -> bool:
    """The entry "Lưu: VT, ..." closes nơi nhận."""
    before = [line.bare for _, line in _lines(flow, max(start, at - 3), at)]
    return any(text.startswith("luu") for text in before)


def _annexes(flow: Sequence[Item], signs: Signs, zones: list[Zone], start: int) -> int:
    """Everything after the foot is annex, unless a plan with a title of its own follows; returns where to go on."""
    for at in range(start, len(flow)):
        line = flow[at]
        if not isinstance(line, Printed):
            continue
        if signs.is_plan(line) and len(line.bare) < 12 and not _under_annex(flow, signs, start, at):
            body = head(flow, signs, zones, _back_to_letterhead(flow, signs, start, at))
            return max(body, at + 1)
        zones[at] = "annex"
    return len(flow)


def _under_annex(flow: Sequence[Item], signs: Signs, start: int, at: int) -> bool:
    return any(signs.kind(line) == "annex" for _, line in _lines(flow, max(start, at - 4), at))


def _back_to_letterhead(flow: Sequence[Item], signs: Signs, start: int, at: int) -> int:
    first = at
    while first > max(start, at - HEAD_LINES // 2):
        line = flow[first - 1]
        if not isinstance(line, Printed) or (line.part != "head" and letterhead_zone(line, signs) is None):
            break
        first -= 1
    return first
