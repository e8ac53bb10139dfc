"""What is held against the schema of an audit."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from auditor.errors import UnreadableDocumentError
from auditor.report.data.audit_json import read_audit_json
from auditor.report.view import view_of
from auditor.report.views.schema import find_faults, schema
from tests.builders import rich_audit, rules

VIEW = view_of(rich_audit(), rules())


def test_the_view_follows_its_schema() -> None:
    """A document with something of everything."""
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(VIEW, schema())
    assert find_faults(VIEW) == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.pop("verdict"),
        lambda view: view.update(verdict="splendid"),
        lambda view: view["criteria"].pop(),
        lambda view: view["statements"][0].update(strength=5),
        lambda view: view.update(schema_version="2.0"),
        lambda view: view["score"].update(value=101),
    ],
)
def test_a_view_that_is_no_audit_is_refused(
    change: Callable[[Any], object], tmp_path: Path
) -> None:
    """A damaged or foreign file is named as one."""
    broken = copy.deepcopy(VIEW)
    change(broken)
    path = tmp_path / "audit.json"
    path.write_text(json.dumps(broken))
    with pytest.raises(UnreadableDocumentError):
        read_audit_json(path)


def test_further_keys_do_no_harm() -> None:
    """Others may add beside what the contract names."""
    assert find_faults({**VIEW, "more": 1}) == ""
