"""The words of the view by section, the gate and the SARIF file, read from their data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from auditor.rules.positions import TomlFile, build
from auditor.rules.translating.shared_texts import ENGLISH, shared_texts


@dataclass(frozen=True, slots=True)
class LeavesOut:
    """What is said of a passage that leaves babies out."""

    id: str
    title: str
    question: str
    advice: str
    why: str


@dataclass(frozen=True, slots=True)
class GapWords:
    """All that the file holds."""

    leaves_out: LeavesOut
    beside: Mapping[str, str]
    """For a question without a passage: the kind of remark at one beside which its words belong."""
    sections: Mapping[str, str]
    gate: Mapping[str, str]
    sarif: Mapping[str, str]


@lru_cache(maxsize=8)
def gap_words(language: str = ENGLISH) -> GapWords:
    """Read the words in the language of a report."""
    return build(GapWords, TomlFile("gaps.toml", dict(shared_texts("gaps", language))))
