"""What holds at a point of rich text."""

from __future__ import annotations

import pytest

from auditor.document.office.rtf.state import PURPOSES, State

CASES = [
    (State(), ""),
    (State(is_hidden=True), "hidden"),
    (State(is_deleted=True), "deleted"),
    (State(is_struck=True), "struck"),
]


@pytest.mark.parametrize(("state", "word"), CASES, ids=["shown", "hidden", "deleted", "struck"])
def test_text_is_left_out_as_what_it_is(state: State, word: str) -> None:
    """And told of by that."""
    assert word in state.left_out_as and bool(word) == bool(state.left_out_as)


@pytest.mark.parametrize(
    ("word", "purpose"),
    [("footnote", "note"), ("headerf", "running"), ("pict", "picture"), ("shptxt", "box")],
)
def test_a_group_is_for_what_its_first_word_says(word: str, purpose: str) -> None:
    """Words of no group open text."""
    assert PURPOSES[word] == purpose and "b" not in PURPOSES
