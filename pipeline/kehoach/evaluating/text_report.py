"""Measures of texts for people (a table) and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kehoach.evaluating.text_measure import TextMeasure, total

Measures = Mapping[str, Sequence[TextMeasure]]
"""The pages of each document, by its name."""
_HEAD = (
    f"{'trang / page':<30} {'line CER':>8} {'CER':>7} {'WER':>7} {'missed':>7} {'prec.':>7}"
    f" {'tones':>6} {'digits':>11} {'roman':>7} {'lost':>6} {'invented':>8}"
)


def to_dict(measures: Measures) -> dict[str, Any]:
    """Counts and shares (to 0.0001) by document, with its pages, and in all."""
    documents = {
        name: {"pages": [_values(page) for page in pages], "total": _values(total(pages))}
        for name, pages in measures.items()
    }
    return {"documents": documents, "total": _values(_all(measures))}


def table(measures: Measures) -> str:
    """One line a page, one a document where it has several pages, and one for all where there are several."""
    lines = [_HEAD]
    for name, pages in measures.items():
        if len(pages) > 1:
            lines += [_line(f"  {n}", page) for n, page in enumerate(pages, 1)]
        lines.append(_line(name, total(pages)))
    everything = _all(measures)
    if len(measures) > 1:
        lines.append(_line("tất cả / all", everything))
    lines += ["", *_apart(everything)]
    return "\n".join(lines)


def _apart(m: TextMeasure) -> list[str]:
    return [
        f"{m.characters} ký tự, {m.words} từ, {m.segments} dòng hay ô, mất hẳn {m.lost_segments} / "
        f"{m.characters} characters, {m.words} words, {m.segments} lines or cells, {m.lost_segments} of them lost",
        f"tính riêng / counted apart: chữ viết tay / handwriting {m.hand_found} of {m.hand_words} words, "
        f"dấu và phần ngoài / stamps and furniture {m.apart_found} of {m.apart_words} words",
    ]


def _all(measures: Measures) -> TextMeasure:
    return total([page for pages in measures.values() for page in pages])


def _line(name: str, m: TextMeasure) -> str:
    shares = (m.line_cer, m.cer, m.wer, m.words_missed, m.word_precision)
    shown = " ".join(f"{100 * share:>{8 if n == 0 else 7}.2f}" for n, share in enumerate(shares))
    counts = f"{m.tone_errors:>6} {f'{m.digit_errors}/{m.digits}':>11} {f'{m.roman_errors}/{m.roman}':>7}"
    return f"{name:<30} {shown} {counts} {m.lost:>6} {m.invented:>8}"


def _values(m: TextMeasure) -> dict[str, float | int]:
    shares = {
        "line_cer": m.line_cer, "cer": m.cer, "wer": m.wer, "words_missed": m.words_missed,
        "word_precision": m.word_precision,
    }  # fmt: skip
    return {**{name: round(share, 4) for name, share in shares.items()}, **asdict(m)}
