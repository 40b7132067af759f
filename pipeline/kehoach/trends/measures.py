"""What is measured of a plan: for each measure, keys with a value and the confidence that it rests on.

A measure of a plan is None where it does not apply (the points of a plan that gives none); a key that is not there counts
as 0, unless pages of the plan could not be read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kehoach.export.captions import value_caption
from kehoach.model.plan import Criterion, Fact, Plan
from kehoach.orthography.fold import fold
from kehoach.trends.topics import Coder

Values = Mapping[str, "Value"]


@dataclass(frozen=True, slots=True)
class Value:
    """``amount`` as the measure defines it; ``sure`` the least confidence of the facts that it was made of."""

    amount: float
    sure: float


@dataclass(frozen=True)
class Measure:
    """``of`` makes the values of many plans at once; ``what`` says what they are, in Vietnamese and English; ``share``
    where values are shares or marks, drawn as percentages; ``whole`` where the keys of a plan add up to 1."""

    name: str
    of: Callable[[Sequence[Plan], Coder], list[Values | None]]
    what: tuple[str, str]
    share: bool = True
    whole: bool = False


def _each(one: Callable[[Plan], Values | None]) -> Callable[[Sequence[Plan], Coder], list[Values | None]]:
    return lambda plans, _: [one(plan) for plan in plans]


def _marks(found: Iterable[tuple[str, float]]) -> Values:
    """Each key once, with its best confidence."""
    best: dict[str, float] = {}
    for key, sure in found:
        best[key] = max(best.get(key, 0.0), sure)
    return {key: Value(1.0, sure) for key, sure in best.items()}


def _shares(found: Sequence[tuple[str, float, float]]) -> Values | None:
    """Amounts by key as shares of their sum; None where there is nothing to share."""
    total = sum(amount for _, amount, _ in found)
    if total <= 0:
        return None
    sums: dict[str, float] = defaultdict(float)
    sure: dict[str, float] = {}
    for key, amount, confidence in found:
        sums[key] += amount
        sure[key] = min(sure.get(key, 1.0), confidence)
    return {key: Value(amount / total, sure[key]) for key, amount in sums.items()}


def name(text: str | None) -> str:
    """What two spellings of a name have in common, fit to be shown: in one line, with a capital."""
    words = " ".join(fold(text or "").strip(" .;,\"'").split())
    return words[:1].upper() + words[1:]


def sections(plan: Plan) -> Values:
    return _marks((kind, s.confidence) for s in plan.sections for kind in s.kinds if kind != "other")


def themes(plan: Plan) -> Values:
    return _marks((name(theme.text), theme.confidence) for theme in plan.themes)


def movements(plan: Plan) -> Values:
    return _marks((name(movement.name), movement.confidence) for movement in plan.movements)


def top_criteria(plan: Plan) -> list[Criterion]:
    """Criteria whose points make up the whole: groups and what has no group, without bonus, penalty and bands."""
    counted = [c for c in plan.criteria if c.points and c.kind in ("criterion", "group")]
    groups = {c.path for c in counted if c.kind == "group"}
    below = [c for c in counted if c.parent in groups and c.kind == "criterion"]
    return [c for c in counted if c not in below]


def criterion_words(plan: Plan, criterion: Criterion) -> str:
    """A criterion's words; those of the place it points to, where it only points."""
    if criterion.refers_to:
        place = next((i.text for i in plan.items if i.path == criterion.refers_to), None)
        heading = next((s.heading for s in plan.sections if s.path == criterion.refers_to), None)
        return place or heading or criterion.text
    return criterion.text


def points(plans: Sequence[Plan], coder: Coder) -> list[Values | None]:
    """Share of a plan's points by the chief topic of its criteria."""
    kept = [top_criteria(plan) for plan in plans]
    codes = iter(coder.chief([criterion_words(p, c) for p, cs in zip(plans, kept, strict=True) for c in cs]))
    return [_shares([(next(codes), c.points or 0.0, c.confidence) for c in cs]) for cs in kept]


def scored(plan: Plan) -> Values:
    """Whether a plan gives points to its criteria."""
    return _marks(("scored", c.confidence) for c in plan.criteria if c.points)


def topics(plans: Sequence[Plan], coder: Coder) -> list[Values | None]:
    """Topics that a plan's criteria, targets, contents and themes speak of."""
    texts = [_spoken(plan) for plan in plans]
    found = iter(coder.topics([text for own in texts for text, _ in own]))
    made: list[Values | None] = []
    for own in texts:
        marks = [(topic.code, sure) for _, sure in own for topic in next(found) if topic.term]
        made.append(_marks(marks) if own else None)
    return made


def _spoken(plan: Plan) -> list[tuple[str, float]]:
    content = {s.path for s in plan.sections if {"content", "criteria", "targets", "objectives"} & set(s.kinds)}
    items = [(i.text, i.confidence) for i in plan.items if i.path.split(".", 1)[0] in {p.split(".", 1)[0] for p in content}]  # fmt: skip
    facts = [(c.text, c.confidence) for c in plan.criteria] + [(t.quote, t.confidence) for t in plan.targets]
    return [*items, *facts, *((t.text, t.confidence) for t in plan.themes)]


def targets(plan: Plan) -> Values | None:
    """How many targets, how many with a figure, how many of 100 %."""
    if not plan.targets:
        return None
    numeric = [t for t in plan.targets if t.value is not None]
    full = [t for t in numeric if t.unit == "%" and t.value == 100]
    return {
        "all": _count(plan.targets), "numeric": _count(numeric), "percent": _count([t for t in numeric if t.unit == "%"]),
        "full": _count(full),
    }  # fmt: skip


def _count(facts: Sequence[Fact]) -> Value:
    return Value(float(len(facts)), min((f.confidence for f in facts), default=1.0))


def leads(plan: Plan) -> Values | None:
    """Share of the tasks that a unit leads, of all that have a lead."""
    return _shares([(name(u.name), 1.0, t.confidence) for t in plan.tasks for u in t.units if u.role == "lead"])


def roles(plan: Plan) -> Values | None:
    return _shares([(u.role, 1.0, t.confidence) for t in plan.tasks for u in t.units])


def months(plan: Plan) -> Values | None:
    """Share of the deadlines that end in a month, "01" to "12"."""
    dated = [d for d in plan.deadlines if d.end and len(d.end) == 10 and d.kind in ("deadline", "milestone", "phase")]
    return _shares([(d.end[5:7], 1.0, d.confidence) for d in dated if d.end])


def phases(plan: Plan) -> Values | None:
    found = [d for d in plan.deadlines if d.kind == "phase"]
    return {"phases": _count(found)} if plan.deadlines else None


def citations(plan: Plan) -> Values:
    return _marks((name(c.number or c.title or c.type), c.confidence) for c in plan.citations)


def observances(plan: Plan) -> Values:
    return _marks((name(o.name), o.confidence) for o in plan.observances)


def rewards(plan: Plan) -> Values | None:
    return _marks((name(r.form), r.confidence) for r in plan.rewards) if plan.rewards else None


def reward_levels(plan: Plan) -> Values | None:
    counted = Counter(name(r.level) for r in plan.rewards if r.level)
    return _shares([(level, float(count), 1.0) for level, count in counted.items()])


MEASURES: Mapping[str, Measure] = {
    m.name: m
    for m in (
        Measure("sections", _each(sections), ("Có mục", "Has a section of the kind")),
        Measure("themes", _each(themes), ("Chủ đề", "Themes")),
        Measure("movements", _each(movements), ("Phong trào", "Movements")),
        Measure("points", points, ("Tỷ trọng điểm theo chủ đề tiêu chí", "Share of points by topic"), whole=True),
        Measure("scored", _each(scored), ("Có chấm điểm", "Has scored criteria")),
        Measure("topics", topics, ("Có nói đến chủ đề", "Speaks of the topic")),
        Measure("targets", _each(targets), ("Số chỉ tiêu", "Number of targets"), share=False),
        Measure("leads", _each(leads), ("Tỷ trọng việc chủ trì", "Share of tasks led"), whole=True),
        Measure("roles", _each(roles), ("Vai trò", "Roles"), whole=True),
        Measure("months", _each(months), ("Thời hạn theo tháng", "Deadlines by month"), whole=True),
        Measure("phases", _each(phases), ("Số đợt", "Number of phases"), share=False),
        Measure("citations", _each(citations), ("Văn bản viện dẫn", "Cited documents")),
        Measure("observances", _each(observances), ("Ngày kỷ niệm", "Anniversaries")),
        Measure("rewards", _each(rewards), ("Hình thức khen thưởng", "Rewards")),
        Measure("reward_levels", _each(reward_levels), ("Cấp khen thưởng", "Levels of rewards"), whole=True),
    )
}
_KEYS: Mapping[str, tuple[str, str]] = {
    "all": ("tất cả", "all"), "numeric": ("có số liệu", "with a figure"), "percent": ("tính theo %", "in percent"),
    "full": ("100 %", "100 %"), "scored": ("có chấm điểm", "scored"), "phases": ("số đợt", "phases"),
}  # fmt: skip


def key_name(key: str, names: Mapping[str, tuple[str, str]] | None = None) -> str:
    """What people call a key of a measure: by ``names`` (those of the topics), by its caption, or as it is."""
    return ((names or {}).get(key) or _KEYS.get(key) or value_caption(key))[0]
