"""What to change, section by section, as a page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from auditor.report.data.embedded import read_report
from auditor.report.gaps.words import gap_words
from auditor.report.story.imprint import Imprint
from auditor.report.view import view_of
from auditor.report.web.sections_page import render_sections
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules, statement


def page(*statements: object, **more: object) -> str:
    """Write the page on a few statements."""
    made = audit(statements, **more)  # type: ignore[arg-type]  # keywords of the builder
    return render_sections(view_of(made, rules()), made, rules())


def test_a_passage_stands_in_its_section_with_its_page_and_remedy() -> None:
    """Heading, words, page, what to do, in this order."""
    told = re.sub(r"<[^>]+>", "", page(excluded(section=("3 Access",))))
    places = [
        told.index(part) for part in ("CAMHS is for", "page 1", gap_words().leaves_out.advice)
    ]
    assert places == sorted(places)


def test_words_of_the_document_are_never_markup() -> None:
    """A passage and a heading with signs of HTML stand as text."""
    told = page(excluded("<b>CAMHS</b> is for 5 to 18.", section=("<i>3</i>",)))
    assert "<b>CAMHS" not in told and "<i>3" not in told and "&lt;i&gt;3" in told


def test_it_loads_and_runs_nothing_and_carries_its_audit(tmp_path: Path) -> None:
    """One file, checked as any report."""
    made = rich_audit()
    told = render_sections(
        view_of(made, rules()), made, rules(), imprint=Imprint("", "", "A", None)
    )
    assert "default-src 'none'" in unescape(told) and "script-src" not in told
    assert not re.search(r'(?:src|href)="(?:https?:)?//', told)
    (tmp_path / "sections.html").write_text(told, "utf-8")
    assert read_report(tmp_path / "sections.html") == view_of(made, rules())


def test_links_lead_to_sections_that_are_there() -> None:
    """From the head and from the contents."""
    told = page(excluded(), statement(), explicit(strength=1))
    ids = set(re.findall(r'id="([^"]+)"', told))
    assert set(re.findall(r'href="#([^"]+)"', told)) <= ids


def test_a_page_with_nothing_to_change_says_so() -> None:
    """And no heading stands over nothing."""
    every = [one.id for one in rubric().criteria]
    told = page(explicit("We will act for babies.", strength=3, criteria=every))
    assert gap_words().sections["nothing"] in told and gap_words().sections["first"] not in told
