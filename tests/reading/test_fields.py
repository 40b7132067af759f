"""Form fields that signing software lays over a page, one upon the other."""

from __future__ import annotations

from kehoach.model.geometry import Box
from kehoach.reading.digital import Layer, filled_in, signature_boxes
from kehoach.reading.layer import Font, LayerWord

FONT = Font("Times", False, False)


def words(text: str, x: float, top: float) -> list[LayerWord]:
    """Words of a line, 6 points a letter."""
    made = []
    for word in text.split():
        made.append(LayerWord(word, Box(x, top, x + 6 * len(word), top + 8), top + 8, 8, FONT))
        x += 6 * len(word) + 4
    return made


def test_words_go_to_the_field_that_holds_all_of_them() -> None:
    one, other = Box(300, 0, 590, 60), Box(150, 5, 420, 50)
    added = [
        *words("Ký bởi: UBND huyện Mẫu", 430, 5),
        *words("VĂN THƯ CƠ QUAN MẪU ĐỊNH", 240, 10), *words("05.03.2031 08:00:00", 240, 20), *words("+07:00", 240, 30),
    ]  # fmt: skip
    found = Layer((), (), 595, 842, 0, 1.0, "none", (), (one, other), tuple(added))
    assert [" ".join(word.text for line in mark.lines for word in line.words) for mark in signature_boxes(1, found)] == [
        "Ký bởi: UBND huyện Mẫu", "VĂN THƯ CƠ QUAN MẪU ĐỊNH 05.03.2031 08:00:00 +07:00",
    ]  # fmt: skip
    assert filled_in(1, found) == []


def test_a_number_in_a_field_of_its_own_is_filled_in() -> None:
    found = Layer((), (), 595, 842, 0, 1.0, "none", (), (Box(100, 90, 140, 110),), tuple(words("57", 105, 95)))
    assert [word.text for word in filled_in(1, found)] == ["57"] and signature_boxes(1, found) == ()
