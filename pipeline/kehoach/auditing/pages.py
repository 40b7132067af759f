"""The numbers printed on the pages: whether they are there, where, and whether one is skipped."""

from __future__ import annotations

from kehoach.auditing.case import Case
from kehoach.auditing.result import Answer, Hit, answer
from kehoach.model.document_info import PageInfo
from kehoach.model.text import Evidence


def page_numbers(case: Case) -> Answer | None:
    """Numbers from the second page on, centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II).

    On recognized pages a number may be unread, so that only those that are there are judged.
    """
    pages = [p for p in case.plan.source.pages if p.width and p.height and not p.blank and not p.failed]
    later = pages[1:]
    if not later:
        return None
    numbered = [p for p in later if p.printed is not None]
    if not numbered:
        return answer([Hit(None, (), "absent", sure=not case.recognized)])
    hits = []
    if (first := pages[0]).printed == first.number == 1:
        hits.append(Hit(None, _place(first), "first", sure=not case.recognized))
    if low := [p for p in numbered if p.printed_at and p.height and p.printed_at.cy > p.height / 2]:
        hits.append(Hit(None, _place(low[0]), "bottom", {"page": low[0].number}))
    elif aside := [
        p for p in numbered if p.printed_at and p.width and abs(p.printed_at.cx - p.width / 2) > p.width / 6
    ]:
        hits.append(Hit(None, _place(aside[0]), "aside", {"page": aside[0].number}))
    return answer(hits, tuple(e for p in numbered for e in _place(p)))


def _place(page: PageInfo) -> tuple[Evidence, ...]:
    return (Evidence(page.number, page.printed_at, None, None),) if page.printed_at else ()


def missing_page(case: Case) -> Answer | None:
    """A number skipped from one page to the next: a page of the document is not in the file."""
    source = case.plan.source
    numbered = tuple(e for p in source.pages for e in _place(p))
    if len(numbered) < 4 and not source.missing:
        return None
    hits = [Hit(None, (), "fail", {"pages": ", ".join(map(str, source.missing))})] if source.missing else []
    return answer(hits, numbered)
