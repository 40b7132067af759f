"""Recognized pages on disk: nothing is recognized twice, nothing wrong is taken for a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.model.geometry import Box
from kehoach.model.page import Grid, GridCell, Handwriting, Line, Mark, Page, Ruling, Word
from kehoach.reading import recorded


def page() -> Page:
    words = (
        Word("Số:", 3, 0, Box(10, 20, 30.25, 32), 0.9312, bold=True, size=13.0),
        Word("12", 3, 0, Box(34, 20, 44, 32), 0.4, italic=True, alternatives=(("72", 0.31),)),
        Word("trôi", 3, 1),
    )
    cell = GridCell(0, 1, Box(50, 50, 80, 70), (Line(words[:1]),), 1, 2)
    return Page(
        3, 595.0, 842.0, "ocr", (Line(words[:2]), Line(words[2:])), (Grid(Box(40, 50, 80, 70), 1, 3, (cell,)),),
        (Ruling(Box(40, 50, 80, 51)),), (Mark("seal", Box(1, 2, 3, 4), (Line(words[1:2]),), 0.8),),
        (Handwriting(Box(34, 20, 44, 32), "12", 0.87, True, ("Só: 12/KH", "S: 12/K"), Box(8, 18, 70, 36), "x 1"),),
        0.91, 90, -1.25, False, False, "photo, soft",
    )  # fmt: skip


def test_a_page_comes_back_whole(tmp_path: Path) -> None:
    recorded.save(tmp_path, "ab12", page())
    kept = recorded.load(tmp_path, "ab12")
    assert kept is not None
    assert recorded.as_json(kept) == recorded.as_json(page())
    assert [word.text for word in kept.words] == [word.text for word in page().words]
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    "other",
    [
        ("b" * 64, 1, "tesserocr 5.5", {"dpi": "300"}),
        ("a" * 64, 2, "tesserocr 5.5", {"dpi": "300"}),
        ("a" * 64, 1, "tesserocr 5.4", {"dpi": "300"}),
        ("a" * 64, 1, "tesserocr 5.5", {"dpi": "200"}),
        ("a" * 64, 1, "tesserocr 5.5", {"dpi": "300", "languages": "vie"}),
    ],
)
def test_file_page_engine_and_settings_make_the_name(other: tuple[str, int, str, dict[str, str]]) -> None:
    assert recorded.key("a" * 64, 1, "tesserocr 5.5", {"dpi": "300"}) != recorded.key(*other)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"number": 1}', b"\xff\xfe"])
def test_a_broken_record_is_none(tmp_path: Path, content: bytes) -> None:
    recorded.save(tmp_path, "ab12", page())
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(content)
    assert recorded.load(tmp_path, "ab12") is None


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    recorded.save(blocked, "ab12", page())
    recorded.save(None, "ab12", page())
    assert recorded.load(blocked, "ab12") is None and recorded.load(None, "ab12") is None
