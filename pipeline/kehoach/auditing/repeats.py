"""What a plan says twice: a goal with the same or another figure, a theme in two wordings."""

from __future__ import annotations

import re
from itertools import combinations

from rapidfuzz import fuzz

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.plan import Target
from kehoach.orthography.fold import bare


def doubled_target(case: Case) -> Answer | None:
    """One goal set twice, with the same or with another figure."""
    known = [t for t in case.plan.targets if t.value is not None and t.object and _whole(t.quote)]
    alike: dict[tuple[str, str, str | None], list[Target]] = {}
    for target in known:
        alike.setdefault((bare(target.subject or ""), bare(target.object or ""), target.unit), []).append(target)
    hits = []
    for one, other in (pair for group in alike.values() for pair in combinations(group, 2)):
        same = (one.comparator, one.value, one.value_max) == (other.comparator, other.value, other.value_max)
        apart = (one.path or "").rpartition(".")[0] != (other.path or "").rpartition(".")[0]
        if apart and not one.subject:
            continue  # "tốc độ tăng bình quân" of two things
        if not same and (apart or _staged(case, one, other)):
            continue
        shown = one.evidence + other.evidence
        words = {"first": one.quote[:80], "second": other.quote[:80]}
        hits.append(Hit(other.path, shown, "same" if same else "differs", words, case.sure(*shown, digits=True)))
    return answer(hits) if known else None


def _staged(case: Case, one: Target, other: Target) -> bool:
    """Whether two goals are those of two stages: another year stands before the one than before the other."""
    years = []
    for target in (one, other):
        at = next((e.start for e in target.evidence if e.start is not None), None)
        if at is None:
            return False
        before = re.findall(r"\b20\d\d\b", case.text[case.line(at)[0] : at])
        years.append(before[-1] if before else None)
    return years[0] != years[1]


def _whole(quote: str) -> bool:
    """Whether it is a goal in running words: cells of a table and figures of single years repeat each other by design."""
    return len(quote) > 30 and " | " not in quote and re.search(r"năm (?:học )?20\d\d", quote) is None


def theme_mismatch(case: Case) -> Answer | None:
    """The theme is quoted in the same words wherever it stands."""
    themes = case.plan.themes
    if not themes:
        return None
    title = re.search(r"[“\"](?P<text>[^”\"]{12,})[”\"]", case.plan.document.title or "")
    known = [(t.text, t.path, t.evidence) for t in themes]
    if title:
        known.append((title["text"], None, case.header_evidence("title")))
    hits = []
    for (one, _, shown), (other, path, also) in combinations(known, 2):
        a, b = (re.sub(r"\W+", " ", bare(text)).strip() for text in (one, other))
        if a != b and min(len(a), len(b)) > 15 and fuzz.ratio(a, b) >= 85:
            hits.append(Hit(path, shown + also, "fail", {"first": one, "second": other}, case.sure(*shown, *also)))
    return answer(hits, tuple(e for t in themes for e in t.evidence[:1]))
