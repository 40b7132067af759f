"""Labels at the head of a paragraph: "Phần II", "III.", "2.10", "a)", "-": which numberings a printed label may belong to.

A label is read in every way it could be meant ("I." may be one of I, II or a misread 1; "i)" a letter or a small
Roman number); the sequence of labels decides later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from kehoach.orthography.bullets import LETTERS as BULLET_LETTERS
from kehoach.orthography.bullets import SIGNS
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.orthography.numerals import ROMANS, roman
from kehoach.rules.needs import Sieve
from kehoach.rules.openings import Openings, Patterned
from kehoach.segment.headings import is_capitals
from kehoach.segment.numbering import (
    ALWAYS_ITEM,
    BULLET_NAME,
    LETTER_LOOKS,
    LETTERS,
    LOST_STOP,
    MERGED_LOOKS,
    MISREAD,
    ONE_SHAPE,
    OTHER_CASE,
    SPECK,
    Family,
    Label,
    as_roman,
)  # fmt: skip
from kehoach.segment.roman import ROMAN_LABELS, begins_text, is_small_phrase, romans

_Reader = Callable[[str, int, bool], list[Label]]

_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_WORDS: dict[str, Family] = {"phần": "part", "chương": "chapter", "mục": "division", "điều": "article"}

_WORD = re.compile(
    r"(?P<word>phần|chương|mục|điều)\s+(?:(?P<ordinal>thứ\s+\w+|(?<=phần )(?:một|hai|ba|bốn|năm|sáu)(?!\w))|(?P<arabic>\d{1,3})(?!\w)|(?P<roman>[ivxlIHTUWn1|!]{1,6})|(?P<letter>(?-i:[A-ZĐ]))(?=\s*[.:]))"
    r"(?P<after>\s*[.:;,/)\-]+\s*|\s*$|\s+)",
    re.IGNORECASE,
)
_SPECKS = re.compile(r"[\s:;,.'`_|~-]{1,4}(?=[^\W\d_])")
"""What recognition makes of specks before a label that stands alone on its line."""
_ROMAN_DECIMAL = re.compile(r"(?P<n>[IVX]{1,5})(?P<rest>(?:\.\d{1,2})+)\s*[.:)/-]?\s*(?=\D|$)")
_DECIMAL = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,4}(?!\d)|\d{1,2}(?:\s?[.,]\s?\d{1,2}){1,3}(?![\d%,]|\s*%))\s*(?P<after>[.:)/-]*)\s*"
    r"(?=[^\W\d]|[\"'(\[“]|\d|$)"
)
_ARABIC = re.compile(
    rf"(?P<n>\d{{1,2}}|\d{{3}}(?=\.\s)|[lIO])\s?(?P<after>/\.|[./:,]\s?-?|-\s?|(?<=\d )(?=[{UPPER}][{LOWER}]+\s))\s*(?=[^\d.,%]|\d|$)"
)
_SYMBOL = Sieve(r"[A-ZĐ]{2,}[/-]")
_PAREN = re.compile(r"(?P<n>\d{1,3}|[lI])\s?\)\s*")
_BRACKET = re.compile(r"\(\s?(?P<n>\d{1,2}|[a-zđ]|[ivx]{1,5})\s?\)\s*")
_LETTER = re.compile(
    rf"(?:\d{{1,2}}\.(?=[a-zđ][.)]\s))?(?P<n>[^\W_])\s?(?P<after>/\.(?=\s)|[)/]|\.\)|\.-|\.(?=\s|[^\W\d_a-zđ])|,(?=\s?[{UPPER}])|-(?=\s))\s*"
)
_MERGED = Sieve("(?P<n>[" + "".join(MERGED_LOOKS) + r"])\s+(?=[" + UPPER + r"])")
_SUB_LETTER = re.compile(r"(?P<n>[a-zđ])\s?\.?\s?(?P<sub>\d{1,2})\s?[.)]+\s*")
_UPPER = re.compile(r"(?P<n>[A-ZĐ])\s?(?P<after>[./)]|\s?-)\s*(?=\S|$)")
_SMALL_ROMAN = re.compile(r"(?P<n>[ivx]{1,5})\s?[.)]\s*")
_BULLET = re.compile(
    "(?P<n>[" + "".join(map(re.escape, SIGNS)) + r"])[\s.]*|(?P<letter>[" + "".join(BULLET_LETTERS) + r"])\s+"
)


def candidates(text: str, recognized: bool = False) -> tuple[Label, ...]:
    """All labels that the text may begin with, the likeliest reading first.

    ``recognized`` allows readings that differ from the print as recognition errors do.
    """
    return _candidates(text, recognized)


@lru_cache(maxsize=1024)
def _candidates(text: str, recognized: bool) -> tuple[Label, ...]:
    folded = fold(text)
    lead = len(folded) - len(folded.lstrip())
    found: list[Label] = []
    for read in _readers(folded, lead):
        found.extend(read(folded, lead, recognized))
    best: dict[tuple[Family, tuple[int, ...]], Label] = {}
    if recognized:
        found = _behind_a_speck(folded, found)
    for label in found:
        key = (label.family, label.value)
        if key not in best or label.cost < best[key].cost:
            best[key] = label
    return tuple(sorted(best.values(), key=lambda label: label.cost))


def _behind_a_speck(folded: str, found: list[Label]) -> list[Label]:
    """A bullet before a number or a letter with its mark ("- 2.1. ...") may be a speck on the paper."""
    if not found or found[0].family not in ALWAYS_ITEM:
        return found
    inner = [label for read in (romans, _decimal, _letter) for label in read(folded, found[0].end, False)]
    return [
        *(replace(label, cost=label.cost + SPECK) for label in inner),
        *(replace(f, cost=f.cost + SPECK / 2) for f in found if inner),
    ] or found


def _word(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _WORD.match(folded, lead)
    if m is None and (specks := _SPECKS.match(folded)) is not None:
        m = _WORD.match(folded, specks.end())
        m = m if m is not None and m.end() == len(folded.rstrip()) else None
    if m is None:
        return []
    after = m["after"]
    rest = folded[m.end() :]
    closed = bool(after.strip()) or not rest
    # "Mục III Kế hoạch này ..." and "Điều 16 Luật ..." are sentences, "Phần I CÁC NHIỆM VỤ" is a heading
    if not closed and (not begins_text(folded, m.end()) or not is_capitals(rest)):
        return []
    family = _WORDS[m["word"].lower()]
    if m["letter"]:
        return [Label("upper", (LETTERS.index(m["letter"].lower()) + 1,), m["letter"], m.end())]
    if m["roman"]:
        numbers = as_roman(m["roman"] if recognized else m["roman"].upper(), recognized)
        return [Label(family, (n,), roman(n), m.end(), cost) for n, cost in numbers.items()]
    number = int(m["arabic"]) if m["arabic"] else _ORDINALS.get(m["ordinal"].split()[-1].lower(), 0)
    return [Label(family, (number,), str(number), m.end())] if number else []


def _decimal(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _ROMAN_DECIMAL.match(folded, lead)
    if m is not None and m["n"] in ROMANS and begins_text(folded, m.end()):
        rest = tuple(int(n) for n in m["rest"].split(".") if n)
        return [Label("decimal", (ROMANS[m["n"]], *rest), str(rest[-1]), m.end())]
    m = _DECIMAL.match(folded, lead)
    if m is None:
        return []
    printed = m["n"]
    value = tuple(int(n) for n in re.split(r"\s?[.,]\s?", printed))
    odd = "," in printed or " " in printed
    if odd and not (recognized or m["after"]):
        return []
    plain = begins_text(folded, m.end())
    if not plain and not m["after"]:
        return []
    if 0 in value:
        return []
    cost = (0.5 if odd else 0.0) + (0.0 if plain else 1.5)
    return [Label("decimal", value, str(value[-1]), m.end(), cost)]


def _arabic(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _ARABIC.match(folded, lead)
    if m is None:
        return []
    printed, after = m["n"], m["after"].strip()
    rest = folded[m.end() :]
    if rest[:1].isdigit() and not folded[: m.end()].endswith(" "):
        return []  # "3.5 triệu"
    if after == "-" and _SYMBOL.match(rest):
        return []  # "25-NQ/TW"
    cost = 0.0 if after else LOST_STOP
    if not printed.isdigit() or not after:
        if not recognized:
            return []
        printed, cost = (printed, cost) if printed.isdigit() else ("1", MISREAD - 0.5)
    if after in (",", ":") or not begins_text(folded, m.end()):
        if not recognized and after in (",", ":"):
            return []
        cost += 1.0
    number = int(printed)
    if not number:
        return []
    found = [Label("arabic", (number,), str(number), m.end(), cost)]
    if recognized and len(printed) == 2 and printed[0] != "0":
        # the point of "1.1" is lost
        found.append(Label("decimal", (int(printed[0]), int(printed[1]) or 10), printed[1], m.end(), MISREAD + 0.5))
    return found


def _paren(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _PAREN.match(folded, lead)
    if m is None or (not m["n"].isdigit() and not recognized):
        return []
    number = int(m["n"]) if m["n"].isdigit() else 1
    return [Label("paren", (number,), str(number), m.end(), 0.0 if m["n"].isdigit() else 1.0)] if number else []


def _bracket(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _BRACKET.match(folded, lead)
    if m is None:
        return []
    token = m["n"]
    if token.isdigit():
        return [Label("bracket", (int(token),), str(int(token)), m.end())] if int(token) else []
    found = []
    if token.upper() in ROMANS:
        n = ROMANS[token.upper()]
        found.append(Label("small_roman", (n,), token, m.end()))
    if len(token) == 1:
        found.append(Label("letter", (LETTERS.index(token) + 1,), token, m.end(), 0.2 if found else 0.0))
    return found


def _letter(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _LETTER.match(folded, lead)
    if m is None:
        return _merged_letter(folded, lead) if recognized else []
    token, after = m["n"], m["after"]
    if after not in (")", ".)") and not begins_text(folded, m.end()):
        return []
    found = []
    if token in LETTERS and token.islower():
        found.append(Label("letter", (LETTERS.index(token) + 1,), token, m.end()))
    if recognized and after in (")", ".)", "/") and token in LETTER_LOOKS and not token.isupper():
        meant = LETTER_LOOKS[token]
        found.append(Label("letter", (LETTERS.index(meant) + 1,), meant, m.end(), MISREAD - 0.5))
    if recognized and token in ONE_SHAPE:
        found.append(Label("letter", (LETTERS.index(token.lower()) + 1,), token.lower(), m.end(), OTHER_CASE))
    return found


def _merged_letter(folded: str, lead: int) -> list[Label]:
    """A letter and its bracket that were read as one sign ("Q" for "c)")."""
    m = _MERGED.match(folded, lead)
    if m is None:
        return []
    meant = MERGED_LOOKS[m["n"]]
    return [Label("letter", (LETTERS.index(meant) + 1,), meant, m.end(), MISREAD - 0.5)]


def _sub_letter(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _SUB_LETTER.match(folded, lead)
    if m is None or not int(m["sub"]):
        return []
    value = (LETTERS.index(m["n"]) + 1, int(m["sub"]))
    return [Label("sub_letter", value, str(value[1]), m.end())]


def _upper(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _UPPER.match(folded, lead)
    small = m is not None and m["after"] in (".", "/") and is_small_phrase(folded[m.end() :])
    if m is None or not (small or begins_text(folded, m.end())):
        return []
    token = m["n"].lower()
    # "C. D." are letters as well as Roman numbers; "I. V. X." are letters only late in a list
    return [
        Label(
            "upper",
            (LETTERS.index(token) + 1,),
            m["n"],
            m.end(),
            (0.2 if m["n"] in "IVX" else 0.0) + (0.8 if small else 0.0),
        )
    ]


def _small_roman(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _SMALL_ROMAN.match(folded, lead)
    if m is None or m["n"].upper() not in ROMANS:
        return []
    return [Label("small_roman", (ROMANS[m["n"].upper()],), m["n"], m.end(), 0.1)]


def _bullet(folded: str, lead: int, recognized: bool) -> list[Label]:
    m = _BULLET.match(folded, lead)
    if m is None or m.end() >= len(folded) or (m["letter"] and not begins_text(folded, m.end())):
        return []
    family = SIGNS[m["n"]] if m["n"] else BULLET_LETTERS[m["letter"]]
    return [Label(family, (), BULLET_NAME[family], m.end())]


_READERS: tuple[tuple[_Reader, tuple[Patterned, ...]], ...] = (
    (_word, (_WORD, _SPECKS)), (_bullet, (_BULLET,)), (_decimal, (_ROMAN_DECIMAL, _DECIMAL)), (romans, ROMAN_LABELS),
    (_arabic, (_ARABIC,)), (_paren, (_PAREN,)), (_bracket, (_BRACKET,)), (_sub_letter, (_SUB_LETTER,)),
    (_letter, (_LETTER, _MERGED)), (_upper, (_UPPER,)), (_small_roman, (_SMALL_ROMAN,)),
)  # fmt: skip
"""Each with the patterns without which it finds nothing at the place where it reads."""


def _readers(folded: str, lead: int) -> list[_Reader]:
    """The readers that may find a label behind the blanks, by the letters there."""
    openings, owners = _openings()
    return list(dict.fromkeys(owners[n] for n in openings.at(folded, lead)))


@lru_cache(maxsize=1)
def _openings() -> tuple[Openings, list[_Reader]]:
    """What the patterns begin with, and whose each is."""
    patterns = [(pattern, read) for read, patterns in _READERS for pattern in patterns]
    return Openings(pattern for pattern, _ in patterns), [read for _, read in patterns]
