"""The spaCy component in other people's pipelines."""

from __future__ import annotations

import spacy


def test_the_component_is_found_by_its_entry_point() -> None:
    """`nlp.add_pipe("infant_mentions")` works in any pipeline, and marks mentions and what was set aside."""
    nlp = spacy.blank("en")
    nlp.add_pipe("infant_mentions")
    doc = nlp(
        "Under-twos and babies were seen; the infant school was not, nor the Infant Mental Health Alliance."
    )
    assert [span.text for span in doc.spans["infant_mentions"]] == ["Under-twos", "babies"]
    assert [span.label_ for span in doc.spans["infant_mentions"]] == ["age", "babies.people"]
    assert [span.text for span in doc.spans["infant_mentions_set_aside"]] == [
        "infant school",
        "Infant",
    ]


def test_a_text_without_babies_gets_no_spans() -> None:
    """The groups of spans are there and empty."""
    nlp = spacy.blank("en")
    nlp.add_pipe("infant_mentions")
    doc = nlp("Pupils asked for a quiet room.")
    assert len(doc.spans["infant_mentions"]) == 0
