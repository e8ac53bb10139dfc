"""Start the page on this machine's own address, and stop it without leaving anything behind."""

from __future__ import annotations

import _thread
import contextlib
import os
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from auditor.errors import UsageError
from auditor.rules import Rules
from auditor.serve.desk import MEGABYTE, Desk
from auditor.serve.history import History
from auditor.serve.jobs import Jobs

HOST = "127.0.0.1"
USUAL_PORT = 8517
ROOM = "auditor-page-"
"""How the private folders for uploads begin; the number of the process follows."""
THREADS = 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the page is to be served."""

    port: int | None = None
    """None takes the usual one, or any that is free; 0 any."""
    history: Path | None = None
    """The folder of the history; None keeps nothing."""
    megabytes: int = 100
    lexicons: Path | None = None
    rubric: Path | None = None


def serve(wanted: Wanted, opened: Callable[[str], None]) -> None:
    """Serve until stopped; `opened` is told the address once the page answers.

    Raises:
        UsageError: the port is taken, or the history cannot be opened.
        DataError: a word list or the rubric has a mistake.

    """
    rules = Rules.read(wanted.lexicons, wanted.rubric)
    listening = _listen(wanted.port)
    with _desk(wanted, rules, listening.getsockname()[1]) as desk:
        _run(desk, listening, opened)


def _run(desk: Desk, listening: socket.socket, opened: Callable[[str], None]) -> None:
    from waitress.server import create_server

    from auditor.serve.app import make_app

    app = make_app(desk)
    server = create_server(
        app, sockets=[listening], threads=THREADS, ident=None, clear_untrusted_proxy_headers=True,
        max_request_body_size=2 * desk.limit + MEGABYTE, channel_timeout=600,
    )
    ending = threading.Event()

    def stop() -> None:
        if not ending.is_set():
            ending.set()
            desk.jobs.close()
            _thread.interrupt_main()

    app.config["STOP"] = stop
    with _stopped_by_signals(desk.jobs.end_news):
        opened(f"http://{HOST}:{desk.port}/open?token={desk.token}")
        try:
            server.run()
        except KeyboardInterrupt:
            pass
        finally:
            desk.jobs.close()
            server.close()


@contextmanager
def _stopped_by_signals(before_the_end: Callable[[], None]) -> Iterator[None]:
    """Let the signals that end a process end this one tidily."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        before_the_end()
        raise KeyboardInterrupt

    wanted = [each for each in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, each)]
    before = {each: signal.signal(getattr(signal, each), interrupt) for each in wanted}
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(getattr(signal, each), old)


def _listen(port: int | None) -> socket.socket:
    """Listen on this machine's own address only.

    Raises:
        UsageError: the port asked for is taken.

    """
    for each in ((USUAL_PORT, 0) if port is None else (port,)):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, each))
        except OSError:
            listening.close()
            continue
        listening.listen(64)
        return listening
    raise UsageError(
        f"the port {port} is taken or not allowed",
        remedy="Choose another one, or leave --port out: then a free one is found.",
    )


@contextmanager
def _desk(wanted: Wanted, rules: Rules, port: int) -> Iterator[Desk]:
    """Open what the server needs, and close and delete it at the end."""
    sweep()
    room = Path(tempfile.mkdtemp(prefix=f"{ROOM}{os.getpid()}-"))
    history = History(wanted.history)
    jobs = Jobs(history, rules, lexicons=wanted.lexicons, rubric=wanted.rubric)
    try:
        yield Desk(rules, history, jobs, room, port, wanted.megabytes,
                   interrupted=history.take_interrupted())
    finally:
        jobs.close()
        history.close()
        shutil.rmtree(room, ignore_errors=True)


def sweep() -> None:
    """Delete the uploads that a server which was killed has left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{ROOM}*"):
        number = folder.name.removeprefix(ROOM).split("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(number: int) -> bool:
    if os.name == "nt":  # asking there would end the process: leave the folder
        return True
    with contextlib.suppress(PermissionError):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return False
    return True
