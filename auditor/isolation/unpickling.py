"""Pickles from a process that a hostile document may have captured: exact names, nothing else."""

from __future__ import annotations

import array
import io
import pickle
from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Final, Protocol

from auditor import errors
from auditor.isolation.messages import End, Ready

Names = Mapping[tuple[str, str], object]
"""What a pickle may name: (module, name) and what it stands for."""


class Named(Protocol):
    """A class or function, as pickles know it."""

    __module__: str
    __qualname__: str


def names_of(*things: Named) -> Names:
    """Return the names under which pickles know these classes and functions.

    >>> list(names_of(Ready))
    [('auditor.isolation.messages', 'Ready')]
    """
    return MappingProxyType({(thing.__module__, thing.__qualname__): thing for thing in things})


def classes_of(module: ModuleType) -> Names:
    """Return the names of the classes that a module, or the modules of a package, define."""
    held = (getattr(module, name) for name in getattr(module, "__all__", vars(module)))
    kinds = (each for each in held if isinstance(each, type))
    return names_of(*(each for each in kinds if _is_own(each, module.__name__)))


def _is_own(kind: type, home: str) -> bool:
    return kind.__module__ == home or kind.__module__.startswith(f"{home}.")


ARRAYS: Final = MappingProxyType(
    {
        ("array", "array"): array.array,
        ("array", "_array_reconstructor"): vars(array)["_array_reconstructor"],
    }
)
"""Arrays of numbers."""
ERRORS: Final = MappingProxyType({**classes_of(errors), **names_of(errors._rebuild)})
"""The errors that a person can put right."""
FRAME: Final = names_of(Ready, End)
"""What every child sends, whatever it is asked."""


class RestrictedUnpickler(pickle.Unpickler):
    """Reads a pickle that may name nothing but what is allowed."""

    def __init__(self, data: bytes, allowed: Names) -> None:
        """Read from bytes."""
        super().__init__(io.BytesIO(data))
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> object:
        """Look a name up among those allowed, and nowhere else."""
        try:
            return self._allowed[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed here") from None


def unpickle(data: bytes, allowed: Names) -> object:
    """Read a pickle by exact names.

    Raises:
        UnpicklingError: it is damaged, or names something that is not allowed.

    """
    try:
        return RestrictedUnpickler(data, allowed).load()
    except Exception as error:  # unpickling fails in as many ways as there are bytes
        raise pickle.UnpicklingError(f"no message ({type(error).__name__})") from error
