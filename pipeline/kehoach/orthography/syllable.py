"""The Vietnamese syllable: onset, rime and tone. The inventory follows from the rules of spelling, no word list.

The rules are those of quốc ngữ as taught: which rimes exist, which onset letters stand before which vowels
(c/k/q, g/gh, ng/ngh, gi), and that rimes closed by c, ch, p, t carry only the acute or the dot-below tone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Tone = Literal["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
TONES: tuple[Tone, ...] = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
"""No mark, huyền, sắc, hỏi, ngã, nặng."""

ONSETS = (
    *("ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch"),
    *"bcdđghklmnprstvx",
)
"""Longest first, so that the first that fits is the onset; a syllable may have none."""

_OPEN = """
a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên êng ênh êu i ia im in inh iu iêm iên iêng
iêu o oi om on ong oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua
ui um un ung uân uâng uây uê uênh uơ uôi uôm uôn uông uy uya uyên uynh uyu ư ưa ưi ưm ưn ưng ươi ươm ươn ương ươu ưu
y yêm yên yêng yêu
"""
_STOPPED = """
ac ach ap at ăc ăp ăt âc âp ât ec ep et êc êch êp êt ic ich ip it iêc iêp iêt oc op ot oac oach oap oat oăc oăt oet ooc ôc
ôp ôt ơp ơt uc up ut uât uêch uôc uôt uych uyp uyt uyêt ưc ưt ươc ươp ươt yêt
"""
OPEN_RIMES = frozenset(_OPEN.split())
STOPPED_RIMES = frozenset(_STOPPED.split())
RIMES = OPEN_RIMES | STOPPED_RIMES

_QU_OPEN = "a ai am an ang anh ao au ay ăm ăn ăng ân âng ây e en eng eo ê ên ênh i in inh ơ y yên ynh ưng"
_QU_STOPPED = "ac ach ap at ăc ăp ăt ât et êt êch it ich yêt yt ych ôc"
_AFTER_QU = frozenset(f"{_QU_OPEN} {_QU_STOPPED}".split())
_AFTER_Y = frozenset({"b", "d", "đ", "h", "k", "l", "m", "n", "s", "t", "th", "tr", "v", "ng", "p", "r", "x", "c", "g"})
_FRONT = re.compile("[ieêy]")
_ROUNDED = re.compile("o[aăe]|u[âêơy]")
_STRESSED = re.compile("[ăâêôơư]")
_LETTERS = re.compile("[a-zăâđêôơư]+$")


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable in its parts, lower case: "nghiệp" is ("ngh", "iêp", dot below)."""

    onset: str
    rime: str
    tone: Tone

    def __str__(self) -> str:
        return spelled(self.onset, self.rime, self.tone)


def split_tone(word: str) -> tuple[str, str, int]:
    """The word without tone marks, the marks, and the index of the letter that carries the (first) mark, or -1."""
    letters: list[str] = []
    marks: list[str] = []
    at = -1
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        found = [c for c in parts if c in TONES[1:]]
        if found:
            at = len(letters) if not marks else at
            marks += found
        letters.append(unicodedata.normalize("NFC", "".join(c for c in parts if c not in found)) if found else letter)
    return "".join(letters), "".join(marks), at


@lru_cache(maxsize=65536)
def parse(word: str) -> Syllable | None:
    """The parts of a word that is one well-formed syllable (any case, either school of tone placement), else None."""
    plain, marks, at = split_tone(word.lower())
    if len(marks) > 1 or not _LETTERS.match(plain):
        return None
    tone = next(t for t in TONES if t == marks)
    for onset in (*ONSETS, ""):
        if not plain.startswith(onset):
            continue
        rime = plain[len(onset) :]
        if onset == "gi" and (rime in ("", "n") or rime[0] == "ê"):
            onset, rime = "g", "i" + rime  # gì, gìn, giếng: the i is the vowel
        if _fits(onset, rime, tone) and (not marks or at in _places(onset, rime)):
            return Syllable(onset, rime, tone)
    return None


def is_syllable(word: str) -> bool:
    return parse(word) is not None


def spelled(onset: str, rime: str, tone: Tone) -> str:
    """The syllable written with its tone in the place of the newer school ("hòa", "thúy")."""
    letters = list(onset + rime)
    if tone:
        at = min(_places(onset, rime))
        letters[at] = unicodedata.normalize("NFC", letters[at] + tone)
    return "".join(letters)


def _fits(onset: str, rime: str, tone: str) -> bool:
    if onset == "qu":
        if rime not in _AFTER_QU:
            return False
    elif rime not in RIMES or not _letters_agree(onset, rime):
        return False
    stopped = rime in STOPPED_RIMES or (onset == "qu" and rime[-1] in "cpt") or rime.endswith("ch")
    return not stopped or tone in ("\u0301", "\u0323")


def _letters_agree(onset: str, rime: str) -> bool:
    """Spelling: k, gh, ngh before i, e, ê and c, g, ng before the others; rounded rimes not after lip sounds."""
    front = bool(_FRONT.match(rime))
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime in ("i", "in", "iêc", "iêng", "iêt", "iên", "iêm")
    if onset == "gi":
        return rime[0] not in "iy"
    if rime[0] == "y":
        return onset == "" or (rime == "y" and onset in _AFTER_Y)
    if onset in ("b", "m", "ph", "v") and _ROUNDED.match(rime):
        return rime in ("oa", "oan", "oang", "oai", "oong", "uy", "uyt", "oet")
    if onset == "":
        return not rime.startswith("iê")
    return onset != "p" or rime not in ("uơ", "uya")


def _places(onset: str, rime: str) -> tuple[int, ...]:
    """Which letters may carry the tone, the newer school's place first."""
    marked = [m.start() for m in _STRESSED.finditer(rime)]
    if marked:
        return (len(onset) + marked[-1],)
    vowels = re.match("[aeiouy]+", rime)
    run = vowels[0] if vowels else rime[:1]
    if len(run) == 1:
        return (len(onset),)
    if len(run) == 3 or len(run) < len(rime):
        return (len(onset) + 1,)
    if run in ("oa", "oe", "uy"):
        return (len(onset), len(onset) + 1)
    if run in ("uơ", "uê"):
        return (len(onset) + 1,)
    return (len(onset),)
