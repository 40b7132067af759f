"""What is true of a generated plan by its reference record: an independent judge of what the audit says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Gold = Mapping[str, Any]


def _named(name: str) -> Callable[[Gold], bool]:
    return lambda gold: any(f["name"] == name for f in gold["findings"])


def _lacks(kinds: set[str], *lists: str) -> Callable[[Gold], bool]:
    """Whether the plan was written without a section of these kinds and without facts of these lists."""
    return lambda gold: (
        not any(kinds & set(s["kinds"]) for s in gold["sections"]) and not any(gold[name] for name in lists)
    )


def _says(*words: str) -> Callable[[Gold], bool]:
    """Whether none of the words stands in its items and headings."""

    def lacking(gold: Gold) -> bool:
        text = " ".join([*(i["text"] for i in gold["items"]), *(s["heading"] for s in gold["sections"])]).lower()
        return not any(word in text for word in words)

    return lacking


def _miscounted(gold: Gold) -> bool:
    return any(
        o["ordinal"] and o["from"] and o["to"] and int(o["to"][:4]) - int(o["from"][:4]) != o["ordinal"]
        for o in gold["observances"]
    )


def _unequal(gold: Gold) -> bool:
    """Whether the criteria of the first rank do not add up, or parts to their whole."""
    return _named("points_total")(gold)


TRUE: Mapping[str, Callable[[Gold], bool]] = {
    "KH101": _named("missing_number"),
    "KH121": _named("label_gap"),
    "KH201": _lacks({"purpose", "objectives"}),
    "KH204": _lacks({"content", "tasks"}),
    "KH205": _lacks({"targets"}, "targets"),
    "KH206": _lacks({"theme"}, "themes"),
    "KH207": _lacks({"schedule"}),
    "KH208": _lacks({"criteria"}, "criteria"),
    "KH209": _lacks({"measures", "organization", "tasks"}),
    "KH210": _lacks({"organization", "tasks"}),
    "KH211": _says("kiểm tra", "giám sát", "đôn đốc", "theo dõi"),
    "KH212": _says("tuyên truyền", "nhân rộng", "gương", "cách làm hay"),
    "KH213": _says("sơ kết", "tổng kết"),
    "KH214": _lacks({"rewards"}, "rewards"),
    "KH302": _unequal,
    "KH303": _unequal,
    "KH304": lambda gold: _named("bad_anniversary")(gold) or _miscounted(gold),
}
"""Codes that a generated plan can deserve; every other error or warning on it is false."""


def deserved(code: str, gold: Gold) -> bool:
    return code in TRUE and TRUE[code](gold)
