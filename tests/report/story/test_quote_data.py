"""A statement as a printed report has it."""

from __future__ import annotations

import pytest

from auditor.report.story.names import names
from auditor.report.story.quote_data import direction, quote_data, shown
from auditor.report.story.quotes import quoted
from auditor.report.view import view_of
from tests.builders import audit, explicit, rubric, rules

LONG = "Babies " + "need care and warmth " * 30


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("12. Babies", "ltr"),
        ("1. תינוקות", "rtl"),
        ("الرضع", "rtl"),
        ("2028 | 5", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, way: str) -> None:
    """Numbers and signs decide nothing."""
    assert direction(text) == way


@pytest.mark.parametrize("most", [None, 10, 100, 10_000])
def test_a_quote_is_cut_and_says_so(most: int | None) -> None:
    """Marked and unmarked words together are the statement, up to the cut."""
    view = view_of(audit([explicit(LONG)]), rules())
    one = quoted(view["statements"][0], view["document"])
    data = quote_data(one, names(rubric()), most)
    said = "".join(part["text"] for part in data["parts"])
    assert data["cut"] is (most is not None and most < len(one.text))
    assert said == (f"{one.text[:most]} …" if data["cut"] else one.text)
    assert data["parts"][0] == {"text": "Babies", "marked": True}


def test_what_hides_is_written_out_all_through() -> None:
    """In lists, in dictionaries, in keys' values; private bullets become bullets."""
    assert shown({"a": ["x\u202e", 1, None], "b": "\uf0b7 y"}) == {
        "a": ["x[U+202E]", 1, None],
        "b": "• y",
    }
