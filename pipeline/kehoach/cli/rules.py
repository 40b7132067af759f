"""``kehoach rules``: the words that the program knows."""

from __future__ import annotations

import click

from kehoach.cli import console
from kehoach.cli.settings import configured, folder_of, options
from kehoach.errors import BadConfiguration, UsageError
from kehoach.rules.load import Rules, load
from kehoach.rules.vocabulary import Entry, failing_examples


@click.group("rules")
def command() -> None:
    """Từ ngữ mà chương trình nhận ra, kèm ví dụ. The words that the program knows, with examples."""


@command.command("list")
@click.argument("vocabulary", required=False)
@options("rules")
def list_(vocabulary: str | None, **flags: object) -> None:
    """Liệt kê quy tắc, mỗi dòng một mã. Lists the rules by id, all or those of one VOCABULARY."""
    rules = _rules(flags)
    if vocabulary is not None and vocabulary not in rules.vocabularies:
        raise UsageError(
            f"Không có bộ / no vocabulary {vocabulary!r}; có / known: {', '.join(sorted(rules.vocabularies))}"
        )
    for name in [vocabulary] if vocabulary is not None else sorted(rules.vocabularies):
        for entry in rules[name]:
            console.data(f"{entry.id}\t{name}\t{entry.file}\n")


@command.command()
@click.argument("rule")
@options("rules")
def show(rule: str, **flags: object) -> None:
    """In một quy tắc: mẫu, ví dụ, thuộc tính. Prints one RULE: patterns, examples, attributes."""
    rules = _rules(flags)
    found = [(name, entry) for name, words in rules.vocabularies.items() for entry in words if entry.id == rule]
    if not found:
        raise UsageError(f"Không có quy tắc / no rule {rule!r}", "Xem / see: kehoach rules list")
    for name, entry in found:
        console.data("\n".join(_lines(name, entry)) + "\n")


@command.command()
@options("rules")
def test(**flags: object) -> None:
    """Thử mọi ví dụ và phản ví dụ. Checks every example and counterexample."""
    rules = _rules(flags)
    wrong = [line for words in rules.vocabularies.values() for line in failing_examples(words)]
    if wrong:
        raise BadConfiguration("\n".join(wrong), "Sửa ví dụ hoặc mẫu / mend the example or the pattern")
    entries = [entry for words in rules.vocabularies.values() for entry in words]
    examples = sum(len(entry.examples) + len(entry.counterexamples) for entry in entries)
    console.data(
        f"{len(entries)} quy tắc, {examples} ví dụ đều đúng / {len(entries)} rules, all {examples} examples hold\n"
    )


def _rules(flags: dict[str, object]) -> Rules:
    return load(folder_of(configured(flags)))


def _lines(vocabulary: str, entry: Entry) -> list[str]:
    lines = [f"{entry.id}  ({vocabulary}, {entry.file})"]
    lines += [f"  mẫu / match: {pattern.pattern}" for pattern in entry.patterns]
    lines += [f"  ví dụ / example: {example}" for example in entry.examples]
    lines += [f"  không phải / counterexample: {example}" for example in entry.counterexamples]
    return lines + [f"  {key} = {value}" for key, value in entry.attributes.items()]
