"""Words as data: a vocabulary is a list of entries with an id, patterns, and examples that must and must not match.

A vocabulary file is TOML::

    [[entry]]
    id = "heading.purpose"
    match = ["mục đích"]                # regular expressions, case ignored, compared after orthography.fold
    examples = ["MỤC ĐÍCH, YÊU CẦU"]    # each must be found by one of the patterns
    counterexamples = ["đúng mục đích sử dụng"]
    kind = "purpose"                    # attributes: which are allowed is said in rules/load.py

Patterns are searched unless they anchor themselves with ``^`` or ``$``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kehoach.errors import BadConfiguration
from kehoach.model.keeping import cached_property
from kehoach.orthography.fold import bare, fold
from kehoach.rules.memory import remember
from kehoach.rules.needs import Finder, Sieve, Written
from kehoach.rules.openings import Openings

FLAGS = re.IGNORECASE
PARTS = re.compile(r",|\s-\s|\bvà\b|\s&\s", re.IGNORECASE)
"""What parts the things that a heading names."""
_Raw = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], dict[str, Any], str]
"""The fields of an entry, in order."""
_COMMON = {"id", "match", "examples", "counterexamples", "source", "note"}


@dataclass(frozen=True)
class Entry:
    """One rule: ``attributes`` are the vocabulary's own keys."""

    id: str
    match: tuple[str, ...]
    """Its patterns as written, folded."""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""

    @cached_property
    def patterns(self) -> tuple[Sieve, ...]:
        """Each is compiled when it is first tried on a text that holds what it needs: most can match nowhere in a plan."""
        return tuple(Sieve(one, FLAGS) for one in self.match)

    def search(self, folded: str) -> re.Match[str] | None:
        """The first match in text that is already folded."""
        return next((m for p in self.patterns if (m := p.search(folded))), None)

    def __getitem__(self, key: str) -> Any:
        return self.attributes[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self.attributes.get(key, default)


class _Chosen(NamedTuple):
    """Entries that may match in a text, and which of their patterns."""

    entries: tuple[Entry, ...]
    patterns: tuple[tuple[Entry, Sieve], ...]


_NONE = _Chosen((), ())
_KEPT = 4096
"""Choices of patterns that are kept: texts of one kind come to the same ones."""


def _ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@dataclass(frozen=True)
class Vocabulary:
    """Entries in file order; earlier entries win where the caller asks for the first.

    One pass over a text tells which patterns may match in it (``possible``), and only these are tried.
    """

    name: str
    entries: tuple[Entry, ...]
    _parts: dict[tuple[str, object], Vocabulary] = field(init=False, repr=False, compare=False, default_factory=dict)
    _chosen: dict[int, _Chosen] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def part(self, attribute: str, value: object) -> Vocabulary:
        """The entries with this value of an attribute, as a vocabulary of their own."""
        key = attribute, value
        if key not in self._parts:
            entries = tuple(entry for entry in self.entries if entry.get(attribute) == value)
            self._parts[key] = Vocabulary(f"{self.name}.{value}", entries)
        return self._parts[key]

    def possible(self, folded: str) -> tuple[Entry, ...]:
        """The entries that may match in folded text or a part of it, in order; all others match nowhere in it."""
        return self._of(self._finder.possible(folded)).entries

    def likely(self, folded: str) -> tuple[Entry, ...]:
        """The entries that may match in folded text as a whole, in order: fewer, since many match at the beginning only."""
        return self._of(self._finder.likely(folded)).entries

    def patterns(self, folded: str) -> tuple[tuple[Entry, Sieve], ...]:
        """The patterns that may match in folded text or a part of it, entry by entry, each with its entry."""
        return self._of(self._finder.possible(folded)).patterns

    def likely_patterns(self, folded: str) -> tuple[tuple[Entry, Sieve], ...]:
        """The same of those that may match in folded text as a whole."""
        return self._of(self._finder.likely(folded)).patterns

    def _of(self, bits: int) -> _Chosen:
        if not bits:
            return _NONE
        if (kept := self._chosen.get(bits)) is not None:
            return kept
        if len(self._chosen) > _KEPT:
            self._chosen.clear()
        found = [self._every[n] for n in _ones(bits)]
        patterns = tuple((entry, entry.patterns[number]) for entry, number in found)
        entries = tuple({entry.id: entry for entry, _ in found}.values())
        self._chosen[bits] = chosen = _Chosen(entries, patterns)
        return chosen

    def first(self, text: str) -> tuple[Entry, re.Match[str]] | None:
        """The first entry that matches somewhere in the text, with its match."""
        folded = fold(text)
        return next(((e, m) for e, p in self.likely_patterns(folded) if (m := p.search(folded))), None)

    def has(self, folded: str) -> bool:
        """Whether any entry matches in folded text."""
        return any(pattern.search(folded) for _, pattern in self.likely_patterns(folded))

    def all(self, text: str) -> Iterator[tuple[Entry, re.Match[str]]]:
        """Every match of every entry, entry by entry."""
        folded = fold(text)
        return ((e, m) for e, p in self.likely_patterns(folded) for m in p.finditer(folded))

    def at(self, low: str, place: int) -> Iterator[tuple[Entry, re.Match[str]]]:
        """Every match that begins at this place of folded text, entry by entry."""
        for n in self._openings.at(low, place):
            entry, number = self._every[n]
            if found := entry.patterns[number].match(low, place):
                yield entry, found

    @cached_property
    def standard(self) -> Mapping[str, str]:
        """What matches in the examples, in lower case, and the parts of these that match by themselves; by their letters
        without diacritics. Of two words or more."""
        found = {m[0].strip().lower() for entry in self.entries for e in entry.examples if (m := entry.search(fold(e)))}
        parts = (
            (entry, part.strip().lower())
            for entry in self.entries
            for e in entry.examples
            for part in PARTS.split(fold(e))
        )
        found |= {part for entry, part in parts if entry.search(part)}
        return {bare(words): words for words in sorted(found) if " " in words}

    @cached_property
    def _finder(self) -> Finder:
        return Finder([[Written(one, FLAGS)] for entry in self.entries for one in entry.match])

    @cached_property
    def _every(self) -> tuple[tuple[Entry, int], ...]:
        """Every pattern: its entry, and the number that it has there."""
        return tuple((entry, number) for entry in self.entries for number in range(len(entry.match)))

    @cached_property
    def _openings(self) -> Openings:
        return Openings(Written(entry.match[number], FLAGS) for entry, number in self._every)


def failing_examples(vocabulary: Vocabulary) -> list[str]:
    """What is wrong with the vocabulary's own examples, one line each; empty when all hold."""
    wrong = []
    for entry in vocabulary:
        where = f"{entry.file}: {entry.id}"
        wrong += [f"{where}: does not match its example {e!r}" for e in entry.examples if not entry.search(fold(e))]
        wrong += [f"{where}: matches its counterexample {e!r}" for e in entry.counterexamples if entry.search(fold(e))]
        if not entry.examples:
            wrong.append(f"{where}: has no example")
    return wrong


def read_vocabulary(
    name: str, files: list[Path], allowed: Mapping[str, object], known: Collection[Path] = ()
) -> Vocabulary:
    """Reads and checks the files of one vocabulary; a later entry with the id of an earlier one replaces it.

    ``allowed`` maps attribute names to a type, or to a tuple of allowed values (a list attribute is checked
    value by value). The patterns of ``known`` files, which tests compile, are compiled as they are needed.

    Raises:
        BadConfiguration: a file does not parse, a key or value is unknown, a pattern does not compile.
    """
    entries: dict[str, Entry] = {}
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(path, error) from error
        read = partial(_read, path, text, allowed)
        key = ("entries", path.name, sha256(text.encode()).hexdigest(), repr(allowed))
        for raw in remember(key, read) if path in known else read():
            entry = Entry(*raw)
            if path not in known:
                _check_patterns(path, entry)
            entries[entry.id] = entry
    return Vocabulary(name, tuple(entries.values()))


def _unreadable(path: Path, error: Exception) -> BadConfiguration:
    return BadConfiguration(f"{path}: {error}", "Sửa tệp quy tắc / mend the rule file")


def _wrong(message: str) -> BadConfiguration:
    return BadConfiguration(
        message, "Sửa tệp quy tắc, rồi thử / mend the rule file, then try: kehoach rules test --rules FOLDER"
    )


def _read(path: Path, text: str, allowed: Mapping[str, object]) -> list[_Raw]:
    """The entries of one file, checked."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error
    if unknown := set(content) - {"entry"}:
        raise _wrong(f"{path}: khóa lạ / unknown key {sorted(unknown)}; được dùng / allowed: entry")
    entries = [_entry(path, raw, allowed) for raw in content.get("entry", ())]
    if twice := [name for name, count in Counter(entry[0] for entry in entries).items() if count > 1]:
        raise _wrong(f"{path.name}: {', '.join(twice)}: hai mục cùng id / two entries with one id")
    return entries


def _entry(path: Path, raw: Mapping[str, Any], allowed: Mapping[str, object]) -> _Raw:
    where = f"{path.name}: entry {raw.get('id', raw)!r}"
    if not raw.get("id") or not isinstance(raw.get("match"), list) or not raw["match"]:
        raise _wrong(f"{where}: cần id và danh sách match / needs an id and a non-empty list match")
    if unknown := set(raw) - _COMMON - set(allowed):
        known = ", ".join(sorted(_COMMON | set(allowed)))
        raise _wrong(f"{where}: khóa lạ / unknown key {sorted(unknown)}; được dùng / allowed: {known}")
    for key, rule in allowed.items():
        for value in raw[key] if isinstance(raw.get(key), list) else [raw[key]] if key in raw else []:
            if isinstance(rule, tuple) and value not in rule:
                raise _wrong(f"{where}: {key} = {value!r}; được dùng / allowed: {', '.join(map(str, rule))}")
            if isinstance(rule, type) and not isinstance(value, rule):
                raise _wrong(f"{where}: {key} = {value!r} không phải / is not a {rule.__name__}")
    return (
        raw["id"], tuple(map(fold, raw["match"])), tuple(raw.get("examples", ())), tuple(raw.get("counterexamples", ())),
        {key: raw[key] for key in allowed if key in raw}, str(path.name),
    )  # fmt: skip


def _check_patterns(path: Path, entry: Entry) -> None:
    try:
        for one in entry.match:
            re.compile(one, FLAGS)
    except re.error as error:
        raise _wrong(f"{path.name}: entry {entry.id!r}: mẫu sai cú pháp / pattern does not compile: {error}") from error
