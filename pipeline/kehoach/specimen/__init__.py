"""Specimen plans: written in the official form, rendered, aged, each with an exact reference record.

>>> from kehoach import specimen
>>> specimen.build(Path("corpora"))    # digital PDF, aged scan and text of the four hand-written specimens
"""

from __future__ import annotations

from kehoach.specimen.corpora import build

__all__ = ["build"]
