"""LibreOffice, played by a script: what it is asked, how long it may take, and what stays behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.errors import MissingDependency, NotADocument
from kehoach.programs import libreoffice
from tests import office
from tests.cli.conftest import Kehoach, kehoach  # noqa: F401
from tests.office import p

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(99)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is alone on the search path, with the interpreter in it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(libreoffice, "_NAMES", ("soffice-of-the-tests",))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    return folder / "soffice-of-the-tests"


def script(program: Path, body: str) -> None:
    program.write_text(f"#!{sys.executable}\nimport os, subprocess, sys, time\nfrom pathlib import Path\n{body}\n")
    program.chmod(0o755)


def test_an_old_word_file_is_read_by_way_of_docx(program: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(office.docx(p("KẾ HOẠCH") + p("Phát động thi đua")))
    script(
        program,
        f"""
given = Path(sys.argv[-1])
assert given.read_bytes() == {OLD!r} and given.suffix == ".doc"
assert "--headless" in sys.argv and sys.argv[1].startswith("-env:UserInstallation=file://")
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
(out / "in.docx").write_bytes(Path({str(made)!r}).read_bytes())
""",
    )
    plan = kh.read(OLD)
    assert (plan.document.type, plan.document.title) == ("KH", "Phát động thi đua")
    assert plan.run.settings == {"converter": "LibreOffice"}
    assert plan.source.media_type == "application/msword"


def test_without_it_the_way_to_get_it_is_told(program: Path, tmp_path: Path, kehoach: Kehoach) -> None:  # noqa: F811
    assert not program.exists()
    with pytest.raises(MissingDependency):
        kh.read(OLD)
    (tmp_path / "cũ.doc").write_bytes(OLD)
    ran = kehoach("read", tmp_path / "cũ.doc")
    assert ran.code == 4
    assert "LibreOffice" in ran.err and libreoffice.install_command() in ran.err


def test_what_takes_too_long_is_ended_with_all_that_it_started(program: Path, tmp_path: Path) -> None:
    mark = tmp_path / "child"
    script(
        program,
        f"""
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
Path({str(mark)!r}).write_text(str(child.pid))
time.sleep(60)
""",
    )
    began = time.monotonic()
    with pytest.raises(NotADocument, match="LibreOffice"):
        libreoffice.to_docx(OLD, ".doc", "cũ.doc", seconds=3)
    assert time.monotonic() - began < 30
    child = int(mark.read_text())
    assert not _runs(child)


def _runs(pid: int) -> bool:
    """Whether a process still works; one that has ended may wait for its parent."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").is_file() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
                return False
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


def test_what_it_says_of_a_bad_file_is_told(program: Path) -> None:
    script(program, "print('Error: source file could not be loaded', file=sys.stderr); sys.exit(1)")
    with pytest.raises(NotADocument) as caught:
        libreoffice.to_docx(OLD, ".doc", "hỏng.doc")
    assert "hỏng.doc" in caught.value.message and "could not be loaded" in caught.value.advice
