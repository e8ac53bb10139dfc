"""Gaps as SARIF: held against the standard's schema, with places that lead where they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from auditor.pipeline import audit_document
from auditor.records import Audit
from auditor.report.gaps.baseline import know
from auditor.report.gaps.gap import find_gaps
from auditor.report.gaps.sarif import Draft, render_sarif
from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from auditor.rules import Rules
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules, statement
from tests.cli.plans import OLD, write_word

Run = dict[str, Any]


def run_of(made: Audit, **more: Any) -> Run:
    """Write an audit as SARIF, hold it against the schema, and return its one run."""
    log = json.loads(render_sarif(view_of(made, rules()), made, rules(), **more))
    Sarif.model_validate(log)
    (run,) = log["runs"]
    return dict(run)


def results(run: Run, rule: str) -> list[Any]:
    """Return what a rule remarks on."""
    return [one for one in run["results"] if one["ruleId"] == rule]


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(audit(), id="no words"),
        pytest.param(audit([statement()]), id="silent"),
        pytest.param(rich_audit(), id="something of everything"),
        pytest.param(audit([statement()], paged=False, name="ä b#c.md"), id="without pages"),
    ],
)
def test_what_is_written_follows_the_schema(made: Audit) -> None:
    """Of every kind of audit; each result follows a rule that is described."""
    run = run_of(made)
    described = {one["id"] for one in run["tool"]["driver"]["rules"]}
    assert {one["ruleId"] for one in run["results"]} <= described
    assert len(described) == 17


def test_the_schema_refuses_what_does_not_follow_it() -> None:
    """What the test above rests on."""
    made = audit([statement()])
    log = json.loads(render_sarif(view_of(made, rules()), made, rules()))
    log["runs"][0]["results"][0]["loudness"] = "high"
    with pytest.raises(ValueError, match="loudness"):
        Sarif.model_validate(log)


def test_an_exclusion_is_louder_than_a_silence_and_that_louder_than_a_beginning() -> None:
    """Error, warning, note."""
    run = run_of(audit([excluded(), explicit(strength=1, criteria=("data",))]))
    levels = {one["ruleId"]: one["level"] for one in run["results"]}
    assert (levels["leaves-babies-out"], levels["workforce"], levels["data"]) == (
        "error",
        "warning",
        "note",
    )


def test_pages_and_sections_are_named() -> None:
    """Where there are no lines, a reader is led by page and heading."""
    (found,) = results(run_of(audit([excluded(section=("3 Access", "3.1 Who"))])), "access")
    logical = found["locations"][0]["logicalLocations"]
    assert [(one["kind"], one["name"]) for one in logical] == [
        ("page", "1"),
        ("section", "3.1 Who"),
    ]
    assert logical[1]["fullyQualifiedName"] == "3 Access > 3.1 Who"
    assert "region" not in found["locations"][0]["physicalLocation"]


def test_no_day_and_no_folder_stands_in_it(tmp_path: Path) -> None:
    """The same audit gives the same bytes, on every machine."""
    made = rich_audit()
    path = tmp_path / "plan.pdf"
    first, again = (
        render_sarif(view_of(made, rules()), made, rules(), draft=Draft(path)) for _ in "ab"
    )
    assert first == again and str(tmp_path).encode() not in first


def test_known_gaps_are_marked_and_new_ones_too() -> None:
    """By the baseline, where there is one."""
    old = audit([excluded()])
    view = view_of(old, rules())
    known = know("plan.pdf", view, find_gaps(tell(view, rubric()), old))
    new = audit([excluded(), excluded("Referrals are accepted from the age of eight.")])
    states = [
        one["baselineState"]
        for one in results(run_of(new, draft=Draft(known=known)), "leaves-babies-out")
    ]
    assert sorted(states) == ["new", "unchanged"]
    assert "baselineState" not in run_of(new)["results"][0]


def test_a_fingerprint_stays_when_other_gaps_come_and_go() -> None:
    """Code hosts know a remark again by it."""
    before = {one["ruleId"]: one["partialFingerprints"] for one in run_of(audit())["results"]}
    after = run_of(audit([statement(), explicit(strength=3, criteria=("data",))]))["results"]
    assert all(before[one["ruleId"]] == one["partialFingerprints"] for one in after)


def left_out_in(english: Rules, *paths: Path) -> Any:
    """Audit files as one document; return the one place at which it leaves babies out."""
    made = audit_document(paths, english)
    draft = Draft(paths[0])
    log = json.loads(render_sarif(view_of(made, english), made, english, draft=draft))
    Sarif.model_validate(log)
    (found,) = results(log["runs"][0], "leaves-babies-out")
    return found["locations"][0]


@pytest.fixture(scope="module")
def english() -> Rules:
    """Read the rules of English."""
    return Rules.read()


def test_remarks_on_markdown_stand_on_their_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, english: Rules
) -> None:
    """The line of the limit, as an editor counts it; the path as the working folder knows it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our plans").mkdir()
    path = tmp_path / "our plans" / "old.md"
    path.write_text(OLD)
    physical = left_out_in(english, path)["physicalLocation"]
    line = OLD.splitlines().index("CAMHS accepts referrals for those aged 5 to 18.") + 1
    assert physical["region"] == {"startLine": line, "endLine": line}
    assert physical["artifactLocation"]["uri"] == "our%20plans/old.md"


def test_remarks_on_word_name_section_and_paragraph(tmp_path: Path, english: Rules) -> None:
    """A Word file has no lines that its writer sees."""
    place = left_out_in(english, write_word(tmp_path / "old.docx", OLD))
    assert "region" not in place["physicalLocation"]
    assert [(one["kind"], one["name"]) for one in place["logicalLocations"]] == [
        ("section", "1 What we will do"),
        ("paragraph", "4"),
    ]


def test_several_files_as_one_document_are_each_named(tmp_path: Path, english: Rules) -> None:
    """A remark points at the file that its passage stands in."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(OLD if name == "b.md" else "# A plan\n\nFor children.\n")
    place = left_out_in(english, tmp_path / "a.md", tmp_path / "b.md")
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
