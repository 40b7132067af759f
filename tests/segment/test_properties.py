"""The outline is a tree over all of the body, whatever stands in it: nothing lost, nothing twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.model.document import Document
from kehoach.model.section import Outline
from kehoach.rules.load import load
from kehoach.segment import sections
from tests.paragraphs import P, Row, document

_LABELS = st.sampled_from(
    ["I.", "II.", "IH.", "III-", "l.", "11.", "V.", "A.", "1.", "2.", "3.", "1.1.", "2.10", "II.2.", "1)", "(2)", "a)", "đ)",
     "b.", "ii)", "-", "+", "*", "•", "Phần I.", "Điều 3.", "PHỤ LỤC", "", "", ""]
)  # fmt: skip
_TEXTS = st.sampled_from(
    ["MỤC ĐÍCH, YÊU CẦU", "Mục đích", "Về tập thể", "Các xã tổ chức họp dân, lấy ý kiến nhân dân.", "Phòng Y tế:", "Kinh phí: Xã tự lo.",
     "gồm các việc sau:", "Trên đây là Kế hoạch năm 2030.", "Đề nghị các xã thực hiện./.", "KINH PHÍ", "", "ộ ±", "100% hộ dân"]
)  # fmt: skip
_PARAGRAPHS = st.builds(
    lambda label, text, zone, bold: P(f"{label} {text}".strip() or "x", zone, bold),
    _LABELS, _TEXTS, st.sampled_from(["body", "body", "body", "body", "recipients", "signature", "annex"]), st.booleans(),
)  # fmt: skip
_ROWS = st.builds(
    Row,
    st.sampled_from(["TT | Việc | Đơn vị", "1 | Họp | Xã A", "2 | Chấm | ", " | tiếp | ", "QUÝ I", "Tổng | 9"]),
    st.sampled_from(["header", "band", "body"]),
    st.integers(0, 1),
)


def _covered(made: Document, outline: Outline) -> None:
    """Checks every invariant that later stages lean on."""
    spans = []
    for index, node in enumerate(outline.nodes):
        assert node.extent.start <= node.heading.start <= node.heading.end <= node.extent.end
        assert node.path.endswith(node.label)
        if node.parent is None:
            assert node.path == node.label and node.depth == 0
            spans.append((node.extent.start, node.extent.end))
        else:
            parent = outline.nodes[node.parent]
            assert node.parent < index
            assert parent.extent.start <= node.extent.start and node.extent.end <= parent.extent.end
            assert node.path == f"{parent.path}.{node.label}" and node.depth == parent.depth + 1
            assert node.role != "section" or parent.role == "section"
        assert (node.role == "section") == bool(node.kinds)
    starts = [node.extent.start for node in outline.nodes]
    assert starts == sorted(starts)
    spans += [(s.start, s.end) for s in (outline.preamble, outline.closing) if s is not None]
    spans.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for n, block in enumerate(made.blocks):
        signed = any(above.zone in ("recipients", "signature", "annex") for above in made.blocks[:n])
        slight = len(block.text.value.split()) < 6 or block.text.value.isupper()
        noise = (block.zone == "annex" and slight) or (signed and block.row_kind != "body")
        if block.zone in ("body", "table", "annex") and block.text.value.strip() and not noise:
            span = made.span(n)
            assert any(a <= span.start and span.end <= b for a, b in spans), (n, block.text.value)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _ROWS), max_size=25), st.booleans())
def test_every_paragraph_stands_in_the_tree_once(parts: list[P | Row], recognized: bool) -> None:
    made = document(*parts, recognized=recognized)
    _covered(made, sections(made, load()))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_text_at_all(texts: list[str]) -> None:
    made = document(*(P(" ".join(text.split()) or "x") for text in texts))
    _covered(made, sections(made, load()))
