"""How to cite a site: in words, and as CITATION.cff for programs."""

from __future__ import annotations

import json

from auditor.report.figures import counted
from auditor.report.site.board import Board


def citation(board: Board) -> str:
    """Write the line by which a site is cited."""
    tool, audited = board.tool, len(board.overview.audited)
    lists = tool["lexicons"].removeprefix("sha256:")[:12]
    parts = [
        board.imprint.author,
        f"{board.title()}. {counted(audited, 'document', 'documents')} audited with "
        f"{tool['name']} {tool['version']}, rubric {tool['rubric']}, word lists {lists}",
        board.imprint.date,
    ]
    return ". ".join(part for part in parts if part) + "."


def citation_file(board: Board) -> str:
    """Write CITATION.cff: each value as JSON, which is YAML too and escapes whatever stands in it."""
    tool = board.tool
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": board.title(),
        "authors": [{"name": board.imprint.author or f"Made with {tool['name']}"}],
        "version": f"{tool['name']} {tool['version']}, rubric {tool['rubric']}",
        "abstract": citation(board),
        "keywords": ["infant mental health", "policy documents", "audit"],
    }
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items()
    )
