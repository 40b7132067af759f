"""A foot that goes on at the top of the next page: the end of nơi nhận, the name of who signs, each in its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.layout import furniture
from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block
from kehoach.model.geometry import Box
from kehoach.model.page import Page

Item = Printed | Block

_ENTRY = re.compile(r"[-–—+*•·]\s?\S|lưu\b", re.IGNORECASE)
_NOTE = re.compile(r"\(? ?(?:da )?ky\b.{0,20}$")
"""What stands for the pen in a copy."""
_MOST_ROWS = 14
"""Rows of a foot that may stand overleaf."""
_CAPITALS = 0.7
_SIGNING = ("authority", "position")


@dataclass(frozen=True)
class Open:
    """What the foot at the end of a page still lacks: ``gutter`` parts its columns (None: it has one), ``listing`` and
    ``signing`` are whether nơi nhận and the signature go on, ``broken`` whether the last entry does."""

    gutter: float | None
    listing: bool
    broken: bool
    signing: bool

    def at_left(self, line: Printed) -> bool:
        return self.gutter is None or (line.indent or 0.0) < self.gutter

    def goes_on(self, line: Printed, signs: Signs) -> bool | None:
        """Whether a line at the top of the next page belongs to the foot; None where it may, but does not tell."""
        if signs.kind(line) == "annex" or signs.is_type(line):
            return False
        if self.at_left(line):
            if self.listing and (_ENTRY.match(line.value) or (self.broken and line.value[:1].islower())):
                return True
            if self.listing and self.gutter is not None:
                return False
        if self.signing and (is_name(line) or signs.kind(line) in _SIGNING or _NOTE.match(line.bare)):
            return True
        return None if self.signing and line.capitals > _CAPITALS else False


def left_open(lines: Sequence[Printed], signs: Signs) -> Open | None:
    """What the foot that ends a page lacks; None where the page does not end in a foot, or nothing is missing."""
    foot = [(line, line.box) for line in lines[_last_other(lines) + 1 :] if line.box is not None]
    heads = [n for n, (line, _) in enumerate(foot) if signs.heads_recipients(line)]
    entries = [line for line, _ in foot[heads[0] + 1 :] if line.side == foot[heads[0]][0].side] if heads else []
    listing = bool(heads) and not any(line.bare.startswith("luu") for line in entries)
    names = [box for line, box in foot if is_name(line)]
    posts = [box for line, box in foot if signs.kind(line) in _SIGNING and line.capitals > _CAPITALS]
    signing = any(not any(name.top > post.top and _beneath(name, post) for name in names) for post in posts)
    if not listing and not signing:
        return None
    left = [box.x1 for line, box in foot if line.side == "left"]
    right = [box.x0 for line, box in foot if line.side == "right"]
    gutter = (max(left) + min(right)) / 2 if left and right else None
    return Open(gutter, listing, listing and bool(entries) and not entries[-1].closed, signing)


def _last_other(lines: Sequence[Printed]) -> int:
    return max((n for n, line in enumerate(lines) if line.part != "foot"), default=-1)


def _beneath(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def rows_of(parted: Sequence[Sequence[Printed]], page: Page, opened: Open, signs: Signs) -> int:
    """How many of the rows at the top of a page, each cut at its wide gaps, go on with the foot of the page before."""
    end = 0
    for n, parts in enumerate(parted[:_MOST_ROWS]):
        if len(parts) == 1 and furniture.page_number(parts[0], page):
            continue
        told = [opened.goes_on(part, signs) for part in parts]
        if False in told:
            break
        if True in told:
            end = n + 1
        listed = [part for part in parts if opened.at_left(part)]
        opened = replace(opened, broken=not listed[-1].closed) if listed else opened
    return end


def together(flow: Sequence[Item]) -> list[Item]:
    """The flow with the end of a left column that stands overleaf behind its beginning, before the right column."""
    made = list(flow)
    for n in range(1, len(made)):
        above, line = made[n - 1], made[n]
        if not (_at(above, "right") and _at(line, "left")) or above.page == line.page:  # type: ignore[union-attr]
            continue
        start = n
        while start and _at(made[start - 1], "right"):
            start -= 1
        end = n
        while end < len(made) and _at(made[end], "left"):
            end += 1
        made[start:end] = [*made[n:end], *made[start:n]]
    return made


def _at(item: Item, side: str) -> bool:
    return isinstance(item, Printed) and item.part == "foot" and item.side == side
