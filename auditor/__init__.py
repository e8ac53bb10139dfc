"""Reads strategy documents and reports whether babies and the 0-2s are addressed.

>>> from auditor import Rules, audit
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "1.1.0"
__all__ = ["Audit", "Rules", "__version__", "audit"]

if TYPE_CHECKING:
    from auditor.pipeline import audit_document as audit
    from auditor.records import Audit
    from auditor.rules import Rules

_HOMES = {
    "audit": ("auditor.pipeline", "audit_document"),
    "Audit": ("auditor.records", "Audit"),
    "Rules": ("auditor.rules", "Rules"),
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that `--help` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'auditor' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
