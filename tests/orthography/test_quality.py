import pytest

from kehoach.orthography.quality import tally, vietnamese_quality

GOOD = [
    "Sở Tư pháp phát động đợt thi đua đặc biệt nhằm hoàn thành nhiệm vụ năm 2031 theo Kế hoạch số 12/KH-UBND ngày 05/3/2031.",
    "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM ban hành Kế hoạch; các sở, ban, ngành thực hiện (qua HĐND, UBND huyện).",
    "Địa chỉ: vanthu.stp@quangnam.gov.vn, điện thoại 0235 3812345 để được hướng dẫn",
]
BAD = [
    "UY BAN NHAN DAN TINH CONG HOA XA HOI CHU NGHTA VIET NAM thuc hien chi thi cua Thu tuong",
    "Til nay dSn nam 2021, phArrd~u hoan thanh cac chi tieu thi dua, IB16ilam viec",
    "giáo dic 19 tiäng each m.ng, giáo diic nhân each, huàng ehun hóa, hin dti hóa, dtng bO hóa",
    "PHÒNG THÔNG TIN QH UBND KTTH TĐKT SGDĐT QLNN VHTTDL QLDA KHĐT BCĐ XDCB NTM",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_near_one(text: str) -> None:
    assert vietnamese_quality(text) > 0.9


@pytest.mark.parametrize("text", BAD)
def test_garbage_is_low(text: str) -> None:
    assert vietnamese_quality(text) < 0.65


@pytest.mark.parametrize("text", ["", "12.500 | 3,4 | 2031", "-----"])
def test_no_words_say_nothing(text: str) -> None:
    assert vietnamese_quality(text) == 0.0


def test_numbers_symbols_and_addresses_are_not_counted() -> None:
    assert tally("15/2031/QĐ-UBND 05/3/2031 100% van.thu@x.gov.vn").junk == 0
