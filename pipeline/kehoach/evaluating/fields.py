"""Every field of the record with its measure: which entries pair, and what must be equal for a hit."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.evaluating import header
from kehoach.evaluating.assignment import assign
from kehoach.evaluating.header import Scored
from kehoach.evaluating.measure import Measure, of_pairs
from kehoach.evaluating.pairing import KINDS, target_value
from kehoach.evaluating.similarity import same_path
from kehoach.evaluating.tasks import tasks
from kehoach.model.plan import Citation, Criterion, Deadline, Finding, Plan, Section, Target

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
    pairs = KINDS["sections"].pairs(gold, found)

    def shown(section: Section) -> str:
        return f"{section.path} {section.heading} [{', '.join(section.kinds)}]"

    yield "sections", of_pairs(g, f, pairs, shown)
    yield "sections.kinds", of_pairs(g, f, KINDS["sections"].agreeing(gold, found, pairs), shown)


def _items(gold: Plan, found: Plan) -> Scored:
    g, f = gold.items, found.items
    pairs = KINDS["items"].pairs(gold, found)
    yield "items", of_pairs(g, f, pairs, lambda item: f"{item.path} {item.start}")


def _themes(gold: Plan, found: Plan) -> Scored:
    pairs = KINDS["themes"].pairs(gold, found)
    yield "themes", of_pairs(gold.themes, found.themes, pairs, lambda theme: theme.text)
    pairs = KINDS["movements"].pairs(gold, found)
    yield "movements", of_pairs(gold.movements, found.movements, pairs, lambda movement: movement.name)


def _criteria(gold: Plan, found: Plan) -> Scored:
    g, f = gold.criteria, found.criteria
    pairs = KINDS["criteria"].pairs(gold, found)

    def shown(criterion: Criterion) -> str:
        return f"{criterion.path} {criterion.text} = {criterion.points} → {criterion.refers_to}"

    yield "criteria", of_pairs(g, f, pairs, shown)
    same_points = KINDS["criteria"].agreeing(gold, found, pairs)
    yield "criteria.record", of_pairs(g, f, same_points, shown)
    with_points = [(i, j) for i, j in same_points if g[i].points is not None]
    yield "criteria.points", of_pairs(g, f, with_points, shown, lambda c: c.points is not None)
    if any(criterion.refers_to for criterion in g):
        right = [(i, j) for i, j in pairs if g[i].refers_to and same_path(g[i].refers_to, f[j].refers_to)]
        yield "criteria.refers_to", of_pairs(g, f, right, shown, lambda c: bool(c.refers_to))


def _targets(gold: Plan, found: Plan) -> Scored:
    g, f = gold.targets, found.targets
    pairs = KINDS["targets"].pairs(gold, found)

    def shown(target: Target) -> str:
        comparator, least, most = target_value(target)
        return f"{target.path} {target.quote} ({comparator} {least}..{most} {target.unit})"

    yield "targets", of_pairs(g, f, pairs, shown)
    right = [(i, j) for i, j in pairs if g[i].value is not None and target_value(g[i]) == target_value(f[j])]
    yield "targets.value", of_pairs(g, f, right, shown, lambda t: t.value is not None)


def _deadlines(gold: Plan, found: Plan) -> Scored:
    g, f = gold.deadlines, found.deadlines
    pairs = KINDS["deadlines"].pairs(gold, found)

    def shown(deadline: Deadline) -> str:
        return f"{deadline.path} {deadline.quote} ({deadline.start}..{deadline.end})"

    yield "deadlines.mention", of_pairs(g, f, pairs, shown)
    yield "deadlines.interval", of_pairs(g, f, KINDS["deadlines"].agreeing(gold, found, pairs), shown)


def _citations(gold: Plan, found: Plan) -> Scored:
    g, f = gold.citations, found.citations
    pairs = KINDS["citations"].pairs(gold, found)

    def shown(citation: Citation) -> str:
        return f"{citation.path} {citation.type} {citation.number or citation.title} ({citation.issued_on})"

    yield "citations", of_pairs(g, f, pairs, shown)
    right = [(i, j) for i, j in pairs if g[i].issued_on and g[i].issued_on == f[j].issued_on]
    yield "citations.date", of_pairs(g, f, right, shown, lambda c: bool(c.issued_on))


def _named(gold: Plan, found: Plan) -> Scored:
    pairs = KINDS["observances"].pairs(gold, found)
    yield "observances", of_pairs(gold.observances, found.observances, pairs, lambda observance: observance.name)
    pairs = KINDS["rewards"].pairs(gold, found)
    yield "rewards", of_pairs(gold.rewards, found.rewards, pairs, lambda reward: f"{reward.path} {reward.form}")


def _findings(gold: Plan, found: Plan) -> Scored:
    g = [finding for finding in gold.findings if _code(finding) in SCORED_FINDINGS]
    f = [finding for finding in found.findings if _code(finding) in SCORED_FINDINGS]

    def alike(a: Finding, b: Finding) -> float:
        return float(_code(a) == _code(b) and (a.path is None or same_path(a.path, b.path)))

    yield "findings", of_pairs(g, f, assign(g, f, alike, 1), lambda finding: f"{finding.path} {_code(finding)}")


def _code(finding: Finding) -> str:
    return finding.name or finding.code
