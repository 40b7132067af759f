"""Two plans side by side: what belongs together, what is missing on one side, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from kehoach.comparing.likeness import assign, cut_short, masked, ratio
from kehoach.comparing.readings import EQUAL, MAYBE, sameness, stands
from kehoach.comparing.sections import Alignment, align
from kehoach.comparing.side import SHOWN, Side, cut, runs
from kehoach.comparing.wording import Wording, wording
from kehoach.model.comparison import Difference, DifferenceKind, Presence
from kehoach.model.plan import Fact
from kehoach.model.text import Evidence, page_of
from kehoach.orthography.excerpt import excerpts

F = TypeVar("F", bound=Fact)
UNSURE = 0.3
"""Confidence of a difference that the readings may have made."""
_LITTLE = 0.05
_NEAR = 300
"""Characters around the place of a fact in which the other plan's words are looked for."""
_OPENING = 60
"""Words of a section by which it is looked for."""
_CONTEXT = 4
"""Words beside a fact that must be the same, so that the same words elsewhere do not count."""
_SAME_PLACE = 0.12
_ITSELF = 0.5
"""What the same words have before words that are only like them, so that one fact cut short does not take another's twin."""
_CUT = 0.7
"""Likeness of a fact with the same fact cut short, in the same section."""
_WORDED = ("_reworded", "_renamed")
_UNLIKE = 0.52
"""Two sentences of this language that say nothing alike share nearly half of their letters in order."""
NOT_FOR = {
    "annual_work_plan": frozenset({"themes", "criteria", "targets", "rewards", "movements"}),
    "inspection_plan": frozenset({"themes", "criteria", "targets", "rewards", "movements", "observances"}),
}
"""What plans of a kind do not have as a rule: that it is not there says nothing."""


def unsure(sure: float, alike: float) -> float:
    """The confidence of a difference between two passages that are one wording with the likelihood ``alike``."""
    return round(min(sure, max(_LITTLE, 1 - alike)), 3)


def _sure(kind: DifferenceKind, one: Fact, other: Fact) -> float:
    """How sure a change is that both plans tell of: of two values both must be right; where the words of a thing changed,
    it is there if either plan's reading of it is right, and whether its words differ is asked apart."""
    if kind.endswith(_WORDED):
        return 1 - (1 - one.confidence) * (1 - other.confidence)
    return min(one.confidence, other.confidence)


@dataclass(frozen=True)
class Match(Generic[F]):
    """Facts of one kind: those of both plans, those of a alone, those of b alone."""

    both: tuple[tuple[F, F], ...]
    only_a: tuple[F, ...]
    only_b: tuple[F, ...]


@dataclass(frozen=True)
class Pairing:
    """Plans a and b, numbered as in the comparison."""

    a: Side
    b: Side
    number_a: int
    number_b: int

    @cached_property
    def sections(self) -> Alignment:
        return align(self.a, self.b)

    @property
    def scanned(self) -> tuple[bool, bool]:
        return self.a.voice.recognized, self.b.voice.recognized

    def same_place(self, path_a: str | None, path_b: str | None) -> bool:
        """Whether two facts stand in the same section."""
        return self.sections.same_place(self.a.holder(path_a), self.b.holder(path_b))

    def likeness(self, words_a: str, words_b: str) -> float:
        """0 to 1; numbers, own places and own years left out."""
        return ratio(masked(self.a.voice.neutral(words_a)), masked(self.b.voice.neutral(words_b)))

    def sameness(self, words_a: str | None, words_b: str | None) -> float:
        """0 to 1: how likely it is that two passages are one wording, read twice."""
        return sameness(wording(words_a or "", self.a.voice), wording(words_b or "", self.b.voice), self.scanned)

    def agree(self, words_a: str | None, words_b: str | None) -> bool:
        """Whether two passages say the same."""
        return bool(words_a) == bool(words_b) and self.sameness(words_a, words_b) >= EQUAL

    def match(
        self, ones: Sequence[F], others: Sequence[F], words: Callable[[Side, F], str], threshold: float,
        bonus: Callable[[F, F], float] | None = None, path: Callable[[F], str | None] | None = None,
    ) -> Match[F]:  # fmt: skip
        """Facts of both plans by their words; those in the same section are preferred."""
        place = path or (lambda fact: getattr(fact, "path", None))
        texts_a = [masked(self.a.voice.neutral(words(self.a, fact))) for fact in ones]
        texts_b = [masked(self.b.voice.neutral(words(self.b, fact))) for fact in others]
        holders_a = [self.a.holder(place(fact)) for fact in ones]
        holders_b = [self.b.holder(place(fact)) for fact in others]

        def score(i: int, j: int) -> float:
            near = _SAME_PLACE if self.sections.same_place(holders_a[i], holders_b[j]) else 0.0
            in_order = 0.02 * (1 - abs(i / len(ones) - j / len(others)))
            alike = ratio(texts_a[i], texts_b[j])
            if near and alike < _CUT and cut_short(texts_a[i], texts_b[j]):
                alike = _CUT
            if alike < _UNLIKE:
                return 0.0
            return alike + _ITSELF * (alike == 1.0) + near + in_order + (bonus(ones[i], others[j]) if bonus else 0.0)

        pairs = assign(range(len(ones)), range(len(others)), score, threshold)
        taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
        return Match(
            tuple((ones[i], others[j]) for i, j in pairs),
            tuple(fact for n, fact in enumerate(ones) if n not in taken_a),
            tuple(fact for n, fact in enumerate(others) if n not in taken_b),
        )

    def change(
        self, kind: DifferenceKind, field: str, one: Fact, other: Fact, *, a: str | None, b: str | None,
        words: tuple[str, str], about: str | None = None, amount: float | None = None, unit: str | None = None,
        more: tuple[tuple[Evidence, ...], tuple[Evidence, ...]] = ((), ()), doubt: float = 0.0,
    ) -> Difference:  # fmt: skip
        """A value that both plans have and that differs; ``more`` are places of it beside those of the facts. Where the
        passages agree, the readings differ, not the plans; ``doubt`` is the least likelihood of that, 0 to 1."""
        one_at, other_at = (*more[0], *one.evidence), (*more[1], *other.evidence)
        seen = self.a.passage(one_at) or words[0], self.b.passage(other_at) or words[1]
        alike = max(
            doubt,
            self.sameness(*seen),
            self.sameness(*words) if a == b else 0.0,
            self._stand(one.evidence, other.evidence, more),
        )
        shown = excerpts(*words, SHOWN)
        return Difference(
            kind=kind, field=field, plan_a=self.number_a, plan_b=self.number_b, a=a, b=b,
            path_a=getattr(one, "path", None), path_b=getattr(other, "path", None),
            words_a=shown[0], words_b=shown[1], evidence_a=one_at, evidence_b=other_at,
            confidence=unsure(_sure(kind, one, other), alike), amount=amount, unit=unit, about=about,
            by_reading=alike >= MAYBE,
        )  # fmt: skip

    def _stand(
        self, one: tuple[Evidence, ...], other: tuple[Evidence, ...],
        more: tuple[tuple[Evidence, ...], tuple[Evidence, ...]],
    ) -> float:  # fmt: skip
        """How likely it is that what either plan says there, the other says too: near the place of the fact, and for
        places beside it (a heading that names the unit) anywhere."""
        least = 1.0
        for in_a, at, there, beside in ((True, one, other, more[0]), (False, other, one, more[1])):
            near = [text for start, end in runs(there) for text in self._around(not in_a, start, end)]
            least = min(least, self._all_stand(in_a, at, near), self._all_stand(in_a, beside, None))
        return least

    def _around(self, in_a: bool, start: int, end: int) -> Iterator[Wording]:
        reach = end - start + _NEAR
        yield (self.a if in_a else self.b).running.between(start - reach, end + reach)

    def _all_stand(self, in_a: bool, at: tuple[Evidence, ...], near: Sequence[Wording] | None) -> float:
        """How likely it is that all that is said at these places stands in the other plan's words near its fact."""
        mine, theirs = (self.a, self.b) if in_a else (self.b, self.a)
        scanned = self.scanned if in_a else self.scanned[::-1]
        texts = [theirs.running] if near is None else near
        found = (
            max((stands(words, text, scanned) for text in texts), default=0.0) for words in mine.words_of(at, _CONTEXT)
        )
        return min(found, default=0.0 if near is not None else 1.0)

    def lone(
        self, kinds: tuple[DifferenceKind, DifferenceKind], field: str, found: Match[F],
        words: Callable[[F], str], value: Callable[[F], str | None] | None = None,
    ) -> Iterator[Difference]:  # fmt: skip
        """What only one plan has: (kind where b has it, kind where a has it)."""
        for in_a, facts in ((True, found.only_a), (False, found.only_b)):
            for fact in facts:
                said = words(fact)
                path = getattr(fact, "path", None)
                state = self.absence(in_a, field.partition(".")[0], path, fact)
                sure = min(fact.confidence, UNSURE) if state == "unread" else fact.confidence
                yield self._lone(
                    kinds[1] if in_a else kinds[0], field, in_a, path, cut(said), value(fact) if value else None, fact,
                    state, round(sure, 3), state == "unread" and self.says(in_a, fact, None) >= MAYBE,
                )  # fmt: skip

    def _lone(
        self, kind: DifferenceKind, field: str, in_a: bool, path: str | None, said: str, value: str | None, fact: Fact,
        state: Presence, sure: float, by_reading: bool,
    ) -> Difference:  # fmt: skip
        where = self._other_path(in_a, path)
        return Difference(
            kind=kind, field=field, plan_a=self.number_a, plan_b=self.number_b,
            path_a=path if in_a else where, path_b=where if in_a else path,
            a=value if in_a else None, b=None if in_a else value,
            words_a=said if in_a else None, words_b=None if in_a else said,
            evidence_a=fact.evidence if in_a else (), evidence_b=() if in_a else fact.evidence,
            state_a="present" if in_a else state, state_b=state if in_a else "present",
            confidence=sure, by_reading=by_reading,
        )  # fmt: skip

    def counterpart(self, in_a: bool, path: str | None) -> tuple[bool, int | None]:
        """Whether the other plan has the section that holds a path, and which (None: the whole plan)."""
        index = (self.a if in_a else self.b).holder(path)
        if index is None:
            return True, None
        found = (self.sections.pairs if in_a else self.sections.back).get(index)
        return found is not None, found

    def _other_path(self, in_a: bool, path: str | None) -> str | None:
        _, index = self.counterpart(in_a, path)
        return None if index is None else (self.b if in_a else self.a).plan.sections[index].path

    def absence(self, in_a: bool, field: str, path: str | None, fact: Fact) -> Presence:
        """Why the other plan does not have a fact of this one."""
        theirs = self.b if in_a else self.a
        known, index = self.counterpart(in_a, path)
        if known and index is not None and self.says(in_a, fact, index) >= MAYBE:
            return "unread"
        if not known and self.unread_section(in_a, self._holder(in_a, path)):
            return "unread"
        if self.says(in_a, fact, None, _CONTEXT) >= MAYBE:
            return "unread"
        if theirs.unread_pages and self._near_unread(in_a, index, fact):
            return "unread"
        if field in NOT_FOR.get(theirs.plan.document.plan_kind or "", ()) and not getattr(theirs.plan, field):
            return "not_applicable"
        return "missing"

    def says(self, in_a: bool, fact: Fact, within: int | None, more: int = 0) -> float:
        """How likely it is that the words of a fact, and some beside them, stand in a section of the other plan (None:
        anywhere in it)."""
        mine, theirs = (self.a, self.b) if in_a else (self.b, self.a)
        scanned = self.scanned if in_a else self.scanned[::-1]
        text = theirs.extent_of(within)
        return min((stands(words, text, scanned) for words in mine.words_of(fact.evidence, more)), default=0.0)

    def unread_section(self, in_a: bool, index: int | None, *, heading: bool = False) -> bool:
        """Whether the words of a section without counterpart stand in the other plan all the same."""
        mine, theirs = (self.a, self.b) if in_a else (self.b, self.a)
        if index is None:
            return False
        scanned = self.scanned if in_a else self.scanned[::-1]
        words = mine.opening(index, _OPENING, heading=heading)
        return stands(words, theirs.running, scanned) >= MAYBE

    def _holder(self, in_a: bool, path: str | None) -> int | None:
        return (self.a if in_a else self.b).holder(path)

    def _near_unread(self, in_a: bool, index: int | None, fact: Fact) -> bool:
        """Whether a page that could not be read lies where the fact would stand: in its section, or, where that has no
        counterpart, at about the same share of the document."""
        mine, theirs = (self.a, self.b) if in_a else (self.b, self.a)
        bad = theirs.unread_pages
        if index is not None:
            pages = [e.page for e in theirs.plan.sections[index].evidence if e.page is not None]
            return any(min(pages) - 1 <= number <= max(pages) + 1 for number in bad) if pages else True
        at, many = page_of(fact.evidence), len(mine.plan.source.pages)
        if at is None or not many:
            return True
        expected = at / many * max(1, len(theirs.plan.source.pages))
        return any(abs(number - expected) <= 1 for number in bad)
