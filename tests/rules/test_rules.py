"""Everything an audit goes by comes from one folder, checked together and hashed together."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from auditor.errors import DataError, UsageError
from auditor.language.statements import judge
from auditor.records import Judgement, Passage
from auditor.rules import Rules
from auditor.rules.resources import lexicons_folder
from auditor.rules.weights import BESIDE_FILE, write_weights
from tests.rules.editing import edit

SHIPPED = Rules.read(weighed=False)
SENTENCE = "We see children aged 0–2."


def say(folder: Path, text: str = SENTENCE) -> Judgement:
    """Judge a sentence by the rules of a folder."""
    return judge(Passage(text), Rules.read(folder))


def test_a_copy_is_the_same_rules(folder: Path) -> None:
    """Where a folder stands makes no difference: the same hash, the same judgement."""
    assert Rules.read(folder).sha256 == Rules.read().sha256
    assert say(folder) == judge(Passage(SENTENCE), Rules.read())


def test_line_ends_make_no_other_rules(folder: Path) -> None:
    """The same lists have the same hash on every system."""
    file = folder / "en" / "babies.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert Rules.read(folder).sha256 == Rules.read().sha256


EDITS = [
    ("a word list", "en/babies.toml", '"bab(y|ies)",', '"bab(y|ies)",\n  "sprogling(s|)",'),
    ("the ages", "en/ages.toml", "two = 2\n", "two = 2\ntwae = 2\n"),
    ("the grammar", "en/grammar.toml", '"but",', '"but", "yet",'),
    ("the marks", "marks.toml", "outright.", "outright and by name."),
]


@pytest.mark.parametrize(("file", "old", "new"), [c[1:] for c in EDITS], ids=[c[0] for c in EDITS])
def test_every_file_that_judgements_hang_on_changes_the_hash(
    folder: Path, file: str, old: str, new: str
) -> None:
    """Of the rules, and of the language that the file belongs to."""
    before = Rules.read(folder, weighed=False)
    edit(folder / file, old, new)
    after = Rules.read(folder, weighed=False)
    assert after.sha256 != before.sha256
    assert after.language("en").sha256 != before.language("en").sha256


def test_the_rubric_has_a_hash_of_its_own(folder: Path) -> None:
    """Other advice makes no other judgements."""
    before = Rules.read(folder, weighed=False)
    edit(folder / "rubric.toml", "\n", "\n# another rubric\n")
    assert Rules.read(folder, weighed=False).sha256 == before.sha256


@pytest.mark.parametrize(
    ("file", "old", "new", "text"),
    [
        pytest.param(
            "babies.toml",
            '"bab(y|ies)",',
            '"bab(y|ies)",\n  "sprogling(s|)",',
            "Sproglings will be seen by the team.",
            id="a word that nobody knows names babies once it stands in their list",
        ),
        pytest.param(
            "ages.toml",
            "two = 2\n",
            "two = 2\ntwae = 2\n",
            "Those aged under twae will be visited at home.",
            id="a number that another language writes is read once it stands in the ages",
        ),
    ],
)
def test_a_changed_list_changes_what_is_read(
    folder: Path, file: str, old: str, new: str, text: str
) -> None:
    """What was said of nobody is said of babies."""
    assert say(folder, text).reach == "none"
    edit(folder / "en" / file, old, new)
    assert say(folder, text).reach == "explicit"


def test_a_changed_grammar_changes_how_sentences_are_cut(folder: Path) -> None:
    """An abbreviation that is not known ends a sentence."""
    from auditor.language.stage import stage_of

    def sentences() -> int:
        splitter = stage_of(Rules.read(folder), "en").splitter
        return len(list(splitter.split("We see babies, approx. Forty of them.")))

    assert sentences() == 1
    edit(folder / "en" / "grammar.toml", '"approx", ', "")
    assert sentences() == 2


def test_changed_weights_change_what_is_said(folder: Path) -> None:
    """Weights that know nothing say nothing, whatever is named."""
    rules = Rules.read(folder)
    weights, inventory = rules.language("en").weights, rules.language("en").inventory
    assert weights is not None
    for question in weights.questions.values():
        question.table[:] = 0
        question.bias[:] = np.where(np.array(question.labels[: len(question.bias)]) == "none", 9, 0)
    content = write_weights(weights, inventory)
    (folder / "judge.npz").write_bytes(content)
    _write_card(folder, content)
    assert say(folder).reach == "none"
    assert Rules.read(folder).sha256 != rules.sha256


def _write_card(folder: Path, content: bytes) -> None:
    """Make the card that of other weights."""
    import hashlib
    import re

    card = folder / "judge.toml"
    if card.is_file():
        made = f'weights = "{hashlib.sha256(content).hexdigest()}"'
        card.write_text(re.sub(r'weights = "\w+"', made, card.read_text("utf-8")), "utf-8")


def test_nothing_is_read_from_the_rules_shipped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a folder chosen, no file of the package's own folder is opened."""
    opened: list[Path] = []
    read = Path.read_bytes

    def noted(self: Path) -> bytes:
        opened.append(self)
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    say(folder)
    assert opened
    assert all(folder in path.parents for path in opened)


SHIPPED_FOLDER = Path(str(lexicons_folder()))
FILES = sorted(
    str(path.relative_to(SHIPPED_FOLDER))
    for pattern in ("*.toml", "*.npz", "en/*.toml")
    for path in SHIPPED_FOLDER.glob(pattern)
    if path.name != BESIDE_FILE  # other languages are read without it, by the judge's weights alone
)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """With the remedy: no other folder's file is taken in its place."""
    (folder / name).unlink()
    with pytest.raises(DataError) as caught:
        Rules.read(folder)
    assert name.rpartition("/")[2] in caught.value.place and caught.value.remedy


def test_other_languages_are_read_without_weights_of_their_marks(folder: Path) -> None:
    """By the judge's weights alone."""
    (folder / BESIDE_FILE).unlink()
    rules = Rules.read(folder)
    assert rules.language("cy").weights is rules.language("en").weights


def test_a_misspelt_group_is_refused_with_file_line_and_remedy(folder: Path) -> None:
    """A slip of the pen in one letter never turns an exclusion into an address."""
    line = edit(folder / "en" / "scope.toml", 'id = "shut"', 'id = "shutt"')
    with pytest.raises(DataError) as caught:
        Rules.read(folder)
    assert caught.value.place == f"en/scope.toml:{line}:1"
    assert "scope.shutt" in caught.value.message
    assert caught.value.remedy == "Did you mean “scope.shut”?"


def test_a_mark_that_the_lists_do_not_have_is_refused(folder: Path) -> None:
    """A kind of mark without words would be asked for in vain."""
    with (folder / "marks.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[mark]]\nid = "scope.new"\nmeans = "New."\n')
    with pytest.raises(DataError, match=r"“scope\.new” is missing") as caught:
        Rules.read(folder, weighed=False)
    assert caught.value.place == "cy/scope.toml:1:1", "the first language by its code"
    with pytest.raises(DataError, match="learnt on other marks"):
        Rules.read(folder)


def test_a_folder_without_a_language_says_so(folder: Path) -> None:
    """An empty folder is an editor's mistake and no silent document."""
    for language in folder.glob("??"):
        shutil.rmtree(language)
    with pytest.raises(DataError, match="no word lists"):
        Rules.read(folder)


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    """A wrong path is the mistake of whoever typed it."""
    with pytest.raises(UsageError, match="no such folder"):
        Rules.read(tmp_path / "nowhere")


def test_rules_can_be_sent_to_another_process() -> None:
    """All of them, weights too."""
    rules = Rules.read()
    again = pickle.loads(pickle.dumps(rules))
    assert again.sha256 == rules.sha256
    assert judge(Passage(SENTENCE), again) == judge(Passage(SENTENCE), rules)


def test_a_language_without_lists_is_english() -> None:
    """One whose lists are there is itself."""
    assert SHIPPED.language("und") is SHIPPED.language("en")


def test_criteria_come_in_the_order_of_the_rubric() -> None:
    """Their ids are what the judge is asked."""
    assert SHIPPED.criterion_ids == tuple(one.id for one in SHIPPED.rubric.criteria)
    assert len(set(SHIPPED.criterion_ids)) == 16


def test_the_command_checks_a_folder(folder: Path, run_auditor: Callable[..., Any]) -> None:
    """A misspelt group is an editor's mistake: exit 3, with its place and a remedy."""
    edit(folder / "en" / "scope.toml", 'id = "shut"', 'id = "shutt"')
    ran = run_auditor("check", folder)
    assert ran.code == 3
    assert "en/scope.toml:" in ran.err and "Did you mean “scope.shut”?" in ran.err
