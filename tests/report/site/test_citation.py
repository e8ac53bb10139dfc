"""How a site asks to be cited."""

from __future__ import annotations

import json
from dataclasses import replace

from auditor.report.site.citation import citation, citation_file
from auditor.report.story.imprint import Imprint
from tests.report.site.conftest import Country


def fields(text: str) -> dict[str, object]:
    """Read the file: each line a name and a value in JSON, as it is written."""
    return {
        name: json.loads(value)
        for name, _, value in (line.partition(": ") for line in text.splitlines())
    }


def test_the_citation_names_versions_and_number(country: Country) -> None:
    """Who cites a site says by which version, and how many documents."""
    said = citation(country.board)
    assert country.board.tool["version"] in said
    assert f"{len(country.board.overview.audited)} documents" in said


def test_the_file_has_all_that_the_format_asks_for(country: Country) -> None:
    """CITATION.cff 1.2.0 needs a version, a message, a title and authors."""
    signed = replace(country.board, imprint=Imprint(title='A "title": odd', author="Ada & Co"))
    found = fields(citation_file(signed))
    assert found["cff-version"] == "1.2.0" and found["message"]
    assert found["title"] == 'A "title": odd' and found["authors"] == [{"name": "Ada & Co"}]


def test_without_an_author_the_tool_is_named(country: Country) -> None:
    """Authors are never left out, and never invented."""
    assert fields(citation_file(country.board))["authors"] == [{"name": "Made with auditor"}]
