"""What is to be audited: files, folders, globs, manifests and URLs, as a list in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.batch.sources.addresses import WEB, FetchRules, scheme_of
from auditor.batch.sources.manifest import read_manifest
from auditor.batch.sources.remote import list_remote
from auditor.batch.sources.source import Source, is_url
from auditor.errors import DocumentError

_ENDINGS = """
.pdf .docx .docm .dotx .rtf .odt .fodt .odp .odg .pptx .ppsx .pptm .epub
.html .htm .xhtml .mht .mhtml .md .markdown .txt .text
"""
ENDINGS = frozenset(_ENDINGS.split())
"""What a folder is searched for: no sheets, which are mostly lists of other things.

A file named outright is tried whatever its ending.
"""


def find_sources(
    given: Iterable[str], *, output: Path | None = None, rules: FetchRules | None = None
) -> Iterator[Source]:
    """Turn what was typed into documents, in the order typed, folders by name.

    Nothing typed is lost: a folder or glob without documents yields a source
    that says so. What stands in the output folder is left out.

    Raises:
        UsageError: a manifest cannot be used, or an extra package is missing.

    """
    for each in given:
        found = False
        for source in _expand(each, output, rules or FetchRules()):
            found = True
            yield source
        if not found:
            yield Source((), label=each, problem="there is no document in it")


def _expand(given: str, output: Path | None, rules: FetchRules) -> Iterator[Source]:
    if is_url(given):
        yield from _expand_url(given, rules)
    elif Path(given).is_dir():
        yield from _walk(given, output)
    elif given.lower().endswith(".csv"):
        yield from read_manifest(Path(given))
    elif glob.has_magic(given) and not Path(given).exists():
        yield from (Source((path,)) for path in _match(given, output))
    else:
        yield Source((given,))


def _walk(folder: str, output: Path | None) -> Iterator[Source]:
    """List the documents under a folder, sorted, hidden ones and locks of editors left out.

    A folder that may not be opened is a source that says so.
    """
    closed: list[OSError] = []
    for top, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if _is_within(Path(top), output):
            folders.clear()
            continue
        for name in sorted(files):
            if _is_document(name) and not name.startswith((".", "~$")):
                yield Source((str(Path(top, name)),))
    for error in closed:
        yield Source((), label=str(error.filename), problem=f"cannot be opened ({error.strerror})")


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() in ENDINGS


def _match(pattern: str, output: Path | None) -> Iterator[str]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if Path(path).is_file() and not _is_within(Path(path), output):
            yield path


def _is_within(path: Path, folder: Path | None) -> bool:
    return folder is not None and path.resolve().is_relative_to(folder.resolve())


def _expand_url(url: str, rules: FetchRules) -> Iterator[Source]:
    """List a remote folder or glob; a URL of the web is always one file."""
    if scheme_of(url) in WEB:
        yield Source((url,))
        return
    try:
        yield from (Source((each,)) for each in list_remote(url, rules, _is_document))
    except DocumentError as error:
        yield Source((), label=url, problem=error.message)
