"""No file takes the tool down: each bad one is one clear error, and the next is read."""

from __future__ import annotations

import threading
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from auditor.document.sandbox import read_in_sandbox
from auditor.errors import (
    AuditorError,
    DocumentError,
    EncryptedDocumentError,
    TimedOutError,
    TooLargeDocumentError,
    UnreadableDocumentError,
    UsageError,
)
from auditor.isolation import nesting
from auditor.records import Reading
from tests.document.pages import show, write_pdf

QUICK = Reading(ocr="off", seconds=60)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give a small sound PDF."""
    return write_pdf(tmp_path / "plan.pdf", [show("Babies come first in this plan.", 60, 700)])


def bomb(path: Path, content: bytes, *, repeat: int = 1) -> Path:
    """Write a page whose content unpacks to much more than the file holds."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(content) for _ in range(repeat)) + packer.flush()
    document = pikepdf.new()
    page = document.add_blank_page()
    stream = pikepdf.Stream(document, b"")
    stream.write(data, filter=pikepdf.Name.FlateDecode)
    page.Contents = stream
    document.save(path, compress_streams=False)
    return path


def test_the_child_reads_what_this_process_would(plan: Path) -> None:
    """Reading in a child gives the same document."""
    from auditor.document.reading import read_document

    assert read_in_sandbox(plan, QUICK) == read_document(plan, QUICK)


def test_something_else_can_be_done_meanwhile(plan: Path) -> None:
    """The parent is free while the child reads."""
    done: list[int] = []
    read_in_sandbox(plan, QUICK, meanwhile=lambda: done.append(1))
    assert done == [1]


def test_a_limited_worker_reads_by_itself(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a worker with limits of its own no second process is started."""
    monkeypatch.setattr("subprocess.Popen", None)
    monkeypatch.setattr(nesting, "_isolated", True)
    assert "Babies" in read_in_sandbox(plan, QUICK).text


def test_threads_read_at_once(plan: Path) -> None:
    """Several threads may ask at the same time, as the local page does."""
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(read_in_sandbox(plan, QUICK).text))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["Babies come first in this plan."] * 3


def _encrypted(path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.save(path, encryption=pikepdf.Encryption(user="secret", owner="owner"))


def _truncated(path: Path) -> None:
    write_pdf(path, [show("Babies come first.", 60, 700)] * 9)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


BAD = {
    "empty.pdf": (lambda path: path.write_bytes(b""), UnreadableDocumentError),
    "blank.txt": (lambda path: path.write_bytes(b" \n \n"), UnreadableDocumentError),
    "page.pdf": (lambda path: path.write_bytes(b"<html>not a pdf</html>"), UnreadableDocumentError),
    "header.pdf": (
        lambda path: path.write_bytes(b"%PDF-1.7\nand nothing more"),
        UnreadableDocumentError,
    ),
    "truncated.pdf": (_truncated, UnreadableDocumentError),
    "secret.pdf": (_encrypted, EncryptedDocumentError),
    "old.doc": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        UnreadableDocumentError,
    ),
    "archive.zip": (lambda path: path.write_bytes(b"PK\x03\x04 broken"), UnreadableDocumentError),
    "picture.png": (
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
        UnreadableDocumentError,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_clear_error(tmp_path: Path, name: str) -> None:
    """Each kind of bad file is named, with a remedy, and the next file is read."""
    make, kind = BAD[name]
    make(tmp_path / name)
    with pytest.raises(DocumentError) as caught:
        read_in_sandbox(tmp_path / name, QUICK)
    assert type(caught.value) is kind
    assert caught.value.place == name and caught.value.remedy


def test_bytes_before_the_header_do_no_harm(plan: Path) -> None:
    """A file with junk before its first line is read all the same."""
    plan.write_bytes(b"junk\n" * 300 + plan.read_bytes())
    assert "Babies" in read_in_sandbox(plan, QUICK).text


def test_paths_that_lead_nowhere_are_the_users_to_mend(tmp_path: Path) -> None:
    """A missing path, a folder, or none at all is an error of usage."""
    for source in (tmp_path / "none.pdf", tmp_path, []):
        with pytest.raises(UsageError):
            read_in_sandbox(source, QUICK)


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    """A document over the limit of pages is not read."""
    path = write_pdf(tmp_path / "long.pdf", [show("a", 60, 700)] * 6)
    with pytest.raises(TooLargeDocumentError):
        read_in_sandbox(path, Reading(ocr="off", max_pages=5))


@pytest.mark.full
def test_a_memory_bomb_is_contained(tmp_path: Path, plan: Path) -> None:
    """A small file that unpacks to gigabytes ends its child and nothing else."""
    path = bomb(tmp_path / "space.pdf", b" " * (1 << 20), repeat=1600)
    with pytest.raises(DocumentError):
        read_in_sandbox(path, Reading(ocr="off", seconds=60, memory=1 << 30))
    assert "Babies" in read_in_sandbox(plan, QUICK).text


@pytest.mark.full
def test_a_time_bomb_is_contained(tmp_path: Path, plan: Path) -> None:
    """A file that asks for hours of work is given up after the seconds allowed."""
    path = bomb(
        tmp_path / "time.pdf", b"q\n" * (1 << 19) + b"0 0 m 9 9 l S\n" * (1 << 17), repeat=24
    )
    start = time.monotonic()
    with suppress(TimedOutError, TooLargeDocumentError):
        read_in_sandbox(path, Reading(ocr="off", seconds=3))
    assert time.monotonic() - start < 60  # by itself it would go on for hours
    assert "Babies" in read_in_sandbox(plan, QUICK).text


@pytest.mark.full
def test_nested_forms_are_contained(tmp_path: Path, plan: Path) -> None:
    """Forms that draw each other nine times over, eight deep, end as one error."""
    document = pikepdf.new()
    page = document.add_blank_page()
    form = document.make_stream(
        b"BT /F1 9 Tf (Babies) Tj ET",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 99, 99],
    )
    for _ in range(9):
        form = document.make_stream(
            b"/X Do " * 9,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 99, 99],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form)),
        )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    page.Contents = document.make_stream(b"/X Do")
    document.save(tmp_path / "forms.pdf")
    with pytest.raises(AuditorError):
        read_in_sandbox(tmp_path / "forms.pdf", Reading(ocr="off", seconds=5, memory=1 << 30))
    assert "Babies" in read_in_sandbox(plan, QUICK).text
