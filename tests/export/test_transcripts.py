"""The page formats: plain text, hOCR, ALTO, JSON, over one document that goes over a page's end."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from kehoach.export import alto, hocr, page_quality, plain_text, transcript_json
from kehoach.export.typeset import pages
from kehoach.model.document import Block, Cell, Document, Furniture, Source
from kehoach.model.geometry import Box
from kehoach.model.issue import Issue
from kehoach.model.page import Line, Page, Reading, Word
from kehoach.model.text import Text

HOCR = "{http://www.w3.org/1999/xhtml}"
ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"


def _line(page: int, line: int, text: str, confidence: float = 0.9) -> Line:
    words = text.split()
    boxes = [Box(72 + 36 * n, 100 + 20 * line, 102 + 36 * n, 112 + 20 * line) for n in range(len(words))]
    return Line(tuple(Word(word, page, line, box, confidence) for word, box in zip(words, boxes, strict=True)))


@pytest.fixture
def document() -> Document:
    first, second, third = _line(1, 0, "Các phòng <&> ban"), _line(1, 1, "phối"), _line(2, 0, "hợp \x01tốt", 0.5)
    paragraph = Text.join(" ", map(Text.of_line, (first, second, third)))
    row = [_line(2, 1, "1"), _line(2, 2, "Quý II")]
    cells = (Cell(Text.of_line(row[0]), 0), Cell(Text(), 1), Cell(Text.of_line(row[1]), 2))
    mended = paragraph.replace(4, 9, "phố ng")
    made = (
        Page(1, 595.0, 842.0, "ocr", (first, second), ocr_confidence=0.9, skew=-0.5),
        Page(2, 595.0, 842.0, "ocr", (third, *row), ocr_confidence=0.5),
        Page(3, 595.0, 842.0, "ocr", failed=True),
    )
    number = Furniture("page_number", 2, Box(300, 40, 310, 52), Text.of_line(_line(2, 9, "2")))
    issues = (Issue("language", "repaired", "phòng → phố ng", 1), Issue("reading", "page_unreadable", "hỏng", 3))
    return Document(made, (Block("body", mended), Block.of_row(0, cells)), (number,), issues)


def test_plain_text_goes_page_by_page_without_furniture(document: Document) -> None:
    assert plain_text.to_text(document) == "Các phố ng <&> ban phối\n\fhợp \x01tốt\n1 |  | Quý II\n\f"


def test_lines_are_those_of_the_page(document: Document) -> None:
    first, second, third = pages(document)
    assert [line.text for line in first.blocks[0].lines] == ["Các phố ng <&> ban", "phối"]
    assert [[block.text for block in row] for row in second.rows] == [["hợp \x01tốt"], ["1", "Quý II"]]
    assert [block.text for block in second.furniture] == ["2"]
    assert third.blocks == ()


def test_hocr_holds_every_word_with_its_place(document: Document) -> None:
    root = ElementTree.fromstring(hocr.to_hocr(document, 'tệp "một" & <hai>.pdf', "kehoach 1"))
    found = [e for e in root.iter(f"{HOCR}span") if e.get("class") == "ocrx_word"]
    assert " ".join(e.text or "" for e in found) == "Các phố ng <&> ban phối hợp tốt 1 Quý II 2"
    assert found[0].get("title") == "bbox 300 417 425 467; x_wconf 90"
    sheets = [e for e in root.iter(f"{HOCR}div") if e.get("class") == "ocr_page"]
    assert [e.get("id") for e in sheets] == ["page_1", "page_2", "page_3"]
    assert "bbox 0 0 2479 3508; ppageno 0; scan_res 300 300" in (sheets[0].get("title") or "")
    names = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(names) == len(set(names))


def test_alto_holds_every_word_with_its_place(document: Document) -> None:
    root = ElementTree.fromstring(alto.to_alto(document, "tệp.pdf", "kehoach", "1", "engine"))
    found = list(root.iter(f"{ALTO}String"))
    assert " ".join(e.attrib["CONTENT"] for e in found) == "Các phố ng <&> ban phối hợp tốt 1 Quý II 2"
    wanted = {"HPOS": "1200", "VPOS": "1667", "WIDTH": "500", "HEIGHT": "200", "WC": "0.9000"}
    assert {name: found[0].attrib[name] for name in wanted} == wanted
    labels = {e.attrib["ID"]: e.attrib["LABEL"] for e in root.iter(f"{ALTO}LayoutTag")}
    kinds = [labels[e.attrib["TAGREFS"]] for e in root.iter(f"{ALTO}TextBlock")]
    assert kinds == ["body", "body", "table", "table", "page_number"]
    assert len(list(root.iter(f"{ALTO}ComposedBlock"))) == 1
    names = [e.attrib["ID"] for e in root.iter() if "ID" in e.attrib]
    assert len(names) == len(set(names))


def test_json_tells_places_and_quality(document: Document) -> None:
    source = Source("tệp.pdf", "0" * 64, "application/pdf", b"")
    made = transcript_json.to_dict(source, Reading(document.pages, "engine", {"dpi": "300"}), document)
    assert json.loads(json.dumps(made))["engine"] == "engine"
    row = made["pages"][1]["blocks"][2]
    assert (row["kind"], row["column"], row["text"]) == ("table", 2, "Quý II")
    assert row["lines"][0]["words"][0] == {"text": "Quý", "box": [72, 140, 102, 152], "confidence": 0.9}
    assert made["pages"][0]["quality"]["repaired"] == 1


def test_text_without_places_is_written_too() -> None:
    line = Line((Word("Kế", 1, 0), Word("hoạch", 1, 0)))
    document = Document((Page(1, None, None, "text", (line,)),), (Block("body", Text.of_line(line)),))
    assert "bbox" not in hocr.to_hocr(document, "x", "y")
    assert "HPOS" not in alto.to_alto(document, "x", "y", "1", None)
    assert plain_text.to_text(document) == "Kế hoạch\n"


def test_quality_says_what_to_look_at(document: Document) -> None:
    first, second, third = page_quality.quality(document)
    assert (first.repaired, first.unsure_words, first.notes) == (1, 0, ())
    assert (second.words, second.unsure_words) == (5, 2)
    assert (third.failed, third.notes) == (True, ("page_unreadable",))
    lines = list(page_quality.lines((first, second, third)))
    assert "skew -0.5°" in lines[0] and "unsure 2" in lines[1] and "FAILED" in lines[2]
