"""Where a name most likely ends though no vocabulary knows the verb behind it: a capital begins a word of two syllables
within a name, and small letters behind it go on only with a rank, an owner or a known field."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.complete_names import no_predicate
from kehoach.extract.units.held_names import ends_name
from kehoach.extract.units.name_ends import STOP
from kehoach.extract.units.named_units import Name, Names, masked
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_CAPITAL = re.compile(rf"\s+(?:(?:-|–|và|&)\s+)?(?P<word>[{UPPER}][^\W\d_]*)")
_SMALL = re.compile(rf"\s+[{LOWER}][^\W\d_]*(?!\w)")
_NUMBER = re.compile(r"\s+(?:số\s+)?\d{1,4}(?![\w/.,-])")
_ALONE = Sieve(
    r"(?:dược|nhi|sản|nội|ngoại|lao(?!\s+động)|mắt|toán|văn|lý|hóa|sử|địa|sinh|anh|tin|khám|răng|tim|thận|ung|da|luật|xe|kho|may|mộc|nguội|bếp)(?!\w)"
)
"""Fields of one syllable: "Khoa Dược", "Tổ Toán"."""
_NEVER_ONE = re.compile(r"(?:các\s+)?(?:sở|bộ|(?:chi\s+|tổng\s+)?cục|ban|trung\s+tâm|hội|viện)(?!\w)(?!\s+môn)")
"""Kinds whose field has never one syllable: "Sở Văn hóa", "Bộ Lao động"."""
_OWN = re.compile(
    r"\s+(?:(?:thuộc|trực\s+thuộc|của)\s+)?(?:các\s+)?(?:cơ\s+sở|cơ\s+quan|đơn\s+vị|chuyên\s+môn|nghiệp\s+vụ|trực\s+thuộc|lâm\s+sàng|cận\s+lâm\s+sàng|(?:sở|cục|công\s+ty|trường|nhà\s+trường|bệnh\s+viện|trung\s+tâm|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu|khoa|phòng|tổ|đội|lớp|thôn|bản|ấp|buôn|khối|cụm|trạm|ban|đoàn|hội|chi\s+đoàn|tiểu\s+đoàn|đại\s+đội)(?!\s+(?:chức|trưởng|phó))|(?:miền|vùng|khu\s+vực)(?=\s+(?:trung|nam|bắc|đông|tây|[ivx\d]+)(?!\w)))(?!\w)"
)
"""Words of rank, owner or kind in small letters with which a name goes on."""
_WHOLE = Sieve(
    r"(?:(?:các|đồng\s+chí)\s+)?(?:đoàn\s+thanh\s+niên|đtn|chi\s+đoàn|đoàn\s+trường|liên\s+đội|ban\s+giám\s+(?:hiệu|đốc)|bgh|nhà\s+trường|(?:phó\s+)?hiệu\s+trưởng|hội\s+(?:phụ\s+nữ|nông\s+dân|cựu\s+chiến\s+binh)|"
    r"giáo\s+viên\s+chủ\s+nhiệm|gvcn|gvbm|tổng\s+phụ\s+trách(?:\s+đội)?|trưởng\s+(?:thôn|bản|ấp|buôn|khu\s+phố)|ban\s+đại\s+diện\s+cha\s+mẹ\s+học\s+sinh|lớp\s+trưởng)"
)
"""What is a whole name, that small letters seldom go on with."""
_SEVERAL = 2
_FEWEST = 2
"""Words that a work has at least."""


def guessed(text: str, at: int, end: int, grammar: UnitGrammar) -> Names | None:
    """One unit at the head of a sentence in ``text[at:end]`` (folded) before a verb that no vocabulary knows; None where
    nothing tells where its name ends."""
    low = masked(lowered(text))
    begun = grammar.begun(low, at) if text[at : at + 1].isupper() else None
    if begun is None or begun[2] in ("level", "place"):
        return None
    stop = _natural_end(text, (at, begun[0]), end, grammar)
    return None if stop is None else Names((Name(at, stop),), at, stop, "act")


def guessed_list(text: str, at: int, end: int, grammar: UnitGrammar) -> Names | None:
    """The same for a list, before whose last name marks stand: "Cục Việc làm, Sở Nội vụ đồng bộ dữ liệu"."""
    listed = grammar.names(text, at, object_too=True) if grammar.begins(lowered(text), at) else None
    if listed is None or listed.verb or len(listed.units) < _SEVERAL or listed.units[-1].head:
        return guessed(text, at, end, grammar)
    last = guessed(text, listed.units[-1].start, end, grammar)
    return replace(last, units=(*listed.units[:-1], *last.units), start=at) if last is not None else None


def _natural_end(
    text: str,
    begun: tuple[int, int],
    end: int,
    grammar: UnitGrammar,
) -> int | None:
    """Where the name ends that begins at ``begun`` (its offset, and the end of its first word) in the folded text, with a
    word in small letters behind it that may be a verb; None where nothing tells. ``grammar`` knows names of
    fields."""
    low, wholes = lowered(text), grammar.wholes
    held = tuple(wholes.printed(text, masked(low)))
    start, at = begun
    named, proper = (
        _WHOLE.fullmatch(low, start, at) is not None,
        -1,
    )  # proper: the end of a capital word, before a place
    while True:
        known = max((h.end for h in held if start <= h.start and h.kind_end <= at < h.end), default=at)
        if known > at:
            at, named = known, True
        elif capital := _CAPITAL.match(text, at, end):
            if capital[0].strip().startswith("và ") and grammar.begins(low, capital.start("word")):
                return None  # another name
            at, named = capital.end(), True
            word = capital["word"]
            alone = _stands_alone(low, start, capital.start("word"), word, grammar)
            small = None if alone or proper == capital.start() else _SMALL.match(text, at, end)
            proper = -1 if alone else at
            if small is not None and not STOP.match(low, at + 1):
                at = small.end()
        elif more := _NUMBER.match(low, at, end) or _OWN.match(low, at, end):
            at, named = more.end(), named or more[0].strip()[-1].isdigit() or low.startswith(("các ", "mỗi "), start)
        else:
            break
    behind = at + 1
    if not named or not text[behind : behind + 1].islower() or len(text[behind:end].split()) < _FEWEST:
        return None
    if (
        STOP.match(low, behind)
        or wholes.begin(masked(low), behind) is not None
        or not ends_name(text, at)
        or no_predicate(low, at)
    ):
        return None
    return at


def _stands_alone(low: str, start: int, at: int, word: str, grammar: UnitGrammar) -> bool:
    """Whether a word with a capital takes no small one behind it into the name; "Nội vụ" is a field of two words."""
    if word.isupper() and len(word) > 1:
        alone = True
    else:
        alone = _ALONE.match(low, at) is not None and _NEVER_ONE.match(low, start) is None
    return alone and not any(re.match(rf"{field}(?!\w)", low[at:]) for field in grammar.fields if " " in field)
