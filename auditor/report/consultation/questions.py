"""A consultation's own questions: read from a file or from pasted lines, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import DataError, UsageError
from auditor.given_files import GivenFileError, read_given
from auditor.report.consultation.limits import Limit
from auditor.report.consultation.subjects import consultation_words
from auditor.rules.positions import TomlFile, build, parse_toml
from auditor.rules.rubric import Rubric

LARGEST = 1024 * 1024
"""Bytes that a file of questions may have."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a consultation."""

    number: str
    text: str
    words: int = 0
    """The most words of an answer; 0 where the form sets no such limit."""
    characters: int = 0
    criteria: tuple[str, ...] | None = None
    """What a person says that it asks about; None where its words are to tell."""

    @property
    def limit(self) -> Limit:
        """How long an answer may be."""
        return Limit(self.words, self.characters)


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one consultation, in its order."""

    question: tuple[Question, ...]
    title: str = ""


def read_questions(path: Path, rubric: Rubric) -> Questions:
    """Read the questions of a consultation.

    Raises:
        UsageError: there is no such file, or it is too large.
        DataError: the file has a mistake; its place names line and column.

    """
    if not path.is_file():
        raise UsageError(
            "no such file",
            place=str(path),
            remedy="Give a TOML file with a [[question]] for each question; docs/drafts.md says how.",
        )
    try:
        content = read_given(path, LARGEST)
    except GivenFileError as error:
        raise UsageError(str(error), place=str(path)) from None
    return parse_questions(content, str(path), rubric)


def parse_questions(content: bytes, name: str, rubric: Rubric) -> Questions:
    """Parse a file of questions; `name` is what errors call it.

    Raises:
        DataError: it has a mistake.

    """
    file = parse_toml(content, name)
    _number_as_text(file)
    questions = build(Questions, file)
    _check(questions, file, rubric)
    return questions


def _number_as_text(file: TomlFile) -> None:
    """Take `number = 4` for `number = "4"`: both are what people write."""
    tables = file.content.get("question")
    for table in tables if isinstance(tables, list) else ():
        if isinstance(table, dict) and type(table.get("number")) is int:
            table["number"] = str(table["number"])


def _check(questions: Questions, file: TomlFile, rubric: Rubric) -> None:
    """Refuse what cannot be meant: no questions, a number twice, a subject that there is not."""
    if not questions.question:
        raise file.mistake((), "there is no question", "Add a [[question]] with number and text.")
    known = [one.id for one in rubric.criteria]
    seen: set[str] = set()
    for index, one in enumerate(questions.question):
        if one.number in seen:
            raise _mistake(file, index, "number", f"question {one.number} stands twice")
        if min(one.words, one.characters) < 0:
            raise _mistake(file, index, "words", "a limit cannot be below zero")
        for id in one.criteria or ():
            if id not in known:
                remedy = f"Use any of: {', '.join(known)}."
                raise _mistake(file, index, "criteria", f"there is no subject “{id}”", remedy)
        seen.add(one.number)


def _mistake(file: TomlFile, index: int, key: str, message: str, remedy: str = "") -> DataError:
    return file.mistake(("question", index, key), message, remedy or "Correct it.")


def pasted_questions(text: str) -> Questions:
    """Read questions that somebody pasted, one a line with its limit in brackets.

    A line without a number goes on with the question before, if that has one.

    >>> [(q.number, q.text, q.words) for q in pasted_questions("1. Why? (50 words)").question]
    [('1', 'Why?', 50)]
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Questions(tuple(_renumbered(_pasted(one) for one in _joined(lines))))


def _joined(lines: Iterable[str]) -> list[str]:
    """Put lines that go on with a numbered question to it."""
    pattern = consultation_words().pasted.number
    joined: list[str] = []
    for line in lines:
        goes_on = (
            joined and re.match(pattern, joined[-1], re.I) and not re.match(pattern, line, re.I)
        )
        if goes_on:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _pasted(line: str) -> Question:
    words = consultation_words().pasted
    number = re.match(words.number, line, re.I)
    rest = line[number.end() :] if number else line
    found = re.search(words.limit, rest, re.I)
    most = int(re.sub(r"\D", "", found["most"])) if found else 0
    by_words = found is not None and found["unit"].lower() == "word"
    text = " ".join(re.sub(words.limit, " ", rest, count=1, flags=re.I).split())
    return Question(
        number["number"] if number else "",
        text or rest.strip(),
        words=most if by_words else 0,
        characters=0 if by_words else most,
    )


def _renumbered(questions: Iterable[Question]) -> Iterable[Question]:
    """Give every question a number of its own: its own where it is free, else its place."""
    taken: set[str] = set()
    for place, one in enumerate(questions, 1):
        number = one.number or str(place)
        while number in taken:
            number += "+"
        taken.add(number)
        yield Question(number, one.text, one.words, one.characters, one.criteria)
