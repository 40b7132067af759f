"""What the READMEs show of archives works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_example_runs(
    readme: str, tmp_path: Path, filled_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = re.findall(r"```py\n(.*?)```", (REPOSITORY / readme).read_text("utf-8"), re.DOTALL)
    shutil.copy(filled_file, tmp_path / "archive.db")
    monkeypatch.chdir(tmp_path)
    assert examples
    for example in examples:
        exec(compile(example, readme, "exec"), {})
    assert "77/KH-SCT" in capsys.readouterr().out
