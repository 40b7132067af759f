"""A plan as a spaCy Doc, used as spaCy users do."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import DocBin

import kehoach as kh
from kehoach.export.spacy import Tokenizer, stretches
from kehoach.export.spacy_words import joined
from kehoach.model.plan import Plan
from kehoach.model.text import Evidence
from kehoach.programs.underthesea import Tagged


@pytest.fixture
def read(plan_file: Path) -> Plan:
    return kh.read(plan_file)


def test_the_doc_is_the_text_and_facts_are_spans(read: Plan) -> None:
    doc = kh.doc(read)
    assert doc.text == read.text
    assert doc.lang_ == "xx"
    for kind in ("sections", "items", "criteria", "deadlines", "tasks", "movements"):
        facts = {fact.id for fact in getattr(read, kind)}
        assert facts and {span.id_ for span in doc.spans[kind]} == facts, kind
    units = {(span.text, span.label_) for span in doc.spans["units"]}
    assert ("Văn phòng Sở", "lead") in units and ("Phòng Quản lý năng lượng", "coordinate") in units
    header = {span.label_: span.text for span in doc.spans["header"]}
    assert header["number"] == "77/KH-SCT" and header["signer.name"] == "Nguyễn Thị Mẫu"
    assert {span.label_ for span in doc.spans["sections"]} <= {"purpose", "criteria", "organization"}


def test_spans_lead_back_to_their_facts_also_from_the_disk(read: Plan) -> None:
    doc = kh.doc(read)
    kept = next(iter(DocBin(store_user_data=True, docs=[doc]).get_docs(spacy.blank("xx").vocab)))
    for one in (doc, kept):
        deadline = one.spans["deadlines"][0]
        assert deadline._.fact["end"] == "2022-12-15"
        assert deadline._.fact["quote"] == deadline.text
        assert one._.record["document"]["number"] == "77/KH-SCT"


def test_words_with_their_part_of_speech(read: Plan) -> None:
    doc, syllables = kh.doc(read, words=True), kh.doc(read)
    assert doc.text == read.text
    words = {token.text: (token.tag_, token.pos_) for token in doc}
    assert words["tiết kiệm"] == ("V", "VERB") and words["phong trào"] == ("N", "NOUN")
    assert len(doc) < len(syllables) * 0.9
    for name, spans in syllables.spans.items():
        assert [(s.id_, s.text) for s in doc.spans[name]] == [(s.id_, s.text) for s in spans]


def test_a_word_across_the_bounds_of_a_fact_stays_apart() -> None:
    cut = Tokenizer(spacy.blank("xx").vocab).cut("nông thôn mới", [5])
    doc = joined(cut, [5], lambda text: (Tagged(0, 9, "N"), Tagged(10, 13, "?")))
    assert [(token.text, token.pos_) for token in doc] == [("nông", "NOUN"), ("thôn", "NOUN"), ("mới", "X")]


def test_a_pipeline_of_ones_own_goes_on_from_it(read: Plan) -> None:
    doc = kh.doc(read)
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    matcher = PhraseMatcher(doc.vocab, attr="LOWER")
    matcher.add("ENERGY", [Tokenizer(doc.vocab)("tiết kiệm điện")])
    assert len(matcher(doc)) >= 2
    assert nlp(read.text).text == read.text


@pytest.mark.parametrize("text", ["", " ", "a", "a  b\n\n c", "\n", "30/6/2023, 9,5%; (a)-b\t…\r\nđ", "  x ", "“Đ’ơ”"])
def test_the_tokenizer_loses_nothing(text: str) -> None:
    assert Tokenizer(spacy.blank("xx").vocab)(text).text == text


def test_tokens() -> None:
    words = [token.text for token in Tokenizer(spacy.blank("xx").vocab)("Giảm 9,5% trước 30/6/2023.")]
    assert words == ["Giảm", "9,5", "%", "trước", "30/6/2023", "."]


def test_a_fact_that_begins_inside_a_word_keeps_its_bounds() -> None:
    assert [token.text for token in Tokenizer(spacy.blank("xx").vocab).cut("năm2023", [3])] == ["năm", "2023"]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(0, 3), (4, 7)], [(0, 7)]), ([(0, 3), (5, 8)], [(0, 3), (5, 8)]), ([(4, 7), (0, 3)], [(0, 7)]),
        ([(None, None), (0, 3)], [(0, 3)]), ([], []), ([(0, 99)], []),
    ],
)  # fmt: skip
def test_line_fragments_are_one_stretch(places: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert list(stretches("abc def gh", [Evidence(None, None, *place) for place in places])) == expected
