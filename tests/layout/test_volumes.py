"""Where a bound file parts into documents, and where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.layout import volumes
from kehoach.model.document import Source
from kehoach.reading import plain
from kehoach.rules.load import load
from tests.cli.conftest import Kehoach, kehoach  # noqa: F401
from tests.conftest import PLAN_TEXT

OTHER = PLAN_TEXT.replace("77/KH-SCT", "78/KH-SCT").replace("tiết kiệm điện", "trồng cây xanh")
SECOND_PAGE = "3. Các đơn vị còn lại hưởng ứng phong trào.\n4. Thanh tra Sở kiểm tra.\n"
ANNEX = "PHỤ LỤC\nDANH SÁCH ĐƠN VỊ\n1. Trạm Điện Mỏ Cày\n2. Trạm Điện Thạnh Phú\n"
FORM = (
    "Mẫu số 1\nTÊN ĐƠN VỊ\nSố: /BC-...\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "..., ngày ... tháng ... năm ...\nBÁO CÁO\nKết quả phong trào\n"
)
INNER = "KẾ HOẠCH\nTiết kiệm điện\n(Ban hành kèm theo Quyết định số 5/QĐ-SCT ngày 02/02/2022)\nI. MỤC ĐÍCH\n"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([PLAN_TEXT], [[1]]),
        ([PLAN_TEXT, OTHER], [[1], [2]]),
        ([PLAN_TEXT, ANNEX, OTHER, SECOND_PAGE], [[1, 2], [3, 4]]),
        ([PLAN_TEXT, FORM, ANNEX], [[1, 2, 3]]),
        ([PLAN_TEXT, INNER], [[1, 2]]),
        ([PLAN_TEXT, INNER, SECOND_PAGE, INNER], [[1, 2, 3], [4]]),
        ([PLAN_TEXT.split("Nơi nhận")[0], OTHER], [[1, 2]]),
        ([SECOND_PAGE, PLAN_TEXT, OTHER], [[1, 2], [3]]),
    ],
)
def test_a_document_begins_with_its_letterhead(pages: list[str], expected: list[list[int]]) -> None:
    data = "\f".join(pages).encode()
    found = volumes(plain.reading(Source("a.txt", "", "text/plain", data)).pages, load())
    assert [[page.number for page in part] for part in found] == expected


def test_each_document_of_a_bound_file_has_its_record(tmp_path: Path, kehoach: Kehoach) -> None:  # noqa: F811
    file = tmp_path / "bó hồ sơ.txt"
    file.write_text("\f".join([PLAN_TEXT, ANNEX, OTHER]), encoding="utf-8")
    one, two = kh.read_all(file)
    assert (one.document.number, two.document.number) == ("77/KH-SCT", "78/KH-SCT")
    assert (one.source.page_range, two.source.page_range) == ((1, 2), (3, 3))
    assert "Mỏ Cày" in one.text and "trồng cây xanh" in two.text and "trồng cây xanh" not in one.text
    assert kh.read(file).document.number == "77/KH-SCT"
    assert "several_documents" in {issue.code for issue in kh.read(file).issues}
    assert kehoach("read", file, "-o", "out/", "--to", "json", "--to", "jsonl").code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["bó hồ sơ-1.json", "bó hồ sơ-2.json", "plans.jsonl"]
    ranges = [
        json.loads(line)["source"]["page_range"] for line in Path("out/plans.jsonl").read_text("utf-8").splitlines()
    ]
    assert ranges == [[1, 2], [3, 3]]
    assert len(kehoach("read", file, "--to", "jsonl").out.splitlines()) == 2
