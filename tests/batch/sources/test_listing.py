"""What was typed becomes a list of documents in a fixed order, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

from auditor.batch.sources.listing import find_sources
from auditor.batch.sources.source import Source, file_name


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def _found(tmp_path: Path, *given: str, output: Path | None = None) -> list[str]:
    return [
        Path(source.shown).relative_to(tmp_path).as_posix()
        for source in find_sources([str(tmp_path / each) for each in given], output=output)
    ]


def test_folder_is_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    """A folder yields its documents, sorted, whatever the file system's order."""
    _touch(tmp_path, "in/b.pdf", "in/a/z.PDF", "in/a/notes.xls", "in/.hidden/c.pdf", "in/~$x.docx")
    assert _found(tmp_path, "in") == ["in/b.pdf", "in/a/z.PDF"]


def test_output_folder_is_no_source(tmp_path: Path) -> None:
    """Reports of an earlier run inside the folder are not audited as documents."""
    _touch(tmp_path, "in/a.pdf", "in/out/reports/a.html")
    assert _found(tmp_path, "in", output=tmp_path / "in" / "out") == ["in/a.pdf"]


def test_glob_reaches_into_folders(tmp_path: Path) -> None:
    """Two stars stand for any folders between."""
    _touch(tmp_path, "in/a.pdf", "in/deep/er/b.pdf", "in/c.txt")
    assert _found(tmp_path, "in/**/*.pdf") == ["in/a.pdf", "in/deep/er/b.pdf"]


@pytest.mark.parametrize("given", ["empty", "empty/*.pdf"])
def test_empty_input_says_so(tmp_path: Path, given: str) -> None:
    """A folder or glob without documents is a source that names the problem."""
    (tmp_path / "empty").mkdir()
    (source,) = find_sources([str(tmp_path / given)])
    assert source.addresses == ()
    assert source.problem


def test_file_named_outright_is_tried(tmp_path: Path) -> None:
    """A file given by name is a source, whatever its ending, even where it is missing."""
    assert _found(tmp_path, "missing.xyz") == ["missing.xyz"]


def test_file_with_brackets_in_its_name_is_a_file(tmp_path: Path) -> None:
    """A name that looks like a glob and exists is that file."""
    _touch(tmp_path, "plan [final].pdf")
    assert _found(tmp_path, "plan [final].pdf") == ["plan [final].pdf"]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Stand in for the file system of `s3://` addresses."""
    fsspec = pytest.importorskip("fsspec")
    from fsspec.implementations.memory import MemoryFileSystem

    class Bucket(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
        protocol = "s3"
        store: ClassVar[dict[str, Any]] = {}

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return "/" + path.removeprefix("s3://").strip("/")

    monkeypatch.setattr(fsspec, "get_filesystem_class", lambda scheme: Bucket)
    system = Bucket()
    for name in ("b.pdf", "a.pdf", "c.png"):
        system.pipe(f"/batch-test/{name}", b"x")
    return system


def test_remote_folder_is_listed(bucket: Any) -> None:
    """A folder of a file system that fsspec knows yields the addresses in it."""
    found = [source.shown for source in find_sources(["s3://batch-test"])]
    assert found == ["s3:///batch-test/a.pdf", "s3:///batch-test/b.pdf"]


def test_remote_glob_is_listed(bucket: Any) -> None:
    """A glob yields what it covers."""
    found = [source.shown for source in find_sources(["s3://batch-test/*.p*"])]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/a/plan%202.pdf?x=1#top", "plan 2.pdf"),
        ("https://example.org", "example.org"),
        ("file:///plans/my%20plan.pdf", "my plan.pdf"),
    ],
)
def test_name_comes_from_the_end_of_an_address(address: str, name: str) -> None:
    """A document is called as its file, wherever it is."""
    assert file_name(address) == name


def test_relative_paths_start_from_the_manifest() -> None:
    """A path in a manifest is looked up beside the manifest."""
    assert Source(("a.pdf",), base="plans").path("a.pdf") == Path("plans/a.pdf")
