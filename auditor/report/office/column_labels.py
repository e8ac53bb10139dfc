"""The names of columns and sheets, read from templates/labels.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from auditor.rules.resources import templates_folder


@lru_cache(maxsize=1)
def labels() -> Mapping[str, Mapping[str, str]]:
    """Read all labels: for each table, its columns by their fixed names."""
    read: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (templates_folder() / "labels.toml").read_text("utf-8")
    )
    return read
