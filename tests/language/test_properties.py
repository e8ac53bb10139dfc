"""What must hold for any text: labels do not hang on typography, and spans quote their words."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from auditor.language.sentences import split_sentences
from auditor.language.statements import judge
from auditor.records import Judgement, Passage
from auditor.rules import Rules

GOLD = Path(__file__).parents[1] / "gold" / "statements.jsonl"
RECORDS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def labels(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement says, without its offsets."""
    return judgement.reach, judgement.topic, judgement.strength, judgement.criteria


CHANGES = {
    "curly quotes made straight": lambda t: (
        t.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    ),
    "straight quotes made curly": lambda t: t.replace("'", "’"),
    "en dashes made hyphens": lambda t: t.replace("–", "-").replace("‑", "-").replace("‒", "-"),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "soft hyphens in long words": lambda t: " ".join(
        w[:3] + "\u00ad" + w[3:] if len(w) > 7 and w.isalpha() else w for w in t.split(" ")
    ),
    "ligatures": lambda t: t.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "a footnote mark at the end": lambda t: (
        t + "14" if t.endswith(".") and t[-2:-1].isalpha() else t
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_labels_do_not_hang_on_typography(rules: Rules, change: object) -> None:
    """Quotes, dashes, spaces, soft hyphens, ligatures and footnote digits change no label."""
    for record in RECORDS:
        before = judge(Passage(record["text"], record["place"], record["heading"]), rules)
        after = judge(Passage(change(record["text"]), record["place"], record["heading"]), rules)  # type: ignore[operator]
        assert labels(after) == labels(before), record["id"]


@pytest.mark.parametrize("case", [str.upper, str.lower, str.title], ids=["upper", "lower", "title"])
def test_the_case_of_a_heading_changes_no_label(rules: Rules, case: object) -> None:
    """A heading in capitals says what the same heading says in small letters."""
    for text in (
        "Babies and their parents",
        "Infant mental health",
        "Support for infants, children and young people",
        "Perinatal mental health",
        "Infant mental health awareness week",
        "Early years (0–5)",
        "Under 2s",
    ):
        assert labels(judge(Passage(case(text), "heading"), rules)) == labels(
            judge(Passage(text, "heading"), rules)
        )  # type: ignore[operator]


def test_every_reason_quotes_the_statement(rules: Rules) -> None:
    """The words of a reason stand in the text at its offsets."""
    for record in RECORDS:
        for reason in judge(
            Passage(record["text"], record["place"], record["heading"]), rules
        ).because:
            assert record["text"][reason.start : reason.end] == reason.text


def test_labels_keep_the_rules_of_the_guide(rules: Rules) -> None:
    """Topic and strength belong to explicit statements alone; exclusions answer two questions only."""
    for record in RECORDS:
        judgement = judge(Passage(record["text"], record["place"], record["heading"]), rules)
        explicit = judgement.reach == "explicit"
        assert (judgement.topic is not None) == explicit
        assert (judgement.strength > 0) == explicit
        if judgement.reach == "excluded":
            assert set(judgement.criteria) <= {"age-scope", "access"} and judgement.criteria
        elif not explicit:
            assert not judgement.criteria
        assert 0.0 < judgement.confidence <= 1.0


def test_sentences_cover_a_paragraph_and_never_overlap() -> None:
    """Every printed character outside white space stands in exactly one sentence."""
    text = "Dr. Hart asked, “Why wait?” We will act (see p. 4). It costs £1.8m, e.g. for staff. 0–2s come first!"
    spans = list(split_sentences(text))
    assert [text[a:b] for a, b in spans] == [
        "Dr. Hart asked, “Why wait?”",
        "We will act (see p. 4).",
        "It costs £1.8m, e.g. for staff.",
        "0–2s come first!",
    ]
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
