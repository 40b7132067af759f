"""kehoach reads Vietnamese administrative plans (kế hoạch) into records with the place of every value.

::

    import kehoach as kh

    plan = kh.read("plan.pdf")
    for criterion in plan.criteria:
        print(criterion.path, criterion.points, criterion.text)
    tasks = kh.frame(plan, "tasks")

Importing the package imports nothing else; each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach.api import audit, compare, evaluate, read, read_all
    from kehoach.corpus import Corpus
    from kehoach.errors import BadInput, KehoachError, MissingDependency
    from kehoach.export.frame import frame
    from kehoach.export.json import from_dict, from_json, to_dict, to_json, to_reference
    from kehoach.export.spacy import doc
    from kehoach.model.plan import Plan

_HOMES = {
    "read": "kehoach.api",
    "read_all": "kehoach.api",
    "audit": "kehoach.api",
    "compare": "kehoach.api",
    "evaluate": "kehoach.api",
    "Corpus": "kehoach.corpus",
    "frame": "kehoach.export.frame",
    "doc": "kehoach.export.spacy",
    "to_dict": "kehoach.export.json",
    "to_json": "kehoach.export.json",
    "to_reference": "kehoach.export.json",
    "from_dict": "kehoach.export.json",
    "from_json": "kehoach.export.json",
    "Plan": "kehoach.model.plan",
    "KehoachError": "kehoach.errors",
    "BadInput": "kehoach.errors",
    "MissingDependency": "kehoach.errors",
}

__all__ = [
    "BadInput",
    "Corpus",
    "KehoachError",
    "MissingDependency",
    "Plan",
    "audit",
    "compare",
    "doc",
    "evaluate",
    "frame",
    "from_dict",
    "from_json",
    "read",
    "read_all",
    "to_dict",
    "to_json",
    "to_reference",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in _HOMES:
            return getattr(import_module(_HOMES[name]), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
