"""Word lists are read and checked before any document is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.lexicon import expand, read_lexicon

GOOD = """subject = "Words"
source = "ours"
date = "2026-11-22"

[[group]]
id = "people"
means = "Names babies."
phrases = ["bab(y|ies)"]
asides = ["baby boomer(s|)"]
finds = ["[Babies] wait."]
ignores = ["Baby boomers wait."]
"""

FAULTS = [
    ("an unknown key", GOOD.replace("asides", "aside"), "words.toml:", "aside"),
    ("a missing quote", GOOD.replace('"people"', '"people'), "words.toml:6", "TOML"),
    ("a missing key", GOOD.replace('means = "Names babies."\n', ""), "words.toml:5", "means"),
    ("a phrase that is no list", GOOD.replace('["bab(y|ies)"]', '"baby"'), "words.toml:5", "list"),
    (
        "brackets that do not pair",
        GOOD.replace("bab(y|ies)", "bab(y|ies"),
        "words.toml:5",
        "brackets",
    ),
    ("the same group twice", GOOD + GOOD[GOOD.index("[[group]]") :], "words.toml:", "two groups"),
]


def written(folder: Path, text: str) -> Path:
    """A folder of word lists with one file."""
    (folder / "en").mkdir(parents=True, exist_ok=True)
    (folder / "en" / "words.toml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "place", "words"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_wrong_edit_is_answered_with_its_place_and_a_remedy(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    """File and line, what is wrong, and what to do."""
    with pytest.raises(DataError) as caught:
        read_lexicon(written(tmp_path, text))
    assert caught.value.place.startswith(place)
    assert words in caught.value.message
    assert caught.value.remedy


def test_a_folder_without_word_lists_says_so(tmp_path: Path) -> None:
    """An empty folder is an editor's mistake and no silent document."""
    with pytest.raises(DataError, match="no word lists"):
        read_lexicon(tmp_path)


def test_the_hash_hangs_on_the_words_and_not_on_line_ends(tmp_path: Path) -> None:
    """The same lists give the same hash on every system; another word gives another."""
    plain = read_lexicon(written(tmp_path / "a", GOOD)).sha256
    folder = written(tmp_path / "b", "")
    (folder / "en" / "words.toml").write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert read_lexicon(folder).sha256 == plain
    assert read_lexicon(written(tmp_path / "c", GOOD.replace("ies)", "ies|)"))).sha256 != plain


@given(st.text(alphabet='[]"=#ab(|)~. \n', max_size=80))
def test_a_word_list_loads_or_raises_a_data_error(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """No edit, however odd, is answered with a traceback."""
    try:
        read_lexicon(written(tmp_path_factory.mktemp("words"), text))
    except DataError as error:
        assert error.remedy


@pytest.mark.parametrize(
    ("short", "forms"),
    [
        (
            "parent-(infant|baby) team(s|)",
            {"parent-infant team", "parent-infant teams", "parent-baby team", "parent-baby teams"},
        ),
        (
            "accept~ referrals",
            {"accept referrals", "accepts referrals", "accepted referrals", "accepting referrals"},
        ),
        ("(very |)young", {"very young", "young"}),
    ],
)
def test_a_short_form_stands_for_all_its_forms(short: str, forms: set[str]) -> None:
    """Choices, words that may be missing, and verbs are written out."""
    assert set(expand(short)) == forms
