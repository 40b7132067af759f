"""Words held back for scoring are not those of the rules: a program that reads them has understood, not remembered."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kehoach.orthography.fold import fold
from kehoach.specimen.pools import pools

POOLS = Path(str(files("kehoach.specimen"))) / "pools"
RULES = Path(str(files("kehoach.rules"))) / "data"
_GAPS = re.compile(r"\{\w+\}|[“”,;:.()/-]")


def said(value: Any) -> Iterator[str]:
    """Every wording in a table, a list or a pair whose further values are codes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from said(one)
    elif value and isinstance(value[0], str) and all(isinstance(one, str) and one.isascii() for one in value[1:]):
        yield value[0]
    else:
        for one in value:
            yield from said(one)


def held() -> list[str]:
    words = tomllib.loads((POOLS / "wordings.toml").read_text(encoding="utf-8"))["held"]
    sentences = tomllib.loads((POOLS / "sentences.toml").read_text(encoding="utf-8"))["held"]
    return sorted({*said(words), *said(sentences)})


def law_terms() -> list[str]:
    """Words of the law, which wordings held back may share with the rules."""
    terms: list[str] = tomllib.loads((POOLS / "wordings.toml").read_text(encoding="utf-8"))["law"]["terms"]
    return terms


def folded(text: str) -> str:
    return " ".join(fold(text).split()).casefold()


@pytest.fixture(scope="module")
def vocabularies() -> str:
    """Everything that the rules' data say, patterns and examples, as one folded text."""
    return folded("\n".join(path.read_text(encoding="utf-8") for path in sorted(RULES.iterdir()) if path.is_file()))


def test_wordings_held_back_are_not_in_the_rules(vocabularies: str) -> None:
    """A whole wording of three syllables or more, or five of one in a row, stand nowhere in the rules."""
    terms = sorted((folded(term) for term in law_terms()), key=len, reverse=True)
    shared = []
    for words in held():
        rest = folded(words)
        for term in terms:
            rest = rest.replace(term, "")
        if len(_GAPS.sub(" ", rest).split()) < 2:
            continue  # the law's words, with at most one more
        pieces = [" ".join(piece.split()).strip(" :,.") for piece in re.split(r"\{\w+\}", folded(words))]
        if any(piece in vocabularies for piece in pieces if len(piece.split()) >= (3 if piece == folded(words) else 5)):
            shared.append(words)
    assert shared == []


def test_wordings_held_back_are_no_open_ones() -> None:
    free, kept = pools(), pools(held=True)
    for part in ("sentences", "headings", "columns", "times", "goals", "said", "titles"):
        ours, theirs = getattr(free, part), getattr(kept, part)
        assert set(ours) == set(theirs), part
        shared = {key: set(ours[key]) & set(theirs[key]) for key in ours}
        allowed = {"theme_line", "grades", "until"}
        assert not {key: both for key, both in shared.items() if both and key not in allowed}, part
