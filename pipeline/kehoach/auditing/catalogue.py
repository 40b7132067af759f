"""The catalogue of rules: what each is called, how grave it is, on what law it rests and what it says to people.

The catalogue is data (``data/catalogue.toml``); the rules' logic is in the modules beside this one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from kehoach.errors import BadConfiguration
from kehoach.model.document_info import PlanKind
from kehoach.model.plan import Message, Severity

DATA = Path(__file__).parent / "data"
Family = Literal["form", "elements", "self", "law"]
Side = Literal["state", "party"]
"""Whose rules of form a document follows; the Youth Union goes with the Party."""


@dataclass(frozen=True, slots=True)
class Basis:
    """An article, the days (inclusive, None is open) between which it is applied, and whose documents it is for."""

    article: str
    since: date | None = None
    until: date | None = None
    of: Side | None = None

    def in_force(self, on: date | None, side: Side = "state") -> bool:
        if self.of not in (None, side):
            return False
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue. ``kinds`` is empty where the rule is for every plan; ``unverified`` tells which fact
    behind it was not read in its source, and makes it info; ``off`` rules run only where they are selected."""

    code: str
    name: str
    family: Family
    severity: Severity
    title: Message
    messages: Mapping[str, Message]
    hint: Message
    basis: tuple[Basis, ...] = ()
    kinds: tuple[PlanKind, ...] = ()
    unverified: str | None = None
    off: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    graver: Mapping[str, Severity] = field(default_factory=dict)
    """Severity of single messages where it is not the rule's."""

    def severity_of(self, message: str) -> Severity:
        return self.graver.get(message, self.severity)

    def law(self, on: date | None, side: Side = "state") -> str | None:
        """The articles in force on that day for documents of that side, joined; None where there is none."""
        return "; ".join(b.article for b in self.basis if b.in_force(on, side)) or None

    def in_force(self, on: date | None, side: Side = "state") -> bool:
        """Whether any of its articles is in force; a rule without articles always is."""
        return not self.basis or any(b.in_force(on, side) for b in self.basis)


@dataclass(frozen=True)
class Catalogue:
    version: str
    day: str
    rules: tuple[Rule, ...]

    def __getitem__(self, code: str) -> Rule:
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in reversed(self.rules)}

    def matching(self, words: tuple[str, ...]) -> frozenset[str]:
        """Codes of the rules meant by these words: a code, the beginning of codes ("KH1"), a name or a family.

        Raises:
            BadConfiguration: a word means no rule.
        """
        found: set[str] = set()
        for word in words:
            codes = {
                r.code for r in self.rules if word in (r.name, r.family) or r.code.startswith(word.upper())
            }  # fmt: skip
            if not codes:
                raise BadConfiguration(f"Không có quy tắc / no such rule: {word}", "Xem / see: kehoach audit --list")
            found |= codes
        return frozenset(found)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The program's catalogue, read once.

    Raises:
        BadConfiguration: the file is broken.
    """
    content = table("catalogue.toml")
    rules = tuple(_rule(raw) for raw in content["rule"])
    codes = [rule.code for rule in rules]
    if len(set(codes)) != len(codes):
        raise BadConfiguration(
            f"catalogue.toml: a code stands twice: {sorted({c for c in codes if codes.count(c) > 1})}"
        )
    return Catalogue(str(content["version"]), str(content["day"]), rules)


def table(name: str) -> dict[str, Any]:
    """One of the audit's data files.

    Raises:
        BadConfiguration: it does not parse.
    """
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadConfiguration(f"{DATA / name}: {error}") from error


def _rule(raw: Mapping[str, Any]) -> Rule:
    where = f"catalogue.toml: {raw.get('code')}"
    unverified = raw.get("unverified")
    if raw.get("severity") not in get_args(Severity) or raw.get("family") not in get_args(Family):
        raise BadConfiguration(f"{where}: severity {raw.get('severity')!r} or family {raw.get('family')!r} is unknown")
    if unverified and raw["severity"] != "info":
        raise BadConfiguration(f"{where}: what rests on an unverified fact is info")
    if wrong := set(raw.get("kinds", ())) - set(get_args(PlanKind)):
        raise BadConfiguration(f"{where}: unknown kinds {sorted(wrong)}")
    try:
        return Rule(
            raw["code"], raw["name"], raw["family"], raw["severity"], _message(raw["title"]),
            {key: _message(value) for key, value in raw["message"].items()}, _message(raw["hint"]),
            tuple(_basis(b) for b in raw.get("basis", ())),
            tuple(raw.get("kinds", ())), unverified, bool(raw.get("off")), tuple(raw.get("examples", ())),
            tuple(raw.get("counterexamples", ())), raw.get("severities", {}),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise BadConfiguration(f"{where}: {error!r}") from error


def _basis(raw: Mapping[str, Any]) -> Basis:
    if raw.get("of") not in (None, *get_args(Side)):
        raise ValueError(f"of = {raw['of']!r}; allowed: {get_args(Side)}")
    return Basis(raw["article"], _day(raw.get("from")), _day(raw.get("to")), raw.get("of"))


def _message(raw: Mapping[str, str]) -> Message:
    return Message(raw["vi"], raw["en"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
