"""The names of elements and attributes in the files of Word and its kin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"


def first_form(element: Any, read: Callable[[Any], Iterable[T]]) -> list[T]:
    """Read the first of several forms of the same that says something."""
    found = (list(read(branch)) for branch in element.iterchildren(CHOICE, FALLBACK))
    return next(filter(None, found), [])


def below(element: Any, path: str) -> Any:
    """Return the first element of a path below one, itself for no path; None where it is missing."""
    return element.find(path) if path and element is not None else element


def value(element: Any, path: str = "") -> str | None:
    """Return what the element of a path is set to; None where it is missing, or set to nothing."""
    found = below(element, path)
    return None if found is None else found.get(f"{W}val")


def number(element: Any, path: str, otherwise: int) -> int:
    """Return what the element of a path counts."""
    digits = value(element, path) or ""
    return int(digits) if digits.isdigit() and len(digits) < 6 else otherwise


def is_on(element: Any, path: str = "") -> bool | None:
    """Return whether a switch is on; None where it is not set."""
    found = below(element, path)
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "off")
