"""Known defects found in generated plans, and false alarms on their clean twins.

    python bench/auditing.py [DEFECTS] [FIRST_SEED]     # 2,000 defect plans from seed 0 on, about 7 minutes of CPU

Prints by defect how many were made and found, by family of rules recall and strict precision (every error and warning on
every plan is judged by the reference record it was written from), and false alarms on clean plans.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.auditing.further_defects import ALL
from tests.auditing.measure import Tally, grave, judge_twin, reader, try_defect, twin


def main(wanted: int, first: int) -> Tally:
    tally, read = Tally(), reader()
    for seed in count(first):
        clean = twin(seed)
        before = grave(read(clean))
        judge_twin(seed, before, tally)
        for defect in ALL:
            if not any(code in defect.codes for code, _ in before):
                try_defect(defect, seed, clean, before, read, tally)
        if sum(tally.made.values()) >= wanted:
            return tally
    raise AssertionError("unreachable")


def table(tally: Tally) -> str:
    lines = [f"{'family':10}{'defect':20}{'made':>6}{'found':>7}"]
    lines += [f"{d.family:10}{d.name:20}{tally.made[d.name]:6}{tally.found[d.name]:7}" for d in ALL]
    lines += ["", f"{'family':10}{'made':>6}{'recall':>8}{'precision':>11}{'true':>6}{'false':>7}"]
    for family in ("form", "elements", "self", "law"):
        made = sum(tally.made[d.name] for d in ALL if d.family == family)
        recall, precision = tally.recall(family), tally.precision(family)
        lines.append(f"{family:10}{made:6}{recall:8.3f}{precision:11.3f}{tally.true[family]:6}{tally.false[family]:7}")
    lines.append(f"{sum(tally.made.values())} defect plans; {tally.twins} clean plans with {tally.alarms} false alarms, "
                 f"{20 * tally.alarms / tally.twins:.2f} in 20 plans")  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    made = main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    sys.stdout.write("\n".join([*made.notes, "", table(made), ""]))
