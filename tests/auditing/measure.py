"""How well the audit finds known defects in generated plans, and what it says of their clean twins.

Strict: every error and warning on a twin is judged by the reference record from which the twin was written, every
further one on the defective plan must come from the defect. ``bench/auditing.py`` prints the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random

from kehoach import reading
from kehoach.auditing import catalogue
from kehoach.model.plan import Plan
from kehoach.reading.settings import Settings
from kehoach.rules.load import load
from kehoach.run import run
from kehoach.specimen.generator import write
from kehoach.specimen.manuscript import plain_text
from tests.auditing.defects import Defect
from tests.auditing.oracle import deserved

GRAVE = {"error", "warning"}


@dataclass
class Tally:
    """Defects made and found by name; by family the true and false errors and warnings on all plans; ``twins`` are the
    clean plans, ``alarms`` the false findings on them."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    families: dict[str, str] = field(default_factory=dict)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    twins: int = 0
    alarms: int = 0
    notes: list[str] = field(default_factory=list)

    def recall(self, family: str) -> float:
        made = sum(n for name, n in self.made.items() if self.families[name] == family)
        return sum(n for name, n in self.found.items() if self.families[name] == family) / made if made else 1.0

    def precision(self, family: str) -> float:
        true, false = self.true[family], self.false[family]
        return true / (true + false) if true + false else 1.0


def family_of(code: str) -> str:
    return catalogue()[code].family


def reader() -> Callable[[str], Plan]:
    read, rules = reading.reader(Settings(mode="text")), load()
    return lambda text: run(reading.source(text.encode(), "mẫu.txt"), rules=rules, reader=read)


def twin(seed: int) -> str:
    """A generated plan as plain text, a paragraph a line."""
    return plain_text(write(seed).source)


def grave(plan: Plan) -> Counter[tuple[str, str]]:
    """What is found from warnings up, with what is in doubt left out: code and words."""
    return Counter((f.code, f.message.vi) for f in plan.findings if f.severity in GRAVE)


def judge_twin(seed: int, before: Counter[tuple[str, str]], tally: Tally) -> None:
    """Counts what is said of a clean plan, by what its reference record knows."""
    gold = write(seed).gold
    tally.twins += 1
    for code, words in before.elements():
        if deserved(code, gold):
            tally.true[family_of(code)] += 1
        else:
            tally.false[family_of(code)] += 1
            tally.alarms += 1
            tally.notes.append(f"{seed} clean: {code} {words[:90]}")


def try_defect(defect: Defect, seed: int, clean: str, before: Counter[tuple[str, str]], read: Callable[[str], Plan], tally: Tally) -> bool:  # fmt: skip
    """Makes the defect and counts what is newly found; False where the plan has no place for it."""
    text = defect.make(clean, Random(seed))
    if text is None:
        return False
    new = [code for code, _ in (grave(read(text)) - before).elements()]
    known = {code for code, _ in before}
    tally.families[defect.name] = defect.family
    tally.made[defect.name] += 1
    hit = any(code in defect.codes for code in new)
    tally.found[defect.name] += hit
    tally.true[defect.family] += hit
    strange = [c for c in new if c not in (*defect.codes, *defect.also) and c not in known]
    tally.false.update(family_of(code) for code in strange)
    if not hit or strange:
        tally.notes.append(f"{seed} {defect.name}: {'found' if hit else 'MISSED'} {strange}")
    return True


def measure(seeds: Iterable[int], defects: tuple[Defect, ...]) -> Tally:
    """All defects on the twins of these seeds; a defect is made only where the twin has none of its kind."""
    tally, read = Tally(), reader()
    for seed in seeds:
        clean = twin(seed)
        before = grave(read(clean))
        judge_twin(seed, before, tally)
        for defect in defects:
            if not any(code in defect.codes for code, _ in before):
                try_defect(defect, seed, clean, before, read, tally)
    return tally
