"""Named movements, campaigns and drives: quoted names, proper names and descriptions behind the noun that calls them
so; the plan's own stands in its title. Movements in general ("phong trào thi đua yêu nước") are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.extract.citations.carried import bases_of_the_decision
from kehoach.extract.movements.enumerated import CALLS, enumerated, in_a_row
from kehoach.extract.movements.movement_names import (
    CALLED,
    DROPPED,
    FEASTS,
    KEPT_UP,
    NOT_A_NAME,
    OF_ROUNDS,
    OFFICE,
    PROPER,
    ROUND,
    STARTED,
    TITLED,
    WEEKDAY,
    WELCOMES_ALL,
    WELCOMING,
    own_name,
    same_movement,
    without_year,
)
from kehoach.extract.movements.titles import CONCERNING, titles_whole
from kehoach.extract.text.passages import Passage, passages, sentence_at, trimmed
from kehoach.extract.text.quotations import Quotation, quotations
from kehoach.model.document import Document, Span
from kehoach.model.plan import Movement
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Entry

_YEAR = re.compile(r"\s*(?:(?:yêu nước|thường xuyên)\s+)?(?:năm(?: học)?|giai đoạn) \d{4}(?:\s*-\s*\d{4})?")
_PLANNED = re.compile(r"(?:Kế hoạch|[Cc]hương trình|Đề án)\s*[:,-]?\s*$")
_TITLE_OF = re.compile(r"\b(?:về(?: việc)?|V/v)\s*$", re.IGNORECASE)
_COMPETED = re.compile(r"\b[Tt]hi đua(?: đột kích| nước rút| ngắn ngày)?\s*$")
_NOUN_LIST = re.compile(
    r"\b(?:cơ quan|đơn vị|doanh nghiệp|gia đình|thôn|bản|làng|ấp|xã|phường|trường|trường học|tổ dân phố|cán bộ|công chức|viên chức)\b",
    re.IGNORECASE,
)
_WORK_LIST = re.compile(r"\b(?:nhiệm vụ|kế hoạch|chỉ tiêu|mục tiêu|chương trình)\b", re.IGNORECASE)
_NOUNS = (_NOUN_LIST, _WORK_LIST)
"""Nouns of one kind, which a name may have one behind the other."""
_OTHERS_BEFORE = re.compile(
    r"\s*:\s*(?:(?:(?:các )?phong trào|cuộc vận động)?\s*\"[^\"]+\"\s*(?:,|;|và)\s*)+$", re.IGNORECASE
)
"""Before a movement without quotes: those in quotes with which its list begins behind a colon."""
_NAMELESS = re.compile(r"(?:hành động|cao điểm|thi đua|tuần lễ(?: quốc gia)?)\s*$", re.IGNORECASE)
_YEARLY = re.compile(r"thi đua|vận động|chiến dịch", re.IGNORECASE)
"""Of these the year in a title makes one of its own; "phong trào thiếu nhi năm ..." is the work of a year."""
_LONGEST_GAP, _LONGEST_NAME = 70, 28


@dataclass(frozen=True, slots=True)
class _Found:
    spans: tuple[Span, ...]
    name: str
    rule: str
    sure: float


def movements(document: Document, outline: Outline, rules: Rules) -> tuple[Movement, ...]:
    """Each movement once, at its first place; the class word is kept where the name is a description."""
    finder = rules.made(_Finder)
    read = (*bases_of_the_decision(document), *titles_whole(document))
    found = [one for passage in read for one in finder.found(passage)]
    found += finder.listed(document, outline)
    titled = [document.span(n) for n, _ in document.zone("title")]
    named = [one for one in found if not one.rule.endswith(".year")]
    if any(title.holds(one.spans[0]) for one in named for title in titled):
        found = named  # the plan's own, whose title names it
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.spans[0].start, -f.sure)):
        if not any(same_movement(other.name, one.name) or _ends_in(other, one) for other in kept):
            kept.append(one)
    return tuple(
        Movement(
            name=one.name,
            path=outline.path_at(one.spans[0].start),
            evidence=document.evidence(*one.spans),
            confidence=document.confidence(*one.spans) * one.sure,
            rule=one.rule,
        )
        for one in kept
    )


class _Finder:
    """The vocabulary of movements, by what its entries do."""

    def __init__(self, rules: Rules) -> None:
        words = rules["movements"]
        self.classes, self.own, self.known = (words.part("role", role) for role in ("class", "own", "known"))
        self.joins = self._patterns(rules, "joins")
        self.generic = self._patterns(rules, "generic")
        self.ends = self._patterns(rules, "end")
        self.dashes = self._patterns(rules, "dash_end")
        self.own_ends, self.title_ends = self._patterns(rules, "own_end"), self._patterns(rules, "title_end")
        self.wholes = self._patterns(rules, "whole")

    @staticmethod
    def _patterns(rules: Rules, role: str) -> list[Sieve]:
        return [p for entry in rules["movements"] if entry["role"] == role for p in entry.patterns]

    def found(self, passage: Passage) -> Iterator[_Found]:
        quotes = quotations(passage.raw)
        for entry, cue in self.classes.all(passage.text):
            yield from self._quoted(passage, quotes, entry, cue)
            if one := self._described(passage, entry, cue):
                yield one
        yield from self._others(passage, quotes)
        yield from (_one(passage, *place, "movement.enumerated", 0.8) for place in enumerated(passage.text))

    def listed(self, document: Document, outline: Outline) -> Iterator[_Found]:
        """Names in quotes that open the points under a heading on movements."""
        for passage in passages(document, "body"):
            n = outline.index_at(passage.start)
            above = outline.nodes[n].parent if n is not None else None
            if n is None or above is None or outline.nodes[n].block != passage.block:
                continue
            heading = fold(document.quote(outline.nodes[above].heading))
            quote = next(iter(quotations(passage.raw)), None)
            begin = outline.nodes[n].heading.start - passage.start
            opens = quote and (quote.start <= begin + 1 or CALLS.fullmatch(passage.text, begin, quote.start))
            if quote and opens and self.classes.has(heading) and not NOT_A_NAME.search(heading):
                yield _one(passage, quote.inner_start, quote.inner_end, "movement.heading_list", 0.85)

    def _others(self, passage: Passage, quotes: tuple[Quotation, ...]) -> Iterator[_Found]:
        own: dict[int, tuple[Entry, re.Match[str]]] = {}
        for entry, cue in self.own.all(passage.text):  # the fullest noun at each place
            if cue.start() not in own or cue.end() > own[cue.start()][1].end():
                own[cue.start()] = (entry, cue)
        for entry, cue in own.values():
            titled = passage.zone == "title"
            named = next((q for q in quotes if not passage.text[cue.end() : q.start].strip()), None)
            if named is not None and named.start >= cue.end():
                yield _one(passage, named.inner_start, named.inner_end, f"{entry.id}.quoted", 0.9)
                continue
            if not titled and _NAMELESS.search(cue[0]) and self._is_spoken_of(passage.text[cue.end() :]):
                continue
            end = self._title_end(passage.text, cue.end()) if titled else self._end(passage.text, cue.end(), own=True)
            if end > cue.end() or not _NAMELESS.search(cue[0]):
                yield _one(passage, cue.start(), end, entry.id, 0.75)
        for entry, cue in self.known.all(passage.text):
            if not self._is_document_title(passage.text, quotes, cue.start()):
                yield _one(passage, cue.start(), cue.end(), entry.id, 0.85)
        titled = passage.zone == "title"
        for cue in (TITLED if titled and not CONCERNING.match(passage.text) else STARTED).finditer(passage.text):
            if (not titled and WELCOMES_ALL.match(passage.text, cue.end())) or (titled and quotes):
                continue
            end = self._title_end(passage.text, cue.end()) if titled else self._end(passage.text, cue.end())
            yield _one(passage, *trimmed(passage.text, cue.end(), end), "movement.started", 0.8)
        for n, quote in enumerate(quotes):
            inner = passage.text[quote.inner_start : quote.inner_end]
            before, titled = passage.text[: quote.start], passage.zone == "title"
            campaign = titled or re.search(r"\bthi đua\b|\bchung (?:tay|sức)\b", inner, re.IGNORECASE)
            if _PLANNED.search(before) and campaign:
                yield _one(passage, quote.inner_start, quote.inner_end, "movement.plan_name", 0.7)
            elif _COMPETED.search(before) and not re.search(r"phong trào thi đua\s*$", before, re.IGNORECASE):
                for one in in_a_row(passage.text, quotes[n:]):
                    yield _one(passage, one.inner_start, one.inner_end, "movement.competed", 0.7)
            elif WEEKDAY.match(inner) and KEPT_UP.search(before):
                yield _one(passage, quote.inner_start, quote.inner_end, "movement.weekday", 0.8)
            elif ROUND.search(before) or (CALLED.search(before) and OF_ROUNDS.search(before)):
                yield _one(passage, quote.inner_start, quote.inner_end, "movement.round", 0.75)

    def _quoted(
        self, passage: Passage, quotes: tuple[Quotation, ...], entry: Entry, cue: re.Match[str]
    ) -> Iterator[_Found]:
        """The quotation behind the noun, with the verb between them, and those that continue its list."""
        text = passage.text
        if (n := next((n for n, q in enumerate(quotes) if q.start >= cue.end()), None)) is None:
            return
        gap = text[cue.end() : quotes[n].start]
        if len(gap) > _LONGEST_GAP or re.search(r"[.;|]|:.*\w", gap) or NOT_A_NAME.search(gap):
            return
        if self.classes.has(gap) or NOT_A_NAME.search(text[max(0, cue.start() - 22) : cue.start()]):
            return
        dropped = DROPPED.match(gap)
        begin = cue.end() + (dropped.end() if dropped else 0)
        begin, stop = trimmed(text, begin, quotes[n].start)
        first = quotes[n]
        spans = [passage.span(first.inner_start, first.inner_end)]
        name = passage.raw[first.inner_start : first.inner_end]
        if stop > begin:
            between = text[begin:stop]
            if not between[0].isalpha() or len(between.split()) > 8 or self._is_generic(between):
                return
            spans.insert(0, passage.span(begin, stop))
            name = f"{passage.raw[begin:stop]} {name}"
        yield _Found(tuple(spans), " ".join(name.split()), f"{entry.id}.quoted", 0.95)
        for after in in_a_row(passage.text, quotes[n:])[1:]:
            yield _one(passage, after.inner_start, after.inner_end, f"{entry.id}.listed", 0.9)

    def _described(self, passage: Passage, entry: Entry, cue: re.Match[str]) -> _Found | None:
        """A proper name or a description behind the noun; in the title whatever follows it to the end."""
        text = passage.text
        rest = text[cue.end() :].lstrip(" ")
        begin = len(text) - len(rest)
        if not rest or rest.startswith('"') or OFFICE.search(text, 0, cue.start()):
            return None
        year = _YEAR.match(text, cue.end())
        welcoming = bool(entry.get("named") and WELCOMING.match(text, cue.end()))
        own = text[begin : self._title_end(text, begin)] if passage.zone == "title" else ""
        if (
            own
            and '"' not in rest
            and (welcoming or (_YEARLY.search(cue[0]) and re.search(r"\d{4}", own)) or not self._is_generic(rest))
        ):
            start, end = trimmed(text, cue.start(), self._title_end(text, begin))
            if PROPER.match(passage.raw, begin) and not (welcoming or passage.raw.isupper()):
                start, end = own_name(passage.raw, cue, begin), without_year(text, begin, end)
            return _one(passage, start, end, f"{entry.id}.title", 0.9)
        if year and re.search(r"\bphát động\s+(?:các\s+)?$", text[: cue.start()], re.IGNORECASE):
            return _one(passage, cue.start(), year.end(), f"{entry.id}.year", 0.8)
        launched = cue[0].lower().startswith("đợt") or self._is_joined(text, cue.start())
        whole = WELCOMING.match(text, cue.end()) if entry.get("named") and launched else None
        if whole is not None and not FEASTS.search(whole[0]):
            return _one(passage, cue.start(), whole.end(), f"{entry.id}.welcoming", 0.75)
        proper = PROPER.match(passage.raw, begin)
        if entry.get("named") or self._is_generic(rest) or not (proper or self._is_joined(text, cue.start())):
            return None
        end = max([self._end(text, begin), *(m.end() for p in self.wholes if (m := p.match(text, begin)))])
        named = own_name(passage.raw, cue, begin)
        start = named if passage.raw[begin].isupper() or named < begin else cue.start()
        end = without_year(text, begin, end) if start > cue.start() else end
        words = len(text[begin:end].split())
        if not 2 <= words <= _LONGEST_NAME or text[end:].lstrip().startswith('"'):
            return None
        return _one(passage, start, end, f"{entry.id}.described", 0.75)

    def _title_end(self, text: str, begin: int) -> int:
        """In the title a name runs on to the end, or to another work of the plan."""
        return min([*(m.start() for p in self.title_ends if (m := p.search(text, begin))), len(text)])

    def _is_generic(self, rest: str) -> bool:
        return any(p.match(rest) for p in self.generic)

    def _is_spoken_of(self, rest: str) -> bool:
        """Whether a noun that needs a name behind it ("Tháng hành động") stands alone: it was named before."""
        after = rest.lstrip()
        return after[:1] in ",;.:)" or (self._is_generic(after) and not after.startswith("về "))

    def _is_joined(self, text: str, at: int) -> bool:
        """Whether the sentence before the noun says that the movement is launched, joined or carried out."""
        start, _ = sentence_at(text, at)
        clause = re.split(r"[;:]", _OTHERS_BEFORE.sub(" ", text[start:at]))[-1][-80:]
        if re.search(r"\bhoạt động\s*$", clause, re.IGNORECASE):
            return False
        return any(p.search(clause) for p in self.joins)

    def _end(self, text: str, begin: int, own: bool = False) -> int:
        """Where a name ends. A comma ends it unless the next words run parallel ("tự học, tự rèn"), or, in the name of
        a month of action, are few ("an toàn, vệ sinh lao động")."""
        patterns = [*self.ends, *(self.own_ends if own else self.dashes)]
        ends = [m.start() for p in patterns if (m := p.search(text, begin))]
        end = min([*ends, len(text)])
        for comma in re.finditer(",", text[begin:end]):
            before = re.split(r",\s*", text[begin : begin + comma.start()])[-1].split()
            after = re.split(r"[,.;]", text[begin + comma.end() : end])[0].split()
            parallel = (
                before and after and len(after) <= 6 and bool({w.lower() for w in before} & {w.lower() for w in after})
            )
            few = own and after and len(after) <= 4 and not any(p.match(" ".join(after)) for p in self.joins)
            nouns = before and any(p.match(" ".join(after)) and p.search(" ".join(before[-3:])) for p in _NOUNS)
            halved = before and " ".join(before).lower().endswith(("phòng", "học tập"))  # "phòng, chống ..."
            if not (parallel or few or nouns or halved):
                end = begin + comma.start()
                break
        _, end = trimmed(text, begin, end)
        years = re.compile(r"\s*\(\d{4}\s*-\s*\d{4}\)").match(text, end)
        return years.end() if years else end

    def _is_document_title(self, text: str, quotes: tuple[Quotation, ...], at: int) -> bool:
        """A quoted subject of a document ("về “Đẩy mạnh ...”") names the document, unless a movement is spoken of."""
        quote = next((q for q in quotes if q.start < at < q.end), None)
        if quote is None or not _TITLE_OF.search(text[: quote.start]):
            return False
        start, _ = sentence_at(text, at)
        return not re.search(r"\b(?:phong trào|cuộc vận động)\b", text[start:at], re.IGNORECASE)


def _ends_in(whole: _Found, part: _Found) -> bool:
    """Whether a name is the end of a longer one at the same place ("thi đua cao điểm Tháng Thanh niên năm 2031")."""
    return whole.spans[-1].end == part.spans[-1].end and whole.spans[-1].holds(part.spans[-1])


def _one(passage: Passage, start: int, end: int, rule: str, sure: float) -> _Found:
    name = passage.raw[start:end].replace("“", "").replace("”", "").replace('"', "")
    return _Found((passage.span(start, end),), " ".join(name.split()), rule, sure)
