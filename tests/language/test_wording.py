"""One way of writing: what extraction did to a text changes nothing that is searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.wording import read_wording

WRITTEN = [
    ("ligature", "the \ufb01rst year", "the first year"),
    ("soft hyphen", "mid\u00adwives call", "midwives call"),
    ("word broken at a line end", "in- fant care", "infant care"),
    ("suspended hyphen stays", "0- to 2-year-olds", "0- to 2-year-olds"),
    ("hyphen of a compound stays", "parent- infant team", "parent-infant team"),
    ("footnote mark after a stop", "Babies wait.14", "Babies wait."),
    ("footnote mark after a word", "the relationship8 matters", "the relationship matters"),
    ("superscript mark", "a greater price.³", "a greater price."),
    ("a name with digits stays", "COVID-19 and CR238", "COVID-19 and CR238"),
    ("a sum stays", "it costs £1.8m a year", "it costs £1.8m a year"),
    ("spaced thousand", "the first 1\u2009001 days", "the first 1001 days"),
]


@pytest.mark.parametrize(
    ("source", "wanted"), [c[1:] for c in WRITTEN], ids=[c[0] for c in WRITTEN]
)
def test_marks_of_extraction_are_taken_out(source: str, wanted: str) -> None:
    """A text is searched as its author wrote it."""
    assert read_wording(source).text == wanted


@given(st.text(alphabet="abe fi\ufb01-\u00ad\u2013.,12 \u2019\u2009", max_size=60))
def test_every_character_knows_where_it_came_from(source: str) -> None:
    """Spans of the clean text lead to spans of the source, in order and inside it."""
    wording = read_wording(source)
    spans = [wording.source(i, i + 1) for i in range(len(wording.text))]
    assert all(0 <= start < end <= len(source) for start, end in spans)
    assert spans == sorted(spans)
