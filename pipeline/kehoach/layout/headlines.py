"""Lines of a letterhead made whole: joined where a narrow column broke them, parted where two came as one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.layout.head import HEAD_LINES, letterhead_zone
from kehoach.layout.printed import Printed, bare_words
from kehoach.layout.signs import UNION_NAME, Signs, is_body
from kehoach.model.document import Block
from kehoach.model.page import Word
from kehoach.orthography.fold import bare
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

Item = Printed | Block

_ONLY_NUMBER = re.compile(r"so ?:?(?: ?\d{1,5}[a-z]?)?")
_REST_OF_NUMBER = Sieve(r"\W*(?:\d{1,5}[a-z]?\s?)?[/-]\s?(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ][\w&Đđ]*\s?[-/][A-ZĐ&\w-]+\W*$")
"""What stands behind "Số:" where it came as a line of its own: "/KH-SNV", "25 /KH-SNV"."""
_DATE_BEGUN = re.compile(r"^[^\W\d][\w .]{1,30},? ngay\b(?! .*\bnam (?:19|20)\d\d)")
_REST_OF_DATE = re.compile(r"(?:\b(?:ngay|\d{0,2}thang|nam|\d{1,4})\b[ .…]*){1,6}")
_DATED = re.compile(r"\bngay\b.*th[aou]ng\b.*\bnam\b ?(?:19|20)\d\d\b")
"""A date that a narrow column broke over two lines; the day and the month may be left blank, the year not."""
_DAY_OF_MANY = re.compile(r"ngay (?:thu \w|\d{1,2} ?[:(-])|(?:buoi )?(?:sang|chieu|toi) (?:thu|ngay|chu nhat)")
"""Of a heading in a programme: "NGÀY 1: THỨ SÁU, NGÀY 6/3/2031"."""
_UNION_NAME = re.compile(rf"\b{UNION_NAME}")
"""What the Youth Union prints in place of the motto."""
_STATE = "cong hoa xa hoi chu nghia viet nam"
_CAPITAL = f"[{UPPER}][{LOWER}]+"
_PLACE_BEGUN = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL})?")
"""The first words of a place's name that a narrow column parts from the others ("Lào" over "Cai, ngày 24 tháng 9")."""
_PLACE_RESUMED = re.compile(rf"(?:{_CAPITAL}\s?){{1,3}},\s*ngày\b")
_NUMBER_WORDS = 4
"""Words of a number line at most."""
_MOTTO_BEGUN, LIBERTY = re.compile(r"doc lap(?!.*phuc)"), re.compile(r"doc lap\W+tu do\W+hanh phuc")
_MOTTO_START = re.compile(r"cong h\w{2} xa|doc lap|dang cong san")


def joined(flow: Sequence[Item]) -> list[Item]:
    """The flow with the lines of number, date and motto whole where they came in two: "Số: 12", below it "/KH-SNV"; "Cà
    Mau, ngày 05 tháng 3 năm", below it the year."""
    made: list[Item] = []
    for n, item in enumerate(flow):
        above = made[-1] if made and n < HEAD_LINES else None
        if isinstance(above, Printed) and isinstance(item, Printed) and _completes(above, item):
            made[-1] = replace(above, words=(*above.words, *item.words))
        else:
            made.append(item)
    return made


def _completes(above: Printed, line: Printed) -> bool:
    """Whether a line is the rest of the number, the date or the motto above it."""
    if _ONLY_NUMBER.fullmatch(above.bare) and _REST_OF_NUMBER.match(line.value):
        return True
    if above.box is None and above.side == line.side and _parted_by_width(above, line):
        return True
    if above.side == line.side and _MOTTO_BEGUN.match(above.bare) and LIBERTY.fullmatch(f"{above.bare} {line.bare}"):
        return True
    if above.side != line.side or not _DATE_BEGUN.search(above.bare) or _DATED.search(above.bare):
        return False
    return bool(_REST_OF_DATE.fullmatch(line.bare) and _DATED.search(f"{above.bare} {line.bare}"))


def _parted_by_width(above: Printed, line: Printed) -> bool:
    """Whether a narrow cell parts the name of the State or of a place; on a page each line is one."""
    if above.bare and _STATE.startswith(f"{above.bare} {line.bare}"):
        return True
    return bool(_PLACE_BEGUN.fullmatch(above.value) and _PLACE_RESUMED.match(line.value))


def parted(flow: Sequence[Item], signs: Signs) -> list[Item]:
    """The flow with letterhead lines parted where two of them came as one ("SỞ NỘI VỤ Số: 12/KH-SNV")."""
    made: list[Item] = []
    for n, item in enumerate(flow):
        if n >= HEAD_LINES or not isinstance(item, Printed) or signs.is_type(item) or len(item.words) > _longest(item):
            made.append(item)
            continue
        cuts = _cuts(item, signs)
        before = replace(item, words=item.words[: cuts[0]]) if cuts else item
        if (
            not cuts
            or _plain(before, item.words[cuts[0] :], signs)
            or (letterhead_zone(item, signs) == "place_date" and not _other_column(before))
        ):
            made.append(item)
            continue
        ends = [*cuts, len(item.words)]
        made += [before, *(replace(item, words=item.words[a:b], gap=False) for a, b in itertools.pairwise(ends))]
    return made


def _longest(line: Printed) -> int:
    """Words of the longest line that may be several of a letterhead: of all of it where it holds the motto."""
    return 60 if LIBERTY.search(line.bare) else 24


def _plain(before: Printed, rest: Sequence[Word], signs: Signs) -> bool:
    """Whether the words before another line are none of a letterhead; a motto has a body's name before it in any case."""
    if letterhead_zone(before, signs) is not None or signs.kind(before) == "subject":
        return False
    return not (signs.kind_of(bare_words(rest)) == "motto" and is_body(before))


def _other_column(before: Printed) -> bool:
    """Whether the words before a place are of a body in capitals ("HUYỆN SÔNG MẪU Sông Mẫu, ngày ..."), no part of it."""
    return before.capitals == 1.0 and len(before.words) > 1


def _cuts(item: Printed, signs: Signs) -> list[int]:
    """Where the lines begin that came as one; a place name of several words is not cut ("Krông Búk, ngày ...")."""
    cuts: list[int] = []
    if _DAY_OF_MANY.match(item.bare) or not (signs.may_join(item) or _UNION_NAME.search(item.bare)):
        return cuts
    dated = False
    for c in range(1, len(item.words)):
        if not _may_begin(item.words[c].text):
            continue
        rest = item.words[c:]
        said = bare_words(rest)
        kind = signs.kind_of(said)
        if kind == "motto" and not _MOTTO_START.match(said):  # it stands further on, behind another line
            kind = signs.kind_of(bare_words(rest[:_NUMBER_WORDS]))
        if not _begins(rest, said, kind) or (dated and kind == "place_date"):
            continue
        dated = kind == "place_date"
        cuts.append(c)
    return cuts


def _may_begin(word: str) -> bool:
    """Whether a letterhead line can begin with this word: of small letters only those of a motto."""
    return not word[:1].islower() or bare(word[:1]) in "cd"


def _begins(rest: Sequence[Word], said: str, kind: str | None) -> bool:
    """Whether a letterhead line of its own begins with these words, whose bare form and kind are given."""
    if _UNION_NAME.match(said):
        return True
    if kind == "motto":
        return bool(_MOTTO_START.match(said))
    if kind == "number":
        return rest[0].text[:1] == "S" and any("/" in word.text for word in rest)
    return kind == "place_date" and _names_a_place(rest[: len(said.split(" ngay")[0].split())])


def _names_a_place(words: Sequence[Word]) -> bool:
    """Whether these words may be a place's name: up to four of one case, so that a body in capitals or the end of a
    symbol is none of it ("12/ KH.LĐ Sông Mẫu")."""
    names = [word.text.replace(".", "").strip(",;*") for word in words]
    if not 1 <= len(names) <= 4 or not names[0][:1].isupper():
        return False
    names = names[1:] if names[0] in ("TP", "TX", "TT") and len(names) > 1 else names
    spelt = [name for n, name in enumerate(names) if not (n and n == len(names) - 1 and name.isdigit())]
    capitals = {name.isupper() for name in spelt if len(name) > 1}
    return len(capitals) <= 1 and all(name.isupper() or name == name.capitalize() for name in spelt)
