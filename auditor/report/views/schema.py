"""The JSON Schema of an audit, made from the types that say what stands where."""

from __future__ import annotations

import functools
from typing import Any

from pydantic import TypeAdapter, ValidationError

from auditor.report.views.audit import AuditView


@functools.cache
def _adapter() -> TypeAdapter[AuditView]:
    return TypeAdapter(AuditView)


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of an audit."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_adapter().json_schema(mode="serialization"),
    }


def find_faults(view: object) -> str:
    """Say where plain data first differs from the schema; "" where it does not."""
    try:
        _adapter().validate_python(view)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc'])) or 'at the top'}: {first['msg'].lower()}"
    return ""
