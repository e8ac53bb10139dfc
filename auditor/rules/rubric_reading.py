"""The rubric: from a file anyone may edit to records that code may trust."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib.resources.abc import Traversable

from auditor.rules.positions import build, read_toml
from auditor.rules.rubric import Rubric
from auditor.rules.rubric_checks import check_rubric

_MADE = ("sha256", "report_language", "untranslated")
"""Fields of the rubric that no file may set."""


def read_rubric(file: Traversable) -> Rubric:
    """Read the rubric and check everything in it.

    Raises:
        DataError: the file has a mistake; its place names file, line and column.

    """
    source = read_toml(file)
    digest = hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    for key in _MADE:
        if key in source.content:
            raise source.mistake((key,), f"unknown key “{key}”", "Take the line out.")
    rubric = build(Rubric, source)
    check_rubric(rubric, source)
    return replace(rubric, sha256=digest)
