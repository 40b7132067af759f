"""The interface, asked by its own description, never breaks down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from kehoach.corpus import Corpus
from kehoach.model.plan import Plan
from kehoach.web import Settings, application
from tests.web.conftest import QUICK

PASSWORD = "for-the-fuzzing"
EXAMPLES = 8


@pytest.fixture(scope="module")
def described(
    tmp_path_factory: pytest.TempPathFactory, read_plans: tuple[Plan, Plan]
) -> Iterator[schemathesis.BaseSchema]:
    """The interface of an application over two plans."""
    with Corpus.open(Path(tmp_path_factory.mktemp("kho")) / "kho.db", create=True) as archive:
        for plan in read_plans:
            archive.add(plan)
        app = application(archive, Settings(password=PASSWORD, hosts=None, rates=QUICK))
        headers = {"authorization": f"Bearer {PASSWORD}"}
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=headers).exclude(path_regex="uploads$")
        app.state.site.intake.close()


def test_the_interface_never_breaks_down(described: schemathesis.BaseSchema) -> None:
    headers = {"authorization": f"Bearer {PASSWORD}", "x-kehoach-name": "An"}
    checks = [not_a_server_error, status_code_conformance, response_schema_conformance]
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def attempt(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=headers, checks=checks)

        attempt()
        tried += 1
    assert tried > 10
