"""Passages planted in plans, found again under reading errors: recall and precision, and the time of a large archive.

    python bench/reuse.py [--plans 10000] [--noise 0.03] [--planted 4000] [--candidates]

The plans are sentences of random syllables with stock phrases of office language between them, so that nothing but the
planted passages (50 to 400 characters, copied into other plans, inside sentences of their own) is shared on purpose.
Every character of every plan is misread with the probability ``noise``: replaced, lost or doubled. A planted copy is
found where a passage of one of the two plans is traced to the other. ``--candidates`` makes and pairs the letters of such
plans alone, for archives whose records would not fit into this bench's memory: which plans share runs enough to be compared.
"""

from __future__ import annotations

import random
import resource
import time
from dataclasses import dataclass

import click
import numpy as np

from kehoach.model.document_info import DocumentInfo, SourceInfo
from kehoach.model.plan import Item, Plan, Run
from kehoach.orthography.fold import bare
from kehoach.trends.passages import candidates
from kehoach.trends.reuse import reuse

ONSETS = (
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
RIMES = (
    "an", "ang", "anh", "ao", "ăm", "ât", "âu", "em", "en", "ên", "ích", "iêm", "iên", "iết", "inh", "oan",
    "oai", "ôn", "ông", "ơi", "uân", "ung", "uyên", "ươi", "ương", "ước", "ap", "êu", "oc",
)  # fmt: skip
STOCK = (
    "phong trào thi đua yêu nước", "cán bộ, công chức, viên chức và người lao động", "các cơ quan, đơn vị trực thuộc",
    "tổ chức thực hiện", "hoàn thành xuất sắc nhiệm vụ được giao", "công tác thi đua, khen thưởng",
)  # fmt: skip
PARTS = 30


@dataclass(frozen=True)
class Planted:
    source: int
    target: int
    text: str


@click.command()
@click.option("--plans", default=10_000)
@click.option("--noise", default=0.03)
@click.option("--planted", default=4_000)
@click.option("--seed", default=1)
@click.option("--candidates", "paired", is_flag=True, help="Candidates alone")
def main(plans: int, noise: float, planted: int, seed: int, paired: bool) -> None:
    """Prints recall, precision, seconds and memory."""
    if paired:
        candidates_alone(plans, noise, planted, seed)
        return
    rng = random.Random(seed)
    made, copies = archive(rng, plans, planted, noise)
    start = time.process_time(), time.perf_counter()
    found = reuse(made)
    cpu, wall = time.process_time() - start[0], time.perf_counter() - start[1]
    pairs = {(max(p, s), min(p, s)) for p, s in zip(found.passages["plan"], found.passages["source"], strict=True)}
    hits = sum((copy.target, copy.source) in pairs for copy in copies)
    true = {(copy.target, copy.source) for copy in copies}
    click.echo(
        "| plans | noise | planted | recall | precision | CPU s | wall s | GB |\n|---|---|---|---|---|---|---|---|"
    )
    precision = sum(pair in true for pair in pairs) / max(1, len(pairs))
    click.echo(
        f"| {plans} | {noise:.0%} | {len(copies)} | {hits / len(copies):.4f} | {precision:.4f} | {cpu:.0f} | {wall:.0f} | {most_memory():.1f} |"
    )


def most_memory() -> float:
    """GB that the process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def candidates_alone(plans: int, noise: float, planted: int, seed: int) -> None:
    """Prints how many pairs of sentences are to be compared, how many of the planted ones are among them, and what it took."""
    texts, copies = letters_of(np.random.default_rng(seed), plans, planted, noise)
    before, start = most_memory(), time.process_time()
    found = set(candidates(texts, [bare_letters(phrase) for phrase in STOCK]))
    cpu = time.process_time() - start
    hits = sum(pair in found for pair in copies)
    click.echo(
        f"{plans} plans, {len(texts)} sentences, {sum(map(len, texts))} letters: {len(found)} candidates in {cpu:.0f} s"
    )
    click.echo(f"recall {hits / len(copies):.4f}; {before:.1f} GB before, {most_memory():.1f} GB at most")


def letters_of(
    rng: np.random.Generator, plans: int, planted: int, noise: float
) -> tuple[list[str], list[tuple[int, int]]]:
    """The letters of the sentences of all plans, misread, and the pairs of sentences with a planted passage."""
    syllables = np.array([bare_letters(onset + rime) for onset in ONSETS for rime in RIMES], dtype=object)
    many = plans * PARTS
    texts: list[str] = []
    for begin in range(0, many, 100_000):
        size = min(100_000, many - begin)
        drawn = syllables[rng.integers(0, len(syllables), (size, 34))]
        texts += ["".join(row[: rng.integers(12, 34)]) for row in drawn]
    copies = []
    for _ in range(planted):
        a, b = sorted(int(n) for n in rng.integers(0, many, 2))
        passage = "".join(syllables[rng.integers(0, len(syllables), int(rng.integers(12, 90)))])
        texts[a], texts[b] = texts[a] + passage, passage + texts[b]
        copies.append((a, b))
    stock = [bare_letters(phrase) for phrase in STOCK]
    texts = [text + stock[n % len(stock)] for n, text in enumerate(texts)]
    read = [text for n in range(0, many, 100_000) for text in misread_letters(rng, texts[n : n + 100_000], noise)]
    return [text.replace(stock[n % len(stock)], "") for n, text in enumerate(read)], copies


def misread_letters(rng: np.random.Generator, texts: list[str], noise: float) -> list[str]:
    """Letters replaced, lost or doubled, each as often."""
    stream = np.frombuffer("".join(texts).encode(), dtype=np.uint8).copy()
    what = np.where(rng.random(len(stream)) < noise, rng.integers(0, 3, len(stream)), 3)
    stream[what == 0] = rng.choice(np.frombuffer(b"aceilmnortuvx", dtype=np.uint8), int((what == 0).sum()))
    times = np.choose(what, (1, 0, 2, 1))
    ends = np.cumsum(times)[np.cumsum([len(text) for text in texts]) - 1]
    made = np.repeat(stream, times).tobytes().decode()
    return [made[a:b] for a, b in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True)]


def bare_letters(text: str) -> str:
    return "".join(c for c in bare(text) if c.isascii() and c.isalnum())


def archive(rng: random.Random, many: int, planted: int, noise: float) -> tuple[list[Plan], list[Planted]]:
    """Plans in the order of their dates, and what was planted."""
    bodies = [[sentence(rng) for _ in range(PARTS)] for _ in range(many)]
    copies = []
    for _ in range(planted):
        source, target = sorted(rng.sample(range(many), 2))
        text = words(rng, rng.randint(50, 400))
        for n in (source, target):
            at = rng.randrange(PARTS)
            bodies[n][at] += f" {words(rng, rng.randint(0, 60))} {text} {words(rng, rng.randint(0, 60))}"
        copies.append(Planted(source, target, text))
    return [plan(n, [misread(rng, s, noise) for s in body]) for n, body in enumerate(bodies)], copies


def words(rng: random.Random, characters: int) -> str:
    made: list[str] = []
    while sum(map(len, made)) + len(made) < characters:
        made.append(rng.choice(ONSETS) + rng.choice(RIMES))
    return " ".join(made)


def sentence(rng: random.Random) -> str:
    return f"{words(rng, rng.randint(20, 80))} {rng.choice(STOCK)} {words(rng, rng.randint(20, 100))}"


def misread(rng: random.Random, text: str, noise: float) -> str:
    out = []
    for character in text:
        if rng.random() >= noise or character == " ":
            out.append(character)
        else:
            out.append(rng.choice(("", character * 2, rng.choice("aceilmnortuvx"))))
    return "".join(out)


def plan(number: int, body: list[str]) -> Plan:
    day = f"{2016 + number % 9}-{1 + number % 12:02d}-05"
    document = DocumentInfo(
        number=f"{number}/KH-UBND", issuer=f"Cơ quan {number}", issuer_level="province_department", issued_on=day
    )
    items = tuple(Item(path=f"I.{n}", start=text[:60], text=text) for n, text in enumerate(body, 1))
    return Plan(SourceInfo(str(number), "", ""), "", document, Run(""), items=items)


if __name__ == "__main__":
    main()
