"""Vietnamese words in a spaCy Doc: the syllables of a word become one token, with its part of speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from kehoach.programs.underthesea import Tagged

if TYPE_CHECKING:
    from spacy.tokens import Doc

_UNIVERSAL = {
    "N": "NOUN", "Nb": "NOUN", "Nc": "NOUN", "Nu": "NOUN", "Ny": "NOUN", "Np": "PROPN", "V": "VERB", "Vb": "VERB", "Vy": "VERB",
    "A": "ADJ", "Ab": "ADJ", "P": "PRON", "R": "ADV", "L": "DET", "M": "NUM", "E": "ADP", "C": "SCONJ", "Cc": "CCONJ",
    "CC": "CCONJ", "I": "INTJ", "T": "PART", "Y": "NOUN", "CH": "PUNCT", "X": "X", "Z": "X", "B": "X",
}  # fmt: skip
"""The universal part of speech of each tag of the Vietnamese treebank (VLSP), that taggers of Vietnamese are trained on."""


def joined(doc: Doc, edges: Collection[int], tagger: Callable[[str], tuple[Tagged, ...]]) -> Doc:
    """The Doc with a token for each word. ``token.tag_`` is the tag that the tagger gave, ``token.pos_`` the universal
    one. A word across one of the ``edges`` (offsets into the text) stays apart in its syllables, each with the tag."""
    cuts = sorted(set(edges))
    with doc.retokenize() as retokenizer:
        for start, end, tag in words(doc.text, tagger):
            span = doc.char_span(start, end)
            if span is None:
                continue
            said: dict[str | int, str] = {"TAG": tag, "POS": _UNIVERSAL.get(tag, "X")}
            if len(span) > 1 and not any(start < cut < end for cut in cuts):
                retokenizer.merge(span, attrs=said)
                continue
            for token in span:
                token.tag_, token.pos_ = said["TAG"], said["POS"]
    return doc


def words(text: str, tagger: Callable[[str], tuple[Tagged, ...]]) -> Iterator[tuple[int, int, str]]:
    """Offsets and tag of each word, line by line: a heading is no part of the sentence under it."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield from ((line.start() + word.start, line.start() + word.end, word.tag) for word in tagger(line[0]))
