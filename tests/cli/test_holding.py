"""Drafts held against the gate, as Markdown and as Word files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.holding import Held
from tests.builders import audit, rules, statement
from tests.cli.plans import OLD, PLAN, write_word

Run = Callable[..., Any]


def write(path: Path, text: str) -> Path:
    """Write a plan as Markdown or as a Word file, as its ending says."""
    if path.suffix == ".docx":
        return write_word(path, text)
    path.write_text(text)
    return path


@pytest.fixture(params=[".md", ".docx"])
def drafts(request: pytest.FixtureRequest, folder: Path, run_auditor: Run) -> tuple[Path, Path]:
    """Write the draft that came first, with its audit, and the one that followed, with less."""
    first = write(folder / f"draft{request.param}", PLAN)
    run_auditor("audit", first.name, "-o", "first.json", "-q")
    return first, write(folder / f"later{request.param}", OLD)


def test_a_draft_that_fell_fails_and_says_what_fell(
    drafts: tuple[Path, Path], run_auditor: Run
) -> None:
    """Exit code 1; the answer, the score, each question and the passage that is gone."""
    ran = run_auditor("audit", drafts[1].name, "--no-report", "--not-below", "first.json", "-q")
    assert ran.code == 1 and ran.out == ""
    assert f"{drafts[1].name} is below first.json:" in ran.err
    assert "The answer fell from “Measured action” to “Left out”." in ran.err
    assert "“Babies can be referred and seen” fell from measured to leaves babies out." in ran.err
    assert "It rested on “Infants, children and young people will be seen" in ran.err
    assert "CAMHS accepts referrals for those aged 5 to 18." in ran.err


def test_a_draft_that_held_passes_and_says_so(
    drafts: tuple[Path, Path], run_auditor: Run, folder: Path
) -> None:
    """Exit code 0, and no report where none is wanted."""
    before = sorted(path.name for path in folder.iterdir())
    ran = run_auditor("audit", drafts[0].name, "--no-report", "--not-below", "first.json")
    assert ran.code == 0 and ran.err == ""
    assert f"{drafts[0].name}: nothing fell below first.json." in ran.out
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_report_as_html_will_do_for_the_earlier_audit(
    drafts: tuple[Path, Path], run_auditor: Run
) -> None:
    """The audit rides inside every report."""
    run_auditor("audit", drafts[0].name, "-o", "first.html", "-q")
    ran = run_auditor("audit", drafts[1].name, "--no-report", "-q", "--not-below", "first.html")
    assert ran.code == 1


def test_known_gaps_pass_and_a_new_one_fails(
    drafts: tuple[Path, Path], run_auditor: Run, folder: Path
) -> None:
    """What the baseline lists is not failed again; what it does not list is named."""
    name = drafts[1].name
    wrote = run_auditor("audit", name, "--no-report", "--write-baseline", "gaps.toml")
    assert wrote.code == 0 and "Known gaps written to gaps.toml: 17 gaps of" in wrote.out
    ran = run_auditor("audit", name, "--no-report", "--baseline", "gaps.toml")
    assert ran.code == 0 and "no new gaps; 17 are known" in ran.out
    write(folder / name, OLD + "\nOur parenting groups are for those aged 8 to 12.\n")
    ran = run_auditor("audit", name, "--no-report", "--baseline", "gaps.toml", "-q")
    assert ran.code == 1
    assert "has one new gap; 17 are known" in ran.err
    assert "Our parenting groups are for those aged 8 to 12." in ran.err
    assert "Specialised help" not in ran.err


def test_a_fall_that_was_accepted_is_not_failed_again(
    drafts: tuple[Path, Path], run_auditor: Run
) -> None:
    """The baseline excuses what was known when it was written."""
    name = drafts[1].name
    run_auditor("audit", name, "--no-report", "--write-baseline", "gaps.toml", "-q")
    held = ("--not-below", "first.json", "--baseline", "gaps.toml")
    assert run_auditor("audit", name, "--no-report", *held, "-q").code == 0


def test_a_baseline_holds_many_documents(
    drafts: tuple[Path, Path], run_auditor: Run, folder: Path
) -> None:
    """Each by its path; writing one anew leaves the others; one that is not named has all new."""
    names = [path.name for path in drafts]
    run_auditor("audit", *names, "--no-report", "--write-baseline", "gaps.toml", "-q")
    assert run_auditor("audit", *names, "--no-report", "--baseline", "gaps.toml", "-q").code == 0
    run_auditor("audit", names[0], "--no-report", "--write-baseline", "gaps.toml", "-q")
    assert (folder / "gaps.toml").read_text("utf-8").count("[[document]]") == 2
    shutil.copy(drafts[1], folder / f"new{drafts[1].suffix}")
    ran = run_auditor(
        "audit", f"new{drafts[1].suffix}", "--no-report", "--baseline", "gaps.toml", "-q"
    )
    assert ran.code == 1 and "none is known" in ran.err


def test_data_on_standard_output_is_kept_clean(drafts: tuple[Path, Path], run_auditor: Run) -> None:
    """What failed goes to standard error; SARIF marks what is new."""
    ran = run_auditor("audit", drafts[1].name, "--format", "sarif", "--not-below", "first.json")
    assert ran.code == 1 and "is below first.json" in ran.err
    assert json.loads(ran.out)["version"] == "2.1.0"
    run_auditor("audit", drafts[1].name, "--no-report", "--write-baseline", "gaps.toml", "-q")
    ran = run_auditor("audit", drafts[1].name, "--format", "sarif", "--baseline", "gaps.toml")
    states = {one["baselineState"] for one in json.loads(ran.out)["runs"][0]["results"]}
    assert ran.code == 0 and states == {"unchanged"}


def test_other_words_are_warned_of(
    drafts: tuple[Path, Path], run_auditor: Run, folder: Path
) -> None:
    """An audit by another version is no fair measure."""
    view = json.loads((folder / "first.json").read_text("utf-8"))
    view["tool"]["lexicons"] = "sha256:" + "0" * 64
    (folder / "first.json").write_text(json.dumps(view))
    ran = run_auditor("audit", drafts[1].name, "--no-report", "-q", "--not-below", "first.json")
    assert "Audit the earlier draft again" in ran.err


def test_no_report_and_a_report_contradict_each_other(folder: Path, run_auditor: Run) -> None:
    """One of them is a slip."""
    ran = run_auditor("audit", "plan.md", "--no-report", "-o", "a.html")
    assert ran.code == 2 and "--no-report" in ran.err


def test_what_is_held_knows_its_gaps() -> None:
    """A silent document lacks all sixteen."""
    made = audit([statement()])
    from auditor.report.view import view_of

    held = Held(Path("plan.md"), made, view_of(made, rules()), rules())
    assert len(held.find_gaps()) == 16
