"""PDF reports: tagged, titled, attached, safe; whatever stands in the document."""

from __future__ import annotations

import io
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from auditor.records import Audit
from auditor.report.data.audit_json import render_json
from auditor.report.print import pdf as pdf_module
from auditor.report.print.fonts import REPLACEMENT, find_lacking
from auditor.report.print.pdf import render_pdf
from auditor.report.story.imprint import Imprint
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rich_audit, rules, statement

HOSTILE = (
    "<script>alert(1)</script> for babies & <b>bold</b>",
    '{{ 7*7 }} {% raw %} #read("/etc/passwd") $x$ *a* _b_ @c `d` babies',
    '=HYPERLINK("http://example.org") babies',
    "babies pay\u202eyad\u2066 late",
)


def made(one: Audit, **more: Any) -> bytes:
    """Make the PDF of an audit."""
    return render_pdf(view_of(one, rules()), one, rules(), **more)


def opened(one: Audit, **more: Any) -> pikepdf.Pdf:
    """Open the PDF of an audit."""
    return pikepdf.open(io.BytesIO(made(one, **more)))


def tags(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Walk all elements of the structure tree."""
    stack = [pdf.Root.StructTreeRoot.K]
    while stack:
        node: Any = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                stack.append(node.K)


def words_of(content: bytes) -> str:
    """Read the text of a PDF back, as another program does."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return " ".join(" ".join(pages).split())


@pytest.fixture(scope="module")
def rich() -> pikepdf.Pdf:
    """Open the PDF of an audit with something of everything."""
    return opened(rich_audit())


def test_it_is_tagged_titled_and_in_a_language(rich: pikepdf.Pdf) -> None:
    """A screen reader learns the language and the title, and finds a structure."""
    assert bool(rich.Root.MarkInfo.Marked)
    assert str(rich.Root.Lang) == "en-GB"
    assert bool(rich.Root.ViewerPreferences.DisplayDocTitle)
    with rich.open_metadata() as metadata:
        assert "A Plan for Children" in str(metadata["dc:title"])
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_headings_never_skip_a_level(rich: pikepdf.Pdf) -> None:
    """Headings begin at 1 and go down one by one."""
    ranks = [int(str(tag.S)[2:]) for tag in tags(rich) if str(tag.S) in ("/H1", "/H2", "/H3")]
    assert ranks.count(1) >= 6
    assert set(ranks) <= {1, 2, 3}


def test_every_picture_has_a_text_alternative(rich: pikepdf.Pdf) -> None:
    """No figure is without its words."""
    figures = [tag for tag in tags(rich) if str(tag.S) == "/Figure"]
    assert len(figures) >= 2
    assert all(str(tag.get("/Alt", "")).strip() for tag in figures)


def test_heads_of_tables_say_what_they_head(rich: pikepdf.Pdf) -> None:
    """Each head cell has the scope of its column."""
    heads = [tag for tag in tags(rich) if str(tag.S) == "/TH"]
    assert heads
    assert all("/Scope" in repr(tag.A) for tag in heads)


def test_the_audit_is_attached_byte_for_byte() -> None:
    """The JSON in the PDF is the JSON that `--format json` gives."""
    one = rich_audit()
    pdf = opened(one)
    assert list(pdf.attachments) == ["audit.json"]
    attached = pdf.attachments["audit.json"].get_file()
    assert attached.read_bytes() == render_json(view_of(one, rules()))
    assert attached.mime_type == "application/json"


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(audit([]), id="nothing"),
        pytest.param(audit([statement("Roads.", reach="none")]), id="silent"),
        pytest.param(audit([explicit()], paged=False), id="no pages"),
        pytest.param(audit([statement("x", reach="none")], unread=range(2, 30)), id="cannot tell"),
        pytest.param(
            audit([excluded(f"CAMHS {n} is for 5 to 18.") for n in range(40)]), id="excluded"
        ),
    ],
)
def test_every_kind_of_audit_keeps_the_rules(one: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    """No audit needs the way out without the rules of PDF/UA and PDF/A."""
    asked: list[tuple[str, ...]] = []
    compile_one = pdf_module._compile

    def noted(*values: Any, standards: tuple[str, ...]) -> bytes:
        asked.append(standards)
        return compile_one(*values, standards=standards)

    monkeypatch.setattr(pdf_module, "_compile", noted)
    assert made(one).startswith(b"%PDF")
    assert asked == [pdf_module.STANDARDS]


def test_hostile_text_appears_as_text() -> None:
    """Markup, template syntax and functions of typst are set as they stand."""
    hostile = audit(
        [explicit(text, criteria=("access",)) for text in HOSTILE], title="<i>T</i> {{ 1 }} #x"
    )
    text = words_of(made(hostile))
    for words in (
        "<script>alert(1)</script>",
        "{{ 7*7 }} {% raw %}",
        "=HYPERLINK(",
        "pay[U+202E]yad[U+2066]",
        "<i>T</i> {{ 1 }} #x",
        "$x$ *a* _b_ @c `d`",
    ):
        assert words in text
    assert "root:" not in text


def test_characters_that_no_font_has_are_replaced_and_named() -> None:
    """A report still comes out, and says which characters it could not print."""
    strange = audit([explicit("Babies 婴儿 😀 matter \uf0b7 here.", criteria=("access",))])
    text = words_of(made(strange))
    assert "Characters replaced" in text
    assert "U+5A74" in text and "U+1F600" in text
    assert f"Babies {REPLACEMENT}{REPLACEMENT} {REPLACEMENT} matter • here." in text


@pytest.mark.parametrize(
    "words",
    [
        "الأطفال الرضع يحتاجون",
        "תינוקות זקוקים לאהבה",
        "младенцы и дети",
        "trẻ sơ sinh",
        "βρέφη",
        "शिशु",
    ],
)
def test_other_scripts_keep_the_rules(words: str) -> None:
    """Texts in other scripts are set, right to left where they run so."""
    assert made(audit([explicit(words)])).startswith(b"%PDF")


def test_lacking_characters_are_found_by_halving() -> None:
    """Few strays among many characters cost few questions."""
    asked: list[str] = []

    def shows(text: str) -> bool:
        asked.append(text)
        return "z" not in text

    assert find_lacking("abcdefghijklmnopqrstuvwxyz", shows) == "z"
    assert len(asked) < 12


def test_a_report_that_breaks_the_rules_is_made_without_them_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reader gets the report, and learns that it is not to the rules."""
    monkeypatch.setattr(pdf_module, "lacking", lambda unusual: "")
    text = words_of(made(audit([explicit("Babies 婴儿 matter.")])))
    assert "could not be made to the rules" in text


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    """The file is sound."""
    path = tmp_path / "report.pdf"
    path.write_bytes(made(rich_audit()))
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


def test_the_date_to_cite_is_printed() -> None:
    """A date that a person supplies stands in the report, and no other does."""
    assert "audited on 2026-03-01 with" in words_of(
        made(rich_audit(), imprint=Imprint(date="2026-03-01"))
    )
    assert "audited with" in words_of(made(rich_audit()))


@pytest.mark.full
def test_a_hundred_pages_take_under_two_seconds_in_three_formats() -> None:
    """HTML, Word and PDF of a long document are quick together, in processor time."""
    from auditor.report.formats import render

    many = [
        explicit(
            f"Baby {n} will be seen within {n} weeks.", strength=n % 4 + 1, criteria=("access",)
        )
        if n % 10 == 0
        else statement(f"Children {n} matter much.")
        for n in range(4000)
    ]
    one = audit(many, pages=100)
    view = view_of(one, rules())
    render("pdf", view, one, rules())
    taken = []
    for _ in range(3):
        begun = time.process_time()
        for name in ("html", "docx", "pdf"):
            render(name, view, one, rules())
        taken.append(time.process_time() - begun)
    assert min(taken) < 2
