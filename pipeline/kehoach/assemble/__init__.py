"""Facts -> Plan: the one place where what extraction found as written becomes the record."""

from __future__ import annotations

from dataclasses import replace

from kehoach.assemble import archive, handwritten
from kehoach.assemble.calendar import Calendar
from kehoach.assemble.citations import citations
from kehoach.assemble.confidence import fitted
from kehoach.assemble.criteria import criteria
from kehoach.assemble.deadlines import deadlines, phased
from kehoach.assemble.header import document_info
from kehoach.assemble.identity import identified
from kehoach.assemble.outline import items, sections, tables
from kehoach.assemble.tasks import tasks
from kehoach.assemble.units import UnitNames
from kehoach.model.document import Document, Source
from kehoach.model.document_info import PageInfo, SourceInfo
from kehoach.model.fact import Facts
from kehoach.model.plan import Plan, Run
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def plan(source: Source, document: Document, outline: Outline, facts: Facts, rules: Rules) -> Plan:
    """The record of one document: names in full, times as dates, every fact with its id and its places.

    ``run`` is filled by the caller, ``checks`` and ``findings`` by the audit.
    """
    header, conflicts = handwritten.weighed(facts.header, facts.citations)
    facts = replace(facts, header=header)
    info = document_info(document, outline, facts, rules)
    calendar = Calendar.of(info)
    names = UnitNames.of(info, facts.definitions, rules, document.text.value)
    terms, doubts = deadlines(facts.deadlines, calendar, document)
    file = source_info(source, document)
    made = Plan(
        source=file,
        text=document.text.value,
        document=info,
        run=Run(""),
        sections=sections(document, outline),
        items=items(document, outline),
        tables=tables(document, outline),
        themes=identified("theme", facts.themes, lambda f: (f.path, f.text)),
        movements=identified("movement", facts.movements, lambda f: (f.path, f.name)),
        deadlines=terms,
        tasks=tasks(
            facts.tasks,
            names,
            phased(facts.deadlines, calendar),
            document,
            inspection=info.plan_kind == "inspection_plan",
        ),
        criteria=identified("criterion", criteria(facts.criteria, document, outline), lambda f: (f.path, f.text)),
        targets=identified("target", facts.targets, lambda f: (f.path, f.quote)),
        citations=identified(
            "citation", citations(facts.citations, info, document), lambda f: (f.path, f.number or f.title or f.type)
        ),
        observances=identified("observance", facts.observances, lambda f: (None, f.name)),
        rewards=identified("reward", facts.rewards, lambda f: (f.path, f.form)),
        issues=(*document.issues, *conflicts, *archive.issues(file.rescan, file.missing, document.pages), *doubts),
    )
    return fitted(made, rules.shares)


def source_info(source: Source, document: Document) -> SourceInfo:
    """The input file and its pages as read."""
    numbers = archive.printed_numbers(document.furniture)
    pages = tuple(
        PageInfo(
            page.number, page.width, page.height, page.text_from, page.ocr_confidence, page.rotation, page.skew, page.blank,
            page.failed, *numbers.get(page.number, (None, None)),
        )
        for page in document.pages
    )  # fmt: skip
    return SourceInfo(
        source.path, source.sha256, source.media_type, pages, rescan=archive.rescan(document.pages),
        missing=archive.missing(document.furniture),
    )  # fmt: skip
