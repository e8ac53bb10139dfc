"""Audits as JSON, written and read back."""

from __future__ import annotations

import json
from pathlib import Path

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


def test_json_keeps_any_text() -> None:
    """Markup, lone surrogates and brackets over lines come through or are replaced, never lost."""
    text = 'Babies <b>"[\n 1,\n 2 ]"</b> ünïcödé \u202e'
    view = view_of(audit([explicit(text)]), rules())
    assert json.loads(render_json(view))["statements"][0]["text"] == text
    assert render_json(view_of(audit([explicit("Babies \ud800 matter")]), rules()))
