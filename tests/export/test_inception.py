"""Documents for INCEpTION, read back by the library that its makers keep for such files."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import cassis
import pytest

import kehoach as kh
from kehoach.errors import MissingDependency
from kehoach.export.inception import ENTITY, SENTENCE, TOKEN, to_cas_json


def test_marks_stand_where_they_say(plan_file: Path) -> None:
    plan = kh.read(plan_file)
    cas = cassis.load_cas_from_json(to_cas_json(plan))
    assert cas.sofa_string == plan.text
    marks = cas.select(ENTITY)
    facts = (*plan.criteria, *plan.targets, *plan.tasks, *plan.deadlines, *plan.citations)
    assert {fact.id for fact in facts if fact.evidence} <= {mark.identifier for mark in marks}
    assert {"header", "deadlines", "tasks", "units"} <= {mark.value for mark in marks}
    (number,) = (mark for mark in marks if (mark.value, mark.identifier) == ("header", "number"))
    assert plan.document.number in number.get_covered_text()
    starts, ends = ({getattr(token, edge) for token in cas.select(TOKEN)} for edge in ("begin", "end"))
    assert all(mark.begin in starts and mark.end in ends for mark in marks)
    sentences = [(sentence.begin, sentence.end) for sentence in cas.select(SENTENCE)]
    assert all(any(a <= mark.begin and mark.end <= b for a, b in sentences) for mark in marks)
    assert all(a < b <= c < d for (a, b), (c, d) in itertools.pairwise(sentences))


def test_letters_outside_the_first_plane_keep_their_places() -> None:
    plan = kh.read("Số: 5/KH-SYT\n𝒜 KẾ HOẠCH\nSở Y tế chủ trì thực hiện trước ngày 05/6/2031.".encode())
    marks = cassis.load_cas_from_json(to_cas_json(plan)).select(ENTITY)
    assert marks
    assert all(mark.get_covered_text() == plan.text[mark.begin : mark.end] for mark in marks)


def test_layers_are_those_that_inception_has(plan_file: Path) -> None:
    """The types are DKPro's own, with features that these have, and its type system takes the whole document."""
    cas, known = cassis.load_cas_from_json(to_cas_json(kh.read(plan_file))), cassis.load_dkpro_core_typesystem()
    for name in (TOKEN, SENTENCE, ENTITY):
        own = {feature.name: str(feature.rangeType.name) for feature in cas.typesystem.get_type(name).all_features}
        theirs = {feature.name: str(feature.rangeType.name) for feature in known.get_type(name).all_features}
        assert own.items() <= theirs.items(), name
    again = cassis.load_cas_from_xmi(cas.to_xmi(), typesystem=known)
    assert again.sofa_string == cas.sofa_string
    for name in (TOKEN, SENTENCE, ENTITY):
        places = [[(mark.begin, mark.end) for mark in which.select(name)] for which in (cas, again)]
        assert places[0] == places[1] != []


def test_without_the_library_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(MissingDependency) as caught:
        to_cas_json(kh.read(b"Xin chao"))
    assert "kehoach[inception]" in caught.value.advice
