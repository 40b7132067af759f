"""Bodies of a letterhead: which lines are one body, its name and its territory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kehoach.extract.header.names import expanded, is_upper, place_name, recased
from kehoach.model.document import Span
from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.places import Places, key
from kehoach.rules.surnames import is_common
from kehoach.rules.vocabulary import Entry

TERRITORY = re.compile(
    r"(?<!các )\b(?P<kind>tỉnh|thành phố|tp\.?|t\.p\.?|quận|huyện|thị xã|tx\.?|xã(?!\s+hội)|phường|thị trấn|đặc khu)\s+"
    r"(?P<name>(?!ủy\b|đoàn\b)[^\W_][^,;()]*)$",
    re.IGNORECASE,
)
_ALIKE = 0.85
_MISREAD_TERRITORY = re.compile(r"(?<!cac )\b(?P<kind>tinh|thanh pho|huyen)\s+(?P<name>(?!uy\b|doan\b)[^\W_][^,;()]*)$")
_KINDS = {
    "tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "tx": "thị xã", "tx.": "thị xã",
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện",
}  # fmt: skip
_EXECUTIVES = {
    "ban thường vụ": "Ban Thường vụ", "btv": "Ban Thường vụ", "ban chấp hành": "Ban Chấp hành", "bch": "Ban Chấp hành",
    "ban lãnh đạo": "Ban Lãnh đạo", "đoàn chủ tịch": "Đoàn Chủ tịch", "ban thường trực": "Ban Thường trực",
}  # fmt: skip
EXECUTIVES = frozenset(_EXECUTIVES.values())
"""Bodies that lead another and are named together with it."""
_EXECUTIVE = re.compile(rf"^(?:{'|'.join(_EXECUTIVES)})\b(?! quân sự)", re.IGNORECASE)
_UNIONS = frozenset(["body.doan-thanh-nien", "body.doi-thieu-nien"])
"""The Youth Union and the Young Pioneers, whose own names their forms print where others have the motto."""
_PARTS = frozenset(
    f"body.{part}" for part in ("dang-uy", "dang-bo", "chi-bo", "cong-doan", "cong-doan-co-so", "lien-doi", "chi-doan")
)
"""Organizations within another body, which is named behind them."""
_OTHER_PAPER = re.compile(
    r"(?:bản (?:đăng ký|cam kết|giao ước)|(?:ký kết )?giao ước|bảng (?:điểm|chấm|tiêu chí)|(?:bộ )?tiêu chí|thang điểm|"
    r"thể lệ|nội quy|quy ước|lịch (?:công tác|làm việc|tuần)|danh sách|phiếu)\b",
    re.IGNORECASE,
)
"""What papers are called that are no kind of document, in whose title no body is named."""
_NOISE = re.compile(r"[^\w&+,.()'’–/ -]|_")
_OWN_KIND = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
"""First words of names that say their own rank ("Huyện ủy Nghi Xuân"), so that the territory stands bare."""


@dataclass(frozen=True)
class Body:
    """One body of a letterhead. ``name`` without territory; ``territory`` is (kind, name) as far as printed here, the
    kind "" where only the name stands ("SỞ NỘI VỤ HÀ TĨNH")."""

    name: str
    tier: str
    rule: str
    territory: tuple[str, str] | None = None
    spans: tuple[Span, ...] = ()
    proper: bool = False
    """Whether it bears a name of its own ("Trường Mầm non Sơn Ca"), which tells it from others without a territory."""

    @property
    def rank(self) -> str | None:
        """The kind of territory that the name itself says: "tỉnh" of "Tỉnh ủy", "Văn phòng Tỉnh ủy"; None where none."""
        kind, _, body = " ".join(self.name.lower().split()[-2:]).partition(" ")
        return _OWN_KIND.get(kind) if body in ("ủy", "đoàn") else None


def bodies(lines: Sequence[tuple[str, Span]], rules: Rules, places: Places, body_text: str = "") -> tuple[Body, ...]:
    """The bodies of a letterhead, from the highest down. ``body_text`` helps to undo capitals of unlisted names."""
    groups: list[list[tuple[str, Span]]] = []
    capitals = [is_upper(printed) for printed, _ in lines]
    for (printed, span), upper in zip(lines, capitals, strict=True):
        if any(capitals) and not upper and _head(" ".join(fold(printed).split()), rules) is None:
            continue  # a stray line of the other column ("Kính gửi: ...") among capitals
        text = " ".join(_NOISE.sub(" ", fold(printed)).split()).strip(" -.")
        if sum(c.isalpha() for c in text) < 2 or _is_type(text, rules):
            continue
        if groups and _OTHER_PAPER.match(text):
            break
        for piece in (_respelled(piece, rules) for piece in _pieces(text, rules)):
            head = _head(piece, rules) is not None or _EXECUTIVE.match(piece)
            if not groups or (head and not _goes_on(" ".join(text for text, _ in groups[-1]), piece, rules)):
                groups.append([])
            groups[-1].append((piece, span))
    made: list[Body] = []
    lies_in: tuple[tuple[str, str] | None, tuple[Span, ...]] = (None, ())
    for group in groups:
        text, spans = " ".join(text for text, _ in group), tuple(span for _, span in group)
        found = body(text, rules, places, body_text, spans)
        if found is None:
            rest, territory = _split_territory(text, places)
            lies_in = (territory, spans) if not rest else (None, ())
            continue
        if lies_in[0] is not None and found.territory is None:  # "TỈNH LAI CHÂU" over "CỤM THI ĐUA SỐ 2"
            found = replace(found, territory=lies_in[0], spans=lies_in[1] + found.spans)
        made.append(found)
        lies_in = (None, ())
    return _without_union(tuple(made))


def _without_union(found: tuple[Body, ...]) -> tuple[Body, ...]:
    """Without the Union's own name where it stands for the motto: after the body that issues, or between the bodies of
    the other column. A board that tells only its place is the Union's."""
    found = found[:-1] if len(found) > 1 and _is_of(found[-1], found[:-1]) else found
    union = next((one for one in found if one.rule in _UNIONS and one.territory is None), None)
    led = next((n for n, one in enumerate(found) if one.name in EXECUTIVES and one.territory is not None), None)
    if union is not None and led is not None:  # "BAN CHẤP HÀNH TỈNH X" is that of the Union
        return (*(one for one in found[:led] if one.rule not in _UNIONS), union, found[led])
    others = tuple(one for one in found if one.rule not in _UNIONS or one.territory is not None)
    last = found[-1:] != others[-1:]
    return others if others and (last or len(others) > 1) else found


def _is_of(national: Body, before: Sequence[Body]) -> bool:
    """Whether a body is the whole association of which one before it is a part, printed in place of the motto."""
    whole = national.name.removesuffix(" Việt Nam")
    return national.territory is None and any(whole in one.name and one.territory is not None for one in before)


def _pieces(text: str, rules: Rules) -> list[str]:
    """Two bodies set on one line, parted by a dash."""
    parts = re.split(r"\s+-\s*(?=\w)|\s*-\s+", text)
    return parts if len(parts) > 1 and all(_head(part, rules) is not None for part in parts) else [text]


def _is_type(text: str, rules: Rules) -> bool:
    """Whether the line is the word KẾ HOẠCH (misread, so that layout took it for letterhead)."""
    plain = key(text)
    return any(plain == name or (len(name) > 5 and _nearly(plain, name)) for name in rules.made(_type_names))


def _type_names(rules: Rules) -> frozenset[str]:
    return frozenset(key(str(entry["name"])) for entry in rules["document_types"])


def _nearly(plain: str, name: str) -> bool:
    """Whether a line is a type but for a few letters; most are told by their length or their letters."""
    if 2.0 * min(len(plain), len(name)) / (len(plain) + len(name)) < _ALIKE:
        return False
    matcher = SequenceMatcher(None, plain, name)
    return all(ratio() >= _ALIKE for ratio in (matcher.quick_ratio, matcher.ratio))


def _goes_on(name: str, line: str, rules: Rules) -> bool:
    """Whether a name cannot end where its line does ("SỞ VĂN HÓA, THỂ THAO VÀ"), says no more than that it is a part
    ("CHI BỘ" over "TRƯỜNG TIỂU HỌC LÊ LỢI"), or is a known one only together with the next ("SỞ NÔNG NGHIỆP VÀ MÔI"
    over "TRƯỜNG")."""
    if re.search(r"(?:[,&]|\b(?:và|của|các|khối|về|cho))$", name, re.IGNORECASE):
        return True
    bare_part, next_one = rules["bodies"].first(name), rules["bodies"].first(line)
    if bare_part is not None and next_one is not None and bare_part[0].id in _PARTS and bare_part[1].end() == len(name):
        return bool(next_one[0]["tier"] == "unit")
    found = rules["bodies"].first(f"{name} {line}")
    return found is not None and found[1].end() > len(name)


_FIRST_WORDS = {
    bare(word): word for word in ("BAN", "SỞ", "BỘ", "CỤC", "PHÒNG", "ĐOÀN", "HỘI", "ỦY", "VIỆN", "BỆNH", "CÔNG")
}
"""Words in capitals with which names of bodies begin."""


def _respelled(text: str, rules: Rules) -> str:
    """A line in capitals whose first word lost its marks or got others ("BẠN CHQS HUYỆN"), where with the right ones more
    than this word is known."""
    first, _, rest = text.partition(" ")
    word = _FIRST_WORDS.get(bare(first))
    told = word in (None, first) or rest[:1].isdigit()  # "SỐ 3" of a cluster
    if word is None or told or not text.isupper() or rules["bodies"].first(text) is not None:
        return text
    found = rules["bodies"].first(f"{word} {rest}")
    return f"{word} {rest}" if found is not None and found[1].end() > len(word) else text


def _head(text: str, rules: Rules) -> Entry | None:
    found = rules["bodies"].first(text)
    return found[0] if found else _misread_head(text, rules)


def _misread_head(text: str, rules: Rules) -> Entry | None:
    """The entry whose name stands at the head of the text but for its diacritics, which recognition loses."""
    plain = key(text)
    best = [
        e for e in rules["bodies"] if len(e["name"]) > 5 and not e.get("exact") and plain.startswith(key(e["name"]))
    ]
    return max(best, key=lambda e: len(e["name"]), default=None)


def body(printed: str, rules: Rules, places: Places, body_text: str = "", spans: tuple[Span, ...] = ()) -> Body | None:
    """One body from its name in any case, abbreviated or not; None where the text names none."""
    text = " ".join(printed.split()).strip(" -.,;")
    if not text:
        return None
    executive = _EXECUTIVE.match(text)
    if executive:
        led = text[executive.end() :].strip(" -")
        of = body(led, rules, places, body_text) if led else None
        if of is not None and (of.rank is not None or of.proper):  # "BCH HUYỆN ĐOÀN NGÃ BA", "BCH ĐOÀN TRƯỜNG THPT ..."
            return replace(
                of, name=f"{_EXECUTIVES[executive[0].lower()]} {of.name}", rule="body.executive", spans=spans
            )
        rest, territory = _split_territory(led, places)
        name = f"{_EXECUTIVES[executive[0].lower()]} {recased(expanded(rest, rules), rules, body_text)}".strip()
        return Body(name, _led_by(name), "body.executive", territory, spans)
    found = rules["bodies"].first(text)
    entry = found[0] if found else _misread_head(text, rules)
    if entry is None:
        return None
    end = found[1].end() if found else _length_of(text, entry["name"])
    rest, territory = _split_territory(text[end:].strip(" -"), places)
    made = Body(str(entry["name"]), entry["tier"], entry.id, territory, spans)
    if not rest:
        return made
    if made.rank is not None and territory is None:
        return Body(made.name, made.tier, made.rule, (made.rank, place_name(rest, places)), spans)
    if made.tier in ("other", "party") and (inner := rules["bodies"].first(rest)) and inner[0]["tier"] == "unit":
        within = body(rest, rules, places, body_text)  # "CÔNG ĐOÀN TRƯỜNG TIỂU HỌC LÊ LỢI"
        if within is not None:
            name = f"{made.name} {within.name}"
            tier = (
                "unit" if made.tier == "other" and within.proper else made.tier
            )  # of one house, whatever place it is in
            return Body(name, tier, made.rule, territory or within.territory, spans, within.proper)
    written, proper = _rest(rest, entry, rules, body_text)
    return Body(f"{made.name} {written}", made.tier, made.rule, territory, spans, proper)


def _led_by(name: str) -> str:
    """The tier of a body that leads another."""
    return "party" if re.search("đảng|ủy", name, re.IGNORECASE) else "executive"


_SCHOOL = re.compile(r"(?:mầm non|mẫu giáo|tiểu học|trung học (?:cơ sở|phổ thông))\s", re.IGNORECASE)
"""What the name of a school begins with that leaves out the word ("LIÊN ĐỘI THCS ...")."""
_LEVELS = re.compile(
    r"(?:(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|phổ thông dân tộc (?:nội|bán) trú|chuyên|cao đẳng|"
    r"đại học|trung cấp|chính trị|và|-|bán công|dân lập|tư thục)\s*)+", re.IGNORECASE,
)  # fmt: skip


def _rest(rest: str, entry: Entry, rules: Rules, body_text: str) -> tuple[str, bool]:
    """What stands behind the listed part of a name, in running case, and whether it is a proper name."""
    full = expanded(rest, rules)
    of_a_school = entry.id == "body.don-vi.truong" or entry["name"].endswith(" trường") or _SCHOOL.match(fold(full))
    if not of_a_school:
        written = recased(full, rules, body_text)
        if re.match(r"(?:Các|Của|Về|Số)\b", written):
            written = written[:1].lower() + written[1:]
        written = re.sub(r"\A[Nn]gành ([^\W\d_])", lambda m: f"ngành {m[1].upper()}", written)
        return written, entry["tier"] == "unit" and bool(re.search(r"\bkhu vực\s+\S", written))
    level = _LEVELS.match(fold(full))
    end = level.end() if level else 0
    parts = (recased(full[:end].strip(), rules, body_text), recased(full[end:].strip(), rules, body_text, proper=True))
    return " ".join(part for part in parts if part), bool(parts[1]) and not parts[1].isdigit()


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
            place_name(text[match.start("name") :], places, _KINDS.get(kind, kind)),
        )
    words = text.split()
    for n in range(len(words)):
        tail = " ".join(words[n:])
        of_a_person = n > 0 and is_common(words[n - 1].lower())
        if len(words) - n <= 6 and places.named(tail) is not None and not of_a_person:
            return " ".join(words[:n]).strip(" -,"), ("", place_name(tail, places))
    return text, None


def full_name(named: Body, territory: tuple[str, str] | None) -> str:
    """The name with its territory, which is not said twice ("Bệnh viện Đa khoa tỉnh" + tỉnh Hà Nam)."""
    if territory is None:
        return named.name
    kind, place = territory
    if named.rank is not None:
        return f"{named.name} {named.territory[1] if named.territory else place}"
    if not kind:
        return f"{named.name} {place}"
    name = re.sub(rf"\s{kind}$", "", named.name, flags=re.IGNORECASE)
    return name if key(name).endswith(key(f"{kind}{place}")) else f"{name} {kind} {place}"
