"""Lines of a signature: an authority or a body that its column broke over two lines is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name

_CAPITALS = 0.8
_BLANK, _PADDING = 3.0, 11.0
"""Points of the room between two words, and of the edge of a column in which nothing is set."""


def lines(printed: Sequence[Printed], signs: Signs) -> Iterator[tuple[Printed, ...]]:
    """The printed lines of each line of the signature."""
    group: list[Printed] = []
    for line in printed:
        if group and not _broken(group[-1], line, printed, signs):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _broken(upper: Printed, lower: Printed, column: Sequence[Printed], signs: Signs) -> bool:
    """Whether the upper line ends where its column did: the lower is in capitals, right below, nothing of its own, and its
    first word would have made the upper wider than any line of the column, or than the column itself."""
    if lower.gap or upper.side != lower.side or upper.page != lower.page or upper.closed:
        return False
    if min(upper.capitals, lower.capitals) < _CAPITALS or signs.kind(lower) is not None or len(upper.words) < 2:
        return False
    first = lower.words[0].box
    beside = [other for other in column if other.side == upper.side]
    if upper.box is None or first is None or (upper.gap and upper is not beside[0] and is_name(upper)):
        return False
    widest = max(other.box.width for other in beside if other.box is not None)
    rightmost = all(other.box is None or other.box.x0 < upper.box.x1 for other in column)
    if rightmost and upper.room is not None and _BLANK + first.width < 2 * (upper.room - _PADDING):
        return False  # the column, as far right of its middle as left of it, has room for more
    return upper.box.width + _BLANK + first.width > widest
