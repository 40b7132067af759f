"""Typed differences planted between pairs of specimen plans, found again: precision, recall and F1 by kind.

    python bench/differences.py [--pairs 1000] [--form text|scan|own-scan] [--seed 50000] [--planted 3] [--show]

Each pair is a specimen plan and the same plan with some changes, both read from text or from aged scans. Counted are the
certain differences; what is not planted is wrong. A change that only the reading made, and that is told as certain, is wrong.
``own-scan`` compares texts with aged scans of themselves, where every certain difference is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click
from planted import PLANTERS, Change

import kehoach as kh
from kehoach.model.comparison import Difference
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.draw import Draw
from kehoach.specimen.generator import Written, write
from kehoach.specimen.manuscript import plain_text
from kehoach.specimen.scan import Office, scan

Expected = tuple[str, str | None, str | None]


@click.command()
@click.option("--pairs", default=1000)
@click.option("--form", type=click.Choice(["text", "scan", "own-scan"]), default="text")
@click.option("--seed", default=50_000)
@click.option("--planted", default=3)
@click.option("--show", is_flag=True, help="Every wrong and missed difference")
def main(pairs: int, form: str, seed: int, planted: int, show: bool) -> None:
    """Prints a line a kind, and the sum."""
    if form == "own-scan":
        own_scans(pairs, seed, show)
        return
    right, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for number in range(seed, seed + pairs):
        written = write(number)
        source, expected = changed(written, planted)
        made = kh.compare([read(written.source, form, number), read(source, form, number + 1)])
        left = list(made.certain())
        for one in expected:
            hit = next((d for d in left if fits(d, one)), None)
            (right if hit else missed)[one[0]] += 1
            if hit:
                left.remove(hit)
            elif show:
                click.echo(f"missed {number} {one}", err=True)
        wrong.update(d.kind for d in left)
        if show:
            for d in left:
                click.echo(f"wrong {number} {said(d)}", err=True)
    table(form, pairs, right, missed, wrong)


def own_scans(scans: int, seed: int, show: bool) -> None:
    """Prints how many differences are told between plans and their own scans."""
    certain, doubtful, without = Counter[str](), 0, 0
    for number in range(seed, seed + scans):
        source = write(number).source
        made = kh.compare([read(source, "text", number), read(source, "scan", number)])
        wrong = list(made.certain())
        certain.update(d.kind for d in wrong)
        doubtful += sum(1 for _ in made.doubtful())
        without += not wrong
        if show:
            for d in wrong:
                click.echo(f"wrong {number} {said(d)}", err=True)
    kinds = ", ".join(f"{many} {kind}" for kind, many in certain.most_common()) or "none"
    click.echo(f"{scans} plans against their own scans: {without} without a certain difference; certain: {kinds}; {doubtful} doubtful")  # fmt: skip


def said(d: Difference) -> str:
    return f"{d.kind} {d.path_a} {d.path_b} | {d.a} | {d.b} | {d.words_a} | {d.words_b}"


def changed(written: Written, planted: int) -> tuple[str, list[Expected]]:
    """The source with up to so many changes, each of another kind."""
    draw = Draw(f"planted-{written.name}")
    source, expected = written.source, list[Expected]()
    for planter in draw.shuffled(PLANTERS):
        made: Change | None = planter(written, source, draw) if len(expected) < planted else None
        if made is not None and made.source != source:
            source = made.source
            expected += made.expected
    return source, expected


def read(source: str, form: str, seed: int) -> kh.Plan:
    if form == "text":
        return kh.read(plain_text(source).encode())
    return kh.read(scan(source, at_dpi(GRADES["office"], 200), seed=seed, office=Office(by_hand=False)), jobs=1)


def fits(found: Difference, expected: Expected) -> bool:
    kind, a, b = expected
    return found.kind == kind and (a is None or found.a == a) and (b is None or found.b == b)


def table(form: str, pairs: int, right: Counter[str], missed: Counter[str], wrong: Counter[str]) -> None:
    click.echo(f"{pairs} pairs from {form}\n\n| kind | planted | precision | recall | F1 |\n|---|---|---|---|---|")
    for line in lines(right, missed, wrong):
        click.echo(line)


def lines(right: Counter[str], missed: Counter[str], wrong: Counter[str]) -> Iterator[str]:
    for kind in sorted({*right, *missed, *wrong}):
        yield line(kind, right[kind], missed[kind], wrong[kind])
    yield line("**all**", right.total(), missed.total(), wrong.total())


def line(name: str, hits: int, missed: int, wrong: int) -> str:
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + missed)
    f1 = 2 * hits / max(1, 2 * hits + missed + wrong)
    return f"| {name} | {hits + missed} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


if __name__ == "__main__":
    main()
