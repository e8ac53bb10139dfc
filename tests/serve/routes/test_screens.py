"""Templates with what every screen needs around them."""

from __future__ import annotations

import pytest
from werkzeug.exceptions import NotFound

from auditor.serve.routes.screens import answer, go_to, reviewed_audit, see_other
from tests.serve.conftest import Page


def test_answers_have_a_kind_and_a_status(page: Page) -> None:
    """Another address is asked for next."""
    with page.client.application.test_request_context("/"):
        made = answer(b"a,b", "text/csv", 201)
        assert made.status_code == 201 and made.content_type == "text/csv"
        assert see_other("/help").status_code == 303
        assert go_to("audit", id="x").location == "/audits/x"


def test_an_unknown_audit_ends_the_request(page: Page) -> None:
    """With 404, whichever screen asks."""
    with page.client.application.test_request_context("/"), pytest.raises(NotFound):
        reviewed_audit("nothing")
