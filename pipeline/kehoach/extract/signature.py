"""The signature: authority, position and name of the signer, and the further signers of a joint plan.

NĐ 30/2020/NĐ-CP, Phụ lục I: TM. (on behalf of a collective), Q., KT., TL., TUQ. before the post in capitals, then the
name, without academic titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.extract.number_line import zone_lines
from kehoach.model.document import Document, Span
from kehoach.model.header import Field
from kehoach.model.plan import Signer
from kehoach.orthography.fold import bare, fold

_AUTHORITY = re.compile(
    r"^\W*(?:t\s?\.?\s?m|k\s?\.?\s?t|t\s?\.?\s?l|t\s?\.?\s?u\s?\.?\s?q|q)\s?[.,:]\s?(?=\S)", re.IGNORECASE
)
_POST = (
    r"(?:phó |quyền |q\. ?)?(?:tổng )?(?:giám đốc|chủ tịch|chủ nhiệm|bí thư|hiệu trưởng|viện trưởng|cục trưởng|chi cục trưởng|vụ trưởng|"
    r"tổng cục trưởng|bộ trưởng|thứ trưởng|thống đốc|trưởng (?:phòng|ban|khoa|đoàn|khối|cụm|công an|đài|bộ môn|trạm)|phòng trưởng|"
    r"chánh (?:văn phòng|thanh tra|án)|viện phó|hiệu phó|trưởng|thủ trưởng|tổng biên tập|thủ tướng|chỉ huy trưởng|"
    r"chính ủy|chính trị viên|đội trưởng|ủy viên|thư ký|tổng thư ký|kế toán trưởng|giám hiệu)"
)
_POSITION = re.compile(rf"^\W*(?:{_POST})\b", re.IGNORECASE)
_POST_INSIDE = re.compile(rf"\b{_POST}\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"^\W*(?:ban (?:thường vụ|chấp hành|chỉ đạo|thường trực)|đoàn chủ tịch|ủy ban|hội đồng)\b", re.IGNORECASE
)
_SIGN_NOTE = re.compile(
    r"\(?\s*(?:đã ký|ký tên|ký, đóng dấu|ký và đóng dấu)|^\W*(?:ký bởi|người ký|email|thời gian ký)", re.IGNORECASE
)
_DEGREE = re.compile(
    r"^(?:(?:pgs|gs|ts|ths|th\.s|bs|bsckii?|bscki{0,2}|bs\.? ?ck ?i{0,2}|ds|cn|ks|ls|ng?nd|nhà giáo(?: ưu tú)?|thầy thuốc(?: ưu tú)?|"
    r"đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|trung tướng)\.?[\s.,]+)+",
    re.IGNORECASE,
)
_PARTS = frozenset(
    [
        "thường",
        "trực",
        "văn",
        "phòng",
        "thanh",
        "tra",
        "ban",
        "phòng",
        "công",
        "đoàn",
        "đoàn",
        "hội",
        "tỉnh",
        "huyện",
        "sở",
    ]
)


@dataclass(frozen=True)
class Signature:
    signer: Signer | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    co_signers: tuple[Signer, ...] = ()


@dataclass
class _Draft:
    authority: list[tuple[str, Span]] = field(default_factory=list)
    position: list[tuple[str, Span]] = field(default_factory=list)
    name: tuple[str, Span] | None = None


def signature(document: Document) -> Signature:
    """The first signer with the evidence of each part, then the others."""
    drafts: list[_Draft] = []
    current = _Draft()
    for span, block in zone_lines(document, "signature"):
        text = " ".join(block.text.value.split()).strip(" *_|")
        if not text or _SIGN_NOTE.search(fold(text)) or not any(c.isalpha() for c in text):
            continue
        kind = _kind(fold(text))
        if kind in ("authority", "position") and current.name is not None:
            drafts.append(current)
            current = _Draft()
        if kind == "authority":
            current.authority.append((text, span))
        elif kind == "position":
            current.position.append((text, span))
        elif kind == "more" and (current.authority or current.position) and current.name is None:
            (current.position or current.authority).append((text, span))
        elif kind == "name":
            if current.name is not None:
                drafts.append(current)
                current = _Draft()
            current.name = (_name(text), span)
    drafts.append(current)
    kept = [draft for draft in drafts if draft.name or draft.position or draft.authority]
    if not kept:
        return Signature()
    signers = [_signer(draft) for draft in kept]
    return Signature(signers[0], _fields(document, kept[0], signers[0]), tuple(signers[1:]))


def _kind(text: str) -> str:
    if _AUTHORITY.match(text) and (text.isupper() or _POST_INSIDE.search(text) or "TM" in text[:4]):
        return "authority"
    if _POSITION.match(text) and (text.isupper() or len(text.split()) <= 5):
        return "position"
    if is_name(text):
        return "name"
    return "more" if text.isupper() else "other"


def is_name(text: str) -> bool:
    """Whether a line is a person's name: two to five words, each with one capital at its head (or all capitals)."""
    words = _DEGREE.sub("", text).split()
    if (
        not 2 <= len(words) <= 5
        or any(c.isdigit() for c in text)
        or _POST_INSIDE.search(text)
        or _COLLECTIVE.match(text)
    ):
        return False
    if not all(re.fullmatch(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", word.strip(".,")) for word in words):
        return False
    return all(
        word[:1].isupper() and (word[1:].islower() or len(word) == 1 or "-" in word or "'" in word) for word in words
    ) or (text.isupper() and bare(words[0]) in FAMILY_NAMES)


FAMILY_NAMES = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "trinh",
        "mai",
        "dao",
        "doan",
        "luong",
        "lam",
        "ha",
        "cao",
        "chu",
        "ta",
        "thai",
        "to",
        "trieu",
        "truong",
        "luu",
        "la",
        "kieu",
        "quach",
        "tang",
        "tong",
        "vuong",
        "ma",
        "nong",
        "be",
        "hua",
        "giang",
        "phung",
        "lo",
        "cam",
        "quang",
        "lu",
        "tong",
        "giap",
        "than",
        "khuc",
        "nghiem",
        "dam",
        "thach",
        "son",
        "danh",
        "kim",
        "diep",
        "tieu",
        "vi",
        "ong",
        "uong",
        "y",
        "h",
        "bach",
    ]
)


def _name(text: str) -> str:
    kept = _DEGREE.sub("", text).strip(" .,;")
    return kept.title() if kept.isupper() else kept


def _signer(draft: _Draft) -> Signer:
    return Signer(
        name=draft.name[0] if draft.name else None,
        position=position_case(" ".join(text for text, _ in draft.position)) or None,
        authority=" ".join(text.strip() for text, _ in draft.authority) or None,
    )


def _fields(document: Document, draft: _Draft, signer: Signer) -> dict[str, Field]:
    parts: dict[str, tuple[str | None, Sequence[tuple[str, Span]]]] = {
        "name": (signer.name, [draft.name] if draft.name else []),
        "position": (signer.position, draft.position),
        "authority": (signer.authority, draft.authority),
    }
    return {
        key: Field(
            value, spans := tuple(span for _, span in lines), f"header.signer.{key}", document.confidence(*spans)
        )
        for key, (value, lines) in parts.items()
        if value
    }


def position_case(printed: str) -> str:
    """A post in sentence case: "PHÓ GIÁM ĐỐC THƯỜNG TRỰC" -> "Phó Giám đốc Thường trực"."""
    text = " ".join(printed.split()).strip(" .,;:-")
    if not text:
        return ""
    lowered = text.lower()
    found = re.match(r"(?P<lead>(?:phó|quyền|q\.)\s)?(?P<rest>.*)", lowered)
    lead, rest = (found["lead"] or "", found["rest"]) if found else ("", lowered)
    rest = rest[:1].upper() + rest[1:]
    rest = re.sub(
        r"(?<=\s)(thường trực|văn phòng|thanh tra|kiêm)\b",
        lambda m: m[1] if m[1] == "kiêm" else m[1].capitalize(),
        rest,
    )
    rest = re.sub(r"\b(Chánh|Trưởng) (Văn phòng|Thanh tra)", r"\1 \2", rest)
    return lead[:1].upper() + lead[1:] + rest if lead else rest
