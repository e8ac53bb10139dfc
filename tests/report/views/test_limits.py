"""Limits that types of plain data carry, without pydantic until data is checked."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from auditor.report.views.limits import Limit

SCORE = TypeAdapter(Annotated[int, Limit(ge=0, le=4)])


def test_a_value_within_its_limits_is_taken() -> None:
    """The limits stand in the JSON Schema too."""
    assert SCORE.validate_python(4) == 4
    assert SCORE.json_schema() == {"maximum": 4, "minimum": 0, "type": "integer"}


def test_a_value_beyond_them_is_not() -> None:
    """As pydantic says it of its own limits."""
    with pytest.raises(ValidationError, match="less than or equal to 4"):
        SCORE.validate_python(5)


def test_naming_the_types_imports_no_pydantic() -> None:
    """So that nobody need hide the import from the running program."""
    code = "import sys, auditor.report.views.comparison; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
