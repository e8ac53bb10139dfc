"""Audits side by side in the page."""

from __future__ import annotations

import re

import pytest

from auditor.report.formats import COMPARISON_FORMATS
from auditor.serve.routes.comparison import ROUTES
from tests.serve.conftest import Page


@pytest.fixture
def pair(page: Page) -> tuple[str, str]:
    """Two audits, the later one last."""
    return page.keep(), page.keep()


def test_two_are_versions_in_the_order_of_the_history(page: Page, pair: tuple[str, str]) -> None:
    """Whichever was ticked first."""
    for chosen in (pair, pair[::-1]):
        answer = page.get(f"/compare?audit={chosen[0]}&audit={chosen[1]}")
        assert answer.status_code == 303
        assert f"old={pair[0]}" in answer.location and f"new={pair[1]}" in answer.location


def test_versions_are_two(page: Page, pair: tuple[str, str]) -> None:
    """With fewer or more the list comes back, with its ticks; many go side by side."""
    answer = page.get(f"/compare?how=two&audit={pair[0]}")
    assert answer.status_code == 422 and "exactly two" in answer.text
    assert re.findall(r'value="(\w+)" id="pick[^>]* checked', answer.text) == [pair[0]]
    nothing = page.get("/compare?how=many")
    assert nothing.status_code == 422 and "at least one" in nothing.text
    assert "/side-by-side" in page.get(f"/compare?how=many&audit={pair[0]}").location


@pytest.mark.parametrize("format", COMPARISON_FORMATS)
def test_a_comparison_can_be_saved(page: Page, pair: tuple[str, str], format: str) -> None:
    """In each of its formats, and in no other."""
    query = f"old={pair[0]}&new={pair[1]}"
    answer = page.get(f"/versions/download/{format}?{query}")
    assert (
        answer.status_code == 200
        and f"versions-compared.{format}" in answer.headers["Content-Disposition"]
    )
    assert page.get(f"/versions/download/exe?{query}").status_code == 404


def test_a_table_of_many_is_framed_and_saved(page: Page, pair: tuple[str, str]) -> None:
    """It may run its own script alone."""
    query = f"audit={pair[0]}&audit={pair[1]}"
    assert page.get(f"/side-by-side?{query}").status_code == 200
    table = page.get(f"/side-by-side/table?{query}")
    assert "sandbox allow-scripts" in table.headers["Content-Security-Policy"]
    assert page.get(f"/side-by-side/download/csv?{query}").status_code == 200
    assert page.get("/side-by-side").status_code == 404 and len(ROUTES) == 7
