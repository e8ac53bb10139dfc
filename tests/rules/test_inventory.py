"""The inventory of marks: what may be marked, and the part that its words play."""

from __future__ import annotations

from typing import get_args

import pytest

from auditor.errors import DataError
from auditor.records import REACHES
from auditor.rules import Rules
from auditor.rules.inventory import Inventory, Role, read_inventory
from auditor.rules.positions import parse_toml

GOOD = """[[mark]]
id = "babies.people"
means = "Names babies."
role = "people"
names = "explicit"

[[mark]]
id = "babies.things"
means = "Things."
role = "aside"

[[mark]]
id = "scope.shut"
means = "Leaves somebody out."
"""


def read(text: str) -> Inventory:
    """Read an inventory from a text."""
    return read_inventory(parse_toml(text.encode(), "marks.toml"))


def test_marks_keep_their_order_and_their_role() -> None:
    """People name a reach, the rest nobody; a mark without a role is a cue."""
    inventory = read(GOOD)
    assert inventory.ids == ("babies.people", "babies.things", "scope.shut")
    assert [kind.role for kind in inventory.mark] == ["people", "aside", "cue"]
    assert [kind.reach for kind in inventory.mark] == ["explicit", None, None]
    assert [kind.id for kind in inventory.of_role("aside")] == ["babies.things"]


MISTAKES = [
    ("an unknown role", 'role = "aside"', 'role = "besides"', "marks.toml:10:1", "besides"),
    ("an unknown reach", '"explicit"', '"infants"', "marks.toml:5:1", "names nobody"),
    ("people who name nobody", 'names = "explicit"\n', "", "marks.toml:1:1", "names nobody"),
    (
        "a cue that names somebody",
        'means = "Leaves somebody out."',
        'means = "Leaves."\nnames = "older"',
        "marks.toml:15:1",
        "names nobody",
    ),
    ("an id twice", '"scope.shut"', '"babies.things"', "marks.toml:13:1", "stands twice"),
    ("an unknown key", 'means = "Things."', 'meens = "Things."', "marks.toml:9:1", "meens"),
    ("a missing meaning", 'means = "Things."\n', "", "marks.toml:7:1", "means"),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"), [c[1:] for c in MISTAKES], ids=[c[0] for c in MISTAKES]
)
def test_a_mistake_is_answered_with_its_place(old: str, new: str, place: str, words: str) -> None:
    """File, line and column, and a remedy."""
    assert old in GOOD
    with pytest.raises(DataError, match=words) as caught:
        read(GOOD.replace(old, new, 1))
    assert caught.value.place == place and caught.value.remedy


def test_the_inventory_shipped_names_every_reach_but_one() -> None:
    """Whoever the guide knows can be named; being left out is no matter of naming."""
    marks = Rules.read(weighed=False).language("en").inventory.mark
    assert {kind.names for kind in marks if kind.names} == set(REACHES) - {"excluded"}
    assert {kind.role for kind in marks} == set(get_args(Role))
    assert all(kind.means.endswith(".") for kind in marks)
