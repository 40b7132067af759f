"""Families of numbering: their usual depth, the order of their values, and how recognition misreads them.

Numbering by NĐ 30/2020/NĐ-CP, Phụ lục I, Mục V: Phần, Chương, Mục, Điều, Khoản, Điểm, the letters in the order of the
Vietnamese alphabet; below that, by habit, "-" and "+".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal

from kehoach.orthography.fold import unmarked
from kehoach.orthography.numerals import LATIN, ROMANS, VIETNAMESE, roman

Family = Literal[
    "part", "chapter", "division", "article", "upper", "roman", "arabic", "decimal", "paren", "bracket", "letter",
    "sub_letter", "small_roman", "star", "dash", "plus", "dot", "circle", "heading",
    "annex",
]  # fmt: skip

RANK: dict[Family, float] = {
    "annex": 0, "part": 1, "chapter": 2, "division": 3, "upper": 4, "roman": 4.5, "article": 5, "heading": 5.5,
    "arabic": 6, "decimal": 6, "paren": 7, "bracket": 7.5, "letter": 8, "sub_letter": 8.5, "small_roman": 8.7,
    "star": 9, "dot": 9.5, "dash": 10, "circle": 10.3, "plus": 11,
}  # fmt: skip
"""The usual depth of each family; plans break it now and then, so it is a cost and no law."""

BULLET_NAME: dict[Family, str] = {
    "dash": "-",
    "plus": "+",
    "star": "*",
    "dot": "-",
    "circle": "-",
    "heading": "*",
    "annex": "*",
}

OUTER: frozenset[Family] = frozenset({"part", "chapter", "division", "article", "upper", "roman"})
"""What numbers the main divisions of a text."""
ALWAYS_ITEM: tuple[Family, ...] = ("dash", "plus", "dot", "circle")
"""Bullets that never head a section."""

LETTERS = "abcdđefghijklmnopqrstuvwxyz"

MISREAD = 2.0
"""Cost of holding a recognized label for a misreading; next to the costs in ``place``."""

LOST_STOP = 2.0
"""Cost of a number without its full stop."""

SPECK = 0.6
"""Cost of holding a bullet before another label for a speck."""


@dataclass(frozen=True, slots=True)
class Label:
    """One way to read the label of a paragraph.

    ``value`` counts from 1, one number a level ("2.10" is (2, 10)); bullets have none. ``name`` is the label as it
    stands in a path. ``end`` is where the text after the label begins. ``cost`` says how far the reading is from
    what is printed.
    """

    family: Family
    value: tuple[int, ...]
    name: str
    end: int
    cost: float = 0.0


_ROMAN_LOOKS = {
    "I": ("I",), "V": ("V",), "X": ("X",), "L": ("I", "L"), "l": ("I",), "1": ("I",), "|": ("I",), "!": ("I",),
    "i": ("I",), "T": ("I",), "J": ("I",), "H": ("II", "I"), "U": ("II", "V", "I"), "n": ("II",), "N": ("II", "IV", "I"),
    "M": ("III",), "m": ("III",), "E": ("I", "II"), "W": ("VI", "IV"), "Y": ("V",), "v": ("V",), "y": ("V",), "x": ("X",),
    "K": ("X",), "D": ("I", "II"), "F": ("I",),
}  # fmt: skip
LETTER_LOOKS = {
    "1": "l", "I": "l", "l": "i", "4": "a", "8": "a", "6": "b", "9": "g", "q": "g", "0": "o", "d": "đ", "c": "e", "o": "c",
    "e": "c", "n": "h", "đ": "d", "ð": "đ", "ä": "a", "â": "a", "à": "a", "á": "a", "ê": "e", "é": "e", "è": "e",
    "h": "b", "ở": "d", "ơ": "d", "ớ": "d", "ờ": "d", "ỡ": "d", "ỏ": "d", "ó": "d", "ã": "a", "ả": "a", "ẻ": "e", "ẽ": "e", "ẹ": "e",
}  # fmt: skip

ONE_SHAPE, OTHER_CASE = "CKOPSUVWXZ", 0.5
"""Capitals that look like their small letters, and the cost of taking one for it: recognition tells them by height."""

MERGED_LOOKS = {"Q": "c", "©": "c", "€": "c", "¢": "c", "@": "a"}
"""Signs for which recognition takes a letter with its bracket."""


def as_roman(token: str, recognized: bool) -> dict[int, float]:
    """Roman numbers that the token may be, with the cost of each."""
    if token in ROMANS:
        found = {ROMANS[token]: 0.0}
        if (recognized and token[-1] == "I" and len(token) > 1) or (recognized and token == "I"):
            # a thin stroke is lost or doubled now and then
            for other in (ROMANS[token] + 1, ROMANS[token] - 1):
                if other >= 1 and set(roman(other)) == set(token):
                    found[other] = MISREAD + 0.5
        return found
    token = unmarked(token)  # specks over a stroke make an "Ï" of it
    looks = [_ROMAN_LOOKS.get(c) for c in token]
    if any(look is None for look in looks) or len(token) > 5:
        return {}
    found = {}
    for parts in product(*(look for look in looks if look is not None)):
        number = ROMANS.get("".join(parts))
        if number is not None:
            changed = sum(
                (a != b) + 0.25 * _ROMAN_LOOKS[a].index(b) for a, b in zip(token, parts, strict=True)
            )  # the first look of a letter is the likeliest
            cost = MISREAD - 1 + 0.4 * changed if not recognized else MISREAD - 1.5 + 0.3 * changed
            found[number] = min(found.get(number, 9.0), cost)
    return found


def step(family: Family, last: int, value: int) -> float:
    """Cost of ``value`` coming after ``last`` in one list: 0 for the next one."""
    if family in ("letter", "upper"):
        a, b = LETTERS[last - 1], LETTERS[value - 1]
        for order, cost in ((VIETNAMESE, 0.0), (LATIN, 0.2)):
            if a in order and b in order and order.index(b) == order.index(a) + 1:
                return cost
    elif value == last + 1:
        return 0.0
    if value == last:
        return 3.0
    if value > last:
        return 2.0 + 0.3 * min(value - last - 2, 5)
    return 3.5 if value == 1 else 4.5
