"""The agreement that a change of the program may not lose: F1 by field, kept in tests/scores/baseline.json.

    python -m bench.baseline             measures, and says what rose and fell against the file
    python -m bench.baseline --record    writes the file anew, after a change that is meant

Measured are 60 generated plans in words held back for scoring, and the sample plans where they are
(../shared/plans). tests/scores fails where a field falls by more than the margin that the file states.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from bench.specimens import FIRST, from_text

from kehoach import evaluating, reading
from kehoach.evaluating import Evaluation
from kehoach.export.json import from_dict
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import plain
from kehoach.rules.load import Rules, load
from kehoach.run import run

REPOSITORY = Path(__file__).parents[1]
FILE = REPOSITORY / "tests" / "scores" / "baseline.json"
SAMPLES = REPOSITORY.parent / "shared" / "plans"
SEEDS = range(FIRST, FIRST + 60)
MARGIN = 0.02
LEAST = 20
"""Fields of fewer values than this swing too far on one of them to be held."""


@dataclass(frozen=True, slots=True)
class Fall:
    field: str
    before: float
    now: float

    def __str__(self) -> str:
        return f"{self.field} {self.before:.3f} → {self.now:.3f}"


def specimens(rules: Rules) -> Evaluation:
    return from_text(SEEDS, rules)


def samples(folder: Path, rules: Rules) -> Evaluation:
    """The sample plans, each from its transcript."""
    return evaluating.evaluate(_samples(folder, rules))


def _samples(folder: Path, rules: Rules) -> Iterator[tuple[str, Plan, Plan | None]]:
    for gold in sorted(folder.glob("*/gold.json")):
        source = _transcript(gold.parent)
        yield (
            gold.parent.name,
            from_dict(json.loads(gold.read_text("utf-8"))),
            run(source, rules=rules, reader=plain.reading),
        )


def _transcript(folder: Path) -> Source:
    whole = next((folder / name for name in ("transcript.md", "plan.txt") if (folder / name).exists()), None)
    if whole is not None:
        return reading.source(whole)
    pages = [page.read_text("utf-8") for page in sorted((folder / "transcript").glob("page-*.txt"))]
    return Source("plan.txt", "", "text/plain", "\f".join(pages).encode())


def recorded(file: Path = FILE) -> Mapping[str, Mapping[str, float]]:
    """The F1 that the file keeps, by set of plans and field."""
    kept: dict[str, dict[str, float]] = json.loads(file.read_text("utf-8"))["f1"]
    return kept


def of(evaluation: Evaluation) -> dict[str, float]:
    """The F1 of every field with values enough."""
    total = {name: measure for name, measure in evaluation.total.items() if measure.hits + measure.missed >= LEAST}
    return {name: round(measure.f1, 4) for name, measure in total.items()}


def falls(before: Mapping[str, float], now: Mapping[str, float], margin: float = MARGIN) -> list[Fall]:
    """The fields that fell by more than ``margin``; one that is measured no more fell to nothing."""
    return [Fall(name, f1, now.get(name, 0.0)) for name, f1 in before.items() if now.get(name, 0.0) < f1 - margin]


@click.command(help=__doc__)
@click.option("--record", is_flag=True, help="Write the file anew.")
def main(record: bool) -> None:
    rules = load()
    measured = {"specimens": of(specimens(rules))}
    if SAMPLES.is_dir():
        measured["samples"] = of(samples(SAMPLES, rules))
    before = recorded() if FILE.exists() else {}
    for name, now in measured.items():
        for field, f1 in now.items():
            old = before.get(name, {}).get(field)
            click.echo(f"{name:10} {field:28} {f1:.3f}" + ("" if old is None else f"  ({f1 - old:+.3f})"))
    if record:
        content = {"margin": MARGIN, "f1": {**before, **measured}}
        FILE.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
