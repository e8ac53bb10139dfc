"""Templates compiled once and kept in the user's cache folder, as Python keeps its modules.

Compiling costs more than rendering. What is kept holds the words of the templates and
nothing of a document; it is named after the versions that made it, and where it cannot
be kept the templates are compiled each time.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from auditor import __version__


class _Kept(FileSystemBytecodeCache):
    """A cache that may fail to keep or to find without harm."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a template."""
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def keep_compiled(kind: str) -> FileSystemBytecodeCache | None:
    """Make the cache of one kind of page; None where there is no folder of the user's own for it."""
    versions = f"{__version__}-{jinja2.__version__}-{sys.implementation.cache_tag}"
    folder = Path(platformdirs.user_cache_dir("auditor", appauthor=False), "templates", versions)
    folder /= kind
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return _Kept(str(folder)) if _is_own(folder) else None


def _is_own(folder: Path) -> bool:
    """True if the folder belongs to the user: compiled code of another's is not run."""
    if not hasattr(os, "getuid"):
        return os.access(folder, os.W_OK)
    about = folder.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022
