"""A plan with what the rules ask of it: where its parts stand in the text, how sure the reading is, which day counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from kehoach.auditing.catalogue import Side
from kehoach.model.document_info import HeaderEvidence
from kehoach.model.geometry import Box
from kehoach.model.keeping import cached_property
from kehoach.model.plan import Fact, Item, Plan, Section
from kehoach.model.section import SectionKind
from kehoach.model.text import Evidence
from kehoach.orthography.fold import fold
from kehoach.orthography.quality import vietnamese_quality
from kehoach.rules.load import Rules

SURE = 0.7
"""Below this confidence a finding is the reader's doubt. Characters of clean office scans are read at 0.93 and above,
and a fact's confidence is that of its rule times that of its characters."""
SURE_DIGITS = 0.8
"""The same where a single digit decides: dates, points, ordinals."""
_LEGIBLE = 0.6
"""Quality (``vietnamese_quality``, 0 to 1) below which a text was not read; letters at its beginning that are looked at."""
_TASTED = 4000
Cut = Literal["head", "foot"]
_END = re.compile(r"\.\s?/\s?\.|[./]\s?/\s*$|/\.\s*$", re.MULTILINE)
_LAST = 300
"""Characters at the end of a text within which its end mark is looked for: a note of the portal may follow it."""
_HEADED_BY = re.compile(
    r"^\W*(?:đảng cộng sản việt nam|đoàn tncs hồ chí minh|đoàn thanh niên cộng sản hồ chí minh)\W*$"
)
_FOOT = re.compile(r"^\W{0,3}nơi nhận\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A section or item: ``start`` is where its heading or text begins, ``label_at`` its printed label, ``end`` the
    end of all that belongs to it."""

    path: str
    heading: str
    kinds: tuple[SectionKind, ...]
    start: int
    end: int
    label_at: int
    fact: Fact
    is_section: bool

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self.path.split("."))

    @property
    def parent(self) -> str:
        return self.path.rpartition(".")[0]


def side_of(plan: Plan) -> Side:
    """Whose rules of form a plan follows: documents of the Party and the Youth Union bear their own name over the date, and
    symbols like "05-KH/TU"."""
    document = plan.document
    of_party = document.issuer_level == "party" or re.match(r"\d*-[A-ZĐ]", document.number or "")
    headed = any(_HEADED_BY.match(fold(line).lower()) for line in plan.text[:400].split("\n"))
    return "party" if of_party or headed else "state"


@dataclass(frozen=True)
class Case:
    """One plan under audit. ``on`` is the day whose law is applied; ``issued`` the plan's own full date, if any;
    ``issued_from`` the first day on which it can have been issued, where only month or year are known."""

    plan: Plan
    rules: Rules
    on: date | None
    issued: date | None
    issued_from: date | None = None

    @cached_property
    def folded(self) -> str:
        """The text with spellings made alike and in lower case; offsets and line ends stay."""
        text = "\n".join(fold(line) for line in self.plan.text.split("\n"))
        low = text.lower()
        return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)

    @property
    def dated(self) -> str:
        """The plan's date as far as it is known: "09/03/2022", "03/2022", "2022"; else the day whose law is applied."""
        own = self.plan.document.issued_on or ""
        if self.issued is None and self.issued_from is not None:
            return f"{self.issued_from:%m/%Y}" if len(own) == 7 else f"{self.issued_from:%Y}"
        day = self.issued or self.on
        return f"{day:%d/%m/%Y}" if day else ""

    @property
    def text(self) -> str:
        return self.plan.text

    @cached_property
    def recognized(self) -> bool:
        """Whether any page was recognized, here or by who made the text, so that what is not in the text may still be on
        the page."""
        return self.garbled or any(page.text_from == "ocr" for page in self.plan.source.pages)

    @cached_property
    def garbled(self) -> bool:
        """Whether the words are hardly Vietnamese: a layer by an engine that knows no diacritics, or another language."""
        return bool(self.text) and vietnamese_quality(self.text[:_TASTED]) < _LEGIBLE

    @cached_property
    def paged(self) -> bool:
        """Whether the input has pages of its own; a transcript may leave out the letterhead."""
        return any(page.width for page in self.plan.source.pages)

    @cached_property
    def side(self) -> Side:
        return side_of(self.plan)

    def cut(self, part: Cut) -> Cut | None:
        """The end of the document that this is, where the text lacks it. A text that is whole begins with a letterhead or the
        name of its type, and ends with recipients, a signature or the end mark."""
        if not self.text or self.recognized:
            return None
        states = self.plan.document.state
        signed = self.plan.document.carrier or self.header("signer.name") or self.header("signer.position")
        if signed or states.get("recipients", "absent") != "absent" or _END.search(self.folded[-_LAST:]):
            return None
        begins = self.header("type") or any(states.get(key, "absent") != "absent" for key in ("number", "issued_on"))
        return None if begins and part == "head" else part

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Sections and items in the order of the text; none where the record has no text."""
        made = []
        known: tuple[Section | Item, ...] = (*self.plan.sections, *self.plan.items)
        for fact in known:
            spans = [(e.start, e.end) for e in fact.evidence if e.start is not None and e.end is not None]
            if not spans or not self.text:
                continue
            start, end = spans[0][0], max(stop for _, stop in spans)
            heading = fact.heading if isinstance(fact, Section) else ""
            made.append(
                Part(
                    fact.path, heading, fact.kinds if isinstance(fact, Section) else (), start, end, self.text.rfind("\n", 0, start) + 1,
                    fact, bool(heading),
                )
            )  # fmt: skip
        return tuple(sorted(made, key=lambda part: (part.start, len(part.path))))

    @cached_property
    def by_path(self) -> dict[str, Part]:
        return {part.path: part for part in reversed(self.parts)}

    @cached_property
    def foot(self) -> int:
        """Where nơi nhận or the signature begins: the end of the body. Annexes stand after it."""
        found = [e.start for key in ("recipients", "signer.authority", "signer.position", "signer.name")
                 for e in self.header_evidence(key) if e.start is not None]  # fmt: skip
        words = [m.start() for m in _FOOT.finditer(self.folded)]
        begin = max((e.end for e in self.header_evidence("title") if e.end is not None), default=0)
        behind = [at for at in chain(found, words) if at >= begin]  # the decision over a plan has a foot of its own
        last = self.parts[-1].end if self.parts else 0
        return min(behind, default=max(last, begin) if last > begin else len(self.text))

    @cached_property
    def body(self) -> str:
        """The folded text up to the foot; offsets are those of the text."""
        return self.folded[: self.foot]

    def part_at(self, offset: int) -> Part | None:
        """The innermost section or item around this offset."""
        holding = [p for p in self.parts if p.label_at <= offset < p.end]
        return max(holding, key=lambda p: (len(p.labels), p.start)) if holding else None

    def path_at(self, offset: int) -> str | None:
        part = self.part_at(offset)
        return part.path if part else None

    def kinds_at(self, path: str | None) -> tuple[SectionKind, ...]:
        """Kinds of the nearest section at or above this path."""
        while path:
            part = self.by_path.get(path)
            if part is not None and part.kinds:
                return part.kinds
            path = path.rpartition(".")[0]
        return ()

    def line(self, offset: int) -> tuple[int, int]:
        """Where the paragraph around this offset begins and ends."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return start, len(self.text) if end < 0 else end

    def header(self, key: str) -> tuple[HeaderEvidence, ...]:
        found = self.plan.document.evidence.get(key, ())
        return (found,) if isinstance(found, HeaderEvidence) else tuple(found)

    def header_evidence(self, key: str) -> tuple[Evidence, ...]:
        return tuple(place for made in self.header(key) for place in made.evidence)

    @cached_property
    def _facts(self) -> tuple[Fact, ...]:
        plan = self.plan
        return (
            *plan.items, *plan.sections, *plan.criteria, *plan.targets, *plan.deadlines, *plan.tasks, *plan.citations,
            *plan.observances, *plan.movements, *plan.themes, *plan.rewards,
        )  # fmt: skip

    @cached_property
    def _fragments(self) -> tuple[tuple[int, int, Evidence, float], ...]:
        """Every line fragment that the record places, with the confidence of what was read there, by offset."""
        facts = [(e, fact.confidence) for fact in self._facts for e in fact.evidence]
        head = [(e, made.confidence) for key in self.plan.document.evidence for made in self.header(key)
                for e in made.evidence if not made.inferred]  # fmt: skip
        known = [(e.start, e.end, e, c) for e, c in (*facts, *head) if e.start is not None and e.end is not None]
        return tuple(sorted(known, key=lambda f: (f[0], f[1])))

    def over(self, start: int, end: int) -> Iterator[tuple[Evidence, float]]:
        """The fragments that share characters with this span."""
        return ((e, c) for a, b, e, c in self._fragments if a < end and start < b)

    def places(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Where a span of the text stands on the pages, as far as the record tells: boxes are cut to the span."""
        made: list[Evidence] = []
        at = start
        for place, _ in sorted(self.over(start, end), key=lambda f: (f[0].start or 0, -(f[0].end or 0))):
            a, b = max(at, place.start or 0), min(end, place.end or 0)
            if a < b:
                made.append(Evidence(place.page, _cut(place, a, b), a, b))
                at = b
        return tuple(made) or (Evidence(None, None, start, end),)

    def sure(self, *evidence: Evidence, digits: bool = False) -> bool:
        """Whether the reader is sure of what stands there; always for good text that was not recognized.

        Of the facts that hold a place the one with the fewest words tells most closely how it was read.
        """
        if self.garbled:
            return False
        pages = {p.number: p for p in self.plan.source.pages}
        for place in evidence:
            page = pages.get(place.page) if place.page else None
            if (page is not None and page.text_from != "ocr") or not self.recognized:
                continue
            if place.start is None or place.end is None:
                return False
            known = [((f.end or 0) - (f.start or 0), c) for f, c in self.over(place.start, place.end)]
            if not known or min(known)[1] < (SURE_DIGITS if digits else SURE):
                return False
        return True


def _cut(place: Evidence, start: int, end: int) -> Box | None:
    """The part of a line fragment's box that these characters take up, were all equally wide."""
    if place.box is None or place.start is None or place.end is None or place.end <= place.start:
        return place.box
    wide = place.box.width / (place.end - place.start)
    x0, x1 = place.box.x0 + wide * (start - place.start), place.box.x0 + wide * (end - place.start)
    return Box(min(x0, place.box.x1), place.box.top, min(max(x1, x0), place.box.x1), place.box.bottom)
