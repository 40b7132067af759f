"""Posts and names of signers: which line of a signature is what, and posts in sentence case."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz import fuzz, process

from kehoach.orthography.fold import bare, fold
from kehoach.orthography.titles import BEFORE_NAME
from kehoach.rules.surnames import begins_name

LineKind = Literal["authority", "position", "name", "more", "other"]

_HEADS = (
    "giám đốc", "chủ tịch", "chủ nhiệm", "bí thư", "hiệu trưởng", "viện trưởng", "cục trưởng", "chi cục trưởng",
    "vụ trưởng", "tổng cục trưởng", "bộ trưởng", "thứ trưởng", "thống đốc", "trưởng phòng", "trưởng ban", "trưởng khoa",
    "trưởng đoàn", "trưởng khối", "trưởng cụm", "trưởng công an", "trưởng đài", "trưởng trạm", "chánh văn phòng",
    "chánh thanh tra", "chánh án", "viện phó", "hiệu phó", "thủ trưởng", "tổng biên tập", "thủ tướng", "tổng thanh tra",
    "chỉ huy trưởng", "chính ủy", "chính trị viên", "đội trưởng", "ủy viên", "thư ký", "kế toán trưởng", "đại diện",
    "chủ tọa", "quản đốc", "giám thị", "trưởng thuế", "trạm trưởng", "tổ trưởng", "khối trưởng", "cụm trưởng", "khối phó", "cụm phó", "tổng cục trưởng", "tư lệnh",
    "sư đoàn trưởng", "lữ đoàn trưởng", "trung đoàn trưởng", "tiểu đoàn trưởng", "đại đội trưởng", "hạt trưởng",
    "đồn trưởng", "chi hội trưởng", "trưởng hạt", "trưởng đồn", "trưởng nhóm", "trưởng tiểu ban", "trưởng chi nhánh",
    "trưởng bộ môn", "trưởng bộ phận", "phụ trách",
)  # fmt: skip
_COLLECTIVES = (
    "ủy ban nhân dân", "hội đồng nhân dân", "ban thường vụ", "ban chấp hành", "ban chỉ đạo", "ban thường trực", "ủy ban",
    "đoàn chủ tịch", "hội đồng", "thường trực", "ban giám hiệu", "ban lãnh đạo", "tập thể lãnh đạo", "đảng ủy", "chi bộ",
    "ban giám đốc",
)  # fmt: skip
_LEADS = ("phó tổng ", "phó ", "quyền ", "tổng ", "")
_POSTS = sorted((lead + head for lead in _LEADS for head in _HEADS), key=len, reverse=True)
_POST = re.compile(r"\b(?:" + "|".join(bare(post) for post in _POSTS) + r")\b")
_COLLECTIVE = re.compile(
    r"\b(?:" + "|".join(bare(name) for name in sorted(_COLLECTIVES, key=len, reverse=True)) + r")\b"
)
_AUTHORITY = re.compile(
    r"^\W*(?P<how>t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l|t\s?\.?\s?u\s?\.?\s?q)\s?[.,:;]*\s?(?=\S)"
)
_NAMED_BODY = re.compile(
    r".* (?:và|của) .|(?:đoàn thanh niên|tổng (?:cục|công ty|liên đoàn|hội)|cao đẳng|lý luận chính trị|[dđ]o lường)\b",
    re.IGNORECASE,
)
"""Names of bodies, and parts of them, whose first word is a surname, or is one without its marks."""
_SCHOOL_UNION = "đoàn trường"
"""A body whose name looks like a spoilt post, and like a person's."""
_PHRASES = (*_POSTS, *_COLLECTIVES)
_CANONICAL = {bare(phrase): phrase for phrase in reversed(_PHRASES)}
_BARE_POSTS = tuple(dict.fromkeys(map(bare, _POSTS)))
_NEAR = 82
_NEAR_WORD = 60
"""How alike (0 to 100) a spoilt line and a post are at least, and each of their words."""
RANKS = ("tỉnh", "huyện", "quận", "xã", "phường")
"""Words of rank that end a post without the place's name ("TRƯỞNG CÔNG AN HUYỆN")."""
_MARKS = str.maketrans("", "", "./ ")


def line_kind(printed: str) -> LineKind:
    """What one printed line of a signature is."""
    text = bare(printed).strip()
    capitals = fold(printed).isupper()
    authority = _AUTHORITY.match(text)
    marked = authority is not None and bool(re.search(r"[./]", authority[0]))
    if authority and (_POST.search(text) or _COLLECTIVE.search(text) or (marked and capitals)):
        return "authority"
    text = re.sub(r"^\W*[qp]\s?\.\s?", "", text)
    post = _POST.search(text)
    if post and post.start() <= 2 and (capitals or len(text.split()) <= 5):
        return "position"
    if is_name(printed):
        return "name"
    if post and capitals:
        return "more"
    return "more" if capitals and len(text) > 3 else "other"


def is_name(printed: str) -> bool:
    """Whether a line is a person's name: two to five words with a capital each, academic titles aside."""
    text = fold(BEFORE_NAME.sub("", printed.strip()))
    words = text.split()
    plain = bare(text)
    if not 2 <= len(words) <= 5 or any(c.isdigit() for c in text) or _POST.search(plain) or _COLLECTIVE.search(plain):
        return False
    if not all(re.fullmatch(r"[^\W\d_]+(?:[-'][^\W\d_]+)*'?[.,]?", word) for word in words):
        return False
    if text.isupper() and text.lower() != _SCHOOL_UNION:
        return begins_name(words[0]) and near_post(text) is None and not _NAMED_BODY.match(text)
    return all(
        word[:1].isupper() and (word[1:].islower() or len(word) == 1 or "-" in word or "'" in word) for word in words
    )


def person(printed: str) -> str:
    """The name without academic titles and stray marks, capitals undone."""
    kept = BEFORE_NAME.sub("", " ".join(printed.split())).strip(" .,;*_|")
    return kept.title() if kept.isupper() else kept


def authority(printed: str) -> str:
    """A line of authority as printed; where recognition has spoilt the post, the post as it is written."""
    text = " ".join(printed.split()).strip(" *_|;")
    plain = bare(text)
    for pattern in (_POST, _COLLECTIVE):
        match = pattern.search(plain)
        if match:
            said = text[match.start() : match.end()]
            meant = _meant(said, match[0])
            if fold(said).lower() != fold(meant).lower():
                text = text[: match.start()] + meant.upper() + text[match.end() :]
            return text
    return text


def post_in(printed: str) -> str | None:
    """The post that a line names, in small letters ("phó giám đốc")."""
    match = _POST.search(bare(printed))
    return _meant(printed[match.start() : match.end()], match[0]) if match else None


def near_post(printed: str) -> str | None:
    """The post of a line in capitals that a seal or a pen stroke spoilt ("HỦ TỊCH", "CHỦ ỊC"), word by word alike."""
    if fold(printed).lower().strip() == _SCHOOL_UNION:
        return None
    words = bare(printed).strip(" .,;:*_|").split()
    plain = " ".join(words)
    for post, _, _ in (
        process.extract(plain, _BARE_POSTS, scorer=fuzz.ratio, score_cutoff=_NEAR) if len(plain) >= 6 else ()
    ):
        meant = post.split()
        if len(meant) == len(words) and all(fuzz.ratio(a, b) >= _NEAR_WORD for a, b in zip(words, meant, strict=True)):
            return _CANONICAL[post]
    return None


def _meant(printed: str, plain: str) -> str:
    """The phrase that is printed, else the one of the same letters (recognition loses diacritics)."""
    exact = fold(printed).lower()
    return exact if exact in _PHRASES else _CANONICAL[plain]


def stands_in(printed: str) -> str | None:
    """For KT. (signed in the place of): the post in whose place the deputy signs."""
    match = _AUTHORITY.match(bare(printed).strip())
    return post_in(printed) if match and match["how"].translate(_MARKS) == "kt" else None


def deputy_of(post: str) -> str:
    """The post of who signs in another's place: the deputy's; a minister's deputy has a name of its own."""
    return "thứ trưởng" if post == "bộ trưởng" else f"phó {post}"


def position_case(printed: str) -> str:
    """A post in sentence case: "PHÓ GIÁM ĐỐC THƯỜNG TRỰC" -> "Phó Giám đốc Thường trực"."""
    text = " ".join(printed.split()).strip(" .,;:-*_|")
    match = _POST.search(bare(text))
    if match is None:
        return text[:1].upper() + text[1:].lower()
    post, rest = _meant(text[match.start() : match.end()], match[0]), text[match.end() :].strip(" .,;:-")
    if short := re.match(r"([qp])\s?\.", bare(text)):
        post = f"{'quyền' if short[1] == 'q' else 'phó'} {post}"
    for lead in ("phó tổng ", "phó ", "quyền "):
        if post.startswith(lead):
            post = lead.capitalize() + post[len(lead) :].capitalize()
            break
    else:
        post = post.capitalize()
    post = re.sub(r"(?i)\b(chánh|trưởng) (văn phòng|thanh tra|công an)", lambda m: f"{m[1]} {m[2].capitalize()}", post)
    if not rest:
        return post
    return f"{post} {rest.lower() if rest.lower() in (*RANKS, 'phụ trách') else rest.capitalize() if rest.isupper() else rest}"
