"""The folder of a site: each file replaced whole, what no longer belongs taken away, the rest left alone."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from auditor.errors import UsageError
from auditor.report.files import make_folder

LIST = "files.txt"
"""Names every file of the site: what a later run may take away again."""
_PART = ".auditor-part"
_ELSEWHERE = "Choose another folder with --site."


@dataclass(slots=True)
class SiteFolder:
    """The folder that a site is written to."""

    path: Path
    written: set[str] = field(default_factory=set)

    def open(self) -> None:
        """Make the folder, or take the one that is there if it is empty or holds a site.

        Raises:
            UsageError: it holds a page that is not the auditor's, or cannot be made.

        """
        if (self.path / "index.html").exists() and not (self.path / LIST).is_file():
            raise UsageError(
                "the folder holds another site",
                place=str(self.path),
                remedy="Choose an empty folder with --site.",
            )
        make_folder(self.path, _ELSEWHERE)

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file of the site, whole or not at all.

        Raises:
            UsageError: the folder cannot be written to.

        """
        path = self.path / name
        if name not in self.written:
            make_folder(path.parent, _ELSEWHERE)
        data = content.encode("utf-8", "replace") if isinstance(content, str) else content
        try:
            part = path.with_name(path.name + _PART)
            part.write_bytes(data)
            os.replace(part, path)
        except OSError as error:
            raise UsageError(
                f"cannot write the file ({(error.strerror or str(error)).lower()})",
                place=str(path),
                remedy="Make room, or choose another folder with --site.",
            ) from None
        self.written.add(name)

    def copy(self, source: Path, name: str) -> None:
        """Copy a file into the site.

        Raises:
            UsageError: it is gone, or the folder cannot be written to.

        """
        try:
            content = source.read_bytes()
        except OSError as error:
            raise UsageError(
                f"cannot be read ({error.strerror})",
                place=str(source),
                remedy="Run the batch again.",
            ) from None
        self.write(name, content)

    def close(self) -> None:
        """Take away what an earlier run wrote and this one did not, and list what is there."""
        for name in self._listed() - self.written:
            with contextlib.suppress(OSError):
                (self.path / name).unlink()
            with contextlib.suppress(OSError):
                (self.path / name).parent.rmdir()  # only where nothing is left in it
        self.write(LIST, "".join(f"{name}\n" for name in sorted({*self.written, LIST})))

    def _listed(self) -> set[str]:
        """Read what an earlier run wrote; names that lead out of the folder are not believed."""
        try:
            names = (self.path / LIST).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return set()
        return {name for name in names if _is_inside(name)}


def _is_inside(name: str) -> bool:
    """True for a name that stays within the folder.

    >>> _is_inside("documents/kent.html"), _is_inside("../kent.html"), _is_inside("/etc/passwd")
    (True, False, False)
    """
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name
