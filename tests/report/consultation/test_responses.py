"""Answers to whole consultations, and the files in which they are handed over."""

from __future__ import annotations

import io
import re
import tomllib

from auditor.report.consultation.composition import split_sentences
from auditor.report.consultation.questions import (
    Question,
    Questions,
    parse_questions,
    read_questions,
)
from auditor.report.consultation.responses import (
    matched_words,
    render_questions,
    render_responses,
    respond,
    warnings,
)
from auditor.report.office.word_responses import render_responses_docx
from tests.builders import audit, rubric, statement
from tests.report.consultation.promises import CONSULTATIONS, JARGON, answered, story_of


def test_an_open_question_gets_what_weighs_most_and_the_last_what_is_left() -> None:
    """Asks are not made twice where others are left."""
    story = story_of(audit([statement()]))
    questions = [
        Question("1", "Do you agree with our vision?"),
        Question("2", "What training do staff need?"),
        Question("3", "Anything else?"),
    ]
    first, second, last = respond(Questions(tuple(questions)), story)
    assert first.criteria[0] == "specialist-provision" and first.text.startswith(
        "The plan says nothing"
    )
    assert second.criteria == ("workforce",)
    assert not set(last.criteria) & ({"workforce"} | set(first.criteria))


def test_an_ask_without_its_finding_is_not_made_again() -> None:
    """Where the first limit left room for the ask alone, its subject was taken up all the same."""
    story = story_of(audit([statement()]))
    questions = (
        Question("1", "Do you agree with our vision?", words=48),
        Question("2", "Anything else?"),
    )
    first, last = respond(Questions(questions), story)
    assert "We ask" in first.text and "We found nothing" not in first.text
    assert not set(split_sentences(first.text)) & set(split_sentences(last.text))


def test_a_question_that_is_none_of_ours_is_told_so() -> None:
    """“Nothing here” is an answer too; so is a limit that no sentence fits."""
    story = story_of(audit([statement()]))
    questions = (Question("1", "What is your name?"), Question("2", "Data?", words=2))
    none, short = respond(Questions(questions), story)
    assert none.instead == "Nothing here for this question."
    assert "within two words" in short.instead


def test_the_matches_are_shown_and_can_be_corrected() -> None:
    """The file that is written can be given back; what a person changed then stands."""
    story = story_of(audit([statement()]))
    asked = Questions(
        (Question("1", 'Is "training" enough?', 90), Question("2", "Our vision?", 0, 500)), "Say"
    )
    responses = respond(asked, story)
    written = render_questions(asked, responses, story).decode()
    assert "# Staff are able to work with babies: from “training”" in written
    again = parse_questions(written.encode(), "again", rubric())
    assert [one.text for one in respond(again, story)] == [one.text for one in responses]
    corrected = written.replace('criteria = ["workforce"]', 'criteria = ["data"]')
    changed = respond(parse_questions(corrected.encode(), "again", rubric()), story)
    assert changed[0].criteria == ("data",) and changed[1].text == responses[1].text
    assert "As a person said: Babies are counted" in matched_words(changed[0], story)
    assert tomllib.loads(written)["question"][1]["characters"] == 500


def test_the_text_holds_every_question_with_its_answer_and_count() -> None:
    """Ready to paste, with the line ends that every program knows."""
    story, questions, responses = answered("06-mentioned", CONSULTATIONS[1])
    content = render_responses(questions, responses, story, file="x-questions.toml")
    told = content.decode("utf-8-sig")
    assert "a person has not yet checked" in told and "x-questions.toml" in told
    assert told.count("\r\n") == told.count("\n")
    for one in responses:
        assert one.question.text in told
        assert all(paragraph in told for paragraph in one.paragraphs)
        assert not one.text or f"({one.count})" in told
    assert not JARGON.findall(
        re.sub(r"“[^”]*”", "", told.split("QUESTION", 1)[1].replace("criteria and", ""))
    )


def test_pages_that_were_not_read_are_warned_of() -> None:
    """Before anything is sent; and nothing is where all was read."""
    partly = story_of(audit([statement()], unread=(2, 3), pages=12))
    assert any("of its 12 pages could not be read" in one for one in warnings(partly))
    assert len(warnings(story_of(audit([statement()])))) == 1


def test_the_word_file_holds_the_same() -> None:
    """A heading a question, a paragraph a subject; the same bytes each time."""
    from docx import Document

    story, questions, responses = answered("06-mentioned", CONSULTATIONS[1])
    content = render_responses_docx(questions, responses, story)
    assert content == render_responses_docx(questions, responses, story)
    file = Document(io.BytesIO(content))
    told = [one.text for one in file.paragraphs]
    headings = [one.text for one in file.paragraphs if one.style.name == "Heading 2"]
    assert headings == [f"{one.question.number}. {one.question.text}" for one in responses]
    assert all(paragraph in told for one in responses for paragraph in one.paragraphs)


def test_the_worked_examples_hold_what_forms_ask() -> None:
    """Three consultations, with limits of words and of characters, corrections, and others' questions."""
    all_of = [read_questions(path, rubric()) for path in CONSULTATIONS]
    assert len(all_of) == 3
    for questions in all_of:
        hows = {
            one.match.how
            for one in answered("02-absent", CONSULTATIONS[all_of.index(questions)])[2]
        }
        assert "words" in hows
        assert hows & {"respondent", "others", "elsewhere", "given"}
