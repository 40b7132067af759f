"""Markdown and the HTML debris of converters -> words with style. The words themselves are never changed."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_TAG = re.compile(
    r"</?(?:ul|ol|li|p|div|span|font|center|u|sup|sub|small|a|h[1-6]|table|thead|tbody|tr|td|th|img|hr)(?:\s[^<>]*)?/?>"
    r"|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<br\s*/?>|<li(?:\s[^<>]*)?>|</p>", re.IGNORECASE)
_BOLD_TAG = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"</?(?:i|em)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5});")
_ESCAPE = re.compile(r"\\([-\\`*_{}\[\]()#+.!|>~])")
_TABLE = re.compile(r"<table\b.*?</table>", re.IGNORECASE | re.DOTALL)
_TABLE_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=</tr>|<tr\b|</table>)", re.IGNORECASE | re.DOTALL)
_TABLE_CELL = re.compile(r"<t[dh]\b([^>]*)>(.*?)(?=</t[dh]>|<t[dh]\b|$)", re.IGNORECASE | re.DOTALL)
_SPAN = re.compile(r"(colspan|rowspan)\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_STARS = re.compile(r"\*{1,3}")
_SPLIT = re.compile(r"\S+")
_NOT_PRINTED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of plain text with the style its marks gave it."""

    text: str
    bold: bool
    italic: bool


def pieces(paragraph: str) -> list[list[Piece]]:
    """The words of each line of a paragraph (lines without a blank one between), marks gone.

    Emphasis may run over line ends; a star without a partner stays what it is: a bullet or a footnote sign.
    """
    text = _plain_tags(paragraph)
    headed = [bool(_HEADING.match(line)) for line in text.split("\n")]
    text = "\n".join(_HEADING.sub("", line) for line in text.split("\n"))
    dropped, bold, italic = _emphasis(text)
    if not (dropped or bold or italic):
        return [
            [Piece(word, heading, False) for part in _SPLIT.findall(line) if (word := _written(part))]
            for line, heading in zip(text.split("\n"), headed, strict=True)
        ]
    lines, at = [], 0
    for line, heading in zip(text.split("\n"), headed, strict=True):
        words = []
        for match in _SPLIT.finditer(line):
            kept = [i for i in range(at + match.start(), at + match.end()) if i not in dropped]
            word = _written("".join(text[i] for i in kept))
            if word:
                half = len(kept) / 2
                is_bold, is_italic = (sum(i in marked for i in kept) > half for marked in (bold, italic))
                words.append(Piece(word, heading or is_bold, is_italic))
        lines.append(words)
        at += len(line) + 1
    return lines


_HANDWRITING = {ord("⟦"): None, ord("⟧"): None}


def _written(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_HANDWRITING)


def clean_controls(text: str) -> str:
    """Line ends made alike, invisible characters dropped; tabs and form feeds stay."""
    return _NOT_PRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def tables_as_rows(text: str) -> str:
    """HTML tables written as rows with borders; the places of merged cells are left empty."""
    return _TABLE.sub(lambda match: f"\n\n{_rows(match[0])}\n\n", text)


def _rows(table: str) -> str:
    lines: list[str] = []
    taken: dict[int, int] = {}
    for row in _TABLE_ROW.findall(table):
        cells: list[str] = []
        for attributes, content in _TABLE_CELL.findall(row):
            _below_merged(cells, taken)
            spans = {name.lower(): int(value) for name, value in _SPAN.findall(attributes)}
            for n in range(min(spans.get("colspan", 1), 40)):
                taken[len(cells)] = min(spans.get("rowspan", 1), 400) - 1
                cells.append("" if n else re.sub(r"\s*\n\s*", " ", content).replace("|", "/").strip())
        _below_merged(cells, taken)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _below_merged(cells: list[str], taken: dict[int, int]) -> None:
    """Adds the empty places below cells that are merged over several rows."""
    while taken.get(len(cells), 0):
        taken[len(cells)] -= 1
        cells.append("")


def cell_lines(cell: str) -> list[str]:
    """The lines of a table cell, as its breaks and list items give them."""
    return [part for part in (p.strip() for p in _BREAK.sub("\n", cell).split("\n")) if _TAG.sub("", part).strip()]


def _plain_tags(text: str) -> str:
    text = _ITALIC_TAG.sub("*", _BOLD_TAG.sub("**", _BREAK.sub(" ", text)))
    text = _TAG.sub(" ", text)
    text = _ENTITY.sub(lambda m: html.unescape(m[0]).replace("\xa0", " "), text)
    return text


def _emphasis(text: str) -> tuple[set[int], set[int], set[int]]:
    """Offsets of the marks to drop, of bold and of italic characters."""
    dropped, bold, italic = set[int](), set[int](), set[int]()
    dropped.update(m.start() for m in _ESCAPE.finditer(text))
    opened: list[re.Match[str]] = []
    for mark in _STARS.finditer(text):
        if mark.start() - 1 in dropped:
            continue
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        partner = next((m for m in reversed(opened) if len(m[0]) == len(mark[0])), None)
        if partner is not None and before and not before.isspace():
            dropped.update(range(*partner.span()), range(*mark.span()))
            inside = range(partner.end(), mark.start())
            if len(mark[0]) >= 2:
                bold.update(inside)
            if len(mark[0]) != 2:
                italic.update(inside)
            opened = opened[: opened.index(partner)]
        elif after and not after.isspace():
            opened.append(mark)
    return dropped, bold, italic
