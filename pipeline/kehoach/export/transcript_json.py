"""A document's text with places as JSON: pages, blocks, lines, words, furniture, and the quality of each page."""

from __future__ import annotations

from typing import Any

from kehoach.export import page_quality
from kehoach.export.typeset import SetBlock, pages
from kehoach.model.document import Document, Source
from kehoach.model.geometry import Box
from kehoach.model.page import Reading


def to_dict(source: Source, reading: Reading, document: Document) -> dict[str, Any]:
    """Boxes are ``[x0, top, x1, bottom]`` in PDF points from the page's top left (two decimals), null where the input
    has no places."""
    qualities = page_quality.to_dicts(page_quality.quality(document))
    return {
        "source": {"path": source.path, "sha256": source.sha256, "media_type": source.media_type},
        "engine": reading.engine,
        "settings": dict(reading.settings),
        "pages": [
            {
                "number": page.page.number,
                "width": page.page.width,
                "height": page.page.height,
                "quality": quality,
                "blocks": [_block(block) for block in page.blocks],
                "furniture": [_block(block) for block in page.furniture],
            }
            for page, quality in zip(pages(document), qualities, strict=True)
        ],
    }


def _block(block: SetBlock) -> dict[str, Any]:
    place = {"row": block.row, "column": block.column} if block.column is not None else {}
    lines = [
        {
            "box": _box(line.box),
            "words": [
                {"text": word.text, "box": _box(word.box), "confidence": round(word.confidence, 4)}
                for word in line.words
            ],
        }
        for line in block.lines
    ]
    return {"kind": block.kind, **place, "text": block.text, "box": _box(block.box), "lines": lines}


def _box(box: Box | None) -> list[float] | None:
    return [round(side, 2) for side in box.as_list()] if box is not None else None
