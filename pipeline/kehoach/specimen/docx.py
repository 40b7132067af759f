"""A source as a Word file in the official form: letterhead and foot in tables without lines, the body between."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from kehoach.specimen.manuscript import SPECIMEN_MARK

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MARGINS = 'w:top="1134" w:right="{right}" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"'
_BOLD = {"h1", "h2", "h3", "own", "country", "creed", "subject", "post", "signed", "to", "motto-line"}
_ITALIC = {"place", "basis", "to", "motto-line", "h4"}
_TEXT_WIDTH = 9356
"""Twentieths of a point between the margins."""


def docx(html: str) -> bytes:
    """The Word file of a source; equal sources give equal bytes. It states the same as the PDF and the text."""
    tail = html.split("<body", 1)[1]
    old = " tt01" in tail.split(">", 1)[0]
    body = re.sub(r"<(br|meta)([^>]*?)/?>", r"<\1\2/>", "<body" + tail[: tail.index("</body>")] + "</body>")
    blocks = "".join(_block(element) for element in ElementTree.fromstring(body))
    margins = _MARGINS.format(right=850 if old else 907)
    parts = {"footer1": _mark() + (_page_number("right") if old else "")}
    parts |= {"footer2": _mark()} | ({} if old else {"header1": _page_number("center")})
    kinds = {"header1": "header", "footer1": "footer", "footer2": "footer"}
    references = "".join(
        f'<w:{kinds[name]}Reference w:type="{"first" if name.endswith("2") else "default"}" r:id="r{n}"/>'
        for n, name in enumerate(parts, 1)
    )
    section = f'<w:sectPr>{references}<w:pgSz w:w="11907" w:h="16840"/><w:pgMar {margins}/><w:titlePg/></w:sectPr>'
    document = f"<w:document {_W} {_R}><w:body>{blocks}{section}</w:body></w:document>"
    return _zipped(_files(document, parts, kinds))


def _files(document: str, parts: Mapping[str, str], kinds: Mapping[str, str]) -> dict[str, str]:
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/{kinds[name]}" Target="{name}.xml"/>'
        for n, name in enumerate(parts, 1)
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **{name: kinds[name] for name in parts}}.items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
    }
    roots = {"header1": "hdr", "footer1": "ftr", "footer2": "ftr"}
    return files | {
        f"word/{name}.xml": f"<w:{roots[name]} {_W}>{inner}</w:{roots[name]}>" for name, inner in parts.items()
    }


def _zipped(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _HEAD + content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _block(element: ElementTree.Element) -> str:
    if element.tag in {"header", "footer"}:
        centred = element.tag == "header"
        shares = (45, 62) if centred else (50, 50)
        cells = [
            "".join(
                _paragraph(line, "center" if centred or column.get("class") == "signature" else "left")
                for line in column
            )
            for column in element
        ]
        return _table([[(1, inner) for inner in cells]], shares, ruled=False) + "<w:p/>"
    if element.tag == "main":
        return "".join(_block(inner) for inner in element)
    if element.tag == "table":
        return _grid(element)
    css = (element.get("class") or "").split()
    centred = element.tag == "h1" or bool({"subject", "centre"} & set(css))
    return _paragraph(element, "center" if centred else "both", indent=not centred)


def _grid(table: ElementTree.Element) -> str:
    rows = []
    for row in table.iter("tr"):
        bold = row.get("class") in {"band", "group", "total"} or row.find("th") is not None
        rows.append([(int(cell.get("colspan", "1")), _runs(_words(cell), bold=bold)) for cell in row])
    columns = max(sum(span for span, _ in row) for row in rows)
    paragraphs = [[(span, f"<w:p>{inner}</w:p>") for span, inner in row] for row in rows]
    rest = 92 / (columns - 1) if columns > 1 else 100
    return _table(paragraphs, [8, *[rest] * (columns - 1)] if columns > 1 else [rest], ruled=True)


def _table(rows: Sequence[Sequence[tuple[int, str]]], shares: Sequence[float], *, ruled: bool) -> str:
    """``rows`` of (columns, inner XML); ``shares`` of the width by column in percent."""
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{line}</w:tblBorders>" if ruled else ""
    width = int(_TEXT_WIDTH * sum(shares) / 100)
    grid = "".join(f'<w:gridCol w:w="{int(_TEXT_WIDTH * share / 100)}"/>' for share in shares)
    made = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr>{_width(shares, n, len(row))}<w:gridSpan w:val="{span}"/></w:tcPr>{inner or "<w:p/>"}</w:tc>'
            for n, (span, inner) in enumerate(row)
        )
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def _width(shares: Sequence[float], column: int, cells: int) -> str:
    """The width of a cell; one that spans others takes what it needs."""
    return f'<w:tcW w:w="{int(_TEXT_WIDTH * shares[column] / 100)}" w:type="dxa"/>' if cells == len(shares) else ""


def _paragraph(element: ElementTree.Element, align: str, *, indent: bool = False) -> str:
    look = {element.tag, *(element.get("class") or "").split()}
    space = '<w:spacing w:before="120"/>' if indent else ""
    first = '<w:ind w:firstLine="624"/>' if indent else ""
    above = '<w:spacing w:before="1000"/>' if "signed" in look else space
    runs = _runs(_words(element), bold=bool(look & _BOLD), italic=bool(look & _ITALIC), size=27 if indent else 24)
    return f'<w:p><w:pPr>{above}{first}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _runs(text: str, *, bold: bool = False, italic: bool = False, size: int = 27) -> str:
    """The text in one look; a line end is a break."""
    face = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    look = f'<w:rPr>{face}{"<w:b/>" * bold}{"<w:i/>" * italic}<w:sz w:val="{size}"/></w:rPr>'
    parts = [f'<w:r>{look}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n")]
    return f"<w:r>{look}<w:br/></w:r>".join(parts)


def _words(element: ElementTree.Element) -> str:
    return "".join(_texts(element))


def _texts(element: ElementTree.Element) -> Iterator[str]:
    yield re.sub(r"\s*\n\s*", " ", element.text or "")
    for inner in element:
        yield from ["\n"] if inner.tag == "br" else _texts(inner)
        yield re.sub(r"\s*\n\s*", " ", inner.tail or "")


def _mark() -> str:
    return f"<w:p>{_runs(SPECIMEN_MARK, italic=True, size=16)}</w:p>"


def _page_number(align: str) -> str:
    return f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:fldSimple w:instr="PAGE"/></w:p>'
