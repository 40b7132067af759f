"""Labels that count on, mended where what was read is no such label: "Q Sở Y tế ..." behind "b)", "NI." behind "II.",
"1," behind figures with full stops.

Which label must stand here is told by those before and after it; whether what was read may be one, by the engine's
other readings and by the looks of the strokes. What counts wrongly and was read surely is the drafter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.language.repair import Change
from kehoach.model.document import Block
from kehoach.orthography.letters import UPPER
from kehoach.orthography.numerals import ROMANS, VIETNAMESE, roman

_FIRST = re.compile(rf"(\S{{1,6}}?)(?:\s+|(?<=[.)/-]))(?=[“\"(]?[{UPPER}\d])")
_CLEAR = re.compile(
    r"(?P<roman>[IVX]{1,5})(?P<r>[./)-])|(?P<number>\d{1,2})(?P<n>[./)-])|(?P<letter>[a-zđ])(?P<l>[./)])"
)
_LEVELS = ("roman", "number", "letter")
_STROKES = {
    **dict.fromkeys("l1|!iIÌÍÏÎỈĨỊìíïîỉĩịLJ][", "I"), **dict.fromkeys("HNUnu", "II"), "M": "III", "Y": "V",
}  # fmt: skip
"""What looks like strokes of a Roman number."""
_SLASHED = re.compile("[UÚÙỦŨỤ]$")
"""The last stroke closed up with the slash behind it."""
_LETTERS = {"a": frozenset("8äâảáàãạă4"), "b": frozenset("6hð"), "c": frozenset("Qeo9©€CGO")}
"""What looks like the letter of a point; "c)" closes up to "Q"."""
_DOUBTFUL, _UNSURE = 0.7, 0.93
_ZONES = ("body", "annex")


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a level, as it was read: which one it is and how it is closed."""

    level: str
    value: int
    closing: str

    @property
    def next(self) -> _Label:
        return _Label(self.level, self.value + 1, self.closing)

    def __str__(self) -> str:
        if self.level == "roman":
            return roman(self.value) + self.closing
        return (str(self.value) if self.level == "number" else VIETNAMESE[self.value - 1]) + self.closing


def changes(blocks: Sequence[Block]) -> Iterator[tuple[int, Change]]:
    """The labels to be mended: the number of their block, and the change in its text."""
    read = [_read(block) for block in blocks]
    last: dict[str, _Label] = {}
    for n, block in enumerate(blocks):
        if block.zone not in _ZONES:
            continue
        label, first = read[n], _FIRST.match(block.text.value)
        meant = _meant(blocks, read, n, last) if first is not None else None
        if meant is not None and first is not None:
            yield n, Change(0, first.end(1), first[1], str(meant))
            label = meant
        if label is not None:
            for lower in _LEVELS[_LEVELS.index(label.level) :]:
                last.pop(lower, None)
            last[label.level] = label


def _read(block: Block) -> _Label | None:
    first = _FIRST.match(block.text.value) if block.zone in _ZONES else None
    return _label(first[1]) if first is not None else None


def _label(text: str) -> _Label | None:
    found = _CLEAR.fullmatch(text)
    if found is None or found.lastgroup is None:
        return None
    if found["roman"]:
        return _Label("roman", ROMANS[found["roman"]], found["r"]) if found["roman"] in ROMANS else None
    if found["number"]:
        return _Label("number", int(found["number"]), found["n"])
    at = VIETNAMESE.find(found["letter"])
    return _Label("letter", at + 1, found["l"]) if at >= 0 else None


def _meant(blocks: Sequence[Block], read: Sequence[_Label | None], n: int, last: dict[str, _Label]) -> _Label | None:
    """The label that must stand here, where what was read may be it; None where it is that, or none is known."""
    own = read[n]
    if own is not None and any(own == label.next for label in last.values()):
        return None
    if own is not None and own.value == 1 and _below(read, n, own.level) == own.next:
        return None
    for level in _LEVELS:
        below = _below(read, n, level)
        expected = last[level].next if level in last else None
        if expected is None and below is not None and below.value == 2:
            expected = _Label(level, 1, below.closing)
        if expected is None or (level == "letter" and expected.value > len(VIETNAMESE)):
            continue
        if below is not None and below.value <= expected.value:
            continue
        certain = below is not None and below == expected.next
        if own != expected and _may_be(blocks[n], expected, certain):
            return expected
    return None


def _below(read: Sequence[_Label | None], n: int, level: str) -> _Label | None:
    """The next label of a level, before one of a higher level."""
    for label in read[n + 1 :]:
        if label is None:
            continue
        if label.level == level:
            return label
        if _LEVELS.index(label.level) < _LEVELS.index(level):
            return None
    return None


def _may_be(block: Block, expected: _Label, certain: bool) -> bool:
    """Whether the first word of a block may be this label.

    Args:
        certain: the label that follows it stands below.
    """
    word, first = block.text.origin[0], _FIRST.match(block.text.value)
    if word is None or first is None or word.confidence >= 1:
        return False
    told = {str(expected), str(expected).upper()}
    if word.confidence < _DOUBTFUL and any(text in told for text, _ in word.alternatives):
        return True
    if word.confidence >= _UNSURE:
        return False
    if expected.level == "roman":
        return _strokes_agree(first[1], expected, certain)
    sign, closing = str(expected)[:-1], first[1][-1:]
    if expected.level == "letter":
        core = first[1].rstrip(").,/")
        return len(core) == 1 and core in _LETTERS.get(sign, ()) and (core in "Q©€" or closing == expected.closing)
    return first[1] == f"{sign}," or (
        certain and sign == "1" and closing == expected.closing and first[1][:-1] in "IlLÌÏ|"
    )


def _strokes_agree(text: str, expected: _Label, certain: bool) -> bool:
    """Whether strokes, as they were read, are those of a Roman number; one may be lost where the next number follows."""
    text = _SLASHED.sub("I/", text) if expected.closing == "/" else text
    made = "".join(_STROKES.get(c, c) for c in text)
    strokes, meant = made.rstrip("./)-,;: "), roman(expected.value)
    if not strokes or set(strokes) - set("IVX"):
        return False
    closed = made[len(strokes) :]
    if strokes == meant:
        return closed[:1] in ("", expected.closing) and (bool(closed) or certain)
    near = {strokes.replace("I", ""), meant.replace("I", "")}
    return certain and closed[:1] == expected.closing and len(near) == 1 and abs(len(strokes) - len(meant)) == 1
