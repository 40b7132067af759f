"""Posts that stand before a list: which of the bodies behind them they head, too."""

from __future__ import annotations

import re

from kehoach.extract.units.listed_names import SPLIT
from kehoach.orthography.letters import LOWER
from kehoach.rules.needs import Sieve

_LEADS_ALONE = Sieve(
    r"(?:các\s+)?(?:(?:khối|cụm)\s+(?:trưởng|phó)|(?:phó\s+)?trưởng\s+(?:khối|cụm))(?=\s*,|\s+(?:và|cùng)\s)"
)
"""A post that heads none of the bodies named behind it: "Khối phó và các đơn vị thành viên"."""
_HEADS_TEAMS = re.compile(r"(?:các\s+)?tổ\s+trưởng\s+(?:các\s+)?tổ(?!\w)")
"""Heads of teams, whose title stands once for several: "Tổ trưởng tổ Toán, tổ Văn"."""
_ANYBODY = Sieve(r"(?:các\s+|những\s+)?(?:tổ\s+chức\s*,\s*cá\s+nhân|cá\s+nhân|hộ\s+(?:gia\s+đình|kinh\s+doanh))(?!\w)")
"""Those whom no post heads: "Chủ tịch UBND các xã và các tổ chức, cá nhân có liên quan"."""
_SEVERAL = re.compile(
    r"((?:giám\s+đốc|hiệu\s+trưởng|thủ\s+trưởng|lãnh\s+đạo|trưởng)\s+các)\s+(?:chi\s+nhánh|trung\s+tâm|bệnh\s+viện|xí\s+nghiệp|nhà\s+máy|công\s+ty|trạm|hạt|chi\s+cục|phòng\s+giao\s+dịch|trường)"
)
_OF_KIND = re.compile(
    rf"(?:Chi nhánh|Trung tâm|Bệnh viện|Xí nghiệp|Nhà máy|Công ty|Trạm|Hạt|Chi cục|Phòng giao dịch|Trường)(?:\s+[{LOWER}]+){{0,3}}"
)
"""A class of houses, of which each has a head as those before it do."""


def _head_of_several(text: str, at: int, mark: re.Match[str], end: int) -> str:
    """The post that heads a further class of houses, too: "Giám đốc các" of "Giám đốc các Chi nhánh loại II, Phòng giao
    dịch"; empty where none does."""
    following = SPLIT.search(mark.string, mark.end(), end)
    several = _SEVERAL.match(mark.string, at)
    behind = text[mark.end() : following.start() if following else end].strip(" .:")
    return text[at : several.end(1)] if several is not None and _OF_KIND.fullmatch(behind) else ""


_HEADS_BODIES = Sieve(r"(?:các\s+)?(?:phó\s+)?(?:chủ\s+tịch|giám\s+đốc|hiệu\s+trưởng|bí\s+thư)(?!\w)")
"""Posts that head no agencies at large: what these are named for behind a comma is a body itself."""
_AGENCIES = Sieve(r"(?:các\s+|những\s+)(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|doanh\s+nghiệp)(?!\w)")


def behind_post(text: str, post: tuple[int, int], mark: re.Match[str], end: int) -> str | None:
    """What stands behind a mark and a post: the words of the post that heads it too, "" for another body, None where the
    name goes on. ``post``: where its name begins, and where its first words end."""
    low, (at, first_end) = mark.string, post
    if _heads_not(low, at, mark.end()):
        return ""
    if _HEADS_TEAMS.match(low, at) and low.startswith("tổ ", mark.end()):
        return text[at:first_end]
    return _head_of_several(text, at, mark, end) if text[mark.end()].isupper() else None


def _heads_not(low: str, at: int, mark: int) -> bool:
    """Whether the post at ``at`` does not head what stands behind the comma."""
    if _ANYBODY.match(low, mark) or _LEADS_ALONE.match(low, at):
        return True
    return _HEADS_BODIES.match(low, at) is not None and _AGENCIES.match(low, mark) is not None
