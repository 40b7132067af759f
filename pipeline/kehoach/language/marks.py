"""Specks read as marks within running text: a stop inside a word of two syllables, one that ties two words, a quotation
mark without its other half.

Dust on worn and faxed pages lies where stops and quotation marks do. Of 34 full stops before a small letter whose words
the phrases know as neighbours, on 80 scans, none was printed; half of those with a blank were commas, which the rest of the
document tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.repair import Change, Evidence
from kehoach.model.text import Text
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.orthography.syllable import is_syllable
from kehoach.rules.needs import Sieve
from kehoach.rules.phrases import normal

_TIES = Sieve(rf"(?<![^\s(“\"])(\w?[{LOWER}]{{2,6}})([.:'])(?=([{LOWER}]{{2,7}})(?![@/\w]|\.\w))")
_TIES_FIGURE = Sieve(rf"(?<![^\s(“\"])([{LOWER}]{{2,6}})(\.)(?=\d)")
_DOUBTED = 0.9
"""Below which confidence a colon may be a speck: it may stand where a word goes on ("Thông tư: số 19")."""
_WITHIN = Sieve(rf"(?<!\w)(\w?[{LOWER}]{{2,6}})([.:])(?= ([{LOWER}]{{2,7}})(?!\w))")
_APOSTROPHE = re.compile(r"['`‘’]")
_LONE = Sieve(rf"(?<![^\s])['`‘’](?=\s|[^\W\d_]{{2}})|(?<=[{LOWER}]{{2}})['`‘’](?![\w'])")
_QUOTE = re.compile(r"[\"“”]")
_OPENS_SMALL = Sieve(rf"(?<=\s)\"(?=[{LOWER}]{{2}})")
_TWICE = Sieve(r"(?<=[\w)”\"%])(?:(?<!\.)\.(\.)|,([.-])|:(:)|;([.,]))(?=\s+[" + UPPER + r"]|\s*$)")
_SYMBOL = Sieve(r"(?<![^\s(“\"])\d{1,5}/(?:\d{4}/)?(?:[A-ZĐƯ][\w&]*-)+(\s)(?=[A-ZĐƯ][A-ZĐƯT])")
"""The number of a document that was read as two words; no symbol ends with a dash."""
_MOST_SURE = 0.985


def changes(text: Text, evidence: Evidence, *, listed: bool = False) -> list[Change]:
    """Marks to be dropped, or to be read as the blank that they took the place of.

    Args:
        listed: an entry of nơi nhận, where commas stand within words ("Các phòng, ban").
    """
    found = [*_tying(text, evidence), *_unpaired(text), *_doubled(text)]
    found += [Change(match.start(1), match.end(1), " ", "") for match in _SYMBOL.finditer(text.value)]
    found += [] if listed else _inside(text, evidence)
    made: list[Change] = []
    for change in sorted(found, key=lambda change: change.start):
        if (not made or change.start >= made[-1].end) and _read(text, change.start):
            made.append(change)
    return made


def _read(text: Text, at: int) -> bool:
    word = text.origin[at] or text.origin[max(0, at - 1)]
    return word is not None and word.confidence < _MOST_SURE


def _tying(text: Text, evidence: Evidence) -> Iterator[Change]:
    """Two words with a mark and no blank between ("Công.văn"); addresses of web sites have no diacritics."""
    for match in _TIES.finditer(text.value):
        one, other = normal(match[1]), normal(match[3])
        known = (one, other) in evidence.phrases.pairs
        spelled = is_syllable(one) and is_syllable(other) and not (one + other).isascii()
        if known or (spelled and match[2] == "."):
            yield Change(match.start(2), match.end(2), match[2], " ")
    for match in _TIES_FIGURE.finditer(text.value):
        if is_syllable(match[1]) and not match[1].isascii():
            yield Change(match.start(2), match.end(2), ".", " ")


def _inside(text: Text, evidence: Evidence) -> Iterator[Change]:
    """A stop and a blank within a word of two syllables ("Giám. đốc")."""
    for match in _WITHIN.finditer(text.value):
        word = text.origin[match.start(2)]
        if match[2] == ":" and (word is None or word.confidence >= _DOUBTED):
            continue
        if evidence.one_word(normal(match[1]), normal(match[3])):
            yield Change(match.start(2), match.end(2), match[2], "")


def _unpaired(text: Text) -> Iterator[Change]:
    """A quotation mark without its other half."""
    if len(_APOSTROPHE.findall(text.value)) % 2:
        for match in _LONE.finditer(text.value):
            end = match.end() + (text.value[match.end() : match.end() + 1] == " " and text.value[: match.start()] != "")
            lone = end > match.end() and text.value[match.start() - 1] == " "
            yield Change(match.start(), end if lone else match.end(), match[0], "")
    if len(_QUOTE.findall(text.value)) % 2:
        for match in _OPENS_SMALL.finditer(text.value):
            yield Change(match.start(), match.end(), match[0], "")


def _doubled(text: Text) -> Iterator[Change]:
    """A mark behind a mark, where a sentence ends."""
    for match in _TWICE.finditer(text.value):
        at = match.start(match.lastindex or 1)
        yield Change(at, at + 1, match[match.lastindex or 1], "")
