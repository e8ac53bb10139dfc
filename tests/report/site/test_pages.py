"""The pages of a site: what stands on each, and that nothing comes from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from auditor.report.site import pages
from auditor.report.site.wording_found import Wordings
from auditor.report.story.imprint import Imprint
from auditor.report.views.sample import ErrorView, ShareView, StratumView
from tests.report.site.conftest import Country

EVIL = "<img src=x onerror=alert(1)>"


def all_pages(country: Country) -> dict[str, str]:
    """Render one page of each kind."""
    board = country.board
    row = board.overview.audited[0]
    wordings = Wordings()
    wordings.note(row, country.story(row["number"]))
    return {
        "index": pages.index_page(board),
        "document": pages.document_page(board, row, country.story(row["number"]), {}),
        "question": pages.question_page(board, board.rubric.criteria[0], wordings),
        "series": pages.series_page(board, board.series[0]),
        "method": pages.method_page(board),
        "data": pages.data_page(board, ("comparison.csv", "statements.csv")),
    }


def test_nothing_is_loaded_from_elsewhere(country: Country) -> None:
    """No page names another host, runs a script of its own text or styles by attribute."""
    for name, page in all_pages(country).items():
        assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", page), name
        assert " style=" not in page and "<style" not in page, name
        assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page, name


def test_the_index_lists_every_document_in_the_order_given(country: Country) -> None:
    """All rows are in the page itself, so that it reads without a script."""
    body = pages.index_page(country.board).split('class="documents"')[1].split("</table>")[0]
    numbers = re.findall(r"<tr(?: class=no)?><td>(\d+)", body)
    assert numbers == [str(one.number) for one in country.entries]


def test_nothing_is_ranked_unless_asked(country: Country) -> None:
    """No score stands on the site, and answers cannot be sorted by; with `--ranking` both."""
    plain = pages.index_page(country.board)
    ranked = pages.index_page(replace(country.board, is_ranked=True))
    assert "Score (range)" not in plain and "This is no ranking" in plain
    assert '<th scope="col" data-fixed>Answer' in plain
    assert "Score (range)" in ranked and "data-fixed" not in ranked
    row = country.board.overview.audited[0]
    assert "<dt>Score" not in pages.document_page(
        country.board, row, country.story(row["number"]), {}
    )


def test_what_no_person_checked_is_marked(country: Country) -> None:
    """The mark stands on the page of each such document, and not on the others."""
    for row in country.board.overview.audited[:30]:
        page = pages.document_page(country.board, row, country.story(row["number"]), {})
        assert ("Not yet checked by a person." in page) is not row["checked"]


def test_the_manifest_names_a_document(country: Country) -> None:
    """A title that a person gives stands before the one found, and a file's name behind both."""
    row = country.board.overview.audited[0]
    named = {**row, "columns": {**row["columns"], "Title": "Kent’s plan for 2024"}}
    assert pages.shown_name(named) == "Kent’s plan for 2024"
    assert pages.shown_name(row) == row["document"]["title"]
    bare = {**row, "document": {**row["document"], "title": ""}}
    assert pages.shown_name(bare) == "1"


def test_replies_and_corrections_are_printed(country: Country) -> None:
    """The authors' words stand on the page unshortened, and the log of corrections with dates."""
    row = next(row for row in country.board.overview.audited if row["checked"])
    page = pages.document_page(country.board, row, country.story(row["number"]), {})
    assert "We have since published an annex." in page
    assert "<time>2026-03-12</time>: A page number was wrong." in page


def test_silence_shows_its_proof(country: Country) -> None:
    """Where nothing was found the page says how much was searched, and what came closest."""
    row = next(row for row in country.board.overview.audited if row["verdict"] == "absent")
    page = pages.document_page(country.board, row, country.story(row["number"]), {})
    assert "rests on what was not found" in page and "terms searched" in page


def test_a_web_address_leads_to_the_page(country: Country) -> None:
    """A document that was fetched from the web is linked to, page by page."""
    row = country.board.overview.audited[0]
    there = {**row, "source": "https://example.org/plan.pdf"}
    story = next(
        story
        for one in country.board.overview.audited
        if (story := country.story(one["number"])).deciding
    )
    page = pages.document_page(country.board, there, story, {})
    assert 'href="https://example.org/plan.pdf#page=' in page


def test_the_method_says_who_labelled_and_how_often_it_errs(country: Country) -> None:
    """The card's own sentence and every measured figure stand on the page."""
    card = country.rules.card
    assert card is not None
    page = pages.method_page(country.board)
    assert card.judged_by in page
    assert page.count('<span class="meta">') == len(card.figure)
    assert "No person has checked a sample" in page


def test_the_method_tells_the_measured_error(country: Country) -> None:
    """What people found replaces the sentence that nobody looked."""
    share: ShareView = {"wrong": 9, "share": 0.09, "low": 0.048, "high": 0.162}
    stratum: StratumView = {"name": "absent, sure, en", "size": 900, "checked": 100, "wrong": 9}
    error: ErrorView = {
        "size": 900,
        "checked": 100,
        "any_label": share,
        "reach": share,
        "reviewers": ["Ada"],
        "strata": [stratum],
    }
    page = pages.method_page(replace(country.board, error=error))
    assert "9.0 %" in page and "4.8 %" in page and "absent, sure, en" in page
    assert "No person has checked a sample" not in page


def test_a_series_shows_what_became_of_each_question(country: Country) -> None:
    """Each step names all sixteen questions, each once."""
    board = country.board
    series = next(one for one in board.series if any(s["kind"] == "version" for s in one["steps"]))
    for step in series["steps"]:
        fates = ("gained", "lost", "stalled", "kept", "silent", "unknown")
        named = [id for fate in fates for id in step[fate]]
        assert sorted(named) == sorted(one.id for one in board.rubric.criteria)
    page = pages.series_page(board, series)
    assert ". From one plan to the next" in page and "<svg" in page


def test_the_data_page_lists_what_there_is(country: Country) -> None:
    """A file that was not written is not offered."""
    page = pages.data_page(country.board, ("comparison.csv",))
    assert "data/comparison.csv" in page and "statements.parquet" not in page


@pytest.mark.parametrize("column", ["place", EVIL])
def test_markup_in_the_data_is_shown_and_not_run(country: Country, column: str) -> None:
    """Titles, columns and imprints with markup in them are text."""
    rows = [
        {
            **row,
            "columns": {**row["columns"], column: EVIL},
            "document": {**row["document"], "title": EVIL, "name": EVIL},
        }
        for row in country.board.rows[:10]
    ]
    from auditor.report.site.board import make_board

    board = make_board(rows, country.board.rubric, country.board.tool)
    page = pages.index_page(replace(board, imprint=Imprint(title=EVIL, author=EVIL)))
    assert "<img" not in page


def test_documents_left_out_are_counted(country: Country) -> None:
    """Who shows only what people checked says how many that leaves out."""
    assert "7 documents that no person has checked are left out" in pages.index_page(
        replace(country.board, left_out=7)
    )
