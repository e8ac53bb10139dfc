"""The only module that knows where lexicons and templates live."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import DataError, UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def lexicons_folder(chosen: Path | None = None) -> Traversable:
    """Return the folder of word lists: the one chosen, else the one shipped.

    Raises:
        UsageError: the chosen folder does not exist.

    """
    if chosen is None:
        return _shipped("auditor.lexicons")
    if not chosen.is_dir():
        raise UsageError(
            "no such folder", place=str(chosen), remedy="Give a folder of .toml word lists."
        )
    return chosen


def needed_file(folder: Traversable, name: str) -> Traversable:
    """Return a file of a folder of rules.

    Raises:
        DataError: it is missing.

    """
    file = folder.joinpath(name)
    if not file.is_file():
        raise DataError(
            "the file is missing",
            place=f"{folder.name}/{name}",
            remedy="Put it back: copy it from the lexicons shipped.",
        )
    return file


def rubric_file(chosen: Path | None, folder: Traversable) -> Traversable:
    """Return the rubric: the one chosen, else the one beside the word lists.

    Raises:
        UsageError: the chosen file does not exist.
        DataError: there is none beside the word lists.

    """
    if chosen is None:
        return needed_file(folder, "rubric.toml")
    if not chosen.is_file():
        raise UsageError("no such file", place=str(chosen), remedy="Give a rubric as a .toml file.")
    return chosen


def templates_folder() -> Traversable:
    """Return the folder of report templates."""
    return _shipped("auditor.templates")


def _shipped(package: str) -> Traversable:
    """Return a folder that is installed with the code."""
    from importlib.resources import files

    return files(package)
