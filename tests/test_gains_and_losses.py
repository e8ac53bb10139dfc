"""The list of changed labels says what was gained and lost, and whether gold agrees."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gains_and_losses import compare


def labels(reach: str, strength: int = 0, **more: Any) -> dict[str, Any]:
    """Make the labels of one statement."""
    topic = "mental" if reach == "explicit" else None
    return {"reach": reach, "topic": topic, "strength": strength, "criteria": [], **more}


CASES = [
    pytest.param(labels("generic"), labels("explicit", 2), "gained", id="gained"),
    pytest.param(None, labels("explicit", 2), "gained", id="gained with its text"),
    pytest.param(labels("explicit", 2), labels("none"), "lost", id="lost"),
    pytest.param(labels("explicit", 2), labels("explicit", 3), "changed", id="strength"),
    pytest.param(labels("older"), labels("generic"), "changed", id="reach"),
    pytest.param(None, labels("older"), "new", id="new"),
    pytest.param(labels("older"), None, "gone", id="gone"),
    pytest.param(None, labels("none"), None, id="a new statement that addresses nobody"),
    pytest.param(labels("older"), labels("older"), None, id="the same"),
]


@pytest.mark.parametrize(("old", "new", "kind"), CASES)
def test_a_change_is_named_by_what_it_does_to_explicit_statements(
    old: dict[str, Any] | None, new: dict[str, Any] | None, kind: str | None
) -> None:
    """Gained and lost first; what addresses nobody and comes or goes is noise."""
    before = {} if old is None else {"a: text": old}
    after = {} if new is None else {"a: text": new}
    lines, counts = compare(before, after, {})
    assert list(counts) == ([kind] if kind else [])
    assert [line.split(":")[0] for line in lines] == ([kind] if kind else [])


def test_gold_says_whether_a_change_is_better() -> None:
    """More labels right is better, fewer is worse."""
    gold = {"a: text": labels("explicit", 3)}
    old, new = {"a: text": labels("explicit", 2)}, {"a: text": labels("explicit", 3)}
    assert "[better]" in compare(old, new, gold)[0][0]
    assert "[worse]" in compare(new, old, gold)[0][0]
