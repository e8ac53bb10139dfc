"""The rubric in another language: the texts that a reader sees, and nothing that decides."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources.abc import Traversable

from auditor.rules.positions import TomlFile, build
from auditor.rules.rubric import Rubric
from auditor.rules.rubric_reading import read_rubric
from auditor.rules.translating.overlay import Overlay, read_overlay

RUBRIC_FILE = "rubric.toml"
_NAMED = frozenset(("name", "meaning"))
_EVERY: frozenset[str] = frozenset()
"""Stands for all keys of a table."""
TEXTS = {
    "phrases": _EVERY,
    "texts": _EVERY,
    "languages": _EVERY,
    "cannot_tell": _EVERY,
    "verdict": frozenset(("title", "meaning", "sentence", "rest")),
    "flag": frozenset(("title", "explanation")),
    "reach": _NAMED,
    "topic": _NAMED,
    "strength": _NAMED,
    "place": _NAMED,
    "mark": _NAMED,
    "kind": frozenset(("name", "opening")),
    "equiframe": frozenset(("meaning",)),
    "criterion": frozenset(("title", "question", "why", "weight_reason", "levels", "advice")),
}
"""The keys of each table that are translated."""


def is_rubric_text(name: tuple[str, ...]) -> bool:
    """True if a value of the rubric is a text that is translated.

    >>> is_rubric_text(("verdict", "title")), is_rubric_text(("flag", "words"))
    (True, False)
    """
    if len(name) == 1:
        return name == ("title",)
    keys = TEXTS.get(name[0])
    return keys is not None and (keys == _EVERY or name[-1] in keys)


def overlay_of(english: Traversable, folder: Traversable, code: str) -> Overlay:
    """Lay the rubric of a language over the English one; one without a rubric lacks every text.

    Raises:
        DataError: the translation has a mistake; its place names file, line and column.

    """
    return read_overlay(english, folder, (code, RUBRIC_FILE), is_rubric_text)


def read_translated(english: Traversable, folder: Traversable, code: str) -> Rubric:
    """Read the rubric with the texts of a language; its hash and rules are those of the English.

    Raises:
        DataError: the rubric or its translation has a mistake.

    """
    plain = read_rubric(english)
    laid = overlay_of(english, folder, code)
    texts = build(Rubric, TomlFile(f"{code}/{RUBRIC_FILE}", laid.content))
    return replace(texts, sha256=plain.sha256, report_language=code, untranslated=laid.missing)
