"""How well the audit finds known defects in generated plans, and what it finds in their clean twins.

Run as a program for many plans: ``python -m tests.auditing.measure 0 100``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from kehoach import reading
from kehoach.model.plan import Plan
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.run import run
from kehoach.specimen.generator import write
from kehoach.specimen.manuscript import plain_text
from tests.auditing.defects import DEFECTS, Defect

GRAVE = {"error", "warning"}


@dataclass
class Tally:
    """Defects made, found, and findings that no defect explains."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def recall(self, family: str) -> float:
        return self._share(self.found, self.made, family)

    def precision(self, family: str) -> float:
        right = sum(n for name, n in self.found.items() if _family(name) == family)
        wrong = sum(n for name, n in self.false.items() if _family(name) == family)
        return right / (right + wrong) if right + wrong else 1.0

    @staticmethod
    def _share(part: Counter[str], whole: Counter[str], family: str) -> float:
        of = sum(n for name, n in whole.items() if _family(name) == family)
        return sum(n for name, n in part.items() if _family(name) == family) / of if of else 1.0


def _family(name: str) -> str:
    return next(defect.family for defect in DEFECTS if defect.name == name)


def reader() -> Callable[[str], Plan]:
    read, rules = reading.reader(Settings(mode="text")), load()
    return lambda text: run(reading.source(text.encode(), "mẫu.txt"), rules=rules, reader=read)


def twin(seed: int) -> str:
    """A generated plan as plain text, a paragraph a line."""
    return plain_text(write(seed).source)


def grave(plan: Plan) -> Counter[tuple[str, str]]:
    """What is found from warnings up, with what is in doubt left out: code and words."""
    return Counter((f.code, f.message.vi) for f in plan.findings if f.severity in GRAVE)


def try_defect(defect: Defect, seed: int, clean: str, before: Counter[tuple[str, str]], read: Callable[[str], Plan], tally: Tally) -> None:  # fmt: skip
    text = defect.make(clean, Random(seed))
    if text is None:
        return
    after = grave(read(text))
    codes_before = Counter(code for code, _ in before.elements())
    new = [code for code, _ in (after - before).elements()]
    tally.made[defect.name] += 1
    hit = any(code in defect.codes for code in new)
    tally.found[defect.name] += hit
    strange = [c for c in new if c not in (*defect.codes, *defect.also) and not codes_before[c]]
    tally.false[defect.name] += len(strange)
    if not hit or strange:
        tally.notes.append(f"{seed} {defect.name}: {'found' if hit else 'MISSED'} {strange}")


def measure(seeds: Iterator[int] | range, defects: tuple[Defect, ...] = DEFECTS) -> Tally:
    tally, read = Tally(), reader()
    for seed in seeds:
        clean = twin(seed)
        before = grave(read(clean))
        for defect in defects:
            if not any(code in defect.codes for code, _ in before):
                try_defect(defect, seed, clean, before, read, tally)
    return tally


if __name__ == "__main__":
    made = measure(range(int(sys.argv[1]), int(sys.argv[2])))
    print("\n".join(made.notes))
    for defect in DEFECTS:
        print(
            f"{defect.family:9}{defect.name:20}{made.made[defect.name]:5}{made.found[defect.name]:5}{made.false[defect.name]:5}"
        )
    for name in ("form", "elements", "self", "law"):
        print(f"{name:9} recall {made.recall(name):.3f} precision {made.precision(name):.3f}")
