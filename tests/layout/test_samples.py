"""Over the sample plans: no word of any page is lost or doubled, and the form is where it should be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kehoach import language, layout, reading
from kehoach.model.document import Document
from kehoach.model.page import Reading
from kehoach.rules.load import load

pytestmark = pytest.mark.samples


def kept_once(read: Reading, document: Document) -> list[str]:
    found: Counter[int] = Counter()
    for text in [block.text for block in document.blocks] + [item.text for item in document.furniture]:
        found.update({id(word) for word in text.origin if word is not None})
    return [word.text for page in read.pages for word in page.words if found[id(word)] != 1]


def plans(samples: Path, pattern: str) -> list[Path]:
    return sorted(samples.glob(pattern))


@pytest.mark.parametrize("pattern", ["*/transcript.md", "*/transcript/page-*.txt", "*/digital.pdf"])
def test_no_word_is_lost_or_doubled(samples: Path, pattern: str) -> None:
    reader = reading.reader(reading.Settings(jobs=1, cache=None))
    paths = [path for path in plans(samples, pattern) if path.stat().st_size]
    assert paths
    for path in paths:
        read = reader(reading.source(path))
        assert kept_once(read, layout.document(read, load())) == [], path


def test_letterhead_and_foot_of_digital_plans(samples: Path) -> None:
    reader = reading.reader(reading.Settings(jobs=1, cache=None))
    for path in plans(samples, "*/digital.pdf"):
        document = language.clean(layout.document(reader(reading.source(path)), load()), load())
        zones = Counter(block.zone for block in document.blocks)
        assert (zones["motto"], zones["title"]) == (2, 2), path
        assert zones["number"] <= 1, path
        assert zones["issuer"] == 2 and zones["recipients"] > 3 and zones["signature"] >= 1, path
        assert zones["annex"] == 0, path
