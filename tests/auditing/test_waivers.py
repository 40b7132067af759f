"""Waivers and baselines: what a house lives with, until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kehoach.auditing.waivers import Waiver, expired, read_baseline, read_waivers, waiver_for
from kehoach.errors import BadConfiguration, FileAccess, VersionMismatch
from kehoach.model.plan import Finding, Message

FOUND = Finding("KH121", "label_gap", "error", "III.2", Message("Sau c là e", "e after c"))
LAST = date(2030, 6, 30)


@pytest.mark.parametrize(
    ("waiver", "today", "covered"),
    [
        (Waiver("KH121", "cũ", LAST), date(2030, 6, 30), True),
        (Waiver("KH121", "cũ", LAST), date(2030, 7, 1), False),
        (Waiver("KH122", "cũ", LAST), date(2030, 1, 1), False),
        (Waiver("KH121", "cũ", LAST, file="*.pdf"), date(2030, 1, 1), True),
        (Waiver("KH121", "cũ", LAST, file="12/KH-*"), date(2030, 1, 1), True),
        (Waiver("KH121", "cũ", LAST, file="13/KH-*"), date(2030, 1, 1), False),
        (Waiver("KH121", "cũ", LAST, path="III.2"), date(2030, 1, 1), True),
        (Waiver("KH121", "cũ", LAST, path="IV"), date(2030, 1, 1), False),
    ],
)
def test_a_waiver_covers_what_it_names_until_its_last_day(waiver: Waiver, today: date, covered: bool) -> None:
    found = waiver_for((waiver,), "kho/kế hoạch.pdf", "12/KH-SYT", FOUND, today)
    assert (found is waiver) is covered
    assert expired((waiver,), today) == (() if today <= LAST else (waiver,))


def test_waivers_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "waivers.toml"
    file.write_text('[[waiver]]\ncode = "KH113"\nfile = "*.pdf"\nreason = "mẫu cũ của cơ quan"\nuntil = 2031-01-31\n')
    assert read_waivers(file) == (Waiver("KH113", "mẫu cũ của cơ quan", date(2031, 1, 31), "*.pdf"),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[[waiver]]\ncode = "KH113"\nuntil = 2031-01-31', "reason"),
        ('[[waiver]]\ncode = "KH113"\nreason = "x"', "until"),
        ('[[waiver]]\ncode = "KH777"\nreason = "x"\nuntil = 2031-01-31', "KH777"),
        ('[[waiver]]\ncode = "KH113"\nwhy = "x"', "why"),
        ("[[other]]\n", "other"),
        ("[[waiver", "waivers.toml"),
    ],
)
def test_a_wrong_waiver_is_told(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "waivers.toml"
    file.write_text(content)
    with pytest.raises(BadConfiguration, match=said):
        read_waivers(file)


def test_files_that_are_not_there_or_hold_something_else(tmp_path: Path) -> None:
    with pytest.raises(FileAccess):
        read_waivers(tmp_path / "none.toml")
    with pytest.raises(FileAccess):
        read_baseline(tmp_path / "none.json")
    other = tmp_path / "other.json"
    other.write_text('{"plans": [1]}')
    with pytest.raises(VersionMismatch):
        read_baseline(other)
