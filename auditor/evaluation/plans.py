"""Whole plans held against gold: verdict, levels, explicit statements and key quotes.

A folder of plans holds one answer a plan (`01-name.json` with `verdict`, `levels`,
`explicit_statements` and `key_quotes`), here or in a folder `plans` beside it, and the
documents themselves (`01-name.pdf` or `01-name-a.pdf`, of several layouts), here or in a
folder `pdf` beside it. Where there is no PDF, `01-name.md` is audited. A file
`labels.jsonl` beside the answers names every explicit statement.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditorError, UsageError
from auditor.evaluation.gold import read_gold
from auditor.records import Audit
from auditor.rules import Rules

_REMEDY = "Name a folder with an answer for each plan (01-name.json) and its document."


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """What gold says of one plan."""

    name: str
    verdict: str
    levels: dict[str, int]
    explicit: int
    quotes: tuple[str, ...]
    texts: tuple[str, ...] | None = None
    """Every explicit statement; None where the gold set does not name them."""


@dataclass(frozen=True, slots=True)
class PlanScore:
    """What the auditor says of one document of a plan, beside gold."""

    document: str
    answer: PlanAnswer
    verdict: str
    levels: dict[str, int | None]
    explicit: int
    quotes_missed: tuple[str, ...]
    missed: tuple[str, ...]
    """Explicit statements of gold that the audit does not call explicit."""
    extra: tuple[str, ...]
    """Explicit statements of the audit that gold does not name."""
    error: str = ""
    """Why it could not be audited; "" where it was."""

    @property
    def is_right(self) -> bool:
        """True if the verdict is the one of gold."""
        return self.verdict == self.answer.verdict

    @property
    def level_error(self) -> float:
        """Average distance of the levels; one that does not apply counts as 0."""
        gold = self.answer.levels
        return sum(abs(level - (self.levels.get(id) or 0)) for id, level in gold.items()) / max(
            len(gold), 1
        )


def score_plans(folder: Path, rules: Rules) -> Iterator[PlanScore]:
    """Audit every document of every plan in a folder.

    Raises:
        UsageError: there is no such folder, or no plan with an answer and a document in it.

    """
    found = tuple(_find_documents(folder))
    if not found:
        raise UsageError("no plans in the folder", place=str(folder), remedy=_REMEDY)
    for answer, path in found:
        yield _score_plan(answer, path, rules)


def _find_documents(folder: Path) -> Iterator[tuple[PlanAnswer, Path]]:
    """Pair each answer with its documents."""
    if not folder.is_dir():
        raise UsageError("no such folder", place=str(folder), remedy=_REMEDY)
    answers_in = next(
        (place for place in (folder, folder.parent / "plans") if _answers(place)), folder
    )
    texts = _read_texts(answers_in / "labels.jsonl")
    for file in _answers(answers_in):
        answer = _read_answer(file, texts.get(file.stem, ()) if texts else None)
        pdfs = [
            path
            for place in dict.fromkeys((folder, folder.parent / "pdf"))
            for path in sorted(place.glob(f"{file.stem}*.pdf"))
        ]
        for path in pdfs or sorted(folder.glob(f"{file.stem}.md")):
            yield answer, path


def _answers(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.json"))
    return [path for path in files if '"verdict"' in path.read_text("utf-8")]


def _read_answer(file: Path, texts: tuple[str, ...] | None) -> PlanAnswer:
    try:
        gold = json.loads(file.read_text("utf-8"))
        return PlanAnswer(
            file.stem,
            str(gold["verdict"]),
            {str(k): int(v) for k, v in gold["levels"].items()},
            int(gold.get("explicit_statements", 0)),
            tuple(gold.get("key_quotes", ())),
            texts,
        )
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise UsageError("no answer to a plan", place=str(file), remedy=_REMEDY) from error


def _read_texts(file: Path) -> dict[str, tuple[str, ...]]:
    """Read the explicit statements of each plan; none where the gold set does not name them."""
    texts: dict[str, tuple[str, ...]] = {}
    for one in read_gold(file) if file.is_file() else ():
        if one.reach == "explicit" and one.plan:
            texts[one.plan] = (*texts.get(one.plan, ()), one.text)
    return texts


def _score_plan(answer: PlanAnswer, path: Path, rules: Rules) -> PlanScore:
    from auditor.pipeline import audit_document

    try:
        audit = audit_document(path, rules)
    except AuditorError as error:
        return PlanScore(path.name, answer, "not audited", {}, 0, answer.quotes, (), (), str(error))
    explicit = [one.text for one in audit.statements if one.reach == "explicit"]
    named = {plain(text) for text in answer.texts or ()}
    found = {plain(text) for text in explicit}
    return PlanScore(
        document=path.name,
        answer=answer,
        verdict=audit.verdict.name,
        levels={level.criterion: level.level for level in audit.levels},
        explicit=len(explicit),
        quotes_missed=_missed_quotes(answer, audit),
        missed=tuple(text for text in answer.texts or () if plain(text) not in found),
        extra=tuple(
            text for text in explicit if answer.texts is not None and plain(text) not in named
        ),
    )


def _missed_quotes(answer: PlanAnswer, audit: Audit) -> tuple[str, ...]:
    """Find the key quotes that the audit does not show."""
    listed = [one.text for one in audit.statements if one.reach != "none"]
    shown = [plain(text) for text in (*listed, *(one.text for one in audit.near_misses))]
    return tuple(
        quote for quote in answer.quotes if not any(plain(quote) in text for text in shown)
    )


def plain(text: str) -> str:
    """Write a text so that two printings of the same words are equal.

    >>> plain("the parent–infant  “bond”¹") == plain('the parent-infant "bond"1')
    True
    """
    text = re.sub(r"\[\^?\d+\]|\*", "", unicodedata.normalize("NFKC", text))
    text = re.sub(r"[‘’]", "'", re.sub(r"[“”]", '"', re.sub(r"[‐-―]", "-", text)))
    return " ".join(text.casefold().split())
