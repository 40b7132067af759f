"""Fits confidence on specimens and says how far it can be believed.

    python -m bench.confidence                       the fit in use, on other specimens and on the sample plans
    python -m bench.confidence --check FOLDER        also on annotated plans: FOLDER/NAME/gold.json and plan.txt
    python -m bench.confidence --write               counts again and writes rules/data/confidence.csv

Counted are generated plans in words held back from the rules, read from text; the check takes other seeds. Printed are
the calibration tables before and after: count, mean confidence, share right with its 95 % interval, and the expected
calibration error with its interval over documents.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import click
from bench.baseline import SAMPLES, _samples
from bench.specimens import _text

from kehoach.evaluating import detail_report, header
from kehoach.evaluating.details import Details
from kehoach.evaluating.pairing import KINDS
from kehoach.evaluating.reliability import outcomes, reliability
from kehoach.export.json import from_dict
from kehoach.model.document import Source
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.plan import Fact, Plan
from kehoach.reading import plain
from kehoach.rules.load import Rules, load
from kehoach.rules.reliability import FILE, shares
from kehoach.run import run
from kehoach.specimen import write

FITTED = range(800_000, 800_600)
CHECKED = range(900_000, 900_150)
DRAWN = 20
"""Wordings of the list's share that are added to those of a rule."""
_SAID = ("quote", "text", "heading", "name", "number", "title", "form")
TEXTS = ("plan.txt", "transcript.txt")
Scored = tuple[str, Plan, Plan | None]


@dataclass
class _Count:
    """What is counted of one rule. Facts in the same words, figures aside, are right or wrong together, so that each wording
    counts once: ``wordings`` are the facts and the right ones of each."""

    count: int = 0
    right: int = 0
    sure: float = 0.0
    wordings: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, words: str, right: bool, sure: float) -> None:
        self.count, self.right, self.sure = self.count + 1, self.right + right, self.sure + sure
        known, good = self.wordings.get(words, (0, 0))
        self.wordings[words] = known + 1, good + right

    @property
    def shares(self) -> list[float]:
        """The share right of each wording."""
        return [good / known for known, good in self.wordings.values()]


def counted(scored: Iterable[Scored]) -> dict[tuple[str, str], _Count]:
    """By list and rule, and by list alone (rule "*")."""
    counts: dict[tuple[str, str], _Count] = defaultdict(_Count)
    for _, gold, found in scored:
        if found is None:
            continue
        for name, rule, words, right, sure in _judged(gold, found):
            counts[name, rule].add(words, right, sure)
            counts[name, "*"].add(words, right, sure)
    return counts


def _judged(gold: Plan, found: Plan) -> Iterator[tuple[str, str, str, bool, float]]:
    for name, kind in KINDS.items():
        right = {j for _, j in kind.agreeing(gold, found, kind.pairs(gold, found))}
        for j, fact in enumerate(kind.of(found)):
            yield name, fact.rule, _words(fact), j in right, fact.confidence
    for name, measure in header.score(gold.document, found.document):
        key = name.removeprefix("document.")
        evidence = found.document.evidence.get(key)
        if isinstance(evidence, HeaderEvidence) and measure.hits + measure.extra:
            yield "document", key, str(len(gold.sections)), measure.extra == 0, evidence.confidence


def _words(fact: Fact) -> str:
    """What a fact says, figures aside."""
    said = next((str(value) for key in _SAID if (value := getattr(fact, key, None))), "")
    return re.sub(r"\d+", "#", said)


def _write(counts: dict[tuple[str, str], _Count]) -> None:
    with FILE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("list", "rule", "sure", "right", "count"))
        for (name, rule), one in sorted(counts.items()):
            whole = counts[name, "*"]
            share = whole.right / whole.count
            right = share if rule == "*" else (sum(one.shares) + DRAWN * share) / (len(one.shares) + DRAWN)
            rows.writerow((name, rule, f"{one.sure / one.count:.4f}", f"{right:.4f}", one.count))


def _specimens(seeds: range, rules: Rules) -> list[Scored]:
    return [_text(write(seed, held=True), rules) for seed in seeds]


def _annotated(folder: Path, rules: Rules) -> Iterator[Scored]:
    for gold in sorted(folder.glob("*/gold.json")):
        text = next((gold.parent / name for name in TEXTS if (gold.parent / name).exists()), None)
        if text is not None:
            source = Source("plan.txt", "", "text/plain", text.read_bytes())
            yield (
                gold.parent.name,
                from_dict(json.loads(gold.read_text("utf-8"))),
                run(source, rules=rules, reader=plain.reading),
            )


def _told(title: str, scored: Iterable[Scored]) -> None:
    known = [(name, gold, found) for name, gold, found in scored if found is not None]
    made = reliability(one for name, gold, found in known for one in outcomes(name, gold, found))
    click.echo(f"\n{title}: {len(known)} plans{detail_report.text(Details(reliability=made))}")


@click.command(help=__doc__)
@click.option("--write", "fit", is_flag=True, help="Count again and write the table.")
@click.option(
    "--check", multiple=True, type=click.Path(exists=True, path_type=Path), help="A folder of annotated plans."
)
@click.option("--before", is_flag=True, help="Show the rules' own confidence too.")
def main(fit: bool, check: tuple[Path, ...], before: bool) -> None:
    own = replace(load(), shares={})
    if fit:
        _write(counted(_specimens(FITTED, own)))
        load.cache_clear()
        shares.cache_clear()
    for rules, name in [*([(own, "own confidence")] if before else []), (load(), "fitted")]:
        _told(f"specimens, {name}", _specimens(CHECKED, rules))
        if SAMPLES.is_dir():
            _told(f"sample plans, {name}", _samples(SAMPLES, rules))
        for folder in check:
            _told(f"{folder.name}, {name}", _annotated(folder, rules))


if __name__ == "__main__":
    main()
