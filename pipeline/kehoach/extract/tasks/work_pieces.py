"""One clause's assignment as rows: cut where a report has a role or time of its own, joined where nothing differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.assignments import ClauseReader
from kehoach.extract.tasks.formula_words import FORMULA, SENT_PAPERS
from kehoach.extract.tasks.further_subjects import parted
from kehoach.extract.tasks.next_terms import runs_on
from kehoach.extract.tasks.stated_duties import SANCTION, others_rewarded
from kehoach.extract.tasks.subjects import unit
from kehoach.extract.tasks.telling_clauses import ISSUED
from kehoach.extract.tasks.work_cuts import cuts, with_others
from kehoach.extract.text.paragraphs import Paragraph, clauses
from kehoach.extract.text.quotations import quotations
from kehoach.extract.times.binding_times import BoundTime
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.times.time_grammar import read
from kehoach.extract.units.role_words import JOINED
from kehoach.model.document import Span
from kehoach.model.fact import UnitMention
from kehoach.model.plan import Role
from kehoach.model.time import When
from kehoach.rules.needs import Sieve


@dataclass(frozen=True, slots=True)
class Work:
    """One assignment with the place of its words. ``again``: a time without a date binds it, or a second one; ``cut``: it
    was cut from the work before it, in one clause; ``reports``: it is a report that
    begins with how often it is made; ``head``: words before it that it shares with another work."""

    path: str | None
    span: Span
    units: tuple[UnitMention, ...]
    when: When | None
    rule: str
    product: str | None = None
    again: bool = False
    cut: bool = False
    reports: bool = False
    head: Span | None = None


def stretch(paragraph: Paragraph, work: Work) -> tuple[int, int]:
    """Where the words of a work stand in the paragraph."""
    return work.span.start - paragraph.start, work.span.end - paragraph.start


ADVICE = re.compile(r"(?:chủ\s+động\s+)?(?:tham\s+mưu|giúp)(?!\w)")
"""Verbs of who advises or helps a body that decides."""
NEW_SUBJECT = Sieve(
    r"(?:các|những|riêng|nội\s+dung|việc|kinh\s+phí|quá\s+thời\s+hạn|thời\s+(?:điểm|gian|hạn)|trường\s+hợp|hồ\s+sơ|kết\s+quả|hội\s+(?:thi|nghị)(?=[^,;.]*\sđược\s)|\S+(?:\s+\S+)?\s+nào)(?!\w)"
)
"""Words that begin a sentence of another subject, not more of the work before."""


def goes_on(low: str, at: int) -> bool:
    """Whether the clause at ``at`` goes on with the sentence before it."""
    before = low[:at].rstrip(" -")
    return before.endswith(";") or low.startswith(("đồng thời", "bên cạnh đó"), at)


def with_more(paragraph: Paragraph, work: Work, clause: tuple[int, int], when: When | None) -> list[Work]:
    """A clause that begins with no verb known goes on with the work before it, as a row of its own where it has a
    time of its own."""
    how_often = lowered(paragraph.text).startswith(("mỗi ", "hằng ", "hàng ", "trong đó"), clause[0])
    if when != work.when and not (when is None and how_often):
        alone = tuple(u for u in work.units if u.role != "coordinate")
        return [work, replace(work, span=paragraph.span(*clause), when=when, units=alone or work.units)]
    return [replace(work, span=Span(work.span.start, paragraph.start + clause[1]))]


def split(
    paragraph: Paragraph,
    reader: ClauseReader,
    found: Assignment,
    units: tuple[UnitMention, ...],
    times: tuple[BoundTime, ...],
    clause_start: int,
) -> Iterator[Work]:
    """The clause, cut before "và báo cáo ..." where the report has another role or time than the rest."""
    low, verb = reader.low, reader.grammar.verb
    if found.formula and (stands := FORMULA.search(low, clause_start, found.end)) is not None:
        times = tuple(t for t in times if t.start >= stands.end())  # when something may come up binds no work
    together = None if found.in_charge else with_others(low, (found.start, found.end), verb)
    together = together or _joined(low, found)
    begins = sorted({*cuts(low, (found.start, found.end), times, verb), *((together,) if together else ())})
    ends = [*(_before(low, cut) for cut in begins[1:]), found.end]
    for n, (start, end) in enumerate(zip(begins, ends, strict=True)):
        first = clause_start if n == 0 else start
        when = time_within(times, first, end)
        role: Role | None = None
        if n == 0 and found.in_charge and not found.told:
            role = "lead"
        elif not (n == 0 and found.in_charge):
            role = "supervise" if reader.supervises(start, end) else "lead"
        alone = together is not None and start < together
        own = tuple(_with_role(u, role) for u in units if not (alone and u.role == "coordinate"))
        said_from = clause_start if n == 0 and _opens_with_every(low, clause_start, found) else start
        again = any(first <= t.start < end and t.when != when and low[t.start : t.end] != "định kỳ" for t in times)
        span = paragraph.span(said_from, end)
        reports = again and _REPORTS.match(low, first, end) is not None
        yield Work(paragraph.path, span, own, when, _rule(found), again=again, cut=n > 0, reports=reports)


def _joined(low: str, found: Assignment) -> int | None:
    """Where the work begins that is done together with those named behind a comma or "và": "lập đề cương, cùng Phòng
    X bố trí xe"."""
    first = next((actor.name.start for actor in found.actors if actor.role == "coordinate"), None)
    if first is None or first <= found.start:
        return None
    joint = next((m for m in JOINED.finditer(low, found.start, first) if m.end() == first), None)
    return joint.end() - len(joint[0].lstrip(",; ").removeprefix("và ")) if joint is not None else None


_REPORTS = Sieve(
    r"(?:định\s+kỳ|hằng|hàng|mỗi|trước|chậm\s+nhất|cuối|vào|ngày|thứ)\s+(?:[^\s;.]+\s+){0,9}?(?:báo\s+cáo|gửi|nộp)(?!\w)"
)
"""A report that begins with how often it is made."""


def _opens_with_every(low: str, at: int, found: Assignment) -> bool:
    """Whether the time before a work without a subject is part of its words: "Định kỳ 6 tháng báo cáo ..."."""
    time = read(low, at) if not found.named and at < found.start else None
    return time is not None and time.when.kind == "recurring"


def _with_role(unit: UnitMention, role: Role | None) -> UnitMention:
    return unit if role is None or unit.role == "coordinate" else replace(unit, role=role)


def _rule(found: Assignment) -> str:
    if found.formula:
        return "task.formula"
    if found.told:
        return "task.told"
    if found.named:
        return "task.subject"
    return "task.heading" if found.verbal else "task.listed"


def _before(low: str, at: int) -> int:
    return len(re.sub(r"(?:\s*,|\s+và)\s*$", "", low[:at]))


def time_within(times: tuple[BoundTime, ...], start: int, end: int) -> When | None:
    """The dated time that binds the stretch: the one it opens with, else a term, else the first."""
    here = [t for t in times if start <= t.start < end and (t.when.start is not None or t.when.end is not None)]
    opening = [t.when for t in here if t.start == start]
    terms = [t.when for t in here if t.when.kind == "deadline"]
    return next(iter([*opening, *terms, *(t.when for t in here)]), None)


def with_receiver(paragraph: Paragraph, work: Work, receiver: Assignment | None) -> list[Work]:
    """The report, and what its receiver makes of it ("... phản ánh về Sở X để tổng hợp, trình Y")."""
    if receiver is None:
        return [work]
    told = re.sub(r"[\s,\"']*để[\s\"']*(?:kịp\s+thời)?\s*$", "", paragraph.text[: receiver.start]).rstrip()
    first = replace(work, span=Span(work.span.start, max(work.span.start, paragraph.start + len(told))))
    units = tuple(unit(paragraph, actor) for actor in receiver.actors)
    return [first, Work(paragraph.path, paragraph.span(receiver.start, receiver.end), units, None, "task.receiver")]


def merged(pieces: list[Work]) -> Iterator[Work]:
    """One row for neighbouring works of the same units, roles and time."""
    current: Work | None = None
    for piece in pieces:
        same = current is not None and current.units == piece.units and current.when == piece.when
        apart = current is not None and current.again != piece.again and piece.reports
        if current is not None and same and not apart:
            current = replace(current, span=Span(current.span.start, piece.span.end))
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


_TERM = 9
"""Words of the longest clause that says only a term."""
_BY_THEN = re.compile(
    r"(?:hoàn\s+thành|xong|kết\s+thúc)(?:\s+xong)?\s+(?:trước|trong|vào|chậm\s+nhất|muộn\s+nhất|ngày)(?!\w)"
)


_TIME_OF_IT = re.compile(
    r"\s*(?:thời\s+(?:gian|hạn)(?:\s+[^\s\d,;:.]+){0,8}?\s*:?\s*|(?:(?:thực\s+hiện|tiến\s+hành|triển\s+khai|hoàn\s+thành)(?:\s+xong)?|xong)\s+(?:(?:trong|vào|từ|trước)\s+)?)?"
)
SAYS_WHEN = Sieve(
    r"thời\s+(?:gian|hạn)(?!\w)|(?:thực\s+hiện|tiến\s+hành|triển\s+khai|hoàn\s+thành)(?:\s+xong)?\s+(?:trong|vào|từ|trước|chậm\s+nhất)\s"
)
"""What tells a time that may stand in a sentence of its own behind the work."""
_NO_MORE = re.compile(r"\s*(?:\([^()]*\))?[\s.;/]*")


def finished_by(
    paragraph: Paragraph, works: list[Work], low: str, clause: tuple[int, int], times: tuple[BoundTime, ...]
) -> bool:
    """Whether a clause says only the term of the last work, which then has it ("...; hoàn thành trước ngày ..."), or is
    nothing but its time ("...; từ ngày 5 đến ngày 9/3"). In a sentence of its own it is that of all the works before."""
    when, (begin, end) = time_within(times, *clause), clause
    if not works or when is None:
        return False
    if goes_on(low, begin) and runs_on(low, stretch(paragraph, works[-1])[0], clause, times):
        works[-1] = replace(works[-1], span=Span(works[-1].span.start, paragraph.start + end))
        return True
    apart = SAYS_WHEN.match(low, begin) is not None and not goes_on(low, begin)
    if not apart and _BY_THEN.match(low, begin) and len(low[begin:end].split()) <= _TERM:
        works[-1] = replace(works[-1], span=Span(works[-1].span.start, paragraph.start + end), when=when)
        return True
    for time in times:
        inside = begin <= time.start and time.end <= end and _TIME_OF_IT.fullmatch(low, begin, time.start)
        if inside and (_NO_MORE.fullmatch(low, time.end, end) or (apart and low.startswith(",", time.end))):
            works[:] = [
                replace(w, when=time.when) if n == len(works) or (apart and w.when is None) else w
                for n, w in enumerate(works, 1)
            ]
            return True
    return False


_LABEL = re.compile(r"[^:;.()\d]{2,60}:\s+")
_TIME_ALONE = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*tại\s[^;.]*)?[\s.;/]*")


def labelled_time(low: str, clause: tuple[int, int], times: tuple[BoundTime, ...]) -> When | None:
    """The time of a clause (folded, lower case) that says nothing but when something is, before those who do it: "Sơ kết:
    tháng 7; Phòng X chuẩn bị nội dung, ..."."""
    label = _LABEL.match(low, *clause)
    for time in times:
        if label is not None and time.start == label.end() and _TIME_ALONE.fullmatch(low, time.end, clause[1]):
            return time.when
    return None


def papers_sent(paragraph: Paragraph, works: list[Work], clause: tuple[int, int], when: When) -> Work | None:
    """The work of those who lead the works before, where a clause says by when their papers are sent: "...; hồ sơ gửi về
    Sở chậm nhất ngày 15/1"."""
    if SENT_PAPERS.match(lowered(paragraph.text), *clause) is None:
        return None
    said = lowered(paragraph.text[slice(*clause)])
    leads = {
        (u.printed, u.span): _with_role(u, "lead")
        for work in works
        for u in work.units
        if u.role != "coordinate" and lowered(u.printed) not in said
    }
    return Work(paragraph.path, paragraph.span(*clause), tuple(leads.values()), when, "task.papers") if leads else None


def stretches(text: str, stop: int | None, reader: ClauseReader) -> Iterator[tuple[int, int, bool]]:
    """The stretches before ``stop`` that may state a work each, none within a quotation, and whether one was taken over
    within its clause."""
    quoted = [(q.start, q.end) for q in quotations(text)]
    for clause in clauses(text, 0, stop):
        for over, (start, end) in enumerate(parted(reader, *clause)):
            if not any(a < start < b for a, b in quoted):
                yield start, end, over > 0


def told_more(
    paragraph: Paragraph, pieces: list[Work], clause: tuple[int, int], when: When | None, low: str, *, assigning: bool
) -> None:
    """Adds to the works what a clause without a work of its own says: papers to be sent, or more of the last work."""
    if pieces and when is not None and (sent := papers_sent(paragraph, pieces, clause, when)):
        pieces.append(sent)
    elif (
        goes_on(low, clause[0])
        and pieces
        and not any(apart.match(low, *clause) for apart in (NEW_SUBJECT, ISSUED, SANCTION))
        and not others_rewarded(low[slice(*clause)])
    ):
        more = with_more(paragraph, pieces[-1], clause, when)
        pieces[-1:] = more if assigning else more[:1]  # elsewhere what has a time of its own is another matter


def leading(units: tuple[UnitMention, ...]) -> tuple[UnitMention, ...]:
    """The units as those who lead."""
    return tuple(replace(u, role="lead") for u in units)


def going_on_with(units: tuple[UnitMention, ...], found: Assignment, low: str) -> tuple[UnitMention, ...]:
    """The units that the next clauses of the sentence go on with: coordinators only of one who is told or in charge."""
    kept = (found.told and not found.in_charge) or ADVICE.match(low, found.start)
    return units if kept else tuple(u for u in units if u.role != "coordinate")


def says(words: str, fewest: int) -> bool:
    """Whether the words of a piece say a work, in more words than ``fewest``."""
    return re.search(r"[^\W_]", words) is not None and len(words.split()) > fewest
