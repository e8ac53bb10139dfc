"""What goes through the pipe between a process and its child, both ways: a length, then a pickle."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from auditor.errors import AuditorError

LARGEST = 1 << 30
"""Bytes that one message may have."""
_LENGTH = struct.Struct("!Q")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the answer to one question may cost."""

    memory: int
    """Bytes of address space, on top of what the process has already."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The first message of a child: it is prepared, or why it is not."""

    problem: AuditorError | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The last message of an answer."""


def write_message(stream: IO[bytes], message: object) -> None:
    """Send a message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_message(stream: IO[bytes], unpickle: Callable[[bytes], object]) -> object:
    """Receive a message.

    Raises:
        EOFError: the other side is gone, or talks nonsense.

    """
    (length,) = _LENGTH.unpack(_read_all(stream, _LENGTH.size))
    if length > LARGEST:
        raise EOFError
    return unpickle(_read_all(stream, length))


def _read_all(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
