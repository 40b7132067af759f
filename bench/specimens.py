"""How much of plans in words that nobody tuned for is read: generated plans of unseen seeds, F1 by field.

    python -m bench.specimens                      500 plans from text, words held back for scoring
    python -m bench.specimens --scans 6            so many more from scans aged as an office does at 200 dpi
    python -m bench.specimens --open               the words that anyone may look at while writing rules
    python -m bench.specimens --show tasks         names what is missed (-) and too much (+) in fields called tasks...

Prints the evaluation's table, then the fields below the mark; ends with 1 where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import click

from kehoach import evaluating, reading
from kehoach.errors import KehoachError
from kehoach.evaluating import Evaluation, report
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading import Reader, plain
from kehoach.reading.settings import Settings
from kehoach.rules.load import Rules, load
from kehoach.run import run
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.generator import Written, write
from kehoach.specimen.scan import Office, scan

FIRST = 700_000
"""Seeds below are free for whoever writes rules."""
MARKS = {"text": 0.95, "scan": 0.92}


def from_text(seeds: range, rules: Rules, *, held: bool = True) -> Evaluation:
    """The program's agreement with the reference records of these seeds, each read from its plain text."""
    return evaluating.evaluate(_text(write(seed, held=held), rules) for seed in seeds)


def from_scans(seeds: range, rules: Rules, *, held: bool = True, dpi: int = 200, wear: str = "office") -> Evaluation:
    """The same from scans, aged and recognized (about five seconds a page)."""
    reader = reading.reader(Settings())
    return evaluating.evaluate(_scan(write(seed, held=held), seed, rules, reader, dpi, wear) for seed in seeds)


def _text(made: Written, rules: Rules) -> tuple[str, Plan, Plan | None]:
    data = made.text.encode()
    return (
        made.name,
        json.from_dict(made.gold),
        run(Source("plan.txt", "", "text/plain", data), rules=rules, reader=plain.reading),
    )


def below(evaluation: Evaluation, mark: float) -> Iterator[tuple[str, float]]:
    """The fields whose F1 is below ``mark``, the lowest first."""
    found = [(name, measure.f1) for name, measure in evaluation.total.items() if measure.f1 < mark]
    yield from sorted(found, key=lambda pair: pair[1])


def _scan(made: Written, seed: int, rules: Rules, reader: Reader, dpi: int, wear: str) -> tuple[str, Plan, Plan | None]:
    """Number and day are printed: what a pen wrote is not there to be read. A scan that cannot be read counts as nothing
    found."""
    data = scan(made.source, at_dpi(GRADES[wear], dpi), seed=seed, office=Office(by_hand=False))
    source = Source("scan.pdf", sha256(data).hexdigest(), "application/pdf", data)
    try:
        found = run(source, rules=rules, reader=reader)
    except KehoachError:
        found = None
    return made.name, json.from_dict(made.gold), found


def _told(title: str, evaluation: Evaluation, mark: float, show: tuple[str, ...]) -> bool:
    """Prints one evaluation; whether every field reaches the mark."""
    low = list(below(evaluation, mark))
    click.echo(f"{title}\n\n{report.table(evaluation)}\n")
    for field in show:
        click.echo(report.misses(evaluation, field) + "\n")
    click.echo(f"below {mark}: " + (", ".join(f"{name} {f1:.3f}" for name, f1 in low) or "none") + "\n")
    return not low


@click.command(help=__doc__)
@click.option("--plans", default=500, show_default=True, help="How many plans from text.")
@click.option("--scans", default=0, show_default=True, help="How many plans from aged scans.")
@click.option("--first", default=FIRST, show_default=True, help="The first seed.")
@click.option("--wear", type=click.Choice(tuple(GRADES)), default="office", show_default=True)
@click.option("--open", "free", is_flag=True, help="The open words instead of those held back.")
@click.option("--show", multiple=True, help="Names misses of the fields that begin so.")
def main(plans: int, scans: int, first: int, wear: str, free: bool, show: tuple[str, ...]) -> None:
    rules = load()
    words = "open words" if free else "words held back"
    right = True
    if plans:
        found = from_text(range(first, first + plans), rules, held=not free)
        right &= _told(f"{plans} plans from text, {words}", found, MARKS["text"], show)
    if scans:
        found = from_scans(range(first, first + scans), rules, held=not free, wear=wear)
        right &= _told(f"{scans} plans from scans, {wear}, {words}", found, MARKS["scan"], show)
    raise SystemExit(0 if right else 1)


if __name__ == "__main__":
    main()
