"""A text is marked: its phrases, ages and mentions."""

from __future__ import annotations

from tests.language import tiny

ANNOTATOR = tiny.annotator()


def test_phrases_and_ages_are_marked() -> None:
    """Each by the words that it stands on."""
    text = ANNOTATOR.annotate(ANNOTATOR.split("Infants aged 0–2 will be seen."))
    assert text.phrases == {"babies.people": [(0, 1)], "strength.action": [(5, 6)]}
    assert [(age.start, age.end, age.low, age.high) for age in text.ages] == [(1, 5, 0, 24)]


def test_the_words_are_kept_as_printed_and_in_lower_case() -> None:
    """Names hang on capitals, phrases do not."""
    split = ANNOTATOR.split("Babies Week")
    assert split.cased == ["Babies", "Week"] and split.words == ["babies", "week"]
