"""Texts laid over others: by table and by id, and never anything but texts."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import DataError
from auditor.rules.positions import parse_toml
from auditor.rules.translating.overlay import checked_text, lay_over

ENGLISH: dict[str, Any] = {
    "say": {"id": "Id", "n": "{n:thing|things}", "rule": "-"},
    "one": [{"id": 0, "name": "none", "weight": 3}, {"id": 1, "name": "some"}],
}


def is_text(name: tuple[str, ...]) -> bool:
    """All but weights and ids of records are texts."""
    return name[-1] not in ("weight", "id") or name[0] == "say"


def test_tables_and_records_are_laid_over() -> None:
    """A key called id in a plain table is a text; records keep the English order and numbers."""
    file = parse_toml(
        b'[say]\nid = "Rhif"\n[[one]]\nid = 1\nname = "rhai"\n[[one]]\nid = 0\nname = "dim"\n', "x"
    )
    laid = lay_over(ENGLISH, file, is_text)
    assert laid.content["say"]["id"] == "Rhif"
    assert laid.content["one"] == [
        {"id": 0, "name": "dim", "weight": 3},
        {"id": 1, "name": "rhai"},
    ]
    assert (laid.missing, laid.texts) == (("say.n",), 4)


def test_the_english_is_left_as_it_was() -> None:
    """Laying over makes new tables."""
    lay_over(ENGLISH, parse_toml(b'[say]\nn = "{n:peth|peth}"\n', "x"), is_text)
    assert ENGLISH["say"]["n"] == "{n:thing|things}"


@pytest.mark.parametrize("text", ['say = "x"', "one = 3", "[[say]]\nid = 1", "[one]\nid = 1"])
def test_another_shape_is_refused(text: str) -> None:
    """A table stays a table, a list a list."""
    with pytest.raises(DataError):
        lay_over(
            ENGLISH, parse_toml(text.encode(), "x"), lambda name: len(name) > 1 and is_text(name)
        )


def test_a_text_says_its_numbers_in_digits() -> None:
    """The mark of digits is put in for the translator."""
    file = parse_toml(b"", "x")
    assert checked_text("{n:a|b} {m}", "{m} {n:c|d} {n:=e|f}", ("k",), file) == (
        "{m} {n:%c|d} {n:%=e|f}"
    )
