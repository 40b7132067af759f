"""Numbers and dates of letterheads, slot by slot: right, unreadable, wrong; above all those filled in by hand.

    python -m bench.handwriting [SAMPLES ...] [--specimens 24] [--all]

SAMPLES hold a folder a document: ``gold.json`` beside ``source.pdf`` or ``scan.pdf``, or with ``source.txt``, whose
first line names the file (relative ones lie in FILES). Specimens are generated plans whose number and day a pen writes,
aged in five grades; they chose no setting of the reader. Only the first pages are read. What is wrong and as sure as
0.5 is marked; there should be none.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from kehoach import reading
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.header import BY_HAND
from kehoach.model.plan import Plan
from kehoach.rules.load import load
from kehoach.run import run
from kehoach.specimen.age import GRADES, at_dpi
from kehoach.specimen.generator import write
from kehoach.specimen.scan import Office, scan

WEARS = {
    "light 200": GRADES["light"], "office 200": GRADES["office"], "office 300": at_dpi(GRADES["office"], 300),
    "bitonal 200": GRADES["bitonal"], "hard 200": GRADES["hard"],
}  # fmt: skip
SURE = 0.5


@dataclass(frozen=True)
class Sample:
    """A scan with the number and the day that stand on it."""

    name: str
    group: str
    scan: Path
    number: str | None
    issued_on: str | None


@dataclass(frozen=True)
class Slot:
    """What stands in a slot and what was read; ``by_hand`` tells that the reader of handwriting read it."""

    what: str
    written: str
    read: str
    confidence: float
    by_hand: bool

    @property
    def verdict(self) -> str:
        if self.written == self.read:
            return "right"
        if not self.read:
            return "unreadable"
        return "WRONG, SURE" if self.confidence >= SURE else "wrong"


@click.command()
@click.argument("samples", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--files", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Where files named lie")
@click.option("--specimens", default=24, help="Generated plans, shared out among the grades of wear")
@click.option("--all", "every", is_flag=True, help="Lists also what was read rightly")
def main(samples: tuple[Path, ...], files: Path | None, specimens: int, every: bool) -> None:
    """Prints slots and sums as Markdown tables."""
    rules, reader = load(), reading.reader(reading.Settings(mode="ocr", pages=(1,), jobs=1))
    sums: Counter[tuple[str, str, str]] = Counter()
    click.echo("| document | slot | written | read | confidence | by hand | |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        found = [sample for root in samples for sample in real(root, files)]
        for sample in (*found, *generated(specimens, Path(folder))):
            plan = run(reading.source(sample.scan), rules=rules, reader=reader)
            for slot in slots(sample, plan):
                sums[sample.group, slot.what, slot.verdict] += 1
                if every or slot.verdict != "right":
                    hand = "yes" if slot.by_hand else ""
                    cells = (
                        sample.name,
                        slot.what,
                        slot.written,
                        slot.read,
                        f"{slot.confidence:.2f}",
                        hand,
                        slot.verdict,
                    )
                    click.echo(f"| {' | '.join(cells)} |")
    verdicts = ("right", "unreadable", "wrong", "WRONG, SURE")
    click.echo(f"\n| group | slot | {' | '.join(verdicts)} |\n|---|---|---|---|---|---|")
    for group, what in dict.fromkeys((group, what) for group, what, _ in sums):
        click.echo(f"| {group} | {what} | {' | '.join(str(sums[group, what, verdict]) for verdict in verdicts)} |")


def real(root: Path, files: Path | None) -> Iterator[Sample]:
    """The samples of a folder that have a scan."""
    for gold in sorted(root.glob("*/gold.json")):
        folder = gold.parent
        named = folder / "source.txt"
        if named.is_file():
            file = Path(named.read_text(encoding="utf-8").splitlines()[0].strip())
            file = file if file.is_absolute() or files is None else files / file.name
        else:
            file = next((folder / name for name in ("scan.pdf", "source.pdf") if (folder / name).is_file()), folder)
        if file.suffix == ".pdf" and file.is_file():
            document = json.loads(gold.read_text(encoding="utf-8"))["document"]
            yield Sample(folder.name, root.name, file, document.get("number"), document.get("issued_on"))


def generated(count: int, folder: Path) -> Iterator[Sample]:
    """Plans whose number and day are written by a pen."""
    for n in range(count):
        wear = list(WEARS)[n % len(WEARS)]
        made = write(4100 + n, held=True)
        file = folder / f"{n}.pdf"
        file.write_bytes(scan(made.source, WEARS[wear], seed=n, office=Office(by_hand=True)))
        document = made.gold["document"]
        yield Sample(f"{made.name}, {wear}", f"specimens, {wear}", file, document["number"], document["issued_on"])


def slots(sample: Sample, plan: Plan) -> Iterator[Slot]:
    """Number, day and month."""
    document = plan.document
    for what, written, read in (
        ("number", figures(sample.number), figures(document.number)),
        ("day", part(sample.issued_on, 2), part(document.issued_on, 2)),
        ("month", part(sample.issued_on, 1), part(document.issued_on, 1)),
    ):
        evidence = document.evidence.get("number" if what == "number" else "issued_on")
        known = isinstance(evidence, HeaderEvidence)
        yield Slot(
            what, written, read, evidence.confidence if known else 0.0, known and evidence.rule.endswith(BY_HAND)
        )


def figures(number: str | None) -> str:
    return (number or "").split("/")[0].split("-")[0]


def part(issued_on: str | None, place: int) -> str:
    return "".join((issued_on or "").split("-")[place : place + 1])


if __name__ == "__main__":
    main()
