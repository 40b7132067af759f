"""Mentions of criteria -> criteria with the place of the content that each really scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz import fuzz

from kehoach.model.document import Document
from kehoach.model.fact import CriterionMention
from kehoach.model.plan import Criterion
from kehoach.model.section import Node, Outline, SectionKind
from kehoach.orthography.fold import fold
from kehoach.rules.needs import Sieve

_CONTENT: tuple[SectionKind, ...] = ("content", "tasks", "targets", "objectives", "measures")
"""Kinds of sections that a criterion can score, the likeliest first."""
ALIKE = 75.0
"""Similarity (0 to 100) of a criterion and a content of the same number from which the pair counts as alike."""
_POINTED = Sieve(
    r"\b(?P<noun>nhiệm vụ|công việc|chỉ tiêu|mục tiêu|giải pháp)\b[^,.;:]{0,60}?\b(?:tại|theo|ở|trong)\s+(?:phần|mục|khoản|điểm)\b",
    re.IGNORECASE,
)
_COUNT = Sieve(
    r"nội dung(?: thi đua)?(?: (?:thứ|số))? (?P<n>\d{1,2})\s*(?:[:(-]\s*)?(?:(?:tối đa|là|đạt) )?\d", re.IGNORECASE
)
_NAMED_KINDS: dict[str, tuple[SectionKind, ...]] = {
    "nhiệm vụ": ("tasks",),
    "công việc": ("tasks",),
    "chỉ tiêu": ("targets", "objectives"),
    "mục tiêu": ("objectives", "targets"),
    "giải pháp": ("measures",),
}
_WITHOUT_CONTENT = ("bonus", "penalty", "band")
_SCORING = Sieve(
    r"[:(]?\s*(?:tối đa\s+|là\s+)?\d+(?:,\d+)?\s*điểm\)?|\bthi đua(?: thực hiện)?\b|\bcông tác\b|\bthực hiện\b|\btham gia\b"
)
_IN_A_SENTENCE = "criterion.listed_points"
_LISTED = ("criterion.listed", "criterion.headed", "criterion.points", _IN_A_SENTENCE)
_OF_TABLE = "criterion.table"
"""Rows of a scoring table take up headings of contents one by one: groups stand among them, so no list is the same."""
_NESTED = 2
"""Labels of a pointer at a point of a part; a list of so few points leaves none for sure."""
_FEW = 3
"""Words of a heading from which it can be told from words that any plan has."""
REPEATED = 85.0
"""Similarity from which a single criterion repeats a content wherever it stands."""
ROWS_ALIKE = 0.6
"""Mean share of words from which the rows of a table take up a list of contents."""
_MORE_ROWS = 2
SHARE_ALIKE = 0.5
"""Share of alike pairs from which two lists of the same length say the same one by one."""


def criteria(mentions: Sequence[CriterionMention], document: Document, outline: Outline) -> tuple[Criterion, ...]:
    """The criteria in order, each with ``refers_to`` where the document gives it.

    A printed pointer ("Nội dung nêu tại khoản 1, Mục I") leads to the section it means in substance: the place
    itself where it exists and holds content, else the point of that number in the first section on contents. Where
    no pointer is printed, a list of criteria that repeats a list of contents is read point by point.
    """
    pointed = [
        _pointed(mention, outline) or _counted(mention, outline) or _named(mention, document, outline)
        for mention in mentions
    ]
    pointed = _with_what_is_left(mentions, pointed, outline)
    repeated = _repeated([m for m, path in zip(mentions, pointed, strict=True) if path is None], document, outline)
    return tuple(
        replace(mention.criterion, refers_to=path or repeated.get(_key(mention)))
        for mention, path in zip(mentions, pointed, strict=True)
    )


def _key(mention: CriterionMention) -> tuple[str, str]:
    """Tells a criterion from others, several of which one sentence may hold."""
    return mention.criterion.path or "", mention.criterion.text


def _with_what_is_left(
    mentions: Sequence[CriterionMention], pointed: Sequence[str | None], outline: Outline
) -> list[str | None]:
    """The places pointed at; a pointer at a point that is not there means the only one beside it that no other criterion
    scores ("khoản 1", "khoản 2", "khoản 3", "khoản 5" of a part with four)."""
    found = list(pointed)
    for n, mention in enumerate(mentions):
        if found[n] is not None or mention.reference is None or len(mention.reference.labels) < _NESTED:
            continue
        whole = outline.by_path(".".join(mention.reference.labels[:-1]))
        if whole is None or not _is_content(whole, outline):
            continue
        places = [child.path for _, child in outline.children(outline.nodes.index(whole)) if child.role == "section"]
        left = [path for path in places if path not in pointed]
        if len(left) == 1 and len(places) > _NESTED and left[0] != mention.criterion.path:
            found[n] = left[0]
    return found


def _pointed(mention: CriterionMention, outline: Outline) -> str | None:
    if mention.reference is None:
        return None
    labels = mention.reference.labels
    if outline.by_path(".".join(labels)) is None:  # "khoản 3.1, Mục 3" gives the section's number twice
        once = (labels[:n] + labels[n + 1 :] for n in range(1, len(labels)) if labels[n] == labels[n - 1])
        labels = next((found for found in once if outline.by_path(".".join(found)) is not None), labels)
    literal = outline.by_path(".".join(labels))
    if literal is not None and (meant := _of_kind(mention, literal, outline)):
        return meant.path
    if literal is not None and _is_content(literal, outline) and literal.path != mention.criterion.path:
        return literal.path
    whole = outline.by_path(".".join(labels[:-1])) if len(labels) > 1 else None
    if whole is not None and _is_content(whole, outline):
        return None  # the right section, whose point of that number was lost
    for section in _content_sections(outline):
        for depth in range(1, len(labels) + 1):
            node = outline.by_path(".".join((section.path, *labels[-depth:])))
            if node is not None and node.path != mention.criterion.path:
                return node.path
    return None


def _of_kind(mention: CriterionMention, literal: Node, outline: Outline) -> Node | None:
    """The section that a pointer means whose own words contradict its label ("các nhiệm vụ nêu tại Mục II", where II
    sets goals and one section alone assigns the work): the only one of the kind that it names."""
    named = list(_POINTED.finditer(fold(mention.criterion.text)))
    kinds = _NAMED_KINDS.get(named[-1]["noun"].lower()) if named else None
    if not kinds or set(literal.kinds) & {*kinds, "content"} or not literal.kinds or literal.parent is not None:
        return None
    others = [n for n in outline.nodes if n.role == "section" and n.parent is None and set(n.kinds) & set(kinds)]
    return others[0] if len(others) == 1 else None


def _counted(mention: CriterionMention, outline: Outline) -> str | None:
    """The content that a criterion names by nothing but its number ("Nội dung 2: 25 điểm")."""
    counted = _COUNT.match(fold(mention.criterion.text))
    if counted is None or mention.reference is not None or mention.criterion.kind in _WITHOUT_CONTENT:
        return None
    places = (outline.by_path(f"{section.path}.{int(counted['n'])}") for section in _content_sections(outline))
    return next((place.path for place in places if place is not None), None)


def _named(mention: CriterionMention, document: Document, outline: Outline) -> str | None:
    """The content whose heading a criterion takes up word for word ("hoàn thành các mục tiêu cụ thể được giao")."""
    if mention.reference is not None or mention.criterion.kind in _WITHOUT_CONTENT:
        return None
    text = f" {fold(mention.criterion.text).casefold()} "
    for section in _content_sections(outline):
        heading = " ".join(re.findall(r"\w+", fold(document.quote(section.heading)).casefold()))
        if len(heading.split()) < _FEW or heading not in text:
            continue
        if re.search(rf"\b(?:các|những|mọi)\s+{re.escape(heading)}\b", text):
            return section.path
    return None


def _is_content(node: Node, outline: Outline) -> bool:
    kinds = {k for n in outline.ancestors(outline.nodes.index(node)) for k in n.kinds}
    return bool(kinds & set(_CONTENT)) and "criteria" not in kinds


def _content_sections(outline: Outline) -> Iterator[Node]:
    """Sections on contents that are no criteria, by kind and then in order."""
    for kind in _CONTENT:
        for node in outline.nodes:
            if node.role == "section" and kind in node.kinds and "criteria" not in node.kinds:
                yield node


def _repeated(mentions: list[CriterionMention], document: Document, outline: Outline) -> dict[tuple[str, str], str]:
    """Paths of contents by the keys of the criteria that repeat them."""
    found: dict[tuple[str, str], str] = {}
    lists = [_items(outline, node, role) for node in _content_sections(outline) for role in ("item", "section")]
    every = [item for items in lists for item in items]
    by_list = groupby(mentions, key=_list_of)
    for parent, group in by_list:
        told = [m for m in group if m.criterion.kind not in _WITHOUT_CONTENT]
        headed = [content for content in every if content.role == "section"]
        table = [m for m in told if m.criterion.rule == _OF_TABLE]
        found |= _one_by_one(table, headed, document)
        found |= (
            _row_by_row([m for m in table if m.criterion.parent is None], lists, document) if len(found) < 2 else {}
        )
        listed = [m for m in told if m.criterion.rule in _LISTED]
        if not parent or not listed:
            continue
        scores = [(_alike(listed, items, document), items) for items in lists if len(items) == len(listed) > 1]
        share, items = max(scores, key=lambda s: s[0], default=(0.0, []))
        if share >= SHARE_ALIKE:
            found |= {_key(m): item.path for m, item in zip(listed, items, strict=True)}
        else:
            found |= _one_by_one(listed, every, document)
    return found


def _list_of(mention: CriterionMention) -> str:
    """The path of the list that a criterion stands in: of the sentence itself where that lists criteria."""
    path = mention.criterion.path or ""
    return path if mention.criterion.rule == _IN_A_SENTENCE else path.rpartition(".")[0]


def _items(outline: Outline, section: Node, role: str) -> list[Node]:
    return [child for _, child in outline.children(outline.nodes.index(section)) if child.role == role]


def _alike(listed: Sequence[CriterionMention], items: Sequence[Node], document: Document) -> float:
    pairs = [_similarity(m.criterion.text, item, document) for m, item in zip(listed, items, strict=True)]
    return sum(p >= ALIKE for p in pairs) / len(pairs)


def _row_by_row(
    rows: Sequence[CriterionMention], lists: Sequence[list[Node]], document: Document
) -> dict[tuple[str, str], str]:
    """The rows of the first rank of a table that score the points of a list of contents in their order, and perhaps a few
    things more behind them."""
    best: tuple[float, list[Node]] = (ROWS_ALIKE, [])
    for items in lists:
        if not _FEW <= len(items) <= len(rows) <= len(items) + _MORE_ROWS:
            continue
        shares = [_shared(m.criterion.text, item, document) for m, item in zip(rows, items, strict=False)]
        if min(shares) > 0 and (mean := sum(shares) / len(shares)) > best[0]:
            best = mean, items
    return {_key(m): item.path for m, item in zip(rows, best[1], strict=False)}


def _shared(text: str, item: Node, document: Document) -> float:
    """How many words of a criterion and of the head of a content, the shorter of them, are the other's too."""
    head = re.split(r"[:.;]", document.quote(item.heading))[0]
    a, b = (set(_content(fold(words).casefold()).split()) for words in (text, head))
    return len(a & b) / max(1, min(len(a), len(b)))


def _one_by_one(
    listed: Sequence[CriterionMention], items: Sequence[Node], document: Document
) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for mention in listed:
        score, path = max(
            ((_similarity(mention.criterion.text, i, document), i.path) for i in items), default=(0.0, "")
        )
        if score >= REPEATED and path != mention.criterion.path:
            found[_key(mention)] = path
    return found


def _similarity(text: str, item: Node, document: Document) -> float:
    """Of the shorter wording within the longer: contents are often shortened when they return as criteria."""
    a, b = (_content(fold(words).casefold()) for words in (text, document.quote(item.heading)))
    short, long = sorted((a, b), key=len)
    partial = fuzz.partial_ratio(short, long) if len(short) >= 25 else 0.0
    shared = len(set(a.split()) & set(b.split())) / max(1, len(set(short.split())))
    return float(max(fuzz.ratio(a, b), partial, 100 * shared * (len(short.split()) >= _FEW and item.role == "section")))


def _content(words: str) -> str:
    """The words without those of scoring and competing: "(20 điểm)", "thi đua thực hiện"."""
    return " ".join(re.findall(r"\w+", _SCORING.sub(" ", words)))
