"""Criteria: what performance is judged by, as a tree with points, from headings, bullets, running text and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kehoach.extract.criteria_table import table_criteria
from kehoach.extract.criterion_words import CriterionWords
from kehoach.extract.internal_reference import internal_references
from kehoach.extract.passages import Passage, passages, trimmed
from kehoach.extract.points import bands_in, points_in
from kehoach.model.document import Document, Span
from kehoach.model.fact import CriterionMention, InternalReference
from kehoach.model.plan import Criterion, CriterionKind, Indicator
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules

_END = " \t\n.,;:-+*•"
_LONGEST_SAID = 300


@dataclass(frozen=True, slots=True)
class _Scored:
    """A node with points of its own."""

    index: int
    value: float
    kind: CriterionKind


def criteria(document: Document, outline: Outline, rules: Rules) -> tuple[CriterionMention, ...]:
    """Every criterion with its points (None where it has none), its sub-points as indicators, and its parent.

    Inside a section on criteria the nodes that carry points are the criteria; where none does, the points of its
    leaf sections are. Rows of scoring tables, bands and single sentences ("là một tiêu chí để đánh giá") come besides.
    """
    finder = _Finder(document, outline, rules)
    tables = table_criteria(document, outline, finder.words)
    found = [*finder.scored(), *finder.unscored(), *tables, *finder.said(), *finder.added(), *finder.bands()]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


class _Finder:
    def __init__(self, document: Document, outline: Outline, rules: Rules) -> None:
        self.document, self.outline = document, outline
        self.words = CriterionWords.of(rules)
        self.points = {s.index: s for n in range(len(outline.nodes)) if (s := self._scored(n))}

    def _scored(self, n: int) -> _Scored | None:
        """The node's own points: the first mention in its own words that is not in an example or a total."""
        node = self.outline.nodes[n]
        if node.role == "row" or not self._on_criteria(n):
            return None
        text = fold(self.document.quote(node.heading))
        found = [p for p in points_in(text) if not any(b.start <= p.start < b.end for b in bands_in(text))]
        if not found or self.words.is_total(text) or (len(found) > 2 and found[0].sign == 0 and not found[0].end < 90):
            return None
        first = found[0]
        kind = self.words.kind(text[: first.end + 1])
        return _Scored(n, first.value, kind or "criterion")

    def _on_criteria(self, n: int) -> bool:
        node = self.outline.nodes[n]
        kinds = {k for a in self.outline.ancestors(n) for k in a.kinds}
        return "criteria" in kinds or (node.role == "section" and "criteria" in node.kinds)

    def scored(self) -> Iterator[CriterionMention]:
        holders = {p for s in self.points for p in self._above(s)}
        for n, scored in self.points.items():
            if n in holders and self._is_total(n):
                continue
            kind: CriterionKind = "group" if n in holders and scored.kind == "criterion" else scored.kind
            parent = next(
                (self.outline.nodes[p].path for p in self._above(n) if p in self.points and not self._is_total(p)), None
            )
            yield self._mention(n, "criterion.points", 0.95, scored.value, kind, parent, bool(n in holders))

    def _above(self, n: int) -> list[int]:
        above, at = [], self.outline.nodes[n].parent
        while at is not None:
            above.append(at)
            at = self.outline.nodes[at].parent
        return above

    def _is_total(self, n: int) -> bool:
        """A heading over all criteria whose points are their declared total: by its words, or because nothing that is
        scored stands beside it."""
        node = self.outline.nodes[n]
        if self.words.is_total(fold(self.document.quote(node.heading))):
            return True
        roots = [
            m for m, s in self.points.items() if s.kind == "criterion" and not set(self._above(m)) & set(self.points)
        ]
        return roots == [n] and node.parent is None

    def unscored(self) -> Iterator[CriterionMention]:
        for n, node in enumerate(self.outline.nodes):
            if node.role != "section" or "criteria" not in node.kinds or self._has_points(n):
                continue
            headings = [fold(self.document.quote(a.heading)) for a in self.outline.ancestors(n) if a.role == "section"]
            if any(self.words.is_other(heading) for heading in headings):
                continue
            if self._is_headed(n):
                yield self._mention(n, "criterion.headed", 0.8, None, "criterion", None, False)
                continue
            for child, item in self.outline.children(n):
                if item.role == "item" and (item.parent is None or not self._is_headed(item.parent)):
                    yield self._mention(child, "criterion.listed", 0.85, None, "criterion", None, False)

    def _is_headed(self, n: int) -> bool:
        """A section that is a criterion itself: under others on criteria, named by its content, with bullets below."""
        node = self.outline.nodes[n]
        above = self.outline.nodes[node.parent] if node.parent is not None else None
        if above is None or above.role != "section" or "criteria" not in above.kinds:
            return False
        children = [child for _, child in self.outline.children(n)]
        bullets = bool(children) and all(child.role == "item" and child.label[:1] in "-+" for child in children)
        return bullets and not self.words.is_container(fold(self.document.quote(node.heading)))

    def _has_points(self, n: int) -> bool:
        """Whether the section, or the whole part on criteria that it belongs to, is scored."""
        top = next((p for p in reversed([n, *self._above(n)]) if "criteria" in self.outline.nodes[p].kinds), n)
        extent = self.outline.nodes[top].extent
        return any(extent.holds(self.outline.nodes[s].heading) for s in self.points)

    def _mention(
        self, n: int, rule: str, sure: float, value: float | None, kind: CriterionKind, parent: str | None, holds: bool
    ) -> CriterionMention:
        node = self.outline.nodes[n]
        span, rest = self._own_words(node)
        reference = self._reference(span)
        made = Criterion(
            path=node.path,
            text=" ".join(self.document.quote(span).split()),
            points=value,
            kind=kind,
            parent=parent,
            applies_to=self._applies_to(n),
            indicators=() if holds else (*self._indicators(rest), *self._below(n)),
            evidence=self.document.evidence(span),
            confidence=self.document.confidence(span) * sure,
            rule=rule,
        )
        return CriterionMention(made, span, reference)

    def _own_words(self, node: Node) -> tuple[Span, list[Span]]:
        """The first paragraph of the node without end marks, and its further paragraphs of its own."""
        text = self.document.text.value
        own_end = node.heading.end
        children = [child.extent.start for _, child in self.outline.children(self.outline.nodes.index(node))]
        stop = min([node.extent.end, *children])
        first_end = text.find("\n", node.heading.start, own_end)
        first_end = own_end if first_end < 0 else first_end
        start, end = trimmed(text, node.heading.start, first_end, _END)
        paragraphs = []
        for line in re.finditer(r"[^\n]+", text[first_end:stop]):
            a, b = trimmed(text, first_end + line.start(), first_end + line.end(), _END)
            if b > a and not self._in_table(a) and not any(bands_in(fold(text[a:b]))):
                paragraphs.append(Span(a, b))
        return Span(start, end), paragraphs

    def _in_table(self, offset: int) -> bool:
        node = self.outline.at(offset)
        return node is not None and node.role == "row"

    def _indicators(self, spans: list[Span]) -> Iterator[Indicator]:
        for span in spans:
            yield Indicator(" ".join(self.document.quote(span).split()), self.document.evidence(span))

    def _below(self, n: int) -> Iterator[Indicator]:
        """The texts of the points under a criterion, one each; paragraphs without a label stay with theirs."""
        for child, node in self.outline.children(n):
            if node.role == "row" or child in self.points or any(bands_in(fold(self.document.quote(node.heading)))):
                continue
            a, b = trimmed(self.document.text.value, node.heading.start, node.heading.end, _END)
            if b > a:
                span = Span(a, b)
                yield Indicator(" ".join(self.document.quote(span).split()), self.document.evidence(span))
            yield from self._below(child)

    def _applies_to(self, n: int) -> Literal["collective", "individual"] | None:
        for above in self._above(n):
            if found := self.words.applies_to(fold(self.document.quote(self.outline.nodes[above].heading))):
                return found
        return None

    def _reference(self, span: Span) -> InternalReference | None:
        raw = self.document.quote(span)
        passage = Passage(-1, span.start, fold(raw), raw, "body")
        return next(internal_references(passage), None)

    def said(self) -> Iterator[CriterionMention]:
        """A sentence that makes something a criterion: the clause up to the words that say so."""
        for passage in passages(self.document, "body", "table"):
            for match in self.words.said_in(passage.text):
                start = max((m.end() for m in re.finditer(r"[;\n|]|\.\s", passage.text[: match.start()])), default=0)
                end = re.compile(r"[;\n|]|\.(?=\s|$|/)|$").search(passage.text, match.end())
                a, b = trimmed(passage.text, start, end.start() if end else len(passage.text), _END)
                span = passage.span(a, b)
                if b - a > _LONGEST_SAID or self._is_inside(span):
                    continue
                yield CriterionMention(
                    Criterion(
                        path=self.outline.path_at(span.start),
                        text=" ".join(self.document.quote(span).split()),
                        evidence=self.document.evidence(span),
                        confidence=self.document.confidence(span) * 0.7,
                        rule="criterion.said",
                    ),
                    span,
                )

    def added(self) -> Iterator[CriterionMention]:
        """Points in running text, clause by clause: all of them in sections on criteria, elsewhere those that are added
        or taken off ("đạt giải Ba cộng 2 điểm")."""
        for passage in passages(self.document, "body", "annex"):
            if any(bands_in(passage.text)) or self._is_scored(passage.start):
                continue
            for points in points_in(passage.text):
                start = max((m.end() for m in re.finditer(r"[;:\n]|\.\s", passage.text[: points.start])), default=0)
                span = passage.span(*trimmed(passage.text, start, points.end, _END))
                text = fold(self.document.quote(span))
                if not (points.sign or self._is_inside(span)) or self.words.is_total(text) or len(text.split()) < 4:
                    continue
                made = Criterion(
                    path=self.outline.path_at(span.start),
                    text=" ".join(self.document.quote(span).split()),
                    points=points.value,
                    kind="bonus" if points.sign > 0 else "penalty" if points.sign else "criterion",
                    evidence=self.document.evidence(span),
                    confidence=self.document.confidence(span) * 0.7,
                    rule="criterion.added",
                )
                yield CriterionMention(made, span)

    def _is_scored(self, offset: int) -> bool:
        """Whether the node around an offset, or one above it, has points of its own."""
        n = self.outline.index_at(offset)
        return n is not None and any(m in self.points for m in (n, *self._above(n)))

    def _is_inside(self, span: Span) -> bool:
        n = self.outline.index_at(span.start)
        return n is not None and self._on_criteria(n)

    def bands(self) -> Iterator[CriterionMention]:
        for passage in passages(self.document, "body", "annex"):
            for band in bands_in(passage.text):
                span = passage.span(band.start, band.end)
                made = Criterion(
                    path=self.outline.path_at(span.start),
                    text=" ".join(self.document.quote(span).split()),
                    points=band.value,
                    kind="band",
                    evidence=self.document.evidence(span),
                    confidence=self.document.confidence(span) * 0.85,
                    rule="criterion.band",
                )
                yield CriterionMention(made, span)
