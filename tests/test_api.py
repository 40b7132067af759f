"""The public names, and that importing them costs nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import kehoach as kh
from tests.conftest import PLAN_TEXT, REPOSITORY


def test_the_public_names_are_these() -> None:
    assert kh.__all__ == [
        "BadInput", "Corpus", "KehoachError", "MissingDependency", "Plan", "audit", "compare", "doc", "evaluate", "frame", "from_dict",
        "from_json", "read", "read_all",
        "to_dict", "to_json", "to_reference",
    ]  # fmt: skip
    assert dir(kh) == kh.__all__
    for name in kh.__all__:
        assert getattr(kh, name).__name__ == name


def test_other_names_are_no_part_of_it() -> None:
    with pytest.raises(AttributeError):
        kh.recipes  # noqa: B018


def test_importing_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import kehoach\n"
    code += (
        "print(sorted(n for n in set(sys.modules) - before if n.startswith('kehoach.') or n in ('numpy', 'pandas')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_plan_is_read_from_a_path_a_text_path_or_bytes(plan_file: Path) -> None:
    plan = kh.read(plan_file)
    assert isinstance(plan, kh.Plan)
    assert "tiết kiệm điện" in plan.text
    assert kh.read(str(plan_file)).text == kh.read(PLAN_TEXT.encode("utf-8")).text == plan.text


def test_pages_are_chosen(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("KẾ HOẠCH\fmột\fhai", encoding="utf-8")
    assert [page.number for page in kh.read(file, pages=[3, 1]).source.pages] == [1, 3]


def test_errors_can_be_caught_by_their_public_names(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    with pytest.raises(kh.BadInput):
        kh.read(tmp_path / "a.pdf")
    with pytest.raises(kh.KehoachError):
        kh.read(tmp_path / "nowhere.pdf")


def test_a_record_goes_out_and_comes_back(plan_file: Path) -> None:
    plan = kh.read(plan_file)
    assert kh.to_dict(kh.from_json(kh.to_json(plan))) == kh.to_dict(plan)
    assert kh.evaluate(plan, kh.from_dict(kh.to_reference(plan))).core_f1 == 1.0


def test_plans_become_tables(plan_file: Path) -> None:
    plan = kh.read(plan_file)
    assert len(kh.frame(plan, "documents")) == 1
    assert len(kh.frame([plan, plan], "sections")) == 2 * len(plan.sections)


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_example_of_the_readme_runs(readme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = REPOSITORY / readme
    examples = re.findall(r"```python\n(.*?)```", file.read_text("utf-8"), re.DOTALL)
    assert examples
    monkeypatch.chdir(REPOSITORY)
    for example in examples:
        scope: dict[str, object] = {}
        exec(compile(example, readme, "exec"), scope)
        assert isinstance(scope["plan"], kh.Plan)


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_rule_file_of_the_readme_is_read(readme: str, tmp_path: Path) -> None:
    text = (REPOSITORY / readme).read_text("utf-8")
    (rule,) = [block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[[entry]]" in block]
    (tmp_path / "rewards.toml").write_text(rule, "utf-8")
    plan = tmp_path / "plan.txt"
    plan.write_text("KẾ HOẠCH\nThi đua năm 2025\n\nI. KHEN THƯỞNG\nTặng Cúp vàng thi đua cho 05 tập thể.\n", "utf-8")
    assert "Cúp vàng thi đua" in [reward.form for reward in kh.read(plan, rules=tmp_path).rewards]
