"""Messages and progress on stderr."""

from __future__ import annotations

import sys

import pytest

from kehoach.cli import console
from kehoach.errors import MissingDependency


def test_a_failure_tells_its_code_and_every_line_of_advice(capsys: pytest.CaptureFixture[str]) -> None:
    console.failure(MissingDependency("thiếu dữ liệu", "cách một\ncách hai"))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "Lỗi / error: thiếu dữ liệu [missing_dependency]",
        "  → cách một",
        "  → cách hai",
    ]


@pytest.mark.parametrize(("terminal", "wanted"), [(True, True), (True, False), (False, True)])
def test_progress_is_drawn_on_a_terminal_where_it_is_wanted(
    terminal: bool, wanted: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with console.progress(2, wanted) as bar:
        bar.advance("kế hoạch [một].pdf")
        bar.advance("x" * 100)
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert bool(drawn.err) is (terminal and wanted)
    assert ("2/2" in drawn.err) is (terminal and wanted)
