"""The stage of one language: passages seen and judged, built once for the same rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.errors import DataError
from auditor.language.stage import LanguageStage, stage_of
from auditor.records import Passage
from auditor.rules import Language, Rules
from tests.language import tiny


def rules_of(language: Language) -> Rules:
    """Rules with one language."""
    return replace(Rules.read(weighed=False), languages={"en": language})


def test_the_same_rules_are_judged_by_the_same_stage() -> None:
    """Built once a process, told by the hash of the rules and not by the object."""
    language = replace(tiny.language(tiny.weights()), sha256="one")
    again = replace(language)
    assert stage_of(rules_of(language), "en") is stage_of(rules_of(again), "en")


def test_other_rules_get_another_stage() -> None:
    """Rules that were read before never judge by what was built for others."""
    language = tiny.language(tiny.weights())
    first = stage_of(rules_of(replace(language, sha256="two")), "en")
    assert stage_of(rules_of(replace(language, sha256="three")), "en") is not first


def test_a_language_without_word_lists_is_judged_by_the_english_ones() -> None:
    """A document whose language could not be told is still read."""
    rules = rules_of(replace(tiny.language(tiny.weights()), sha256="four"))
    assert stage_of(rules, "und") is stage_of(rules, "en")


def test_a_passage_is_seen_with_its_lead_in_before_its_heading() -> None:
    """A list item under "We will:" is read with that; else with the heading."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    led = stage.see(Passage("a clinic", "list", "Pupils", lead_in="For babies:"))
    under = stage.see(Passage("a clinic", "list", "Pupils"))
    alone = stage.see(Passage("a clinic"))
    assert led.heading is not None and led.heading.top == "explicit"
    assert under.heading is not None and under.heading.top == "older"
    assert alone.heading is None and alone.columns is None


def test_column_heads_are_seen_as_one_text() -> None:
    """Heads that are all empty are none."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    seen = stage.see(Passage("40 | 12", "table", columns=("Babies", "Pupils"))).columns
    assert seen is not None and seen.reaches == {"explicit", "older"}
    assert stage.see(Passage("40 | 12", "table", columns=("", ""))).columns is None


def test_a_heading_is_marked_once_for_all_that_stands_under_it() -> None:
    """Many statements share a heading."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    first = stage.see(Passage("a clinic", heading="Babies"))
    assert stage.see(Passage("a ward", heading="Babies")).heading is first.heading


def test_a_line_that_comes_again_is_marked_once() -> None:
    """Running lines stand on every page; as a heading the same words are marked apart."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    line = Passage("Infant Mental Health Strategy", "running")
    first = stage.see(line).seen
    assert stage.see(line).seen is first
    assert stage.see(Passage(line.text, "heading")).seen is not first


def test_capitals_make_no_name_in_a_heading() -> None:
    """A heading in capitals names as one in small letters does."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    for text in ("Infant Mental Health Strategy", "INFANT MENTAL HEALTH"):
        assert stage.see(Passage(text, "heading")).seen.top == "explicit"


def test_rules_read_without_weights_judge_nothing() -> None:
    """Weights that are about to be learnt are not there to judge by."""
    stage = LanguageStage(tiny.language(), tiny.CRITERIA)
    with pytest.raises(DataError, match="no weights"):
        stage.judge(Passage("Babies wait."))
