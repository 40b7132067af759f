"""Document + Sections -> Facts as written: a module or package for each kind of fact, over shared grammars.

The grammars are ``text`` (paragraphs, quotations), ``times``, ``units`` and ``citations``; which may know which is checked
by the import contract.
"""

from __future__ import annotations

from kehoach.extract.citations import citations
from kehoach.extract.citations.definitions import definitions
from kehoach.extract.citations.references import references
from kehoach.extract.criteria import criteria
from kehoach.extract.deadlines import deadlines
from kehoach.extract.header import header
from kehoach.extract.movements import movements
from kehoach.extract.observances import observances
from kehoach.extract.rewards import rewards
from kehoach.extract.targets import targets
from kehoach.extract.tasks import tasks
from kehoach.extract.themes import themes
from kehoach.model.document import Document
from kehoach.model.fact import Facts
from kehoach.model.section import Outline
from kehoach.rules.load import Rules


def facts(document: Document, outline: Outline, rules: Rules) -> Facts:
    """Everything the document says, unresolved, with the place of every value."""
    return Facts(
        header=header(document, rules),
        themes=themes(document, outline, rules),
        movements=movements(document, outline, rules),
        criteria=criteria(document, outline, rules),
        targets=targets(document, outline, rules),
        deadlines=deadlines(document, outline, rules),
        tasks=tasks(document, outline, rules),
        citations=citations(document, outline, rules),
        observances=observances(document, outline, rules),
        rewards=rewards(document, outline, rules),
        references=references(document, outline, rules),
        definitions=definitions(document, outline, rules),
    )
