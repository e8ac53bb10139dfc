"""What must hold for any text: typography changes nothing, reasons are true, cost is linear."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.judging.weighing import softmax, weigh
from auditor.language.marking.annotator import Annotator
from auditor.language.stage import LanguageStage, stage_of
from auditor.language.statements import judge
from auditor.records import Because, Judgement, Passage, Place
from auditor.rules import Language, Rules
from auditor.rules.lexicon import GAP, Group, Lexicon
from tests.language import tiny

GOLD = Path(__file__).parents[1] / "gold" / "statements.jsonl"
RECORDS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
SHIPPED = Rules.read()
PASSAGES = [Passage(one["text"], one["place"], one["heading"]) for one in RECORDS]


@pytest.fixture(scope="module")
def judgements(rules: Rules) -> list[Judgement]:
    """Every statement of the gold set, judged once."""
    return [judge(one, rules) for one in PASSAGES]


def labels(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement says, without its offsets."""
    return judgement.reach, judgement.topic, judgement.strength, judgement.criteria


CHANGES: dict[str, Callable[[str], str]] = {
    "curly quotes made straight": lambda t: (
        t.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    ),
    "straight quotes made curly": lambda t: t.replace("'", "’"),
    "en dashes made hyphens": lambda t: t.replace("–", "-").replace("‑", "-").replace("‒", "-"),
    "hyphens that do not break": lambda t: t.replace("-", "\u2011"),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "thin spaces": lambda t: t.replace(" ", "\u2009"),
    "line ends": lambda t: t.replace(" ", "\n"),
    "soft hyphens in long words": lambda t: " ".join(
        w[:3] + "\u00ad" + w[3:] if len(w) > 7 and w.isalpha() else w for w in t.split(" ")
    ),
    "ligatures": lambda t: t.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "a footnote mark at the end": lambda t: (
        t + "14" if t.endswith(".") and t[-2:-1].isalpha() else t
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_labels_do_not_hang_on_typography(
    rules: Rules, judgements: list[Judgement], change: Callable[[str], str]
) -> None:
    """Quotes, dashes, spaces, soft hyphens, ligatures and footnote digits change no label."""
    for passage, before in zip(PASSAGES, judgements, strict=True):
        after = judge(Passage(change(passage.text), passage.place, passage.heading), rules)
        assert labels(after) == labels(before), passage.text
        assert after.confidence == before.confidence, passage.text


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title], ids=["upper", "lower", "title"])
def test_the_case_of_a_heading_changes_no_reach(rules: Rules, case: Callable[[str], str]) -> None:
    """A heading in capitals names those whom the same heading names in small letters."""
    for text in (
        "Babies and their parents",
        "Infant mental health",
        "Support for infants, children and young people",
        "Perinatal mental health",
        "Infant mental health awareness week",
        "Early years (0–5)",
        "Under 2s",
    ):
        one = judge(Passage(case(text), "heading"), rules)
        assert one.reach == judge(Passage(text, "heading"), rules).reach, text


def test_every_reason_quotes_the_statement(judgements: list[Judgement]) -> None:
    """The words of a reason stand in the text at its offsets."""
    for passage, judgement in zip(PASSAGES, judgements, strict=True):
        for reason in judgement.because:
            assert passage.text[reason.start : reason.end] == reason.text


def test_labels_keep_the_rules_of_the_guide(judgements: list[Judgement]) -> None:
    """Topic and strength belong to explicit statements; exclusions answer two questions only."""
    for passage, judgement in zip(PASSAGES, judgements, strict=True):
        explicit = judgement.reach == "explicit"
        assert (judgement.topic is not None) == explicit
        assert (judgement.strength > 0) == explicit
        if judgement.reach == "excluded":
            assert set(judgement.criteria) <= {"age-scope", "access"}
        elif not explicit:
            assert not judgement.criteria
        assert 0.0 < judgement.confidence <= 1.0, passage.text


WORDS = st.sampled_from(
    [
        "babies",
        "Under-2s",
        "0–2",
        "will",
        "be",
        "not",
        "accepted",
        ",",
        ".",
        "CAMHS",
        "\u00ad",
        "in- fant",
        "pupils",
        "|",
        "£2m",
        "2027",
        "we’ll",
        "\ufb01rst",
        "1,001 days",
        "mothers",
        "\n",
    ]
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(WORDS, max_size=20).map(" ".join),
    st.sampled_from(["body", "heading", "list", "table", "toc"]),
    st.none() | st.lists(WORDS, max_size=4).map(" ".join),
)
def test_any_words_are_judged_and_quoted(text: str, place: Place, heading: str | None) -> None:
    """Chances add up to one and reasons quote the text, whatever the words are."""
    said = judge(Passage(text, place, heading), SHIPPED)
    if said.chances.reach:
        assert sum(chance for _, chance in said.chances.reach) == pytest.approx(1, abs=0.002)
    for reason in said.because:
        assert text[reason.start : reason.end] == reason.text


def test_the_same_labels_on_another_run(rules: Rules, judgements: list[Judgement]) -> None:
    """What was judged before, and in what order, makes no difference."""
    stage = LanguageStage(rules.language("en"), rules.criterion_ids)
    backwards = [stage.judge(one) for one in reversed(PASSAGES)]
    assert backwards[::-1] == judgements


PROGRAM = """
import sys
from auditor.language.statements import judge
from auditor.records import Passage
from auditor.rules import Rules
rules = Rules.read()
for text in sys.stdin.read().splitlines():
    print(judge(Passage(text), rules))
"""


def test_the_same_labels_in_another_process(rules: Rules) -> None:
    """To the last digit, however that process shuffles its hashes."""
    texts = [one.text for one in PASSAGES[:25] if one.text.isprintable()]
    said = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", PROGRAM],
            input="\n".join(texts),
            env={"PYTHONHASHSEED": seed, "PATH": "", "HOME": "/nowhere"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert said[0].splitlines() == [str(judge(Passage(text), rules)) for text in texts]


def test_a_phrase_added_to_a_list_is_judged_without_being_taught() -> None:
    """Sentences that hold the new words are judged as with the known ones; no other changes."""
    stage = LanguageStage(tiny.language(tiny.weights()), tiny.CRITERIA)
    more = LanguageStage(
        tiny.language(tiny.weights(), more={"babies.people": "sprogling(s|)"}), tiny.CRITERIA
    )
    new, known = Passage("Sproglings need a bond"), Passage("Babies need a bond")
    assert stage.judge(new).reach == "none"
    assert labels(more.judge(new)) == labels(stage.judge(known)) == labels(more.judge(known))
    assert more.judge(new).chances == more.judge(known).chances


def chances_of(
    stage: LanguageStage, passage: Passage, said: Judgement, without: Because
) -> tuple[float, float]:
    """The chance of a label: by all features, and by those that stand on other words."""
    weights = stage.language.weights
    assert weights is not None
    question, statement = weights.questions["reach"], stage.see(passage)
    weighed = weigh(statement, weights.index)
    spans = [statement.seen.text.because("", span) for span in weighed.spans]
    words = without.start, without.end
    kept = [at for at, span in enumerate(spans) if (span.start, span.end) != words]
    at = question.labels.index(said.reach)

    def chance(rows: list[int]) -> float:
        sums = weighed.counts[rows] @ question.table[weighed.rows[rows]] + question.bias
        return float(softmax(sums / question.temperature)[at])

    return chance(list(range(len(spans)))), chance(kept)


def test_taking_the_heaviest_words_away_lowers_the_chance(rules: Rules) -> None:
    """A reason is one: without all that stands on its words an address is less sure."""
    stage = stage_of(rules, "en")
    looked, lower = 0, 0
    for passage in PASSAGES:
        said = stage.judge(passage)
        told = [one for one in said.because if one.weight is not None and one.text]
        heaviest = max(told, key=lambda one: one.weight or 0, default=None)
        if said.reach == "explicit" and heaviest is not None and (heaviest.weight or 0) > 0:
            before, after = chances_of(stage, passage, said, heaviest)
            looked, lower = looked + 1, lower + (after < before)
    assert looked >= 50
    assert lower == looked


def cost(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time that some work takes.

    Python's search for cycles goes through all that other tests have left in memory, again and
    again while much is made: it is no part of the cost, and waits.
    """
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            start = process_time()
            work()
            taken.append(process_time() - start)
    finally:
        gc.enable()
    return min(taken)


SENTENCES = {
    "words": "we will see babies aged 0-2 and their mothers, who do not wait for ever, ",
    "words that name nobody": "the county council and its partners met in the old town hall and ",
    "capitals": "The Infant Mental Health And Babies Of The ",
    "numbers": "0-2 and 5 to 11, under 3 or over 16, ",
    "cells": "0-2 | ",
    "brackets": "((( babies ) ",
    "signs": "- . , ",
}


@pytest.mark.parametrize("part", SENTENCES.values(), ids=SENTENCES.keys())
def test_cost_is_linear_in_the_length_of_a_sentence(rules: Rules, part: str) -> None:
    """Four times the length takes some four times as long, not sixteen; both are past all caches."""
    stage = stage_of(rules, "en")
    short, long = (Passage(part * (size // len(part))) for size in (200_000, 800_000))
    stage.judge(short)
    assert cost(lambda: stage.judge(long)) < 8 * cost(lambda: stage.judge(short))


def test_a_row_of_very_many_cells_is_judged_in_linear_time(rules: Rules) -> None:
    """As long rows of wide tables are."""
    stage = stage_of(rules, "en")
    few, many = (Passage(" | ".join(["Babies"] * n), "table") for n in (8_000, 32_000))
    stage.judge(few)
    assert cost(lambda: stage.judge(many)) < 8 * cost(lambda: stage.judge(few))


def test_cost_is_nearly_flat_in_the_number_of_phrases(english: Language) -> None:
    """Four times as many phrases cost less than twice the time."""
    more = [
        replace(
            group, phrases=(*group.phrases, *(f"{p} x{n}" for n in range(3) for p in _plain(group)))
        )
        for group in english.lexicon.groups
    ]
    longer = replace(english, lexicon=Lexicon(tuple(more)))
    assert longer.lexicon.searched.terms > 3 * english.lexicon.searched.terms
    texts = [one.text for one in PASSAGES]

    def mark(annotator: Annotator) -> Callable[[], object]:
        return lambda: [annotator.annotate(annotator.split(text)) for text in texts]

    few, many = mark(Annotator(english)), mark(Annotator(longer))
    few(), many()
    assert cost(many) < 2 * cost(few)


def _plain(group: Group) -> list[str]:
    return [phrase for phrase in group.phrases if GAP not in phrase]
