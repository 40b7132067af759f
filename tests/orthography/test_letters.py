import re

from kehoach.orthography.letters import LOWER, UPPER


def test_capital_and_small_letters_are_apart() -> None:
    words = "Ấp Đông đã ơn Ưng ạ"
    assert re.findall(rf"[{UPPER}]", words) == ["Ấ", "Đ", "Ư"]
    assert "".join(re.findall(rf"[{LOWER}]", words)) == "pôngđãơnngạ"
