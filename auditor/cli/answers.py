"""Answers to a consultation's own questions, written beside the report."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import path_option
from auditor.cli.outputs import Outputs
from auditor.errors import UsageError
from auditor.report.files import write_whole
from auditor.rules import Rules

if TYPE_CHECKING:
    from auditor.cli.holding import Held
    from auditor.report.consultation.questions import Questions


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a consultation, and the file that they came from."""

    questions: Questions
    path: Path


answers_option = path_option(
    "--answers",
    "QUESTIONS.toml",
    "Also answer a consultation's own questions (see docs/drafts.md).",
)


def read_asked(path: Path | None, rules: Rules) -> Asked | None:
    """Read the questions, where any are asked, before anything is audited.

    Raises:
        UsageError: there is no such file.
        DataError: the file has a mistake.

    """
    if path is None:
        return None
    from auditor.report.consultation.questions import read_questions

    return Asked(read_questions(path, rules.rubric), path)


def write_answers(asked: Asked | None, stem: str, outputs: Outputs, made: Held) -> tuple[Path, ...]:
    """Write the answers beside the report, where questions were asked; return their places.

    Raises:
        UsageError: the questions that were given would be replaced.

    """
    if asked is None:
        return ()
    from auditor.report.consultation.responses import (
        render_questions,
        render_responses,
        respond,
    )
    from auditor.report.story.audit_story import tell

    matched = outputs.beside(f"{stem}-questions.toml")
    if matched.resolve() == asked.path.resolve():
        raise UsageError(
            "the questions would be replaced by what they were taken to ask",
            place=str(asked.path),
            remedy="Give that file another name, or another folder with -o.",
        )
    story = tell(made.view, made.rules.rubric)
    responses = respond(asked.questions, story)
    written = {
        outputs.beside(f"{stem}-answers.txt"): render_responses(
            asked.questions, responses, story, file=matched.name
        ),
        matched: render_questions(asked.questions, responses, story),
    }
    if find_spec("docx") is not None:
        from auditor.report.office.word_responses import render_responses_docx

        made_docx = render_responses_docx(asked.questions, responses, story)
        written[outputs.beside(f"{stem}-answers.docx")] = made_docx
    for path, content in written.items():
        write_whole(path, content)
    return tuple(written)
