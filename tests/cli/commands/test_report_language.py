"""`--report-lang`: the report in the reader's language, quotes in the document's."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.rules import Rules
from auditor.rules.resources import lexicons_folder
from auditor.rules.translating.shared_texts import shared_lacking, shared_texts

Run = Callable[..., Any]
LEAST = re.compile(
    r"(verdict|cannot_tell|flag)(\.\w+)?\.(title|sentence|explanation)|strength\.\d\.name|level\.\w+"
    r"|criterion\.[\w-]+\.(title|advice)"
)
"""What every translation must have: answer, flags, levels and advice."""
PROMISE = "Byddwn yn ariannu tîm rhiant-baban ym mhob ardal o Ebrill 2027."
PLAN = f"""# Cynllun iechyd meddwl ein plant

## 1 Yr hyn y byddwn yn ei wneud

Bydd babanod, plant a phobl ifanc yn cael eu gweld gan y tîm iechyd meddwl o fewn pedair wythnos erbyn Mawrth 2028.

{PROMISE}

Bydd timau cymorth iechyd meddwl yn gweithio ym mhob ysgol.
"""
WELSH = """\
[[verdict]]
id = "measured"
title = "Gweithredu mesuradwy"
sentence = "{opening} yn addo gweithredu y gellir ei wirio."
rest = "At ei gilydd, {mental:darn|darn}, {actions:#} a {measured:#}. {where}: “{strongest}”{stop}"

[[criterion]]
id = "crisis-response"
advice = "Gofynnwn am gymorth mewn argyfwng i fabanod."
"""


@pytest.fixture
def lexicons(folder: Path) -> str:
    """Rules with a Welsh rubric of a few texts, beside a Welsh plan."""
    copy = folder / "rules"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(str(lexicons_folder())), copy, ignore=ignored)
    (copy / "cy" / "rubric.toml").write_text(WELSH, "utf-8")
    (folder / "cynllun.md").write_text(PLAN, "utf-8")
    return str(copy)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_welsh_plan_is_reported_on_in_welsh(
    lexicons: str, folder: Path, run_auditor: Run, form: str
) -> None:
    """What is translated is Welsh, with its numbers in digits; what is not is English and named."""
    asked = ("--report-lang", "cy", "--lexicons", lexicons, "--format", form)
    ran = run_auditor("audit", "cynllun.md", "-o", f"r.{form}", *asked[:4])
    assert ran.code == 0 and "Gweithredu mesuradwy" in ran.out
    text = (folder / f"r.{form}").read_text("utf-8")
    assert "yn addo gweithredu y gellir ei wirio" in text
    assert "At ei gilydd, 2 darn, 2 a 2." in text
    assert "Gofynnwn am gymorth mewn argyfwng i fabanod." in text
    assert "Babies matter in their own right" in text
    assert re.search(r"verdict \d+, .*criterion 95", text)
    assert PROMISE.split(" o Ebrill")[0].split("rhiant-baban ")[1] in text
    assert form == "md" or '<html lang="cy">' in text


def test_an_english_report_is_as_it_was(lexicons: str, folder: Path, run_auditor: Run) -> None:
    """With a translation beside it, asked for or not, an English report has no word of it."""
    plain = run_auditor("audit", "cynllun.md", "--lexicons", lexicons, "--format", "md").out
    asked = ("--lexicons", lexicons, "--format", "md", "--report-lang", "en")
    assert run_auditor("audit", "cynllun.md", *asked).out == plain
    assert "Measured action" in plain and "Not translated yet" not in plain
    run_auditor("audit", "cynllun.md", "--lexicons", lexicons, "-o", "r.html")
    assert '<html lang="en-GB">' in (folder / "r.html").read_text("utf-8")


def test_labels_and_hashes_do_not_hang_on_the_language(lexicons: str, run_auditor: Run) -> None:
    """Only sentences differ in the JSON: not the answer, the score, the statements or the rules."""
    views = [
        json.loads(
            run_auditor(
                *("audit", "cynllun.md", "--lexicons", lexicons, "--format", "json"),
                *("--report-lang", code),
            ).out
        )
        for code in ("en", "cy")
    ]
    for key in ("tool", "document", "verdict", "score", "counts", "statements", "schema_version"):
        assert views[0][key] == views[1][key], key
    assert views[0]["verdict_because"] != views[1]["verdict_because"]


def test_a_welsh_report_is_verified_in_welsh(lexicons: str, run_auditor: Run) -> None:
    """`auditor verify` takes the same option; without it the sentences differ."""
    asked = ("--lexicons", lexicons, "--report-lang", "cy")
    run_auditor("audit", "cynllun.md", "-o", "r.json", *asked)
    assert run_auditor("verify", "r.json", "cynllun.md", *asked).code == 0
    assert run_auditor("verify", "r.json", "cynllun.md", "--lexicons", lexicons).code == 1


def test_a_batch_reports_in_welsh_and_anew_in_english(
    lexicons: str, folder: Path, run_auditor: Run
) -> None:
    """A report in another language is other work: it is not taken for done."""
    for code, said in (("cy", "Gweithredu mesuradwy"), ("en", "Measured action")):
        ran = run_auditor(
            *("batch", "cynllun.md", "-o", "out", "--workers", "1", "--quiet"),
            *("--lexicons", lexicons, "--report-lang", code, "--format", "md"),
        )
        assert ran.code == 0, ran.err
        reports = [one.read_text("utf-8") for one in (folder / "out").rglob("cynllun*.md")]
        assert reports and all(said in one for one in reports)


def test_a_column_of_the_manifest_chooses_each_report(
    lexicons: str, folder: Path, run_auditor: Run
) -> None:
    """A document a language; an empty cell is as all others, an unknown code its own failed row."""
    plans = (("a", "cy"), ("b", ""), ("c", "xx"))
    for name, _ in plans:
        (folder / f"{name}.md").write_text(PLAN.replace("Cynllun", name, 1), "utf-8")
    rows = "".join(f"{name}.md,{code}\n" for name, code in plans)
    (folder / "plans.csv").write_text(f"path,tongue\n{rows}", "utf-8")
    ran = run_auditor(
        *("batch", "plans.csv", "-o", "out", "--workers", "1", "--format", "md"),
        *("--lexicons", lexicons, "--report-lang-column", "tongue"),
    )
    assert ran.code == 4 and "“xx” in the column tongue is no language of reports" in ran.err
    told = {one.name[0]: one.read_text("utf-8") for one in (folder / "out").rglob("?-*.md")}
    assert sorted(told) == ["a", "b"]
    assert "Gweithredu mesuradwy" in told["a"] and "Measured action" in told["b"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_comparison_is_told_in_welsh(folder: Path, run_auditor: Run, form: str) -> None:
    """Two versions of a plan, and the words beside them."""
    (folder / "old.md").write_text(PLAN.replace(PROMISE, ""), "utf-8")
    (folder / "new.md").write_text(PLAN, "utf-8")
    asked = ("--report-lang", "cy", "-o", f"c.{form}")
    assert run_auditor("compare", "old.md", "new.md", *asked).code == 0
    text = (folder / f"c.{form}").read_text("utf-8")
    assert "Enillodd babanod 1 datganiad" in text and "Fesul cwestiwn" in text
    assert "Question by question" not in text and "Naming babies" not in text


@pytest.mark.parametrize("code", ["es", "fr", "pt"])
def test_a_language_translated_in_part_falls_back_and_says_so(
    folder: Path, run_auditor: Run, code: str
) -> None:
    """Answer, flags, levels and advice are translated; what is English is counted by table."""
    (folder / "plan.md").write_text(PLAN, "utf-8")
    ran = run_auditor("audit", "plan.md", "--format", "md", "--report-lang", code)
    said = shared_texts("wording", code)["sentence"]["untranslated"].partition("{what}")[0]
    lacks = ran.out.partition(said)[2].partition(".")[0]
    assert re.search(r"\breport \d+", lacks)
    missing = (*Rules.read(None, None, code).rubric.untranslated, *shared_lacking(code))
    assert missing and not [name for name in missing if LEAST.fullmatch(name)]
    assert "Coverage, of all core concepts" in ran.out and "Measured action" not in ran.out


def test_a_language_without_a_translation_is_refused(folder: Path, run_auditor: Run) -> None:
    """Before anything is read, with those that there are."""
    ran = run_auditor("audit", "plan.md", "--report-lang", "xx")
    assert ran.code == 2 and "no translation of reports into “xx”" in ran.err


def test_check_notes_what_is_missing_and_refuses_a_mistake(lexicons: str, run_auditor: Run) -> None:
    """A text that is missing is a note; a lost name in braces is a mistake with its line."""
    ran = run_auditor("check", "--lexicons", lexicons)
    assert ran.code == 0 and re.search(r"Note: cy/rubric.toml: \d+ of \d+ texts not", ran.out)
    assert ran.out.strip().endswith("all good")
    file = Path(lexicons, "cy", "rubric.toml")
    file.write_text(file.read_text("utf-8").replace("{where}", "yma"), "utf-8")
    for asked in (("check", "--lexicons", lexicons), ("check", str(file))):
        ran = run_auditor(*asked)
        assert ran.code != 0 and "cy/rubric.toml:5:1" in ran.err and "lacks {where}" in ran.err
