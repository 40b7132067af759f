"""What else can be asked of an evaluation: boundaries, parts of the documents, boxes, reliability of confidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Literal

from kehoach.evaluating.boundaries import Boundaries, of_paragraphs, of_sections
from kehoach.evaluating.evaluation import Evaluation
from kehoach.evaluating.places import Places, places
from kehoach.evaluating.reliability import Reliability, outcomes, reliability
from kehoach.evaluating.slices import DIMENSIONS, Scored, slices

Detail = Literal["boundaries", "slices", "places", "reliability"]
DETAILS: tuple[Detail, ...] = ("boundaries", "slices", "places", "reliability")


@dataclass(frozen=True)
class Details:
    """``boundaries`` by layer ("sections", "paragraphs"), ``slices`` by dimension and value, ``places`` by field; what
    was not asked for is empty."""

    boundaries: Mapping[str, Boundaries] = field(default_factory=dict)
    slices: Mapping[str, Mapping[str, Evaluation]] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)
    reliability: tuple[Reliability, ...] = ()


def details(scored: Sequence[Scored], evaluation: Evaluation, wanted: Collection[Detail] = DETAILS) -> Details:
    """The details asked for, over the documents that have a record.

    Args:
        scored: (name, reference, record) of the documents that ``evaluation`` is of.
    """
    known = [(name, gold, found) for name, gold, found in scored if found is not None]
    made: dict[str, Places] = {}
    if "places" in wanted:
        for _, gold, found in known:
            for name, one in places(gold, found).items():
                made[name] = made.get(name, Places()) + one
    layers = {"sections": of_sections, "paragraphs": of_paragraphs} if "boundaries" in wanted else {}
    return Details(
        {name: reduce(add, (of(gold, found) for _, gold, found in known), Boundaries()) for name, of in layers.items()},
        slices(scored, evaluation, tuple(DIMENSIONS)) if "slices" in wanted else {},
        made,
        reliability(o for name, gold, found in known for o in outcomes(name, gold, found))
        if "reliability" in wanted
        else (),
    )
