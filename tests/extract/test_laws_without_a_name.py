"""A law that is spoken of without its name is no document of its own."""

from __future__ import annotations

import pytest

from kehoach.extract.citations.law_names import laws


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Kế hoạch thi hành Luật như sau:", []),
        ("Phổ biến Luật ở các bến phà.", []),
        ("Triển khai Pháp lệnh mới khi được thông qua.", []),
        ("Phổ biến Luật Đường thủy nội địa ở các bến phà.", ["Luật Đường thủy nội địa"]),
    ],
)
def test_laws(text: str, titles: list[str]) -> None:
    found = [law.title for law in laws(text)]
    assert len(found) == len(titles)
    assert all((title or "").startswith("Luật Đường thủy nội địa") for title in found)
