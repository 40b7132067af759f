"""What is told of grey levels."""

from __future__ import annotations

import numpy as np
import pytest

from kehoach.reading import treatment


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (40, 61), (2, 3, 4)])
@pytest.mark.parametrize("share", [0, 0.5, 3, 50, 90, 100])
def test_percentiles_are_those_of_numpy(shape: tuple[int, ...], share: float) -> None:
    grey = np.random.default_rng(5).integers(0, 256, shape, dtype=np.uint8)
    assert treatment.percentile(grey, share)[0] == pytest.approx(np.percentile(grey, share))
    parted = np.repeat(grey, 2, axis=-1)[..., ::2]
    assert treatment.percentile(parted, share)[0] == pytest.approx(np.percentile(grey, share))
