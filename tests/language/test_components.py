"""The spaCy components in other people's pipelines."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language

from auditor.records import REACHES


def pipeline(*names: str) -> Language:
    """A blank pipeline with some components, found by their entry points."""
    nlp = spacy.blank("en")
    for name in names:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize("name", ["infant_mentions", "infant_reach"])
def test_a_component_is_found_by_its_entry_point(name: str) -> None:
    """`nlp.add_pipe(NAME)` works wherever the package is installed."""
    assert name in {one.name for one in entry_points(group="spacy_factories")}
    assert pipeline(name).pipe_names == [name]


def test_mentions_and_what_was_set_aside_are_marked() -> None:
    """Ages and words that name babies; a school and a name are set aside."""
    doc = pipeline("infant_mentions")(
        "Under-twos and babies were seen; the infant school was not, nor the Infant Mental Health "
        "Alliance."
    )
    found = doc.spans["infant_mentions"]
    assert [span.text for span in found] == ["Under-twos", "babies"]
    assert [span.label_ for span in found] == ["age", "babies.people"]
    aside = doc.spans["infant_mentions_set_aside"]
    assert [span.text for span in aside] == ["infant school", "Infant"]
    assert aside[1].label_ == "name"


def test_a_text_without_babies_gets_no_mentions() -> None:
    """The groups of spans are there and empty."""
    doc = pipeline("infant_mentions")("Pupils asked for a quiet room.")
    assert len(doc.spans["infant_mentions"]) == len(doc.spans["infant_mentions_set_aside"]) == 0


def test_a_text_without_sentences_is_judged_as_a_whole() -> None:
    """One span, its reach as the label."""
    doc = pipeline("infant_reach")("The Board approved the minutes. Pupils were not there.")
    assert [span.text for span in doc.spans["infant_reach"]] == [doc.text]


def test_every_sentence_is_judged() -> None:
    """Sentences that another component found, each with its reach."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("infant_reach")
    doc = nlp("Babies and their parents will be supported together. The Board met in May.")
    spans = doc.spans["infant_reach"]
    assert [span.label_ for span in spans] == ["explicit", "none"]
    assert [span.text for span in spans] == [sentence.text for sentence in doc.sents]
    assert {span.label_ for span in spans} <= set(REACHES)


def test_both_components_stand_in_one_pipeline() -> None:
    """Neither takes the other's spans away."""
    doc = pipeline("infant_mentions", "infant_reach")("Babies will be seen.")
    assert doc.spans["infant_mentions"] and doc.spans["infant_reach"]


def test_an_empty_text_is_no_error() -> None:
    """Nothing to mark, nothing to judge."""
    doc = pipeline("infant_mentions", "infant_reach")("")
    assert len(doc.spans["infant_mentions"]) == 0
