"""The units that a heading, or a line like one, names, by itself or by what they are told from others by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kehoach.extract.tasks.heading_words import (
    ABOUT,
    APART,
    AT_WORK,
    BY_DEED,
    GOES_ON,
    HEAD_LEAD,
    IN_CHARGE_OF,
    LAST_BRACKET,
    LOST_LABEL,
    MEMBERS,
    OFFICE_HELD,
    ONLY_DUTY,
    OWES,
    SET_UP,
)
from kehoach.extract.tasks.names_before_colon import whole_alone
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name, Names
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.section import Outline

_LONGEST_APART = 45
"""Words of a heading that tells units from others."""
_NAMED_BEHIND = re.compile(r"\s*:\s+(?=[^\W\d_])")


@dataclass(frozen=True)
class HeadingUnits:
    """``assigning`` says of the place of a heading that work is assigned there."""

    outline: Outline
    grammar: UnitGrammar

    def over_list(self, paragraph: Paragraph) -> bool:
        """Whether it is an item of the first rank that ends with a colon over items of its own, as directives have them."""
        if not paragraph.opens or paragraph.node is None or not paragraph.text.rstrip().endswith(":"):
            return False
        nodes = self.outline.nodes
        below = paragraph.node + 1 < len(nodes) and nodes[paragraph.node + 1].parent == paragraph.node
        return below and nodes[paragraph.node].parent is None

    def named(self, paragraph: Paragraph, *, assigning: bool) -> Names | None:
        """The units that the heading names and nothing else; None where it names none or tells of something."""
        node = self.outline.nodes[paragraph.node] if paragraph.node is not None and paragraph.heading else None
        text = (paragraph.text[: len(node.heading)] if node is not None else paragraph.text).rstrip(" .:;")
        if (held := self._held(text)) is not None:
            return held
        text = MEMBERS.sub("", LAST_BRACKET.sub("", text))
        low = lowered(text)
        if SET_UP.search(low) or ABOUT.search(low):
            return None
        label = LOST_LABEL.match(low)
        lead = HEAD_LEAD.match(low, label.end() if label else 0)
        begin = lead.end() if lead else label.end() if label else 0
        names = whole_alone(text, begin, self.grammar) or self._listed(text, begin)
        if names is not None and (class_ends := _NAMED_BEHIND.match(text, names.end)) is not None:
            names = self._listed(text, class_ends.end())  # "Các đội: Đội Bảo vệ bờ, Đội Cứu hộ"
        if names is not None and ((not names.verb and names.end >= len(text)) or ONLY_DUTY.match(low, names.end)):
            return names
        in_charge = assigning and names is not None and self._in_charge_of(paragraph, text, names)
        if in_charge or (names is not None and names.verb and self._named_by_deed(paragraph, assigning=assigning)):
            return Names((Name(begin, len(text)),), begin, len(text), "")
        if names is not None and self._at_work(paragraph, low, names, assigning=assigning):
            *before, last = names.units
            return Names((*before, Name(last.start, len(text), last.head)), begin, len(text), "")
        owes = lead is not None and OWES.fullmatch(low) is not None
        joined = names is not None and names.verb == "stop" and GOES_ON.fullmatch(low, names.end) is not None
        if (owes or joined) and self.over_others(paragraph):
            return Names((Name(begin, len(text)),), begin, len(text), "")
        return self._told_apart(text, low, begin) if lead and "đối" in lead[0] else None

    def _held(self, text: str) -> Names | None:
        """The body that brackets say holds the office which the heading names: "Cụm trưởng (UBND phường A)"."""
        bracket = LAST_BRACKET.search(text)
        if bracket is None or OFFICE_HELD.fullmatch(lowered(text), 0, bracket.start()) is None:
            return None
        at, end = text.index("(", bracket.start()) + 1, len(text) - 1
        names = self.grammar.names(text[:end], at) if self.grammar.begins(lowered(text), at) else None
        by_name = names is not None and names.end >= end and self.grammar.kind(text, names.units[0]) in ("body", "post")
        return names if by_name else None

    def _listed(self, text: str, begin: int) -> Names | None:
        """The units of a heading from ``begin`` on, which a semicolon may part."""
        names = self.grammar.names(text.replace(";", ","), begin, object_too=True)
        if names is None or ";" not in text[begin : names.end]:
            return names
        return replace(names, units=self.grammar.split(text, begin, names.end))

    def _named_by_deed(self, paragraph: Paragraph, *, assigning: bool) -> bool:
        """Whether a heading over nodes of its own, or with a colon, names bodies by what they do: "Các cơ quan đăng ký đầu tư:"."""
        text = LAST_BRACKET.sub("", paragraph.text.rstrip(" .:;"))
        if BY_DEED.fullmatch(lowered(text)) is None:
            return False
        ends_with_colon = paragraph.heading and paragraph.text.rstrip().endswith(":")
        return self.over_others(paragraph) or (ends_with_colon and assigning)

    def _in_charge_of(self, paragraph: Paragraph, text: str, names: Names) -> bool:
        """Whether a heading tells people or posts from others by what they are in charge of."""
        kinds = {self.grammar.kind(text, name) for name in names.units}
        by_charge = IN_CHARGE_OF.fullmatch(lowered(text), names.end) is not None
        return paragraph.heading and by_charge and kinds <= {"people", "post"}

    def _at_work(self, paragraph: Paragraph, low: str, names: Names, *, assigning: bool) -> bool:
        """Whether a heading over nodes of its own tells bodies from others by what they are at work on."""
        return assigning and self.over_others(paragraph) and AT_WORK.fullmatch(low, names.end) is not None

    def tells_apart(self, paragraph: Paragraph, *, assigning: bool) -> bool:
        """Whether a heading over nodes of its own tells whom they are for: "Đối với các trường đã tham gia ...", "Các cơ
        quan đăng ký đầu tư:"."""
        told = lowered(paragraph.text).startswith("đối với") and self.over_others(paragraph)
        apart = told or self._named_by_deed(paragraph, assigning=assigning)
        text = paragraph.text.rstrip(" .:;")
        names = self._listed(text, 0)
        apart = apart or (assigning and names is not None and self._in_charge_of(paragraph, text, names))
        return apart and self.named(paragraph, assigning=assigning) is not None

    def over_others(self, paragraph: Paragraph) -> bool:
        """Whether nodes of its own stand below it."""
        nodes, n = self.outline.nodes, paragraph.node
        return n is not None and n + 1 < len(nodes) and nodes[n + 1].parent == n

    def _told_apart(self, text: str, low: str, begin: int) -> Names | None:
        """Units that a heading tells from others by what they did or are to do: "Đối với các trường chưa tham gia ..."."""
        apart = APART.search(low, begin)
        if apart is None or not self.grammar.begins(low, begin) or len(text.split()) > _LONGEST_APART or ":" in text:
            return None
        *before, last = self.grammar.split(text, begin, apart.start())
        return Names((*before, Name(last.start, len(text), last.head)), begin, len(text), "")
