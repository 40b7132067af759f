"""One plan prepared for comparison: its sections as a tree, and the words of any part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kehoach.comparing.likeness import Voice, voice
from kehoach.comparing.wording import Wording, running, wording
from kehoach.model.plan import Plan, Section
from kehoach.model.text import Evidence

SHOWN = 60
"""Words of a passage that a difference shows at most."""
_GAP = 2
"""Characters between two places in the text at most that are one passage."""


@dataclass(frozen=True)
class Side:
    """A plan with what comparing asks of it again and again."""

    plan: Plan

    @cached_property
    def voice(self) -> Voice:
        return voice(self.plan)

    @cached_property
    def by_path(self) -> dict[str, int]:
        return {section.path: n for n, section in reversed(list(enumerate(self.plan.sections)))}

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """For each section the index of the section that holds it."""
        return tuple(self.holder(section.path, own=False) for section in self.plan.sections)

    def holder(self, path: str | None, *, own: bool = True) -> int | None:
        """Index of the section at a path, or of the nearest one above it."""
        if path is None:
            return None
        labels = path.split(".")
        for n in range(len(labels) if own else len(labels) - 1, 0, -1):
            found = self.by_path.get(".".join(labels[:n]))
            if found is not None:
                return found
        return None

    def children(self, parent: int | None) -> list[int]:
        return [n for n, above in enumerate(self.parents) if above == parent]

    def depth(self, index: int) -> int:
        above = self.parents[index]
        return 0 if above is None else 1 + self.depth(above)

    @cached_property
    def contents(self) -> tuple[str, ...]:
        """For each section its words below the heading, folded."""
        return tuple(self._content(section) for section in self.plan.sections)

    def _content(self, section: Section) -> str:
        span = extent(section.evidence)
        if span is not None and self.plan.text:
            return self.voice.neutral(self.plan.text[span[0] : span[1]][len(section.heading) :][:4000])
        return " ".join(self.voice.neutral(text) for text in self._items(section.path))

    def _items(self, path: str) -> Iterator[str]:
        return (item.text for item in self.plan.items if item.path.startswith(path + "."))

    @cached_property
    def running(self) -> Wording:
        """The plan's words in the order of its text."""
        facts = (*self.plan.sections, *self.plan.items)
        ends = {e.end for fact in facts for e in fact.evidence if e.end is not None} if self.voice.recognized else set()
        return running(self.plan.text, self.voice, sorted(ends))

    def extent_of(self, index: int | None) -> Wording:
        """The words of a section with its heading and all below it; of the whole plan for None."""
        if index is None:
            return self.running
        span = extent(self.plan.sections[index].evidence)
        return self.running.between(*span) if span else Wording(())

    def opening(self, index: int, words: int, *, heading: bool) -> Wording:
        """The first words of a section, with or without its heading."""
        found = self.extent_of(index).tokens
        own = 1 if heading else 1 + len(wording(self.plan.sections[index].heading, self.voice).tokens)
        return Wording(found[own : own + words])

    def words_of(self, evidence: tuple[Evidence, ...], more: int = 0) -> tuple[Wording, ...]:
        """The words at these places, a passage each, and so many more beside each."""
        return tuple(self.running.between(start, end, beside=more) for start, end in runs(evidence))

    def passage(self, evidence: tuple[Evidence, ...]) -> str:
        """The words at these places."""
        pieces = [self.plan.text[e.start : e.end] for e in evidence if e.start is not None and e.end is not None]
        return " ".join(" ".join(pieces).split())

    def paragraph(self, path: str | None) -> tuple[Evidence, ...]:
        """The places of the numbered paragraph at a path; a value may stand in it apart from the words that it is of."""
        return next((item.evidence for item in self.plan.items if item.path == path), ())

    @cached_property
    def unread_pages(self) -> frozenset[int]:
        """Pages that could not be read or trusted, and the printed numbers of pages that are not there."""
        source = self.plan.source
        failed = {page.number for page in source.pages if page.failed}
        return frozenset(failed | set(source.rescan) | set(source.missing))

    def path_words(self, path: str | None) -> str:
        """The heading or paragraph at a path; "" where there is none."""
        if path is None:
            return ""
        section = self.by_path.get(path)
        if section is not None:
            return self.plan.sections[section].heading
        return next((item.text for item in self.plan.items if item.path == path), "")


def extent(evidence: tuple[Evidence, ...]) -> tuple[int, int] | None:
    """From the first to the last character of the evidence."""
    starts = [e.start for e in evidence if e.start is not None]
    ends = [e.end for e in evidence if e.end is not None]
    return (min(starts), max(ends)) if starts and ends else None


def runs(evidence: tuple[Evidence, ...]) -> tuple[tuple[int, int], ...]:
    """The spans of the text at these places, those of one passage as one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted({(e.start, e.end) for e in evidence if e.start is not None and e.end is not None}):
        if made and start <= made[-1][1] + _GAP:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return tuple(made)


def cut(text: str, words: int = SHOWN) -> str:
    """The beginning of a long text."""
    pieces = text.split()
    return " ".join(pieces) if len(pieces) <= words else " ".join(pieces[:words]) + " …"
