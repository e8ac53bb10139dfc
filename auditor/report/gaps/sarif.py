"""Gaps as SARIF 2.1.0, the format in which editors and code hosts show remarks on a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote as percent_encoded

from auditor.records import SILENT_PLACES, Audit
from auditor.report.gaps.baseline import KnownDocument
from auditor.report.gaps.gap import Gap, find_gaps, plain_words
from auditor.report.gaps.lines import Lines, read_lines
from auditor.report.gaps.told import place_words, state_words
from auditor.report.gaps.words import gap_words
from auditor.report.story.audit_story import Story, tell
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain
from auditor.rules import Rules

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""Stands for the folder from which paths are given."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The file that was audited, where it is at hand, and what is known of it already."""

    path: Path | None = None
    known: KnownDocument | None = None


NO_DRAFT = Draft()


def render_sarif(view: AuditView, audit: Audit, rules: Rules, *, draft: Draft = NO_DRAFT) -> bytes:
    """Write the gaps of one document as a SARIF file; the same audit gives the same bytes."""
    story = tell(view, rules.rubric)
    gaps = find_gaps(story, audit)
    address = _address(draft.path, audit)
    lines = read_lines(draft.path) if draft.path else None
    log: Plain = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(view, rules)},
                "automationDetails": {"id": f"{view['tool']['name']}/{address}/"},
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(address, view)],
                "results": [
                    _result(gap, audit, address, lines, draft.known, story=story) for gap in gaps
                ],
            }
        ],
    }
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _address(path: Path | None, audit: Audit) -> str:
    """Return the name of the file from the working folder; by its name alone where it lies elsewhere."""
    if path is None:
        return percent_encoded(audit.document.name, errors="replace")
    here, file = Path.cwd(), path.resolve()
    name = file.relative_to(here).as_posix() if file.is_relative_to(here) else path.name
    return percent_encoded(name, errors="replace")


def _artifact(address: str, view: AuditView) -> Plain:
    hashes = {"sha-256": view["document"]["sha256"]}
    return {"location": {"uri": address, "uriBaseId": ROOT}, "hashes": hashes}


def _driver(view: AuditView, rules: Rules) -> Plain:
    """Describe the tool and its rules: the questions, and passages that leave babies out."""
    words = gap_words(rules.rubric.report_language)
    out = words.leaves_out
    tool = view["tool"]
    left_out = _rule(out.id, out.title, out.question, f"{out.why} {out.advice}", "error")
    questions = [
        _rule(one.id, one.title, one.question, f"{one.why} {one.advice}", "warning")
        for one in rules.rubric.criteria
    ]
    return {
        "name": tool["name"],
        "version": tool["version"],
        "fullName": f"{tool['name']} {tool['version']}, rubric {tool['rubric']}",
        "shortDescription": {"text": words.sarif["information"]},
        "rules": [left_out, *questions],
    }


def _rule(id: str, title: str, question: str, help: str, level: str) -> Plain:
    return {
        "id": id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": question},
        "help": {"text": help},
        "defaultConfiguration": {"level": level},
    }


def _result(
    gap: Gap,
    audit: Audit,
    address: str,
    lines: Lines | None,
    known: KnownDocument | None,
    *,
    story: Story,
) -> Plain:
    language, unsure = story.names.language, story.is_unsure
    state = state_words(gap, language, unsure=unsure)
    words = (f"{gap.title}: {state}", place_words(gap, language), gap.advice)
    result: Plain = {
        "ruleId": gap.id,
        "level": _level(gap),
        "message": {"text": " ".join(filter(None, words))},
        "locations": [_location(gap, audit, address, lines)],
        "partialFingerprints": {"gap/v1": _fingerprint(gap)},
        "properties": {"weight": gap.weight},
    }
    if known is not None:
        result["baselineState"] = "unchanged" if known.has(gap) else "new"
    return result


def _level(gap: Gap) -> str:
    """Return how loud a remark is: an exclusion, a silence, or words that do not go far enough."""
    return "error" if gap.leaves_out else "note" if gap.level else "warning"


def _fingerprint(gap: Gap) -> str:
    """Return what stays the same when lines move: the question, or the words that leave babies out."""
    words = plain_words(gap.says.text) if gap.leaves_out and gap.says else ""
    return hashlib.sha256(f"{gap.id}\0{words}".encode("utf-8", "replace")).hexdigest()[:32]


def _location(gap: Gap, audit: Audit, address: str, lines: Lines | None) -> Plain:
    """Give the lines of a place where they are known, and its page, section and paragraph."""
    physical: Plain = {"artifactLocation": {"uri": address, "uriBaseId": ROOT, "index": 0}}
    if gap.says is not None and gap.says.where.file:
        own = percent_encoded(gap.says.where.file, errors="replace")
        physical, lines = {"artifactLocation": {"uri": own, "uriBaseId": ROOT}}, None
    text = gap.says.text if gap.says else gap.heading.text if gap.heading else ""
    if lines is not None and (found := lines.find(text)):
        physical["region"] = {"startLine": found[0], "endLine": found[1]}
    location: Plain = {"physicalLocation": physical}
    logical = [*_logical(gap, audit)]
    return location | ({"logicalLocations": logical} if logical else {})


def _logical(gap: Gap, audit: Audit) -> Sequence[Plain]:
    """Return the page, the section and the paragraph of a place, those that there are."""
    page = gap.says.where.page if gap.says else gap.heading.page if gap.heading else None
    found: list[Plain] = []
    if page is not None:
        found.append({"name": str(page), "kind": "page"})
    if gap.section:
        name = " > ".join(gap.section)
        found.append({"name": gap.section[-1], "fullyQualifiedName": name, "kind": "section"})
    if gap.says is not None and page is None:
        found.append({"name": str(_paragraph(gap.says.id, audit)), "kind": "paragraph"})
    return found


def _paragraph(id: str, audit: Audit) -> int:
    """Count the paragraph, list item or table row in which a passage stands, from 1."""
    start = audit.statement(id).start
    blocks = [one for one in audit.document.blocks if one.place not in SILENT_PLACES]
    return sum(1 for one in blocks if one.start <= start) or 1
