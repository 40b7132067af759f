"""Goals (chỉ tiêu, mục tiêu cụ thể): quantities that the plan means to reach, and named goals in sections on goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kehoach.extract.criteria.criterion_words import CriterionWords
from kehoach.extract.criteria.points import points_in
from kehoach.extract.targets import target_clauses, target_starts
from kehoach.extract.targets.quantities import INDEX_UNIT, quantities
from kehoach.extract.targets.quantity import Quantity
from kehoach.extract.targets.target_clauses import END, Clause, between, goal_clauses, goal_end, is_quota
from kehoach.extract.targets.target_place import GOALS, Standing
from kehoach.extract.targets.target_records import in_words, numbered
from kehoach.extract.targets.target_table import table_targets, worded_cells
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.paragraphs import Paragraph, paragraphs
from kehoach.model.document import Document
from kehoach.model.plan import Target
from kehoach.model.section import Outline
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_QUOTED = re.compile(r"\"[^\"]{3,160}\"")
_EXCEEDS = Sieve(r"\b(?:quá|vượt)\b")
_GROWS = Sieve(r"\b(?:tăng|giảm|gấp)\b[^.;:]*$", re.IGNORECASE)
_NEXT = re.compile(r"(?:,?\s+[^\W\d]+){0,5}(?:,|\s+và|\s+hoặc)\s+")
"""Between two counts of one list, which share the words that compare ("ít nhất 02 đề tài, 05 sáng kiến")."""
_BRIEF = 14
"""Words of the longest point of a list of goals on one line."""
_WORK = 8
"""Words of the longest name of work before the number that tells its amount."""
_READABLE = 0.55
"""Share of letters and blanks below which a paragraph is no sentence."""


def targets(document: Document, outline: Outline, rules: Rules) -> tuple[Target, ...]:
    """Quantified goals wherever they stand; goals without a number only in sections of kind targets or objectives."""
    words = rules.made(TargetWords.of)
    finder = _Finder(document, outline, words, CriterionWords.of(rules))
    found: list[tuple[int, Target]] = []
    for paragraph in paragraphs(document, outline):
        found += finder.in_paragraph(paragraph)
    tabled = list(table_targets(document, outline, words))
    rows = {place for place, _ in tabled}
    for cell in worded_cells(document, outline):
        if document.span(cell.block).start not in rows:  # the words of a row with a figure only name what it measures
            found += finder.in_cell(cell)
    found += tabled
    return tuple(target for _, target in sorted(found, key=lambda f: f[0]))


class _Finder:
    def __init__(self, document: Document, outline: Outline, words: TargetWords, judged: CriterionWords) -> None:
        self.document, self.words = document, words
        self.place = Standing(document, outline, words, judged)

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
        clauses = goal_clauses(text, states and any(map(str.isdigit, text)))
        quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
        every = tuple(
            q
            for q in quantities(text, self.words.units, bool(GOALS & set(paragraph.kinds)), self.words.is_title)
            if not any(a <= q.number_start < b for a, b in quoted)
        )
        quantified = False
        last_goal: Quantity | None = None
        for n, clause in enumerate(clauses):
            inside = [q for q in every if clause.start <= q.number_start < clause.end]
            accepted = self._accepted(paragraph, clause, inside, last_goal)
            for k, quantity in enumerate(accepted):
                quantified, last_goal = True, quantity
                last = k + 1 == len(accepted)
                stop = (
                    goal_end(text, clauses, n, every, self.words)
                    if last
                    else between(text, quantity, accepted[k + 1], clause)
                )
                yield numbered(self.document, self.words, paragraph, clause, quantity, accepted[:k], stop)
        if states:
            yield from self._in_words(paragraph, clauses, quantified)

    def _in_words(self, paragraph: Paragraph, clauses: list[Clause], quantified: bool) -> Iterator[tuple[int, Target]]:
        """The goals without a number: every point between semicolons; beside numbers, and where the section holds other
        content too, only what must not happen."""
        strict = quantified or "content" in paragraph.kinds
        brief = all(len(paragraph.text[c.start : c.end].split()) <= _BRIEF for c in clauses)
        for clause in clauses if brief or strict else [Clause(0, len(paragraph.text))]:
            text = paragraph.text[clause.start : clause.end]
            if strict and not target_clauses.MUST_NOT.match(text):
                continue
            if len(text.split()) >= 3 and not target_clauses.LABELLED.search(text):
                yield in_words(self.document, self.words, paragraph, clause)

    def in_cell(self, cell: Paragraph) -> Iterator[tuple[int, Target]]:
        """The goals in words of one cell: outside columns of goals only shares and comparisons."""
        for place, target in self.in_paragraph(cell):
            plain = target.comparator == "=" and target.unit not in {"%", "‰"}
            if target.value is not None and (cell.kinds or not plain):
                yield place, target

    def _accepted(
        self, paragraph: Paragraph, clause: Clause, inside: list[Quantity], last: Quantity | None
    ) -> list[Quantity]:
        """The goals among a clause's quantities. One that goes on with a list ("..., 05 lớp", "; 34 lớp") is a goal
        like the one before it, and keeps its comparison."""
        accepted: list[Quantity] = []
        for n, q in enumerate(inside):
            if target_clauses.is_change(paragraph.text, q, inside[n + 1 :]):
                continue  # what is left behind ("giảm từ 5% xuống còn 3%")
            if target_clauses.tells_whom(paragraph.text, clause, q, inside[n + 1 :]):
                continue
            told = paragraph.text[clause.start : q.start]
            if q.comparator == "<=" and target_clauses.WHO_TAKES_PART.search(told) and not GOALS & set(paragraph.kinds):
                continue
            before = accepted[-1] if accepted else last if q.start == clause.start else None
            same = before is not None and before.kind == q.kind == "counted"
            measured = accepted or (inside[n + 1 :] and target_clauses.is_measured(paragraph.text, q, inside[n + 1]))
            if measured and self.words.is_attribute(paragraph.text[clause.start : q.start]):
                continue  # it only tells which ones are meant
            if accepted and target_clauses.REACHES.fullmatch(paragraph.text[accepted[-1].after : q.start]):
                continue  # what those who are counted reach ("30 thôn đạt từ 12 tiêu chí trở lên")
            part = before is not None and self.words.is_composition(paragraph.text[before.after : q.start])
            if part and not self._is_part_goal(paragraph, q):
                continue
            if before is not None and target_clauses.is_aside(paragraph.text, before, q):
                continue
            if accepted and target_clauses.tells_which(self.words, paragraph.text, accepted[-1], q):
                continue
            listed = (
                same and accepted and target_starts.LISTED.fullmatch(paragraph.text[before.after : q.start])
                if before
                else False
            )
            if not (self._is_goal(paragraph, clause, q) or listed or (before is not None and not accepted)):
                continue
            each = target_clauses.EACH.search(paragraph.text[clause.start : q.start])
            if (
                same
                and before is not None
                and before.worded
                and q.comparator == "="
                and (before.unit == q.unit or _NEXT.fullmatch(paragraph.text, before.after, q.start))
                and not each
            ):
                q = replace(q, comparator=before.comparator)
            accepted.append(q)
        return accepted

    def _is_part_goal(self, paragraph: Paragraph, q: Quantity) -> bool:
        """Whether a part of a whole has a goal of its own: a share that is compared; among goals, what it is to reach."""
        if q.kind == "percent" and q.worded:
            return True
        reaches = q.worded or target_clauses.PART_REACHES.match(paragraph.text, q.after) is not None
        return reaches and bool(GOALS & set(paragraph.kinds))

    def _is_goal(self, paragraph: Paragraph, clause: Clause, q: Quantity) -> bool:
        """Whether a quantity is meant to be reached: by its comparison, the words around it, the section it is in."""
        text = paragraph.text
        before, after = text[clause.start : q.number_start], text[q.end : clause.end]
        if (
            q.kind == "rank"
            or (points_in(text[clause.start : clause.end]) and q.unit != INDEX_UNIT)
            or (paragraph.heading and q.kind != "percent")
        ):
            return q.kind == "rank" and not paragraph.heading
        aimed, goals = self.words.is_aim(before), bool(GOALS & set(paragraph.kinds))
        if self._tells_otherwise(paragraph, clause, q, goals=goals):
            return False
        if q.kind in {"percent", "blank"}:
            if q.kind == "percent" and self.words.is_vote(text[q.after : clause.end]):
                return False
            paid = self.words.is_cost(text[q.after :]) and not q.worded and not self.words.is_saved(before)
            spent = self.words.is_spent(before) or paid or (not goals and "funding" in paragraph.kinds and not aimed)
            return q.kind == "blank" or not spent
        if self.words.is_composition(before) and not self._is_part_goal(paragraph, q) and not self.words.is_act(before):
            return False
        if before.rstrip().endswith("(") and after.lstrip().startswith(")") and q.kind == "counted":
            return False  # another measure of what stands before the bracket
        existing = self.words.is_existing(after) and not _GROWS.search(before)
        quota = target_clauses.QUOTA.search(text, clause.start, q.start) is not None
        whole = quota or target_clauses.ALL_TOGETHER.search(text, clause.start, q.start) is not None
        if existing or (not whole and self.words.is_condition(text[clause.start : q.start], after)):
            return False
        return self._is_reached(paragraph, clause, q, aimed=aimed, goals=goals)

    def _tells_otherwise(self, paragraph: Paragraph, clause: Clause, q: Quantity, *, goals: bool) -> bool:
        """Whether the words around a quantity, or its section, make it no goal whatever it counts: a limit, a reward, a
        gloss, a condition, a figure of the past."""
        text = paragraph.text
        before, told = text[clause.start : q.number_start], text[clause.start : q.start]
        if target_clauses.MUST_NOT.match(text[clause.start :]) and not _EXCEEDS.search(before):
            return True
        rewarded = "rewards" in paragraph.kinds and not goals and "criteria" not in paragraph.kinds
        if q.kind != "percent" and (rewarded or self.place.is_standard(paragraph)):
            return True  # how many are rewarded, and how highly, is told by the rewards
        if rewarded and target_clauses.OF_ALL.match(text, q.after) and not self.words.is_aim(before):
            return True
        if (not goals and target_clauses.EARNS.match(text, q.after)) or before.rstrip().lower().endswith(" cả"):
            return True
        if q.kind == "percent" and target_clauses.OF_POINTS.match(text, q.after):
            return True
        if target_clauses.BARE_CONTENTS.match(q.unit or "") and not text[q.after : clause.end].strip(END):
            return True
        if self.words.is_excluded(told) or (not goals and self._is_award(text, clause, q)):
            return True
        if (not goals and target_clauses.is_gloss(text, q)) or self.words.is_if(told):
            return True
        if self.words.is_past(before) and not self.words.is_aim(before[-40:]):
            return True
        return self.place.looks_back(text[text.rfind(". ", 0, q.start) + 1 : q.start])

    def _is_reached(self, paragraph: Paragraph, clause: Clause, q: Quantity, *, aimed: bool, goals: bool) -> bool:
        """Whether a span, a rate, a sum or a number of things is to be reached."""
        text = paragraph.text
        before, told = text[clause.start : q.number_start], text[clause.start : q.start]
        if q.kind == "span":
            still = q.worded or bool(re.search(r"\bcòn\s*$", before))
            goals = goals or target_clauses.SHORTENED.search(told) is not None
            return goals and still and not target_clauses.EARLIER.search(before)
        if q.kind == "rate":
            if target_clauses.SENT.search(before) and "/" in (q.unit or ""):
                return True
            meant = goals or (not target_clauses.OFTEN.match(q.unit or "") and (aimed or self.words.is_act(before)))
            return q.worded or (meant and ((q.unit or "").lower() != "lần" or bool(_GROWS.search(before))))
        if q.kind == "money":
            earned = (q.worded or q.comparator == "range") and target_clauses.EARNED.search(told) is not None
            quota = q.worded and target_clauses.QUOTA.search(told) is not None
            earned = earned or target_clauses.RAISED.search(before) is not None
            given = not (earned or quota) and target_clauses.GIVEN.search(before) is not None
            return goals or ((aimed or earned) and not given and "funding" not in paragraph.kinds)
        ranged = q.worded or q.comparator != "="
        each = target_clauses.EACH.search(told) or target_clauses.EACH_PERIOD.search(before)
        if ranged or goals or aimed or each or self.words.is_act(before) or is_quota(text, clause, q):
            return True
        deed = self.words.deed_start(before)
        return deed is not None and len(before[deed:].split()) <= _WORK

    def _is_award(self, text: str, clause: Clause, q: Quantity) -> bool:
        """Whether it counts rewards, or what they are worth."""
        before = text[clause.start : q.number_start]
        chosen = target_clauses.CHOSEN.search(text[clause.start : q.start]) and not target_clauses.QUOTA.search(before)
        whole = text[clause.start : clause.end]
        counted = q.kind in {"counted", "money"} and self.words.is_award(whole if chosen else before)
        return counted and not self._is_gift(whole, q)

    def _is_gift(self, clause: str, q: Quantity) -> bool:
        """Whether things are given, and nobody is rewarded ("tặng 200 suất quà")."""
        return q.kind == "counted" and not self.words.is_actor(q.unit) and not target_clauses.REWARD.search(clause)
