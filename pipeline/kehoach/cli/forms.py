"""The forms that results come in."""

from __future__ import annotations

from collections.abc import Mapping

EACH: Mapping[str, str] = {
    "json": ".json",
    "md": ".md",
    "html": ".html",
    "metadata": ".metadata.json",
    "labelstudio": ".task.json",
    "inception": ".cas.json",
}
"""Forms with one file a plan, and how its name ends."""
TOGETHER: Mapping[str, str] = {"jsonl": "plans.jsonl", "csv": "csv", "xlsx": "plans.xlsx", "parquet": "parquet"}
"""Forms that hold all plans of a call together: the file or folder that they are, in the folder of the results."""
FORMS = (*EACH, *TOGETHER)
FOLDERS = frozenset({"csv", "parquet"})
LINE = "line"
"""The record on one line: what goes to stdout for several plans, and what the forms in ``TOGETHER`` are made of."""
