"""Records against reference records: what was found, what was missed, what was invented, counted field by field.

The counting is that of the record's contract: entries of a list are paired one to one so that the whole similarity
is largest, and a pair is a hit where its similarity reaches the field's threshold and its values are equal.
"""

from kehoach.evaluating.compare import Change, changes
from kehoach.evaluating.evaluation import Evaluation, evaluate
from kehoach.evaluating.fields import score
from kehoach.evaluating.measure import Measure

__all__ = ["Change", "Evaluation", "Measure", "changes", "evaluate", "score"]
