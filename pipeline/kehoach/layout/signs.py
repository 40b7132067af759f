"""What a line announces itself to be: motto, number, place and date, recipients, signature, annex ..."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.layout.printed import Printed
from kehoach.orthography.fold import fold
from kehoach.orthography.titles import BEFORE_NAME
from kehoach.rules.load import Rules
from kehoach.rules.vocabulary import Vocabulary

UNION_NAME = r"(?:doan (?:tncs|thanh nien cong san)|(?<!hoi dong )doi (?:tntp|tn ?tp|thieu nien tien phong)) (?:ho chi minh|hcm)$"
"""The Youth Union or the Young Pioneers at the end of a line (without diacritics), where other forms have the motto."""
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*\.?$")
_BODY = re.compile(
    r"(?:ubnd|hđnd|sở|phòng|ban |hội đồng|hội (?:nông|cựu|liên)|đảng|bộ |trường |ủy ban|trung tâm|chi (?:cục|bộ)|cục |viện |"
    r"liên |tỉnh|thành phố|huyện|văn phòng|đoàn thanh|công ty|bệnh viện|tổng )"
)
"""What begins the name of a body, not of a person."""
_KINDS = "chi thi|nghi quyet|quyet dinh|huong dan|thong bao|quy che|quy dinh|de an|phuong an"
"""Kinds of documents besides plans and programmes."""
_UNHEADED = re.compile(r"(?:ke hoach|chuong trinh|chi thi(?= ve\b)|huong dan|quy che)(?= \W?\w)(?! so\b| nay\b)")
_TYPED = re.compile(
    rf"(?:ke hoach|chuong trinh(?: hanh dong| phoi hop)?|{_KINDS}|cong dien|ket luan|to trinh)"
    r"(?: (?:hoi nghi|dai hoi|ky hop|lien tich|lien nganh|cua)\b[^.;:]{0,160}?)?"
    r" (?:ve|v ?/ ?v)\b"
)
"""The kind of document and what it is about on one line, as collections of texts print it."""
_PLAN, _OPENER = "layout.type.plan", "layout.opener"
_RECIPIENTS = re.compile(r"(?<![a-z])n[o0]i nhan(?![a-z])")
_SHORT = 24
"""Letters of a line with "Nơi nhận" and specks around it."""
_JOINED = frozenset(["motto", "number", "place_date"])
"""Kinds of letterhead lines that may come as one with the line before."""
_TITLED = re.compile(
    rf"(?:chuong trinh|{_KINDS}|quy trinh|du an|the le|dieu le|"
    r"bao cao|bien ban|giay phep|giay moi|(?:ban )?giao uoc|(?:ban )?cam ket|loi (?:phat dong|keu goi)|bo tieu chi|"
    r"(?:bang )?tieu chi|bang (?:cham )?diem)(?! (?:hanh dong|phoi hop|cong tac|lien (?:tich|nganh))$) \S+ \S"
)
"""The kind of a document and its subject on one line."""
_SENTENCE = 160
"""Letters of a line that can only be a paragraph of the body; a title on one line has fewer."""
_ONE_LINE = 400
"""Letters of a title that has the kind of document and a long subject."""
_SMALL = 0.3
"""Share of capitals in a line of small letters."""
_CAPITALS = 0.85
"""Share of capitals in a line of capitals."""
_KEPT = 1024
"""Lines whose kind is kept."""


class Signs:
    """The layout vocabulary, asked about one line at a time; ``Signs.of`` makes it once for each set of rules."""

    def __init__(self, rules: Rules) -> None:
        layout = rules["layout"]
        self._all = layout
        self._types = layout.part("kind", "type")
        self._plan = next(entry for entry in layout if entry.id == _PLAN)
        self._opener = next(entry for entry in layout if entry.id == _OPENER)
        kinds = Vocabulary(layout.name, tuple(entry for entry in layout if entry.get("kind") != "opener"))
        # Each part of the layout asks anew for the kind of the same lines.
        self._kinds = lru_cache(maxsize=_KEPT)(
            lambda bare: next((str(entry["kind"]) for entry, p in kinds.likely_patterns(bare) if p.search(bare)), None)
        )

    @staticmethod
    def of(rules: Rules) -> Signs:
        return rules.made(Signs)

    def kind(self, line: Printed) -> str | None:
        return self.kind_of(line.bare)

    def kind_of(self, bare: str) -> str | None:
        return self._kinds(bare) if bare and len(bare) <= 160 else None

    def heads_recipients(self, line: Printed) -> bool:
        """Whether a line is the word "Nơi nhận", be it among specks that were read as signs and letters."""
        return self.kind(line) == "recipients" or (len(line.bare) <= _SHORT and bool(_RECIPIENTS.search(line.bare)))

    def may_join(self, line: Printed) -> bool:
        """Whether any part of a line can be a motto, a number line or a place with its date."""
        return any(entry["kind"] in _JOINED for entry in self._all.possible(line.bare))

    def is_type(self, line: Printed) -> bool:
        """The word for the kind of document on a line of its own or before the subject, in capitals; behind the word
        KẾ HOẠCH in capitals the subject may be in small letters."""
        if line.capitals < 0.55:
            alone = line.bare == "ke hoach" and line.value[:1].isupper()
            return (alone or self._title_like(line)) and bool(self._plan.search(line.bare))
        found = next((e for e, p in self._types.likely_patterns(line.bare) if p.search(line.bare)), None)
        if found is None:
            return False
        return found.id != _PLAN or self._title_like(line)

    def begins_unheaded(self, line: Printed, below: Printed) -> bool:
        """Whether a text without a letterhead begins with its title in small letters ("Kế hoạch trồng cây năm 2031"), the
        body right below."""
        if line.capitals > _SMALL or not line.value[:1].isupper():
            return False
        if _TYPED.match(line.bare) and len(line.value) <= _ONE_LINE and below.value[:1].isupper():
            return below.gap or below.closed or self.opens_body(below)
        if line.closed:
            return False
        return bool(_UNHEADED.match(line.bare)) and (
            below.gap or self.opens_body(below) or (len(below.value) > _SENTENCE > len(line.value) and below.closed)
        )

    def begins_title(self, line: Printed) -> bool:
        """Whether a line of capitals below a letterhead is a title on one line with its kind ("HƯỚNG DẪN CHẤM ĐIỂM")."""
        return line.capitals > _CAPITALS and line.part != "head" and bool(_TITLED.match(line.bare))

    @staticmethod
    def _title_like(line: Printed) -> bool:
        first = "".join(word.text for word in line.words[:8])[:7]
        return sum(c.isupper() for c in first) >= 6

    def is_plan(self, line: Printed) -> bool:
        return self.is_type(line) and bool(self._plan.search(line.bare))

    def opens_body(self, line: Printed) -> bool:
        return bool(self._opener.search(line.bare)) or line.labelled


def is_body(line: Printed) -> bool:
    """Whether a line begins with the name of a body."""
    return bool(_BODY.match(fold(line.value).lower()))


def is_name(line: Printed) -> bool:
    """A personal name on a line of its own: two to five words with a capital, perhaps after a title."""
    if is_body(line):
        return False
    words = BEFORE_NAME.sub("", fold(line.value)).replace(".", ". ").split()
    return 2 <= len(words) <= 5 and all(_NAME_WORD.match(w) and w[0].isupper() for w in words)
