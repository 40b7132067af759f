"""Awards: caps, who may grant what, and titles that fit those who bear them."""

from __future__ import annotations

import re

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.rules.needs import Sieve

_BASE_TITLE = re.compile(r"chiến s[ĩỹ] thi đua\s+(?:cấp\s+)?cơ sở|cstđ\s*(?:cấp\s+)?(?:cs|cơ sở)")
_CAP = 15.0
_STAFF = Sieve(
    r"lao động tiên tiến|cán bộ|công chức|viên chức|cbcc|ccvc|người lao động|giáo viên|cá nhân|nhân viên|đảng viên"
)
_BY_COMMITTEE = Sieve(
    r"(?:được\s+)?(?:ubnd|ủy ban nhân dân)\s+(?:tỉnh|thành phố|huyện|xã)\s+(?:tặng|khen|thưởng|trao tặng)\s*(?:thưởng\s*)?"
    r"[^.;\n]{0,20}(?:bằng khen|giấy khen)|(?:bằng khen|giấy khen)\s+của\s+(?:ubnd|ủy ban nhân dân)\s+(?:tỉnh|thành phố|huyện|xã)"
)
_ADVANCED = re.compile(r"(?<!tập thể )(?<!tập thể đạt danh hiệu )lao động tiên tiến")
_COLLECTIVE = Sieve(r"\b(?:phòng|đơn vị|tập thể|tổ|khoa|chi cục|trường)\b")
_PERSON = Sieve(r"cá nhân|cán bộ|công chức|viên chức|cbcc|ccvc|người|giáo viên|nhân viên|đồng chí|danh hiệu tập thể")


def cap_exceeded(case: Case) -> Answer | None:
    """Chiến sĩ thi đua cơ sở: at most 15 % of those who reach Lao động tiên tiến (NĐ 91/2017/NĐ-CP, Điều 9 khoản 3)."""
    hits, seen = [], False
    for target in case.plan.targets:
        words = target.quote.lower()
        if target.unit != "%" or target.value is None or not _BASE_TITLE.search(words) or not _STAFF.search(words):
            continue
        seen = True
        most = target.value_max or target.value
        over = most > _CAP and target.comparator != "<="
        edge = target.comparator == ">=" and target.value >= _CAP
        if over or edge:
            made = {"quote": target.quote, "value": f"{most:g}", "cap": f"{_CAP:g}"}
            message = "fail" if over else "edge"
            hits.append(Hit(target.path, target.evidence, message, made, case.sure(*target.evidence, digits=True)))
    return answer(hits) if seen else None


def granted_by_committee(case: Case) -> Answer | None:
    """Bằng khen and Giấy khen of a locality are granted by the chairman, not by the committee."""
    if "khen" not in case.body:
        return None
    hits = []
    for found in _BY_COMMITTEE.finditer(case.body):
        if "chủ tịch" in case.body[max(0, found.start() - 12) : found.end()]:
            continue
        shown = case.places(*found.span())
        words = {"quote": case.text[found.start() : found.end()]}
        hits.append(Hit(case.path_at(found.start()), shown, "fail", words, case.sure(*shown)))
    return answer(hits) if case.plan.rewards or hits else None


def title_of_persons(case: Case) -> Answer | None:
    """A collective is given Tập thể lao động tiên tiến; Lao động tiên tiến is a title of persons."""
    hits, seen = [], False
    for target in case.plan.targets:
        words = target.quote.lower()
        if not _ADVANCED.search(words):
            continue
        seen = True
        before = words[: _ADVANCED.search(words).start()]  # type: ignore[union-attr]
        if _COLLECTIVE.search(before) and not _PERSON.search(before):
            hits.append(Hit(target.path, target.evidence, "fail", {"quote": target.quote}, case.sure(*target.evidence)))
    return answer(hits) if seen else None
