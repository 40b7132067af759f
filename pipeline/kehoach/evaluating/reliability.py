"""Whether confidence means what it says: of the facts with confidence 0.9, nine of ten should be right."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.evaluating import header
from kehoach.evaluating.pairing import KINDS
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.plan import Plan

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Lower ends of the bands of confidence; the last holds what is as good as certain."""
_Z = 1.96
_RESAMPLES = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """One found fact: ``field`` is its list, or "document" for a value of the header."""

    document: str
    field: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The facts of one field whose confidence is ``low`` or more, and below that of the next band."""

    low: float
    count: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        return self.right / self.count

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.count)

    @property
    def honest(self) -> bool:
        """Whether the mean confidence lies in the interval of the share that is right."""
        low, high = self.interval
        return low - 1e-9 <= self.confidence <= high + 1e-9


@dataclass(frozen=True, slots=True)
class Reliability:
    """``error`` is the mean distance of confidence and share right (expected calibration error), ``between`` its 95 %
    interval over documents."""

    field: str
    bands: tuple[Band, ...]
    error: float
    between: tuple[float, float]


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    share, z2 = right / count, _Z * _Z
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * math.sqrt(share * (1 - share) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def outcomes(document: str, gold: Plan, found: Plan) -> Iterator[Outcome]:
    """Every found fact with whether it is right in all its values."""
    for name, kind in KINDS.items():
        right = {j for _, j in kind.agreeing(gold, found, kind.pairs(gold, found))}
        for j, fact in enumerate(kind.of(found)):
            yield Outcome(document, name, fact.confidence, j in right)
    for name, measure in header.score(gold.document, found.document):
        evidence = found.document.evidence.get(name.removeprefix("document."))
        if isinstance(evidence, HeaderEvidence) and measure.hits + measure.extra == 1:
            yield Outcome(document, "document", evidence.confidence, measure.hits == 1)


def reliability(found: Iterable[Outcome]) -> tuple[Reliability, ...]:
    """By field, in the order of the record, then all fields together ("all")."""
    by_field: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by_field[outcome.field].append(outcome)
        by_field["all"].append(outcome)
    order = [*(name for name in ("document", *KINDS) if name in by_field), *(["all"] if by_field else [])]
    return tuple(_of(name, by_field[name]) for name in order)


def _of(field: str, found: Sequence[Outcome]) -> Reliability:
    return Reliability(field, bands(found), _error(found), _between(found))


def bands(found: Iterable[Outcome]) -> tuple[Band, ...]:
    """The bands that hold facts, from the least certain up."""
    held: dict[float, list[Outcome]] = defaultdict(list)
    for outcome in found:
        held[max(edge for edge in EDGES if outcome.confidence >= edge)].append(outcome)
    return tuple(
        Band(low, len(part), sum(o.right for o in part), sum(o.confidence for o in part) / len(part))
        for low, part in sorted(held.items())
    )


def _error(found: Sequence[Outcome]) -> float:
    return sum(band.count * abs(band.share - band.confidence) for band in bands(found)) / max(1, len(found))


def _between(found: Sequence[Outcome]) -> tuple[float, float]:
    """Resampled by document, since the facts of one document err together; the same every time."""
    by_document: Mapping[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        by_document[outcome.document].append(outcome)
    parts = [_sums(part) for part in by_document.values()]
    lots = random.Random(0)
    errors = sorted(_error_of_sums(lots.choices(parts, k=len(parts))) for _ in range(_RESAMPLES))
    return errors[round(0.025 * (_RESAMPLES - 1))], errors[round(0.975 * (_RESAMPLES - 1))]


Sums = Mapping[float, tuple[int, int, float]]


def _sums(found: Iterable[Outcome]) -> Sums:
    return {band.low: (band.count, band.right, band.confidence * band.count) for band in bands(found)}


def _error_of_sums(parts: Iterable[Sums]) -> float:
    total: dict[float, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for part in parts:
        for low, sums in part.items():
            for n, value in enumerate(sums):
                total[low][n] += value
    whole = sum(count for count, _, _ in total.values())
    return sum(abs(right - confidence) for _, right, confidence in total.values()) / max(1.0, whole)
