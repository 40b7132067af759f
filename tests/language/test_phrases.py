from __future__ import annotations

from kehoach.orthography.syllable import is_syllable
from kehoach.rules.confusions import confusions
from kehoach.rules.phrases import phrases, read


def test_phrases_are_written_in_syllables() -> None:
    assert {word for word in phrases().words if not is_syllable(word)} <= {"internet"}


def test_pairs_and_triples_do_not_run_over_commas() -> None:
    found = read(["# heading", "thi đua yêu nước, khen thưởng,"])
    assert ("đua", "yêu") in found.pairs
    assert ("nước", "khen") not in found.pairs
    assert ("thi", "đua", "yêu") in found.triples


def test_company_tells_close_pairs_from_loose_ones() -> None:
    assert phrases().company("tinh", "thần") < phrases().company("của", "các")


def test_confusions_lead_to_words_that_exist() -> None:
    assert all(is_syllable(meant) and read != meant and gain > 0 for (read, meant), gain in confusions().items())
