"""What researchers ask of an archive as a whole: coverage, trends, shared passages, as DataFrames. Each work counts once,
in its best copy."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kehoach import trends
from kehoach.corpus.filters import Filter
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    import pandas

_ALL = Filter()


class Studies(ABC):
    """The part of an archive that looks at all its works at once."""

    @abstractmethod
    def plans(self, wanted: Filter = _ALL, *, corrected: bool = True, copies: bool = True) -> Iterator[Plan]:
        """Every plan of a filter, or one for each work."""

    def matrix(self, wanted: Filter = _ALL, *, as_of: date | None = None) -> pandas.DataFrame:
        """Which plan has a section of which kind (see ``kehoach.trends.matrix``)."""
        return trends.matrix(trends.panel(self.plans(wanted, copies=False), as_of))

    def trend(
        self, measure: str, by: trends.By | Sequence[trends.By] = "year", wanted: Filter = _ALL, *,
        as_of: date | None = None,
    ) -> pandas.DataFrame:  # fmt: skip
        """A measure over the plans of a filter, by year, province or issuer (see ``kehoach.trends.trend``)."""
        return trends.trend(trends.panel(self.plans(wanted, copies=False), as_of), measure, by)

    def reuse(self, wanted: Filter = _ALL) -> trends.Reuse:
        """What the plans of a filter have from each other: passages, lineage, families (see ``kehoach.trends.reuse``)."""
        return trends.reuse(self.plans(wanted, copies=False))
