"""Stops whose tail the engine did not see: a colon where an item of a list ends, a full stop within a sentence.

A pale or worn comma loses its tail first, and with it the semicolon, so that ";" is read as ":" and "," as ".". What
stands around tells: no item introduces a list of its own kind, and no sentence begins with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.language.repair import Change
from kehoach.model.document import Block
from kehoach.model.text import Text
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.needs import Sieve

_BULLET = re.compile(r"([-–—+*•])\s?\S")
_LETTER = re.compile(r"[a-zđ]\s?[)./]\s")
_NUMBER = re.compile(r"\d{1,2}\s?[.)/]\s")
_COLON = re.compile(r"(:)\s*$")
_INTRODUCES = Sieve(
    r"(?<!\w)(?:sau|sau đây|như sau|dưới đây|cụ thể|gồm|bao gồm|gồm có|gồm các|là|các nội dung|nội dung|nhiệm vụ|đối với .{2,60}|trong đó)\s*:\s*$",
    re.IGNORECASE,
)
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Xét|Theo) ")
"""What a plan rests on, one paragraph each."""
_FEWEST = 6
"""Words of an item that says something; fewer may be a label ("- Thời gian:")."""
_FEWEST_BEFORE = 4
"""Words before a colon that is none; fewer may be a label ("Kinh phí: ...")."""
_COLON_WITHIN = Sieve(r"(?<=\S)(:)(?=\s\S)")
_CLAUSE = re.compile(r"[^.;:]+$")
_WITHIN = Sieve(rf"(?<=[{LOWER}])(\.)(?= [{LOWER}]{{2,}}(?![^\W\d_]|[./]))")
_IN_CAPITALS = re.compile(rf"(?<=[{UPPER}]{{2}})(\.)(?= [{UPPER}]{{2}})")
_IN_ENTRY = re.compile(r"(?<=[^\W\d_]{2})(\.)(?= [^\W\d_])")
_NUMBERED = re.compile(r"(?:PHẦN|MỤC|CHƯƠNG|ĐIỀU|PHỤ LỤC)\s\S+[.:]")
_LABELS = re.compile(r"[IVXLC]+|[A-ZĐ]|[\d.]+|[IVX]+\.\d+")
_SHORTENED = frozenset(
    ["tp", "tx", "tt", "kt", "tm", "tl", "ths", "ts", "bs", "gs", "pgs", "cn", "ks", "đ/c", "lđ", "stt"]
)
"""Words that end with a full stop within a line of their own accord."""
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")


def changes(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    """The stops to be mended: the number of their block, and the change in its text."""
    for n, block in enumerate(blocks):
        if block.table is None and (change := _ends_item(blocks, n)) is not None:
            yield n, change


def within(text: Text) -> list[Change]:
    """Full stops before a small letter that are commas; abbreviations keep theirs. Colons whose ink has a tail, behind
    words that introduce nothing."""
    found = [Change(at, at + 1, ":", ";") for at in _tailed(text)]
    for match in _WITHIN.finditer(text.value):
        before = _WORD_BEFORE.search(text.value, 0, match.start(1))
        if before is not None and is_syllable(before[0].lower()) and before[0].islower() and len(before[0]) > 1:
            found.append(Change(match.start(1), match.end(1), ".", ","))
    return sorted(found, key=lambda change: change.start)


def in_headings(text: Text) -> list[Change]:
    """Full stops within a heading in capitals that are commas ("MỤC ĐÍCH. YÊU CẦU"); the first word may be a label, however
    it was read ("NHI. TỔ CHỨC")."""
    if not text.value.isupper() or _NUMBERED.match(text.value):
        return []
    label = len(text.value.split(" ", 1)[0])
    return [change for change in _commas(text, _IN_CAPITALS) if change.start > label]


def in_entries(text: Text) -> list[Change]:
    """The same within an entry of nơi nhận ("Các phòng. ban", "Lưu: VT. TH")."""
    return list(_commas(text, _IN_ENTRY))


def _commas(text: Text, pattern: re.Pattern[str]) -> Iterator[Change]:
    for match in pattern.finditer(text.value):
        before = text.value[: match.start(1)].rsplit(maxsplit=1)[-1].strip("-(“")
        if not (before.lower() in _SHORTENED or _LABELS.fullmatch(before)):
            yield Change(match.start(1), match.end(1), ".", ",")


def _tailed(text: Text) -> Iterator[int]:
    for match in _COLON_WITHIN.finditer(text.value):
        at = match.start(1)
        if not _has_tail(text, at):
            continue
        clause = _CLAUSE.search(text.value, 0, at)
        said = clause[0].split() if clause is not None else []
        answers = clause is not None and text.value[: clause.start()].endswith(":")  # "loại A: từ 90 điểm; loại B: ..."
        if (len(said) >= _FEWEST_BEFORE or answers) and not _INTRODUCES.search(fold(text.value[: at + 1])):
            yield at


def _has_tail(text: Text, at: int) -> bool:
    word = text.origin[at]
    return word is not None and any(other.endswith(";") for other, _ in word.alternatives)


def _ends_item(blocks: Sequence[Block], n: int) -> Change | None:
    """The colon of an item with a tail, or with another item of its kind right below; of a basis above another."""
    text = blocks[n].text.value
    colon = _COLON.search(text)
    if colon is None or _INTRODUCES.search(fold(text)):
        return None
    change = Change(colon.start(1), colon.end(1), ":", ";")
    own = _kind(text)
    if own not in (None, "number") and _has_tail(blocks[n].text, colon.start(1)):
        return change
    if n + 1 == len(blocks) or blocks[n + 1].zone != blocks[n].zone:
        return None
    below = blocks[n + 1].text.value
    if _BASIS.match(text) and _BASIS.match(below):
        return change
    if own is None or own != _kind(below):
        return None
    if blocks[n].zone != "recipients" and len(text.split()) < _FEWEST:
        return None
    return change


def _kind(text: str) -> str | None:
    """The bullet of an item, or that it has a letter or a number."""
    if (bullet := _BULLET.match(text)) is not None:
        return "-" if bullet[1] in "–—" else bullet[1]
    return "letter" if _LETTER.match(text) else "number" if _NUMBER.match(text) else None
