"""The recipes for drafts, as docs/drafts.md gives them, on Markdown and Word files."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.plans import OLD, PLAN, write_word

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "drafts.md").read_text("utf-8")
AUDITOR = f"{shlex.quote(sys.executable)} -c 'from auditor.cli.main import main; main()'"


def recipe(first: str) -> Any:
    """Return the YAML of the page that begins with some words."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)
    return yaml.safe_load(next(block for block in blocks if block.startswith(first)))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with two plans, in Markdown and in Word, and their known gaps."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "one.md").write_text(PLAN)
    write_word(tmp_path / "plans" / "two.docx", OLD)
    made = run(
        "auditor audit plans/*.md plans/*.docx --no-report -q --write-baseline known-gaps.toml",
        tmp_path,
    )
    assert made.returncode == 0, made.stderr
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of a recipe as a shell does."""
    assert command.startswith("auditor ")
    return subprocess.run(
        AUDITOR + command.removeprefix("auditor"),
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
    )


def lengthen(repository: Path) -> None:
    """Write a limit into both plans."""
    from docx import Document

    with (repository / "plans" / "one.md").open("a") as file:
        file.write("\nOur groups are for those aged 8 to 12.\n")
    docx = Document(str(repository / "plans" / "two.docx"))
    docx.add_paragraph("Our groups are for those aged 8 to 12.")
    docx.save(str(repository / "plans" / "two.docx"))


def test_the_workflow_fails_only_what_is_new_and_writes_its_remarks(repository: Path) -> None:
    """Its command, as it stands on the page."""
    steps = recipe("name: Are babies in it?")["jobs"]["babies"]["steps"]
    (command,) = [one["run"] for one in steps if one.get("run", "").startswith("auditor ")]
    assert run(command, repository).returncode == 0
    lengthen(repository)
    ran = run(command, repository)
    assert ran.returncode == 1 and ran.stderr.count("has one new gap") == 2
    remarks = [json.loads(path.read_text("utf-8")) for path in (repository / "remarks").iterdir()]
    new = [
        (one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], one["ruleId"])
        for log in remarks
        for one in log["runs"][0]["results"]
        if one["baselineState"] == "new"
    ]
    out = "leaves-babies-out"
    assert sorted(new) == [("plans/one.md", out), ("plans/two.docx", out)]
    assert len({log["runs"][0]["automationDetails"]["id"] for log in remarks}) == 2


def test_the_hook_fails_only_what_is_new(repository: Path) -> None:
    """Its entry with the files that pre-commit would give; it leaves nothing behind."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (wanted,) = recipe("repos:")["repos"][0]["hooks"]
    assert wanted["id"] == hook["id"]
    files = ["plans/one.md", "plans/two.docx"]
    assert all(re.search(hook["files"], one) and re.search(wanted["files"], one) for one in files)
    before = sorted(repository.rglob("*"))
    assert run(f"{hook['entry']} {' '.join(files)}", repository).returncode == 0
    lengthen(repository)
    ran = run(f"{hook['entry']} {' '.join(files)}", repository)
    assert ran.returncode == 1 and "Our groups are for those aged 8 to 12." in ran.stderr
    assert sorted(repository.rglob("*")) == before


def test_the_known_gaps_of_the_page_can_be_read(tmp_path: Path) -> None:
    """The example is a baseline, and the questions are questions."""
    from auditor.report.consultation.questions import parse_questions
    from auditor.report.gaps.baseline import read_baseline
    from tests.builders import rubric

    baseline, questions = re.findall(r"^```toml\n(.*?)^```", PAGE, re.M | re.S)
    (tmp_path / "gaps.toml").write_text(baseline, "utf-8")
    (document,) = read_baseline(tmp_path / "gaps.toml").document
    assert document.levels == {"access": 0, "data": 1}
    assert len(parse_questions(questions.encode(), "page", rubric()).question) == 2
