"""How rare labels are in whole documents, beside the statements that the judge learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditor.records import DOCUMENT_KINDS, REACHES
from auditor.rules.positions import TomlFile, build

BASE_RATES_FILE = "base_rates.toml"


@dataclass(frozen=True, slots=True)
class BaseRates:
    """What is added to the sum of a label in a document, as natural logarithm of odds."""

    reach: Mapping[str, float]
    topic: Mapping[str, float]
    """For "mental" alone: the other topic is what is left."""
    of_kind: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """What is added to a reach besides, in documents of a kind."""

    def of_reach(self, label: str, kind: str | None = None) -> float:
        """Return what is added to a reach in a document of a kind."""
        return self.reach.get(label, 0.0) + self.of_kind.get(kind or "", {}).get(label, 0.0)


def read_base_rates(file: TomlFile) -> BaseRates:
    """Read and check the base rates.

    Raises:
        DataError: a label or a kind of document is unknown.

    """
    rates = build(BaseRates, file)
    tables: list[tuple[tuple[str, ...], Iterable[str], tuple[str, ...]]] = [
        (("reach",), rates.reach, REACHES),
        (("topic",), rates.topic, ("mental",)),
        (("of_kind",), rates.of_kind, DOCUMENT_KINDS),
        *((("of_kind", kind), rates.of_kind[kind], REACHES) for kind in rates.of_kind),
    ]
    for place, given, known in tables:
        for label in given:
            if label not in known:
                raise file.mistake(
                    (*place, label), f"unknown label “{label}”", f"Use: {', '.join(known)}."
                )
    return rates
