import pytest

from kehoach.orthography.syllable import RIMES, STOPPED_RIMES, is_syllable, parse, split_tone

_VALID = """
nghiệp hòa hoà thúy thuý quốc quý quyết gì gìn giếng giết giữ già quả người được trường thở khuya nguyễn oanh
yêu yến ý kỷ mỹ sỹ huỳnh quỳnh ủy uỷ hoạch kế đoàn ngoài xoay khuỷu tuyến luật quân khỏe khoẻ choòng xoong soóc
giúp ỉu ạ ở ăn uống uyển ĐUA Thưởng KHEN
"""
VALID = _VALID.split()
INVALID = [
    "thưc",  # a stopped rime needs a tone
    "ngừơi", "thừa\u0301",  # tone on the wrong letter, two tones
    "nghành", "ghà", "kà", "cê", "ngề",  # onset letters against the vowel
    "tôchức", "công1", "UBND", "website", "bắtt", "", "đ",
]  # fmt: skip


@pytest.mark.parametrize("word", VALID)
def test_well_formed(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", INVALID)
def test_ill_formed(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "onset", "rime"),
    [
        ("nghiệp", "ngh", "iêp"),
        ("quý", "qu", "y"),
        ("gì", "g", "i"),
        ("giếng", "g", "iêng"),
        ("già", "gi", "a"),
        ("ân", "", "ân"),
    ],
)
def test_parts(word: str, onset: str, rime: str) -> None:
    found = parse(word)
    assert found is not None
    assert (found.onset, found.rime) == (onset, rime)


@pytest.mark.parametrize(
    "word", ["hòa", "thủy", "quý", "giếng", "khuỷu", "hoạch", "già", "gìn", "uống", "loài", "nghĩa"]
)
def test_spelling_of_the_parts_gives_the_word_again(word: str) -> None:
    assert str(parse(word)) == word


def test_both_schools_of_tone_placement_are_the_same_syllable() -> None:
    assert parse("hoà") == parse("hòa")
    assert parse("uỷ") == parse("ủy")


def test_stopped_rimes_take_two_tones_only() -> None:
    assert STOPPED_RIMES < RIMES
    assert [is_syllable(w) for w in ("tac", "tàc", "tác", "tảc", "tãc", "tạc")] == [
        False,
        False,
        True,
        False,
        False,
        True,
    ]


def test_split_tone() -> None:
    assert split_tone("Thưởng") == ("Thương", "\u0309", 3)
    assert split_tone("thi") == ("thi", "", -1)
