"""How long reports are: two pages of summary, and a whole that a reader can hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from auditor.records import Audit, Statement
from auditor.report.formats import render
from auditor.report.view import view_of
from auditor.rules import Rules
from tests.benchmarks.reports import costs, make_plan
from tests.builders import audit, excluded, explicit, rubric, rules, statement
from tests.told import words_in

MOST_OF_AN_AUDIT = 0.85
"""What all reports may cost beside the audit: 3 s of processor time, where the audit takes 3.6.

Seconds alone tell nothing where a machine is half as fast from one moment to the next.
"""
LINES = 45
"""Lines on a page of a built document."""
WORDS = (
    "will be offered in every locality to families with a baby from pregnancy until the second "
    "birthday, with a named lead, a sum of money set aside and a report to the board each year"
)


@cache
def plan(pages: int) -> Audit:
    """Build a plan that speaks of babies on every page and answers every question."""
    asked = [one.id for one in rubric().criteria]
    said: list[Statement] = []
    for page in range(pages):
        criteria = (asked[page % len(asked)], asked[(page * 3 + 1) % len(asked)])
        said += [
            explicit(
                f"Parent-infant help number {page} {WORDS}.",
                strength=1 + page % 4,
                criteria=criteria,
                section=(f"{page} Our offer",),
            ),
            statement(f"Number {page} of our aims is for everyone, birth to 25.", reach="nominal"),
            statement(
                f"Aim {page}: little ones are watched over by all of us.", reach="none", near=0.9
            ),
        ]
        said += [excluded(f"Team {page} is for those aged 5 to 18.")] if page % 5 == 0 else []
        said += [
            statement(
                f"In school {page}.{line} a mental health lead helps each pupil in need.",
                reach="older",
            )
            for line in range(LINES - len(said) % LINES)
        ]
    return audit(said)


def pages_of(made: bytes) -> int:
    """Count the pages of a PDF."""
    return len(pypdfium2.PdfDocument(made))


def written(one: Audit, name: str) -> bytes:
    """Write an audit in one format."""
    return render(name, view_of(one, rules()), one, rules())


@pytest.mark.parametrize(
    ("pages", "most"), [pytest.param(34, 12, id="34"), pytest.param(100, 16, id="100")]
)
def test_the_report_is_short_beside_its_plan(pages: int, most: int) -> None:
    """A plan of 34 pages has at most 12 of report, one of 100 at most 16."""
    one = plan(pages)
    assert len(one.document.pages) >= pages
    assert pages_of(written(one, "pdf")) <= most


@pytest.mark.parametrize("pages", [1, 34, 100])
def test_the_summary_has_two_pages(pages: int) -> None:
    """The summary can be attached on two sheets, however long the plan is."""
    assert pages_of(written(plan(pages), "summary-pdf")) == 2


@pytest.mark.full
def test_everything_is_written_in_less_time_than_the_audit_takes(tmp_path: Path) -> None:
    """All reports on a plan of 100 pages, charts and pack too."""
    path = make_plan(tmp_path / "plan.pdf")
    assert pages_of(path.read_bytes()) >= 100
    spent = costs(path, Rules.read())
    audited = spent.pop("audit")
    assert {"html", "pdf", "docx", "summary-pdf", "summary-docx", "charts", "pack"} == set(spent)
    assert sum(spent.values()) < audited * MOST_OF_AN_AUDIT


def test_what_is_left_out_of_the_pdf_is_said() -> None:
    """A list that is cut says how much more there is, and where."""
    text = words_in("pdf", written(plan(100), "pdf"))
    assert "more, in the HTML report and in the attached data" in text
