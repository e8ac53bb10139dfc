"""The annotated copy: highlights on the words, whichever way the page is turned."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from auditor.document.reading import read_document
from auditor.errors import AuditorError
from auditor.pipeline import audit_text
from auditor.records import Reading, Statement
from auditor.report.print.annotated_copy import annotate, annotate_again
from auditor.rules import Rules

SAMPLE = Path(__file__).parents[3] / "samples" / "07-explained.pdf"


def annotated(path: Path) -> bytes:
    """Audit a file and mark its evidence."""
    rules = Rules.read()
    return annotate(path, audit_text(read_document(path, Reading(ocr="off")), rules), rules)


def read_statements(path: Path) -> tuple[Statement, ...]:
    """The statements of a file."""
    document = read_document(path, Reading(ocr="off"))
    return audit_text(document, Rules.read()).statements


def turned(folder: Path, angle: int, shift: float = 0.0) -> Path:
    """A copy of the sample with every page turned, and its boxes moved."""
    with pikepdf.open(SAMPLE) as pdf:
        for page in pdf.pages:
            page.Rotate = angle
            x0, y0, x1, y1 = (float(edge) for edge in page.MediaBox)
            page.MediaBox = [x0 - shift, y0 - shift, x1 + shift, y1 + shift]
            page.CropBox = [x0, y0, x1, y1]
        pdf.save(folder / "turned.pdf")
    return folder / "turned.pdf"


def words_under(content: bytes) -> list[str]:
    """The words that stand under each highlight, as another reader finds them."""
    import pypdfium2

    found = []
    with pypdfium2.PdfDocument(content) as shown, pikepdf.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages):
            text = shown[number].get_textpage()
            for note in page.get("/Annots", []):
                if note.get("/Subtype") == "/Highlight":
                    points = [float(p) for p in note.QuadPoints]
                    parts = []
                    for at in range(0, len(points), 8):
                        xs, ys = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
                        parts.append(
                            text.get_text_bounded(min(xs) - 1, min(ys), max(xs) + 1, max(ys))
                        )
                    found.append(" ".join(" ".join(parts).split()))
    return found


def letters(text: str) -> str:
    """The letters and digits of a text, however its lines were broken."""
    return "".join(one for one in text.casefold() if one.isalnum())


@pytest.mark.parametrize(("angle", "shift"), [(0, 0), (90, 0), (180, 0), (270, 0), (0, 36)])
def test_highlights_lie_on_the_words_of_the_evidence(
    tmp_path: Path, angle: int, shift: float
) -> None:
    """Turned pages and shifted boxes do not move a highlight off its words."""
    path = turned(tmp_path, angle, shift)
    statements = [letters(one.text) for one in read_statements(path)]
    under = [letters(text) for text in words_under(annotated(path))]
    assert len(under) > 8
    assert not [text for text in under if not any(text in one or one in text for one in statements)]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    """The copy is a sound PDF."""
    (tmp_path / "marked.pdf").write_bytes(annotated(SAMPLE))
    assert (
        subprocess.run(["qpdf", "--check", tmp_path / "marked.pdf"], capture_output=True).returncode
        == 0
    )


def test_an_encrypted_file_is_refused_plainly(tmp_path: Path) -> None:
    """A protected source is not copied without its protection."""
    rules = Rules.read()
    audit = audit_text(read_document(SAMPLE, Reading(ocr="off")), rules)
    with pikepdf.open(SAMPLE) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="x", user=""))
    with pytest.raises(AuditorError) as caught:
        annotate(tmp_path / "locked.pdf", audit, rules)
    assert caught.value.remedy


def test_a_signed_file_is_refused_plainly(tmp_path: Path) -> None:
    """Any change would break a signature."""
    rules = Rules.read()
    audit = audit_text(read_document(SAMPLE, Reading(ocr="off")), rules)
    with pikepdf.open(SAMPLE) as pdf:
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                FT=pikepdf.Name.Sig,
                T=pikepdf.String("Signature"),
                V=pikepdf.Dictionary(Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite")),
            )
        )
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        pdf.save(tmp_path / "signed.pdf")
    with pytest.raises(AuditorError, match="sign"):
        annotate(tmp_path / "signed.pdf", audit, rules)


def marks_in(content: bytes) -> list[tuple[str, str]]:
    """Return kind and name of each mark of a PDF, page by page."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            (str(one.Subtype), str(one.get("/NM", "")))
            for page in pdf.pages
            for one in page.obj.get("/Annots", [])
        ]


def test_marks_are_made_anew_from_the_copy_alone() -> None:
    """The same audit gives the same marks; a statement taken away loses its own."""
    rules = Rules.read()
    audit = audit_text(read_document(SAMPLE, Reading(ocr="off")), rules)
    copy = annotate(SAMPLE, audit, rules)
    assert marks_in(annotate_again(copy, SAMPLE.name, audit, rules)) == marks_in(copy)
    none = replace(audit, statements=())
    left = [name for kind, name in marks_in(annotate_again(copy, SAMPLE.name, none, rules)) if name]
    assert left == ["key"]


def test_what_others_wrote_on_a_page_stays() -> None:
    """Only marks with the author and a name of ours are taken away."""
    rules = Rules.read()
    audit = audit_text(read_document(SAMPLE, Reading(ocr="off")), rules)
    with pikepdf.open(io.BytesIO(annotate(SAMPLE, audit, rules))) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=pikepdf.Array([10, 10, 30, 30]),
            T=pikepdf.String("A reader"),
            NM=pikepdf.String("s0001-1"),
        )
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))
        buffer = io.BytesIO()
        pdf.save(buffer)
    again = annotate_again(buffer.getvalue(), SAMPLE.name, replace(audit, statements=()), rules)
    assert sorted(name for _, name in marks_in(again) if name) == ["key", "s0001-1"]
