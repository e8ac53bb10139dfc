"""The names of columns and sheets, from templates/labels.toml, in the language of the report."""

from __future__ import annotations

from auditor.rules.translating.shared_texts import ENGLISH, Texts, shared_texts


def labels(language: str = ENGLISH) -> Texts:
    """Return all labels: for each table, its columns by their fixed names."""
    return shared_texts("labels", language)
