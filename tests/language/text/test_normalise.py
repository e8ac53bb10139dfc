"""One way of writing: what extraction did to a text changes nothing that is searched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.text.normalise import Normaliser
from auditor.rules import Rules

NORMALISER = Normaliser(Rules.read(weighed=False).language("en").small_words)

WRITTEN = [
    ("plain", "Babies will be seen.", "Babies will be seen."),
    ("ligature", "the \ufb01rst year", "the first year"),
    ("three letters in one", "di\ufb03cult", "difficult"),
    ("soft hyphen", "mid\u00adwives call", "midwives call"),
    ("zero-width space", "mid\u200bwives call", "midwives call"),
    ("no-break space", "under\u00a0twos", "under twos"),
    ("thin space", "under\u2009twos", "under twos"),
    ("line end", "under\ntwos", "under twos"),
    ("curly quotes", "the baby\u2019s \u201cvoice\u201d", 'the baby\'s "voice"'),
    ("en dash", "0\u20132", "0-2"),
    ("no-break hyphen", "parent\u2011infant", "parent-infant"),
    ("minus sign", "0\u22122", "0-2"),
    ("em dash", "babies\u2014first", "babies - first"),
    ("ellipsis", "and so on\u2026", "and so on..."),
    ("word broken at a line end", "in- fant care", "infant care"),
    ("suspended hyphen stays", "0- to 2-year-olds", "0- to 2-year-olds"),
    ("suspended pair stays", "pre- and postnatal", "pre- and postnatal"),
    ("hyphen of a compound stays", "parent- infant team", "parent-infant team"),
    ("under- stays whole", "the under- twos", "the under-twos"),
    ("footnote mark after a stop", "Babies wait.14", "Babies wait."),
    ("footnote mark after capitals", "seen at the PHC.14", "seen at the PHC."),
    ("two footnote marks", "Babies wait.14,15 We act.", "Babies wait. We act."),
    ("footnote mark after a word", "the relationship8 matters", "the relationship matters"),
    ("footnote mark after a bracket", "(see below)3 and so on", "(see below) and so on"),
    ("footnote mark after an age", "children under 2.14", "children under 2"),
    ("superscript mark", "a greater price.³", "a greater price."),
    ("dagger", "babies†", "babies"),
    ("a name with digits stays", "COVID-19 and CR238", "COVID-19 and CR238"),
    ("a sum stays", "it costs £1.8m a year", "it costs £1.8m a year"),
    ("a year stays", "by April 2027", "by April 2027"),
    ("an age stays", "children aged 2", "children aged 2"),
    ("a short word with a digit stays", "the 0to2s", "the 0to2s"),
    ("spaced thousand", "the first 1\u2009001 days", "the first 1001 days"),
    ("two of them", "the first 2\u2009000 days", "the first 2000 days"),
    ("address on the web", "see www.example.org/babies now", "see  now"),
    ("address with a scheme", "(https://example.org/infants)", "()"),
]


@pytest.mark.parametrize(
    ("source", "wanted"), [c[1:] for c in WRITTEN], ids=[c[0] for c in WRITTEN]
)
def test_marks_of_extraction_are_taken_out(source: str, wanted: str) -> None:
    """A text is searched as its author wrote it."""
    assert NORMALISER.read(source).text == wanted


SPANS = [
    ("a ligature", "the \ufb01rst year", "first", "\ufb01rst"),
    ("a soft hyphen", "mid\u00adwives call", "midwives", "mid\u00adwives"),
    ("a broken word", "our in- fant care", "infant", "in- fant"),
    ("after a mark", "They wait.14 Babies too", "Babies", "Babies"),
    ("after an em dash", "now\u2014babies", "babies", "babies"),
]


@pytest.mark.parametrize(
    ("source", "word", "printed"), [c[1:] for c in SPANS], ids=[c[0] for c in SPANS]
)
def test_a_span_leads_back_to_what_was_printed(source: str, word: str, printed: str) -> None:
    """A word that was found is shown as it stands in the document."""
    normalised = NORMALISER.read(source)
    at = normalised.text.index(word)
    start, end = normalised.source(at, at + len(word))
    assert source[start:end] == printed


def test_a_plain_text_keeps_its_offsets() -> None:
    """Where nothing is taken out, no table of offsets is made."""
    normalised = NORMALISER.read("Babies will be seen.")
    assert normalised.offsets is None and normalised.source(3, 7) == (3, 7)


def test_an_empty_span_has_a_place() -> None:
    """A span of no characters leads to one place and no words."""
    start, end = NORMALISER.read("the \ufb01rst").source(5, 5)
    assert start == end


ALPHABET = "abe fi\ufb01-\u00ad\u2013\u2014.,12 )\u2019\u2009\u00b3"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_every_character_knows_where_it_came_from(source: str) -> None:
    """Spans of the clean text lead to spans of the source, in order and inside it."""
    normalised = NORMALISER.read(source)
    spans = [normalised.source(i, i + 1) for i in range(len(normalised.text))]
    assert all(0 <= start < end <= len(source) for start, end in spans)
    assert spans == sorted(spans)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcdefgh \u00ad\ufb01\u00a0\u2013", max_size=60))
def test_what_is_normalised_is_left_as_it_is(source: str) -> None:
    """Normalising once is enough."""
    once = NORMALISER.read(source).text
    assert NORMALISER.read(once).text == once
