"""Specimen plans: written in the official form, rendered, aged, each with an exact reference record.

>>> from kehoach import specimen
>>> made = specimen.write(7)                           # any seed is a plan: made.text, made.source (HTML), made.gold
>>> specimen.files(made, ("docx", "scan"), seed=7)     # {"gold.json": ..., "plan.docx": ..., "scan.pdf": ...}
>>> for folder in specimen.make(Path("out"), seed=1, count=100, forms=("digital", "scan"), wear="hard"):
...     print(folder)                                  # the same on disk, a folder a plan
>>> specimen.with_boxes(made)                          # made.gold with a box for each line of its facts
>>> specimen.build(Path("corpora"))                    # the four hand-written specimens
"""

from __future__ import annotations

from kehoach.specimen.batch import FORMS, files, make
from kehoach.specimen.boxes import with_boxes
from kehoach.specimen.corpora import build
from kehoach.specimen.generator import Written, write

__all__ = ["FORMS", "Written", "build", "files", "make", "with_boxes", "write"]
