"""Every field of the record with its measure: which entries pair, and what must be equal for a hit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.evaluating import header
from kehoach.evaluating.assignment import assign
from kehoach.evaluating.measure import Measure, of_pairs
from kehoach.evaluating.similarity import part, ratio, same, same_path, start
from kehoach.evaluating.tasks import tasks
from kehoach.model.plan import Citation, Criterion, Deadline, Finding, Plan, Section, Target

Scored = Iterator[tuple[str, Measure]]

SCORED_FINDINGS = frozenset(
    {
        "missing_number", "missing_date", "missing_signature_block", "points_total", "broken_reference",
        "bad_anniversary", "date_order", "missing_annex", "blank_value", "label_gap",
    }
)  # fmt: skip
"""Findings that a document settles by itself; the others depend on the reader's view of the law."""


def score(gold: Plan, found: Plan) -> Mapping[str, Measure]:
    """The measure of every field that one document's reference or record gives, in the order of the record."""
    measures: dict[str, Measure] = {}
    for name, measure in header.score(gold.document, found.document):
        measures[name] = measures.get(name, Measure()) + measure
    for field in (_sections, _items, _themes, _criteria, _targets, _deadlines, tasks, _citations, _named, _findings):
        measures.update(field(gold, found))
    return measures


def _sections(gold: Plan, found: Plan) -> Scored:
    g, f = gold.sections, found.sections
    pairs = assign(g, f, lambda a, b: ratio(a.heading, b.heading) * same_path(a.path, b.path), 0.85)

    def shown(section: Section) -> str:
        return f"{section.path} {section.heading} [{', '.join(section.kinds)}]"

    yield "sections", of_pairs(g, f, pairs, shown)
    yield "sections.kinds", of_pairs(g, f, [(i, j) for i, j in pairs if set(g[i].kinds) == set(f[j].kinds)], shown)


def _items(gold: Plan, found: Plan) -> Scored:
    g, f = gold.items, found.items
    pairs = assign(g, f, lambda a, b: same_path(a.path, b.path) * start(a.start, b.start), 0.8)
    yield "items", of_pairs(g, f, pairs, lambda item: f"{item.path} {item.start}")


def _themes(gold: Plan, found: Plan) -> Scored:
    pairs = assign(gold.themes, found.themes, lambda a, b: ratio(a.text, b.text), 0.9)
    yield "themes", of_pairs(gold.themes, found.themes, pairs, lambda theme: theme.text)
    pairs = assign(gold.movements, found.movements, lambda a, b: part(a.name, b.name), 0.85)
    yield "movements", of_pairs(gold.movements, found.movements, pairs, lambda movement: movement.name)


def _criteria(gold: Plan, found: Plan) -> Scored:
    g, f = gold.criteria, found.criteria
    pairs = assign(g, f, lambda a, b: part(a.text, b.text), 0.85)

    def shown(criterion: Criterion) -> str:
        return f"{criterion.path} {criterion.text} = {criterion.points} → {criterion.refers_to}"

    yield "criteria", of_pairs(g, f, pairs, shown)
    same_points = [(i, j) for i, j in pairs if g[i].points == f[j].points]
    yield "criteria.record", of_pairs(g, f, same_points, shown)
    with_points = [(i, j) for i, j in same_points if g[i].points is not None]
    yield "criteria.points", of_pairs(g, f, with_points, shown, lambda c: c.points is not None)
    if any(criterion.refers_to for criterion in g):
        right = [(i, j) for i, j in pairs if g[i].refers_to and same_path(g[i].refers_to, f[j].refers_to)]
        yield "criteria.refers_to", of_pairs(g, f, right, shown, lambda c: bool(c.refers_to))


def _targets(gold: Plan, found: Plan) -> Scored:
    g, f = gold.targets, found.targets
    pairs = assign(g, f, lambda a, b: part(a.quote, b.quote) * (1.0 if same_path(a.path, b.path) else 0.9), 0.6)

    def value(target: Target) -> tuple[object, ...]:
        return target.comparator, target.value, target.value_max

    def shown(target: Target) -> str:
        comparator, least, most = value(target)
        return f"{target.path} {target.quote} ({comparator} {least}..{most} {target.unit})"

    yield "targets", of_pairs(g, f, pairs, shown)
    right = [(i, j) for i, j in pairs if g[i].value is not None and value(g[i]) == value(f[j])]
    yield "targets.value", of_pairs(g, f, right, shown, lambda t: t.value is not None)


def _deadlines(gold: Plan, found: Plan) -> Scored:
    g, f = gold.deadlines, found.deadlines
    pairs = assign(g, f, lambda a, b: part(a.quote, b.quote) * (1.0 if same_path(a.path, b.path) else 0.5), 0.6)

    def shown(deadline: Deadline) -> str:
        return f"{deadline.path} {deadline.quote} ({deadline.start}..{deadline.end})"

    yield "deadlines.mention", of_pairs(g, f, pairs, shown)
    right = [(i, j) for i, j in pairs if (g[i].start, g[i].end) == (f[j].start, f[j].end)]
    yield "deadlines.interval", of_pairs(g, f, right, shown)


def _citations(gold: Plan, found: Plan) -> Scored:
    g, f = gold.citations, found.citations
    pairs = assign(g, f, _citation, 0.85)

    def shown(citation: Citation) -> str:
        return f"{citation.path} {citation.type} {citation.number or citation.title} ({citation.issued_on})"

    yield "citations", of_pairs(g, f, pairs, shown)
    right = [(i, j) for i, j in pairs if g[i].issued_on and g[i].issued_on == f[j].issued_on]
    yield "citations.date", of_pairs(g, f, right, shown, lambda c: bool(c.issued_on))


def _citation(a: Citation, b: Citation) -> float:
    """By number; documents without one by type and title."""
    if a.number:
        return float(same(a.number, b.number))
    return part(a.title, b.title) if not b.number and same(a.type, b.type) else 0.0


def _named(gold: Plan, found: Plan) -> Scored:
    pairs = assign(gold.observances, found.observances, lambda a, b: part(a.name, b.name), 0.8)
    yield "observances", of_pairs(gold.observances, found.observances, pairs, lambda observance: observance.name)
    pairs = assign(gold.rewards, found.rewards, lambda a, b: part(a.form, b.form), 0.8)
    yield "rewards", of_pairs(gold.rewards, found.rewards, pairs, lambda reward: f"{reward.path} {reward.form}")


def _findings(gold: Plan, found: Plan) -> Scored:
    g = [finding for finding in gold.findings if _code(finding) in SCORED_FINDINGS]
    f = [finding for finding in found.findings if _code(finding) in SCORED_FINDINGS]

    def alike(a: Finding, b: Finding) -> float:
        return float(_code(a) == _code(b) and (a.path is None or same_path(a.path, b.path)))

    yield "findings", of_pairs(g, f, assign(g, f, alike, 1), lambda finding: f"{finding.path} {_code(finding)}")


def _code(finding: Finding) -> str:
    return finding.name or finding.code
