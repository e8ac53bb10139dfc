"""Services for tests: children that answer, print, crash, hang or talk nonsense as they are asked."""

from __future__ import annotations

import os
import subprocess
import time

from auditor.errors import DataError
from auditor.isolation.child_main import Answer, Send
from auditor.isolation.nesting import is_isolated


def make_echo(setup: object) -> Answer:
    """Return what does as it is told."""

    def answer(question: tuple[str, object], send: Send) -> None:
        deed, value = question
        DEEDS[deed](value, setup, send)

    return answer


def make_none(setup: object) -> Answer:
    """Refuse to start."""
    raise DataError("a word list is wrong", place="words.toml:3", remedy="Mend it.")


def make_crash(setup: object) -> Answer:
    """Die while starting."""
    os._exit(7)


def _say(value: object, setup: object, send: Send) -> None:
    print("what a library prints")
    send((value, setup, is_isolated()))


def _count(value: object, setup: object, send: Send) -> None:
    assert isinstance(value, int)
    for number in range(value):
        send(number)


def _exit(value: object, setup: object, send: Send) -> None:
    assert isinstance(value, int)
    if value < 0:
        os.kill(os.getpid(), -value)
    os._exit(value)


def _hang(value: object, setup: object, send: Send) -> None:
    send("hanging")
    time.sleep(60)


def _spin(value: object, setup: object, send: Send) -> None:
    while True:
        pass


def _eat(value: object, setup: object, send: Send) -> None:
    assert isinstance(value, int)
    try:
        send(len(bytearray(value)))
    except MemoryError:
        send("no memory")


def _bear(value: object, setup: object, send: Send) -> None:
    """Start a grandchild, and deep work that never lets another thread run."""
    import re

    send(subprocess.Popen(["sleep", "60"]).pid)
    if value:
        re.match("(a+)+$", "a" * 60 + "b")
    time.sleep(60)


def _babble(value: object, setup: object, send: Send) -> None:
    """Send an object that nobody has allowed."""
    send(subprocess.CompletedProcess(("a",), 0))


DEEDS = {
    "say": _say,
    "count": _count,
    "exit": _exit,
    "hang": _hang,
    "spin": _spin,
    "eat": _eat,
    "bear": _bear,
    "babble": _babble,
}
