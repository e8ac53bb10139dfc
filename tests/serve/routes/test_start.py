"""The first screen: documents come in, each a job, and their names stay text."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from auditor.serve.jobs.job import Job
from auditor.serve.jobs.uploads import Upload, harmless
from tests.serve.conftest import Page


def _hand_in(page: Page, *names: str, **more: str) -> int:
    files = [(io.BytesIO(b"%PDF-1.7 nothing"), name) for name in names]
    answer = page.post("/documents", {"files": files, **more}, content_type="multipart/form-data")
    return answer.status_code


def test_each_file_is_a_job_of_its_own(page: Page) -> None:
    """Two files make two reports."""
    assert _hand_in(page, "a.pdf", "b.pdf") == 303
    assert [job.name for job in page.state.jobs.all()] == ["a.pdf", "b.pdf"]


def test_files_of_one_document_are_one_job(page: Page) -> None:
    """A plan and its annex, ticked as one document, make one report."""
    _hand_in(page, "plan.pdf", "annex.pdf", together="1")
    assert [job.upload.names for job in page.state.jobs.all()] == [("plan.pdf", "annex.pdf")]


def test_nothing_handed_in_is_told_plainly(page: Page) -> None:
    """Without a file there is no job, and a word on what to do."""
    answer = page.post("/documents", {}, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "Choose at least one document" in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/passwd",
        "..\\..\\windows\\system32\\plan.pdf",
        "/etc/cron.d/plan.pdf",
        "....//....//plan.pdf",
        "..",
        ".",
        "\x00plan.pdf",
        "x" * 400 + ".pdf",
        "ä" * 200 + ".pdf",
        "-rf.pdf",
        "~root.pdf",
        "$(touch x).pdf",
        "   ",
    ],
)
def test_no_name_leads_out_of_the_private_folder(page: Page, name: str) -> None:
    """Whatever a file is called, it is kept inside the folder of its own upload."""
    _hand_in(page, name, "second.pdf", together="1")
    room = page.state.room.resolve()
    for job in page.state.jobs.all():
        for path in job.upload.paths:
            assert path.resolve().is_relative_to(room)
            assert path.is_file() and len(path.name.encode()) <= 120


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x onerror=alert(1)>.pdf",
        "<script>alert(1)</script>.pdf",
        "{{7*7}}.pdf",
        "\u202egpj.exe.pdf",
        "plan & annex 'one'.pdf",
    ],
)
def test_markup_in_a_name_is_shown_as_text(page: Page, name: str) -> None:
    """A name can hold markup; the page shows it and does not obey it."""
    job = Job(Upload(page.state.room, (Path(harmless(name)),)))
    page.state.jobs.add(job)
    text = page.get("/jobs").text
    assert "<img" not in text and "<script" not in text and "49.pdf" not in text
    assert "\u202e" not in text


def test_markup_in_a_document_is_shown_as_text(page: Page) -> None:
    """Titles and sentences of a document are escaped on every screen that shows them."""
    from tests.builders import audit, explicit

    nasty = "<script>alert(1)</script> babies & <b>infants</b> matter {{ 7*7 }}."
    id = page.keep(audit([explicit(nasty)], title="<i>Plan</i>", name="<b>.pdf"))
    screens = [
        "/",
        f"/audits/{id}",
        f"/audits/{id}/report",
        f"/audits/{id}/review",
        f"/audits/{id}/review/s0001",
        "/history",
    ]
    for path in screens:
        text = page.get(path).text
        assert "<script>alert" not in text and "<i>Plan" not in text and "<b>.pdf" not in text, path
        assert "matter 49" not in text, path


def test_a_waiting_document_can_be_stopped(page: Page) -> None:
    """What has been handed in by mistake is deleted at once."""
    _hand_in(page, "mistake.pdf")
    job = page.state.jobs.all()[0]
    page.post(f"/jobs/{job.id}/away")
    assert job.state == "stopped" and not job.upload.folder.exists()
    page.post(f"/jobs/{job.id}/away")
    assert not page.state.jobs.all()


def test_what_a_stop_cut_short_is_told_of_once(page: Page) -> None:
    """After a restart the page names the documents that were not read to the end."""
    page.state.interrupted = ("plan.pdf",)
    assert "plan.pdf" in page.get("/").text
    assert "plan.pdf" not in page.get("/").text


@pytest.mark.parametrize("step", ["keep", "begin"])
def test_a_full_disk_is_told_and_nothing_of_the_uploads_stays(
    page: Page, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever file does not fit, all of that upload are gone, and the page says why."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "begin":
        monkeypatch.setattr(page.state.history, "begin", full)
    else:
        saved = FileStorage.save
        monkeypatch.setattr(
            FileStorage,
            "save",
            lambda file, place: full() if file.filename == "b.pdf" else saved(file, place),
        )
    files = [(io.BytesIO(b"%PDF-1.7 nothing"), name) for name in ("a.pdf", "b.pdf")]
    answer = page.post("/documents", {"files": files}, content_type="multipart/form-data")
    assert answer.status_code == 507
    assert "no room on the disk" in answer.text and "Traceback" not in answer.text
    assert not list(page.state.room.iterdir()) and not page.state.jobs.all()


@pytest.mark.parametrize(
    "failure",
    [
        "EncryptedDocumentError",
        "TooLargeDocumentError",
        "TimedOutError",
        "UnreadableDocumentError",
        "late",
        "memory",
        "crash",
        "bug",
        "full",
        "busy",
    ],
)
def test_every_failure_is_told_in_plain_words(page: Page, failure: str) -> None:
    """A document that could not be audited is never taken for a silent one."""
    job = Job(Upload(page.state.room, (Path("plan.pdf"),)))
    job.state, job.failure = "failed", failure
    page.state.jobs.add(job)
    text = page.get("/jobs").text
    assert "Could not be audited" in text
    assert "says nothing about what the document says" in text
    assert "Error" not in text and "Traceback" not in text
