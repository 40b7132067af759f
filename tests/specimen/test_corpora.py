"""The specimens of corpora/: their references hold what the documents say, and rebuilding gives the same text."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pypdfium2
import pytest

from kehoach.model import document_info
from kehoach.model import plan as record
from kehoach.model.section import SectionKind
from kehoach.specimen.corpora import Recipe, build, recipes, text_of

CORPORA = Path(__file__).parents[2] / "corpora"
RECIPES = recipes(CORPORA)
specimens = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)


def gold(recipe: Recipe) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((CORPORA / recipe.name / "gold.json").read_text(encoding="utf-8"))
    return content


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def source_text(recipe: Recipe) -> str:
    return folded((CORPORA / recipe.name / "plan.txt").read_text(encoding="utf-8"))


def quotes(reference: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of a reference that must stand in the document word for word, with its list's name."""
    document = reference["document"]
    yield "title", document["title"]
    yield "signer", document["signer"]["name"]
    yield from (("recipients", line) for line in document["recipients"])
    keys = {
        "sections": "heading", "items": "text", "themes": "text", "movements": "name", "criteria": "text",
        "targets": "quote", "deadlines": "quote", "observances": "name", "rewards": "form",
    }  # fmt: skip
    for kind, key in keys.items():
        yield from ((kind, fact[key]) for fact in reference[kind])
    yield from (("indicators", text) for fact in reference["criteria"] for text in fact["indicators"])
    yield from (("citations", fact["number"]) for fact in reference["citations"] if fact["number"])
    yield from (("products", fact["product"]) for fact in reference["tasks"] if fact["product"])


@specimens
def test_every_quote_stands_in_the_text(recipe: Recipe) -> None:
    text = source_text(recipe)
    lost = [(kind, quote) for kind, quote in quotes(gold(recipe)) if folded(quote) not in text]
    assert lost == []


@specimens
def test_every_task_is_said_in_the_words_of_the_text(recipe: Recipe) -> None:
    """A task may leave out a word between two of its parts, never use one that is not there."""
    words = set(re.findall(r"\w+", source_text(recipe)))
    for task in gold(recipe)["tasks"]:
        assert set(re.findall(r"\w+", folded(task["text"]))) <= words
        assert all(re.search(re.escape(folded(u["name"].split()[0])), source_text(recipe)) for u in task["units"])


@specimens
def test_paths_exist_and_are_unique(recipe: Recipe) -> None:
    reference = gold(recipe)
    outline = [fact["path"] for kind in ("sections", "items") for fact in reference[kind]]
    assert len(outline) == len(set(outline))
    known = set(outline) | {f"{path}.T{n}" for path in outline for n in re.findall(r"(?m)^([\d.]+) \| ", plain(recipe))}
    kinds = ("themes", "movements", "criteria", "targets", "deadlines", "tasks", "citations", "rewards")
    used = {fact["path"] for kind in kinds for fact in reference[kind]} - {None}
    used |= {fact[key] for fact in reference["criteria"] for key in ("parent", "refers_to")} - {None}
    assert used <= known


@specimens
def test_an_item_starts_as_its_text_does(recipe: Recipe) -> None:
    for item in gold(recipe)["items"]:
        assert item["text"].startswith(item["start"]) and 0 < len(item["start"]) <= 62


@specimens
def test_values_are_those_of_the_record(recipe: Recipe) -> None:
    reference = gold(recipe)
    allowed = {
        ("targets", "comparator"): (*get_args(record.Comparator), None),
        ("deadlines", "kind"): get_args(record.DeadlineKind),
        ("deadlines", "qualifier"): (*get_args(record.Qualifier), None),
        ("criteria", "kind"): get_args(record.CriterionKind),
        ("citations", "relation"): get_args(record.Relation),
    }
    for (kind, key), values in allowed.items():
        assert {fact[key] for fact in reference[kind]} <= set(values)
    assert {k for fact in reference["sections"] for k in fact["kinds"]} <= set(get_args(SectionKind))
    assert {u["role"] for fact in reference["tasks"] for u in fact["units"]} <= set(get_args(record.Role))
    assert reference["document"]["plan_kind"] in get_args(document_info.PlanKind)
    assert reference["document"]["issuer_level"] in get_args(document_info.IssuerLevel)
    spans = [(fact["start"], fact["end"]) for fact in reference["deadlines"]]
    spans += [(task["due"]["start"], task["due"]["end"]) for task in reference["tasks"] if task["due"]]
    for start, end in spans:
        first, last = (date.fromisoformat(day) if day else None for day in (start, end))
        assert first is None or last is None or first <= last


def test_the_points_of_the_campaign_make_a_hundred() -> None:
    criteria = gold(next(r for r in RECIPES if r.name == "so-tnmt-nghe-an-2022"))["criteria"]
    top = [c for c in criteria if c["parent"] is None and c["kind"] in {"group", "criterion"}]
    assert sum(c["points"] for c in top) == 100
    for group in (c for c in criteria if c["kind"] == "group"):
        assert sum(c["points"] for c in criteria if c["parent"] == group["path"]) == group["points"]


def plain(recipe: Recipe) -> str:
    return (CORPORA / recipe.name / "plan.txt").read_text(encoding="utf-8")


@specimens
def test_the_text_file_is_what_the_source_gives(recipe: Recipe) -> None:
    assert plain(recipe) == text_of(recipe)


def layer(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory, renders: None) -> Path:
    """The first specimen, made again from its source."""
    folder = tmp_path_factory.mktemp("corpora")
    recipe = RECIPES[0]
    (folder / "sources").mkdir()
    (folder / "sources" / f"{recipe.name}.html").write_text(recipe.source, encoding="utf-8")
    listed = (CORPORA / "recipes.toml").read_text(encoding="utf-8").split("\n[")
    (folder / "recipes.toml").write_text(f"{listed[0]}\n[{listed[1]}", encoding="utf-8")
    build(folder)
    return folder / recipe.name


def test_rebuilding_gives_the_same_text(rebuilt: Path) -> None:
    kept = CORPORA / rebuilt.name
    assert (rebuilt / "plan.txt").read_bytes() == (kept / "plan.txt").read_bytes()
    assert layer((rebuilt / "digital.pdf").read_bytes()) == layer((kept / "digital.pdf").read_bytes())


def test_a_scan_is_images_only_and_small(rebuilt: Path) -> None:
    pages = len(layer((rebuilt / "digital.pdf").read_bytes()))
    assert layer((rebuilt / "scan.pdf").read_bytes()) == [""] * pages
    assert all((CORPORA / recipe.name / "scan.pdf").stat().st_size < 1_500_000 for recipe in RECIPES)


@specimens
def test_every_page_says_that_it_is_a_specimen(recipe: Recipe) -> None:
    assert all("SPECIMEN" in page for page in layer((CORPORA / recipe.name / "digital.pdf").read_bytes()))
