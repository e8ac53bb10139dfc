"""Marks of notes at the ends of words, and what is raised or small and none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.pages import show
from tests.document.pdf.pdfium.test_glyphs import extracted

LETTER = 6.0
"""How wide a letter of Courier 10 is."""


def read(path: Path, *parts: tuple[str, float, float]) -> str:
    """Give the words of a line that is set in parts: text, rise and size of each."""
    x, shown = 60.0, []
    for text, rise, size in parts:
        shown.append(show(text, x, 700 + rise, size))
        x += LETTER * len(text) * size / 10
    page = extracted(path, "\n".join(shown))
    return " ".join(page.words[page.lines.first[0] : page.lines.last[-1]])


@pytest.mark.parametrize(
    "base, raised",
    [
        ("a BMI of 30 kg/m", "2"),
        ("some 825 km", "2"),
        ("below 50 cells/mm", "3"),
        ("counts of 5 x 10", "9"),
        ("counts of 3 x 10", "12"),
        ("heterogeneity I", "2"),
        ("at grade A", "*"),
    ],
)
def test_what_is_raised_after_a_unit_belongs_to_it(tmp_path: Path, base: str, raised: str) -> None:
    """It is no mark, also where the engine parts it from the word."""
    assert read(tmp_path, (base, 0, 10), (raised, 4, 6)).startswith(base + raised)
    apart = (base, 0, 10), (" ", 0, 3), (raised, 4, 6)
    assert read(tmp_path, *apart) == base + raised


def test_days_after_weeks_stand_raised_behind_a_sign(tmp_path: Path) -> None:
    """As do powers; a mark after a sign on the line is taken off."""
    weeks = ("from 36", 0, 10), ("+1", 4, 6), (" weeks", 0, 10)
    assert read(tmp_path, *weeks) == "from 36+1 weeks"
    assert read(tmp_path, ("aged 65+", 0, 10), ("7", 4, 6)) == "aged 65+"


def test_small_figures_on_the_line_are_a_mark(tmp_path: Path) -> None:
    """After a word; those of a formula, and of one size with the word, stay."""
    marked = ("trained carers", 0, 10), ("35", 0, 5), (". They", 0, 10)
    assert read(tmp_path, *marked) == "trained carers. They"
    assert read(tmp_path, ("trained carers35", 0, 10)) == "trained carers35"
    assert read(tmp_path, ("less CO", 0, 10), ("2", 0, 6)) == "less CO2"
    assert read(tmp_path, ("the index", 0, 10), ("2", -2, 6)) == "the index2"
    assert read(tmp_path, ("in phase2", 0, 10), ("1", 0, 5)) == "in phase2"
    assert read(tmp_path, ("in homes", 0, 10), ("21", 0, 5)) == "in homes"


def test_a_number_of_roman_letters_bears_notes(tmp_path: Path) -> None:
    """It stands behind a name; before an equals sign, what is raised is a power."""
    assert read(tmp_path, ("World War I", 0, 10), ("2", 4, 6)) == "World War I"
    squared = ("Heterogeneity I", 0, 10), ("2", 4, 6), (" = 40%", 0, 10)
    assert read(tmp_path, *squared) == "Heterogeneity I2 = 40%"


def test_thousands_of_commas_between_marks_are_read(tmp_path: Path) -> None:
    """What is raised at the end of a word has no longest length."""
    marks = "1" + "," * 3000 + "2"
    assert read(tmp_path, ("babies", 0, 10), (marks, 4, 0.05)) == "babies"


def test_turned_figures_are_no_marks(tmp_path: Path) -> None:
    """On a line that reads upwards, the second digit stands higher on the page than the first."""
    level = [show("level words of the page", 60, y) for y in (700, 680)]
    up = "q BT 0 1 -1 0 300 300 Tm /F1 10 Tf (to the nearest 10) Tj ET Q"
    page = extracted(tmp_path, "\n".join([*level, up]))
    assert page.line_text(2) == "to the nearest 10"


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 300", "0 -1 1 0 300 600", "-1 0 0 -1 400 300"])
def test_a_turned_page_has_marks_as_others(tmp_path: Path, matrix: str) -> None:
    """What is raised is so along the way that the page reads."""
    line = f"q BT {matrix} Tm /F1 10 Tf (the nearest 20 babies) Tj 4 Ts 6 Tf (3) Tj ET Q".replace(
        "6 Tf", "/F1 6 Tf"
    )
    page = extracted(tmp_path, line)
    assert page.line_text(0) == "the nearest 20 babies"
