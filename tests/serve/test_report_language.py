"""The reports of the page in another language; `test_welsh_screens` looks at its screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.rules import Rules
from auditor.serve.jobs.queue import worker_pool
from auditor.serve.server import Wanted
from tests.serve.conftest import Page


@pytest.fixture
def welsh(page: Page) -> Page:
    """A page whose reports are Welsh."""
    rubric = Rules.read(report_language="cy", weighed=False).rubric
    page.state.rules = replace(page.state.rules, rubric=rubric)
    return page


def test_a_report_of_the_page_is_welsh(welsh: Page) -> None:
    """On its screen and as a download."""
    id = welsh.keep()
    report = welsh.get(f"/audits/{id}/report").text
    assert '<html lang="cy">' in report and "Ar beth y mae’r ateb yn dibynnu" in report
    download = welsh.get(f"/audits/{id}/download/md").text
    assert "What the answer rests on" not in download and "Yr ateb" in download


def test_the_workers_read_the_rules_of_the_same_language() -> None:
    """Sentences of an audit are written where it is made."""
    pool = worker_pool(report_language="cy")
    assert pool.service.setup == (None, None, "cy")
    assert Wanted(report_language="cy").report_language == "cy" and Wanted().report_language == "en"
