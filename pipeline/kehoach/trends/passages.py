"""Passages that texts share, letter for letter but for reading errors: found fast, then checked.

Runs of letters (without diacritics, spaces, stock phrases) of all texts are hashed. Texts that have several in common are
candidates, and an alignment of the letters decides. After S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local
algorithms for document fingerprinting" (2003), with every fingerprint kept: reading errors destroy enough of them.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    import numpy

RUN = 9
"""Letters in a run: some three syllables, seldom shared by chance even among millions; in larger archives runs are longer."""
_USUAL = 60_000_000
"""Letters of all texts, of some 10,000 plans, for which runs have that length ..."""
_CHOICE = 6
"""... and how many times as many call for one letter more: so many letters may follow one, more or less."""
_AT_ONCE = 60_000_000
"""Runs that are sorted at once: they and what is worked out of them take 3 GB."""
_TEXTS = 200_000
"""Texts whose runs are hashed at once."""
_SEED = 5
"""Letters in the runs that an alignment begins from."""
LEAST = 28
"""Letters that the sure part of a shared passage has at least; reading errors eat at the ends of one of 50 characters."""
ALIKE = 82.0
"""Likeness of the letters from which on a passage is the same."""
_SHARED = 4
"""Runs that two texts must share to be compared."""
_GAP = 14
"""Letters between two common runs of one passage at most: a few reading errors in a row."""
_SLIP = 4
"""Letters that reading may add or lose within a passage."""
_COMMON = 0.05
"""Runs in more than this share of all texts (and in more than ``_RARE``) are of the language, not of a passage."""
_RARE = 400
_BACK = 3
"""With how many texts before it that have the same run a text is paired, beside the first."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of text ``a`` that text ``b`` has too: half-open spans of letters, likeness 0 to 1."""

    a: int
    b: int
    span_a: tuple[int, int]
    span_b: tuple[int, int]
    likeness: float


def shared(letters: Sequence[str], stock: Sequence[str] = ()) -> Iterator[Shared]:
    """The passages that any two of the texts share.

    Args:
        letters: texts as ASCII letters and digits without spaces, in the order in which they may have copied (the
            oldest first). Of a passage that many texts have, each is paired with the first and with some before it.
        stock: phrases that everybody has, as letters: what of them is left in the texts, because it was misread, makes no
            two texts candidates.
    """
    for a, b in candidates(letters, stock):
        found = align(letters[a], letters[b])
        if found is not None:
            yield Shared(a, b, *found)


def candidates(letters: Sequence[str], stock: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of texts that share several runs, by the earlier.

    Runs are looked at in parts, and what they say of pairs lies on disk between, so that memory grows with the letters only.
    """
    import numpy as np

    total = sum(map(len, letters))
    run = RUN + max(0, round(math.log(max(1, total) / _USUAL, _CHOICE)))
    known = np.concatenate([hashes for hashes, _ in _runs(stock, run)] or [np.empty(0, np.uint64)])
    parts = 1 + total // _AT_ONCE
    step = max(1, math.ceil(len(letters) / parts)) * len(letters)
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        drawers = [Path(folder, str(n)) for n in range(parts)]
        for part in range(parts):
            keys = _shared_runs(letters, known, run, (part, parts))
            keys.sort()
            ends = np.searchsorted(keys, [step * (n + 1) for n in range(parts)])
            for drawer, own in zip(drawers, np.split(keys, ends), strict=False):
                with drawer.open("ab") as file:
                    own.tofile(file)
        for drawer in drawers:
            pairs, counts = np.unique(np.fromfile(drawer, np.int64), return_counts=True)
            yield from (divmod(key, len(letters)) for key in pairs[counts >= _SHARED].tolist())


def _shared_runs(letters: Sequence[str], known: numpy.ndarray, run: int, part: tuple[int, int]) -> numpy.ndarray:
    """Pairs of texts, as earlier * number of texts + later, one for each run of this part of all runs that both have."""
    import numpy as np

    number, parts = part
    found: list[tuple[numpy.ndarray, numpy.ndarray]] = []
    for made, owners in _runs(letters, run):
        kept = ~np.isin(made, known) if parts == 1 else (made % np.uint64(parts) == number) & ~np.isin(made, known)
        found.append((made[kept], owners[kept]))
    hashes, texts = (np.concatenate(column) for column in zip(*found, strict=True))
    if not len(hashes):
        return np.empty(0, np.int64)
    order = np.argsort(hashes, kind="stable")
    hashes, texts = hashes[order], texts[order]
    fresh = np.r_[True, (hashes[1:] != hashes[:-1]) | (texts[1:] != texts[:-1])]
    hashes, texts = hashes[fresh], texts[fresh]
    starts = np.r_[True, hashes[1:] != hashes[:-1]]
    group = np.cumsum(starts) - 1
    size = np.bincount(group)
    first = np.flatnonzero(starts)
    shared_by_few = (size[group] > 1) & (size[group] <= max(_RARE, _COMMON * len(letters)))
    place = np.arange(len(hashes)) - first[group]
    pairs = [
        _keys(texts, np.flatnonzero(shared_by_few & (place >= back)), back, len(letters))
        for back in range(1, _BACK + 1)
    ]
    later = np.flatnonzero(shared_by_few & (place > _BACK))
    pairs.append(texts[first[group[later]]].astype(np.int64) * len(letters) + texts[later])
    return np.concatenate(pairs)


def _keys(texts: numpy.ndarray, where: numpy.ndarray, back: int, many: int) -> numpy.ndarray:
    import numpy as np

    keys: numpy.ndarray = texts[where - back].astype(np.int64) * many + texts[where]
    return keys


def _runs(letters: Sequence[str], run: int) -> Iterator[tuple[numpy.ndarray, numpy.ndarray]]:
    """Hash and text of every run, text by text, of so many texts at a time."""
    for begin in range(0, max(1, len(letters)), _TEXTS):
        yield _hashed(letters[begin : begin + _TEXTS], begin, run)


def _hashed(letters: Sequence[str], begin: int, run: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    import numpy as np

    sizes = np.array([len(text) for text in letters], dtype=np.int64)
    stream = np.frombuffer("".join(letters).encode("ascii", "replace"), dtype=np.uint8).astype(np.uint64)
    if len(stream) < run:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    many = len(stream) - run + 1
    made = np.zeros(many, np.uint64)
    for n in range(run):
        made = made * np.uint64(1_000_003) + stream[n : n + many]
    made ^= made >> np.uint64(29)
    made *= np.uint64(0xBF58476D1CE4E5B9)
    made ^= made >> np.uint64(32)
    owner = np.repeat(np.arange(begin, begin + len(letters), dtype=np.int32), sizes)
    whole = owner[:many] == owner[run - 1 :]
    return made[whole], owner[:many][whole]


def align(a: str, b: str) -> tuple[tuple[int, int], tuple[int, int], float] | None:
    """The longest passage of two texts that is the same but for reading errors; None where there is none of length."""
    if a == b and len(a) >= LEAST:
        return (0, len(a)), (0, len(b)), 1.0
    where: dict[str, list[int]] = {}
    for n in range(len(b) - _SEED + 1):
        where.setdefault(b[n : n + _SEED], []).append(n)
    hits = [(m - n, n) for n in range(len(a) - _SEED + 1) for m in where.get(a[n : n + _SEED], ())]
    if len(hits) < 3:
        return None
    chains: list[tuple[int, int, int, int]] = []
    for shift, n in sorted(hits, key=lambda hit: hit[1]):
        for k in range(len(chains) - 1, max(-1, len(chains) - 8), -1):
            a0, b0, a1, b1 = chains[k]
            if 0 < n - a1 <= _GAP + _SEED and abs(shift - (b1 - a1)) <= _SLIP:
                chains[k] = (a0, b0, n, n + shift)
                break
        else:
            chains.append((n, n + shift, n, n + shift))
    a0, b0, a1, b1 = max(chains, key=lambda chain: chain[2] - chain[0])
    spans = (a0, a1 + _SEED), (b0, b1 + _SEED)
    if min(spans[0][1] - a0, spans[1][1] - b0) < LEAST:
        return None
    likeness = fuzz.ratio(a[a0 : spans[0][1]], b[b0 : spans[1][1]])
    return (*spans, round(likeness / 100, 3)) if likeness >= ALIKE else None
