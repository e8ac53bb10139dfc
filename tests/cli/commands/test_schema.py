"""`auditor schema`: the JSON Schema of an audit."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema

from auditor.cli.commands import schema

Run = Callable[..., Any]


def test_the_command_is_called_after_its_module() -> None:
    """`auditor schema` is found in the module of that name."""
    assert schema.command.name == "schema"


def test_the_schema_is_one(run_auditor: Run) -> None:
    """It holds itself to the rules of JSON Schema and names the parts of an audit."""
    schema = json.loads(run_auditor("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert {"verdict", "criteria", "statements"} <= set(schema["properties"])
