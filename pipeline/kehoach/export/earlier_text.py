"""The text layer that another program laid under a scan, taken off where it was found wrong.

Only text that nobody sees goes: drawn invisibly (mode 3), or before a picture that covers the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_INVISIBLE = 3
_SHOWN = frozenset({"Tj", "TJ", "'", '"'})
_COVERS = 0.8
_DEEPEST = 4


def remove(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Takes unseen text off the page. A page whose content cannot be parsed stays as it is."""
    import pikepdf

    try:
        box = [float(value) for value in page.mediabox]
        area = abs((box[2] - box[0]) * (box[3] - box[1]))
        kept, changed = _Filter(pdf, page.resources, area, 0).kept(page)
        if changed:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return


class _Filter:
    """Goes through the instructions of one content stream. ``area`` is the page's in its own units."""

    def __init__(self, pdf: pikepdf.Pdf, resources: Any, area: float, depth: int) -> None:
        self._pdf, self._area, self._depth = pdf, area, depth
        self._objects = resources.get("/XObject", {}) if resources is not None else {}

    def kept(self, stream: Any) -> tuple[list[Any], bool]:
        import pikepdf

        instructions = list(pikepdf.parse_content_stream(stream))
        covered = self._covered(instructions)
        mode, modes, made = 0, [], []
        changed = False
        for n, instruction in enumerate(instructions):
            operator = str(instruction.operator)
            if operator == "q":
                modes.append(mode)
            elif operator == "Q" and modes:
                mode = modes.pop()
            elif operator == "Tr":
                mode = int(instruction.operands[0])
            elif operator in _SHOWN and (mode == _INVISIBLE or n < covered):
                changed = True
                continue
            elif operator == "Do":
                self._within(str(instruction.operands[0]))
            made.append(instruction)
        return made, changed

    def _covered(self, instructions: list[Any]) -> int:
        """Where the last picture that covers the page is drawn: all text before it lies under it."""
        import pikepdf

        matrix, matrices, last = pikepdf.Matrix(), [], 0
        for n, instruction in enumerate(instructions):
            operator = str(instruction.operator)
            if operator == "q":
                matrices.append(matrix)
            elif operator == "Q" and matrices:
                matrix = matrices.pop()
            elif operator == "cm":
                matrix = pikepdf.Matrix(*map(float, instruction.operands)) @ matrix
            elif operator == "Do" and self._is_opaque_picture(str(instruction.operands[0])):
                across = abs(matrix.a * matrix.d - matrix.b * matrix.c)
                if across >= _COVERS * self._area:
                    last = n
        return last

    def _is_opaque_picture(self, name: str) -> bool:
        found = self._objects.get(name)
        if found is None or found.get("/Subtype") != "/Image":
            return False
        return not (found.get("/ImageMask", False) or "/SMask" in found or "/Mask" in found)

    def _within(self, name: str) -> None:
        """A form is drawn as part of the page: the text layers of some programs are forms."""
        import pikepdf

        found = self._objects.get(name)
        if found is None or found.get("/Subtype") != "/Form" or self._depth >= _DEEPEST:
            return
        inner = _Filter(self._pdf, found.get("/Resources", None), self._area, self._depth + 1)
        kept, changed = inner.kept(found)
        if changed:
            found.write(pikepdf.unparse_content_stream(kept))
