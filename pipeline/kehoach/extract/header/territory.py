"""Territories of issuing bodies: their kind, the level they give, and the province they lie in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kehoach.extract.header.letterhead import Body
from kehoach.extract.header.names import place_name
from kehoach.extract.header.number_line import NumberLine
from kehoach.model.document import Document, Span
from kehoach.model.document_info import IssuerLevel
from kehoach.model.header import Field
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve
from kehoach.rules.places import CENTRAL, Places, Province, key

Territory = tuple[str, str]
"""Kind ("tỉnh", "huyện" ...; "" where only the name is printed) and name."""

ISSUES = r"(?:,? (?:đã |tiếp tục )?(?:xây dựng|ban hành|phát động|tổ chức|triển khai|lập|đề ra|thống nhất|hướng dẫn|báo cáo|thông báo))"
"""What a body does that issues a plan."""
_DISTRICT = ("huyện", "quận", "thị xã", "thành phố")
_COMMUNE = ("xã", "phường", "thị trấn", "đặc khu")
_PROVINCE_MENTION = Sieve(
    r"(?:\btỉnh|\bthành phố|\bTP\.?|\bSở [^.,;:()]{3,60}?|\bTHPT [Cc]huyên|\bĐảng bộ tỉnh)\s+(?P<name>[A-ZĐ][^\W\d_]*(?:[ -]+[A-ZĐ][^\W\d_]*){0,3})"
)


@dataclass(frozen=True)
class Context:
    """What the issuer may be concluded from: ``text`` is the body and the title, ``foot`` the signature."""

    document: Document
    rules: Rules
    places: Places
    symbol: tuple[str, ...]
    place: Field | None
    on: date | None
    text: str
    foot: str
    number: NumberLine


def settled(territory: Territory | None, places: Places, on: date | None) -> Territory | None:
    """The territory with its kind; a bare name gets that of its province."""
    if territory is None:
        return None
    kind, name = territory
    if kind in ("", "tỉnh"):
        province = places.named(name, on)
        if province is not None:
            return province.kind, province.name
    return (kind or "tỉnh"), place_name(name, places, kind)


def territory_elsewhere(name: str, tier: str, context: Context) -> tuple[Territory | None, tuple[Span, ...]]:
    """Territory of a body without one: where the text says that it issues ("Ủy ban nhân dân huyện X ban hành ..."), else
    by the place line, else from any other mention of it ("Sở Xây dựng Lào Cai")."""
    if tier in ("central", "party"):
        return None, ()
    spoken = list(_spoken(name, tier, context))
    place = context.place
    for territory, span, issues in spoken:
        if issues or (place is not None and key(territory[1]) == key(place.value)):
            return territory, (span,)
    if place is not None:
        return _of_place(tier, place, context), place.spans
    return (spoken[0][0], (spoken[0][1],)) if spoken else (None, ())


def _spoken(name: str, tier: str, context: Context) -> Iterator[tuple[Territory, Span, bool]]:
    """Every mention of the body with a territory, and whether it is said to issue something there."""
    folded, base = fold(context.document.text.value), r"\s+".join(map(re.escape, fold(name).split()))
    pattern = (
        rf"{base}\s+(?P<kind>(?:{'|'.join(('tỉnh', *_DISTRICT, *_COMMUNE))}|TP\.?)\s+)?"
        r"(?P<name>[A-ZĐ][^\W\d_]*(?:[ -]+[A-ZĐ][^\W\d_]*){0,3})"
    )
    for match in re.finditer(pattern, folded):
        kind = (match["kind"] or "").strip().lower()
        words = match["name"].split()
        for length in range(len(words), 0, -1):
            place = " ".join(words[:length])
            known = context.places.named(place, context.on) or (kind and context.places.district_name(place))
            if known and not (tier == "department" and kind in _COMMUNE):
                end = match.start("name") + len(place)
                yield (kind, place), Span(match.start(), end), bool(re.match(ISSUES, folded[end:]))
                break


def _of_place(tier: str, place: Field, context: Context) -> Territory:
    """The territory that the place line stands for."""
    printed = place.value
    found = context.places.named(printed, context.on) or context.places.of_seat(printed, context.on)
    if tier in ("department", "committee", "office") and found is not None:
        return found.kind, found.name
    pattern = rf"\b({'|'.join(_DISTRICT + _COMMUNE)}) {re.escape(fold(printed))}\b"
    folded = fold(context.document.text.value)
    kinds = Counter(m[1].lower() for m in re.finditer(pattern, folded, re.IGNORECASE))
    return (kinds.most_common(1)[0][0] if kinds else "huyện"), printed


_OF_RANK: dict[str, dict[str, IssuerLevel]] = {
    "organ": {"province": "province_department", "district": "district_department", "commune": "commune"},
    "council": {"province": "province", "district": "district", "commune": "commune"},
    "branch": {"district": "district_department", "commune": "district_department"},
}
"""What organs of the State, their branches, and councils that the committee leads are in a territory of each rank."""


def level(tier: str, territory: Territory | None, context: Context, rank_of: str | None = None) -> IssuerLevel:
    """``rank_of`` tells what a body is that is neither committee nor department: organ, branch, council."""
    if tier in ("central", "party"):
        return "central" if tier == "central" else "party"
    ranked = rank(territory, context)
    if rank_of is not None and territory is not None:
        return _OF_RANK[rank_of].get(ranked, "other")
    if tier == "committee":
        return {"district": "district", "commune": "commune"}.get(ranked, "province")  # type: ignore[return-value]
    if tier in ("department", "office"):
        return "district_department" if ranked == "district" and tier == "office" else "province_department"
    if tier == "division":
        return "commune" if ranked == "commune" else "district_department"
    return "commune" if tier in ("other", "executive") and territory is not None and ranked == "commune" else "other"


def rank(territory: Territory | None, context: Context) -> str:
    if territory is None:
        return "province"
    kind, name = territory
    if kind in _COMMUNE:
        return "commune"
    if kind == CENTRAL:
        found = context.places.named(name, context.on)
        return "province" if found is not None and found.kind == CENTRAL else "district"
    return "district" if kind in _DISTRICT else "province"


def province(
    territory: Territory | None, printed: Sequence[Body], context: Context
) -> tuple[Province | None, tuple[Span, ...], bool]:
    """The province, the words that say so, and whether it is only concluded."""
    ranked = rank(territory, context)
    own = _in_force(territory[1], context) if territory is not None and ranked == "province" else None
    if own is not None:
        return own, (), False
    for found in printed:
        if found.territory is not None and found.territory[0] in ("tỉnh", ""):
            province = _in_force(found.territory[1], context)
            if province is not None:
                return province, found.spans, False
    of_district: tuple[Province, ...] = ()
    for kind, name in (territory or ("", ""), *(b.territory for b in printed if b.territory)):
        known = () if kind in _COMMUNE else context.places.of_district(name, context.on)
        of_district = of_district or known
    spoken = mentioned(context)
    itself = ranked == "commune" and territory is not None and spoken and context.place is not None
    if itself and context.place is not None and territory is not None and key(territory[1]) == key(context.place.value):
        return spoken[0][0], (spoken[0][1],), True  # the place line repeats the commune; places elsewhere bear its name
    if not of_district and context.place is not None:
        where = context.place.value
        seat = context.places.named(where, context.on) or context.places.of_seat(where, context.on)
        of_district = (seat,) if seat is not None else context.places.of_district(where, context.on)
    if len(of_district) == 1:
        return of_district[0], (), True
    best = next(((p, span) for p, span in spoken if not of_district or p.code in {q.code for q in of_district}), None)
    return (best[0], (best[1],), True) if best else (None, (), True)


def _in_force(name: str, context: Context) -> Province | None:
    """The province of this name, unless it was one long before the plan: a company may keep its name ("Công ty Sông Bé")."""
    found = context.places.named(name, context.on)
    gone = found is not None and found.until is not None and context.on is not None and found.until < context.on
    return None if gone else found


def mentioned(context: Context) -> list[tuple[Province, Span]]:
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
