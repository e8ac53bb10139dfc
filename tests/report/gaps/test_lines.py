"""The lines of a text file on which a passage stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.report.gaps.lines import lines_of, read_lines

PLAN = """---
title: A plan
---

# A **plan** for children

We serve those aged
5–18 in _every_ [school](https://a.org/for-babies "x y") and
beyond.

- Babies will be seen.

| Service | Ages |
| --- | --- |
| CAMHS | 5-17 |
<!-- We serve nobody. -->
"""


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        pytest.param("A plan for children", (5, 5), id="a heading"),
        pytest.param("We serve those aged 5-18 in every school and beyond.", (7, 9), id="wrapped"),
        pytest.param("Babies will be seen.", (11, 11), id="a list item"),
        pytest.param("CAMHS | 5-17", (15, 15), id="a table row"),
        pytest.param("BABIES will be seen", (11, 11), id="in other letters"),
        pytest.param("We serve nobody.", None, id="what no reader sees"),
        pytest.param("Babies will not be seen.", None, id="words that are not there"),
        pytest.param("…", None, id="no words"),
    ],
)
def test_a_passage_is_found_by_its_words(passage: str, found: tuple[int, int] | None) -> None:
    """Marks of Markdown and line ends do not matter; where it is not sure, no line is given."""
    assert lines_of(PLAN).find(passage) == found


def test_only_files_that_are_text_have_lines(tmp_path: Path) -> None:
    """A Word file has none, and a file that is gone has none."""
    (tmp_path / "a.md").write_text("Babies.\n")
    (tmp_path / "a.docx").write_text("Babies.\n")
    made = read_lines(tmp_path / "a.md")
    assert made is not None and made.find("babies") == (1, 1)
    assert read_lines(tmp_path / "a.docx") is None
    assert read_lines(tmp_path / "none.md") is None
