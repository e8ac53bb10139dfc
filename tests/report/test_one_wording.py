"""Each label, level, flag and heading has one name, whatever the format."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
import pytest
from docx import Document

from auditor.cli.summary import summarise
from auditor.records import Audit
from auditor.report.formats import render
from auditor.report.story.names import names
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from tests.builders import audit, excluded, explicit, rubric, rules, statement
from tests.told import words_in

PLAN = audit(
    [
        explicit("We will fund a team for babies.", strength=3, criteria=("specialist-provision",)),
        excluded("CAMHS is for those aged 5 to 18.", criteria=("access",)),
        statement("Our plan is for all, from birth to 25.", reach="nominal"),
    ]
)
READ = ("html", "md", "pdf", "docx")
IN_DOUBT = [{"id": "other_topic_only", "statements": ["s0001"]}]
MARKED = ["money", "date"]


@cache
def told(name: str) -> str:
    """Give the words of the report in one format."""
    made = render(name, doubtful_view(), PLAN, rules())
    words = " ".join(_texts(made)) if name == "docx" else words_in(name, made)
    return " ".join(words.split())


def doubtful_view() -> AuditView:
    """Return the plan's view with a flag in doubt and two of the marks of a promise."""
    view = view_of(PLAN, rules())
    for one in view["criteria"]:
        if one["id"] == "accountability":
            one |= {"level": 3, "marks": MARKED, "evidence": ["s0001"]}
    return {**view, "flags_in_doubt": IN_DOUBT}


def _texts(made: bytes) -> list[str]:
    """Give the words of a Word file, those of its tables included."""
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text for one in document.paragraphs] + cells


@pytest.mark.parametrize(
    "key",
    [
        "rests",
        "flags",
        "best",
        "missing",
        "asks",
        "score",
        "limits",
        "contest",
        "answered",
        "silent",
        "groups",
        "read",
        "absence",
        "statements",
        "equiframe",
        "method",
        "doubts",
        "marks",
        "changed",
    ],
)
@pytest.mark.parametrize("name", READ)
def test_headings_are_the_same(name: str, key: str) -> None:
    """What is called one thing in the page is not called another on paper."""
    assert names(rubric()).heading[key] in told(name)


@pytest.mark.parametrize(
    "words",
    [
        "3, action",
        "0, leaves babies out",
        "0, silent",
        "Level 3 of 4, action",
        "Level 0 of 4, leaves babies out",
        "Names babies, mental health, strength 3 (action)",
        "Not yet checked by a person.",
        "over 99 % sure",
        "Babies, named",
    ],
)
@pytest.mark.parametrize("name", READ)
def test_levels_and_labels_are_the_same(name: str, words: str) -> None:
    """A level that stands in a table in one format stands so in all."""
    assert words in told(name)


@pytest.mark.parametrize("name", READ)
def test_a_flag_in_doubt_is_a_line_in_the_body(name: str) -> None:
    """It says that it may be so, and quotes what to look at; it stands below the flags raised."""
    rule, said = rubric().flag_named("other_topic_only"), told(name)
    assert rubric().phrases.flag_in_doubt in said
    assert said.index(names(rubric()).heading["doubts"]) > said.index("Know this before you quote")
    assert f"{rule.title}." in said and rule.explanation in said


@pytest.mark.parametrize("name", READ)
def test_the_four_marks_of_a_promise_are_told(name: str) -> None:
    """Which are there, and which are not found, in words."""
    if name == "html":
        assert "Lead : not found" in told(name) or "Lead: not found" in told(name)
        assert "Money : yes" in told(name) or "Money: yes" in told(name)
    else:
        assert "What it can be held to: money, date; not found: lead, target." in told(name)


@pytest.mark.parametrize("name", READ)
def test_what_is_new_in_the_rubric_is_told(name: str) -> None:
    """Old and new scores cannot be compared, and a reader is told so."""
    assert rubric().texts.changed in told(name)


def test_the_terminal_tells_them_too() -> None:
    """Flags, flags in doubt, marks and what is new stand under the answer."""
    said = summarise(doubtful_view(), [None], rules())
    flag = rubric().flag_named("other_topic_only")
    assert f"In doubt: {flag.title}. {flag.explanation}" in said
    assert "What it can be held to: money, date; not found: lead, target." in said
    assert rubric().texts.changed in said


def test_the_spreadsheet_calls_levels_as_the_report_does() -> None:
    """Silence and exclusion are told apart there too."""
    made = render("xlsx", view_of(PLAN, rules()), PLAN, rules())
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Questions"]
    said = {row[0].value: row[4].value for row in sheet.iter_rows(min_row=2)}
    assert said["access"] == "leaves babies out"
    assert said["workforce"] == "silent" and said["specialist-provision"] == "action"


def unread() -> Audit:
    """Make an audit of a document that could not be read."""
    return audit([statement("Children matter.")], unread=(2, 3, 4))


def test_what_could_not_be_read_is_never_called_silent() -> None:
    """In no format, where the auditor cannot tell."""
    for name in ("md", "html", "csv"):
        made = render(name, view_of(unread(), rules()), unread(), rules()).decode("utf-8")
        assert "0, silent" not in made
