"""The words that labels are given in are those of the rubric."""

from __future__ import annotations

from auditor.records.labels import DOCUMENT_KINDS, MEASURES, PLACES, REACHES, SILENT_PLACES
from tests.builders import rubric


def test_every_label_has_a_name_in_the_rubric() -> None:
    """And the rubric names no other."""
    named = rubric()
    assert {one.id for one in named.reach} == set(REACHES)
    assert {one.id for one in named.place} == set(PLACES) > SILENT_PLACES
    assert {one.id for one in named.kind} == set(DOCUMENT_KINDS)
    assert {one.id for one in named.mark} == set(MEASURES)
