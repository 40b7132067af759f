"""Numbers and bullets of lists as word processors print them."""

from __future__ import annotations

from itertools import groupby

from kehoach.orthography.numerals import roman

_SYMBOLS = {
    # Bullets of the fonts Symbol and Wingdings, by their codes in the private use area.
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-", "\uf02b": "+",
    "\uf0a8": "◆", "\uf06e": "■", "\uf071": "❑", "\uf0e0": "→", "\uf0e8": "➔", "\uf0f0": "⇨", "\uf06c": "●",
    "o": "○", "§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "·": "•",
}  # fmt: skip


def numeral(number: int, form: str) -> str:
    """A number in a form of WordprocessingML ("lowerLetter", "upperRoman" ...); unknown forms are decimal."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 5000:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def bullet(text: str) -> str:
    """The sign that is seen for a bullet."""
    shown = "".join(_SYMBOLS.get(c, c) for c in text.strip())
    return "".join("•" if private else "".join(part) for private, part in groupby(shown, _private))


def _private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"
