"""Plan -> checks and findings: rules with code, legal basis, days of validity, severity and messages."""

from __future__ import annotations

from kehoach.auditing.catalogue import Catalogue, Rule, catalogue
from kehoach.auditing.verdicts import audit, day_of, law_used

__all__ = ["Catalogue", "Rule", "audit", "catalogue", "day_of", "law_used"]
