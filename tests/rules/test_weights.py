"""The judge's weights: written and read the same, refused where they are damaged or of others."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.rules.inventory import Inventory, MarkKind
from auditor.rules.weights import MOST_BYTES, Question, Weights, joined, read_weights, write_weights

INVENTORY = Inventory((MarkKind("babies.people", "", "people", names="explicit"),))
NAMES = ["mark:babies.people", "pēpi", "[explicit] will"]
WEIGHTS = Weights(
    {name: row for row, name in enumerate(NAMES)},
    NAMES,
    {
        "reach": Question(
            ("explicit", "none"),
            np.array([[1.5, -1.5], [0.25, 0], [0, 0.125]], np.float32),
            np.array([0.5, -0.5], np.float32),
            1.25,
        ),
        "topic": Question(
            ("other", "mental"),
            np.array([[0], [0], [0]], np.float32),
            np.array([-8], np.float32),
            0.7,
            0.3,
        ),
    },
    "",
)
CONTENT = write_weights(WEIGHTS, INVENTORY)


def read(folder: Path, content: bytes, inventory: Inventory = INVENTORY) -> Weights:
    """Read weights from bytes."""
    file = folder / "judge.npz"
    file.write_bytes(content)
    return read_weights(file, inventory)


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    """Names, labels, temperature and least chance exactly, weights to a thirty-thousandth."""
    again = read(tmp_path, CONTENT)
    assert list(again.names) == NAMES and dict(again.index) == dict(WEIGHTS.index)
    assert again.questions.keys() == WEIGHTS.questions.keys()
    for name, question in WEIGHTS.questions.items():
        found = again.questions[name]
        assert (found.labels, found.temperature, found.least) == (
            question.labels,
            question.temperature,
            question.least,
        )
        assert np.allclose(found.table, question.table, atol=1.5 / 30000)
        assert np.array_equal(found.bias, question.bias)


def test_the_same_weights_give_the_same_bytes() -> None:
    """No date and no order of a set gets into the file."""
    assert write_weights(WEIGHTS, INVENTORY) == CONTENT


def test_weights_know_the_hash_of_their_file(tmp_path: Path) -> None:
    """Other weights have another."""
    first = read(tmp_path, CONTENT)
    other = Weights(WEIGHTS.index, NAMES, {"reach": WEIGHTS.questions["reach"]}, "")
    second = read(tmp_path, write_weights(other, INVENTORY))
    assert first.sha256 and first.sha256 != second.sha256


def test_weights_that_are_missing_are_named(tmp_path: Path) -> None:
    """With what to do about it."""
    with pytest.raises(DataError, match="no weights") as caught:
        read_weights(tmp_path / "judge.npz", INVENTORY)
    assert caught.value.place == "judge.npz" and "auditor train" in caught.value.remedy


def rewritten(**changes: object) -> bytes:
    """The file with some arrays changed; one that is None is left out."""
    with np.load(io.BytesIO(CONTENT)) as tables:
        arrays = {name: tables[name] for name in tables.files}
    arrays.update({name.replace("_", " "): value for name, value in changes.items()})
    target = io.BytesIO()
    np.savez(target, **{name: value for name, value in arrays.items() if value is not None})
    return target.getvalue()


def packed(size: int) -> bytes:
    """An archive whose one file unpacks to many bytes of nothing."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("names.npy", "w", force_zip64=True) as file,
    ):
        for _ in range(size // 2**20):
            file.write(bytes(2**20))
    return target.getvalue()


DAMAGED = [
    ("empty", b""),
    ("no archive", b"weights"),
    ("cut short", CONTENT[:200]),
    ("cut at the end", CONTENT[:-30]),
    ("without names", rewritten(names=None)),
    ("without marks", rewritten(marks=None)),
    ("without a table", rewritten(table_reach=None)),
    ("a table of another shape", rewritten(table_reach=np.zeros((2, 2), np.int16))),
    ("a bias of another shape", rewritten(bias_reach=np.zeros(3, np.float32))),
    ("names that are no text", rewritten(names=np.array([255, 254], np.uint8))),
    ("words for weights", rewritten(table_reach=np.array([["a", "b"]] * 3))),
    ("questions without labels", rewritten(questions=np.frombuffer(b"reach", np.uint8))),
    ("objects that would be unpickled", rewritten(names=np.array([{}], object))),
]


@pytest.mark.parametrize("content", [c[1] for c in DAMAGED], ids=[c[0] for c in DAMAGED])
def test_damaged_weights_are_refused(tmp_path: Path, content: bytes) -> None:
    """With the file and a remedy, never a traceback."""
    with pytest.raises(DataError) as caught:
        read(tmp_path, content)
    assert caught.value.place == "judge.npz" and caught.value.remedy


def test_an_archive_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    """A small file must not fill the memory."""
    bomb = packed(4 * MOST_BYTES + 2**20)
    assert len(bomb) < 2**20
    with pytest.raises(DataError, match="unpacks to too much"):
        read(tmp_path, bomb)


def test_weights_of_other_marks_are_refused(tmp_path: Path) -> None:
    """They say what differs; another order is a difference too."""
    other = MarkKind("scope.shut", "")
    with pytest.raises(DataError, match=r"other marks \(scope\.shut\)"):
        read(tmp_path, CONTENT, Inventory((*INVENTORY.mark, other)))
    both = write_weights(WEIGHTS, Inventory((*INVENTORY.mark, other)))
    with pytest.raises(DataError, match="another order"):
        read(tmp_path, both, Inventory((other, *INVENTORY.mark)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(CONTENT) - 1), st.integers(0, 255))
def test_a_changed_byte_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, at: int, value: int
) -> None:
    """A file that was damaged on its way is never a traceback."""
    content = CONTENT[:at] + bytes([value]) + CONTENT[at + 1 :]
    try:
        read(tmp_path_factory.mktemp("weights"), content)
    except DataError as error:
        assert error.place == "judge.npz"


def test_weights_beside_others_are_added_to_them() -> None:
    """Each feature counts by both; temperatures of the base are divided out."""
    base = Weights(
        {"a": 0, "b": 1},
        ["a", "b"],
        {"reach": _reach([[2.0, 0.0], [4.0, 2.0]], [1.0, 0.0], temperature=2.0)},
        "base",
    )
    beside = Weights(
        {"b": 0, "c": 1},
        ["b", "c"],
        {"reach": _reach([[1.0, 1.0], [3.0, 0.0]], [0.5, 0.0], temperature=1.5)},
        "beside",
    )
    both = joined(base, beside)
    question = both.questions["reach"]
    assert list(both.names) == ["a", "b", "c"]
    assert question.table.tolist() == [[1.0, 0.0], [3.0, 2.0], [3.0, 0.0]]
    assert question.bias.tolist() == [1.0, 0.0]
    assert question.temperature == 1.5
    assert both.sha256 == "basebeside"


def _reach(table: list[list[float]], bias: list[float], temperature: float) -> Question:
    return Question(
        ("explicit", "none"),
        np.array(table, np.float32),
        np.array(bias, np.float32),
        temperature,
    )
