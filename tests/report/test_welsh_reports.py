"""A Welsh report has no English in it but quotes, names, ids and citations."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from lxml import html as lxml_html

from auditor.comparison.versions import compare
from auditor.pipeline import audit_document
from auditor.records import Audit, Reading
from auditor.report.consultation.pack import pack_of
from auditor.report.formats import render, render_comparison
from auditor.report.story.imprint import Imprint
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.review.applying import apply_reviews
from auditor.review.decisions import (
    Choice,
    Correction,
    Decision,
    Labels,
    Reply,
    Reviews,
    Target,
    key_of,
)
from auditor.rules import Rules

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PLANS = ("12-scanned-annex", "03-excluded-by-floor")
FORMATS = ("html", "md", "pdf", "docx", "summary-pdf", "summary-docx", "pptx")
SECTIONS = ("sections", "sections-docx")
IMPRINT = Imprint(date="2026-03-01", author="Ada")
ALIKE = frozenset(("Label", "Logo", "Ada", "Diolch", "Gwyw", "auditor verify REPORT FILE"))
"""Texts that stand in both languages: the same word, names, a command."""
WORD = re.compile(r"[^\W\d_]{3,}")
APART = re.compile(r"[·›|→“”()#>*:;,]|``|`")
"""What parts the pieces of a line: quotes, places, ids."""
IDS = re.compile(
    r"[\w.-]+\.(?:pdf|docx|json|txt)\b|\bs\d{4}\b|\b[0-9a-f]{7,}\b…?|\bSHA-256\b|\bsha256\b"
    r"|\bauditor \d[\d.]*"
)


@dataclass(frozen=True)
class Told:
    """A plan audited and reviewed, with the rules of one language of reports."""

    audit: Audit
    view: AuditView
    rules: Rules


@cache
def told(plan: str, language: str) -> Told:
    """Audit a plan and put decisions, a reply and a correction into its audit."""
    rules = Rules.read(None, None, language)
    audit = audit_document(SAMPLES / f"{plan}.pdf", rules, reading=Reading(ocr="off"))
    reviewed = apply_reviews(audit, reviews_of(audit), rules)
    view = {**view_of(reviewed.audit, rules), "reviews": reviewed.account}
    return Told(reviewed.audit, view, rules)


def reviews_of(audit: Audit) -> Reviews:
    """Return decisions of every kind on statements of an audit, one conflict and one lost."""
    said = [one for one in audit.statements if one.judgement.reach != "none"][:3]
    choices: tuple[Choice, ...] = ("accept", "reject", "relabel")
    decisions = [_on(audit, at, choice) for at, choice in enumerate(choices[: len(said)])]
    lost = Target("statement", text="Gwyw.", key=key_of("Gwyw."), id="s9999")
    return Reviews(
        decisions=(
            *decisions,
            _on(audit, 0, "reject", "Bo"),
            Decision(lost, "accept", Labels(reach="explicit"), Labels(), "Bo"),
        ),
        replies=(Reply(None, "Diolch.", "Ada"), Reply(decisions[0].target, "Diolch.", "Ada")),
        corrections=(Correction("2027-06-02", "Diolch.", "Bo"),),
    )


def _on(audit: Audit, at: int, choice: Choice, reviewer: str = "Ada") -> Decision:
    one = [one for one in audit.statements if one.judgement.reach != "none"][at]
    said = one.judgement
    seen = Labels(said.reach, said.topic, said.strength, said.criteria)
    new = Labels(reach="older") if choice == "relabel" else Labels()
    target = Target("statement", text=one.text, key=key_of(one.text), id=one.id)
    return Decision(target, choice, seen, new, reviewer, "Diolch.", "2027-05-03")


def english_left(english: Iterable[str], welsh: Iterable[str], plan: Told) -> list[str]:
    """Find texts that are the same in both languages and are not all quotes, names or ids."""
    both = set(welsh)
    return [one for one in dict.fromkeys(english) if one in both and _is_english(one, plan)]


def _is_english(text: str, plan: Told) -> bool:
    """True if words remain of a text when those of the document, names and ids are out of it."""
    known, flat = known_words(plan.view["document"]["name"]), " ".join(text.split())
    if flat in known:
        return False
    parts = (part.strip(" .-–—•▸▲▼?") for part in APART.split(IDS.sub(" ", flat)))
    return any(WORD.search(part) and part not in ALIKE and part not in known for part in parts)


@cache
def known_words(name: str) -> str:
    """Return the words of a document, and of what is cited, as one text."""
    plan = told(name.removesuffix(".pdf"), "en")
    rubric = plan.rules.rubric
    cited = [rubric.equiframe.source, *(one.source for one in rubric.criteria)]
    ids = [*plan.rules.criterion_ids]
    title = plan.view["document"]["title"] or ""
    heads = [head for one in plan.view["statements"] for head in one.get("columns", ())]
    said = [plan.audit.document.text, title, name, *cited, *ids, *heads]
    return " ".join(" ".join(said).split())


def texts(made: bytes, form: str) -> Iterator[str]:
    """Give the texts of a report, a paragraph or a node at a time."""
    if form.endswith("pdf"):
        for page in pypdfium2.PdfDocument(made):
            yield from page.get_textpage().get_text_bounded().splitlines()
    elif form.endswith(("docx", "pptx")):
        yield from _office_texts(made)
    elif form in ("html", "sections"):
        yield from _html_texts(made.decode("utf-8"))
    else:
        yield from made.decode("utf-8-sig").replace("\\", "").splitlines()


def _html_texts(page: str) -> Iterator[str]:
    spoken = ("aria-label", "alt", "title", "data-none", "data-many", "data-words", "data-said")
    for element in lxml_html.document_fromstring(page).iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            yield from (element.get(name, "") for name in spoken)
            yield from filter(None, ((element.text or "").strip(), (element.tail or "").strip()))


def _office_texts(made: bytes) -> Iterator[str]:
    part = re.compile(r"word/(document|header\d|footer\d)\.xml|ppt/(slides|notesSlides)/\w+\.xml")
    archive = zipfile.ZipFile(io.BytesIO(made))
    for name in filter(part.fullmatch, archive.namelist()):
        for paragraph in etree.fromstring(archive.read(name)).iter("{*}p"):
            yield "".join(one.text or "" for one in paragraph.iter("{*}t"))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("form", [*FORMATS, *SECTIONS])
def test_a_welsh_report_has_no_english(plan: str, form: str) -> None:
    """No text of the English report stands in the Welsh one unless the document says it."""
    made = {}
    for language in ("en", "cy"):
        one = told(plan, language)
        made[language] = list(
            texts(render(form, one.view, one.audit, one.rules, imprint=IMPRINT), form)
        )
    assert len(made["cy"]) > 15
    assert english_left(made["en"], made["cy"], told(plan, "en")) == []


@pytest.mark.parametrize("plan", PLANS)
def test_a_welsh_pack_has_no_english(plan: str) -> None:
    """Summary, amendments and contents, as they are pasted."""
    made = {language: list(_pack_texts(plan, language)) for language in ("en", "cy")}
    assert len(made["cy"]) > 40
    assert english_left(made["en"], made["cy"], told(plan, "en")) == []


def _pack_texts(plan: str, language: str) -> Iterator[str]:
    one = told(plan, language)
    pack = pack_of(b"%PDF", "", one.view, one.audit, one.rules, imprint=IMPRINT)
    archive = zipfile.ZipFile(io.BytesIO(pack))
    for name in archive.namelist():
        if name.endswith(".txt"):
            yield from texts(archive.read(name), "txt")


@pytest.mark.parametrize("progress", [False, True])
@pytest.mark.parametrize("form", ["html", "md", "pdf", "docx"])
def test_a_welsh_comparison_has_no_english(form: str, progress: bool) -> None:
    """Of two plans, as versions and as a plan and its report."""
    made = {}
    for language in ("en", "cy"):
        old, new = (told(plan, language) for plan in PLANS)
        comparison = compare(old.view, new.view, old.rules, progress=progress)
        page = render_comparison(form, comparison, old.rules, imprint=IMPRINT)
        made[language] = list(texts(page, form))
    left = english_left(made["en"], made["cy"], told(PLANS[0], "en"))
    assert [one for one in left if _is_english(one, told(PLANS[1], "en"))] == []


def test_english_that_is_left_is_found() -> None:
    """A sentence of the tool is told from one of the document, in a line of its own or in part."""
    plan = told(PLANS[1], "en")
    quote = next(one.text for one in plan.audit.statements if len(one.text) > 60)
    both = [quote, "s0001", "Every page could be read.", f"{quote} Set aside by hand"]
    assert english_left(both, both, plan) == [both[2], both[3]]
