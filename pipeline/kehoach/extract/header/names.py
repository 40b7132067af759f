"""Names out of letterheads in running case: abbreviations written out, capitals undone."""

from __future__ import annotations

import re

from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.places import Places, key

_ROMAN = Sieve(r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})")
_NUMBERED = ("vực", "số", "thứ", "khu", "vùng", "cụm", "khối")
_SYLLABLES = ("i", "vi", "xi", "v", "x")
"""Read as numbers only behind a word that is numbered."""
_SMALL = ("và", "của", "các", "về", "cho", "vì", "từ", "sự", "thuộc", "trong", "với", "tại", "số")


def expanded(text: str, rules: Rules) -> str:
    """Abbreviations written out; in capitals where the text is."""
    capitals = is_upper(text)
    for vocabulary in ("letterhead", "body_abbreviations"):
        for entry in rules[vocabulary] if rules[vocabulary].possible(text) else ():
            full = str(entry["full"])
            for pattern in entry.patterns:
                text = pattern.sub(full.upper() if capitals else full, text)
    return " ".join(re.sub(r"\s?&\s?", " VÀ " if capitals else " và ", text).split())


_REGION = re.compile(
    r"(?<=\bmiền )(?:bắc|trung|nam|đông|tây)\b|\b(?:tây nguyên|(?:tây|đông) (?:bắc|nam)(?: bộ)?|(?:bắc|nam|trung) (?:bộ|trung bộ))\b"
)
"""Parts of the country in small letters."""


_KINDS = re.compile(
    r"(?:quận|huyện|thị xã|thành phố|thị trấn|phường|xã|sở|ban|ngành|đoàn thể|hội|trường|phòng|đơn vị)(?:$|\s+(?:số|và)\b)"
)
"""A further kind of places or bodies in a list of several."""


def recased(text: str, rules: Rules, body_text: str = "", *, proper: bool = False) -> str:
    """Capitals undone: as the running text has the words, else by the names of bodies that are known, else the first
    word of each part with a capital (with ``proper`` every word: the name of a person or a place)."""
    if not is_upper(text):
        return text
    known = in_text(text, body_text)
    if known is not None:
        return known
    lowered = text.lower()
    for phrase in sorted(_phrases(rules), key=lambda p: (-len(p), p)):
        if phrase.lower() in lowered:
            lowered = re.sub(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", phrase, lowered)
    lowered = re.sub(r"\bviệt nam\b", "Việt Nam", lowered)
    lowered = _REGION.sub(lambda m: " ".join(word.capitalize() for word in m[0].split(" ")), lowered)
    parts = re.split(r"(\s+-\s+|,\s+)", lowered)
    several = re.search(r"\bcác\b", parts[0]) is not None  # "các huyện, thành phố", "các sở, ban, ngành"
    return "".join(
        part if n % 2 or (several and n and _KINDS.match(part)) else _part(part, text, proper and n == 0)
        for n, part in enumerate(parts)
    )


def _part(part: str, original: str, proper: bool) -> str:
    words = part.split(" ")
    made = []
    for n, word in enumerate(words):
        numbered = n > 0 and words[n - 1].lower() in _NUMBERED
        if (numbered or word not in _SYLLABLES) and _ROMAN.fullmatch(word):
            made.append(word.upper())
            continue
        if word == "số" and n + 1 < len(words) and (words[n + 1][:1].isdigit() or _ROMAN.fullmatch(words[n + 1])):
            made.append(word)
            continue
        short = len(word) > 1 and word.isalpha() and not re.search("[aeiouy]", bare(word))
        if short:
            made.append(word.upper())
        elif word[:1].isupper() or (word in _SMALL and n):
            made.append(word)
        else:
            made.append(word.capitalize() if proper or n == 0 else word)
    return " ".join(made)


def _phrases(rules: Rules) -> set[str]:
    """Domains of known bodies as they are written ("Kế hoạch và Đầu tư")."""
    names = [str(entry["name"]) for entry in rules["bodies"]]
    found = {name.split(" ", 1)[1] for name in names if name.count(" ") >= 2}
    return found | {str(entry["full"]) for entry in rules["letterhead"]} | {n for n in names if " " in n}


def is_upper(text: str) -> bool:
    """Whether most letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def in_text(name: str, body_text: str) -> str | None:
    """The name as the running text writes it."""
    pattern = r"\s+".join(re.escape(word) for word in fold(name).split())
    for match in re.finditer(pattern, fold(body_text), re.IGNORECASE):
        found = " ".join(body_text[match.start() : match.end()].split())
        if not is_upper(found):
            return found[:1].upper() + found[1:]
    return None


_COMMUNES = ("xã", "phường", "thị trấn")


def place_name(printed: str, places: Places, kind: str = "") -> str:
    """A place name as it is written, from any case: as the tables have it, which know no communes, else each word with a
    capital."""
    printed = printed.strip(" -.,;")
    if kind in _COMMUNES:
        return _capitalized(printed)
    province = places.named(printed)
    if province is not None and key(province.name) == key(printed):
        return province.name
    known = places.district_name(printed)
    if known is not None:
        return known
    return _capitalized(printed)


def _capitalized(printed: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in printed.split()) if printed.isupper() else printed
