"""Lines -> one text: a space between them, but none where a line ends within the number of a document."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.model.text import Text
from kehoach.rules.needs import Sieve

_TOKEN = r"[A-ZĐƯ][A-Za-zĐđƯư&]*"
_CUT_SYMBOL = Sieve(rf"(?<!\S)[(\"“]?\d{{1,5}}[/-](?:\d{{4}}/)?(?:{_TOKEN}[/-])*$")
"""The last word of a line: a number and its symbol up to a slash or dash ("529/TTr-", "15/2031/")."""
_REST = Sieve(rf"[A-ZĐƯ]{{2}}|{_TOKEN}[/-]")
_CUT_COMPOUND = Sieve(r"(?<![^\s(“\"])(?:[A-ZĐƯ&]{2,}-)+$")
_CUT_RANGE = Sieve(r"(?<![^\s(“\"])\d{1,4}-$")
"""The last word of a line: abbreviations or a figure up to a dash that stands close ("KT-", "2031-")."""
_FIGURE, _ABBREVIATION = Sieve(r"\d"), Sieve(r"[A-ZĐƯ]{2}")
_LONGEST = 40


def one_text(lines: Iterable[Text]) -> Text:
    """The lines as running text."""
    parts: list[Text] = []
    above = ""
    for line in lines:
        if above and not _in_symbol(above, line.value) and not _in_compound(above, line.value):
            parts.append(Text.inserted(" "))
            above += " "
        parts.append(line)
        above = above[-_LONGEST:] + line.value
    return parts[0] if len(parts) == 1 else Text.join("", parts)


def _in_symbol(above: str, below: str) -> bool:
    cut = _CUT_SYMBOL.search(above[-_LONGEST:])
    return cut is not None and "/" in cut[0] + below.split(" ", 1)[0] and bool(_REST.match(below))


def _in_compound(above: str, below: str) -> bool:
    """Whether a dash without a blank before it is no dash between words ("Ban Chính sách KT- / XH", "1- / 2 sáng kiến")."""
    if _CUT_RANGE.search(above[-_LONGEST:]):
        return bool(_FIGURE.match(below))
    return bool(_ABBREVIATION.match(below) and _CUT_COMPOUND.search(above[-_LONGEST:]))
