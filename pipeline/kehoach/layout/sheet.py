"""One page with places -> its lines in reading order: letterhead and foot column by column, the body row by row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.layout import columns, noise, overleaf
from kehoach.layout.frame import Frame
from kehoach.layout.noise import BULLET
from kehoach.layout.printed import Part, Printed, Side
from kehoach.layout.rows import Row
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Furniture
from kehoach.model.keeping import Keeping
from kehoach.model.page import Page

_END = re.compile(r"[.:]\s?/\s?\.")
"""The mark that ends the text of a document."""
_FAR = 7.0
"""Line heights between two texts that have nothing to do with each other but their height on the page."""
_GAP = 1.3
"""Times the usual line distance above which room between two lines parts paragraphs."""
_COVERING = ("seal", "stamp", "signature_ink")
_COVER = 12.0
"""Points before the margin that a mark may leave free where it covers the end of a line."""
_FLUSH = 6.0
"""Points right of the margin within which a line begins at it."""
_HEAD_SHARE = 0.62
"""The title stands in this upper part of the page."""


@dataclass(frozen=True)
class Sheet(Keeping):
    """A page's rows with its frame; what is noise is already out."""

    page: Page
    rows: tuple[Row, ...]
    frame: Frame
    furniture: tuple[Furniture, ...] = ()

    def lines(self, signs: Signs, opened: overleaf.Open | None = None) -> list[Printed]:
        """All rows as lines, in reading order; those first that go on with what the page before left open."""
        over = overleaf.rows_of([self._parts(row) for row in self.rows], self.page, opened, signs) if opened else 0
        if opened is not None and over:
            above = self.rows[:over]
            band = columns.Band(above, (opened.gutter,)) if opened.gutter is not None else None
            rest = replace(self, rows=self.rows[over:])
            return [*self._banded(band, above, "foot"), *rest.lines(signs)]
        head = self._head_end(signs)
        foot, end = self._foot_range(signs, head)
        made: list[Printed] = []
        if head:
            rows = self.rows[:head]
            made += self._banded(columns.letterhead(rows) or columns.without_motto(rows), rows, "head")
        made += self._flat(self.rows[head:foot])
        for below in self._stacked(self.rows[foot:end], signs):
            band = columns.foot(below, self.page.width or 0)
            made += self._banded(band if band.gutters else None, below, "foot")
        made += self._flat(self.rows[end:])
        return made

    def _head_end(self, signs: Signs) -> int:
        """Index of the title's row where a letterhead stands above it; 0 where the page has none."""
        height = self.page.height or 1.0
        motto = None
        for n, row in enumerate(self.rows):
            if row.middle > _HEAD_SHARE * height:
                break
            line = self._printed(row)
            if motto is None and columns.letterhead([row]) is not None:
                motto = n
            if signs.is_type(line) or (
                self.frame.centred(row.box.x0, row.box.x1) and signs.is_type(noise.trimmed(line))
            ):
                return n if motto is not None or n else 0
        if motto is None:
            return 0
        return self._dated(signs, motto)

    def _dated(self, signs: Signs, motto: int) -> int:
        """Without a title: the letterhead ends with the date, the subject at the left below it, or the motto."""
        end = min(motto + 2, len(self.rows))
        for n in range(motto, min(motto + 8, len(self.rows))):
            if any(signs.kind_of(part.bare) == "place_date" for part in self._parts(self.rows[n])):
                end = n + 1
        below = [(row, self._printed(row)) for row in self.rows[end : end + 7]]
        middle = 0.55 * (self.page.width or 0)
        left = [row.box.x1 < middle and not line.bare.startswith("kinh gui") for row, line in below]
        if any(left[:1]) and signs.kind(self._printed(self.rows[end])) == "subject":
            end += left.index(False) if False in left else len(left)
        return end

    def _foot_range(self, signs: Signs, start: int) -> tuple[int, int]:
        """The rows from nơi nhận or the signature, whichever is higher, to the end of the page or of the columns."""
        for n in range(start, len(self.rows)):
            if self._signs_off(n, signs) or (n > start and self._after_end(n, signs)):
                end = self._foot_end(signs, n)
                while n > start and self._posted(self.rows[n - 1]):
                    n -= 1
                return n, end
        return len(self.rows), len(self.rows)

    def _signs_off(self, n: int, signs: Signs) -> bool:
        """Nơi nhận, or a post that signs. Where text runs on below a post before any name, it is what a decision says who
        decides ("GIÁM ĐỐC SỞ NỘI VỤ / Căn cứ ...")."""
        kinds = self._parts_kinds(self.rows[n], signs)
        if not kinds or "recipients" in kinds or len(self._parts(self.rows[n])) > 1:
            return bool(kinds)
        for row in self.rows[n + 1 :]:
            if "recipients" in self._parts_kinds(row, signs) or any(map(is_name, self._parts(row))):
                return True
            if signs.kind(self._printed(row)) == "annex":
                return True
            if self._running(row):
                return False
        return True

    def _posted(self, row: Row) -> bool:
        """Words in capitals alone in the right half, above nơi nhận: a post or a body that signs."""
        line = self._printed(row)
        right = row.box.x0 > self.frame.middle and not line.labelled
        return right and line.capitals > 0.85 and len(line.bare) > 4 and line.confidence_ok

    def _after_end(self, n: int, signs: Signs) -> bool:
        """Below the mark that ends a text ("./."): the bodies that sign, their seals and names, but no annex."""
        if not any(_END.search(row.text[-24:]) for row in self.rows[n - 1 : n]):
            return False
        below = self.rows[n:]
        told = any(self._parts_kinds(row, signs) for row in below) or any(map(is_name, self._parts(below[0])))
        heads = all(p.capitals > 0.8 and len(p.bare) > 5 and p.confidence_ok for p in self._parts(below[0]))
        listed = next((n for n, row in enumerate(below) if "recipients" in self._parts_kinds(row, signs)), len(below))
        return (told or heads) and not any(self._running(row) for row in below[:listed])

    def _stacked(self, rows: Sequence[Row], signs: Signs) -> list[Sequence[Row]]:
        """The parts of a foot that stand one below the other: who approves, in the middle below the signer; nơi nhận
        below names. Each has columns of its own."""
        cuts = [n for n in range(1, len(rows)) if self._begins_below(rows, n, signs)]
        return [rows[a:b] for a, b in itertools.pairwise([0, *cuts, len(rows)]) if a < b]

    def _begins_below(self, rows: Sequence[Row], n: int, signs: Signs) -> bool:
        parts = self._parts(rows[n])
        kind = self._foot_kind(parts[0], signs) if len(parts) == 1 else None
        named = [above for above in rows[:n] if any(is_name(part) for part in self._parts(above))]
        if kind == "recipients":
            return bool(named)
        box = rows[n].box
        return bool(named and kind and box.x0 < self.frame.middle < box.x1 and self.frame.centred(box.x0, box.x1))

    def _running(self, row: Row) -> bool:
        """A wide line of running text."""
        wide = row.box.width > 0.8 * (self.frame.right - self.frame.left)
        solid = all(b - a < 2.5 * row.height for _, a, b in row.gaps)
        return wide and solid and self._printed(row).capitals < 0.5

    @staticmethod
    def _foot_kind(part: Printed, signs: Signs) -> str | None:
        kind = "recipients" if signs.heads_recipients(part) else signs.kind(part) or signs.kind(noise.trimmed(part))
        if kind == "recipients" and len(part.value) < 60 and not part.labelled:
            return kind
        return kind if kind in ("authority", "position") and part.capitals > 0.75 and len(part.value) < 70 else None

    def _foot_end(self, signs: Signs, start: int) -> int:
        """A wide line of running text, an annex's or a second document's heading end the foot."""
        listed = False
        for n in range(start, len(self.rows)):
            row = self.rows[n]
            line = self._printed(row)
            kinds = self._parts_kinds(row, signs)
            listed = listed or "recipients" in kinds
            if n < start + 2:
                continue
            entry = listed and bool(BULLET.match(line.value[:1]))
            if self._running(row) and not kinds and not entry:
                return n
            if signs.kind(line) == "annex" and self.frame.centred(row.box.x0, row.box.x1) and line.capitals > 0.7:
                return n
        return len(self.rows)

    def _parts_kinds(self, row: Row, signs: Signs) -> frozenset[str]:
        return self.made(Sheet._kinds_of, row, signs)

    def _kinds_of(self, row: Row, signs: Signs) -> frozenset[str]:
        return frozenset(kind for part in self._parts(row) if (kind := self._foot_kind(part, signs)))

    def _parts(self, row: Row) -> list[Printed]:
        """The row cut where it has wide gaps: only to recognize what stands in it."""
        return self.made(Sheet._cut, row)

    def _cut(self, row: Row) -> list[Printed]:
        return [self._printed(part) for part in _parted(row, 2.0)]

    def _banded(self, band: columns.Band | None, rows: Sequence[Row], part: Part) -> list[Printed]:
        if band is None:
            return [line.standing(part=part) for line in self._flat(rows)]
        found = band.columns()
        made: list[Printed] = []
        for n, column in enumerate(found):
            side: Side = "left" if n == 0 and len(found) > 1 else "right"
            lines = [self._printed(row) for row in column]
            spaced = _spaced(lines, self.frame.pitch)
            made += [line.standing(side=side, part=part, centred=False) for line in spaced]
        return made

    def _flat(self, rows: Sequence[Row]) -> list[Printed]:
        """Row by row; what stands far apart in one row are two texts."""
        parts = [part for row in rows for part in _parted(row, _FAR)]
        return self._opening(list(_spaced([self._printed(row) for row in parts], self.frame.pitch)))

    def _opening(self, lines: list[Printed]) -> list[Printed]:
        """The lines with ``opens`` set where they begin as first lines do and the text goes on at the margin. Where
        no paragraph of the page is indented as a whole, the place of the line alone tells."""
        first = [line.indent is not None and self.frame.at_first(line.indent) for line in lines]
        pairs = list(enumerate(itertools.pairwise(lines)))
        whole = any(first[n] and first[n + 1] and _runs_on(one, other) for n, (one, other) in pairs)
        flush = [(other.inset or 0) < _FLUSH and not other.labelled for _, (_, other) in pairs] + [False]
        return [line.standing(opens=first[n] and (flush[n] or not whole)) for n, line in enumerate(lines)]

    def _printed(self, row: Row) -> Printed:
        """The row as a line of its own."""
        return self.made(Sheet._line, row)

    def _line(self, row: Row) -> Printed:
        frame = self.frame
        room, inset = self._room(row), row.box.x0 - frame.left
        offset = row.box.cx - frame.middle
        line = Printed(row.words, self.page.number, room=room, indent=row.box.x0, inset=inset, offset=offset)
        heading = line.capitals > 0.8 or line.bold
        centred = frame.centred(row.box.x0, row.box.x1) and not BULLET.match(line.words[0].text[:1])
        if centred and frame.at_first(row.box.x0) and (line.labelled or not (heading or line.capitals > 0.7)):
            centred = False
        if heading and not line.labelled and frame.centred_with_indent(row.box.x0, row.box.x1):
            centred = True
        return line.standing(centred=centred)

    def _room(self, row: Row) -> float:
        """Free points at the right of a row: none where a seal or a pen stroke lies between its end and the margin."""
        right = self.frame.right
        for mark in self.page.marks:
            beside = (
                mark.box.top < row.middle < mark.box.bottom and mark.box.x0 < right and mark.box.x1 > right - _COVER
            )
            if mark.kind in _COVERING and beside and row.box.x1 > mark.box.x0 - 2 * row.height:
                return min(0.0, right - row.box.x1)
        return right - row.box.x1


def _runs_on(line: Printed, below: Printed) -> bool:
    """Whether a sentence plainly runs over from one line to the next."""
    return not line.closed and below.value[:1].islower() and not below.labelled


def _parted(row: Row, heights: float) -> list[Row]:
    """The row cut where it leaves more room than so many times its height."""
    cuts = [0, *(n for n, a, b in row.gaps if b - a > heights * row.height), len(row.words)]
    if len(cuts) == 2:
        return [row]
    return [Row(row.words[a:b]) for a, b in itertools.pairwise(cuts) if a < b]


def _spaced(lines: Sequence[Printed], pitch: float) -> Iterator[Printed]:
    """The lines with ``gap`` set where the one above is clearly farther than usual."""
    above: float | None = None
    for line in lines:
        box = line.box
        gap = above is None or (box is not None and box.bottom - above > _GAP * pitch)
        above = box.bottom if box is not None else above
        yield line.standing(gap=gap)
