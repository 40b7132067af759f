"""Lines that end before a list which goes on with them: "Tham mưu UBND tỉnh quyết định:" over what is decided, "Chủ trì,
phối hợp với:" over those one works with."""

from __future__ import annotations

from dataclasses import replace

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_WITH = Sieve(r"(?:chủ\s+động\s+|chủ\s+trì\s*,?\s+)?phối\s+hợp(?:\s+chặt\s+chẽ)?(?:\s+(?:với|cùng))?[\s:.]*")
_DOES_AS_LISTED = Sieve(
    r"(?:thực\s+hiện|triển\s+khai|tổ\s+chức)\s[^.;:]{0,60}?(?:hoạt\s+động|nhiệm\s+vụ|công\s+việc|nội\s+dung|việc|phần\s+việc)\s+(?:sau(?:\s+đây)?|như\s+sau|dưới\s+đây|cụ\s+thể)\s*:\s*$"
    r"|(?:thực\s+hiện|triển\s+khai|tổ\s+chức)\s+(?:các|những)\s+(?:hoạt\s+động|nhiệm\s+vụ|công\s+việc|nội\s+dung|việc|phần\s+việc)(?:\s+(?:(?:có\s+)?liên\s+quan|cụ\s+thể))?\s*:\s*$"
    r"|(?:có|chịu)\s+trách\s+nhiệm(?:\s+(?:sau(?:\s+đây)?|như\s+sau|cụ\s+thể(?:\s+như\s+sau)?))?\s*:\s*$"
    r"|có\s+(?:các\s+)?nhiệm\s+vụ(?:\s+(?:sau(?:\s+đây)?|như\s+sau|cụ\s+thể(?:\s+như\s+sau)?))?\s*:\s*$"
)
"""The end of a sentence that has its subject do what the list below it says."""
_INTRODUCES = Sieve(
    r"(?:như\s+sau|sau\s+đây|sau|dưới\s+đây|cụ\s+thể|như|gồm|(?:có|chịu)\s+trách\s+nhiệm|có\s+nhiệm\s+vụ)\s*:\s*$"
    r"|(?<!\w)(?:giúp|tham\s+mưu(?:\s+(?:giúp|cho))*)\s+(?:ubnd|ủy\s+ban|hội\s+đồng|ban|giám\s+đốc|lãnh\s+đạo|chủ\s+tịch|bộ\s+trưởng|thường\s+trực|hiệu\s+trưởng|chánh\s+án|viện\s+trưởng)(?!\w)"
    r"(?:(?!\s(?:ban\s+hành|tổ\s+chức|xây\s+dựng|triển\s+khai|thực\s+hiện|quyết\s+định|chỉ\s+đạo|theo\s+dõi|kiểm\s+tra|trong|về|việc))[^.;:]){0,90}:\s*$"
)
"""The end of a sentence whose works are those of the list below it."""
_LEADS_OVER = Sieve(
    r"(?:(?:cần|phải|tiếp\s+tục|chủ\s+động)\s+)*(?:tập\s+trung|thi\s+đua|thực\s+hiện|triển\s+khai|làm)(?:\s+(?:thực\s+hiện|tốt|thi\s+đua|vào|vào\s+thực\s+hiện))*\s+(?:(?:các|những|một\s+số|mấy|\d+)\s+)?"
    r"(?:việc|nội\s+dung|nhiệm\s+vụ|công\s+việc|phần\s+việc|vấn\s+đề|mặt\s+công\s+tác)(?:\s+(?:chủ\s+yếu|trọng\s+tâm|chính|cụ\s+thể|cơ\s+bản|lớn))*\s+(?:sau(?:\s+đây)?|như\s+sau|dưới\s+đây|cụ\s+thể\s+sau)[\s:.]*"
)
"""Words that only lead over to a list, and say no work."""
_DIRECTS = Sieve(
    r"(?:(?:trực\s+tiếp|tăng\s+cường|thường\s+xuyên)\s+)?(?:chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc)(?:\s*,\s*(?:chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc|kiểm\s+tra))*\s+"
)
_FEWEST = 3
"""Words of a line that says a work."""


def does_as_listed(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends in having its subject do what the list below it says."""
    return _DOES_AS_LISTED.search(lowered(paragraph.text)) is not None


def introduces(paragraph: Paragraph) -> bool:
    """Whether the works of a sentence are those of the list below it."""
    return _INTRODUCES.search(lowered(paragraph.text)) is not None or does_as_listed(paragraph)


def leads_over(words: str) -> bool:
    """Whether the words of a work only lead over to the list below: "tập trung vào những việc sau"."""
    return _LEADS_OVER.fullmatch(lowered(fold(words))) is not None


def works_with(text: str) -> bool:
    """Whether a line says only that one works with those listed below."""
    return _WITH.fullmatch(lowered(text)) is not None


def only_with_whom(text: str, found: Assignment) -> bool:
    """Whether the assignment of a line says only with whom the work below it is done: "Chủ trì, phối hợp với các sở:"."""
    return bool(found.actors) and not found.named and not text[found.start : found.end].strip(" .:;,-")


def directed(paragraph: Paragraph, found: Assignment, reader: ClauseReader) -> tuple[Name, ...]:
    """Those whom the last words before a list direct, and who do what it says: "Chỉ đạo các xã thực hiện:"; none where the
    line directs nobody."""
    directs = _DIRECTS.match(reader.low, found.start, found.end)
    if (
        directs is None
        or found.told
        or not paragraph.text.rstrip().endswith(":")
        or ";" in paragraph.text[found.start :]
    ):
        return ()
    names = reader.grammar.names(paragraph.text, directs.end(), object_too=True)
    return names.units if names is not None and names.end <= found.end and names.verb != "stop" else ()


def says_the_work(paragraph: Paragraph, document: Document, outline: Outline, grammar: UnitGrammar) -> bool:
    """Whether a line that ends with a colon is a work whose objects stand below, none of which is a work or has a subject."""
    text = paragraph.text.rstrip()
    if paragraph.node is None or not text.endswith(":") or len(text.split()) < _FEWEST:
        return False
    below = [lowered(fold(document.quote(node.heading))) for _, node in outline.children(paragraph.node)]
    things = all(not grammar.verb(low, 0) and not grammar.begins(low, 0) for low in below)
    return len(below) > 1 and things and bool(grammar.verb(lowered(text), 0))


def helping_those_above(found: Assignment) -> Assignment:
    """The assignment of a line below "Chủ trì, phối hợp với:": who it names helps the one above."""
    return replace(found.helping(), named=False, told=False, listed=False) if found.named else found
