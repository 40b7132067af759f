"""Text as XML can hold it."""

from __future__ import annotations


def allowed(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(character for character in text if character >= " " and character not in "\ufffe\uffff")
