"""Changes planted in specimen plans, one kind of place each; what a comparison must then say."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kehoach.specimen.draw import Draw
from kehoach.specimen.generator import Written

PARAGRAPH = re.compile(r"<(p|h[2-4])\b[^>]*>(.*?)</\1>", re.DOTALL)
NEW = (
    "Bố trí góc trưng bày thành quả của từng tổ dân phố tại nhà sinh hoạt cộng đồng",
    "Ghi nhật ký việc tốt và đọc trước cuộc họp đầu tuần",
    "Mời nghệ nhân cao tuổi truyền dạy nghề cho lớp trẻ trong dịp hè",
    "Tặng cây giống cho hộ có sáng kiến được chọn",
)


@dataclass(frozen=True)
class Change:
    """``source`` with the change in it; ``expected`` are (kind, a, b) of the differences, None for any value."""

    source: str
    expected: tuple[tuple[str, str | None, str | None], ...]


Planter = Callable[[Written, str, Draw], Change | None]


def points(written: Written, source: str, draw: Draw) -> Change | None:
    """Other points for a criterion that stands in one place."""
    options = [c for c in written.gold["criteria"] if c["points"] and not c["refers_to"]]
    for criterion in draw.shuffled(options):
        old, text = int(criterion["points"]), html.escape(criterion["text"], quote=False)
        new = old + (5 if old <= 15 else -5)
        cell = re.compile(rf"(<td>{re.escape(text)}</td>\s*<td>)0?{old}(</td>)")
        inline = re.sub(rf"\b0?{old}(?= điểm)", f"{new:02d}" if f"0{old}" in text else str(new), text)
        made = (
            cell.sub(rf"\g<1>{new}\g<2>", source, count=1) if cell.search(source) else source.replace(text, inline, 1)
        )
        if made != source:
            return Change(made, (("points_changed", str(old), str(new)),))
    return None


def target(written: Written, source: str, draw: Draw) -> Change | None:
    """Another figure for a target in percent."""
    for one in draw.shuffled([t for t in written.gold["targets"] if t["unit"] == "%" and t["comparator"] != "range"]):
        quote, old = html.escape(one["quote"], quote=False), int(one["value"])
        new = old - 5 if old > 50 else old + 5
        made = source.replace(quote, re.sub(rf"\b{old}(?=\s?%)", str(new), quote), 1)
        if made != source and source.count(quote) == 1:
            return Change(made, (("target_changed", None, None),))
    return None


def deadline(written: Written, source: str, draw: Draw) -> Change | None:
    """A day of a deadline moved by some weeks."""
    for one in draw.shuffled(
        [d for d in written.gold["deadlines"] if d["kind"] in ("deadline", "milestone") and d["end"]]
    ):
        quote = html.escape(one["quote"], quote=False)
        found = re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", quote)
        if found is None or source.count(quote) != 1:
            continue
        day = date(int(found[3]), int(found[2]), int(found[1]))
        later = day + timedelta(days=draw.one((-21, -14, 9, 16)))
        if later.year != day.year:
            continue
        words = f"{later.day:02d}/{later.month if later.month > 2 else f'0{later.month}'}/{later.year}"
        return Change(source.replace(quote, quote.replace(found[0], words), 1), (("deadline_moved", None, None),))
    return None


def theme(written: Written, source: str, draw: Draw) -> Change | None:
    """Another theme."""
    if len(written.gold["themes"]) != 1:
        return None
    old = html.escape(written.gold["themes"][0]["text"], quote=False)
    new = draw.one(("Mỗi ngày một việc tử tế", "Chung sức làm giàu, chung lòng giữ xóm", "Nghĩ sâu hơn, làm gọn hơn"))
    return Change(source.replace(old, new), (("theme_changed", None, None),)) if old in source else None


def citation_dropped(written: Written, source: str, draw: Draw) -> Change | None:
    """One document fewer in the basis."""
    for one in draw.shuffled([c for c in written.gold["citations"] if c["number"]]):
        line = next((m[0] for m in PARAGRAPH.finditer(source) if one["number"] in m[0]), None)
        if line is not None and len(written.gold["citations"]) > 1 and line.rstrip("</p>").endswith(";"):
            return Change(source.replace(line + "\n", "", 1), (("citation_dropped", one["number"], None),))
    return None


def citation_added(written: Written, source: str, draw: Draw) -> Change | None:
    """One document more."""
    number = f"{draw.number(500, 900)}/QĐ-UBND"
    line = (
        f"<p>Căn cứ Quyết định số {number} ngày 04/01/2016 của Ủy ban nhân dân tỉnh về phân cấp quản lý nhà nước;</p>\n"
    )
    return Change(source.replace("<main>\n", "<main>\n" + line, 1), (("citation_added", None, number),))


def section_dropped(written: Written, source: str, draw: Draw) -> Change | None:
    """A section on funding, measures or scope goes, at the end so that no label changes."""
    last = re.search(r"<h2>[^<]*?((?:KINH PHÍ|Kinh phí)[^<]*)</h2>\n<p>[^<]*</p>\n(?=<p>[^<]*(?:\./\.)|<p>Trong quá|<p>Trên đây|<p>Nếu)", source)  # fmt: skip
    return Change(source.replace(last[0], "", 1), (("section_dropped", None, None),)) if last else None


def section_renamed(written: Written, source: str, draw: Draw) -> Change | None:
    """Another heading over the same content."""
    names = {
        "Tổ chức thực hiện": "Phân công thực hiện",
        "Nội dung thi đua": "Nội dung, nhiệm vụ thi đua",
    }
    for old, new in names.items():
        for a, b in ((old, new), (old.upper(), new.upper())):
            if re.search(rf"<h2>[^<]*{a}</h2>", source):
                return Change(source.replace(f"{a}</h2>", f"{b}</h2>", 1), (("section_renamed", None, None),))
    return None


def item_reworded(written: Written, source: str, draw: Draw) -> Change | None:
    """Other words in a content."""
    for one in draw.shuffled(_contents(written)):
        text = html.escape(one["text"].rstrip(".;"), quote=False)
        words = text.split()
        if source.count(text) == 1 and len(words) >= 10:
            made = " ".join([*words[:4], "thật đều đặn, không ngắt quãng,", *words[4:]])
            return Change(source.replace(text, made, 1), (("item_reworded", None, None),))
    return None


def item_added(written: Written, source: str, draw: Draw) -> Change | None:
    """One more content, as a bullet after the last of bullets."""
    for one in draw.shuffled(_contents(written)):
        label = re.search(
            rf"<p([^>]*)>- {re.escape(html.escape(one['text'].rstrip('.;'), quote=False))}[.;]?</p>\n", source
        )
        if label is not None:
            line = f"<p{label[1]}>- {draw.one(NEW)};</p>\n"
            return Change(source.replace(label[0], label[0] + line, 1), (("item_added", None, None),))
    return None


def unit(written: Written, source: str, draw: Draw) -> Change | None:
    """Another unit to work with."""
    for found in draw.shuffled(
        list(
            re.finditer(
                r"hủ trì, phối hợp với (Đoàn Thanh niên Sở|Công đoàn cơ quan Sở|Hội Nông dân tỉnh|Huyện đoàn)(?= )",
                source,
            )
        )
    ):
        made = source[: found.start(1)] + "Hội Khuyến học" + source[found.end(1) :]
        return Change(made, (("unit_replaced", found[1], None),))
    return None


def roles(written: Written, source: str, draw: Draw) -> Change | None:
    """Lead and coordinating unit of a row of a task table change places."""
    head = re.search(r"<thead><tr>(.*?)</tr></thead>", source)
    names = re.findall(r"<th>(.*?)</th>", head[1]) if head else []
    lead = next((n for n, name in enumerate(names) if "chủ trì" in name.casefold()), None)
    if lead is None or lead + 1 >= len(names) or "phối hợp" not in names[lead + 1].casefold():
        return None
    for row in draw.shuffled(re.findall(r"<tr>(?:<td>[^<]*</td>)+</tr>", source)):
        cells = re.findall(r"<td>([^<]*)</td>", row)
        if (
            len(cells) == len(names)
            and cells[lead]
            and cells[lead + 1]
            and not {",", ";"} & set(cells[lead] + cells[lead + 1])
        ):
            cells[lead], cells[lead + 1] = cells[lead + 1], cells[lead]
            made = source.replace(row, "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>", 1)
            return Change(
                made, (("unit_role_changed", "lead", "coordinate"), ("unit_role_changed", "coordinate", "lead"))
            )
    return None


def criterion_removed(written: Written, source: str, draw: Draw) -> Change | None:
    """The last criterion of a table or list goes."""
    options = [
        c for c in written.gold["criteria"] if c["kind"] == "criterion" and not c["refers_to"] and not c["indicators"]
    ]
    if len(options) < 3 or any(c["kind"] == "group" for c in written.gold["criteria"]):
        return None
    text = html.escape(options[-1]["text"], quote=False)
    row = re.search(
        rf"<tr>(?:<td>[^<]*</td>)?<td>{re.escape(text)}</td><td>[^<]*</td></tr>\n?|<p[^>]*>[^<]{{1,5}}{re.escape(text)}\.</p>\n",
        source,
    )
    return Change(source.replace(row[0], "", 1), (("criterion_removed", None, None),)) if row else None


def criterion_reworded(written: Written, source: str, draw: Draw) -> Change | None:
    """Other words for a criterion, its points as they are."""
    for one in draw.shuffled([c for c in written.gold["criteria"] if c["kind"] == "criterion" and not c["refers_to"]]):
        text = html.escape(one["text"], quote=False)
        if source.count(text) == 1 and len(text.split()) >= 4:
            words = text.split()
            made = " ".join([*words[:2], "kịp thời, chu đáo,", *words[2:]])
            return Change(source.replace(text, made, 1), (("criterion_reworded", None, None),))
    return None


def _contents(written: Written) -> list[dict[str, str]]:
    kinds = {s["path"]: s["kinds"] for s in written.gold["sections"]}
    busy = {
        f["path"]
        for key in ("targets", "criteria", "deadlines", "tasks", "themes", "rewards")
        for f in written.gold[key]
    }
    items: list[dict[str, str]] = written.gold["items"]
    return [
        i
        for i in items
        if i["path"] not in busy
        and {"content", "purpose", "measures"} & set(kinds.get(i["path"].rsplit(".", 1)[0], ()))
    ]


PLANTERS: tuple[Planter, ...] = (
    points, target, deadline, theme, citation_dropped, citation_added, section_dropped, section_renamed, item_reworded,
    item_added, unit, roles, criterion_reworded, criterion_removed,
)  # fmt: skip
