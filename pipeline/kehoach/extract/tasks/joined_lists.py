"""Lists of units whose members stand apart by semicolons."""

from __future__ import annotations

from kehoach.extract.tasks.unlisted_subjects import lists_run_on
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.role_words import HELPING, LEFT_IN_CHARGE
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.rules.needs import Sieve

_GIVEN = r"(?:giao|đề\s+nghị|yêu\s+cầu|mời)(?:\s+cho)?\s+|(?:phối\s+hợp|kết\s+hợp)(?:\s+(?:chặt\s+chẽ|cùng|với))*\s+"
_LIST_LEAD = Sieve(rf"(?:^|[.;:]\s)\s*(?:[-+*]\s*)?(?:\S+\s+){{0,2}}?(?:{_GIVEN})?|,\s(?:\S+\s+){{0,2}}?(?:{_GIVEN})")
"""Where a list of units may begin; behind a comma only one that is given something or done something with."""


_DIRECTED = Sieve(r"(?<!\w)(?:hướng\s+dẫn|chỉ\s+đạo|đôn\s+đốc)\s+")
"""Before those whom a body directs: a list of several goes on behind a semicolon in small letters."""


def lists_joined(text: str, grammar: UnitGrammar) -> str:
    """The text with commas for the semicolons inside lists of units ("Giao Sở X; Sở Y chủ trì ..."); same length."""
    low, mark = lowered(text), len(text)
    while (mark := text.rfind(";", 0, mark)) >= 0:  # from the last, behind which the verb or a colon stands
        at = mark + 1
        begin = low.rfind(";", 0, mark) + 1
        right = at + len(low[at:]) - len(low[at:].lstrip())
        after = grammar.names(text, right) if grammar.begins(low, right) else None
        if after is None or not (after.verb or low[after.end : after.end + 1] == ":"):
            continue
        if HELPING.match(low, after.end) and LEFT_IN_CHARGE.search(low, begin, mark):
            text = text[:mark] + "," + text[mark + 1 :]
            continue
        leads = {lead.end() for lead in _LIST_LEAD.finditer(low, max(0, begin - 1), mark)}
        directed = (
            {lead.end() for lead in _DIRECTED.finditer(low, begin, mark)} if text[right].islower() else set[int]()
        )
        run_on = set(lists_run_on(text, low, begin, mark, grammar))
        for lead in sorted(leads | directed | run_on):
            names = grammar.names(text, lead, object_too=True) if lead < mark else None
            if names is None or names.verb != "stop" or names.end < len(low[:mark].rstrip()):
                continue
            if lead not in directed or "," in text[lead : names.end]:
                text = text[:mark] + "," + text[mark + 1 :]
                break
    return text
