"""What a value of plain data must keep to, as types say it and as the JSON Schema has it."""

from __future__ import annotations

from typing import Any


class Limit:
    """Limits of a value by their names in pydantic, which is not imported for them.

    Types of plain data are asked for everywhere; only who checks data needs pydantic.
    """

    def __init__(self, **limits: object) -> None:
        """Keep limits such as `ge=0`."""
        self._limits = limits

    def __get_pydantic_core_schema__(self, source: object, handler: Any) -> Any:
        """Add them to the schema of the value."""
        return {**handler(source), **self._limits}
