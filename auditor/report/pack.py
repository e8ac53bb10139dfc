"""The consultation pack: all that a response needs, in one zip file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from auditor.errors import AuditorError
from auditor.records import Audit
from auditor.report.amendments import find_amendments, find_headings
from auditor.report.annotate import annotate
from auditor.report.audit_json import render_json
from auditor.report.notes import fill_text
from auditor.report.pdf import render_pdf
from auditor.report.printed import Plain, printed
from auditor.report.quotes import View
from auditor.report.story import tell
from auditor.report.word import render_docx
from auditor.report.zipped import zip_files
from auditor.rules import Rules
from auditor.sentences import shorten

ASKED_FIRST = 5
"""How many amendments the summary asks for."""
MOST_QUOTED = 6
"""How many questions the summary answers with a quote."""
QUOTE = 160
"""Characters of a quote in the summary."""


def render_pack(
    source: Path, view: View, audit: Audit, rules: Rules, *, date: str | None = None
) -> bytes:
    """Write the pack; an annotated copy that cannot be made is told of, not left out in silence."""
    data = printed(tell(view, rules.rubric, date=date))
    amendments = [
        asdict(one) for one in
        find_amendments(view["criteria"], find_headings(audit), rules.rubric)
    ]
    annotated, refused = _annotated(source, audit, rules)
    files = {
        "contents.txt": _text("contents", data=data, refused=refused),
        "summary.txt": _text("summary", **summarised(data, amendments)),
        "amendments.txt": _text("amendments", data=data, amendments=amendments),
        "report.pdf": render_pdf(view, audit, rules, date=date),
        "report.docx": render_docx(view, audit, rules, date=date),
        "audit.json": render_json(dict(view)),
    }
    return zip_files(files | ({"annotated.pdf": annotated} if annotated else {}))


def _annotated(source: Path, audit: Audit, rules: Rules) -> tuple[bytes, str]:
    """Make the annotated copy, or give the reason why there is none."""
    try:
        return annotate(source, audit, rules), ""
    except AuditorError as error:
        return b"", str(error)


def summarised(data: Plain, amendments: list[Plain]) -> dict[str, Any]:
    """Choose what the summary tells: at most what two pages hold."""
    answered = [one for one in data["questions"] if one["level"]]
    best = sorted(answered, key=lambda one: (-one["level"], -one["weight"]))[:MOST_QUOTED]
    unmet = {one["criterion"] for one in amendments}
    return {
        "data": data,
        "met": [{**one, "quote": _quote(one)} for one in best],
        "unmet": [one for one in data["questions"] if one["id"] in unmet],
        "amendments": amendments[:ASKED_FIRST],
    }


def _quote(question: Plain) -> str:
    return shorten(question["evidence"][0]["text"], QUOTE) if question["evidence"] else ""


def _text(name: str, **values: Any) -> bytes:
    """Fill one of the pack's texts, with the line ends that every program knows."""
    filled = fill_text(f"pack/{name}.txt.j2", **values)
    return (filled.replace("\n", "\r\n") + "\r\n").encode("utf-8-sig", "replace")
