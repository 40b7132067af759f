"""Details of an evaluation as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.evaluating.details import Details
from kehoach.evaluating.evaluation import Evaluation

_SHOWN = ("sections", "items", "criteria", "targets.value", "deadlines.interval", "tasks.record", "tasks.unit_role")
"""Fields of the tables by level, year, kind and scan."""


def text(details: Details) -> str:
    """The details as tables."""
    return "\n".join([*_boundaries(details), *_slices(details), *_places(details), *_reliability(details)])


def _boundaries(details: Details) -> Iterator[str]:
    if details.boundaries:
        yield f"\n{'ranh giới / boundaries':<28} {'đúng':>6} {'lệch':>5} {'thiếu':>5} {'thừa':>5}   B      WindowDiff"
    for name, one in details.boundaries.items():
        yield (
            f"{name:<28} {one.exact:>6} {one.near:>5} {one.missed + one.unplaced:>5} {one.extra:>5}   "
            f"{one.similarity:.3f}  {one.window_diff:.3f}"
        )


def _slices(details: Details) -> Iterator[str]:
    for dimension, parts in details.slices.items():
        heads = " ".join(f"{name[:11]:>11}" for name in _SHOWN)
        yield f"\n{dimension:<24} {'văn bản':>7} {'core':>6} {heads}"
        for value, part in parts.items():
            cells = " ".join(f"{_f1(part, name):>11}" for name in _SHOWN)
            yield f"{value:<24} {len(part.documents):>7} {part.core_f1:>6.3f} {cells}"


def _f1(part: Evaluation, name: str) -> str:
    measure = part.total.get(name)
    return "-" if measure is None or not sum(measure.counts) else f"{measure.f1:.3f}"


def _places(details: Details) -> Iterator[str]:
    if details.places:
        yield f"\n{'khung chữ / boxes':<28} {'số':>5}   IoU    >= 0.5"
    for name, one in details.places.items():
        yield f"{name:<28} {len(one.overlaps):>5}   {one.mean:.3f}  {one.good:.3f}"


def _reliability(details: Details) -> Iterator[str]:
    if details.reliability:
        yield (
            f"\n{'độ tin cậy / confidence':<20} {'từ / from':>9} {'số / n':>7} {'tin cậy':>8} {'đúng':>6}   "
            "95 %          ECE (95 %)"
        )
    for one in details.reliability:
        for n, band in enumerate(one.bands):
            low, high = band.interval
            error = f"{one.error:.3f} ({one.between[0]:.3f}-{one.between[1]:.3f})" if n == 0 else ""
            mark = " " if band.honest else "!"
            yield (
                f"{one.field if n == 0 else '':<20} {band.low:>9.2f} {band.count:>7} {band.confidence:>8.3f} "
                f"{band.share:>6.3f} {mark} {low:.3f}-{high:.3f}   {error}"
            ).rstrip()


def to_dict(details: Details) -> dict[str, Any]:
    """The details as JSON values, shares to 0.0001; what was not asked for is left out."""
    made: dict[str, Any] = {}
    if details.boundaries:
        made["boundaries"] = {
            name: {
                "exact": b.exact, "near": b.near, "missed": b.missed, "extra": b.extra, "unplaced": b.unplaced,
                "similarity": round(b.similarity, 4), "window_diff": round(b.window_diff, 4),
            }
            for name, b in details.boundaries.items()
        }  # fmt: skip
    if details.slices:
        made["slices"] = {
            dimension: {value: _slice(part) for value, part in parts.items()}
            for dimension, parts in details.slices.items()
        }
    if details.places:
        made["places"] = {
            name: {"count": len(p.overlaps), "iou": round(p.mean, 4), "half": round(p.good, 4)}
            for name, p in details.places.items()
        }
    if details.reliability:
        made["reliability"] = {
            one.field: {
                "error": round(one.error, 4), "interval": [round(x, 4) for x in one.between],
                "bands": [
                    {
                        "from": b.low, "count": b.count, "right": b.right, "confidence": round(b.confidence, 4),
                        "share": round(b.share, 4), "interval": [round(x, 4) for x in b.interval],
                    }
                    for b in one.bands
                ],
            }
            for one in details.reliability
        }  # fmt: skip
    return made


def _slice(part: Evaluation) -> dict[str, Any]:
    f1 = {name: round(measure.f1, 4) for name, measure in part.total.items()}
    return {"documents": len(part.documents), "core_f1": round(part.core_f1, 4), "f1": f1}
