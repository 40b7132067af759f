"""Letterhead and title of a document: the zone of each line down to where the body begins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout.paragraphs import mid_range
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_body
from kehoach.model.document import Block, Zone

Item = Printed | Block

HEAD_LINES = 40
"""Lines within which the title of a document stands."""
_TITLE_LINES = 12
_TYPE_WORDS = 6
"""Words that the type of a document has at most; a line of more tells the subject too."""
_TAIL = 45
"""Letters below which a line of plain text under the subject is its last words, where the body begins after it."""
_SUBJECT_LINES = 6
_WHOLE_LINE = 95
"""Letters of the longest line of a page."""
_CAPITALS = 0.55
"""Share of capitals in a line below which it tells a subject in small letters behind its type."""
_SENTENCE = re.compile(r"[.;:]\s")
_ADDRESSED = re.compile(r"\bkinh gui\b")
_NEXT_LINE = 2.0
"""How far below each other the middles of two lines of one column stand, in heights of a line."""
_BY_DECISION = re.compile(r"\b(?:theo|tai|thanh lap) (?:quyet dinh|qd|nghi quyet|ke hoach)$")
_YEAR_LINE = re.compile(r"\W*nam(?: hoc)?\W*(?:19|20)\d\d(?:\W{1,5}(?:19|20)\d\d)?\W*")
"""The year of a plan on a line of its own below the subject ("Năm học: 2031 - 2032")."""
_COUNTED = re.compile(r"\((\d)\)\s")
"""A part of a subject that counts what it is about ("... về (1) úng ngập; / (2) ùn tắc")."""
_MOTTO_END = re.compile(r"(?:^|\b(?:nghia|viet) )(?:viet )?nam$")
_DATE = re.compile(r"\b(?:ngay|thang)\b.*\bnam\b|\bthang\b.*\d{4}$|ngay.*thang.*nam")
_IN_CAPITALS, _WRAPPED = 0.85, 60
"""Share of capitals and characters of a full line of a title, which goes on in capitals below it."""


def head(flow: Sequence[Item], signs: Signs, zones: list[Zone], start: int) -> int:
    """Sets the zones of letterhead and title from ``start`` on; returns where the body begins."""
    lines = [(n, item) for n, item in enumerate(flow[start : start + HEAD_LINES], start) if isinstance(item, Printed)]
    title = next((n for n, line in lines if signs.is_type(line)), None)
    if title is None:
        title = next((n for n, line in lines if signs.begins_title(line) and _is_headed(lines, n, signs)), None)
    at = start
    last: Printed | None = None  # of the subject
    subject = parted_subject = False
    for n, line in lines:
        if n == title:
            break
        kind, told = signs.kind(line), subject
        if last is not None and last.box is not None and line.box is not None:
            goes_on = _stands_below(last, line, signs)
        else:
            goes_on = (told and _subject_goes_on(line, signs)) or (parted_subject and _ends_subject(flow, n))
        begins = kind == "subject" or (
            title is None and "number" in zones[start:n] and line.bare.startswith("ve viec ")
        )
        subject = begins or (goes_on and kind != "place_date")
        last = line if subject else last
        parted_subject = told and kind == "place_date"
        zone: Zone | None = "title" if subject else letterhead_zone(line, signs)
        if _ADDRESSED.search(line.bare) or (zone is None and title is None and not _of_letterhead(line)):
            if title is None:
                _below_the_address(flow, signs, zones, start, n)
            break
        if zone == "number" and n > start and _of_a_decision(flow[n - 1]):
            zone = "issuer"
        if (
            (zone or "issuer") == "issuer"
            and n > start
            and zones[n - 1] == "motto"
            and _motto_goes_on(flow[n - 1], line)
        ):
            zone = "motto"
        zones[n] = zone or "issuer"
        at = n + 1
    if title is None and _begins_unheaded(flow, at, signs):
        return _title(flow, signs, zones, at, told=True)
    if title is None:
        return at
    return _title(flow, signs, zones, title)


def _is_headed(lines: Sequence[tuple[int, Printed]], at: int, signs: Signs) -> bool:
    """Whether the number or the date of a letterhead stands above a line, and no paragraph."""
    above = [line for n, line in lines if n < at]
    told = any(letterhead_zone(line, signs) in ("number", "place_date") for line in above)
    return told and not any(_ADDRESSED.search(line.bare) or len(line.value) > _WHOLE_LINE for line in above)


def _stands_below(above: Printed, line: Printed, signs: Signs) -> bool:
    """Whether a line stands right below one of the subject, in its column."""
    if above.box is None or line.box is None or _ADDRESSED.search(line.bare) or line.page != above.page:
        return False
    beside = above.box.x0 <= line.box.cx <= above.box.x1
    near = 0 < line.box.cy - above.box.cy < _NEXT_LINE * max(line.box.height, above.box.height)
    return beside and near and letterhead_zone(line, signs) is None


def _begins_unheaded(flow: Sequence[Item], start: int, signs: Signs) -> bool:
    two = [line for line in flow[start : start + 2] if isinstance(line, Printed)]
    return len(two) == 2 and signs.begins_unheaded(*two)


_ADDRESS = 12
"""Lines within which the rest of a letterhead stands below "Kính gửi" where the columns were read in another order."""
_SHORT = 70


def _of_letterhead(line: Printed) -> bool:
    """Whether a line stands in the columns of a letterhead, or is the name of a body in small letters."""
    return line.part == "head" or (is_body(line) and len(line.value) < _SHORT and not (line.closed or line.labelled))


def _ends_subject(flow: Sequence[Item], at: int) -> bool:
    """Whether the last words of a subject stand here, behind the place and date of the other column."""
    line, below = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    alone = isinstance(below, Printed) and (below.gap or below.bare.startswith("kinh gui"))
    return isinstance(line, Printed) and alone and len(line.value) < _TAIL and not line.gap and not line.labelled


def _below_the_address(flow: Sequence[Item], signs: Signs, zones: list[Zone], start: int, at: int) -> None:
    """What a letterhead's form has and is not above "Kính gửi" stands below it: place and date in the other column, or
    all of it where the address came first."""
    missing = {"motto", "number", "place_date"}.difference(zones[start:at])
    lines = list(enumerate(flow[at : at + _ADDRESS], at))
    short = list(itertools.takewhile(lambda item: isinstance(item[1], Printed) and len(item[1].value) < _SHORT, lines))
    last = max((n for n, line in short if isinstance(line, Printed) and signs.kind(line) in missing), default=at)
    subject = False
    for n, line in short[: last - at + 2]:
        if not isinstance(line, Printed) or _ADDRESSED.search(line.bare):
            continue
        subject = signs.kind(line) == "subject" or (subject and _subject_goes_on(line, signs))
        zone: Zone | None = "title" if subject else letterhead_zone(line, signs)
        if (n <= last and zone in missing) or (start == at and n <= last and zone == "issuer") or subject:
            zones[n] = zone or "body"


def _of_a_decision(above: Item) -> bool:
    """Whether a number is that of the decision by which a team was made ("ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH / SỐ 5/QĐ-SXD")."""
    return isinstance(above, Printed) and _BY_DECISION.search(above.bare) is not None


def _motto_goes_on(above: Item, line: Printed) -> bool:
    """Whether the name of the State is broken before its last words ("... CHỦ NGHĨA VIỆT / NAM")."""
    if not isinstance(above, Printed) or above.bare.endswith(" nam") or not above.bare.startswith("cong h"):
        return False
    return above.side == line.side and bool(_MOTTO_END.search(line.bare)) and len(line.words) <= 4


def _subject_goes_on(line: Printed, signs: Signs) -> bool:
    """Whether a line below "V/v ..." still tells the subject: in its column, or in plain text until the form goes on."""
    if _ADDRESSED.search(line.bare):
        return False
    if line.side is not None or line.inset is not None:
        return line.side == "left"
    return letterhead_zone(line, signs) is None and not line.gap


def letterhead_zone(line: Printed, signs: Signs) -> Zone | None:
    """What a line above the title is; None where it is nothing that stands there."""
    kind = signs.kind(line)
    if kind == "motto":
        return "motto"
    if kind == "place_date" or (line.side == "right" and _DATE.search(line.bare)):
        return "place_date"
    if kind == "number" or _number_like(line):
        return "number"
    return "issuer" if line.capitals > 0.7 and not line.labelled else None


def _number_like(line: Printed) -> bool:
    """A number line whose word "Số" was misread: a slash before a symbol in capitals, at the left."""
    symbol = re.search(r"/ ?[A-ZĐƯ]{1,6}(?:[-–][A-ZĐƯ&,.a-z]+)?", line.value)
    return symbol is not None and line.side != "right" and len(line.value) < 45 and line.bare[:1] in "s56so"


def _title(flow: Sequence[Item], signs: Signs, zones: list[Zone], title: int, *, told: bool = False) -> int:
    """Sets the zone of a title; ``told``: its first line has the subject too, not the type alone."""
    zones[title] = "title"
    at = title + 1
    first = flow[title]
    told = told or (isinstance(first, Printed) and first.capitals < _CAPITALS and first.bare != "ke hoach")
    previous = first if told and isinstance(first, Printed) else None
    whole = isinstance(first, Printed) and (len(first.words) > _TYPE_WORDS or signs.begins_title(first))
    issuers = (flow[n] for n in range(max(0, title - HEAD_LINES), title) if zones[n] == "issuer")
    above = frozenset(line.bare for line in issuers if isinstance(line, Printed))
    while at < len(flow) and at - title <= _TITLE_LINES:
        line = flow[at]
        if whole and previous is None and isinstance(line, Printed) and signs.opens_body(line):
            break
        subject = previous or (first if whole and isinstance(first, Printed) else None)
        if subject is not None and isinstance(line, Printed) and _decides(subject, line, signs, above):
            break
        if not isinstance(line, Printed) or not (
            _titles_on(previous, line, signs) or _in_title(flow, at, previous, signs)
        ):
            break
        zones[at] = "title"
        previous = line
        at += 1
    return at


def _decides(previous: Printed, line: Printed, signs: Signs, issuers: frozenset[str]) -> bool:
    """Whether below a subject in small letters, or apart from it, the line of who decides stands ("CHỦ TỊCH ỦY BAN NHÂN DÂN
    TỈNH ..."), as the letterhead says it (``issuers``) or by their post."""
    post = replace(line, words=line.words[: _to_mark(line)])
    who = signs.kind(post) in ("position", "authority") or is_body(line) or line.bare in issuers
    return who and line.capitals >= _IN_CAPITALS and (line.gap or previous.capitals < _CAPITALS)


def _to_mark(line: Printed) -> int:
    """How many words stand before the first with a comma or a full stop ("TRƯỞNG BAN CHỈ ĐẠO PHÒNG, CHỐNG ...", "GIÁM ĐỐC
    SỞ Y TẾ TP. CẦN THƠ")."""
    return next((n for n, word in enumerate(line.words) if word.text[-1:] in ",." and n), len(line.words))


def _titles_on(previous: Printed | None, line: Printed, signs: Signs) -> bool:
    """Whether this line still belongs to the subject under the word KẾ HOẠCH."""
    if signs.kind(line) == "annex_of" or (previous is None and signs.kind(line) == "subject"):
        return True
    if _YEAR_LINE.fullmatch(line.bare):
        return True
    if line.value.startswith("Kính gửi"):
        return False
    if previous is None:
        return not (line.labelled and not line.middle)
    if previous.value.count("“") > previous.value.count("”") and not line.labelled:
        return True
    counted = _COUNTED.match(line.value)
    if mid_range(previous, line) or (counted and f"({int(counted[1]) - 1})" in previous.value):
        return True
    if previous.bold and not line.bold and line.styled:
        return False
    if min(previous.capitals, line.capitals) >= _IN_CAPITALS and len(previous.value) >= _WRAPPED:
        return not (line.labelled or line.gap)
    if line.middle and previous.middle and not line.labelled:
        if line.gap and previous.centred and not line.centred:
            return False  # a first line of the body without an indent
        ends = (line.gap and previous.closed) or (signs.opens_body(line) and not line.value[:1].islower())
        return line.centred or not ends
    if previous.bold and line.bold and not line.labelled and not line.gap:
        return True
    if signs.opens_body(line) or previous.closed or line.gap:
        return False
    return line.value[:1].islower() or line.value[:1].isdigit() or line.value[:1] in "(“–-"


def _in_title(flow: Sequence[Item], at: int, previous: Printed | None, signs: Signs) -> bool:
    """Whether a line of plain text stands among lines without an end that go on to a blank line, a rule or the first
    words of the body: a subject over several lines, one of which happens to begin with a name."""
    line = flow[at]
    if previous is None or previous.closed or not isinstance(line, Printed) or line.inset is not None or line.gap:
        return False
    for n in range(at, min(len(flow), at + _SUBJECT_LINES)):
        below = flow[n]
        if not isinstance(below, Printed) or (n > at and (below.gap or not below.bare)):
            return n > at
        if n > at and signs.opens_body(below):
            return not below.labelled or (n == at + 1 and len(line.value) < _TAIL)
        if (
            below.closed
            or _SENTENCE.search(below.value)
            or signs.opens_body(below)
            or not below.bare
            or len(below.value) > _WHOLE_LINE
        ):
            return False
    return False
