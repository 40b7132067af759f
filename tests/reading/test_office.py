"""DOCX, ODT and HTML: what would be printed, and nothing else."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kehoach as kh
from kehoach.errors import EmptyInput, Encrypted, KehoachError, NotADocument, Truncated
from kehoach.export.json import to_reference
from kehoach.model.document import Source
from kehoach.model.page import Page, Reading
from kehoach.programs import libreoffice
from kehoach.reading import Settings, reader
from kehoach.reading import source as identified
from kehoach.reading.office import docx, odt, web
from kehoach.reading.office.numerals import bullet, numeral
from kehoach.specimen.manuscript import plain_text
from tests import office
from tests.conftest import REPOSITORY
from tests.office import cell, p, table

SOURCES = sorted((REPOSITORY / "corpora" / "sources").glob("*.html"))


def page(read: Callable[[Source], Reading], data: bytes) -> Page:
    (found,) = read(Source("a", hashlib.sha256(data).hexdigest(), "", data)).pages
    return found


def lines(read: Callable[[Source], Reading], data: bytes) -> list[str]:
    return [line.text for line in page(read, data).lines]


def grid(found: Page) -> list[tuple[int, int, int, int, str]]:
    (only,) = found.grids
    return [(c.row, c.column, c.row_span, c.column_span, " / ".join(line.text for line in c.lines)) for c in only.cells]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_every_form_of_a_specimen_gives_the_same_facts(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    forms = {
        "txt": _text(html).encode(), "docx": office.as_docx(html), "odt": office.as_odt(html), "html": html.encode(),
    }  # fmt: skip
    records = {name: _facts(kh.read(data)) for name, data in forms.items()}
    assert records["txt"]["sections"] and records["txt"]["document"]["number"]
    for name, record in records.items():
        for key, value in record.items():
            assert value == records["txt"][key], (name, key)


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_the_printed_specimen_gives_the_same_facts_as_its_text(file: Path) -> None:
    printed = _facts(kh.read(file.parent.parent / file.stem / "digital.pdf"))
    written = _facts(kh.read(_text(file.read_text(encoding="utf-8")).encode()))
    for key, value in written.items():
        assert printed[key] == value, key


@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
@pytest.mark.skipif(libreoffice.command() is None, reason="LibreOffice is not installed")
def test_files_that_libreoffice_writes_give_the_same_facts(suffix: str, tmp_path: Path) -> None:
    html = next(file for file in SOURCES if "<table" in file.read_text("utf-8")).read_text("utf-8")
    given = tmp_path / "kế hoạch.docx"
    given.write_bytes(office.as_docx(html))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [str(libreoffice.command()), profile, "--headless", "--convert-to", suffix[1:], "--outdir", tmp_path, given]
    subprocess.run(call, check=True, capture_output=True, timeout=libreoffice.SECONDS)
    expected, found = _facts(kh.read(given)), _facts(kh.read(given.with_suffix(suffix)))
    assert expected["sections"] and expected["document"]["signer"]
    for key, value in expected.items():
        assert found[key] == value, key


def _text(html: str) -> str:
    """The specimen as plain text, its headings between stars as in hand-made transcripts: bold tells a heading."""
    headings = {
        block[1] for block in office.source(html).body if isinstance(block, tuple) and block[0] in ("h2", "h3", "h4")
    }
    return "\n".join(f"**{line}**" if line in headings else line for line in plain_text(html).split("\n"))


def _facts(plan: kh.Plan) -> dict[str, Any]:
    record = to_reference(plan)
    for key in ("source", "findings", "schema_version"):
        del record[key]
    for key in ("stamps", "copy_state"):  # a stamp is ink on paper: a Word file has none
        del record["document"][key]
    return record


def test_labels_of_lists_are_printed() -> None:
    def level(depth: int, form: str, text: str, more: str = "") -> str:
        return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'

    def item(text: str, depth: int, number: int = 1) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.")
        + level(3, "lowerLetter", "%4)") + level(4, "bullet", "\uf0b7") + level(5, "decimal", "%1.%2", "<w:isLgl/>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        + '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        + "</w:lvlOverride></w:num>"
    )  # fmt: skip
    body = [
        item("MỤC ĐÍCH", 0), item("Nâng cao ý thức", 1), item("Phát hiện", 1), item("sâu", 2), item("sâu nữa", 2),
        item("a", 3), item("b", 3), item("chấm", 4), item("YÊU CẦU", 0), item("Một", 1), item("luật", 5), item("", 1),
        item("Hai", 1), item("Năm", 0, 2), p("thường", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    ]  # fmt: skip
    assert [line for line in lines(docx.reading, office.docx("".join(body), numbering=numbering)) if line] == [
        "I. MỤC ĐÍCH", "1. Nâng cao ý thức", "2. Phát hiện", "2.1. sâu", "2.2. sâu nữa", "a) a", "b) b", "• chấm",
        "II. YÊU CẦU", "1. Một", "2.1 luật", "2. Hai", "V. Năm", "thường",
    ]  # fmt: skip


def test_the_program_counts_the_rows_of_a_table() -> None:
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    )
    rows = [cell(p("", counted)) + cell(p(work)) for work in ("Nạo vét kênh", "Gia cố bờ")]
    assert grid(page(docx.reading, office.docx(table(*rows), numbering=numbering))) == [
        (0, 0, 1, 1, "1."), (0, 1, 1, 1, "Nạo vét kênh"), (1, 0, 1, 1, "2."), (1, 1, 1, 1, "Gia cố bờ"),
    ]  # fmt: skip


def test_a_list_may_come_with_the_style_of_a_paragraph() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/>'
        "<w:rPr><w:i/><w:caps/></w:rPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("phạm vi", '<w:pStyle w:val="Con"/>') + p("đối tượng", '<w:pStyle w:val="Con"/>', '<w:b w:val="0"/>')
    found = page(docx.reading, office.docx(body, styles=styles, numbering=numbering))
    assert [line.text for line in found.lines] == ["Điều 1. PHẠM VI", "Điều 2. ĐỐI TƯỢNG"]
    assert [word.bold for word in found.lines[0].words] == [True] * 4
    assert [(word.bold, word.italic) for word in found.lines[1].words] == [(False, True)] * 4


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Sở Y tế chủ trì"), ["Sở Y tế chủ trì"]),
        (p("UBND TỈNH\nSỞ Y TẾ"), ["UBND TỈNH", "SỞ Y TẾ"]),
        ("<w:p><w:r><w:t>th</w:t></w:r><w:r><w:t>ông</w:t></w:r></w:p>", ["thông"]),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>", ["a b-c"]),
        ("<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>", ["mới"]),
        ("<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo></w:p>", ["y"]),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>hai </w:t></w:r></w:p>" + p("đoạn"),
            ["hai đoạn"],
        ),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", ["hiện"]),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>05/3</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            ["05/3"],
        ),
        ("<w:sdt><w:sdtContent>" + p("trong khung") + "</w:sdtContent></w:sdt>", ["trong khung"]),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("hộp") + "</w:txbxContent></mc:Choice>"
            "<mc:Fallback><w:txbxContent>" + p("hộp") + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
            "<w:r><w:t>neo</w:t></w:r></w:p>",
            ["neo", "hộp"],
        ),
        ("<w:p><w:r><w:sym w:char='F0FC'/><w:sym w:char='2192'/><w:t>x\u200b\u00ady</w:t></w:r></w:p>", ["→xy"]),
    ],
)  # fmt: skip
def test_only_what_is_printed_is_read(body: str, expected: list[str]) -> None:
    assert lines(docx.reading, office.docx(body)) == expected


def test_merged_cells_nested_tables_and_deleted_rows() -> None:
    rows = (
        cell(p("TT"), properties='<w:vMerge w:val="restart"/>')
        + cell(p("Đơn vị"), properties='<w:gridSpan w:val="2"/>'),
        cell(properties="<w:vMerge/>") + cell(p("chủ trì")) + cell(p("phối hợp")),
        "<w:trPr><w:del/></w:trPr>" + cell(p("bỏ")),
        cell(p("1")) + cell(p("Sở A"), table(cell(p("trong"))), p("Sở B")) + cell(),
    )
    assert grid(page(docx.reading, office.docx(table(*rows)))) == [
        (0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Đơn vị"), (1, 1, 1, 1, "chủ trì"), (1, 2, 1, 1, "phối hợp"), (2, 0, 1, 1, "1"),
        (2, 1, 1, 1, "Sở A / trong / Sở B"), (2, 2, 1, 1, ""),
    ]  # fmt: skip


def test_headers_and_notes_stand_apart() -> None:
    notes = (
        '<w:footnote w:type="separator">' + p("kẻ") + "</w:footnote><w:footnote>" + p("Chú thích một") + "</w:footnote>"
    )
    data = office.docx(p("KẾ HOẠCH"), header1=p("3"), footer1=p("Lưu hành nội bộ"), footnotes=notes)
    found = page(docx.reading, data)
    assert [line.text for line in found.lines] == ["KẾ HOẠCH"]
    apart = [line.text for mark in found.marks for line in mark.lines]
    assert apart == ["3", "Lưu hành nội bộ", "Chú thích một"]
    plan = kh.read(data)
    assert plan.text == "KẾ HOẠCH"


def test_the_header_of_the_first_page_alone_opens_the_text() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" w:id="r1"/><w:titlePg/></w:sectPr>'
    data = office.docx(p("KẾ HOẠCH") + section, header1=p("SỞ NỘI VỤ"))
    assert lines(docx.reading, data) == ["SỞ NỘI VỤ", "KẾ HOẠCH"]
    running = office.docx(p("KẾ HOẠCH") + section.replace("<w:titlePg/>", ""), header1=p("SỞ NỘI VỤ"))
    assert lines(docx.reading, running) == ["KẾ HOẠCH"]


PAGE_INSIDE = b"<html><p>II. NHI\xe1\xbb\x86M V\xe1\xbb\xa4</p></html>"
SAVED = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n"
SAVED += (
    b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    + b64encode(PAGE_INSIDE)
    + b"\n--x--"
)


@pytest.mark.parametrize("inside", [PAGE_INSIDE, SAVED, office.docx(p("II. NHIỆM VỤ"))], ids=["html", "mhtml", "docx"])
def test_a_file_inside_a_document_is_part_of_it(inside: bytes) -> None:
    """Web systems write DOCX so: the text is a page of its own in the package."""
    chunk, kind = (
        '<w:altChunk w:id="r9"/>',
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk",
    )
    relation = f'<Relationship Id="r9" Type="{kind}" Target="chunk.bin"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(office.docx(p("I. MỤC ĐÍCH") + chunk + p("III. KINH PHÍ")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    related = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation.encode())
    data = office.zipped(parts | {"word/_rels/document.xml.rels": related, "word/chunk.bin": inside})
    assert lines(docx.reading, data) == ["I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. KINH PHÍ"]


def test_a_page_saved_with_its_pictures_is_read() -> None:
    assert identified(SAVED, "kế hoạch.doc").media_type == "text/html"
    assert lines(web.reading, SAVED) == ["II. NHIỆM VỤ"]


@pytest.mark.parametrize(("width", "height", "told"), [("16cm", "22cm", True), ("3cm", "3cm", False)])
def test_large_pictures_are_told(width: str, height: str, told: bool) -> None:
    sides = [int(float(side.removesuffix("cm")) * 360_000) for side in (width, height)]
    drawing = f'<w:r><w:drawing><w:extent cx="{sides[0]}" cy="{sides[1]}"/></w:drawing></w:r>'
    old = f'<w:r><w:pict><w:shape style="position:absolute;width:{width};height:{height}"/></w:pict></w:r>'
    frame = f'<text:p><draw:frame draw:width="{width}" draw:height="{height}"><draw:image/></draw:frame></text:p>'
    bodies = [office.docx(p("PHỤ LỤC") + f"<w:p>{inner}</w:p>") for inner in (drawing, old)]
    read = [docx.reading(Source("a", "", "", data)) for data in bodies]
    read.append(odt.reading(Source("a", "", "", office.odt("<text:p>PHỤ LỤC</text:p>" + frame))))
    assert [[issue.code for issue in one.issues] for one in read] == 3 * [["pictures_unread"] if told else []]


def test_old_fonts_are_made_unicode() -> None:
    fonts = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = p("Thùc hiÖn kÕ ho¹ch ph¸t ®éng phong trµo thi ®ua yªu n\u00adíc", "", fonts) + p(
        "Sở Y tế thực hiện kế hoạch"
    )
    body += p("uû ban nh©n d©n tØnh th¸i b×nh", "", '<w:rFonts w:ascii=".VnTimeH"/>')
    read = docx.reading(Source("a", "", "", office.docx(body)))
    assert [line.text for line in read.pages[0].lines] == [
        "Thực hiện kế hoạch phát động phong trào thi đua yêu nước", "Sở Y tế thực hiện kế hoạch",
        "UỶ BAN NHÂN DÂN TỈNH THÁI BÌNH",
    ]  # fmt: skip
    assert [issue.code for issue in read.issues] == ["legacy_encoding"]


def test_lists_of_odt() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." '
        'style:num-format="I"/><text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" '
        'text:display-levels="1"/><text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    inner = "<text:list><text:list-item><text:p>Một</text:p><text:list><text:list-item><text:p>gạch</text:p>"
    inner += "</text:list-item></text:list></text:list-item><text:list-item><text:p>Hai</text:p></text:list-item></text:list>"
    body = (
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
        f'<text:list text:style-name="L1"><text:list-item><text:p>MỤC ĐÍCH</text:p>{inner}</text:list-item></text:list>'
        "<text:p>xen<text:s text:c=\"3\"/>giữa<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>chú thích</text:p></text:note-body></text:note></text:p>"
        '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>YÊU <text:span '
        'text:style-name="B">CẦU</text:span></text:p></text:list-item></text:list>'
        "<text:p><draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame></text:p>"
    )  # fmt: skip
    found = page(odt.reading, office.odt(body, automatic))
    assert [line.text for line in found.lines if line.words] == [
        "I. MỤC ĐÍCH", "1. Một", "- gạch", "2. Hai", "xen giữa", "II. YÊU CẦU", "hộp",
    ]  # fmt: skip
    assert [word.bold for word in found.lines[5].words] == [False, False, True]
    assert [line.text for mark in found.marks for line in mark.lines] == ["chú thích"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html><p>a<br>b &amp; c<p>d", ["a", "b & c", "d"]),
        ("<html><head><title>x</title><style>p{}</style></head><script>alert('KẾ HOẠCH')</script><p>chữ", ["chữ"]),
        ("<html><ol type=I start=2><li>hai<ol type=a><li>nhỏ</ol><li>ba</ol><ul><li>gạch</ul>",
         ["II. hai", "a. nhỏ", "III. ba", "- gạch"]),
        ("<html><div style='display:none'>ẩn</div><div>một <b>hai</b>\n  ba</div>", ["một hai ba"]),
        ("<html><p style='text-transform: uppercase'>kế hoạch</p>", ["KẾ HOẠCH"]),
        ("<html><p onclick='x()'><img src=http://x/y.png><a href='javascript:x'>đường</a></p>", ["đường"]),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_is_shown(html: str, expected: list[str]) -> None:
    assert lines(web.reading, html.encode()) == expected


def test_tables_of_a_page() -> None:
    html = (
        "<html><table><tr><th rowspan=2>TT<th colspan=2>Đơn vị<tr><td>chủ trì<td>phối hợp"
        "<tr><td>1<td>Sở A<br>Sở B<td><table><tr><td>x</table></table><p>sau"
    )
    found = page(web.reading, html.encode())
    assert grid(found) == [
        (0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Đơn vị"), (1, 1, 1, 1, "chủ trì"), (1, 2, 1, 1, "phối hợp"), (2, 0, 1, 1, "1"),
        (2, 1, 1, 1, "Sở A / Sở B"), (2, 2, 1, 1, "x"),
    ]  # fmt: skip
    assert found.lines[-1].text == "sau"
    assert all(word.bold for word in found.grids[0].cells[0].lines[0].words)


def test_tables_that_only_lay_out_are_read_as_what_stands_in_them() -> None:
    rows = "<table><tr><td>TT<td>Việc<tr><td>1<td>Tổ chức hội nghị phát động phong trào thi đua</table>"
    inside = f"<p>II. NHIỆM VỤ</p>{rows}<p>III. KINH PHÍ"
    html = f"<html><table><tr><td colspan=2>Trang chủ<tr><td>Tin mới<td>{inside}</table>"
    found = page(web.reading, html.encode())
    assert [line.text for line in found.lines] == ["Trang chủ", "Tin mới", "II. NHIỆM VỤ", "III. KINH PHÍ"]
    assert [row[-1] for row in grid(found)] == ["TT", "Việc", "1", "Tổ chức hội nghị phát động phong trào thi đua"]
    cells = cell(p("Ghi chú")), cell(p("MỤC TIÊU"), table(cell(p("TT")) + cell(p("Chỉ tiêu cần đạt"))), p("./."))
    written = page(docx.reading, office.docx(table("".join(cells))))
    assert [line.text for line in written.lines] == ["Ghi chú", "MỤC TIÊU", "./."]
    assert [row[-1] for row in grid(written)] == ["TT", "Chỉ tiêu cần đạt"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html><head><title>x</title><body><p>chữ", ["chữ"]),
        ("<html><head><title>x</title><p>chữ", ["chữ"]),
        ("<html><table><tr><td><b>đậm<td>a</table><p style='display:none'>ẩn<p>hiện", ["hiện"]),
        ("<html><div title='header'><p>Đầu trang</div><p>chữ<div title='footer'><p>Chân trang</div>", ["chữ"]),
        ("<html><div style='mso-element:footer'><p>Chân trang</div><p>chữ", ["chữ"]),
        ("<html><nav>Trang chủ</nav><p>Tin<main><p>chữ dài của văn bản</main><aside>Bên</aside><footer>Cuối</footer>",
         ["chữ dài của văn bản"]),
        ("<html><header><p>SỞ NỘI VỤ</header><main><p>chữ</main><footer><p>Nơi nhận:</footer>",
         ["SỞ NỘI VỤ", "chữ", "Nơi nhận:"]),
        ("<html><p>giữ <del>bỏ</del> <ins>thêm</ins>", ["giữ thêm"]),
    ],
)  # fmt: skip
def test_what_is_no_text_of_a_page_stands_apart(html: str, expected: list[str]) -> None:
    assert lines(web.reading, html.encode()) == expected


def test_a_thousand_tables_in_one_another_are_read() -> None:
    assert kh.read(b"<html>" + 1000 * b"<table><tr><td>a<td>b" + b"<p>KH").text.endswith("KH")


def test_the_encoding_of_a_page_is_the_one_it_names() -> None:
    html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"></head><p>Sở Nội vụ'
    data = html.encode("cp1258", "ignore")
    assert lines(web.reading, data) == [data.decode("cp1258")[len(html) - 9 :]]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (office.docx(p("a")), identified(office.docx(p("a")), "kế hoạch.pdf").media_type),
        (office.odt("<text:p>a</text:p>"), "application/vnd.oasis.opendocument.text"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>a", "text/html"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x"><p>a</p></html>', "text/html"),
        (b"<table><tr><td>KE HOACH</td></tr></table>", "text/plain"),
        (b"{\\rtf1 a}", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(99), "application/msword"),
    ],
)  # fmt: skip
def test_kinds_are_told_by_content(data: bytes, media_type: str) -> None:
    assert identified(data, "x.dat").media_type == media_type


_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (office.docx(p("a"))[:-60], Truncated),
        (office.docx("<w:p><w:r>"), Truncated),
        (office.docx(""), EmptyInput),
        (office.docx(p("  ")), EmptyInput),
        (office.zipped({"[Content_Types].xml": "<x/>", "word/other.xml": "<x/>"}), Truncated),
        (office.zipped({"[Content_Types].xml": "<x/>", "word/document.xml": _BOMB + "<w>&b;</w>"}), Truncated),
        (office.docx("<w:sdt>" * 2000 + "</w:sdt>" * 2000), Truncated),
        (office.zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), NotADocument),
        (office.odt("<text:p>a</text:p>", manifest="<manifest><encryption-data/></manifest>"), Encrypted),
        (office.odt(""), EmptyInput),
        (b"<html><script>document.write('a')</script></html>", EmptyInput),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(99), Encrypted),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Root Entry\0Workbook".encode("utf-16-le") + bytes(99), NotADocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), Truncated),
    ],
)  # fmt: skip
def test_bad_office_files_are_told(data: bytes, error: type[KehoachError]) -> None:
    with pytest.raises(error) as caught:
        reader(Settings(cache=None))(identified(data, "kế hoạch xấu.docx"))
    assert "kế hoạch xấu.docx" in caught.value.message and caught.value.advice


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (1, "decimal", "1"), (4, "lowerLetter", "d"), (27, "lowerLetter", "aa"), (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"), (3, "decimalZero", "03"), (2, "upperLetter", "B"), (5, "none", ""), (6, "cardinalText", "6"),
    ],
)  # fmt: skip
def test_numerals(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed


@pytest.mark.parametrize(
    ("sign", "seen"), [("-", "-"), ("\uf0b7", "•"), ("+", "+"), ("o", "○"), ("\uf0ff", "•"), ("", "")]
)
def test_bullets(sign: str, seen: str) -> None:
    assert bullet(sign) == seen


@pytest.mark.samples
def test_a_real_word_file(samples: Path) -> None:
    files = sorted((samples / "unlabelled").glob("*.docx"))
    if not files:
        pytest.skip("no DOCX among the samples")
    for file in files:
        plan = kh.read(file)
        assert plan.document.type == "KH" and plan.document.issuer and plan.document.signer
        assert len(plan.sections) > 5 and plan.document.recipients
