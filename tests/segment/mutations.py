"""Plans spoilt as drafting, copying and recognition spoil them; the same seed gives the same plan."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

PLANS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "corpora").glob("*/plan.txt"))
)  # fmt: skip
_LABEL = re.compile(r"^\s*(?:[IVXA-HĐ]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[./)-]+\s+|^\s*[-+*•]\s+")
_LABELS = (
    "I.",
    "IH.",
    "l.",
    "II-",
    "11.",
    "A.",
    "1.",
    "1.1.",
    "2.10",
    "Điều 3.",
    "Phần II",
    "a)",
    "đ)",
    "Q",
    "-",
    "- 2.",
    "+",
    "*",
    "•",
    "➢",
    "(ii)",
    "",
)
_CONFUSED = {
    "I": "l",
    "l": "1",
    "đ": "d",
    "ô": "o",
    "ế": "é",
    "ư": "u",
    "0": "O",
    "1": "I",
    ".": ",",
    ":": ";",
    "Đ": "D",
    "ủ": "ú",
}
_NOISE = (
    "| _ ~",
    "ộ ±",
    "2",
    "./.",
    "-----",
    "***",
    "",
    "PHỤ LỤC",
    "Nơi nhận:",
    "KẾ HOẠCH",
    "TT | Việc | Đơn vị",
    "1 | Họp | Xã",
    "\f",
)

Edit = Callable[[list[str], int, random.Random], None]


def mutated(seed: int, plans: Sequence[str] = PLANS) -> str:
    """One of the plans with 1 to 24 edits."""
    chance = random.Random(seed)
    lines = chance.choice(plans).split("\n")
    for _ in range(chance.randint(1, 24)):
        if lines:
            chance.choice(_EDITS)(lines, chance.randrange(len(lines)), chance)
    return "\n".join(lines)


def _drop(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.randint(1, 3)]


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(at, lines[at])


def _swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _relabel(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = f"{chance.choice(_LABELS)} {_LABEL.sub('', lines[at])}"


def _join(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def _part(lines: list[str], at: int, chance: random.Random) -> None:
    cut = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]


def _misread(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = "".join(_CONFUSED.get(c, c) if chance.random() < 0.1 else c for c in lines[at])


def _insert(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(at, chance.choice(_NOISE))


def _capitals(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = lines[at].upper() if chance.random() < 0.7 else lines[at].lower()


def _cut(lines: list[str], at: int, chance: random.Random) -> None:
    if chance.random() < 0.2:
        del lines[at:]


_EDITS: tuple[Edit, ...] = (_drop, _double, _swap, _relabel, _relabel, _join, _part, _misread, _insert, _capitals, _cut)
