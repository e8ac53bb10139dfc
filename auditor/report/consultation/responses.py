"""Answers to all questions of a consultation, and the files in which they are handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.report.consultation.composition import compose, split_sentences
from auditor.report.consultation.evidence import with_citable
from auditor.report.consultation.matching import Match, match
from auditor.report.consultation.questions import Question, Questions
from auditor.report.consultation.subjects import consultation_words
from auditor.report.data.toml_text import toml_text
from auditor.report.story.answers import Answer
from auditor.report.story.audit_story import Story
from auditor.report.templating import fill_text
from auditor.rules.sentence_templates import fill


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to one question of a consultation."""

    match: Match
    criteria: tuple[str, ...]
    """The subjects that were taken up, the weightiest first."""
    text: str
    """To be pasted; "" where there is nothing to say, or no sentence fits."""

    @property
    def question(self) -> Question:
        """The question that it answers."""
        return self.match.question

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs; none where there is no answer."""
        return tuple(filter(None, self.text.split("\n\n")))

    @property
    def count(self) -> str:
        """How long it is, and may be."""
        return self.question.limit.count(self.text)

    @property
    def instead(self) -> str:
        """What is said where there is no answer; "" where there is one."""
        sheet = consultation_words().sheet
        if self.text:
            return ""
        if self.criteria:
            return fill(sheet["too_short"], {"limit": self.question.limit.told()})
        return sheet["nothing"]


def respond(questions: Questions, story: Story) -> tuple[Response, ...]:
    """Answer each question of a consultation from an audit; asks are not made twice if avoidable."""
    matches = [match(one) for one in questions.question]
    named = {id for one in matches for id in one.criteria}
    letter = story.names.words["letter"]
    responses: list[Response] = []
    for found in matches:
        answers = _asked_about(found, named, _told_before(responses, story), story)
        is_first = not any(one.match.how == "general" for one in responses)
        opening = letter[story.view["verdict"]] if found.how == "general" and is_first else ""
        text = _compose(answers, found, story, opening) if answers else ""
        responses.append(Response(found, tuple(one.id for one in answers), text))
    return tuple(responses)


def _compose(answers: Sequence[Answer], match: Match, story: Story, opening: str) -> str:
    partly = story.is_unsure or bool(story.unread or story.unread_parts)
    answers = with_citable(answers, story.view["document"]["language"])
    return compose(answers, match.question.limit, opening=opening, partly_read=partly)


def _told_before(responses: Iterable[Response], story: Story) -> set[str]:
    """Find the subjects on which earlier answers ask or welcome something."""
    told = "\n".join(one.text for one in responses)
    return {one.id for one in story.answers if any(said in told for said in _marks_of(one))}


def _marks_of(answer: Answer) -> list[str]:
    """Return the words by which a subject is known in an answer: its name, the first thing asked."""
    return [consultation_words().subject_named(answer.id).name, *split_sentences(answer.advice)[:1]]


def _asked_about(match: Match, named: set[str], told: set[str], story: Story) -> tuple[Answer, ...]:
    """Choose what an answer takes up: what was named, or what would change most."""
    by_id = {one.id: one for one in story.answers}
    if not match.is_open:
        return tuple(by_id[id] for id in match.criteria if id in by_id)
    ranked = sorted(story.answers, key=lambda one: (one.id in told, -one.worth))
    wanted = [one for one in ranked if match.how == "general" or one.id not in named]
    return tuple(wanted[: consultation_words().most])


def matched_words(response: Response, story: Story) -> str:
    """Say what a question was taken to ask about, and why."""
    words, match = consultation_words().matching, response.match
    titles = [story.criterion_title(id) for id in response.criteria]
    if match.how == "words":
        told = zip(titles, match.cues, strict=True)
        return "; ".join(
            fill(
                words["from_words"], {"title": title, "cues": ", ".join(f"“{cue}”" for cue in cues)}
            )
            for title, cues in told
        )
    if match.how == "given":
        titles = titles or [words["nothing"]]
    return words[match.how] + (f": {'; '.join(titles)}" if titles else "")


def title_of(questions: Questions) -> str:
    """Return what the answers are called."""
    sheet = consultation_words().sheet
    if not questions.title:
        return sheet["title_plain"]
    return fill(sheet["title"], {"consultation": questions.title})


def warnings(story: Story) -> tuple[str, ...]:
    """Say what a person must know before an answer is sent; nothing where all is read and checked."""
    sheet, pages = consultation_words().sheet, story.view["document"]["pages"]
    said = [] if story.is_checked else [sheet["unchecked"]]
    if story.unread:
        told = fill(sheet["unread"], {"n": story.unread, "pages": pages})
        said.append(told[:1].upper() + told[1:])
    return tuple(said)


def render_responses(
    questions: Questions, responses: Sequence[Response], story: Story, *, file: str
) -> bytes:
    """Write the answers as plain text; `file` is where the matches stand.

    It is written with the line ends that every program knows.
    """
    text = fill_text(
        "answers.txt.j2",
        title=title_of(questions),
        story=story,
        responses=responses,
        warnings=warnings(story),
        sheet=consultation_words().sheet,
        say=fill,
        file=file,
    )
    return (text.replace("\n", "\r\n") + "\r\n").encode("utf-8-sig", "replace")


def render_questions(questions: Questions, responses: Sequence[Response], story: Story) -> bytes:
    """Write the questions again, each with what it was taken to ask about, to be corrected."""
    lines = "\n".join(_lines(questions, responses, story)) + "\n"
    return lines.encode("utf-8", "replace")


def render_plain_questions(questions: Questions) -> bytes:
    """Write the questions as they were asked; only what a person corrected is told of matches."""
    lines = [f"title = {toml_text(questions.title)}"] if questions.title else []
    for one in questions.question:
        lines += ["", *_asked_lines(one)]
        if one.criteria is not None:
            lines.append(_criteria_line(one.criteria))
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _lines(questions: Questions, responses: Sequence[Response], story: Story) -> Iterator[str]:
    words = consultation_words().matching
    for line in (*words["head"].splitlines(), "", words["known"]):
        yield f"# {line}".rstrip()
    yield from (f"#   {one.id}: {one.rubric.title}" for one in story.answers)
    if questions.title:
        yield from ("", f"title = {toml_text(questions.title)}")
    for one in responses:
        yield from ("", *_question_lines(one, matched_words(one, story)))


def _question_lines(response: Response, matched: str) -> Iterator[str]:
    yield from _asked_lines(response.question)
    yield f"# {' '.join(matched.split())}"
    if not response.match.is_open:
        yield _criteria_line(response.match.criteria)


def _asked_lines(question: Question) -> Iterator[str]:
    yield "[[question]]"
    yield f"number = {toml_text(question.number)}"
    yield f"text = {toml_text(question.text)}"
    if question.words:
        yield f"words = {question.words}"
    if question.characters:
        yield f"characters = {question.characters}"


def _criteria_line(criteria: Iterable[str]) -> str:
    return f"criteria = [{', '.join(map(toml_text, criteria))}]"
