"""What rendering needs; tests that render are skipped, with the reason, where it is not installed."""

from __future__ import annotations

import pytest

from kehoach.errors import MissingDependency
from kehoach.specimen.render import render


@pytest.fixture(scope="session")
def renders() -> None:
    """WeasyPrint with Pango and a Liberation Serif that holds the Vietnamese alphabet."""
    try:
        render("<p>Kế hoạch mẫu</p>")
    except MissingDependency as error:
        pytest.skip(f"{error.message} ({error.advice})")
