"""A text with everything marked in it, and its words shown as they were printed."""

from __future__ import annotations

from auditor.language.marking.annotated_text import AnnotatedText, overlaps
from tests.language import tiny

ANNOTATOR = tiny.annotator()


def annotate(text: str) -> AnnotatedText:
    """Mark a text in the tiny language."""
    return ANNOTATOR.annotate(ANNOTATOR.split(text))


def test_a_reason_quotes_what_was_printed() -> None:
    """Ligatures and soft hyphens of the source stand in the quote, at its offsets."""
    source = "Our \ufb01rst in\u00adfants will wait."
    text = annotate(source)
    (span,) = text.phrases["babies.people"]
    because = text.because("babies.people", span)
    assert because.text == "in\u00adfants" == source[because.start : because.end]


def test_a_reason_that_stands_on_no_words_has_no_place() -> None:
    """A feature of the whole statement quotes nothing."""
    because = annotate("Babies wait.").because("place:body", (0, 0), 0.5)
    assert (because.text, because.start, because.end, because.weight) == ("", 0, 0, 0.5)


def test_words_beyond_either_end_are_empty() -> None:
    """Asking past the ends is no error."""
    text = annotate("Babies wait.")
    assert [text.word(at) for at in (-1, 0, 3)] == ["", "babies", ""]


def test_phrases_of_several_kinds_come_in_the_order_of_the_text() -> None:
    """Spans are sorted, whichever list they come from."""
    text = annotate("Pupils and babies and pupils")
    assert text.spans(["babies.people", "stages.older"]) == [(0, 1), (2, 3), (4, 5)]


def test_spans_overlap_where_they_share_a_word() -> None:
    """Spans are half-open: neighbours share nothing."""
    assert overlaps((0, 2), [(1, 3)])
    assert not overlaps((0, 2), [(2, 3)])
    assert not overlaps((0, 2), [])
