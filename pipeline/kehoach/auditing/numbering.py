"""Labels in their order: none skipped, none twice, letters of the Vietnamese alphabet (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from kehoach.auditing.case import Case, Part
from kehoach.auditing.result import Answer, Hit, answer

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_FOREIGN = re.compile(r"^(?P<label>[fjwz])[).]\s", re.MULTILINE)


_LINE = re.compile(r"[^\n]*[^\s\n][^\n]*")


def roman(label: str) -> int | None:
    """The value of a Roman numeral, None where it is none in its usual form."""
    if not label or set(label) - set(_ROMAN):
        return None
    value = 0
    for here, after in zip(label, [*label[1:], ""], strict=True):
        value += -_ROMAN[here] if after and _ROMAN[after] > _ROMAN[here] else _ROMAN[here]
    return value


@lru_cache(maxsize=1024)
def ordinal(label: str) -> tuple[str, int] | None:
    """(style, place in its order) of a label: "II", "3", "đ", "B"; None for bullets and unnumbered headings."""
    if label.isdecimal():
        return "number", int(label)
    if len(label) == 1 and label.lower() in ALPHABET and not (label.isupper() and label in "IVX"):
        return ("capital" if label.isupper() else "letter"), ALPHABET.index(label.lower()) + 1
    value = roman(label)
    return ("roman", value) if value else None


def _label(place: int, style: str) -> str:
    if style in ("letter", "capital"):
        letter = ALPHABET[place - 1] if 0 < place <= len(ALPHABET) else "?"
        return letter.upper() if style == "capital" else letter
    if style == "number":
        return str(place)
    tens, ones = divmod(place, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def series(case: Case) -> Iterator[tuple[str, list[tuple[Part, str, int]]]]:
    """(parent, labelled parts in the order of the text) for every parent with two and more of one style."""
    for parent, group in groupby(sorted(case.parts, key=lambda p: p.parent), key=lambda p: p.parent):
        known = [(part, *ordinal(part.labels[-1])) for part in group if ordinal(part.labels[-1])]  # type: ignore[misc]
        for style in ("roman", "number", "letter", "capital"):
            made = sorted(((p, s, n) for p, s, n in known if s == style), key=lambda made: made[0].start)
            if len(made) > 1:
                yield parent, made


def label_gap(case: Case) -> Answer | None:
    """A label left out between two that follow each other. Where an unlabelled paragraph stands between them, the
    label may have been lost in reading; where nothing does, the drafter skipped it."""
    hits, places = [], []
    for parent, labelled in series(case):
        for (one, style, n), (other, _, m) in pairwise(labelled):
            if m <= n + 1 or m > n + 3 or (style == "capital" and _label(n, style) == "D" and m == n + 2):
                continue  # capitals are counted by either alphabet
            over = _over(case, other)
            skipped = [over + _label(k, style) for k in range(n + 1, m)]
            shown = case.places(one.label_at, one.start) + case.places(other.label_at, other.start)
            sure = _adjacent(case, one, other) and not any(_printed(case, one, other, label) for label in skipped)
            sure = sure and case.sure(*one.fact.evidence[:1], *other.fact.evidence[:1])
            words = {"before": _shown(case, one), "after": _shown(case, other), "skipped": ", ".join(skipped)}
            hits.append(Hit(parent or None, shown, "fail", words, sure))
        places += [labelled[0][0].fact.evidence[:1]]
    if not case.parts:
        return None
    return answer(hits, tuple(e for place in places for e in place))


def _printed(case: Case, one: Part, other: Part, label: str) -> bool:
    """Whether the label said to be skipped stands in the words between, where the reader took it for running text."""
    between = case.text[one.start : other.label_at]
    return re.search(rf"(?:\n|[.;:,]\s)\W{{0,2}}{re.escape(label)}\s?[-.):/]", between, re.IGNORECASE) is not None


def _adjacent(case: Case, one: Part, other: Part) -> bool:
    """Whether no paragraph that could bear the lost label stands between the two. Between sections these are lines that
    look like a heading; where pages were recognized, a lost heading cannot be excluded."""
    if one.is_section or other.is_section:
        known = {p.label_at for p in case.parts}
        lines = [m for m in _LINE.finditer(case.text, one.start, other.label_at) if m.start() > one.start]
        before = [case.text[one.start : m.start()].rstrip()[-1:] for m in lines]
        return not case.recognized and not any(
            line[0].strip().isupper() or (len(line[0]) < 60 and (end in ".;:/" or line[0].strip()[:1].isupper()))
            for line, end in zip(lines, before, strict=True)
            if line.start() not in known
        )
    between = [line for line in case.text[one.start : other.label_at].split("\n")[1:] if line.strip()]
    inner = sum(p.parent.startswith(one.path) and one.start < p.start < other.label_at for p in case.parts)
    return len(between) <= inner


def _over(case: Case, part: Part) -> str:
    """What is printed of the labels over it: "6." of "6.5"."""
    found = re.match(r"\W{0,3}((?:\w{1,3}\.)+)\d{1,2}(?!\w)", case.text[part.label_at : part.label_at + 16])
    return found[1] if found and part.labels[-1].isdecimal() else ""


def _shown(case: Case, part: Part) -> str:
    return _over(case, part) + part.labels[-1]


def label_repeat(case: Case) -> Answer | None:
    """One label twice in a row under the same parent."""
    if not case.parts:
        return None
    hits = []
    for parent, labelled in series(case):
        for (one, _, n), (other, _, m) in pairwise(labelled):
            if n == m and _printed_label(case, one) == _printed_label(case, other):
                shown = case.places(one.label_at, one.start) + case.places(other.label_at, other.start)
                sure = case.sure(*one.fact.evidence[:1], *other.fact.evidence[:1]) and not case.recognized
                hits.append(Hit(parent or None, shown, "fail", {"label": _shown(case, one)}, sure))
    return answer(hits)


def mixed_labels(case: Case) -> Answer | None:
    """Divisions side by side that are labelled in two styles ("I", "II", "3")."""
    hits, seen = [], False
    divisions = sorted((p for p in case.parts if p.is_section and p.label_at < case.foot), key=lambda p: p.parent)
    for parent, group in groupby(divisions, key=lambda p: p.parent):
        known = [(part, place[0]) for part in group if (place := ordinal(part.labels[-1]))]
        styles = [style for _, style in known]
        seen = seen or len(known) > 1
        usual = max(set(styles), key=styles.count, default="")
        strange = [part for part, style in known if style != usual]
        if strange and styles.count(usual) > len(strange):
            words = {"label": strange[0].labels[-1], "beside": next(p.labels[-1] for p, s in known if s == usual)}
            shown = strange[0].fact.evidence[:1]
            hits.append(Hit(parent or None, shown, "fail", words, case.sure(*shown) and not case.recognized))
    return answer(hits) if seen else None


def _printed_label(case: Case, part: Part) -> str:
    """The label with its sign: "1." and "1-" are of two ranks, whatever the reader made of them."""
    found = re.match(r"\W{0,3}\w+(?:\.\w+)*\s?[-.):/]?", case.text[part.label_at : part.label_at + 12])
    return found[0].strip() if found else ""


def foreign_letter(case: Case) -> Answer | None:
    """f, j, w, z are no letters of the Vietnamese alphabet and label no điểm."""
    if not case.text:
        return None
    hits = []
    for found in _FOREIGN.finditer(case.text, 0, case.foot):
        places = case.places(found.start(), found.end())
        hits.append(Hit(case.path_at(found.end()), places, "fail", {"label": found["label"]}, not case.recognized))
    return answer(hits)
