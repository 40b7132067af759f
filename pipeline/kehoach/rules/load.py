"""All rules of the program, read once and passed in.

Each vocabulary is a file of the same name in ``rules/data``; a user's folder may hold files of the same names, whose
entries are added (or replace those of equal id) after the same checks. Tables (provinces, seats ...) are CSV read by
their own modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

from kehoach.errors import BadConfiguration
from kehoach.model.document_info import PlanKind
from kehoach.model.keeping import Keeping
from kehoach.model.plan import CriterionKind, Relation
from kehoach.model.section import SectionKind
from kehoach.rules.reliability import Shares, shares
from kehoach.rules.vocabulary import Vocabulary, failing_examples, read_vocabulary

DATA = Path(__file__).parent / "data"

TIERS = ("central", "committee", "office", "department", "division", "party", "unit", "other")

ATTRIBUTES: Mapping[str, Mapping[str, object]] = {
    "layout": {
        "kind": (
            "type",
            "motto",
            "site",
            "number",
            "place_date",
            "recipients",
            "authority",
            "position",
            "annex",
            "annex_of",
            "opener",
            "stamp",
            "esign",
            "urgency",
            "secrecy",
            "subject",
            "copy_mark",
        ),
    },
    "headings": {"kind": get_args(SectionKind)},
    "heading_hints": {"kind": get_args(SectionKind)},
    "document_types": {"name": str, "codes": str, "named": bool},
    "themes": {"role": ("stop", "taken"), "quoted": bool},
    "criteria": {
        "role": (
            "kind",
            "applies",
            "said",
            "column",
            "total",
            "other",
            "container",
            "scale",
            "condition",
            "gathers",
            "procedure",
            "procedure_heading",
        ),
        "kind": get_args(CriterionKind),
        "applies_to": ("collective", "individual"),
        "column": ("points", "content"),
    },
    "targets": {
        "role": (
            "counted",
            "rate",
            "money",
            "span",
            "aim",
            "near",
            "act",
            "past",
            "cost",
            "general",
            "verb",
            "baseline",
            "planned",
            "situation",
            "spent",
            "existing",
            "condition",
            "composition",
            "award",
            "excluded",
            "saving",
            "deed",
            "title",
            "vote",
            "attribute",
            "if",
            "conditions",
            "share_of",
        ),
    },
    "rewards": {"kind": ("title", "form", "rating"), "short": bool},
    "observances": {"role": ("cue", "day", "holiday", "general", "not")},
    "movements": {
        "role": ("class", "own", "joins", "generic", "end", "own_end", "title_end", "dash_end", "known", "whole"),
        "named": bool,
    },
    "citation_cues": {"relation": get_args(Relation)},
    "body_abbreviations": {"full": str},
    "units": {"kind": ("body", "group", "post", "people", "place", "level"), "alone": bool},
    "verbs": {"does": ("lead", "coordinate", "supervise", "assign", "ask", "act"), "firm": bool},
    "columns": {
        "column": (
            "number",
            "task",
            "name",
            "unit",
            "lead",
            "coordinate",
            "supervise",
            "advise",
            "manager",
            "time",
            "product",
            "place",
            "points",
            "note",
        ),
    },
    "unit_abbreviations": {"full": str},
    "unit_compounds": {},
    "unit_fields": {},
    "situations": {},
    "closings": {"firm": bool},
    "letterhead": {"full": str},
    "plan_kinds": {"kind": get_args(PlanKind)},
    "elements": {
        "element": (
            "objectives",
            "scope",
            "subjects",
            "content",
            "targets",
            "theme",
            "time",
            "criteria",
            "measures",
            "launch",
            "inspection",
            "propagation",
            "review",
            "rewards",
            "funding",
            "midterm",
        ),
        "strength": ("expressed", "implied"),
    },
    "stock_phrases": {},
    "topics": {"topic": str, "vi": str, "en": str},
    "bodies": {
        "name": str,
        "symbols": str,
        "since": str,
        "until": str,
        "tier": TIERS,
        "exact": bool,
        "rank": ("organ", "branch", "council"),
    },
}
"""The vocabularies and the attributes their entries may carry (a type, or the allowed values)."""


@dataclass(frozen=True)
class Rules(Keeping):
    """Everything the stages know as data."""

    vocabularies: Mapping[str, Vocabulary]
    shares: Shares = field(default_factory=dict)
    """How often the facts of each rule are right; empty leaves the rules' own confidence."""

    def __getitem__(self, name: str) -> Vocabulary:
        return self.vocabularies[name]


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Rules:
    """The program's rules, with those of the user's ``folder`` added.

    Raises:
        BadConfiguration: a rule file is wrong; for a user's file also where an example does not hold.
    """
    if folder is not None:
        _check_folder(folder)
    vocabularies = {}
    for name, allowed in ATTRIBUTES.items():
        own = folder / f"{name}.toml" if folder is not None else None
        files = [DATA / f"{name}.toml", *([own] if own is not None and own.is_file() else [])]
        vocabularies[name] = read_vocabulary(name, files, allowed, known=[DATA / f"{name}.toml"])
        if own is not None and own.is_file() and (wrong := failing_examples(vocabularies[name])):
            raise BadConfiguration("\n".join(wrong), "Sửa ví dụ hoặc mẫu / mend the example or the pattern")
    return Rules(vocabularies, shares())


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise BadConfiguration(
            f"Không có thư mục quy tắc / rules folder {folder} does not exist",
            'Kiểm tra / check: --rules, kehoach.toml, KEHOACH_RULES ("none": không dùng / none)',
        )
    if unknown := sorted(p.name for p in folder.glob("*.toml") if p.stem not in ATTRIBUTES):
        raise BadConfiguration(
            f"{folder}: tệp quy tắc lạ / unknown rule files: {', '.join(unknown)}",
            "Tên được dùng / allowed names (.toml): " + ", ".join(sorted(ATTRIBUTES)),
        )
