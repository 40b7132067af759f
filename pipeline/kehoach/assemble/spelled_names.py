"""Names of units with what was printed short written out: the first step to the name in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kehoach.assemble.own_names import own_codes
from kehoach.assemble.persons import without_asides
from kehoach.model.fact import Definition
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary

_MARK = re.compile(r"^\s*[-+•*]\s*")
_SIR = re.compile(r"^(?:các )?ông(?:,? bà)? (?=[^\W\d_])", re.IGNORECASE)
_UNDER = re.compile(r"thuộc và trực thuộc")
_AND = re.compile(r"(?<=[^\W\d_]{2})\s?&\s?(?=[^\W\d_]{2})")
_OWN_HOUSE = re.compile(r"(?<=\s)(?<!cơ )sở$|(?<=thuộc )sở(?!\s*,)")
_SPELLED_OUT = re.compile(r"^(?:các )?(sở|phòng|ban|bộ|cục|vụ|khoa): (?=\S)", re.IGNORECASE)
"""Before the first of several: "Các sở: Y tế, Tư pháp"."""
_OF_ANOTHER = re.compile(
    r"(?:(?<=\stỉnh)|(?<=\shuyện)|(?<=\sthành phố)) thuộc (?:Sở|Phòng|Văn phòng|Ủy ban nhân dân)(?!\w).*$"
)
"""What a body that is named with its level needs no more: "Ban Thi đua - Khen thưởng tỉnh thuộc Sở Nội vụ"."""
_DROPPED = re.compile(r"^(?:từng|mọi|toàn thể|tất cả|toàn bộ)\s+(?:các\s+)?", re.IGNORECASE)
_EACH = re.compile(r"^mỗi (?:một )?", re.IGNORECASE)
"""Each of those of whom all are meant."""
_COMRADES = re.compile(
    r"^(?:các )?(?:đồng chí|đ/c)\.? (?=(?:phó|trưởng|lãnh đạo|ủy viên|thành viên|bí thư|chủ tịch|giám đốc|thư ký|hiệu trưởng|tổ trưởng|đội trưởng|chánh|thủ trưởng|khối trưởng|cụm trưởng|viện trưởng|chi cục trưởng|cục trưởng)(?!\w))",
    re.IGNORECASE,
)
"""Before a post, which is the name."""
_SIRS = re.compile(r"(?:các )?ông(?:,? bà)? (?:thủ|trưởng|giám|hiệu|chủ|bí|chánh|phó)", re.IGNORECASE)
_EMULATION = re.compile(r"(?<!\w)(hội đồng|ban|phòng) thi đua\s*(?:,|-|và)?\s*khen thưởng", re.IGNORECASE)


@dataclass(frozen=True)
class Spelling:
    """The abbreviations of a plan and of all plans. What it wrote out is kept: a plan names each of its units many times."""

    definitions: tuple[tuple[re.Pattern[str], str], ...]
    """The plan's own."""
    abbreviations: Vocabulary
    of_house: bool = False
    """Whether the plan is one of a "Sở", which it calls so."""
    _known: dict[str, str] = field(init=False, default_factory=dict, compare=False, repr=False)

    @staticmethod
    def of(definitions: Iterable[Definition], base: str | None, short: str | None, rules: Rules) -> Spelling:
        """Of a plan by the issuer ``base`` that calls itself ``short``."""
        return Spelling(own_codes(definitions, base), rules.made(_abbreviations), short == "Sở")

    def __call__(self, printed: str) -> str:
        """Abbreviations written out, determiners of number dropped, the capital of a name."""
        if (name := self._known.get(printed)) is None:
            name = self._known[printed] = self._written(printed)
        return name

    def _written(self, printed: str) -> str:
        name = _MARK.sub("", without_asides(printed)).strip(" .,;:-+")
        for pattern, full in self.definitions:
            name = pattern.sub(full, name)
        for _ in range(2):  # what one writes out may hold another
            before = name
            for entry in self.abbreviations.possible(name):
                for short in entry.patterns:
                    name = _written_out(name, short, str(entry["full"]))
            if name == before:
                break
        if _SIRS.match(name):
            name = _SIR.sub("", name)
        name = _SPELLED_OUT.sub(lambda m: f"{m[1].capitalize()} ", _COMRADES.sub("", name))
        name = _OF_ANOTHER.sub("", " ".join(_EACH.sub("Các ", _DROPPED.sub("", name)).split()))
        name = _AND.sub(" và ", _UNDER.sub("thuộc, trực thuộc", name))
        if self.of_house:
            name = _OWN_HOUSE.sub("Sở", name)
        name = _EMULATION.sub(lambda m: f"{m[1][:1].upper()}{m[1][1:]} Thi đua - Khen thưởng", name)
        return name[:1].upper() + name[1:]


def _written_out(name: str, short: Sieve, full: str) -> str:
    """With a blank where one stood, or a dot joined the abbreviation to the next word: "TP. Vinh", "TP.HCM"."""
    return short.sub(lambda m: full + " " * (m[0][-1:] in " ." and name[m.end() : m.end() + 1].isalpha()), name)


def _abbreviations(rules: Rules) -> Vocabulary:
    return Vocabulary("abbreviations", (*rules["body_abbreviations"], *rules["unit_abbreviations"]))
