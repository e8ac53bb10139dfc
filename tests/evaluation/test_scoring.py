"""Labels held against gold are counted on the right statements."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.evaluation.gold import GoldStatement, Pair, read_gold
from auditor.evaluation.plans import PlanAnswer, PlanScore, plain
from auditor.evaluation.scoring import score_pairs
from auditor.evaluation.tables import (
    scores_as_plain,
    write_misses,
    write_plans,
    write_scores,
    write_summary,
)
from auditor.records import Judgement, Passage, Topic

GOLD = Path(__file__).parents[1] / "gold"
CRITERIA = ("access", "data")


def pair(
    gold: Any,
    said: Any,
    *,
    strength: tuple[int, int] = (0, 0),
    note: str = "",
    criteria: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    confidence: float = 0.9,
    place: Any = "body",
) -> Pair:
    """Make a gold statement and a judgement of it."""
    topics: list[Topic | None] = [
        "mental" if reach == "explicit" else None for reach in (gold, said)
    ]
    return Pair(
        GoldStatement(
            "g1",
            Passage("Babies matter here.", place),
            gold,
            topics[0],
            strength[0],
            criteria[0],
            note,
            source="dev",
        ),
        Judgement(said, topics[1], strength[1], criteria[1], confidence=confidence),
    )


PAIRS = (
    pair("explicit", "explicit", strength=(3, 3), criteria=(("access",), ("access", "data"))),
    pair("explicit", "explicit", strength=(4, 3), note="pair 07: a", place="list"),
    pair("explicit", "generic", strength=(2, 0), criteria=(("data",), ())),
    pair("none", "explicit", strength=(0, 1), confidence=0.55),
    pair("none", "none"),
)
SCORES = score_pairs(PAIRS, CRITERIA)


def test_explicit_precision_and_recall() -> None:
    """Two of three said are right, two of three there are found."""
    explicit = SCORES.reaches[0]
    assert (explicit.label, explicit.gold, explicit.said, explicit.both) == ("explicit", 3, 3, 2)
    assert explicit.precision.value == explicit.recall.value == pytest.approx(2 / 3)


def test_strength_and_topic_are_counted_where_both_say_explicit() -> None:
    """What one of them does not call explicit has no strength to compare."""
    assert SCORES.strength.statements == SCORES.topic.statements == 2
    assert dict(SCORES.strength.measures)["exact"].value == 0.5


def test_criteria_are_counted_over_all_statements() -> None:
    """One of two found, one of two said is right."""
    micro = SCORES.criteria_micro
    assert (micro.gold, micro.said, micro.both, micro.f1.value) == (2, 2, 1, 0.5)


def test_parts_of_the_gold_set_are_scored_apart() -> None:
    """By file, place, length and stratum."""
    groups = {(one.kind, one.name): one.statements for one in SCORES.groups}
    assert groups["stratum", "pair of near-copies"] == 1
    assert groups["place", "list"] == 1
    assert groups["file", "dev"] == 5
    assert groups["length", "up to 12 words"] == 5


def test_confidences_are_held_against_how_often_they_were_right() -> None:
    """The doubtful one was wrong, three of the four sure ones were right."""
    bins = [(one.low, one.statements, one.right.value) for one in SCORES.reliability]
    assert bins == [(0.5, 1, 0.0), (0.9, 4, 0.75)]


def test_tables_and_plain_data_say_the_same() -> None:
    """A terminal and a program see the same numbers."""
    written, plain_data = write_scores(SCORES), scores_as_plain(SCORES)
    assert "0.667" in written
    assert plain_data["reach"]["explicit"]["recall"]["value"] == 0.6667
    assert json.loads(json.dumps(plain_data)) == plain_data


def test_a_summary_for_a_page_holds_the_main_measures() -> None:
    """As a Markdown table, with intervals."""
    summary = write_summary(SCORES)
    assert summary.splitlines()[2].startswith("| explicit: precision | 0.667 (")
    assert "quadratic weighted kappa" in summary


def test_every_miss_is_listed_with_what_differs() -> None:
    """Four of five differ in something; topic is compared only where both say explicit."""
    written = write_misses(PAIRS)
    assert written.startswith("4 statements")
    assert "reach: gold explicit, said generic" in written
    assert "strength: gold 4, said 3" in written


def test_a_level_that_does_not_apply_counts_as_nought() -> None:
    """Scored against gold, null is 0."""
    answer = PlanAnswer("p", "absent", {"access": 0, "data": 2}, 0, ("a quote",))
    score = PlanScore("p.pdf", answer, "absent", {"access": None, "data": 1}, 0, (), (), ("Extra",))
    assert score.level_error == 0.5
    assert "1 of 1 verdicts right" in write_plans([score])
    assert "called explicit, not in gold: Extra" in write_plans([score], errors=True)


def test_two_printings_of_the_same_words_are_equal() -> None:
    """Typography makes no difference to a quote."""
    assert plain("the parent–infant\u00a0‘bond’") == plain("The parent-infant 'bond'")


def test_the_gold_sets_can_be_read() -> None:
    """Every line has every label."""
    gold = read_gold(GOLD / "statements.jsonl")
    assert len(gold) == 320
    assert sum(one.reach == "explicit" for one in gold) == 123
    assert {one.stratum for one in gold} == {
        "pair of near-copies",
        "age band only",
        "unusual wording",
        "other",
    }


def test_evaluate_prints_tables_and_misses(tmp_path: Path, run_auditor: Callable[..., Any]) -> None:
    """The command, on three statements."""
    lines = (GOLD / "statements.jsonl").read_text("utf-8").splitlines()[:3]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), "utf-8")
    ran = run_auditor("evaluate", tmp_path / "gold.jsonl", "--errors")
    assert ran.code == 0
    assert "quadratic weighted kappa" in ran.out and "label that differs" in ran.out
    plain_data = json.loads(
        run_auditor("evaluate", tmp_path / "gold.jsonl", "--format", "json", "--errors").out
    )
    assert plain_data["statements"] == 3 and "misses" in plain_data


def test_evaluate_scores_whole_plans(tmp_path: Path, run_auditor: Callable[..., Any]) -> None:
    """A plan, its answer and its verdict."""
    text = "# A plan\n\n" + "The work of our schools with their pupils will grow. " * 9
    (tmp_path / "01-x.md").write_text(text, "utf-8")
    (tmp_path / "01-x.json").write_text(
        json.dumps(
            {
                "title": "A plan",
                "verdict": "absent",
                "levels": {"access": 0},
                "explicit_statements": 0,
                "key_quotes": [],
            }
        )
    )
    ran = run_auditor("evaluate", "--plans", tmp_path)
    assert ran.code == 0
    assert "1 of 1 verdicts right" in ran.out
