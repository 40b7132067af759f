"""Whether a clause with a subject and a verb assigns work: by where it stands, who is its subject and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.extract.tasks.assignment import Assignment
from kehoach.extract.tasks.formula_words import REPORTS
from kehoach.extract.tasks.heading_words import MEMBERS, POST_ALONE
from kehoach.extract.tasks.stated_duties import (
    QUOTA,
    becomes_of,
    is_attitude,
    is_quota,
    only_states,
    proposes,
    says_itself_done,
    works_at_its_post,
)
from kehoach.extract.tasks.stems import does_as_listed
from kehoach.extract.tasks.subjects import JUDGING, Subjects
from kehoach.extract.tasks.telling_clauses import names_a_movement, only_tells, printed
from kehoach.extract.text.paragraphs import Paragraph
from kehoach.extract.times.binding_times import BoundTime
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.named_units import Name
from kehoach.extract.units.posts import is_name
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.section import Outline
from kehoach.orthography.letters import LOWER
from kehoach.rules.needs import Sieve

_CARRY_OUT = Sieve(
    r"(?:\S+\s+){0,6}?(?:triển\s+khai|tổ\s+chức|phối\s+hợp|nghiên\s+cứu)(?:\s*,)?"
    r"(?:\s+(?:và|tổ\s+chức|triển\s+khai|có\s+hiệu\s+quả|nghiêm\s+túc|chặt\s+chẽ|tốt)(?!\w))*\s+thực\s+hiện"
    r"|(?:nghiêm\s+(?:túc|chỉnh)|tích\s+cực|chủ\s+động|khẩn\s+trương)\s+(?:tổ\s+chức\s+|triển\s+khai\s+)?(?:thực\s+hiện|triển\s+khai|chấp\s+hành|làm\s+theo)(?:\s+(?:tốt|có\s+hiệu\s+quả))?[\s./]*$"
)
_CARRIED_OUT = Sieve(
    r"(?:[^\s.;]+\s+){0,4}?bắt\s+tay\s+(?:ngay\s+)?vào\s+(?:công\s+)?việc|(?!(?:phổ\s+biến|quán\s+triệt)[^.;]*?\sđến\s)(?:[^\s.;]+\s+){0,9}?(?:triển\s+khai|thực\s+hiện|thi\s+hành)(?!\w)"
)
"""That a plan is to be carried out, in whatever words: where it signs off, that is no work of its own."""
_AWARD = re.compile(
    r"(?:(?:xét|quyết\s+định|trao)\s+)*(?:tặng\s+(?:thưởng\s+)?(?:\d+\s+)?(?:giấy\s+khen|bằng\s+khen|cờ|huân|huy|danh\s+hiệu|kỷ\s+niệm)"
    r"|công\s+nhận\s+(?:các\s+|\d+\s+)?(?:danh\s+hiệu|tập\s+thể\s+lao\s+động|chiến\s+s[ĩỹ]\s+thi\s+đua))"
)
"""What a body gives to the winners is no task of its own, neither what it is asked to give nor, where rewards are told
of, what it gives of itself."""
_STATE = ("chủ tịch nước", "thủ tướng", "nhà nước")
"""Those who honour the winners and take no work from a plan."""
_SCORES_ITSELF = re.compile(r"tự\s+(?:chấm|đánh\s+giá|xếp\s+loại|kiểm\s+tra|rà\s+soát)(?!\w)")
"""What those who are judged do themselves, and so their work even among the standards."""
_SPENDS = Sieve(
    r"(?:được\s+)?(?:sử\s+dụng|chi|hưởng|cấp|hỗ\s+trợ)(?!\w)(?!\s+trì)"
    r"|(?:chủ\s+động\s+)?tự\s+(?:cân\s+đối|bố\s+trí|đảm\s+bảo|bảo\s+đảm|lo|túc|chi\s+trả|thu\s+xếp|trang\s+trải|chịu)(?!\w)"
    r"(?=[^.;]*\s(?:kinh\s+phí|dự\s+toán|ngân\s+sách|nguồn|quỹ|chi\s+phí)(?!\w))"
)
"""What is paid from where, or by each for itself, is no work of those who pay."""
_EMULATES = re.compile(
    rf"(?<!(?i:cụm) )(?<!(?i:khối) )(?<!(?i:hội đồng) )(?<!(?i:ban) )(?<!vực )(?:(?i:thi đua)$|thi đua(?=\s+[{LOWER}]))"
)
"""What units compete in is the plan's content, not an assignment."""
_APPEAL = re.compile(
    r"(?:kêu\s+gọi(?!\s+(?:đầu\s+tư|vốn|tài\s+trợ|xã\s+hội\s+hóa|ủng\s+hộ|các\s+nguồn))|mong(?:\s+muốn)?|tin\s+tưởng)(?!\w)|(?:đạt|xếp\s+loại)\s[^.;]*?\sđược\s+(?:công\s+nhận|xếp|xét|tặng)(?!\w)"
    r"|(?:xếp|dẫn\s+đầu|đạt|đứng|có|được)\s+(?:[^\s.;]+\s+){0,16}?được\s+(?:(?:xem\s+)?xét|suy\s+tôn|đề\s+nghị|lựa\s+chọn)(?!\w)[^.;]*?(?:tặng|khen\s+thưởng|công\s+nhận)(?!\w)"
    r"|xem\s+xét\s*,?\s*(?:và\s+)?(?:giải\s+quyết|quyết\s+định|chỉ\s+đạo|điều\s+chỉnh)(?:\s+theo\s+(?:quy\s+định|thẩm\s+quyền))?[\s./;]*$"
    r"|(?:(?:phải\s+)?chịu\s+trách\s+nhiệm\s+)?(?:trực\s+tiếp\s+|hoàn\s+toàn\s+)?(?:nếu|khi)\s+để\s+xảy\s+ra(?!\w)"
    r"|là\s+(?:thành\s+viên|ủy\s+viên|(?:phó\s+)?trưởng\s+(?:ban|đoàn|khối|cụm)|(?:tổ|nhóm)\s+(?:phó|trưởng)|thư\s+ký)\s*(?:[,.;(]|$)"
    r"|(?:hoàn\s+thành|đạt|có|xếp|đứng|hạng|loại)\s[^.;:]{0,120}:\s*(?:được\s+)?(?:đề\s+nghị|xét|tặng|khen|xếp\s+loại|giấy\s+khen|bằng\s+khen|cờ|tiền\s+thưởng|thưởng|\d[\d.]*\s*(?:đồng|đ|triệu|điểm))(?!\w)"
    r"|là\s+(?:(?:những|một)\s+)?(?:người(?!\s+(?:chịu|đứng\s+đầu|phụ\s+trách|chỉ\s+đạo|trực\s+tiếp\s+(?:chịu|chỉ|phụ)))|tấm\s+gương|hạt\s+nhân)(?!\w)"
    r"|làm\s+(?:(?:phó\s+)?trưởng\s+(?:ban|(?:tiểu\s+)?ban|đoàn|khối|cụm)|phó\s+(?:ban|đoàn|chủ\s+tịch)|(?:tổ|nhóm|đội|cụm|khối)\s+(?:phó|trưởng)|chủ\s+tịch|thư\s+ký|(?:ủy|thành)\s+viên)(?!\w)"
    r"|chịu\s+trách\s+nhiệm\s+trước\s[^.;]*?\snếu\s|(?:được\s+đề\s+nghị\s+)phải\s+đạt(?!\w)"
)
"""What a body appeals for or hopes, or what becomes of it, is no assignment."""
_LONGEST_LEVEL = 5
"""Words of a level of government where it stands for the bodies there: "Các đơn vị cấp huyện" has more."""
_BY_OFFICE = Sieve(
    r"(?:(?:các|đồng\s+chí)\s+)*(?:giáo\s+viên(?:\s+(?:chủ\s+nhiệm|bộ\s+môn|phụ\s+trách|mầm\s+non))?|gvcn|gvbm|(?:nhân\s+viên|cán\s+bộ|bộ\s+phận)\s+(?:kế\s+toán|văn\s+thư|y\s+tế|thư\s+viện|thiết\s+bị|bảo\s+vệ|thủ\s+quỹ)|điều\s+dưỡng\s+trưởng|tổng\s+phụ\s+trách(?:\s+đội)?|lớp\s+trưởng)(?:\s+(?:các\s+)?(?:lớp|trường|khoa|khối)(?:\s+[^\s,;:.]+)?)?"
)
"""People by the office that they hold, to whom works are shared out as to bodies."""
_ANSWERS = re.compile(r"chịu\s+trách\s+nhiệm\s+(?:toàn\s+diện\s+|trực\s+tiếp\s+)?trước(?!\w)")
"""What a head owes to those above him, wherever it is said."""
_MEMBERS_NEXT = re.compile(
    r"[,;]\s+(?:(?:tổ|nhóm|đội|đoàn)\s+phó|phó\s+(?:trưởng\s+)?(?:ban|đoàn|tổ)|(?:các\s+)?(?:thành|ủy)\s+viên|thư\s+ký)\s*:"
)
"""Behind the head of a board: its deputies and members."""
_ANY_BODY = Sieve(r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|người|tổ\s+chức)(?:\s+có\s+thẩm\s+quyền)?")
_APART = Sieve(r"\s*(?:[-–:,(]\s|\()")
_TITLE = Sieve(r"(?<!\w)(?:(?:ông|bà|đ/c|đồng\s+chí|cô|thầy|các)\.?\s+)+", re.IGNORECASE)
_GIVES = Sieve(
    r"(?:[^.;:]{0,90}?\s)?giao(?:\s+cho)?\s+(?!các\s)(?=(?:phòng|sở|văn|ban|trung|đoàn|chánh|giám|trưởng|thủ|bảo|công|thanh|vụ|cục|chi|tổ|ủy|ubnd|hội|bộ|khoa)\s)"
)
"""Work given to one body by its name, even where the document signs off."""
_SIGNING_OFF = re.compile(
    r"trên\s+đây\s+là|kế\s+hoạch\s+(?:này\s+)?(?:đã\s+)?được\s+[^;.]*?(?:thông\s+qua|thống\s+nhất|phổ\s+biến|công\s+bố)|kế\s+hoạch\s+này\s+(?:(?:đã\s+)?được|có\s+hiệu|áp)"
)


@dataclass(frozen=True)
class Judge:
    """``subjects`` knows whom the paragraphs before have named."""

    outline: Outline
    grammar: UnitGrammar
    subjects: Subjects

    def counts(
        self,
        paragraph: Paragraph,
        found: Assignment,
        clause: tuple[int, int],
        times: tuple[BoundTime, ...],
        *,
        going_on: bool,
    ) -> bool:
        """Whether the clause assigns work, by where it stands and who is its subject."""
        if found.guessed and not self.subjects.assigning(paragraph):
            return False
        low = lowered(paragraph.text)
        asked_to_report = found.told and "báo cáo" in low[found.start : found.end]
        if not asked_to_report and _SIGNING_OFF.match(low, found.start if found.formula else clause[0]):
            return False
        if self._awarded(paragraph, found, clause, going_on=going_on):
            return False
        if only_tells(paragraph.text, low, found) or names_a_movement(low, found):
            return False
        work = low[found.start : found.end]
        unlabelled = not paragraph.opens and ("kế hoạch này" in work or len(work.split()) <= 8)
        here = [t.when for t in times if clause[0] <= t.start < clause[1]]
        timed, dated = bool(here), any(when.start is not None or when.end is not None for when in here)
        asks_for_something = "báo cáo" in work or timed
        given = found.told and _GIVES.match(low, *clause) is not None
        if paragraph.closing:
            asks = (found.told or (going_on and not found.named)) and asks_for_something
            return found.formula or given or asks or self._told_at_the_end(paragraph, found, dated=dated)
        signs_off = self._last(paragraph) or unlabelled
        listens = found.told or (not paragraph.opens and found.named and says_itself_done(work))
        if listens and not (asks_for_something or given) and signs_off and _CARRY_OUT.match(low, found.start):
            return False
        if not (found.named or found.verbal) and _is_member(paragraph.text[found.start : found.end]):
            return False
        if not found.named:
            helped = bool(found.actors) and clause[0] <= 3 and set(paragraph.kinds) <= {"content", "measures"}
            led = not found.actors or bool(self.subjects.above(paragraph)) or self.subjects.organizing(paragraph)
            placed = (self.subjects.assigning(paragraph) and led) or (helped and paragraph.opens)
            return going_on or (placed and not self.subjects.is_thing(paragraph))
        return self._placed(
            paragraph, found, at_head=clause[0] <= 3, timed=timed, dated=dated
        ) and self._by_those_named(paragraph, found, going_on=going_on)

    def _told_at_the_end(self, paragraph: Paragraph, found: Assignment, *, dated: bool) -> bool:
        """Whether a clause of the closing says what those it names report, or do by a day."""
        low = lowered(paragraph.text)
        if found.named and REPORTS.match(low, found.start) is not None:
            return True
        bound = found.told or (found.named and dated) or self._sums_up(paragraph.text, found)
        return bound and not _CARRIED_OUT.match(low, found.start)

    def _sums_up(self, text: str, found: Assignment) -> bool:
        """Whether one body by its name reports what it sums up, though the document signs off."""
        own = [actor.name for actor in found.actors]
        by_name = len(own) == 1 and found.named and self.grammar.kind(text, own[0]) == "body"
        return by_name and text[own[0].start].isupper() and "báo cáo" in text[found.start : found.end]

    def _awarded(self, paragraph: Paragraph, found: Assignment, clause: tuple[int, int], *, going_on: bool) -> bool:
        """Whether the clause says who is rewarded, proposed or hoped for, and what becomes of whom."""
        low = lowered(paragraph.text)
        said, rewards = low[found.start : clause[1]], "rewards" in paragraph.kinds
        by_state = found.named and all(low.startswith(_STATE, a.name.start) for a in found.actors)
        if _AWARD.match(low, found.start) and (rewards or found.told or by_state or not (found.named or going_on)):
            return True
        if rewards and is_quota(low[found.start : _sentence_end(low, clause[1], found)]):
            return True
        each = bool(found.actors) and low.startswith(("mỗi ", "từng "), found.actors[0].name.start)
        if rewards and each and proposes(said):
            return True
        appeals = _APPEAL.match(low, found.start) is not None and not works_at_its_post(said)
        return not found.told and (appeals or becomes_of(said))

    def _placed(self, paragraph: Paragraph, found: Assignment, *, at_head: bool, timed: bool, dated: bool) -> bool:
        """Whether work may be assigned where the clause stands: under aims, standards and the like little is."""
        low, assigning = lowered(paragraph.text), self.subjects.assigning(paragraph)
        work, kinds = low[found.start : found.end], set(paragraph.kinds)
        if found.listed and not found.told and QUOTA.match(low, found.start):
            return False
        if found.listed and self._lists_people(paragraph.text, low, found.start, found.end):
            return False
        if self._is_label(paragraph.text, low, found):
            return False
        if found.listed and not found.told and MEMBERS.match(f": {paragraph.text[found.start : found.end]}"):
            return False
        if not assigning and any(_EMULATES.search(paragraph.text[a.name.start : a.name.end]) for a in found.actors):
            return False
        if kinds & {"purpose", "requirements"} and not (assigning or at_head or _ANSWERS.match(low, found.start)):
            return False
        spends = JUDGING & kinds == {"funding"} and _SPENDS.match(low, found.start) is not None
        told_of = timed or "báo cáo" in work or ("dự toán" in work and not spends)
        scheduled = bool({"schedule", "funding"} & kinds) and told_of
        scheduled = scheduled or (dated and {"content", "targets"} == kinds and "%" not in work)
        scheduled = scheduled or (JUDGING & kinds == {"funding"} and found.named and not spends)
        if (
            JUDGING & kinds
            and "requirements" not in kinds
            and not (assigning or scheduled or found.told or does_as_listed(paragraph))
            and not _SCORES_ITSELF.match(low, found.start)
            and not ("purpose" in kinds and _ANSWERS.match(low, found.start))
        ):
            return False
        stated = not (assigning or found.told) and only_states(printed(paragraph.text, found), work, kinds, timed=dated)
        return not stated

    def _by_those_named(self, paragraph: Paragraph, found: Assignment, *, going_on: bool) -> bool:
        """Whether those who are named are such as work is assigned to: people and levels of government seldom are."""
        low, assigning = lowered(paragraph.text), self.subjects.assigning(paragraph)
        work = low[found.start : found.end]
        people = all(self.grammar.kind(paragraph.text, a.name) in ("people", "") for a in found.actors)
        by_office = paragraph.opens and all(
            _BY_OFFICE.fullmatch(low, a.name.start, a.name.end) for a in found.actors[:1]
        )
        shared_out = (found.listed or by_office) and found.verbal and "tasks" in paragraph.kinds
        if people and not (found.told or shared_out or self.subjects.organizing(paragraph)):
            return False
        if people and not found.told and is_attitude(work):
            return False
        levels = [a.name for a in found.actors if self.grammar.kind(paragraph.text, a.name) == "level"]
        if levels and not (going_on or self.subjects.organizing(paragraph)):
            return False
        if not found.told and any(
            len(paragraph.text[name.start : name.end].split()) > _LONGEST_LEVEL for name in levels
        ):
            return False
        leads = [a for a in found.actors if a.role != "coordinate"]
        kinds_of = {self.grammar.kind(paragraph.text, a.name) for a in leads if not a.name.head}
        bodies = kinds_of <= {"body", "post", "group", "place"}
        each = low.startswith(("mỗi ", "từng "), found.start) and self.grammar.names(paragraph.text, found.start)
        verbal = bool(self.grammar.verb(low, found.start)) or bool(each and each.verb)
        if found.listed and "%" in work and not self.subjects.organizing(paragraph):
            return False
        return (
            found.told
            or assigning
            or not found.listed
            or (bodies and verbal and not all(self._is_place(paragraph.text, a.name) for a in leads))
        )

    def _is_place(self, text: str, name: Name) -> bool:
        """Whether a name is that of one place, of which something is told: "Xã Hòa An: lấy mẫu tại 02 vị trí"."""
        words = text[name.start : name.end].split()
        return self.grammar.kind(text, name) == "place" and words[-1][:1].isupper()

    def _lists_people(self, text: str, low: str, at: int, end: int) -> bool:
        """Whether what stands behind a colon says who belongs to the unit, and no work."""
        if low.startswith(("gồm", "bao gồm", "đại diện"), at) or _MEMBERS_NEXT.search(low, at, end):
            return True
        if POST_ALONE.fullmatch(re.split(r"[;.]|,(?=[^,]*:)", low[at:end])[0].strip()):
            return True
        names = self.grammar.names(text, at) if self.grammar.begins(low, at) else None
        rest = low[names.end : end].strip(" .,;") if names is not None else ""
        return self.grammar.begins(low, at) and (names is None or (not names.verb and not rest))

    def _is_label(self, text: str, low: str, found: Assignment) -> bool:
        """Whether the words label the one who stands behind a colon: "Cơ quan thực hiện thủ tục: Sở Y tế"."""
        colon = low.find(":", found.start, found.end)
        at = len(low) - len(low[colon + 1 :].lstrip()) if colon >= 0 else -1
        if at < 0 or len(found.actors) > 1 or not _ANY_BODY.fullmatch(printed(text, found)[0] if found.actors else ""):
            return False
        return self.grammar.begins(low, at)

    def _last(self, paragraph: Paragraph) -> bool:
        """Whether it is the last paragraph of a body without a closing of its own."""
        nodes = self.outline.nodes
        return self.outline.closing is None and paragraph.start + len(paragraph.text) + 2 >= nodes[-1].extent.end


def _is_member(words: str) -> bool:
    """Whether a line of a list names a person with a post: "Trần Văn An - Trưởng phòng - Trưởng ban"."""
    apart = _APART.search(words)
    return apart is not None and is_name(_TITLE.sub("", words[: apart.start()]))


def _sentence_end(low: str, at: int, found: Assignment) -> int:
    """The end of the clause, of the whole sentence where its words begin with no verb (a list of names parted by ";")."""
    dot = low.find(". ", at) if not (found.named or found.verbal) else at
    return dot if dot >= 0 else len(low)
