"""How rare labels are in whole documents, beside the statements that the judge learnt from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from auditor.records import DocumentKind, Reach

BASE_RATES_FILE = "base_rates.toml"


@dataclass(frozen=True, slots=True)
class BaseRates:
    """What is added to the sum of a label in a document, as natural logarithm of odds."""

    reach: Mapping[Reach, float]
    topic: Mapping[Literal["mental"], float]
    """For "mental" alone: the other topic is what is left."""
    of_kind: Mapping[DocumentKind, Mapping[Reach, float]] = field(default_factory=dict)
    """What is added to a reach besides, in documents of a kind."""

    def of_reach(self, label: Reach, kind: DocumentKind | None = None) -> float:
        """Return what is added to a reach in a document of a kind."""
        besides = self.of_kind.get(kind, {}) if kind else {}
        return self.reach.get(label, 0.0) + besides.get(label, 0.0)
