"""Names of bodies from a letterhead: which lines are one body, abbreviations written out, capitals undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kehoach.model.document import Span
from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.places import Places, Province, key
from kehoach.rules.vocabulary import Entry

TERRITORY = re.compile(
    r"\b(?P<kind>tỉnh|thành phố|tp\.?|t\.p\.?|quận|huyện|thị xã|tx\.?|xã|phường|thị trấn)\s+(?P<name>[^\W_][^,;()]*)$",
    re.IGNORECASE,
)
_MISREAD_TERRITORY = re.compile(r"\b(?P<kind>tinh|thanh pho|huyen)\s+(?P<name>[^\W_][^,;()]*)$")
_KINDS = {
    "tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "tx": "thị xã", "tx.": "thị xã",
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện",
}  # fmt: skip
_EXECUTIVE = re.compile(
    r"^(?:ban thường vụ|btv|ban chấp hành|bch|ban lãnh đạo|đoàn chủ tịch|ban thường trực)\b", re.IGNORECASE
)
_NOISE = re.compile(r"[^\w&,.()'’–/ -]|_")
_SMALL = frozenset(["và", "của", "các", "về", "cho", "vì", "từ", "sự"])


@dataclass(frozen=True)
class Body:
    """One body of a letterhead. ``name`` without territory; ``territory`` is (kind, name) as far as printed here, the
    kind "" where only the name stands ("SỞ NỘI VỤ HÀ TĨNH")."""

    name: str
    tier: str
    rule: str
    territory: tuple[str, str] | None = None
    spans: tuple[Span, ...] = ()

    @property
    def full(self) -> str:
        if self.territory is None:
            return self.name
        kind, name = self.territory
        return " ".join(part for part in (self.name, kind, name) if part)


def bodies(lines: Sequence[tuple[str, Span]], rules: Rules, places: Places, body_text: str = "") -> tuple[Body, ...]:
    """The bodies of a letterhead, from the highest down. ``body_text`` helps to undo capitals of unlisted names."""
    groups: list[list[tuple[str, Span]]] = []
    capitals = [is_upper(printed) for printed, _ in lines]
    for (printed, span), upper in zip(lines, capitals, strict=True):
        if any(capitals) and not upper:
            continue  # a stray line of the other column ("Kính gửi: ...") among capitals
        text = " ".join(_NOISE.sub(" ", fold(printed)).split()).strip(" -.")
        if sum(c.isalpha() for c in text) < 2 or _is_type(text, rules):
            continue
        if (
            not groups
            or (_head(text, rules) is not None and not _unfinished(groups[-1][-1][0]))
            or _EXECUTIVE.match(text)
        ):
            groups.append([])
        groups[-1].append((text, span))
    made = [
        body(" ".join(text for text, _ in group), rules, places, body_text, tuple(span for _, span in group))
        for group in groups
    ]
    return tuple(found for found in made if found is not None)


def is_upper(text: str) -> bool:
    """Whether most letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _is_type(text: str, rules: Rules) -> bool:
    """Whether the line is the word KẾ HOẠCH (misread, so that layout took it for letterhead)."""
    plain = key(text)
    names = {key(str(entry["name"])) for entry in rules["document_types"]}
    return plain in names or any(len(n) > 5 and SequenceMatcher(None, plain, n).ratio() >= 0.85 for n in names)


def _unfinished(line: str) -> bool:
    """Whether a line cannot end a name ("SỞ VĂN HÓA, THỂ THAO VÀ"), so that the next goes on with it."""
    return bool(re.search(r"(?:[,&]|\b(?:và|của|các|khối|về|cho))$", line, re.IGNORECASE))


def _head(text: str, rules: Rules) -> Entry | None:
    found = rules["bodies"].first(text)
    return found[0] if found else _misread_head(text, rules)


def _misread_head(text: str, rules: Rules) -> Entry | None:
    """The entry whose name stands at the head of the text but for its diacritics, which recognition loses."""
    plain = key(text)
    best = [e for e in rules["bodies"] if len(e["name"]) > 5 and plain.startswith(key(e["name"]))]
    return max(best, key=lambda e: len(e["name"]), default=None)


def body(printed: str, rules: Rules, places: Places, body_text: str = "", spans: tuple[Span, ...] = ()) -> Body | None:
    """One body from its name in any case, abbreviated or not; None where the text names none."""
    text = " ".join(printed.split()).strip(" -.,;")
    if not text:
        return None
    if _EXECUTIVE.match(text):
        rest, territory = _split_territory(text, places)
        return Body(_recased(rest, rules, body_text), "executive", "body.executive", territory, spans)
    found = rules["bodies"].first(text)
    entry = found[0] if found else _misread_head(text, rules)
    if entry is None:
        return None
    end = found[1].end() if found else _length_of(text, entry["name"])
    rest, territory = _split_territory(text[end:].strip(" -"), places)
    listed = not re.search(r"(?:\.|\.unit)$", entry.id) and entry["name"]
    name = f"{listed} {_recased(rest, rules, body_text)}".strip() if rest else str(listed)
    if rest and entry["name"].count(" ") == 0:
        name = _in_text(f"{entry['name']} {rest}", body_text) or name
    return Body(name, entry["tier"], entry.id, territory, spans)


def _length_of(text: str, name: str) -> int:
    """How many characters of the text spell the name, letters compared without diacritics."""
    wanted, at = key(name), 0
    for n, c in enumerate(bare(text)):
        if at == len(wanted):
            return n
        at += c.isalnum()
    return len(text)


def _split_territory(text: str, places: Places) -> tuple[str, tuple[str, str] | None]:
    """The text without its territory at the end, and the territory."""
    match = TERRITORY.search(text) or _MISREAD_TERRITORY.search(bare(text))
    if match and len(match["name"].split()) <= 6:
        kind = match["kind"].lower()
        return text[: match.start()].strip(" -,"), (
            _KINDS.get(kind, kind),
            place_name(text[match.start("name") :], places),
        )
    words = text.split()
    for n in range(len(words)):
        tail = " ".join(words[n:])
        if len(words) - n <= 6 and places.named(tail) is not None:
            return " ".join(words[:n]).strip(" -,"), ("", place_name(tail, places))
    return text, None


def place_name(printed: str, places: Places) -> str:
    """A place name as it is written, from any case: as the tables have it, else each word with a capital."""
    printed = printed.strip(" -.,;")
    province = places.named(printed)
    if province is not None and key(province.name) == key(printed):
        return province.name
    known = places.district_name(printed)
    if known is not None:
        return known
    return " ".join(word[:1].upper() + word[1:].lower() for word in printed.split()) if printed.isupper() else printed


def _in_text(name: str, body_text: str) -> str | None:
    """The name as the running text writes it."""
    pattern = r"\s+".join(re.escape(word) for word in fold(name).split())
    for match in re.finditer(pattern, fold(body_text), re.IGNORECASE):
        found = " ".join(body_text[match.start() : match.end()].split())
        if not found.isupper():
            return found[:1].upper() + found[1:]
    return None


def _recased(text: str, rules: Rules, body_text: str) -> str:
    """Capitals undone: as the running text has it, else abbreviations written out and each word begun with a capital,
    but for the small words that join."""
    if not text:
        return ""
    for entry in rules["body_abbreviations"]:
        for pattern in entry.patterns:
            text = pattern.sub(str(entry["full"]), text)
    if not text.isupper():
        return text
    known = _in_text(text, body_text)
    if known is not None:
        return known
    words = []
    for word in text.split():
        short = len(word) <= 5 and not re.search("[AEIOUYĂÂÊÔƠƯ]", bare(word).upper())
        words.append(word if short else word.lower() if word.lower() in _SMALL else word.capitalize())
    return " ".join(words)


def territory_of(province: Province) -> tuple[str, str]:
    return province.kind, province.name
