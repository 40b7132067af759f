"""The signature: authority, position and name of the signer, and the further signers of a joint plan.

NĐ 30/2020/NĐ-CP, Phụ lục I: TM. (on behalf of a collective), Q., KT., TL., TUQ. before the post in capitals, then the
name, without academic titles. Who signs KT. holds the deputy's post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kehoach.extract.header.letterhead import TERRITORY, body, full_name
from kehoach.extract.header.number_line import zone_lines
from kehoach.extract.units.posts import (
    RANKS,
    authority,
    deputy_of,
    line_kind,
    near_post,
    person,
    position_case,
    post_in,
    stands_in,
)
from kehoach.model.document import Document, Span
from kehoach.model.document_info import Signer
from kehoach.model.geometry import Box
from kehoach.model.header import Field
from kehoach.orthography.fold import bare, fold
from kehoach.rules.load import Rules
from kehoach.rules.places import key, places
from kehoach.rules.surnames import begins_name, is_surname

_NOTE = re.compile(
    r"\(?\s*(?:đã ký|ký tên|ký, đóng dấu|ký và đóng dấu)|^\W*(?:ký bởi|người ký|email|cơ quan:|thời gian ký)",
    re.IGNORECASE,
)


_SPLIT_CAPITAL = re.compile(r"^([^\W\d_]) (?=([^\W\d_]{2}))")
"""A first letter that recognition parted from its word ("C HỦ TỊCH")."""
_NEAR = 8.0
"""Points from a seal to a name whose first word it may hide."""
DOUBTFUL_NAME = 0.55
"""A recognized name of less confidence is called unreadable: seals and pen strokes run over names."""


@dataclass(frozen=True)
class Signature:
    signer: Signer | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    co_signers: tuple[Signer, ...] = ()
    unreadable: bool = False
    """A name stands there and could not be read."""


@dataclass
class _Draft:
    authority: list[tuple[str, Span]] = field(default_factory=list)
    position: list[tuple[str, Span]] = field(default_factory=list)
    name: tuple[str, Span] | None = None
    deputy: bool = False
    lost: list[tuple[str, Span]] = field(default_factory=list)
    """The post in whose place a deputy signs, printed without its "KT."."""
    body: str = ""
    """The body that the signer stands for, printed above the post in a joint plan."""


def signature(document: Document, rules: Rules) -> Signature:
    """The first signer with the evidence of each part, then the others."""
    drafts = [_Draft()]
    for span, block in zone_lines(document, "signature"):
        text = _without_speck(_whole(" ".join(block.text.value.split()).strip(" *_|")))
        if not any(c.isalpha() for c in text) or _NOTE.search(fold(text)):
            continue
        _take(drafts, text, span, rules)
    kept = [d for n, d in enumerate(drafts) if d.position or d.authority or (d.name and not _again(d, drafts[:n]))]
    if not kept:
        return Signature()
    made = [_signer(document, draft, rules) for draft in _leading_first(document, kept)]
    unreadable = kept[0].name is not None and made[0][0].name is None
    return Signature(made[0][0], made[0][1], tuple(signer for signer, _ in made[1:]), unreadable)


def _again(draft: _Draft, before: list[_Draft]) -> bool:
    """Whether a name without a post was read a second time, under a seal."""
    return draft.name is not None and any(d.name is not None and key(d.name[0]) == key(draft.name[0]) for d in before)


def _whole(text: str) -> str:
    """The text with such a letter joined; a name may have a letter for a word of its own ("Y Sáu Niê")."""
    split = _SPLIT_CAPITAL.match(text)
    return text[0] + text[2:] if split is not None and (split[1] + split[2]).isupper() else text


def _without_speck(text: str) -> str:
    """A post without the sign as which a pen stroke behind it was read ("GIÁM ĐỐC 2")."""
    lead, _, last = text.rpartition(" ")
    post = post_in(lead) if len(last) == 1 and not last.isalpha() else None
    return lead if post is not None and bare(post) == bare(lead) else text


def _take(drafts: list[_Draft], text: str, span: Span, rules: Rules) -> None:
    kind, current = line_kind(text), drafts[-1]
    named_body = kind == "more" and (post_in(text) is not None or rules["bodies"].first(text) is not None)
    if current.name is not None and (kind in ("authority", "position", "name") or named_body):
        current = _Draft()
        drafts.append(current)
    if kind == "authority":
        at = _deputy_at(text)
        current.authority.append((authority(text[:at].rstrip()), span))
        if at < len(text):
            _take_position(current, text[at:], span)
    elif kind == "position":
        _take_position(current, text, span)
    elif kind == "name":
        current.name = (person(text), span)
    elif kind == "more" and current.name is None and (current.authority or current.position):
        _take_more(current, text, span, rules)
    elif named_body:
        post = post_in(text)
        if post is None:
            current.body = text
        else:  # "PHÊ DUYỆT GIÁM ĐỐC SỞ Y TẾ"
            current.position.append((text[bare(text).index(bare(post)) :], span))


def _deputy_at(text: str) -> int:
    """Where the deputy's post begins behind the post in whose place he signs, on one line ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC");
    the end of the text where it does not."""
    post = stands_in(text)
    at = bare(text).rfind(bare(deputy_of(post))) if post else -1
    return at if at > 0 else len(text)


def _take_position(current: _Draft, text: str, span: Span) -> None:
    """A post; one that repeats the post above it is the deputy's, its first word lost ("KT. CHỦ TỊCH" / "CHỦ TỊCH")."""
    post = post_in(text)
    above = stands_in(current.authority[-1][0]) if current.authority else None
    again = (bare(post or ""), bare(current.position[-1][0])) if current.position else ()
    if current.position and post is not None and post == post_in(current.position[-1][0]) and bare(text) in again:
        above = post
        current.position.clear()
    if post is not None and post == above:
        current.position.append((deputy_of(post), span))
        current.deputy = True
    elif current.position and post is not None and post_in(current.position[0][0]) == "đại diện":
        current.body = re.sub(r"^đại diện\s+", "", current.position[0][0], flags=re.IGNORECASE)
        current.position[:] = [(text, span)]
    elif not current.position or post is None:
        current.position.append((text, span))
    elif post == deputy_of(post_in(current.position[0][0]) or ""):
        # "KT." is lost under a seal: who signs is the deputy of the post above
        current.lost.append(current.position[0])
        current.position[:] = [(text, span)]
    # a further post of the signer's ("KHỐI TRƯỞNG" / "GIÁM ĐỐC SỞ TÀI CHÍNH") is not the one he signs in


def _take_more(current: _Draft, text: str, span: Span, rules: Rules) -> None:
    """A line in capitals below authority or post: the deputy's post under a seal, or the body's name; else noise."""
    deputy = stands_in(current.authority[-1][0]) if current.authority else None
    if deputy and not current.position and post_in(text) in (deputy, deputy_of(deputy)):
        current.position.append((deputy_of(deputy), span))
    elif not deputy and not current.position and (post := near_post(text)) is not None:
        current.position.append((post.upper(), span))
    elif TERRITORY.search(fold(text)) or rules["bodies"].first(text):
        (current.position or current.authority).append((text, span))


def _leading_first(document: Document, drafts: list[_Draft]) -> list[_Draft]:
    """In a joint plan the signer of the body that the letterhead names first comes first, wherever he is printed. Who
    signs for another body of the letterhead comes after one of whom but the name was read."""
    lines = [block.text.value for _, block in zone_lines(document, "issuer")] or [""]
    if len(drafts) > 1 and (heads := _heads_of(lines)):
        posts = [post_in(_post(draft)) for draft in drafts]
        if posts[0] is not None and posts[0] not in heads and any(post in heads for post in posts[1:]):
            drafts = sorted(drafts, key=lambda draft: post_in(_post(draft)) not in heads)
    head, others = key(lines[0].split(" - ")[0]), [key(line) for line in lines[1:]]
    first = [draft for draft in drafts if _named_in(head, draft)]
    if not first and any(_named_in(line, drafts[0]) for line in others):
        first = [draft for draft in drafts if not (draft.body or draft.position or draft.authority)]
    if not first and any(part in key(_said(drafts[0])) for part in _PARTS) and not _UNION_OR_PARTY.search(head):
        first = [draft for draft in drafts if not any(part in key(_said(draft)) for part in _PARTS)]
    return [*first, *(draft for draft in drafts if draft not in first)]


_HEADS = {
    "sở": ("giám đốc", "phó giám đốc"), "công ty": ("giám đốc", "tổng giám đốc"), "tổng công ty": ("tổng giám đốc",),
    "bệnh viện": ("giám đốc", "phó giám đốc"), "trường": ("hiệu trưởng", "phó hiệu trưởng"), "cục": ("cục trưởng",),
}  # fmt: skip
"""Who heads the body that a joint plan names first, by the word of its kind."""


def _heads_of(lines: list[str]) -> tuple[str, ...]:
    """The posts of those who head the body that issues together with another one, by the line that names both."""
    joint = next((line for line in lines if re.search(r"\s[-–]|[-–]\s", line)), "")
    return next((posts for kind, posts in _HEADS.items() if fold(joint).lower().startswith(f"{kind} ")), ())


def _post(draft: _Draft) -> str:
    return " ".join(text for text, _ in draft.position)


def _named_in(line: str, draft: _Draft) -> bool:
    """Whether a line of the letterhead (as a key) names the body that a signer stands for, or in whose post he signs."""
    if draft.body:
        return bool(line) and (key(draft.body).startswith(line) or line.startswith(key(draft.body)))
    return len(line) >= _TELLING and line in key(_said(draft))


_TELLING = 8
"""Letters of a line that names one body."""
_PARTS = ("congdoan", "doanthanhnien", "doantncs", "banthuongvu", "banchaphanh")
"""Organizations within a body, which issue plans together with it, and those for whom they sign."""


_UNION_OR_PARTY = re.compile(r"doan|hoi|dang|tinhuy|huyenuy|thanhuy|thiuy|quanuy|lienminh")
"""In the name of the first body of a letterhead (as a key): it signs by its own committee."""


def _said(draft: _Draft) -> str:
    return " ".join((draft.body, *(text for text, _ in (*draft.authority, *draft.position))))


def _signer(document: Document, draft: _Draft, rules: Rules) -> tuple[Signer, dict[str, Field]]:
    fields: dict[str, Field] = {}
    if draft.authority:
        fields["authority"] = _field(
            document, " ".join(text for text, _ in draft.authority), draft.authority, "authority"
        )
    if draft.lost:
        whole = [*draft.authority, *draft.lost]
        said = " ".join((*(text for text, _ in draft.authority), f"KT. {draft.lost[0][0]}"))
        fields["authority"] = replace(_field(document, said, whole, "authority"), inferred=True)
    deputy = next((post for text, _ in draft.authority if (post := stands_in(text))), None)
    if draft.position:
        value = _position(" ".join(text for text, _ in draft.position), rules)
        fields["position"] = _field(document, value, draft.position, "position")
    elif deputy:
        spans = tuple(span for _, span in draft.authority)
        fields["position"] = Field(position_case(deputy_of(deputy)), spans, "header.signer.deputy", 0.8, inferred=True)
    if draft.name and document.confidence(draft.name[1]) >= DOUBTFUL_NAME and not _lost_surname(document, draft.name):
        fields["name"] = _field(document, draft.name[0], [draft.name], "name")
    values = {key: found.value for key, found in fields.items()}
    return Signer(values.get("name"), values.get("position"), values.get("authority")), fields


def _lost_surname(document: Document, name: tuple[str, Span]) -> bool:
    """Whether a name was recognized of which a seal hides the first word: two are left, the first is no surname, or a
    seal reaches over its left edge; or more are left, and both is so."""
    words = name[0].split()
    if document.confidence(name[1]) == 1 or len(words) < 2:
        return False
    first, short = words[0].lower(), len(words) == 2
    if begins_name(first) or is_surname(first):
        return short and _is_hidden(document, name[1])
    return short or _is_hidden(document, name[1])


def _is_hidden(document: Document, name: Span) -> bool:
    """Whether a seal reaches over the left edge of a name."""
    return any(
        mark.kind == "seal" and _hides_before(mark.box, place.box)
        for place in document.evidence(name)
        for page in document.pages
        if page.number == place.page
        for mark in page.marks
        if place.box is not None
    )


def _hides_before(seal: Box, name: Box) -> bool:
    """Whether a seal stands on the line of a name, right before it or over its beginning."""
    return seal.x0 < name.x0 < seal.x1 + _NEAR and seal.top < name.bottom and name.top < seal.bottom + _NEAR


def _position(printed: str, rules: Rules) -> str:
    """The post in sentence case, the body behind it by its name ("Giám đốc Sở Y tế")."""
    value = position_case(printed)
    rest = next(
        (n for n, word in enumerate(value.split()) if n and rules["bodies"].first(" ".join(value.split()[n:]))), None
    )
    words = value.split()
    if rest is None or words[-1] in RANKS:
        return value
    named = body(" ".join(words[rest:]).upper(), rules, places())
    return f"{' '.join(words[:rest])} {full_name(named, named.territory)}" if named else value


def _field(document: Document, value: str, lines: list[tuple[str, Span]], part: str) -> Field:
    spans = tuple(span for _, span in lines)
    return Field(value, spans, f"header.signer.{part}", document.confidence(*spans))
