"""Numbers and symbols of documents in every shape that prints and scans give them."""

from __future__ import annotations

import pytest

from kehoach.extract.citations.document_number import document_numbers
from kehoach.orthography.fold import fold

CODES = [
    "NQ",
    "QĐ",
    "CT",
    "KL",
    "QyĐ",
    "HD",
    "TB",
    "CTr",
    "KH",
    "KHLT",
    "BC",
    "TTr",
    "CĐ",
    "NĐ",
    "TT",
    "TTLT",
    "NQLT",
    "L",
    "CV",
]

SHAPES = [
    ("số 212/KH-STP", "212/KH-STP", False),
    ("số: 7 /KH-STP", "7/KH-STP", True),
    ("số 33/KH- UBND", "33/KH-UBND", True),
    ("số 1905/BXD-KTXD", "1905/BXD-KTXD", False),
    ("số 77/SYT-NVY&TCCB", "77/SYT-NVY&TCCB", False),
    ("số 318/TTTP-P3 ngày", "318/TTTP-P3", False),
    ("số 20/2021/NĐ-CP", "20/2021/NĐ-CP", False),
    ("số 45/2013NĐ-CP", "45/2013/NĐ-CP", True),
    ("số 12/2016/TTLT-BYT-BGDĐT", "12/2016/TTLT-BYT-BGDĐT", False),
    ("số 31/2024/QH15", "31/2024/QH15", False),
    ("số 31/2024/QH 15 ngày", "31/2024/QH15", True),
    ("số 31/2024/QHI15 ngày", "31/2024/QH15", True),
    ("số 412/QĐ-BGDDT", "412/QĐ-BGDĐT", True),
    ("số 412/QD-BGDĐT", "412/QĐ-BGDĐT", True),
    ("số 17-CTUTU", "17-CTr/TU", True),
    ("số 02/2020/UBTVQH14", "02/2020/UBTVQH14", False),
    ("số 403/2017/NQLT-UBTVQH14-CP", "403/2017/NQLT-UBTVQH14-CP", False),
    ("35/QĐTTg", "35/QĐ-TTg", True),
    ("số 19-NQ/TW", "19-NQ/TW", False),
    ("số 19/NQ-TW", "19-NQ/TW", True),
    ("số 19-NQ-TW", "19-NQ/TW", True),
    ("số 19-NQ/W", "19-NQ/TW", True),
    ("số 19-NQ/TƯ", "19-NQ/TW", True),
    ("Nghị quyết 19 NQ/TW", "19-NQ/TW", True),
    ("số 08-CTr/Tu", "08-CTr/TU", True),
    ("số 14-KL/HU", "14-KL/HU", False),
    ("số 05-HD/BTCTW", "05-HD/BTCTW", False),
    ("số 02-NQ-ĐUK", "02-NQ/ĐUK", True),
    ("số 24/KHLT-SYT-SGDĐT", "24/KHLT-SYT-SGDĐT", False),
    ("số 06A/KH-THPT", "06A/KH-THPT", False),
    ("số 44/CT-UBND - Sở Xây dựng", "44/CT-UBND", False),
    ("số    - CT/ĐU ngày  /12/2031", "-CT/ĐU", True),
    ("số ......- NQ/ĐU ngày ...../...../2031", "-NQ/ĐU", True),
    ("số:      /KH-STP ngày", "/KH-STP", False),
    ("Văn bản số 07/2031/PBL/CV-BM ngày 18/6/2031", "07/2031/PBL/CV-BM", False),
    ("Văn bản số 4.5/2031/ĐNC-BM ngày 19/6/2031", "4.5/2031/ĐNC-BM", False),
    ("văn bản số 08/ĐNC-Cty ngày 23/6/2031", "08/ĐNC-Cty", False),
    ("Văn bản số PTL-QC017/31-BĐ ngày 21/4/2031", "PTL-QC017/31-BĐ", False),
    ("Văn bản số 63/BT/VH-SC ngày 15/6/2031", "63/BT/VH-SC", False),
]


@pytest.mark.parametrize(("text", "value", "damaged"), SHAPES)
def test_shapes(text: str, value: str, damaged: bool) -> None:
    found = list(document_numbers(fold(text), CODES))
    assert [(n.value, n.damaged) for n in found] == [(value, damaged)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 28/8/2015",
        "trực 24/7",
        "02 lần/01 học kỳ",
        "lớp 6/THCS",
        "Covid-19 trong",
        "tỷ lệ 1/10",
        "A4",
        "quý II/2022",
    ],
)
def test_other_numbers(text: str) -> None:
    assert list(document_numbers(fold(text), CODES)) == []


def test_a_listed_number_takes_the_symbol_of_the_last() -> None:
    (number,) = document_numbers("19/2018/TT-BCT", CODES)
    assert number.renumbered("17").value == "17/2018/TT-BCT"
