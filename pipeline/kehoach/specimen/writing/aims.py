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
        filled = self.draw.one(self.pools.sentences[kind])
        names = {
            "{area}": office.area, "{issuer}": office.self_name, "{boss}": office.boss, "{desk}": office.desk.printed,
            "{Issuer}": office.self_name,
        }  # fmt: skip
        for slot, name in names.items():
            filled = filled.replace(slot, name)
        return filled


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
        heading = s.draw.one(("Mục đích, yêu cầu", "Mục đích - yêu cầu", "Mục đích và yêu cầu"))
        return (Part("section", heading, ("purpose", "requirements"), listed([*aims, *needs], role, s.draw)),)
    if manner == 2:
        return (
            Part("section", "Mục đích", ("purpose",), listed(aims, role, s.draw)),
            Part("section", "Yêu cầu", ("requirements",), listed(needs, role, s.draw)),
        )
    halves = (
        Part("section", "Mục đích", ("purpose",), _prose(aims) if manner == 4 else listed(aims, role, s.draw)),
        Part("section", "Yêu cầu", ("requirements",), listed(needs, role, s.draw)),
    )
    return (Part("section", "Mục đích, yêu cầu", ("purpose", "requirements"), halves),)


def _prose(texts: list[str]) -> tuple[Part, ...]:
    return tuple(Part("paragraph", text, end=".") for text in texts)


def scope(s: Setting) -> Part:
    where, who = s.sentence("scopes"), s.sentence("subjects")
    if s.draw.chance(0.5):
        items = (Part("item", f"Phạm vi: {where}", end="."), Part("item", f"Đối tượng: {who}", end="."))
        return Part("section", "Phạm vi, đối tượng", ("scope",), items)
    return Part("section", "Đối tượng thi đua", ("scope",), (Part("paragraph", who, end="."),))


def theme_fact(text: str) -> Fact:
    return Fact("themes", {"text": text})


def theme(s: Setting, text: str) -> Part:
    """A section of its own for the theme."""
    heading = s.draw.one(("Chủ đề thi đua", "Chủ đề", "Khẩu hiệu thi đua", "Chủ đề, khẩu hiệu"))
    words = s.draw.one((f"“{text}”", f"“{text}”.", f'"{text}".', f"Chủ đề thi đua: “{text}”."))
    line = Part("paragraph", words, css=s.draw.one(("motto-line", "centre", "")), facts=(theme_fact(text),))
    return Part("section", heading, ("theme",), (line,))


def contents(s: Setting, theme_text: str | None) -> Part:
    """What is competed in; where a theme is given its words stand in the section."""
    chosen = s.draw.some(s.field.contents, s.draw.number(3, 5))
    role: Role = s.draw.one(("item", "item", "bullet"))
    points = tuple(
        Part(role, text, end="." if role == "item" else ";" if n < len(chosen) else ".", key=f"content.{n}")
        for n, text in enumerate(chosen, 1)
    )
    heading = s.draw.one(("Nội dung thi đua", "Nội dung", "Nội dung thực hiện", "Nội dung trọng tâm"))
    if theme_text is None:
        return Part("section", heading, ("content",), points, key="content")
    if s.draw.chance(0.5):
        intro = Part(
            "paragraph", f"Thi đua với chủ đề: “{theme_text}”, tập trung vào các nội dung sau:", css="own",
            facts=(theme_fact(theme_text),),
        )  # fmt: skip
        return Part("section", heading, ("content",), (intro, *points), key="content")
    inner = (
        Part("item", f"Chủ đề: “{theme_text}”", end=".", facts=(theme_fact(theme_text),)),
        Part("section", "Nội dung cụ thể", ("content",), points),
    )
    return Part("section", "Chủ đề, nội dung thi đua", ("theme", "content"), inner, key="content")


def measures(s: Setting) -> Part:
    chosen = s.draw.some(s.pools.sentences["measures"], 3)
    heading = s.draw.one(("Giải pháp thực hiện", "Biện pháp thực hiện", "Giải pháp chủ yếu"))
    return Part("section", heading, ("measures",), listed(chosen, s.draw.one(("item", "bullet")), s.draw))


def funding(s: Setting) -> Part:
    heading = s.draw.one(("Kinh phí thực hiện", "Kinh phí"))
    return Part("section", heading, ("funding",), (Part("paragraph", s.sentence("funding"), end="."),))
