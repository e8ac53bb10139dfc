"""The spaCy pipeline that finds phrases."""

from __future__ import annotations

from auditor.language.marking.pipeline import build_pipeline
from tests.language import tiny


def test_the_pipeline_puts_every_phrase_into_a_group_of_spans() -> None:
    """A group of spans for each kind of mark that stands in a text; no other."""
    doc = build_pipeline(tiny.language())("Babies and pupils will wait.")
    found = {kind: [span.text for span in spans] for kind, spans in doc.spans.items()}
    assert found == {
        "babies.people": ["Babies"],
        "stages.older": ["pupils"],
        "strength.action": ["will"],
    }


def test_words_of_the_pipeline_know_where_they_stand() -> None:
    """The tokenizer cuts words as the word lists do, and keeps their offsets."""
    doc = build_pipeline(tiny.language())("0-2s, under-fives")
    assert [token.text for token in doc] == ["0", "-", "2", "s", ",", "under", "fives"]
    assert doc.user_data["starts"][5] == 6 and doc.user_data["ends"][6] == 17


def test_the_pipeline_needs_no_model() -> None:
    """One component, learnt from the word lists."""
    assert build_pipeline(tiny.language()).pipe_names == ["auditor_phrases"]
