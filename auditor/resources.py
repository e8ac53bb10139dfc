"""The only module that knows where lexicons and templates live."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

from auditor.errors import UsageError


def lexicons_folder(chosen: Path | None = None) -> Traversable:
    """Name the folder of word lists: the one chosen, else the one shipped.

    Raises:
        UsageError: the chosen folder does not exist.

    """
    if chosen is None:
        return importlib.resources.files("auditor.lexicons")
    if not chosen.is_dir():
        raise UsageError(
            "no such folder", place=str(chosen), remedy="Give a folder of .toml word lists."
        )
    return chosen


def rubric_file(chosen: Path | None = None) -> Traversable:
    """Name the rubric: the one chosen, else the one shipped.

    Raises:
        UsageError: the chosen file does not exist.

    """
    if chosen is None:
        return lexicons_folder() / "rubric.toml"
    if not chosen.is_file():
        raise UsageError("no such file", place=str(chosen), remedy="Give a rubric as a .toml file.")
    return chosen


def templates_folder() -> Traversable:
    """Name the folder of report templates."""
    return importlib.resources.files("auditor.templates")
