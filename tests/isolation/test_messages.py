"""Messages through the pipe: whole, or the other side counts as gone."""

from __future__ import annotations

import io
import pickle
import struct

import pytest

from auditor.isolation.messages import LARGEST, read_message, write_message


def test_messages_come_back_as_they_were_sent() -> None:
    """Bytes of any kind survive, line ends included, one message after the other."""
    stream = io.BytesIO()
    sent = [("picture", 3, "é\n"), b"\n\r\0{}", None]
    for message in sent:
        write_message(stream, message)
    stream.seek(0)
    assert [read_message(stream, pickle.loads) for _ in sent] == sent
    with pytest.raises(EOFError):
        read_message(stream, pickle.loads)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"\n",
        b"nonsense",
        struct.pack("!Q", 99) + b"abc",
        struct.pack("!Q", LARGEST + 1),
        struct.pack("!Q", 1 << 63),
    ],
    ids=["nothing", "a line", "too short a head", "cut off", "too large", "absurdly large"],
)
def test_nonsense_counts_as_the_end(nonsense: bytes) -> None:
    """A length that cannot be true is believed by nobody, and costs no memory."""
    with pytest.raises(EOFError):
        read_message(io.BytesIO(nonsense), pickle.loads)
