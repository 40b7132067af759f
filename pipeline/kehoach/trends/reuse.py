"""Who has which words from whom: passages shared between plans, their direction, families of plans, adoption lag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from kehoach.model.plan import Plan
from kehoach.rules.load import load
from kehoach.rules.vocabulary import Vocabulary
from kehoach.trends.excerpts import Excerpt, Sentence, excerpt, letters_of
from kehoach.trends.panel import Panel
from kehoach.trends.passages import shared

if TYPE_CHECKING:
    import pandas

_OWN = 31
"""Letters of a shared passage that must be no stock phrase."""
_MISREAD = 72.0
"""Likeness from which on letters are a stock phrase that was misread."""
_ALIKE = 75.0
"""Likeness from which on the words of two passages that are no stock phrase are the same."""
_OVERLAP = 0.5
"""Share of a passage that may belong to one with a better source."""
_FAMILY = 0.3
"""Share of a plan's letters that come from another plan from which on both are of one family."""
_FORM = 0.5
"""A passage in more than this share of the plans of three provinces or more, without a source above them, is form."""
COLUMNS = (
    "passage", "plan", "source", "path", "text", "source_text", "letters", "likeness", "lag_days", "direction", "relation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence and the number of the plan that has it."""

    plan: int
    said: Sentence


@dataclass(frozen=True)
class Reuse:
    """``passages``: a row a passage that a plan has from another. ``lineage``: a row a plan and source, with the share of
    the plan's letters that come from there and the lag. ``plans``: a row a plan with the share that is local (shared with
    no earlier plan) and its family."""

    passages: pandas.DataFrame
    lineage: pandas.DataFrame
    plans: pandas.DataFrame


@dataclass(frozen=True, slots=True)
class Option:
    """An earlier piece that a passage may have come from; ``span`` are the letters of the later one."""

    piece: int
    likeness: float
    span: tuple[int, int]


def reuse(plans: Panel | Iterable[Plan], *, rules: Vocabulary | None = None) -> Reuse:
    """What plans have from each other. Plans are numbered as given; none is kept once its sentences are taken.

    Sources are older plans. Of several, that one counts which the plan cites; else the one of the highest body over it
    (central, or of its province); else an earlier plan of its own issuer; else the oldest. "direction" says which of
    these decided.
    """
    stock = rules or load()["stock_phrases"]
    return traced([excerpt(plan, stock) for plan in (plans.plans if isinstance(plans, Panel) else plans)], stock)


def traced(given: Sequence[Excerpt], stock: Vocabulary) -> Reuse:
    """``reuse`` of plans whose sentences were taken already."""
    order = sorted(range(len(given)), key=lambda n: (given[n].day or date.max, given[n].rank, n))
    pieces = [Piece(n, sentence) for n in order for sentence in given[n].sentences]
    found = _sources(pieces, [letters_of(e, None) for entry in stock for e in entry.examples])
    return _told(given, pieces, found)


def _sources(pieces: Sequence[Piece], stock: Sequence[str]) -> Mapping[int, list[Option]]:
    """Piece -> earlier pieces of other plans that it shares a passage with."""
    found: dict[int, list[Option]] = {}
    for one in shared([piece.said.letters for piece in pieces], stock):
        a, b = one.a, one.b
        if pieces[a].plan == pieces[b].plan:
            continue
        own = _own_words(pieces[b].said.letters[slice(*one.span_b)], stock)
        if len(own) >= _OWN and _has(pieces[a].said.letters[slice(*one.span_a)], own, stock):
            found.setdefault(b, []).append(Option(a, one.likeness, one.span_b))
    return found


def _has(letters: str, own: str, stock: Sequence[str]) -> bool:
    """Whether the words of a passage that are its own stand in the other plan too: what is alike may be a stock phrase and
    what happens to stand beside it."""
    return fuzz.ratio(_own_words(letters, stock), own) >= _ALIKE


def _own_words(letters: str, stock: Sequence[str]) -> str:
    """The letters of a passage that are no stock phrase, misread perhaps."""
    left = letters
    for phrase in stock:
        if len(phrase) > len(left) and fuzz.partial_ratio(left, phrase) >= _MISREAD:
            return ""
        place = fuzz.partial_ratio_alignment(phrase, left, score_cutoff=_MISREAD) if len(phrase) <= len(left) else None
        if place is not None:
            left = left[: place.dest_start] + left[place.dest_end :]
    return left


def _told(given: Sequence[Excerpt], pieces: Sequence[Piece], found: Mapping[int, list[Option]]) -> Reuse:
    import pandas

    root = _roots(pieces, found)
    form = _forms(given, pieces, root)
    rows = []
    for b, options in sorted(found.items()):
        if root[b] in form:
            continue
        for option, direction in _chosen(given, pieces, b, options):
            one, other = pieces[b], pieces[option.piece]
            days = given[one.plan].day, given[other.plan].day
            lag = (days[0] - days[1]).days if days[0] and days[1] else None
            relation = _relation(given, other.plan, one.plan)
            rows.append((
                root[b], one.plan, other.plan, one.said.path, one.said.text, other.said.text, option.span[1] - option.span[0],
                option.likeness, lag, direction, relation,
            ))  # fmt: skip
    passages = pandas.DataFrame(rows, columns=list(COLUMNS))
    passages["lag_days"] = passages["lag_days"].astype("Int64")
    whole = pandas.Series([piece.plan for piece in pieces]).map(lambda _: 1)
    size = pandas.DataFrame(
        {"plan": [p.plan for p in pieces], "letters": [len(p.said.letters) for p in pieces], "n": whole}
    )
    return Reuse(passages, _lineage(passages, size), _plans(given, passages, size))


def _roots(pieces: Sequence[Piece], found: Mapping[int, list[Option]]) -> list[int]:
    """For each piece the oldest one that it is connected with: the passage's number."""
    above = list(range(len(pieces)))
    for b in sorted(found):
        for option in found[b]:
            x, y = _top(above, option.piece), _top(above, b)
            above[max(x, y)] = min(x, y)
    return [_top(above, n) for n in range(len(pieces))]


def _top(above: list[int], n: int) -> int:
    while above[n] != n:
        above[n] = above[above[n]]
        n = above[n]
    return n


def _forms(given: Sequence[Excerpt], pieces: Sequence[Piece], root: Sequence[int]) -> frozenset[int]:
    """Passages that nearly every plan has, of several provinces and years, and that come from no body above: form."""
    holders: dict[int, set[int]] = {}
    for piece, top in zip(pieces, root, strict=True):
        holders.setdefault(top, set()).add(piece.plan)
    made = set()
    for top, plans in holders.items():
        if len(plans) <= max(10, _FORM * len(given)):
            continue
        provinces = {given[n].province for n in plans}
        if len(provinces) >= 3 and given[pieces[top].plan].level != "central":
            made.add(top)
    return frozenset(made)


def _chosen(
    given: Sequence[Excerpt], pieces: Sequence[Piece], b: int, options: Sequence[Option]
) -> Iterator[tuple[Option, str]]:
    """The likeliest source of each passage of a piece, and what speaks for it."""
    own = given[pieces[b].plan]

    def claim(option: Option) -> tuple[int, int, int]:
        source = given[pieces[option.piece].plan]
        if source.number in own.cites:
            return 0, source.rank, option.piece
        if _is_above(given, pieces[option.piece].plan, pieces[b].plan):
            return 1, source.rank, option.piece
        return (2 if source.issuer == own.issuer else 3), 0, option.piece

    taken: list[tuple[int, int]] = []
    for option in sorted(options, key=claim):
        start, end = option.span
        if all(min(end, e) - max(start, s) < _OVERLAP * (end - start) for s, e in taken):
            taken.append(option.span)
            yield option, ("citation", "hierarchy", "own_earlier", "date")[claim(option)[0]]


def _relation(given: Sequence[Excerpt], source: int, own: int) -> str:
    issuer, level = given[source].issuer, given[source].level
    if issuer and issuer == given[own].issuer:
        return "own_earlier"
    if not _is_above(given, source, own):
        return "beside"
    return "national" if level == "central" else "above"


def _is_above(given: Sequence[Excerpt], source: int, own: int) -> bool:
    """Whether a plan is of a body over another's: a central one, or a higher one of the same province."""
    if given[source].rank >= given[own].rank:
        return False
    code = given[source].code
    return given[source].level == "central" or (code is not None and code == given[own].code)


def _lineage(passages: pandas.DataFrame, size: pandas.DataFrame) -> pandas.DataFrame:
    """Plan and source with the share of the plan's letters from there, and the lag."""
    total = size.groupby("plan")["letters"].sum()
    made = passages.groupby(["plan", "source", "relation"], as_index=False).agg(
        passages=("passage", "size"), letters=("letters", "sum"), lag_days=("lag_days", "first"),
        cited=("direction", lambda d: bool((d == "citation").any())),
    )  # fmt: skip
    made["share"] = made["letters"] / made["plan"].map(total)
    return made.sort_values(["plan", "share"], ascending=[True, False], ignore_index=True)


def _plans(given: Sequence[Excerpt], passages: pandas.DataFrame, size: pandas.DataFrame) -> pandas.DataFrame:
    import pandas

    total = size.groupby("plan")["letters"].sum()
    rows = [(n, e.file, e.number, e.issuer, e.place, e.year, e.issued_on) for n, e in enumerate(given)]
    made = pandas.DataFrame(rows, columns=["plan", "file", "number", "issuer", "province", "year", "issued_on"])
    made["year"] = made["year"].astype("Int64")
    for relation in ("national", "above", "own_earlier", "beside"):
        part = passages[passages["relation"] == relation].groupby("plan")["letters"].sum()
        made[relation] = (made["plan"].map(part).fillna(0) / made["plan"].map(total)).fillna(0.0).clip(upper=1.0)
    made["local"] = (1 - made[["national", "above", "own_earlier", "beside"]].sum(axis=1)).clip(lower=0.0)
    made["family"] = _families(len(given), passages, total)
    return made


def _families(many: int, passages: pandas.DataFrame, total: pandas.Series[int]) -> list[int]:
    """For each plan the number of the oldest-numbered plan of its family: plans linked by a large share of their words."""
    above = list(range(many))
    if len(passages):
        shares = passages.groupby(["plan", "source"], as_index=False)["letters"].sum()
        columns = (shares[name].tolist() for name in ("plan", "source", "letters"))
        for own, source, letters in zip(*columns, strict=True):
            if letters >= _FAMILY * float(total.get(own, 1)):
                x, y = _top(above, own), _top(above, source)
                above[max(x, y)] = min(x, y)
    return [_top(above, n) for n in range(many)]
