"""Bad input is answered by one line, the right exit code, and no half-written file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.rules.resources import lexicons_folder, rubric_file

Run = Callable[..., Any]
PLAN = """# A mental health plan for our children

## 1 What we will do

Infants, children and young people will be seen within four weeks by March 2028.
We will fund a parent-infant team in every locality.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_pdf(path: Path, *, pages: int = 1, password: str = "") -> Path:
    """Make a PDF of blank pages."""
    import pikepdf

    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        encryption = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(path, encryption=encryption)
    return path


def write_zero_pages(path: Path) -> None:
    """Make a PDF whose page tree is empty."""
    make_pdf(path, pages=0)


def write_truncated(path: Path) -> None:
    """Make the first quarter of a real sample."""
    sample = next(Path(__file__).parents[2].glob("samples/01-*.pdf")).read_bytes()
    path.write_bytes(sample[: len(sample) // 4])


BAD_FILES = [
    pytest.param("words.pdf", lambda path: path.write_text("This is no PDF."), id="not a PDF"),
    pytest.param("empty.pdf", lambda path: path.write_bytes(b""), id="empty"),
    pytest.param("cut.pdf", write_truncated, id="truncated"),
    pytest.param("locked.pdf", lambda path: make_pdf(path, password="secret"), id="encrypted"),
    pytest.param("none.pdf", write_zero_pages, id="zero pages"),
    pytest.param("junk.docx", lambda path: path.write_bytes(b"PK\x03\x04junk"), id="damaged Word"),
]


def assert_one_line(text: str) -> None:
    """An error is one line that begins with "Error: ", and never a traceback."""
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(lines) == 1, text
    assert lines[0].startswith("Error: ")
    assert "Traceback" not in text


@pytest.mark.parametrize(("name", "write"), BAD_FILES)
def test_a_document_that_cannot_be_read_is_one_line_and_exit_4(
    name: str, write: Callable[[Path], None], folder: Path, run_auditor: Run
) -> None:
    """The owner of the document learns which, and what to do; nothing is written."""
    write(folder / name)
    ran = run_auditor("audit", name, "-o", "report.html")
    assert ran.code == 4
    assert_one_line(ran.err)
    assert name in ran.err
    assert ran.err.rstrip().endswith(".") and ran.err.count(". ") >= 1, "says what to do"
    assert os.listdir(folder) == [name]


def test_one_bad_document_does_not_stop_the_others(folder: Path, run_auditor: Run) -> None:
    """The others are audited, and the exit code still says that one was not."""
    (folder / "bad.pdf").write_bytes(b"")
    (folder / "plan.md").write_text(PLAN)
    ran = run_auditor("audit", "bad.pdf", "plan.md", "-o", "out", "--format", "json")
    assert ran.code == 4
    assert_one_line(ran.err)
    assert os.listdir(folder / "out") == ["plan-audit.json"]


def test_a_document_without_text_cannot_be_told_rather_than_failing(
    folder: Path, run_auditor: Run
) -> None:
    """Doubt is an answer: blank pages give no verdict of absence, and no error."""
    make_pdf(folder / "blank.pdf", pages=2)
    ran = run_auditor("audit", "blank.pdf", "--format", "json", "--ocr", "off")
    assert ran.code == 0
    assert '"verdict": "cannot_tell"' in ran.out
    assert '"value": null' in ran.out


USAGE = [
    pytest.param(["audit", "missing.pdf"], "missing.pdf", id="missing path"),
    pytest.param(["audit", "sub"], "sub", id="a folder"),
    pytest.param(["audit", "plan.md", "-o", "nowhere/report.html"], "nowhere", id="no such folder"),
    pytest.param(["audit", "plan.md", "-o", "report.odt"], ".odt", id="unknown ending"),
    pytest.param(["audit", "plan.md", "-o", "plan.md"], "plan.md", id="over its own source"),
    pytest.param(
        ["audit", "plan.md", "--format", "json", "--format", "md"],
        "folder",
        id="formats without a folder",
    ),
    pytest.param(
        ["audit", "plan.md", "plan.md", "-o", "two.html"], "-o two", id="one file for two reports"
    ),
    pytest.param(
        ["audit", "plan.md", "-o", "x.html", "--format", "json", "--format", "md"],
        "-o x",
        id="one file for two formats",
    ),
    pytest.param(["audit", "plan.md", "--lang", "xx"], "auto, cy, en", id="language without words"),
    pytest.param(
        ["audit", "plan.md", "plan.md", "--annotated", "x.pdf"],
        "--annotated",
        id="one file for two documents",
    ),
    pytest.param(["audit", "plan.md", "--lexicons", "nowhere"], "nowhere", id="no word lists"),
    pytest.param(["audit", "plan.md", "--rubric", "nowhere.toml"], "nowhere", id="no rubric"),
    pytest.param(["verify", "missing.json", "plan.md"], "missing.json", id="no report"),
    pytest.param(["compare", "missing.json", "plan.md"], "missing.json", id="no old version"),
    pytest.param(["label", "missing.jsonl"], "missing.jsonl", id="no statements"),
    pytest.param(["label", "plan.md"], "plan.md:1", id="no JSON lines"),
    pytest.param(["evaluate", "missing.jsonl"], "missing.jsonl", id="no gold"),
    pytest.param(["evaluate"], "GOLD", id="nothing to evaluate"),
    pytest.param(["evaluate", "--plans", "sub"], "sub", id="no plans"),
    pytest.param(["check", "missing"], "missing", id="nothing to check"),
]


@pytest.mark.parametrize(("arguments", "named"), USAGE)
def test_options_that_cannot_be_used_are_one_line_and_exit_2(
    arguments: list[str], named: str, folder: Path, run_auditor: Run
) -> None:
    """The line names the path or option at fault; nothing is written or replaced."""
    (folder / "plan.md").write_text(PLAN)
    (folder / "sub").mkdir()
    ran = run_auditor(*arguments)
    assert ran.code == 2
    assert_one_line(ran.err)
    assert named in ran.err
    assert (folder / "plan.md").read_text() == PLAN
    assert sorted(os.listdir(folder)) == ["plan.md", "sub"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_refused_before_reading(folder: Path, run_auditor: Run) -> None:
    """No long audit whose report cannot be kept."""
    (folder / "plan.md").write_text(PLAN)
    (folder / "locked").mkdir(mode=0o500)
    ran = run_auditor("audit", "plan.md", "-o", "locked/report.html")
    assert ran.code == 2
    assert_one_line(ran.err)


def test_an_output_that_is_a_folder_of_a_file_is_refused(folder: Path, run_auditor: Run) -> None:
    """A path through a file leads nowhere."""
    (folder / "plan.md").write_text(PLAN)
    (folder / "taken").write_text("mine")
    ran = run_auditor("audit", "plan.md", "-o", "taken/report.html")
    assert ran.code == 2
    assert_one_line(ran.err)
    assert (folder / "taken").read_text() == "mine"


def copy_rules(folder: Path) -> tuple[Path, Path]:
    """Copy the shipped word lists and rubric, to be broken."""
    lists, rubric = folder / "lists", folder / "rubric.toml"
    shutil.copytree(Path(str(lexicons_folder())), lists)
    rubric.write_bytes(rubric_file(None, lexicons_folder()).read_bytes())
    return lists, rubric


BROKEN = [
    pytest.param("rubric.toml", 'version = "2.0.0"', "version = 2.0.0", ":", id="broken TOML"),
    pytest.param(
        "rubric.toml", "weight = 7", "weigth = 7", "Did you mean “weight”?", id="misspelt key"
    ),
    pytest.param("rubric.toml", "weight = 13", "weight = 14", "sum to 101", id="weights"),
    pytest.param("lists/en/babies.toml", "[[group]]", "[[group", "babies.toml:", id="broken list"),
    pytest.param(
        "lists/en/babies.toml",
        "phrases = [",
        "phrasess = [",
        "phrasess",
        id="misspelt key in a list",
    ),
]


@pytest.mark.parametrize(("file", "right", "wrong", "said"), BROKEN)
def test_a_mistake_in_the_rules_names_its_line_and_exits_3(
    file: str, right: str, wrong: str, said: str, folder: Path, run_auditor: Run
) -> None:
    """An editor learns file, line and remedy before any document is opened."""
    lists, rubric = copy_rules(folder)
    path = folder / file
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong, 1))
    line = text[: text.index(right)].count("\n") + 1
    chosen = ["--lexicons", lists, "--rubric", rubric]
    for arguments in (
        ["audit", "missing.pdf", *chosen],
        ["explain", "Babies matter.", *chosen],
        ["check", path],
    ):
        ran = run_auditor(*arguments)
        assert ran.code == 3, ran
        assert_one_line(ran.err)
        assert said in ran.err
        assert "sum to" in said or f"{path.name}:{line}" in ran.err


def test_examples_that_fail_are_found_by_check(folder: Path, run_auditor: Run) -> None:
    """An editor who breaks a phrase is shown the example that proves it."""
    lists, rubric = copy_rules(folder)
    words = lists / "en" / "babies.toml"
    text = words.read_text()
    for key, example in (("finds", "A [zebra] and a horse."), ("ignores", "Two babies.")):
        text = text.replace(f"{key} = [\n", f'{key} = [\n  "{example}",\n', 1)
    words.write_text(text)
    ran = run_auditor("check", lists, "--rubric", rubric)
    assert ran.code == 3
    for example in ("A [zebra] and a horse.", "Two babies."):
        line = text[: text.index(example)].count("\n") + 1
        assert f"babies.toml:{line}:" in ran.err


def test_a_damaged_report_cannot_be_verified(folder: Path, run_auditor: Run) -> None:
    """A file that is no audit, or half of one, is said to be so."""
    (folder / "plan.md").write_text(PLAN)
    for text in ("", "[]", '{"schema_version": "1.0"}', '{"schema_version": "9.0"}'):
        (folder / "report.json").write_text(text)
        ran = run_auditor("verify", "report.json", "plan.md")
        assert ran.code == 4, text
        assert_one_line(ran.err)
