"""The inventory of marks: what may be marked in a text, the same in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from auditor.records import REACHES, Measure, Reach
from auditor.rules.positions import TomlFile, build

Role = Literal["people", "aside", "head", "called", "subject", "cue"]


@dataclass(frozen=True, slots=True)
class MarkKind:
    """One kind of mark: what its words mean, and the part that they play."""

    id: str
    """"babies.people": the file of the word list, a dot, the group in it."""
    means: str
    role: Role = "cue"
    """"people": the words name somebody. "aside": they take words away from babies, as the
    name of a thing or the mere occasion of a parent's need. "head", "called": they make a
    name. "subject": they tell what is spoken of; whom a statement names is judged without
    them. "cue": they turn or colour a statement."""
    measure: Measure | None = None
    """What its words hold an action to; None for the most."""
    names: str = ""
    """For people: the reach of a statement that names nobody else."""

    @property
    def reach(self) -> Reach | None:
        """The reach of those whom the words name; None where they name nobody."""
        return cast(Reach, self.names) if self.names else None


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every kind of mark, in the order of the file; earlier ones win a tie for the same words."""

    mark: tuple[MarkKind, ...]

    @property
    def measures(self) -> dict[str, Measure]:
        """What the words of some kinds of mark hold an action to, by their ids."""
        return {kind.id: kind.measure for kind in self.mark if kind.measure}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all kinds of mark."""
        return tuple(kind.id for kind in self.mark)

    def of_role(self, role: Role) -> tuple[MarkKind, ...]:
        """Return the kinds of mark that play a part."""
        return tuple(kind for kind in self.mark if kind.role == role)


def read_inventory(file: TomlFile) -> Inventory:
    """Read and check the inventory of marks.

    Raises:
        DataError: a role, measure or reach is unknown, or an id stands twice.

    """
    inventory = build(Inventory, file)
    for number, kind in enumerate(inventory.mark):
        if (kind.role == "people") != (kind.names in REACHES):
            raise file.mistake(
                ("mark", number, "names"),
                f"“{kind.id}” names nobody that the guide knows",
                f"People name one of: {', '.join(REACHES)}; other roles name nobody.",
            )
    file.refuse_twice("mark", inventory.ids)
    return inventory
