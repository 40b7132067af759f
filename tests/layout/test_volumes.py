"""Where a bound file parts into documents, and where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kehoach as kh
from kehoach.layout import volumes
from kehoach.model.document import Source
from kehoach.model.header import Carrier
from kehoach.reading import plain
from kehoach.rules.load import load
from kehoach.specimen.render import render
from tests import office
from tests.cli.conftest import Kehoach, kehoach  # noqa: F401
from tests.conftest import PLAN_TEXT
from tests.office import p

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


def as_docx(text: str) -> bytes:
    return office.docx("".join(map(p, text.split("\n"))))


def as_html(text: str) -> bytes:
    return f"<html><meta charset='utf-8'><p>{'<p>'.join(text.split(chr(10)))}".encode()


def in_columns(text: str) -> str:
    """A Word file's usual form: letterhead and foot in tables of two columns."""
    head, body = text.split("KẾ HOẠCH", 1)
    body, foot = body.split("Nơi nhận", 1)
    left, right = head.split("CỘNG HÒA", 1)
    foot, post, name = f"Nơi nhận{foot}".partition("GIÁM ĐỐC")
    cells = [[left, f"CỘNG HÒA{right}"], [foot, f"{post}{name}"]]
    tables = [office.table("".join(office.cell(*map(p, cell.strip().split("\n"))) for cell in row)) for row in cells]
    return tables[0] + "".join(map(p, f"KẾ HOẠCH{body}".strip().split("\n"))) + tables[1]


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        (f"{PLAN_TEXT}\n{OTHER}".encode(), ["77/KH-SCT", "78/KH-SCT"]),
        (as_docx(f"{PLAN_TEXT}\n{OTHER}"), ["77/KH-SCT", "78/KH-SCT"]),
        (as_html(f"{PLAN_TEXT}\n{ANNEX}\n{OTHER}"), ["77/KH-SCT", "78/KH-SCT"]),
        (office.docx(in_columns(PLAN_TEXT) + in_columns(OTHER)), ["77/KH-SCT", "78/KH-SCT"]),
        (f"{PLAN_TEXT}\n{FORM}\n{ANNEX}".encode(), ["77/KH-SCT"]),
        (as_docx(f"{PLAN_TEXT}\n{INNER}"), ["77/KH-SCT"]),
        (as_html(f"{PLAN_TEXT}\n{INNER}{SECOND_PAGE}\n{INNER}"), [None, None]),
        (f"{PLAN_TEXT.split('Nơi nhận')[0]}\n{OTHER}".encode(), ["77/KH-SCT"]),
    ],
    ids=["txt", "docx", "html", "tables", "form", "decision", "two plans of one decision", "no end"],
)  # fmt: skip
def test_files_without_pages_hold_several_documents_too(data: bytes, numbers: list[str | None]) -> None:
    plans = kh.read_all(data)
    assert len(plans) == len(numbers)
    assert [plan.document.number for plan in plans] == numbers or numbers[0] is None
    if numbers == ["77/KH-SCT", "78/KH-SCT"]:
        assert "trồng cây xanh" in plans[1].text and "trồng cây xanh" not in plans[0].text
        assert plans[1].text.lstrip().startswith(plans[0].text.lstrip()[:10])
        assert [plan.document.signer == plans[0].document.signer for plan in plans] == [True, True]


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


DECISION = """
<header><div class="issuer"><p class="own">ỦY BAN NHÂN DÂN<br>TỈNH CÀ MAU</p><p class="number">Số: 88/QĐ-UBND</p></div>
<div class="motto"><p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="creed">Độc lập - Tự do - Hạnh phúc</p>
<p class="place">Cà Mau, ngày 03 tháng 02 năm 2023</p></div></header>
<h1>QUYẾT ĐỊNH</h1><p class="subject">Về việc ban hành Kế hoạch phát động phong trào thi đua trồng rừng năm 2023</p>
<main><p>Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;</p><h2>QUYẾT ĐỊNH:</h2>
<p>Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát động phong trào thi đua trồng rừng năm 2023.</p>
<p>Điều 2. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.</p></main>
<footer><div class="recipients"><p>Nơi nhận:</p><p>- Như Điều 2;</p><p>- Lưu: VT.</p></div>
<div class="signature"><p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</p><p style="margin-top:60pt">Lê Văn Mẫu</p></div></footer>
<section style="break-before:page"><h1>KẾ HOẠCH</h1><p class="subject">Phát động phong trào thi đua trồng rừng năm 2023</p>
<p style="text-align:center">(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 03/02/2023 của Ủy ban nhân dân tỉnh Cà Mau)</p>
<h2>I. MỤC ĐÍCH</h2><p>Khơi dậy tinh thần thi đua trồng rừng trong Nhân dân.</p>
<h2>II. CHỈ TIÊU</h2><p>Trồng mới 1.200 ha rừng ngập mặn.</p></section>
"""


@pytest.mark.parametrize("printed", [False, True], ids=["html", "pdf"])
def test_a_decision_with_the_plan_inside_gives_the_plan(printed: bool) -> None:
    page = f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><body class="size-13">{DECISION}</body></html>'
    if printed:
        pytest.importorskip("weasyprint")
    (plan,) = kh.read_all(render(page).pdf if printed else page.encode())
    found = plan.document
    assert found.carrier == Carrier("QĐ", "88/QĐ-UBND", "2023-02-03", "Ủy ban nhân dân tỉnh Cà Mau")
    assert (found.type, found.number) == ("KH", None)
    assert (found.issuer, found.issued_on) == ("Ủy ban nhân dân tỉnh Cà Mau", "2023-02-03")
    assert found.title == "Phát động phong trào thi đua trồng rừng năm 2023"
    assert found.signer is not None and found.signer.name == "Lê Văn Mẫu"
    assert [section.path for section in plan.sections] == ["I", "II"]
    assert [(target.path, target.quote) for target in plan.targets] == [("II", "Trồng mới 1.200 ha rừng ngập mặn")]


def test_an_annex_that_is_headed_like_the_plan_stays_with_it() -> None:
    text = f"""{DECIDED}
Nơi nhận: - Như Điều 1; - Lưu: VT. | CHỦ TỊCH     Lê Văn Mẫu
{ISSUED}
I. MỤC ĐÍCH
Khơi dậy tinh thần trồng rừng./.
PHỤ LỤC
{ISSUED}
"""
    (plan,) = kh.read_all(text.encode())
    assert (plan.document.type, plan.document.signer and plan.document.signer.name) == ("KH", "Lê Văn Mẫu")
    assert plan.sections[0].path == "I"


DECIDED = """UBND TỈNH AN BÌNH
Số: 20/QĐ-UBND
An Bình, ngày 04 tháng 02 năm 2031
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch trồng rừng
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng./."""
ISSUED = "KẾ HOẠCH\nTRỒNG RỪNG\n(Kèm theo Quyết định số 20/QĐ-UBND ngày 04 tháng 02 năm 2031)"


def test_the_annex_of_a_plan_that_a_decision_signed_for_is_no_foot() -> None:
    text = f"""{DECIDED}
| Nơi nhận: - Như Điều 1; - Lưu: VT. | THỦ TƯỚNG Lê Văn Mẫu |
{ISSUED}
I. MỤC ĐÍCH
Khơi dậy tinh thần trồng rừng.
ỦY BAN NHÂN DÂN TỈNH AN BÌNH
PHỤ LỤC
DANH MỤC CÂY TRỒNG
1. Cây sao.
"""
    (plan,) = kh.read_all(text.encode())
    assert (plan.document.signer and plan.document.signer.name, plan.document.recipients[-1]) == (
        "Lê Văn Mẫu",
        "Lưu: VT",
    )
    assert [section.path for section in plan.sections] == ["I", "*1"]
