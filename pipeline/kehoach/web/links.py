"""Addresses with the filter of a list in them, so that what is seen can be sent to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from kehoach.corpus import FACETS, ORDERS, Filter
from kehoach.errors import UsageError

_LONGEST = 300


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for: ``chosen`` has the values of each facet, "" for plans without one."""

    chosen: Mapping[str, tuple[str, ...]]
    query: str = ""
    order: str = ORDERS[0]
    after: str | None = None
    offset: int = 0
    rule: str = ""
    rules: str = ""

    @property
    def filter(self) -> Filter:
        """The plans that are wanted.

        Raises:
            UsageError: a year is none.
        """
        told: dict[str, tuple[object, ...]] = {name: values for name, values in self.chosen.items() if values}
        if "year" in told:
            told["year"] = tuple(_year(value) for value in self.chosen["year"])
        if self.rule:
            told["finding"] = (self.rule,)
        return Filter(**told)  # type: ignore[arg-type]

    def address(self, path: str, **changed: object) -> str:
        """The address of the same list with some things changed; a list with another filter begins at its start."""
        parts: list[tuple[str, object]] = []
        told = {
            "q": self.query,
            "order": self.order if self.order != ORDERS[0] else "",
            "rule": self.rule,
            "rules": self.rules,
            **changed,
        }
        for name in FACETS:
            values = told.pop(name, self.chosen.get(name, ()))
            parts += [(name, value) for value in _several(values)]
        parts = [(name, value) for name, value in told.items() if value not in ("", None, 0)] + parts
        return f"{path}?{urlencode(parts)}" if parts else path

    def toggled(self, path: str, name: str, value: object) -> str:
        """The address where a value of a facet is chosen, or no longer."""
        text = "" if value is None else str(value)
        have = self.chosen.get(name, ())
        return self.address(path, **{name: [v for v in have if v != text] if text in have else [*have, text]})


def wanted(
    q: Annotated[str, Query(max_length=_LONGEST, description="Từ cần tìm / words to search for")] = "",
    province: Annotated[list[str], Query(max_length=70, description="Mã tỉnh / GSO codes")] = [],  # noqa: B006
    year: Annotated[list[str], Query(max_length=70)] = [],  # noqa: B006
    issuer_level: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    plan_kind: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    audit: Annotated[list[str], Query(max_length=20, description="error, warning, info, clean")] = [],  # noqa: B006
    quality: Annotated[list[str], Query(max_length=20, description="text, good, fair, poor")] = [],  # noqa: B006
    review: Annotated[list[str], Query(max_length=20, description="none, begun, done")] = [],  # noqa: B006
    scan: Annotated[list[str], Query(max_length=20, description="again, whole")] = [],  # noqa: B006
    order: Annotated[str, Query(max_length=20, description=", ".join(ORDERS))] = ORDERS[0],
    after: Annotated[str | None, Query(max_length=200, description="next của trang trước / of the page before")] = None,
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
    rule: Annotated[str, Query(max_length=20, description="Mã quy tắc không đạt / code of a finding")] = "",
    rules: Annotated[str, Query(max_length=20, description="elements, all")] = "",
) -> Wanted:
    """What the address asks for."""
    chosen = {
        "province": province, "year": year, "issuer_level": issuer_level, "plan_kind": plan_kind, "audit": audit,
        "quality": quality, "review": review, "scan": scan,
    }  # fmt: skip
    return Wanted(
        {name: tuple(value[:40] for value in values) for name, values in chosen.items()},
        q.strip(),
        order,
        after,
        offset,
        rule,
        rules,
    )


def _several(values: object) -> Iterable[object]:
    return values if isinstance(values, Sequence) and not isinstance(values, str) else [values]


def _year(value: str) -> object:
    if value == "":
        return value
    if not value.isdecimal() or len(value) > 4:
        raise UsageError(f"Không phải năm / no year: {value}")
    return int(value)
