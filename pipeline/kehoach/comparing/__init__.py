"""Plans side by side: aligned sections and differences in the terms of the field."""

from __future__ import annotations

from kehoach.comparing.compare import SURE, Against, compare

__all__ = ["SURE", "Against", "compare"]
