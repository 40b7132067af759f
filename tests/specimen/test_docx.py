"""A plan as a Word file says what its text says, in the official form."""

from __future__ import annotations

import pytest

from kehoach import reading
from kehoach.export import json
from kehoach.model.document import Source
from kehoach.model.plan import Plan
from kehoach.reading.settings import Settings
from kehoach.rules.load import Rules, load
from kehoach.run import run
from kehoach.specimen import files, write

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load()


def read(name: str, media_type: str, data: bytes, rules: Rules) -> dict[str, object]:
    plan: Plan = run(Source(name, "", media_type, data), rules=rules, reader=reading.reader(Settings(cache=None)))
    record = json.to_reference(plan)
    return {
        key: record[key] for key in ("document", "sections", "criteria", "targets", "deadlines", "tasks", "citations")
    }


@pytest.mark.parametrize("seed", [12, 15, 21, 40])
def test_the_same_facts_as_from_text(seed: int, rules: Rules) -> None:
    made = files(write(seed), ("text", "docx"))
    from_word = read("plan.docx", WORD, made["plan.docx"], rules)
    assert from_word == read("plan.txt", "text/plain", made["plan.txt"], rules)


def test_equal_seeds_give_equal_bytes() -> None:
    assert files(write(5), ("docx",)) == files(write(5), ("docx",))
