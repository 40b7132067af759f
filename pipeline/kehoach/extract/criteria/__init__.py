"""Criteria: what performance is judged by, as a tree with points, from headings, bullets, running text and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from kehoach.extract.citations.internal_reference import reference_in
from kehoach.extract.criteria.class_lists import class_lines
from kehoach.extract.criteria.counted_clauses import counted
from kehoach.extract.criteria.criteria_table import NOTE, table_criteria
from kehoach.extract.criteria.criterion_words import END, ON_REWARDS, WHOM, CriterionWords, asked_end
from kehoach.extract.criteria.judged_parts import judged_parts
from kehoach.extract.criteria.label_lists import is_labelled, under_labels
from kehoach.extract.criteria.parents import with_parent
from kehoach.extract.criteria.points import Points, bands_in, ranked_in
from kehoach.extract.criteria.prose_criteria import ProseCriteria
from kehoach.extract.criteria.refusals import UNRANKED
from kehoach.extract.criteria.scored_clauses import (
    CLASS,
    SCALE,
    ScoredNode,
    beside,
    deed,
    leads_over,
    lists,
    scored,
    scores,
    tag_start,
)
from kehoach.extract.criteria.signed_clauses import signed_clauses
from kehoach.extract.text.passages import trimmed
from kehoach.model.document import Document, Span
from kehoach.model.fact import CriterionMention
from kehoach.model.plan import Criterion, CriterionKind, Indicator
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules

_LINE = re.compile(r"[^\n]+")
_SOME = re.compile(r"\W*đối với", re.IGNORECASE)
"""Headings whose points are the sum of what stands below them, for some."""


def criteria(document: Document, outline: Outline, rules: Rules) -> tuple[CriterionMention, ...]:
    """Every criterion with its points (None where it has none), its sub-points as indicators, and its parent.

    Inside a section on criteria the nodes that carry points are the criteria; where none does, the points of its
    leaf sections are. Rows of scoring tables, bands and single sentences ("là một tiêu chí để đánh giá") come besides.
    """
    finder = _Finder(document, outline, rules)
    tables = table_criteria(document, outline, finder.words)
    pointed, listing = frozenset(finder.points), frozenset(finder.listing)
    prose = ProseCriteria(document, outline, finder.words, pointed, listing, finder.on_criteria)
    scored = list(finder.scored())
    said = (with_parent(mention, outline, scored) for mention in prose.found())
    found = [*scored, *finder.unscored(), *tables, *said]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


class _Finder:
    def __init__(self, document: Document, outline: Outline, rules: Rules) -> None:
        self.document, self.outline = document, outline
        self.words = CriterionWords.of(rules)
        self.on_criteria, self.classes = judged_parts(document, outline), class_lines(document, outline)
        self.points = {s.index: s for n in range(len(outline.nodes)) if (s := self._scored(n))}
        self.listing = [n for n, node in enumerate(outline.nodes) if n in self.on_criteria and lists(self._text(node))]

    def _scored(self, n: int) -> ScoredNode | None:
        """The node's own points: the first mention in its own words that is not in an example or a total."""
        node = self.outline.nodes[n]
        if node.role == "row" or n not in self.on_criteria or node.block in self.classes:
            return None
        text = self._text(node)
        found = () if leads_over(self.document.quote(node.heading)) else scores(text)
        head = scored(text).head if found else None
        if (
            not found
            or self.words.is_total(text)
            or (lists(text) and (head is None or self.words.is_scale(text) or SCALE.search(text, 0, head.end)))
        ):
            return None
        first = head or found[0]
        stop = beside(text)
        end, rest = deed(text[:stop], first)
        return ScoredNode(n, first.value, self._kind(n, text, first), end, rest, tag_start(text, first), stop)

    def _kind(self, n: int, text: str, points: Points) -> CriterionKind:
        """What its own words say, else the heading "Điểm thưởng", "Điểm trừ" that it stands under."""
        if found := self.words.kind(text[: points.end + 1]):
            return found
        if points.sign:
            return "bonus" if points.sign > 0 else "penalty"
        headings = (self._text(self.outline.nodes[a]) for a in self._above(n))
        return next((k for h in headings if CLASS.match(h) and (k := self.words.kind_over(h))), "criterion")

    def _text(self, node: Node) -> str:
        return fold(self.document.quote(node.heading))

    def scored(self) -> Iterator[CriterionMention]:
        holders = {p for s in (*self.points, *self.listing) for p in self._above(s)}
        groups = {p for s in (*self.points, *self.listing) if not self._is_extra(s) for p in self._above(s)}
        graded = {n for n in holders if self._is_graded(n)}
        for n, own in self.points.items():
            tells = own.kind == "criterion" and self.words.is_scale(self._text(self.outline.nodes[n]))
            if tells or (self._is_total(n) and (n in holders or self._holds_rows(n))):
                continue
            holds = n in groups - graded or n in self.listing
            kind: CriterionKind = "group" if holds and own.kind == "criterion" else own.kind
            kind = "band" if self.outline.nodes[n].parent in graded else kind
            parent = next(
                (self.outline.nodes[p].path for p in self._above(n) if p in self.points and not self._is_total(p)), None
            )
            yield self._mention(n, "criterion.points", 0.95, own.value, kind, parent, n in holders or n in self.listing)

    def _is_extra(self, n: int) -> bool:
        """Whether a node only adds points or takes them off, which makes what it stands below no group."""
        own = self.points.get(n)
        return own.kind in {"bonus", "penalty"} if own else CLASS.match(self._text(self.outline.nodes[n])) is not None

    def _is_graded(self, n: int) -> bool:
        """Whether the scores right below a node grade it ("đạt 90%: 30 điểm"): the highest is its own score, and together
        they are more. What is scored for each of several ("Đối với khối huyện: 40 điểm") grades nothing."""
        nodes = self.outline.nodes
        right_below = [(m, s) for m, s in self.points.items() if nodes[m].parent == n and s.kind == "criterion"]
        below = [s.value for m, s in right_below if not self._text(nodes[m]).lower().startswith("đối với ")]
        own = self.points.get(n)
        return own is not None and len(below) > 1 and max(below) == own.value < sum(below)

    def _holds_rows(self, n: int) -> bool:
        return any(child.role == "row" for _, child in self.outline.children(n))

    def _above(self, n: int) -> list[int]:
        above, at = [], self.outline.nodes[n].parent
        while at is not None:
            above.append(at)
            at = self.outline.nodes[at].parent
        return above

    def _is_total(self, n: int) -> bool:
        """A heading over all criteria whose points are their total: by its words, or as nothing scored stands beside it."""
        node = self.outline.nodes[n]
        text = self._text(node)
        if self.words.is_total(text) or self.words.is_scale(text) or _SOME.match(text):
            return True
        roots = [
            m for m, s in self.points.items() if s.kind == "criterion" and not set(self._above(m)) & set(self.points)
        ]
        above = self.outline.nodes[node.parent] if node.parent is not None else None
        return roots == [n] and (above is None or "criteria" not in above.kinds or len(above.kinds) > 2)

    def unscored(self) -> Iterator[CriterionMention]:
        for n, node in enumerate(self.outline.nodes):
            if node.role != "section" or "criteria" not in node.kinds or self._has_points(n):
                continue
            headings = [fold(self.document.quote(a.heading)) for a in self.outline.ancestors(n) if a.role == "section"]
            if any(self.words.is_other(heading) for heading in headings) or self.words.is_on_procedure(headings[0]):
                continue
            if self._is_headed(n):
                yield self._mention(n, "criterion.headed", 0.8, None, "criterion", None, False)
                continue
            for child, item in self.outline.children(n):
                if item.role == "item" and (item.parent is None or not self._is_headed(item.parent)):
                    yield from self._listed(child, "rewards" in node.kinds)
        for child in under_labels(self.outline, self._text, self.on_criteria, self.points):
            yield self._mention(child, "criterion.labelled", 0.8, None, "criterion", None, False)

    def _listed(self, n: int, rewards: bool) -> Iterator[CriterionMention]:
        """A point of a list of criteria; of one that only tells for whom they are, those below it."""
        text = self._text(self.outline.nodes[n]).strip()
        leads = leads_over(self.document.quote(self.outline.nodes[n].heading)) and scores(text)
        if leads or n in self.points or n in self.listing or any(map(self._is_extra, self._above(n))):
            return
        if (
            CLASS.fullmatch(text.rstrip(" :."))
            or ON_REWARDS.match(text)
            or NOTE.match(text)
            or (rewards and is_labelled(text, self.words) and not any(True for _ in self.outline.children(n)))
            or self.outline.nodes[n].block in self.classes
            or any(bands_in(text))
            or counted(text)
        ):
            return
        if rewards and asked_end(text) is not None and self.words.begins_with_whom(text):
            return  # what is asked is told up to the colon
        if (refusal := UNRANKED.search(text)) and refusal["rank"]:
            return
        below = [child for child, item in self.outline.children(n) if item.role == "item"]
        if not below and any(map(self.words.is_procedure, (text, text.partition(": ")[2]))):
            return
        bullet = self.outline.nodes[n].label[:1] in "-+*"
        whom = not bullet and text.endswith(":") and self.words.begins_with_whom(text)
        if below and (whom or self.words.gathers(text)):
            for child in below:
                yield from self._listed(child, rewards)
        else:
            yield self._mention(n, "criterion.listed", 0.85, None, "criterion", None, False)

    def _is_headed(self, n: int) -> bool:
        """A section that is a criterion itself: under others on criteria, named by its content, with bullets below, as
        another beside it is."""
        parent = self.outline.nodes[n].parent
        if parent is None or self.outline.nodes[n].role != "section" or not self._is_named(n):
            return False
        return any(self._is_named(m) for m, _ in self.outline.children(parent) if m != n)

    def _is_named(self, n: int) -> bool:
        """What stands right under a section on criteria, named by its content, with nothing but bullets below."""
        node = self.outline.nodes[n]
        above = self.outline.nodes[node.parent] if node.parent is not None else None
        if above is None or above.role != "section" or "criteria" not in above.kinds or n in self.points:
            return False
        children = [child for _, child in self.outline.children(n)]
        bullets = bool(children) and all(child.role == "item" and child.label[:1] in "-+" for child in children)
        bullets = bullets and not any(any(bands_in(self._text(child))) for child in children)
        heading = self._text(node)
        return (
            bullets
            and not CLASS.match(heading)
            and not self.words.is_container(heading)
            and not self.words.gathers(heading)
        )

    def _has_points(self, n: int) -> bool:
        """Whether the section, or the whole part on criteria that it belongs to, is scored; of one on persons, itself."""
        top = next((p for p in reversed([n, *self._above(n)]) if "criteria" in self.outline.nodes[p].kinds), n)
        if self.words.applies_to(self._text(self.outline.nodes[n])) == "individual":
            top = n  # persons are judged by conditions, beside bodies that get points
        extent = self.outline.nodes[top].extent
        return any(
            extent.holds(self.outline.nodes[s].heading) for s in (*self.points, *self.listing) if not self._is_extra(s)
        )

    def _mention(
        self, n: int, rule: str, sure: float, value: float | None, kind: CriterionKind, parent: str | None, holds: bool
    ) -> CriterionMention:
        span, rest = self._own_words(n, kind == "band")
        made = Criterion(
            path=self.outline.nodes[n].path,
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
        return CriterionMention(made, span, reference_in(self.document, span))

    def _own_words(self, n: int, grade: bool) -> tuple[Span, list[Span]]:
        """The words of the criterion without end marks, and what its node says besides: behind its points ("(20 điểm):
        mỗi lần trừ 2 điểm") and in further paragraphs of its own."""
        node, own = self.outline.nodes[n], self.points.get(n)
        text = self.document.text.value
        own_end = node.heading.end
        stop = min([node.extent.end, *(child.extent.start for _, child in self.outline.children(n))])
        first_end = text.find("\n", node.heading.start, own_end)
        first_end = own_end if first_end < 0 else first_end
        last = min(first_end, node.heading.start + (own.tag if grade else own.end)) if own else first_end
        whom = WHOM.match(self._text(node))
        behind = node.heading.start + (whom.end() if whom else 0)
        start, end = trimmed(text, behind if behind < last else node.heading.start, last, END)
        first_end = min(first_end, node.heading.start + own.rest) if own else first_end
        other = node.heading.start + own.beside if own else own_end
        told = [(first_end, min(other, stop)), (own_end, stop)] if other < own_end else [(first_end, stop)]
        paragraphs = []
        for line in (m for a, b in told for m in _LINE.finditer(text, a, b)):
            a, b = trimmed(text, *line.span(), END)
            further = line.start() > first_end and any(signed_clauses(fold(text[a:b])))
            ranked = any(bands_in(fold(text[a:b]))) or (line.start() > first_end and any(ranked_in(fold(text[a:b]))))
            if b > a and not self._in_table(a) and not ranked and not further:
                paragraphs.append(Span(a, b))
        return Span(start, end), paragraphs

    def _in_table(self, offset: int) -> bool:
        block = bisect_right(self.document.starts, offset) - 1
        return self.document.blocks[block].table is not None

    def _indicators(self, spans: list[Span]) -> Iterator[Indicator]:
        for span in spans:
            yield Indicator(" ".join(self.document.quote(span).split()), self.document.evidence(span))

    def _below(self, n: int) -> Iterator[Indicator]:
        """The texts of the points under a criterion, one each; paragraphs without a label stay with theirs."""
        for child, node in self.outline.children(n):
            if node.role == "row" or child in self.points or any(bands_in(fold(self.document.quote(node.heading)))):
                continue
            a, b = trimmed(self.document.text.value, node.heading.start, node.heading.end, END)
            yield from self._indicators([Span(a, b)] if b > a else [])
            yield from self._below(child)

    def _applies_to(self, n: int) -> Literal["collective", "individual"] | None:
        whom = WHOM.match(self._text(self.outline.nodes[n]))
        headings = (self._text(self.outline.nodes[above]) for above in self._above(n))
        texts = (whom[0] if whom else "", *headings)
        return next((found for text in texts if (found := self.words.applies_to(text))), None)
