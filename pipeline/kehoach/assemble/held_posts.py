"""Posts that a plan says bodies hold among those who compete together: its "Cụm trưởng" is "Ủy ban nhân dân phường Hòa
An", where a heading, a list or a sentence tells so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER

_POST = r"(?P<post>(?:[Pp]hó )?[Tt]rưởng (?:[Cc]ụm|[Kk]hối)|(?:[Cc]ụm|[Kk]hối) (?:trưởng|phó)|[Pp]hó (?:[Cc]ụm|[Kk]hối))(?!\w)"
_OF = r"(?: (?:[Cc]ụm|[Kk]hối)?(?: ?thi đua)?(?: số \d{1,2})?)?"
_KIND = (
    r"(?<!đốc )(?<!Chánh )(?<!Trưởng )(?<!trưởng )(?<!tịch )(?<!\w)(?:Sở|Ban|UBND|Ủy ban|Tổng công ty|Công ty|Tập đoàn|Cục|Chi cục|Tổng cục|Vụ|Phòng|Trường|Học viện|Đại học|Văn phòng|Thanh tra|Bệnh viện|Trung tâm"
    r"|Công an|Bộ Chỉ huy|Liên đoàn|Công đoàn|Hội|Tòa án|TAND|Viện|VKSND|Ngân hàng|Bảo hiểm xã hội|BHXH|Kho bạc|Báo|Đài|Liên minh|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Đảng ủy|Huyện ủy|Thuế)"
)
_BODY = rf"(?P<body>{_KIND}(?: (?:[-–] )?(?!làm\s|là\s|giữ\s|[-–])[^\s,;:.()]+){{1,9}}?)"
_SAID = (
    re.compile(rf"{_POST}{_OF} ?\({_BODY}\)"),
    re.compile(rf"{_POST}{_OF} ?(?::|[-–]|là) ?{_BODY}(?= ?(?:[.;,\n]|$))"),
    re.compile(
        rf"{_BODY} ?(?:\((?:là |làm )?|[-–] | là | làm | giữ (?:vai trò |chức )?| (?:với )?vai trò (?:là )?)(?:đơn vị |cơ quan )?{_POST}"
    ),
)
_STATION = re.compile(
    rf"(?<!\w)Trạm (?:[Yy] tế|[Tt]hú y|[Kk]huyến nông|[Bb]ảo vệ|[Kk]iểm lâm|[Qq]uản lý|[Tt]rồng trọt)(?: (?!xã|phường|thị|huyện)[{LOWER}]+ thực vật)?"
)
_PLACES_OF_STATIONS = re.compile(r"(?<!\w)(?:[Cc]ác|[Mm]ỗi|[Tt]ừng) [Tt]rạm(?!\w)")


def held_posts(text: str) -> Mapping[str, str]:
    """Those who hold a post, by the ways in which the plan may name it, in lower case; none for a post of several."""
    lines = fold(text)
    found: dict[str, set[str]] = {}
    for said in _SAID if re.search(r"(?i)cụm|khối", lines) else ():
        for match in said.finditer(lines):
            found.setdefault(_key(match["post"]), set()).add(" ".join(match["body"].split()))
    return {
        name: bodies.copy().pop() for key, bodies in found.items() if len(bodies) == 1 for name in _names(key)
    } | _of_station(lines)


def _key(post: str) -> str:
    """One name for a post: "Trưởng Cụm" is "cụm trưởng"."""
    word = "khối" if "khối" in post.lower() else "cụm"
    return f"{word} {'phó' if 'phó' in post.lower() else 'trưởng'}"


def _names(key: str) -> Iterator[str]:
    word, rank = key.split()
    for post in (key, f"{rank} {word}", *((f"phó trưởng {word}",) if rank == "phó" else ())):
        yield from (post, f"đơn vị {post}", f"cơ quan {post}", f"{post} thi đua")


def _of_station(lines: str) -> dict[str, str]:
    """Who "Trưởng trạm" is where the plan names one station only."""
    if "trạm" not in lines.lower() or _PLACES_OF_STATIONS.search(lines):
        return {}
    stations = {name.capitalize() for name in _STATION.findall(lines)}
    if len(stations) != 1:
        return {}
    kind = stations.pop().removeprefix("Trạm ")
    return dict.fromkeys(("trưởng trạm", "trạm trưởng"), f"Trưởng Trạm {kind[:1].upper()}{kind[1:]}")
