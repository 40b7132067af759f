"""The codebook agrees with a person's coding, and what it lacks is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

from kehoach.errors import BadConfiguration
from kehoach.trends.topics import OTHER, Coded, Coder, coder, discover, read_coded

CHECK = Path(__file__).with_name("topics_check.csv")


def test_every_code_is_in_the_codebook() -> None:
    known = set(coder().names)
    assert {topic for one in (*read_coded(CHECK), *coder().coded) for topic in one.topics} <= known
    assert known <= {topic for one in coder().coded for topic in one.topics}, "every topic has hand-coded texts"


def test_agreement_with_hand_coding() -> None:
    found = _agreement(coder(), read_coded(CHECK))
    assert found["kappa"] >= 0.8
    assert found["any"] >= 0.85


def test_a_term_speaks_for_its_topic() -> None:
    (found,) = coder().topics(["Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến đạt 80%"])
    assert {topic.code for topic in found} == {"digital", "admin_reform"}
    assert all(topic.term for topic in found)


def test_texts_beyond_the_codebook() -> None:
    bees = [f"Nhân đàn ong mật ở {place}" for place in ("vùng cao", "ven rừng", "trang trại", "vườn nhãn", "bản xa")]
    found = discover(coder(), [*bees, "Hoàn thành nhiệm vụ được giao"])
    assert found.texts.max() >= 4 and "ong mật" in found.words[0]
    assert coder().chief(["xyz"]) == [OTHER]
    assert discover(coder(), []).empty and coder().topics([]) == []


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration):
        read_coded(tmp_path / "none.csv")


def _agreement(coder_: Coder, checks: Sequence[Coded]) -> Mapping[str, float]:
    """How well the coder agrees with a person: ``chief`` share of texts with the same chief topic, ``kappa`` Cohen's kappa
    of the chief topics, ``any`` share whose chief topic is one of the person's, ``jaccard`` mean overlap of the sets."""
    found = coder_.topics(check.text for check in checks)
    chief = [topics[0].code if topics else OTHER for topics in found]
    sets = [({t.code for t in topics}, set(check.topics)) for topics, check in zip(found, checks, strict=True)]
    many = len(checks)
    return {
        "texts": many,
        "chief": sum(code == check.topics[0] for code, check in zip(chief, checks, strict=True)) / many,
        "kappa": float(cohen_kappa_score([check.topics[0] for check in checks], chief)),
        "any": sum(code in check.topics for code, check in zip(chief, checks, strict=True)) / many,
        "jaccard": sum(len(a & b) / len(a | b) for a, b in sets if a | b) / many,
    }
