"""What patterns need, and that looking for it first never changes what they say."""

from __future__ import annotations

import re

import pytest

from kehoach.orthography.fold import fold
from kehoach.rules.load import ATTRIBUTES, load
from kehoach.rules.needs import Finder, Sieve, all_needed, needed
from kehoach.rules.openings import Openings

DIGITS = set("0123456789")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("kế hoạch", {"kế hoạch"}),
        (r"(?:sơ|tổng)\s+kết", {"kết"}),
        ("quý (?:i|ii)", {"quý i"}),
        (r"(?:họp|hội nghị)\b", {"họp", "hội nghị"}),
        ("k[ìỳ]", {"kì", "kỳ"}),
        (r"\bTHÁNG\b", {"tháng"}),
        (r"(?:đợt )?một", {"một"}),
        (r"(?:đợt )+[a-z]", {"đợt "}),
        (r"(?<=ngày )\d", {"ngày "}),
        (r"a(?=bc)", {"bc"}),
        (r"\w+", set()),
        (r"(?:họp|\w+)", set()),
        (r"\s", set()),
        ("", set()),
    ],
)
def test_words_that_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert needed(re.compile(pattern)) == words


def test_all_that_is_needed_together_what_says_most_first() -> None:
    assert all_needed(re.compile(r"\d{1,3}\s?(?:điểm|xu)(?!\w)")) == ({"điểm", "xu"}, DIGITS)


TEXTS = (
    "",
    "Tổng kết đợt 1 trong THÁNG 5",
    "KẾT QUẢ",
    "tổng\u00a0kết",
    "ĐẠT 20 ĐIỂM",
    "tối đa ٣ điểm",
    "ſơ kết",
    "năm K",
)
PATTERNS = (
    r"(?:sơ|tổng)\s+kết",
    r"tháng\s+\d",
    r"\d+\s+điểm",
    "sơ",
    "k",
    r"^\W*$",
    r"(?<![\d/])\d+",
    r"\bđạt\s",
    r"(?<=ạt )\d",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_sieve_says_what_its_pattern_says(pattern: str, flags: int) -> None:
    plain, sieve = re.compile(pattern, flags), Sieve(pattern, flags)
    for text in TEXTS:
        assert bool(sieve.search(text)) == bool(plain.search(text)), text
        assert [m.span() for m in sieve.finditer(text)] == [m.span() for m in plain.finditer(text)], text
        assert sieve.sub("x", text) == plain.sub("x", text), text
        assert bool(sieve.match(text)) == bool(plain.match(text)), text


@pytest.mark.parametrize("name", sorted(ATTRIBUTES))
def test_entries_that_match_are_possible(name: str) -> None:
    vocabulary = load()[name]
    texts = [fold(text) for entry in vocabulary for text in (*entry.examples, *entry.counterexamples)]
    for text in (*texts, *map(str.upper, texts), " ".join(texts)):
        found = [entry.id for entry in vocabulary if entry.search(text)]
        assert [entry.id for entry in vocabulary.possible(text) if entry.search(text)] == found
        assert [entry.id for entry in vocabulary.likely(text) if entry.search(text)] == found


def test_a_finder_tells_groups_apart() -> None:
    finder = Finder([[re.compile("họp")], [re.compile("sơ kết"), re.compile("tổng kết")], [re.compile(r"\w")]])
    assert finder.possible("Họp tổng kết") == 0b111
    assert finder.possible("Hội nghị tổng kết") == 0b110
    assert finder.possible("Báo cáo") == 0b100


def test_a_finder_tells_what_the_whole_text_begins_with() -> None:
    finder = Finder(
        [[re.compile("^họp"), re.compile("giao ban")], [re.compile("^sơ kết|họp")], [re.compile("(?m)^họp")]]
    )
    assert {text: (finder.possible(text), finder.likely(text)) for text in ("Họp tổ", "cuộc họp", "họp giao ban")} == {
        "Họp tổ": (0b111, 0b111),
        "cuộc họp": (0b111, 0b110),
        "họp giao ban": (0b111, 0b111),
    }


def test_a_part_of_a_vocabulary() -> None:
    words = load()["criteria"]
    totals = words.part("role", "total")
    assert totals is words.part("role", "total")
    assert [entry.id for entry in totals] == [entry.id for entry in words if entry["role"] == "total"]


def test_openings_tell_which_patterns_can_match_at_a_place() -> None:
    openings = Openings(
        [re.compile(p) for p in (r"\d+", "(?:sáng )?ngày", r"[tv]rước", r"(?<!x)n[ăâ]m|quý", r"\w", "", r"n\s?g*à")]
    )
    text = "5 NGÀY tr năm quýy n à"
    assert {text[place : place + 3]: openings.at(text, place) for place in (0, 2, 7, 10, 14, 19, len(text))} == {
        "5 N": (0, 4, 5), "NGÀ": (1, 4, 5, 6), "tr ": (4, 5), "năm": (3, 4, 5, 6), "quý": (3, 4, 5), "n à": (4, 5, 6),
        "": (0, 1, 2, 3, 4, 5, 6),
    }  # fmt: skip


LISTS = (
    r"(?:một|hai(?=\s)|b?c|ab{2}|[x|)y]z|t\)m)(?!\w|\d)",
    r"(?:một|hai)x|xa",
    r"(?:một|hai)+y",
    "(?:t(?:u|ú) tài|xa)",
)


@pytest.mark.parametrize("pattern", LISTS)
def test_openings_of_lists_of_words(pattern: str) -> None:
    for text in (
        "một ",
        "hai x",
        "bc",
        "c",
        "abb",
        "xz",
        "|z",
        ")z",
        "t)m",
        "mộtx",
        "xa",
        "haimộty",
        "tú tài",
        "tu tài",
    ):
        if re.match(pattern, text):
            assert Openings([re.compile(pattern)]).at(text, 0) == (0,), text


@pytest.mark.parametrize("name", ["units", "verbs", "headings", "layout"])
def test_matches_at_a_place(name: str) -> None:
    vocabulary = load()[name]
    for text in (fold(text).lower() for entry in vocabulary for text in entry.examples):
        for place in range(len(text) + 1):
            found = [(e.id, m.span()) for e in vocabulary for p in e.patterns if (m := p.match(text, place))]
            assert [(entry.id, match.span()) for entry, match in vocabulary.at(text, place)] == found
