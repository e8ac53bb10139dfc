"""A language of a few words, for tests that must not hang on the word lists shipped.

Its ages and small words are those of English; its marks, phrases and weights stand here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.language.judging.features import Statement
from auditor.language.marking.annotator import Annotator
from auditor.language.stage import LanguageStage
from auditor.records import REACHES, DocumentKind, Passage, Place
from auditor.rules import Language, Rules
from auditor.rules.inventory import Inventory, MarkKind
from auditor.rules.lexicon import Group, Lexicon
from auditor.rules.weights import Question, Weights

KINDS = (
    MarkKind("babies.people", "Babies.", "people", names="explicit"),
    MarkKind("stages.early-years", "Small children.", "people", names="early_years"),
    MarkKind("stages.older", "Pupils.", "people", names="older"),
    MarkKind("parents.parental", "Parents in need.", "people", names="parental"),
    MarkKind("stages.generic", "Children.", "people", names="generic"),
    MarkKind("stages.adults", "Adults.", "people", names="none"),
    MarkKind("babies.things", "Things.", "aside"),
    MarkKind("names.head", "Heads of names.", "head"),
    MarkKind("names.cue", "What calls a name.", "called"),
    MarkKind("scope.shut", "Shut out."),
    MarkKind("strength.action", "Acts."),
)
PHRASES: dict[str, tuple[str, ...]] = {
    "babies.people": ("bab(y|ies)", "infant(s|)", "newborn(s|)"),
    "stages.early-years": ("early years",),
    "stages.older": ("pupil(s|)",),
    "parents.parental": ("maternal mental health", "mother(s|)"),
    "stages.generic": ("child", "children", "young people"),
    "stages.adults": ("adult(s|)",),
    "babies.things": ("infant formula", "baby bank(s|)"),
    "names.head": ("Week", "Board", "Alliance", "Association"),
    "names.cue": ("a charity",),
    "scope.shut": ("do not ... see", "excluded"),
    "strength.action": ("will",),
}
ASIDES: dict[str, tuple[str, ...]] = {"babies.people": ("baby boomer(s|)", "infant school(s|)")}
CRITERIA = ("access", "data", "workforce")


def groups(phrases: Mapping[str, tuple[str, ...]] = PHRASES) -> tuple[Group, ...]:
    """A group of phrases for each kind of mark."""
    return tuple(
        Group(kind.id, phrases.get(kind.id, ()), ASIDES.get(kind.id, ()), (), (), "x.toml:1:1")
        for kind in KINDS
    )


def language(weights: Weights | None = None, *, more: Mapping[str, str] | None = None) -> Language:
    """The language; `more` adds a phrase to some groups."""
    added = {id: (*PHRASES[id], phrase) for id, phrase in (more or {}).items()}
    return replace(
        Rules.read(weighed=False).language("en"),
        lexicon=Lexicon(groups({**PHRASES, **added})),
        inventory=Inventory(KINDS),
        weights=weights,
        sha256="tiny",
    )


def annotator() -> Annotator:
    """What marks texts of the language."""
    return Annotator(language())


STAGE = LanguageStage(language(), CRITERIA)


def see(
    text: str,
    place: Place = "body",
    heading: str | None = None,
    columns: Sequence[str] = (),
    kind: DocumentKind | None = "mental_health",
) -> Statement:
    """Mark a statement and what it stands under."""
    return STAGE.see(Passage(text, place, heading, columns=tuple(columns), kind=kind))


REACH_WEIGHTS: dict[str, dict[str, float]] = {
    "names:explicit": {"explicit": 3.0},
    "names:older": {"older": 2.0},
    "names:generic": {"generic": 1.5},
    "mark:scope.shut": {"excluded": 4.0},
    "h.names:explicit": {"explicit": 1.0},
}
YES_WEIGHTS: dict[str, dict[str, float]] = {
    "topic": {"bond": 4.0, "milk": -4.0},
    "criteria:access": {"mark:scope.shut": 4.0},
    "criteria:data": {"figures": 4.0},
    "criteria:workforce": {"training": 4.0},
}
STRENGTH_WEIGHTS: dict[str, dict[str, float]] = {
    "mark:strength.action": {"3": 4.0},
    "shape:year": {"4": 6.0},
}


def weights() -> Weights:
    """Weights by hand: babies speak for an address, shutting out for an exclusion."""
    tables = (REACH_WEIGHTS, STRENGTH_WEIGHTS, *YES_WEIGHTS.values())
    names = sorted({name for table in tables for name in table})
    questions = {
        "reach": _question(names, REACHES, REACH_WEIGHTS, bias={"none": 0.5}),
        "strength": _question(names, ("1", "2", "3", "4"), STRENGTH_WEIGHTS, bias={"1": 0.5}),
    }
    for name, values in YES_WEIGHTS.items():
        table = np.zeros((len(names), 1), np.float32)
        for feature, value in values.items():
            table[names.index(feature)] = value
        labels = ("other", "mental") if name == "topic" else ("False", "True")
        questions[name] = Question(labels, table, np.array([-0.1], np.float32), 1.0)
    return Weights({name: row for row, name in enumerate(names)}, names, questions, "tiny")


def _question(
    names: Sequence[str],
    labels: Sequence[str],
    values: Mapping[str, Mapping[str, float]],
    bias: Mapping[str, float],
) -> Question:
    table = np.zeros((len(names), len(labels)), np.float32)
    for feature, by_label in values.items():
        for label, value in by_label.items():
            table[names.index(feature), labels.index(label)] = value
    beside = np.array([bias.get(label, 0.0) for label in labels], np.float32)
    return Question(tuple(labels), table, beside, 1.0)
