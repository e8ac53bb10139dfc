"""Answers to a consultation's own questions: pasted, answered, corrected, and taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import Response, abort, request

from auditor.errors import DataError
from auditor.report.consultation import responses as consultation
from auditor.report.consultation.matching import match
from auditor.report.consultation.questions import (
    Question,
    Questions,
    parse_questions,
    pasted_questions,
)
from auditor.report.story.audit_story import Story, tell
from auditor.serve.routes.audits import attached
from auditor.serve.routes.screens import app_state, go_to, reviewed_audit, show_reviewed
from auditor.serve.store.reviewed_audit import ReviewedAudit

MOST_QUESTIONS = 30
LONGEST = 60_000
"""Characters that may be pasted."""
KEPT = "questions"
"""What the questions are called among the files kept with an audit."""
TOML = "[[question]]"
FORMS = ("txt", "docx", "toml")


def answer_questions(id: str) -> Response:
    """Show the questions with their answers, and a form; take questions that are pasted.

    With a problem, what was pasted stands in the form again.
    """
    reviewed, pasted, problem = reviewed_audit(id), request.form.get("pasted", "")[:LONGEST], ""
    if request.method == "POST":
        sent, problem = _read(pasted)
        if not problem:
            return _keep(id, sent)
    questions, story = _kept(reviewed), _story(reviewed)
    answered = consultation.respond(questions, story) if questions else ()
    return show_reviewed(
        "answers",
        reviewed,
        problem,
        responses=answered,
        matched=[consultation.matched_words(one, story) for one in answered],
        warnings=consultation.warnings(story),
        pasted=pasted,
        most=MOST_QUESTIONS,
    )


def take_matches(id: str) -> Response:
    """Take what a person says that the questions ask about, and answer them again."""
    reviewed = reviewed_audit(id)
    questions = _kept(reviewed)
    if questions is None:
        abort(404)
    chosen = request.form.getlist("criteria")
    known = [one.id for one in app_state().rules.rubric.criteria]
    corrected = tuple(
        _corrected(one, [id for id in known if f"{place}:{id}" in chosen])
        for place, one in enumerate(questions.question)
    )
    return _keep(id, replace(questions, question=corrected))


def download_answers(id: str, form: str) -> Response:
    """Answer with all answers as text or for Word, or with the questions and their matches."""
    reviewed = reviewed_audit(id)
    questions = _kept(reviewed)
    if questions is None or form not in FORMS:
        abort(404)
    stem, story = reviewed.stem, _story(reviewed)
    answered = consultation.respond(questions, story)
    if form == "toml":
        made = consultation.render_questions(questions, answered, story)
        return attached(made, f"{stem}-questions.toml")
    if form == "docx":
        from auditor.report.office.word_responses import render_responses_docx

        return attached(render_responses_docx(questions, answered, story), f"{stem}-answers.docx")
    made = consultation.render_responses(questions, answered, story, file=f"{stem}-questions.toml")
    return attached(made, f"{stem}-answers.txt")


def _story(reviewed: ReviewedAudit) -> Story:
    return tell(reviewed.view, app_state().rules.rubric)


def _read(pasted: str) -> tuple[Questions, str]:
    """Read questions pasted as lines or as the file that a person has, and what is wrong with them."""
    rubric = app_state().rules.rubric
    try:
        is_file = TOML in pasted
        found = (
            parse_questions(pasted.encode(), "The questions", rubric)
            if is_file
            else pasted_questions(pasted)
        )
    except DataError as error:
        return Questions(()), f"{error.message}. {error.remedy}"
    if len(found.question) > MOST_QUESTIONS:
        return found, "many"
    return found, "" if found.question else "none"


def _corrected(question: Question, chosen: Iterable[str]) -> Question:
    """Return a question with a person's choice, where that differs from what its words say."""
    criteria, alone = tuple(chosen), replace(question, criteria=None)
    same = set(criteria) == set(match(alone).criteria)
    return alone if same else replace(question, criteria=criteria)


def _keep(id: str, questions: Questions) -> Response:
    """Keep the questions with their audit, and show them answered."""
    content = consultation.render_plain_questions(questions)
    app_state().history.keep_file(id, KEPT, content)
    return go_to("answers", id=id, _anchor="answers")


def _kept(reviewed: ReviewedAudit) -> Questions | None:
    """Return the questions kept with an audit; none where a subject in them is no longer known."""
    content = app_state().history.find_file(reviewed.line.id, KEPT)
    if content is None:
        return None
    try:
        return parse_questions(content, KEPT, app_state().rules.rubric)
    except DataError:
        return None


ROUTES = (
    ("/audits/<id>/answers", "GET POST", "answers", answer_questions),
    ("/audits/<id>/answers/matches", "POST", "take_matches", take_matches),
    ("/audits/<id>/answers/<form>", "GET", "download_answers", download_answers),
)
