"""Purpose, requirements, scope, theme, contents, measures, funding."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.specimen.draw import Draw
from kehoach.specimen.offices import Office
from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.pools import Field, Pools


@dataclass(frozen=True, slots=True)
class Setting:
    """What every writer needs: the lots, the words, the office, the field and the year of the plan."""

    draw: Draw
    pools: Pools
    office: Office
    field: Field
    year: int

    def sentence(self, kind: str) -> str:
        """A sentence of the pools with the office's names in it, without its end mark."""
        office = self.office
        return filled(
            self.draw.one(self.pools.sentences[kind]),
            area=office.area, issuer=office.self_name, boss=office.boss, desk=office.desk.printed,
        )  # fmt: skip

    def heading(self, key: str) -> tuple[str, tuple[str, ...]]:
        """A heading and the kinds it names."""
        words, *kinds = self.draw.one(self.pools.headings[key])
        return words, tuple(kinds)

    def section(self, key: str, children: tuple[Part, ...], facts: tuple[Fact, ...] = ()) -> Part:
        """A section under one of the key's headings."""
        words, kinds = self.heading(key)
        return Part("section", words, kinds, children, facts, key)

    def column(self, key: str) -> str:
        return self.draw.one(self.pools.columns[key])

    def say(self, key: str, /, **slots: object) -> str:
        return filled(self.draw.one(self.pools.said[key]), **slots)


def filled(words: str, /, **slots: object) -> str:
    for slot, value in slots.items():
        words = words.replace(f"{{{slot}}}", str(value))
    return words


def upper(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed(texts: list[str], role: Role, draw: Draw) -> tuple[Part, ...]:
    """Texts as bullets or numbered items, with the end marks of a list."""
    inner = draw.one((".", ";", "."))
    last = len(texts) - 1
    return tuple(Part(role, text, end="." if n == last else inner) for n, text in enumerate(texts))


def purpose(s: Setting) -> tuple[Part, ...]:
    """One or two sections on purpose and requirements."""
    aims = s.draw.some(s.field.purposes, s.draw.number(1, 2))
    needs = s.draw.some(s.pools.sentences["requirements"], s.draw.number(2, 3))
    role: Role = s.draw.one(("bullet", "item"))
    manner = s.draw.number(1, 4)
    if manner == 1:
        return (s.section("purpose_both", listed([*aims, *needs], role, s.draw)),)
    prose = manner == 4
    halves = (
        s.section("purpose", _prose(aims) if prose else listed(aims, role, s.draw)),
        s.section("requirements", listed(needs, role, s.draw)),
    )
    return halves if manner == 2 else (s.section("purpose_both", halves),)


def _prose(texts: list[str]) -> tuple[Part, ...]:
    return tuple(Part("paragraph", text, end=".") for text in texts)


def scope(s: Setting) -> Part:
    where, who = s.sentence("scopes"), s.sentence("subjects")
    if s.draw.chance(0.5):
        items = (
            Part("item", f"{s.say('scope_where')}{where}", end="."),
            Part("item", f"{s.say('scope_who')}{who}", end="."),
        )
        return s.section("scope_both", items)
    return s.section("scope", (Part("paragraph", who, end="."),))


def theme_fact(text: str) -> Fact:
    return Fact("themes", {"text": text})


def theme(s: Setting, text: str) -> Part:
    """A section of its own for the theme."""
    words = s.say("theme_line", theme=text)
    line = Part("paragraph", words, css=s.draw.one(("motto-line", "centre", "")), facts=(theme_fact(text),))
    return s.section("theme", (line,))


def contents(s: Setting, theme_text: str | None) -> Part:
    """What is competed in; where a theme is given its words stand in the section."""
    chosen = s.draw.some(s.field.contents, s.draw.number(3, 5))
    role: Role = s.draw.one(("item", "item", "bullet"))
    points = tuple(
        Part(role, text, end="." if role == "item" else ";" if n < len(chosen) else ".", key=f"content.{n}")
        for n, text in enumerate(chosen, 1)
    )
    if theme_text is None:
        return s.section("content", points)
    facts = (theme_fact(theme_text),)
    if s.draw.chance(0.5):
        intro = Part("paragraph", s.say("theme_intro", theme=theme_text), css="own", facts=facts)
        return s.section("content", (intro, *points))
    inner = Part("item", s.say("theme_item", theme=theme_text), end=".", facts=facts)
    return s.section("content_theme", (inner, s.section("content_inner", points)))


def measures(s: Setting) -> Part:
    chosen = s.draw.some(s.pools.sentences["measures"], 3)
    return s.section("measures", listed(chosen, s.draw.one(("item", "bullet")), s.draw))


def works(s: Setting) -> Part:
    """What is to be done, without units."""
    chosen = s.draw.some(s.field.contents, s.draw.number(3, 5))
    return s.section("works", listed(chosen, s.draw.one(("item", "bullet")), s.draw))


def funding(s: Setting) -> Part:
    return s.section("funding", (Part("paragraph", s.sentence("funding"), end="."),))
