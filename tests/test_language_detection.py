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


PLAIN = [
    ("cy", "Mae’r cynllun yn y sir ar gyfer babanod a’u rhieni, ac mae yn ei flwyddyn gyntaf. "),
    ("es", "El plan de la ciudad es para los bebés y sus familias, y lo saben en los barrios. "),
    ("fr", "Le plan de la ville est pour les bébés et leurs parents dans tous les quartiers. "),
]


@pytest.mark.parametrize(("code", "text"), PLAIN, ids=[code for code, _ in PLAIN])
def test_plain_text_is_told_without_statistics(
    code: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They take a second to load."""
    monkeypatch.setattr("auditor.language_detection.classify", lambda _: "asked")
    assert detect_language(text * 15, (Block(0, len(text) * 15, "body"),)) == code


def test_a_language_without_lists_is_not_taken_for_the_one_it_is_like() -> None:
    """Most small words of Galician are those of Portuguese, and many of Catalan those of Spanish."""
    galician = "O plan da cidade para os nenos e as súas nais, que non son de fóra da vila. " * 15
    catalan = "El pla de la ciutat és per als infants i les seves famílies, i ho saben. " * 15
    assert detect_language(galician, (Block(0, len(galician), "body"),)) == "gl"
    assert detect_language(catalan, (Block(0, len(catalan), "body"),)) == "ca"
