"""Names that a plan gives without an owner: its house's union, the departments of a department, the associations of its
place."""

from __future__ import annotations

import re

from kehoach.orthography.fold import fold
from kehoach.orthography.letters import UPPER

_UNION = r"(?:Công đoàn|Đoàn (?:TNCS|TN|[Tt]hanh niên)(?: Cộng sản)?(?: Hồ Chí Minh)?|ĐTN|Chi đoàn|CĐ)"
_HOUSE = r"(?:Sở|Cục|Chi cục|Tổng cục|(?:Tổng )?[Cc]ông ty|[Bb]ệnh viện|[Tt]rung tâm|[Tt]rường|nhà trường|[Vv]iện|Học viện|Bộ|Kho bạc|Ngân hàng|Nhà máy|Xí nghiệp)"
_OF_HOUSE = re.compile(rf"(?<!\w){_UNION} (?P<house>{_HOUSE})(?!\w)(?! [{UPPER}])")
_BARE_UNION = re.compile(r"(?:(?:Ban Chấp hành|Ban Thường vụ) )?(?:Công đoàn|Đoàn [Tt]hanh niên|Chi đoàn)")
_WITH_UNIONS = re.compile(
    r"(?P<school>Trường)(?! Chính trị)|Bệnh viện|Học viện|Tổng công ty|Công ty|Nhà máy|Xí nghiệp|Trung tâm(?= Y tế)"
)
"""Houses that have unions of their own alone, so that the plan need not say whose they are."""
_OF_THE_GROUND = re.compile(r"(?<!\w)(?:[Cc]ông đoàn cơ sở|CĐCS)(?! (?:trực thuộc|thành viên))(?!\w)")
"""How a plan names the union of its house without the house."""


def house(text: str, base: str | None) -> str | None:
    """Whose unions the plan's own are: the house that it says one is of ("Công đoàn Sở"), where it names no other; else a
    school, hospital or company itself."""
    of = {m["house"] for m in _OF_HOUSE.finditer(fold(text))} if base else set[str]()
    own = of.pop() if len(of) == 1 else None
    kind = own.removeprefix("nhà ").lower() if own else ""
    if base and own and base.lower().startswith(kind):
        return own
    itself = _WITH_UNIONS.match(base) if base and own is None and not of and not _OF_THE_GROUND.search(text) else None
    return None if itself is None else "trường" if itself["school"] else itself[0]


def of_house(name: str, owner: str | None) -> str | None:
    """A union's name with its owner; None where it is none, or the plan names none's. A school has several "Chi đoàn"."""
    of_class = owner == "trường" and name.endswith("Chi đoàn")
    return f"{name} {owner}" if owner and _BARE_UNION.fullmatch(name) and not of_class else None


_DEPARTMENTS = re.compile(r"Các phòng(?:(?:,| và) (?:ban|đơn vị|trung tâm|chi cục|tổ chức|bộ phận))*")
_OF_DEPARTMENTS = ("Sở", "Cục", "Chi cục")
"""Bodies of which "các phòng" are always their own."""


def departments_of(name: str, owner: str | None) -> str:
    """ "Các phòng, đơn vị" in the plan of a department are its own: "Các phòng, đơn vị thuộc Sở"."""
    return f"{name} thuộc {owner}" if owner in _OF_DEPARTMENTS and _DEPARTMENTS.fullmatch(name) else name


_RANKED = re.compile(
    r"(?<!\w)các (?:sở|ban|phòng|cơ quan)(?:(?:,| -) (?:ban|ngành|cơ quan|đơn vị|đoàn thể|hội, đoàn thể|mặt trận)){1,4} (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?!\w)"
)


def ranked(text: str) -> frozenset[str]:
    """The classes of offices of which the plan says once what rank they have, in lower case: "các ban, ngành huyện"."""
    return frozenset(_RANKED.findall(" ".join(fold(text).lower().split())))


_OF_EVERY_LEVEL = re.compile(
    r"(?:(?:Phó )?Chủ tịch |Lãnh đạo )?(?:Hội (?:Nông dân|Liên hiệp Phụ nữ|Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Khuyến học)|(?:Ủy ban )?Mặt trận Tổ quốc)(?: Việt Nam)?|(?:(?:Phó )?Trưởng )?Công an|Văn phòng Hội đồng nhân dân (?:và|-) Ủy ban nhân dân|Trung tâm Phục vụ hành chính công",
    re.IGNORECASE,
)
_OF_COMMUNES = re.compile(
    r"(?:(?:Phó )?Bí thư )?Đoàn Thanh niên(?: Cộng sản Hồ Chí Minh)?|Ban Chỉ huy Quân sự|(?:Trưởng )?Trạm Y tế",
    re.IGNORECASE,
)
_OF_DISTRICTS = re.compile(
    r"Liên đoàn Lao động|Ban Chỉ huy Quân sự|Đài (?:Truyền thanh|Phát thanh)|Thanh tra|Bảo hiểm xã hội|(?:Tòa án|Viện kiểm sát) nhân dân",
    re.IGNORECASE,
)
_COMMUNES = (" xã", " phường", " thị trấn", " đặc khu")
COMMITTEE = "Ủy ban nhân dân"
_COMMITTEES = (
    COMMITTEE,
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận",
    "Đảng ủy",
    "Ban Chỉ đạo",
    "Ban Chỉ huy",
    "Ban Tổ chức",
    "Hội đồng",
)
"""Bodies that plan for a whole place, so that what they name without a rank is of it."""


def of_place(name: str, base: str | None, level: str) -> str:
    """The name of a body that every place of a rank has, with the rank of the committee whose plan this is."""
    if not level or base is None or not base.startswith(_COMMITTEES):
        return name
    if name == COMMITTEE and base.startswith(COMMITTEE):
        return base
    there = _OF_COMMUNES if level in _COMMUNES else _OF_DISTRICTS
    return f"{name}{level}" if _OF_EVERY_LEVEL.fullmatch(name) or there.fullmatch(name) else name
