"""Two readings of one word with figures in it: what they say together, and how likely each is to be written so."""

from __future__ import annotations

import re

from kehoach.orthography.fold import bare
from kehoach.reading.plausible import plausibility

FIGURE = re.compile(r"[+–-]?\d+(?:[.,]\d+)*%?\.?")
"""A number that stands by itself in a cell: points, a share, a count, a label."""
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_SHAPES = re.compile(
    rf"{_DAY}[/.-]{_MONTH}[/.-](?:19|20)\d\d|{_DAY}/{_MONTH}|{_MONTH}/(?:19|20)\d\d|(?:19|20)\d\d"
    r"|[+–-]?\d{1,3}(?:[.,]\d{3})+|[+–-]?\d{1,4}(?:,\d{1,2})?%?|\d{1,2}(?:\.\d{1,2}){1,3}"
    r"|\d{1,5}(?:/(?:19|20)\d\d)?[/-][A-ZĐƯ][\w,.&–-]*|[A-ZĐ]{1,4}\d{1,2}|\d{1,2}[hg]\d{0,2}"
    r"|\d{1,4}[–-]\d{1,4}|\d+/\d+"
)
"""What offices write with figures: dates, numbers of documents, amounts, shares, labels, hours, spans, parts of wholes."""
_LIKE_A_DATE = re.compile(r"\d{1,2}[17]\d{1,2}/(?:19|20)\d\d")
"""A date whose first slash was read as a figure looks like the number of a document."""
_EDGES = "()[]“”\"'‘’.,:;"
_SIGNS = frozenset(".,/%+-–:;()")
_WIDE = str.maketrans({"。": ".", "，": ",", "：": ":", "；": ";", "％": "%", "（": "(", "）": ")", "／": "/", "－": "-",
                       "＋": "+", "—": "-", "·": ".", "、": ","})  # fmt: skip
_ODD, _UNSHAPED = 0.6, 0.8
_LIKE_T = "I1lL|"
"""What the engine makes of a T that stands among others in a symbol ("STTTT", "KTTH")."""
_STROKES = re.compile(rf"(?<=[/-])[A-ZĐ58]*[{re.escape(_LIKE_T)}]{{2,}}[\\w-]*")
_ALL_T = re.compile(
    r"(?P<kind>/[A-ZĐƯ]{1,6}-)(?P<first>[58]?)(?P<before>(?:[A-ZĐ]*[A-HK-SUWYZĐ])?)(?P<run>(?=T*[I1l|])[TI1l|]{3,})(?!\w)"
)
"""Three strokes or more at the end of a body's letters: no symbol holds as many ones, and a Roman number goes with V or X."""
_LETTERS = str.maketrans("58", "SB")


def shape(text: str) -> float:
    """From 0 to 1: how likely a word with figures is written so."""
    core = text.strip(_EDGES)
    if _LIKE_A_DATE.fullmatch(core):
        return _ODD
    return 1.0 if _SHAPES.fullmatch(core) else _UNSHAPED * plausibility(text)


def has_strokes(text: str) -> bool:
    """Whether the symbol in a document's number holds strokes that may be letters T."""
    return _STROKES.search(text) is not None


def with_letters_t(first: str, second: str) -> str:
    """The symbol with a T for each stroke that the second reader takes for one, where it reads all else the same, and
    for three strokes that can be nothing else."""
    return _ALL_T.sub(_with_all_t, _with_told_t(first, second))


def _with_all_t(found: re.Match[str]) -> str:
    if not found["first"] + found["before"]:
        return found[0]
    return found["kind"] + found["first"].translate(_LETTERS) + found["before"] + "T" * len(found["run"])


def _with_told_t(first: str, second: str) -> str:
    strokes = _STROKES.search(first)
    if strokes is None:
        return first
    symbol = first[strokes.start() :]
    pairs = list(zip(symbol, second[-len(symbol) :], strict=False))
    if len(second) < len(symbol) or not all(bare(a) == bare(b) or _is_t(a, b) for a, b in pairs):
        return first
    return first[: strokes.start()] + "".join(b if _is_t(a, b) else a for a, b in pairs)


def _is_t(one: str, other: str) -> bool:
    """Whether a stroke that the first reader saw is a T to the second."""
    return other == "T" and one in _LIKE_T


def is_odd(text: str) -> bool:
    """Whether a word with figures is such as no office writes."""
    return shape(text) < _UNSHAPED


def figures(text: str) -> str:
    """The second reader's signs as an office types them, without blanks."""
    return "".join(text.translate(_WIDE).split())


def merged(first: str, second: str) -> str:
    """The first reading with the figures, and the signs between them, of the second.

    Letters stay those of the first: the second reader knows few Vietnamese ones. A letter of the first that the second
    reads as a figure is that figure. What stands around the word (brackets, a full stop) stays.
    """
    from rapidfuzz.distance import Levenshtein

    core, seen = first.strip(_EDGES), second.strip(_EDGES)
    before, _, behind = first.partition(core) if core else (first, "", "")
    made: list[str] = []
    for edit in Levenshtein.opcodes(core, seen):
        one, other = core[edit.src_start : edit.src_end], seen[edit.dest_start : edit.dest_end]
        if edit.tag == "equal":
            made.append(one)
        elif edit.tag == "insert":
            made.append("".join(filter(_is_figure, other)))
        elif edit.tag == "delete":
            made.append("".join(c for c in one if not _is_figure(c)))
        else:
            made.append("".join(_chosen(a, b) for a, b in zip(one, other, strict=True)))
    return before + "".join(made) + behind


def _chosen(one: str, other: str) -> str:
    if not _is_figure(other) or bare(one) == other:
        return "" if one in _SIGNS and not other.isalnum() else one
    return other


def _is_figure(character: str) -> bool:
    return (character.isascii() and character.isdigit()) or character in _SIGNS
