"""How sure a judgement is: a share measured on statements no rule writer has read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache

from auditor.errors import DataError
from auditor.records import Judgement
from auditor.resources import lexicons_folder

DOUBT_FILE = "doubt.toml"


@dataclass(frozen=True, slots=True)
class DoubtTable:
    """Shares of right judgements by reach and rule, first fit taken."""

    entries: tuple[tuple[str, str, float], ...]
    """Reach, beginning of the rule's name, share."""
    oblique_above: float
    oblique_value: float

    def confidence(self, reach: str, rule: str) -> float:
        """Find the share for a reach and the rule that gave it; 1.0 where none is known."""
        for wanted, start, value in self.entries:
            if wanted == reach and rule.startswith(start):
                return value
        return 1.0


@cache
def read_doubt() -> DoubtTable:
    """Read the table shipped with the word lists.

    Raises:
        DataError: the file has a mistake.

    """
    from auditor.lexicon import toml_error

    file = lexicons_folder() / DOUBT_FILE
    try:
        data = tomllib.loads(file.read_text("utf-8"))
        entries = tuple((e["reach"], e["rule"], float(e["value"])) for e in data["confidence"])
        return DoubtTable(entries, float(data["oblique"]["above"]), float(data["oblique"]["value"]))
    except tomllib.TOMLDecodeError as error:
        raise toml_error(DOUBT_FILE, error) from error
    except (KeyError, ValueError, TypeError) as error:
        raise DataError(
            f"an entry without {error}", place=DOUBT_FILE, remedy="Give each reach, rule and value."
        ) from error


def with_doubt(judgement: Judgement, oblique: float) -> Judgement:
    """Add the confidence of a judgement, and the second signal where nobody is named."""
    confidence = _confidence(judgement.reach, judgement.because[0].rule if judgement.because else "")
    if judgement.reach == "none" and oblique >= read_doubt().oblique_above:
        confidence = min(confidence, read_doubt().oblique_value)
    return replace(judgement, confidence=confidence, oblique=oblique)


@cache
def _confidence(reach: str, rule: str) -> float:
    return read_doubt().confidence(reach, rule)
