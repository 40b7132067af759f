"""The catalogue is whole: messages in two languages, unverified facts only as information, dates that fit."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from kehoach.auditing import Rule, catalogue
from kehoach.auditing.catalogue import _rule
from kehoach.auditing.law import laws
from kehoach.errors import BadConfiguration

RULES = catalogue().rules


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_says_what_it_must(rule: Rule) -> None:
    assert rule.code.startswith("KH") and len(rule.code) == 5
    for message in (rule.title, rule.hint, *rule.messages.values()):
        assert message.vi.strip() and message.en.strip()
    for message in rule.messages.values():
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (message.vi, message.en)]
        assert fields[0] == fields[1]
    assert rule.unverified is None or rule.severity == "info"
    assert set(rule.graver) <= set(rule.messages)
    assert all(b.since is None or b.until is None or b.since < b.until for b in rule.basis)


def test_required_elements_change_with_the_law() -> None:
    def required(day: date) -> set[str]:
        return {r.code for r in RULES if r.family == "elements" and r.basis and r.in_force(day)}

    before, after = required(date(2023, 12, 31)), required(date(2024, 1, 1))
    assert {"KH205", "KH206"} <= before - after
    assert {"KH208", "KH211", "KH212"} == after - before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("KH101",), {"KH101"}),
        (("points_total",), {"KH302", "KH303"}),
        (("kh12",), {"KH121", "KH122", "KH123", "KH124", "KH125"}),
    ],
)
def test_rules_are_chosen_by_code_name_and_beginning(words: tuple[str, ...], expected: set[str]) -> None:
    assert catalogue().matching(words) == expected
    assert {r.code for r in RULES if r.family == "law"} == catalogue().matching(("law",))


def test_a_word_that_means_no_rule_is_told() -> None:
    with pytest.raises(BadConfiguration, match="KH999"):
        catalogue().matching(("KH999",))


def test_an_unverified_fact_may_not_be_an_error() -> None:
    with pytest.raises(BadConfiguration, match="unverified"):
        _rule({"code": "KH999", "severity": "error", "family": "law", "unverified": "chưa đọc"})


def test_the_dated_laws_follow_each_other() -> None:
    by_number = {law.number: law for law in laws()}
    for law in laws():
        assert law.issued <= law.since and (law.until is None or law.since < law.until)
        if law.successor:
            assert law.until is not None and by_number[law.successor].since <= date(law.until.year + 1, 1, 1)
