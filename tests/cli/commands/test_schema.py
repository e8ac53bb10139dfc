"""`auditor schema`: the JSON Schema of an audit."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema

Run = Callable[..., Any]


def test_the_schema_is_one(run_auditor: Run) -> None:
    """It holds itself to the rules of JSON Schema and names the parts of an audit."""
    schema = json.loads(run_auditor("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert {"verdict", "criteria", "statements"} <= set(schema["properties"])
