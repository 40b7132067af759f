import pytest

from kehoach.orthography.legacy import Encoding, convert, detect

CASES: list[tuple[Encoding, str, str]] = [
    ("tcvn3", "ph¸t ®éng phong trµo thi ®ua n¨m häc, khen th­ëng", "phát động phong trào thi đua năm học, khen thưởng"),
    ("tcvn3", "NghÞ quyÕt cña Bé ChÝnh trÞ vÒ c«ng t¸c c¸n bé", "Nghị quyết của Bộ Chính trị về công tác cán bộ"),
    ("tcvn3", "TR¦êNG CAO §¼NG", "TRƯỜNG CAO ĐẲNG"),
    (
        "vni",
        "UÛY BAN NHAÂN DAÂN TÆNH phaùt ñoäng phong traøo thi ñua",
        "ỦY BAN NHÂN DÂN TỈNH phát động phong trào thi đua",
    ),
    (
        "vni",
        "khen thöôûng, Thuû töôùng, kyû luaät, nghæ, dieãn, ngöôøi",
        "khen thưởng, Thủ tướng, kỷ luật, nghỉ, diễn, người",
    ),
    ("oi", "TRƢỜNG, khen thƣởng, ngƣời", "TRƯỜNG, khen thưởng, người"),
]


@pytest.mark.parametrize(("encoding", "old", "new"), CASES)
def test_convert(encoding: Encoding, old: str, new: str) -> None:
    assert convert(old, encoding) == new


@pytest.mark.parametrize(("encoding", "old", "new"), CASES)
def test_detect(encoding: Encoding, old: str, new: str) -> None:
    assert detect(old) == encoding
    assert detect(new) is None


@pytest.mark.parametrize("text", ["", "plain English text", "UY BAN NHAN DAN TINH", "café à la carte"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert detect(text) is None
