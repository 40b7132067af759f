"""Which quantities of a clause are goals: by their comparison, the words around them, the section they are in."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.criteria.points import points_in
from kehoach.extract.targets import goal_signs, target_starts
from kehoach.extract.targets.counted_units import INDEX_UNIT
from kehoach.extract.targets.goal_signs import is_quota
from kehoach.extract.targets.quantity import Clause, Quantity
from kehoach.extract.targets.target_clauses import END, MEASURE
from kehoach.extract.targets.target_place import GOALS, Standing
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.targets.work_amounts import counts_its_label, tells_amount
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.rules.needs import Sieve

_AND = re.compile(r"\s+và\s")
"""Between two shares: the second has a measure of its own ("thu X đạt 85% và thu Y đạt 90%")."""
_GROWS = Sieve(r"\b(?:tăng|giảm|gấp)\b[^.;:,]*$", re.IGNORECASE)
_PAST_VERB = re.compile(r"\s*(?:đạt|hoàn thành|đăng ký|duy trì|giảm|tăng|nâng)\b", re.IGNORECASE)
_NEXT = re.compile(r"(?:,?\s+[^\W\d]+){0,5}(?:,|\s+và|\s+hoặc)\s+")
"""Between two counts of one list, which share the words that compare ("ít nhất 02 đề tài, 05 sáng kiến")."""


_SOMEBODY_ELSE = re.compile(r",\s+(?:toàn|cả|từng|các)\s[^\W\d]", re.IGNORECASE)
"""Between two counts: the second is of another."""
_TAKEN_OFF = re.compile(r"\([^()]*\btrừ\s+\d+(?:[.,]\d+)?\s*(?:điểm|đ)\b[^()]*\)[\s.;]*$", re.IGNORECASE)
"""At the end of a clause: what it costs not to reach it."""
_WEIGHED = re.compile(r"\(\s*(?:tối đa\s+)?\d+(?:[.,]\d+)?\s*(?:điểm|đ)\s*\)[\s.;]*$")
"""At the end of a clause: what the whole of it counts."""


_AVERAGE_MARK = re.compile(r"\bđiểm (?:trung bình|bình quân)[^,;.()]*?\d+(?:[.,]\d+)?\s*điểm\b", re.IGNORECASE)
"""An average of marks, which a school means to reach."""


def _behind(said: str) -> str:
    """What is said behind a word of the past and the verb that belongs to it ("đã | đạt 90%, phấn đấu ...")."""
    verb = _PAST_VERB.match(said)
    return said[verb.end() :] if verb else said


def _scored(clause: str, q: Quantity) -> bool:
    """Whether a number stands with points, as a step of a scale; points in brackets behind all that is said weigh it,
    and a comparison in it is to be reached."""
    clause = _TAKEN_OFF.sub("", clause)
    weighed = _WEIGHED.search(clause) if q.worded or (q.kind == "percent" and q.comparator == ">=") else None
    return bool(points_in(_AVERAGE_MARK.sub(" ", clause[: weighed.start()] if weighed else clause)))


def _with_comparison(text: str, clause: Clause, q: Quantity, before: Quantity, listed: bool) -> Quantity:
    """A count with the comparison that is printed before an earlier one of its list."""
    each = goal_signs.EACH.search(text[clause.start : q.start])
    if _SOMEBODY_ELSE.search(text, before.after, q.start):
        return q
    alike = before.unit == q.unit or _NEXT.fullmatch(text, before.after, q.start)
    aside = "(" in text[before.after : q.start]
    if each or aside or not (before.worded or before.shared) or q.comparator != "=" or not alike:
        return q
    return replace(q, comparator=before.comparator, shared=listed and before.comparator != "=")


class Choice:
    """Asks of each quantity of a paragraph whether it is to be reached."""

    def __init__(self, words: TargetWords, place: Standing) -> None:
        self.words, self.place = words, place

    def accepted(
        self, paragraph: Paragraph, clause: Clause, inside: list[Quantity], last: Quantity | None
    ) -> list[Quantity]:
        """The goals among a clause's quantities. One that goes on with a list ("..., 05 lớp", "; 34 lớp") is a goal
        like the one before it, and keeps its comparison."""
        accepted: list[Quantity] = []
        stock: Quantity | None = None
        text = paragraph.text
        for n, q in enumerate(inside):
            before = accepted[-1] if accepted else last if q.start == clause.start else None
            if not accepted and self._is_stock(paragraph, clause, q, stock):
                stock = q
                continue
            if goal_signs.is_part(text, accepted, q):
                accepted.append(q)
                continue
            if self._only_tells(paragraph, clause, q, inside[n + 1 :], accepted, before):
                continue
            same = before is not None and before.kind == q.kind == "counted"
            listed = same and before and accepted and target_starts.LISTED.fullmatch(text[before.after : q.start])
            if self._is_goal(paragraph, clause, q) or listed or (before is not None and not accepted):
                accepted.append(_with_comparison(text, clause, q, before, bool(accepted)) if same and before else q)
        return accepted

    def _only_tells(
        self,
        paragraph: Paragraph,
        clause: Clause,
        q: Quantity,
        later: list[Quantity],
        accepted: list[Quantity],
        before: Quantity | None,
    ) -> bool:
        """Whether a quantity only tells of those whom another is about, or is a rule for who takes part."""
        text, told = paragraph.text, paragraph.text[clause.start : q.start]
        if goal_signs.NO_POINTS.match(text, q.after) or goal_signs.is_timetable(text, q):
            return True
        if goal_signs.tells_size(self.words, text, clause, q):
            return True
        if goal_signs.is_change(text, q, later) or goal_signs.tells_whom(text, clause, q, later):
            return True  # what is left behind ("giảm từ 5% xuống còn 3%"), of whom the share is
        limited = q.comparator == "<=" or re.search(r"\bchỉ\b", told)
        if limited and goal_signs.WHO_TAKES_PART.search(told) and not GOALS & set(paragraph.kinds):
            return True
        measured = accepted or (later and goal_signs.is_measured(text, q, later[0]))
        if measured and self.words.is_attribute(told):
            return True
        beside = bool(accepted) and accepted[-1].kind == q.kind == "percent" and _AND.match(text, accepted[-1].after)
        if accepted and not beside and goal_signs.REACHES.fullmatch(text[accepted[-1].after : q.start]):
            return True  # what those who are counted reach ("30 thôn đạt từ 12 tiêu chí trở lên")
        whose = bool(accepted) and accepted[-1].kind == "counted" and q.kind == "percent"
        if whose and goal_signs.WITH_A_SHARE.fullmatch(text[accepted[-1].after : q.start]):
            return True
        if goal_signs.lists_parts(text, clause, q) and not self._is_part_goal(paragraph, q):
            return True
        if before is None:
            return False
        if self.words.is_composition(text[before.after : q.start]) and not self._is_part_goal(paragraph, q):
            return True
        which = bool(accepted) and goal_signs.tells_which(self.words, text, accepted[-1], q)
        return which or goal_signs.is_aside(text, before, q)

    def _is_stock(self, paragraph: Paragraph, clause: Clause, q: Quantity, last: Quantity | None) -> bool:
        """Whether a count only says how large a body is ("Toàn xưởng có 6 tổ, 212 thợ")."""
        text, before = paragraph.text, paragraph.text[clause.start : q.number_start]
        if last is not None:
            return goal_signs.GOES_ON.fullmatch(text, last.after, q.start) is not None
        if q.kind != "counted" or q.comparator != "=" or q.value == 0 or not goal_signs.HAS.search(before):
            return False
        made_of = self.words.is_actor(q.unit) or goal_signs.MADE_OF.fullmatch(q.unit or "")
        if goal_signs.WHOLE_BODY.match(before) and made_of and goal_signs.NO_MORE.match(text, q.after):
            return True
        owned = not goal_signs.WITHOUT_OWNER.match(before) and not goal_signs.REACHED.match(text, q.after)
        return owned and not GOALS & set(paragraph.kinds) and not self.words.is_aim(before)

    def _is_part_goal(self, paragraph: Paragraph, q: Quantity) -> bool:
        """Whether a part of a whole has a goal of its own: a share that is compared; among goals, what it is to reach."""
        text = paragraph.text
        if q.kind == "percent" and (q.worded or self.words.does(text[q.after :])):
            return True
        reaches = q.worded or goal_signs.PART_REACHES.match(text, q.after) is not None
        return reaches and bool(GOALS & set(paragraph.kinds))

    def _is_goal(self, paragraph: Paragraph, clause: Clause, q: Quantity) -> bool:
        """Whether a quantity is meant to be reached: by its comparison, the words around it, the section it is in."""
        text = paragraph.text
        before, after = text[clause.start : q.number_start], text[q.end : clause.end]
        if (
            q.kind == "rank"
            or (_scored(text[clause.start : clause.end], q) and q.unit != INDEX_UNIT)
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
            return q.kind == "blank" or not spent or goal_signs.COMPARED.match(text, q.after) is not None
        if self.words.is_composition(before) and not self._is_part_goal(paragraph, q) and not self.words.is_act(before):
            return False
        opened = goal_signs.OTHER_MEASURE.search(before)
        alone = opened is not None and after.lstrip().startswith(")")
        if alone and q.kind == "counted" and q.value != 0:
            return False  # another measure of what stands before the bracket
        existing = q.kind != "money" and self.words.is_existing(after) and not _GROWS.search(before)
        quota = goal_signs.QUOTA.search(text, clause.start, q.start) is not None
        whole = quota or goal_signs.ALL_TOGETHER.search(text, clause.start, q.start) is not None
        if existing or (not whole and self.words.is_condition(text[clause.start : q.start], after)):
            return False
        return self._is_reached(paragraph, clause, q, aimed=aimed, goals=goals)

    def _tells_otherwise(self, paragraph: Paragraph, clause: Clause, q: Quantity, *, goals: bool) -> bool:
        """Whether the words around a quantity, or its section, make it no goal whatever it counts: a limit, a reward, a
        gloss, a condition, a figure of the past."""
        text = paragraph.text
        before, told = text[clause.start : q.number_start], text[clause.start : q.start]
        if goal_signs.is_of_others(text, clause, q, goals=goals):
            return True
        if goal_signs.SINGLED_OUT.search(before) or (q.kind == "percent" and goal_signs.MAY.match(text, q.after)):
            return True
        then = goal_signs.PARTS_OF_PLANS.match(q.unit or "") and goal_signs.TOLD_THEN.match(text, q.after)
        if then and not self.words.is_aim(before):
            return True
        if text.rstrip().endswith(":") and goal_signs.OF_WHAT_FOLLOWS.search(before) and q.kind == "counted":
            return True
        rewarded = "rewards" in paragraph.kinds and not goals and "criteria" not in paragraph.kinds
        if q.kind != "percent" and (rewarded or self.place.is_standard(paragraph)):
            return True  # how many are rewarded, and how highly, is told by the rewards
        if rewarded and goal_signs.OF_ALL.match(text, q.after) and not self.words.is_aim(before):
            return True
        if (not goals and goal_signs.EARNS.match(text, q.after)) or before.rstrip().lower().endswith(" cả"):
            return True
        points = goal_signs.OF_POINTS.match(text, q.after) and not goal_signs.PLACES.match(text, q.after)
        if q.kind == "percent" and points:
            return True
        if goal_signs.BARE_CONTENTS.match(q.unit or "") and not text[q.after : clause.end].strip(END):
            return True
        if not goals and self.place.describes_title(paragraph):
            return True
        if self.words.is_excluded(told) or (not goals and self._is_award(text, clause, q)):
            return True
        if (not goals and goal_signs.is_gloss(text, q)) or self.words.is_if(told):
            return True
        beside = not goals or goal_signs.BESIDE.search(before)
        if beside and self.words.is_share_of(before) and not self.words.is_aim(before[-40:]):
            return True
        if (past := self.words.past_end(before)) is not None and not self.words.is_aim(_behind(before[past:])[-70:]):
            work = before[before.rfind(", ", past) + 2 :] if goals and ", " in before[past:] else ""
            return not (work and tells_amount(self.words, work))  # "... hiện có, trồng mới 40 ha"
        plain = q.kind == "counted" and q.comparator == "=" and "/" not in text[q.number_start : q.after]
        if plain and not goals and goal_signs.FULFILS.search(before) and goal_signs.PARTS_OF_PLANS.match(q.unit or ""):
            return True
        if not goals and goal_signs.HELD.search(before) and not self.words.is_aim(before):
            return True
        own = goal_signs.ITS_YEAR.match(text, q.after)
        said = text[text.rfind(". ", 0, q.start) + 1 : q.start]
        return self.place.looks_back(said, int(own["year"]) if own else None)

    def _is_reached(self, paragraph: Paragraph, clause: Clause, q: Quantity, *, aimed: bool, goals: bool) -> bool:
        """Whether a span, a rate, a sum or a number of things is to be reached."""
        text = paragraph.text
        before, told = text[clause.start : q.number_start], text[clause.start : q.start]
        if q.kind == "span":
            between = q.comparator == "range" and re.search(r"\bthời gian\b", before, re.IGNORECASE)
            still = q.worded or bool(between or re.search(r"\bcòn\s*$", before))
            goals = goals or goal_signs.SHORTENED.search(told) is not None
            goals = goals or (q.comparator == ">=" and self._is_somebodys(told))
            return goals and still and not goal_signs.EARLIER.search(before)
        if q.kind == "rate":
            if (q.unit or "").lower().startswith("ngày"):
                return goals or bool(goal_signs.SENT.search(before) or (q.worded and goal_signs.GOES_OUT.search(told)))
            if goal_signs.SENT.search(before) and ("/" in (q.unit or "") or goal_signs.PERIODICALLY.search(before)):
                return True
            if self._is_somebodys(told) and not q.worded:
                return True
            if _GROWS.search(before) and MEASURE.search(told):
                return True
            meant = goals or (not goal_signs.OFTEN.match(q.unit or "") and (aimed or self.words.is_act(before)))
            return q.worded or (meant and ((q.unit or "").lower() != "lần" or bool(_GROWS.search(before))))
        if q.kind == "money":
            earned = (q.worded or q.comparator == "range") and goal_signs.EARNED.search(told) is not None
            quota = q.worded and bool(goal_signs.QUOTA.search(told) or goal_signs.EACH_PERIOD.search(told))
            earned = earned or goal_signs.RAISED.search(before) is not None
            given = not (earned or quota) and goal_signs.GIVEN.search(before) is not None
            return goals or ((aimed or earned) and not given and "funding" not in paragraph.kinds)
        ranged = q.worded or q.comparator != "="
        each = goal_signs.EACH.search(told) or goal_signs.EACH_PERIOD.search(before)
        if q.value == 0 or ranged or goals or aimed or each or is_quota(text, clause, q):
            return True
        if counts_its_label(self.words, before, q.unit) and "funding" not in paragraph.kinds:
            return True
        return self.words.is_act(before) or tells_amount(self.words, before, known=True)

    def _is_somebodys(self, told: str) -> bool:
        """Whether each of some persons or bodies is to do so much of something ("mỗi công chức ... ít nhất 05 ngày")."""
        each = goal_signs.HIS_OWN.search(told)
        return each is not None and self.words.is_actor(each["who"])

    def _is_award(self, text: str, clause: Clause, q: Quantity) -> bool:
        """Whether it counts rewards, or what they are worth."""
        before = text[clause.start : q.number_start]
        if goal_signs.SHOWN.match(text, q.number_start):
            return False
        if goal_signs.EACH_PERIOD.search(text[clause.start : q.start]) and not self.words.is_actor(q.unit):
            return False
        chosen = goal_signs.CHOSEN.search(text[clause.start : q.start]) and not goal_signs.QUOTA.search(before)
        whole = text[clause.start : clause.end]
        if chosen and goal_signs.CHOSEN_FIRST.match(text, q.number_start):
            return True
        counted = q.kind in {"counted", "money"} and self.words.is_award(whole if chosen else before)
        return counted and not self._is_gift(whole, q)

    def _is_gift(self, clause: str, q: Quantity) -> bool:
        """Whether things are given, and nobody is rewarded ("tặng 200 suất quà")."""
        given = not self.words.is_actor(q.unit) or goal_signs.PRESENT.search(clause[: clause.find(q.unit or "")])
        return q.kind == "counted" and bool(given) and not goal_signs.REWARD.search(clause)
