"""Which languages a report can be in, and what is said of what a translation lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.rules.resources import lexicons_folder
from auditor.rules.translating.languages import (
    check_report_language,
    find_lacks,
    report_languages,
    share_told,
)


def test_a_language_with_a_rubric_can_be_reported_in(welsh: Path) -> None:
    """English is always there, and first."""
    assert report_languages(welsh)[0] == "en" and "cy" in report_languages(welsh)
    check_report_language("cy", welsh)


def test_a_language_without_a_translation_is_refused(welsh: Path) -> None:
    """With those that there are."""
    with pytest.raises(UsageError, match="no translation of reports into “de”") as refused:
        check_report_language("de", welsh)
    assert "en, cy" in refused.value.remedy


def test_what_a_translation_lacks_is_counted_by_its_tables(welsh: Path) -> None:
    """The file, how many of how many, and where."""
    first = find_lacks("cy", welsh / "rubric.toml", welsh)[0]
    assert first.file == "cy/rubric.toml" and len(first.missing) == first.texts - 5
    assert f"{len(first.missing)} of {first.texts} texts not translated (" in first.told
    assert "cannot_tell 8" in first.told


def test_welsh_is_whole() -> None:
    """Every text of reports has its Welsh; of the other languages the names of columns are whole."""
    folder = lexicons_folder()
    lacks = find_lacks("cy", folder / "rubric.toml", folder)
    assert [one.missing for one in lacks] == [()] * len(lacks)
    count = re.search(r"([\d,]+) of ([\d,]+) texts", share_told("cy", lacks))
    assert count is not None and count[1] == count[2]
    for code in ("es", "fr", "pt"):
        lacking = [
            one.file for one in find_lacks(code, folder / "rubric.toml", folder) if one.missing
        ]
        parts = ("wording", "gaps", "remarks", "page")
        assert lacking == [f"{code}/rubric.toml", *(f"{one}.{code}.toml" for one in parts)]
