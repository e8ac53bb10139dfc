"""The judge's weights: what each mark and word speaks for, learnt from labelled statements.

The file `judge.npz` holds the names of the features, a table of weights for each
question (a row a feature, a column a label), the bias of each label and the
temperature that makes chances of sums; `judge.toml` is its card: what it was learnt
from, who labelled that, and what was measured. `auditor train` writes both.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from auditor.errors import DataError
from auditor.rules.inventory import Inventory

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS_FILE = "judge.npz"
BESIDE_FILE = "marks.npz"
"""What marks weigh more or less in languages whose words the judge has not learnt."""
MOST_BYTES = 64 * 1024**2
_REMEDY = "Copy judge.npz from the lexicons shipped, or make it anew with `auditor train`."


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a statement: the possible labels, and what speaks for each."""

    labels: tuple[str, ...]
    table: NDArray[np.float32]
    """Weights: a row a feature, a column a label (one column for a question of yes or no)."""
    bias: NDArray[np.float32]
    temperature: float
    """By how much sums are divided before they become chances."""
    least: float = 0.5
    """For yes or no: the chance from which the answer is yes."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that the judge has learnt."""

    index: Mapping[str, int]
    """The row of each feature."""
    names: Sequence[str]
    questions: Mapping[str, Question]
    """"reach", "topic", "strength", and "criteria:ID" for each criterion."""
    sha256: str


def read_weights(file: Traversable, inventory: Inventory, *, name: str = WEIGHTS_FILE) -> Weights:
    """Read weights, and hold them against the inventory of marks they were learnt on.

    Raises:
        DataError: there are none, they are damaged, or they were learnt on other marks.

    """
    import numpy as np

    if not file.is_file():
        raise DataError("the judge has no weights", place=name, remedy=_REMEDY)
    content = file.read_bytes()
    if len(content) > MOST_BYTES:
        raise DataError("the weights are too large", place=name, remedy=_REMEDY)
    try:
        _check_size(content)
        with np.load(io.BytesIO(content), allow_pickle=False) as tables:
            arrays = {name: tables[name] for name in tables.files}
        weights = _from_arrays(arrays, hashlib.sha256(content).hexdigest())
        marks = _lines(arrays["marks"])
    except Exception as error:  # an archive is damaged in as many ways as there are bytes
        raise DataError(
            f"the weights cannot be read ({error})", place=name, remedy=_REMEDY
        ) from error
    if marks != list(inventory.ids):
        changed = sorted(set(marks) ^ set(inventory.ids))
        raise DataError(
            f"the weights were learnt on other marks ({', '.join(changed[:5]) or 'another order'})",
            place=name,
            remedy="Put marks.toml back as it was, or learn the weights again with `auditor train`.",
        )
    return weights


def joined(base: Weights, beside: Weights) -> Weights:
    """Return weights with others, of the same questions, added to them.

    Those beside are for sums that have been divided by the temperature of the base, so that
    they still fit a base that has learnt anew.
    """
    names = [*base.names, *(name for name in beside.names if name not in base.index)]
    index = {name: row for row, name in enumerate(names)}
    rows = [index[name] for name in beside.names]
    questions = {
        name: _joined_question(one, beside.questions[name], rows, len(names))
        if name in beside.questions
        else one
        for name, one in base.questions.items()
    }
    return Weights(index, names, questions, base.sha256 + beside.sha256)


def _joined_question(base: Question, beside: Question, rows: Sequence[int], count: int) -> Question:
    import numpy as np

    table = np.zeros((count, base.table.shape[1]), dtype=np.float32)
    table[: len(base.table)] = base.table / np.float32(base.temperature)
    table[rows] += beside.table
    bias = base.bias / np.float32(base.temperature) + beside.bias
    return Question(base.labels, table, bias, beside.temperature, base.least)


def _check_size(content: bytes) -> None:
    """Refuse an archive that unpacks to far more than it holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > 4 * MOST_BYTES:
            raise ValueError("it unpacks to too much")


def _from_arrays(arrays: Mapping[str, NDArray[np.generic]], sha256: str) -> Weights:
    import numpy as np

    names = _lines(arrays["names"])
    questions: dict[str, Question] = {}
    for entry in _lines(arrays["questions"]):
        name, temperature, least, *labels = entry.split("\t")
        table = np.multiply(arrays[f"table {name}"], arrays[f"scale {name}"], dtype=np.float32)
        bias = np.asarray(arrays[f"bias {name}"], dtype=np.float32)
        if table.shape != (len(names), len(bias)) or len(labels) not in (len(bias), 2):
            raise ValueError(f"the table of {name} has another shape")
        questions[name] = Question(tuple(labels), table, bias, float(temperature), float(least))
    return Weights(dict(zip(names, range(len(names)), strict=True)), names, questions, sha256)


def _lines(array: NDArray[np.generic]) -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")


def write_weights(weights: Weights, inventory: Inventory) -> bytes:
    """Return the bytes of a weights file; the same weights give the same bytes."""
    import numpy as np

    arrays: dict[str, NDArray[np.generic]] = {
        "marks": _text(inventory.ids),
        "names": _text(weights.names),
        "questions": _text(
            [
                "\t".join((name, repr(one.temperature), repr(one.least), *one.labels))
                for name, one in weights.questions.items()
            ]
        ),
    }
    for name, question in weights.questions.items():
        scale = np.float32(max(float(np.abs(question.table).max(initial=0.0)), 1e-9) / 32000)
        arrays[f"table {name}"] = np.rint(question.table / scale).astype(np.int16)
        arrays[f"scale {name}"] = np.asarray(scale)
        arrays[f"bias {name}"] = question.bias
    target = io.BytesIO()
    np.savez_compressed(target, **arrays)  # type: ignore[arg-type]  # taken for its flag
    return target.getvalue()


def _text(lines: Sequence[str]) -> NDArray[np.generic]:
    import numpy as np

    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
