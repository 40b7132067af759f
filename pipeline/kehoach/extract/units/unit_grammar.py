"""Names of units in running text: where one begins, where the verb that ends it stands, which names a list holds.

A name begins with a word of ``units`` and ends before a verb of ``verbs``; what stands between is not analysed. Works on
lower-case text beside the folded text, for a capital tells a name from a verb ("Sở Xây dựng", "Ban Chỉ đạo").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units import listed_names
from kehoach.extract.units.bare_lists import bare_lists
from kehoach.extract.units.complete_names import begins_sentence, complete
from kehoach.extract.units.duty_words import (
    ACTS_ON,
    APPOINTED,
    IN_NO_NAME,
    in_name,
    may_be_named,
    to_whom,
    told_by_what,
)
from kehoach.extract.units.headed_lists import behind_post
from kehoach.extract.units.held_names import Wholes, is_object, known_fields
from kehoach.extract.units.name_ends import CAPITAL, DETERMINER, LONGEST, STOP, bound_when
from kehoach.extract.units.named_units import WORD, Begun, Name, Names, begins_word, bodies, masked
from kehoach.extract.units.shared_heads import cell_of_houses, firsts_of, goes_on_sharing, shared_head
from kehoach.rules.load import Rules
from kehoach.rules.vocabulary import Entry, Vocabulary


@dataclass(frozen=True, eq=False)
class UnitGrammar:
    """The grammar with the words of the vocabularies. What it found is kept: several parts of a plan ask for the same."""

    units: Vocabulary
    verbs: Vocabulary
    wholes: Wholes
    fields: tuple[str, ...] = ()
    """What departments are known to be for ("y tế", "nội vụ"), so that "Sở Y tế, Nội vụ" are two and "Phòng Kinh tế, Hạ
    tầng và Đô thị" is one."""

    @staticmethod
    def of(rules: Rules) -> UnitGrammar:
        named = {str(entry["name"]).lower().partition(" ") for entry in rules["bodies"]}
        fields = tuple(sorted(field for head, _, field in named if field and head in listed_names.SHARED))
        wholes = Wholes(rules["unit_compounds"], known_fields(rules))
        return UnitGrammar(rules["units"], rules["verbs"], wholes, fields=fields)

    @lru_cache(maxsize=1024)  # noqa: B019 - a grammar lives as long as the rules
    def verb(self, low: str, at: int) -> str:
        """What the verb at this place does ("act", "coordinate" ...), "" where there is none."""
        return next((str(entry["does"]) for entry, found in self._verbs(low, at) if found.end() > at), "")

    def verb_end(self, low: str, at: int) -> int:
        """Where the verb at this place ends; ``at`` where there is none."""
        return max((found.end() for _, found in self._verbs(low, at)), default=at)

    def _verbs(self, low: str, at: int) -> Iterator[tuple[Entry, re.Match[str]]]:
        return self.verbs.at(low, at) if begins_word(low, at) else iter(())

    def _next_verb(self, low: str, at: int) -> re.Match[str] | None:
        return next((m for word in WORD.finditer(low, at) for _, m in self.verbs.at(low, word.start())), None)

    def _firm(self, low: str, at: int) -> bool:
        return any(entry.get("firm") for entry, _ in self.verbs.at(low, at))

    def begins(self, low: str, at: int) -> bool:
        """Whether a unit's name begins here."""
        return self.begun(low, at) is not None

    def begun_near(self, low: str, start: int, end: int) -> list[Begun]:
        """How the names begin that do in the last words of the stretch, so that a comma behind may go on with a list."""
        near = list(WORD.finditer(low, start, end))[-12:]
        return [begun for word in near if (begun := self.begun(low, word.start())) is not None]

    @lru_cache(maxsize=1024)  # noqa: B019 - a grammar lives as long as the rules
    def head(self, low: str, at: int) -> Begun | None:
        """End of the word that begins a unit's name here, whether it can stand alone, and the unit's kind."""
        begun = self.units.at(low, at) if begins_word(low, at) else ()
        found = [(m.end(), bool(entry.get("alone", False)), str(entry["kind"])) for entry, m in begun]
        known = None if found else self.wholes.begin(low, at)
        return max(found, default=(known, True, "body") if known is not None else None)

    def kind(self, text: str, name: Name) -> str:
        """The kind of a unit by the word it begins with; people with a title are a post ("Công chức Tư pháp")."""
        text, at = (f"{name.head} {text[name.start :]}", 0) if name.head else (text, name.start)
        if (begun := self.begun(lowered(text), at)) is None:
            return ""
        return "post" if begun[2] == "people" and text[begun[0] :].lstrip()[:1].isupper() else begun[2]

    @lru_cache(maxsize=1024)  # noqa: B019
    def names(self, text: str, at: int, *, object_too: bool = False) -> Names | None:
        """The units named from ``at`` on, up to the verb, colon or end that follows; None where no unit is named, or
        where what follows makes them no subject, unless ``object_too``.

        ``text`` is folded, with its capitals.
        """
        low = masked(lowered(text))
        if (begun := self.begun(low, at)) is None:
            return None
        stop = self._stop(text, low, head_end := begun[0], begun[1])
        if stop is not None and (closed := self.wholes.closed(text, low, at, stop[0])) is not None:
            stop = closed, "act"
        if stop is not None and (whole := complete(text, low, (at, stop[0]), head_end)) is not None:
            stop = whole, "act"
        if stop is None or stop[0] - at > LONGEST or (stop[1] == "stop" and not object_too):
            return None
        units = self.split(text, at, stop[0])
        return Names(units, at, *stop) if units else None

    @lru_cache(maxsize=1024)  # noqa: B019
    def begun(self, low: str, at: int) -> Begun | None:
        determiner = DETERMINER.match(low, at)
        return (self.head(low, determiner.end()) if determiner else None) or self.head(low, at)

    def _stop(self, text: str, low: str, at: int, alone: bool) -> tuple[int, str] | None:
        """Where the list that began before ``at`` ends, and what the word there does: a verb's kind, "" for a colon,
        a full stop or the end, "stop" for a word that begins something else."""
        named, begun = (at if not alone else -1), at
        while True:
            verb, stop = self._next_verb(low, at), STOP.search(low, at)
            if verb is not None and (stop is None or verb.start() <= stop.start()):
                if (meant := told_by_what(low, verb.start())) is not None:
                    at = meant
                    continue
                does = self.verb(low, verb.start())
                begins = self._begins(text, low, verb, at, alone)
                if (
                    (text[verb.start()].isupper() and not begins)
                    or self._in_compound(text, low, verb)
                    or in_name(low, at, verb, self.verb, firm=self._firm(low, verb.start()))
                ):
                    named = verb.end() if text[verb.start()].isupper() else named
                    at = verb.end()
                    continue
                if does not in ("lead", "coordinate") and (
                    self._belongs(text, low, verb, named) or is_object(text, low, verb.start())
                ):
                    at = named = verb.end()
                    continue
                if low[: verb.start()].rstrip().endswith((" và", " hoặc")):
                    if self._firm(low, verb.start()) or not CAPITAL.search(text, begun, verb.start()):
                        return None
                    at = named = verb.end()
                    continue
                return len(low[: verb.start()].rstrip(" ,").removesuffix(" trong").removesuffix(" cùng")), does
            if stop is not None and (whom := to_whom(low, at, stop.start(), self.verb)) is not None:
                at = whom
                continue
            if stop is not None and (meant := told_by_what(low, stop.start())) is not None:
                at = meant
                continue
            if stop is not None and APPOINTED.match(low, stop.start()):
                return len(low.rstrip()), ""
            if stop is not None and (
                listed_names.runs_on(text, low, stop, at, self.verb)
                or self._in_compound(text, low, stop)
                or (stop[0][0].isalpha() and is_object(text, low, stop.start()))
            ):
                at = stop.end()
                continue
            end = stop.start() if stop else len(low)
            does = "" if stop is None or stop[0] in (":", ".") else "act" if bound_when(low, end) else "stop"
            return len(low[:end].rstrip(" ,")), does

    def _begins(self, text: str, low: str, verb: re.Match[str], at: int, alone: bool) -> bool:
        """Whether a verb begins what is done, in capitals too; "Ban Thực hiện chính sách" is a name."""
        first = verb.start()
        acts = begins_sentence(text, low, first) and not self._field(low, first)
        in_no_name = IN_NO_NAME.match(low, first) is not None and (alone or first != at + 1)
        return acts or in_no_name or self.verb(low, first) in ("lead", "coordinate")

    def _belongs(self, text: str, low: str, verb: re.Match[str], named: int) -> bool:
        """Whether the verb is part of a name, because the name's first word cannot stand alone ("Tổ thẩm định"), or
        because it goes on with such verbs ("Đoàn kiểm tra, đánh giá"): ``named`` is where these end."""
        before = low[: verb.start()].rstrip()
        if self._firm(low, verb.start()):
            return False
        between = low[named : verb.start()].strip()
        held = not between and low.endswith(self.fields, 0, named)
        if named > 0 and (between in (",", "và") or (not between and not held and ACTS_ON.match(low, verb.start()))):
            return True
        for word in list(re.finditer(r"\S+", before[-40:]))[-4:]:
            start = len(before) - len(before[-40:]) + word.start()
            begun = self.head(low, start)
            if begun is not None and begun[0] == len(before):
                if begun[1]:
                    return False
                each = low[:start].rstrip().endswith(("mỗi", "từng"))
                each = each or any(a < start < b for a, b in self.kept(text, low))
                return not each and may_be_named(before, low, verb.start())
        return False

    @lru_cache(maxsize=256)  # noqa: B019
    def kept(self, text: str, low: str) -> tuple[tuple[int, int], ...]:
        """The stretches whose commas and "và" separate nothing. ``low`` is the text in lower case."""
        return (*self.wholes.kept(text, low), *bare_lists(text, lambda at: bool(self.verb(low, at))))

    def _in_compound(self, text: str, low: str, word: re.Match[str]) -> bool:
        return any(a < word.start() < b for a, b in self.kept(text, low))

    def split(self, text: str, start: int, end: int) -> tuple[Name, ...]:
        """The single names of the list that stands in ``text[start:end]``."""
        low = masked(lowered(text))
        kept = [(a, b) for a, b in self.kept(text, low) if start <= a and b <= end]
        names: list[Name] = []
        at, head = start, ""
        for mark in listed_names.SPLIT.finditer(low, start, end):
            if mark.start() <= at or any(a < mark.end() and mark.start() < b for a, b in kept):
                continue
            shared = self._next(text, (at, head), mark, end)
            if shared is None and ";" not in mark[0]:
                continue  # a semicolon stands between no two halves of a name
            names.append(Name(at, mark.start(), head))
            at, head = mark.end(), shared or ""
        names.append(Name(at, end, head))
        return bodies(text, firsts_of(text, names))

    def _field(self, low: str, at: int) -> bool:
        return any(low.startswith(field, at) for field in self.fields)

    def _next(self, text: str, current: tuple[int, str], mark: re.Match[str], end: int) -> str | None:
        """Whether a new name begins after ``mark``: the words it shares with the ``current`` one (its offset and the
        words it shares itself), "" for none; None where the name goes on."""
        low, (at, head) = mark.string, current
        left, right = self.begun(low, at), self.begun(low, listed_names.past_count(low, mark.end()))
        if head and listed_names.WORK_OF.match(low, at):
            left = None  # "Kế toán" behind "Các phòng Tổ chức," is no clerk
        first = low[at : left[0]] if left else head.lower()
        if mark.end() >= end or listed_names.one_name(low, at, mark):
            return None
        if listed_names.OR.fullmatch(mark[0]):
            named = left and left[0] < mark.start() and not listed_names.OWNED.search(low, at, mark.start())
            apart = named and right and right[2] not in ("place", "people")  # "Trạm/Xưởng thực nghiệm" is one class
            return "" if apart and not low.startswith("tương đương", mark.end()) else None
        kind = listed_names.numbered(text, at, head, mark, end)
        if kind is not None or (kind := cell_of_houses(text, current, mark, begun=right is not None)) is not None:
            return kind
        if right is not None:
            return self._before_name(text, current, mark, end, (left, right))
        if left is None and not head and listed_names.two_people(text, at, mark, end):
            return ""
        if not head and listed_names.whole_before(text, at, mark, left[2] if left else ""):
            return ""
        if left is not None and left[2] in ("body", "place", "group") and not head:
            shared = shared_head(text, (at, left[0]), mark, end, lambda at: self.begins(low, at))
            if shared is not None:
                return shared
        elif head and goes_on_sharing(text, head, mark.end(), end):
            return head
        more = listed_names.MORE.match(low, mark.end()) and left is not None and left[2] not in ("post", "place")
        if more or (left is not None and listed_names.TOGETHER.match(low, mark.start())):
            return ""
        if first.endswith("trường") and listed_names.SCHOOL_LEVEL.match(low, mark.end()):
            if mark[0].strip() == "và" and low[mark.end() : end].strip(" .:") in low[:at]:
                return None
            return head or text[at : at + len(first)]
        begun = at if head or left is None else left[0] + 1
        if any(begun + len(f) > mark.end() for f in self.fields if low.startswith(f, begun)):
            return None  # "Kinh tế và Hạ tầng" is one
        of_field = self._field(low, mark.end())
        return listed_names.shared_word(text, (at, left[0] if left else at), first, mark, head, of_field=of_field)

    def _before_name(
        self, text: str, current: tuple[int, str], mark: re.Match[str], end: int, begun: tuple[Begun | None, Begun]
    ) -> str | None:
        """The same where a name can begin behind the mark. ``begun``: how both names begin."""
        low, (at, head), (left, right) = mark.string, current, begun
        first, several = low[at : left[0]] if left else head.lower(), DETERMINER.match(low, mark.end()) is not None
        if listed_names.of_ministries(low, at, mark.end(), head):
            return "Bộ"
        if right[2] in ("post", "people") and listed_names.of_person(text, at, mark):
            return None
        department = left is not None and low[left[0]] != "," and first.endswith(listed_names.SHARED)
        clerks = listed_names.WORK_OF.match(low, mark.end()) is not None and text[mark.end()].isupper()
        if department and clerks and first.startswith("các "):
            return first.rsplit(" ", 1)[-1].capitalize()
        named = listed_names.IS_FIELD.match(low, mark.end()) is not None
        fields = listed_names.AND_FIELD.match(text, right[0], end) if named else None
        if department and fields is not None and not self.begins(low, fields.end()):
            return None
        if left is not None and left[2] == "post" and right[2] not in ("post", "people"):
            return behind_post(text, (at, left[0]), mark, end)
        body = left if left is not None and left[2] == "body" else None
        if body is not None and listed_names.of_its_field(text, (at, body[0]), mark, right[2], self.head):
            return None
        if left is not None and (shared := listed_names.of_each(text, (at, left[0]), mark, head)) is not None:
            return shared
        seated = head or left[2] != "place" if left is not None else listed_names.ENDS_IN_SEAT.search(head)
        if right[2] == "place" and seated and not several:
            return listed_names.shared_seat(text, (at, left[0] if left else at), mark, head)
        return ""
