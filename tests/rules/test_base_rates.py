"""How rare labels are in documents: read, checked, and added where a whole document is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import DataError
from auditor.language.stage import LanguageStage
from auditor.records import Passage
from auditor.rules import Rules
from auditor.rules.base_rates import BaseRates
from auditor.rules.positions import build, read_toml

FLOOR = "We accept referrals from age 5."
RATES = """[reach]
excluded = -2.0

[topic]
mental = -1.0

[of_kind.manifesto]
excluded = -1.0
"""


def written(folder: Path, old: str = "", new: str = "") -> Path:
    """Write base rates, with one thing in them changed."""
    path = folder / "base_rates.toml"
    path.write_text(RATES.replace(old, new) if old else RATES)
    return path


def test_a_kind_of_document_adds_to_what_all_documents_have(tmp_path: Path) -> None:
    """What is said of manifestos stands beside what is said of all."""
    rates = build(BaseRates, read_toml(written(tmp_path)))
    assert rates.of_reach("excluded") == rates.of_reach("excluded", "health") == -2.0
    assert rates.of_reach("excluded", "manifesto") == -3.0
    assert rates.of_reach("none", "manifesto") == 0.0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[reach]\nexcluded", "[reach]\nexclude", "exclude"),
        ("mental", "mind", "mind"),
        ("manifesto", "manifest", "manifest"),
        ("manifesto]\nexcluded", "manifesto]\nshut", "shut"),
    ],
)
def test_a_label_that_nobody_knows_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """With the file, and what could be meant."""
    with pytest.raises(DataError, match=f"unknown key “{said}”"):
        build(BaseRates, read_toml(written(tmp_path, old, new)))


def test_a_plain_floor_is_found_in_a_strategy_and_doubted_in_a_manifesto() -> None:
    """The same words leave babies out of an offer, or are one promise among many."""
    rules = Rules.read()
    stage = LanguageStage(rules.language("en"), rules.criterion_ids)
    said = {
        kind: stage.judge(Passage(FLOOR, in_document=True, kind=kind)).chances
        for kind in ("mental_health", "manifesto")
    }
    assert said["mental_health"].of_reach("excluded") > 0.7
    assert said["manifesto"].of_reach("excluded") < said["mental_health"].of_reach("excluded")
