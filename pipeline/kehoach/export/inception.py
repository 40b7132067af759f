"""A plan as a UIMA CAS for INCEpTION, its facts marked beforehand in the layer that every new project has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach.errors import MissingDependency
from kehoach.export.spacy import marked, pieces
from kehoach.model.plan import Plan

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
"""The layer "Named entity": ``value`` is the kind of fact ("targets", "units"), ``identifier`` the fact's id or the
name of the header's field."""
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
_LEFT_OUT = frozenset({"sections", "items"})
"""Whole parts of the text, which the facts lie in."""


def to_cas_json(plan: Plan) -> str:
    """The document in INCEpTION's format "UIMA CAS JSON (0.4.0)", offsets in the record's text.

    Tokens end where facts do; a sentence is a line, or the lines that one fact runs over, because a mark of this layer
    may not leave its sentence.

    Raises:
        MissingDependency: the package dkpro-cassis is not installed.
    """
    try:
        from cassis import Cas, TypeSystem
    except ImportError as error:
        raise MissingDependency(
            "Cần gói dkpro-cassis để xuất cho INCEpTION (dkpro-cassis is needed for this form)",
            "pip install 'kehoach[inception]'",
        ) from error
    types = TypeSystem()
    token, sentence, entity = (types.create_type(name, "uima.tcas.Annotation") for name in (TOKEN, SENTENCE, ENTITY))
    for feature in ("value", "identifier"):
        types.create_feature(entity, feature, "uima.cas.String")
    found = [
        (start, end, kind, identity or label)
        for kind, marks in marked(plan).items()
        if kind not in _LEFT_OUT
        for identity, label, start, end in marks
    ]
    cas = Cas(typesystem=types, document_language="vi")
    cas.sofa_string, cas.sofa_mime = plan.text, "text/plain"
    edges = sorted({edge for start, end, *_ in found for edge in (start, end)})
    cas.add_all([sentence(begin=start, end=end) for start, end in _sentences(plan.text, found)])
    cas.add_all([token(begin=start, end=end) for start, end in _tokens(plan.text, edges)])
    cas.add_all([entity(begin=b, end=e, value=kind, identifier=identity) for b, e, kind, identity in found])
    return str(cas.to_json())


def _tokens(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in pieces(text, edges):
        if not piece.isspace():
            yield at, at + len(piece)
        at += len(piece)


def _sentences(text: str, found: Iterable[tuple[int, int, str, str]]) -> Iterator[tuple[int, int]]:
    """The lines, those joined that a mark runs over; blank ones left out."""
    inside = {n for start, end, *_ in found for n in range(start, end) if text[n] == "\n"}
    start = 0
    for end in (*(n for n, letter in enumerate(text) if letter == "\n" and n not in inside), len(text)):
        line = text[start:end]
        if line.strip():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = end + 1
