"""Where a plan's facts stand on its pages: reference boxes, read off the very PDF that is rendered.

The generator knows the words of every fact; the rendered PDF knows the box of every letter. An aged scan has the same
places, shifted and turned by what the ageing did.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.model.geometry import Box
from kehoach.specimen.generator import OLD_TONES, Written
from kehoach.specimen.render import render

_WORDS: Mapping[str, str] = {
    "items": "text", "themes": "text", "movements": "name", "criteria": "text", "targets": "quote", "deadlines": "quote",
    "tasks": "text", "observances": "name", "rewards": "form",
}  # fmt: skip
"""The key of each list that holds the words of its facts. What a citation covers beside its number is left open."""
_TYPED = str.maketrans({"“": '"', "”": '"', "–": "-"})
_MARGIN = 54.0
"""Points at the upper and lower edge that hold page numbers and the mark of a specimen."""


@dataclass(frozen=True, slots=True)
class _Letter:
    page: int
    box: Box


@dataclass(frozen=True)
class _Pages:
    """The letters of all pages without gaps, folded, each with its box."""

    text: str
    letters: Sequence[_Letter]

    def find(self, words: str, after: int) -> tuple[int, int] | None:
        wanted = _alike(_folded(words))
        start = self.text.find(wanted, after) if wanted else -1
        return None if start < 0 else (start, start + len(wanted))


def with_boxes(written: Written) -> dict[str, Any]:
    """The reference record with evidence: a box for each line of every fact whose words stand together on the pages.

    A fact said twice is taken where its path is. Facts put together from several places have no evidence.

    Raises:
        MissingDependency: WeasyPrint or its library Pango is not installed.
    """
    pages = _read(render(written.source).pdf)
    gold = written.gold
    starts = _starts(pages, gold)
    boxed = dict(gold)
    for kind, key in _WORDS.items():
        boxed[kind] = [_with_evidence(pages, fact, key, starts) for fact in gold[kind]]
    boxed["sections"] = list(_sections(pages, gold["sections"], starts))
    return boxed


def _sections(pages: _Pages, sections: Sequence[dict[str, Any]], starts: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """A section goes from its heading to the next one that is not below it; the last ones end where the text says
    nothing of an end, and have no evidence."""
    for n, section in enumerate(sections):
        below = f"{section['path']}."
        after = next((str(one["path"]) for one in sections[n + 1 :] if not one["path"].startswith(below)), "")
        if after in starts and section["path"] in starts:
            letters = pages.letters[starts[section["path"]] : starts[after]]
            yield {**section, "evidence": list(_lines(letters))}
        else:
            yield section


def _with_evidence(pages: _Pages, fact: Mapping[str, Any], key: str, starts: Mapping[str, int]) -> dict[str, Any]:
    path = str(fact.get("path") or "").split(".T")[0]
    found = pages.find(fact[key] or "", starts.get(path, 0)) or pages.find(fact[key] or "", 0)
    if found is None:
        return dict(fact)
    return {**fact, "evidence": list(_lines(pages.letters[slice(*found)]))}


def _starts(pages: _Pages, gold: Mapping[str, Any]) -> dict[str, int]:
    """Where each path of the outline begins. Items and sections are told apart only by their place in the text."""
    starts: dict[str, int] = {}
    for kind, key in (("sections", "heading"), ("items", "start")):
        after = 0
        for entry in gold[kind]:
            found = pages.find(entry[key], after)
            if found is not None:
                starts[entry["path"]], after = found[0], found[0] + 1
    return starts


def _lines(letters: Sequence[_Letter]) -> Iterator[dict[str, Any]]:
    """One piece of evidence a line."""
    held: list[_Letter] = []
    for letter in [*letters, None]:
        last = held[-1] if held else None
        if last and (
            letter is None or letter.page != last.page or letter.box.cy > last.box.bottom or letter.box.x1 < last.box.x0
        ):
            around = held[0].box
            for one in held[1:]:
                around |= one.box
            yield {"page": held[0].page, "box": [round(x, 2) for x in around.as_list()], "start": None, "end": None}
            held = []
        if letter is not None:
            held.append(letter)


def _read(pdf: bytes) -> _Pages:
    import pypdfium2
    import pypdfium2.raw as raw

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    text: list[str] = []
    letters: list[_Letter] = []
    try:
        for number, page in enumerate(document, 1):
            height, layer = page.get_height(), page.get_textpage()
            for n in range(layer.count_chars()):
                folded = _folded(chr(raw.FPDFText_GetUnicode(layer, n)))
                left, bottom, right, top = layer.get_charbox(n, loose=True)
                if folded and bottom > _MARGIN and top < height - _MARGIN:
                    text.append(folded)
                    letters += [
                        _Letter(number, Box(left, height - top, max(left, right), max(height - top, height - bottom)))
                    ] * len(folded)
    finally:
        document.close()
    return _Pages(_alike("".join(text)), letters)


def _alike(text: str) -> str:
    """Quotation marks, dashes and tone marks the same however the typist set them; no letter more or less."""
    folded = text.translate(_TYPED)
    for old, new in OLD_TONES.items():
        folded = folded.replace(old, new)
    return folded


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).casefold().split()).replace("\0", "")
