"""Forms of reward, with who grants them, how many and to whom."""

from __future__ import annotations

from kehoach.specimen.parts import Fact, Part, Role
from kehoach.specimen.writing.aims import Setting


def rewards(s: Setting) -> Part:
    level = s.office.level
    giver = "Giám đốc Sở" if level == "province_department" else s.office.boss
    form = "Bằng khen" if level in {"province", "other"} else "Giấy khen"
    above = {
        "province": "Thủ tướng Chính phủ", "province_department": "Chủ tịch Ủy ban nhân dân tỉnh",
        "district": "Chủ tịch Ủy ban nhân dân tỉnh", "district_department": "Chủ tịch Ủy ban nhân dân huyện",
        "commune": "Chủ tịch Ủy ban nhân dân huyện", "other": "Tổng Liên đoàn Lao động Việt Nam",
    }[level]  # fmt: skip
    higher = "Giấy khen" if level in {"district_department", "commune"} else "Bằng khen"
    groups, people, chosen = s.draw.number(3, 15), s.draw.number(4, 30), s.draw.number(1, 3)

    def fact(form: str, level: str, count: int, recipient: str) -> Fact:
        return Fact("rewards", {"form": form, "level": level, "count": count, "recipient": recipient})

    lines = [
        (
            f"Tập thể: {giver} tặng {form} cho {groups:02d} tập thể có thành tích xuất sắc",
            fact(form, giver, groups, "tập thể có thành tích xuất sắc"),
        ),
        (
            f"Cá nhân: {giver} tặng {form} cho {people:02d} cá nhân tiêu biểu",
            fact(form, giver, people, "cá nhân tiêu biểu"),
        ),
    ]
    if s.draw.chance(0.55):
        text = f"Lựa chọn {chosen:02d} tập thể dẫn đầu, đề nghị {above} tặng {higher}"
        lines.append((text, fact(higher, above, chosen, "tập thể dẫn đầu")))
    role: Role = s.draw.one(("item", "bullet"))
    parts = tuple(Part(role, text, end=".", facts=(made,)) for text, made in lines)
    return Part(
        "section", s.draw.one(("Khen thưởng", "Hình thức khen thưởng", "Công tác khen thưởng")), ("rewards",), parts
    )
