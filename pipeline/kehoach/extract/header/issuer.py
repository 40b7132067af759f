"""Who issues the plan: from the letterhead, or, where that is lost or is not the issuer's, from symbol, text and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kehoach.extract.header.joint import in_full, is_part, of_its_trade
from kehoach.extract.header.letterhead import EXECUTIVES, Body, bodies, full_name
from kehoach.extract.header.number_line import NumberLine, is_date_line, zone_lines
from kehoach.extract.header.speaker import speaker
from kehoach.extract.header.territory import (
    Context,
    Territory,
    level,
    mentioned,
    province,
    settled,
    territory_elsewhere,
)
from kehoach.model.document import Document
from kehoach.model.document_info import IssuerLevel
from kehoach.model.header import Field
from kehoach.orthography.fold import fold
from kehoach.rules.houses import is_of_the_land
from kehoach.rules.load import Rules
from kehoach.rules.places import key, places
from kehoach.rules.vocabulary import Entry


@dataclass(frozen=True, slots=True)
class Issuer:
    """``province`` holds the code by the list valid on the document's date; None for central bodies."""

    name: Field | None = None
    level: IssuerLevel | None = None
    province: Field | None = None
    province_as_printed: str | None = None
    province_current: str | None = None


def issuer(document: Document, rules: Rules, number: NumberLine, place: Field | None, on: date | None) -> Issuer:
    """The issuing body with its level and province; everything that no line of a letterhead says is marked inferred."""
    text = "\n".join(block.text.value for block in document.blocks if block.zone in ("body", "title"))
    foot = " ".join(block.text.value for block in document.blocks if block.zone == "signature")
    context = Context(document, rules, places(), _organs(number.symbol), place, on, text, foot, number)
    lines = [
        (block.text.value, span) for span, block in zone_lines(document, "issuer") if not is_date_line(block.text.value)
    ]
    printed = _of_the_symbol(_of_units(_combined(bodies(lines, rules, context.places, text))), context)
    joint = _joint(printed, context)
    if printed and (joint or not _contradicted(printed[-1], context)):
        chosen = joint or printed[-1:]
        above = printed[: len(printed) - len(chosen)]
        return _of_letterhead(chosen, above, context)
    return _inferred(context)


def _organs(symbol: str) -> tuple[str, ...]:
    """The issuing bodies of a symbol: "KH-SNV" -> SNV, "CTPH-LĐLĐ-STP" -> LĐLĐ, STP, "KH/TU" -> TU."""
    return tuple(part for part in re.split(r"[-/]", symbol)[1:] if part)


def _combined(found: tuple[Body, ...]) -> tuple[Body, ...]:
    """ "BAN THƯỜNG VỤ" under "HỘI NÔNG DÂN TỈNH X" is the executive of that body: one issuer."""
    if len(found) >= 2 and found[-1].tier == "executive" and found[-1].name in EXECUTIVES:
        above, last = found[-2], found[-1]
        led = above.name.removeprefix("Ban Chấp hành ")
        within = led.startswith("Hội ") and (last.territory or above.territory) is not None
        joined = replace(
            above,
            name=f"{last.name} {led.removesuffix(' Việt Nam') if within else led}",
            territory=last.territory or above.territory,
            spans=above.spans + last.spans,
        )
        return (*found[:-2], joined)
    return found


def _of_units(found: tuple[Body, ...]) -> tuple[Body, ...]:
    """An office below a school, hospital or company is a part of that one, not an office of a district."""
    within = [n for n, (above, one) in enumerate(pairwise(found), 1) if above.tier == "unit" and one.tier == "division"]
    return tuple(replace(one, tier="unit") if n in within else one for n, one in enumerate(found))


def _of_the_symbol(printed: tuple[Body, ...], context: Context) -> tuple[Body, ...]:
    """Without the bodies at the end that the symbol would name otherwise, where it names one above them: the head of a
    received stamp, which stands below the letterhead."""
    by_symbol = [n for n, found in enumerate(printed) if _organ_of(found, context)]
    if by_symbol and all(_other_symbol(found, context) for found in printed[by_symbol[-1] + 1 :]):
        return printed[: by_symbol[-1] + 1]
    return printed


def _other_symbol(found: Body, context: Context) -> bool:
    """Whether the body's symbols are known, and none of them is a part of this one ("MTTQ" is of "KH-UBMTTQ")."""
    symbols = _symbols(found, context)
    return bool(symbols) and not any(symbol in key(organ) for symbol in symbols for organ in context.symbol)


def _contradicted(last: Body, context: Context) -> bool:
    """A letterhead that symbol and signature both speak against is none (the head of a received stamp)."""
    committee = any(key(organ) == "ubnd" for organ in context.symbol)
    return committee and last.tier != "committee" and "uybannhandan" in key(context.foot)


def _joint(printed: Sequence[Body], context: Context) -> tuple[Body, ...]:
    """The bodies of a joint plan: two or more without rank among them, and as many in the symbol."""
    organs = [organ for organ in context.symbol if not any(map(str.isdigit, organ))]  # "PX03" is a drafting unit
    if len(organs) < 2:
        return ()
    named = [b for b in printed if b.tier != "central"] if any(b.tier != "central" for b in printed) else list(printed)
    if len(printed) > len(organs) and any(b.tier != "committee" for b in named):
        named = [b for b in named if b.tier != "committee"]
    joint = tuple(named[-len(organs) :])
    return joint if len(joint) >= 2 and _organ_of(joint[0], context) != _organ_of(joint[-1], context) else ()


def _organ_of(found: Body, context: Context) -> str | None:
    """The organ of the symbol that stands for this body."""
    symbols = _symbols(found, context)
    return next((organ for organ in context.symbol if key(organ) in symbols), None)


def _symbols(found: Body, context: Context) -> set[str]:
    """The symbols that a body is known to use."""
    entry = next((e for e in context.rules["bodies"] if e.id == found.rule), None)
    return {key(s) for s in entry.get("symbols", [])} if entry else set()


def _of_letterhead(chosen: Sequence[Body], above: Sequence[Body], context: Context) -> Issuer:
    territory, spans, inferred = None, tuple(s for b in chosen for s in b.spans), False
    for found in (*reversed(chosen), *reversed(above)):
        if found.territory is not None and territory is None and _fits(chosen[-1], found):
            territory = found.territory
            spans = spans if found in chosen else found.spans + spans
    if (
        territory is None
        and not any(b.tier == "central" for b in above)
        and (tier := _tier_elsewhere(chosen[-1])) is not None
    ):
        territory, where = territory_elsewhere(chosen[-1].name, tier, context)
        spans, inferred = spans + where, True
    where_it_is = settled(territory, context.places, context.on)
    named = [of_its_trade(b, chosen) for b in chosen]
    names = [b.name if is_part(b, chosen) else full_name(b, _as_said(b, where_it_is)) for b in named]
    if above and len(chosen) == 1:
        names = [_with_superior(chosen[0], above[-1], _as_said(chosen[0], where_it_is))]
    sure = context.document.confidence(*spans)
    field = Field(
        " - ".join(in_full(names)), spans, "header.issuer.letterhead", sure * (0.9 if inferred else 1.0), inferred
    )
    tiers = [b.tier for b in chosen]
    led = where_it_is is None and any(b.tier == "central" for b in above)
    national = where_it_is is None and _NATIONAL.match(chosen[-1].name) is not None
    tier = "central" if national or (led and not chosen[-1].name.startswith(_OWN_NAMES)) else tiers[-1]
    if len(tiers) > 1:
        tier = next((t for t in ("committee", "department", "division") if t in tiers), tier)
    return _issuer(field, tier, where_it_is, (*above, *chosen), context)


def _as_said(named: Body, territory: Territory | None) -> Territory | None:
    """The territory in a name of one's own stays as the name has it ("Công ty Điện lực Hòa Bình")."""
    bare_name = named.territory is not None and not named.territory[0] and named.name.startswith(_OWN_NAMES)
    return ("", territory[1]) if bare_name and territory is not None else territory


def _tier_elsewhere(named: Body) -> str | None:
    """The tier by which the territory of a body without one is looked for elsewhere; None where it may have none. A name
    may end in its kind ("BẢO TÀNG TỈNH")."""
    if named.tier in ("committee", "department", "division", "office"):
        return named.tier
    return {"tỉnh": "department", "huyện": "division"}.get(named.name.lower().rsplit(" ", 1)[-1])


_OWN_NAMES = (
    "Công ty", "Tổng công ty", "Trường", "Đại học", "Học viện", "Bệnh viện", "VNPT", "Viettel", "Điện lực", "Báo", "Nhà",
    "Tạp chí", "Xí nghiệp", "Hợp tác xã", "Nông trường", "Lâm trường", "Trại", "Cảng vụ",
)  # fmt: skip
_OF_ITS_BODY = (
    "Văn phòng", "Thanh tra", "Công đoàn", "Chi bộ", "Đảng bộ", "Đảng ủy", "Đoàn Thanh niên", "Hội đồng", "Ban",
)  # fmt: skip
"""Bodies that are a part of the one above them where they have no territory of their own."""
_OF_ITS_UNIT = ("Tổ ", "Khoa ", "Phòng ")
"""The same below a school, a hospital, a company."""


_NATIONAL = re.compile(
    r"(?:Ban Chỉ đạo|Hội đồng|Ủy ban|Tổ công tác) (?:[^\W\d_]|[ ,-])*\b(?:quốc gia|trung ương)\b", re.IGNORECASE
)
"""Boards of the land, which stand above ministries or beside them."""


def _with_superior(chosen: Body, above: Body, territory: Territory | None) -> str:
    """ "Thanh tra" under "SỞ Y TẾ" is "Thanh tra Sở Y tế ..."; an office is that of the committee above it."""
    parts = (*_OF_ITS_BODY, *_OF_ITS_UNIT) if above.tier == "unit" else _OF_ITS_BODY
    part = chosen.territory is None and chosen.name.startswith(parts) and not _names_its_body(chosen)
    if chosen.proper and chosen.territory is None:
        return chosen.name
    council = above.name.startswith("Hội đồng nhân dân") and chosen.name.startswith("Ban")
    if (part and (above.tier in ("department", "division", "unit", "party") or council)) or chosen.name == "Văn phòng":
        return full_name(replace(chosen, name=f"{chosen.name} {above.name}"), territory)
    if (
        territory is None
        and above.tier == "central"
        and chosen.tier == "unit"
        and not chosen.name.startswith(_OWN_NAMES)
        and not is_of_the_land(chosen.name)
    ):
        return f"{chosen.name} {above.name}"
    return full_name(chosen, territory)


def _names_its_body(chosen: Body) -> bool:
    """Whether a Party body says whose it is ("Đảng ủy Sở Y tế", "Đảng ủy Khối các cơ quan"): the one above it leads it."""
    return chosen.tier == "party" and chosen.name.startswith(("Đảng ủy ", "Đảng bộ ", "Chi bộ "))


def _fits(chosen: Body, found: Body) -> bool:
    """Whether the territory of a body above is that of the chosen one."""
    if found.territory is None:
        return False
    return not (chosen.tier == "division" and found.territory[0] == "tỉnh")


_OF_ANY_PLACE = ("unit", "other")
"""Tiers of bodies whose territory the place line does not tell."""


def _inferred(context: Context) -> Issuer:
    """No letterhead: the body of the symbol, of the line of authority, or the one that the preamble says issues."""
    found = _named_body(context)
    if found is None:
        return Issuer()
    territory, where = (
        territory_elsewhere(found.name, found.tier, context) if found.tier not in _OF_ANY_PLACE else (None, ())
    )
    if territory is None and found.territory is None and found.tier in ("department", "committee"):
        named = mentioned(context)
        if len(named) == 1:  # the one province that the text names
            territory, where = (named[0][0].kind, named[0][0].name), (named[0][1],)
    where_it_is = settled(found.territory or territory, context.places, context.on)
    spans = found.spans + tuple(span for span in where if span not in found.spans)
    full = full_name(found, where_it_is) if found.tier != "central" else found.name
    field = Field(full, spans, f"header.issuer.inferred.{found.rule}", 0.8 * context.document.confidence(*spans), True)
    return _issuer(field, found.tier, where_it_is, (found,), context)


def _named_body(context: Context) -> Body | None:
    spans = (context.number.span,) if context.number.span else ()
    by_symbol = [
        entry
        for entry in context.rules["bodies"]
        if context.symbol and key(context.symbol[-1]) in {key(s) for s in entry.get("symbols", [])}
    ]
    spoken = [entry for entry in by_symbol if key(entry["name"]) in key(context.text + context.foot)]
    alone = by_symbol if len({entry["name"] for entry in by_symbol}) == 1 else []
    best: Entry | None = next(iter(spoken or alone), None)
    if best is not None and best["tier"] in ("unit", "other"):  # "KH-THCS": the school that says it issues the plan
        named = speaker(context)
        if named is not None and named.name.startswith(f"{best['name']} "):
            return named
    if best is not None:
        return Body(best["name"], best["tier"], "symbol", None, spans)
    if re.search(r"\bTM\.?\s*[UỦ][ỶY] BAN NHÂN DÂN", fold(context.foot)):
        signed = tuple(span for span, _ in zone_lines(context.document, "signature"))[:1]
        return Body("Ủy ban nhân dân", "committee", "authority", None, signed)
    return speaker(context)


def _rank_of(named: Body, context: Context) -> str | None:
    """What the vocabulary says of a body that is neither committee nor department."""
    entries = context.rules["bodies"]
    entry = next((e for e in entries if e.id == named.rule), None)
    entry = entry or next((e for e in entries if e["name"] == named.name), None)
    return entry.get("rank") if entry is not None else None


def _issuer(field: Field, tier: str, territory: Territory | None, printed: Sequence[Body], context: Context) -> Issuer:
    found = level(tier, territory, context, _rank_of(printed[-1], context) if tier == printed[-1].tier else None)
    if found == "central":
        return Issuer(field, found)
    lies_in, spans, inferred = province(territory, printed, context)
    if lies_in is None:
        return Issuer(field, found)
    code = None
    if lies_in.code is not None:
        sure = field.confidence * (0.85 if inferred else 1.0)
        code = Field(lies_in.code, spans or field.spans, "header.province", sure, inferred or field.inferred)
    return Issuer(field, found, code, lies_in.name, lies_in.current)
