"""Ten headlines, one for each kind of document and one that cannot be told, on a page to be read.

`docs/headlines.md` is written by `--update-golden` from the documents in `headlines/`. What a
person must find by reading it aloud, no test finds; what a test finds is a word of the trade.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.pipeline import audit_document
from auditor.records import DOCUMENT_KINDS, Audit
from auditor.rules import Rules

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "headlines.md"
DOCUMENTS = sorted((Path(__file__).parent / "headlines").glob("*.md"))
OPENING = """\
# Ten headlines

What the first lines of a report say of ten short made-up documents: one of each kind that the
auditor tells apart, and one in a language that it has no lists for. The page is made by a test.
"""
TRADE = (
    "reach",
    "explicit",
    "statement",
    "strength",
    "nominal",
    "criterion",
    "rubric",
    "probability",
    "label",
)


@pytest.fixture(scope="module")
def audits() -> list[Audit]:
    """Audit the ten documents."""
    rules = Rules.read()
    return [audit_document(path, rules) for path in DOCUMENTS]


def test_the_page_holds_what_is_said_now(audits: list[Audit], update_golden: bool) -> None:
    """A headline changes only on purpose."""
    rubric = Rules.read().rubric
    names = {rule.id: rule.title for rule in (*rubric.verdict, rubric.cannot_tell)}
    page = OPENING + "".join(
        f"\n## {one.document.title}\n\n**{names[one.verdict.name]}.** {one.verdict.because}\n"
        for one in audits
    )
    if update_golden:
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page


def test_every_kind_of_document_has_its_headline(audits: list[Audit]) -> None:
    """Nine kinds, told by the documents themselves, and one that cannot be told."""
    assert [one.document.kind for one in audits[:9]] == list(DOCUMENT_KINDS)
    assert audits[9].verdict.name == "cannot_tell"


def test_no_headline_needs_the_guide(audits: list[Audit]) -> None:
    """Words that only the labelling guide explains stand in none of them."""
    for one in audits:
        said = one.verdict.because.lower()
        assert [word for word in TRADE if word in said] == []
