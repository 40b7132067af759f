"""Criteria in running text: things scored one after the other, points added and taken off, classes by points, conditions
for being rewarded, and sentences that make something a criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.citations.internal_reference import reference_in
from kehoach.extract.criteria.class_lists import class_lines
from kehoach.extract.criteria.counted_clauses import counted_in
from kehoach.extract.criteria.criterion_words import END, CriterionWords, asked_end
from kehoach.extract.criteria.graded_counts import graded_in
from kehoach.extract.criteria.label_lists import below_label
from kehoach.extract.criteria.points import bands_in, points_in, ranked_in, without_bands
from kehoach.extract.criteria.refusals import refuses
from kehoach.extract.criteria.scored_clauses import (
    CLASS,
    SCALE,
    Scored,
    beside,
    closed,
    makes_a_scale,
    only_points,
    plain_points,
    scored,
    scores,
    tag_start,
)
from kehoach.extract.criteria.signed_clauses import signed_clauses
from kehoach.extract.text.paragraphs import Paragraph, clauses, paragraphs
from kehoach.extract.text.passages import passages, trimmed
from kehoach.model.document import Document, Span
from kehoach.model.fact import CriterionMention
from kehoach.model.plan import Criterion, CriterionKind
from kehoach.model.section import Node, Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_LONGEST_SAID = 300
_REWARDED = Sieve(
    r"(?<!sáng kiến)(?<!giải pháp)(?<!đề tài)(?<!mô hình)(?<!cải tiến)\s+(?:thì |sẽ |mới )?(?:được|đủ điều kiện)\s+(?:xem xét |xét )?(?:đề nghị|tặng|công nhận|xét|khen thưởng|bình xét|suy tôn)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:đối với|về)\s[^:]{3,50}:\s*", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:được\s+)?(?:thực hiện|quy định|áp dụng|tính|chấm(?: điểm)?|có)\s+)?(?:cụ thể\s+)?"
    r"(?:theo|như|tại|ở|xem|chi tiết)\s(?=[^.;\n]*\b(?:phụ lục|kèm theo|đính kèm|(?:quyết định|hướng dẫn|thông tư|quy chế|quy định|công văn|nghị định|kế hoạch) số)\b)"
    r"(?:[^.;\n]|\.(?=\S))*[.;]?\s*",
    re.IGNORECASE,
)
"""A sentence that only says where the criteria stand ("Thực hiện theo Phụ lục 1 kèm theo Kế hoạch này.")."""
_LEADS = re.compile(r"\s*[^:\n]{10,200}\b(?:sau(?: đây)?|bảo đảm|đảm bảo|cụ thể|gồm)\s*:\s+(?=\S)", re.IGNORECASE)
"""The words up to the colon that only lead over to the conditions ("Tổ được đề nghị khen phải đạt các tiêu chí sau:")."""
_REFUSED = Sieve(r"\bkhông\s+(?:được\s+)?(?:xem xét|xét|đề nghị|bình xét)\b", re.IGNORECASE)
_MUST = Sieve(
    r"\bđược\s+(?:xem xét|xét|đề nghị|khen|tặng|công nhận|suy tôn|bình (?:xét|chọn))\b[^.;]{0,60}?\b(?:phải|khi|nếu|cần)\s",
    re.IGNORECASE,
)
"""Who is rewarded only if: the words up to the condition."""
_LABEL = Sieve(
    r"\W*(?:các |nội dung )?(?:tiêu chí|tiêu chuẩn)(?:,? (?:và )?(?:chấm(?: thi| điểm)?|đánh giá|xét(?: chọn| khen| tặng)?|bình (?:chọn|xét)|lựa chọn|thi đua|"
    r"khen thưởng|xếp loại|cụ thể|chung|như sau|gồm))*\s*:\s*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^;.\n]|\.(?!\s|$))+")


@dataclass(frozen=True)
class ProseCriteria:
    """``scored`` are the indices of nodes whose own words are a criterion with points, ``listing`` of those whose words
    are several, ``on_criteria`` of those in a part of the plan that is on criteria."""

    document: Document
    outline: Outline
    words: CriterionWords
    scored: frozenset[int]
    listing: frozenset[int]
    on_criteria: frozenset[int]

    def found(self) -> Iterator[CriterionMention]:
        yield from self.said()
        classes = class_lines(self.document, self.outline)
        for passage in paragraphs(self.document, self.outline):
            ranked = ranked_in(passage.text) if self._is_inside(passage.start) else ()
            bands = classes.get(passage.block) or bands_in(passage.text) or ranked or graded_in(passage.text)
            for band in bands:
                yield self._mention(passage.span(band.start, band.end), "criterion.band", 0.85, kind="band")
            if passage.node in self.listing or not self._is_scored(passage.start):
                yield from self.listed(replace(passage, text=without_bands(passage.text, bands)) if bands else passage)
                yield from self.required(passage)
            elif passage.node in self.scored:
                begin = beside(passage.text) if passage.opens else 0
                yield from self.signed(passage, begin)
                yield from self.refused(passage, begin)
            if not passage.opens and _LABEL.fullmatch(passage.text) and not self._is_inside(passage.start):
                for span in below_label(self.document, self.outline, passage):
                    yield self._mention(span, "criterion.labelled", 0.8)
        for span in counted_in(self.document, self.outline, self.on_criteria - self.scored):
            yield self._mention(span, "criterion.counted", 0.8)
        yield from self.conditions()

    def required(self, passage: Paragraph) -> Iterator[CriterionMention]:
        """A clause that tells what somebody has to do to be rewarded ("Tổ được đề nghị khen phải ...")."""
        if not {"criteria", "rewards"} & set(passage.kinds) or (passage.opens and self._is_inside(passage.start)):
            return
        for a, b in clauses(passage.text):
            clause = passage.text[a:b]
            if passage.text[b - 1 :].strip() == ":":
                continue  # leads over to what has to be done
            if b - a <= _LONGEST_SAID and _MUST.search(clause) and self.words.begins_with_whom(clause):
                yield self._mention(passage.span(a, b), "criterion.required", 0.7)

    def said(self) -> Iterator[CriterionMention]:
        """A sentence that makes something a criterion: the clause up to the words that say so. That the plan itself is
        to be a basis of judging, as its purposes say, makes none."""
        for passage in passages(self.document, "body", "table"):
            for match in self.words.said_in(passage.text):
                start = max((m.end() for m in re.finditer(r"[;\n|]|\.\s", passage.text[: match.start()])), default=0)
                end = re.compile(r"[;\n|]|\.(?=\s|$|/)|$").search(passage.text, match.end())
                a, b = trimmed(passage.text, start, end.start() if end else len(passage.text), END)
                span = passage.span(a, b)
                purpose = "purpose" in self.outline.kinds_at(span.start)
                if b - a <= _LONGEST_SAID and not purpose and not self._is_inside(span.start):
                    yield self._mention(span, "criterion.said", 0.7, only_points(passage.text[a:b]))

    def listed(self, passage: Paragraph) -> Iterator[CriterionMention]:
        """Points in running text: all of them in sections on criteria, elsewhere those that are added or taken off ("đạt
        giải Ba cộng 2 điểm")."""
        inside, text = self._is_inside(passage.start), passage.text
        several = scored(text) if inside or SCALE.search(text) else Scored()
        if not inside and not makes_a_scale(text, several):
            several = Scored()
        found, head = several.shares, several.head
        if (
            head is not None
            and not self._is_scored(passage.start)
            and not SCALE.search(text, 0, head.end)
            and not self.words.is_scale(text)
        ):
            span = passage.span(*trimmed(text, 0, tag_start(text, head), END))
            if self._is_thing(span, 2):
                yield self._mention(span, "criterion.listed_points", 0.8, head.value, "group")
        whole = self._kind(passage)
        for share in found:
            span = passage.span(share.start, share.end)
            yield self._mention(span, "criterion.listed_points", 0.8, share.points.value, whole)
        for points in plain_points(text) if inside and not found and not head else ():
            marks = re.finditer(r"[;:\n]|\.\s", text[: points.start])
            start = max((m.end() for m in marks if text[m.end() : points.start].strip(" (") or m[0] != ":"), default=0)
            span = passage.span(*trimmed(text, start, closed(text, points), END))
            if self._is_thing(span, 4) and not self.words.is_scale(fold(self.document.quote(span))):
                yield self._mention(span, "criterion.added", 0.7, points.value, whole)
        if found:
            yield from self.signed(replace(passage, text=text[: found[0].start]))
        yield from self.signed(passage, max((s.points.end for s in found), default=0))
        yield from self.refused(passage) if inside else ()

    def signed(self, passage: Paragraph, begin: int = 0) -> Iterator[CriterionMention]:
        """What adds points or takes them off behind an offset of a paragraph."""
        for share in signed_clauses(passage.text, begin):
            span = passage.span(share.start, share.end)
            if self._is_thing(span, 2 if self._is_inside(passage.start) else 4):
                kind: CriterionKind = "bonus" if share.points.sign > 0 else "penalty"
                yield self._mention(span, "criterion.added", 0.7, share.points.value, kind)

    def _kind(self, passage: Paragraph) -> CriterionKind:
        """Bonus or penalty where the paragraph or a heading over it says that of all its points ("Điểm thưởng")."""
        above = self._around(self.outline.index_at(passage.start))
        texts = (passage.text, *(fold(self.document.quote(node.heading)) for node in above))
        return next((k for t in texts if CLASS.match(t) and (k := self.words.kind_over(t))), "criterion")

    def refused(self, passage: Paragraph, begin: int = 0) -> Iterator[CriterionMention]:
        """Deeds behind an offset for which somebody is not ranked at all, as others take points off."""
        text = passage.text
        scored_beside = bool(points_in(text))
        for sentence in _SENTENCE.finditer(text, begin):
            a, b = trimmed(text, *sentence.span(), END)
            if refuses(text[a:b], scored_beside) and not points_in(text[a:b]):
                yield self._mention(passage.span(a, b), "criterion.unranked", 0.7, kind="penalty")

    def conditions(self) -> Iterator[CriterionMention]:
        """What somebody must have done to be rewarded: the paragraph of a section on criteria that holds nothing else,
        what stands behind "Tiêu chuẩn:", and the points about somebody beside others that are scored. A clause about
        somebody else is a criterion of its own."""
        for n, node in enumerate(self.outline.nodes):
            yield from self._rewarded(n, node)
            begin = self._condition(n, node)
            if begin is None:
                continue
            text = "\n".join(map(fold, self.document.text.value[begin : node.extent.end].split("\n")))
            if node.role == "section" and (lead := _LEADS.match(text)):
                begin, text = begin + lead.end(), text[lead.end() :]
            if self._is_scored(begin) or scores(text) or "|" in text or ":" in text or not text.strip(END):
                continue
            if _ELSEWHERE.fullmatch(text):
                continue
            labelled = self.words.condition(fold(self.document.quote(node.heading))) is not None
            beside = node.role == "item" and not labelled and self._is_inside(begin)
            for a, b in self._parted(text, beside):
                if self.words.is_procedure(text[a:b].strip(END)):
                    continue
                yield self._mention(Span(begin + a, begin + b), "criterion.condition", 0.75)

    def _rewarded(self, n: int, node: Node) -> Iterator[CriterionMention]:
        """What a point of a part on rewards asks of whom it rewards: the words before the colon ("Chi hội có điểm thi đua
        từ 90 trở lên: Giấy khen")."""
        if node.role != "item" or "rewards" not in self.outline.kinds_at(node.heading.start) or n in self.scored:
            return
        text = fold(self.document.quote(node.heading))
        asked = asked_end(text)
        if asked is not None and self.words.begins_with_whom(text):
            a, b = trimmed(text, 0, asked, END)
            yield self._mention(Span(node.heading.start + a, node.heading.start + b), "criterion.rewarded", 0.75)

    def _condition(self, n: int, node: Node) -> int | None:
        """Where the conditions that a node states begin; None where it states none."""
        heading = fold(self.document.quote(node.heading))
        if any(True for _ in self.outline.children(n)) or n in self.listing:
            return None
        if any(self.words.is_other(fold(self.document.quote(a.heading))) for a in self._around(n)):
            return None
        if self.words.is_on_procedure(heading):
            return None
        if node.role == "section":
            return node.heading.end if "criteria" in node.kinds and self.words.is_container(heading) else None
        if node.role != "item":
            return None
        inside = self._is_inside(node.heading.start)
        rewards = "rewards" in self.outline.kinds_at(node.heading.start)
        label = self.words.condition(heading)
        if label is not None and (rewards or not inside):
            return node.heading.start + label
        siblings = [m for m, other in enumerate(self.outline.nodes) if other.parent == node.parent]
        if inside and any(m in self.scored or m in self.listing for m in siblings):
            whom = _FOR.match(heading)
            return node.heading.start + (label or (whom.end() if whom else 0))
        return None

    def _parted(self, text: str, subjects: bool) -> Iterator[tuple[int, int]]:
        """The paragraphs, cut before a clause that begins with somebody else; clauses that refuse are left out, and,
        where ``subjects`` are asked for, those about nobody."""
        made: list[tuple[int, int]] = []
        for line in re.finditer(r"[^\n]+", text):
            first = not subjects
            for a, b in clauses(text, line.start(), line.end()):
                if _REFUSED.search(text[a:b]):
                    continue
                rewarded = _REWARDED.search(text, a, b)
                asked = rewarded and _MUST.search(text, rewarded.start(), b)
                b = rewarded.start() if rewarded and not asked else b
                if first or self.words.begins_with_whom(text[a:b]):
                    made.append((a, b))
                elif made:
                    made[-1] = (made[-1][0], b)
                first = False
        yield from made

    def _mention(
        self, span: Span, rule: str, sure: float, points: float | None = None, kind: CriterionKind = "criterion"
    ) -> CriterionMention:
        raw = self.document.quote(span)
        n = self.outline.index_at(span.start)
        own = [raw] if self.words.begins_with_whom(fold(raw)) else []
        texts = [*own, *(self.document.quote(a.heading) for a in self._around(n))]
        made = Criterion(
            path=self.outline.path_at(span.start),
            text=" ".join(raw.split()),
            points=points,
            kind=kind,
            applies_to=next((found for t in texts if (found := self.words.applies_to(fold(t)))), None),
            evidence=self.document.evidence(span),
            confidence=self.document.confidence(span) * sure,
            rule=rule,
        )
        return CriterionMention(made, span, reference_in(self.document, span))

    def _around(self, n: int | None) -> list[Node]:
        return list(self.outline.ancestors(n)) if n is not None else []

    def _is_thing(self, span: Span, words: int) -> bool:
        """Whether the words say what is scored, in so many words at least."""
        text = fold(self.document.quote(span))
        return not self.words.is_total(text) and len(text.split()) >= words

    def _is_scored(self, offset: int) -> bool:
        """Whether the node around an offset, or one above it, has points of its own."""
        n = self.outline.index_at(offset)
        while n is not None:
            if n in self.scored:
                return True
            n = self.outline.nodes[n].parent
        return False

    def _is_inside(self, offset: int) -> bool:
        """Inside a part on criteria."""
        return self.outline.index_at(offset) in self.on_criteria
