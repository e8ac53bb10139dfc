"""Audits as JSON, written and read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.report.data.audit_json import read_audit_json, render_json
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

VIEW = view_of(rich_audit(), rules())


def test_json_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Written, read, written: the same bytes."""
    path = tmp_path / "audit.json"
    path.write_bytes(render_json(VIEW))
    assert read_audit_json(path) == VIEW
    assert render_json(read_audit_json(path)) == path.read_bytes()


def test_json_is_that_of_the_library_with_numbers_on_one_line() -> None:
    """Written faster than the library does, and the same but for the lists of numbers."""
    odd: dict[str, object] = {
        "nothing": [{}, [], (), None, ""],
        "bare": [True, False, 0, -7, 1.5, 1e-07, 2**70, 'é\u2028\n"\\'],
        "deep": {"a": [[[{"b": ({"c": None},)}]], "x"]},
    }
    assert render_json(odd).decode() == json.dumps(odd, ensure_ascii=False, indent=2) + "\n"
    assert render_json({"box": [1, 2.5, -3]}) == b'{\n  "box": [1, 2.5, -3]\n}\n'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), [float("-inf")]])
def test_what_is_no_number_is_not_written(number: object) -> None:
    """JSON has no word for it."""
    with pytest.raises(ValueError, match="JSON compliant"):
        render_json({"score": number})


def test_json_keeps_any_text() -> None:
    """Markup, lone surrogates and brackets over lines come through or are replaced, never lost."""
    text = 'Babies <b>"[\n 1,\n 2 ]"</b> ünïcödé \u202e'
    view = view_of(audit([explicit(text)]), rules())
    assert json.loads(render_json(view))["statements"][0]["text"] == text
    assert render_json(view_of(audit([explicit("Babies \ud800 matter")]), rules()))
