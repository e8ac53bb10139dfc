"""What each command writes and prints, on documents of a few lines."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., Any]
PLAN = """# A plan for our children

## 1 What we will do

Infants, children and young people will be seen within four weeks by March 2028.

We will fund a parent-infant team in every locality from April 2027.

Mental health support teams will work in every school.
"""
OLD = """# A plan for our children

## 1 What we will do

Children and young people will be seen within four weeks by March 2028.

CAMHS accepts referrals for those aged 5 to 18.

Mental health support teams will work in every school.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two versions of a plan."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.md").write_text(PLAN)
    (tmp_path / "old.md").write_text(OLD)
    return tmp_path


def test_audit_writes_a_page_and_prints_the_answer(folder: Path, run_auditor: Run) -> None:
    """Without options: a report beside where one works, and verdict, score and its path."""
    ran = run_auditor("audit", "plan.md")
    assert ran.code == 0
    assert (folder / "plan-audit.html").read_text("utf-8").lower().startswith("<!doctype html>")
    assert "Measured" in ran.out and "score" in ran.out and "plan-audit.html" in ran.out
    assert ran.err == ""


def test_audit_json_follows_its_schema_and_never_changes(folder: Path, run_auditor: Run) -> None:
    """The same input gives the same bytes, and what `auditor schema` promises."""
    first = run_auditor("audit", "plan.md", "--format", "json").out
    assert run_auditor("audit", "plan.md", "--format", "json").out == first
    jsonschema.validate(json.loads(first), json.loads(run_auditor("schema").out))
    assert str(folder) not in first


def test_json_leaves_out_statements_that_address_nobody(folder: Path, run_auditor: Run) -> None:
    """Every statement whose reach is not none, in reading order, furniture never."""
    view = json.loads(run_auditor("audit", "plan.md", "--format", "json").out)
    assert view["statements"]
    assert all(one["reach"] != "none" for one in view["statements"])
    assert [one["id"] for one in view["statements"]] == sorted(
        one["id"] for one in view["statements"]
    )
    assert sum(view["counts"].values()) == 2 * view["counts"]["statements"]
    assert view["statements"][0]["page"] is None and view["statements"][0]["boxes"] is None


def test_the_ending_of_the_output_names_the_format(folder: Path, run_auditor: Run) -> None:
    """`-o report.json` needs no --format."""
    assert run_auditor("audit", "plan.md", "-o", "report.json", "--quiet").out == ""
    assert json.loads((folder / "report.json").read_text("utf-8"))["schema_version"] == "1.0"


def test_several_formats_go_into_a_folder(folder: Path, run_auditor: Run) -> None:
    """--format may be given more than once with -o FOLDER."""
    ran = run_auditor("audit", "plan.md", "old.md", "-o", "out", "--format", "json",
                      "--format", "html")
    assert ran.code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "old-audit.html", "old-audit.json", "plan-audit.html", "plan-audit.json"
    ]


def test_files_of_the_same_name_keep_their_own_reports(folder: Path, run_auditor: Run) -> None:
    """Two folders, one name: nothing is overwritten."""
    (folder / "b").mkdir()
    (folder / "b" / "plan.md").write_text(OLD)
    run_auditor("audit", "plan.md", "b/plan.md", "-o", "out", "--format", "json")
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "plan-2-audit.json", "plan-audit.json"
    ]


def test_several_files_can_be_one_document(folder: Path, run_auditor: Run) -> None:
    """Statements name their file, and the document lists its files."""
    view = json.loads(
        run_auditor("audit", "--together", "plan.md", "old.md", "--format", "json").out
    )
    assert [file["name"] for file in view["document"]["files"]] == ["plan.md", "old.md"]
    assert {one["file"] for one in view["statements"]} == {"plan.md", "old.md"}
    assert "excludes" in [flag["id"] for flag in view["flags"]]


def test_standard_input_is_a_document_too(
    folder: Path, run_auditor: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`auditor audit -` reads what is piped into it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    view = json.loads(run_auditor("audit", "-", "--format", "json").out)
    assert view["document"]["name"].startswith("stdin")
    assert view["counts"]["explicit"] >= 2


def test_fail_under_says_no_by_its_exit_code(folder: Path, run_auditor: Run) -> None:
    """A check in a pipeline: 1 where the score is lower, 0 where not."""
    assert run_auditor("audit", "old.md", "--fail-under", "50").code == 1
    assert run_auditor("audit", "old.md", "--fail-under", "0").code == 0


def test_verify_says_that_a_report_follows_from_its_file(folder: Path, run_auditor: Run) -> None:
    """Also where the file was renamed: it looks at the bytes."""
    run_auditor("audit", "plan.md", "-o", "report.json")
    assert run_auditor("verify", "report.json", "plan.md").code == 0
    (folder / "plan.md").rename(folder / "renamed.md")
    assert run_auditor("verify", "report.json", "renamed.md").code == 0


CHANGES = [
    pytest.param("plan.md", "four weeks", "five weeks", "another one", id="a word of the file"),
    pytest.param("plan.md", "school.\n", "school. \n", "another one", id="a space in the file"),
    pytest.param("report.json", '"strength": 4', '"strength": 3', "strength", id="a label"),
    pytest.param("report.json", "be seen", "be sold", "be sold", id="a quote"),
    pytest.param("report.json", '"rubric": "1', '"rubric": "2', "rubric", id="a version"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "said"), CHANGES)
def test_verify_notices_one_changed_byte(
    file: str, right: str, wrong: str, said: str, folder: Path, run_auditor: Run
) -> None:
    """Of the file or of the report; it says what differs and exits 1."""
    run_auditor("audit", "plan.md", "-o", "report.json")
    text = (folder / file).read_text("utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong, 1), "utf-8")
    ran = run_auditor("verify", "report.json", "plan.md")
    assert ran.code == 1
    assert said in ran.err


def test_decisions_that_are_put_back_in_are_verified_with_them(
    folder: Path, run_auditor: Run
) -> None:
    """A reviewed report follows from its file and its reviews, and says so without them."""
    run_auditor("audit", "plan.md", "-o", "first.json")
    run_auditor("review", "first.json", "-o", "sheet.csv")
    run_auditor("audit", "plan.md", "--reviews", "sheet.csv", "-o", "report.json")
    with_them = run_auditor("verify", "report.json", "plan.md", "--reviews", "sheet.csv")
    assert with_them.code == 0
    without = run_auditor("verify", "report.json", "plan.md")
    assert without.code == 1 and "--reviews" in without.err


def test_reviews_that_are_missing_are_an_error_before_anything_is_written(
    folder: Path, run_auditor: Run
) -> None:
    """A slip in the name costs no audit."""
    ran = run_auditor("audit", "plan.md", "--reviews", "none.csv")
    assert ran.code == 2 and "none.csv" in ran.err
    assert not (folder / "plan-audit.html").exists()


def test_label_writes_one_object_a_line(folder: Path, run_auditor: Run) -> None:
    """In the gold format, ids kept, order kept."""
    (folder / "in.jsonl").write_text(
        '{"id": "a", "text": "Babies will be seen by May 2027."}\n\n'
        '{"text": "Two teams by 2027.", "heading": "Babies and their parents", "lang": "en"}\n'
        '{"id": "c", "text": "Babies in the UK, 2019.", "place": "reference"}\n'
    )
    lines = [json.loads(line) for line in run_auditor("label", "in.jsonl").out.splitlines()]
    assert [line["reach"] for line in lines] == ["explicit", "explicit", "none"]
    assert lines[0]["id"] == "a" and lines[2]["id"] == "c"
    assert {"id", "reach", "topic", "strength", "criteria", "because"} <= set(lines[0])
    run_auditor("label", "in.jsonl", "-o", "out.jsonl")
    assert [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()] == lines


def test_explain_names_labels_words_and_rules(run_auditor: Run) -> None:
    """An editor sees what was found, and by which rule."""
    ran = run_auditor("explain", "Babies must no longer be overlooked.")
    assert "explicit" in ran.out and "because" in ran.out and "“Babies”" in ran.out
    plain = json.loads(run_auditor("explain", "Babies matter.", "--format", "json").out)
    assert plain["reach"] == "explicit"


def test_explain_reads_the_heading_too(run_auditor: Run) -> None:
    """A heading lends its words to what is incomplete without it."""
    alone = run_auditor("explain", "Two specialist teams by April 2027.", "--format", "json")
    under = run_auditor("explain", "Two specialist teams by April 2027.", "--format", "json",
                        "--heading", "Babies and their parents")
    assert json.loads(alone.out)["reach"] != "explicit"
    assert json.loads(under.out)["reach"] == "explicit"


def test_check_says_all_good_of_what_is_shipped(run_auditor: Run) -> None:
    """Every key and every example of the word lists and the rubric."""
    ran = run_auditor("check")
    assert (ran.code, ran.out.strip(), ran.err) == (0, "all good", "")


def test_compare_says_what_babies_gained(folder: Path, run_auditor: Run) -> None:
    """From files or from audits in JSON, the same comparison."""
    run_auditor("audit", "old.md", "-o", "old.json")
    ran = run_auditor("compare", "old.json", "plan.md", "--format", "json")
    assert ran.code == 0
    assert ran.out == run_auditor("compare", "old.md", "plan.md", "--format", "json").out
    comparison = json.loads(ran.out)
    assert comparison["verdict"] == {"old": "excluded", "new": "measured", "change": "up"}
    assert comparison["counts"]["gained"] == 3
    assert comparison["counts"]["lost"] == 0


def test_version_and_help_speak_of_every_command(run_auditor: Run) -> None:
    """`--help` lists what there is."""
    from auditor import __version__
    from auditor.cli.main import COMMANDS

    assert __version__ in run_auditor("--version").out
    shown = run_auditor("--help").out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("command", ["audit", "check", "compare", "evaluate", "explain", "label",
                                     "read", "schema", "verify"])
def test_every_command_has_help(command: str, run_auditor: Run) -> None:
    """Each says what it does and which options it takes."""
    ran = run_auditor(command, "--help")
    assert ran.code == 0
    assert "Usage: auditor" in ran.out and "Options" in ran.out
