"""What the page's server and its worker processes say to each other: a line of JSON, then bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import IO, Any

LONGEST_HEAD = 1 << 20
LARGEST_BODY = 1 << 30


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: what it is, its plain values, and bytes that go with it."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)
    body: bytes = b""


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Send a message."""
    head = {"kind": frame.kind, "values": frame.values, "size": len(frame.body)}
    stream.write(json.dumps(head).encode() + b"\n" + frame.body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame:
    """Receive a message.

    Raises:
        EOFError: the other side is gone, or talks nonsense.

    """
    line = stream.readline(LONGEST_HEAD)
    try:
        head = json.loads(line)
        kind, values, size = str(head["kind"]), dict(head["values"]), int(head["size"])
    except (ValueError, KeyError, TypeError) as error:
        raise EOFError from error
    if not 0 <= size <= LARGEST_BODY:
        raise EOFError
    body = stream.read(size)
    if len(body) < size:
        raise EOFError
    return Frame(kind, values, body)
