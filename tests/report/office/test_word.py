"""Word reports: real headings, header rows, alternative texts, text as text."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from auditor.records import Audit
from auditor.report.office.word import render_docx
from auditor.report.view import view_of
from auditor.rules.resources import templates_folder
from tests.builders import audit, explicit, rich_audit, rules, statement

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} babies & <b>infants</b> pay\u202eyad"


def made(one: Audit) -> bytes:
    """The Word report of an audit."""
    return render_docx(view_of(one, rules()), one, rules())


def test_headings_are_headings_and_tables_have_header_rows() -> None:
    """A screen reader can walk the report by its headings and knows the head of each table."""
    document = docx.Document(io.BytesIO(made(rich_audit())))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.text}
    assert {"Heading 1", "Heading 2"} <= styles
    assert document.tables
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml


def test_pictures_have_alternative_texts_and_the_file_a_title() -> None:
    """Every picture says what it shows; the file says what it is."""
    content = made(rich_audit())
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert xml.count("<wp:docPr") == xml.count('descr="') >= 0
    assert docx.Document(io.BytesIO(content)).core_properties.title


def test_hostile_text_stands_as_text() -> None:
    """Markup and template syntax in a document are words; bidi controls are written out."""
    document = docx.Document(io.BytesIO(made(audit([explicit(HOSTILE, criteria=("access",))]))))
    text = "\n".join(p.text for p in document.paragraphs)
    text += "\n".join(c.text for t in document.tables for r in t.rows for c in r.cells)
    assert "<script>alert(1)</script> {{ 7*7 }} {% raw %} babies & <b>infants</b>" in text
    assert "\u202e" not in text


def test_text_from_right_to_left_is_set_so() -> None:
    """A quote in Hebrew stands in a paragraph that runs from the right."""
    report = docx.Document(io.BytesIO(made(audit([explicit("תינוקות זקוקים לאהבה")]))))
    turned = [
        one
        for one in report.paragraphs
        if one._p.pPr is not None and one._p.pPr.find(qn("w:bidi")) is not None
    ]
    assert turned and "תינוקות" in turned[0].text


def test_a_restyled_template_keeps_its_look() -> None:
    """The styles of the template are the styles of the report."""
    content = (templates_folder() / "report.docx").read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as template,
        zipfile.ZipFile(io.BytesIO(made(rich_audit()))) as report,
    ):
        assert template.read("word/styles.xml") == report.read("word/styles.xml")


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(audit([]), id="nothing"),
        pytest.param(audit([statement("x", reach="none")], unread=range(2, 30)), id="cannot tell"),
        pytest.param(audit([explicit()], paged=False), id="no pages"),
    ],
)
def test_every_kind_of_audit_can_be_told(one: object) -> None:
    """No audit is too thin for a report."""
    assert zipfile.is_zipfile(io.BytesIO(made(one)))


def test_tables_say_what_they_are_and_headings_skip_no_level() -> None:
    """A screen reader hears what each table is, and walks an outline without holes."""
    report = docx.Document(io.BytesIO(made(rich_audit())))
    for table in report.tables:
        for tag in ("w:tblCaption", "w:tblDescription"):
            assert table._tbl.tblPr.find(qn(tag)).get(qn("w:val"))
    names = [one.style.name for one in report.paragraphs]
    ranks = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert ranks[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(ranks))


@pytest.mark.full
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """The report turns into a PDF with the answer on its first page."""
    import pypdfium2

    (tmp_path / "report.docx").write_bytes(made(rich_audit()))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "report.docx",
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as pdf:
        assert "The answer" in pdf[0].get_textpage().get_text_range()
