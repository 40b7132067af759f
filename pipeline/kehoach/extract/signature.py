"""The signature: authority, position and name of the signer, and the further signers of a joint plan.

NĐ 30/2020/NĐ-CP, Phụ lục I: TM. (on behalf of a collective), Q., KT., TL., TUQ. before the post in capitals, then the
name, without academic titles. Who signs KT. holds the deputy's post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kehoach.extract.letterhead import TERRITORY
from kehoach.extract.number_line import zone_lines
from kehoach.extract.posts import authority, deputy_of, line_kind, person, position_case, post_in, stands_in
from kehoach.model.document import Document, Span
from kehoach.model.header import Field
from kehoach.model.plan import Signer
from kehoach.orthography.fold import fold
from kehoach.rules.load import Rules

_NOTE = re.compile(
    r"\(?\s*(?:đã ký|ký tên|ký, đóng dấu|ký và đóng dấu)|^\W*(?:ký bởi|người ký|email|cơ quan:|thời gian ký)",
    re.IGNORECASE,
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


def signature(document: Document, rules: Rules) -> Signature:
    """The first signer with the evidence of each part, then the others."""
    drafts = [_Draft()]
    for span, block in zone_lines(document, "signature"):
        text = " ".join(block.text.value.split()).strip(" *_|")
        if not any(c.isalpha() for c in text) or _NOTE.search(fold(text)):
            continue
        _take(drafts, text, span, rules)
    kept = [draft for draft in drafts if draft.name or draft.position or draft.authority]
    if not kept:
        return Signature()
    made = [_signer(document, draft) for draft in kept]
    return Signature(made[0][0], made[0][1], tuple(signer for signer, _ in made[1:]))


def _take(drafts: list[_Draft], text: str, span: Span, rules: Rules) -> None:
    kind, current = line_kind(text), drafts[-1]
    if kind in ("authority", "position", "name") and current.name is not None:
        current = _Draft()
        drafts.append(current)
    if kind == "authority":
        current.authority.append((authority(text), span))
    elif kind == "position":
        current.position.append((text, span))
    elif kind == "name":
        current.name = (person(text), span)
    elif kind == "more" and current.name is None and (current.authority or current.position):
        deputy = stands_in(current.authority[-1][0]) if current.authority else None
        if deputy and not current.position and post_in(text) in (deputy, deputy_of(deputy)):
            current.position.append((deputy_of(deputy), span))
        elif TERRITORY.search(fold(text)) or rules["bodies"].first(text):
            (current.position or current.authority).append((text, span))


def _signer(document: Document, draft: _Draft) -> tuple[Signer, dict[str, Field]]:
    fields: dict[str, Field] = {}
    if draft.authority:
        fields["authority"] = _field(
            document, " ".join(text for text, _ in draft.authority), draft.authority, "authority"
        )
    deputy = next((post for text, _ in draft.authority if (post := stands_in(text))), None)
    if draft.position:
        fields["position"] = _field(
            document, position_case(" ".join(text for text, _ in draft.position)), draft.position, "position"
        )
    elif deputy:
        spans = tuple(span for _, span in draft.authority)
        fields["position"] = Field(position_case(deputy_of(deputy)), spans, "header.signer.deputy", 0.8, inferred=True)
    if draft.name:
        fields["name"] = _field(document, draft.name[0], [draft.name], "name")
    values = {key: found.value for key, found in fields.items()}
    return Signer(values.get("name"), values.get("position"), values.get("authority")), fields


def _field(document: Document, value: str, lines: list[tuple[str, Span]], part: str) -> Field:
    spans = tuple(span for _, span in lines)
    return Field(value, spans, f"header.signer.{part}", document.confidence(*spans))
