"""What an answer to a consultation promises, held against the audit that it was made from."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from auditor.pipeline import audit_document
from auditor.records import Audit, Reading
from auditor.report.consultation.composition import split_sentences
from auditor.report.consultation.questions import Questions, read_questions
from auditor.report.consultation.responses import Response, respond
from auditor.report.consultation.subjects import consultation_words
from auditor.report.story.audit_story import Story, tell
from auditor.report.view import view_of
from auditor.rules import Rules
from tests.builders import rubric, rules

SAMPLES = Path(__file__).parents[3] / "samples"
CONSULTATIONS = sorted((SAMPLES / "consultations").glob("*.toml"))
PLANS = ("01-measured", "02-absent", "03-excluded-by-floor", "06-mentioned", "07-explained")
JARGON = re.compile(
    r"\b(levels?|statements?|score|rubric|(?<!referral )criteri(?:a|on)|verdict|lexicons?"
    r"|auditor|s\d{4}|strength|explicit)\b",
    re.I,
)


def story_of(made: Audit) -> Story:
    """Tell an audit."""
    return tell(view_of(made, rules()), rubric())


@cache
def plan(name: str) -> Audit:
    """Audit a sample."""
    return audit_document(SAMPLES / f"{name}.pdf", Rules.read(), reading=Reading(ocr="off"))


@cache
def answered(name: str, consultation: Path) -> tuple[Story, Questions, tuple[Response, ...]]:
    """Answer a consultation on a sample."""
    made, english = plan(name), Rules.read()
    story = tell(view_of(made, english), english.rubric)
    questions = read_questions(consultation, english.rubric)
    return story, questions, respond(questions, story)


def whole_sentences(story: Story) -> set[str]:
    """List every sentence that may stand in an answer without a quote."""
    words = consultation_words().says
    names = [one.name for one in consultation_words().subject]
    fixed = {words["no_further"], *story.names.words["letter"].values()}
    fixed |= {
        words[form].format(name=name)
        for form in ("silent", "silent_unread", "little")
        for name in names
    }
    for one in story.answers:
        fixed |= {*split_sentences(one.advice), *split_sentences(one.rubric.why)}
    return fixed


def telling(story: Story) -> re.Pattern[str]:
    """Make the pattern of sentences that quote a passage, whole, or point at one."""
    quotes = "|".join(re.escape(" ".join(one["text"].split())) for one in story.view["statements"])
    place = r"(?: \([^()]*(?:\([^()]*\))?[^()]*\))?\.?"
    names = "|".join(re.escape(one.name) for one in consultation_words().subject)
    says = consultation_words().says
    forms = [
        form
        for form in says
        if form in ("welcome", "evidence", "against") or form.endswith("_points")
    ]
    patterns = [
        re.escape(says[form].removesuffix("."))
        .replace(r"\{name\}", f"(?:{names})")
        .replace(r"\{quote\}", f"(?:{quotes})")
        .replace(r"\{where\}", place)
        for form in forms
    ]
    return re.compile("|".join(patterns))


def left_over(text: str, story: Story) -> str:
    """Take every whole sentence out of an answer; what is left was cut, or is none of ours."""
    rest = telling(story).sub(" ", text)
    for sentence in sorted(whole_sentences(story), key=len, reverse=True):
        rest = rest.replace(sentence, " ")
    return rest.strip()


def check(response: Response, story: Story) -> None:
    """Hold an answer to all that is promised of it."""
    text, question = response.text, response.question
    if question.words:
        assert len(text.split()) <= question.words
    if question.characters:
        sent = text.replace("\n", "\r\n")
        assert len(sent.encode("utf-16-le")) // 2 <= question.characters
    assert left_over(text, story) == ""
    for quote, page in cited(text, story):
        assert (quote, page) in said(story), quote
    for subject, page in pointed(text, story):
        assert page in pages_of(subject, story), (subject, page)
    assert bool(text) != bool(response.instead)


def cited(text: str, story: Story) -> list[tuple[str, int]]:
    """Find the quotes of an answer with the pages that it cites; none may be left unfound."""
    passages = sorted((passage for passage, _ in said(story)), key=len, reverse=True)
    known = "|".join(map(re.escape, passages)) or "(?!)"
    found = re.findall(rf"“({known})” \(page (\d+)", text)
    assert len(found) == text.count("” (page ")
    return [(quote, int(page)) for quote, page in found]


def said(story: Story) -> set[tuple[str, int]]:
    """List what the document says, with the page of each passage."""
    return {
        (" ".join(one["text"].split()), one["page"])
        for one in story.view["statements"]
        if one["page"]
    }


def pointed(text: str, story: Story) -> list[tuple[str, int]]:
    """Find the pages at which an answer points without a quote, each with its subject."""
    says = consultation_words().says
    found = []
    for one in story.answers:
        name = re.escape(consultation_words().subject_named(one.id).name)
        for form in ("welcome_points", "evidence_points", "against_points"):
            pattern = re.escape(says[form].removesuffix(".")).replace(r"\{name\}", name)
            pages = re.findall(pattern.replace(r"\{where\}", r" \(page (\d+)"), text)
            found += [(one.id, int(page)) for page in pages]
    return found


def pages_of(subject: str, story: Story) -> set[int | None]:
    """List the pages of all passages that answer a subject, for babies or against them."""
    (one,) = [each for each in story.answers if each.id == subject]
    return {quote.where.page for quote in (*one.evidence, *one.more, *one.counter)}
