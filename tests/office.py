"""DOCX and ODT files made by hand, and specimen sources written as such files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = " ".join(
    f'xmlns:{short}="{_OASIS}:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of this body; ``parts`` are the inner XML of word/NAME.xml (numbering, styles, header1, footnotes)."""
    roots = {"numbering": "numbering", "styles": "styles", "header1": "hdr", "footer1": "ftr", "footnotes": "footnotes"}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for n, name in enumerate(parts, 1)
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(["document", *parts]),
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {W} {_MC}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"{_HEAD}<w:{roots[name]} {W}>{content}</w:{roots[name]}>"
    return zipped(files)


def _content_types(parts: list[str]) -> str:
    """LibreOffice and Word open a package only by the types of its parts."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.'
        f'{"document.main" if name == "document" else name.rstrip("1")}+xml"/>'
        for name in parts
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )


def p(text: str, properties: str = "", look: str = "") -> str:
    """A paragraph; a line end in the text is a break, and every third word begins a new run, as editing leaves it."""
    runs = []
    for n, line in enumerate(text.split("\n")):
        broken = "<w:r><w:br/></w:r>" if n else ""
        pieces = re.findall(r"(?:\S+\s*){1,3}|\s+", line)
        runs.append(
            broken + "".join(f'<w:r>{_look(look)}<w:t xml:space="preserve">{escape(x)}</w:t></w:r>' for x in pieces)
        )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def _look(look: str) -> str:
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content) or '<w:p/>'}</w:tc>"


def odt(body: str, automatic: str = "", styles: str = "", masters: str = "", manifest: str = "") -> bytes:
    """An ODT of this body with automatic styles, common styles and page styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{_HEAD}<office:document-content {_ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"{_HEAD}<office:document-styles {_ODF}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": manifest or "<manifest/>",
        }
    )


@dataclass
class Source:
    """A specimen's source by its parts: the two columns of letterhead and foot, and what stands between."""

    issuer: list[str] = field(default_factory=list)
    motto: list[str] = field(default_factory=list)
    body: list[tuple[str, str] | list[list[tuple[int, int, str]]]] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)


def source(html: str) -> Source:
    """The source's parts; rows of a table are (columns, rows, text) for each cell."""
    body = re.sub(r"<(br|meta)([^>]*)>", r"<\1\2/>", html[html.index("<body") : html.index("</body>")] + "</body>")
    made = Source()
    for element in ElementTree.fromstring(body):
        if element.tag in ("header", "footer"):
            for column in element:
                getattr(made, column.get("class", "")).extend(_words(line) for line in column)
        elif element.tag in ("main", "section"):
            made.body.extend(_block(block) for block in element)
        elif element.tag != "aside":
            made.body.append(_block(element))
    return made


def _block(element: ElementTree.Element) -> tuple[str, str] | list[list[tuple[int, int, str]]]:
    if element.tag != "table":
        return element.tag, _words(element)
    return [
        [(int(c.get("colspan", "1")), int(c.get("rowspan", "1")), _words(c)) for c in row] for row in element.iter("tr")
    ]


def _words(element: ElementTree.Element) -> str:
    parts = [element.text or ""]
    for inner in element:
        parts += ["\n" if inner.tag == "br" else _words(inner), inner.tail or ""]
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n"))


def as_docx(html: str) -> bytes:
    """A specimen as a Word file: letterhead and foot in invisible tables of two columns."""
    made = source(html)
    pieces = [table(cell(*map(p, made.issuer)) + cell(*map(p, made.motto))), "<w:p/>"]
    for block in made.body:
        if isinstance(block, tuple):
            bold = "<w:b/>" if block[0] != "p" else ""
            pieces.append(p(block[1].replace("\n", " "), '<w:jc w:val="both"/>', bold))
        else:
            pieces.append(table(*_docx_rows(block)))
    pieces += ["<w:p/>", table(cell(*map(p, made.recipients)) + cell(*map(p, made.signature))), "<w:p/>"]
    return docx("".join(pieces))


def _docx_rows(rows: list[list[tuple[int, int, str]]]) -> list[str]:
    """Merged cells go on, empty, in the rows below."""
    below: dict[int, tuple[int, int]] = {}
    made = []
    for row in rows:
        cells, column, rest = [], 0, list(row)
        while rest or below.get(column, (0, 0))[0]:
            left, width = below.get(column, (0, 0))
            if left:
                below[column] = (left - 1, width)
                cells.append(cell(properties=f'<w:gridSpan w:val="{width}"/><w:vMerge/>'))
                column += width
                continue
            columns, down, text = rest.pop(0)
            merged = '<w:vMerge w:val="restart"/>' if down > 1 else ""
            below[column] = (down - 1, columns)
            cells.append(cell(p(text), properties=f'<w:gridSpan w:val="{columns}"/>{merged}'))
            column += columns
        made.append("".join(cells))
    return made


def as_odt(html: str) -> bytes:
    """A specimen as an ODT, in the same form."""
    made = source(html)
    pieces = [_odt_table([[(1, 1, made.issuer), (1, 1, made.motto)]])]
    for block in made.body:
        if isinstance(block, tuple):
            style = ' text:style-name="B"' if block[0] != "p" else ""
            pieces.append(f"<text:p{style}>{escape(block[1])}</text:p>")
        else:
            pieces.append(_odt_table([[(c, r, [text]) for c, r, text in row] for row in block]))
    pieces.append(_odt_table([[(1, 1, made.recipients), (1, 1, made.signature)]]))
    bold = '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    return odt("".join(pieces), automatic=bold)


def _odt_table(rows: list[list[tuple[int, int, list[str]]]]) -> str:
    made, below = [], dict[int, int]()
    for row in rows:
        cells, column, rest = [], 0, list(row)
        while rest or below.get(column, 0):
            if below.get(column, 0):
                below[column] -= 1
                cells.append("<table:covered-table-cell/>")
                column += 1
                continue
            columns, down, texts = rest.pop(0)
            inside = "".join(
                f"<text:p>{'<text:line-break/>'.join(map(escape, text.split(chr(10))))}</text:p>" for text in texts
            )
            span = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{down}"'
            cells.append(f"<table:table-cell {span}>{inside}</table:table-cell>")
            cells += ["<table:covered-table-cell/>"] * (columns - 1)
            for n in range(column, column + columns):
                below[n] = down - 1
            column += columns
        made.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table>{''.join(made)}</table:table>"
