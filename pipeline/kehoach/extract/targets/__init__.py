"""Goals (chỉ tiêu, mục tiêu cụ thể): quantities that the plan means to reach, and named goals in sections on goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from kehoach.extract.criteria.criterion_words import CriterionWords
from kehoach.extract.targets import goal_signs, target_clauses
from kehoach.extract.targets.goal_signs import MUST_NOT
from kehoach.extract.targets.quantities import quantities
from kehoach.extract.targets.quantity import Clause, Quantity
from kehoach.extract.targets.target_choice import Choice
from kehoach.extract.targets.target_clauses import between, goal_clauses, goal_end
from kehoach.extract.targets.target_place import GOALS, Standing
from kehoach.extract.targets.target_records import in_words, numbered
from kehoach.extract.targets.target_table import table_targets, worded_cells
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.targets.work_amounts import label_of_work, tells_amount
from kehoach.extract.text.paragraphs import Paragraph, paragraphs
from kehoach.extract.text.passages import sentences
from kehoach.model.document import Document
from kehoach.model.plan import Target
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules

_QUOTED = re.compile(r"\"[^\"]{3,160}\"")
_BRIEF = 14
"""Words of the longest point of a list of goals on one line."""
_NAME = 8
"""Words of the longest line that names a group of goals."""
_FAR = 140
"""Characters before a number in which its work is told."""
_WHO = 8
"""Words of the longest name of who is to reach a title."""
_READABLE = 0.55
"""Share of letters and blanks below which a paragraph is no sentence."""


def targets(document: Document, outline: Outline, rules: Rules) -> tuple[Target, ...]:
    """Quantified goals wherever they stand; goals without a number only in sections of kind targets or objectives."""
    words = rules.made(TargetWords.of)
    finder = _Finder(document, outline, words, CriterionWords.of(rules))
    found: list[tuple[int, Target]] = []
    text = paragraphs(document, outline)
    for paragraph, behind in zip_longest(text, text[1:]):
        if not _names_a_group(paragraph, behind, words):
            found += finder.in_paragraph(paragraph)
    tabled = list(table_targets(document, outline, words))
    rows = {place for place, _ in tabled}
    for cell in worded_cells(document, outline):
        if document.span(cell.block).start not in rows:  # the words of a row with a figure only name what it measures
            found += finder.in_cell(cell)
    found += tabled
    return tuple(target for _, target in sorted(found, key=lambda f: f[0]))


def _names_a_group(paragraph: Paragraph, behind: Paragraph | None, words: TargetWords) -> bool:
    """Whether a line only names what the goals below it are about, which stand in the same item without a label."""
    if behind is None or behind.node != paragraph.node or behind.opens or not paragraph.opens or paragraph.heading:
        return False
    text = paragraph.text.rstrip()
    brief = len(text.split()) <= _NAME and text[-1:].isalnum() and not any(map(str.isdigit, text))
    return brief and not words.is_verb(text)


class _Finder:
    def __init__(self, document: Document, outline: Outline, words: TargetWords, judged: CriterionWords) -> None:
        self.document, self.words = document, words
        self.place = Standing(document, outline, words, judged)
        self.choice = Choice(words, self.place)

    def in_paragraph(self, paragraph: Paragraph) -> Iterator[tuple[int, Target]]:
        if (
            paragraph.closing
            or paragraph.node is None
            or self.place.tells_of_before(paragraph.node)
            or self.place.opens_with_the_past(paragraph.text)
            or self.place.are_conditions(paragraph.node)
        ):
            return
        text = paragraph.text
        if "|" in text or sum(map(str.isalpha, text)) + sum(map(str.isspace, text)) < _READABLE * len(text):
            return  # the ruins of a table
        states = not paragraph.heading and self.place.states_goals(paragraph)
        paragraph = self.place.below_goals(paragraph)
        clauses = goal_clauses(text, states and any(map(str.isdigit, text)))
        quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
        every = tuple(
            q
            for q in quantities(
                text, self.words.units, bool(GOALS & set(paragraph.kinds)), self.words.is_title, self._is_amount
            )
            if not any(a <= q.number_start < b for a, b in quoted)
        )
        silent: list[Clause] = []
        last_goal: Quantity | None = None
        for n, clause in enumerate(clauses):
            inside = [q for q in every if clause.start <= q.number_start < clause.end]
            accepted = self.choice.accepted(paragraph, clause, inside, last_goal)
            if not accepted:
                silent.append(clause)
            for k, quantity in enumerate(accepted):
                last_goal = quantity
                last = k + 1 == len(accepted)
                stop = (
                    goal_end(text, clauses, n, every, self.words)
                    if last
                    else between(text, quantity, accepted[k + 1], clause)
                )
                yield numbered(self.document, self.words, paragraph, clause, quantity, accepted[:k], stop)
        if states:
            yield from self._in_words(paragraph, silent, bool(every))

    def _is_amount(self, before: str) -> bool:
        near = before[-_FAR:]
        if label_of_work(self.words, near) is not None:
            return True
        return tells_amount(self.words, near[max(map(near.rfind, (";", ":", ". "))) + 1 :])

    def _in_words(self, paragraph: Paragraph, clauses: list[Clause], quantified: bool) -> Iterator[tuple[int, Target]]:
        """The goals without a number: every point between semicolons; beside numbers, and where the section holds other
        content too, only what must not happen and the titles that somebody is to reach."""
        strict = quantified or "content" in paragraph.kinds
        brief = all(len(paragraph.text[c.start : c.end].split()) <= _BRIEF for c in clauses)
        whole = [Clause(*place) for place in sentences(paragraph.text)]
        for clause in clauses if brief or strict else whole:
            text = paragraph.text[clause.start : clause.end]
            text = text[dated.end() :] if (dated := target_clauses.DATED.match(text)) else text
            if strict and not (MUST_NOT.match(text) or (quantified and self._names_title(text))):
                continue
            if len(text.split()) >= 3 and not target_clauses.LABELLED.search(text):
                yield in_words(self.document, self.words, paragraph, clause)

    def _names_title(self, text: str) -> bool:
        named = goal_signs.NAMED.search(text)
        return named is not None and not re.search(r"\d", text) and len(text[: named.start()].split()) <= _WHO

    def in_cell(self, cell: Paragraph) -> Iterator[tuple[int, Target]]:
        """The goals in words of one cell: outside columns of goals only shares, comparisons and amounts of work."""
        work = False  # of the counts before: those behind them in a list are told with the same verb
        for place, target in self.in_paragraph(cell):
            work = work or self._is_work(cell, target)
            plain = target.comparator == "=" and target.unit not in {"%", "‰"}
            if target.value is not None and ("targets" in cell.kinds or not plain or work):
                yield place, target

    def _is_work(self, cell: Paragraph, target: Target) -> bool:
        """Whether a count in a column of work says how much of it is to be done."""
        number = re.search(r"\d", target.quote)
        said = fold(target.quote[: number.start()]) if number else ""
        work = "tasks" in cell.kinds and not goal_signs.PARTS_OF_PLANS.match(target.unit or "")
        return work and (tells_amount(self.words, said, known=True) or self.words.is_act(said))
