"""Author and logo are remembered for all reports, title and date for each."""

from __future__ import annotations

import base64
from pathlib import Path

from auditor.report.story.imprint import Imprint, Logo
from auditor.report.view import view_of
from auditor.serve.store.history import History
from tests.builders import rich_audit, rules

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def test_an_imprint_outlives_the_server(tmp_path: Path) -> None:
    """The author and the logo hold for the next audit too, the title does not."""
    first = History(tmp_path)
    one, other = (first.keep(view_of(rich_audit(), rules()), b"") for _ in range(2))
    first.imprints.keep_house("A charity", Logo(PIXEL, "png"))
    first.imprints.keep(one, "Our title", "1 March 2027")
    first.close()
    second = History(tmp_path)
    logo = Logo(PIXEL, "png")
    assert second.imprints.find(one) == Imprint("Our title", "1 March 2027", "A charity", logo)
    assert second.imprints.find(other) == Imprint(author="A charity", logo=logo)
    second.imprints.keep_house("", None)
    assert second.imprints.find(other) == Imprint()
    second.delete(one)
    second.imprints.keep(one, "Gone", "")
    assert second.imprints.find(one) == Imprint()
    second.close()
