"""Names of units as a reader would write them in full in this plan's context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kehoach.assemble.held_posts import held_posts
from kehoach.assemble.own_names import called, called_by_kind, council, delegation, level, without_place
from kehoach.assemble.short_names import (
    LETTERS,
    by_number,
    in_other_words,
    initials,
    parts,
    tells_by_letters,
    without_rank,
)
from kehoach.assemble.spelled_names import Spelling
from kehoach.assemble.whose_names import departments_of, house, of_house, of_place, ranked
from kehoach.model.document_info import DocumentInfo
from kehoach.model.fact import Definition
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.houses import is_of_the_land
from kehoach.rules.load import Rules
from kehoach.rules.needs import Sieve

_INNER_BODIES = ("Sở", "Ban", "Cục", "Chi cục", "Tổng cục", "Bộ")
_OFFICE_BY_KIND = re.compile(r"(?:Tổng công ty|Công ty|Tập đoàn|Bệnh viện|Trung tâm|Học viện|Trường)(?=\s)")
"""Bodies whose own office is named by the word of their kind: "Văn phòng Công ty"."""
_JOINT = re.compile(
    r" - (?=(?:Công đoàn|Đoàn|Hội|Liên đoàn|Ủy ban|Sở|Ban |Bộ |Cục |Công an|Đảng ủy|Tòa án|Viện|Bảo hiểm|Mặt trận))"
)
"""Between the bodies of a joint plan."""
_NAMED_WITH_LEVEL = Sieve(
    r"(?:Bảo hiểm xã hội|Liên đoàn|Công đoàn|Hội|Tòa án|Viện [Kk]iểm sát|Kho bạc|Ngân hàng|Công an|Ủy ban Mặt trận|Thanh tra|Thuế|Hải quan)(?!\w)"
)
_SHORTENED = re.compile(r"(?:Đảng ủy Khối|(?:Khối|Cụm) thi đua(?: số \d{1,2}(?!\w))?)(?=\s|$)")
_PARTY = re.compile(r"(?:Đảng ủy(?: Khối)?|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy)(?!\w)")
_UNION = Sieve(r"(?:Tỉnh |Huyện |Thành |Thị |Quận )?(?:Hội|Đoàn|đoàn|Liên đoàn|Công đoàn)(?!\w)(?! đồng)")
_CALLED = re.compile(rf"(?:(?:Tỉnh|Huyện|Thành|Thị|Quận) (?:[Hh]ội|[Đđ]oàn)|Công đoàn [Nn]gành(?! [{UPPER}]))(?!\w)")
_UNION_INNER = Sieve(
    rf"(?:Các ban|Ban (?:Tổ chức|Tuyên giáo|Kiểm tra|Kinh tế|Phong trào|Chính sách|Dân vận|Pháp luật|Gia đình|Xây dựng|Thanh niên|Thanh thiếu|Nữ công|Công tác|Đoàn kết)(?:(?: -| và)? (?!Tỉnh|Huyện|Thành|Thị|Quận|Đảng|Hội|Trung|Đoàn)[{UPPER}][^\s,]*(?: [{LOWER}]+){{0,2}}(?<!tỉnh)(?<!huyện))?)$"
)
"""The organs of a union under a name that needs the union's own."""
_PARTY_INNER = Sieve(
    r"(?:Cơ quan )?(?:Ban (?:Tổ chức(?: - Kiểm tra)?|Tuyên giáo|Dân vận|Nội chính)|Ban Tuyên giáo và Dân vận|Ủy ban Kiểm tra|Văn phòng)$",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?:cấp )?(tỉnh|huyện|xã)")
"""A level alone, for the union there."""
_OF_WHOM = ("thuộc ", "trực thuộc ", "thành viên", "trong ")
"""Words with which a fuller name goes on that means the same units, and no other group of them."""
_OWN_UNION = "Công đoàn cơ sở"
_LED = re.compile(r"^lãnh đạo (?=các )", re.IGNORECASE)
"""Before those whose heads are named."""
_HEADS = re.compile(r"(?:phó )?(?:trưởng (?:khối|cụm)|(?:khối|cụm) trưởng)(?!\w)")
"""Heads of those who compete, in short: "Trưởng khối" is the plan's "Trưởng khối thi đua"."""
_SHORT_FOR_MANY = re.compile(
    r"^(?:các\s+)?(?:đơn vị|phòng(?:, (?:ban|tổ chức))?(?:, (?:đơn vị|trung tâm))?|khoa, phòng(?:, trung tâm)?|cơ quan, đơn vị|thủ trưởng (?:các )?(?:cơ quan, )?đơn vị|người đứng đầu (?:các )?(?:cơ quan, )?đơn vị)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class UnitNames:
    """How this plan shortens names: its own definitions, common abbreviations, itself."""

    short: str | None
    """The issuer as its units are said to belong to it: "Sở", "Phòng Nội vụ", "Ủy ban nhân dân huyện"."""
    base: str | None
    """The issuer without its province or district."""
    spelling: Spelling
    fuller: frozenset[str] = frozenset()
    spelled: frozenset[str] = frozenset()
    """Names of the plan's units that hold no initials."""
    level: str = ""
    """The word of rank behind the issuer's name: " tỉnh"."""
    council: str | None = None
    """The council that the plan names in full, where it is the only one: "Hội đồng Thi đua - Khen thưởng tỉnh"."""
    lumped: tuple[str, ...] = ()
    """Terms of this plan for several kinds of bodies ("sau đây gọi chung là cơ quan, đơn vị"), in lower case."""
    short_for: Mapping[str, str] = field(default_factory=dict)
    """Full names by those that the plan says it shortens them to, in lower case."""
    ranked: frozenset[str] = frozenset()
    """Classes of offices that the plan names with their rank, in lower case: "các ban, ngành huyện"."""
    house: str | None = None
    """Whose the unions within are, as the plan says of one: "Sở"."""
    inner: str | None = None
    """The union itself, where the plan names boards of it so: "Ban Kinh tế Hội Nông dân huyện"."""
    delegation: str | None = None
    """What "Đoàn" alone is, where the plan names one: "Đoàn kiểm tra"."""
    addressed: tuple[str, ...] = ()
    """Those to whom the plan is sent, of whom it may speak in short."""
    place: str | None = None
    """The province, for what is named by it alone: "Báo" is "Báo Nam Định"."""
    _in_full: dict[str, str] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What has been asked already: a plan asks of each of its names many times."""

    @staticmethod
    def of(info: DocumentInfo, definitions: Iterable[Definition], rules: Rules, text: str = "") -> UnitNames:
        """``text`` is the plan's own, for how a union calls itself there ("Tỉnh Hội")."""
        first = _JOINT.split(info.issuer)[0] if info.issuer else None
        base = re.sub(r"^Ban (?:Thường vụ|Chấp hành) ", "", without_place(first)) if first else None
        if base and (own := _SHORTENED.match(base)):
            base = own[0]
        said = (
            Counter(_CALLED.findall(text)).most_common(1)
            if base and base.startswith(("Hội", "Đoàn", "Tỉnh", "Huyện", "Công đoàn"))
            else []
        )
        inside = said[0][0] if said and said[0][1] > 1 else None
        short = called_by_kind(base) or inside or base
        return UnitNames(
            short,
            base,
            Spelling.of(definitions, base, short, rules),
            council=council(text),
            delegation=delegation(text, base),
            lumped=tuple(fold(d.short).lower() for d in definitions if "," in d.short),
            short_for={**by_number(text), **held_posts(text), **in_other_words(definitions)},
            house=house(text, base),
            ranked=ranked(text),
            place=info.province_as_printed,
            addressed=tuple(info.recipients),
            level=level(first),
        )

    def apart(self, printed: str) -> tuple[str, ...]:
        """The name as printed, parted where the first of it is a term of this plan: "các cơ quan, đơn vị, địa phương"."""
        low = fold(printed).lower()
        for term in self.lumped:
            for lead in ("", "các "):
                if low.startswith(f"{lead}{term}, "):
                    end = len(lead) + len(term)
                    return printed[:end], printed[end:].lstrip(" ,")
        return parts(printed)

    def full(self, printed: str) -> str:
        """The name in full; what the context does not settle stays as printed."""
        if (name := self._in_full.get(printed)) is None:
            name = self._in_full[printed] = self._made_full(printed)
        return name

    def _made_full(self, printed: str) -> str:
        name = self._by_initials(self.spelling(self._by_initials(printed) if tells_by_letters(printed) else printed))
        if (whole := self.short_for.get(fold(name).lower())) is not None:
            name = self.spelling(whole)
        if self.short is None or self.base is None:
            return name
        lowered = name.lower()
        own = _PARTY.match(self.base) or _CALLED.fullmatch(self.short)
        if own is not None and _PARTY_INNER.match(name):
            return f"{name} {own[0]}"
        if _CALLED.fullmatch(self.short) and _UNION_INNER.match(name):
            return f"{name} {self.short}"
        if self.inner and _UNION_INNER.match(name):
            return f"{name} {self.inner}"
        if _UNION.match(self.base) and re.fullmatch(
            r"các ban(?: (?:chuyên môn|nghiệp vụ|phong trào|chuyên đề))?|ủy ban kiểm tra", lowered
        ):
            return f"{name} {self.short}{'' if self.short.endswith(self.level or ' ') else self.level}"
        if (rank := _RANK.fullmatch(lowered)) and _UNION.match(self.base) and not _CALLED.match(self.base):
            return f"{self.base} {rank[1]}"
        if (itself := called(name, self.base, self.level)) is not None:
            return itself
        if lowered in ("hội đồng", "hội đồng thi đua") and self.council:
            return self.council
        if lowered == "đoàn" and self.delegation:
            return self.delegation
        if lowered in ("báo", "báo tỉnh") and self.place:
            return f"Báo {self.place}"
        if lowered == "thanh tra" and self.short in ("Sở", "Bộ"):
            return f"Thanh tra {self.short}"
        if lowered == "văn phòng":
            named_so = self.short == self.base and _NAMED_WITH_LEVEL.match(self.base) is not None
            level = self.level if named_so and not self.base.endswith(self.level) else ""
            if self.short == self.base and (kind := _OFFICE_BY_KIND.match(self.base)):
                return f"Văn phòng {kind[0]}"
            return f"Văn phòng {self.short}{level}" if not self.short.startswith("Phòng") else name
        by_kind = self.short == called_by_kind(self.base) or self.base.startswith("Phòng") or is_of_the_land(self.base)
        if by_kind and lowered.endswith(("trực thuộc", " thuộc")):
            return f"{name} {self.short}"
        if re.fullmatch(r"(?:các )?phòng(?: ban)? chuyên môn", lowered) and self.base.startswith(_INNER_BODIES):
            return f"{name} thuộc {self.short}"
        if self.base.startswith(("Khối thi đua", "Cụm thi đua")) and lowered.endswith(" thành viên"):
            return f"{name} {self.base}"
        return self._as_elsewhere(name)

    def _as_elsewhere(self, name: str) -> str:
        """ "Các đơn vị" is who the plan elsewhere calls "các đơn vị trực thuộc ...", where it calls only them so."""
        if name == "Công đoàn" and _OWN_UNION in self.fuller:
            return _OWN_UNION
        if (owned := of_house(name, self.house)) is not None:
            return owned
        if f"{name}{self.level}".lower() in self.ranked:
            return f"{name}{self.level}"
        if _HEADS.fullmatch(name.lower()):
            longer = {full for full in self.fuller if full.lower().startswith(f"{name.lower()} ")}
            return longer.pop() if len(longer) == 1 else name
        if name.lower().endswith((" khối", " cụm")) and f"{name} thi đua" in self.fuller:
            return f"{name} thi đua"
        if not _SHORT_FOR_MANY.match(fold(name)):
            return departments_of(name, self.short)
        key, known = _key(name), self.fuller
        if not name.lower().startswith("các ") and not known:
            known = frozenset(self.full(one) for one in self.addressed if "thuộc" in one)
        longer = {full for full in known if _key(full).startswith(tuple(f"{key} {word}" for word in _OF_WHOM))}
        return longer.pop() if len(longer) == 1 else departments_of(name, self.short)

    def here(self, name: str) -> str:
        """The name in full with the rank of the plan's own place, where it has none and needs it: "Hội Nông dân xã"."""
        return of_place(name, self.base, self.level)

    def knowing(self, printed: Iterable[str]) -> UnitNames:
        """The same with the fuller names that the document gives, and those that tell what initials stand for."""
        given = tuple(printed)
        names = frozenset(
            self.full(name)
            for one in given
            for name in (one, _LED.sub("", one))
            if "thuộc" in name or "thành viên" in name or name == _OWN_UNION or _HEADS.match(name.lower())
        )
        spelled = {name for one in given if not LETTERS.search(name := self.spelling(one))}
        itself = f"{self.base}{self.level}" if self.base and _UNION.match(self.base) else None
        boards = [
            n
            for n in spelled
            if itself
            and n.endswith(f" {itself}")
            and n.startswith("Ban ")
            and _UNION_INNER.match(n[: -len(itself) - 1])
        ]
        return replace(self, fuller=names, spelled=frozenset(spelled), inner=itself if boards else None)

    def _by_initials(self, name: str) -> str:
        """The one name of the plan that has these initials: "VPĐP nông thôn mới" is its "Văn phòng Điều phối nông thôn
        mới"; the same name where there is none."""
        if not self.spelled or LETTERS.search(name) is None:
            return name
        bare, rank = without_rank(name)
        letters = initials(bare)
        meant = {full for full in self.spelled if initials(without_rank(full)[0]) == letters}
        kinds = {without_rank(full)[0] for full in meant}
        if len(kinds) != 1:
            return name
        return f"{kinds.pop()}{rank}" if rank or len(meant) > 1 else meant.pop()


def _key(name: str) -> str:
    """For comparison: without determiners anywhere."""
    return " ".join(re.sub(r"(?<!\w)các\s+", "", fold(name).lower()).split())
