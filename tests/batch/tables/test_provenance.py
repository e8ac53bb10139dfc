"""How a batch was made, and what it cost."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from auditor.batch.particulars import Book
from auditor.batch.row import Entry, Row
from auditor.batch.tables.costs import render_costs, typical_seconds
from auditor.batch.tables.provenance import hash_of, provenance_of, render_provenance
from auditor.records import Reading
from auditor.rules import Rules
from tests.batch.stand_in import job

ENTRY = Entry(
    1, "/home/ada/a.pdf", (), Row("audited", sha256="ab", seconds=2.0, memory=3 * 1024**2)
)


def test_provenance_names_versions_settings_and_hashes(tmp_path: Path) -> None:
    """What is needed to make it again, and nothing of the machine, the folder or the day."""
    manifest, table = tmp_path / "plans.csv", tmp_path / "comparison.csv"
    manifest.write_text("path\na.pdf\n")
    table.write_text("number\n1\n")
    rules = Rules.read()
    chosen = replace(job(), reading=Reading(ocr="off"))
    facts = provenance_of(
        [ENTRY], chosen, rules, [manifest], Book("kind", report_language_column="report")
    )
    text = render_provenance(facts, [table]).decode()
    found = json.loads(text)
    assert found["settings"]["ocr"] == "off" and found["settings"]["kind_column"] == "kind"
    assert found["settings"]["report_language_column"] == "report"
    assert found["given"] == [{"name": "plans.csv", "sha256": hash_of(manifest)}]
    assert found["files"] == {"comparison.csv": hash_of(table)}
    assert found["documents"] == [{"number": 1, "source": "a.pdf", "sha256": "ab"}]
    assert found["tool"]["judged_by"] == rules.card.judged_by if rules.card else ""
    assert str(tmp_path) not in text and "/home/ada" not in text


def test_provenance_is_the_same_each_time() -> None:
    """No date stands in it."""
    rules = Rules.read()
    made = [
        render_provenance(provenance_of([ENTRY], job(), rules, [], Book()), []) for _ in range(2)
    ]
    assert made[0] == made[1]


def test_costs_are_columns() -> None:
    """Pages, seconds and megabytes of each document that was opened; duplicates cost nothing."""
    duplicate = replace(ENTRY, number=2, row=Row("duplicate"))
    table = list(csv.DictReader(io.StringIO(render_costs([ENTRY, duplicate]).decode("utf-8-sig"))))
    assert [(row["number"], row["seconds"], row["memory_mb"]) for row in table] == [
        ("1", "2.0", "3.0")
    ]


def test_typical_time_is_of_what_was_measured() -> None:
    """A document that was never opened does not make the others quicker."""
    assert typical_seconds([ENTRY, replace(ENTRY, row=Row("unreadable"))]) == 2.0
    assert typical_seconds([replace(ENTRY, row=Row("unreadable"))]) is None
