"""Many plans at once: who asks what of whom, with what weight, by when, and how that moves.

::

    given = panel(plans, as_of=date(2025, 7, 1))
    share = trend(given, "points", by=["province", "year"])
    draw(chart(share), "png")
"""

from kehoach.trends.charts import chart, coverage, draw, tile_map
from kehoach.trends.measures import MEASURES
from kehoach.trends.panel import Panel, panel
from kehoach.trends.reuse import Reuse, reuse
from kehoach.trends.series import By, implements, matrix, trend, values
from kehoach.trends.topics import coder, discover

__all__ = [
    "MEASURES",
    "By",
    "Panel",
    "Reuse",
    "chart",
    "coder",
    "coverage",
    "discover",
    "draw",
    "implements",
    "matrix",
    "panel",
    "reuse",
    "tile_map",
    "trend",
    "values",
]
