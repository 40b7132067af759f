"""What the HTML page shows of a plan: entries with their places, boxes on pages, marked stretches of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.model.document_info import HeaderEvidence
from kehoach.model.geometry import Box
from kehoach.model.plan import FACT_KINDS, Plan, Section
from kehoach.model.text import Evidence

DOUBTFUL, POOR = 0.85, 0.6
"""Below these confidences an entry is shown as doubtful, as poor."""
_UNDER = {"sections", "items"}


@dataclass(frozen=True)
class Entry:
    """One value of the record as the page shows it. ``fact`` is the model's object (None for a header value);
    ``parts`` are entries of its units or indicators; ``confidence`` is None where the record gives none."""

    id: str
    kind: str
    fact: object
    label: str
    places: tuple[Evidence, ...] = ()
    confidence: float | None = None
    rule: str = ""
    inferred: bool = False
    parts: tuple[Entry, ...] = ()

    @property
    def grade(self) -> str:
        """ "good", "doubtful" or "poor"; "" where no confidence is given."""
        if self.confidence is None:
            return ""
        return "good" if self.confidence >= DOUBTFUL else "doubtful" if self.confidence >= POOR else "poor"

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({place.page for place in self.places if place.page is not None}))

    @property
    def in_text(self) -> bool:
        """Whether it stands in the running text (stamps and other furniture do not)."""
        return any(place.start is not None for place in self.places)

    def all(self) -> Iterator[Entry]:
        yield self
        yield from self.parts


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box of an entry on a page; ``first`` is the one that the entry's link leads to."""

    entry: Entry
    box: Box
    first: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text under the same entries: ``top`` is the narrowest of them, ``begins`` those that begin here."""

    text: str
    top: Entry | None = None
    begins: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class View:
    """Everything the template needs of the plan, by kind in the order of the page."""

    entries: Mapping[str, tuple[Entry, ...]]
    header: Mapping[str, tuple[Entry, ...]]
    boxes: Mapping[int, tuple[Drawn, ...]]
    paragraphs: tuple[tuple[Stretch, ...], ...]
    counts: Mapping[str, int] = field(default_factory=dict)


def view(plan: Plan) -> View:
    """The plan as entries, boxes and marked text. Identifiers count in document order, so they are harmless text."""
    number = iter(range(1, 1_000_000))
    header = {key: tuple(made) for key, made in _header(plan, number).items()}
    entries: dict[str, tuple[Entry, ...]] = {kind: tuple(_facts(plan, kind, number)) for kind in FACT_KINDS}
    entries["findings"] = tuple(
        Entry(f"v{next(number)}", "findings", finding, finding.code, finding.evidence) for finding in plan.findings
    )
    entries["issues"] = tuple(
        Entry(f"v{next(number)}", "issues", issue, issue.code, (Evidence(issue.page, issue.box, None, None),))
        for issue in plan.issues
    )
    every = [e for group in (*header.values(), *entries.values()) for entry in group for e in entry.all()]
    counts = {"header": sum(map(len, header.values())), **{kind: len(made) for kind, made in entries.items()}}
    return View(entries, header, _boxes(every), _paragraphs(plan.text, every), counts)


def _header(plan: Plan, number: Iterator[int]) -> dict[str, list[Entry]]:
    made: dict[str, list[Entry]] = {}
    for key, evidence in plan.document.evidence.items():
        several = evidence if isinstance(evidence, tuple) else (evidence,)
        made[key] = [_header_entry(f"v{next(number)}", key, one) for one in several]
    made["stamps"] = [Entry(f"v{next(number)}", "header", s, "stamps", s.evidence) for s in plan.document.stamps]
    return made


def _header_entry(identity: str, key: str, one: HeaderEvidence) -> Entry:
    return Entry(identity, "header", None, key, one.evidence, one.confidence, one.rule, one.inferred)


def _facts(plan: Plan, kind: str, number: Iterator[int]) -> Iterator[Entry]:
    for fact in getattr(plan, kind):
        identity = f"v{next(number)}"
        places = heading_places(fact) if isinstance(fact, Section) else fact.evidence
        parts = tuple(
            Entry(f"{identity}p{n}", kind, part, _label(part), part.evidence)
            for n, part in enumerate(getattr(fact, "units", ()) or getattr(fact, "indicators", ()), 1)
        )
        yield Entry(identity, kind, fact, _label(fact), places, fact.confidence, fact.rule, parts=parts)


def _label(fact: object) -> str:
    """The words a reader knows a fact by, cut to a tooltip's length."""
    names = ("heading", "text", "name", "quote", "number", "title", "form")
    words = next((value for name in names if isinstance(value := getattr(fact, name, None), str) and value), "")
    return words if len(words) <= 120 else words[:119] + "…"


def heading_places(section: Section) -> tuple[Evidence, ...]:
    """A section's evidence begins with its heading; the rest of its extent is not drawn."""
    starts = [place.start for place in section.evidence if place.start is not None]
    if not starts:
        return section.evidence[:1]
    end = starts[0] + len(section.heading)
    return tuple(place for place in section.evidence if place.start is not None and place.start < end)


def _boxes(entries: Iterable[Entry]) -> dict[int, tuple[Drawn, ...]]:
    """Boxes by page; wide ones first, so that a narrow value on top of its paragraph can be clicked."""
    found: dict[int, list[Drawn]] = defaultdict(list)
    for entry in entries:
        first = True
        for place in entry.places:
            if place.page is not None and place.box is not None:
                found[place.page].append(Drawn(entry, place.box, first))
                first = False
    return {
        page: tuple(sorted(drawn, key=lambda d: (d.entry.kind not in _UNDER, -d.box.area)))
        for page, drawn in found.items()
    }


def _paragraphs(text: str, entries: Sequence[Entry]) -> tuple[tuple[Stretch, ...], ...]:
    """The text by lines, each cut where an entry begins or ends."""
    spans = sorted(
        (place.start, place.end, n, place is _first(entry))
        for n, entry in enumerate(entries)
        for place in entry.places
        if place.start is not None and place.end is not None and 0 <= place.start < place.end <= len(text)
    )
    cuts = {0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)}
    cuts |= {at for n, c in enumerate(text) if c == "\n" for at in (n, n + 1)}
    edges = sorted(cuts)
    lines: list[list[Stretch]] = [[]]
    active: list[tuple[int, int, int, bool]] = []
    at = 0
    for start, end in pairwise(edges):
        active = [span for span in active if span[1] > start]
        begins = []
        while at < len(spans) and spans[at][0] <= start:
            active.append(spans[at])
            if spans[at][3]:
                begins.append(entries[spans[at][2]])
            at += 1
        if text[start:end] == "\n":
            lines.append([])
            continue
        top = min(active, key=lambda s: (entries[s[2]].kind in _UNDER, s[1] - s[0]), default=None)
        lines[-1].append(Stretch(text[start:end], None if top is None else entries[top[2]], tuple(begins)))
    return tuple(tuple(line) for line in lines if any(stretch.text.strip() for stretch in line))


def _first(entry: Entry) -> Evidence | None:
    return next((place for place in entry.places if place.start is not None), None)
