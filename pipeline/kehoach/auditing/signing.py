"""Who signs, in what capacity, and whether both are printed (NĐ 30/2020/NĐ-CP, Điều 8; HD 36-HD/VPTW)."""

from __future__ import annotations

import re

from kehoach.auditing.case import Case
from kehoach.auditing.form import carried
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.document_info import Signer
from kehoach.orthography.fold import fold
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_COLLECTIVE = re.compile(
    r"ủy ban|ubnd|hđnd|hội\b|ban\b|đoàn|thường trực|thường vụ|chấp hành|đảng|tỉnh ủy|huyện ủy|khối|cụm|chi bộ|tổ\b"
)
_BODY_OF_EQUALS = Sieve(
    r"thường vụ|thường trực|chấp hành|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|cấp ủy|chi bộ|đảng bộ"
)
"""Committees of the Party, unions and associations: their deputies sign on behalf of the committee, without KT."""
_FOR_A_TIME = Sieve(
    r"đoàn (?:kiểm tra|thanh tra|giám sát|khảo sát|công tác)|tổ (?:công tác|kiểm tra|giúp việc)|ban tổ chức|hội đồng"
)
"""Bodies set up for one task: their head may bear below his name the post that he has elsewhere."""
_TWICE = re.compile(r"^kt\.?\s*(?P<post>[^\n]{5,40})\n(?P=post)$", re.MULTILINE)
"""The head's post under itself: whatever the reader makes of it, no deputy is printed."""
_OF_IT = re.compile(r"phó (?:trưởng|chủ tịch|ban|đoàn|tổ)")
_IN_THE_NAME_OF = re.compile(r"T/?M\b")
_DEPUTY = re.compile(r"^(?:quyền )?phó\b")
_POST = Sieve(
    r"(?<![^\W\d_])(?:giám đốc|chủ tịch|hiệu trưởng|trưởng (?:phòng|ban|khối|cụm)|(?:khối|cụm) trưởng|bí thư|chánh|bộ trưởng|"
    r"thứ trưởng|cục trưởng|tổng giám đốc|viện trưởng|thủ trưởng|phó )"
)
_NAME = Sieve(
    rf"(?:^|[|.] ?)(?:[A-ZĐ][\w.]{{0,8}}\. ?)*(?P<name>(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+)\s*$"
)
_CAPITALS = re.compile(rf"(?:^|\s)((?:[{UPPER}./]{{4,}}|[{UPPER}./]{{2,}}(?:[ ,]+[{UPPER}./]{{2,}})+)[ ,]*)$")
"""What ends a line in capitals: words of two letters or more, one behind the other in one way only, so that a dotted line
of a form takes no longer than another."""


def missing_signature_block(case: Case) -> Answer | None:
    """Authority or position, and name. A head cut off or a column not read is the reader's doubt; so is what the record
    lacks while the foot seems to hold it."""
    signer = case.plan.document.signer or Signer()
    places = case.header_evidence("signer.name") + case.header_evidence("signer.position")
    if signer.position or signer.authority:
        if signer.name and not signer.position and _IN_THE_NAME_OF.match(signer.authority or ""):
            sure = not case.recognized and not _seen(case, _POST, capitals=True)
            return answer([Hit(None, places, "post", {"authority": signer.authority}, sure)], places)
        if signer.name or case.recognized:
            return answer([], places)
        return answer([Hit(None, places, "name", sure=not _seen(case, _NAME, capitals=False))], places)
    if carried(case) and not signer.name:
        return None
    sure = not case.recognized and not _seen(case, _POST, capitals=True)
    if signer.name:
        return answer([Hit(None, places, "position", {"name": signer.name}, sure)], places)
    return answer([Hit(None, (), "absent", sure=sure, cut=case.cut("foot"))])


def _seen(case: Case, words: Sieve, *, capitals: bool) -> bool:
    """Whether a line of the foot, or a cell of it, holds such words; posts are printed in capitals."""
    for line in case.text[case.foot :].split("\n"):
        for cell in line.split(" | "):
            if capitals:
                found = _CAPITALS.search(fold(cell).strip())
                if found and words.search(found[1].lower()):
                    return True
            elif words.search(fold(cell).strip()):
                return True
    return False


def signing_authority(case: Case) -> Answer | None:
    """A deputy signs for the head (KT.), a head does not; TM. is for bodies that decide as a collective."""
    hits, seen = [], False
    others = (s for s in case.plan.document.co_signers if s.name)  # without a name it is the signer's other post
    for signer in filter(None, (case.plan.document.signer, *others)):
        if not signer.position:
            continue
        seen = True
        authority, position = fold(signer.authority or "").upper(), signer.position.lower()
        places = case.header_evidence("signer.position") + case.header_evidence("signer.authority")
        words = {"position": signer.position, "authority": signer.authority or ""}
        sure = case.sure(*places) and not case.recognized
        body = re.search(r"\bT/?M\b\.?\s*(?P<body>[^.]+)", authority)
        if (
            _DEPUTY.match(position)
            and "phụ trách" not in position
            and not re.search(r"\bK/?\.?T|\bT/?L\b|\bTUQ|\bT/UQ|\bQ\b", authority)
        ):
            whose = body["body"].lower() if body is not None else ""
            equals = _BODY_OF_EQUALS.search(whose) or (_FOR_A_TIME.search(whose) and not _OF_IT.search(position))
            marked = re.search(r"(?:^|[\s|])kt\.\s?[^\W\d_]", case.folded[case.foot :])
            if not equals:
                hits.append(Hit(None, places, "deputy", words, sure and not marked))
        elif re.search(r"\bKT\b", authority) and (twice := _TWICE.search(case.folded, case.foot)):
            hits.append(Hit(None, places, "head", words | {"position": twice["post"].upper()}, sure))
        elif re.search(r"\bKT\b", authority) and not re.search(r"\bphó\b|\bthứ trưởng\b|ủy viên", position):
            hits.append(Hit(None, places, "head", words, sure))
        if body and not _COLLECTIVE.search(body["body"].lower()):
            hits.append(Hit(None, places, "collective", words, sure))
    return answer(hits, case.header_evidence("signer.position")) if seen else None
