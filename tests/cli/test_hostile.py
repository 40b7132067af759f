"""Bad files cost no good one, and each is named with its class and with advice; nothing in a file is ever run."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import kehoach as kh
from kehoach.cli.forms import FORMS
from kehoach.errors import KehoachError, NotADocument
from kehoach.reading import Settings, document, reader, source
from tests import hostile, office
from tests.cli.conftest import Kehoach
from tests.conftest import PLAN_TEXT
from tests.office import p


def good(folder: Path, count: int) -> Iterator[Path]:
    """So many documents of several kinds, in folders and under names of all sorts."""
    for n in range(count):
        text = PLAN_TEXT.replace("77/", f"{100 + n}/")
        suffix = (".txt", ".docx", ".html", ".odt")[n % 4]
        body = [line for line in text.split("\n") if line]
        data = {
            ".txt": text.encode(),
            ".docx": office.docx("".join(map(p, body))),
            ".html": f"<html><meta charset='utf-8'><p>{'<p>'.join(body)}".encode(),
            ".odt": office.odt("".join(f"<text:p>{line}</text:p>" for line in body)),
        }[suffix]
        path = folder / ("Năm 2022 (bản đẹp)" if n % 3 else "") / f"kế hoạch số {n} & đính kèm{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        yield path


def test_thirty_bad_files_among_twenty_good_ones(tmp_path: Path, kehoach: Kehoach) -> None:
    folder = tmp_path / "hộp hồ sơ"
    folder.mkdir()
    paths = list(good(folder, 20))
    for name, (data, _) in hostile.BAD.items():
        (folder / name).write_bytes(data)
    assert len(hostile.BAD) >= 30
    ran = kehoach("read", folder, "--to", "jsonl", "-o", "out.jsonl", "--mode", "text", "-j", "2")
    assert ran.code == 3
    records = [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert {record["source"]["path"] for record in records} == set(map(str, paths))
    assert all(record["document"]["number"] for record in records)
    told = [line for line in ran.err.splitlines() if line.startswith("Lỗi / error")]
    for name, (_, code) in hostile.BAD.items():
        lines = [line for line in told if name in line]
        assert lines and all(line.endswith(f"[{code}]") for line in lines), (name, lines)
    assert ran.err.count("  → ") >= len(hostile.BAD)
    assert f"20 documents read, {len(hostile.BAD)} failed" in ran.err


@pytest.mark.parametrize("name", sorted(hostile.BAD))
def test_each_bad_file_alone(name: str, tmp_path: Path) -> None:
    data, code = hostile.BAD[name]
    (tmp_path / name).write_bytes(data)
    path = tmp_path / name / "a.txt" if name.endswith(".zip") else tmp_path / name
    with pytest.raises(KehoachError) as caught:
        kh.read(path, mode="text")
    assert caught.value.code == code and name in caught.value.message and caught.value.advice
    assert caught.value.exit_code == 8


def test_scripts_and_actions_of_a_pdf_are_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plan = kh.read(hostile.scripted_pdf(), mode="text")
    assert plan.text == "Ke hoach"
    assert list(tmp_path.iterdir()) == []


def test_a_part_of_a_page_bomb_can_be_read() -> None:
    plan = kh.read(hostile.many_pages(2001), mode="text", pages=[1, 2001])
    assert [page.number for page in plan.source.pages] == [1, 2001]


def test_the_limit_of_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_PAGES", 3)
    read = reader(Settings(mode="text", cache=None))
    assert len(read(source(hostile.many_pages(3))).pages) == 3
    with pytest.raises(NotADocument, match="4") as caught:
        read(source(hostile.many_pages(4)))
    assert "--pages 1-3" in caught.value.advice


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("văn bản.pdf", PLAN_TEXT.encode(), "text/plain"),
        ("văn bản.doc", PLAN_TEXT.encode("utf-16"), "text/plain"),
        ("trang.doc", f"<html><p>{'<p>'.join(PLAN_TEXT.split(chr(10)))}".encode(), "text/html"),
        ("từ Word.odt", office.docx("".join(p(line) for line in PLAN_TEXT.split("\n"))), None),
        ("không đuôi", PLAN_TEXT.encode(), "text/plain"),
    ],
)  # fmt: skip
def test_a_wrong_ending_does_not_mislead(name: str, data: bytes, media_type: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    plan = kh.read(tmp_path / name)
    assert plan.document.number == "77/KH-SCT"
    assert media_type is None or plan.source.media_type == media_type


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """The system itself refuses to make any file longer, as a full disk does. Python would keep the modules that are first
    needed meanwhile cut at this length, and fail on them ever after."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "dont_write_bytecode", True)
        patched.setenv("PYTHONDONTWRITEBYTECODE", "1")  # for the processes that are started meanwhile
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("form", FORMS)
def test_a_disk_without_room_is_told_and_leaves_nothing_half(form: str, plan_file: Path, kehoach: Kehoach) -> None:
    with no_file_over(500):
        ran = kehoach("read", plan_file, "-o", "mới/", "--to", form)
    assert ran.code == 5 and ran.err.count("Không ghi được") == 1 and "Exception" not in ran.err
    assert [path for path in Path().rglob("*") if path.is_file()] == []


def test_a_workbook_that_does_not_fit_is_no_fault_of_the_documents(plan_file: Path, kehoach: Kehoach) -> None:
    """The files of single documents that were written stay."""
    other = plan_file.with_name("khác.txt")
    other.write_bytes(plan_file.read_bytes())
    with no_file_over(9_000):
        ran = kehoach("read", plan_file, other, "-o", "mới", "-j", "1", "--to", "md", "--to", "jsonl")
    assert ran.code == 5 and "plans.jsonl" in ran.err
    assert Path(f"mới/{plan_file.stem}.md").is_file()


def test_a_full_device_is_told(plan_file: Path, kehoach: Kehoach) -> None:
    ran = kehoach("read", plan_file, "-o", "/dev/full")
    assert ran.code == 5 and "No space left" in ran.err and "→" in ran.err
    assert Path("/dev/full").is_char_device()
    with Path("/dev/full").open("wb") as full:
        ran_apart = _apart(["read", plan_file], stdout=full)
    assert ran_apart.returncode == 5 and "stdout" in ran_apart.stderr and "[file_access]" in ran_apart.stderr


def test_a_pipe_is_written_to_and_never_replaced(plan_file: Path, kehoach: Kehoach) -> None:
    os.mkfifo("ống")
    with ThreadPoolExecutor() as pool:
        got = pool.submit(Path("ống").read_text, "utf-8")
        assert kehoach("read", plan_file, "--to", "jsonl", "-o", "ống").code == 0
        assert json.loads(got.result(20))["document"]["number"] == "77/KH-SCT"
    assert Path("ống").is_fifo()


def test_read_only_folders_are_told(plan_file: Path, tmp_path: Path) -> None:
    locked, hidden = tmp_path / "chỉ đọc", tmp_path / "không đọc được.txt"
    locked.mkdir()
    hidden.write_bytes(plan_file.read_bytes())
    locked.chmod(0o555)
    hidden.chmod(0o000)
    for arguments in (["read", plan_file, "-o", f"{locked}/"], ["read", hidden]):
        ran = _apart(arguments, preexec_fn=_as_anybody)
        assert ran.returncode == 5 and "Permission denied" in ran.stderr and "→" in ran.stderr


def _apart(arguments: Sequence[object], **more: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    call = [sys.executable, "-c", "from kehoach.cli import main; main()", *map(str, arguments)]
    return subprocess.run(call, stderr=subprocess.PIPE, encoding="utf-8", timeout=120, **more)


def _as_anybody() -> None:
    """For root too the modes of files hold: the two capabilities that pass over them are given up."""
    if os.geteuid() == 0:
        for passing_over in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, passing_over, 0, 0, 0)  # PR_CAPBSET_DROP


def test_a_page_that_cannot_be_opened_costs_no_other(kehoach: Kehoach) -> None:
    Path("a.pdf").write_bytes(hostile.broken_page())
    ran = kehoach("read", "a.pdf", "--mode", "text")
    assert ran.code == 0 and "could not be read: 2" in ran.err
    record = json.loads(ran.out)
    assert record["text"].split() == ["Ke", "hoach", "phong", "trao"]
    assert [(issue["code"], issue["page"]) for issue in record["issues"]] == [("page_unreadable", 2)]
    assert kehoach("read", "a.pdf", "--mode", "text", "--strict").code == 3
