"""The rubric: from a file anyone may edit to records that code may trust."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, replace
from importlib.resources.abc import Traversable

from auditor.records import DOCUMENT_KINDS, MEASURES, PLACES, REACHES
from auditor.rules.positions import TomlFile, Trail, build, read_toml
from auditor.rules.rubric import Phrases, Rubric
from auditor.rules.sentence_templates import COUNTS, WORDS, fill

_FLAG_IDS = """
excludes nominal_promise maternal_only other_topic_only school_framed limited_scope
pages_unread draft
"""
FLAG_IDS = tuple(_FLAG_IDS.split())
VERDICT_IDS = ("measured", "committed", "explained", "mentioned", "excluded", "nominal", "absent")
_CRITERION_IDS = """
language age-scope own-mental-health relationships early-foundations specialist-provision
access universal-offer workforce vulnerability data accountability crisis-response rights-voice
cross-system family-support
"""
CRITERION_IDS = tuple(_CRITERION_IDS.split())
_REASONS = ("unread", "unread_parts", "language", "language_part", "unknown_language", "empty")
_MADE = ("sha256", "report_language", "untranslated")
"""Fields of the rubric that no file may set."""


def read_rubric(file: Traversable) -> Rubric:
    """Read the rubric and check everything in it.

    Raises:
        DataError: the file has a mistake; its place names file, line and column.

    """
    source = read_toml(file)
    digest = hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    for key in _MADE:
        if key in source.content:
            raise source.mistake((key,), f"unknown key “{key}”", "Take the line out.")
    rubric = build(Rubric, source)
    _check_version(rubric, source)
    _check_ids(rubric, source)
    _check_criteria(rubric, source)
    _check_sentences(rubric, source)
    return replace(rubric, sha256=digest)


def _check_version(rubric: Rubric, source: TomlFile) -> None:
    if not re.fullmatch(r"\d+\.\d+\.\d+", rubric.version):
        raise source.mistake(
            ("version",), f"“{rubric.version}” is no version", "Write three numbers, such as 1.0.1."
        )


def _check_ids(rubric: Rubric, source: TomlFile) -> None:
    """Hold the ids of each list against the ones that code and contract know."""
    expected: dict[str, tuple[str | int, ...]] = {
        "verdict": VERDICT_IDS,
        "flag": FLAG_IDS,
        "reach": REACHES,
        "topic": ("mental", "other"),
        "strength": (0, 1, 2, 3, 4),
        "place": PLACES,
        "criterion": CRITERION_IDS,
        "kind": DOCUMENT_KINDS,
        "mark": MEASURES,
    }
    for key, known in expected.items():
        seen: list[str | int] = []
        for index, record in enumerate(getattr(rubric, key)):
            if record.id not in known or record.id in seen:
                word = "twice" if record.id in seen else "unknown"
                raise source.mistake(
                    (key, index, "id"),
                    f"{key} “{record.id}” is {word}",
                    f"There must be one each of: {', '.join(map(str, known))}.",
                )
            seen.append(record.id)
        for missing in (id for id in known if id not in seen):
            raise source.mistake(
                (key,), f"{key} “{missing}” is missing", f"Add it under [[{key}]]."
            )


def _check_criteria(rubric: Rubric, source: TomlFile) -> None:
    for index, criterion in enumerate(rubric.criterion):
        where: Trail = ("criterion", index)
        if len(criterion.levels) != 5:
            raise source.mistake(
                (*where, "levels"),
                f"{len(criterion.levels)} level texts",
                "Write five, for levels 0, 1, 2, 3 and 4.",
            )
        if criterion.weight <= 0:
            raise source.mistake((*where, "weight"), "a weight must be above 0", "Write 1 or more.")
        if criterion.equiframe not in rubric.equiframe.concepts:
            raise source.mistake(
                (*where, "equiframe"),
                f"“{criterion.equiframe}” is no core concept of EquiFrame",
                "Choose one of `concepts` under [equiframe].",
            )
    total = sum(criterion.weight for criterion in rubric.criterion)
    if total != 100:
        raise source.mistake(
            ("criterion", 0, "weight"), f"the weights sum to {total}", "They must sum to 100."
        )


def sentences_of(rubric: Rubric) -> list[tuple[Trail, str]]:
    """Return every sentence that is filled in, with its place in the file."""
    sentences: list[tuple[Trail, str]] = [
        (("verdict", index, key), getattr(rule, key))
        for index, rule in enumerate(rubric.verdict)
        for key in ("sentence", "rest")
    ]
    sentences += [(("cannot_tell", key), getattr(rubric.cannot_tell, key)) for key in _REASONS]
    return sentences + [
        (("phrases", one.name), getattr(rubric.phrases, one.name)) for one in fields(Phrases)
    ]


def _check_sentences(rubric: Rubric, source: TomlFile) -> None:
    """Try every sentence, so that a misspelt name in braces is found before any document."""
    trial: dict[str, int | str] = {**dict.fromkeys(COUNTS, 2), **dict.fromkeys(WORDS, "x")}
    for trail, sentence in sentences_of(rubric):
        try:
            fill(sentence, trial)
        except (KeyError, ValueError, IndexError) as error:
            raise source.mistake(
                trail,
                f"the sentence cannot be filled in ({error})",
                f"Names that may stand in braces: {', '.join(sorted(trial))}.",
            ) from None
