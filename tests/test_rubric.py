"""The rubric is data that anyone may edit: it loads whole, or says what to mend and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.records import DOCUMENT_KINDS, MEASURES
from auditor.rules import Rules
from auditor.rules.positions import read_toml
from auditor.rules.resources import lexicons_folder, rubric_file
from auditor.rules.rubric import Rubric
from auditor.rules.rubric_reading import read_rubric, sentences_of
from auditor.rules.sentence_templates import COUNTS, WORDS, Count, fill, stop_after, with_stop
from tests.builders import rubric

TEXT = rubric_file(None, lexicons_folder()).read_text("utf-8")
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
    pytest.param('version = "2.0.0"', 'version = "one"', "no version", id="version"),
    pytest.param('id = "draft"', 'id = "drafft"', "unknown", id="flag id"),
    pytest.param('id = "workforce"', 'id = "data"', "twice", id="criterion twice"),
    pytest.param("{mental:no passage is", "{mentl:no passage is", "mentl", id="a name"),
    pytest.param("{deciding:passage|passages}", "{deciding:passages}", "two forms", id="forms"),
    pytest.param('id = "manifesto"', 'id = "novel"', "Use one of", id="kind of document"),
    pytest.param('id = "money"', 'id = "date"', "twice", id="mark twice"),
    pytest.param("({extent})", "({extent)", "filled in", id="an open brace"),
    pytest.param("weight = 5", "weight = 0", "above 0", id="no weight"),
    pytest.param("weight = 5", 'weight = "5"', "whole number", id="weight as text"),
    pytest.param('equiframe = "Access"', 'equiframe = "Entry"', "EquiFrame", id="concept"),
    pytest.param("least_words = 1", "least_wrods = 1", "Did you mean “least_words”?", id="key"),
    pytest.param('belongs = ["scope"', 'belongs = [7, "scope"', "text in quotes", id="list"),
    pytest.param('title = "Measured action"\n', "", "“title” is missing", id="missing key"),
    pytest.param(
        '  "Names babies beside children and young people, in',
        '# "',
        "4 level texts",
        id="four levels",
    ),
    pytest.param('version = "2.0.0"', 'sha256 = "x"\nversion = "2.0.0"', "sha256", id="hash"),
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
    place = read_toml(file, name="a.toml").place
    assert place(("b",)) == "a.toml:1:1"
    assert place(("t", 1, "c")) == "a.toml:7:1"
    assert place(("t", 1, "u", "d")) == "a.toml:9:1"


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
    sentence = "{mental:passage speaks|passages speak}"
    assert fill(sentence, {"mental": 1}) == "one passage speaks"
    assert fill(sentence, {"mental": 0}) == "no passages speak"
    assert fill(sentence, {"mental": 1200}) == "1,200 passages speak"
    assert f"{Count(3):=is|are}" == "are"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "It is silent."),
        (1, "It is silent. One names them."),
        (14, "It is silent. In all, 14 do."),
    ],
)
def test_what_is_left_out_leaves_no_gap(count: int, said: str) -> None:
    """A third form is for none, and may be empty."""
    assert fill("It is silent. {other:|One names them.|In all, # do.}", {"other": count}) == said


SENTENCES = {".".join(map(str, trail)): sentence for trail, sentence in sentences_of(rubric())}
PARTS = tuple(
    f"phrases.{key}"
    for key in (
        "where_page",
        "where_label",
        "where_file",
        "where_section",
        "where_nowhere",
        "where_doubt",
        "extent_pages",
        "extent_words",
        "extent_parts",
        "language_unread",
        "language_unread_why",
        "could_be_one",
        "could_be_two",
        "could_be_many",
        "opening",
        "opening_doubt",
        "opening_kind",
        "opening_kind_doubt",
    )
)
"""Phrases that stand inside sentences."""
FILLED = {
    "strongest": "We will act for babies.",
    "stop": "",
    "where": "on page 12",
    "extent": "82 of 84 pages",
    "why": "no text layer",
    "language": "Welsh",
    "would_be": "Silent",
    "share": "34",
    "name": "action",
    "opening": "The document",
    "kind": "This is a manifesto",
    "could_be": "“Action”",
    "page": "12",
    "label": "x",
    "file": "plan.pdf",
    "section": "Access",
    "low": "Silent",
    "high": "Action",
    "verdict": "Silent",
}
WRONG = (
    r"\bno \w+ (?:speak|give|say|leave|promise|name|include|are|have|seem)\b",
    r"\b0\b",
    r"  ",
    r"\b1 \w+",
    r"\bone \w+s (?:is|are|have|has)\b",
    r"\bone \w+ (?:are|have|speak|leave|give)\b",
    r"\b(?:two|14) \w+ (?:is|has|leaves|gives|seems|promises)\b",
    r"\b(?:two|14) (?:page|passage)\b",
    r"\b(?:none|one) (?:are|have|give|go|promise|do)\b",
    r"\b(?:two|14) (?:is|has|gives|goes)\b",
    r"[{}|#]",
    r" [.,;:]",
    r"\.\.",
    r"[.] [a-z]",
    r"\ban? [aeiou]?\d",
)
"""What no editor would print."""
GUIDE_WORDS = r"statement|explicit|\blevel\b|strength|criteri|nominal|\barea\b"


@pytest.mark.parametrize("count", [0, 1, 2, 14])
@pytest.mark.parametrize("name", SENTENCES)
def test_sentences_are_english_for_none_one_two_and_many(name: str, count: int) -> None:
    """Filled with any number they agree with it, begin with a capital and end with a stop."""
    assert set(FILLED) == set(WORDS)
    said = fill(SENTENCES[name], {**FILLED, **dict.fromkeys(COUNTS, count)})
    for wrong in WRONG:
        assert not re.search(wrong, said), f"{wrong}: {said}"
    if name not in PARTS:
        assert with_stop(said) == said, said
        assert said[0].isupper(), said
        assert said.count("“") == said.count("”")


@pytest.mark.parametrize("quote", ["We will act.", "Infant teams", "Why wait?"])
@pytest.mark.parametrize("language", ["en", "cy", "es", "fr", "pt"])
def test_a_quote_is_parted_by_one_stop_from_the_sentence_after_it(
    language: str, quote: str
) -> None:
    """In the answers of all languages, whether it has a stop of its own, and whatever follows."""
    told = Rules.read(report_language=language, weighed=False).rubric
    rests = [one.rest for one in told.verdict if "{strongest}" in one.rest]
    assert len(rests) == len(told.verdict) - 1
    for rest in (*rests, told.phrases.rest_doubt):
        values = {**FILLED, "strongest": quote, "stop": stop_after(quote)}
        said = fill(rest, {**values, **dict.fromkeys(COUNTS, 2)})
        _, _, after = said.partition(quote)
        one_stop = r"\s?[”»]" if quote.endswith((".", "?")) else r"\s?[”»]\."
        assert re.fullmatch(rf"{one_stop}(?: [^\W\d_].*\.)?", after), said


@pytest.mark.parametrize(
    "said",
    [
        "It is so: no statements speak of it.",
        "One passage are about it; none have a date.",
        "In all, 14 passage is about it.",
        "In all, 0 pages.",
        "It is silent.  It is.",
        "It rests on 1 page.",
    ],
)
def test_the_checks_of_grammar_find_what_is_wrong(said: str) -> None:
    """A check that passes everything checks nothing."""
    assert any(re.search(wrong, said, re.IGNORECASE) for wrong in WRONG)


@pytest.mark.parametrize("count", [0, 1, 2, 14])
def test_numbers_that_differ_agree_each_with_its_own(count: int) -> None:
    """One of many, many of one: no verb borrows its number from a neighbour."""
    for name, sentence in SENTENCES.items():
        mixed = {key: (count, 1, 2, 0)[at % 4] for at, key in enumerate(COUNTS)}
        said = fill(sentence, {**FILLED, **mixed})
        assert not any(re.search(wrong, said) for wrong in WRONG), f"{name}: {said}"


def texts_shown() -> dict[str, str]:
    """Return every text of the rubric that a reader meets, by a name."""
    one = rubric()
    shown = {f"flag {flag.id}": f"{flag.title}. {flag.explanation}" for flag in one.flag}
    shown |= {f"verdict {rule.id}": f"{rule.title}. {rule.meaning}" for rule in one.verdict}
    shown |= {
        f"level {item.id} {at}": text
        for item in one.criteria
        for at, text in enumerate(item.levels)
    }
    shown |= {
        f"question {item.id}": f"{item.question} {item.why} {item.weight_reason}"
        for item in one.criteria
    }
    shown |= {f"kind {kind.id}": f"{kind.name} {kind.opening}" for kind in one.kind}
    shown |= {
        key: getattr(one.texts, key)
        for key in (
            "about",
            "score",
            "weights",
            "absence",
            "contest",
            "unchecked",
            "certainty",
            "changed",
        )
    }
    return shown | SENTENCES


@pytest.mark.parametrize("name", texts_shown())
def test_no_text_needs_the_labelling_guide(name: str) -> None:
    """A minister has not read it; and what a document leaves out, nobody is said not to do."""
    said = re.sub(r"\{\w+", "", texts_shown()[name])
    if name == "about":
        said = said.replace("what an area provides", "")
    assert not re.search(GUIDE_WORDS, said, re.IGNORECASE), said
    assert "does not provide" not in said


def test_level_nought_is_a_silence_of_the_document() -> None:
    """All sixteen count, so it must be true of a document on any subject."""
    for one in rubric().criteria:
        assert one.levels[0].startswith("Says nothing "), one.id


def test_every_kind_of_document_and_mark_has_a_name() -> None:
    """Only those that are about something else are said to be so."""
    assert [kind.id for kind in rubric().kind] and {k.id for k in rubric().kind} == {
        *DOCUMENT_KINDS
    }
    told = {kind.id for kind in rubric().kind if kind.opening}
    assert told == {"clinical", "sector", "manifesto", "other"}
    assert [mark.id for mark in rubric().mark] == list(MEASURES)
    assert all(mark.name and mark.meaning for mark in rubric().mark)


def test_certainty_is_not_overclaimed() -> None:
    """Who labelled, and that nobody has checked, is said in plain words."""
    texts = rubric().texts
    assert "language models" in texts.certainty and "No person has confirmed" in texts.certainty
    assert texts.unchecked == "Not yet checked by a person."
    assert "all sixteen questions" in texts.changed and "7 in 10" in texts.changed
    assert f"{rubric().limits.sure_enough:.1f}" == "0.7"
