"""Where in a Word file's paragraph a mark can stand."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.margin.word_places import WordPlaces
from auditor.document.office.names import W
from tests.document.office.files import para, part, run

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CASES = [
    pytest.param(run("Every baby"), 0, False, "before", id="at the start of a run"),
    pytest.param(run("Every baby"), 10, True, "after", id="at its end"),
    pytest.param(run("Every baby"), 6, False, "inside", id="within"),
    pytest.param(FIELD.format(run("Every baby")), 6, False, "before", id="within a field"),
    pytest.param(FIELD.format(run("Every baby")), 6, True, "after", id="behind a field"),
]


@pytest.mark.parametrize(("inner", "offset", "ends", "where"), CASES)
def test_a_mark_stands_beside_a_run_or_within_it(
    inner: str, offset: int, ends: bool, where: str
) -> None:
    """Fields are not cut."""
    tree = etree.fromstring(part("w:body", para(inner)).encode())
    text = next(tree.iter(f"{W}t"))
    cut = WordPlaces(W).cut(text, offset, ends=ends)
    assert cut is not None and cut.where == where


def test_text_in_no_paragraph_has_no_place() -> None:
    """Nothing is written there."""
    text = next(etree.fromstring(part("w:body", run("stray")).encode()).iter(f"{W}t"))
    assert WordPlaces(W).cut(text, 0, ends=False) is None
