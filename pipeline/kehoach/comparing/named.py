"""Differences of what plans name: themes, movements, cited documents, anniversaries, rewards."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.comparing.likeness import plain, ratio
from kehoach.comparing.pairing import Match, Pairing
from kehoach.model.comparison import Difference
from kehoach.model.plan import Citation, Observance, Reward, Theme

_NAME = 0.8
_TITLE = 0.85


def themes(pair: Pairing) -> Iterator[Difference]:
    """Themes changed, added, dropped. Two that are left over take each other's place."""
    found = pair.match(pair.a.plan.themes, pair.b.plan.themes, lambda _, theme: theme.text, 0.75)
    pairs = [*found.both, *zip(found.only_a, found.only_b, strict=False)]
    rest: Match[Theme] = Match((), found.only_a[len(found.only_b) :], found.only_b[len(found.only_a) :])
    for one, other in pairs:
        if not pair.agree(one.text, other.text):
            yield pair.change(
                "theme_changed", "themes.text", one, other, a=one.text, b=other.text, words=(one.text, other.text)
            )
    yield from pair.lone(("theme_added", "theme_dropped"), "themes", rest, lambda theme: theme.text)


def movements(pair: Pairing) -> Iterator[Difference]:
    found = pair.match(pair.a.plan.movements, pair.b.plan.movements, lambda _, m: m.name, _NAME)
    for one, other in found.both:
        if not pair.agree(one.name, other.name):
            words = (one.name, other.name)
            yield pair.change("movement_renamed", "movements.name", one, other, a=one.name, b=other.name, words=words)
    yield from pair.lone(("movement_added", "movement_dropped"), "movements", found, lambda m: m.name)


def citations(pair: Pairing) -> Iterator[Difference]:
    """Cited documents by number, those without one by type and title."""
    left, right = list(pair.a.plan.citations), list(pair.b.plan.citations)
    both: list[tuple[Citation, Citation]] = []
    for alike in (_same_number, _same_title):
        for one in tuple(left):
            twin = next((other for other in right if alike(one, other)), None)
            if twin is not None:
                left.remove(one)
                right.remove(twin)
                both.append((one, twin))
    for one, other in both:
        if one.relation != other.relation:
            yield pair.change(
                "citation_relation_changed", "citations.relation", one, other, a=one.relation, b=other.relation,
                words=(named(one), named(other)), about=named(one),
            )  # fmt: skip
    for one in tuple(left):
        after = next((other for other in right if _successor(pair, one, other)), None)
        if after is not None:
            left.remove(one)
            right.remove(after)
            yield pair.change(
                "citation_replaced", "citations", one, after, a=one.number, b=after.number,
                words=(named(one), named(after)),
            )  # fmt: skip
    rest: Match[Citation] = Match((), tuple(left), tuple(right))
    yield from pair.lone(("citation_added", "citation_dropped"), "citations", rest, named, lambda c: c.number)


def named(citation: Citation) -> str:
    """A citation as people write it."""
    day = citation.issued_on and _dated(citation.issued_on)
    number = citation.number_printed or citation.number
    title = citation.title if citation.title and not citation.title.startswith(citation.type) else None
    head = citation.title if not number and citation.title and not title else citation.type
    return " ".join(filter(None, (head, number and f"số {number}", day, title)))


def _dated(day: str) -> str:
    """A full or partial ISO date as print has it: "ngày 05/02/2024", "tháng 02/2024", "năm 2024"."""
    parts = day.split("-")
    return f"{('năm', 'tháng', 'ngày')[len(parts) - 1]} {'/'.join(reversed(parts))}"


def _same_number(one: Citation, other: Citation) -> bool:
    if one.number is None or other.number is None or plain(one.number) != plain(other.number):
        return False
    a, b = one.issued_on or "", other.issued_on or ""
    return a.startswith(b) or b.startswith(a)


def _same_title(one: Citation, other: Citation) -> bool:
    if (one.number is None) != (other.number is None) or (one.number and one.number != other.number):
        return False
    return one.type == other.type and ratio(plain(one.title or ""), plain(other.title or "")) >= _TITLE


def _successor(pair: Pairing, one: Citation, other: Citation) -> bool:
    """Another document of the same body on the same matter."""
    same = one.type == other.type and pair.agree(one.issuer, other.issuer) and one.number and other.number
    return bool(same and one.title and other.title) and pair.likeness(one.title or "", other.title or "") >= _TITLE


def observances(pair: Pairing) -> Iterator[Difference]:
    found = pair.match(pair.a.plan.observances, pair.b.plan.observances, lambda _, o: o.name, _NAME)
    years = (pair.b.voice.year or 0) - (pair.a.voice.year or 0) if pair.a.voice.year and pair.b.voice.year else 0
    for one, other in found.both:
        if one.ordinal is not None and other.ordinal is not None and one.ordinal + years != other.ordinal:
            yield pair.change(
                "observance_changed", "observances.ordinal", one, other, a=str(one.ordinal), b=str(other.ordinal),
                words=(_day_words(one), _day_words(other)), about=one.name, amount=other.ordinal - one.ordinal,
                unit="years",
            )  # fmt: skip
    yield from pair.lone(("observance_added", "observance_dropped"), "observances", found, _day_words)


def _day_words(observance: Observance) -> str:
    return f"{observance.ordinal} năm {observance.name}" if observance.ordinal else observance.name


def rewards(pair: Pairing) -> Iterator[Difference]:
    found = pair.match(pair.a.plan.rewards, pair.b.plan.rewards, lambda _, r: _reward_words(r), _NAME)
    for one, other in found.both:
        if one.count != other.count:
            more = other.count - one.count if one.count is not None and other.count is not None else None
            yield pair.change(
                "reward_changed", "rewards.count", one, other, a=_count(one.count), b=_count(other.count),
                words=(_counted(one), _counted(other)), about=one.form, amount=more,
            )  # fmt: skip
    yield from pair.lone(("reward_added", "reward_dropped"), "rewards", found, _reward_words)


def _count(count: int | None) -> str | None:
    return None if count is None else str(count)


def _counted(reward: Reward) -> str:
    return " ".join(filter(None, (_count(reward.count), _reward_words(reward))))


def _reward_words(reward: Reward) -> str:
    level = f"({reward.level})" if reward.level else None
    return " ".join(filter(None, (reward.form, level, reward.recipient and f"- {reward.recipient}")))
