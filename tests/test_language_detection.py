"""The language of a text is told offline, by its small words first."""

from __future__ import annotations

import pytest

from auditor.language_detection import classify, detect_language, rank, share_of, small_words
from auditor.records import Block

SAMPLES = [
    ("en", "Babies have mental health of their own, and it is shaped by care."),
    ("cy", "Mae gan fabanod iechyd meddwl, ac mae’n cael ei lunio gan y gofal a gânt."),
    ("es", "Los bebés tienen una vida emocional propia y la ciudad lo sabe desde hoy."),
    ("fr", "Les bébés ont une vie psychique propre, et la ville le sait aujourd’hui."),
    ("pt", "Os bebês têm uma vida emocional própria e a cidade não o ignora."),
    ("de", "Jedes Baby hat ein Recht auf seelische Gesundheit in unserer Stadt."),
    ("nl", "Elke baby heeft recht op geestelijke gezondheid in onze gemeente."),
]


@pytest.mark.parametrize(("code", "text"), SAMPLES, ids=[code for code, _ in SAMPLES])
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    """One sentence is enough."""
    assert classify(text.lower()) == code


@pytest.mark.parametrize(("code", "text"), SAMPLES[:5], ids=[code for code, _ in SAMPLES[:5]])
def test_its_small_words_are_its_own(code: str, text: str) -> None:
    """Those of every language with lists are read from its folder."""
    shares = {one: share_of(one, text.lower().split()) for one in small_words()}
    assert max(shares, key=lambda one: shares[one]) == code


def test_nothing_has_no_share() -> None:
    """Neither a text of figures nor a language without lists."""
    assert share_of("en", ["12", "–"]) == 0.0
    assert share_of("de", ["und", "der"]) == 0.0


def test_only_the_asked_for_are_ranked() -> None:
    """The likeliest stands first."""
    assert [code for code, _ in rank("los bebés y sus padres", ("pt", "es"))] == ["es", "pt"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The plan of the town is for babies and for their parents in every ward of it. " * 3,
            "en",
        ),
        (
            "Le plan de la ville parle des enfants et de leurs parents dans les quartiers. " * 3,
            "fr",
        ),
        ("Babies.", "und"),
    ],
)
def test_the_language_of_running_text(text: str, language: str) -> None:
    """Too little of it tells nothing."""
    assert detect_language(text, (Block(0, len(text), "body"),)) == language
