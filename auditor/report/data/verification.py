"""Where an audit differs from one that is made now of the same file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain

_NAMED = ("name", "title")
"""What may follow from the name of a file, which may have been renamed since."""
_CONTEXT = 20
"""Characters shown before the place where two texts differ."""


def find_differences(report: AuditView, made: AuditView) -> Iterator[str]:
    """Find where a report differs from one made now, the cause first."""
    before, now = report["document"]["sha256"], made["document"]["sha256"]
    if before != now:
        yield f"the file is another one: sha256 {before} in the report, {now} now"
    for key, what in (
        ("version", "version of the auditor"),
        ("rubric", "version of the rubric"),
        ("lexicons", "hash of word lists and rubric"),
        ("ocr", "OCR engine"),
    ):
        if report["tool"].get(key) != made["tool"].get(key):
            yield f"another {what}: {report['tool'].get(key)} then, {made['tool'].get(key)} now"
    if "reviews" in report and "reviews" not in made:
        yield "the report was made with people's decisions: give them with --reviews"
    renamed = report["document"]["name"] != made["document"]["name"]
    for trail, then, again in _walk(_checked(report, renamed), _checked(made, renamed), ""):
        start = _first_difference(then, again)
        yield f"{trail}: {_short(then, start)} in the report, {_short(again, start)} now"


def _checked(view: AuditView, renamed: bool) -> Plain:
    """Leave out what is compared elsewhere, and what follows from the name of a renamed file."""
    left_out = ("sha256", *_NAMED) if renamed else ("sha256",)
    document = {key: value for key, value in view["document"].items() if key not in left_out}
    checked: Plain = {key: value for key, value in view.items() if key != "tool"}
    return {**checked, "document": document}


def _walk(then: Any, now: Any, trail: str) -> Iterator[tuple[str, Any, Any]]:
    """Walk both, side by side, and give what differs."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key in [*then, *(key for key in now if key not in then)]:
            yield from _walk(then.get(key), now.get(key), f"{trail}.{key}" if trail else key)
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for index, (a, b) in enumerate(zip(then, now, strict=True)):
            yield from _walk(a, b, f"{trail}[{_mark(a, index)}]")
    elif then != now:
        yield trail, then, now


def _mark(value: Any, index: int) -> str:
    return str(value["id"]) if isinstance(value, dict) and "id" in value else str(index)


def _first_difference(then: Any, now: Any) -> int:
    """Find from where on two texts differ, a few words earlier; 0 for anything else."""
    if not isinstance(then, str) or not isinstance(now, str):
        return 0
    pairs = enumerate(zip(then, now, strict=False))
    at = next((index for index, (a, b) in pairs if a != b), min(len(then), len(now)))
    return max(0, at - _CONTEXT)


def _short(value: Any, start: int) -> str:
    """Write a value briefly, a long text from a little before it differs."""
    if isinstance(value, list):
        return f"{len(value)} entries"
    if not isinstance(value, str):
        return "nothing" if value is None else str(value)
    part = value[start : start + 3 * _CONTEXT]
    before, after = "…" if start else "", "…" if start + len(part) < len(value) else ""
    return f"“{before}{part}{after}”"
