"""What criteria, contents and targets are about: topics of the codebook, and what the codebook lacks.

The terms of ``rules/data/topics.toml`` propose topics; a ranking learned from the hand-coded texts of
``rules/data/topics_coded.csv`` orders them and speaks alone where no term does. Both files can be read by people; the
model is made from them when it is first needed (under a second).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.errors import BadConfiguration
from kehoach.orthography.fold import fold
from kehoach.rules.load import DATA, Rules, load

if TYPE_CHECKING:
    import pandas

_TERM = 0.5
"""What a term of the codebook adds to the learned probability of its topic."""
_SECOND = 0.35
"""A further topic must have a term and this share of the first one's score."""
_LEAST = 0.16
"""Below this nothing is said: the text is left to discovery."""
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a text: its code in the codebook, how sure (0 to 1), and the term of the codebook that spoke, if any."""

    code: str
    score: float
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with the topics that a person gave it, the chief one first."""

    text: str
    topics: tuple[str, ...]


def read_coded(path: Path) -> tuple[Coded, ...]:
    """Hand-coded texts: "topics|text" with topics parted by ";".

    Raises:
        BadConfiguration: the file cannot be read or has other columns.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(Coded(r["text"], tuple(r["topics"].split(";"))) for r in csv.DictReader(file, delimiter="|"))
    except (OSError, KeyError, csv.Error) as error:
        raise BadConfiguration(f"{path}: {error}") from error


class Coder:
    """Gives texts their topics. ``coded`` are the texts that the ranking is learned from."""

    def __init__(self, rules: Rules, coded: Sequence[Coded]) -> None:
        self.rules = rules
        self.coded = tuple(coded)

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """Topic -> its Vietnamese and English name."""
        return {entry["topic"]: (entry["vi"], entry["en"]) for entry in self.rules["topics"]}

    @cached_property
    def _model(self) -> Any:
        """Runs of one to three words (in Vietnamese: syllables), weighed; one logistic regression over all topics."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline

        words = TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True, token_pattern=r"\w+")
        model = make_pipeline(words, LogisticRegression(C=20, max_iter=200, tol=1e-3, class_weight="balanced"))
        own = [(one.text, one.topics[0]) for one in self.coded]
        own += [(example, entry["topic"]) for entry in self.rules["topics"] for example in entry.examples]
        return model.fit([_plain(text) for text, _ in own], [topic for _, topic in own])

    def topics(self, texts: Iterable[str]) -> list[tuple[Topic, ...]]:
        """The topics of each text, the chief one first; none where nothing speaks for any."""
        given = list(texts)
        if not given:
            return []
        chances = self._model.predict_proba([_plain(text) for text in given])
        classes = list(self._model.classes_)
        return [
            self._ranked(text, dict(zip(classes, row, strict=True))) for text, row in zip(given, chances, strict=True)
        ]

    def _ranked(self, text: str, chances: Mapping[str, float]) -> tuple[Topic, ...]:
        terms = self.terms(text)
        scored = sorted(
            ((chance + (_TERM if code in terms else 0.0), code) for code, chance in chances.items()), reverse=True
        )
        best = scored[0][0]
        if best < _LEAST:
            return ()
        return tuple(
            Topic(str(code), round(min(1.0, float(score)), 3), terms.get(code))
            for n, (score, code) in enumerate(scored)
            if n == 0 or (code in terms and score >= _SECOND * best)
        )

    def terms(self, text: str) -> dict[str, str]:
        """Topic -> the first words of the text that are a term of it."""
        found: dict[str, str] = {}
        for entry, match in self.rules["topics"].all(text.casefold()):
            found.setdefault(entry["topic"], match[0])
        return found

    def chief(self, texts: Iterable[str]) -> list[str]:
        """The chief topic of each text, ``OTHER`` where there is none."""
        return [found[0].code if found else OTHER for found in self.topics(texts)]


@lru_cache(maxsize=2)
def coder(rules: Path | None = None) -> Coder:
    """The coder of the program's codebook, with the entries of a folder of your own rules."""
    return Coder(load(rules), read_coded(DATA / "topics_coded.csv"))


def discover(coder_: Coder, texts: Sequence[str], *, least: int = 3) -> pandas.DataFrame:
    """What the codebook lacks: groups of at least ``least`` texts that no topic explains well.

    Returns a row a group: ``words`` (what sets it apart), ``texts`` (how many), ``examples``.
    """
    import pandas

    left = [text for text, found in zip(texts, coder_.topics(texts), strict=True) if not found or not found[0].term]
    columns = ["words", "texts", "examples"]
    if len(left) < least:
        return pandas.DataFrame(columns=columns)
    rows = [
        {"words": words, "texts": len(members), "examples": members[:3]}
        for words, members in _grouped(left)
        if len(members) >= least
    ]
    return pandas.DataFrame(rows, columns=columns).sort_values("texts", ascending=False, ignore_index=True)


def _grouped(texts: Sequence[str]) -> list[tuple[str, list[str]]]:
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+")
    table = vectors.fit_transform([_plain(text) for text in texts])
    labels = AgglomerativeClustering(n_clusters=None, distance_threshold=1.25).fit_predict(table.toarray())
    terms = vectors.get_feature_names_out()
    made = []
    for group in sorted(set(labels)):
        where = [n for n, label in enumerate(labels) if label == group]
        weight = table[where].mean(axis=0).A1 - 0.5 * table.mean(axis=0).A1
        best = [terms[n] for n in weight.argsort()[::-1] if " " in terms[n]][:3]
        made.append((", ".join(best), [texts[n] for n in where]))
    return made


def _plain(text: str) -> str:
    return fold(text).casefold()
