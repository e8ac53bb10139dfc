"""Languages on trial have floors: labels and whole plans, measured on sets written in each.

The sets (`gold/languages/*-given.jsonl`) and plans were written and labelled by language
models; no native reader has confirmed them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.evaluation.gold import read_gold
from auditor.evaluation.plans import score_plans
from auditor.evaluation.scoring import label_gold, score_pairs
from auditor.pipeline import audit_document
from auditor.records import Audit
from auditor.rules import Rules

GOLD = Path(__file__).parent / "gold" / "languages"
RULES = Rules.read()
TRIAL = sorted(code for code in RULES.languages if RULES.languages[code].writing.trial)
EXPLICIT, EXCLUDED, REACH = 0.88, 0.70, 0.70
"""F1 of explicit and excluded, and macro-F1 of reach, in every language."""


@pytest.mark.parametrize("code", TRIAL)
def test_labels_agree_with_gold_at_least_so_far(code: str) -> None:
    """`auditor evaluate tests/gold/languages/cy-given.jsonl --errors` lists every miss."""
    pairs = label_gold(read_gold(GOLD / f"{code}-given.jsonl"), RULES)
    scores = score_pairs(pairs, RULES.criterion_ids)
    found = {one.label: one.f1.value or 0.0 for one in scores.reaches}
    assert found["explicit"] >= EXPLICIT
    assert found["excluded"] >= EXCLUDED
    assert dict(scores.reach.measures)["macro-F1"].value >= REACH


def test_the_plans_are_answered_as_their_labellers_did() -> None:
    """The verdict of every plan."""
    scores = list(score_plans(GOLD / "plans", RULES))
    assert len(scores) == 4
    assert [one.answer.name for one in scores if not one.is_right] == []


def audit_text(folder: Path, text: str) -> Audit:
    """Audit a text as a Markdown file."""
    file = folder / "plan.md"
    file.write_text(text, "utf-8")
    return audit_document(file, RULES)


FOREIGN = {
    "German": """# Strategie für seelische Gesundheit im Landkreis Hollental

Jedes Baby hat ein Recht auf seelische Gesundheit. Bis Ende 2027 richten wir ein Team für
Säuglinge von 0 bis 3 Jahren ein. Alle Hebammen werden in der Bindung zwischen Eltern und
Baby geschult.
""",
    "Dutch": """# Plan geestelijke gezondheid gemeente Oudewater

Baby's hebben een eigen gevoelsleven. Voor eind 2027 komt er een team voor kinderen onder
de twee jaar. Alle verloskundigen krijgen scholing over de band tussen ouders en baby.
""",
    "Italian": """# Piano per la salute mentale della provincia di Valdoro

Ogni neonato ha una vita emotiva propria. Entro il 2027 sarà istituita un'équipe per i
bambini da 0 a 3 anni. Tutte le ostetriche saranno formate sul legame con il neonato.
""",
}
ENGLISH = """# Plan

Every secondary school will appoint a wellbeing lead. Pupils aged 11 to 18 can see a
counsellor in school without a referral from a GP, and the council will report on it.

"""


@pytest.mark.parametrize("name", FOREIGN)
def test_a_language_without_lists_cannot_be_told(tmp_path: Path, name: str) -> None:
    """Its words are not judged by those of another language, though "Baby" is English too."""
    audit = audit_text(tmp_path, FOREIGN[name])
    assert audit.verdict.name == "cannot_tell"
    assert name in audit.verdict.because
    assert {one.reach for one in audit.statements} == {"none"}


@pytest.mark.parametrize("name", FOREIGN)
def test_nor_can_a_document_half_in_it(tmp_path: Path, name: str) -> None:
    """The other half is judged, and the part that was not is named."""
    audit = audit_text(tmp_path, ENGLISH + FOREIGN[name].replace("# ", "## "))
    assert audit.verdict.name == "cannot_tell"
    assert [part.what.split(",")[0] for part in audit.document.parts_unread] == [f"text in {name}"]
    assert "older" in {one.reach for one in audit.statements}


def test_both_sides_of_a_bilingual_table_count_once(tmp_path: Path) -> None:
    """Each statement stands in its language, and the trial one repeats the other."""
    rows = [
        (
            "Bydd CAMHS yn derbyn atgyfeiriadau ar gyfer plant dan ddwy oed o fis Ebrill 2026.",
            "CAMHS will accept referrals for children under two from April 2026.",
        ),
        (
            "Byddwn yn sefydlu tîm rhiant-baban gyda £240,000 y flwyddyn.",
            "We will set up a parent-infant team with £240,000 a year.",
        ),
    ]
    table = ["| Cymraeg | English |", "| --- | --- |", *(f"| {cy} | {en} |" for cy, en in rows)]
    audit = audit_text(tmp_path, "\n".join(["# Cynllun / Plan", "", *table, ""]))
    explicit = [one for one in audit.statements if one.reach == "explicit"]
    assert [one.language for one in explicit] == ["cy", "en", "cy", "en"]
    assert [one.repeat_of is None for one in explicit] == [False, True, False, True]
    assert "Welsh is a trial language" in audit.verdict.because


def test_a_line_that_names_nobody_puts_no_answer_on_trial(tmp_path: Path) -> None:
    """A plan that says in Welsh that it can be had in Welsh is answered in English."""
    line = "Mae’r ddogfen hon hefyd ar gael yn Gymraeg.\n\n"
    audit = audit_text(tmp_path, ENGLISH * 12 + line)
    assert "cy" in {one.language for one in audit.statements}
    assert "trial" not in audit.verdict.because


def test_the_language_given_is_that_of_all(tmp_path: Path) -> None:
    """A person who names the language is believed."""
    from auditor.records import Reading

    file = tmp_path / "plan.md"
    file.write_text(ENGLISH + FOREIGN["German"], "utf-8")
    audit = audit_document(file, RULES, reading=Reading(language="en"))
    assert {one.language for one in audit.statements} == {"en"}
