"""Which engine reads, and in which language."""

from __future__ import annotations

import pytest

from auditor.document.ocr.tesseract import Program, choose_language, read_table

CASES = [
    ("en", {"eng", "cym"}, "eng"),
    ("cy", {"eng", "cym"}, "cym"),
    ("fr", {"eng", "cym"}, "eng"),
    ("fr", {"cym", "deu"}, "cym"),
]


@pytest.mark.parametrize(("language", "known", "chosen"), CASES)
def test_the_language_is_the_one_wanted_else_english_else_any(
    language: str, known: set[str], chosen: str
) -> None:
    """By tesseract's names."""
    assert choose_language(Program("tesseract", "5", frozenset(known)), language) == chosen


def test_a_program_says_its_version() -> None:
    """As reports give it."""
    assert Program("/usr/bin/tesseract", "5.3.0", frozenset()).name == "tesseract 5.3.0"


def test_a_table_holds_the_words_and_how_sure_they_are() -> None:
    """Rows of blocks, paragraphs and lines are none."""
    row = "{}\t1\t1\t1\t1\t{}\t10\t20\t30\t12\t{}\t{}"
    table = "\n".join(("level\tpage", row.format(4, 0, -1, ""), row.format(5, 1, 91, "baby")))
    assert [*read_table(table).words] == ["baby"]
