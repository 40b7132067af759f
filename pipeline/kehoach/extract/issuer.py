"""Who issues the plan: from the letterhead, or, where that is lost or is not the issuer's, from symbol, text and foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kehoach.extract.letterhead import Body, bodies, body, place_name
from kehoach.extract.number_line import NumberLine, is_date_line, zone_lines
from kehoach.model.document import Document, Span
from kehoach.model.header import Field
from kehoach.model.plan import IssuerLevel
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.places import CENTRAL, Places, Province, key, places
from kehoach.rules.vocabulary import Entry

_ISSUES = r"(?:,? (?:đã |tiếp tục )?(?:xây dựng|ban hành|phát động|tổ chức|triển khai|lập|đề ra|thống nhất|hướng dẫn|báo cáo|thông báo))"
_DISTRICT = ("huyện", "quận", "thị xã", "thành phố")
_COMMUNE = ("xã", "phường", "thị trấn")
_PROVINCE_MENTION = re.compile(
    r"(?:\btỉnh|\bthành phố|\bTP\.?|\bSở [^.,;:()]{3,60}?|\bTHPT [Cc]huyên|\bĐảng bộ tỉnh)\s+(?P<name>[A-ZĐ][^\W\d_]*(?:[ -]+[A-ZĐ][^\W\d_]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """``province`` holds the code by the list valid on the document's date; None for central bodies."""

    name: Field | None = None
    level: IssuerLevel | None = None
    province: Field | None = None
    province_as_printed: str | None = None
    province_current: str | None = None


@dataclass(frozen=True)
class _Context:
    document: Document
    rules: Rules
    places: Places
    symbol: tuple[str, ...]
    place: Field | None
    on: date | None
    text: str
    foot: str
    number: NumberLine


def issuer(document: Document, rules: Rules, number: NumberLine, place: Field | None, on: date | None) -> Issuer:
    """The issuing body with its level and province; everything that no line of a letterhead says is marked inferred."""
    text = "\n".join(block.text.value for block in document.blocks if block.zone in ("body", "title"))
    foot = " ".join(block.text.value for block in document.blocks if block.zone == "signature")
    context = _Context(document, rules, places(), _organs(number.symbol), place, on, text, foot, number)
    lines = [
        (block.text.value, span) for span, block in zone_lines(document, "issuer") if not is_date_line(block.text.value)
    ]
    printed = _combined(bodies(lines, rules, context.places, text))
    if printed and not _contradicted(printed[-1], context):
        joint = _joint(printed, context)
        chosen = joint or printed[-1:]
        above = printed[: len(printed) - len(chosen)]
        return _of_letterhead(chosen, above, context)
    return _inferred(context)


def _organs(symbol: str) -> tuple[str, ...]:
    """The issuing bodies of a symbol: "KH-SNV" -> SNV, "CTPH-LĐLĐ-STP" -> LĐLĐ, STP, "KH/TU" -> TU."""
    return tuple(part for part in re.split(r"[-/]", symbol)[1:] if part)


def _combined(found: tuple[Body, ...]) -> tuple[Body, ...]:
    """ "BAN THƯỜNG VỤ" under "HỘI NÔNG DÂN TỈNH X" is the executive of that body: one issuer."""
    if len(found) >= 2 and found[-1].tier == "executive":
        above, last = found[-2], found[-1]
        joined = replace(
            above,
            name=f"{last.name} {above.name}",
            territory=last.territory or above.territory,
            spans=above.spans + last.spans,
        )
        return (*found[:-2], joined)
    return found


def _contradicted(last: Body, context: _Context) -> bool:
    """A letterhead that symbol and signature both speak against is none (the head of a received stamp)."""
    committee = any(key(organ) == "ubnd" for organ in context.symbol)
    return committee and last.tier != "committee" and "uybannhandan" in key(context.foot)


def _joint(printed: Sequence[Body], context: _Context) -> tuple[Body, ...]:
    """The bodies of a joint plan: two or more without rank among them, and as many in the symbol."""
    if len(context.symbol) < 2:
        return ()
    named = (
        [b for b in printed if b.tier != "committee"] if any(b.tier != "committee" for b in printed) else list(printed)
    )
    joint = tuple(named[-len(context.symbol) :])
    return joint if len(joint) >= 2 and _organ_of(joint[0], context) != _organ_of(joint[-1], context) else ()


def _organ_of(found: Body, context: _Context) -> str | None:
    """The organ of the symbol that stands for this body."""
    entry = next((e for e in context.rules["bodies"] if e.id == found.rule), None)
    symbols = {key(s) for s in entry.get("symbols", [])} if entry else set()
    return next((organ for organ in context.symbol if key(organ) in symbols), None)


def _of_letterhead(chosen: Sequence[Body], above: Sequence[Body], context: _Context) -> Issuer:
    territory, spans, inferred = None, tuple(s for b in chosen for s in b.spans), False
    for found in (*reversed(chosen), *reversed(above)):
        if found.territory is not None and territory is None and _fits(chosen[-1], found):
            territory = found.territory
            spans = spans if found in chosen else found.spans + spans
    if territory is None and chosen[-1].tier in ("committee", "department", "division", "office"):
        territory, where = _territory_elsewhere(chosen[-1].name, chosen[-1].tier, context)
        spans, inferred = spans + where, True
    settled = _settled(territory, context)
    names = [_full(b.name, settled) for b in chosen]
    if territory is None and above and chosen[-1].tier == "unit":
        names[-1] = f"{names[-1]} {above[-1].full}"
    sure = context.document.confidence(*spans)
    field = Field(" - ".join(names), spans, "header.issuer.letterhead", sure * (0.9 if inferred else 1.0), inferred)
    return _issuer(field, chosen[-1].tier, settled, (*above, *chosen), context)


def _fits(chosen: Body, found: Body) -> bool:
    """Whether the territory of a body above is that of the chosen one."""
    if found.territory is None:
        return False
    return not (chosen.tier == "division" and found.territory[0] == "tỉnh")


def _full(name: str, territory: tuple[str, str] | None) -> str:
    if territory is None:
        return name
    kind, place = territory
    bare_kind = re.search(rf"\s{kind}$", name, re.IGNORECASE)  # "Bệnh viện Đa khoa tỉnh"
    if bare_kind:
        name = name[: bare_kind.start()]
    return name if key(name).endswith(key(f"{kind}{place}")) else f"{name} {kind} {place}".replace("  ", " ")


def _settled(territory: tuple[str, str] | None, context: _Context) -> tuple[str, str] | None:
    """The territory with its kind; a bare name gets that of its province."""
    if territory is None:
        return None
    kind, name = territory
    if kind in ("", "tỉnh"):
        province = context.places.named(name, context.on)
        if province is not None:
            return province.kind, province.name
    return (kind or "tỉnh"), place_name(name, context.places)


def _inferred(context: _Context) -> Issuer:
    """No letterhead: the body of the symbol, of the line of authority, or the one that the preamble says issues."""
    found = _named_body(context)
    if found is None:
        return Issuer()
    territory, where = _territory_elsewhere(found.name, found.tier, context)
    settled = _settled(found.territory or territory, context)
    spans = found.spans + tuple(span for span in where if span not in found.spans)
    full = _full(found.name, settled) if found.tier != "central" else found.name
    field = Field(full, spans, f"header.issuer.inferred.{found.rule}", 0.8 * context.document.confidence(*spans), True)
    return _issuer(field, found.tier, settled, (found,), context)


def _named_body(context: _Context) -> Body | None:
    spans = (context.number.span,) if context.number.span else ()
    by_symbol = [
        entry
        for entry in context.rules["bodies"]
        if context.symbol and key(context.symbol[-1]) in {key(s) for s in entry.get("symbols", [])}
    ]
    spoken = [entry for entry in by_symbol if key(entry["name"]) in key(context.text + context.foot)]
    best: Entry | None = next(iter(spoken or by_symbol), None)
    if best is not None:
        return Body(best["name"], best["tier"], "symbol", None, spans)
    if re.search(r"\bTM\.?\s*[UỦ][ỶY] BAN NHÂN DÂN", fold(context.foot)):
        signed = tuple(span for span, _ in zone_lines(context.document, "signature"))[:1]
        return Body("Ủy ban nhân dân", "committee", "authority", None, signed)
    return _speaker(context)


def _speaker(context: _Context) -> Body | None:
    """The body that the preamble says issues the plan: "..., Sở Ngoại vụ xây dựng kế hoạch ... như sau:"."""
    for span, block in zone_lines(context.document, "body"):
        text = fold(block.text.value)
        for match in re.finditer(r"(?:^|[,;.]\s)(?P<name>[A-ZĐỦ][^,;.:()]{3,80}?)" + _ISSUES, text):
            found = body(match["name"], context.rules, context.places, context.text)
            if found is not None:
                place = Span(span.start + match.start("name"), span.start + match.end("name"))
                return replace(found, rule="preamble", spans=(place,))
        if re.search(r"(?:sau|dưới đây)\s*:?\s*\.?$", text):
            break
    return None


def _territory_elsewhere(name: str, tier: str, context: _Context) -> tuple[tuple[str, str] | None, tuple[Span, ...]]:
    """Territory of a body from the running text ("Sở Xây dựng Lào Cai"), else from the place line."""
    if tier in ("central", "party"):
        return None, ()
    folded, base = fold(context.document.text.value), r"\s+".join(map(re.escape, fold(name).split()))
    pattern = rf"{base}\s+(?P<kind>(?:tỉnh|huyện|quận|thị xã|thành phố|TP\.?|xã|phường|thị trấn)\s+)?(?P<name>[A-ZĐ][^\W\d_]*(?:[ -]+[A-ZĐ][^\W\d_]*){{0,3}})"
    for match in re.finditer(pattern, folded):
        kind = (match["kind"] or "").strip().lower()
        for length in range(len(match["name"].split()), 0, -1):
            place = " ".join(match["name"].split()[:length])
            known = context.places.named(place, context.on) or (kind and context.places.district_name(place))
            if known and not (tier in ("department",) and kind in _COMMUNE):
                end = match.start("name") + len(place)
                return (kind, place), (Span(match.start(), end),)
    if context.place is None:
        return None, ()
    printed = context.place.value
    province = context.places.named(printed, context.on) or context.places.of_seat(printed, context.on)
    if tier in ("department", "committee", "office") and province is not None:
        return (province.kind, province.name), context.place.spans
    kinds = Counter(
        m[1].lower()
        for m in re.finditer(
            rf"\b({'|'.join(_DISTRICT + _COMMUNE)}) {re.escape(fold(printed))}\b", folded, re.IGNORECASE
        )
    )
    kind = kinds.most_common(1)[0][0] if kinds else "huyện"
    return (kind, printed), context.place.spans


def _issuer(
    field: Field, tier: str, territory: tuple[str, str] | None, printed: Sequence[Body], context: _Context
) -> Issuer:
    level = _level(tier, territory, context)
    if level == "central":
        return Issuer(field, level)
    province, spans, inferred = _province(territory, printed, context)
    if province is None:
        return Issuer(field, level)
    code = None
    if province.code is not None:
        sure = field.confidence * (0.85 if inferred else 1.0)
        code = Field(province.code, spans or field.spans, "header.province", sure, inferred or field.inferred)
    return Issuer(field, level, code, province.name, province.current)


def _level(tier: str, territory: tuple[str, str] | None, context: _Context) -> IssuerLevel:
    if tier in ("central", "party"):
        return "central" if tier == "central" else "party"
    rank = _rank(territory, context)
    if tier == "committee":
        return {"district": "district", "commune": "commune"}.get(rank, "province")  # type: ignore[return-value]
    if tier in ("department", "office"):
        return "district_department" if rank == "district" and tier == "office" else "province_department"
    if tier == "division":
        return "district_department"
    return "other"


def _rank(territory: tuple[str, str] | None, context: _Context) -> str:
    if territory is None:
        return "province"
    kind, name = territory
    if kind in _COMMUNE:
        return "commune"
    if kind == CENTRAL:
        found = context.places.named(name, context.on)
        return "province" if found is not None and found.kind == CENTRAL else "district"
    return "district" if kind in _DISTRICT else "province"


def _province(
    territory: tuple[str, str] | None, printed: Sequence[Body], context: _Context
) -> tuple[Province | None, tuple[Span, ...], bool]:
    """The province, the words that say so, and whether it is only concluded."""
    rank = _rank(territory, context)
    if territory is not None and rank == "province":
        return context.places.named(territory[1], context.on), (), False
    for found in printed:
        if found.territory is not None and found.territory[0] in ("tỉnh", ""):
            province = context.places.named(found.territory[1], context.on)
            if province is not None:
                return province, found.spans, False
    of_district: tuple[Province, ...] = ()
    for name in (territory[1] if territory else "", *(b.territory[1] for b in printed if b.territory)):
        of_district = of_district or context.places.of_district(name, context.on)
    spoken = _mentioned(context)
    if not of_district and context.place is not None:
        where = context.place.value
        seat = context.places.named(where, context.on) or context.places.of_seat(where, context.on)
        of_district = (seat,) if seat is not None else context.places.of_district(where, context.on)
    if len(of_district) == 1:
        return of_district[0], (), True
    best = next(((p, span) for p, span in spoken if not of_district or p.code in {q.code for q in of_district}), None)
    return (best[0], (best[1],), True) if best else (None, (), True)


def _mentioned(context: _Context) -> list[tuple[Province, Span]]:
    """Provinces that the text names, the most often named first, each with its first place."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Province, Span]] = {}
    folded = fold(context.document.text.value)
    for match in _PROVINCE_MENTION.finditer(folded):
        words = match["name"].split()
        for length in range(len(words), 0, -1):
            province = context.places.named(" ".join(words[:length]), context.on)
            if province is not None:
                counts[province.name] += 1
                first.setdefault(province.name, (province, Span(match.start(), match.end())))
                break
    return [first[name] for name, _ in counts.most_common()]
