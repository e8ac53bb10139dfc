"""How rare labels are in whole documents, beside the statements that the judge learnt from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.records import REACHES
from auditor.rules.positions import TomlFile, build

BASE_RATES_FILE = "base_rates.toml"


@dataclass(frozen=True, slots=True)
class BaseRates:
    """What is added to the sum of a label in a document, as natural logarithm of odds."""

    reach: Mapping[str, float]
    topic: Mapping[str, float]
    """For "mental" alone: the other topic is what is left."""


def read_base_rates(file: TomlFile) -> BaseRates:
    """Read and check the base rates.

    Raises:
        DataError: a label is unknown.

    """
    rates = build(BaseRates, file)
    for table, known in (("reach", REACHES), ("topic", ("mental",))):
        for label in getattr(rates, table):
            if label not in known:
                raise file.mistake(
                    (table, label), f"unknown label “{label}”", f"Use: {', '.join(known)}."
                )
    return rates
