"""The HTML page: self-contained, safe against what documents say, every value linked to its place and back."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PIL import Image

from kehoach.export.captions import KINDS, VALUES, WORDS
from kehoach.export.html import WIDEST, image_uri, to_html
from kehoach.export.html_entries import heading_places, view
from kehoach.model import document_info
from kehoach.model import plan as record
from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.text import Evidence

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href=javascript:alert(3)>&amp;"
TEXT = (
    "Số: 7/KH-UBND\n"
    "I. NỘI DUNG\n"
    "1. Phòng Nội vụ chủ trì, hoàn thành trước ngày 20/3/2031; 90% hộ đạt chuẩn (25 điểm)\n"
    "Dòng cuối ./."
)


def at(words: str, page: int | None = 1, row: int = 0) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    box = Box(50, 100 + 20 * row, 50 + 5 * len(words), 112 + 20 * row) if page else None
    return (Evidence(page, box, start, start + len(words)),)


def made(page: int | None = 1, name: str = "Phòng Nội vụ") -> record.Plan:
    """A plan with a fact of every kind; ``page`` None is text input."""
    where = lambda words, row: at(words, page, row)  # noqa: E731
    unit = record.Unit(name, "lead", where("Phòng Nội vụ", 2))
    indicator = record.Indicator("90% hộ đạt chuẩn", where("90% hộ đạt chuẩn", 2))
    furniture = (Evidence(1, Box(400, 20, 500, 60), None, None),) if page else (Evidence(None, None, None, None),)
    heading = where("NỘI DUNG", 1)
    return record.Plan(
        source=document_info.SourceInfo(
            "mau.pdf",
            "ab" * 32,
            "application/pdf",
            (document_info.PageInfo(1, 595, 842, "ocr", 0.91), document_info.PageInfo(2, 595, 842, "ocr")) if page else (),
        ),
        text=TEXT,
        document=document_info.DocumentInfo(
            type="KH",
            number="7/KH-UBND",
            title=name,
            period=document_info.Period("2031-01-01", "2031-12-31", "năm 2031"),
            signer=document_info.Signer("Lê Thị Mẫu", "Chủ tịch", None),
            recipients=("Như trên",),
            stamps=(document_info.Stamp("received", "Sở A", "12", "2031-02-03", evidence=furniture),),
            state={"number": "found", "issued_on": "blank"},
            evidence={"number": document_info.HeaderEvidence(where("7/KH-UBND", 0), 0.52, "number.line", inferred=True)},
        ),
        run=record.Run("0", "engine", {}, {}),
        sections=(record.Section(path="I", heading="NỘI DUNG", kinds=("content",), evidence=heading + at("Dòng", page)),),
        items=(record.Item(path="I.1", start="Phòng", text=f"{name} chủ trì", evidence=where("Phòng Nội vụ chủ trì", 2)),),
        tables=(record.TableInfo("I", ("TT", "Việc"), (("QUÝ I",), ("1", name)), (1,)),),
        themes=(record.Theme(text=name, path="I.T4"),),
        movements=(record.Movement(name=name, path=None),),
        criteria=(
            record.Criterion(
                path="I.1", text=name, points=25.5, refers_to="I.1", indicators=(indicator,), evidence=where("(25 điểm)", 2)
            ),
        ),
        targets=(
            record.Target(path="I.1", quote=name, comparator=">=", value=90, unit="%", evidence=where("90% hộ", 2)),
        ),
        deadlines=(
            record.Deadline(
                path="I.1", quote="trước ngày 20/3/2031", kind="deadline", end="2031-03-20", qualifier="before",
                evidence=where("trước ngày 20/3/2031", 2), confidence=0.7, rule="time.before",
            ),
        ),
        tasks=(
            record.Task(
                path="I.1", text=name, units=(unit,), due=record.Due(None, "2031-03-20"), product="Báo cáo",
                evidence=where("hoàn thành", 2),
            ),
        ),
        citations=(record.Citation(number="1/NQ-HĐND", type="Nghị quyết", issued_on="2030-12", title=name),),
        observances=(record.Observance(name=name, ordinal=5, from_="2026-01-01", to="2031-01-01"),),
        rewards=(record.Reward(form="Giấy khen", level="Chủ tịch", count=3, recipient=name),),
        issues=(Issue("reading", "low_confidence", name, 1, Box(10, 10, 60, 30)),),
        checks=(record.Check("KH101", "missing_number", "pass", "NĐ 30/2020"),),
        findings=(
            record.Finding(
                "KH204", "label_gap", "warning", "I", record.Message(f"vi {name}", f"en {name}"), None, where("I. ", 1)
            ),
        ),
    )  # fmt: skip


def picture() -> Image.Image:
    return Image.new("RGB", (826, 1169), (250, 250, 248))


class Reader(HTMLParser):
    """What a browser would see: elements with their attributes, and text outside script and style."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._raw = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._raw += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._raw -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


PAGES = {
    "pages": to_html(made(), {1: picture()}),
    "text": to_html(made(page=None), {}),
    "hostile": to_html(made(name=HOSTILE), {1: picture()}, "en"),
}
pages = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@pages
def test_nothing_is_fetched_and_nothing_runs_but_the_own_script(page: str) -> None:
    seen = Reader(page)
    assert all(uri.startswith("data:image/webp;base64,") for uri in seen.values("src"))
    assert all(uri.startswith("#") for uri in seen.values("href"))
    assert not {"link", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in seen.elements}
    assert sum(tag == "script" for tag, _ in seen.elements) == 1
    assert not [
        name for _, attributes in seen.elements for name in attributes if name.startswith("on") or name == "style"
    ]
    assert "http:" not in page.replace("http-equiv", "") and "https:" not in page


@pages
def test_the_policy_allows_just_this_style_and_script(page: str) -> None:
    policy = next(a["content"] for tag, a in Reader(page).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; img-src data:;") and "unsafe" not in policy
    for element in ("style", "script"):
        content = re.findall(rf"<{element}>(.*?)</{element}>", page, re.S)
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy


def test_hostile_words_stay_words() -> None:
    seen = Reader(PAGES["hostile"])
    assert "".join(seen.text).count(HOSTILE) >= 12
    assert not [a for _, a in seen.elements if a.get("src") == "x" or "javascript" in a.get("href", "")]


@pages
def test_links_lead_somewhere_both_ways(page: str) -> None:
    seen = Reader(page)
    ids = seen.values("id")
    assert len(ids) == len(set(ids))
    assert {uri[1:] for uri in seen.values("href")} <= set(ids)
    linked = set(seen.values("data-go"))
    assert linked and linked <= set(seen.values("data-of")) | {i.removeprefix("t-") for i in ids if i.startswith("t-")}
    assert set(seen.values("data-of")) <= set(ids)


def test_every_fact_with_a_place_has_a_box_and_a_link() -> None:
    plan = made()
    seen = Reader(PAGES["pages"])
    shown = view(plan)
    every = [e for group in (*shown.header.values(), *shown.entries.values()) for entry in group for e in entry.all()]
    placed = {entry.id for entry in every if entry.pages}
    assert placed == set(seen.values("data-of")) and len(placed) >= 11
    assert placed - {e.id for e in shown.entries["findings"] + shown.entries["issues"]} <= set(seen.values("data-go"))
    boxes = [a for tag, a in seen.elements if tag == "rect"]
    assert len(boxes) == len(placed)
    assert all(float(a["width"]) > 2 and float(a["height"]) > 2 for a in boxes)


def test_wide_boxes_lie_under_narrow_ones() -> None:
    drawn = view(made()).boxes[1]
    kinds = [d.entry.kind for d in drawn]
    assert set(kinds[:2]) == {"sections", "items"}
    areas = [d.box.area for d in drawn[2:]]
    assert areas == sorted(areas, reverse=True)


def test_the_text_is_whole_and_marked() -> None:
    shown = view(made(page=None))
    lines = ["".join(stretch.text for stretch in line) for line in shown.paragraphs]
    assert lines == TEXT.split("\n")
    tops = {s.text: s.top.kind for line in shown.paragraphs for s in line if s.top}
    assert tops["trước ngày 20/3/2031"] == "deadlines"
    assert tops["7/KH-UBND"] == "header"
    assert tops[" chủ trì"] == "items"
    seen = Reader(PAGES["text"])
    assert not seen.values("src") and "text-only" in seen.values("class")


def test_only_the_heading_of_a_section_is_drawn() -> None:
    section = made().sections[0]
    assert len(section.evidence) == 2
    assert heading_places(section) == section.evidence[:1]
    assert heading_places(replace(section, evidence=())) == ()


@pytest.mark.parametrize(
    ("confidence", "shown"), [(1.0, "100%"), (0.999, "99%"), (0.7, "70%"), (0.52, "52%"), (0.0, "0%")]
)
def test_confidence_is_never_rounded_up(confidence: float, shown: str) -> None:
    plan = made()
    page = to_html(replace(plan, deadlines=(replace(plan.deadlines[0], confidence=confidence),)), {})
    assert f">{shown}</span>" in page


def test_low_confidence_blank_values_and_inference_are_said() -> None:
    page = PAGES["pages"]
    assert 'class="conf poor"' in page and 'class="conf doubtful"' in page
    words = "".join(Reader(page).text)
    assert "suy ra" in words and "để trống" in words


@pytest.mark.parametrize(("language", "checked"), [("vi", "lang-vi"), ("en", "lang-en")])
def test_the_first_language_is_asked_for(language: str, checked: str) -> None:
    seen = Reader(to_html(made(), {}, language))  # type: ignore[arg-type]
    assert seen.elements[1][1].get("lang") == language or seen.elements[0][1].get("lang") == language
    radios = [a for tag, a in seen.elements if a.get("name") == "language" and "checked" in a]
    assert [a["id"] for a in radios] == [checked]


def test_what_was_not_found_is_said() -> None:
    words = "".join(Reader(to_html(replace(made(), rewards=(), issues=()), {}, "en")).text)
    assert re.search(r"None found in the document\s*:\s*Khen thưởngRewards", words)


def test_a_page_without_its_image_keeps_its_boxes() -> None:
    page = to_html(made(), {2: picture()})
    assert page.count("<img ") == 1 and page.count("<rect ") == PAGES["pages"].count("<rect ")


@pytest.mark.parametrize("width", [400, WIDEST, 3000])
def test_images_are_made_small(width: int) -> None:
    wide = Image.new("RGB", (width, width), "white")
    out = io.BytesIO()
    wide.save(out, "PNG")
    for given in (wide, out.getvalue()):
        uri = image_uri(given)
        with Image.open(io.BytesIO(base64.b64decode(uri.partition(",")[2]))) as small:
            assert small.width == min(width, WIDEST)


def test_every_caption_is_in_both_languages() -> None:
    for table in (KINDS, WORDS, VALUES):
        assert all(vi.strip() and en.strip() for vi, en in table.values())
    words = html.unescape(PAGES["pages"])
    assert all(words.count(f">{KINDS[kind][n]}<") >= 1 for kind in KINDS for n in (0, 1))
