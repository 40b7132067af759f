"""Regular expressions taken apart."""

from __future__ import annotations

import re

import pytest

from kehoach.rules.expressions import DIGITS, Beside, Choice, Part, Repeat, Said, parts

OFTEN = 1 << 32


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        ("kế hoạch", ["kế hoạch"]),
        ("k[ìỳ]", ["k", frozenset("ìỳ")]),
        (r"[\d.,]\[x\]", [DIGITS | set(".,"), "[", "x", "]"]),
        ("[a-d-]", [frozenset("abcd-")]),
        (r"[]\]-]", [frozenset("]-")]),
        ("[^a]", [Said.ANYTHING]),
        ("[à-ỹ]", [Said.ANYTHING]),
        (r"[\w.]", [Said.ANYTHING]),
        ("họp|giao ban", [Choice([["họp"], ["giao ban"]])]),
        ("(?:sơ|tổng) kết", [Choice([["sơ"], ["tổng"]]), " kết"]),
        ("(?P<a>b)(?P=a)", [Choice([["b"]]), Said.ANYTHING]),
        (r"(b)\1(?(1)c|d)", [Choice([["b"]]), Said.ANYTHING, Said.ANYTHING]),
        ("(?i:a)(?>b)(?#c)", [Choice([["a"]]), Choice([["b"]]), Said.PLACE]),
        ("(?<=ngày )a(?=b|c)(?!d)", [Beside(["ngày "]), "a", Beside([Choice([["b"], ["c"]])]), Said.PLACE]),
        ("năm?", ["nă", Repeat(0, 1, "m")]),
        ("a+?b*+", [Repeat(1, OFTEN, "a"), Repeat(0, OFTEN, "b")]),
        ("a{2}b{2,}c{,2}d{1,3}?", [Repeat(2, 2, "a"), Repeat(2, OFTEN, "b"), Repeat(0, 2, "c"), Repeat(1, 3, "d")]),
        ("(?:ab){2}{a}", [Repeat(2, 2, Choice([["ab"]])), "{", "a", "}"]),
        (r"^.\b\d\s$", [Said.PLACE, Said.ANYTHING, Said.PLACE, DIGITS, Said.ANYTHING, Said.PLACE]),
        (r"\.\n\x41\u1ea1\N{DIGIT ONE}", [".", "\n", "A", "ạ", Said.ANYTHING]),
        ("(?x) a b", [Said.ANYTHING]),
    ],
)
def test_parts(pattern: str, made: list[Part]) -> None:
    re.compile(pattern)
    assert parts(pattern) == made
