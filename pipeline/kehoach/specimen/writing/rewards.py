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
    return s.section("rewards", tuple(Part(role, text, end=".", facts=facts) for text, facts in lines))


def _line(s: Setting, key: str, giver: str, form: str, count: int) -> tuple[str, tuple[Fact, ...]]:
    """What is said, with the reward; who gives it without being asked has a task."""
    text = s.say(key, giver=giver, form=form, n=f"{count:02d}")
    recipient = text.partition(f"{count:02d} ")[2] if key != "higher_reward" else None
    reward = Fact("rewards", {"form": form, "level": giver, "count": count, "recipient": recipient})
    if key == "higher_reward":
        return text, (reward,)
    work = text.partition(f"{giver} ")[2]
    units = [{"name": _in_full(giver, s.office.self_name), "role": "lead"}]
    return text, (reward, Fact("tasks", {"text": work, "units": units, "due": None, "product": None}))


def _in_full(post: str, house: str) -> str:
    """The head of an office told without its field, as a reader would write it: "Trưởng phòng" of Phòng Y tế."""
    return f"{post} {house.removeprefix('Phòng ')}" if post == "Trưởng phòng" else post
