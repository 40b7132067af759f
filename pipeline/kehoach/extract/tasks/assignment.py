"""What one clause assigns, and to whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kehoach.extract.units.named_units import Name
from kehoach.model.plan import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A unit in a clause: where its words stand, the words it shares with the name before, its role and kind."""

    name: Name
    role: Role


@dataclass(frozen=True, slots=True)
class Assignment:
    """``start`` and ``end`` bound the words that say the work. ``named`` tells that a unit is its subject, ``told``
    that it is assigned or asked, ``listed`` that a colon stands between unit and work, ``in_charge`` that "chủ trì" or
    the like makes it lead; ``verbal`` that the work begins with a verb; ``joint`` that the subjects act together ("phối
    hợp") with nobody else named, ``guessed`` that no vocabulary knows the verb. ``actors`` without a subject only coordinate."""

    actors: tuple[Actor, ...]
    start: int
    end: int
    named: bool = True
    told: bool = False
    listed: bool = False
    formula: bool = False
    in_charge: bool = False
    verbal: bool = True
    joint: bool = False
    guessed: bool = False

    def helping(self) -> Assignment:
        """The same where those who act together only help another who leads."""
        return replace(self, actors=tuple(Actor(actor.name, "coordinate") for actor in self.actors))
