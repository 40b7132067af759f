"""Generated plans: the reference says what the text says, the same seed gives the same plan."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kehoach.errors import UsageError
from kehoach.orthography.fold import fold
from kehoach.specimen.batch import make
from kehoach.specimen.draw import Draw
from kehoach.specimen.generator import LISTS, Written, write
from kehoach.specimen.manuscript import pieces, plain_text
from kehoach.specimen.moments import deadline, quarter_band, slashed, spelled, stretch, within
from kehoach.specimen.parts import Fact, Numbering, Part, Ref, number
from kehoach.specimen.pools import pools

PLANS = [write(seed, held=held) for held in (False, True) for seed in range(60)]
QUOTED = {
    "sections": "heading", "items": "text", "themes": "text", "movements": "name", "criteria": "text",
    "targets": "quote", "deadlines": "quote", "observances": "name", "rewards": "form",
}  # fmt: skip


def folded(text: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", unescape(text))).split()).casefold()


def text_of(plan: Written) -> str:
    return folded(plain_text(plan.source))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_quote_stands_in_the_text(plan: Written) -> None:
    text = text_of(plan)
    for kind, key in QUOTED.items():
        lost = [fact[key] for fact in plan.gold[kind] if folded(fact[key]) not in text]
        assert lost == [], kind
    assert all(folded(c["number"]) in text for c in plan.gold["citations"] if c["number"])
    assert all(folded(line) in text for line in plan.gold["document"]["recipients"])
    assert folded(plan.gold["document"]["title"]) in text
    for task in plan.gold["tasks"]:
        assert folded(task["text"]) in text


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_paths_exist_once_and_intervals_are_in_order(plan: Written) -> None:
    gold = plan.gold
    outline = [fact["path"] for kind in ("sections", "items") for fact in gold[kind]]
    assert len(outline) == len(set(outline))
    cells = [piece.cells for piece in pieces(plan.source) if piece.cells]
    labels = {row[0].lstrip("0") for row in cells} | {str(n) for n in range(1, len(cells))}  # rows may have no number
    rows = {f"{path}.T{label}" for path in outline for label in labels}
    known = set(outline) | rows | {None}
    for kind in ("themes", "criteria", "targets", "deadlines", "tasks", "rewards"):
        assert {fact["path"] for fact in gold[kind]} <= known, kind
    assert {fact[key] for fact in gold["criteria"] for key in ("parent", "refers_to")} <= known
    spans = [(fact["start"], fact["end"]) for fact in gold["deadlines"]] + [
        (task["due"]["start"], task["due"]["end"]) for task in gold["tasks"] if task["due"]
    ]
    assert all(date.fromisoformat(a) <= date.fromisoformat(b) for a, b in spans if a and b)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_points_make_their_total_unless_the_reference_says_no(plan: Written) -> None:
    scored = [c for c in plan.gold["criteria"] if c["kind"] not in {"bonus", "penalty"} and c["parent"] is None]
    top = [c["points"] for c in scored if c["points"] is not None]
    wrong = any(finding["name"] == "points_total" for finding in plan.gold["findings"])
    assert not top or (sum(top) in {50, 100}) != wrong


def test_the_same_seed_gives_the_same_plan() -> None:
    again = write(7)
    assert (again.source, again.gold) == (write(7).source, write(7).gold)
    assert write(8).source != again.source and write(7, held=True).source != again.source


def test_plans_differ_in_kind_level_numbering_and_lists() -> None:
    open_plans = PLANS[:60]
    seen: dict[str, set[Any]] = {"plan_kind": set(), "issuer_level": set(), "province": set()}
    for plan in open_plans:
        for key, values in seen.items():
            values.add(plan.gold["document"][key])
    assert len(seen["plan_kind"]) == 4 and len(seen["issuer_level"]) == 7 and len(seen["province"]) >= 15
    assert len({plan.gold["sections"][0]["path"] for plan in open_plans}) >= 3
    assert all(sum(len(plan.gold[name]) for plan in open_plans) for name in LISTS)
    assert {c["kind"] for plan in open_plans for c in plan.gold["criteria"]} >= {"criterion", "group"}
    assert {t["comparator"] for plan in open_plans for t in plan.gold["targets"]} == {"=", ">=", "<=", "range", "top"}
    assert {u["role"] for p in open_plans for t in p.gold["tasks"] for u in t["units"]} == {
        "lead", "coordinate", "supervise", "implement",
    }  # fmt: skip


def test_words_held_back_are_in_no_open_plan() -> None:
    held, free = pools(held=True), pools()
    kept = {text for f in held.fields for text in (*f.contents, *f.movements, *f.themes)}
    assert not kept & {text for f in free.fields for text in (*f.contents, *f.movements, *f.themes)}
    text = " ".join(text_of(plan) for plan in PLANS[:60])
    assert not [words for words in kept if folded(words) in text]


def test_pools_hold_no_facts_of_their_own() -> None:
    """Figures, dates, rewards and quotations come from the grammar, so that references stay exact."""
    for held in (False, True):
        for f in pools(held=held).fields:
            said = (*f.purposes, *f.contents, *(t for t, _ in f.works), *(t for t, shown in f.criteria), *f.themes)
            for text in (*said, *(one for _, shown in f.criteria for one in shown)):
                assert not re.search(
                    r"\d|%|[“”\"]|(?:giấy|bằng) khen|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|phong trào",
                    text,
                    re.IGNORECASE,
                ), text


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("I.", "1.", "a)"), ["I. A", "1. B", "a) C", "- D", "+ E", "b) F", "II. G"]),
        (("A.", "I.", "1."), ["A. A", "I. B", "1. C", "- D", "+ E", "2. F", "B. G"]),
        (("1.", "1.1.", "a)"), ["1. A", "1.1. B", "a) C", "- D", "+ E", "b) F", "2. G"]),
        (("I.", "1.", "1.1."), ["I. A", "1. B", "1.1. C", "- D", "+ E", "1.2. F", "II. G"]),
        (("I-", "1-", "a)"), ["I- A", "1- B", "a) C", "- D", "+ E", "b) F", "II- G"]),
    ],
)
def test_numbering(levels: tuple[str, ...], expected: list[str]) -> None:
    inner = Part("bullet", "D", children=(Part("bullet", "E"),))
    leaves = (Part("item", "C", children=(inner,)), Part("item", "F", key="f"))
    parts = (Part("section", "A", children=(Part("section", "B", children=leaves),)), Part("section", "G"))
    made = number(parts, Numbering(levels))
    assert [unescape(re.sub(r"<[^>]+>", "", line)) for line in made.lines] == expected
    labels = [line.split()[0].strip(".)-") for line in expected]
    first, second = labels[0], labels[1].rsplit(".", 1)[-1]
    assert [s["path"] for s in made.sections] == [first, f"{first}.{second}", labels[6]]
    last = [labels[2].rsplit(".", 1)[-1], labels[5].rsplit(".", 1)[-1]]
    base = f"{first}.{second}"
    assert [i["path"] for i in made.items] == [
        f"{base}.{last[0]}", f"{base}.{last[0]}.-1", f"{base}.{last[0]}.-1.+1", f"{base}.{last[1]}",
    ]  # fmt: skip


def test_references_are_filled_in_and_the_letter_d_can_be_skipped() -> None:
    items = tuple(Part("item", f"Việc {n}", key=f"k{n}") for n in range(6))
    pointing = Part("item", "theo {ref:k4}", facts=(Fact("criteria", {"refers_to": Ref("k4"), "text": "{ref:k4}"}),))
    parts = (Part("section", "X", children=items), Part("section", "Y", children=(pointing,)))
    made = number(parts, Numbering(("I.", "a)")))
    assert made.items[-1]["text"] == "theo điểm đ Mục I"
    assert made.facts[0][0].values == {"refers_to": "I.đ", "text": "điểm đ Mục I"} and made.gaps == []
    skipped = number(parts, Numbering(("I.", "a)"), skip=True))
    assert skipped.paths["k4"] == "I.e" and skipped.gaps == ["I.e"]


@pytest.mark.parametrize(
    ("levels", "spoken"),
    [
        (("I.", "1.", "a)"), "điểm a khoản 1 Mục II"),
        (("I.", "1.", "1.1."), "khoản 1.1 Mục II"),
        (("A.", "I.", "1."), "khoản 1 mục I Phần B"),
        (("1.", "1.1.", "a)"), "điểm a khoản 2.1 Mục 2"),
    ],
)
def test_places_are_named_as_plans_name_them(levels: tuple[str, ...], spoken: str) -> None:
    inner = Part("section", "Y", children=(Part("item", "Z", key="z"),))
    parts = (Part("section", "W"), Part("section", "X", children=(inner,)))
    assert number(parts, Numbering(levels)).spoken["z"] == spoken


@pytest.mark.parametrize("seed", range(20))
def test_times_mean_what_they_say(seed: int) -> None:
    draw, times, day = Draw(seed), pools(held=bool(seed % 2)).times, date(2021, 2, 5)
    by = deadline(draw, times, day)
    assert by.end == "2021-02-05" and by.start is None
    assert (slashed(day) in by.words or spelled(day) in by.words) and by.qualifier == (
        "before" if "trước" in by.words else "by"
    )
    whole = stretch(draw, times, day, date(2021, 12, 31))
    assert (whole.start, whole.end) == ("2021-02-05", "2021-12-31")
    about = within(draw, times, day)
    assert about.start and about.end and about.start <= about.end
    assert about.start <= "2021-02-05" <= about.end or "cuối năm" in about.words
    assert quarter_band(2020, 1).due == {"start": "2020-01-01", "end": "2020-03-31"}


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [((2022, 1, 5), "05/01/2022", "05 tháng 01 năm 2022"), ((2022, 6, 15), "15/6/2022", "15 tháng 6 năm 2022")],
)
def test_days_are_written_as_the_decree_says(day: tuple[int, int, int], short: str, long: str) -> None:
    assert (slashed(date(*day)), spelled(date(*day))) == (short, long)


def test_shares_are_positive_and_make_the_total() -> None:
    for seed in range(50):
        shares = Draw(seed).shares(100, 4)
        assert sum(shares) == 100 and len(shares) == 4 and all(n > 0 and n % 5 == 0 for n in shares)


def test_files_on_disk(tmp_path: Path, renders: None) -> None:
    made = list(make(tmp_path, 3, 2, ("text", "docx", "digital")))
    assert [path.name for path in made] == ["mau-00003", "mau-00004"]
    assert {p.name for p in made[0].iterdir()} == {"gold.json", "plan.txt", "plan.docx", "digital.pdf"}
    assert json.loads((made[0] / "gold.json").read_text(encoding="utf-8")) == write(3).gold
    assert (made[0] / "digital.pdf").read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize("wrong", [{"wear": "worn"}, {"forms": ("odt",)}, {"count": 0}])
def test_what_cannot_be_made_is_said(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        list(make(tmp_path, **{"seed": 1, "count": 1, **wrong}))


def test_offices_are_those_of_the_day() -> None:
    """Districts until 30/6/2025, then two levels; departments under the names of their time; every form of letterhead."""
    issued: dict[str, set[int]] = {}
    seen = set()
    for plan in (write(seed) for seed in range(200)):
        document = plan.gold["document"]
        seen |= {key for key in ('class="tt01', " tt01", " party") if key in plan.source.split("<header>")[0]}
        if (
            document["issuer_level"] in {"district", "district_department"}
            or "Lao động - Thương binh" in document["issuer"]
        ):
            assert document["issued_on"] < "2025-07-01"
        issued.setdefault(document["issuer_level"], set()).add(int(document["issued_on"][:4]))
    assert min(map(min, issued.values())) == 2012 and max(map(max, issued.values())) == 2026
    assert {" tt01", " party"} <= seen
