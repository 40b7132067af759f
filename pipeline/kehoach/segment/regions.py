"""Which blocks the outline is made of: the body with its tables, and each annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.model.document import Document, Span
from kehoach.model.section import Node
from kehoach.orthography.fold import bare
from kehoach.rules.needs import Sieve
from kehoach.rules.vocabulary import Vocabulary
from kehoach.segment.headings import is_capitals, is_form_line
from kehoach.segment.kinds import KindWords, named
from kehoach.segment.numbering import Label
from kehoach.segment.tree import nodes
from kehoach.segment.unit import Unit
from kehoach.segment.units import opens_annex, units

_NOTES = ("(kem theo", "(ban hanh", "(dinh kem")
_LONE = Sieve(r"(?:phu luc|bieu mau|mau|bieu)(?: so)?(?: [ivx\d]{1,4}[a-z]?)?")
_INSTRUMENT = Sieve(
    r"(?:quy (?:dinh|che|trinh|tac)|dieu le|the le|noi quy|huong dan|chuong trinh|de an|phuong an|bo tieu chi)\b"
)
_ISSUED = Sieve(r"\((?:ban hanh )?kem theo (?:quyet dinh|nghi quyet)\b")
_LETTER = Sieve(r"^v ?/ ?v\b|(?:^|\s)so ?:? ?[\d.…_ ]{0,12}/ ?[-–]? ?\w")
_ABOUT = Sieve(r"^v ?/ ?v\b")
_CONTENT = ("body", "table", "annex")
_MOTTO = ("cong hoa xa hoi chu nghia", "doc lap")
_TITLE_LINES = 4
_HEAD_LINES = 6


def body_blocks(document: Document) -> list[int]:
    """The blocks of the body and its tables, up to the first annex."""
    start = _annex_start(document)
    return [n for n in _content(document) if n < start]


def _content(document: Document) -> Iterator[int]:
    return (n for n, block in enumerate(document.blocks) if block.zone in _CONTENT and len(block.text))


def _annex_start(document: Document) -> int:
    """The first annex block; a table after the signature is one too."""
    blocks = document.blocks
    first = next((n for n, block in enumerate(blocks) if block.zone == "annex"), len(blocks))
    signed = max(
        (n for n, block in enumerate(blocks) if block.zone in ("signature", "recipients")), default=len(blocks)
    )
    body_after = any(block.zone == "body" for block in blocks[signed + 1 :])
    late = next((n for n in range(signed + 1, len(blocks)) if blocks[n].zone == "table"), len(blocks))
    return min(first, len(blocks) if body_after else late)


def annexes(document: Document, words: KindWords, body: Sequence[Node] = ()) -> Iterator[tuple[Node, ...]]:
    """The nodes of each annex, after those of the body."""
    first = sum(1 for node in body if node.parent is None and node.label.startswith("*"))
    decided = any(node.parent is None and node.rule.startswith("segment.article") for node in body)
    start = _annex_start(document)
    found = _foot_off(document, units(document, [n for n in _content(document) if n >= start], words.headings))
    groups: list[list[Unit]] = []
    page = None
    for unit in found:
        turned, page = page != (here := _page(document, unit)) and here is not None, here or page
        if not groups or (_opens(document, unit, turned) and not _only_head(document, groups[-1])):
            groups.append(
                _head_lines(document, groups[-1]) if groups and opens_annex(document.quote(unit.span)) else []
            )
        groups[-1].append(unit)
    for group in groups:
        if not _holds_content(document, group):
            continue
        titled = _titled(document, group, words.headings)
        if decided and _is_issued(document, titled):
            own = nodes(document, titled[1:], words)
            if own and not {node.path for node in own} & {node.path for node in body}:
                yield _from(titled[0].span.start, own)
                continue
        if titled[0].labels and titled[0].labels[0].family == "annex":
            first += 1
            yield _numbered(nodes(document, titled, words, annex=True), first)
        else:
            yield _from(titled[0].span.start, nodes(document, titled, words, annex=True))


def _foot_off(document: Document, found: Sequence[Unit]) -> list[Unit]:
    """Nơi nhận and signature of a paper that is attached, up to the next one: they part nothing."""
    made, foot = [], False
    for unit in found:
        text = bare(document.quote(unit.span))
        foot = (foot or text.startswith("noi nhan")) and unit.table is None and not _begins_paper(text)
        made.append(replace(unit, labels=(), bare_heading=False, headed=False) if foot else unit)
    return made


def _begins_paper(text: str) -> bool:
    return text.startswith(_MOTTO) or opens_annex(text)


def _from(start: int, part: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes, the first of them with the lines above it that head nothing."""
    return tuple(replace(node, extent=Span(start, node.extent.end)) if n == 0 else node for n, node in enumerate(part))


def _is_issued(document: Document, titled: list[Unit]) -> bool:
    """Whether what stands after the signature of a decision is what it decides on: its title names a kind of document,
    and a note says with which decision it is issued. Its parts are those of the document, and no annex."""
    title, *rest = [bare(document.quote(unit.own if n == 0 else unit.span)) for n, unit in enumerate(titled[:4])]
    return bool(_INSTRUMENT.match(title)) and any(_ISSUED.search(text) for text in (title, *rest))


def _head_lines(document: Document, group: list[Unit]) -> list[Unit]:
    """The letterhead of an annex, printed above its word: taken off the end of the annex before."""
    taken: list[Unit] = []
    while (
        group
        and len(taken) < _TITLE_LINES
        and _is_title(document, group[-1])
        and len(document.quote(group[-1].own)) < 60
    ):
        taken.insert(0, group.pop())
    return taken


def _holds_content(document: Document, group: list[Unit]) -> bool:
    """Whether more stands there than lines of a signature or noise."""
    return any(
        unit.table is not None or unit.labels or opens_annex(document.quote(unit.span))
        or (unit.shape is not None and unit.shape.words >= 6 and not unit.shape.capitals)
        for unit in group
    )  # fmt: skip


def _only_head(document: Document, group: list[Unit]) -> bool:
    """Whether an annex holds no more than lines above its title (letterhead, motto), so that the title is still to come."""
    return len(group) < _HEAD_LINES and all(
        unit.table is None and not unit.labels and unit.shape is not None and not opens_annex(document.quote(unit.span))
        and (((unit.shape.capitals or is_form_line(unit.shape.text)) and unit.shape.words <= 10) or _of_letter(document, unit))
        for unit in group
    )  # fmt: skip


def _of_letter(document: Document, unit: Unit) -> bool:
    """Whether a line stands in the letterhead of a letter: its number, or what it is about."""
    return _LETTER.search(bare(document.quote(unit.span))) is not None


def _opens(document: Document, unit: Unit, turned: bool) -> bool:
    """A new annex: by its word, or by a title at the head of a page."""
    if unit.table is not None:
        return False
    text = document.quote(unit.span)
    if bare(text).startswith(_MOTTO[0]):
        return True  # another form
    return (opens_annex(text) and len(text) < 200) or (
        turned and unit.shape is not None and unit.shape.words >= 4 and _is_title(document, unit)
    )


def _page(document: Document, unit: Unit) -> int | None:
    return next((w.page for w in document.blocks[unit.block].text.origin if w is not None), None)


def _titled(document: Document, group: list[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """The annex with its title lines ("PHỤ LỤC I", then what it is about) joined into one heading.

    The national motto of a form, or another line above the title, stays in the annex and out of its heading.
    """
    head = list(enumerate(group[:_HEAD_LINES]))
    about = next((n for n, unit in head if _ABOUT.search(bare(document.quote(unit.span)))), None)
    mottos = [n for n, unit in head if bare(document.quote(unit.span)).startswith(_MOTTO)]
    head = head[mottos[-1] + 1 :] if mottos else head  # what stands above is the letterhead of a form
    first = next((n for n, unit in head if opens_annex(document.quote(unit.span))), about)
    if first is None:
        own = _letterhead(document)
        titles = [n for n, unit in head if _is_title(document, unit)]
        first = next((n for n in titles if bare(document.quote(group[n].own)) not in own), next(iter(titles), None))
    if first is None and _says_something(group):
        said = [n for n, unit in enumerate(group) if unit.table is None]
        first = next((n for n in said if not mottos or n > mottos[-1]), next(iter(said), None))
    if first is None or any(_is_row(document, unit) for unit in group[: first + 1]):
        return group
    last = first + 1
    while last < min(len(group), first + _TITLE_LINES) and _is_title(document, group[last]):
        last += 1
    if last == first + 1 and last < len(group) and _is_plain_title(document, group, last):
        last += 1
    end = group[last - 1].span.end
    shown = group[last - 1].span.start + _before_note(document.quote(group[last - 1].span))
    whole = replace(
        group[0], last_block=group[last - 1].last_block, span=Span(group[0].span.start, end),
        own=Span(group[first].span.start, shown), labels=(Label("annex", (), "*", 0),), bare_heading=False, headed=True,
        kinds=named(document.quote(Span(group[first].span.start, shown)), vocabulary),
    )  # fmt: skip
    return [whole, *group[last:]]


def _letterhead(document: Document) -> str:
    """Who issues the document: printed again above the title of an annex, it is no part of that."""
    return " ".join(bare(block.text.value) for _, block in document.zone("issuer"))


def _is_row(document: Document, unit: Unit) -> bool:
    return unit.table is not None and document.blocks[unit.block].row_kind == "body"


def _says_something(group: list[Unit]) -> bool:
    """Whether more stands there than noise: an annex whose title was not recognized as one."""
    return any(unit.shape is not None and unit.shape.words >= 4 for unit in group)


def _before_note(text: str) -> int:
    """Where "(Kèm theo Kế hoạch số ...)" begins behind a title; the length of the text where it does not."""
    match = re.search(
        r"\s*\((?:kèm theo|ban hành|đính kèm|theo (?:công văn|kế hoạch|quyết định))\b", text, re.IGNORECASE
    )
    return match.start() if match and match.start() else len(text)


def _is_title(document: Document, unit: Unit) -> bool:
    if unit.table is not None or unit.labels or unit.shape is None or _of_letter(document, unit):
        return False
    block = document.blocks[unit.block]
    text = unit.shape.text
    text = text[: _before_note(text)]
    looks = is_capitals(text) or (block.centred and block.bold)
    return looks and 2 <= unit.shape.words <= 60 and not text.startswith("(") and not is_form_line(text)


def _is_plain_title(document: Document, group: list[Unit], at: int) -> bool:
    """The line of regular type below the lone word "PHỤ LỤC" that says what the annex is about: a note, a table or a
    list follows it."""
    unit, below = group[at], group[at + 1] if at + 1 < len(group) else None
    looks = unit.shape
    if (
        unit.table is not None
        or unit.labels
        or looks is None
        or below is None
        or not _LONE.fullmatch(bare(document.quote(group[at - 1].own)).strip(" .:"))
    ):
        return False
    follows = below.table is not None or bool(below.labels) or bare(document.quote(below.span)).startswith(_NOTES)
    return (
        follows
        and looks.text[:1].isupper()
        and looks.words <= 40
        and looks.stop not in (".", ";", ":")
        and not is_form_line(looks.text)
    )


def _numbered(part: tuple[Node, ...], count: int) -> tuple[Node, ...]:
    """The annex as the ``count``-th unnumbered division of the whole document."""
    old, new = part[0].path, f"*{count}"
    return tuple(
        replace(node, path=new + node.path[len(old) :], label=new if n == 0 else node.label)
        for n, node in enumerate(part)
    )
