"""`auditor batch` from the keyboard: folders in, results out, and an exit code that tells."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.batch.state import State
from auditor.cli.progress import Tally, spell_time

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
Run = Callable[..., Any]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of three plans: two are the same file, one is damaged."""
    folder = tmp_path / "plans"
    folder.mkdir()
    shutil.copy(SAMPLES / "01-measured.pdf", folder / "a.pdf")
    shutil.copy(SAMPLES / "01-measured.pdf", folder / "b.pdf")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7\nnothing in it")
    return folder


def test_folder_in_results_out(run_auditor: Run, plans: Path, tmp_path: Path) -> None:
    """One command writes an audit and a report for each document and a comparison of all."""
    out = tmp_path / "out"
    ran = run_auditor("batch", plans, "-o", out, "--workers", 1)
    assert ran.code == 4
    assert ran.out.strip() == str(out / "comparison.html")
    assert "c.pdf: " in ran.err
    assert "3 documents: 1 audited, 1 the same as another, 1 could not be read." in ran.err
    rows = list(csv.DictReader((out / "comparison.csv").read_text("utf-8-sig").splitlines()))
    assert [row["outcome"] for row in rows] == ["audited", "duplicate", "unreadable"]
    (audit,) = out.glob("audits/*.json")
    content = json.loads(audit.read_text(encoding="utf-8"))
    assert content["schema_version"] == "1.1"
    assert rows[0]["verdict"] == content["verdict"]
    (report,) = out.glob("reports/*.html")
    assert report.relative_to(out).as_posix() in (out / "comparison.html").read_text("utf-8")
    before = (out / "comparison.html").read_bytes()
    again = run_auditor("batch", plans, "-o", out, "--workers", 1)
    assert again.code == 4
    assert (out / "comparison.html").read_bytes() == before


def test_batch_says_the_same_as_audit(run_auditor: Run, tmp_path: Path) -> None:
    """A document audited in a batch has the same JSON, byte for byte, as one audited alone."""
    sample = SAMPLES / "03-excluded-by-floor.pdf"
    run_auditor("batch", sample, "-o", tmp_path / "out", "--workers", 1, "--format", "json")
    alone = run_auditor("audit", sample, "--format", "json", "-o", tmp_path / "alone.json")
    assert alone.code == 0
    (in_batch,) = (tmp_path / "out").glob("audits/*.json")
    assert in_batch.read_bytes() == (tmp_path / "alone.json").read_bytes()
    assert not (tmp_path / "out" / "reports").exists()


def test_manifest_groups_files_into_one_document(run_auditor: Run, tmp_path: Path) -> None:
    """A plan and its annex are one row, with the columns of the manifest."""
    for name in ("02-absent.pdf", "04-maternal-only.pdf"):
        shutil.copy(SAMPLES / name, tmp_path / name)
    manifest = tmp_path / "plans.csv"
    manifest.write_text(
        "path,group,country\n02-absent.pdf,kent,England\n04-maternal-only.pdf,kent,England\n"
    )
    ran = run_auditor("batch", "--manifest", manifest, "-o", tmp_path / "out", "--workers", 1)
    assert ran.code == 0, ran.err
    (row,) = map(
        json.loads, (tmp_path / "out" / "comparison.jsonl").read_text("utf-8").splitlines()
    )
    assert row["columns"]["country"] == "England"
    (audit,) = (tmp_path / "out").glob("audits/kent-*.json")
    files = json.loads(audit.read_text("utf-8"))["document"]["files"]
    assert [file["name"] for file in files] == ["02-absent.pdf", "04-maternal-only.pdf"]


@pytest.mark.parametrize(("floor", "code"), [(0, 0), (100, 1)])
def test_fail_under_is_a_check(run_auditor: Run, tmp_path: Path, floor: int, code: int) -> None:
    """A score below the one asked for ends with 1."""
    ran = run_auditor(
        "batch",
        SAMPLES / "01-measured.pdf",
        "-o",
        tmp_path / "out",
        "--workers",
        1,
        "--fail-under",
        floor,
        "--quiet",
    )
    assert (ran.code, ran.err) == (code, "")


def test_nothing_given_is_a_mistake_of_usage(run_auditor: Run, tmp_path: Path) -> None:
    """No source at all is answered with what to give."""
    ran = run_auditor("batch", "-o", tmp_path / "out")
    assert ran.code == 2
    assert "nothing to audit" in ran.err


def test_folder_in_use_is_a_mistake_of_usage(run_auditor: Run, tmp_path: Path) -> None:
    """A second run on one folder at the same time is refused, in words."""
    out = tmp_path / "out"
    out.mkdir()
    with State(out):
        ran = run_auditor("batch", SAMPLES / "01-measured.pdf", "-o", out)
    assert ran.code == 2
    assert "another batch is writing to this folder" in ran.err


def test_cluster_that_is_not_there_is_named(run_auditor: Run, tmp_path: Path) -> None:
    """An address where nothing answers is told with what an address looks like."""
    pytest.importorskip("distributed")
    ran = run_auditor(
        "batch", SAMPLES / "01-measured.pdf", "-o", tmp_path / "out", "--scheduler", "no address"
    )
    assert ran.code == 2
    assert "tcp://host:8786" in ran.err


def test_wrong_rubric_stops_before_any_document(run_auditor: Run, tmp_path: Path) -> None:
    """A mistake in the rubric is told at once, with exit code 3."""
    wrong = tmp_path / "rubric.toml"
    wrong.write_text("version = \n")
    ran = run_auditor("batch", SAMPLES, "-o", tmp_path / "out", "--rubric", wrong)
    assert ran.code == 3
    assert not (tmp_path / "out").exists()


def test_progress_is_plain_words() -> None:
    """A line of progress names what is done, what failed, the pace and the time left."""
    tally = Tally(10, done=5, failed=1, pages=50)
    tally.started -= 10
    assert str(tally).startswith("5 of 10 documents, 1 failed, 5.0 pages a second, about 10 s left")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "0 s"),
        (89, "89 s"),
        (90, "2 min"),
        (5300, "88 min"),
        (5400, "1 h 30 min"),
    ],
)
def test_time_left_is_told_as_people_say_it(seconds: float, words: str) -> None:
    """Seconds, minutes or hours, whichever a person would say."""
    assert spell_time(seconds) == words
