"""Names of units that a plan shortens by words of its own: "Đoàn kiểm tra số 1 (gọi tắt là Đoàn số 1)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kehoach.model.fact import Definition
from kehoach.orthography.fold import fold


def is_initials(definition: Definition) -> bool:
    """A definition by an abbreviation; one that lumps many together ("sau đây gọi tắt là đơn vị") is none."""
    capitals = sum(c.isupper() for c in definition.short)
    return len(definition.short) < len(definition.full) and capitals >= max(2, len(definition.short) // 2)


def in_other_words(definitions: Iterable[Definition]) -> Mapping[str, str]:
    """The full names by the short ones, in lower case, of those that keep words of the full name and its capital."""
    return {
        fold(d.short).lower(): d.full
        for d in definitions
        if not is_initials(d) and d.short[:1].isupper() and "," not in d.short and _keeps_words(d)
    }


def _keeps_words(definition: Definition) -> bool:
    said, kept = (re.findall(r"\w+", fold(name)) for name in (definition.full, definition.short))
    rest = iter(said)
    return len(kept) < len(said) and said[0] == kept[0] and all(word in rest for word in kept)
