"""A copy of the audited file with what the audit says in it: highlights in a PDF, comments in a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import UsageError
from auditor.records import Audit
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.document.margin.marks import Mark
    from auditor.document.margin.opening import OpenFile
    from auditor.report.margin.remark_rules import RemarkRules
    from auditor.report.margin.remarks import Remark, Remarks

ENDINGS = {"pdf": (".pdf",), "docx": (".docx", ".docm", ".dotx", ".dotm"), "odf": (".odt", ".ott")}
"""How the names of copies may end, by the kind of file that is copied."""


@dataclass(frozen=True, slots=True)
class MarkedCopy:
    """A marked copy, and the ending that its name should have."""

    content: bytes
    ending: str


def check_ending(source: Path, target: Path) -> None:
    """Refuse a name that promises another kind of file than the copy will be.

    Raises:
        UsageError: the ending of the copy belongs to another kind of file.

    """
    kinds = [kind for kind, endings in ENDINGS.items() if target.suffix.lower() in endings]
    wanted = [kind for kind, endings in ENDINGS.items() if source.suffix.lower() in endings]
    if kinds and wanted and kinds != wanted:
        raise UsageError(
            f"a marked copy of a {source.suffix} file is a {source.suffix} file",
            place=str(target),
            remedy=f"End its name in {source.suffix}.",
        )


def make_marked_copy(
    source: Path, audit: Audit, rules: Rules, *, suggest: bool = False, checked: bool = False
) -> MarkedCopy:
    """Make a copy of the source: a PDF with its evidence highlighted, a draft with remarks.

    `suggest` writes the wordings as tracked changes instead of comments; `checked` where people
    have checked the answer, which the copy says it is not otherwise.

    Raises:
        UsageError: the source is of a kind that cannot be marked.
        DocumentError: it is protected or signed, or cannot be read.

    """
    from auditor.document.margin.opening import has_margin

    if has_margin(source):
        return _mark_draft(source, audit, rules, suggest=suggest, checked=checked)
    if suggest:
        raise UsageError(
            "words can be suggested in a Word file or an OpenDocument text alone",
            place=source.name,
            remedy="Leave --suggest out, or give the draft itself.",
        )
    from auditor.report.print.annotated_copy import annotate

    return MarkedCopy(annotate(source, audit, rules, checked=checked), ".pdf")


def _mark_draft(
    source: Path, audit: Audit, rules: Rules, *, suggest: bool, checked: bool
) -> MarkedCopy:
    """Write remarks into the margin of a draft."""
    from auditor.document.margin.marks import Hand
    from auditor.document.margin.opening import open_file
    from auditor.report.margin.notes import top_comment
    from auditor.report.margin.remark_rules import remark_rules

    file, words = open_file(source), remark_rules(rules.rubric.report_language)
    audit = _part_of(audit, file)
    remarks = _choose(audit, file, words, rules)
    marks = [_mark(one, file, words, suggest=suggest) for one in remarks.written]
    suggested = sum(one.suggestion is not None for one in marks) if suggest else None
    said = top_comment(audit, remarks, words, suggested=suggested, checked=checked)
    top = _top(audit, file, said)
    content = file.write([*top, *marks], Hand(words.author, words.initials))
    endings = {"docx": source.suffix or ".docx", "odf": ".odt", "fodf": ".fodt"}
    return MarkedCopy(content, endings[file.kind])


def _part_of(audit: Audit, file: OpenFile) -> Audit:
    """Return an audit with the text of one file alone, where several were audited together.

    Raises:
        UsageError: the file is not the one that was audited.

    """
    document = audit.document
    blocks = [one for one in document.blocks if one.file in (None, file.name)]
    at = blocks[0].start if blocks and len(document.files) > 1 else 0
    if document.text[at : at + len(file.text)] != file.text:
        raise UsageError(
            "the file is not the one that was audited",
            place=file.name,
            remedy="Audit it again.",
        )
    if not at and len(document.files) < 2:
        return audit
    end = at + len(file.text)
    inside = [one for one in audit.statements if at <= one.start and one.end <= end]
    return replace(
        audit,
        statements=tuple(replace(one, start=one.start - at, end=one.end - at) for one in inside),
        document=replace(
            document,
            text=file.text,
            blocks=tuple(replace(one, start=one.start - at, end=one.end - at) for one in blocks),
            inserted=tuple((s - at, e - at) for s, e in document.inserted if at <= s < end),
        ),
    )


def _choose(audit: Audit, file: OpenFile, words: RemarkRules, rules: Rules) -> Remarks:
    """Choose the remarks that can be written; those without a place are summed up with the rest."""
    from auditor.report.margin.remarks import choose, find_remarks

    found, more = find_remarks(audit, words.remark, rules.rubric.limits)
    placed = [one for one in found if file.margin.holds(one.start, one.end)]
    unplaced = [one for one in found if not file.margin.holds(one.start, one.end)]
    return choose(placed, [*unplaced, *more], words.most, words.remark)


def _mark(remark: Remark, file: OpenFile, words: RemarkRules, *, suggest: bool) -> Mark:
    """Return what is written at a remark; a comment where no words can be suggested."""
    from auditor.document.margin.marks import Mark, Suggestion
    from auditor.report.margin.notes import comment_of, suggestion_of

    mark = Mark(remark.start, remark.end, comment_of(remark, words))
    made = suggestion_of(remark, words) if suggest else None
    suggestion = Suggestion(made.at, made.words, made.side) if made is not None else None
    if suggestion is None or not file.margin.takes(suggestion):
        return mark
    return replace(mark, suggestion=suggestion)


def _top(audit: Audit, file: OpenFile, said: tuple[str, ...]) -> list[Mark]:
    """Return the comment at the top, on the first line that can hold one."""
    from auditor.document.margin.marks import Mark

    for block in audit.document.blocks:
        if block.place != "running" and file.margin.holds(block.start, block.end):
            return [Mark(block.start, block.end, said)]
    return []
