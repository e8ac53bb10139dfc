"""Where a report differs from an audit made now: the cause first, then each place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from auditor.report.data.verification import find_differences
from auditor.report.view import view_of
from tests.builders import rich_audit, rules

VIEW = view_of(rich_audit(), rules())
CHANGES: list[Any] = [
    pytest.param(lambda v: v["document"].update(sha256="0" * 64), "the file is another", id="file"),
    pytest.param(lambda v: v["tool"].update(rubric="9.9.9"), "version of the rubric", id="rubric"),
    pytest.param(lambda v: v["statements"][1].update(strength=0), "[s0002].strength", id="label"),
    pytest.param(lambda v: v["statements"].pop(), "entries in the report", id="missing"),
    pytest.param(lambda v: v["score"].update(value=1.0), "score.value: 1.0", id="score"),
    pytest.param(lambda v: v.update(more=1), "more: 1 in the report, nothing now", id="added"),
    pytest.param(lambda v: v.update(reviews={}), "--reviews", id="reviews"),
]


def test_the_same_audit_has_no_differences() -> None:
    """Nothing is said of two equal audits."""
    assert list(find_differences(VIEW, copy.deepcopy(VIEW))) == []


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_difference_is_placed(change: Callable[[Any], object], said: str) -> None:
    """Each says where, what stood there and what stands there now."""
    report = copy.deepcopy(VIEW)
    change(report)
    assert any(said in line for line in find_differences(report, VIEW))


def test_a_renamed_file_is_the_same_file() -> None:
    """The bytes count, not the name, nor a title that follows from it."""
    report = copy.deepcopy(VIEW)
    report["document"].update(name="other.pdf", title="Other")
    assert list(find_differences(report, VIEW)) == []


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    """A few words around the first difference, not a page of text."""
    report = copy.deepcopy(VIEW)
    report["statements"][0]["text"] = f"{'same ' * 60}one thing {'after ' * 60}"
    made = copy.deepcopy(VIEW)
    made["statements"][0]["text"] = f"{'same ' * 60}another {'after ' * 60}"
    (line,) = find_differences(report, made)
    assert "one thing" in line and "another" in line and len(line) < 250
