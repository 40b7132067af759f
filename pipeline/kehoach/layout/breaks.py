"""Lines -> one text: a space between them, but none where a line ends within the number of a document."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.model.text import Text
from kehoach.rules.needs import Sieve

_TOKEN = r"[A-ZĐƯ][A-Za-zĐđƯư&]*"
_CUT_SYMBOL = Sieve(rf"(?<!\S)[(\"“]?\d{{1,5}}[/-](?:\d{{4}}/)?(?:{_TOKEN}[/-])*$")
"""The last word of a line: a number and its symbol up to a slash or dash ("529/TTr-", "15/2031/")."""
_REST = Sieve(rf"[A-ZĐƯ]{{2}}|{_TOKEN}[/-]")
_LONGEST = 40


def one_text(lines: Iterable[Text]) -> Text:
    """The lines as running text."""
    parts: list[Text] = []
    above = ""
    for line in lines:
        if above and not _in_symbol(above, line.value):
            parts.append(Text.inserted(" "))
            above += " "
        parts.append(line)
        above = above[-_LONGEST:] + line.value
    return parts[0] if len(parts) == 1 else Text.join("", parts)


def _in_symbol(above: str, below: str) -> bool:
    cut = _CUT_SYMBOL.search(above[-_LONGEST:])
    return cut is not None and "/" in cut[0] + below.split(" ", 1)[0] and bool(_REST.match(below))
