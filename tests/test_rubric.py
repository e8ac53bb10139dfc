"""The rubric is data that anyone may edit: it loads whole, or says what to mend and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.resources import rubric_file
from auditor.rubric import Rubric, read_rubric
from auditor.sentences import Count, fill
from auditor.toml_file import read_toml
from tests.builders import rubric

TEXT = rubric_file().read_text("utf-8")
GOLD = Path(__file__).parent / "gold"


def read(text: str, folder: Path) -> Rubric:
    """Read a rubric from a text."""
    file = folder / "rubric.toml"
    file.write_text(text, "utf-8")
    return read_rubric(file)


def test_the_shipped_rubric_asks_the_sixteen_questions_of_the_gold_set() -> None:
    """Ids are those of gold and of every report; weights sum to 100."""
    answer = json.loads(sorted((GOLD / "plans").glob("*.json"))[0].read_text("utf-8"))
    assert {one.id for one in rubric().criteria} == set(answer["levels"])
    assert sum(one.weight for one in rubric().criteria) == 100


def test_every_criterion_has_words_for_every_part_of_a_report() -> None:
    """Nothing a reader sees may come out empty."""
    for one in rubric().criteria:
        parts = (one.title, one.question, one.why, one.source, one.weight_reason, one.advice)
        assert all(len(part) > 10 for part in parts), one.id
        assert len(one.levels) == 5 and all(one.levels), one.id
        assert one.belongs and one.question.endswith("?"), one.id
        assert one.equiframe in rubric().equiframe.concepts


def test_advice_never_claims_that_anything_is_unlawful() -> None:
    """Age discrimination law does not cover under-18s everywhere: the argument is moral."""
    for one in rubric().criteria:
        assert not re.search(r"\b(unlawful|illegal|breach|Equality Act)\b", one.advice)


MISTAKES = [
    pytest.param('version = "1.0.0"', 'version = "one"', "no version", id="version"),
    pytest.param('id = "draft"', 'id = "drafft"', "unknown", id="flag id"),
    pytest.param('id = "workforce"', 'id = "data"', "twice", id="criterion twice"),
    pytest.param("{mental:statement speaks", "{mentl:statement speaks", "mentl", id="a name"),
    pytest.param("{mental:statement speaks|", "{mental:statement speaks ", "two forms", id="forms"),
    pytest.param("({extent})", "({extent)", "filled in", id="an open brace"),
    pytest.param("weight = 5", "weight = 0", "above 0", id="no weight"),
    pytest.param("weight = 5", 'weight = "5"', "whole number", id="weight as text"),
    pytest.param('equiframe = "Access"', 'equiframe = "Entry"', "EquiFrame", id="concept"),
    pytest.param("least_words = 1", "least_wrods = 1", "Did you mean “least_words”?", id="key"),
    pytest.param('belongs = ["scope"', 'belongs = [7, "scope"', "text in quotes", id="list"),
    pytest.param('title = "Measured"\n', "", "“title” is missing", id="missing key"),
    pytest.param("  \"Names babies beside children and young people, in", "# \"", "4 level texts",
                 id="four levels"),
    pytest.param('version = "1.0.0"', 'sha256 = "x"\nversion = "1.0.0"', "sha256", id="hash"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_names_its_line(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    """File, line and column, and what to do."""
    assert right in TEXT
    with pytest.raises(DataError) as caught:
        read(TEXT.replace(right, wrong, 1), tmp_path)
    assert said in str(caught.value)
    assert re.search(r"rubric\.toml:\d+:\d+$", caught.value.place)
    assert caught.value.remedy


def test_places_are_found_around_multi_line_texts(tmp_path: Path) -> None:
    """What looks like a key inside a long text is not one."""
    file = tmp_path / "a.toml"
    file.write_text('a = """\nb = 1\n"""\n[[t]]\nc = 1\n[[t]]\nc = 2\n[t.u]\nd = 3\n', "utf-8")
    places = read_toml(file).places
    assert ("b",) not in places
    assert places["t", 1, "c"] == (7, 1)
    assert places["t", 1, "u", "d"] == (9, 1)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.sampled_from(['"', "[", "=", "\n", "{", "x", "9", " "]))
def test_an_edited_rubric_loads_or_says_what_is_wrong(at: int, typed: str) -> None:
    """Any slip of a finger is a DataError with a place, and never a traceback."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            assert read(TEXT[:at] + typed + TEXT[at:], Path(folder)).criteria
        except DataError as error:
            assert re.search(r":\d+:\d+$", error.place)


def test_line_ends_make_no_difference_to_the_hash(tmp_path: Path) -> None:
    """A checkout on Windows has the same rubric."""
    (tmp_path / "a.toml").write_bytes(TEXT.encode())
    (tmp_path / "b.toml").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert read_rubric(tmp_path / "a.toml").sha256 == read_rubric(tmp_path / "b.toml").sha256


def test_numbers_are_written_with_their_nouns() -> None:
    """No "1 statements" and no "0 statement"."""
    sentence = "{mental:statement speaks|statements speak}"
    assert fill(sentence, {"mental": 1}) == "one statement speaks"
    assert fill(sentence, {"mental": 0}) == "no statements speak"
    assert fill(sentence, {"mental": 1200}) == "1,200 statements speak"
    assert f"{Count(3):=is|are}" == "are"
