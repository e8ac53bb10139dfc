"""The shared words in a language: those of English where a file lacks them or there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.errors import DataError
from auditor.rules.resources import templates_folder
from auditor.rules.translating import shared_texts as module
from auditor.rules.translating.shared_texts import (
    SHARED,
    shared_lacking,
    shared_overlay,
    shared_texts,
)


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the English words and a language that nobody speaks."""
    for name in (f"{file}.toml" for file in SHARED):
        (tmp_path / name).write_bytes(templates_folder().joinpath(name).read_bytes())
    monkeypatch.setattr(module, "templates_folder", lambda: tmp_path)
    shared_texts.cache_clear()
    yield tmp_path
    shared_texts.cache_clear()


def test_words_are_laid_over_the_english_ones(templates: Path) -> None:
    """One heading is translated, the others are not, and are named."""
    (templates / "wording.xx.toml").write_text('[heading]\nanswer = "Yr ateb"\n', "utf-8")
    words, english = shared_texts("wording", "xx"), shared_texts("wording")
    assert words["heading"]["answer"] == "Yr ateb"
    assert words["heading"]["score"] == english["heading"]["score"] == "The score"
    assert "heading.score" in shared_lacking("xx")
    assert "heading.answer" not in shared_lacking("xx")


def test_a_language_without_a_file_lacks_every_word(templates: Path) -> None:
    """It is English, and says so."""
    assert shared_texts("wording", "xx") == shared_texts("wording")
    assert len(shared_lacking("xx")) == shared_overlay("wording", "xx").texts


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("wording", '[reason]\nempty = "y yr"\n'),
        ("wording", '[headings]\nanswer = "x"\n'),
        ("labels", '[review]\nreach = "x"\n'),
        ("labels", '[sheets]\nreview = "x"\n'),
        ("gaps", '[leaves_out]\nid = "x"\n'),
        ("gaps", '[beside]\nlanguage = ["x"]\n'),
        ("remarks", '[[remark]]\nid = "floor"\ninsertion = "x"\n'),
    ],
)
def test_words_of_documents_and_of_review_sheets_are_refused(
    templates: Path, file: str, text: str
) -> None:
    """What is read again, and what is compared with a document's words, is no text of a report."""
    (templates / f"{file}.xx.toml").write_text(text, "utf-8")
    with pytest.raises(DataError) as refused:
        shared_overlay(file, "xx")
    assert refused.value.place.startswith(f"{file}.xx.toml:")
