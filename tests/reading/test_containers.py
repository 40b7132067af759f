"""Archives: their documents are read one by one, and what is meant to do harm is refused."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.errors import Encrypted, FileAccess, KehoachError, NotADocument, Truncated
from kehoach.reading import containers
from tests import office
from tests.cli.conftest import Kehoach, kehoach  # noqa: F401
from tests.conftest import PLAN_TEXT
from tests.office import p, zipped


def plan(number: int) -> bytes:
    return PLAN_TEXT.replace("77", str(number)).encode()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    inner = zipped({"ba.txt": plan(83), "sâu hơn.zip": zipped({"bốn.docx": office.docx(p("KẾ HOẠCH"))})})
    file = tmp_path / "bó.zip"
    file.write_bytes(
        zipped(
            {
                "thư mục/Kế hoạch một.txt": plan(81), "hai.txt": plan(82), "trong.zip": inner, "bảng.xlsx": zipped({"[Content_Types].xml": b"", "xl/a.xml": b""}),
                "__MACOSX/._hai.txt": b"k", ".ẩn.txt": b"k", "ghi chú.csv": b"a;b", "sai tên.pdf": office.docx(p("KẾ HOẠCH")),
            }
        )
    )  # fmt: skip
    return file


def test_every_document_of_an_archive_is_read(archive: Path, kehoach: Kehoach) -> None:  # noqa: F811
    ran = kehoach("read", archive, "-o", "out", "-j", "1")
    assert ran.code == 0, ran.err
    made = {path.name: json.loads(path.read_text("utf-8"))["source"]["path"] for path in Path("out").iterdir()}
    assert made == {
        "hai.json": f"{archive}/hai.txt",
        "sai tên.json": f"{archive}/sai tên.pdf",
        "Kế hoạch một.json": f"{archive}/thư mục/Kế hoạch một.txt",
        "ba.json": f"{archive}/trong.zip/ba.txt",
        "bốn.json": f"{archive}/trong.zip/sâu hơn.zip/bốn.docx",
    }


def test_a_document_in_an_archive_has_a_path(archive: Path) -> None:
    assert kh.read(f"{archive}/trong.zip/ba.txt").document.number == "83/KH-SCT"
    with pytest.raises(FileAccess):
        kh.read(f"{archive}/không có.txt")
    with pytest.raises(NotADocument) as caught:
        kh.read(archive)
    assert "kehoach read" in caught.value.advice


@pytest.mark.parametrize(
    ("name", "written"),
    [("kế hoạch.txt", "kế hoạch.txt".encode()), ("kế hoạch đợt 2.txt", "kê\u0301 hoa\u0323ch đơ\u0323t 2.txt".encode("cp1258")),
     ("café.txt", "café.txt".encode("cp437"))],
    ids=["utf-8", "1258", "437"],
)  # fmt: skip
def test_names_of_old_programs(name: str, written: bytes) -> None:
    assert containers._name(zipfile.ZipInfo(written.decode("cp437"))) == name


def test_the_list_of_an_archive_inside_is_not_taken_for_that_of_one_cut_short() -> None:
    whole = zipped({"a.docx": office.docx(p("KẾ HOẠCH")), "b.docx": office.docx(p("KẾ HOẠCH"))})
    with pytest.raises(Truncated):
        kh.read(whole[: len(whole) * 2 // 3])


def test_archives_are_looked_into_only_so_deep(tmp_path: Path) -> None:
    data = zipped({"a.txt": plan(1)})
    for _ in range(5):
        data = zipped({"x.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    file = tmp_path / "a.zip"
    assert list(containers.documents(file, lambda *_: True)) == [f"{file}/x.zip/x.zip/x.zip"]
    with pytest.raises(NotADocument):
        kh.read(f"{file}/x.zip/x.zip/x.zip")


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", bytes(30_000_000))
    return out.getvalue()


def locked() -> bytes:
    data = bytearray(zipped({"a.txt": plan(1)}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "error"),
    [(bomb(), NotADocument), (locked(), Encrypted), (zipped({"a.txt": b"k"})[:-30], Truncated)],
    ids=["bomb", "locked", "cut"],
)
def test_harmful_archives_are_refused(data: bytes, error: type[KehoachError], tmp_path: Path, kehoach: Kehoach) -> None:  # noqa: F811
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(error):
        kh.read(tmp_path / "x.zip" / "a.txt")
    ran = kehoach("read", tmp_path / "x.zip", "-j", "1")
    assert ran.code in (3, 8) and f"[{error.code}]" in ran.err and "→" in ran.err


def test_an_archive_that_holds_nothing_is_told_in_a_folder(tmp_path: Path, kehoach: Kehoach) -> None:  # noqa: F811
    (tmp_path / "rỗng.zip").write_bytes(zipped({}))
    ran = kehoach("read", tmp_path, "-j", "1")
    assert ran.code == 3 and "rỗng.zip" in ran.err and "[empty]" in ran.err


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_MOST", 3)
    (tmp_path / "x.zip").write_bytes(zipped({f"{n}.txt": b"k" for n in range(4)}))
    with pytest.raises(NotADocument):
        list(containers.documents(tmp_path / "x.zip", lambda *_: True))
