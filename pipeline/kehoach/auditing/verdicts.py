"""The audit of one plan: every rule of the catalogue that is chosen, in force and meant for its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from kehoach.auditing.case import Case, side_of
from kehoach.auditing.catalogue import Rule, catalogue
from kehoach.auditing.result import Answer, Hit
from kehoach.auditing.suite import SUITE
from kehoach.model.plan import Check, Finding, Message, Plan, Verdict
from kehoach.rules.load import Rules

DOUBT = "ocr_doubt"
_DOUBTED = {
    "page": Message("Chưa chắc, cần xem lại trang ảnh: ", "In doubt, look at the page image: "),
    "text": Message("Chưa chắc, cần đối chiếu bản gốc: ", "In doubt, compare with the original: "),
    "head": Message(
        "Trích đoạn thiếu phần đầu? Xem bản đầy đủ: ", "An excerpt without its head? Look at the whole document: "
    ),
    "foot": Message(
        "Trích đoạn thiếu phần cuối? Xem bản đầy đủ: ", "An excerpt without its end? Look at the whole document: "
    ),
}
"""What to do about a doubt, by its cause: a recognized page, a text made by others, an end that is not in the file."""
_UNVERIFIED = Message(" (Căn cứ chưa kiểm chứng: {})", " (Basis not verified: {})")


def audit(
    plan: Plan, rules: Rules, *, on: date | None = None, codes: Collection[str] | None = None
) -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    """The verdict of every rule on a plan, and what was found, in the order of the catalogue.

    Args:
        plan: a record; one without text is judged by its facts alone.
        rules: the vocabularies.
        on: the day whose law is applied; None takes the plan's own date, else the latest day that it tells of.
        codes: the rules to run; None takes all that are not off.
    """
    own = plan.document.issued_on
    case = Case(plan, rules, on or day_of(plan), _full_day(own), _first_day(own))
    checks: list[Check] = []
    findings: list[Finding] = []
    book = catalogue()
    for code, test in SUITE:
        rule = book[code]
        if rule.off if codes is None else code not in codes:
            continue
        made = test(case) if _applies(rule, case) else None
        checks.append(_check(rule, made, case))
        if made is not None:
            findings.extend(_finding(rule, hit, case) for hit in _distinct(made))
    return tuple(checks), tuple(findings)


def day_of(plan: Plan) -> date | None:
    """The day whose law a plan is judged by: its own; else the first day of its month or year, the latest date of a
    document it cites, or the beginning of its period, whichever is latest; None where it tells of none. Where the year
    is known, only that year counts."""
    own = plan.document.issued_on
    if full := _full_day(own):
        return full
    period = plan.document.period
    told = [_first_day(own), _first_day(period.start if period else None)]
    told += [_full_day(c.issued_on) for c in plan.citations]
    return max((day for day in told if day is not None and (not own or own.startswith(f"{day.year}"))), default=None)


def law_used(plan: Plan, on: date | None = None) -> str:
    """The law on emulation and commendation in force on that day, else on the plan's, with the rules of form that its
    issuer follows."""
    day = on or day_of(plan) or date.max
    law = "06/2022/QH15" if day >= date(2024, 1, 1) else "15/2003/QH11"
    if side_of(plan) == "party":
        form = "HD 36-HD/VPTW" if day >= date(2018, 4, 3) else "HD 11-HD/VPTW"
    else:
        form = "NĐ 30/2020/NĐ-CP" if day >= date(2020, 3, 5) else "TT 01/2011/TT-BNV"
    return f"Luật Thi đua, khen thưởng {law}; {form}"


def _applies(rule: Rule, case: Case) -> bool:
    kind = case.plan.document.plan_kind
    return rule.in_force(case.on, case.side) and (not rule.kinds or kind in rule.kinds)


def _check(rule: Rule, made: Answer | None, case: Case) -> Check:
    if made is None:
        return Check(rule.code, rule.name, "not_applicable", rule.law(case.on, case.side))
    evidence = tuple(e for hit in made.hits for e in hit.evidence) or made.evidence
    return Check(rule.code, rule.name, _verdict(made), rule.law(case.on, case.side), evidence, made.manner)


def _verdict(made: Answer) -> Verdict:
    if not made.hits:
        return "pass"
    return "fail" if any(hit.certain for hit in made.hits) else "doubt"


def _distinct(made: Answer) -> Iterator[Hit]:
    seen = set()
    for hit in made.hits:
        key = (hit.path, hit.message, hit.certain, tuple(sorted((k, str(v)) for k, v in hit.words.items())))
        if key not in seen:
            seen.add(key)
            yield hit


def _finding(rule: Rule, hit: Hit, case: Case) -> Finding:
    """What was found, in words. What the reader may have misread is information for a person, under its own name."""
    form = rule.messages[hit.message]
    vi, en = form.vi.format_map(hit.words), form.en.format_map(hit.words)
    if rule.unverified:
        vi, en = vi + _UNVERIFIED.vi.format(rule.unverified), en + _UNVERIFIED.en.format(rule.unverified)
    law = rule.law(case.on, case.side)
    if hit.certain:
        severity = rule.severity_of(hit.message)
        return Finding(rule.code, rule.name, severity, hit.path, Message(vi, en), law, hit.evidence)
    cause = _DOUBTED[hit.cut or ("page" if case.recognized else "text")]
    doubted = Message(cause.vi + vi, cause.en + en)
    return Finding(rule.code, DOUBT, "info", hit.path, doubted, law, hit.evidence)


def _full_day(text: str | None) -> date | None:
    return _first_day(text) if text and len(text) == 10 else None


def _first_day(text: str | None) -> date | None:
    """The first day of an ISO date that may be partial."""
    try:
        return (
            date.fromisoformat((text + "-01-01")[:10] if text and len(text) == 4 else (text + "-01")[:10])
            if text
            else None
        )
    except ValueError:
        return None
