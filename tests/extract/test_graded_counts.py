"""Classes by how many criteria are met."""

from __future__ import annotations

import pytest

from kehoach.extract.criteria.graded_counts import graded_in


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        (
            "Tổ đạt từ 5 tiêu chí trở lên được xếp loại Tốt; đạt 3 - 4 tiêu chí: xếp loại Khá; còn lại xếp loại Trung bình.",
            [
                "đạt từ 5 tiêu chí trở lên được xếp loại Tốt",
                "đạt 3 - 4 tiêu chí: xếp loại Khá",
                "còn lại xếp loại Trung bình",
            ],
        ),
        (
            "Đạt bốn tiêu chuẩn xếp hạng Nhất, đạt ba tiêu chuẩn xếp hạng Nhì.",
            ["Đạt bốn tiêu chuẩn xếp hạng Nhất", "đạt ba tiêu chuẩn xếp hạng Nhì"],
        ),
        ("Chi hội đạt đủ 4 nội dung thì xếp loại vững mạnh.", []),
        ("Phấn đấu 90% xã đạt 19 tiêu chí, công nhận thêm 02 xã.", []),
    ],
)
def test_classes_by_counts(text: str, classes: list[str]) -> None:
    assert [text[band.start : band.end] for band in graded_in(text)] == classes
