"""A document as hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/): XHTML with the place and confidence of every word."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kehoach.export.typeset import SetBlock, SetLine, SetPage, pages
from kehoach.export.xml_text import allowed
from kehoach.model.document import Document
from kehoach.model.geometry import Box

_DPI = 300
"""hOCR counts in pixels; ours are those of the page at this resolution, which ``scan_res`` tells."""
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<meta name="ocr-system" content="{system}"/>
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_float ocr_par ocr_line ocrx_word ocrp_wconf"/>
<meta name="ocr-number-of-pages" content="{pages}"/>
<meta name="ocr-langs" content="vi"/>
</head>
<body>
"""


def to_hocr(document: Document, name: str, system: str) -> str:
    """The clean text in reading order; furniture stands after it in ``ocr_float`` elements with its kind.

    Args:
        document: the cleaned document.
        name: the file it was read from.
        system: program and engine, for ``ocr-system``.
    """
    body = "".join(f"{line}\n" for page in pages(document) for line in _page(page, name))
    head = _HEAD.format(title=_attribute(name), system=_attribute(system), pages=len(document.pages))
    return f"{head}{body}</body>\n</html>\n"


def _page(page: SetPage, name: str) -> Iterator[str]:
    number = page.page.number
    image = name.replace('"', "'")
    size = Box(0, 0, page.page.width or 0, page.page.height or 0) if page.page.width and page.page.height else None
    title = _title(f'image "{image}"', _bbox(size), f"ppageno {number - 1}", f"scan_res {_DPI} {_DPI}")
    yield f'<div class="ocr_page" id="page_{number}"{title}>'
    for n, block in enumerate(page.blocks, 1):
        yield from _block(block, "ocr_carea", f"{number}_{n}")
    for n, block in enumerate(page.furniture, len(page.blocks) + 1):
        yield from _block(block, "ocr_float", f"{number}_{n}")
    yield "</div>"


def _block(block: SetBlock, kind: str, name: str) -> Iterator[str]:
    where = _bbox(block.box)
    yield f'<div class="{kind}" id="block_{name}"{_title(where, f"x_kind {block.kind}")}>'
    yield f'<p class="ocr_par" id="par_{name}"{_title(where)}>'
    for n, line in enumerate(block.lines, 1):
        yield _line(line, f"{name}_{n}")
    yield "</p></div>"


def _line(line: SetLine, name: str) -> str:
    words = " ".join(
        f'<span class="ocrx_word" id="word_{name}_{n}"'
        f"{_title(_bbox(word.box), f'x_wconf {round(100 * word.confidence)}')}>{escape(allowed(word.text))}</span>"
        for n, word in enumerate(line.words, 1)
    )
    return f'<span class="ocr_line" id="line_{name}"{_title(_bbox(line.box))}>{words}</span>'


def _bbox(box: Box | None) -> str:
    return "bbox " + " ".join(str(round(side * _DPI / 72)) for side in box.as_list()) if box is not None else ""


def _title(*properties: str) -> str:
    told = "; ".join(filter(None, properties))
    return f' title="{_attribute(told)}"' if told else ""


def _attribute(text: str) -> str:
    return escape(allowed(text), quote=True)
