"""Statements ready to be quoted, with links to where they stand."""

from __future__ import annotations

from auditor.report.story.quotes import Quotes, page_link, quoted, segments
from auditor.report.view import view_of
from tests.builders import rich_audit, rules


def test_spans_outside_the_text_mark_nothing() -> None:
    """Broken offsets lose no word of a quote."""
    for spans in ([(-5, 2)], [(3, 99)], [(4, 1)], [(0, 0)], [(1, 3), (2, 4), (2, 2)]):
        assert "".join(part.text for part in segments("babies", spans)) == "babies"


def test_a_page_of_several_files_is_counted_within_its_own() -> None:
    """A link to the second file counts from that file’s first page."""
    document = {
        "name": "a.pdf",
        "files": [{"name": "a.pdf", "first_page": 1}, {"name": "b.pdf", "first_page": 31}],
    }
    assert page_link(document, 33, "b.pdf") == "./b.pdf#page=3"


def test_a_file_name_cannot_become_another_address() -> None:
    """Names with colons, slashes or marks are escaped, so a link stays in the folder."""
    link = page_link({"name": "javascript:alert(1)//?#.pdf"}, 1)
    assert link == "./javascript%3Aalert%281%29%2F%2F%3F%23.pdf#page=1"


def test_a_statement_is_made_ready_once_and_only_when_it_is_quoted() -> None:
    """Most statements of a long plan are never quoted."""
    view = view_of(rich_audit(), rules())
    quotes, first = Quotes(view), view["statements"][0]
    assert list(quotes) == [one["id"] for one in view["statements"]]
    assert len(quotes) == len(view["statements"])
    assert quotes[first["id"]] is quotes[first["id"]]
    assert quotes[first["id"]] == quoted(first, view["document"])
    assert "s9999" not in quotes
    explicit = [one["id"] for one in view["statements"] if one["reach"] == "explicit"]
    assert explicit and [one.id for one in quotes.of_reach("explicit")] == explicit
