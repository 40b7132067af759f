"""Nơi nhận and signature that plain text runs together on its lines: "Nơi nhận: TM. ỦY BAN NHÂN DÂN", or all of nơi
nhận on one line, the signature behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.layout.printed import Printed
from kehoach.layout.signs import Signs, is_name
from kehoach.model.document import Block
from kehoach.model.page import Word

Item = Printed | Block

_ENTRY = re.compile(r"\s*[-–—+*•·]\s?\S")
_ENDS = re.compile(r"[;.,:)]\s*$")
_SIGNED = re.compile(
    r"(?:\(\s*(?:đã k[ýí]|ký)(?!\w)[^()]{0,20}\)|đã k[ýí](?: và đóng dấu)?|ký tên)(?=\s|$)", re.IGNORECASE
)
"""What stands for the pen in a copy."""
_BULLET = re.compile(r"[-–—+*•]")
_BORDER = "|"
_LEADS = frozenset(["PHÓ", "QUYỀN", "TỔNG", "ĐOÀN", "CHI", "KT.", "TL.", "TUQ.", "Q."])
"""Words that a post goes on with ("PHÓ CHỦ TỊCH"), or that make it a body ("ĐOÀN CHỦ TỊCH")."""


def parted(flow: Sequence[Item], signs: Signs) -> list[Item]:
    """The flow with such lines parted: the list first, then what stood at its right."""
    made: list[Item] = []
    right: list[Item] = []
    listed = False
    for item in flow:
        if not isinstance(item, Printed) or item.box is not None or item.part is not None:
            made, right, listed = [*made, *right, item], [], False
            continue
        item = _bare(item)
        if (signed := _signed(item, signs)) is not None:
            made, right, listed = [*made, *right, *signed], [], False
            continue
        if run_together(item):
            entries, signature = _halves(item, signs)
            made += [
                replace(item, words=words, gap=item.gap and not n) for n, words in enumerate(lines(entries, signs))
            ]
            right += [replace(item, words=words, gap=False) for words in lines(signature, signs)]
            listed = True
            continue
        heads = signs.kind(item) == "recipients"
        entry = (listed or bool(right)) and bool(_ENTRY.match(item.value))
        cut = _cut(item, signs, merged=bool(right)) if heads or entry else None
        if not heads and not entry:
            made, right = [*made, *right], []
        listed = heads or entry
        if cut is None:
            made.append(item)
        else:
            made.append(replace(item, words=item.words[:cut]))
            right.append(replace(item, words=item.words[cut:], gap=False))
    return [*made, *right]


def _cut(line: Printed, signs: Signs, merged: bool) -> int | None:
    """Where a line of the signature begins behind a line of nơi nhận: authority or post in capitals, or, below such a
    line (``merged``), a name."""
    named = None
    heads = line.bare.startswith("noi nhan")
    for c in range(1, len(line.words)):
        if not _ENDS.search(line.words[c - 1].text) and not (heads and _before(line, c).bare == "noi nhan"):
            continue
        rest = replace(line, words=line.words[c:])
        if (rest.capitals > 0.9 and signs_off(rest, signs)) or _SIGNED.fullmatch(rest.value):
            return c
        if merged and len(rest.words) >= 3 and is_name(rest) and rest.capitals < 0.9:
            named = c
    return named


def _before(line: Printed, cut: int) -> Printed:
    return replace(line, words=line.words[:cut])


def run_together(line: Printed) -> bool:
    """Whether all of nơi nhận came as one line ("Nơi nhận: - Như Điều 3; - Lưu: VT.")."""
    return line.bare.startswith("noi nhan") and len(_entries(line.words)) > 1


def signs_off(line: Printed, signs: Signs) -> bool:
    """Whether a line begins with an authority or a post in capitals."""
    return signs.kind(replace(line, words=line.words[: _capitals(line.words)])) in ("authority", "position")


def lines(words: Sequence[Word], signs: Signs) -> list[tuple[Word, ...]]:
    """The lines that a cell of a foot had before it was copied as one: the entries of nơi nhận, or authorities and posts,
    and below them the name."""
    cuts = _entries(words)
    named = _capitals(words)
    if not cuts and named > 1 and len(words) - named != 1:
        cuts = [*_posts(words[:named], signs), named]
    return [tuple(words[a:b]) for a, b in pairwise((0, *cuts, len(words))) if b > a]


def _entries(words: Sequence[Word]) -> list[int]:
    return [n for n in range(1, len(words)) if _BULLET.match(words[n].text) and _ENDS.search(words[n - 1].text)]


def _capitals(words: Sequence[Word]) -> int:
    """How many words there are before the first in small letters."""
    return next((n for n, word in enumerate(words) if word.text != word.text.upper()), len(words))


def _bare(line: Printed) -> Printed:
    """Nơi nhận without the stars and rules that close the text above it ("* * Nơi nhận: - Như trên;")."""
    first = next((n for n, word in enumerate(line.words) if any(map(str.isalnum, word.text))), 0)
    rest = replace(line, words=line.words[first:]) if first else line
    return rest if rest.bare.startswith("noi nhan") else line


def _signed(line: Printed, signs: Signs) -> list[Item] | None:
    """The lines of a signature that came as one ("TM. BAN THƯỜNG VỤ PHÓ CHỦ TỊCH (Đã ký) Lê An"): authority, post, note
    and name; None where a line is none."""
    words, capitals = line.words, _capitals(line.words)
    if capitals < 2 or not signs_off(line, signs):
        return None
    if capitals == len(words):  # "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", the name below
        cuts = _posts(words, signs)
        if not any(signs.kind(replace(line, words=words[n:])) == "authority" for n in cuts):
            return None
        return [replace(line, words=words[a:b], gap=line.gap and not a) for a, b in pairwise((0, *cuts, len(words)))]
    after = " ".join(word.text for word in words[capitals:])
    note = _SIGNED.match(after)
    named = capitals + (len(note[0].split()) if note else 0)
    if not is_name(replace(line, words=words[named:])):
        return None
    cuts = [0, *_posts(words[:capitals], signs), capitals, *([named] if note else []), len(words)]
    return [replace(line, words=words[a:b], gap=line.gap and not a) for a, b in pairwise(cuts)]


def _posts(words: Sequence[Word], signs: Signs) -> list[int]:
    """Where authorities and posts begin behind the first of them, in a line of capitals."""
    cuts: list[int] = []
    for n in range(2, len(words)):
        kind = signs.kind(Printed(tuple(words[n:]), 1))
        before = words[n - 1].text
        if kind == "authority" or (kind == "position" and before not in _LEADS and n - 1 not in cuts):
            cuts.append(n)
    return cuts


def _halves(line: Printed, signs: Signs) -> tuple[Sequence[Word], Sequence[Word]]:
    """Nơi nhận and, behind the border of two cells or the last full stop, the signature."""
    words = line.words
    for n in range(1, len(words)):
        if words[n].text == _BORDER:
            return words[:n], words[n + 1 :]
        if _ENDS.search(words[n - 1].text) and signs_off(replace(line, words=words[n:]), signs):
            return words[:n], words[n:]
    return words, ()
