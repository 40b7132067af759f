"""Where a paragraph stands: among goals, under conditions, under criteria for persons."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.criteria.criterion_words import CriterionWords
from kehoach.extract.targets.target_words import TargetWords
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold

GOALS = frozenset({"targets", "objectives"})
"""The kinds of sections on goals."""
_WHOM = 40
"""Characters at the head of a paragraph that may tell whom it judges."""
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_LAST_YEARS = re.compile(
    r"(?<!tháng \d )(?<!tháng \d\d )\bnăm ((?:19|20)\d\d)\b(?!\s?[-/])|\b(?:đến|tính đến)(?: hết)?(?: ngày)? \d{1,2}/\d{1,2}/((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(r"\s*(?:Trong |Kết quả )?[Nn]ăm ((?:19|20)\d\d)\s*[,:]")
_TITLE = re.compile(r"\W*(?:danh hiệu\s+)?\"[^\"]{4,60}\"(?:\s*\([^()]*\))?\s*:", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:so với|như|bằng|luật|nghị quyết|quyết định|nghị định|thông tư)\b[^,;.]*", re.IGNORECASE)
"""What only compares or cites."""
_AIMS = re.compile(
    r"\b(?:phấn đấu|chỉ tiêu|mục tiêu|duy trì|giữ vững|nâng|tăng|giảm|kế hoạch|tiếp tục|tổ chức|đảm bảo|bảo đảm|hoàn thành)\b",
    re.IGNORECASE,
)


_OF_GOALS = re.compile(r"\bchỉ tiêu\b", re.IGNORECASE)


class Standing:
    """Asks the outline about single paragraphs; what it says of lists of conditions, and of what was before, is kept by node."""

    def __init__(self, document: Document, outline: Outline, words: TargetWords, judged: CriterionWords) -> None:
        self.document, self.outline, self.words, self.judged = document, outline, words, judged
        self.conditions: dict[int, bool] = {}
        self.situations: dict[int, bool] = {}
        self.year = _first_year(document)

    def looks_back(self, said: str, reached: int | None = None) -> bool:
        """Whether the words of a sentence before a number speak of years before the plan, and the year ``reached`` behind
        it is none of the plan's."""
        if _AIMS.search(said) or (reached is not None and self.year is not None and reached >= self.year):
            return False
        years = [int(a or b) for a, b in _LAST_YEARS.findall(_BESIDE.sub(" ", said))]
        return bool(years) and self.year is not None and max(years) < self.year

    def opens_with_the_past(self, text: str) -> bool:
        """Whether a paragraph begins with a year before the plan, of which it tells, and speaks of no aim."""
        past = _PAST_YEAR.match(text)
        return (
            past is not None
            and self.year is not None
            and int(past[1]) < self.year
            and not re.search(
                rf"\b(?:phấn đấu|chỉ tiêu|mục tiêu|kế hoạch năm|{self.year})\b", text[past.end() :], re.IGNORECASE
            )
        )

    def tells_of_before(self, node: int) -> bool:
        """Whether a paragraph stands under a heading over what was reached before the plan."""
        if node not in self.situations:
            own, parent = self.outline.nodes[node], self.outline.nodes[node].parent
            said = own.role == "section" and self.words.is_situation(fold(self.document.quote(own.heading)))
            self.situations[node] = said or (parent is not None and self.tells_of_before(parent))
        return self.situations[node]

    def are_conditions(self, node: int) -> bool:
        """Whether a paragraph stands in a list of conditions, by what stands over it."""
        parent = self.outline.nodes[node].parent
        if parent is None:
            return False
        if parent not in self.conditions:
            above = fold(self.document.quote(self.outline.nodes[parent].heading))
            self.conditions[parent] = self.words.are_conditions(above) or self.are_conditions(parent)
        return self.conditions[parent]

    def is_standard(self, paragraph: Paragraph) -> bool:
        """Whether a figure of a paragraph on criteria tells what persons must have done to be rewarded, and nobody is to
        reach by the plan."""
        if "criteria" not in paragraph.kinds or paragraph.node is None:
            return False
        told = map(self.judged.applies_to, (paragraph.text[:_WHOM], *self.headings(paragraph.node)))
        return next((whom for whom in told if whom), None) == "individual"

    def describes_title(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph tells what a title is given for, and who bears it has reached already."""
        return bool({"criteria", "rewards"} & set(paragraph.kinds)) and _TITLE.match(paragraph.text) is not None

    def states_goals(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph without a number is a goal: a point of a section on goals, not of goals in general."""
        kinds = set(paragraph.kinds)
        if not kinds & GOALS or kinds - GOALS - {"theme", "rewards", "content"} or paragraph.node is None:
            return False
        node = self.outline.nodes[paragraph.node]
        if node.role == "item" and (not paragraph.opens or any(True for _ in self.outline.children(paragraph.node))):
            return False
        if node.role == "section" and any(True for _ in self.outline.children(paragraph.node)):
            return False
        headings = [
            fold(self.document.quote(a.heading)) for a in self.outline.ancestors(paragraph.node) if a.role == "section"
        ]
        text = paragraph.text.strip()
        return not any(map(self.words.is_general, headings)) and not text.endswith(":") and len(text.split()) >= 4

    def below_goals(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph as one of a section on goals, where the heading right above it speaks of such: "1. Thi đua hoàn
        thành các chỉ tiêu chuyên môn", or is a part of a section on nothing else ("Về nguồn vốn")."""
        if paragraph.node is None or paragraph.heading or GOALS & set(paragraph.kinds):
            return paragraph
        above = self.headings(paragraph.node)
        sections = [a for a in self.outline.ancestors(paragraph.node) if a.role == "section"]
        parts = len(sections) > 1 and bool(sections[1].kinds) and set(sections[1].kinds) <= GOALS
        if parts or (above and _OF_GOALS.search(above[0])):
            return replace(paragraph, kinds=(*paragraph.kinds, "targets"))
        return paragraph

    def headings(self, node: int) -> list[str]:
        return [fold(self.document.quote(a.heading)) for a in self.outline.ancestors(node) if a.role == "section"]


def _first_year(document: Document) -> int | None:
    """The first year of the plan by its title, else that of its date."""
    for zone in ("title", "place_date"):
        said = " ".join(fold(block.text.value) for _, block in document.zone(zone))
        if years := [int(year) for year in _YEAR.findall(said)]:
            return min(years)
    return None
