"""Data of no fixed shape: what is handed to a template or a format of others as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Plain = dict[str, Any]


def with_texts(data: Any, change: Callable[[str], str]) -> Any:
    """Change every text in plain data; what names a value stays as it is.

    >>> with_texts({"a": ["b", 1]}, str.upper)
    {'a': ['B', 1]}
    """
    if isinstance(data, str):
        return change(data)
    if isinstance(data, Mapping):
        return {key: with_texts(one, change) for key, one in data.items()}
    return [with_texts(one, change) for one in data] if isinstance(data, list | tuple) else data
