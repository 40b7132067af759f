"""The grammar of document numbers and symbols, and their one normal form.

State documents (NĐ 30/2020/NĐ-CP, Phụ lục I and III): "56/KH-SNV", "1705/BNV-VP" (công văn have no type code);
normative ones with the year: "04/2015/NĐ-CP", "06/2022/QH15". Party documents (HD 36-HD/VPTW): "34-CT/TW".
Damage that prints and scans are full of is read through: blanks, a lost slash or dash, a dash for a slash.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kehoach.orthography.fold import bare
from kehoach.rules.needs import Sieve

_TOKEN = r"[A-ZĐƯƠ][A-Za-zĐđƯư&]*(?:(?:(?<=QH)|(?<=QHI)|(?<=QHl))[\s.]?\d{1,2})?"
_NUMBER = Sieve(
    rf"(?<![\w/-])(?P<digits>(?:\d{{1,3}}\.)?\d{{1,5}}[a-zA-ZĐđ]?)\s?(?P<first>[/-]|\s(?={_TOKEN}/{_TOKEN}))\s?"
    rf"(?:(?P<year>(?:19|20)\d\d)\s?(?P<slash>(?:[/-]|\d(?=[A-ZĐ]{{1,3}}-[A-ZĐ]))?)\s?)?"
    rf"(?P<code>{_TOKEN}(?:\s?[-/.]\s?{_TOKEN}){{0,5}})(?P<unit>\s?\([A-Z]\d{{1,3}}\))?"
)
_AS_PRINTED = Sieve(r"(?<!\w)[Ss]ố\s*:?\s*(?P<number>[\w.&]+(?:\s?[/-]\s?[\w.&]+){1,5})(?=\s*,?\s*ngày\s+\d)")
"""Between "số" and a date any symbol numbers a paper, be it one of no rule, as those of companies are."""
_SYMBOL = Sieve(r"(?=[^\s]*\d)(?=[^\s]*[/-])[^\s]*[A-ZĐ]{2}")
_LEFT_BLANK = Sieve(
    r"(?<!\w)[Ss]ố\s*:?[\s.…_]*(?P<first>[/-])\s?(?P<code>[A-ZĐ][A-Za-zĐđ]{0,3})\s?[/-]\s?(?P<organ>[A-ZĐ][A-Za-zĐđ&]+(?:\s?-\s?[A-ZĐ][A-ZĐ&]+)*)"
)
_COMMITTEES = (("TW",), ("TƯ",), ("TU",))
_SAID = Sieve(r"số\s*:?\s*$", re.IGNORECASE)
_DATE = re.compile(r"\s*,?\s*ngày\s+\d", re.IGNORECASE)
_PARTY = re.compile(r"(?:^|.)(?:TW|TU|HU|TTU|ThU|QU|ĐU|ĐUK|ĐUCQ|ĐUCA|BTVTU|BTVHU)$")
_LOST_BARS = (
    ("GDDT", "GDĐT"), ("GĐDT", "GDĐT"), ("GĐĐT", "GDĐT"), ("HDND", "HĐND"), ("TDKT", "TĐKT"), ("LDTBXH", "LĐTBXH"),
    ("LDLD", "LĐLĐ"), ("TLD", "TLĐ"), ("DUK", "ĐUK"),
)  # fmt: skip
"""Symbols of bodies whose Đ print and scans often lose."""
_LOST_DASH = ("TTg", "CP", "TW", "TU", "UBND", "HĐND", "BNV", "BGDĐT", "BYT", "BTC")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Half-open offsets; ``type_code`` as printed ("QĐ"), None for công văn and laws; ``organs`` the issuing symbols.

    ``value`` is the normal form; ``printed`` what stands there, which is the value where the symbol follows no rule (``verbatim``).
    """

    start: int
    end: int
    digits: str
    year: int | None
    type_code: str | None
    organs: tuple[str, ...]
    party: bool
    printed: str
    verbatim: bool = False

    @property
    def value(self) -> str:
        if self.verbatim or (self.type_code is None and self.year is None and self.printed.count("/") > 1):
            return "".join(self.printed.split())
        if self.party:
            return f"{self.digits}-{self.type_code}/{'-'.join(self.organs)}"
        symbol = "-".join((*((self.type_code,) if self.type_code else ()), *self.organs))
        return "/".join((self.digits, *((str(self.year),) if self.year else ()), symbol))

    @property
    def damaged(self) -> bool:
        return self.printed != self.value

    def renumbered(self, digits: str) -> DocumentNumber:
        """The same symbol under another number ("17" of "17, 18 và 19/2018/TT-BGDĐT")."""
        return DocumentNumber(
            self.start, self.end, digits, self.year, self.type_code, self.organs, self.party,
            self.printed.replace(self.digits, digits, 1),
        )  # fmt: skip


def document_numbers(text: str, type_codes: Collection[str]) -> Iterator[DocumentNumber]:
    """Every number with a symbol in folded text, in order. ``type_codes`` are those of Phụ lục III and the Party."""
    found = [number for match in _NUMBER.finditer(text) if (number := _read(match, type_codes))]
    found += _blanks(text, type_codes)
    for match in _AS_PRINTED.finditer(text):
        start, end = match.span("number")
        if _SYMBOL.match("".join(match["number"].split())) and not any(n.start < end and start < n.end for n in found):
            found.append(DocumentNumber(start, end, match["number"], None, None, (), False, match["number"], True))
    yield from sorted(found, key=lambda number: number.start)


def _blanks(text: str, type_codes: Collection[str]) -> Iterator[DocumentNumber]:
    """Numbers that were left blank before their symbol ("số    /KH-UBND ngày   /12/2031")."""
    for match in _LEFT_BLANK.finditer(text):
        if match["code"] not in type_codes:
            continue
        organs = tuple(re.split(r"\s?-\s?", match["organ"]))
        party = match["first"] == "-" or bool(_PARTY.search(organs[-1]))
        start, end = match.start("first"), match.end("organ")
        yield DocumentNumber(start, end, "", None, match["code"], organs, party, match[0][start - match.start() :])


def _read(match: re.Match[str], type_codes: Collection[str]) -> DocumentNumber | None:
    tokens, end = _tokens(match)
    if not tokens:
        return None
    year = int(match["year"]) if match["year"] else None
    type_code, organs = _parted(tokens, type_codes)
    if type_code is None and year is None and not (_is_symbol(organs) or _is_dated(match, organs, end)):
        return None
    if year is not None and type_code is None and not re.fullmatch(r"(?:U?B?TV)?QH\d{0,2}", "".join(organs)):
        return None
    if match["first"] == "-" and type_code is None:
        return None
    if match["first"].isspace() and organs[-1:] not in _COMMITTEES and not _SAID.search(match.string[: match.start()]):
        return None
    party = type_code is not None and year is None and bool(organs) and _is_party(match, organs)
    if type_code is not None and not organs:
        return None
    return DocumentNumber(
        match.start(), end, match["digits"], year, type_code, organs, party, match.string[match.start() : end].strip()
    )


def _tokens(match: re.Match[str]) -> tuple[list[str], int]:
    """The symbol's parts. A part behind a spaced dash must be all capitals, or the dash belongs to the sentence."""
    code, at = match["code"], match.start("code")
    tokens: list[str] = []
    end = at
    for part in re.finditer(rf"(?P<gap>\s?[-/.]\s?)?(?P<token>{_TOKEN})", code):
        token, gap = part["token"], part["gap"] or ""
        spaced = gap.startswith(" ") and gap.endswith(" ")
        if tokens and spaced and not (token.isupper() and len(token) > 1):
            break
        if tokens and gap.strip() == "." and not token.isupper():
            break
        token = token.upper() if token.upper() in {"TU", "TW", "HU"} else token
        token = "TTg" if tokens and token.lower() in {"tg", "ttg"} else token
        unit = bool(tokens) and re.compile(r"\d{1,2}(?![\d/])").match(match.string, at + part.end())
        if _capitals(token) < 2 and token not in {"W", "L"} and not unit:
            break
        end = at + part.end()
        if unit:  # a drafting unit by its number ("TTr-P2")
            tokens.append(token + unit[0])
            end = at + part.end() + len(unit[0])
            break
        tokens.append(re.sub(r"(?<=QH)[Il](?=\d)", "", re.sub(r"[\s.]", "", token)))
        end = at + part.end()
    return tokens, end


def _capitals(token: str) -> int:
    return sum(c.isupper() for c in token)


def _parted(tokens: list[str], type_codes: Collection[str]) -> tuple[str | None, tuple[str, ...]]:
    """Type code and organs; a dash or slash lost between them ("CTTTg") is put back."""
    head, rest = tokens[0], tokens[1:]
    known = next((code for code in type_codes if code.lower() == head.lower()), None) or next(
        (code for code in type_codes if "Đ" in code and bare(code) == bare(head)), None
    )
    if known is not None and rest:
        return known, tuple(_mended(organ) for organ in rest)
    if not rest and head.endswith(("TU", "TW")):  # "CTUTU": the slash was read as a letter, or lost
        code = next((c for c in type_codes if len(c) == len(head) - 2 and _apart(c, head[:-2]) <= 1), None)
        if code is not None:
            return code, (head[-2:],)
    if not rest:
        for organ in _LOST_DASH:
            code = head.removesuffix(organ)
            if code != head and code in type_codes:
                return code, (organ,)
    return None, tuple(tokens)


def _mended(organ: str) -> str:
    """The Central Committee's symbol where a letter was lost or is written with the other usual abbreviation."""
    if organ in {"W", "TƯ", "TVV", "TVW"}:
        return "TW"
    for lost, kept in _LOST_BARS:
        organ = organ.replace(lost, kept)
    return organ[:-2] + "TW" if organ.endswith("TƯ") else organ


def _apart(a: str, b: str) -> int:
    """How many letters of two words of one length differ."""
    return sum(x != y for x, y in zip(a, b, strict=True))


def _is_symbol(organs: tuple[str, ...]) -> bool:
    """An organ's symbol with a drafting unit behind it ("BNV-VP"): the shape of a công văn's symbol."""
    return len(organs) >= 2 and all(_capitals(organ) >= 2 or organ[-1].isdigit() for organ in organs)


def _is_dated(match: re.Match[str], organs: tuple[str, ...], end: int) -> bool:
    """One symbol alone, where "số" and the date say that it numbers a paper ("Văn bản số 51/GĐN ngày 20/6/2031")."""
    said = _SAID.search(match.string[max(0, match.start() - 8) : match.start()]) is not None
    return said and len(organs) == 1 and _capitals(organs[0]) >= 2 and _DATE.match(match.string, end) is not None


def _is_party(match: re.Match[str], organs: tuple[str, ...]) -> bool:
    return match["first"] != "/" or bool(_PARTY.search(organs[-1]))
