"""Does confidence tell how bad a page is? One page worn step by step, read at each step.

    python bench/ladder.py CORPORA [--steps 7] [--chart ladder.png]

Prints, for each step, the words missed, the mean confidence of the page and whether it is told to be scanned again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
from conditions import Made, kehoach, references

from kehoach.evaluating.text_measure import measure, total
from kehoach.evaluating.text_reference import PAGE_BREAK
from kehoach.rules.load import load
from kehoach.specimen.age import GRADES, Wear
from kehoach.specimen.render import render
from kehoach.specimen.scan import Office, scan

BEYOND = 1.3
"""The last step, in strengths of the grade "hard"."""


def between(share: float) -> Wear:
    """Wear from none (0) to that of the grade "hard" (1) and beyond."""
    hard, none = GRADES["hard"], Wear()
    values = {}
    for field in fields(Wear):
        worst, best = getattr(hard, field.name), getattr(none, field.name)
        if field.name in ("blur", "noise", "light", "bleed", "fade", "speckle", "ink"):
            values[field.name] = best + share * (worst - best)
        elif field.name == "quality":
            values[field.name] = round(90 + share * (worst - 90))
    return Wear(mode="grey", skew=0.5, **values)


def climbed(source: str, steps: int, folder: Path) -> Iterator[tuple[float, Made]]:
    """The scans of the ladder; all have the same lean, so that only wear differs."""
    reference = tuple(references(render(source).pdf))
    for n in range(steps):
        share = BEYOND * n / (steps - 1)
        file = folder / f"ladder-{n}.pdf"
        file.write_bytes(scan(source, between(share), seed=1, office=Office(sealed=False, by_hand=False)))
        yield share, Made(file, between(share), reference)


@click.command()
@click.argument("corpora", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--source", default="ubnd-cu-jut-2023", help="Which specimen")
@click.option("--steps", type=click.IntRange(2), default=7)
@click.option("--chart", type=click.Path(path_type=Path), help="Write a picture of it")
def main(corpora: Path, source: str, steps: int, chart: Path | None) -> None:
    """Prints one line a step, as a Markdown table."""
    rules = load()
    rows: list[dict[str, float]] = []
    click.echo("| wear (hard = 1) | words missed | confidence | pages to scan again |\n|---|---|---|---|")
    text = (corpora / "sources" / f"{source}.html").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for share, made in climbed(text, steps, Path(folder)):
            ours = kehoach(made, 1, rules)
            missed = total(measure(PAGE_BREAK.join(made.reference), ours.text)).words_missed
            sure = sum(ours.confidences) / len(ours.confidences)
            rows.append({"wear": share, "confidence": sure, "words missed": missed})
            click.echo(
                f"| {share:.2f} | {100 * missed:.2f} % | {sure:.3f} | {ours.flagged} of {len(ours.confidences)} |"
            )
    if chart is not None:
        _draw(rows, chart)


def _draw(rows: list[dict[str, float]], file: Path) -> None:
    import altair as alt
    import pandas as pd

    table = pd.DataFrame(rows).melt("wear", var_name="measure", value_name="share")
    picture = alt.Chart(table).mark_line(point=True).encode(x="wear:Q", y="share:Q", color="measure:N")
    picture.properties(width=520, height=320, title="Confidence and words missed as a page wears").save(str(file))


if __name__ == "__main__":
    main()
