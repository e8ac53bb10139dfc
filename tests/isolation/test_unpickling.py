"""Pickles from a captured child: exact names make objects, and nothing else is looked up."""

from __future__ import annotations

import array
import pickle

import pytest

from auditor import errors, records
from auditor.errors import DataError, DocumentError, UnreadableDocumentError
from auditor.isolation.messages import End
from auditor.isolation.unpickling import ARRAYS, ERRORS, FRAME, classes_of, names_of, unpickle
from auditor.records import Words
from tests.builders import rich_audit

AUDIT = {**classes_of(records), **ARRAYS}


def _naming(module: str, name: str) -> bytes:
    """Write a pickle that names something and calls it."""
    return (
        b"\x80\x04"
        + b"".join(b"\x8c" + bytes([len(each)]) + each.encode() for each in (module, name))
        + b"\x93)R."
    )


@pytest.mark.parametrize(
    "message",
    [
        rich_audit(),
        Words(),
        array.array("d", [1.5, 2.5]),
        {"a": [1, None, (True, b"x")]},
    ],
    ids=["an audit", "words", "numbers", "plain data"],
)
def test_what_is_allowed_comes_back(message: object) -> None:
    """Records and plain data survive the way."""
    assert unpickle(pickle.dumps(message, 5), AUDIT) == message


def test_errors_come_back_with_place_and_remedy() -> None:
    """An error keeps its parts."""

    class Sent:  # as a child pickles it; here Dask may have taught `pickle` another way
        def __reduce__(self) -> str | tuple[object, ...]:
            error = UnreadableDocumentError("is damaged", place="a.pdf", remedy="Save it again.")
            return error.__reduce__()

    found = unpickle(pickle.dumps(Sent(), 5), ERRORS)
    assert isinstance(found, UnreadableDocumentError)
    assert (found.message, found.place, found.remedy) == ("is damaged", "a.pdf", "Save it again.")


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("auditor.records.audit", "dataclass"),
        ("auditor.records.audit", "Audit.__init__"),
        ("auditor.errors", "AuditorError.__reduce__"),
        ("auditor.errors", "annotations.compiler_flag.__class__"),
        ("auditor.errors", "annotations"),
        ("auditor.records.document", "Words.__init__.__globals__"),
        ("auditor.records", ""),
        ("auditor.isolation.messages", "End.__class__"),
    ],
)
def test_no_other_name_is_looked_up(module: str, name: str) -> None:
    """Functions of other modules, imports of our own and dotted names are refused alike."""
    pickled = _naming(module, name)
    with pytest.raises(pickle.UnpicklingError):
        unpickle(pickled, {**AUDIT, **ERRORS, **FRAME})


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\x80",
        b"nonsense",
        b"\x80\x05]\x94(K\x01K",
        b"cos\nsystem\n(S'exit 7'\ntR.",
        pickle.dumps(rich_audit(), 5)[:-40],
        b"\x80\x04N(tR.",
        b"\x80\x04K\x01b.",
    ],
)
def test_damage_is_one_kind_of_error(damaged: bytes) -> None:
    """However a pickle is broken, its reader hears of it in one way."""
    with pytest.raises(pickle.UnpicklingError):
        unpickle(damaged, AUDIT)


def test_names_are_those_of_the_module_itself() -> None:
    """What a module has imported is none of its names."""
    assert ("auditor.errors", "DataError") in classes_of(errors)
    assert ("auditor.records.audit", "Audit") in classes_of(records)
    assert all(
        "." not in name and module.startswith("auditor.records.")
        for module, name in classes_of(records)
    )
    assert names_of(End, DataError, DocumentError).keys() == {
        ("auditor.isolation.messages", "End"),
        ("auditor.errors", "DataError"),
        ("auditor.errors", "DocumentError"),
    }
