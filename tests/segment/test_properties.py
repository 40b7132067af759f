"""The outline is a tree over all of the body, whatever stands in it: nothing lost, nothing twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach import language, layout
from kehoach.model.document import Source
from kehoach.reading import plain
from kehoach.rules.load import load
from kehoach.segment import sections
from tests.paragraphs import P, Row, document
from tests.segment.invariants import check
from tests.segment.mutations import mutated

_LABELS = st.sampled_from(
    ["I.", "II.", "IH.", "III-", "l.", "11.", "V.", "A.", "1.", "2.", "3.", "1.1.", "2.10", "II.2.", "1)", "(2)", "a)", "đ)",
     "b.", "ii)", "Q", "- 2.1.", "Phần A:", "Phần thứ hai", "➢", "-", "+", "*", "•", "Phần I.", "Điều 3.", "PHỤ LỤC", "", "", ""]
)  # fmt: skip
_TEXTS = st.sampled_from(
    ["MỤC ĐÍCH, YÊU CẦU", "Mục đích", "Về tập thể", "Các xã tổ chức họp dân, lấy ý kiến nhân dân.", "Phòng Y tế:", "Kinh phí: Xã tự lo.",
     "gồm các việc sau:", "Đến năm 2030:", "Việc chuyên môn: 20 điểm", "Tiêu chí và cách tính điểm", "Trên đây là Kế hoạch năm 2030.", "Đề nghị các xã thực hiện./.", "KINH PHÍ", "", "ộ ±", "100% hộ dân"]
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


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _ROWS), max_size=25), st.booleans())
def test_every_paragraph_stands_in_the_tree_once(parts: list[P | Row], recognized: bool) -> None:
    made = document(*parts, recognized=recognized)
    check(made, sections(made, load()))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_text_at_all(texts: list[str]) -> None:
    made = document(*(P(" ".join(text.split()) or "x") for text in texts))
    check(made, sections(made, load()))


def test_spoilt_plans() -> None:
    """The first of those that ``python -m bench.fuzzing`` checks."""
    rules = load()
    for seed in range(60):
        read = plain.reading(Source("plan.txt", "", "text/plain", mutated(seed).encode()))
        made = language.clean(layout.document(read, rules), rules)
        try:
            check(made, sections(made, rules))
        except AssertionError as wrong:
            raise AssertionError(f"seed {seed}: {wrong}") from wrong
