"""The entries of nơi nhận, one or more printed lines each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.layout.printed import Printed

_DASHED = re.compile(r"[-–—+*•·]")


def entries(lines: Sequence[Printed]) -> Iterator[tuple[Printed, ...]]:
    """The lines of each entry of nơi nhận. In a list with dashes a line without one goes on with the line above."""
    dashed = sum(line.labelled for line in lines) >= 2
    group: list[Printed] = []
    for line in lines:
        heads = not group or _heads_list(line) or _heads_list(group[-1])
        listing = any(":" in above.value for above in group)  # "Các sở: Nội vụ; Tài chính;" goes on
        ended = bool(group) and not listing and group[-1].value.endswith(";") and line.value[:1].isupper()
        goes = (
            not (line.labelled and (not group or group[-1].closed or _DASHED.match(line.value))) and not ended
            if dashed
            else bool(group) and not group[-1].closed and line.value[:1].islower()
        )
        if group and (heads or not goes):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _heads_list(line: Printed) -> bool:
    headed = line.value.rstrip().endswith(":") and line.value[:1].isupper()
    return headed or "noi nhan" in line.bare[:24]
