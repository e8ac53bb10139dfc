"""Files by others cost what files of their kind may cost, and are answered in one line."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from auditor.errors import DataError, UnreadableDocumentError
from auditor.given_files import (
    LARGEST,
    MOST_PARTS,
    GivenFileError,
    check_archive,
    read_given,
    read_given_json,
)
from auditor.report.data.audit_json import read_audit_json
from auditor.report.view import view_of
from auditor.review.reading import read_reviews
from tests.builders import rich_audit, rules

BAD_JSON = {
    "deep": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000,
    "cut": b'{"a": [1, 2',
    "nothing": b"",
    "long number": b"[" + b"1" * 20_000 + b"]",
    "no UTF-8": b'"\xff\xfe"',
    "many parts": b"[" + b"[]," * (MOST_PARTS + 1) + b"1]",
}


@pytest.mark.parametrize("content", BAD_JSON.values(), ids=BAD_JSON)
def test_bad_json_is_one_line(tmp_path: Path, content: bytes) -> None:
    """Whatever is wrong with a JSON file, its readers say so, and no more."""
    path = tmp_path / "given.json"
    path.write_bytes(content)
    with pytest.raises(GivenFileError):
        read_given_json(path)
    with pytest.raises(UnreadableDocumentError) as audit:
        read_audit_json(path)
    with pytest.raises(DataError) as reviews:
        read_reviews(path)
    for caught in (audit, reviews):
        assert "\n" not in str(caught.value) and caught.value.remedy


def test_a_file_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A file of a terabyte costs no more than one of the limit."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(GivenFileError, match="larger than 64 MB"):
        read_given_json(path)
    with pytest.raises(DataError, match="larger than 32 MB"):
        read_reviews(path.rename(tmp_path / "huge.csv"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="has no such device")
def test_a_device_is_no_file() -> None:
    """What has no end is not begun."""
    with pytest.raises(GivenFileError):
        read_given(Path("/dev/zero"))


def _sheet(path: Path, cells: str, texts: str = "") -> Path:
    """Write a spreadsheet by hand."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            (
                f'{head}<Types xmlns="{package}/content-types">'
                '<Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
                "</Types>"
            ),
        )
        archive.writestr(
            "_rels/.rels",
            (
                f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
        )
        archive.writestr(
            "xl/workbook.xml",
            (
                f'{head}<workbook {space} xmlns:r="{office}"><sheets>'
                '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
            ),
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            (
                f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
            ),
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f"{head}<worksheet {space}><sheetData>{cells}</sheetData></worksheet>{texts}",
        )
    return path


HEADS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>decision</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>text</t></is></c></row>'
)
SHEETS = {
    "wide rows": HEADS
    + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 12_000)),
    "one far row": HEADS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("cells", SHEETS.values(), ids=SHEETS)
def test_a_small_sheet_takes_little_memory(tmp_path: Path, cells: str) -> None:
    """A sheet of a few kilobytes that claims sixteen thousand columns is read in 300 MB."""
    pytest.importorskip("openpyxl")
    path = _sheet(tmp_path / "sheet.xlsx", cells)
    program = (
        "import resource, sys; from pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))\n"
        "from auditor.review.reading import read_reviews\n"
        "print(len(read_reviews(Path(sys.argv[1])).decisions))\n"
    )
    assert resource.RLIMIT_AS
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=600
    )
    assert done.stdout.strip() == "0", done.stderr[-400:]


def test_a_sheet_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    """The sizes that an archive declares are added up before it is opened."""
    path = _sheet(tmp_path / "bomb.xlsx", " " * (LARGEST + 1))
    assert path.stat().st_size < 200_000
    with pytest.raises(GivenFileError, match="unpacks"):
        check_archive(path)
    with pytest.raises(DataError, match="unpacks"):
        read_reviews(path)


def test_an_unknown_flag_is_told() -> None:
    """An audit with a flag of another rubric is compared to nothing, and says why."""
    from auditor.comparison.versions import compare
    from auditor.report.web.html import render_comparison

    view = json.loads(json.dumps(view_of(rich_audit(), rules())))
    other = {**view, "flags": [{"id": "nonsense", "statements": []}]}
    with pytest.raises(UnreadableDocumentError, match="nonsense"):
        render_comparison(compare(view, other, rules()), rules().rubric)
