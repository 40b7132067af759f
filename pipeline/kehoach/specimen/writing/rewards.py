"""Forms of reward, with who grants them, how many and to whom."""

from __future__ import annotations

from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting


def rewards(s: Setting) -> Part:
    """A section on who is rewarded, by whom and with what."""
    giver, form = s.office.merit
    above, higher = s.office.higher
    lines = [
        _line(s, "group_reward", giver, form, s.draw.number(3, 15)),
        _line(s, "person_reward", giver, form, s.draw.number(4, 30)),
    ]
    if s.draw.chance(0.55):
        lines.append(_line(s, "higher_reward", above, higher, s.draw.number(1, 3)))
    role: Role = s.draw.one(("item", "bullet"))
    return s.section("rewards", tuple(Part(role, text, end=".", facts=(fact,)) for text, fact in lines))


def _line(s: Setting, key: str, giver: str, form: str, count: int) -> tuple[str, Fact]:
    text = s.say(key, giver=giver, form=form, n=f"{count:02d}")
    recipient = text.partition(f"{count:02d} ")[2] if key != "higher_reward" else None
    return text, Fact("rewards", {"form": form, "level": giver, "count": count, "recipient": recipient})
