"""The child: run as `python -m auditor.isolation.child_main SERVICE [LIFELINE]`.

SERVICE names a function ("auditor.document.child:make_reader") that is given the setup and
returns what answers questions. Questions come in on standard input, answers go out on what was
standard output; whatever libraries print goes to standard error.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any

from auditor.errors import AuditorError
from auditor.isolation import nesting
from auditor.isolation.child_lifeline import tie_to_parent
from auditor.isolation.child_limits import limited
from auditor.isolation.messages import End, Ready, read_message, write_message

Send = Callable[[object], None]
"""Sends one message of an answer."""
Answer = Callable[[Any, Send], None]
"""Answers a question, in any number of messages."""


def main() -> None:
    """Prepare, then answer questions until nobody asks any more."""
    if lifeline := sys.argv[2:]:
        tie_to_parent(int(lifeline[0]))
    answers = _private_output()
    nesting.enter()

    def send(message: object) -> None:
        write_message(answers, message)

    try:
        answer = _prepared(sys.argv[1])
    except AuditorError as error:
        send(Ready(error))
        return
    send(Ready())
    _serve(answer, send)


def _private_output() -> IO[bytes]:
    """Keep standard output for answers; what a library prints must not get among them."""
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return private


def _prepared(service: str) -> Answer:
    """Make what answers from the setup that the parent sends first."""
    module, _, name = service.partition(":")
    make: Callable[[object], Answer] = getattr(import_module(module), name)
    return make(_received())


def _received() -> Any:
    return read_message(sys.stdin.buffer, pickle.loads)


def _serve(answer: Answer, send: Send) -> None:
    while True:
        try:
            limits, question = _received()
        except EOFError:
            return
        with limited(limits):
            answer(question, send)
        send(End())


if __name__ == "__main__":
    main()
