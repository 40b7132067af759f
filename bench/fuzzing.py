"""Spoilt plans: no crash, the outline stays a tree over all of the body, every piece of evidence lies in the text.

    python -m bench.fuzzing --plans 100000             layout, repair, sections
    python -m bench.fuzzing --plans 10000 --facts      the whole record too

Prints plans, failures by kind with their first seeds, plans a second.
"""

from __future__ import annotations

import time
from collections import defaultdict

import click
from tests.segment.invariants import check
from tests.segment.mutations import mutated

from kehoach import language, layout
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence
from kehoach.reading import plain
from kehoach.rules.load import Rules, load
from kehoach.run import run
from kehoach.segment import sections


@click.command(help=__doc__)
@click.option("--plans", default=100_000, show_default=True, help="How many plans.")
@click.option("--first", default=0, show_default=True, help="The first seed.")
@click.option("--facts", is_flag=True, help="Make the whole record of each.")
def main(plans: int, first: int, facts: bool) -> None:
    rules = load()
    failures: dict[str, list[int]] = defaultdict(list)
    began = time.perf_counter()
    for seed in range(first, first + plans):
        try:
            (_record if facts else _outline)(mutated(seed), rules)
        except Exception as wrong:  # every kind of failure is counted
            failures[f"{type(wrong).__name__}: {str(wrong)[:60]}"].append(seed)
    took = time.perf_counter() - began
    click.echo(f"{plans} plans, {sum(map(len, failures.values()))} failures, {plans / took:.0f} plans/s")
    for kind, seeds in sorted(failures.items(), key=lambda item: -len(item[1])):
        click.echo(f"{len(seeds):6d}  {kind}  (seeds {', '.join(map(str, seeds[:5]))})")
    raise SystemExit(1 if failures else 0)


def _source(text: str) -> Source:
    return Source("plan.txt", "", "text/plain", text.encode())


def _outline(text: str, rules: Rules) -> None:
    made = language.clean(layout.document(plain.reading(_source(text)), rules), rules)
    check(made, sections(made, rules))


def _record(text: str, rules: Rules) -> None:
    plan: Plan = run(_source(text), rules=rules, reader=plain.reading)
    paths = {None, *(s.path for s in plan.sections), *(i.path for i in plan.items)}
    for name in ("sections", "items", "themes", "movements", "criteria", "targets", "deadlines", "tasks", "citations"):
        for fact in getattr(plan, name):
            for place in fact.evidence:
                _inside(place, len(plan.text))
            path = getattr(fact, "path", None)
            assert path in paths or ".T" in f".{path}", f"{name} at {path}"


def _inside(place: Evidence, length: int) -> None:

    if place.start is not None and place.end is not None:
        assert 0 <= place.start <= place.end <= length, "evidence outside the text"


if __name__ == "__main__":
    main()
