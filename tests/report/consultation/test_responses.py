"""Answers to whole consultations: never too long, never cut, never citing what does not say it."""

from __future__ import annotations

import io
import re
import tomllib
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.pipeline import audit_document
from auditor.records import Audit, Reading, Statement
from auditor.report.consultation.composition import split_sentences
from auditor.report.consultation.questions import (
    Question,
    Questions,
    parse_questions,
    read_questions,
)
from auditor.report.consultation.responses import (
    Response,
    matched_words,
    render_questions,
    render_responses,
    respond,
    warnings,
)
from auditor.report.consultation.subjects import consultation_words
from auditor.report.office.word_responses import render_responses_docx
from auditor.report.story.audit_story import Story, tell
from auditor.report.view import view_of
from auditor.rules import Rules
from tests.builders import audit, excluded, explicit, rubric, rules, statement

SAMPLES = Path(__file__).parents[3] / "samples"
CONSULTATIONS = sorted((SAMPLES / "consultations").glob("*.toml"))
PLANS = ("01-measured", "02-absent", "03-excluded-by-floor", "06-mentioned", "07-explained")
JARGON = re.compile(
    r"\b(levels?|statements?|score|rubric|(?<!referral )criteri(?:a|on)|verdict|lexicons?"
    r"|auditor|s\d{4}|strength|explicit)\b",
    re.I,
)
POINTED = re.compile(r"[^”] \(page (?P<page>\d+)")


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
        words[form].format(name=name) for form in ("silent", "silent_unread") for name in names
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
    pages = {page for _, page in said(story)}
    assert {int(one["page"]) for one in POINTED.finditer(text)} <= pages
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


CRITERIA = [one.id for one in rubric().criteria]
WORDS = st.sampled_from(
    [
        "Babies",
        "will",
        "be",
        "seen",
        "by 2027",
        "CAMHS",
        "is for",
        "aged 5 to 18",
        "(see page 3)",
        "e.g.",
        "under-twos",
        "—",
        "A",
        "§",
        "her “own” way",
        "{name}",
        "x\u202ey",
        "😀",
    ]
)
TEXTS = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(WORDS, min_size=1, max_size=40),
    st.sampled_from([".", "", ";", "!", ".”", "?"]),
)
STATEMENTS = st.one_of(
    st.builds(
        explicit,
        TEXTS,
        strength=st.integers(1, 4),
        topic=st.sampled_from(["mental", "other"]),
        criteria=st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=3, unique=True),
        place=st.sampled_from(["body", "list", "table", "heading"]),
        section=st.sampled_from([(), ("1 A",), ("1 A", "1.1 “B”")]),
    ),
    st.builds(excluded, TEXTS),
    st.builds(statement, TEXTS.map(lambda text: f"{text} " * 20)),
)
QUESTIONS = st.lists(
    st.builds(
        Question,
        number=st.just("1"),
        text=st.sampled_from(
            [
                "Do you agree with our vision?",
                "How can access be better?",
                "Anything else?",
                "What training do staff need?",
                "Your name?",
                "What of data and funding?",
            ]
        ),
        words=st.sampled_from([0, 1, 8, 20, 60, 150]),
        characters=st.sampled_from([0, 1, 90, 400, 1500]),
        criteria=st.one_of(
            st.none(), st.lists(st.sampled_from(CRITERIA), max_size=6, unique=True).map(tuple)
        ),
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(STATEMENTS, max_size=8), QUESTIONS, st.booleans(), st.booleans())
def test_an_answer_keeps_its_promises(
    statements: list[Statement], questions: list[Question], paged: bool, unread: bool
) -> None:
    """Within its limit, of whole sentences, every page saying what is quoted; of any document."""
    made = audit(statements, paged=paged, unread=(9,) if unread and paged else ())
    story = story_of(made)
    for response in respond(Questions(tuple(questions)), story):
        check(response, story)


def test_a_cut_sentence_and_a_wrong_page_are_found() -> None:
    """What the property above rests on."""
    story = story_of(audit([explicit("Babies will be seen.", strength=1, criteria=("access",))]))
    (one,) = respond(Questions((Question("1", "", criteria=("access",)),)), story)
    assert left_over(one.text, story) == ""
    assert left_over(one.text[:-1], story) and left_over(one.text.replace("Babies", "They"), story)
    assert cited(one.text, story) == [("Babies will be seen.", 1)]
    assert ("Babies will be seen.", 2) not in said(story)


@pytest.mark.parametrize("consultation", CONSULTATIONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", PLANS)
def test_the_worked_examples_keep_the_promises_on_every_sample(
    name: str, consultation: Path
) -> None:
    """Three consultations, each on five plans."""
    story, _, responses = answered(name, consultation)
    for one in responses:
        check(one, story)
        assert not JARGON.findall(re.sub(r"“[^”]*”", "", one.text))


@cache
def letters_of(name: str) -> list[str]:
    """Read the letters and digits of each page of a sample, by the PDF library alone."""
    pages = pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf")
    return [letters(page.get_textpage().get_text_range()) for page in pages]


def letters(text: str) -> str:
    """Keep letters and digits."""
    return re.sub(r"[\W_]|\ufffe", "", text).casefold()


@pytest.mark.parametrize("name", PLANS)
def test_the_page_of_the_file_itself_says_what_is_quoted(name: str) -> None:
    """Not only our reading of it: the page, and where a passage runs on, the next."""
    pages = [*letters_of(name), ""]
    quotes = {
        each
        for consultation in CONSULTATIONS
        for one in answered(name, consultation)[2]
        for each in cited(one.text, answered(name, consultation)[0])
    }
    assert quotes or name == "02-absent"
    for quote, page in quotes:
        assert letters(quote) in pages[page - 1] + pages[page], (quote, page)


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
