"""Many plans: an archive that takes in files by the thousand, and that people can look through, search and correct.

::

    archive = Corpus.open("archive.db")
    for plan in archive.plans(Filter(province=("42",), year=(2024,))): ...
    tasks = archive.table("tasks")
    found = archive.search("chuyển đổi số")
"""

from kehoach.corpus.corpus import Corpus, Original
from kehoach.corpus.filters import FACETS, UNKNOWN, Filter, Mark, Territory
from kehoach.corpus.listing import ORDERS, FacetValue, Listing, PlanEntry
from kehoach.corpus.overlay import Corrected, Correction
from kehoach.corpus.search import Found, Hit, Snippet

__all__ = [
    "FACETS",
    "ORDERS",
    "UNKNOWN",
    "Corpus",
    "Corrected",
    "Correction",
    "FacetValue",
    "Filter",
    "Found",
    "Hit",
    "Listing",
    "Mark",
    "Original",
    "PlanEntry",
    "Snippet",
    "Territory",
]
