"""Document -> Document with its text cleaned: normal forms, spacing, joins, safe repairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kehoach.language import bullets, counted, formulas, joins, labels, letters, marks, repair, steps, stops
from kehoach.model.document import Block, Document, Zone
from kehoach.model.geometry import around
from kehoach.model.issue import Issue
from kehoach.model.page import Page, TextFrom
from kehoach.model.text import Text
from kehoach.rules.company import company
from kehoach.rules.confusions import confusions
from kehoach.rules.load import Rules
from kehoach.rules.phrases import phrases

_REPAIRED: tuple[Zone, ...] = (
    *("issuer", "motto", "number", "title", "body", "table", "recipients", "annex", "signature"),
)


_RUNNING: tuple[Zone, ...] = ("title", "body", "table", "annex")


def clean(document: Document, rules: Rules, *, repairs: bool = True) -> Document:
    """The document with the text of all blocks cleaned; ``repairs=False`` leaves every recognized word as it was.

    Repairs are made only in text that came from recognition; each is an issue with the code ``repaired``.
    """
    recognized = {page.number for page in document.pages if page.text_from == "ocr"}
    blocks = [_over_texts(block, _Cleaning(document.pages, block.zone)) for block in document.blocks]
    furniture = tuple(replace(item, text=steps.characters(item.text)) for item in document.furniture)
    issues: list[Issue] = []
    if repairs and recognized:
        texts = [text for block in blocks for text in _texts(block)]
        evidence = repair.evidence(texts, phrases(), confusions(), company())
        blocks = [
            _over_texts(block, _Repairing(block.zone, evidence, issues)) if block.zone in _REPAIRED else block
            for block in blocks
        ]
        blocks = _with_neighbours(blocks, recognized, issues)
    return replace(document, blocks=tuple(blocks), furniture=furniture, issues=(*document.issues, *issues))


def _with_neighbours(blocks: Sequence[Block], recognized: set[int], issues: list[Issue]) -> list[Block]:
    """The blocks with the labels and stops that their neighbours tell."""
    made = list(blocks)
    for step in (bullets.changes, labels.changes, counted.changes, stops.changes):
        for n, change in list(step(made)):
            word = next((word for word in made[n].text.origin if word is not None), None)
            if word is not None and word.page in recognized:
                issues.append(_note(made[n].text, change))
                made[n] = replace(made[n], text=repair.applied(made[n].text, [change]))
    return made


class _Cleaning:
    """The steps that change no word. Plain text keeps its spaces as they were typed, but for runs of them."""

    def __init__(self, pages: Sequence[Page], zone: Zone) -> None:
        self.zone = zone
        self.read_as: dict[int, TextFrom] = {page.number: page.text_from for page in pages}

    def __call__(self, text: Text) -> Text:
        text = steps.blanks(steps.motto(steps.encodings(steps.characters(text))))
        word = next((word for word in text.origin if word is not None), None)
        read_as = self.read_as.get(word.page) if word is not None else None
        if read_as == "text":
            return text
        text = steps.round_marks(text)
        if read_as != "ocr":
            return text
        text = steps.parted_numbers(text)
        if self.zone in ("issuer", "signature"):
            return steps.specks_before(text)
        if self.zone == "recipients":
            return steps.lost_spaces(steps.specks_before(text))
        return steps.lost_spaces(steps.specks(text) if self.zone in _RUNNING else text)


class _Repairing:
    """Joins, then repairs, with a note of each. In words that are sure nothing is mended but what forms always say."""

    def __init__(self, zone: Zone, evidence: repair.Evidence, issues: list[Issue]) -> None:
        self.zone = zone
        self.evidence = evidence
        self.issues = issues

    def __call__(self, text: Text) -> Text:
        doubtful = any(word is not None and word.confidence < 1 for word in dict.fromkeys(text.origin))
        mending = (self._marks, self._joins, self._letters, self._words, self._stops) if doubtful else ()
        for step in (self._formulas, *mending):
            found = step(text)
            self.issues.extend(_note(text, change) for change in found)
            text = repair.applied(text, found)
        return text

    def _formulas(self, text: Text) -> Sequence[repair.Change]:
        return formulas.changes(text, self.zone)

    def _marks(self, text: Text) -> Sequence[repair.Change]:
        if self.zone not in (*_RUNNING, "recipients"):
            return ()
        return marks.changes(text, self.evidence, listed=self.zone == "recipients")

    def _joins(self, text: Text) -> Sequence[repair.Change]:
        return joins.changes(text, self.evidence.phrases) if self._in_words(text) else ()

    def _letters(self, text: Text) -> Sequence[repair.Change]:
        if self.zone == "signature":
            return letters.name(text)
        return letters.changes(text) if self._in_words(text) else ()

    def _words(self, text: Text) -> Sequence[repair.Change]:
        return repair.changes(text, self.evidence) if self._in_words(text) else ()

    def _stops(self, text: Text) -> Sequence[repair.Change]:
        if self.zone == "recipients":
            return stops.in_entries(text)
        return (stops.in_headings(text) or stops.within(text)) if self.zone in _RUNNING else ()

    def _in_words(self, text: Text) -> bool:
        """Not numbers, and of the signature not the names."""
        return self.zone != "number" and (self.zone != "signature" or text.value.isupper())


def _note(text: Text, change: repair.Change) -> Issue:
    words = [word for word in text.origin[change.start : change.end] if word is not None]
    box = around(word.box for word in words if word.box is not None)
    page = words[0].page if words else None
    return Issue("language", "repaired", f"{change.old} → {change.new}", page, box)


def _texts(block: Block) -> Sequence[Text]:
    return [cell.text for cell in block.cells] if block.cells else [block.text]


def _over_texts(block: Block, work: Callable[[Text], Text]) -> Block:
    """The block with its text, or the text of each cell, worked on."""
    if block.cells:
        cells = tuple(replace(cell, text=work(cell.text)) for cell in block.cells)
        row = Block.of_row(block.table or 0, cells, block.row_kind)
        return replace(block, text=row.text, cells=cells)
    text = work(block.text)
    if text is block.text and not block.bold_until:
        return block
    return replace(block, text=text, bold_until=_bold_until(text) if block.bold_until else 0)


def _bold_until(text: Text) -> int:
    for n, word in enumerate(text.origin):
        if word is not None and not word.bold:
            return n
    return len(text)
