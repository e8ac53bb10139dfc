"""Where reports go: standard output, a file, or a folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from auditor.errors import UsageError
from auditor.report.formats import FORMATS, format_of_ending

_ENDINGS = ", ".join(kind.ending for kind in FORMATS.values())


@dataclass(frozen=True, slots=True)
class Outputs:
    """The formats asked for and where they go; no place at all means standard output."""

    formats: tuple[str, ...]
    file: Path | None = None
    folder: Path | None = None

    @property
    def printed(self) -> bool:
        """True if the report goes to standard output."""
        return bool(self.formats) and self.file is None and self.folder is None

    def path(self, stem: str, name: str) -> Path:
        """Return the file for one document in one format."""
        if self.file is not None:
            return self.file
        assert self.folder is not None
        return self.folder / f"{stem}-audit{FORMATS[name].ending}"

    def beside(self, name: str) -> Path:
        """Return a further file, which stands beside the report."""
        return (self.file.parent if self.file else self.folder or Path()) / name


NO_REPORT = Outputs(())


def plan_outputs(output: Path | None, formats: Sequence[str], documents: int) -> Outputs:
    """Decide where reports go, before anything is read.

    Raises:
        UsageError: the options contradict each other, or nothing can be written there.

    """
    if output is None:
        return _plan_default(tuple(formats) or ("html",))
    ending = format_of_ending(output.suffix)
    if output.is_dir() or not output.suffix:
        return Outputs(tuple(formats) or ("html",), folder=make_folder(output))
    if documents > 1 or len(formats) > 1:
        _refuse_one_file(output, documents)
    if not formats and ending is None:
        raise UsageError(
            f"no format has the ending {output.suffix}",
            place=str(output),
            remedy=f"End the name in one of: {_ENDINGS}.",
        )
    check_writable(output)
    return Outputs(tuple(formats) or (str(ending),), file=output)


def _refuse_one_file(output: Path, documents: int) -> NoReturn:
    """Refuse one file for several reports."""
    several = f"reports on {documents} documents" if documents > 1 else "several formats"
    together = ", or add --together to audit all files as one document" if documents > 1 else ""
    raise UsageError(
        f"one file cannot hold {several}",
        place=str(output),
        remedy=f"Name a folder, such as -o {output.stem}{together}.",
    )


def _plan_default(formats: tuple[str, ...]) -> Outputs:
    if len(formats) > 1:
        raise UsageError(
            "several formats need a folder", remedy="Add -o FOLDER, or ask for one format."
        )
    if FORMATS[formats[0]].printed:
        return Outputs(formats)
    return Outputs(formats, folder=make_folder(Path()))


def make_folder(folder: Path) -> Path:
    """Make the folder where it is missing, and make sure that it can be written to.

    Raises:
        UsageError: it cannot be made, or not be written to.

    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            "there is a file of that name",
            place=str(folder),
            remedy="Several reports need a folder: name another.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            "cannot make the folder", place=str(folder), remedy="Choose a place you may write to."
        ) from error
    _check_folder(folder)
    return folder


def check_writable(path: Path) -> None:
    """Make sure that a file can be written.

    Raises:
        UsageError: its folder is missing or not to be written to.

    """
    if path.is_dir():
        raise UsageError("a folder has that name", place=str(path), remedy="Name a file.")
    if not path.parent.is_dir():
        raise UsageError("no such folder", place=str(path.parent), remedy="Make it first.")
    _check_folder(path.parent)


def _check_folder(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(
            "the folder cannot be written to",
            place=str(folder),
            remedy="Choose one you may write to.",
        )
