"""What the tests of the reading room share."""

from __future__ import annotations

import pytest

from kehoach.errors import MissingDependency
from kehoach.specimen.fonts import faces


@pytest.fixture(scope="session")
def typeface() -> None:
    """A Liberation Serif that holds the Vietnamese alphabet."""
    try:
        faces()
    except MissingDependency as error:
        pytest.skip(f"{error.message} ({error.advice})")
