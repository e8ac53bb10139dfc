"""The rubric in another language: texts change, what decides does not, what is missing is English."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import DataError
from auditor.rules import Rules
from auditor.rules.positions import read_toml
from auditor.rules.rubric_reading import read_rubric
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.rubric_texts import is_rubric_text, overlay_of, read_translated
from tests.rules.editing import edit


def translated(folder: Path) -> Any:
    """Read the rubric of a folder in Welsh."""
    return read_translated(folder / "rubric.toml", folder, "cy")


def test_texts_are_laid_over_the_english_ones(welsh: Path) -> None:
    """What is translated is Welsh; the rest of the same entry stays English."""
    rubric, english = translated(welsh), read_rubric(welsh / "rubric.toml")
    assert rubric.verdict_named("absent").title == "Tawel"
    assert rubric.verdict_named("absent").meaning == english.verdict_named("absent").meaning
    assert rubric.criterion_named("access").levels[4] == "pedwar"
    assert (rubric.title, rubric.report_language) == ("Prawf", "cy")


def test_numbers_in_a_translation_are_digits(welsh: Path) -> None:
    """English words for numbers never stand in a Welsh sentence; an empty form leaves no gap."""
    rest = translated(welsh).verdict_named("absent").rest
    said = [fill(rest, {"statements": 3, "extent": "x", "other": n}) for n in (0, 1, 2)]
    assert said == [
        "Chwiliwyd 3 darn (x).",
        "Chwiliwyd 3 darn (x). Enwir babanod unwaith.",
        "Chwiliwyd 3 darn (x). Enwir hwy 2 gwaith.",
    ]


def test_what_is_missing_is_named(welsh: Path) -> None:
    """Each text that is English still, by its id; none that is translated."""
    missing = translated(welsh).untranslated
    assert "criterion.access.why" in missing and "verdict.absent.sentence" in missing
    assert not {"title", "criterion.access.advice", "verdict.absent.rest"} & set(missing)
    assert len(missing) == overlay_of(welsh / "rubric.toml", welsh, "cy").texts - 5


def test_nothing_that_decides_differs(welsh: Path) -> None:
    """Limits, weights, patterns, ids and hash are those of the English rubric."""
    rubric, english = translated(welsh), read_rubric(welsh / "rubric.toml")
    assert (rubric.sha256, rubric.limits) == (english.sha256, english.limits)
    for ours, theirs in zip(_deciding(rubric), _deciding(english), strict=True):
        assert ours == theirs


def _deciding(record: Any, name: tuple[str, ...] = ()) -> list[Any]:
    """Return every value of a record that no translation may change."""
    found: list[Any] = []
    for field in fields(record):
        value, path = getattr(record, field.name), (*name, field.name)
        records = value if isinstance(value, tuple) else (value,)
        if records and is_dataclass(records[0]):
            found += [one for each in records for one in _deciding(each, path)]
        elif not is_rubric_text(path) and field.name not in ("report_language", "untranslated"):
            found.append((path, value if field.name != "languages" else None))
    return found


def test_the_hash_of_the_rules_is_that_of_the_english_report(welsh: Path) -> None:
    """A translation is no rule: neither its being there nor the report's language is hashed."""
    with_welsh = Rules.read(welsh).sha256
    assert Rules.read(welsh, None, "cy").sha256 == with_welsh
    (welsh / "cy" / "rubric.toml").unlink()
    assert Rules.read(welsh).sha256 == with_welsh


MISTAKES = [
    pytest.param('title = "Tawel"', 'titel = "x"', "unknown key “titel”", "title", id="unknown"),
    pytest.param(
        'title = "Tawel"', "strength = 3", "unknown key “strength”", "Known here", id="number"
    ),
    pytest.param(
        'advice = "Gofynnwn am lwybr."', "weight = 90", "“weight” is not", "Take", id="weight"
    ),
    pytest.param(
        'advice = "Gofynnwn am lwybr."', 'belongs = ["x"]', "“belongs” is not", "Take", id="words"
    ),
    pytest.param(
        'id = "access"', 'id = "acces"', "there is no criterion “acces”", "access", id="id"
    ),
    pytest.param("({extent})", "", "lacks {extent}", "The English: ", id="lacking"),
    pytest.param("({extent})", "({extent} {why})", "has no {why}", "The English: ", id="strange"),
    pytest.param("|Enwir hwy", "|a|Enwir hwy", "cannot be filled", "The English: ", id="forms"),
    pytest.param("({extent})", "({extent)", "cannot be filled", "The English: ", id="brace"),
    pytest.param(', "pedwar"]', "]", "must be 5 texts", "Translate each", id="levels"),
    pytest.param('"Gofynnwn am lwybr."', '" "', "must be text", "Translate", id="empty"),
]


@pytest.mark.parametrize(("old", "new", "message", "remedy"), MISTAKES)
def test_a_mistake_is_refused_with_its_line_and_a_remedy(
    welsh: Path, old: str, new: str, message: str, remedy: str
) -> None:
    """Only texts may be laid over, with the names in braces of the English."""
    line = edit(welsh / "cy" / "rubric.toml", old, new)
    with pytest.raises(DataError) as refused:
        translated(welsh)
    assert message in refused.value.message and remedy in refused.value.remedy
    assert refused.value.place.startswith(f"cy/rubric.toml:{line}:")


def test_the_same_id_twice_is_refused(welsh: Path) -> None:
    """Which of the two would stand is not left to chance."""
    file = welsh / "cy" / "rubric.toml"
    file.write_text(file.read_text("utf-8") + '\n[[criterion]]\nid = "access"\n', "utf-8")
    with pytest.raises(DataError, match="stands here twice"):
        translated(welsh)


@pytest.mark.parametrize("key", ["report_language", "untranslated", "sha256"])
def test_the_rubric_cannot_say_what_is_made_of_it(welsh: Path, key: str) -> None:
    """Its hash and the language of its texts are found, not given."""
    edit(welsh / "rubric.toml", 'version = "', f'{key} = "x"\nversion = "')
    with pytest.raises(DataError, match=f"unknown key “{key}”"):
        read_rubric(welsh / "rubric.toml")


def test_every_text_that_may_be_translated_is_in_the_rubric(welsh: Path) -> None:
    """A table or key that was renamed is noticed."""
    from auditor.rules.translating.rubric_texts import TEXTS

    content = read_toml(welsh / "rubric.toml").content
    for table, keys in TEXTS.items():
        entries = content[table] if isinstance(content[table], list) else [content[table]]
        assert keys <= {key for one in entries for key in one}, table  # type: ignore[attr-defined]  # TOML: a list of tables
