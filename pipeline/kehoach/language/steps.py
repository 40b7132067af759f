"""Text -> Text: characters, legacy encodings, spacing. None of these changes a word."""

from __future__ import annotations

import re
import unicodedata

from kehoach.model.text import Text
from kehoach.orthography import legacy
from kehoach.orthography.letters import LOWER, UPPER
from kehoach.rules.needs import Sieve

_CYRILLIC = str.maketrans("АВСЕНІЈКМОРЅТХУаеіјорсух", "ABCEHIJKMOPSTXYaeijopcyx")
_GREEK = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
_FOREIGN_LETTER = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"\S+")
_LOOK_ALIKE = re.compile("[ÐƉƢƣ\u00a0\u2007\u202f\u2009\u3000]")
_LOOKS = {
    "Ð": "Đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ",
}  # fmt: skip
_SYMBOL = re.compile("[\uf02d\uf076\uf0a3\uf0a7\uf0b0\uf0b3\uf0b4\uf0b7\uf0d8\uf0e0\uf0fc]")
_SYMBOLS = {
    "\uf02d": "-", "\uf076": "❖", "\uf0a3": "≤", "\uf0a7": "▪", "\uf0b0": "°", "\uf0b3": "≥", "\uf0b4": "×", "\uf0b7": "•",
    "\uf0d8": "➢", "\uf0e0": "→", "\uf0fc": "✓",
}  # fmt: skip
"""Characters of the fonts Symbol and Wingdings, which word processors put at private code points."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DECOMPOSED = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]+")
_ODD = re.compile(
    "[\u0300-\u036f" + "".join(p.pattern[1:-1] for p in (_SYMBOL, _INVISIBLE, _LOOK_ALIKE, _FOREIGN_LETTER)) + "]"
)
"""Any of these: most texts have none."""
_MOTTO = Sieve("CỘNG H[ÕÓÒỎÔƠO][AÀ]", re.IGNORECASE)

_SPACES = re.compile(r"[ \t\n]{2,}|[\t\n]")
_BEFORE_MARK = Sieve(
    r"(?<=[^\W_]) (?=[,;:!?](?:\s|$))|(?<=[)”’%]) (?=[,;:](?:\s|$))|(?<=[^\W_]) (?=[)”’\]])|(?<=[^\W_.]) (?=\.(?:\s|$))"
)
_AFTER_OPENING = Sieve(r"(?<=[(“‘\[]) (?=\S)")
_BEFORE_FIRST = Sieve(r"^(?:[._'‘’`~^|:;,°\\/„]+\s*)+(?=[-–+*]?\s?[\w“\"(])")
_TWO_DASHES = Sieve(r"^[-–—]\s*[-–—_.]+\s*(?=[\w“\"(])")
_BEHIND_LAST = Sieve(r"(?<=[\w.;:,)”\"])\s+[-–—|_^ˆ›»«~'`‘°„*<>=\\/¡!]+$|(?<=[" + UPPER + r"]{2})[-–—_]+$")
_BEHIND_STOP = Sieve(r"([.;:])\s+[.,'`‘’:;]+$")
_SPECK_BEFORE = Sieve(r"(?<=\s)[_^¬„~|]+(?=[^\W\d_])")
_AFTER_LABEL = re.compile(r"^((?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})[.)])(?=[^\W\d_]{2})")
_AFTER_COMMA = Sieve(rf"(?<=[{LOWER}])([,;])(?=[{LOWER}]{{2}})")

_PARTED = re.compile(
    r"(?<![\d./])(\d{1,2}/[01]) (\d/(?:19|20)\d\d)(?!\d|[./]\d)"
    r"|(?<!\d)((?:19|20)\d) (\d\s?[-–]\s?(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.])(\d{1,3}(?:\.\d{3})+\.) (\d{3})(?![\d.,])"
)
"""Dates, years and large numbers with a space where the figures stand wide: only as one they are any."""


def characters(text: Text) -> Text:
    """Composed letters, no invisible characters, no letters of other scripts that only look Vietnamese."""
    if not _ODD.search(text.value):
        return text
    if _DECOMPOSED.search(text.value):
        text = text.sub(_DECOMPOSED, lambda m: unicodedata.normalize("NFC", m[0]))
    text = text.sub(_SYMBOL, lambda m: _SYMBOLS[m[0]]).sub(_INVISIBLE, "").sub(_LOOK_ALIKE, lambda m: _LOOKS[m[0]])
    if _FOREIGN_LETTER.search(text.value):
        text = text.sub(_WORD, _latin)
    return text


def _latin(match: re.Match[str]) -> str:
    """A word of mixed scripts in Latin letters; one wholly in another script stays."""
    word = match[0]
    latin = sum("LATIN" in unicodedata.name(c, "") for c in word)
    changed = word.translate(_CYRILLIC).translate(_GREEK)
    return changed if latin or (word.isupper() and not _FOREIGN_LETTER.search(changed)) else word


def encodings(text: Text) -> Text:
    """Letters of TCVN3 and VNI texts in Unicode."""
    encoding = legacy.detect(text.value)
    if encoding is None:
        return text
    return text.sub(legacy.PATTERNS[encoding], legacy.replacement(encoding))


def motto(text: Text) -> Text:
    """The one line whose words are always the same, with the vowel that engines take for another."""
    return text.sub(_MOTTO, lambda m: "CỘNG HÒA" if m[0].isupper() else "Cộng hòa")


def blanks(text: Text) -> Text:
    """One space between words, none at the ends."""
    return text.sub(_SPACES, " ").strip()


def round_marks(text: Text) -> Text:
    """No space before closing and after opening marks: words that touch were read one by one."""
    return text.sub(_BEFORE_MARK, "").sub(_AFTER_OPENING, "")


def specks(text: Text) -> Text:
    """For recognized text: marks before the first and behind the last word that no writer sets there."""
    return (
        text.sub(_BEFORE_FIRST, "")
        .sub(_TWO_DASHES, "- ")
        .sub(_BEHIND_LAST, "")
        .sub(_BEHIND_STOP, r"\1")
        .sub(_SPECK_BEFORE, "")
    )


def specks_before(text: Text) -> Text:
    """The same for lines of the form: only what stands before the first word."""
    return text.sub(_BEFORE_FIRST, "")


def lost_spaces(text: Text) -> Text:
    """For recognized text: the space that an engine loses after a label or a comma."""
    return text.sub(_AFTER_LABEL, r"\1 ").sub(_AFTER_COMMA, r"\1 ")


def parted_numbers(text: Text) -> Text:
    """For recognized text: no space within a date, a stretch of years or a large number ("25/1 1/2031")."""
    return text.sub(_PARTED, lambda m: "".join(part or "" for part in m.groups()))
