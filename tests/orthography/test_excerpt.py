"""Long passages are shortened around what differs in them."""

from __future__ import annotations

import pytest

from kehoach.orthography.excerpt import excerpts

LONG = " ".join(str(n) for n in range(40))


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("một hai", "một ba", ("một hai", "một ba")),
        (LONG, LONG.replace("2 3", "2 x"), ("0 1 2 3 4 5 6 7 8 9 10 11 …", "0 1 2 x 4 5 6 7 8 9 10 11 …")),
        (LONG, LONG.replace("30", "x"), ("… 22 23 24 25 26 27 28 29 30 31 32 33 …", "… 22 23 24 25 26 27 28 29 x 31 32 33 …")),
        (LONG, f"{LONG} 40", ("… 32 33 34 35 36 37 38 39", "… 32 33 34 35 36 37 38 39 40")),
        (LONG, "0 1 2 3 4 5 6 7 8 9 10 11", ("… 4 5 6 7 8 9 10 11 12 13 14 15 …", "… 4 5 6 7 8 9 10 11")),
        (LONG, "", ("0 1 2 3 4 5 6 7 8 9 10 11 …", "")),
    ],
)  # fmt: skip
def test_excerpts(a: str, b: str, shown: tuple[str, str]) -> None:
    assert excerpts(a, b, 12) == shown
