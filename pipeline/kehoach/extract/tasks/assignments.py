"""One clause as an assignment: whom it names, in what role, and which words say the work."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.extract.tasks.assignment import Actor, Assignment
from kehoach.extract.tasks.clause_openings import BY_FUNCTION, GLOSS, RUN_IN, STANDS_FOR, acting, only_when, opened
from kehoach.extract.tasks.formula_words import (
    DOES_MORE,
    FORMULA,
    GIVES_DUTY,
    HELPS,
    IN_WHAT,
    MAY_BEGIN,
    NO_WORK,
    REPORTS,
    SENT_PAPERS,
    SIGNED_OFF,
    SUPERVISE,
    WITHIN,
    are_levels,
    one_body,
    whom_it_meets,
)
from kehoach.extract.tasks.helping_units import helpers, in_roles
from kehoach.extract.tasks.led_teams import led_by
from kehoach.extract.tasks.names_before_colon import whole_before_colon
from kehoach.extract.tasks.passive_duty import senders
from kehoach.extract.tasks.restricted_subjects import restricted
from kehoach.extract.tasks.unlisted_subjects import behind_when, duty_bearer, run_on, states_something
from kehoach.extract.times.moment_grammar import lowered
from kehoach.extract.units.listed_names import PERSON, holder_end, past_count
from kehoach.extract.units.named_units import ASIDE, Name, Names
from kehoach.extract.units.natural_ends import guessed_list
from kehoach.extract.units.role_words import GLUE, IN_CHARGE, JOINED, LEADS, MIDDLE, WITH
from kehoach.extract.units.unit_grammar import UnitGrammar
from kehoach.model.plan import Role


class ClauseReader:
    """Reads clauses of one text (folded, with capitals). ``low`` is its lower-case form."""

    def __init__(self, text: str, grammar: UnitGrammar) -> None:
        self.text, self.low, self.grammar = text, lowered(text), grammar

    def read(self, start: int, end: int, *, listed: bool = False) -> Assignment | None:
        """What the clause ``text[start:end]`` assigns; None where it names nobody and does not begin with a verb.

        ``listed``: it is a line of a list of works under a unit's name, so that its first word may be any verb.
        """
        at = opened(self.text, start, end, self.grammar)
        if by_function := BY_FUNCTION.match(self.low, at, end):
            start = at = by_function.end()
        if (found := self._told(at, end) or self._subject(at, end)) is not None:
            return found
        if (found := self._unlisted(start, at, end)) is not None:
            return found
        if owing := senders(self.text, at, end, self.grammar):
            return Assignment(tuple(Actor(unit, "lead") for unit in owing), at, end)
        if (m := FORMULA.search(self.low, at, end)) and (found := self._after_formula(m, start, end)):
            return found
        if (found := self._behind_comma(start, at, end) or self._joined(at, end)) is not None:
            return found
        label = run_in.end() if (run_in := RUN_IN.match(self.low, at, end)) else at  # "Học kỳ I: Báo cáo ..."
        if label > at and (found := self._behind_comma(label, label, end)) is not None:
            return found
        behind = opened(self.text, label, end, self.grammar) if label > at else at
        if behind > at:
            found = self._told(behind, end) or self._subject(behind, end)
            if found is None and (joined := self._joined_here(behind, end)) is not None:
                return joined
            if found is not None and not found.listed and found.actors[0].role != "coordinate":
                return found
        begun = next((here for here in (at, behind) if self.grammar.verb(self.low, here)), None)
        if begun is not None:
            return Assignment((), begun, end, named=False, joint=self._coordinates(begun, end)[2])
        if listed and behind_when(self.low, start, end, self.grammar):
            together = any(self._coordinates(c, end)[2] for c in acting(self.text, start, at, end, self.grammar))
            return Assignment((), start, end, named=False, joint=together)
        papers = SENT_PAPERS.match(self.low, at, end) is not None
        no_work = not papers and (NO_WORK.match(self.low, at) or states_something(self.text, at, end, self.grammar))
        if listed and not no_work and len(self.low[at:end].split()) >= 3:
            return Assignment((), at, end, named=False, verbal=False)
        return None

    def _unlisted(self, start: int, at: int, end: int) -> Assignment | None:
        """A sentence run on behind a heading, or one whose subject is known only by its duty."""
        joint = run_on(self.text, self.low, start, end, self.grammar)
        if joint is not None and (found := self._subject(joint, end)) is not None and not found.listed:
            return found
        bearer = duty_bearer(self.text, self.low, at, end, self.grammar)
        return self.complete((bearer,), bearer.end, end, verb="act", told=False) if bearer is not None else None

    def _behind_comma(self, start: int, at: int, end: int) -> Assignment | None:
        """What stands behind a comma where the clause begins with when, why or on what footing."""
        colon = self.low.find(": ", at, end)
        last = colon if colon >= 0 else end
        for comma in acting(self.text, start, at, last, self.grammar):
            found = self._told(comma, end) or self._joined_here(comma, end) or self._subject(comma, end)
            if found is None or found.listed or are_levels(self.low, found.actors):
                continue
            if not only_when(self.low, found.start, found.end):
                return found
        return None

    def _told(self, at: int, end: int) -> Assignment | None:
        """ "Giao X ...", "Đề nghị X ...", and the same with the one who gives ("UBND tỉnh giao Sở Y tế ...")."""
        verb_at, duty = at, GIVES_DUTY.match(self.low, at, end)
        if duty is None and self.grammar.verb(self.low, at) not in ("assign", "ask"):
            giver = self.grammar.names(self.text, at)
            verb_at = self._next_word(giver.end) if giver is not None else at
            duty = GIVES_DUTY.match(self.low, verb_at, end)
            if giver is None or (duty is None and giver.verb not in ("assign", "ask")):
                return None
        spoken = duty.end() if duty is not None else self.grammar.verb_end(self.low, verb_at)
        names = self.grammar.names(self.text, self._next_word(spoken))
        if names is None or names.end > end or self._own_people(names, verb_at) or (duty and not names.verb):
            return None
        if self.low.startswith("mời ", verb_at) and self.low.startswith(",", names.end):
            return None  # "mời phụ huynh, bố trí chỗ ngồi": both are done by one
        return self.complete(names.units, names.end, end, verb=names.verb, told=True)

    def _own_people(self, names: Names, verb_at: int) -> bool:
        """Whether a body is told to send people of its own ("phân công cán bộ theo dõi"): that is the body's work."""
        if self.low.startswith("giao", verb_at) or self.grammar.verb(self.low, verb_at) != "assign":
            return False
        return all(self._unnamed(name) or WITHIN.match(self.text, name.start, name.end) for name in names.units)

    def _unnamed(self, name: Name) -> bool:
        """People without a name or office of their own: "cán bộ", "01 lãnh đạo"."""
        kind, stretch = self.grammar.kind(self.text, name), slice(name.start, name.end)
        return kind == "people" or (kind == "post" and self.text[stretch] == self.low[stretch])

    def _subject(self, at: int, end: int) -> Assignment | None:
        whole = whole_before_colon(self.text, at, end, self.grammar)
        names = whole or self.grammar.names(self.text, at) or self._counted(at)
        if names is None or names.end > end:
            return self._guessed(at, end)
        if names.verb in ("assign", "ask") and not self._sends(names):
            return None
        stop = names.end
        if names.verb == "" and (gloss := GLOSS.match(self.low, stop, end)):
            stop = gloss.end()
        if names.verb == "" and self.low[stop : stop + 1] != ":":
            return self._guessed(at, end)
        if names.verb and self.low[stop : stop + 1] == "," and (cut := self._guessed(at, stop)) is not None:
            return self._guessed(at, end) or replace(cut, end=end)
        last_each = len(names.units) > 1 and self.low.startswith(("mỗi ", "từng "), names.units[-1].start)
        units = names.units[:-1] if last_each else names.units  # "Sở A, Sở B, mỗi sở chọn ..."
        return self.complete(units, stop, end, verb=names.verb, told=False)

    def _guessed(self, at: int, end: int) -> Assignment | None:
        """A subject before a verb that no vocabulary knows: "Khoa Dược sắc thuốc tại chỗ"."""
        names = restricted(self.text, at, end, self.grammar) or guessed_list(self.text, at, end, self.grammar)
        found = self.complete(names.units, names.end, end, verb="act", told=False) if names else None
        return replace(found, guessed=True) if found else None

    def _counted(self, at: int) -> Names | None:
        """So many people before a colon: "22 GVCN: ..."."""
        behind = past_count(self.low, at)
        names = self.grammar.names(self.text, behind) if behind > at else None
        return names if names is not None and self.low[names.end : names.end + 1] == ":" else None

    def _own_subject(self, at: int, end: int) -> Assignment | None:
        """The sentence behind a colon where it names who acts: "Lãnh đạo Sở: đồng chí Phó Giám đốc chỉ đạo ..."."""
        own = self._subject(at, end)
        by_name = own is not None and all(
            self.grammar.kind(self.text, actor.name) in ("body", "post")
            and not self.low.startswith(("mỗi ", "từng "), actor.name.start)
            for actor in own.actors
        )
        person = own is not None and own.listed and PERSON.match(self.text, at) is not None
        return own if own is not None and by_name and (person or not own.listed) else None

    def _sends(self, names: Names) -> bool:
        verb_at = self._next_word(names.end)
        target = self._next_word(self.grammar.verb_end(self.low, verb_at))
        told = self.grammar.names(self.text, target, object_too=True)
        if told is None and self.low.startswith("phân công ", verb_at):
            return True  # whom it assigns is no body: "phân công thành viên theo từng bến"
        return told is not None and self._own_people(told, verb_at)

    def complete(self, units: tuple[Name, ...], at: int, end: int, *, verb: str, told: bool) -> Assignment:
        """The roles and the words of the work after a subject that ends at ``at``."""
        listed = verb == "" and self.low[at : at + 1] == ":"
        at = self._next_word(self._past_aside(self._next_word(at + 1 if listed else at), end))
        if listed and self.grammar.verb(self.low, held := holder_end(self.text, at, end)):
            at = held
        if stands := STANDS_FOR.match(self.low, at, end) or BY_FUNCTION.match(self.low, at, end):
            at = stands.end()
        by_name = PERSON.match(self.text, units[0].start) is not None
        if listed and not by_name and (own := self._own_subject(at, end)) is not None:
            return own
        glue = GLUE.match(self.low, at, end)
        at = self._past(glue, end) if glue else at
        in_charge = glue is not None and IN_CHARGE.search(glue[0]) is not None
        helping = helpers(self.text, self.low, at, end, self.grammar) if in_charge else None
        others, at, alone = helping or self._coordinates(at, end)
        role: Role = "lead"
        if in_charge and glue is not None and "chủ" not in glue[0] and SUPERVISE.match(self.low, at, end):
            in_charge = False  # "là đầu mối theo dõi"
        joint = alone and not others and not glue
        if joint and (told or listed):
            role = "coordinate"
        elif not in_charge and self.supervises(at, end):
            role = "supervise"
        units = led_by(self.text, self.low, units, self.grammar)
        roles = in_roles(self.low, units, role)
        actors = tuple(Actor(unit, own) for unit, own in zip(units, roles, strict=True)) + tuple(
            Actor(unit, "coordinate") for unit in others
        )
        return Assignment(actors, at, end, told=told, listed=listed, in_charge=in_charge, joint=joint)

    def _past(self, glue: re.Match[str], end: int) -> int:
        """Where the work begins behind words of duty; with "chủ trì" where no other verb says what is done ("chủ trì
        công tác bồi dưỡng")."""
        last, at = LEADS.search(glue[0]), glue.end()
        acts = self.grammar.verb(self.low, at) or WITH.match(self.low, at, end) or DOES_MORE.match(self.low, at, end)
        return glue.start() + last.start() if last is not None and not acts else at

    def _coordinates(self, at: int, end: int) -> tuple[tuple[Name, ...], int, bool]:
        """Units of "phối hợp với ..." here or later in the clause, where the work begins, and whether "phối hợp" begins it."""
        if begun := WITH.match(self.low, at, end):
            names = self._behind_colon(self.grammar.names(self.text, begun.end(), object_too=True))
            if names is not None and self.low[names.end : end].strip() == ":":
                return names.units, names.end, True
            if names is not None and self._opens(names.end, end):
                return names.units, self._next_word(names.end + 1), True
            if names is None or not names.verb or names.end > end:
                only = names if names is not None and not self.low[names.end : end].strip(" .;,") else None
                names = guessed_list(self.text, begun.end(), end, self.grammar) or only
            if names is not None:
                behind = self._next_word(self._past_aside(names.end, end))
                return names.units, at if behind >= end or IN_WHAT.match(self.low, behind, end) else behind, True
            return (), at, begun[0].rstrip(" ,").endswith("hợp")
        for later in (*MIDDLE.finditer(self.low, at, end), *JOINED.finditer(self.low, at, end)):
            names = self.grammar.names(self.text, later.end(), object_too=later.re is MIDDLE)
            if names is not None and names.end <= end and (later.re is MIDDLE or names.verb in ("act", "supervise")):
                return names.units, at, False
        return (), at, False

    def _opens(self, at: int, end: int) -> bool:
        """Whether a colon stands at ``at``, with nothing or the work itself behind it."""
        behind = self._next_word(at + 1)
        return self.low.startswith(":", at, end) and (behind >= end or bool(self.grammar.verb(self.low, behind)))

    def _behind_colon(self, names: Names | None) -> Names | None:
        """The units that a colon spells out: "các cơ quan tuyên truyền: Báo X, Đài Y"."""
        if names is None or self.low[names.end : names.end + 1] != ":":
            return names
        at = self._next_word(names.end + 1)
        spelled = self.grammar.names(self.text, at, object_too=True) if self.grammar.begins(self.low, at) else None
        return spelled or names

    def _joined_here(self, at: int, end: int) -> Assignment | None:
        """ "..., có trách nhiệm phối hợp với X ..." right at this place."""
        glue = GLUE.match(self.low, at, end)
        return self._joined(at, end) if WITH.match(self.low, glue.end() if glue else at, end) else None

    def _joined(self, at: int, end: int) -> Assignment | None:
        """ "Phối hợp với X ..." where the subject stands above."""
        glue = GLUE.match(self.low, stands.end() if (stands := STANDS_FOR.match(self.low, at, end)) else at, end)
        begin = glue.end() if glue else at
        others, work, alone = self._coordinates(begin, end)
        if not others:
            return None
        named = tuple(Actor(unit, "coordinate") for unit in others)
        in_charge = glue is not None and IN_CHARGE.search(glue[0]) is not None
        return Assignment(named, work if alone else at, end, named=False, in_charge=in_charge)

    def _after_formula(self, formula: re.Match[str], start: int, end: int) -> Assignment | None:
        """ "... nếu có khó khăn, các đơn vị phản ánh về ...": the subject may stand without a comma, or was asked before."""
        at = formula.end()
        told = REPORTS.search(self.low, at, end)
        signed_off = SIGNED_OFF.match(self.low, start, at)
        begin = signed_off.end() if signed_off else start
        for word in MAY_BEGIN.finditer(self.text, at, min(told.start() if told else end, at + 90)):
            here = word.end()
            if (found := self._told(here, end) or self._subject(here, end)) is not None:
                alone = not found.told and one_body(self.text, found.actors, self.grammar)
                return replace(found, start=found.start if alone else begin, formula=True)
        if (asked := self._told(begin, formula.start())) is not None:
            return replace(asked, start=formula.start(), end=end, formula=True)
        met = whom_it_meets(self.text, self.low, self.grammar, (begin, told.start() if told else at))
        return Assignment(tuple(Actor(unit, "lead") for unit in met), begin, end, named=bool(met), formula=True)

    def supervises(self, start: int, end: int) -> bool:
        start = helps.end() if (helps := HELPS.match(self.low, start, end)) else start
        return SUPERVISE.match(self.low, start, end) is not None and not DOES_MORE.match(self.low, start, end)

    def _past_aside(self, at: int, end: int) -> int:
        """Past what stands in brackets behind a name."""
        aside = ASIDE.match(self.low, max(0, at - 1) if self.low[at - 1 : at] == " " else at, end)
        return aside.end() if aside else at

    def _next_word(self, at: int) -> int:
        return len(self.low) - len(self.low[at:].lstrip(" ,"))
